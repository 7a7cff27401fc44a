import Foundation
import Testing

/// Paths from any of some concepts to any of others, as the command shows them.
@Suite struct PathEndTests {
  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(Workshop.kgx, to: "graph.json")
    return workshop
  }

  private func pairs(_ run: CommandRun) throws -> [[String]] {
    let paths = try #require(try run.json()["paths"] as? [[String: Any]])
    return try paths.map { path in
      let nodes = try #require(path["nodes"] as? [[String: Any]])
      return [nodes.first, nodes.last].map { $0?["label"] as? String ?? "" }
    }
  }

  @Test func anyOfACategoryIsAnEnd() throws {
    let workshop = try workshop()
    for name in ["any phenotypic feature", "any PhenotypicFeature", "any phenotypic_feature"] {
      let run = try workshop.run(
        "paths", "any exposure event", name, "-g", "graph.json", "--output-format", "json")
      #expect(run.code == 0, "\(run.errors)")
      #expect(try pairs(run) == [["noise", "fatigue"]])
    }
  }

  // No node has a part in the documents: causes are what causal statements start from.
  @Test func withoutPartsACauseIsWhatCausalStatementsStartFrom() throws {
    let run = try workshop().run(
      "paths", "any cause", "fatigue", "-g", "graph.json", "--direction", "causal",
      "--output-format", "json")
    #expect(
      try Set(pairs(run)) == [
        ["noise", "fatigue"], ["poor sleep", "fatigue"], ["tea", "fatigue"],
      ])
  }

  @Test func severalConceptsAreAnEnd() throws {
    let run = try workshop().run(
      "paths", "noise", "fatigue", "--also-from", "tea", "-g", "graph.json")
    #expect(run.text.hasPrefix("2 paths from noise or tea to fatigue, the best of each pair\n"))
  }

  @Test(arguments: [
    (["any dog", "fatigue"], "nothing in the graph is a dog", 2),
    (["any phenotypic featur", "noise"], "did you mean any 'phenotypic feature'?", 2),
    (["any concept", "fatigue", "--via", "tea"], "--via is for paths between two concepts", 2),
    (["any concept", "fatigue", "--all"], "--all is for paths between two concepts", 2),
    (["nois", "fatigu", "--also-to", "te"], "'te'", 2),
    (["coffee", "any exposure event"], "No path from coffee to any exposure event", 1),
  ])
  func saysWhatIsWrong(ends: [String], message: String, code: Int) throws {
    let workshop = try workshop()
    let run = try CommandRun(["paths"] + ends + ["-g", "graph.json"], in: workshop.folder)
    #expect(run.code == code && (run.errors + run.text).contains(message), "\(run.errors)")
  }

  @Test func onlyPathsOfASignAreShown() throws {
    let workshop = try workshop()
    let more = try workshop.run(
      "paths", "noise", "fatigue", "--sign", "increases", "-g", "graph.json")
    #expect(more.code == 0 && more.text.contains("more of the first goes with more of the last"))
    let less = try workshop.run(
      "paths", "noise", "fatigue", "--sign", "decreases", "-g", "graph.json")
    #expect(less.code == 1 && less.text.contains("no path states that direction of change"))
  }
}
