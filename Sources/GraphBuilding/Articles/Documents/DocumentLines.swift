extension Document {
  /// The level of a heading that is one by its form alone: below all that are marked as such.
  static let lowestHeading = 7

  /// Where a line of an open block ends.
  struct LineBreak: Sendable, Hashable {
    /// The byte of the text before the space that stands for the break.
    var offset: Int
    /// Whether the reader sees the break.
    var isHard: Bool
  }

  /// Ends a block whose lines may be blocks of their own: a line in strong type or a question is
  /// the heading of those below it, and lines with bullets, or short ones, are a list.
  ///
  /// - Complexity: O(length of the block).
  mutating func endBlock(_ kind: Block.Kind, breaks: [LineBreak]) {
    guard !breaks.isEmpty, kind.holdsLines else { return endBlock(kind) }
    var lines: [Line] = []
    var start = openText.lowerBound
    for place in breaks + [LineBreak(offset: text.count, isHard: true)] {
      let range = start..<max(start, place.offset)
      lines.append(
        Line(form: LineForm(text, range), end: range.upperBound, isHard: place.isHard))
      start = range.upperBound
    }
    lines.removeAll { $0.form.range.isEmpty }
    var first = 0
    for number in lines.indices where isHeading(number, lines) {
      endLines(lines[first..<number], kind)
      endBlock(.heading(level: Self.lowestHeading), at: lines[number].end)
      first = number + 1
    }
    endLines(lines[first...], kind)
    endBlock(kind)
  }

  private struct Line {
    var form: LineForm
    var end: Int
    var isHard: Bool
  }

  private func isHeading(_ number: Int, _ lines: [Line]) -> Bool {
    let form = lines[number].form
    guard number + 1 < lines.count else {
      // Behind a whole sentence a line in strong type heads what the next block holds.
      return number > 0 && lines[number - 1].form.endsOpenly && isStrong(form.range)
        && form.beginsUpper && form.isShort
    }
    if (1...14).contains(form.words), isStrong(form.range), !form.endsOpenly || form.isQuestion {
      return true
    }
    let isBegun = number == 0 || lines[number - 1].form.endsOpenly
    return isBegun && form.beginsUpper && form.isAskedLikeHeading(text)
  }

  /// The first item of a list within lines: bullets are nothing else; dashes and numbers could be
  /// part of a sentence, unless every line from there on has one.
  private func firstItem(_ lines: ArraySlice<Line>) -> Int? {
    guard let marked = lines.firstIndex(where: { $0.form.mark > 0 }) else { return nil }
    if lines[marked].form.hasBullet { return marked }
    let rest = lines[marked...]
    return rest.count > 1 && rest.allSatisfy { $0.form.mark > 0 } ? marked : nil
  }

  private mutating func endLines(_ lines: ArraySlice<Line>, _ kind: Block.Kind) {
    guard let first = lines.first, let last = lines.last else { return }
    let depth = kind.itemDepth
    let leads = lines.indices.filter { isLed(lines[$0]) }
    if leads.count > 1 {
      if let lead = leads.first, lead > lines.startIndex { endBlock(kind, at: lines[lead - 1].end) }
      for (place, lead) in leads.enumerated() {
        let next = place + 1 < leads.count ? leads[place + 1] : lines.endIndex
        let skipped = lines[lead].form.range.lowerBound - openText.lowerBound
        endBlock(.item(depth: depth, number: nil), at: lines[next - 1].end, without: skipped)
      }
      return
    }
    if let marked = firstItem(lines) {
      if marked > lines.startIndex { endBlock(kind, at: lines[marked - 1].end) }
      var number = marked
      while number < lines.endIndex {
        let form = lines[number].form
        var next = number + 1
        // A line without a mark goes on with the item above it.
        while next < lines.endIndex, lines[next].form.mark == 0 { next += 1 }
        let skipped = form.range.lowerBound - openText.lowerBound + form.mark
        endBlock(
          .item(depth: depth, number: form.number), at: lines[next - 1].end, without: skipped)
        number = next
      }
    } else if first.form.endsWithColon, lines.count > 2,
      lines.dropFirst().allSatisfy({ $0.form.isShort })
    {
      endBlock(kind, at: first.end)
      for line in lines.dropFirst() { endBlock(.item(depth: depth, number: nil), at: line.end) }
    } else if lines.count > 2,
      lines.dropLast().allSatisfy(\.isHard) && lines.allSatisfy({ $0.form.isShort })
    {
      for line in lines { endBlock(.item(depth: depth, number: nil), at: line.end) }
    } else {
      endBlock(kind, at: last.end)
    }
  }

  /// Whether a line begins with a few words in strong type that a colon, a dash or a full stop
  /// ends: "**Stress:** …".
  private func isLed(_ line: Line) -> Bool {
    let start = line.form.range.lowerBound
    guard
      let span = openSpan(endingAfter: start + 1).first(where: {
        $0.kind == .strong && $0.text.lowerBound == start
      }),
      span.text.upperBound < line.form.range.upperBound, span.text.count < 100
    else { return false }
    let inside = text[span.text].last { !$0.isSpaceByte }
    let behind = text[span.text.upperBound..<line.form.range.upperBound].first { !$0.isSpaceByte }
    return [inside, behind].contains { $0 == 0x3a } || inside == 0x2e || behind == 0x2d
      || text[span.text.upperBound...].prefix(5).contains(0xe2)
  }

  /// Whether a stretch of text is strong as a whole, but for punctuation at its end.
  private func isStrong(_ range: Range<Int>) -> Bool {
    openSpan(endingAfter: range.upperBound - 1).contains {
      $0.kind == .strong && $0.text.lowerBound <= range.lowerBound
    }
  }

  /// The first few spans that end at a place or behind it. Spans end in order while a document is
  /// written.
  ///
  /// - Complexity: O(log spans).
  private func openSpan(endingAfter place: Int) -> ArraySlice<Span> {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].text.upperBound < place { low = middle + 1 } else { high = middle }
    }
    return spans[low...].prefix(8)
  }
}

extension Document.Block.Kind {
  fileprivate var holdsLines: Bool {
    switch self {
    case .paragraph, .item, .continuation: true
    default: false
    }
  }

  /// The depth of a list that begins within such a block.
  fileprivate var itemDepth: Int {
    switch self {
    case .item(let depth, _), .continuation(let depth): depth + 1
    default: 1
    }
  }
}
