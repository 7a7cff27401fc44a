import GraphExport
import GraphvizLayout
import Testing

@Suite struct ImageTests {
  private func size(ofPNG bytes: [UInt8]) -> [Int] {
    // After the signature and the head of the first chunk, both big-endian (PNG, §11.2.1).
    [16, 20].map { start in bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
  }

  @Test func aPNGHasTheSizeOfTheSVGTimesTheScale() throws {
    let graph = SleepGraph.make()
    let svg = XMLChecker(try GraphRenderer.render(graph, as: .svg).bytes)
    let root = try #require(svg.elements.first)
    let natural = ["width", "height"].compactMap { root.attributes[$0].flatMap(Int.init) }
    let double = try GraphRenderer.render(graph, as: .png)
    #expect(double.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(size(ofPNG: double.bytes) == natural.map { $0 * 2 })
    let single = try GraphRenderer.render(
      graph, as: .png, options: DrawingOptions(imageScale: 1))
    #expect(size(ofPNG: single.bytes) == natural)
  }

  @Test(arguments: [ExportFormat.png, .pdf])
  func imagesAreTheSameBytesTwice(format: ExportFormat) throws {
    let graph = SleepGraph.make()
    #expect(
      try GraphRenderer.render(graph, as: format) == GraphRenderer.render(graph, as: format))
  }

  @Test func aPDFHasATitleAndNoDate() throws {
    let pdf = try GraphRenderer.render(SleepGraph.make(), as: .pdf)
    let text = String(decoding: pdf.bytes, as: Unicode.ASCII.self)
    #expect(text.hasPrefix("%PDF-"))
    #expect(!text.contains("CreationDate"))
    #expect(!text.contains("ModDate"))
  }

  @Test func refusesAnImageThatIsTooLarge() throws {
    let graph = RandomGraph.make(seed: 1, nodes: 900, edges: 0, hasRoles: false)
    #expect(throws: RenderError.self) {
      try GraphRenderer.render(graph, as: .png, options: DrawingOptions(imageScale: 8))
    }
  }
}
