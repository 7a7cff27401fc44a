/// Writes the tokens of a name as text: as they stand, without quotation marks.
struct NameForm {
  let sentence: TaggedSentence

  init(_ sentence: TaggedSentence) { self.sentence = sentence }

  /// - Complexity: O(length).
  func text(of range: Range<Int>) -> String {
    guard let first = range.first else { return "" }
    var bytes: [UInt8] = []
    var previousEnd = sentence.tokens[first].start
    for index in range {
      let token = sentence.tokens[index]
      if token.kind == .quote {
        previousEnd = bytes.isEmpty ? token.end : previousEnd
        continue
      }
      if token.start > previousEnd, !bytes.isEmpty { bytes.append(0x20) }
      bytes.append(contentsOf: sentence.text[token.range])
      previousEnd = token.end
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
