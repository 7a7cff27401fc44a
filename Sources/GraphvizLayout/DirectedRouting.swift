import GraphExport

/// Takes the ways that `dot` found and gives every end a place of its own.
struct DirectedRouting {
  let drawing: Drawing
  let boxes: [DrawingGeometry.PlacedBox]
  let cells: [Rect]
  /// The position in `boxes` of each node's box.
  let boxOfNode: [Int]
  /// What `dot` found, for each edge; empty where there is none.
  let found: [[Point]]

  init(
    drawing: Drawing, boxes: [DrawingGeometry.PlacedBox], rootOfNode: [Int], found: [[Point]]
  ) {
    self.drawing = drawing
    self.boxes = boxes
    self.found = found
    cells = LayeredRouting.cells(boxes, count: drawing.nodes.count)
    var boxOfNode = [Int](repeating: 0, count: drawing.nodes.count)
    for (position, box) in boxes.enumerated() {
      for cell in box.box.cells { boxOfNode[cell.node] = position }
    }
    self.boxOfNode = boxOfNode
  }

  /// How an edge is drawn.
  private enum Shape {
    case none
    /// Along `dot`'s way, from side to side; whether each end is at the left of its box.
    case along(subjectIsLeft: Bool, objectIsLeft: Bool)
    /// Beside the boxes.
    case bow
  }

  /// The ways of all edges, in the drawing's order.
  func routes() -> [DrawingGeometry.Route] {
    let shapes = drawing.edges.indices.map(shape)
    var ends: [PortAssignment.End] = []
    var bows: [Bow] = []
    for (position, edge) in drawing.edges.enumerated() {
      switch shapes[position] {
      case .none: continue
      case .along(let subjectIsLeft, let objectIsLeft):
        let way = found[position]
        ends.append(
          .init(
            edge: position, isSubject: true, node: edge.subject, isLeft: subjectIsLeft,
            key: way[min(3, way.count - 1)].y))
        ends.append(
          .init(
            edge: position, isSubject: false, node: edge.object, isLeft: objectIsLeft,
            key: way[max(0, way.count - 4)].y))
      case .bow:
        let distance = cells[edge.object].midY - cells[edge.subject].midY
        for isSubject in [true, false] {
          let reach = isSubject ? distance : -distance
          var key = reach < 0 ? -1e7 - reach : 1e7 - reach
          if edge.subject == edge.object { key = isSubject ? 2e7 : 2e7 + 1 }
          ends.append(
            .init(
              edge: position, isSubject: isSubject, node: isSubject ? edge.subject : edge.object,
              isLeft: false, key: key))
        }
        bows.append(
          Bow(
            edge: position, column: boxOfNode[edge.subject], from: cells[edge.subject].midY,
            to: cells[edge.object].midY))
      }
    }
    let levels = Bow.levels(of: bows)
    let ports = PortAssignment(
      ends: ends, cells: cells, usesWholeSide: [Bool](repeating: false, count: cells.count))
    return drawing.edges.indices.map { edge in
      guard let start = ports.subjects[edge], let end = ports.objects[edge] else {
        return .init(points: [])
      }
      let isRoomier = ports.crowd(edge, true) <= ports.crowd(edge, false)
      if case .bow = shapes[edge] {
        let reach = clearance(of: edge, from: start, to: end)
        let points = Bow.points(
          from: start, to: end, reach: reach + 26 + 10 * Double(min(levels[edge] ?? 0, 12)))
        return .init(points: points, isRoomierAtSubject: isRoomier)
      }
      return .init(
        points: Self.attached(found[edge], to: start, and: end), isRoomierAtSubject: isRoomier)
    }
  }

  private func shape(of edge: Int) -> Shape {
    let ends = drawing.edges[edge]
    if ends.isContainment { return .none }
    let way = found[edge]
    guard let first = way.first, let last = way.last, way.count >= 4 else { return .bow }
    let subject = boxes[boxOfNode[ends.subject]].frame
    let object = boxes[boxOfNode[ends.object]].frame
    guard let subjectIsLeft = Self.side(of: first, on: subject),
      let objectIsLeft = Self.side(of: last, on: object)
    else { return .bow }
    return .along(subjectIsLeft: subjectIsLeft, objectIsLeft: objectIsLeft)
  }

  /// Whether a point is at the left or at the right border; nil where it is at neither.
  private static func side(of point: Point, on frame: Rect) -> Bool? {
    if abs(point.x - frame.x) < 2 { return true }
    if abs(point.x - frame.maxX) < 2 { return false }
    return nil
  }

  /// How far the boxes between the ends of a bow stand out beyond them.
  private func clearance(of edge: Int, from start: Point, to end: Point) -> Double {
    let base = max(start.x, end.x)
    let left = min(start.x, end.x)
    let low = min(start.y, end.y)
    let high = max(start.y, end.y)
    var reach = base
    for box in boxes
    where box.frame.y < high && box.frame.maxY > low && box.frame.x < base && box.frame.maxX > left
    {
      reach = max(reach, box.frame.maxX)
    }
    return reach - base
  }

  /// The way with its ends moved to their places; the next points move along, so that the line
  /// arrives from the same direction.
  private static func attached(_ way: [Point], to start: Point, and end: Point) -> [Point] {
    var points = way
    let last = points.count - 1
    guard last >= 3 else { return [start] + LayeredRouting.curve(from: start, to: end) }
    let head = start.y - points[0].y
    let tail = end.y - points[last].y
    points[0] = start
    points[1].y += head
    points[last] = end
    points[last - 1].y += tail
    return points
  }
}
