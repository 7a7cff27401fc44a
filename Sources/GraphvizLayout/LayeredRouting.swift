import GraphExport
import GraphModel

/// Finds the ways of the lines once boxes and channels have their places.
struct LayeredRouting {
  let layout: LayeredLayout
  let channels: [LayeredLayout.Channel]
  let channelFrames: [Rect]
  /// The place of every node's cell.
  let cells: [Rect]
  /// For each channel, the height of each of its lines.
  private var lanes: [[Int: Double]] = []
  private let bowLevels: [Int: Int]

  init(
    layout: LayeredLayout, boxes: [DrawingGeometry.PlacedBox],
    channels: [LayeredLayout.Channel], channelFrames: [Rect]
  ) {
    self.layout = layout
    self.channels = channels
    self.channelFrames = channelFrames
    let cells = Self.cells(boxes, count: layout.drawing.nodes.count)
    self.cells = cells
    bowLevels = Bow.levels(
      of: layout.lines.filter { layout.isBow($0) }.map {
        let edge = layout.drawing.edges[$0]
        return Bow(
          edge: $0, column: layout.columnOfNode[edge.subject], from: cells[edge.subject].midY,
          to: cells[edge.object].midY)
      })
    for (channel, frame) in zip(channels, channelFrames) {
      let order = channel.edges.sorted { a, b in
        let one = farY(a, hub: channel.hub)
        let other = farY(b, hub: channel.hub)
        return one == other ? a < b : one < other
      }
      var heights: [Int: Double] = [:]
      for (position, edge) in order.enumerated() {
        heights[edge] =
          frame.midY + (Double(position) - Double(order.count - 1) / 2) * LayeredLayout.laneSpacing
      }
      lanes.append(heights)
    }
  }

  /// The place of every node's cell in the picture.
  static func cells(_ boxes: [DrawingGeometry.PlacedBox], count: Int) -> [Rect] {
    var cells = [Rect](repeating: Rect(x: 0, y: 0, width: 0, height: 0), count: count)
    for placed in boxes {
      for cell in placed.box.cells { cells[cell.node] = cell.frame.moved(by: placed.origin) }
    }
    return cells
  }

  private func farY(_ edge: Int, hub: Int) -> Double {
    let ends = layout.drawing.edges[edge]
    return cells[ends.subject == hub ? ends.object : ends.subject].midY
  }

  /// The ways of all edges, in the drawing's order.
  ///
  /// - Complexity: O(m log m + m · columns).
  func routes() -> [DrawingGeometry.Route] {
    let edges = layout.drawing.edges
    var ends: [PortAssignment.End] = []
    for edge in layout.lines {
      let stops = self.stops(of: edge)
      let isLoop = edges[edge].subject == edges[edge].object
      for isSubject in [true, false] {
        let node = isSubject ? edges[edge].subject : edges[edge].object
        let other = isSubject ? edges[edge].object : edges[edge].subject
        let isLeft = layout.leavesLeft(edge, from: node)
        var key: Double
        if isLoop {
          key = isSubject ? 2e7 : 2e7 + 1
        } else if layout.isBow(edge) {
          // The nearest bow starts outermost, so that bows lie in one another.
          let distance = cells[other].midY - cells[node].midY
          key = distance < 0 ? -1e7 - distance : 1e7 - distance
        } else {
          let next = isLeft ? stops.last : stops.first
          key = next.map { lanes[$0][edge] ?? 0 } ?? cells[other].midY
        }
        ends.append(.init(edge: edge, isSubject: isSubject, node: node, isLeft: isLeft, key: key))
      }
    }
    let isWide = layout.drawing.nodes.map { $0.role == .condition }
    let ports = PortAssignment(ends: ends, cells: cells, usesWholeSide: isWide)
    return edges.indices.map { edge in
      guard !edges[edge].isContainment, let start = ports.subjects[edge],
        let end = ports.objects[edge]
      else { return .init(points: []) }
      let points =
        layout.isBow(edge)
        ? bow(edge, from: start, to: end) : path(edge, from: start, to: end)
      return .init(
        points: points, isRoomierAtSubject: ports.crowd(edge, true) <= ports.crowd(edge, false))
    }
  }

  /// The channels that a line passes, from left to right.
  private func stops(of edge: Int) -> [Int] {
    channels.indices.filter { lanes[$0][edge] != nil }
      .sorted { channels[$0].column < channels[$1].column }
  }

  private func path(_ edge: Int, from start: Point, to end: Point) -> [Point] {
    let isForward = start.x <= end.x
    let left = isForward ? start : end
    let right = isForward ? end : start
    var points = [left]
    for stop in stops(of: edge) {
      let y = lanes[stop][edge] ?? channelFrames[stop].midY
      let entry = Point(channelFrames[stop].x, y)
      let exit = Point(channelFrames[stop].maxX, y)
      points += Self.curve(from: points[points.count - 1], to: entry)
      points += Self.curve(from: entry, to: exit)
    }
    points += Self.curve(from: points[points.count - 1], to: right)
    return isForward ? points : points.reversed()
  }

  /// An S-curve that leaves and arrives level; without its first point.
  static func curve(from start: Point, to end: Point) -> [Point] {
    let middle = (start.x + end.x) / 2
    return [Point(middle, start.y), Point(middle, end.y), end]
  }

  private func bow(_ edge: Int, from start: Point, to end: Point) -> [Point] {
    let isLeft = layout.leavesLeft(edge, from: layout.drawing.edges[edge].subject)
    let reach = min(30 + 11 * Double(bowLevels[edge] ?? 0), 150) * (isLeft ? -1 : 1)
    return Bow.points(from: start, to: end, reach: reach)
  }
}

extension LayeredLayout {
  /// Whether a line stays within its column.
  func isBow(_ edge: Int) -> Bool {
    columnOfNode[drawing.edges[edge].subject] == columnOfNode[drawing.edges[edge].object]
  }
}
