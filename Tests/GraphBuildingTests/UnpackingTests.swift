import Foundation
import GraphModel
import Testing

@testable import GraphBuilding

/// Packed files and archives, made by the programs that people pack with.
@Suite struct UnpackingTests {
  private static let nodes = "id\tname\nA:1\tone\nA:2\ttwo\n"
  private static let edges = "subject\tpredicate\tobject\nA:1\tbiolink:causes\tA:2\n"

  @Test(arguments: ["gzip -c", "zstd -q -c", "pzstd -q -c -p 2"])
  func readsPackedTables(program: String) throws {
    guard let packed = try Packing.run(program, on: Self.nodes) else { return }
    let ending = program.contains("zstd") ? "zst" : "gz"
    let file = InputFile(name: "kg_nodes.tsv.\(ending)", bytes: packed)
    let graph = try GraphSources([file]).build().graph
    #expect(graph.nodes.map(\.label) == ["one", "two"])
    // The serial reader reads the same.
    #expect(GraphSources([file]).check().allSatisfy { $0.severity != .error })
  }

  /// As bgzip and pigz write them, and with the zeros of a medium at the end.
  @Test func readsSeveralMembersOfGzip() throws {
    let one = try #require(try Packing.run("gzip -c", on: "id\tname\nA:1\t"))
    let two = try #require(try Packing.run("gzip -c", on: "one\nA:2\ttwo\n"))
    for end in [[], [UInt8](repeating: 0, count: 100)] {
      let file = InputFile(name: "nodes.tsv.gz", bytes: one + two + end)
      #expect(try GraphSources([file]).build().graph.nodes.map(\.label) == ["one", "two"])
    }
  }

  @Test func readsAnArticleThatIsPacked() throws {
    let text = "# Causes of colds\n\n- Stress may cause colds.\n"
    let packed = try #require(try Packing.run("gzip -c", on: text))
    let graph = try GraphSources([InputFile(name: "colds.md.gz", bytes: packed)]).build().graph
    #expect(graph.edgeCount == 1)
  }

  /// The pair lies in a folder of the archive, edges first, beside files that are none.
  @Test(arguments: ["-cf", "-czf", "--zstd -cf", "--format=pax -cf", "--format=gnu -czf"])
  func readsThePairOfAnArchive(options: String) throws {
    let name = String(repeating: "a long folder ", count: 12)
    let archive = try Packing.tar(
      options,
      [
        "\(name)/kg_edges.tsv": Self.edges, "\(name)/kg_nodes.tsv": Self.nodes,
        "\(name)/README.md": "# No article\n", "\(name)/meta.json": "{\"version\": 1}",
        "\(name)/._kg_nodes.tsv": "\u{0}\u{5}",
      ])
    let files = try InputFile(name: "kg.tar", bytes: archive).unpacked()
    #expect(files.map(\.name).allSatisfy { $0.hasPrefix("kg.tar!\(name)/kg_") })
    let graph = try GraphSources([InputFile(name: "kg.tar", bytes: archive)]).build().graph
    #expect(graph.nodeCount == 2)
    #expect(graph.edgeCount == 1)
  }

