/// Headings and leads that only say in which field of life or nature, or in which part of the body,
/// something is felt: "Farming", "Health and hygiene", "Economic", "Eyes".
extension TaggedSentence {
  /// Whether the words name nothing but such fields, so that under a heading of this role they are
  /// neither effects nor causes themselves.
  ///
  /// A cause may well be called by such a name ("Work", "The environment"), but by no adjective
  /// alone.
  ///
  /// - Complexity: O(tokens).
  func namesOnlyAreas(under role: SectionRole) -> Bool {
    let links: [StaticString] = ["and", "or", "on", "in", "for", "to", "the", "of", "our", "your"]
    var index = 0
    var hasArea = false
    while index < count {
      if let match = longest(.areas, at: index) {
        hasArea = true
        if role == .causes, !isAdjectiveOfField(match.tokens) { return false }
        index = match.tokens.upperBound
        continue
      }
      if role != .causes,
        let part = longest(.bodyParts, at: index)?.tokens.upperBound
          ?? (isBodyPart(index) ? index + 1 : nil)
      {
        hasArea = true
        index = part
        continue
      }
      let isLink =
        !tokens[index].isWordLike && tokens[index].kind != .number
        || links.contains { isWord(index, $0) }
      guard isLink else { return false }
      index += 1
    }
    return hasArea && [.effects, .symptoms, .diseases, .causes].contains(role)
  }

  private func isAdjectiveOfField(_ words: Range<Int>) -> Bool {
    guard let last = words.last else { return false }
    return hasSuffix(last, "al") || hasSuffix(last, "ic") || hasSuffix(last, "term")
  }
}
