extension Document {
  /// The document without some stretches of its text, which must be in order and apart, and the
  /// new offsets of some places of the text.
  ///
  /// - Complexity: O(length + p log p) for p places and marks.
  func removing(
    _ removed: [Range<Int>], moving places: [Int]
  ) -> (document: Document, places: [Int]) {
    var result = Document(source: source)
    var gaps: [Range<Int>] = []
    var cut = removed.makeIterator()
    var next = cut.next()
    var segment = 0
    var gapStart = 0
    for block in blocks {
      // A rebuilt document has nothing between its blocks.
      if block.text.lowerBound > gapStart { gaps.append(gapStart..<block.text.lowerBound) }
      gapStart = block.text.upperBound
      var index = block.text.lowerBound
      while index < block.text.upperBound {
        if let range = next, range.lowerBound <= index {
          index = max(index, min(range.upperBound, block.text.upperBound))
          if range.upperBound <= index { next = cut.next() }
          continue
        }
        while segment + 1 < segments.count, segments[segment + 1].text <= index { segment += 1 }
        var end = min(block.text.upperBound, next?.lowerBound ?? block.text.upperBound)
        if segment + 1 < segments.count { end = min(end, segments[segment + 1].text) }
        result.append(
          text[index..<end], at: segments[segment].source + (index - segments[segment].text))
        index = end
      }
      result.endBlock(block.kind)
    }
    let map = OffsetMap(removed: (removed + gaps).sorted { $0.lowerBound < $1.lowerBound })
    result.takeMarks(
      spans: spans.compactMap { span in
        let range = map[span.text.lowerBound]..<map[span.text.upperBound]
        return range.isEmpty ? nil : Span(kind: span.kind, text: range)
      },
      footnoteMarks: footnoteMarks.map { FootnoteMark(label: $0.label, offset: map[$0.offset]) })
    return (result, places.map { map[$0] })
  }
}

/// Where places of a text are after stretches of it were removed.
private struct OffsetMap {
  private let removed: [Range<Int>]
  /// Bytes removed before each stretch.
  private var gone: [Int] = []

  init(removed: [Range<Int>]) {
    self.removed = removed
    var total = 0
    for range in removed {
      gone.append(total)
      total += range.count
    }
  }

  /// - Complexity: O(log stretches).
  subscript(place: Int) -> Int {
    var low = 0
    var high = removed.count
    while low < high {
      let middle = (low + high) / 2
      if removed[middle].lowerBound < place { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return place }
    let last = removed[low - 1]
    return place - gone[low - 1] - min(last.count, place - last.lowerBound)
  }
}
