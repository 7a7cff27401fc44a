import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct CitationTests {
  /// The text without bracketed citations, and the keys of each cluster.
  private func extract(_ text: String) -> (text: String, keys: [[String]]) {
    let source = SourceText(name: "f", bytes: Array(text.utf8))
    let found = CitationScanner.extract(from: MarkdownParser.parse(source, from: 0))
    let shown = found.document.blocks.map { found.document.string($0.text) }
    return (shown.joined(separator: "\u{b6}"), found.clusters.map { $0.keys.map(\.name) })
  }

  @Test(arguments: [
    ("Salt [@a].", "Salt.", [["a"]]),
    ("Salt [@a; @b-2020, p. 3] raises it.", "Salt raises it.", [["a", "b-2020"]]),
    ("Salt [see @a, pp. 3-4; also -@b:c].", "Salt.", [["a", "b:c"]]),
    ("As @smith2020 says, salt.", "As @smith2020 says, salt.", [["smith2020"]]),
    ("Salt [@{a b}] and @{c}.", "Salt and @{c}.", [["a b"], ["c"]]),
    ("Mail me@x.org or \\@nobody.", "Mail me@x.org or @nobody.", []),
    ("Salt [1] and meat [2, 4\u{2013}6].", "Salt and meat.", [["1"], ["2", "4", "5", "6"]]),
    ("A [note] and [ ] and [12345].", "A [note] and [ ] and [12345].", []),
    ("Ends [@a].\n\nNext [@b.]", "Ends.\u{b6}Next", [["a"], ["b"]]),
    ("[@a", "[@a", [["a"]]),
  ])
  func takesCitationsOutOfTheText(text: String, shown: String, keys: [[String]]) {
    let found = extract(text)
    #expect(found.text == shown)
    #expect(found.keys == keys)
  }

  private static let works: Bibliography = {
    var works = Bibliography()
    for key in ["a", "b", "c"] { works.add(entry(key, doi: "10.1000/\(key)", title: "On \(key)")) }
    return works
  }()

  private func cited(_ sentences: String) -> [String: [String]] {
    let reading = read(
      "---\ncondition: gout\n---\n\n## Causes\n\n\(sentences)\n", bibliography: Self.works)
    var cited: [String: [String]] = [:]
    for claim in reading.claims {
      cited[claim.subject.text, default: []] += claim.citations.map {
        String($0.referenceID.last ?? "?")
      }
    }
    return cited
  }

  @Test func backsAllThatASentenceStates() {
    let cited = cited("- Beer and meat can cause gout [@a; @b].\n- Fruit causes gout.")
    #expect(cited == ["beer": ["a", "b"], "meat": ["a", "b"], "fruit": []])
  }

  @Test func backsWhatStandsBeforeItWithinASentence() {
    let cited = cited("Beer [@a], meat [@b] and fruit cause gout.")
    #expect(cited == ["beer": ["a"], "meat": ["b"], "fruit": []])
  }

  @Test func belongsToTheSentenceBeforeItsFullStopOrBehindIt() {
    let cited = cited("Beer causes gout. [@a] Meat causes gout [@b]. Fruit causes gout.")
    #expect(cited == ["beer": ["a"], "meat": ["b"], "fruit": []])
  }

  @Test func backsAllWherePartOfTheSentence() {
    #expect(cited("As @c found, beer and meat cause gout.") == ["beer": ["c"], "meat": ["c"]])
  }

  @Test func listsEveryKeyKnownOrNot() {
    let reading = read("# Gout\n\nBeer causes gout [@b; @nobody].\n", bibliography: Self.works)
    #expect(reading.citedKeys.map(\.key) == ["b", "nobody"])
    #expect(reading.citedKeys.map(\.location.column) == [19, 23])
    #expect(reading.references.map(\.key) == ["b"])
    #expect(reading.claims.first?.citations == [ClaimCitation("DOI:10.1000/b", basis: .stated)])
  }

  @Test func followsNumbersAndFootnotesToTheArticlesOwnWorks() {
    let reading = read(
      """
      # Causes of gout

      Beer causes gout [2]. Meat causes gout[^m].

      ## References

      1. Roe R. Of meat and men. J Ex. 2001;1(2):3-4.
      2. Doe J, Poe E. Beer and joints. J Ex. 2002. doi:10.1000/beer

      [^m]: Moe M. Meat again. J Ex. 2003;4:5. PMID: 777
      """)
    let beer = reading.claim("beer -causes-> gout")
    #expect(beer?.citations == [ClaimCitation("DOI:10.1000/beer", basis: .stated)])
    let meat = reading.claim("meat -causes-> gout")
    #expect(meat?.citations == [ClaimCitation("PMID:777", basis: .stated)])
    #expect(reading.citedKeys.isEmpty)
  }

  @Test func infersFromTitlesOnlyWhereNothingIsCited() {
    let list = "\n\n## References\n\n1. Roe R. Beer and the joints. J Ex. 2001;1(2):3-4.\n"
    let silent = read("# Causes of gout\n\n- Beer causes gout.\n- Diet\(list)")
    #expect(silent.claims.first?.citations.map(\.basis) == [.inferred])
    #expect(silent.claims.last?.citations == [])
    let citing = read("# Causes of gout\n\n- Beer causes gout.\n- Meat causes gout [1].\(list)")
    #expect(citing.claims.first?.citations == [])
    #expect(citing.claims.last?.citations.map(\.basis) == [.stated])
  }
}

