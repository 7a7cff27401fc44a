/// The strength of every edge (``EvidenceScore``) as the number of a value in a table: a search that
/// weighs edges reads two bytes of each instead of its evidence. A snapshot has it.
package struct EdgeStrengths: Sendable {
  /// The distinct strengths, ascending.
  package let table: Column<Double>
  /// Of each edge, its strength's place in the table.
  package let codes: Column<UInt16>

  package init(table: Column<Double>, codes: Column<UInt16>) {
    self.table = table
    self.codes = codes
  }

  /// The strengths of a graph; nil where it has no evidence, since the certainty then says it all,
  /// and where there are more distinct strengths than numbers.
  ///
  /// - Complexity: O(size of the evidence) time, on all threads; 2 bytes an edge.
  package init?(_ graph: KnowledgeGraph, threads: Int = Parallel.standardThreads) {
    guard graph.storage.evidence.count > 0 else { return nil }
    let chunk = 1 << 16
    let count = graph.edgeCount
    var found = [Set<UInt64>](repeating: [], count: (count + chunk - 1) / chunk)
    found.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let found = buffer
      Parallel.forEachChunk(count: count, length: chunk, threads: threads) { number, range in
        let plain = PlainStrengths(graph)
        var distinct = Set<UInt64>()
        var last: UInt64 = 0
        for edge in range {
          let bits = plain.strength(edge).bitPattern
          if bits != last { distinct.insert(bits) }
          last = bits
        }
        found[number] = distinct
      }
    }
    // Positive numbers are ordered as their bits are.
    let all = found.reduce(into: Set<UInt64>()) { $0.formUnion($1) }.sorted()
    guard all.count <= Int(UInt16.max) + 1 else { return nil }
    var numbers: [UInt64: UInt16] = [:]
    for (number, bits) in all.enumerated() { numbers[bits] = UInt16(truncatingIfNeeded: number) }
    let codeOfBits = numbers
    table = Column(all.map { Double(bitPattern: $0) })
    codes = Column(count: count) { buffer in
      nonisolated(unsafe) let codes = buffer
      Parallel.forEachChunk(count: count, length: chunk, threads: threads) { _, range in
        let plain = PlainStrengths(graph)
        var last: (bits: UInt64, code: UInt16) = (0, 0)
        for edge in range {
          let bits = plain.strength(edge).bitPattern
          if bits != last.bits { last = (bits, codeOfBits[bits] ?? 0) }
          codes.initializeElement(at: edge, to: last.code)
        }
      }
    }
  }
}

/// The strengths of edges whose evidence is one supporting piece that cites few works, each once, as
/// the rows of data files have it: these depend on two small numbers. The others are made as
/// ``Edge/score`` makes them.
package struct PlainStrengths: Sendable {
  private let graph: KnowledgeGraph
  private let certainty: Column<UInt8>
  /// Where the evidence of each edge begins.
  private let pieces: Column<UInt32>
  private let certaintyOfPiece: Column<UInt8>
  private let stance: Column<UInt8>
  private let citations: Ragged<CitationCell>
  /// By raw certainty, then by the number of works.
  private let table: Column<Double>
  private static let mostWorks = 8
  private static let levels = 5

  package init(_ graph: KnowledgeGraph) {
    self.graph = graph
    let storage = graph.storage
    certainty = storage.edges.certainty
    pieces = storage.evidenceOfEdge.offsets
    certaintyOfPiece = storage.evidence.certainty
    stance = storage.evidence.scopeAndStance
    citations = storage.evidence.citations
    var table: [Double] = []
    for raw in 0..<UInt8(Self.levels) {
      for works in 0...Self.mostWorks {
        let cited = (0..<works).map {
          Citation(ReferenceIndex(rawValue: UInt32($0)), basis: .stated)
        }
        let piece = Evidence(quote: "", stance: .supports, citations: cited)
        table.append(EvidenceScore.strength(of: [piece], certainty: Certainty(rawValue: raw)))
      }
    }
    self.table = Column(table)
  }

  /// The strength of an edge: ``Edge/score``.
  package func strength(_ edge: Int) -> Double {
    plainStrength(edge) ?? graph[EdgeIndex(rawValue: UInt32(truncatingIfNeeded: edge))].score
  }

  @inline(__always)
  private func plainStrength(_ edge: Int) -> Double? {
    let raw = Int(certainty[edge])
    guard edge + 1 < pieces.count, raw < Self.levels else { return nil }
    let piece = Int(pieces[edge])
    guard Int(pieces[edge + 1]) == piece + 1,
      piece >= certaintyOfPiece.count || certaintyOfPiece[piece] == 0,
      piece >= stance.count || stance[piece] >> 4 == Evidence.Stance.supports.rawValue
    else { return nil }
    var (first, end) = (0, 0)
    if piece + 1 < citations.offsets.count {
      first = Int(citations.offsets[piece])
      end = min(max(first, Int(citations.offsets[piece + 1])), citations.values.count)
    }
    guard end - first <= Self.mostWorks else { return nil }
    for place in first..<max(first, end) {
      // An inferred work adds no belief, and one that is cited twice adds it once.
      let bits = citations.values[place].bits
      if bits & 1 != 0 { return nil }
      for other in first..<place where citations.values[other].bits == bits { return nil }
    }
    return table[raw * (Self.mostWorks + 1) + max(0, end - first)]
  }
}
