import GraphExport
import GraphModel
import GraphvizLayout
import Testing

@Suite struct GraphRendererTests {
  @Test func drawsTheSameBytesTwice() throws {
    let graph = SleepGraph.make()
    let first = try GraphRenderer.render(graph, as: .svg)
    let second = try GraphRenderer.render(graph, as: .svg)
    #expect(first == second)
    #expect(first.bytes.count > 10_000)
  }
}