  /// A name is the archive's and the member's, and the line is that of the member.
  @Test func tellsTheLineWithinAnArchive() throws {
    let archive = try Packing.tar(
      "-czf", ["nodes.tsv": Self.nodes, "edges.tsv": Self.edges + "A:1\tbiolink:causes\tA:3\n"])
    let result = try GraphSources([InputFile(name: "kg.tar.gz", bytes: archive)]).build()
    #expect(
      result.diagnostics.map(\.location) == [
        SourceLocation(file: "kg.tar.gz!edges.tsv", line: 3, column: 20)
      ])
  }

  @Test func showsNoPathThatLeadsOutOfAnArchive() throws {
    let archive = try Packing.tar("-cPf", ["../x/../nodes.tsv": Self.nodes])
    let files = try InputFile(name: "kg.tar", bytes: archive).unpacked()
    #expect(files.map(\.name) == ["kg.tar!x/nodes.tsv"])
  }

  // MARK: Damage

  /// Cut at any byte, a packed file is an error that names it, and never a smaller graph.
  @Test(arguments: ["nodes.tsv.gz", "nodes.tsv.zst", "kg.tar.gz"])
  func refusesWhatIsCutShort(name: String) throws {
    let packed =
      switch name {
      case "nodes.tsv.gz": try Packing.run("gzip -c", on: Self.nodes)
      case "nodes.tsv.zst": try Packing.run("zstd -q -c", on: Self.nodes)
      default: try Packing.tar("-czf", ["nodes.tsv": Self.nodes])
      }
    guard let packed else { return }
    for count in 0..<packed.count {
      let file = InputFile(name: name, bytes: Array(packed[..<count]))
      let sources = GraphSources([file])
      #expect(throws: DiagnosticError.self, "\(count) bytes") { try sources.build() }
      let told = sources.check().filter { $0.severity == .error }
      #expect(told.contains { $0.location?.file.hasPrefix(name) == true }, "\(count) bytes")
    }
  }

  /// Every byte changed in turn: an answer, and where it is a graph, the true one.
  @Test(arguments: ["nodes.tsv.gz", "nodes.tsv.zst"])
  func noticesChangedBytes(name: String) throws {
    let program = name.hasSuffix("gz") ? "gzip -nc" : "zstd -q -c --check"
    guard let packed = try Packing.run(program, on: Self.nodes) else { return }
    for position in packed.indices {
      var bytes = packed
      bytes[position] ^= 0x55
      let file = InputFile(name: name, bytes: bytes)
      if let graph = try? GraphSources([file]).build().graph {
        #expect(graph.nodes.map(\.label) == ["one", "two"], "byte \(position)")
      }
    }
  }

  @Test func namesThePlaceOfDamage() throws {
    var packed = try #require(try Packing.run("gzip -c", on: Self.nodes))
    packed.removeLast(4)
    let file = InputFile(name: "nodes.tsv.gz", bytes: packed)
    let error = #expect(throws: DiagnosticError.self) { try GraphSources([file]).build() }
    #expect(
      error?.description
        == "nodes.tsv.gz: error: the gzip data stops at byte \(packed.count), in the middle; "
        + "the file is cut short; fetch it again")
  }

  @Test func refusesAFileThatIsNotWhatItsNameSays() {
    let file = InputFile(name: "nodes.tsv.gz", text: "<html>not found</html>")
    #expect(throws: DiagnosticError.self) { try GraphSources([file]).build() }
  }

  @Test func refusesAnArchiveWithoutAGraph() throws {
    let archive = try Packing.tar("-czf", ["README.md": "# Nothing"])
    let file = InputFile(name: "kg.tar.gz", bytes: archive)
    #expect(throws: DiagnosticError.self) { try file.unpacked() }
  }

  // MARK: The limit

  /// 300 MB of blanks pack to 300 kB: a thousandth.
  @Test func refusesABomb() throws {
    let blanks = "head -c 300000000 /dev/zero | tr '\\0' ' ' | gzip -c"
    let packed = try #require(try Packing.run("cat > /dev/null; \(blanks)", on: ""))
    let file = InputFile(name: "nodes.tsv.gz", bytes: packed)
    let error = #expect(throws: DiagnosticError.self) { try GraphSources([file]).build() }
    #expect(error?.description.contains("unpacks to more than 268435456 bytes") == true)
  }

  @Test func keepsToALimitThatIsGiven() throws {
    let packed = try #require(try Packing.run("gzip -c", on: Self.nodes))
    let file = InputFile(name: "nodes.tsv.gz", bytes: packed)
    let small = UnpackingLimit(bytes: 8)
    #expect(throws: UnpackingProblem.self) {
      for file in try file.unpacked(limit: small) { _ = try file.held() }
    }
    #expect(UnpackingLimit.standard.allowance(packedLength: 1) == 256 << 20)
    #expect(UnpackingLimit.standard.allowance(packedLength: 2 << 20) == 500 << 20)
    #expect(UnpackingLimit.standard.allowance(packedLength: .max) == 64 << 30)
  }

  /// Whatever the length of a part: whole lines, though one is longer than that.
  @Test(arguments: [1, 2, 7, 64, 1000, 1 << 20])
  func cutsPartsAtTheEndsOfLines(partLength: Int) throws {
    var text = ""
    for number in 0..<300 { text += String(repeating: "x", count: number % 97) + "\n" }
    text += "no end"
    let packed = try #require(try Packing.run("gzip -c", on: text))
    var all: [UInt8] = []
    packed.withUnsafeBufferPointer { packed in
      let stream = UnpackingStream(packed, format: .gzip, limit: .standard)
      let lines = UnpackedLines(stream, partLength: partLength)
      while true {
        let part = lines.next()
        if part.isEmpty { break }
        all += part
        #expect(part.last == 0x0a || all.count == text.utf8.count)
      }
      #expect(lines.problem == nil)
    }
    #expect(all == Array(text.utf8))
  }

  /// Longer than the parts in which a table is unpacked.
  @Test func readsATableOfSeveralParts() throws {
    let about = String(repeating: "what is known of it; ", count: 200)
    var text = "id\tdescription\n"
    while text.utf8.count < 2 * UnpackedLines.partLength + 1000 {
      text += "X:\(text.utf8.count)\t\(text.utf8.count) \(about)\n"
    }
    let packed = try #require(try Packing.run("gzip -1 -c", on: text))
    let limit = UnpackingLimit(bytes: 1 << 30)
    let files = try InputFile(name: "nodes.tsv.gz", bytes: packed).unpacked(limit: limit)
    let graph = try GraphSources(files).build().graph
    #expect(graph.nodeCount == text.utf8.count { $0 == 0x0a } - 1)
  }

  @Test(arguments: [
    ("a/kg.tar.gz!x/nodes.tsv.gz", "nodes.tsv"), ("nodes.tsv.zst", "nodes.tsv"),
    ("wow!.md", "wow!.md"), ("a/b.md", "b.md"), ("kg.tgz!nodes.tsv", "nodes.tsv"), ("-", "-"),
  ])
  func knowsThePlainName(name: String, plain: String) {
    #expect(PackedName.plain(name) == plain)
  }
}

/// Packs with the programs of the machine.
enum Packing {
  /// What a program writes for an input; nil where the machine has no such program.
  static func run(_ command: String, on input: String) throws -> [UInt8]? {
    try inFolder { folder in
      try Data(input.utf8).write(to: folder.appendingPathComponent("in"))
      return try shell("(\(command)) < in > out", in: folder) ? read("out", in: folder) : nil
    }
  }

  /// An archive of these files.
  static func tar(_ options: String, _ files: [String: String]) throws -> [UInt8] {
    try inFolder { folder in
      let inside = folder.appendingPathComponent("inside")
      for name in files.keys.sorted() {
        let path = inside.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((files[name] ?? "").utf8).write(to: path)
      }
      let names = files.keys.sorted().map { "'\($0)'" }.joined(separator: " ")
      let done = try shell(
        "mkdir -p inside && cd inside && tar \(options) ../out \(names)", in: folder)
      return try #require(done ? read("out", in: folder) : nil)
    }
  }

  private static func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("packing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  private static func read(_ name: String, in folder: URL) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  private static func shell(_ command: String, in folder: URL) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
