internal import GraphModel

/// Gives signs that differ in degree alone one name, the plainest that the article has.
///
/// Who has severe pain has pain; the sentence behind the statement keeps the degree. What brings
/// about a condition only in some degree does not in every: causes keep their words.
struct DegreeNames {
  private let wording: ConceptWording
  /// The plain names that the article gives to what the condition shows or brings about.
  private var plain: [NameKey: String] = [:]

  init(_ drafts: [Draft], _ lexicon: Lexicon) {
    wording = ConceptWording(lexicon)
    for draft in drafts {
      guard let thing = Self.sign(draft), wording.plain(thing.name) == nil else { continue }
      let key = NameKey(thing.name)
      if plain[key] == nil { plain[key] = thing.name }
    }
  }

  /// - Complexity: O(drafts).
  func apply(to drafts: [Draft]) -> [Draft] {
    drafts.map { draft in
      guard let thing = Self.sign(draft), let core = wording.plain(thing.name),
        let name = plain[NameKey(core)]
      else { return draft }
      var own = thing
      own.name = name
      var result = draft
      result.object = .thing(own)
      return result
    }
  }

  /// What the condition is said to show or bring about, where it is a sign.
  private static func sign(_ draft: Draft) -> NamedThing? {
    guard draft.subject.thing == nil, !draft.isNegated, let thing = draft.object.thing,
      thing.category == .phenotypicFeature
    else { return nil }
    return thing
  }
}
