import Foundation
import Testing

@Suite struct ReadCommandTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(
      """
      # Causes of gout

      - Beer may contribute to gout.
      - It is sunny.

      """, to: "Graph/gout.md")
  }

  @Test func showsSentencesWithTheirClaims() throws {
    let run = try workshop.run("read", "Graph/gout.md")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains("   1  Beer may contribute to gout.\n"))
    #expect(run.text.contains("→ beer — may contribute to — gout"))
    #expect(run.text.contains("possible; hedged “may”"))
    #expect(run.text.contains("skipped: "))
    #expect(!run.text.contains("\u{1b}"))
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func leavesSkippedSentencesOutWhereOnlyClaimsAreAskedFor() throws {
    let run = try workshop.run("read", "Graph/gout.md", "--claims-only")
    #expect(!run.text.contains("sunny"))
    let table = try workshop.run(
      "read", "Graph/gout.md", "--claims-only", "--output-format", "tsv")
    #expect(table.text.split(separator: "\n").count == 2)
  }

  @Test func writesJSONWithTheIdentifiersOfTheExports() throws {
    let run = try workshop.run("read", "Graph/gout.md", "--output-format", "json")
    let answer = try run.json()
    let summary = try #require(answer["summary"] as? [String: Any])
    #expect(summary["sentences"] as? Int == 2)
    #expect(summary["skipped"] as? Int == 1)
    let passages = try #require(answer["passages"] as? [[String: Any]])
    let claims = passages.flatMap { $0["sentences"] as? [[String: Any]] ?? [] }
      .flatMap { $0["claims"] as? [[String: Any]] ?? [] }
    let evidence = try #require(claims.first?["evidence"] as? [String: Any])
    let id = try #require(evidence["id"] as? String)
    let linked = try workshop.run("export", "--format", "jsonld")
    #expect(linked.text.contains(id))
    let page = try workshop.run("read", "Graph/gout.md", "--html", "-")
    #expect(page.text.contains("id=\"\(id)\""))
  }

  @Test func writesAPage() throws {
    let run = try workshop.run("read", "Graph/gout.md", "--html", "review.html")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    let page = String(decoding: try workshop.content(of: "review.html"), as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
  }

  @Test func readsTheVocabularyBesideTheArticle() throws {
    try workshop.write(
      "concepts:\n  - {label: beer, id: \"CHEBI:1\"}\n", to: "Graph/vocabulary.yaml")
    let run = try workshop.run("read", "Graph/gout.md", "--output-format", "json")
    #expect(run.text.contains("\"CHEBI:1\""))
  }

  @Test func groundsNamesInAVocabularyThatIsNamed() throws {
    try workshop.write(
      "concepts:\n  - {label: beer, id: \"CHEBI:1\"}\n", to: "elsewhere/words.yaml")
    let run = try workshop.run(
      "read", "Graph/gout.md", "--vocabulary", "elsewhere/words.yaml", "--output-format", "json")
    #expect(run.text.contains("\"CHEBI:1\""))
  }

  @Test func readsStandardInput() throws {
    let run = try workshop.run("read", "-", input: "# Causes of gout\n\n- Beer causes gout.\n")
    #expect(run.text.contains("→ beer"))
  }

  @Test func saysWhatCannotBeRead() throws {
    #expect(try workshop.run("read", "nowhere.md").code == 2)
    try workshop.write("{\"nodes\": [], \"edges\": []}", to: "graph.json")
    let run = try workshop.run("read", "graph.json")
    #expect(run.code == 2)
    #expect(run.errors.contains("no article"))
  }

  // MARK: check --evidence

  @Test func checkProvesTheQuotesOfAnExport() throws {
    #expect(try workshop.run("export", "--format", "kgx-json", "-o", "gout.kgx.json").code == 0)
    let fresh = try workshop.run("check", "--evidence")
    #expect(fresh.code == 0, "\(fresh.errors)")
    #expect(fresh.text == "1 quote checked: 1 stand where they stood\n")
    #expect(try workshop.run("check", "--against", "gout.kgx.json").code == 0)

    try workshop.write(
      "# Causes of gout\n\nNew.\n\n- Beer may contribute to gout.\n", to: "Graph/gout.md")
    let moved = try workshop.run("check", "--against", "gout.kgx.json")
    #expect(moved.code == 1)
    #expect(moved.text.contains("Graph/gout.md:5:3: error: "))
    #expect(moved.text.contains("stood at line 3"))

    try workshop.write("# Causes of gout\n\n- Beer causes gout.\n", to: "Graph/gout.md")
    let gone = try workshop.run("check", "--against", "gout.kgx.json")
    #expect(gone.code == 1)
    #expect(gone.text.contains("Graph/gout.md:3:"))
    #expect(gone.text.contains("is gone"))
    let json = try workshop.run(
      "check", "--against", "gout.kgx.json", "--output-format", "json")
    #expect(json.code == 1)
    #expect(try json.json()["gone"] as? Int == 1)
    let table = try workshop.run("check", "--against", "gout.kgx.json", "--output-format", "tsv")
    #expect(table.text.split(separator: "\n").count == 2)
  }

  @Test func checkNamesTheExportThatIsMissing() throws {
    let run = try workshop.run("check", "--against", "nowhere.kgx.json")
    #expect(run.code == 2)
    #expect(run.errors.contains("nowhere.kgx.json"))
  }
}
