/// Finds where each byte of rendered Markdown stands in the file.
///
/// Text nodes come in the order of the file. Between two of them stands markup, and within one a
/// letter may be written as a backslash escape or an entity; the aligner walks the source and the
/// text side by side and skips what is markup.
struct MarkdownAligner {
  private let source: SourceText
  private var cursor = 0
  private var limit = 0
  /// Within code nothing is escaped.
  private var isCode = false
  /// How far a node's text is looked for before it is taken to stand at the cursor.
  private static let window = 4096
  /// How far the rest of a text is looked for that does not go on at the cursor.
  private static let gap = 256
  /// Steps that may still be taken in a block to look for such rests.
  private var searches = 0

  init(source: SourceText) { self.source = source }

  /// Begins a block whose text stands in these bytes.
  mutating func begin(_ range: Range<Int>) {
    cursor = range.lowerBound
    limit = range.upperBound
    searches = Self.gap * (16 + range.count / 64)
  }

  /// Aligns the text of a node, and gives every run of bytes with its place.
  mutating func align(_ text: [UInt8], _ emit: (ArraySlice<UInt8>, Int) -> Void) {
    guard !text.isEmpty else { return }
    seek(text)
    let bytes = source.bytes
    var index = 0
    while index < text.count {
      var run = index
      while run < text.count, cursor + (run - index) < limit,
        bytes[cursor + (run - index)] == text[run],
        !isEscape(at: cursor + (run - index), for: text, run),
        entityEnd(at: cursor + (run - index), for: text, run) == nil
      {
        run += 1
      }
      if run > index {
        emit(text[index..<run], cursor)
        cursor += run - index
        index = run
        continue
      }
      if cursor >= limit {
        emit(text[index...], min(cursor, bytes.count))
        return
      }
      if isEscape(at: cursor, for: text, index) {
        cursor += 1
        emit(text[index...index], cursor)
        cursor += 1
        index += 1
      } else if let end = entityEnd(at: cursor, for: text, index) {
        let first = Self.scalarEnd(text, index)
        let next = Self.characterEnd(text, first, isLigature: isLigature(at: cursor))
        emit(text[index..<first], cursor)
        // Both characters of an entity stand at its place.
        if next > first { emit(text[first..<next], cursor) }
        cursor = end
        index = next
      } else if text[index...].starts(with: Self.replacement), bytes[cursor] == 0 {
        emit(text[index..<(index + 3)], cursor)
        cursor += 1
        index += 3
      } else if isCode, text[index] == 0x20, bytes[cursor] == 0x0a || bytes[cursor] == 0x0d {
        emit(text[index...index], cursor)
        skipLineStart(before: index + 1 < text.count ? text[index + 1] : nil)
        index += 1
      } else if !skipGap(to: text, index) {
        // What the file does not show stands where its neighbours do.
        let next = Self.scalarEnd(text, index)
        emit(text[index..<next], cursor)
        index = next
      }
    }
  }

  /// What Markdown shows for NUL (CommonMark 0.31, §2.3).
  private static let replacement: [UInt8] = [0xef, 0xbf, 0xbd]

  /// Steps over a line's end within code, which shows as one space, and over what begins the next
  /// line: white space and the marks of block quotes.
  private mutating func skipLineStart(before next: UInt8?) {
    let bytes = source.bytes
    if bytes[cursor] == 0x0d, cursor + 1 < limit, bytes[cursor + 1] == 0x0a { cursor += 1 }
    cursor += 1
    while cursor < limit, bytes[cursor].isSpaceByte || bytes[cursor] == 0x3e,
      bytes[cursor] != next || bytes[cursor].isSpaceByte
    {
      cursor += 1
    }
  }

  /// Moves to where the rest of a text goes on, if that is near.
  private mutating func skipGap(to text: [UInt8], _ index: Int) -> Bool {
    var place = cursor + 1
    let end = min(limit, cursor + Self.gap)
    while place < end, searches > 0 {
      searches -= 1
      if begins(text, index, at: place) {
        cursor = place
        return true
      }
      place += 1
    }
    return false
  }

  private static func scalarEnd(_ text: [UInt8], _ start: Int) -> Int {
    var end = start + 1
    while end < text.count, text[end] & 0xc0 == 0x80 { end += 1 }
    return end
  }

  /// The end of what an entity stands for: its first character, and the mark on it that some have
  /// besides; "fj" is the only one of two letters (HTML Standard, §13.5).
  private static func characterEnd(_ text: [UInt8], _ next: Int, isLigature: Bool) -> Int {
    guard next < text.count else { return next }
    if isLigature, text[next] == 0x6a { return next + 1 }
    let end = scalarEnd(text, next)
    return marks.contains { text[next..<end].elementsEqual($0) } ? end : next
  }

