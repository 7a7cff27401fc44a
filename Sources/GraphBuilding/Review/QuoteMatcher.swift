/// Compares a quote with the file that it was read from, markup aside.
///
/// A quote is a sentence as a reader sees it. It *stands* at a stretch of the file when the
/// stretch becomes the quote by leaving out markup and nothing else. What may be left out is
/// written down in ``MarkupForms``; beyond that,
/// - any white space, in the file or the quote, is one space, and none at either end;
/// - a character reference (`&eacute;`, `&#233;`) is the character that it stands for, and NUL is
///   U+FFFD, as which it is shown.
///
/// This knows nothing of how articles are read, so that it proves what the reader says.
struct QuoteMatcher {
  private let bytes: [UInt8]
  private let forms: MarkupForms

  init(_ source: SourceText, _ format: ArticleFormat) {
    bytes = source.bytes
    forms = MarkupForms(source.bytes, format)
  }

  /// Whether the quote stands at exactly these bytes.
  ///
  /// - Complexity: O(length of both), as long as few marks can be read in two ways.
  func stands(_ quote: [UInt8], at range: Range<Int>) -> Bool {
    end(of: quote, from: range.lowerBound, limit: range.upperBound, isWhole: true) != nil
  }

  /// Where the quote ends that begins at this byte; nil where it does not stand there.
  func end(of quote: [UInt8], from start: Int) -> Int? {
    end(of: quote, from: start, limit: bytes.count, isWhole: false)
  }

  /// A byte of the file and one of the quote up to which both agree.
  private struct Place: Hashable {
    var source: Int
    var quote: Int
  }

  private func end(of quote: [UInt8], from start: Int, limit: Int, isWhole: Bool) -> Int? {
    guard start >= 0, start <= limit, limit <= bytes.count else { return nil }
    var open = [Place(source: start, quote: 0)]
    var seen = Set<Place>()
    // Marks that can be read in two ways are few; a file that was made to have many of them gets
    // the answer no.
    var budget = 4 * quote.count + 4096
    while var place = open.popLast() {
      budget -= 1
      if budget < 0 { return nil }
      // Letters need no bookkeeping: they are left in one way only.
      while place.source < limit, place.quote < quote.count,
        bytes[place.source] == quote[place.quote], Self.isPlain(bytes[place.source])
      {
        place.source += 1
        place.quote += 1
      }
      guard seen.insert(place).inserted else { continue }
      if place.quote == quote.count {
        if !isWhole || place.source == limit { return place.source }
      } else if place.source == limit, space(quote, place.quote) == quote.count {
        return limit
      }
      guard place.source < limit else { continue }
      open += nexts(place, quote, limit)
    }
    return nil
  }

  /// Every way to go on, the best one last.
  private func nexts(_ place: Place, _ quote: [UInt8], _ limit: Int) -> [Place] {
    var nexts: [Place] = []
    func add(_ source: Int, _ inQuote: Int) {
      if source <= limit { nexts.append(Place(source: source, quote: inQuote)) }
    }
    let afterSpace = space(quote, place.quote)
    for end in forms.ends(at: place.source, limit) {
      add(end, place.quote)
      // Where a tag stands, a reader may see a gap: <br>, </td>.
      if bytes[place.source] == 0x3c, afterSpace > place.quote { add(end, afterSpace) }
    }
    if let reference = forms.character(at: place.source, limit) {
      let rest = quote[place.quote...]
      if let text = reference.text {
        if rest.starts(with: text) { add(reference.end, place.quote + text.count) }
        if MarkupForms.spaceWidth(text, 0) == text.count {
          add(reference.end, afterSpace)
        }
        if forms.isInvisible(text) { add(reference.end, place.quote) }
      } else if let first = rest.first, first >= 0x80 {
        let end = place.quote + 1 + rest.dropFirst().prefix { $0 & 0xc0 == 0x80 }.count
        // Few names stand for two characters, the second a mark on the first.
        if end < quote.count, quote[end] >= 0xc0 {
          let mark = quote[(end + 1)...].prefix { $0 & 0xc0 == 0x80 }.count
          add(reference.end, end + 1 + mark)
        }
        add(reference.end, end)
      }
    }
    if bytes[place.source] == 0, quote[place.quote...].starts(with: [0xef, 0xbf, 0xbd]) {
      add(place.source + 1, place.quote + 3)
    }
    let sourceSpace = forms.space(at: place.source, limit)
    // Within HTML, a `>` at the beginning of a line is one.
    let blank = forms.blank(at: place.source, limit)
    if blank > place.source, blank < sourceSpace { add(blank, max(afterSpace, place.quote)) }
    if sourceSpace > place.source {
      // Spaces at the ends, on both sides of a tag, or before a citation that is left out.
      add(sourceSpace, place.quote)
      if afterSpace > place.quote { add(sourceSpace, afterSpace) }
    } else if place.quote < quote.count, bytes[place.source] == quote[place.quote] {
      add(place.source + 1, place.quote + 1)
    }
    return nexts
  }

  /// Letters and digits of any script's first bytes begin no mark.
  private static func isPlain(_ byte: UInt8) -> Bool { byte.isLetterByte && byte < 0x80 }

  private func space(_ quote: [UInt8], _ place: Int) -> Int {
    var end = place
    while end < quote.count, let width = MarkupForms.spaceWidth(quote, end) { end += width }
    return end
  }
}
