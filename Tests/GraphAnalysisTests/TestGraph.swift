import GraphAnalysis
import GraphModel

/// An edge of a fixture. The edge's place in the list is its index in the graph.
struct TestEdge: Sendable {
  var subject: Int
  var object: Int
  var predicate: Predicate
  var certainty: Certainty?
  var isNegated = false

  init(
    _ subject: Int, _ predicate: Predicate, _ object: Int, _ certainty: Certainty? = .probable,
    isNegated: Bool = false
  ) {
    self.subject = subject
    self.object = object
    self.predicate = predicate
    self.certainty = certainty
    self.isNegated = isNegated
  }
}

/// A graph of nodes 0 ..< count and edges, each with an identifier of its own so that none merge.
func testGraph(_ count: Int, _ edges: [TestEdge]) -> KnowledgeGraph {
  var builder = GraphBuilder()
  for node in 0..<count {
    _ = builder.record(Concept(id: NodeID("test:\(node)"), label: "N\(node)"))
  }
  for (number, edge) in edges.enumerated() {
    builder.add(
      Statement(
        node(edge.subject), edge.predicate, node(edge.object), isNegated: edge.isNegated,
        certainty: edge.certainty, id: "test:edge\(number)"))
  }
  return builder.build()
}

func node(_ number: Int) -> NodeIndex { NodeIndex(rawValue: UInt32(number)) }
func edge(_ number: Int) -> EdgeIndex { EdgeIndex(rawValue: UInt32(number)) }

extension GraphPath {
  /// The numbers of its edges.
  var edgeNumbers: [Int] { steps.map { Int($0.edge.index.rawValue) } }
  /// The numbers of its nodes.
  var nodeNumbers: [Int] { nodes.map { Int($0.rawValue) } }
}

/// Seeded random edges with self-loops, parallel edges, ties and negated edges.
func randomEdges(nodes: Int, edges: Int, random: inout SeededRandom) -> [TestEdge] {
  let predicates: [Predicate] = [.causes, .causes, .affects, .associatedWith, .subclassOf]
  let certainties: [Certainty?] = [nil, .speculative, .possible, .probable, .established]
  return (0..<edges).map { _ in
    TestEdge(
      Int.random(in: 0..<nodes, using: &random),
      predicates[Int.random(in: 0..<predicates.count, using: &random)],
      Int.random(in: 0..<nodes, using: &random),
      certainties[Int.random(in: 0..<certainties.count, using: &random)],
      isNegated: Int.random(in: 0..<12, using: &random) == 0)
  }
}
