import GraphExport

/// Lines that join the same two boxes, led side by side through a place of their own.
///
/// Left to itself, `dot` draws such lines over one another. Here they share one box that nobody
/// sees, half-way between their ends: each passes it level, in a lane of its own, under the words
/// of its statement.
struct ParallelLanes {
  /// Positions of edges in the drawing, from the top lane to the bottom.
  let edges: [Int]
  /// The box at the left and the box at the right.
  let tail: Int
  let head: Int
  let labels: [TextLine]

  static let spacing = 20.0
  static let labelStyle = TextStyle(size: 11)

  var size: LayoutProblem.Box {
    .init(
      width: (labels.map(\.width).max() ?? 0) + 20,
      height: Double(edges.count) * Self.spacing + 8)
  }

  /// The groups of two lines or more between the same boxes, in the order of their first lines.
  ///
  /// Lanes are in the order of the concepts at their ends, so that they need not cross.
  ///
  /// - Parameters:
  ///   - heights: how far down in its box each concept stands.
  ///   - ends: for each edge the boxes at its left and at its right; nil for an edge that is no
  ///     line between two boxes.
  /// - Complexity: O(m log m).
  static func groups(
    _ drawing: Drawing, heights: [Double], ends: [(tail: Int, head: Int)?]
  ) -> [ParallelLanes] {
    func height(_ edge: Int) -> Double {
      heights[drawing.edges[edge].subject] + heights[drawing.edges[edge].object]
    }
    let lines = ends.indices.filter { ends[$0].map { $0.tail != $0.head } ?? false }
      .sorted { a, b in
        guard let one = ends[a], let other = ends[b] else { return a < b }
        return (one.tail, one.head, a) < (other.tail, other.head, b)
      }
    var groups: [ParallelLanes] = []
    var first = 0
    while first < lines.count {
      var last = first + 1
      while last < lines.count, let one = ends[lines[first]], let other = ends[lines[last]],
        one.tail == other.tail, one.head == other.head
      {
        last += 1
      }
      if last - first > 1, let (tail, head) = ends[lines[first]] {
        let edges = lines[first..<last].sorted { (height($0), $0) < (height($1), $1) }
        groups.append(
          ParallelLanes(
            edges: edges, tail: tail, head: head,
            labels: edges.map { TextLine(drawing.edges[$0].verb, style: labelStyle) }))
      }
      first = last
    }
    return groups.sorted { ($0.edges.min() ?? 0) < ($1.edges.min() ?? 0) }
  }

  /// The height of a lane in the picture.
  private func height(of lane: Int, in frame: Rect) -> Double {
    frame.midY + 5 + (Double(lane) - Double(edges.count - 1) / 2) * Self.spacing
  }

  /// The way of a lane from the box at the left to the box at the right.
  ///
  /// - Parameters:
  ///   - frame: the place of the lanes.
  ///   - before: what `dot` found from the left box to the lanes, and `after` from there.
  func way(
    of lane: Int, in frame: Rect, from left: Rect, to right: Rect, before: [Point], after: [Point]
  ) -> [Point] {
    let y = height(of: lane, in: frame)
    let entry = Point(frame.x, y)
    let exit = Point(frame.maxX, y)
    let start = Point(left.maxX, left.midY)
    let end = Point(right.x, right.midY)
    return [start] + Self.piece(before, from: start, to: entry)
      + LayeredRouting.curve(from: entry, to: exit) + Self.piece(after, from: exit, to: end)
  }

  /// A way between two points, without the first: an S-curve, or along what `dot` found where that
  /// goes around something.
  private static func piece(_ found: [Point], from start: Point, to end: Point) -> [Point] {
    guard found.count > 4 else { return LayeredRouting.curve(from: start, to: end) }
    let last = found.count - 1
    // The shift at either end fades into that at the other, so that lanes stay apart.
    let atStart = start.y - found[0].y
    let atEnd = end.y - found[last].y
    var points = found.enumerated().map { position, point in
      let share = Double(position) / Double(last)
      return Point(point.x, point.y + atStart * (1 - share) + atEnd * share)
    }
    points[0] = start
    points[last] = end
    return Array(points.dropFirst())
  }

  /// The words over a lane.
  func label(of lane: Int, in frame: Rect) -> DrawingGeometry.Label {
    let line = labels[lane]
    return .init(
      line: line,
      origin: Point(frame.midX - line.width / 2, height(of: lane, in: frame) - 5))
  }
}
