import Foundation
import Testing

@Suite struct PathsCommandTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(Workshop.kgx, to: "graph.json")
  }

  // By hand: .9 · .9 · .7 = .567; two causal hops and one association: mixed.
  @Test func theJSONContractHolds() throws {
    let run = try workshop.run(
      "paths", "-g", "graph.json", "Noise", "low mood", "--output-format", "json")
    #expect(run.code == 0)
    let answer = try run.json()
    #expect(answer["from"] as? String == "X:1")
    #expect(answer["to"] as? String == "X:4")
    #expect(answer["truncated"] as? Bool == false)
    let paths = try #require(answer["paths"] as? [[String: Any]])
    #expect(paths.count == 1)
    let path = try #require(paths.first)
    #expect(path["class"] as? String == "mixed")
    #expect(abs((path["score"] as? Double ?? 0) - 0.567) < 1e-12)
    #expect(abs((path["weakest"] as? Double ?? 0) - 0.7) < 1e-12)
    #expect(path["sign"] as? String == "unknown")
    let nodes = try #require(path["nodes"] as? [[String: String]])
    #expect(nodes.map { $0["label"] } == ["noise", "poor sleep", "fatigue", "low mood"])
    let edges = try #require(path["edges"] as? [[String: Any]])
    #expect(edges.map { $0["id"] as? String } == ["e1", "e2", "e3"])
    #expect(edges.map { $0["reversed"] as? Bool } == [false, false, false])
    #expect(edges.map { $0["certainty"] as? String } == ["established", "established", "probable"])
    for key in ["subject", "predicate", "object", "evidence"] {
      #expect(edges.allSatisfy { $0[key] != nil })
    }
  }

  @Test func parallelEdgesAreTwoPaths() throws {
    let run = try workshop.run(
      "paths", "-g", "graph.json", "tea", "fatigue", "--output-format", "json")
    #expect((try run.json()["paths"] as? [Any])?.count == 2)
  }

  @Test func aShortenedListSaysSo() throws {
    let run = try workshop.run(
      "paths", "-g", "graph.json", "tea", "fatigue", "--limit", "1", "--output-format", "json")
    #expect(try run.json()["truncated"] as? Bool == true)
    let text = try workshop.run("paths", "-g", "graph.json", "tea", "fatigue", "--limit", "1")
    #expect(text.text.contains("--limit"))
  }

  @Test func whereNoCausalPathIsTheAnswerIsHonestAndOne() throws {
    let run = try workshop.run(
      "paths", "-g", "graph.json", "noise", "low mood", "--direction", "causal")
    #expect(run.code == 1)
    #expect(run.text.contains("No path from noise to low mood"))
    #expect(run.text.contains("mixed"))
  }

  @Test func aNegatedStatementIsNeverWalked() throws {
    let run = try workshop.run(
      "paths", "-g", "graph.json", "noise", "low mood", "--avoid", "poor sleep")
    #expect(run.code == 1)
  }

  @Test func causesAreNotWalkedBackwards() throws {
    let run = try workshop.run("paths", "-g", "graph.json", "fatigue", "noise")
    #expect(run.code == 1)
    #expect(run.text.contains("from an effect back to its cause"))
  }

  @Test func aWrongNameIsHelped() throws {
    let run = try workshop.run("paths", "-g", "graph.json", "nois", "fatige")
    #expect(run.code == 2)
    #expect(run.errors.contains("did you mean 'noise'?"))
    #expect(run.errors.contains("did you mean 'fatigue'?"))
    #expect(run.output.isEmpty)
  }

  @Test func oneConceptHasNoPathToItself() throws {
    let run = try workshop.run("paths", "-g", "graph.json", "noise", "noise")
    #expect(run.code == 2)
    #expect(run.errors.contains("error:"))
  }

  @Test(arguments: [
    ["--limit", "0"], ["--max-hops", "0"], ["--limit", "x"], ["--direction", "up"],
  ])
  func badOptionsAreRefused(options: [String]) throws {
    let run = try CommandRun(
      ["paths", "-g", "graph.json", "noise", "fatigue"] + options, in: workshop.folder)
    #expect(run.code == 2)
    #expect(!run.errors.isEmpty)
  }

  @Test func everyPathPassesItsChokepoints() throws {
    let run = try workshop.run(
      "chokepoints", "-g", "graph.json", "tea", "low mood", "--output-format", "json")
    #expect(run.code == 0)
    let nodes = try #require(try run.json()["nodes"] as? [[String: String]])
    #expect(nodes.map { $0["label"] } == ["poor sleep", "fatigue"])
    // The two edges from tea are parallel: neither is one that every path passes.
    let edges = try #require(try run.json()["edges"] as? [[String: Any]])
    #expect(edges.map { $0["id"] as? String } == ["e2", "e3"])
  }
}
