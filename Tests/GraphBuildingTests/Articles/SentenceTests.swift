import Testing

@testable import GraphBuilding

@Suite struct SentenceTests {
  private func split(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer(lexicon: .english).tokenize(bytes, 0..<bytes.count, into: &tokens)
    return SentenceSplitter(lexicon: .english).split(tokens, 0..<tokens.count, bytes).map {
      String(
        decoding: bytes[tokens[$0.lowerBound].start..<tokens[$0.upperBound - 1].end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    ("Some foods, e.g. nuts, do. So do others.", ["Some foods, e.g. nuts, do.", "So do others."]),
    ("Doe et al. found 4.5 mg. Dr. Roe agreed.", ["Doe et al. found 4.5 mg.", "Dr. Roe agreed."]),
    ("It is E. coli. It spreads.", ["It is E. coli.", "It spreads."]),
    ("He said \u{201c}no.\u{201d} Then left.", ["He said \u{201c}no.\u{201d}", "Then left."]),
    ("Pain (see Fig. 2. Not here) stays. End.", ["Pain (see Fig. 2. Not here) stays.", "End."]),
    ("Wait\u{2026} 3 of 4 did.", ["Wait\u{2026}", "3 of 4 did."]),
    ("a.b.c", ["a.b.c"]), ("", []), ("...", ["..."]),
  ])
  func endsSentences(text: String, sentences: [String]) { #expect(split(text) == sentences) }

  @Test(arguments: [
    (
      "Crohn\u{2019}s non-steroidal U.S. 1,000.5 B12",
      ["Crohn\u{2019}s", "non-steroidal", "U.S.", "1,000.5", "B12"]
    ),
    (
      "and/or \u{201c}x\u{201d} a\u{2013}b",
      ["and", "/", "or", "\u{201c}", "x", "\u{201d}", "a", "\u{2013}", "b"]
    ),
    ("caf\u{e9}\u{a0}noir", ["caf\u{e9}", "noir"]),
    ("end. -5 don't", ["end", ".", "-", "5", "don't"]),
  ])
  func cutsWords(text: String, words: [String]) {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer(lexicon: .english).tokenize(bytes, 0..<bytes.count, into: &tokens)
    #expect(tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) } == words)
  }

  @Test(arguments: [
    ("the raw nuts", "raw nuts"),
    ("nuts, seeds and dried fruit", "nuts; seeds; dried fruit"),
    ("painkillers (such as aspirin)", "painkillers: aspirin"),
    ("irritable bowel syndrome (IBS)", "irritable bowel syndrome"),
    ("NSAIDs (non-steroidal anti-inflammatory drugs)", "non-steroidal anti-inflammatory drugs"),
    ("heart and kidney diseases", "heart diseases; kidney diseases"),
    ("lack of food or sleep", "lack of food; lack of sleep"),
    ("loss of appetite and fatigue", "loss of appetite; fatigue"),
    ("stiff neck and shoulders", "stiff neck; stiff shoulders"),
    ("dairy, including milk and cheese", "dairy: milk, cheese"),
    ("vitamins like B12 and a poor diet that includes sweets", "vitamins: B12, poor diet: sweets"),
    ("headaches, which can last for days", "headaches"),
    ("overall health and well-being", ""),
    ("\u{201c}brain fog\u{201d}", "brain fog"),
    ("1. Smoking", "Smoking"),
    ("etc.", ""), ("and", ""), ("(", ""), ("", ""),
  ])
  func namesThings(text: String, expected: String) { #expect(names(text) == expected) }
}
