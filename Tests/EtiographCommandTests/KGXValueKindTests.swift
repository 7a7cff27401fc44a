import Etiograph
import Foundation
import Testing

/// Fields that the model has no name for come back as what they were: numbers by their digits, truth
/// values, lists and objects; and texts that look like them as texts.
@Suite struct KGXValueKindTests {
  private static let members = [
    #""a_number":0.05"#, #""b_number":1.50"#, #""c_number":-1e-05"#, #""d_truth":true"#,
    #""e_text":"true""#, #""f_text":"0.05""#, #""g_text":"[1,2]""#, #""h_text":"{\"x\":1}""#,
    #""i_list":[1,2.50,1e3]"#, #""j_list":["one"]"#, #""k_list":["b","a"]"#,
    #""l_list":[true,null,"x"]"#, #""m_object":{"p":1e-05,"q":[]}"#, #""n_list":[]"#,
  ]

  private static var node: String {
    #"{"id":"X:1","category":["biolink:Disease"],"name":"one","# + members.joined(separator: ",")
      + "}"
  }

  private static var edge: String {
    #"{"id":"e1","subject":"X:1","predicate":"biolink:causes","object":"X:2","#
      + members.joined(separator: ",") + "}"
  }

  private static let other = #"{"id":"X:2","category":["biolink:Disease"],"name":"two"}"#

  private static var lines: [InputFile] {
    [
      InputFile(name: "kg_nodes.jsonl", text: node + "\n" + other + "\n"),
      InputFile(name: "kg_edges.jsonl", text: edge + "\n"),
    ]
  }

  private static var document: [InputFile] {
    [InputFile(name: "kg.json", text: #"{"nodes":[\#(node),\#(other)],"edges":[\#(edge)]}"#)]
  }

  private func text(_ files: [InputFile]) -> String {
    files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
  }

  @Test(arguments: [lines, document], [ExportFormat.kgxJSONLines, .kgxJSON])
  func everyKindComesBack(from files: [InputFile], as format: ExportFormat) throws {
    let graph = try KGXRoundTripTests.read(files)
    let written = try KGXRoundTripTests.files(graph, format)
    // Without what stands between the parts of a laid out document.
    let compact = text(written).split(separator: "\n").map { line in
      line.drop { $0 == " " }.replacing("\": ", with: "\":")
    }.joined()
    for member in Self.members {
      #expect(compact.components(separatedBy: member).count == 3, "\(member) in \(compact)")
    }
    let again = try KGXRoundTripTests.read(written)
    #expect(try KGXRoundTripTests.files(again, format) == written)
    #expect(again.edges.map(\.attributes) == graph.edges.map(\.attributes))
    #expect(again.nodes.map(\.attributes) == graph.nodes.map(\.attributes))
  }

  @Test func besideAnArticleTheyAreTheSame() throws {
    let article = InputFile(name: "x.md", text: "# Notes\n\nNothing is said here.\n")
    let graph = try GraphSources(Self.lines + [article]).build().graph
    let alone = try KGXRoundTripTests.read(Self.lines)
    #expect(graph.edges.map(\.attributes) == alone.edges.map(\.attributes))
  }

  @Test func theLibraryTellsTheKinds() throws {
    let graph = try KGXRoundTripTests.read(Self.lines)
    let kinds = try #require(graph.edges.first).attributes.reduce(into: [:]) {
      $0[$1.key] = $1.kind
    }
    #expect(kinds["a_number"] == .literal && kinds["d_truth"] == .literal)
    #expect(kinds["e_text"] == .text && kinds["g_text"] == .plainText)
    #expect(kinds["i_list"] == .text)
  }
}
