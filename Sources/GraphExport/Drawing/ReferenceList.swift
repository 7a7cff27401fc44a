/// The numbered list of the works that the numbers on the lines stand for, in columns.
struct ReferenceList {
  let references: [DrawingReference]

  /// The most works that are listed; the rest are counted.
  static let longest = 200
  static let titleStyle = TextStyle(size: 13, isBold: true)
  static let textStyle = TextStyle(size: 12)
  static let columnGap = 32.0

  init(_ references: [DrawingReference]) { self.references = references }

  func items(x: Double, y: Double, width: Double) -> ComposedPart {
    let columns = max(1, min(3, Int(width / 330), references.count))
    let columnWidth = (width - Self.columnGap * Double(columns - 1)) / Double(columns)
    let shown = references.prefix(Self.longest)
    let style = Self.textStyle
    let numberWidth = TextMetrics.width(of: "\(shown.count). ", style) + 5
    let wrapped = shown.map {
      LabelWrapping.lines(of: $0.text, style: style, width: columnWidth - numberWidth, limit: 5)
    }
    let heights = wrapped.map { Double($0.count) * style.lineHeight + 7 }
    let breaks = Self.breaks(heights, columns: columns)

    var items: [Picture.Item] = [
      .text(
        .init(
          TextLine("References", style: Self.titleStyle), at: Point(x, y + 10),
          style: Self.titleStyle, ink: .text))
    ]
    var tallest = 0.0
    for column in 0..<columns {
      var top = y + 22
      let left = x + Double(column) * (columnWidth + Self.columnGap)
      for entry in breaks[column]..<breaks[column + 1] {
        var baseline = top + 11
        let number = TextLine("\(entry + 1).", style: style)
        var parts: [Picture.Item] = [
          .text(
            .init(
              number, at: Point(left + numberWidth - 5 - number.width, baseline), style: style,
              ink: .muted))
        ]
        for line in wrapped[entry] {
          parts.append(
            .text(
              .init(line, at: Point(left + numberWidth, baseline), style: style, ink: .text)))
          baseline += style.lineHeight
        }
        items.append(
          .group(
            .init(
              classes: ["reference"], link: shown[entry].link, items: parts)))
        top += heights[entry]
      }
      tallest = max(tallest, top - y)
    }
    if references.count > shown.count {
      let rest = TextLine("and \(references.count - shown.count) more", style: style)
      items.append(.text(.init(rest, at: Point(x, y + tallest + 11), style: style, ink: .muted)))
      tallest += style.lineHeight + 7
    }
    return ComposedPart(items: items, height: tallest)
  }

  /// Where each column begins, so that the tallest is as low as it can be with the order kept.
  private static func breaks(_ heights: [Double], columns: Int) -> [Int] {
    func fill(_ limit: Double) -> [Int]? {
      var breaks = [0]
      var used = 0.0
      for (position, height) in heights.enumerated() {
        if used > 0, used + height > limit {
          breaks.append(position)
          used = 0
          if breaks.count > columns { return nil }
        }
        used += height
      }
      while breaks.count <= columns { breaks.append(heights.count) }
      return breaks
    }
    var low = heights.max() ?? 0
    var high = heights.reduce(0, +) + 1
    for _ in 0..<24 {
      let middle = (low + high) / 2
      if fill(middle) != nil { high = middle } else { low = middle }
    }
    return fill(high) ?? [0] + [Int](repeating: heights.count, count: columns)
  }
}
