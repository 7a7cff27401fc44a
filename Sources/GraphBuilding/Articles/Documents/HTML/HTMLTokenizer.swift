/// Cuts a page into tags and text (HTML Standard, §13.2.5), forgiving as browsers are.
///
/// Every byte is looked at a bounded number of times, whatever the page: a search that found
/// nothing up to the end is not repeated.
struct HTMLTokenizer {
  enum Token: Hashable {
    case text(Range<Int>)
    /// The attributes stand in `attributes`; ``HTMLAttributes`` reads them.
    case start(HTMLTag, attributes: Range<Int>, closesItself: Bool)
    case end(HTMLTag)
  }

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  /// The element whose raw text comes next.
  private var rawText: HTMLTag?
  /// From here on there is no such quote, or no end of a comment.
  private var lastDoubleQuote = Int.max
  private var lastSingleQuote = Int.max
  private var lastCommentEnd = Int.max

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  mutating func next() -> Token? {
    if let tag = rawText {
      rawText = nil
      let text = takeRawText(tag)
      if !text.isEmpty { return .text(text) }
    }
    while index < end {
      if bytes[index] == 0x3c, let token = markup() { return token }
      if index < end, !beginsMarkup(index) { return .text(takeText()) }
    }
    return nil
  }

  // MARK: Text

  private mutating func takeText() -> Range<Int> {
    let start = index
    index += 1
    while index < end, bytes[index] != 0x3c || !beginsMarkup(index) { index += 1 }
    return start..<index
  }

  /// `<` before a letter, `/`, `!` or `?`.
  private func beginsMarkup(_ place: Int) -> Bool {
    guard bytes[place] == 0x3c, place + 1 < end else { return false }
    let next = bytes[place + 1]
    return next.isLetterByte && next < 0x80 || next == 0x2f || next == 0x21 || next == 0x3f
  }

  /// The text up to the element's own end tag, or to the end of the page.
  private mutating func takeRawText(_ tag: HTMLTag) -> Range<Int> {
    let start = index
    let name = Array("\(tag)".utf8)
    while index < end {
      if tag != .plaintext, bytes[index] == 0x3c, index + 2 + name.count <= end,
        bytes[index + 1] == 0x2f,
        bytes[(index + 2)..<(index + 2 + name.count)].lazy.map(\.lowered).elementsEqual(name)
      {
        break
      }
      index += 1
    }
    return start..<index
  }

  // MARK: Markup

  /// A tag; nil where a comment or a declaration was passed over, or where it is no markup.
  private mutating func markup() -> Token? {
    guard beginsMarkup(index) else { return nil }
    switch bytes[index + 1] {
    case 0x21, 0x3f:
      skipComment()
      return nil
    case 0x2f:
      guard index + 2 < end, bytes[index + 2].isLetterByte, bytes[index + 2] < 0x80 else {
        skipTo(0x3e)
        return nil
      }
      index += 2
      let tag = takeName()
      _ = skipAttributes()
      return .end(tag)
    default:
      index += 1
      let tag = takeName()
      let start = index
      let closesItself = skipAttributes()
      if tag.isRawText { rawText = tag }
      return .start(tag, attributes: start..<index, closesItself: closesItself)
    }
  }

  private mutating func takeName() -> HTMLTag {
    var key: UInt64 = 0
    let start = index
    while index < end {
      let byte = bytes[index]
      if byte.isSpaceByte || byte == 0x2f || byte == 0x3e { break }
      key = HTMLTag.extend(key, with: byte.lowered)
      index += 1
    }
    return index - start <= 10 ? HTMLTag.named(key) : .other
  }

  /// Steps behind the `>` of a tag; says whether a `/` stands before it.
  private mutating func skipAttributes() -> Bool {
    var closesItself = false
    // An equals sign without a name before it begins one (WHATWG HTML, §13.2.5.32).
    var hasName = false
    while index < end {
      let byte = bytes[index]
      switch byte {
      case 0x3e:
        index += 1
        return closesItself
      case 0x3d where hasName:
        index += 1
        while index < end, bytes[index].isSpaceByte { index += 1 }
        skipValue()
        closesItself = false
        hasName = false
      default:
        closesItself = byte == 0x2f
        if !byte.isSpaceByte { hasName = !closesItself }
        index += 1
      }
    }
    return closesItself
  }

  private mutating func skipValue() {
    guard index < end else { return }
    let quote = bytes[index]
    if quote == 0x22 || quote == 0x27 {
      // A quote that is never closed is none.
      guard index < (quote == 0x22 ? lastDoubleQuote : lastSingleQuote) else { return }
      if let close = bytes[(index + 1)..<end].firstIndex(of: quote) {
        index = close + 1
      } else if quote == 0x22 {
        lastDoubleQuote = index
      } else {
        lastSingleQuote = index
      }
    } else {
      while index < end, bytes[index] != 0x3e, !bytes[index].isSpaceByte { index += 1 }
    }
  }

  private mutating func skipComment() {
    if index + 3 < end, bytes[index + 2] == 0x2d, bytes[index + 3] == 0x2d,
      index < lastCommentEnd
    {
      var place = index + 4
      // `<!-->` and `<!--->` are whole comments.
      if place < end, bytes[place] == 0x3e { return index = place + 1 }
      if place + 1 < end, bytes[place] == 0x2d, bytes[place + 1] == 0x3e {
        return index = place + 2
      }
      while place + 2 < end {
        if bytes[place] == 0x2d, bytes[place + 1] == 0x2d {
          if bytes[place + 2] == 0x3e { return index = place + 3 }
          if bytes[place + 2] == 0x21, place + 3 < end, bytes[place + 3] == 0x3e {
            return index = place + 4
          }
        }
        place += 1
      }
      // A comment without an end goes to the next `>`: the page is not lost.
      lastCommentEnd = index
    }
    skipTo(0x3e)
  }

  private mutating func skipTo(_ byte: UInt8) {
    while index < end, bytes[index] != byte { index += 1 }
    index = min(index + 1, end)
  }
}

/// The attributes of a tag, in order.
struct HTMLAttributes: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// The places of a name and its value; the value of an attribute without one is empty.
  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    while index < end, bytes[index].isSpaceByte || bytes[index] == 0x2f { index += 1 }
    guard index < end, bytes[index] != 0x3e else { return nil }
    let start = index
    index += 1
    while index < end, !bytes[index].isSpaceByte, ![0x2f, 0x3d, 0x3e].contains(bytes[index]) {
      index += 1
    }
    let name = start..<index
    while index < end, bytes[index].isSpaceByte { index += 1 }
    guard index < end, bytes[index] == 0x3d else { return (name, index..<index) }
    index += 1
    while index < end, bytes[index].isSpaceByte { index += 1 }
    guard index < end else { return (name, index..<index) }
    let quote = bytes[index]
    if quote == 0x22 || quote == 0x27,
      let close = bytes[(index + 1)..<end].firstIndex(of: quote)
    {
      let value = index + 1..<close
      index = close + 1
      return (name, value)
    }
    let first = index
    while index < end, bytes[index] != 0x3e, !bytes[index].isSpaceByte { index += 1 }
    return (name, first..<index)
  }
}
