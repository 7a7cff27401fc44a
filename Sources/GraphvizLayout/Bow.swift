import GraphExport

/// A line between two boxes that stand one above the other, or from a box to itself.
struct Bow {
  var edge: Int
  var column: Int
  var from: Double
  var to: Double

  /// How many bows lie inside each bow, so that the outer ones reach farther.
  ///
  /// - Complexity: O(k²) for k bows.
  static func levels(of bows: [Bow]) -> [Int: Int] {
    let sorted = bows.sorted { a, b in
      let one = abs(a.from - a.to)
      let other = abs(b.from - b.to)
      return one == other ? a.edge < b.edge : one < other
    }
    var levels: [Int: Int] = [:]
    for (position, bow) in sorted.enumerated() {
      let low = min(bow.from, bow.to)
      let high = max(bow.from, bow.to)
      var level = 0
      for inner in sorted[..<position]
      where inner.column == bow.column && min(inner.from, inner.to) <= high
        && max(inner.from, inner.to) >= low
      {
        level = max(level, (levels[inner.edge] ?? 0) + 1)
      }
      levels[bow.edge] = level
    }
    return levels
  }

  /// A bow that reaches `reach` to the right, or to the left where that is negative.
  static func points(from start: Point, to end: Point, reach: Double) -> [Point] {
    // A cubic with both inner points at x = c reaches 3/4 of the way to c.
    let base = reach < 0 ? min(start.x, end.x) : max(start.x, end.x)
    let c = base + reach * 4 / 3
    return [start, Point(c, start.y), Point(c, end.y), end]
  }
}
