import GraphAnalysis
import GraphModel
import Testing

@Suite struct EdgeFilterTests {
  let graph: KnowledgeGraph

  /// ```
  ///   food ──causes, probable (e0)──▶ disease ──associated with, possible (e1)── food
  ///   disease ──subclass of (e2)──▶ disease 2      food ──does not cause (e3)──▶ disease 2
  /// ```
  init() {
    var builder = GraphBuilder()
    let food = builder.node(for: Concept(label: "food", categories: [.food]))
    let disease = builder.node(for: Concept(label: "disease", categories: [.disease]))
    let kind = builder.node(for: Concept(label: "disease 2", categories: [.disease]))
    builder.add(Statement(food, .causes, disease, certainty: .probable))
    builder.add(Statement(disease, .associatedWith, food, certainty: .possible))
    builder.add(Statement(disease, .subclassOf, kind))
    builder.add(Statement(food, .causes, kind, isNegated: true, certainty: .established))
    graph = builder.build()
  }

  @Test(arguments: [
    (EdgeFilter.all, 3),
    (EdgeFilter(predicates: [.causes]), 1),
    (EdgeFilter(predicates: []), 0),
    (EdgeFilter(categories: [.disease]), 1),
    (EdgeFilter(categories: [.disease, .food]), 3),
    (EdgeFilter(minimumCertainty: .possible), 2),
    (EdgeFilter(minimumCertainty: .established), 0),
    (EdgeFilter(directness: [.causal, .hierarchical]), 2),
    (EdgeFilter(minimumCertainty: .probable, directness: [.associational]), 0),
  ])
  func letsPassWhatMeetsEveryCondition(_ filter: EdgeFilter, _ count: Int) {
    #expect(AdjacencyIndex(graph, filter: filter).edgeCount == count)
  }

  @Test func knowsItsNodes() {
    let index = AdjacencyIndex(graph)
    #expect(index.nodeCount == 3)
    #expect(index.contains(node(2)))
    #expect(!index.contains(node(3)))
  }
}
