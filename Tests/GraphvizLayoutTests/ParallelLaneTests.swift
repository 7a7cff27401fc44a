import GraphModel
import Testing

@testable import GraphExport
@testable import GraphvizLayout

@Suite struct ParallelLaneTests {
  //  tea ═(5)═▶ sleep, sleep ──▶ tea, sleep ⇄ fatigue, tea ──▶ fatigue past the lanes
  private static func graph() -> KnowledgeGraph {
    var builder = GraphBuilder()
    let nodes = ["tea", "sleep", "fatigue"].map { builder.node(for: Concept(label: $0)) }
    let edges: [(Int, String, Int)] = [
      (0, "biolink:causes", 1), (0, "biolink:contributes_to", 1), (0, "biolink:affects", 1),
      (0, "biolink:associated_with", 1), (0, "ex:induces", 1), (1, "biolink:causes", 0),
      (1, "biolink:causes", 2), (2, "biolink:causes", 1), (0, "biolink:causes", 2),
    ]
    for edge in edges {
      builder.add(Statement(nodes[edge.0], Predicate(edge.1), nodes[edge.2]))
    }
    return builder.build()
  }

  @Test func parallelLinesRunApart() throws {
    let drawing = Drawing(Self.graph())
    let geometry = try DrawingLayout.geometry(of: drawing)
    // Between the same boxes no two lines meet: at every place they are a stroke and more apart.
    for group in [Array(0...5), [6, 7]] {
      let ways = group.map { BezierPath(geometry.routes[$0].points).samples(perCurve: 20) }
      for (position, way) in ways.enumerated() {
        for other in ways[(position + 1)...] {
          let nearest = way.flatMap { a in
            other.map { b in ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot() }
          }.min()
          #expect(try #require(nearest) > 6)
        }
      }
    }
  }

  @Test func everyParallelLineHasItsOwnWords() throws {
    let drawing = Drawing(Self.graph())
    let geometry = try DrawingLayout.geometry(of: drawing)
    #expect(
      geometry.routes.map { $0.label?.line.text ?? "" } == [
        "causes", "contributes to", "affects", "is associated with", "induces", "causes",
        "causes", "causes", "",
      ])
    let frames = geometry.routes.compactMap(\.label).map { label in
      Rect(x: label.origin.x, y: label.origin.y - 9, width: label.line.width, height: 11)
    }
    for (position, frame) in frames.enumerated() {
      for other in frames[(position + 1)...] { #expect(!frame.overlaps(other)) }
      for box in geometry.boxes { #expect(!frame.overlaps(box.frame)) }
      #expect(frame.x >= geometry.bounds.x && frame.maxX <= geometry.bounds.maxX)
      #expect(frame.y >= geometry.bounds.y && frame.maxY <= geometry.bounds.maxY + 3)
    }
  }

  @Test func aDeniedParallelLineSaysSo() throws {
    var builder = GraphBuilder()
    let milk = builder.node(for: Concept(label: "milk"))
    let cold = builder.node(for: Concept(label: "cold"))
    builder.add(Statement(milk, .causes, cold))
    builder.add(Statement(milk, .causes, cold, isNegated: true))
    let geometry = try DrawingLayout.geometry(of: Drawing(builder.build()))
    #expect(geometry.routes.map { $0.label?.line.text } == ["causes", "does not cause"])
  }
}
