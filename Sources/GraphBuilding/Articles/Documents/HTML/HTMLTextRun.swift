/// Appends the text of a page to a document as a browser shows it: white space becomes one space,
/// character references become characters, and what is never seen is left out.
struct HTMLTextRun {
  private let bytes: [UInt8]
  /// Where white space began that has not been written yet.
  private var space: Int?
  /// Where lines of the open block end.
  private var breaks: [Document.LineBreak] = []
  /// Where the opening bracket of a citation stands in the page.
  private var citation: Int?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Complexity: O(length).
  mutating func append(_ range: Range<Int>, to document: inout Document) {
    var index = range.lowerBound
    while index < range.upperBound {
      var run = index
      while run < range.upperBound, !Self.isSpecial(bytes[run]) { run += 1 }
      if run > index {
        write(bytes[index..<run], at: index, to: &document)
        index = run
        continue
      }
      if let length = Self.spaceLength(bytes, index, range.upperBound) {
        if space == nil { space = index }
        index += length
      } else if let length = Self.invisibleLength(bytes, index, range.upperBound) {
        index += length
      } else if bytes[index] == 0x26,
        let reference = CharacterReference(at: index, in: bytes, before: range.upperBound)
      {
        append(reference, at: index, to: &document)
        index += reference.length
      } else {
        write(bytes[index...index], at: index, to: &document)
        index += 1
      }
    }
  }

  private mutating func append(
    _ reference: CharacterReference, at place: Int, to document: inout Document
  ) {
    let character = reference.bytes
    if Self.spaceLength(character, 0, character.count) != nil {
      if space == nil { space = place }
    } else if Self.invisibleLength(character, 0, character.count) == nil {
      write(character[...], at: place, to: &document)
    }
  }

  private mutating func write(
    _ text: ArraySlice<UInt8>, at place: Int, to document: inout Document
  ) {
    appendSpace(to: &document)
    document.append(text, at: place)
  }

  /// Writes the space that was met before, unless the block has no text yet.
  mutating func appendSpace(to document: inout Document) {
    if let space, document.hasOpenText { document.append(0x20, at: space) }
    space = nil
  }

  // MARK: Lines

  /// Ends a line; says whether it was empty, so that the block ends.
  mutating func breakLine(at place: Int, in document: inout Document) -> Bool {
    guard document.hasOpenText else { return false }
    if breaks.last?.offset == document.text.count { return true }
    breaks.append(Document.LineBreak(offset: document.text.count, isHard: true))
    if space == nil { space = place }
    return false
  }

  /// Ends a block; gives where its lines end.
  mutating func end() -> [Document.LineBreak] {
    defer { breaks = [] }
    space = nil
    return breaks
  }

  // MARK: Citations

  /// Writes a bracket, so that a superscript reads as a citation.
  mutating func beginCitation(at place: Int, in document: inout Document) {
    space = nil
    citation = place
    document.append(0x5b, at: place)
  }

  mutating func endCitation(in document: inout Document) {
    guard let place = citation else { return }
    citation = nil
    space = nil
    document.append(0x5d, at: place)
  }

  // MARK: Characters

  /// A byte that may begin white space, a reference or a character that is not seen.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x26 || byte == 0xc2 || byte == 0xe2 || byte == 0xef
  }

  /// ASCII white space, no-break space, the spaces of typesetting.
  private static func spaceLength(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Int? {
    let byte = bytes[place]
    if byte.isSpaceByte { return 1 }
    if byte == 0xc2, place + 1 < end, bytes[place + 1] == 0xa0 { return 2 }
    if byte == 0xe2, place + 2 < end {
      let (second, third) = (bytes[place + 1], bytes[place + 2])
      if second == 0x80, (0x80...0x8a).contains(third) || third == 0xaf { return 3 }
    }
    return nil
  }

  /// Soft hyphen, zero-width space and joiners, marks of direction, byte order mark.
  private static func invisibleLength(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Int? {
    let byte = bytes[place]
    if byte == 0xc2, place + 1 < end, bytes[place + 1] == 0xad { return 2 }
    guard place + 2 < end else { return nil }
    let (second, third) = (bytes[place + 1], bytes[place + 2])
    if byte == 0xe2, second == 0x80, (0x8b...0x8f).contains(third) { return 3 }
    if byte == 0xe2, second == 0x80, (0xaa...0xae).contains(third) { return 3 }
    if byte == 0xe2, second == 0x81, (0xa0...0xa4).contains(third) { return 3 }
    if byte == 0xef, second == 0xbb, third == 0xbf { return 3 }
    return nil
  }
}
