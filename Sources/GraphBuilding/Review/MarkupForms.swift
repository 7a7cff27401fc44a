/// What a writer puts into a file that a reader does not see, as far as it can stand within a
/// sentence.
///
/// - In every format: citations in square brackets, `[@key; @key2, p. 3]`, `[4–6]`; superscript
///   digits, and digits that stick to the punctuation behind a word, as superscripts do that lost
///   their markup; the soft hyphen.
/// - In Markdown (CommonMark 0.31, §2.4, §2.5, §6; GitHub's extensions): `*`, `_`, `~` and
///   `` ` `` in any number; the backslash before punctuation or a line's end; the brackets and the
///   target of a link, `[`, `](address "title")`, `][label]`, `]`; a whole image; the mark of a
///   footnote, `[^1]`; `>` at the beginning of a line; and all of HTML.
/// - In HTML: tags, comments, the content of `sup`, in which citations are set, and of elements that
///   show nothing or no text, such as `script`, `svg` and `noscript`.
struct MarkupForms {
  private let bytes: [UInt8]
  private let format: ArticleFormat

  /// No mark but an image is longer, so that a search takes no time for what is none.
  private static let longest = 4096

  init(_ bytes: [UInt8], _ format: ArticleFormat) {
    self.bytes = bytes
    self.format = format
  }

  /// Where each mark ends that can be read at a byte; empty where none can.
  ///
  /// - Complexity: O(length of the mark), at most 4,096.
  func ends(at start: Int, _ limit: Int) -> [Int] {
    let limit = min(limit, start + Self.longest)
    guard start < limit else { return [] }
    switch bytes[start] {
    case 0x30...0x39: return numberEnds(start, limit)
    case 0x5b: return bracketEnds(start, limit)
    case 0xc2: return second(start, limit, [0xad, 0xb2, 0xb3, 0xb9]) ? [start + 2] : []
    case 0xe2:
      let isDigit =
        start + 2 < limit && bytes[start + 1] == 0x81 && (0xb0...0xb9).contains(bytes[start + 2])
      return isDigit || isInvisible(bytes[start..<min(limit, start + 3)]) ? [start + 3] : []
    case 0xef: return isInvisible(bytes[start..<min(limit, start + 3)]) ? [start + 3] : []
    default: break
    }
    switch format {
    case .plainText: return []
    case .html: return bytes[start] == 0x3c ? tagEnds(start, limit) : []
    case .markdown: return markdownEnds(start, limit)
    }
  }

  private func markdownEnds(_ start: Int, _ limit: Int) -> [Int] {
    switch bytes[start] {
    case 0x2a, 0x5f, 0x7e, 0x60: return [start + 1]
    case 0x5c:
      let isEscape =
        start + 1 < limit
        && (Self.isPunctuation(bytes[start + 1]) || bytes[start + 1].isSpaceByte)
      return isEscape ? [start + 1] : []
    case 0x5d:
      var ends = [start + 1]
      if start + 1 < limit, bytes[start + 1] == 0x28 {
        ends += close(start + 1, limit, 0x28, 0x29)
      } else if start + 1 < limit, bytes[start + 1] == 0x5b {
        ends += close(start + 1, limit, 0x5b, 0x5d)
      }
      return ends
    case 0x21:
      guard start + 1 < limit, bytes[start + 1] == 0x5b,
        let end = close(start + 1, limit, 0x5b, 0x5d).first
      else { return [] }
      guard end < limit, bytes[end] == 0x28 || bytes[end] == 0x5b else { return [end] }
      return close(end, limit, bytes[end], bytes[end] == 0x28 ? 0x29 : 0x5d)
    // An address in angle brackets is shown without them.
    case 0x3c: return tagEnds(start, limit) + [start + 1]
    case 0x3e: return [start + 1]
    default: return []
    }
  }

  // MARK: Brackets

  private func bracketEnds(_ start: Int, _ limit: Int) -> [Int] {
    var ends = format == .markdown ? [start + 1] : []
    if let end = close(start, limit, 0x5b, 0x5d).first, isCitation(start + 1..<end - 1) {
      ends.append(end)
    }
    return ends
  }

