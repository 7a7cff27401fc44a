/// Tells names of places within the body, which are neither causes nor signs.
extension TaggedSentence {
  /// "heart", "spinal cord", "peripheral nerves", "soft tissues of half of the face".
  ///
  /// - Complexity: O(tokens).
  func isPlaceName(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    if range.count == 1 { return isBodyPart(first) }
    if isPhrase(range, .bodyParts) { return true }
    let end = range.first { isWord($0, "of") } ?? range.upperBound
    let head = end - 1
    guard head >= first else { return false }
    let before = first..<head
    let isSited = before.allSatisfy { index in
      isRelational(index) || isBodyPart(index)
        || isAny(
          index,
          [
            "upper", "lower", "left", "right", "inner", "outer", "middle", "soft", "front", "both",
            "large", "small",
          ])
    }
    guard isSited else { return false }
    if isBodyPart(head) { return true }
    // "spinal cord", "soft tissues": what the body consists of, but not "scar tissue".
    let parts: [StaticString] = [
      "cord", "tissue", "tissues", "cells", "side", "sides", "lining", "surface", "wall", "walls",
    ]
    return isAny(head, parts) && (!before.isEmpty || end < range.upperBound)
  }
}
