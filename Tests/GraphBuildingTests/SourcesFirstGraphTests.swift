import GraphModel
import Testing

@testable import GraphBuilding

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The documents of `Graph/`, as the command reads them.
private enum FirstGraph {
  static let files: [InputFile] = {
    let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return ["intestinal-permeability.md", "references.json", "vocabulary.yaml"].compactMap { name in
      bytes(of: "/\(tests)/Graph/\(name)").map { InputFile(name: name, bytes: $0) }
    }
  }()

  static func graph() throws -> KnowledgeGraph { try GraphSources(files).build().graph }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}

/// One statement that the first graph must make: a row of the table of facts that its document
/// was written from, taken by hand.
struct Fact: Sendable, CustomTestStringConvertible {
  var subject: String
  var predicate: Predicate
  var object: String
  var certainty: Certainty
  var hedge: String?
  var scope: Evidence.Scope
  var citation: String?
  var polarity: Polarity?

  init(
    _ subject: String, _ predicate: Predicate, _ object: String, _ certainty: Certainty,
    hedge: String? = nil, scope: Evidence.Scope = .sentence, cites citation: String? = nil,
    polarity: Polarity? = nil
  ) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.certainty = certainty
    self.hedge = hedge
    self.scope = scope
    self.citation = citation
    self.polarity = polarity
  }

  var testDescription: String { "\(subject) \(predicate.phrase) \(object)" }

  private static let gut = "intestinal permeability"

  static let causes: [Fact] = [
    Fact("Standard American Diet", .contributesTo, gut, .established),
    Fact("refined sugars", .contributesTo, gut, .established),
    Fact("processed foods", .contributesTo, gut, .established, cites: "snelson2021"),
    Fact("excess alcohol intake", .contributesTo, gut, .established),
    Fact("dysbiosis", .causes, gut, .established, cites: "quesadavazquez2022"),
    Fact(
      "stress", .associatedWith, gut, .probable, hedge: "has been linked", cites: "madison2019"),
    Fact("NSAIDs", .contributesTo, gut, .established, scope: .heading, cites: "bjarnason2009"),
    Fact("PPIs", .contributesTo, gut, .established, scope: .heading),
  ]

  static let symptoms: [Fact] = [
    Fact(gut, .hasPhenotype, "digestive issues", .established),
    Fact(gut, .hasPhenotype, "bloating", .established),
    Fact(gut, .hasPhenotype, "gas", .established),
    Fact(gut, .hasPhenotype, "diarrhea", .established),
    Fact(gut, .hasPhenotype, "food sensitivities", .established),
    Fact(gut, .associatedWith, "autoimmune conditions", .probable, hedge: "evidence is growing"),
    Fact(gut, .associatedWith, "celiac disease", .probable, hedge: "evidence is growing"),
    Fact(gut, .associatedWith, "type 1 diabetes", .probable, hedge: "evidence is growing"),
    Fact(gut, .associatedWith, "rheumatoid arthritis", .probable, hedge: "evidence is growing"),
    Fact(gut, .causes, "immune responses", .established),
    Fact(gut, .contributesTo, "allergies", .possible, hedge: "may"),
    Fact(gut, .contributesTo, "skin conditions", .possible, hedge: "may"),
    Fact(gut, .affects, "mood disorders", .possible, hedge: "may"),
    Fact(gut, .affects, "depression", .possible, hedge: "may", cites: "madison2019"),
    Fact(gut, .affects, "anxiety", .possible, hedge: "may"),
  ]

  static let diseases: [Fact] = [
    Fact("IBD", .hasPhenotype, gut, .established, cites: "michielan2015"),
    Fact("Crohn's disease", .hasPhenotype, gut, .established, cites: "michielan2015"),
    Fact("ulcerative colitis", .hasPhenotype, gut, .established, cites: "michielan2015"),
    Fact(
      "IBS", .associatedWith, gut, .probable, hedge: "mounting evidence", cites: "hanning2021"),
    Fact("ASD", .hasPhenotype, gut, .possible, hedge: "may", cites: "deufemia1996"),
    Fact(
      gut, .associatedWith, "CFS", .possible, hedge: "potential", cites: "martin2023"),
    Fact(
      gut, .associatedWith, "fibromyalgia", .possible, hedge: "potential", cites: "martin2023"),
  ]

  static let protection: [Fact] = [
    Fact("balanced diet", .affects, gut, .probable, hedge: "suggests", polarity: .decreases),
    Fact(
      "healthy gut microbiome", .affects, gut, .probable, hedge: "suggests",
      polarity: .decreases),
    Fact("managing stress", .affects, gut, .probable, hedge: "suggests", polarity: .decreases),
  ]

  static let all = causes + symptoms + diseases + protection
}

@Suite struct FirstGraphOfTheProject {
  @Test func buildsWithoutErrorsOrWarnings() throws {
    #expect(FirstGraph.files.count == 3)
    let result = try GraphSources(FirstGraph.files).build()
    #expect(result.diagnostics.filter { $0.severity != .note } == [])
  }

