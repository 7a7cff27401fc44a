import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct LexiconTests {
  static let bytes = PackageResources.english_lexicon
  static let examples = Lexicon.english.entries.filter { $0.example != nil }

  private func text(_ range: Range<Int>?) -> String {
    range.map { String(decoding: Self.bytes[$0], as: UTF8.self) } ?? ""
  }

  @Test func isWellFormed() {
    #expect(Lexicon.english.diagnostics.isEmpty)
    #expect(Lexicon.english.entries.count > 100)
  }

  @Test func everyEntryHasAnExample() {
    for entry in Lexicon.english.entries {
      let isWordList = [.auxiliaries, .abbreviations].contains(entry.section)
      #expect(entry.example != nil || isWordList, "line \(entry.line)")
    }
  }

  /// The example of every entry is read as the entry says.
  @Test(arguments: examples.indices)
  func exampleIsReadAsStated(number: Int) throws {
    let entry = Self.examples[number]
    let example = text(entry.example)
    let expected = text(entry.expectation)
    let place: Comment = "lexicon line \(entry.line): \(example)"
    switch entry.section {
    case .sections:
      #expect(SectionOutline.classify(sentence(example)).role == entry.role, place)
    case .titles:
      let reading = read("# \(example)\n\nText.\n")
      #expect(reading.focus?.text == expected, place)
    case .relations, .nouns, .joins, .denials, .retractions, .limits, .attributions, .hedges,
      .frames, .reportVerbs, .doubters, .openers, .adjuncts, .happenings, .gettings:
      try checkStatement(entry, example, expected)
    case .changes, .undergone, .fatalities:
      checkOutcome(example, expected, under: "Effects", place)
    case .inheritances:
      #expect(statedText("gout", "Causes", example) == "\(expected) > gout", place)
    case .qualities:
      checkOutcome(example, expected, under: "Symptoms", place)
    case .halfDenials, .inquiries:
      #expect(read("# Causes of hives\n\n\(example)\n").claims.isEmpty, place)
    case .groups, .contents, .exclusions, .synonyms, .people, .leadIns, .tails, .subordinators,
      .generic:
      #expect(names(example) == (expected == "-" ? "" : expected), place)
    case .change, .occurrences, .reductions:
      let name = example.split(separator: " ").last { !["attacks", "loss"].contains($0) } ?? ""
      let focus = Focus(label: example.hasSuffix("bone loss") ? "bone loss" : String(name))
      let tagged = sentence(example)
      #expect(focus.naming(0..<tagged.count, in: tagged) != nil, place)
    case .categories:
      let tagged = sentence(example)
      #expect(NameHead(0..<tagged.count, tagged).category == entry.category, place)
    default:
      let tagged = sentence(example)
      let isFound = tagged.matches.contains { $0.section == entry.section }
      #expect(isFound, place)
    }
  }

  /// Under such a heading the sentence tells of an effect or a sign of this name.
  private func checkOutcome(
    _ example: String, _ expected: String, under heading: String, _ place: Comment
  ) {
    let about = example.hasPrefix("Heatstroke") ? "heatstroke" : "lupus"
    let reading = read("---\ncondition: \(about)\n---\n\n## \(heading)\n\n\(example)\n")
    #expect(reading.claims.map(\.object.text) == [expected], place)
  }

  /// The sentence states the relation, whichever of its ends the article is about.
  private func checkStatement(
    _ entry: LexiconEntry, _ example: String, _ expected: String
  ) throws {
    let ends = expected.split(separator: ">").map { String($0).trimmingSpaces }
    try #require(ends.count == 2, "line \(entry.line)")
    // Without a B, the heading must be about it.
    // Of the condition itself, what says how something works says nothing.
    let isEffect = entry.isOfHeading && entry.relation?.isReversed == true
    var topics = entry.isOfHeading && !isEffect ? Array(ends.suffix(1)) : ends
    let isOutcome = !entry.names.isEmpty
    let isDownstream = isEffect || entry.isOfProcess || isOutcome
    if isDownstream { topics = Array(ends.prefix(1)) }
    let heading = isDownstream ? "Effects" : "Causes"
    for focus in topics {
      let reading = read("---\ncondition: \(focus)\n---\n\n## \(heading)\n\n\(example)\n")
      // What goes together goes both ways; the heading decides which stands first.
      let claim = reading.claims.first { claim in
        let found = [claim.subject.text, claim.object.text].map(NameKey.init)
        let isSymmetric = claim.predicate.directness == .associational
        return found == ends.map(NameKey.init)
          || isSymmetric && found == ends.reversed().map(NameKey.init)
      }
      let found = try #require(
        claim, "line \(entry.line): \(example), about \(focus): \(reading.lines)")
      if isOutcome {
        #expect([.causes, .hasPhenotype].contains(found.predicate), "line \(entry.line)")
      } else if let relation = entry.relation,
        found.predicate.directness != .causal
          || relation.predicate != .exacerbates && relation.polarity != .decreases
      {
        #expect(found.predicate == relation.predicate, "line \(entry.line): \(example)")
      }
      if let certainty = entry.certainty {
        #expect(found.evidence.certainty == certainty, "line \(entry.line): \(example)")
      }
      let isDenial =
        entry.section == .denials || entry.section == .retractions && entry.certainty == nil
      #expect(found.isNegated == isDenial, "line \(entry.line): \(example)")
    }
  }

  @Test func reportsWhatItDoesNotUnderstand() {
    let lexicon = Lexicon(
      bytes: Array("early | causes\n[nonsense]\n[hedges]\nmay | sometimes\n".utf8))
    #expect(lexicon.diagnostics.map { $0.location?.line } == [1, 2, 4])
  }

  @Test func expandsChoicesAndOptionalWords() {
    let source = "[tails]\non the? right/left hand? | \"x\"\n"
    let lexicon = Lexicon(bytes: Array(source.utf8))
    func has(_ words: [String]) -> Bool {
      var node = PhraseTrie.root
      for word in words {
        let bytes = Array(word.utf8)
        guard let next = lexicon.phrases.next(node, lexicon.words.id(bytes, 0..<bytes.count)) else {
          return false
        }
        node = next
      }
      var isEnd = false
      lexicon.phrases.forEachEntry(at: node) { _ in isEnd = true }
      return isEnd
    }
    #expect(has(["on", "the", "right", "hand"]) && has(["on", "left"]))
    #expect(has(["On", "LEFT", "hand"]))
    #expect(!has(["on", "the"]) && !has(["right"]))
  }
}
