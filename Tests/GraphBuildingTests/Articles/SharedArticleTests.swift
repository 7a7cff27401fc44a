import GraphModel
import Testing

@testable import GraphBuilding

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The original article, where it lies beside the package: its concepts and statements are as a
/// curator wrote them down. Without it, these tests pass.
@Suite struct SharedArticleTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(5).reduce("") { "\($0)/\($1)" } + "/shared/articles/"

  private func bytes(_ name: String) -> [UInt8]? {
    guard let file = fopen(Self.folder + name, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  private func article() -> ArticleReading? {
    bytes("00-seed.txt").map {
      ArticleReader().read(
        InputFile(name: "00-seed.txt", bytes: $0), bibliography: Bibliography(),
        vocabulary: Vocabulary())
    }
  }

  @Test func findsEveryConceptAndPart() throws {
    guard let reading = article() else { return }
    #expect(reading.focus?.text == "intestinal permeability")
    #expect(reading.focus?.synonyms == ["leaky gut"])
    var roles: [Role: Set<String>] = [:]
    for claim in reading.claims {
      for mention in [claim.subject, claim.object] {
        if let role = mention.role { roles[role, default: []].insert(mention.text) }
      }
    }
    #expect(roles[.cause]?.count == 10)
    #expect(roles[.symptom]?.count == 11)
    #expect(roles[.disease]?.count == 11)
    #expect(roles[.protective] == nil)
    let names = roles.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(names.isSuperset(of: ["Standard American Diet", "dysbiosis", "Crohn’s disease"]))
    #expect(names.isDisjoint(with: ["IBD", "gut", "health"]))
  }

  /// By the table of facts: one statement of each kind, with the certainty of its words.
  @Test(arguments: [
    ("diet", "biolink:contributes_to", true, Certainty.established, Evidence.Scope.sentence),
    ("dysbiosis", "biolink:causes", true, .established, .sentence),
    ("stress", "biolink:associated_with", true, .probable, .sentence),
    ("medications", "biolink:contributes_to", true, .established, .heading),
    ("bloating", "biolink:has_phenotype", false, .established, .sentence),
    ("celiac disease", "biolink:associated_with", false, .probable, .sentence),
    ("allergies", "biolink:contributes_to", false, .possible, .sentence),
    ("depression", "biolink:affects", false, .possible, .sentence),
    ("inflammatory bowel disease", "biolink:has_phenotype", true, .established, .sentence),
    ("irritable bowel syndrome", "biolink:associated_with", true, .probable, .sentence),
    ("autism spectrum disorder", "biolink:has_phenotype", true, .possible, .sentence),
    ("fibromyalgia", "biolink:associated_with", true, .possible, .sentence),
  ])
  func statesWhatTheTableStates(
    name: String, predicate: String, isSubject: Bool, certainty: Certainty, scope: Evidence.Scope
  ) throws {
    guard let reading = article() else { return }
    let claims = reading.statements.filter { ($0.subject.text == name) || ($0.object.text == name) }
    let claim = try #require(claims.first)
    #expect(claims.count == 1)
    #expect(claim.predicate.curie == predicate)
    #expect((claim.subject.text == name) == isSubject)
    #expect(claim.evidence.certainty == certainty)
    #expect(claim.evidence.scope == scope)
    #expect(claim.knowledgeLevel == (certainty > .possible ? .knowledgeAssertion : .prediction))
  }

  @Test func matchesReferencesByTitleAndSaysSo() throws {
    guard let reading = article() else { return }
    #expect(reading.references.count == 9)
    var backed: [String: Set<String>] = [:]
    for claim in reading.claims {
      for citation in claim.citations {
        #expect(citation.basis == .inferred)
        let thing = claim.subject.role == .condition ? claim.object : claim.subject
        backed[citation.referenceID, default: []].insert(thing.text)
      }
    }
    let byNumber = reading.references.map { backed[$0.id] ?? [] }
    #expect(byNumber[0] == ["processed foods"])
    #expect(byNumber[1] == ["dysbiosis"])
    #expect(byNumber[2] == ["stress", "depression"])
    #expect(byNumber[3] == ["non-steroidal anti-inflammatory drugs"])
    #expect(byNumber[4] == [])
    #expect(byNumber[5] == ["inflammatory bowel disease"])
    #expect(byNumber[6] == ["irritable bowel syndrome"])
    #expect(byNumber[7] == ["autism spectrum disorder"])
    #expect(byNumber[8] == ["chronic fatigue syndrome", "fibromyalgia"])
  }

  @Test func quotesStandWhereTheySay() throws {
    guard let bytes = bytes("00-seed.txt"), let reading = article() else { return }
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    for claim in reading.claims {
      let range = try #require(claim.evidence.range)
      var quote = ""
      quote.unicodeScalars.append(contentsOf: scalars[range])
      #expect(quote == claim.evidence.quote)
    }
  }

  @Test func leavesTheClosingRemarkAloneAndSaysWhy() throws {
    guard let reading = article() else { return }
    let remark = reading.skipped.first { $0.quote.hasPrefix("While further research") }
    #expect(remark?.reason == "states what something is for, not what it does")
  }
}
