/// What the form of a line of text says of it, whatever markup it came from.
struct LineForm {
  /// The line without space at its ends.
  private(set) var range: Range<Int>
  /// Bytes of a bullet or number at its beginning, with the space behind.
  private(set) var mark = 0
  /// Begins with a sign that is nothing but a bullet.
  private(set) var hasBullet = false
  /// The number of a numbered line.
  private(set) var number: Int?
  private(set) var words = 0
  /// Ends with `.`, `!`, `?`, `;` or `,`.
  private(set) var endsOpenly = false
  private(set) var endsWithColon = false
  private(set) var isQuestion = false
  private(set) var beginsUpper = false

  /// - Complexity: O(length), for what a line says by its first and last bytes and its words.
  init(_ text: [UInt8], _ line: Range<Int>) {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, text[start].isSpaceByte { start += 1 }
    while end > start, text[end - 1].isSpaceByte { end -= 1 }
    range = start..<end
    guard start < end else { return }
    readMark(text)
    var wasSpace = true
    for index in (start + mark)..<end {
      let isSpace = text[index].isSpaceByte
      if wasSpace, !isSpace {
        words += 1
        if words > Self.countedWords { break }
      }
      wasSpace = isSpace
    }
    switch text[end - 1] {
    case 0x2e, 0x21, 0x3b, 0x2c: endsOpenly = true
    case 0x3f: (endsOpenly, isQuestion) = (true, true)
    case 0x3a: endsWithColon = true
    default: break
    }
    if start + mark < end {
      let first = text[start + mark]
      beginsUpper = first.isUpperByte || first.isDigitByte || first >= 0x80
    }
  }

  private static let countedWords = 40

  /// Up to eight words that are no sentence.
  var isShort: Bool { (1...8).contains(words) && !endsOpenly && !endsWithColon }
  /// Up to 22 words that are no sentence.
  var isFragment: Bool { (1...22).contains(words) && !endsOpenly && !endsWithColon }

  private mutating func readMark(_ text: [UInt8]) {
    var place = range.lowerBound
    let end = range.upperBound
    if text[place].isDigitByte {
      var value = 0
      while place < end, text[place].isDigitByte, place - range.lowerBound < 3 {
        value = value * 10 + Int(text[place] - 0x30)
        place += 1
      }
      guard place + 1 < end, text[place] == 0x2e || text[place] == 0x29,
        text[place + 1].isSpaceByte
      else { return }
      number = value
      mark = place + 2 - range.lowerBound
    } else if "-*+".utf8.contains(text[place]) {
      if place + 1 < end, text[place + 1].isSpaceByte { mark = 2 }
    } else if let width = BulletSign.width(text, place, before: end) {
      take(width, text)
      hasBullet = mark > 0
    } else if text[place] == 0xe2, end - place > 3, text[place + 1] == 0x80,
      text[place + 2] == 0x93 || text[place + 2] == 0x94, text[place + 3].isSpaceByte
    {
      // A dash may go on with the sentence above it.
      take(3, text)
    }
  }

  private mutating func take(_ width: Int, _ text: [UInt8]) {
    var place = range.lowerBound + width
    while place < range.upperBound, text[place].isSpaceByte { place += 1 }
    if place < range.upperBound { mark = place - range.lowerBound }
  }

  // MARK: Questions

  /// A question as a heading asks it: short, and begun by a word that asks.
  func isAskedLikeHeading(_ text: [UInt8]) -> Bool {
    guard isQuestion, (2...14).contains(words) else { return false }
    let start = range.lowerBound + mark + questionMark(text)
    let word = text[start..<range.upperBound].prefix { $0.isLetterByte }.map(\.lowered)
    return Self.questionWords.contains(String(decoding: word, as: UTF8.self))
  }

  private static let questionWords: Set<String> = [
    "what", "which", "who", "whom", "whose", "why", "when", "where", "how", "is", "are", "can",
    "could", "do", "does", "did", "will", "should", "am", "has", "have",
  ]

  /// Bytes of a "Q:", "A:" or "Q." at the beginning, with the space behind.
  func questionMark(_ text: [UInt8]) -> Int {
    let start = range.lowerBound + mark
    guard start + 3 < range.upperBound, text[start] == 0x51 || text[start] == 0x41 else { return 0 }
    var place = start + 1
    while place < range.upperBound, place < start + 3, text[place].isDigitByte { place += 1 }
    guard place + 1 < range.upperBound, text[place] == 0x3a || text[place] == 0x2e,
      text[place + 1].isSpaceByte, text[start] == 0x51 || text[place] == 0x3a
    else { return 0 }
    return place + 2 - start
  }
}
