import GraphModel

@testable import GraphBuilding

/// Reads an article from a string.
func read(
  _ text: String, name: String = "article.md", bibliography: Bibliography = Bibliography(),
  vocabulary: Vocabulary = Vocabulary()
) -> ArticleReading {
  ArticleReader().read(
    InputFile(name: name, text: text), bibliography: bibliography, vocabulary: vocabulary)
}

extension Claim {
  /// `smoking -causes-> bronchitis`, with `not` and the polarity where they are stated.
  var line: String {
    let sign = polarity.map { $0 == .increases ? "+" : $0 == .decreases ? "-" : "?" } ?? ""
    let negation = isNegated ? "not " : ""
    return "\(subject.text) -\(negation)\(predicate.localName)\(sign)-> \(object.text)"
  }
}

extension ArticleReading {
  /// The claims without those of membership.
  var statements: [Claim] { claims.filter { $0.predicate.directness != .hierarchical } }
  var lines: [String] { claims.map(\.line) }

  func claim(_ line: String) -> Claim? { claims.first { $0.line == line } }
}

/// A sentence of its own with the phrases of the English lexicon.
func sentence(_ text: String) -> TaggedSentence {
  let bytes = Array(text.utf8)
  var tokens: [Token] = []
  Tokenizer(lexicon: .english).tokenize(bytes, 0..<bytes.count, into: &tokens)
  return TaggedSentence(tokens, text: bytes, lexicon: .english)
}

/// The names in a text: `nuts: almonds, cashews` for a group, `;` between names.
func names(_ text: String) -> String {
  let sentence = sentence(text)
  func form(_ thing: NamedThing) -> String {
    let members = thing.members.map(form).joined(separator: ", ")
    return members.isEmpty ? thing.name : "\(thing.name): \(members)"
  }
  return MentionParser(sentence).parse(0..<sentence.count).map(form).joined(separator: "; ")
}

/// A work of a bibliography.
func entry(_ key: String, doi: String, title: String) -> Bibliography.Entry {
  Bibliography.Entry(
    key: key, reference: Reference(id: "DOI:\(doi)", key: key, title: title, doi: doi),
    location: SourceLocation(file: "works.json", line: 1))
}