  @Test func passesEveryCheck() {
    let told = GraphSources(FirstGraph.files).check()
    #expect(told.filter { $0.severity != .note } == [])
    #expect(told.filter { $0.message.contains("no statement mentions") } == [])
  }

  @Test(arguments: Fact.all)
  func states(fact: Fact) throws {
    let graph = try FirstGraph.graph()
    let lookup = NameLookup(graph)
    let subject = try #require(lookup.nodes(named: fact.subject).first)
    let object = try #require(lookup.nodes(named: fact.object).first)
    let edge = try #require(
      graph.edges.first {
        $0.subject == subject && $0.object == object && $0.predicate == fact.predicate
      })
    #expect(!edge.isNegated)
    #expect(edge.certainty == fact.certainty)
    #expect(
      edge.knowledgeLevel == (fact.certainty == .possible ? .prediction : .knowledgeAssertion))
    #expect(edge.agentType == .textMiningAgent)
    #expect(edge.evidence.allSatisfy { $0.scope == fact.scope && $0.stance == .supports })
    if let hedge = fact.hedge {
      #expect(edge.evidence.contains { $0.hedge?.lowercased().contains(hedge) == true })
    } else {
      #expect(edge.evidence.allSatisfy { $0.hedge == nil })
    }
    let citations = edge.evidence.flatMap(\.citations)
    #expect(citations.compactMap { graph[$0.reference].key } == (fact.citation.map { [$0] } ?? []))
    #expect(citations.allSatisfy { $0.basis == .stated })
    if let polarity = fact.polarity { #expect(edge.polarity == polarity) }
  }

  /// Besides the table there are only the members of groups, and the group *diet*.
  @Test func statesNothingElse() throws {
    let graph = try FirstGraph.graph()
    let lookup = NameLookup(graph)
    let stated = Set(
      Fact.all.compactMap { fact -> [NodeIndex]? in
        guard let subject = lookup.nodes(named: fact.subject).first,
          let object = lookup.nodes(named: fact.object).first
        else { return nil }
        return [subject.index, object.index]
      })
    let others = graph.edges.filter {
      $0.directness != .hierarchical && !stated.contains([$0.subjectIndex, $0.objectIndex])
    }
    #expect(
      others.map { "\($0.subject.label) \($0.predicate.phrase)" }
        == ["diet contributes to", "medications contributes to"])
    #expect(graph.edges.count { $0.directness != .hierarchical } == Fact.all.count + 2)
  }

  @Test(arguments: [
    ("diet", ["Standard American Diet"]),
    ("Standard American Diet", ["refined sugars", "processed foods", "excess alcohol intake"]),
    ("medications", ["non-steroidal anti-inflammatory drugs", "proton pump inhibitors"]),
    ("digestive issues", ["bloating", "gas", "diarrhea", "food sensitivities"]),
    ("autoimmune conditions", ["celiac disease", "type 1 diabetes", "rheumatoid arthritis"]),
    ("mood disorders", ["depression", "anxiety"]),
    ("IBD", ["Crohn's disease", "ulcerative colitis"]),
  ])
  func knowsTheMembersOfGroups(group: String, members: [String]) throws {
    let graph = try FirstGraph.graph()
    let whole = try #require(NameLookup(graph).nodes(named: group).first)
    let found = graph.edges.filter { $0.object == whole && $0.directness == .hierarchical }
    #expect(found.map(\.subject.label) == members)
  }

  @Test(arguments: [
    (Role.condition, ["intestinal permeability"]),
    (.cause, ["diet", "refined sugars", "processed foods", "dysbiosis", "stress", "NSAIDs"]),
    (.symptom, ["digestive issues", "gas", "allergies", "mood disorders", "depression"]),
    (
      .disease,
      ["autoimmune conditions", "IBD", "Crohn's disease", "IBS", "ASD", "CFS", "fibromyalgia"]
    ),
    (.protective, ["balanced diet", "healthy gut microbiome", "managing stress"]),
  ])
  func givesEveryConceptItsPart(role: Role, names: [String]) throws {
    let lookup = NameLookup(try FirstGraph.graph())
    for name in names {
      #expect(lookup.nodes(named: name).map(\.role) == [role], "\(name)")
    }
  }

  @Test func citesEveryWork() throws {
    let graph = try FirstGraph.graph()
    #expect(
      Set(graph.references.compactMap(\.key)) == [
        "snelson2021", "quesadavazquez2022", "madison2019", "bjarnason2009", "bischoff2014",
        "michielan2015", "hanning2021", "deufemia1996", "martin2023",
      ])
    // The review of the whole field backs no single statement.
    let cited = graph.citedReferences.compactMap { graph[$0].key }
    #expect(Set(graph.references.compactMap(\.key)).subtracting(cited) == ["bischoff2014"])
  }
}
