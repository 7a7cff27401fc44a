import Testing

@testable import GraphModel

@Suite struct NameLettersTests {
  /// What a character is by its properties and its name alone, without tables and short cuts.
  private func slowly(_ scalar: Unicode.Scalar) -> String? {
    if "'`\u{2018}\u{2019}\u{02bc}\u{00ad}\u{200b}\u{200c}\u{200d}\u{feff}".unicodeScalars
      .contains(scalar)
    {
      return ""
    }
    let properties = scalar.properties
    if properties.canonicalCombiningClass != .notReordered { return "" }
    guard properties.isAlphabetic || properties.numericType != nil else { return nil }
    return properties.lowercaseMapping.unicodeScalars.map { letter in
      if letter == "\u{df}" { return "ss" }
      if letter.properties.canonicalCombiningClass != .notReordered { return "" }
      let words = (letter.properties.name ?? "").split(separator: " ")
      guard words.count > 5, words[0] == "LATIN", words[1] == "SMALL", words[2] == "LETTER",
        words[4] == "WITH", words[3].count <= 2
      else { return String(letter) }
      return words[3].lowercased()
    }.joined()
  }

  /// The tables and ranges say the same of every character as the Unicode Character Database.
  @Test(arguments: [0..<0x3000, 0xa000..<0xb000, 0xf900..<0x10a00, 0x1d000..<0x1f200])
  func agreesWithTheCharacterDatabase(values: Range<UInt32>) {
    let differing = values.compactMap { Unicode.Scalar($0) }.filter { scalar in
      let found: String? =
        switch NameLetters.fold(scalar) {
        case .nothing: ""
        case .end: nil
        case .byte(let byte): String(Unicode.Scalar(byte))
        case .letters(let letters): letters
        }
      return found != slowly(scalar)
    }
    #expect(differing.isEmpty)
  }

  @Test(arguments: [
    ("Ménière’s Diseases", "meniere disease"), ("Þe “big” – café", "þe big café".folded),
    ("The Straße", "strasse"), ("a α-blocker", "α blocker"), ("\u{fffd}x\u{fffd}ies", "x ies"),
    ("Żółte allergies", "zolte allergy"), ("the", "the"), ("É", "e"), ("\u{301}", ""), ("—", ""),
  ])
  func makesKeysOfAnyName(name: String, key: String) {
    #expect(NameKey(name).description == key)
  }
}

extension String {
  fileprivate var folded: String { replacing("é", with: "e") }
}
