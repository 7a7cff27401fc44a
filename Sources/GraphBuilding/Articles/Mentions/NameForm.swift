/// Writes the tokens of a name as text: as they stand, without quotation marks.
struct NameForm {
  let sentence: TaggedSentence

  init(_ sentence: TaggedSentence) { self.sentence = sentence }

  /// - Complexity: O(length).
  func text(of range: Range<Int>) -> String {
    guard let first = range.first else { return "" }
    var bytes: [UInt8] = []
    var previousEnd = sentence.tokens[first].start
    let aside = aside(in: range)
    for index in range where !aside.contains(index) {
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

  /// What stands in brackets within a name, as another name for a part of it: "sores (ulcers) in
  /// the mouth".
  func aside(in range: Range<Int>) -> Range<Int> {
    guard let open = range.dropFirst().first(where: { sentence.tokens[$0].kind == .open }),
      let close = (open..<range.upperBound).first(where: { sentence.tokens[$0].kind == .close }),
      close + 1 < range.upperBound, sentence.tokens[close + 1].isWordLike
    else { return range.upperBound..<range.upperBound }
    return open..<close + 1
  }
}
