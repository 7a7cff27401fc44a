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
    guard number + 1 < lines.count else { return false }
    let form = lines[number].form
    if (1...14).contains(form.words), isStrong(form.range), !form.endsOpenly || form.isQuestion {
      return true
    }
    let isBegun = number == 0 || lines[number - 1].form.endsOpenly
    return isBegun && form.beginsUpper && form.isAskedLikeHeading(text)
  }

  private mutating func endLines(_ lines: ArraySlice<Line>, _ kind: Block.Kind) {
    guard let first = lines.first, let last = lines.last else { return }
    let depth = kind.itemDepth
    if let marked = lines.firstIndex(where: { $0.form.mark > 0 }),
      marked + 1 < lines.endIndex || lines[marked].form.hasBullet,
      lines[marked].form.hasBullet || lines[marked...].allSatisfy({ $0.form.mark > 0 })
    {
      if marked > lines.startIndex { endBlock(kind, at: lines[marked - 1].end) }
      for number in lines[marked...].indices where lines[number].form.mark > 0 {
        // A line without a bullet goes on in the item above it.
        let next = lines[(number + 1)...].firstIndex { $0.form.mark > 0 } ?? lines.endIndex
        let form = lines[number].form
        let skipped = form.range.lowerBound - openText.lowerBound + form.mark
        endBlock(
          .item(depth: depth, number: form.number), at: lines[next - 1].end, without: skipped)
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

  /// Whether a stretch of text is strong as a whole, but for punctuation at its end. Spans end in
  /// order while a document is written.
  ///
  /// - Complexity: O(log spans).
  private func isStrong(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].text.upperBound < range.upperBound - 1 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return spans[low...].prefix(8).contains {
      $0.kind == .strong && $0.text.lowerBound <= range.lowerBound
    }
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
