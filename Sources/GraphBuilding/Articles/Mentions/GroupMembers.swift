internal import GraphModel

/// The members of a group under the names that hold for them: of "lack of minerals, such as iron",
/// iron itself is none.
struct GroupMembers {
  private let group: NamedThing
  private let sentence: TaggedSentence
  private let tokens: Range<Int>

  init(_ group: NamedThing, _ sentence: TaggedSentence) {
    self.group = group
    self.sentence = sentence
    tokens = sentence.tokens(in: group.place) ?? 0..<0
  }

  /// - Complexity: O(members + tokens of the group).
  func named(_ members: [NamedThing]) -> [NamedThing] {
    guard let first = tokens.first else { return members }
    // "loss of interest in hobbies, including sport": no loss of sport.
    if isLayered { return [] }
    if let shared = SharedBeginning(tokens, sentence), shared.isOfMembers {
      return members.map { member in
        var result = member
        result.name = "\(shared.text) \(member.name)"
        result.category = nil
        result.members = []
        return result
      }
    }
    // "harm to buildings, including schools": the schools are harmed, and no harm.
    if let beginning = harmed {
      return members.compactMap { member in
        let own: [Category?] = [.disease, .phenotypicFeature]
        if own.contains(member.category) { return member }
        var result = member
        result.name = "\(beginning) \(member.name)"
        result.category = group.category
        result.members = []
        return result
      }
    }
    // "not eating fruit, such as apples", "avoiding triggers such as smoke", "wanting to eat things
    // such as clay": the members are of what is eaten or avoided.
    if sentence.isWord(first, "not") || isDeed(first) || endsElsewhere { return [] }
    // "organs such as the heart": places, of which nothing is said by themselves.
    return members.filter { !$0.isPlace }
  }

  /// "loss of interest in": what the members are of stands within what is said of it.
  private var isLayered: Bool {
    let links = tokens.filter { sentence.isAny($0, ["to", "of", "in", "on"]) }
    guard links.count > 1, let first = links.first, first > tokens.lowerBound else { return false }
    return sentence.isWord(first, "of") && sentence.isCovered(first - 1, by: .turners, .harms)
  }

  /// "harm to", "changes in": what is said of the group's things, and so of its members.
  private var harmed: String? {
    let links: [StaticString] = ["to", "of", "in", "on"]
    guard
      let link = tokens.dropFirst().first(where: { index in
        links.contains { sentence.isWord(index, $0) }
      }), link + 1 < tokens.upperBound,
      // "injury to the skin, such as a cut": the cut is one.
      !Range<Int>.from(link + 1, to: tokens.upperBound).contains(where: sentence.isBodyPart),
      sentence.isCovered(link - 1, by: .turners, .harms) || isDeedOf(link)
        || ["harm", "risk", "risks", "threat", "threats"].contains(where: { (word: StaticString) in
          sentence.isWord(link - 1, word)
        })
    else { return nil }
    return NameForm(sentence).text(of: tokens.lowerBound..<link + 1)
  }

  /// "burning | of | fuels", "use of tools": what is done to them.
  private func isDeedOf(_ link: Int) -> Bool {
    sentence.isWord(link, "of")
      && (sentence.hasSuffix(link - 1, "ing")
        || [
          "use", "overuse", "misuse", "release", "emission", "emissions", "discharge", "combustion",
          "extraction", "removal", "abuse", "ingestion", "inhalation", "sale", "loss",
        ].contains { (word: StaticString) in sentence.isWord(link - 1, word) })
  }

  /// What a whole holds: of "overuse of sprays containing copper", the sprays hold it.
  func held(_ members: [NamedThing]) -> [NamedThing] {
    tokens.dropFirst().contains { sentence.isWord($0, "of") } ? [] : members
  }

  /// "preservatives added to drinks, including wine": the members are of what stands last.
  private var endsElsewhere: Bool {
    tokens.dropFirst().contains { index in
      sentence.hasSuffix(index, "ed")
        && ["to", "in", "by", "for"].contains { (word: StaticString) in
          sentence.isWord(index + 1, word)
        }
    }
  }

  /// Names what is done to the members, and not what uses or takes them.
  private func isDeed(_ first: Int) -> Bool {
    guard tokens.count > 1, sentence.hasSuffix(first, "ing") else { return false }
    return sentence.isCovered(first, by: .refusals) || sentence.isWord(first + 1, "to")
  }
}
