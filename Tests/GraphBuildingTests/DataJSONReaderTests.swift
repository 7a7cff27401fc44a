import GraphModel
import Testing

@testable import GraphBuilding

/// RFC 8259, by hand: each case is an example of a production of its grammar.
@Suite struct JSONReading {
  @Test(arguments: [
    ("null", JSONValue.Content.null),
    (" true ", .bool(true)),
    ("false", .bool(false)),
    ("-0.50e+10", .number("-0.50e+10")),
    ("12345678901234567890", .number("12345678901234567890")),
    (#""""#, .string("")),
    (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{c}\n\r\t")),
    (#""\u00e9\u20AC""#, .string("é€")),
    (#""\ud83d\ude00""#, .string("😀")),
    (#""D’Incà""#, .string("D’Incà")),
    ("[]", .array([])),
    ("{}", .object([])),
    ("\u{feff}[ ]", .array([])),
  ])
  func readsEveryKindOfValue(text: String, content: JSONValue.Content) {
    let reading = JSONReader.read(Array(text.utf8))
    #expect(reading.value?.content == content)
    #expect(reading.problems.isEmpty)
  }

  @Test(arguments: [
    ("", 1, 1, "empty"),
    ("[1, 2,]", 1, 6, "comma"),
    ("[1 2]", 1, 4, "comma or ']'"),
    ("[1,\n 2", 1, 1, "not closed"),
    ("{\"a\": 1,\n}", 1, 8, "comma"),
    ("{\"a\" 1}", 1, 6, "colon"),
    ("{a: 1}", 1, 2, "name of a member"),
    ("{'a': 1}", 1, 2, "name of a member"),
    ("['a']", 1, 2, "double quotes"),
    ("[\n  // no\n 1]", 2, 3, "no comments"),
    ("\"abc", 1, 1, "not closed"),
    ("\"abc\ndef\"", 1, 1, "not closed"),
    ("\"\u{1}\"", 1, 2, "control character"),
    ("\"\\x\"", 1, 2, "no known escape"),
    ("\"\\u12\"", 1, 2, "hexadecimal"),
    ("\"\\u", 1, 2, "hexadecimal"),
    ("01", 1, 2, "begin with 0"),
    ("-", 1, 2, "digit"),
    ("1.", 1, 3, "digit"),
    ("1e", 1, 3, "digit"),
    ("NaN", 1, 1, "no JSON value"),
    ("tru", 1, 1, "no JSON value"),
    ("[] []", 1, 4, "follows the end"),
    ("[,]", 1, 2, "missing before the comma"),
    ("\u{e9}", 1, 1, "no JSON value"),
  ])
  func tellsWhereSyntaxIsWrong(text: String, line: Int, column: Int, message: String) throws {
    let reading = JSONReader.read(Array(text.utf8))
    #expect(reading.value == nil)
    let problem = try #require(reading.problems.last)
    var positions = FilePositions(InputFile(name: "a.json", text: text))
    #expect(
      positions.location(of: problem.offset)
        == SourceLocation(file: "a.json", line: line, column: column))
    #expect(problem.message.contains(message))
  }

  @Test func readsOnAfterANameThatStandsTwice() throws {
    let reading = JSONReader.read(Array(#"{"a": 1, "b": 2, "a": 3}"#.utf8))
    #expect(reading.value?["a"]?.scalar == "1")
    #expect(reading.problems.map(\.offset) == [17])
    #expect(reading.problems.map(\.severity) == [.warning])
  }

  @Test(arguments: [#""\ud83d""#, #""\ude00""#, #""\ud83dx""#])
  func replacesHalfASurrogatePair(text: String) {
    let reading = JSONReader.read(Array(text.utf8))
    #expect(reading.value?.string?.unicodeScalars.contains("\u{fffd}") == true)
    #expect(reading.problems.count == 1)
  }

  @Test func readsTwoHalvesOfDifferentPairsOneByOne() {
    let reading = JSONReader.read(Array(#""\ud83d\u0041""#.utf8))
    #expect(reading.value?.string == "\u{fffd}A")
  }

  @Test(arguments: ["[", "{\"a\":"])
  func boundsTheDepthOfNesting(opening: String) {
    let deep = String(repeating: opening, count: 200_000)
    let reading = JSONReader.read(Array(deep.utf8))
    #expect(reading.value == nil)
    #expect(reading.problems.last?.message.contains("256 deep") == true)
  }

  @Test func readsNestingWithinTheBound() {
    let count = JSONReader.maximumDepth
    let text = String(repeating: "[", count: count) + String(repeating: "]", count: count)
    #expect(JSONReader.read(Array(text.utf8)).value != nil)
  }

  @Test func survivesEveryBeginningAndEveryChangedByteOfADocument() {
    let text = Array(#"{"a": [1.5e3, "x\u00e9\n", null], "b": {"c": true}}"#.utf8)
    for count in 0..<text.count {
      #expect(JSONReader.read(Array(text[..<count])).value == nil)
      for byte in [UInt8(0), 0x22, 0x2c, 0x5b, 0x5c, 0x7d, 0x80, 0xff] {
        var changed = text
        changed[count] = byte
        _ = JSONReader.read(changed)
      }
    }
  }

  @Test func writesAValueAsItWouldBeReadAgain() throws {
    let text = #"{"a":["\"\\\u0001é",1e5,null,true],"b":{}}"#
    let value = try #require(JSONReader.read(Array(text.utf8)).value)
    #expect(value.compactText == text)
  }
}

@Suite struct PlacesInFiles {
  @Test func countsColumnsInCharactersAndLinesByLineFeeds() {
    var positions = FilePositions(InputFile(name: "f", text: "é€x\r\ny"))
    #expect(positions.location(of: 5).column == 3)
    #expect(positions.location(of: 8) == SourceLocation(file: "f", line: 2, column: 1))
    #expect(positions.location(of: 99) == SourceLocation(file: "f", line: 2, column: 2))
    #expect(positions.location(of: -1) == SourceLocation(file: "f", line: 1, column: 1))
  }

  @Test func findsThePlaceInAnEmptyFile() {
    var positions = FilePositions(InputFile(name: "f", text: ""))
    #expect(positions.location(of: 0) == SourceLocation(file: "f", line: 1, column: 1))
  }

  /// Unicode 16.0, table 3-7, and its edges.
  @Test(
    arguments: [
      ([0x61, 0xc3, 0xa9], nil), ([0xc0, 0x80], 0), ([0x61, 0xff], 1), ([0xe2, 0x82], 0),
      ([0xed, 0xa0, 0x80], 0), ([0xf4, 0x90, 0x80, 0x80], 0), ([0xf0, 0x9f, 0x98, 0x80], nil),
      ([0xe0, 0x9f, 0x80], 0), ([0x80], 0), ([], nil),
    ] as [([UInt8], Int?)])
  func findsTheFirstByteThatIsNotUTF8(bytes: [UInt8], offset: Int?) {
    #expect(UTF8Check.firstInvalid(in: bytes) == offset)
  }
}
