internal import GraphModel

/// The names that may be what an article is about, each with what speaks for it.
struct FocusCandidates {
  /// What speaks for a name.
  enum Evidence {
    /// A title names it, from 1 (among other words) to 5 ("Causes of …"); the best counts.
    case title
    /// A heading names it as what its section is about: "Symptoms of …".
    case heading
    /// A sentence says what it is: "… is a disease of the joints".
    case definition
    /// A sentence speaks of its causes, its signs or those who have it.
    case statement
    /// The name of the file, or of the page, is this name.
    case file
  }

  struct Candidate {
    var name: String
    var place: Int?
    var title = 0.0
    var heading = 0.0
    var definition = 0.0
    var statement = 0.0
    var file = 0.0
    var isDisease = false
    /// Stems of the name and of its abbreviations.
    var spellings: [[UInt64]] = []
    /// How often the text has the name, not counting longer names that hold it.
    var count = 0
    /// In which sixths of the text it stands, as bits.
    var parts = 0
    /// Other candidates of which this is the shorter or longer form.
    var isForm = false

    /// Whether anything but the mere words says that the article is about it.
    var isSupported: Bool { title >= 2.5 || heading > 0 || definition >= 2 || statement > 0 }

    mutating func absorb(_ other: Candidate) {
      title = max(title, min(other.title, 2))
      heading = min(heading + other.heading, 5)
      definition = min(definition + other.definition, 4)
      statement = min(statement + other.statement, 4)
      count += other.count
      parts |= other.parts
    }
  }

  private(set) var all: [Candidate] = []
  private var numbers: [NameKey: Int] = [:]
  /// How often the most frequent name stands in the text.
  private var most = 0

  // MARK: Evidence

  /// Notes that something speaks for a name.
  mutating func add(_ thing: NamedThing, _ evidence: Evidence, _ amount: Double, at place: Int?) {
    let key = NameKey(thing.name)
    if key.isEmpty { return }
    let number = numbers[key] ?? all.count
    if number == all.count {
      numbers[key] = number
      var candidate = Candidate(name: thing.name, place: place)
      candidate.spellings = [ArticleStems.stems(of: thing.name)]
      candidate.isDisease = thing.category == .disease
      all.append(candidate)
    }
    for name in thing.abbreviations {
      let stems = ArticleStems.stems(of: name)
      if !stems.isEmpty, !all[number].spellings.contains(stems) {
        all[number].spellings.append(stems)
      }
    }
    if all[number].name.isInCapitals, !thing.name.isInCapitals { all[number].name = thing.name }
    all[number].place = all[number].place ?? place
    switch evidence {
    case .title: all[number].title = max(all[number].title, amount)
    case .heading: all[number].heading = min(all[number].heading + amount, 5)
    case .definition: all[number].definition = min(all[number].definition + amount, 4)
    case .statement: all[number].statement = min(all[number].statement + amount, 4)
    case .file: all[number].file = max(all[number].file, amount)
    }
  }

  /// Notes the words of the name of the file: a candidate that is these words, or whose words are
  /// among them.
  mutating func add(fileName: String) {
    let words = ArticleStems.stems(of: fileName)
    for number in all.indices {
      guard let name = all[number].spellings.first, !name.isEmpty else { continue }
      if name == words {
        all[number].file = 3
      } else if words.count <= 8, words.windows(of: name.count).contains(where: { $0 == name[...] })
      {
        all[number].file = max(all[number].file, 1.5)
      }
    }
  }

  // MARK: Counting

