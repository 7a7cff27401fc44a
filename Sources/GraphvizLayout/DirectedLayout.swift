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
    var lineOfEdge = [Int?](repeating: nil, count: drawing.edges.count)
    var lines: [LayoutProblem.Line] = []
    for position in drawing.edges.indices {
      guard let (tail, head) = ends[position], tail != head else { continue }
      lineOfEdge[position] = lines.count
      lines.append(
        isTurned[position] ? .init(tail: head, head: tail) : .init(tail: tail, head: head))
    }
    problem.lines = lines
    if problem.effort == .least {
      problem.lines = FlowOrder.shortLines(lines, places: places)
    }
    let solution = try DotEngine.solve(problem)
    let placed = boxes.indices.map { position in
      let center = solution.centers[position]
      return DrawingGeometry.PlacedBox(
        box: boxes[position],
        origin: Point(
          center.x - boxes[position].width / 2, center.y - boxes[position].height / 2))
    }
    let routes = DirectedRouting(
      drawing: drawing, boxes: placed, rootOfNode: rootOfNode,
      found: drawing.edges.indices.map { edge in
        guard let line = lineOfEdge[edge] else { return [] }
        var way = problem.wantsRoutes ? solution.routes[line] : []
        if way.count < 4 {
          // Straight from side to side, under what is in between.
          let (tail, head) = (lines[line].tail, lines[line].head)
          let start = Point(placed[tail].frame.maxX, placed[tail].frame.midY)
          let end = Point(placed[head].frame.x, placed[head].frame.midY)
          way = [start] + LayeredRouting.curve(from: start, to: end)
        }
        return isTurned[edge] ? way.reversed() : way
      }
    ).routes()
    return DrawingGeometry(
      boxes: placed, routes: routes, headings: [], bounds: DrawingLayout.bounds(placed, routes))
  }
}