  private static let marks: [[UInt8]] = [
    "\u{338}", "\u{20d2}", "\u{20e5}", "\u{fe00}", "\u{333}", "\u{331}", "\u{200a}",
  ].map { Array($0.utf8) }

  private func isLigature(at place: Int) -> Bool {
    source.bytes[place..<min(limit, place + 7)].elementsEqual("&fjlig;".utf8)
  }

  /// Aligns the text of code, in which a backslash and an ampersand stand for themselves.
  mutating func align(code text: [UInt8], _ emit: (ArraySlice<UInt8>, Int) -> Void) {
    isCode = true
    align(text, emit)
    isCode = false
  }

  /// Steps over text that is not shown.
  mutating func skip(_ text: [UInt8]) { align(text) { _, _ in } }

  /// Steps over a line break and the indentation or quote marks of the next line; gives the place
  /// of the break.
  mutating func skipLineBreak() -> Int {
    let bytes = source.bytes
    while cursor < limit, bytes[cursor] != 0x0a, bytes[cursor] != 0x0d { cursor += 1 }
    let place = cursor
    while cursor < limit, bytes[cursor].isSpaceByte || bytes[cursor] == 0x3e { cursor += 1 }
    return min(place, max(bytes.count - 1, 0))
  }

  /// Steps over `](address "title")` or `][label]`.
  mutating func skipLinkEnd() {
    let bytes = source.bytes
    let start = cursor
    while cursor < limit, bytes[cursor] != 0x5d, cursor - start < Self.window { cursor += 1 }
    guard cursor < limit, bytes[cursor] == 0x5d else { return cursor = start }
    cursor += 1
    guard cursor < limit else { return }
    if bytes[cursor] == 0x28 { skipBalanced(open: 0x28, close: 0x29) }
    if cursor < limit, bytes[cursor] == 0x5b { skipBalanced(open: 0x5b, close: 0x5d) }
  }

  /// Steps over `[^label]`.
  mutating func skipBrackets() {
    while cursor < limit, source.bytes[cursor] != 0x5b { cursor += 1 }
    skipBalanced(open: 0x5b, close: 0x5d)
  }

  private mutating func skipBalanced(open: UInt8, close: UInt8) {
    var depth = 0
    while cursor < limit {
      let byte = source.bytes[cursor]
      cursor += byte == 0x5c ? 2 : 1
      if byte == open { depth += 1 }
      if byte == close { depth -= 1 }
      if depth == 0 { return }
    }
    cursor = min(cursor, limit)
  }

  /// Moves to the next place at which the text could begin.
  private mutating func seek(_ text: [UInt8]) {
    var candidate = cursor
    let end = min(limit, cursor + Self.window)
    while candidate < end {
      if begins(text, 0, at: candidate) { return cursor = candidate }
      candidate += 1
    }
  }

  /// Whether the text from an index on, its first bytes up to an entity, stands at a place.
  private func begins(_ text: [UInt8], _ index: Int, at place: Int) -> Bool {
    if text[index...].starts(with: Self.replacement), source.bytes[place] == 0 { return true }
    var at = place
    for offset in 0..<min(text.count - index, 12) {
      if isEscape(at: at, for: text, index + offset) { at += 1 }
      if entityEnd(at: at, for: text, index + offset) != nil { return true }
      if at >= limit { return false }
      if source.bytes[at] != text[index + offset] { return offset > 0 && source.bytes[at] == 0 }
      at += 1
    }
    return true
  }

  /// Whether a backslash stands here that is not shown; in the mark of a footnote that there is
  /// none of, it is.
  private func isEscape(at place: Int, for text: [UInt8], _ index: Int) -> Bool {
    guard !isCode, place + 1 < limit, source.bytes[place] == 0x5c else { return false }
    if text[index] == 0x5c, source.bytes[place + 1] != 0x5c { return false }
    switch source.bytes[place + 1] {
    case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: return true
    default: return false
    }
  }

  /// The end of `&name;` or `&#123;`, which is at most 33 bytes long; nil where the text shows
  /// the same letters, since then they are no entity.
  private func entityEnd(at place: Int, for text: [UInt8], _ index: Int) -> Int? {
    guard !isCode, place < limit, source.bytes[place] == 0x26 else { return nil }
    var end = place + 1
    while end < min(limit, place + 33) {
      let byte = source.bytes[end]
      if byte == 0x3b {
        let isShown = text[index...].prefix(end + 1 - place).elementsEqual(
          source.bytes[place...end])
        return end > place + 1 && !isShown ? end + 1 : nil
      }
      guard byte.isLetterByte && byte < 0x80 || byte.isDigitByte || byte == 0x23 else {
        return nil
      }
      end += 1
    }
    return nil
  }
}
