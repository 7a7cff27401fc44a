internal import GraphModel

/// The things that an article names, each once under all the names that it goes by there.
struct ConceptTable {
  private var numbers: [NameKey: Int] = [:]
  private var parents: [Int] = []
  private var keys: [String: NameKey] = [:]
  /// By name, the number that it had first; its root is the number of the concept.
  private var numberOfName: [String: Int] = [:]
  /// By number; nil where another number is its root.
  private var mentions: [Mention?] = []
  /// What the condition is; its types are the same.
  private let focus: Category?

  /// - Complexity: O(names · α(names)).
  init(_ drafts: [Draft], _ document: Document, focus: Category?) {
    self.focus = focus
    for draft in drafts {
      for thing in [draft.subject.thing, draft.object.thing, draft.type] {
        if let thing { unite(thing.names) }
      }
    }
    mentions = Array(repeating: nil, count: parents.count)
    for draft in drafts {
      if let thing = draft.subject.thing { describe(thing, draft, document) }
      if let thing = draft.object.thing { describe(thing, draft, document) }
    }
    for draft in drafts {
      if let type = draft.type { beType(type.name) }
      if let thing = draft.subject.thing, draft.isType(thing) { beType(thing.name) }
    }
  }

  /// The mention of a thing, with all that the article says of its names.
  func mention(of thing: NamedThing) -> Mention {
    number(of: thing.name).flatMap { mentions[$0] } ?? Mention(thing.name)
  }

  // MARK: Names

  private func key(_ name: String) -> NameKey { keys[name] ?? NameKey(name) }

  private mutating func unite(_ names: [String]) {
    var first: Int?
    for name in names {
      if keys[name] == nil { keys[name] = NameKey(name) }
      let key = key(name)
      if key.isEmpty { continue }
      let own = numbers[key] ?? parents.count
      if own == parents.count {
        parents.append(own)
        numbers[key] = own
      }
      numberOfName[name] = own
      if let first { parents[root(own)] = root(first) } else { first = own }
    }
  }

  private func root(_ number: Int) -> Int {
    var root = number
    while parents[root] != root { root = parents[root] }
    return root
  }

  private func number(of name: String) -> Int? {
    (numberOfName[name] ?? numbers[key(name)]).map(root)
  }

  // MARK: Mentions

  private mutating func describe(
    _ thing: NamedThing, _ draft: Draft, _ document: Document
  ) {
    guard let number = number(of: thing.name) else { return }
    var mention =
      mentions[number]
      ?? Mention(thing.name, location: document.location(of: thing.place.lowerBound))
    for name in thing.abbreviations { add(abbreviation: name, to: &mention) }
    // An abbreviation that came before its long form gives way to it.
    if thing.name != mention.text, !mention.abbreviations.isEmpty {
      let label = key(mention.text)
      if key(thing.name) != label, mention.abbreviations.contains(where: { key($0) == label }) {
        mention.text = thing.name
      }
    }
    for name in [thing.name] + thing.synonyms { add(synonym: name, to: &mention) }
    mention.category = mention.category ?? thing.category
    mention.role = mention.role ?? draft.role
    mentions[number] = mention
  }

  /// A type of the condition is what the condition is, and plays no part beside it.
  private mutating func beType(_ name: String) {
    guard let number = number(of: name) else { return }
    var mention = mentions[number] ?? Mention(name)
    mention.category = focus ?? mention.category
    mention.role = nil
    mentions[number] = mention
  }

  private func add(abbreviation name: String, to mention: inout Mention) {
    if !mention.abbreviations.contains(where: { key($0) == key(name) }) {
      mention.abbreviations.append(name)
      mention.synonyms.removeAll { key($0) == key(name) }
    }
  }

  private func add(synonym name: String, to mention: inout Mention) {
    if name == mention.text { return }
    let wanted = key(name)
    let isKnown = ([mention.text] + mention.synonyms + mention.abbreviations).contains {
      key($0) == wanted
    }
    if !isKnown { mention.synonyms.append(name) }
  }
}
