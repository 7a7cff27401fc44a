import Etiograph
import Foundation
import Testing

/// Pairs of KGX files that the command writes, and reads again.
@Suite final class GraphSetTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("etiograph-set-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(
      """
      # Causes of gout

      Beer may cause gout [@doe]. A diet rich in meat | fish is linked to gout.

      """.utf8
    ).write(to: folder.appendingPathComponent("gout.md"))
    try Data(#"[{"id": "doe", "title": "Beer and gout", "DOI": "10.1000/1"}]"#.utf8)
      .write(to: folder.appendingPathComponent("works.json"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func run(_ arguments: String...) throws -> CommandRun {
    let run = try CommandRun(arguments, in: folder)
    #expect(run.code == 0, "\(run.errors)")
    return run
  }

  private var names: [String] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        .filter { !$0.hasPrefix(".") && !["gout.md", "works.json"].contains($0) }.sorted()
    }
  }

  @Test(arguments: [
    ("kg/", ["kg", "kg/kg_edges.X", "kg/kg_metadata.json", "kg/kg_nodes.X"]),
    ("kg", ["kg_edges.X", "kg_metadata.json", "kg_nodes.X"]),
    ("kg.X", ["kg_edges.X", "kg_metadata.json", "kg_nodes.X"]),
    ("kg_nodes.X", ["kg_edges.X", "kg_metadata.json", "kg_nodes.X"]),
    ("kg.gz", ["kg_edges.X.gz", "kg_metadata.json", "kg_nodes.X.gz"]),
    ("kg.X.zst", ["kg_edges.X.zst", "kg_metadata.json", "kg_nodes.X.zst"]),
    ("kg.tar.gz", ["kg.tar.gz"]), ("kg.tgz", ["kg.tgz"]), ("kg.tar.zst", ["kg.tar.zst"]),
    ("kg.tar", ["kg.tar"]),
  ])
  func isWrittenWhereItsUsersLookForIt(output: String, names: [String]) throws {
    for (format, ending) in [("kgx-tsv", "tsv"), ("kgx-jsonl", "jsonl")] {
      let output = output.replacingOccurrences(of: "X", with: ending)
      _ = try run(
        "export", "-q", "-g", "gout.md", "-g", "works.json", "--format", format, "-o", output)
      let wanted = names.map { $0.replacingOccurrences(of: "X", with: ending) }
      #expect(try self.names == wanted)
      let paths = wanted.filter { $0.contains(".") }.flatMap { ["-g", $0] }
      let old = try CommandRun(
        ["export", "-q", "-g", "gout.md", "-g", "works.json", "-f", "kgx-json"], in: folder)
      let new = try CommandRun(["export", "-q", "-f", "kgx-json"] + paths, in: folder)
      #expect(old.output == new.output)
      for name in try self.names.reversed() {
        try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
      }
    }
  }

  @Test func theSameGraphGivesTheSameArchive() throws {
    _ = try run("export", "-q", "-g", "gout.md", "-f", "kgx-tsv", "-o", "a.tar.gz")
    let first = try Data(contentsOf: folder.appendingPathComponent("a.tar.gz"))
    _ = try run("export", "-q", "-g", "gout.md", "-f", "kgx-tsv", "-o", "a.tar.gz")
    #expect(try Data(contentsOf: folder.appendingPathComponent("a.tar.gz")) == first)
  }

  /// Either table brings with it what is said beside it.
  @Test func aPairThatIsNamedFileByFileKeepsItsDocuments() throws {
    _ = try run("export", "-q", "-g", "gout.md", "-f", "kgx-tsv", "-o", "kg")
    let shown = try run(
      "export", "-q", "-g", "kg_nodes.tsv", "-g", "kg_edges.tsv", "-f", "kgx-json")
    #expect(shown.text.contains("\"name\": \"gout.md\""))
  }

  /// What was said of an earlier graph of the name is not true of the next.
  @Test func aGraphWithoutDocumentsLeavesNoOldOnes() throws {
    _ = try run("export", "-q", "-g", "gout.md", "-f", "kgx-tsv", "-o", "kg")
    try Data("source,target\na,b\n".utf8).write(to: folder.appendingPathComponent("list.csv"))
    _ = try run("export", "-q", "-g", "list.csv", "-f", "kgx-tsv", "-o", "kg")
    #expect(try names == ["kg_edges.tsv", "kg_nodes.tsv", "list.csv"])
  }

  @Test(arguments: ["-", "none/kg", "/dev/null/kg"])
  func isRefusedWhereItCannotBeWritten(output: String) throws {
    let run = try CommandRun(
      ["export", "-g", "gout.md", "-f", "kgx-tsv", "-o", output], in: folder)
    #expect(run.code == 2)
    #expect(try names == [])
  }

  @Test func buildWritesPairsOnRequest() throws {
    _ = try run(
      "build", "-q", "-g", "gout.md", "-o", "site", "--format", "kgx-tsv", "--format", "dot")
    #expect(
      try names == [
        "site", "site/gout.dot", "site/gout_edges.tsv", "site/gout_metadata.json",
        "site/gout_nodes.tsv",
      ])
  }
}
