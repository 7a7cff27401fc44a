import GraphModel
import Testing

@testable import GraphExport
@testable import GraphvizLayout

/// What holds for the geometry of every graph.
@Suite struct GeometryTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var graph: KnowledgeGraph
    var testDescription: String { name }
  }

  static let cases: [Case] =
    [Case(name: "sleep", graph: SleepGraph.make())]
    + (1...8).flatMap { seed in
      [true, false].map { hasRoles in
        let nodes = [1, 3, 8, 15, 25, 40, 60, 120][seed - 1]
        return Case(
          name: "random \(seed), \(hasRoles ? "roles" : "no roles")",
          graph: RandomGraph.make(
            seed: UInt64(seed), nodes: nodes, edges: nodes * 2, hasRoles: hasRoles))
      }
    } + [
      Case(
        name: "large",
        graph: RandomGraph.make(seed: 11, nodes: 500, edges: 1_000, hasRoles: false))
    ]

  @Test(arguments: cases)
  func boxesDoNotOverlapAndLieWithinTheBounds(example: Case) throws {
    let geometry = try DrawingLayout.geometry(of: Drawing(example.graph))
    let frames = geometry.boxes.map(\.frame).sorted { $0.y < $1.y }
    for (position, frame) in frames.enumerated() {
      for other in frames[(position + 1)...] {
        if other.y >= frame.maxY { break }
        #expect(!frame.overlaps(other))
      }
      #expect(frame.x >= geometry.bounds.x - 0.01 && frame.maxX <= geometry.bounds.maxX + 0.01)
      #expect(frame.y >= geometry.bounds.y - 0.01 && frame.maxY <= geometry.bounds.maxY + 0.01)
    }
    let nodes = geometry.boxes.flatMap { $0.box.cells.map(\.node) }.sorted()
    #expect(nodes == Array(0..<example.graph.nodeCount))
  }

  @Test(arguments: cases)
  func textFitsItsCellAndCellsFitTheirBox(example: Case) throws {
    let geometry = try DrawingLayout.geometry(of: Drawing(example.graph))
    for box in geometry.boxes.map(\.box) {
      var bottom = 0.0
      for cell in box.cells {
        #expect(abs(cell.frame.y - bottom) < 0.01)
        bottom = cell.frame.maxY
        #expect(cell.frame.maxX <= box.width + 0.01 && bottom <= box.height + 0.01)
        let height = Double(cell.lines.count) * cell.style.lineHeight
        #expect(height <= cell.frame.height)
        for line in cell.lines {
          #expect(cell.textX + line.width <= cell.frame.width - 4)
          #expect(line.width == TextMetrics.width(of: line.text, cell.style))
        }
      }
    }
  }

  @Test(arguments: cases)
  func linesEndOnTheBordersOfTheirNodes(example: Case) throws {
    let drawing = Drawing(example.graph)
    let geometry = try DrawingLayout.geometry(of: drawing)
    var cells = [Rect?](repeating: nil, count: drawing.nodes.count)
    for placed in geometry.boxes {
      for cell in placed.box.cells { cells[cell.node] = cell.frame.moved(by: placed.origin) }
    }
    #expect(geometry.routes.count == drawing.edges.count)
    for (edge, route) in zip(drawing.edges, geometry.routes) {
      #expect(route.points.isEmpty == edge.isContainment)
      if edge.isContainment { continue }
      #expect(route.points.count % 3 == 1)
      for (point, node) in [
        (route.points.first, edge.subject), (route.points.last, edge.object),
      ] {
        let place = try #require(point)
        let cell = try #require(cells[node])
        #expect(abs(place.x - cell.x) < 0.01 || abs(place.x - cell.maxX) < 0.01)
        #expect(place.y > cell.y && place.y < cell.maxY)
      }
    }
  }

  @Test(arguments: cases.prefix(17))
  func noTwoLinesEndInTheSamePlace(example: Case) throws {
    let drawing = Drawing(example.graph)
    let geometry = try DrawingLayout.geometry(of: drawing)
    var places = Set<Point>()
    for route in geometry.routes where !route.points.isEmpty {
      for point in [route.points[0], route.points[route.points.count - 1]] {
        #expect(places.insert(point).inserted)
      }
    }
  }

  @Test(arguments: cases.filter { !$0.graph.focus.isEmpty })
  func inLayersNoLineRunsUnderABox(example: Case) throws {
    let drawing = Drawing(example.graph)
    let geometry = try DrawingLayout.geometry(of: drawing)
    for route in geometry.routes {
      for point in BezierPath(route.points).samples(perCurve: 30) {
        for frame in geometry.boxes.map(\.frame) {
          let isInside =
            point.x > frame.x + 0.1 && point.x < frame.maxX - 0.1 && point.y > frame.y + 0.1
            && point.y < frame.maxY - 0.1
          #expect(!isInside)
        }
      }
    }
  }

  @Test func layersStandFromLeftToRight() throws {
    let drawing = Drawing(SleepGraph.make())
    let geometry = try DrawingLayout.geometry(of: drawing)
    for one in geometry.boxes {
      for other in geometry.boxes {
        let a = drawing.nodes[one.box.cells[0].node].layer
        let b = drawing.nodes[other.box.cells[0].node].layer
        if a < b { #expect(one.frame.maxX < other.frame.x) }
        if a == b { #expect(one.frame.x == other.frame.x && one.frame.width == other.frame.width) }
      }
    }
  }

  @Test func linesOfAFanDoNotCross() throws {
    let drawing = Drawing(SleepGraph.make())
    let geometry = try DrawingLayout.geometry(of: drawing)
    // The S-curves through one gap are equal but for their ends: they cross if and only if the
    // orders at their two ends differ.
    let fans = geometry.routes.filter { $0.points.count == 4 }.map { route in
      route.points[0].x < route.points[3].x ? route.points : route.points.reversed()
    }
    for a in fans {
      for b in fans where a[0].x == b[0].x && a[0].y < b[0].y {
        #expect(a[3].y < b[3].y)
      }
    }
  }
}
