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
  static let cheapAbove = 500

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
    problem.wantsRoutes = true
    problem.isCheap = size > Self.cheapAbove
    problem.boxes = boxes.map { .init(width: $0.width, height: $0.height) }
    var lineOfEdge = [Int?](repeating: nil, count: drawing.edges.count)
    for position in drawing.edges.indices {
      guard let (tail, head) = ends[position], tail != head else { continue }
      lineOfEdge[position] = problem.lines.count
      problem.lines.append(isTurned[position] ? .init(tail: head, head: tail) : .init(tail: tail, head: head))
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
        let way = lineOfEdge[edge].map { solution.routes[$0] } ?? []
        return isTurned[edge] ? way.reversed() : way
      }
    ).routes()
    return DrawingGeometry(
      boxes: placed, routes: routes, headings: [], bounds: DrawingLayout.bounds(placed, routes))
  }
}