  /// Counts each name in the text; where two begin together, the longer is meant.
  ///
  /// - Complexity: O(words · lengths of the candidates that begin with a word).
  mutating func count(in text: ArticleStems) {
    var owners: [ArraySlice<UInt64>: Int] = [:]
    var lengths: [UInt64: [Int]] = [:]
    for (number, candidate) in all.enumerated() {
      for stems in candidate.spellings where owners[stems[...]] == nil {
        guard let first = stems.first else { continue }
        owners[stems[...]] = number
        if lengths[first]?.contains(stems.count) != true {
          lengths[first, default: []].append(stems.count)
        }
      }
    }
    for first in lengths.keys { lengths[first]?.sort(by: >) }
    let stems = text.stems
    var index = 0
    while index < stems.count {
      var best: (number: Int, length: Int)?
      for length in lengths[stems[index]] ?? [] where index + length <= stems.count {
        guard let number = owners[stems[index..<(index + length)]] else { continue }
        best = (number, length)
        break
      }
      guard let best else {
        index += 1
        continue
      }
      all[best.number].count += 1
      all[best.number].parts |= 1 << (index * 6 / stems.count)
      index += best.length
    }
    most = all.map(\.count).max() ?? 0
  }

  // MARK: Forms

  /// Gives what speaks for a shorter or a longer form of a name to the form that is meant:
  /// "bleaching" where the title has "coral bleaching", "insomnia" where some sentences speak of
  /// "chronic insomnia".
  ///
  /// - Complexity: O(c log c) for c candidates of few words each.
  mutating func uniteForms(isDegree: (String) -> Bool) {
    let byLength = all.indices.sorted {
      let (one, two) = (length($0), length($1))
      return one == two ? $0 < $1 : one > two
    }
    var byWords: [ArraySlice<UInt64>: [Int]] = [:]
    for number in byLength {
      if let words = all[number].spellings.first { byWords[words[...], default: []].append(number) }
    }
    for long in byLength where length(long) > 1 {
      guard let words = all[long].spellings.first else { continue }
      let shorts = words.indices.dropFirst().lazy.flatMap { byWords[words[$0...]] ?? [] }
      for short in shorts where !all[short].isForm {
        if isFullName(long, of: short, isDegree: isDegree(all[long].name)) {
          all[long].absorb(all[short])
          all[short].isForm = true
        } else if isDegree(all[long].name), all[long].title < 3 {
          all[short].absorb(all[long])
          all[long].isForm = true
          break
        }
      }
    }
    most = all.map(\.count).max() ?? 0
  }

  private func length(_ number: Int) -> Int { all[number].spellings.first?.count ?? 0 }

  /// Whether the article means the longer name by the shorter one.
  private func isFullName(_ long: Int, of short: Int, isDegree: Bool) -> Bool {
    let (full, brief) = (all[long], all[short])
    if full.isForm || brief.title > full.title || brief.title >= 3 || isDegree && full.title < 3 {
      return false
    }
    let isNamed = full.title > 1 || full.heading > 1 || full.definition > 1
    return isNamed && (full.title >= 3 || full.count * 5 >= brief.count && full.count > 1)
  }

  // MARK: Weighing

  /// All that speaks for a candidate: at most 5 each by titles and headings, 4 each by definitions
  /// and statements, 3 by the file's name, 3 by frequency, 2 by coverage, 1 for a disease.
  func weight(_ number: Int) -> Double {
    let candidate = all[number]
    // What stands in the title alone, and is not asked for there, is hardly the topic.
    let isAlone = candidate.count == 0 && candidate.title < 5 && candidate.heading == 0
    let title = isAlone ? candidate.title / 2 : candidate.title
    var weight = title + candidate.heading + candidate.definition + candidate.statement
    weight += candidate.count > 0 ? candidate.file : 0
    weight += 3 * Double(candidate.count) / Double(max(most, 3))
    weight += 2 * Double(candidate.parts.nonzeroBitCount) / 6
    return weight + (candidate.isDisease ? 1 : 0)
  }
}

extension Array {
  /// All stretches of a length.
  fileprivate func windows(of count: Int) -> [ArraySlice<Element>] {
    guard count > 0, count <= self.count else { return [] }
    return (0...(self.count - count)).map { self[$0..<($0 + count)] }
  }
}

extension String {
  /// Written in capitals throughout.
  var isInCapitals: Bool { !utf8.contains(where: \.isLowerByte) }
}
