internal import GraphModel

/// The full name of a type of the condition: under "Types of kidney stones", "Uric acid" stands for
/// "uric acid stones".
struct TypeName {
  private let focus: Focus
  private let head: String
  private let label: String
  private let lexicon: Lexicon

  init(_ focus: Focus, _ capitals: Capitals, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    self.focus = focus
    label = capitals.lowered(focus.label, at: .title)
    head = label.spacedWords.last.map(String.init) ?? label
  }

  /// "Anterior", "bacterial": how a type is, told by its ending.
  private func isAdjective(_ name: String) -> Bool {
    let endings = ["ior", "eral", "ental", "onal", "ical", "ary", "ous", "ive", "erial", "iral"]
    return !name.utf8.contains(0x20) && endings.contains(where: name.lowercased().hasSuffix)
  }

  /// "Demand-pull and cost-push inflation": what the last name of a list has, each has.
  ///
  /// - Complexity: O(things).
  func share(_ things: [NamedThing]) -> [NamedThing] {
    guard let last = things.last, focus.isKind(last.name) else { return things }
    return things.map { thing in
      guard !focus.isKind(thing.name), !thing.name.utf8.contains(0x20) else { return thing }
      var result = thing
      result.name = "\(thing.name) \(label)"
      result.category = nil
      return result
    }
  }

  /// The thing under the name that the text gives it, or, where it is named like a substance, with
  /// the condition's last noun; as it stands otherwise ("migraine" among the types of headache).
  ///
  /// - Complexity: O(length).
  func complete(_ thing: NamedThing, text: String) -> NamedThing {
    let key = NameKey(head)
    let words = thing.name.spacedWords.map { NameKey(String($0)) }
    if words.contains(key) { return thing }
    var result = thing
    let full = "\(thing.name) \(head)"
    let spoken = NameKey(text).words
    let isUsed = [full, "\(thing.name) \(label)"].contains { name in
      LeadMatch(NamedThing(name: name, place: thing.place), lexicon).isNamed(in: spoken)
    }
    let isSubstance = [.chemicalEntity, .food, .drug].contains(thing.category)
    guard isUsed || isSubstance || isAdjective(thing.name) else { return thing }
    result.synonyms.append(thing.name)
    result.name = full
    result.category = nil
    return result
  }
}
