import GraphModel
import Testing

@testable import GraphExport

@Suite struct DrawingDOTTests {
  private func lines(_ graph: KnowledgeGraph) -> [String] {
    String(decoding: DOTWriter.write(Drawing(graph)).bytes, as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  @Test func writesOneNodeAConceptAndOneEdgeAStatement() {
    let graph = SmallGraphs.sleep()
    let lines = self.lines(graph)
    #expect(
      lines.filter { $0.hasPrefix("  n") && $0.contains(" [id=") && !$0.contains("->") }.count == 7)
    #expect(lines.filter { $0.contains(" -> ") }.count == graph.edgeCount)
  }

  @Test func writesAnEdgeWithAllThatItSays() {
    let graph = SmallGraphs.sleep()
    let id = graph.edges.map(\.id.rawValue)[2]
    #expect(
      lines(graph).first { $0.contains("n4 -> n1") } == "  n4 -> n1 [id=\"\(id)"
        + #"", predicate="biolink:causes", certainty=established, negated=true, label="not","#
        + ##" color="#4c5866", style=solid, penwidth=2, arrowhead=normal,"##
        + #" tooltip="Full moon does not cause Poor sleep, established&#10;"#
        + "\u{201C}A \\\"quote\\\" &amp; more.\u{201D} \u{2014} On sleep, line 3\","
        + #" labeltooltip="Full moon does not cause Poor sleep, established&#10;"#
        + "\u{201C}A \\\"quote\\\" &amp; more.\u{201D} \u{2014} On sleep, line 3\"];")
  }

  @Test func writesAGraphOfTwoNodesInFull() {
    let graph = SmallGraphs.plain(2, [(0, .subclassOf, 1)])
    let text = String(decoding: DOTWriter.write(Drawing(graph)).bytes, as: UTF8.self)
    let edge = graph.edges.map(\.id.rawValue).joined()
    #expect(
      text == """
        digraph drawing {
          graph [rankdir=LR, ranksep=1.4, nodesep=0.2, tooltip=" ", \
        label="Knowledge graph", labelloc=t, fontsize=22, fontname="Helvetica", \
        bgcolor="#ffffff", fontcolor="#1b2430"];
          node [shape=box, style="filled,rounded", fontname="Helvetica", fontsize=13, \
        height=0.36, margin="0.16,0.07", fontcolor="#1b2430"];
          edge [fontname="Helvetica", fontsize=11, arrowsize=0.8];

          n1 [id="etiograph:id/X%3A0", label="Concept 0", tooltip="Concept 0&#10;X:0", fillcolor="#f6f8fa", \
        color="#4c5866", category="biolink:NamedThing"];
          n2 [id="etiograph:id/X%3A1", label="Concept 1", tooltip="Concept 1&#10;X:1", fillcolor="#f6f8fa", \
        color="#4c5866", category="biolink:NamedThing"];

          n1 -> n2 [id="\(edge)", predicate="biolink:subclass_of", color="#4c5866", style=dotted, \
        penwidth=0.7, arrowhead=onormal, \
        tooltip="Concept 0 is a kind of Concept 1, certainty not stated"];

          subgraph cluster_n2 {
            graph [label="", style="rounded,filled", fillcolor="#f6f8fa", color="#4c5866"];
            n2;
            n1;
          }
        }

        """)
  }

  @Test func closesEveryClusterThatItOpens() {
    let graph = SmallGraphs.plain(
      6,
      [(1, .subclassOf, 0), (2, .subclassOf, 1), (3, .subclassOf, 0), (5, .subclassOf, 4)])
    let text = lines(graph).joined()
    #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
    #expect(text.contains("subgraph cluster_n1"))
    #expect(text.contains("subgraph cluster_n2"))
    #expect(text.contains("subgraph cluster_n5"))
  }
}
