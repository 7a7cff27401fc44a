import Foundation
import Testing

@testable import GraphModel

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct SnapshotTests {
  /// A small graph in which every section of the file has something.
  private func graph() -> KnowledgeGraph {
    var builder = GraphBuilder()
    builder.title = "Damp"
    builder.prefixes.base = "https://example.org/damp/"
    let document = builder.add(
      SourceDocument(name: "damp.md", title: "Damp", authors: ["Ada"], url: "https://a.example"))
    let full = builder.add(
      Reference(id: "DOI:10.1/a", title: "On damp", authors: ["B"], year: 1999))
    let bare = builder.add(Reference(id: "PMID:7", pmid: "7"))
    let damp = builder.record(
      Concept(
        id: "X:1", label: "damp rooms", synonyms: ["wet rooms"], abbreviations: ["DR"],
        categories: [.environmentalFeature], role: .cause, exactMatches: ["Y:1"],
        closeMatches: ["Z:1"], description: "Rooms that are damp.",
        attributes: [Attribute(key: "a", value: "b")]))
    let asthma = builder.record(Concept(id: "X:2", label: "asthma", categories: [.disease]))
    builder.addFocus(asthma)
    builder.add(
      Statement(
        damp, .causes, asthma, id: "e:1", primaryKnowledgeSource: "infores:x",
        attributes: [Attribute(key: "p", value: ".05")]),
      evidence: [
        Evidence(
          document: document, section: "Causes", quote: "Damp rooms may cause asthma.",
          range: 3..<31, line: 2, hedge: "may", certainty: .possible, scope: .heading,
          stance: .contradicts,
          citations: [Citation(full, basis: .stated), Citation(bare, basis: .inferred)])
      ])
    builder.add(Statement(asthma, .relatedTo, asthma, isNegated: true))
    return builder.build()
  }

  private func bytes(of graph: KnowledgeGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    Snapshot.write(graph, threads: 2) { bytes += $0 }
    return bytes
  }

  /// Opens bytes as a file.
  private func open(_ bytes: [UInt8]) throws -> Result<KnowledgeGraph, SnapshotError> {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "etiograph-snapshot-\(UUID().uuidString).etg").path
    let file = try #require(fopen(path, "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    defer { unlink(path) }
    let mapped = try #require(MappedFile(path: path))
    return Result { () throws(SnapshotError) in try Snapshot.open(mapped) }
  }

  @Test func givesTheGraphBack() throws {
    for graph in [graph(), KnowledgeGraph()] {
      let written = bytes(of: graph)
      let opened = try open(written).get()
      #expect(bytes(of: opened) == written)
      #expect(opened.title == graph.title)
      #expect(opened.prefixes == graph.prefixes)
      #expect(opened.references == graph.references)
      #expect(opened.documents == graph.documents)
      #expect(opened.focus == graph.focus)
      #expect(opened.nodes.map(\.synonyms) == graph.nodes.map(\.synonyms))
      #expect(opened.nodes.map(\.attributes) == graph.nodes.map(\.attributes))
      #expect(opened.nodes.map(\.description) == graph.nodes.map(\.description))
      #expect(opened.nodes.map(\.categories) == graph.nodes.map(\.categories))
      #expect(opened.edges.map(\.evidence) == graph.edges.map(\.evidence))
      #expect(opened.edges.map(\.id) == graph.edges.map(\.id))
      #expect(opened.edges.map(\.attributes) == graph.edges.map(\.attributes))
      for node in graph.nodes {
        #expect(opened.node(id: node.id)?.index == node.index)
        for name in node.names {
          #expect(
            NameLookup(opened).nodes(named: name).map(\.index)
              == NameLookup(graph).nodes(named: name).map(\.index))
        }
      }
    }
  }

  @Test func holdsWhoIsNextToWhom() throws {
    let adjacency = try #require(try open(bytes(of: graph())).get().storage.adjacency)
    #expect(Array(adjacency.outgoing.offsets) == [0, 1, 2])
    #expect(Array(adjacency.outgoing.nodes) == [1, 1])
    #expect(Array(adjacency.outgoing.edges) == [0, 1])
    #expect(Array(adjacency.incoming.offsets) == [0, 0, 2])
    #expect(Array(adjacency.incoming.nodes) == [0, 1])
    #expect(Array(adjacency.incoming.edges) == [0, 1])
  }

  @Test func holdsTheStrengthOfEveryEdge() throws {
    let opened = try open(bytes(of: graph())).get()
    let strengths = try #require(opened.storage.strengths)
    #expect(strengths.codes.map { strengths.table[Int($0)] } == opened.edges.map(\.score))
    #expect(try open(bytes(of: KnowledgeGraph())).get().storage.strengths == nil)
  }

  @Test func knowsHowManyEdgesAreNegated() throws {
    #expect(try open(bytes(of: graph())).get().storage.negatedEdgeCount == 1)
    #expect(try open(bytes(of: KnowledgeGraph())).get().storage.negatedEdgeCount == 0)
  }

  @Test func refusesEveryShortenedFile() throws {
    let whole = bytes(of: graph())
    for length in 0..<whole.count {
      if case .success = try open(Array(whole[..<length])) {
        Issue.record("\(length) bytes were read as a graph")
      }
    }
    if case .success = try open(whole + [0]) { Issue.record("a longer file was read") }
  }

  /// Every bit of the file turned round, one at a time: an error, or the same graph where the bit
  /// lies between two sections.
  @Test func refusesEveryTurnedBit() throws {
    let whole = bytes(of: graph())
    for place in 0..<whole.count {
      var changed = whole
      changed[place] ^= 1 << UInt8(place % 8)
      if case .success(let opened) = try open(changed) {
        #expect(bytes(of: opened) == whole, "byte \(place)")
      }
    }
    var version = whole
    version[8] = 9
    #expect(throws: SnapshotError.otherVersion(9)) { try open(version).get() }
  }

  /// With right checksums over wrong contents, as nobody but an attacker writes them, nothing is
  /// read outside the columns.
  @Test func boundsEveryLengthOfTheTable() throws {
    let whole = bytes(of: graph())
    let sections = Int(whole[12])
    let end = SnapshotLayout.preludeLength(sections: sections, blocks: 1)
    for number in 0..<sections {
      for place in [8, 16] {
        // Not at a multiple of 64, or beyond the end.
        for value in [UInt64.max, 1 << 40, place == 8 ? 65 : UInt64(whole.count)] {
          var changed = whole
          let start = Snapshot.headerLength + number * Snapshot.entryLength + place
          for byte in 0..<8 {
            changed[start + byte] = UInt8(truncatingIfNeeded: value >> UInt64(byte * 8))
          }
          let header = Snapshot.header(
            length: changed.count, sections: sections, blocks: 1,
            tables: Array(changed[Snapshot.headerLength..<end]))
          changed.replaceSubrange(0..<Snapshot.headerLength, with: header)
          if case .success = try open(changed) { Issue.record("section \(number) was read") }
        }
      }
    }
  }
}
