import Testing

@testable import GraphBuilding

@Suite struct FormatsOfFiles {
  @Test(arguments: [
    ("a.md", "", InputFormat.markdown), ("b/a.MARKDOWN", "", .markdown), ("a.txt", "", .plainText),
    ("a.html", "", .html), ("v.yaml", "", .vocabulary), ("v.yml", "", .vocabulary),
    ("r.json", " [\n]", .bibliography), ("g.json", "{}", .kgxJSON), ("e.json", "", .kgxJSON),
    ("nodes.tsv", "", .kgxNodes), ("x/kg_edges.tsv", "", .kgxEdges),
    ("kg-nodes.tsv", "", .kgxNodes),
    ("a.tsv", "subject\tpredicate\tobject\r\n", .kgxEdges), ("a.tsv", "id\tname\n", .kgxNodes),
    ("a.tsv", "x\ty\n", .unknown), ("a.png", "", .unknown),
    ("README.md", "", .notADocument), ("x/readme.txt", "", .notADocument),
    ("LICENSE", "", .notADocument), ("CHANGELOG.md", "", .notADocument),
    ("CONTRIBUTING.md", "", .notADocument), ("x/.hidden.md", "", .notADocument),
    ("readmission.md", "", .markdown), ("license-to-heal.md", "", .markdown),
    ("LICENSE-MIT", "", .notADocument),
    ("-", "{\"nodes\": []}", .kgxJSON), ("-", "[]", .bibliography), ("-", "# A\n", .markdown),
    ("-", "<!DOCTYPE html>", .html), ("-", "<b>x</b>", .markdown), ("-", "", .markdown),
    ("-", "subject\tobject\n", .kgxEdges), ("-", "concepts:\n  - label: a", .vocabulary),
  ])
  func areToldByNameAndContent(name: String, text: String, format: InputFormat) {
    #expect(InputFormat(of: InputFile(name: name, text: text)) == format)
  }

  @Test func findsTheBibliographiesThatAnArticleNames() {
    let file = InputFile(
      name: "notes/a.md",
      text: """
        ---
        title: A
        bibliography: [refs.json, ../more.json, https://example.org/x.json]
        ---
        Text
        """)
    #expect(file.namedBibliographies.map(\.name) == ["notes/refs.json", "more.json"])
    #expect(file.namedBibliographies.map(\.written) == ["refs.json", "../more.json"])
    #expect(
      file.namedBibliographies.map { "\($0.location)" } == ["notes/a.md:3:16", "notes/a.md:3:27"])
  }

  @Test(arguments: ["", "---", "---\n", "bibliography: a", "---\nx: [\n---\n", "text\n---\n"])
  func findsNoneWithoutFrontMatter(text: String) {
    #expect(InputFile(name: "a.md", text: text).namedBibliographies.isEmpty)
  }
}
