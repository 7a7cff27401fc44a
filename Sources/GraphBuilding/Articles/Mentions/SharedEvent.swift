internal import GraphModel

extension MentionParser {
  /// "food or water contamination" → food contamination, water contamination: two things of a kind
  /// before a noun for what is done to either of them.
  ///
  /// "Smoking or air pollution" are two names as they stand.
  func shareEvents(_ things: inout [NamedThing]) {
    for index in things.indices.dropFirst() {
      guard let own = sentence.tokens(in: things[index].place), own.count == 2,
        let before = sentence.tokens(in: things[index - 1].place), before.count == 1,
        before.upperBound + 1 == own.lowerBound, sentence.isWord(before.upperBound, "or"),
        sentence.isAny(own.lowerBound + 1, Self.events),
        !sentence.isPlural(before.lowerBound), !sentence.isGerund(before.lowerBound),
        isOfOneKind(before, own.lowerBound..<own.lowerBound + 1)
      else { continue }
      let event = " " + NameForm(sentence).text(of: own.lowerBound + 1..<own.upperBound)
      if things[index - 1].name.hasSuffix(event) { continue }
      things[index - 1].name += event
      things[index - 1].category = things[index].category
    }
  }

  private func isOfOneKind(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    // "earwax or ear infections".
    if sentence.isBodyPart(one.lowerBound) != sentence.isBodyPart(other.lowerBound) { return false }
    let first = NameHead(one, sentence).category
    let substances: [Category?] = [.food, .chemicalEntity, .drug, .environmentalFeature, nil]
    let second = NameHead(other, sentence).category
    if substances.contains(first), substances.contains(second) { return true }
    let events: [Category] = [.behavior, .exposureEvent, .disease, .phenotypicFeature]
    if let first, events.contains(first) { return false }
    return first == second || first == nil
  }

  private static let events: [StaticString] = [
    "contamination", "congestion", "poisoning", "pollution", "abuse", "misuse", "addiction",
    "damage", "infection", "infections", "injury", "injuries", "failure", "shortage", "shortages",
    "deficiency", "allergy", "allergies", "intolerance", "cancer", "disease", "diseases",
  ]
}
