extension StringProtocol {
  /// The words of a text that single spaces stand between, none of them empty.
  ///
  /// Looks for the space's byte, not for characters: a combining mark behind a space begins a word.
  ///
  /// - Complexity: O(length).
  package var spacedWords: [Substring] {
    let text = Substring(self)
    let bytes = text.utf8
    var words: [Substring] = []
    words.reserveCapacity(bytes.reduce(1) { $1 == 0x20 ? $0 + 1 : $0 })
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      if bytes[index] == 0x20 {
        if start < index { words.append(text[start..<index]) }
        start = next
      }
      index = next
    }
    if start < index { words.append(text[start..<index]) }
    return words
  }
}

extension NameKey {
  /// The words of the key.
  package var words: [Substring] { description.spacedWords }
}
