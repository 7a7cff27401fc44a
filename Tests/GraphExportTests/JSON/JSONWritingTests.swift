import GraphExport
import Testing

@Suite struct JSONWritingTests {
  private func compact(_ value: JSONValue) -> String {
    String(decoding: value.serialized(layout: .compact).dropLast(), as: UTF8.self)
  }

  /// RFC 8259 §7 for the quotation mark, the backslash and the control characters.
  @Test(arguments: [
    ("", #""""#),
    ("plain", #""plain""#),
    ("\"", #""\"""#),
    ("\\", #""\\""#),
    ("/", #""/""#),
    ("\u{8}\t\n\u{c}\r", #""\b\t\n\f\r""#),
    ("\u{0}\u{1}\u{b}\u{1f}", #""\u0000\u0001\u000b\u001f""#),
    ("\u{7f}", #""\u007f""#),
    ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#),
    ("\u{2027}\u{202a}\u{e2}\u{20ac}", "\"\u{2027}\u{202a}\u{e2}\u{20ac}\""),
    ("é e\u{301} 人 😀", "\"é e\u{301} 人 😀\""),
    ("שלום \u{202e}", "\"שלום \u{202e}\""),
    ("</script>", #""</script>""#),
    ("\u{feff}\u{ffff}\u{10ffff}", "\"\u{feff}\u{ffff}\u{10ffff}\""),
    ("\r\n", #""\r\n""#),
  ])
  func escapes(_ text: String, _ expected: String) {
    #expect(Array(compact(.string(text)).utf8) == Array(expected.utf8))
  }

  @Test func repairsBytesThatAreNoText() {
    let text = String(decoding: [0x61, 0xff, 0xed, 0xa0, 0x80] as [UInt8], as: UTF8.self)
    #expect(compact(.string(text)) == "\"a\u{fffd}\u{fffd}\u{fffd}\u{fffd}\"")
  }

  @Test(arguments: [
    (0.1, "0.1"), (1, "1.0"), (-0.0, "-0.0"), (1e21, "1e+21"), (5e-324, "5e-324"),
    (1.0 / 3, "0.3333333333333333"), (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
  ])
  func writesTheShortestNumberThatReadsBack(_ number: Double, _ expected: String) {
    #expect(compact(.double(number)) == expected)
  }

  @Test(arguments: [(Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"), (0, "0")])
  func writesWholeNumbers(_ number: Int, _ expected: String) {
    #expect(compact(.int(number)) == expected)
  }

  @Test func indentsByTwoSpaces() {
    let value: JSONValue = [
      "b": 1, "a": [true, .null, "x"], "none": [], "empty": [:], "deep": [["k": 0.5]],
    ]
    let expected = """
      {
        "b": 1,
        "a": [
          true,
          null,
          "x"
        ],
        "none": [],
        "empty": {},
        "deep": [
          {
            "k": 0.5
          }
        ]
      }

      """
    #expect(String(decoding: value.serialized(), as: UTF8.self) == expected)
    #expect(
      compact(value)
        == #"{"b":1,"a":[true,null,"x"],"none":[],"empty":{},"deep":[{"k":0.5}]}"#)
  }

  @Test func writesDeepValuesWithoutRecursion() {
    var value: JSONValue = 0
    for _ in 0..<5000 { value = [value] }
    #expect(value.serialized(layout: .compact).count == 10_002)
  }

  @Test func objectsKeepTheirOrderAndLeaveOutWhatIsNotThere() {
    var object: JSONObject = ["z": 1]
    object.append("a", text: "x")
    object.append("missing", text: nil)
    object.append("missing", nil)
    object.append("empty", texts: [])
    object.append("b", texts: ["y"])
    #expect(compact(object.value) == #"{"z":1,"a":"x","b":["y"]}"#)
    #expect(object.contains("b") && !object.contains("missing"))
  }
}
