import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct ClaimAssemblyTests {
  private func graph(_ text: String, bibliography: Bibliography = Bibliography()) -> KnowledgeGraph
  {
    var builder = GraphBuilder()
    builder.add(read(text, bibliography: bibliography))
    return builder.build()
  }

  @Test func carriesEvidenceFromTheSentenceToTheEdge() throws {
    var works = Bibliography()
    works.add(entry("a", doi: "10.1000/a", title: "On beer"))
    let graph = graph(
      "---\ntitle: On gout\n---\n\n# Causes of gout\n\n- Beer may cause gout [@a].\n",
      bibliography: works)
    let edge = try #require(graph.edges.first)
    let piece = try #require(edge.evidence.first)
    #expect(graph.edgeCount == 1)
    #expect(edge.agentType == .textMiningAgent)
    #expect(edge.knowledgeLevel == .prediction)
    #expect(edge.certainty == .possible)
    #expect(piece.quote == "Beer may cause gout.")
    #expect(piece.hedge == "may")
    #expect(piece.section == "Causes of gout")
    #expect(piece.line == 7)
    #expect(piece.document.map { graph[$0].title } == "On gout")
    #expect(piece.citations.map { graph[$0.reference].doi } == ["10.1000/a"])
    #expect(edge.subject.role == .cause && edge.object.role == .condition && edge.object.isFocus)
  }

  @Test func givesOneEdgeTheEvidenceOfBothSentences() {
    let graph = graph(
      "# Causes of gout\n\n- Beer may cause gout.\n- Beer contributes to gout.\n")
    #expect(graph.edgeCount == 1)
    #expect(graph.edges.first?.evidence.count == 2)
    #expect(graph.edges.first?.certainty == .established)
  }

  @Test func resolvesAbbreviationsThatTheArticleDeclares() {
    let graph = graph(
      """
      # Diseases linked to smoking

      - **Chronic obstructive pulmonary disease (COPD):** COPD has been linked to smoking.
      - COPD is associated with smoking.
      """)
    #expect(graph.nodeCount == 2)
    let node = graph.nodes.first { !$0.isFocus }
    #expect(node?.label == "chronic obstructive pulmonary disease")
    #expect(node?.abbreviations == ["COPD"])
  }
}