  /// `@key`, `^note`, or nothing but numbers and what stands between them.
  private func isCitation(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return false }
    let text = withoutTags(range)
    if text.contains(0x40) { return true }
    if format == .markdown, text.first == 0x5e { return true }
    return text.contains(where: \.isDigitByte)
      && text.allSatisfy {
        $0.isDigitByte || $0.isSpaceByte || ",;-".utf8.contains($0) || $0 >= 0x80
      }
  }

  /// The bytes of a range without the tags in it.
  private func withoutTags(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x3c, format != .plainText,
        let end = tagEnds(index, range.upperBound).last
      {
        index = max(end, index + 1)
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return text
  }

  /// The byte behind the bracket that closes the one at `start`, as a list of one or none.
  private func close(_ start: Int, _ limit: Int, _ open: UInt8, _ close: UInt8) -> [Int] {
    var depth = 0
    var index = start
    while index < limit {
      let byte = bytes[index]
      if byte == 0x5c, format == .markdown {
        index += 2
        continue
      }
      if byte == open { depth += 1 }
      if byte == close { depth -= 1 }
      index += 1
      if depth == 0 { return [index] }
    }
    return []
  }

  /// "blood,1,2 and": numbers that stick to the punctuation behind a word, before a space or more
  /// punctuation.
  private func numberEnds(_ start: Int, _ limit: Int) -> [Int] {
    guard start > 1, Self.stops.contains(bytes[start - 1]), !bytes[start - 2].isDigitByte,
      !bytes[start - 2].isSpaceByte
    else { return [] }
    var end = start
    while end < limit {
      if bytes[end].isDigitByte {
        end += 1
      } else if end + 1 < limit, ",-".utf8.contains(bytes[end]), bytes[end + 1].isDigitByte {
        end += 1
      } else if end + 3 < limit, bytes[end] == 0xe2, bytes[end + 1] == 0x80,
        bytes[end + 2] == 0x93, bytes[end + 3].isDigitByte
      {
        end += 3
      } else {
        break
      }
    }
    let isEnded = end == bytes.count || bytes[end].isSpaceByte || Self.stops.contains(bytes[end])
    return isEnded ? [end] : []
  }

  private static let stops = Array(".,;:!?)".utf8)

  // MARK: Tags

  private func tagEnds(_ start: Int, _ limit: Int) -> [Int] {
    if begins("<!--", start, limit) { return first("-->", after: start + 4, limit) }
    let isTag =
      start + 1 < limit
      && (bytes[start + 1].isLetterByte || bytes[start + 1] == 0x2f || bytes[start + 1] == 0x21
        || bytes[start + 1] == 0x3f)
    guard isTag, let first = first(">", after: start, limit).first else { return [] }
    // A `>` within a quoted value does not end the tag, unless its quote is never closed.
    let end = tagEnd(start, limit)
    let ends = end == first ? [first] : [first, end]
    for name in Self.unseen where begins("<\(name)", start, limit) {
      let after = start + 1 + name.utf8.count
      guard after < limit, !bytes[after].isLetterByte else { continue }
      return ends + self.first("</\(name)>", after: end, limit)
        + (name == "sup" ? [labelEnd(end, limit)] : [])
    }
    return ends
  }

  /// Elements whose content is no part of the text around them.
  private static let unseen = [
    "script", "style", "sup", "svg", "math", "title", "noscript", "template", "iframe", "select",
    "button", "textarea", "object", "audio", "video", "canvas", "rp", "rt",
  ]

  /// The byte behind the first `>` that stands in no quoted value: quotes are some only behind the
  /// `=` of an attribute (WHATWG HTML, §13.2.5.32 to 13.2.5.39).
  private func tagEnd(_ start: Int, _ limit: Int) -> Int {
    enum State { case tag, between, name, equals, value, quoted(UInt8) }
    var state = State.tag
    for index in start + 2..<max(limit, start + 2) {
      let byte = bytes[index]
      switch state {
      case .quoted(let quote): if byte == quote { state = .between }
      case _ where byte == 0x3e: return index + 1
      case .tag: if byte.isSpaceByte || byte == 0x2f { state = .between }
      // A quote that nothing closes is none.
      case .equals where byte == 0x22 || byte == 0x27:
        state = bytes[(index + 1)...].contains(byte) ? .quoted(byte) : .value
      case .equals: if !byte.isSpaceByte { state = .value }
      case .value: if byte.isSpaceByte { state = .between }
      case .name where byte == 0x3d: state = .equals
      case .name: if byte == 0x2f { state = .between }
      // An equals sign that no name stands before begins one.
      case .between: if !byte.isSpaceByte, byte != 0x2f { state = .name }
      }
    }
    return limit
  }

  /// The end of the numbers of a citation, tags among them, for a superscript that nothing closes.
  private func labelEnd(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit {
      if bytes[end] == 0x3c {
        end = tagEnd(end, limit)
      } else if bytes[end].isDigitByte || ",- ".utf8.contains(bytes[end]) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private func begins(_ word: String, _ start: Int, _ limit: Int) -> Bool {
    var index = start
    for byte in word.utf8 {
      guard index < limit, bytes[index].lowered == byte else { return false }
      index += 1
    }
    return true
  }

  /// The byte behind the first such word, as a list of one or none.
  private func first(_ word: String, after start: Int, _ limit: Int) -> [Int] {
    var index = start
    while index < limit {
      if begins(word, index, limit) { return [index + word.utf8.count] }
      index += 1
    }
    return []
  }

  // MARK: Characters

  /// A character reference: its end, and its character, or nil where only its name is known. Old
  /// pages leave out the semicolon. In plain text there are none.
  func character(at start: Int, _ limit: Int) -> (end: Int, text: [UInt8]?)? {
    guard format != .plainText, bytes[start] == 0x26 else { return nil }
    let inside = bytes[start + 1..<min(limit, start + 34)].prefix {
      $0 < 0x80 && ($0.isLetterByte || $0.isDigitByte || $0 == 0x23)
    }
    guard !inside.isEmpty else { return nil }
    func end(_ place: Int) -> Int { place < limit && bytes[place] == 0x3b ? place + 1 : place }
    guard inside.first == 0x23 else {
      let name = String(decoding: inside, as: UTF8.self)
      return (end(inside.endIndex), Self.named[name].map { Array($0.utf8) })
    }
    let isHex = inside.dropFirst().first?.lowered == 0x78
    let digits = inside.dropFirst(isHex ? 2 : 1).prefix {
      $0.isDigitByte || isHex && (0x61...0x66).contains($0.lowered)
    }
    guard !digits.isEmpty else { return nil }
    // What is no character, and 128 to 159, which HTML reads as Windows-1252 (WHATWG HTML,
    // §13.2.5.80), is some character beyond ASCII.
    let text = String(decoding: digits, as: UTF8.self)
    let value = UInt32(text, radix: isHex ? 16 : 10).flatMap { 0x80...0x9f ~= $0 ? nil : $0 }
    let scalar = value.flatMap { $0 > 0 ? Unicode.Scalar($0) : nil }
    return (end(digits.endIndex), scalar.map { Array(String(Character($0)).utf8) })
  }

  /// Whether a page shows nothing of a character: the soft hyphen, spaces and joiners without
  /// width, marks of direction.
  func isInvisible(_ character: some Collection<UInt8>) -> Bool {
    guard format == .html else { return false }
    let text = String(decoding: character, as: UTF8.self)
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
      return false
    }
    return switch scalar.value {
    case 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2064, 0xfeff: true
    default: false
    }
  }

  /// The names of characters that are not seen, that are white space or that begin in ASCII; every
  /// other name stands for one character beyond ASCII, or for one and a mark on it.
  private static let named: [String: String] = [
    "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"",
    "QUOT": "\"", "apos": "'", "nbsp": "\u{a0}", "Tab": "\t", "NewLine": "\n", "excl": "!",
    "num": "#", "dollar": "$", "percnt": "%", "lpar": "(", "rpar": ")", "ast": "*", "plus": "+",
    "comma": ",", "period": ".", "sol": "/", "colon": ":", "semi": ";", "equals": "=",
    "quest": "?", "commat": "@", "lsqb": "[", "lbrack": "[", "bsol": "\\", "rsqb": "]",
    "rbrack": "]", "lowbar": "_", "grave": "`", "lcub": "{", "lbrace": "{", "verbar": "|",
    "vert": "|", "rcub": "}", "rbrace": "}", "fjlig": "fj", "nvlt": "<\u{20d2}",
    "nvgt": ">\u{20d2}", "bne": "=\u{20e5}", "shy": "\u{ad}",
    "ZeroWidthSpace": "\u{200b}", "zwnj": "\u{200c}", "zwj": "\u{200d}", "lrm": "\u{200e}",
    "rlm": "\u{200f}", "NoBreak": "\u{2060}",
  ]

  // MARK: White space

  /// The end of the white space at a byte; in Markdown, with the `>` that begin the next line.
  func space(at start: Int, _ limit: Int) -> Int {
    var end = start
    var isLineStart = false
    while end < limit {
      if let width = Self.spaceWidth(bytes, end) {
        isLineStart = isLineStart || bytes[end] == 0x0a || bytes[end] == 0x0d
        end += width
      } else if isLineStart, format == .markdown, bytes[end] == 0x3e {
        end += 1
      } else {
        break
      }
    }
    return min(end, limit)
  }

  /// The end of the white space at a byte, and of nothing else.
  func blank(at start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, let width = Self.spaceWidth(bytes, end) { end += width }
    return min(end, limit)
  }

  /// The bytes of one character of white space; nil where there is none.
  static func spaceWidth(_ bytes: [UInt8], _ place: Int) -> Int? {
    let byte = bytes[place]
    if byte.isSpaceByte { return 1 }
    if byte == 0xc2, place + 1 < bytes.count, bytes[place + 1] == 0xa0 { return 2 }
    guard byte == 0xe2, place + 2 < bytes.count, bytes[place + 1] == 0x80 else { return nil }
    let last = bytes[place + 2]
    return (0x80...0x8a).contains(last) || last == 0xaf ? 3 : nil
  }

  private func second(_ start: Int, _ limit: Int, _ values: [UInt8]) -> Bool {
    start + 1 < limit && values.contains(bytes[start + 1])
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2f).contains(byte) || (0x3a...0x40).contains(byte) || (0x5b...0x60).contains(byte)
      || (0x7b...0x7e).contains(byte)
  }
}
