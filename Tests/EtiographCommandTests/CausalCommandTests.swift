import Foundation
import Testing

@Suite struct CausalCommandTests {
  private let workshop: Workshop

  /// ```
  ///   age ──▶ exercise ──▶ fitness ──▶ health
  ///    └──────────────────────────────▶─┘
  ///   season ──▶ exercise
  /// ```
  init() throws {
    workshop = try Workshop()
    let edges = [
      ("X:age", "X:exercise"), ("X:exercise", "X:fitness"), ("X:fitness", "X:health"),
      ("X:age", "X:health"), ("X:season", "X:exercise"),
    ]
    let names = ["age", "exercise", "fitness", "health", "season"]
    let nodes = names.map {
      #"{"id": "X:\#($0)", "name": "\#($0)", "category": ["biolink:Phenomenon"]}"#
    }
    let statements = edges.map {
      #"{"subject": "\#($0.0)", "predicate": "biolink:causes", "object": "\#($0.1)"}"#
    }
    try workshop.write(
      """
      {"nodes": [\(nodes.joined(separator: ","))],
       "edges": [\(statements.joined(separator: ","))]}
      """, to: "graph.json")
  }

  private func labels(_ sets: Any?) -> [[String]] {
    (sets as? [[[String: Any]]] ?? []).map { $0.compactMap { $0["label"] as? String } }
  }

  @Test func listsWhatToAdjustFor() throws {
    let run = try workshop.run("causal", "adjust", "-g", "graph.json", "exercise", "health")
    #expect(run.code == 0)
    #expect(run.text.contains("adjust for one of"))
    #expect(run.text.contains("1. age"))
    #expect(run.text.contains("Not to be adjusted for: fitness"))
    let json = try workshop.run(
      "causal", "adjust", "-g", "graph.json", "exercise", "health", "--output-format", "json"
    ).json()
    #expect(labels(json["sets"]) == [["age"]])
    #expect(json["has_effect"] as? Bool == true)
  }

  @Test func saysWhenNoAdjustmentSuffices() throws {
    let run = try workshop.run(
      "causal", "adjust", "-g", "graph.json", "exercise", "health", "--unobserved", "age")
    #expect(run.code == 1)
    #expect(run.text.contains("exercise ◀── age ──▶ health"))
    let given = try workshop.run(
      "causal", "adjust", "-g", "graph.json", "exercise", "health", "--given", "fitness")
    #expect(given.code == 1 && given.text.contains("lies on the way of the effect"))
  }

  @Test func saysWhatSeparates() throws {
    let open = try workshop.run("causal", "separate", "-g", "graph.json", "season", "health")
    #expect(open.code == 1)
    #expect(open.text.contains("season ──▶ exercise ──▶ fitness ──▶ health"))
    let closed = try workshop.run(
      "causal", "separate", "-g", "graph.json", "season", "health", "--given", "exercise",
      "--given", "age")
    #expect(closed.code == 0)
    #expect(closed.text.contains("nothing makes season and health depend on one another given"))
  }

  @Test func findsTheInstrument() throws {
    let run = try workshop.run(
      "causal", "instruments", "-g", "graph.json", "exercise", "health", "--unobserved", "age",
      "--output-format", "tsv")
    #expect(run.code == 0)
    #expect(run.text == "id\tlabel\tkind\tgiven\nX:season\tseason\tcause\t\n")
  }

  @Test func namesCycles() throws {
    let loop = #"""
      {"nodes": [{"id": "X:a", "name": "a"}, {"id": "X:b", "name": "b"}],
       "edges": [{"subject": "X:a", "predicate": "biolink:causes", "object": "X:b"},
                 {"subject": "X:b", "predicate": "biolink:causes", "object": "X:a"}]}
      """#
    try workshop.write(loop, to: "loop.json")
    let run = try workshop.run("causal", "adjust", "-g", "loop.json", "a", "b")
    #expect(run.code == 2)
    #expect(run.errors.contains("'a' → 'b' → 'a'"))
  }
}
