import GraphAnalysis
import GraphModel
import Testing

/// PageRank where plain rounds are slow, beside many plain rounds.
@Suite struct AcceleratedPageRankTests {
  private func plain(
    _ count: Int, _ edges: [(Int, Int)], damping: Double, from chosen: Set<Int>, rounds: Int
  ) -> [Double] {
    var out = [Double](repeating: 0, count: count)
    for edge in edges { out[edge.0] += 1 }
    let jump = (0..<count).map {
      chosen.isEmpty ? 1 / Double(count) : chosen.contains($0) ? 1 / Double(chosen.count) : 0
    }
    var x = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<rounds {
      let stuck = (0..<count).reduce(0) { $0 + (out[$1] == 0 ? x[$1] : 0) }
      var next = jump.map { $0 * (1 - damping + damping * stuck) }
      for edge in edges { next[edge.1] += damping * x[edge.0] / out[edge.0] }
      x = next
    }
    return x
  }

  private func found(
    _ count: Int, _ edges: [(Int, Int)], damping: Double, from chosen: Set<Int> = [],
    threads: Int = 1
  ) throws -> [Double] {
    let graph = testGraph(count, edges.map { TestEdge($0.0, .causes, $0.1) })
    var options = CentralityOptions(damping: damping)
    options.personalization = Set(chosen.map { NodeIndex(rawValue: UInt32($0)) })
    return try AdjacencyIndex(graph).centrality(
      .pageRank, options: options, work: WorkContext(threads: threads)
    ).values
  }

  // Two rings that hardly meet, a star that swings to and fro, a long chain into a dead end.
  private static let slow: [(count: Int, edges: [(Int, Int)])] = [
    (
      40,
      (0..<20).map { ($0, ($0 + 1) % 20) } + (20..<40).map { ($0, 20 + ($0 - 19) % 20) } + [(3, 30)]
    ),
    (30, (1..<30).flatMap { [(0, $0), ($0, 0)] }),
    (60, (1..<60).map { ($0 - 1, $0) }),
    (25, (0..<24).flatMap { [($0, $0 + 1), ($0 + 1, $0)] } + [(5, 5), (5, 6), (5, 6)]),
    (1, []),
    (3, []),
  ]

  @Test(arguments: slow.indices, [0.5, 0.85, 0.99])
  func leapsLeadWherePlainRoundsLead(number: Int, damping: Double) throws {
    let (count, edges) = Self.slow[number]
    let expected = plain(count, edges, damping: damping, from: [], rounds: 6000)
    let values = try found(count, edges, damping: damping)
    for (value, wanted) in zip(values, expected) { #expect(abs(value - wanted) < 1e-11) }
    #expect(abs(values.reduce(0, +) - 1) < 1e-11)
  }

  @Test(arguments: slow.indices.dropLast(2))
  func whatIsFarFromThePersonalizationIsNeverNegative(number: Int) throws {
    let (count, edges) = Self.slow[number]
    let expected = plain(count, edges, damping: 0.85, from: [0], rounds: 3000)
    let values = try found(count, edges, damping: 0.85, from: [0])
    for (value, wanted) in zip(values, expected) {
      #expect(value >= 0 && abs(value - wanted) < 1e-12)
      #expect(wanted != 0 || value == 0)
    }
  }

  // Without jumps the two rings keep what they begin with.
  @Test func withoutJumpsTheStartDecides() throws {
    let edges = [(0, 0), (0, 1), (1, 0), (2, 2), (2, 3), (3, 4), (4, 2)]
    let expected = plain(5, edges, damping: 1, from: [], rounds: 2000)
    let values = try found(5, edges, damping: 1)
    for (value, wanted) in zip(values, expected) { #expect(abs(value - wanted) < 1e-11) }
    #expect(abs(values[0] + values[1] - 0.4) < 1e-11)
  }

  @Test func theThreadsDoNotShow() throws {
    let edges = (0..<60_000).map { ($0 &* 7919 % 9973, $0 &* 104_729 % 9941) }
    let one = try found(10_000, edges, damping: 0.95)
    #expect(try found(10_000, edges, damping: 0.95, threads: 2) == one)
    #expect(try found(10_000, edges, damping: 0.95, threads: 7) == one)
  }
}
