import GraphAnalysis
import GraphModel

extension Attendance {
  /// Asks a graph about paths, until the time limit.
  ///
  /// - Throws: what the question lacks, with concepts by their labels.
  func ask<Found>(
    _ graph: KnowledgeGraph, _ question: (WorkContext) throws(PathError) -> Found
  ) throws(CommandFailure) -> Found {
    do throws(PathError) {
      return try run(question)
    } catch {
      throw CommandFailure(error.message(in: graph))
    }
  }
}

/// What `chokepoints` and `block` ask: what stands between two concepts.
struct BetweenQuestion {
  let from: Node
  let to: Node
  let query: ChokepointQuery

  /// - Throws: every name that names nothing, at once.
  init(_ ends: PathEnds, _ walk: WalkOptions, in graph: KnowledgeGraph) throws(CommandFailure) {
    let nodes = try ConceptNames(graph).nodes(named: [ends.from, ends.to] + walk.avoid)
    (from, to) = (nodes[0], nodes[1])
    query = ChokepointQuery(
      from: from.index, to: to.index, avoid: Set(nodes[2...].map(\.index)),
      filter: try walk.filter(in: graph), maxHops: walk.maxHops, direction: walk.direction)
  }
}
