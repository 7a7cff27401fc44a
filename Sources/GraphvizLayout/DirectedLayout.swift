import GraphExport

/// The layout of a graph whose nodes have no roles: `dot` ranks them by the direction of the
/// edges, from left to right, and routes the lines around the boxes.
///
/// Lines that `dot` ends at the middle of a side are spread over it afterwards.
struct DirectedLayout {
  let drawing: Drawing
  let planner: BoxPlanner
  let rootOfNode: [Int]

  /// Above this number of boxes and lines, crossings and bends are traded for time.
  static let reducedAbove = 500
  /// Above this number of boxes and lines, lines are no longer led around boxes.
  static let leastAbove = 1_200

  init(_ drawing: Drawing) {
    self.drawing = drawing
    planner = BoxPlanner(drawing)
    rootOfNode = planner.rootOfNode
  }

  func geometry() throws(RenderError) -> DrawingGeometry {
    let roots = planner.roots
    var boxOfRoot: [Int: Int] = [:]
    for (position, root) in roots.enumerated() { boxOfRoot[root] = position }
    let ends = drawing.edges.map { edge -> (tail: Int, head: Int)? in
      guard !edge.isContainment, let tail = boxOfRoot[rootOfNode[edge.subject]],
        let head = boxOfRoot[rootOfNode[edge.object]]
      else { return nil }
      return (tail, head)
    }
    let places = FlowOrder.places(count: roots.count, lines: ends.compactMap { $0 })
    // An edge against the order leaves its subject at the left.
    let isTurned = ends.map { $0.map { places[$0.tail] > places[$0.head] } ?? false }

    var ports = [PortCounts](repeating: PortCounts(), count: drawing.nodes.count)
    for (position, edge) in drawing.edges.enumerated() {
      guard let (tail, head) = ends[position] else { continue }
      if isTurned[position] {
        ports[edge.subject].left += 1
        ports[edge.object].right += 1
      } else {
        ports[edge.subject].right += 1
        // A line within a box is a bow at its right.
        if tail == head { ports[edge.object].right += 1 } else { ports[edge.object].left += 1 }
      }
    }
    let boxes = roots.map { root in
      planner.box(
        of: root, width: max(64, planner.naturalWidth(of: root).rounded(.up)), ports: ports)
    }

    let size = boxes.count + drawing.edges.count
    var problem = LayoutProblem(rankGap: 72, boxGap: 18)
    problem.effort =
      size > Self.leastAbove ? .least : size > Self.reducedAbove ? .reduced : .full
    problem.wantsRoutes = problem.effort != .least
    problem.boxes = boxes.map { .init(width: $0.width, height: $0.height) }
    let ordered = drawing.edges.indices.map { edge in
      ends[edge].map { isTurned[edge] ? (tail: $0.head, head: $0.tail) : $0 }
    }
    // In the largest pictures nobody follows single lines.
    var heights = [Double](repeating: 0, count: drawing.nodes.count)
    for box in boxes {
      for cell in box.cells { heights[cell.node] = cell.frame.midY }
    }
    let lanes =
      problem.effort == .full
      ? ParallelLanes.groups(drawing, heights: heights, ends: ordered) : []
    var laneOfEdge: [Int: (group: Int, lane: Int)] = [:]
    for (group, lanes) in lanes.enumerated() {
      for (lane, edge) in lanes.edges.enumerated() { laneOfEdge[edge] = (group, lane) }
    }
    var lineOfEdge = [Int?](repeating: nil, count: drawing.edges.count)
    var lines: [LayoutProblem.Line] = []
    for edge in drawing.edges.indices where laneOfEdge[edge] == nil {
      guard let (tail, head) = ordered[edge], tail != head else { continue }
      lineOfEdge[edge] = lines.count
      lines.append(.init(tail: tail, head: head))
    }
    let firstOfLanes = lines.count
    for group in lanes {
      problem.boxes.append(group.size)
      let place = problem.boxes.count - 1
      lines.append(.init(tail: group.tail, head: place, weight: group.edges.count))
      lines.append(.init(tail: place, head: group.head, weight: group.edges.count))
    }
    problem.lines = lines
    if problem.effort == .least {
      problem.lines = FlowOrder.shortLines(lines, places: places)
    }
    let solution = try DotEngine.solve(problem)
    let frames = problem.boxes.indices.map { position in
      let (center, size) = (solution.centers[position], problem.boxes[position])
      return Rect(
        x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width,
        height: size.height)
    }
    let placed = boxes.indices.map { position in
      DrawingGeometry.PlacedBox(
        box: boxes[position], origin: Point(frames[position].x, frames[position].y))
    }
    func way(of edge: Int) -> [Point] {
      if let (group, lane) = laneOfEdge[edge] {
        let lines = firstOfLanes + 2 * group
        return lanes[group].way(
          of: lane, in: frames[boxes.count + group], from: frames[lanes[group].tail],
          to: frames[lanes[group].head], before: solution.routes[lines],
          after: solution.routes[lines + 1])
      }
      guard let line = lineOfEdge[edge] else { return [] }
      let way = problem.wantsRoutes ? solution.routes[line] : []
      if way.count >= 4 { return way }
      // Straight from side to side, under what is in between.
      let (tail, head) = (frames[lines[line].tail], frames[lines[line].head])
      let start = Point(tail.maxX, tail.midY)
      return [start] + LayeredRouting.curve(from: start, to: Point(head.x, head.midY))
    }
    var routes = DirectedRouting(
      drawing: drawing, boxes: placed, rootOfNode: rootOfNode,
      found: drawing.edges.indices.map { edge in
        isTurned[edge] ? way(of: edge).reversed() : way(of: edge)
      }
    ).routes()
    for (group, lanes) in lanes.enumerated() {
      for (lane, edge) in lanes.edges.enumerated() {
        routes[edge].label = lanes.label(of: lane, in: frames[boxes.count + group])
      }
    }
    return DrawingGeometry(
      boxes: placed, routes: routes, headings: [], bounds: DrawingLayout.bounds(placed, routes))
  }
}
