import Foundation
import Testing

@Suite struct QueryCommandTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(Workshop.kgx, to: "graph.json")
  }

  // By hand, negated edge left out: poor sleep 1 + 2 + 1 = 4 of 6 others.
  @Test func theCentralityContractHolds() throws {
    let run = try workshop.run(
      "centrality", "-g", "graph.json", "--measure", "degree", "--top", "1", "--output-format",
      "json")
    let answer = try run.json()
    #expect(answer["measure"] as? String == "degree")
    let scores = try #require(answer["scores"] as? [[String: Any]])
    #expect(scores.count == 1)
    #expect(scores.first?["id"] as? String == "X:2")
    #expect(scores.first?["label"] as? String == "poor sleep")
    #expect(abs((scores.first?["score"] as? Double ?? 0) - 4.0 / 6.0) < 1e-12)
  }

  @Test(arguments: [
    "degree", "in-degree", "out-degree", "closeness", "harmonic", "betweenness",
    "edge-betweenness", "pagerank", "hubs", "authorities", "katz",
  ])
  func everyMeasureAnswersInEveryFormat(measure: String) throws {
    for format in ["text", "json", "tsv"] {
      let run = try workshop.run(
        "centrality", "-g", "graph.json", "--measure", measure, "--output-format", format)
      #expect(run.code == 0, "\(measure) \(format): \(run.errors)")
      #expect(!run.output.isEmpty)
    }
  }

  // By hand: noise leads to fatigue by way of poor sleep alone.
  @Test func blockingNamesWhatIsBetween() throws {
    let run = try workshop.run(
      "block", "-g", "graph.json", "noise", "fatigue", "--output-format", "json")
    let nodes = try #require(try run.json()["nodes"] as? [[String: Any]])
    #expect(nodes.compactMap { $0["id"] as? String } == ["X:2"])
    #expect(
      try workshop.run("block", "-g", "graph.json", "noise", "poor sleep").text.contains(
        "No concept stands between in"))
    #expect(try workshop.run("block", "-g", "graph.json", "noise", "coffee").code == 1)
  }

  // By hand: two statements lead from tea to poor sleep, one on from there.
  @Test func aPatternFindsItsPaths() throws {
    let run = try workshop.run(
      "pattern", "-g", "graph.json", "* * * causes PhenotypicFeature", "--from", "tea",
      "--output-format", "json")
    #expect(run.code == 0, "\(run.errors)")
    #expect((try run.json()["paths"] as? [Any])?.count == 2)
    #expect(try workshop.run("pattern", "-g", "graph.json", "* treats *").code == 1)
    #expect(try workshop.run("pattern", "-g", "graph.json", "* treats").code == 2)
  }

  @Test func anEstimateSaysThatItIsOne() throws {
    let run = try workshop.run(
      "centrality", "-g", "graph.json", "--measure", "harmonic", "--samples", "3")
    #expect(run.code == 0)
    #expect(
      run.errors.hasPrefix("note: estimated from 3 of 7 concepts, drawn with seed 1; with 95 %"))
    let none = try workshop.run(
      "centrality", "-g", "graph.json", "--measure", "harmonic", "--samples", "0")
    #expect(none.code == 2)
  }

  @Test(arguments: [
    "components", "strong-components", "cycles", "bridges", "cut-nodes", "cores", "communities",
  ])
  func everyStructureAnswersInEveryFormat(kind: String) throws {
    for format in ["text", "json", "tsv"] {
      let run = try workshop.run(
        "structure", "-g", "graph.json", "--find", kind, "--output-format", format)
      #expect(run.code == 0, "\(kind) \(format): \(run.errors)")
      #expect(!run.output.isEmpty)
    }
  }

  // By hand: coffee stands alone, the rest hangs together.
  @Test func componentsAreCounted() throws {
    let run = try workshop.run("structure", "-g", "graph.json", "--output-format", "json")
    let items = try #require(try run.json()["items"] as? [[Any]])
    #expect(items.map(\.count) == [6, 1])
  }

  @Test func aDescriptionSaysWhatIsDenied() throws {
    let run = try workshop.run("describe", "-g", "graph.json", "noise")
    #expect(run.text.contains("noise contributes to poor sleep"))
    #expect(run.text.contains("noise does not cause low mood"))
    #expect(try workshop.run("describe", "-g", "graph.json", "coffee").text.contains("Nothing"))
  }

  @Test func aSearchFindsSynonymsAndSaysWhenItFindsNothing() throws {
    let run = try workshop.run("search", "-g", "graph.json", "bad sl", "--output-format", "tsv")
    #expect(run.text.contains("X:2\tpoor sleep"))
    let nothing = try workshop.run("search", "-g", "graph.json", "zebra")
    #expect(nothing.code == 1)
    #expect(nothing.output.isEmpty)
  }

  @Test func statisticsCountEverything() throws {
    let run = try workshop.run("stats", "-g", "graph.json", "--output-format", "json")
    let answer = try run.json()
    #expect((answer["graph"] as? [String: Int])?["concepts"] == 7)
    #expect((answer["graph"] as? [String: Int])?["statements"] == 7)
    #expect((answer["negated"] as? [String: Int])?["yes"] == 1)
  }

  @Test func standardInputIsAGraph() throws {
    let run = try workshop.run("stats", "-g", "-", input: Workshop.kgx)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains("concepts"))
  }
}
