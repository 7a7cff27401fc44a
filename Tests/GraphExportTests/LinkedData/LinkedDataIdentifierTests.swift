import GraphModel
import Testing

@testable import GraphExport

@Suite struct LinkedDataIdentifierTests {
  private let identifiers = LinkedDataIdentifiers(prefixes: PrefixMap())

  @Test(arguments: [
    ("MONDO:0005265", "http://purl.obolibrary.org/obo/MONDO_0005265"),
    ("MESH:D064806", "http://id.nlm.nih.gov/mesh/D064806"),
    ("etiograph:stress", "https://example.org/etiograph/stress"),
    ("etiograph:naïve-café", "https://example.org/etiograph/naïve-café"),
    ("DOI:10.1126/sciadv.abe4841", "https://doi.org/10.1126/sciadv.abe4841"),
    ("PMID:1", "https://pubmed.ncbi.nlm.nih.gov/1"),
    ("https://example.com/x?q=1#f", "https://example.com/x?q=1#f"),
    ("urn:isbn:1", "urn:isbn:1"),
    ("etiograph:a%20b", "https://example.org/etiograph/a%20b"),
  ])
  func keepsLiterally(_ id: String, _ iri: String) {
    #expect(identifiers.written(id) == id)
    #expect(identifiers.iri(id) == iri)
  }

  /// Each would be no IRI, a relative one, a blank node, a keyword or someone else's.
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a b", "a%20b"), ("100%", "100%25"), ("_:b0", "_%3Ab0"),
    ("@id", "%40id"), ("Unknown:1", "Unknown%3A1"),
    ("javascript:alert(1)", "javascript%3Aalert%281%29"),
    ("MONDO:a b", "MONDO%3Aa%20b"), ("MONDO:%zz", "MONDO%3A%25zz"),
    ("etiograph:../x", "etiograph%3A..%2Fx"), ("..", "%2E%2E"), ("é", "%C3%A9"), ("\u{0}", "%00"),
    ("id:1", "id%3A1"), ("subject:1", "subject%3A1"), ("http://a b/", "http%3A%2F%2Fa%20b%2F"),
    ("etiograph:id/plain", "etiograph%3Aid%2Fplain"),
    ("https://example.org/etiograph/id/x", "https%3A%2F%2Fexample.org%2Fetiograph%2Fid%2Fx"),
    ("etio:certainty", "etio%3Acertainty"), ("x:\u{301}//y", "x%3A%CC%81%2F%2Fy"),
    ("etiograph:a\u{202e}b", "etiograph%3Aa%E2%80%AEb"),
  ])
  func encodesWhatNoPrefixExpands(_ id: String, _ tail: String) {
    #expect(identifiers.written(id) == "etiograph:id/\(tail)")
    #expect(identifiers.iri(id) == "https://example.org/etiograph/id/\(tail)")
    #expect(IRISyntax.isAbsolute(identifiers.iri(id)))
  }

  @Test func lowersAndEncodesDOIs() {
    #expect(identifiers.written("DOI:10.1000/ABC") == "https://doi.org/10.1000/abc")
    #expect(
      identifiers.written("DOI:10.1002/(SICI)1<1::A>2.0;2-#")
        == "https://doi.org/10.1002/(sici)1%3C1::a%3E2.0;2-%23")
    #expect(identifiers.written("DOI:10.1/a%b") == "https://doi.org/10.1/a%25b")
  }

  @Test func givesNoTwoIdentifiersOneIRI() {
    let iris = Set(PublishedGraphs.hostileIDs.map(identifiers.iri))
    #expect(iris.count == Set(PublishedGraphs.hostileIDs.map { Array($0.utf8) }).count)
    #expect(iris.allSatisfy(IRISyntax.isAbsolute))
  }

  @Test(arguments: PublishedGraphs.hostileIDs)
  func decodingGivesTheIdentifierBack(_ id: String) throws {
    let written = identifiers.written(id)
    guard written != id, written.hasPrefix("etiograph:id/") else { return }
    var bytes: [UInt8] = []
    var rest = written.dropFirst("etiograph:id/".count)
    while let next = rest.popFirst() {
      guard next == "%" else {
        bytes += Array(String(next).utf8)
        continue
      }
      bytes.append(try #require(UInt8(rest.prefix(2), radix: 16)))
      rest = rest.dropFirst(2)
    }
    #expect(bytes == Array(id.utf8))
  }

  /// JSON-LD 1.1 API §5.2.2: what stands before the first colon is a prefix unless `//` follows.
  @Test(
    arguments: PublishedGraphs.hostileIDs + ["MONDO:1", "HP:0000716", "K\u{212a}:1", "\u{212a}:1"])
  func whatIsWrittenExpandsToTheIRI(_ id: String) throws {
    var prefixes = PrefixMap()
    prefixes["K"] = "https://example.net/k/"
    let identifiers = LinkedDataIdentifiers(prefixes: prefixes)
    let written = Array(identifiers.written(id).utf8)
    let colon = try #require(written.firstIndex(of: UInt8(ascii: ":")))
    let rest = written[(colon + 1)...]
    let prefix = String(decoding: written[..<colon], as: UTF8.self)
    var expanded = written
    if !rest.starts(with: Array("//".utf8)), prefix != "urn" {
      let namespace = try #require(prefix.utf8.allSatisfy { $0 < 0x80 } ? prefixes[prefix] : nil)
      expanded = Array(namespace.utf8) + rest
    }
    #expect(expanded == Array(identifiers.iri(id).utf8))
    #expect(identifiers.prefix(of: id) == (expanded == written ? nil : prefix))
  }

  @Test(arguments: [
    "", ":", "a", "1a:b", "http://", "http:///x", "http://a:b/", "http://a/ b", "http://a/%",
    "http://a/%g0", "http://a/#b#c", "http://a/./b", "http://a/b/..", "http://[::1]/", "a:<b>",
    "http://a/\u{202e}", "http://a/\u{e000}", "http://a/\u{ffff}", "http://a@b@c/",
  ])
  func knowsWhatIsNoIRI(_ text: String) { #expect(!IRISyntax.isAbsolute(text)) }
}