/// Citations by author and year, and numbers that stick to the text.
@Suite struct AuthorYearTests {
  private let list = """

    ## References

    Halloran, T., Iwu, C., & Best, M. (2018). The follicle at war. *Journal of Essays*, 22, 301–318.

    Nakata, Y. (2020). Insulin and the load. *Diet*, 9(2), 88–97.
    """

  @Test(arguments: [
    ("Stress causes acne (Halloran et al., 2018).", [0]),
    ("Stress causes acne (Halloran et al., 2018; Nakata, 2020).", [0, 1]),
    ("Nakata (2020) found that stress causes acne.", [1]),
    ("Halloran, Iwu and Best (2018) found that stress causes acne.", [0]),
    ("Stress causes acne (see Nakata, 2020).", [1]),
    ("Stress causes acne (Ogden, 2011).", []),
    ("Stress causes acne (since 2011).", []),
  ])
  func meanEntriesOfTheList(sentence: String, entries: [Int]) throws {
    let reading = read("# Causes of acne\n\n\(sentence)\n\(list)\n")
    let claim = try #require(reading.claim("stress -causes-> acne"))
    #expect(claim.citations.map(\.referenceID) == entries.map { reading.references[$0].id })
    #expect(claim.citations.allSatisfy { $0.basis == .stated })
  }

  @Test func tellOfWorksThatAreNotListed() {
    let reading = read("# Causes of acne\n\nStress causes acne (Ogden & Lee, 2011).\n\(list)\n")
    #expect(
      reading.diagnostics.map(\.message) == [
        "no entry of the list of references answers to '(Ogden & Lee, 2011)'"
      ])
    #expect(reading.diagnostics.first?.location?.line == 3)
  }

  @Test func numbersThatStickToTheTextCite() throws {
    let reading = read(
      """
      # Causes of gout

      Beer causes gout.1,2 Milk causes gout.² Vitamin B12 causes gout. See Fig.2 for more.

      ## References

      1. Marsh A. Beer. J Beer. 2019;1:1-2.
      2. Okoye R. Milk. J Milk. 2020;1:1-2.
      """)
    let beer = try #require(reading.claim("beer -causes-> gout"))
    #expect(beer.evidence.quote == "Beer causes gout.")
    #expect(beer.citations.count == 2)
    #expect(reading.claim("milk -causes-> gout")?.citations.count == 1)
    #expect(reading.claim("vitamin B12 -causes-> gout")?.citations.isEmpty == true)
  }

  @Test func listsOfDatedWorksNeedNoHeadingOfTheirOwn() {
    let reading = read(
      """
      # Causes of gout

      Beer causes gout.

      ### How we checked this page

      * Khan SR, et al. (2016). Gout. https://example.org/1
      * Patti L, et al. (2021). Beer and gout. https://example.org/2
      * Song L, et al. (2020). Crystals. https://example.org/3
      """)
    #expect(reading.references.count == 3)
    #expect(reading.claims.first?.citations.map(\.basis) == [.inferred])
  }
}
