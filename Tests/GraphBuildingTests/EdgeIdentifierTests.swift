import GraphModel
import Testing

@testable import GraphBuilding

/// The identifiers that tables give their edges: told apart by their order, or by a table.
@Suite struct EdgeIdentifierTests {
  private static let nodes = InputFile(
    name: "nodes.tsv", text: "id\tname\n" + (0..<40).map { "X:\($0)\tnode \($0)\n" }.joined())

  /// Rows that state one of few things, so that a row without an identifier, or with one that stood
  /// before, often says again what another says.
  private static func table(_ name: String, _ ids: [String]) -> InputFile {
    var text = "id\tsubject\tpredicate\tobject\tpublications\n"
    for (row, id) in ids.enumerated() {
      text += "\(id)\tX:\(row % 3)\tbiolink:causes\tX:\(3 + row % 2)\tPMID:\(row % 7)\n"
    }
    return InputFile(name: name, text: text)
  }

  private static let runs: [[String]] = [
    (0..<200).map { "e:\($0)" },
    (0..<200).map { "e:\(1000 + $0)" },
    (0..<200).map { "e:\($0)" }.sorted(),
    (0..<200).map { "e:\($0)" }.reversed(),
    (0..<200).map { "e:\($0 % 50)" },
    (0..<200).map { $0 % 3 == 0 ? "" : "f:\($0)" },
    (0..<50).map { String(repeating: "long", count: $0) },
    ["a", "", "a", "b", "", "ab", "abc", "abcdefgh", "abcdefgi", "abcdefghi"],
    ["N:1", "X:1", "PMID:1", "X:1"], [], [""], ["e:5"],
  ]

  @Test(arguments: runs.indices, runs.indices)
  func tellsApartWhatTheBuilderTellsApart(first: Int, second: Int) throws {
    let files = [
      Self.nodes, Self.table("a_edges.tsv", Self.runs[first]),
      Self.table("b_edges.tsv", Self.runs[second]), Self.table("c_edges.tsv", Self.runs[first]),
    ]
    let expected = SourcesReading(files, base: nil).builder.build()
    for threads in [1, 3] {
      let result = try #require(TableSources(files)).build(base: nil, threads: threads)
      expectEqual(result.graph, expected)
    }
  }

  /// Longer than a piece, with an identifier that stands in two pieces.
  @Test func findsWhatStandsInTwoPieces() throws {
    var ids = (0..<40_000).map { "e:\($0)" }
    ids[39_000] = "e:12"
    let files = [Self.nodes, Self.table("edges.tsv", ids)]
    let expected = SourcesReading(files, base: nil).builder.build()
    let one = try #require(TableSources(files)).build(base: nil, threads: 1).graph
    let three = try #require(TableSources(files)).build(base: nil, threads: 3).graph
    expectEqual(one, expected)
    #expect(one.storage.strings == three.storage.strings)
    #expect(one.storage.edges.givenID.values == three.storage.edges.givenID.values)
  }

  @Test(arguments: 0..<300) func growthIsWhatComparingAllSays(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let length = 1 + random.next(20)
    var texts = (0..<(1 + random.next(6))).map { _ in
      (0..<(1 + random.next(length))).map { _ in UInt8(0x7e + random.next(4)) }
    }
    if random.next(2) == 0 { texts.sort { $0.lexicographicallyPrecedes($1) } }
    if random.next(3) == 0 { texts.sort { $0.count < $1.count } }
    let byBytes = zip(texts, texts.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
    let byLength = zip(texts, texts.dropFirst()).allSatisfy {
      $0.count < $1.count || $0.count == $1.count && $0.lexicographicallyPrecedes($1)
    }
    let kept = PieceTexts()
    let spans = texts.map { kept.keep($0) }
    for cut in 0...spans.count {
      var left = GrowingTexts()
      var right = GrowingTexts()
      for span in spans[..<cut] { left.add(span) }
      for span in spans[cut...] { right.add(span) }
      left.add(right)
      #expect(left.grow == (byBytes || byLength), "\(texts), cut at \(cut)")
    }
    withExtendedLifetime(kept) {}
  }

  @Test(arguments: 0..<200) func findsEveryBreak(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let text = (0..<random.next(300)).map { _ in
      [0x09, 0x0a, 0x00, 0x08, 0x0b, 0x89, 0x8a, 0xff, 0x61][
        random.next(seed % 2 == 0 ? 9 : 90) % 9]
        as UInt8
    }
    let expected = text.indices.filter { text[$0] == 0x09 || text[$0] == 0x0a }
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let end = base + bytes.count
      var breaks = BreakMarks(from: base, to: end, delimiter: 0x09)
      var found: [Int] = []
      while case let at = breaks.next(), at < end { found.append(at - base) }
      #expect(found == expected)
      #expect(breaks.next() == end)
      let place = random.next(bytes.count + 1)
      breaks.seek(to: base + place)
      #expect(breaks.next() - base == expected.first { $0 >= place } ?? bytes.count)
    }
  }

  @Test(arguments: 0..<200) func cutsListsAtEveryBar(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let text = (0..<random.next(40)).map { _ in Array("|}| ab|~\u{7f}".utf8)[random.next(8)] }
    let expected = text.split(separator: UInt8(ascii: "|")).map { part in
      String(decoding: part, as: UTF8.self).trimmingCharacters(while: " ")
    }.filter { !$0.isEmpty }
    var found: [String] = []
    text.withUnsafeBufferPointer { bytes in bytes.forEachPart { found.append($0.string) } }
    #expect(found == expected, "\(text)")
  }

  @Test func memoTellsTextsOfAnyLengthApart() {
    let kept = PieceTexts()
    var texts = (1..<70).map { String(repeating: "x", count: $0) }
    texts += (0..<300).map { "biolink:predicate_\($0)" }
    texts += ["abcdefgh", "abcdefgi", "bbcdefgh", "abcdefghijklmnop", "abcdefgiijklmnop"]
    var memo = ValueMemo()
    for round in 0..<3 {
      for (number, text) in texts.enumerated() {
        let value = memo.value(of: kept.keep(text)) { _ in UInt16(number) }
        #expect(value == UInt16(number), "\(text) in round \(round)")
      }
    }
    withExtendedLifetime(kept) {}
  }

  @Test(arguments: [
    "PMID:1", "PMID:123", "PMID:12345678", "PMID:123456789", "PMID:", "PMID:12a45678",
    "PMID:/2345678", "PMID:1234567:", "PMIE:12345678", "pmid:12345678", "PMID:000",
    "PMID:\u{b9}23456", "PMID: 1234567",
  ])
  func readsAWorkAsTheBuilderDoes(work: String) throws {
    let files = [
      Self.nodes,
      InputFile(
        name: "edges.tsv",
        text: "subject\tpredicate\tobject\tpublications\nX:1\tbiolink:causes\tX:2\t\(work)\n"),
    ]
    let expected = SourcesReading(files, base: nil).builder.build()
    let result = try #require(TableSources(files)).build(base: nil, threads: 2)
    expectEqual(result.graph, expected)
  }
}

extension String {
  /// Without the letter at both ends.
  fileprivate func trimmingCharacters(while letter: Character) -> String {
    String(drop(while: { $0 == letter }).reversed().drop(while: { $0 == letter }).reversed())
  }
}
