/// One line of a plain text and what its form says.
struct PlainLine {
  struct Bullet: Hashable {
    var indent: Int
    var number: Int?
  }

  /// The bytes of the file without indentation, bullet and trailing space.
  private(set) var content: Range<Int>
  private(set) var bullet: Bullet?
  /// `#` marks before a heading, as some writers of plain text use them.
  private(set) var headingMarks = 0
  /// A line of nothing but `=`, `-`, `_`, `*` or `~`.
  private(set) var isUnderline = false
  /// Up to twelve words without the punctuation that ends or continues a sentence.
  private(set) var isShortTitle = false
  /// Written in capitals throughout.
  private(set) var isCapital = false
  private(set) var beginsLikeSentence = false
  private(set) var endsSentence = false
  private(set) var endsWithColon = false
  private(set) var endsWithQuestion = false
  /// Up to eight words that are no sentence, as an item of a list without its bullet.
  private(set) var isListedName = false
  /// Begins with a few words and a colon or a spaced dash.
  private(set) var hasLead = false

  var isBlank: Bool { content.isEmpty || isUnderline && bullet == nil && !isAfterText }
  private var isAfterText = false

  /// - Complexity: O(length of the line).
  init(_ source: SourceText, _ line: Range<Int>) {
    let bytes = source.bytes
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, Self.isSpace(bytes, start) { start += bytes[start] < 0x80 ? 1 : 2 }
    while end > start, bytes[end - 1].isSpaceByte { end -= 1 }
    start = min(start, end)
    content = start..<end
    readMark(bytes, indent: start - line.lowerBound)
    guard !content.isEmpty else { return }
    let text = bytes[content]
    isUnderline =
      text.count > 2
      && text.allSatisfy { $0 == text[text.startIndex] }
      && "=-_*~".utf8.contains(text[text.startIndex])
    isAfterText = isUnderline && line.lowerBound > 0 && Self.hasTextBefore(bytes, line.lowerBound)
    readForm(text)
  }

  private mutating func readForm(_ text: ArraySlice<UInt8>) {
    let first = text[text.startIndex]
    beginsLikeSentence = first.isUpperByte || first.isDigitByte || first >= 0x80
    let last = text[text.endIndex - 1]
    endsSentence = ".!?".utf8.contains(last)
    endsWithColon = last == 0x3a
    endsWithQuestion = last == 0x3f
    isCapital =
      text.count(where: \.isUpperByte) > 3 && !text.contains(where: \.isLowerByte)
    let isOpen = ".,;:!".utf8.contains(last) || Self.leavesOpen(text)
    if text.count <= 100, bullet == nil {
      let words = text.split(separator: 0x20).count
      isShortTitle = !isOpen && words <= 12 && text.contains(where: \.isLetterByte)
      isListedName = isShortTitle && words <= 8 && last != 0x3f
    }
    for index in text.indices.prefix(60).dropFirst() {
      let byte = text[index]
      if byte == 0x2e { break }
      if byte == 0x3a, index + 1 < text.endIndex, text[index + 1] == 0x20 {
        hasLead = true
        break
      }
    }
  }

  /// "Causes of gout include": a list follows, and what names it is no title.
  private static func leavesOpen(_ text: ArraySlice<UInt8>) -> Bool {
    let last = text.suffix(12).split(separator: 0x20).last ?? []
    return ["include", "includes", "including", "are", "following", "may"].contains { word in
      last.elementsEqual(word.utf8) && last.count < text.count
    }
  }

  /// Takes a bullet, a number or heading marks off the content.
  private mutating func readMark(_ bytes: [UInt8], indent: Int) {
    guard let first = content.first else { return }
    var place = first
    let end = content.upperBound
    var number: Int?
    switch bytes[first] {
    case 0x23:
      while place < end, bytes[place] == 0x23, place - first < 7 { place += 1 }
      if place - first <= 6, place < end, bytes[place] == 0x20 { headingMarks = place - first }
    case 0x2a, 0x2d, 0x2b: place += 1
    case 0x6f: place += 1  // a lone "o", the second bullet of a word processor
    case 0x30...0x39:
      var value = 0
      while place < end, bytes[place].isDigitByte, place - first < 4 {
        value = value * 10 + Int(bytes[place] - 0x30)
        place += 1
      }
      guard place < end, bytes[place] == 0x2e || bytes[place] == 0x29 else { return }
      place += 1
      number = value
    default:
      guard let width = Self.bulletWidth(bytes, first, end) else { return }
      place += width
      // Only these need no space after them: they are nothing else.
      return takeMark(bytes, from: place, needsSpace: false, Bullet(indent: indent, number: nil))
    }
    let mark = headingMarks > 0 ? nil : Bullet(indent: indent, number: number)
    takeMark(bytes, from: place, needsSpace: true, mark)
  }

  private mutating func takeMark(
    _ bytes: [UInt8], from place: Int, needsSpace: Bool, _ mark: Bullet?
  ) {
    var start = place
    let end = content.upperBound
    while start < end, Self.isSpace(bytes, start) { start += bytes[start] < 0x80 ? 1 : 2 }
    if needsSpace && start == place || start >= end { return }
    content = start..<end
    bullet = mark
  }

  /// A dash that stands for a bullet, or a sign that is one.
  private static func bulletWidth(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let isDash =
      end - start > 3 && bytes[start] == 0xe2 && bytes[start + 1] == 0x80
      && (bytes[start + 2] == 0x93 || bytes[start + 2] == 0x94)
    return isDash ? 3 : BulletSign.width(bytes, start, before: end)
  }

  /// ASCII white space or a no-break space.
  private static func isSpace(_ bytes: [UInt8], _ place: Int) -> Bool {
    bytes[place].isSpaceByte
      || bytes[place] == 0xc2 && place + 1 < bytes.count && bytes[place + 1] == 0xa0
  }

  private static func hasTextBefore(_ bytes: [UInt8], _ lineStart: Int) -> Bool {
    var place = lineStart - 1
    if place >= 0, bytes[place] == 0x0a { place -= 1 }
    if place >= 0, bytes[place] == 0x0d { place -= 1 }
    return place >= 0 && bytes[place] != 0x0a && bytes[place] != 0x0d
  }
}
