internal import GraphModel

/// An article as its reader sees it: blocks of plain text in reading order, whatever markup they
/// were written in, and the place in the file of every byte of that text.
struct Document: Sendable {
  /// A heading, a paragraph, an item of a list or a cell of a table.
  struct Block: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
      /// Level 1 is the highest.
      case heading(level: Int)
      case paragraph
      /// An item of a list; depth 1 is the outermost list, `number` the item's own number.
      case item(depth: Int, number: Int?)
      /// A further paragraph of an item.
      case continuation(depth: Int)
      /// A cell of a table's body or, in row 0, of its head.
      case cell(row: Int, column: Int)
      /// The text of a footnote.
      case footnote
      /// Code, which is no prose.
      case code
    }

    var kind: Kind
    /// Where it stands in ``Document/text``.
    var text: Range<Int>
  }

  /// A stretch of text that is set off.
  struct Span: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
      case strong
      case emphasis
      case link(url: String)
    }

    var kind: Kind
    var text: Range<Int>
  }

  /// The mark of a footnote, which stands before the byte `offset` of the text.
  struct FootnoteMark: Sendable, Hashable {
    var label: String
    var offset: Int
  }

  /// Text from here on stands in the file from `source` on, byte by byte.
  struct Segment: Sendable, Hashable {
    var text: Int
    var source: Int
  }

  let source: SourceText
  /// The text of all blocks, one after the other, in UTF-8.
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  /// In the order of their beginnings once the document is complete.
  private(set) var spans: [Span] = []
  private(set) var segments: [Segment] = []
  private(set) var footnoteMarks: [FootnoteMark] = []
  private var blockStart = 0

  init(source: SourceText) { self.source = source }

  // MARK: Writing

  /// Appends text that stands in the file at `source`.
  mutating func append(_ bytes: some Sequence<UInt8>, at source: Int) {
    mark(source)
    text.append(contentsOf: bytes)
  }

  /// Appends one byte that stands for something else in the file: a space for a line break.
  mutating func append(_ byte: UInt8, at source: Int) {
    mark(source)
    text.append(byte)
  }

  private mutating func mark(_ source: Int) {
    if let last = segments.last, last.source + (text.count - last.text) == source { return }
    if segments.last?.text == text.count { segments.removeLast() }
    segments.append(Segment(text: text.count, source: source))
  }

  /// The text that belongs to no block yet.
  var openText: Range<Int> { blockStart..<text.count }
  var hasOpenText: Bool { blockStart < text.count }

  /// Ends a block; a block without text is dropped.
  mutating func endBlock(_ kind: Block.Kind) { endBlock(kind, at: text.count) }

  /// Ends a block before the end of the text, without the bytes of a mark at its beginning.
  mutating func endBlock(_ kind: Block.Kind, at place: Int, without mark: Int = 0) {
    var end = place
    while end > blockStart, text[end - 1].isSpaceByte { end -= 1 }
    var start = blockStart + mark
    while start < end, text[start].isSpaceByte { start += 1 }
    if start < end { blocks.append(Block(kind: kind, text: start..<end)) }
    blockStart = place
  }

  /// Takes the text that belongs to no block yet for no part of the article.
  mutating func dropOpenText() { blockStart = text.count }

  mutating func addSpan(_ kind: Span.Kind, from start: Int) {
    if start < text.count { spans.append(Span(kind: kind, text: start..<text.count)) }
  }

  /// Ends the writing of a document.
  mutating func complete() {
    spans.sort {
      ($0.text.lowerBound, $0.text.upperBound) < ($1.text.lowerBound, $1.text.upperBound)
    }
  }

  mutating func addFootnoteMark(_ label: String) {
    footnoteMarks.append(FootnoteMark(label: label, offset: text.count))
  }

  /// Puts other blocks in the place of all, such as these without some.
  mutating func replaceBlocks(_ blocks: [Block]) { self.blocks = blocks }

  mutating func removeSpans(where isRemoved: (Span) -> Bool) { spans.removeAll(where: isRemoved) }

  /// Takes over spans and marks that were moved here from another document.
  mutating func takeMarks(spans: [Span], footnoteMarks: [FootnoteMark]) {
    self.spans += spans
    self.footnoteMarks += footnoteMarks
  }

  // MARK: Places

  /// The byte of the file at which a byte of the text stands.
  ///
  /// - Complexity: O(log segments).
  func sourceOffset(of offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].text <= offset { low = middle } else { high = middle }
    }
    guard low < segments.count else { return 0 }
    return min(segments[low].source + (offset - segments[low].text), source.bytes.count)
  }

  /// The bytes of the file that a stretch of text was read from, markup within it included.
  func sourceRange(of range: Range<Int>) -> Range<Int> {
    let start = sourceOffset(of: range.lowerBound)
    if range.isEmpty { return start..<start }
    var last = range.upperBound - 1
    // The last scalar's own first byte: its bytes stand together in the file.
    while last > range.lowerBound, text[last] & 0xc0 == 0x80 { last -= 1 }
    let place = sourceOffset(of: last)
    var end = place + (range.upperBound - last)
    if place < source.bytes.count, source.bytes[place] == 0x26 {
      end = referenceEnd(at: place, showing: text[last..<range.upperBound]) ?? end
    }
    return start..<min(max(start, end), source.bytes.count)
  }

  /// The end of a character reference that stands for some text; nil where there is none.
  private func referenceEnd(at place: Int, showing text: ArraySlice<UInt8>) -> Int? {
    let bytes = source.bytes
    if let reference = CharacterReference(at: place, in: bytes, before: bytes.count),
      reference.bytes.elementsEqual(text)
    {
      return place + reference.length
    }
    // Markdown knows more names than pages need: what stands there and is no `&` is one of them.
    guard text.first != 0x26 else { return nil }
    let name = bytes[(place + 1)...].prefix(33).prefix {
      $0.isDigitByte || $0 < 0x80 && $0.isLetterByte || $0 == 0x23
    }
    let isNamed = !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == 0x3b
    return isNamed ? name.endIndex + 1 : nil
  }

  /// The text that was read from a stretch of the file: what a quote must be that claims to stand
  /// there. Stretches of markup give an empty text.
  ///
  /// - Complexity: O(segments).
  func text(inSource range: Range<Int>) -> String {
    var found: [UInt8] = []
    for (number, segment) in segments.enumerated() where segment.source < range.upperBound {
      let end = number + 1 < segments.count ? segments[number + 1].text : text.count
      let first = segment.text + max(0, range.lowerBound - segment.source)
      let last = min(end, segment.text + (range.upperBound - segment.source))
      if first < last { found += text[first..<last] }
    }
    return String(decoding: found, as: UTF8.self)
  }

  /// The same in Unicode scalars.
  func scalarRange(of range: Range<Int>) -> Range<Int> {
    let bytes = sourceRange(of: range)
    let start = source.scalarOffset(of: bytes.lowerBound)
    return start..<max(start, source.scalarOffset(of: bytes.upperBound))
  }

  func location(of offset: Int) -> SourceLocation {
    source.location(of: sourceOffset(of: offset))
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}

extension UInt8 {
  /// Space, tab or a part of a line break.
  var isSpaceByte: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
  var isDigitByte: Bool { (0x30...0x39).contains(self) }
  var isUpperByte: Bool { (0x41...0x5a).contains(self) }
  var isLowerByte: Bool { (0x61...0x7a).contains(self) }
  var isLetterByte: Bool { isUpperByte || isLowerByte || self >= 0x80 }
  var lowered: UInt8 { isUpperByte ? self | 0x20 : self }
}
