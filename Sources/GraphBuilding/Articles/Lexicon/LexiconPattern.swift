/// The syntax that the files of words share: fields between marks, and phrases with choices.
enum LexiconPattern {
  /// The parts of a stretch of bytes between separators, without space at their ends.
  static func split(_ bytes: [UInt8], _ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == separator {
      parts.append(trimmed(bytes, start..<index))
      start = index + 1
    }
    parts.append(trimmed(bytes, start..<range.upperBound))
    return parts
  }

  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start].isSpaceByte { start += 1 }
    while end > start, bytes[end - 1].isSpaceByte { end -= 1 }
    return start..<end
  }

  /// Adds all phrases that a pattern stands for: `a/b c?` is "a", "b", "a c", "b c".
  static func add(
    _ bytes: [UInt8], _ phrase: Range<Int>, _ entry: Int32, to words: inout WordTable,
    _ phrases: inout PhraseTrie
  ) {
    if phrase.allSatisfy({
      bytes[$0] != 0x27 && bytes[$0] != 0x20 && bytes[$0] != 0x2f && bytes[$0] != 0x3f
    }) {
      let id = words.intern(bytes, phrase)
      phrases.add(entry, at: phrases.extend(PhraseTrie.root, id))
      return
    }
    var nodes = [PhraseTrie.root]
    for var word in split(bytes, phrase, at: 0x20) where !word.isEmpty {
      let isOptional = bytes[word.upperBound - 1] == 0x3f
      if isOptional { word = word.dropLast() }
      var next = isOptional ? nodes : []
      for choice in split(bytes, word, at: 0x2f) where !choice.isEmpty {
        let found = Contraction.find(bytes, choice)
        let id = words.intern(bytes, choice.lowerBound..<(found?.start ?? choice.upperBound))
        for node in nodes {
          var end = phrases.extend(node, id)
          if let verb = found?.verb.verb.bytes {
            end = phrases.extend(end, words.intern(verb, 0..<verb.count))
          }
          next.append(end)
        }
      }
      nodes = next
    }
    for node in nodes where node != PhraseTrie.root { phrases.add(entry, at: node) }
  }
}
