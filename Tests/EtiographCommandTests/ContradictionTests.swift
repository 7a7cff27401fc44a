import Foundation
import Testing

/// Two articles that agree on some claims and contradict each other on others, followed through
/// the commands.
@Suite struct ContradictionTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(
      """
      # What causes migraine?

      Stress causes migraine. Chocolate causes migraine. Coffee increases the risk of migraine.
      Bright light may trigger migraine. Migraine can lead to depression.
      """, to: "one.md")
    try workshop.write(
      """
      <html><head><title>Migraine</title></head><body><article><h1>Causes of migraine</h1>
      <p>Stress causes migraine. Chocolate does not cause migraine.</p>
      <p>Coffee reduces the risk of migraine. There is no evidence that bright light causes \
      migraine.</p></article></body></html>
      """, to: "two.html")
  }

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(arguments, in: workshop.folder)
  }

  private let both = ["-g", "one.md", "-g", "two.html"]

  @Test func theSameClaimOfTwoArticlesIsOneStatementWithTwoSentences() throws {
    let answer = try run(["describe"] + both + ["stress", "--output-format", "json"])
      .json()
    let edges = try #require(answer["edges"] as? [[String: Any]])
    #expect(edges.count == 1)
    let evidence = edges.first?["evidence"] as? [[String: Any]]
    #expect(evidence?.compactMap { $0["document"] as? String } == ["one.md", "two.html"])
    #expect((edges.first?["contradicted_by"] as? [Any])?.isEmpty == true)
  }

  @Test func aDescriptionTellsWhatSpeaksAgainstAStatement() throws {
    let text = try run(["describe"] + both + ["chocolate"]).text
    #expect(text.contains("disputed: chocolate does not cause migraine, established"))
    #expect(text.contains("disputed: chocolate causes migraine, established"))
    let table = try run(
      ["describe"] + both + ["coffee", "--output-format", "tsv"]
    ).text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(table.count == 3)
    #expect(table.allSatisfy { $0.last?.isEmpty == false })
  }

  // By hand: coffee → migraine → depression by either of the two statements about coffee.
  @Test func aPathByADisputedStatementSaysSo() throws {
    let text = try run(["paths"] + both + ["coffee", "depression"]).text
    #expect(text.contains("; 1 hop is disputed"))
    #expect(text.contains("disputed: coffee decreases migraine, established"))
    #expect(text.contains("“Coffee reduces the risk of migraine.”"))
    #expect(text.contains("two.html:"))
    let denied = try run(["paths"] + both + ["chocolate", "migraine"]).text
    #expect(denied.contains("disputed: chocolate does not cause migraine"))
    let plain = try run(["paths"] + both + ["stress", "depression"]).text
    #expect(!plain.contains("disputed"))
    let pattern = try run(["pattern"] + both + ["* causes *", "--from", "chocolate"]).text
    #expect(pattern.contains("disputed: chocolate does not cause migraine"))
  }

  @Test func theReviewOfAnArticleShowsWhatTheOtherSays() throws {
    let text = try run(["read"] + both + ["one.md"]).text
    #expect(text.contains("disputed: chocolate does not cause migraine:"))
    #expect(text.contains("(two.html, line"))
    let page = try run(["read"] + both + ["one.md", "--html", "-"]).text
    #expect(page.contains("Disputed: bright light may not cause migraine"))
  }

  @Test func everyExportShowsTheDispute() throws {
    for format in ["svg", "dot"] {
      let text = try run(["export"] + both + ["--format", format]).text
      #expect(text.contains("Chocolate causes migraine, established, disputed"), "\(format)")
      #expect(text.contains("Against it: Chocolate does not cause migraine"), "\(format)")
    }
    let data = try run(["export"] + both + ["--format", "jsonld"]).json()
    let records = try #require(data["@graph"] as? [[String: Any]])
    let disputed = records.filter { $0["contradictedBy"] != nil }
    #expect(disputed.count == 6)
    // Only what nobody disputes is asserted: neither direction of coffee's, no denied cause.
    let asserted = records.filter { $0["causes"] != nil || $0["contributes_to"] != nil }
    #expect(asserted.compactMap { $0["label"] as? String }.allSatisfy { $0 != "chocolate" })
  }

  @Test func aCheckNotesThatTwoArticlesContradictEachOther() throws {
    let run = try run(["check"] + both + ["--notes"])
    #expect(run.code == 0)
    #expect(
      run.text.contains(
        "note: 'chocolate causes migraine' is disputed: two.html:2 says 'chocolate does not cause migraine'"
      ))
  }
}
