import Foundation
import GraphExport
import GraphModel
import Testing

/// Fields that the model has no name for come out as they went in.
@Suite struct KGXAttributeTests {
  private func node(_ attributes: [Attribute]) throws -> [String: Any] {
    var builder = GraphBuilder()
    _ = builder.record(Concept(id: "X:1", label: "x", attributes: attributes))
    let file = try GraphExporter.export(builder.build(), as: .kgxJSON)
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
    return try #require((parsed["nodes"] as? [[String: Any]])?.first)
  }

  @Test(arguments: [
    #"["A:1"]"#, #"["A:1",""]"#, #"["A:1","A:1"]"#, #"["A:1",2]"#,
    #"{"a":[1,2.5,true,null],"b":{"c":"d"}}"#, "[]", "{}", #"["\n\u0001"]"#,
  ])
  func writesCompactJSONAsJSON(_ text: String) throws {
    let value = try #require(try node([Attribute(key: "field", value: text)])["field"])
    #expect(!(value is String))
    let again = try JSONSerialization.data(withJSONObject: value, options: .sortedKeys)
    let wanted = try JSONSerialization.data(
      withJSONObject: try JSONSerialization.jsonObject(with: Data(text.utf8)),
      options: .sortedKeys)
    #expect(again == wanted)
  }

  /// No digit of a number is lost.
  @Test(arguments: ["[1.50]", "[99999999999999999999]", #"{"p":1e-05}"#])
  func keepsTheDigitsOfNumbers(_ text: String) throws {
    var builder = GraphBuilder()
    _ = builder.record(
      Concept(id: "X:1", label: "x", attributes: [Attribute(key: "field", value: text)]))
    let parts = try GraphExporter.parts(builder.build(), as: .kgxJSONLines)
    let bytes = parts.flatMap { $0.chunks.reduce(into: []) { $0 += $1 } }
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"field\":\(text)"))
  }

  @Test(arguments: [
    "plain", "12", "true", "null", "", "[not json", "[ 1]", #"["a",]"#, "[1]x", "{1}",
    #"["\ud83d\ude00"]"#, "[nan]", "[inf]", "[0x1p3]", #"["a]"#, #"{"a":}"#, #"{"a"}"#, "[,]",
    #"["\u00"#, #"["\"#, "[", "{", "[]]",
    // This is how several values are written, and would be read as such.
    #"["A:1","B:2"]"#,
    String(repeating: "[", count: 100_000),
    String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
  ])
  func keepsEverythingElseAsText(_ text: String) throws {
    #expect(try node([Attribute(key: "field", value: text)])["field"] as? String == text)
  }

  @Test func listsSeveralValuesOfOneName() throws {
    let record = try node([
      Attribute(key: "xref", value: "A:1"), Attribute(key: "other", value: "o"),
      Attribute(key: "xref", value: "B:2"),
    ])
    #expect(record["xref"] as? [String] == ["A:1", "B:2"])
    #expect(record["other"] as? String == "o")
  }

  @Test func neverWritesANameTwice() throws {
    let record = try node([
      Attribute(key: "id", value: "mine"), Attribute(key: "id_", value: "other"),
    ])
    #expect(record["id"] as? String == "X:1")
    #expect(record["id_"] as? String == "mine")
    #expect(record["id__"] as? String == "other")
  }
}
