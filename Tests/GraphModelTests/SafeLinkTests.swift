import Testing

@testable import GraphModel

@Suite struct SafeLinkTests {
  @Test(arguments: [
    ("https://example.org/a?b=c&d=e#f", true), ("http://purl.obolibrary.org/obo/HP_1", true),
    ("https://doi.org/10.1/x", true), ("http://example.org", true),
    ("mailto:someone@example.org", true), ("HTTPS://EXAMPLE.ORG/", true),
    ("https://example.org/\u{e9}t\u{e9}", true),
    ("javascript:alert(1)", false), ("JaVaScRiPt:alert(1)", false), ("data:text/html,x", false),
    (" javascript:alert(1)", false), ("https:alert(1)", false), ("//example.org", false),
    ("https://a b", false), ("https://a\"b", false), ("https://a\u{1}b", false),
    ("https://example.org/\u{0}", false), ("ftp://example.org", false), ("", false),
    ("/relative", false), ("https://example.org/\u{202e}gpj", false),
    ("https://example.org/\u{2066}x", false),
    ("https://example.org/" + String(repeating: "x", count: 4100), false),
  ])
  func acceptsOnlySafeAddresses(address: String, isAccepted: Bool) {
    #expect((SafeLink.accepted(address) != nil) == isAccepted)
  }

  /// Swift writes no literals of these.
  @Test(arguments: [0xfffe, 0xffff, 0x1fffe, 0xfdd0] as [UInt32])
  func acceptsNoNoncharacter(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(SafeLink.accepted("https://example.org/" + String(Character(scalar))) == nil)
  }
}
