import Testing

@testable import GraphModel

/// The one-pass key of ASCII names must equal the general one.
@Suite struct NameKeyPlainTests {
  /// A letter beyond ASCII sends a name down the general way; as a word of its own at the end it
  /// changes nothing before it.
  @Test func agreesWithTheGeneralWay() {
    let pieces = [
      "the", "The", "a", "an", "as", "s", "ss", "is", "us", "gas", "bus", "Crohn's", "diseases",
      "allergies", "ties", "dies", "masses", "rashes", "aches", "headaches", "boxes", "-", "  ",
      "(IBD)", "Type 1", "`x'", "NSAIDs", ",", "B12s", "ches", "xes", "ies", "0s", "glass",
    ]
    var state: UInt64 = 1
    for _ in 0..<2000 {
      var name = ""
      for _ in 0..<(state >> 60 & 3) + 1 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        name += pieces[Int(state >> 33) % pieces.count] + (state >> 40 & 1 == 0 ? " " : "")
      }
      let plain = NameKey("q " + name).description
      let general = NameKey("q " + name + " \u{3b1}").description
      #expect(plain + " \u{3b1}" == general, "\(name)")
    }
  }

  @Test(arguments: [
    ("the", "the"), ("The gas", "gas"), ("a", "a"), ("", ""), ("--", ""), ("the ", "the"),
    ("An allergy", "allergy"), ("Crohn\u{2019}s diseases", "crohn disease"), ("A1", "a1"),
  ])
  func dropsArticlesAndPlurals(name: String, key: String) {
    #expect(NameKey(name).description == key)
  }
}
