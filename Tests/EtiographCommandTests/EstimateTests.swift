import Foundation
import Testing

/// Estimates say that they are, and how near they come.
@Suite struct EstimateTests {
  @Test func aMarginIsKeptAndSaid() throws {
    let workshop = try Workshop()
    try workshop.write(Workshop.kgx, to: "graph.json")
    let exact = try workshop.run("centrality", "-g", "graph.json", "--output-format", "json")
    let near = try workshop.run(
      "centrality", "-g", "graph.json", "--output-format", "json", "--margin", "0.02",
      "--confidence", "0.999", "--seed", "3")
    #expect(near.code == 0)
    #expect(near.errors.contains("with 99.9 % certainty every value is within 0.020000"))
    let estimate = try #require(try near.json()["estimate"] as? [String: Any])
    #expect(estimate["margin"] as? Double == 0.02)
    #expect(try exact.json()["estimate"] == nil)
    func scores(_ run: CommandRun) throws -> [String: Double] {
      let rows = try #require(try run.json()["scores"] as? [[String: Any]])
      return Dictionary(
        uniqueKeysWithValues: rows.map { ($0["id"] as? String ?? "", $0["score"] as? Double ?? -1) }
      )
    }
    let (wanted, found) = (try scores(exact), try scores(near))
    #expect(Set(wanted.keys) == Set(found.keys))
    for (id, score) in wanted { #expect(abs((found[id] ?? -1) - score) <= 0.02) }
  }

  @Test func aSampleSaysHowNearItComes() throws {
    let workshop = try Workshop()
    try workshop.write(Workshop.kgx, to: "graph.json")
    let run = try workshop.run(
      "centrality", "-m", "harmonic", "--samples", "3", "-g", "graph.json", "--output-format",
      "json")
    let estimate = try #require(try run.json()["estimate"] as? [String: Any])
    #expect(estimate["samples"] as? Int == 3)
    #expect(run.errors.contains("estimated from 3 of 7 concepts, drawn with seed 1"))
  }

  @Test(arguments: [
    ["--margin", "0.1", "--samples", "3"], ["--margin", "0.1", "-m", "harmonic"],
    ["--margin", "0.1", "--weighted"], ["--confidence", "0.9"], ["--margin", "0"],
    ["--margin", "1"], ["--margin", "nan"], ["--margin", "0.1", "--confidence", "1"],
  ])
  func refusesWhatHasNoMeaning(options: [String]) throws {
    let workshop = try Workshop()
    try workshop.write(Workshop.kgx, to: "graph.json")
    let run = try CommandRun(["centrality", "-g", "graph.json"] + options, in: workshop.folder)
    #expect(run.code == 2 && run.text.isEmpty, "\(run.errors)")
  }
}
