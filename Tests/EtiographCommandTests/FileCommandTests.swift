import Foundation
import Testing

@Suite struct FileCommandTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(Workshop.kgx, to: "graph.json")
  }

  @Test func anEmptyFileIsCalledEmpty() throws {
    let workshop = try Workshop()
    try workshop.write(" \n\n", to: "empty.md")
    let run = try workshop.run("check", "-g", "empty.md")
    #expect(run.code == 0)
    #expect(run.text.contains("empty.md: warning: the file has no text; write an article into it"))
  }

  @Test func aFolderThatNobodyNamedIsToldWithTheOptionThatNamesAnother() throws {
    let run = try Workshop().run("describe", "gout")
    #expect(run.code == 2)
    #expect(run.errors.contains("there is no file or folder 'Graph' here; name a document"))
    #expect(run.errors.contains("with -g"))
  }

  @Test func aBuildWritesTheStandardFormatsAndASecondOneChangesNothing() throws {
    let first = try workshop.run("build", "-g", "graph.json", "-o", "out")
    #expect(first.code == 0, "\(first.errors)")
    let names = ["graph.dot", "graph.jsonld", "graph.kgx.json", "graph.svg"]
    #expect(try workshop.names(in: "out") == names)
    let before = try names.map { try workshop.content(of: "out/\($0)") }
    let second = try workshop.run("build", "-g", "graph.json", "-o", "out")
    #expect(second.text.components(separatedBy: "unchanged").count == 5)
    #expect(try names.map { try workshop.content(of: "out/\($0)") } == before)
  }

  @Test(arguments: ["svg", "dot", "jsonld", "kgx-json"])
  func anExportGoesToStandardOutputOrToAFile(format: String) throws {
    let piped = try workshop.run("export", "-g", "graph.json", "--format", format)
    #expect(piped.code == 0, "\(piped.errors)")
    let filed = try workshop.run("export", "-g", "graph.json", "--format", format, "-o", "x")
    #expect(filed.code == 0)
    #expect(filed.output.isEmpty)
    #expect(try workshop.content(of: "x") == piped.output)
  }

  @Test func aCompiledGraphAnswersAsTheFilesDo() throws {
    let compiled = try workshop.run("compile", "-g", "graph.json", "-o", "graph.etg")
    #expect(compiled.code == 0, "\(compiled.errors)")
    for format in ["kgx-json", "jsonld"] {
      let expected = try workshop.run("export", "-g", "graph.json", "--format", format)
      let found = try workshop.run("export", "-g", "graph.etg", "--format", format)
      #expect(found.output == expected.output, "\(found.errors)")
    }
    #expect(try workshop.run("check", "-g", "graph.etg").text.contains("whole"))
    try workshop.write("ETIOGRPH and nothing else", to: "bad.etg")
    for name in ["bad.etg", "missing.etg"] {
      let refused = try workshop.run("stats", "-g", name)
      #expect(refused.code == 2)
      #expect(refused.errors.contains(name))
    }
    #expect(try workshop.run("stats", "-g", "graph.etg", "-g", "graph.json").code == 2)
  }

  @Test func aCompiledGraphThatWasDamagedIsRefused() throws {
    #expect(try workshop.run("compile", "-g", "graph.json", "-o", "graph.etg").code == 0)
    let whole = try workshop.content(of: "graph.etg")
    let file = workshop.folder.appendingPathComponent("graph.etg")
    for place in stride(from: 64, to: whole.count, by: max(1, whole.count / 20)) {
      try put(whole[place] ^ 0x10, at: place, of: file)
      let run = try workshop.run("stats", "-g", "graph.etg")
      #expect(run.code == 2 && run.output.isEmpty)
      #expect(run.errors.contains("compile"))
      try whole.write(to: file)
    }
  }

  /// Of a long file each block is verified when it is first read: a question that reads a damaged one
  /// has no answer, and one that does not has the right one.
  @Test func noAnswerIsMadeFromADamagedPartOfALongFile() throws {
    var lines = "subject\tpredicate\tobject\tpublications\n"
    for number in 0..<60_000 {
      lines += "X:\(number)\tbiolink:causes\tX:\(number * 31 % 60_000)\tPMID:\(1000 + number)\n"
    }
    try workshop.write(lines, to: "long.tsv")
    #expect(try workshop.run("compile", "-q", "-g", "long.tsv", "-o", "long.etg").code == 0)
    let whole = try workshop.content(of: "long.etg")
    #expect(whole.count > 1 << 22)
    let file = workshop.folder.appendingPathComponent("long.etg")
    let question = [
      "paths", "-g", "long.etg", "X:2", "X:\(2 * 31 * 31)", "--output-format", "json",
    ]
    let expected = try CommandRun(question, in: workshop.folder)
    #expect(expected.code == 0 && expected.output.count > 100)
    #expect(
      try workshop.run(
        "export", "-q", "-g", "long.etg", "--format", "kgx-json", "-o", "all.kgx.json"
      ).code == 0)
    let written = try workshop.content(of: "all.kgx.json")
    var refused = 0
    for part in 0..<10 {
      let place = 64 + (whole.count - 65) * part / 9
      try put(whole[place] ^ 0x10, at: place, of: file)
      let run = try CommandRun(question, in: workshop.folder)
      if run.code == 0 {
        #expect(run.output == expected.output)
      } else {
        #expect(run.code == 2 && run.output.isEmpty && run.errors.contains("compile"))
        refused += 1
      }
      #expect(try workshop.run("check", "-g", "long.etg").code == 2)
      // What reads more has no answer either, or the right one, and leaves no part of one.
      guard part % 3 == 0 else {
        try put(whole[place], at: place, of: file)
        continue
      }
      let export = try workshop.run(
        "export", "-q", "-g", "long.etg", "--format", "kgx-json", "-o", "out\(part).kgx.json")
      if export.code == 0 {
        #expect(try workshop.content(of: "out\(part).kgx.json") == written)
      } else {
        #expect(export.code == 2 && export.errors.contains("compile"))
        #expect(
          try workshop.names(in: ".").filter {
            $0.hasSuffix(".tmp") || $0.hasPrefix("out\(part).")
          } == [])
      }
      try put(whole[place], at: place, of: file)
    }
    #expect(refused > 0)
    #expect(try CommandRun(question, in: workshop.folder).output == expected.output)
  }

  private func put(_ byte: UInt8, at place: Int, of file: URL) throws {
    let handle = try FileHandle(forWritingTo: file)
    try handle.seek(toOffset: UInt64(place))
    try handle.write(contentsOf: [byte])
    try handle.close()
  }

  @Test func theExtensionChoosesTheFormat() throws {
    #expect(try workshop.run("export", "-g", "graph.json", "-o", "a.kgx.json").code == 0)
    #expect(
      String(decoding: try workshop.content(of: "a.kgx.json").prefix(1), as: UTF8.self) == "{")
    let unknown = try workshop.run("export", "-g", "graph.json", "-o", "a.xyz")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("--format"))
  }

  @Test func aFailedRunLeavesTheOldFile() throws {
    try workshop.write("old", to: "old.svg")
    try workshop.write("{\"nodes\": [", to: "broken.json")
    let run = try workshop.run("export", "-g", "broken.json", "-o", "old.svg")
    #expect(run.code == 2)
    #expect(run.errors.contains("broken.json:1:"))
    #expect(try workshop.content(of: "old.svg") == Data("old".utf8))
    #expect(try workshop.names(in: ".").filter { $0.hasSuffix(".tmp") } == [])
  }

  @Test func aDeviceIsWrittenToAndNeverReplaced() throws {
    let run = try workshop.run("export", "-g", "graph.json", "--format", "dot", "-o", "/dev/full")
    #expect(run.code == 2)
    #expect(run.errors.contains("/dev/full"))
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/full")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test(arguments: ["nowhere.md", "nowhere/"])
  func aMissingFileIsNamed(path: String) throws {
    let run = try workshop.run("stats", "-g", path)
    #expect(run.code == 2)
    #expect(run.errors.contains(path))
  }

  @Test func everyMissingFileIsNamedAtOnce() throws {
    let run = try workshop.run("stats", "-g", "one.md", "-g", "two.md")
    #expect(run.errors.contains("one.md") && run.errors.contains("two.md"))
  }

  @Test func withoutAGraphTheStandardFolderIsRead() throws {
    #expect(try workshop.run("stats").errors.contains("'Graph'"))
    try workshop.write("# Causes of colds\n\n- Stress can cause colds.\n", to: "Graph/colds.md")
    let run = try workshop.run("build")
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      try workshop.names(in: "Exports")
        == ["colds.dot", "colds.jsonld", "colds.kgx.json", "colds.svg"])
  }

  @Test func anEmptyFolderAndAnEmptyFileGetAClearAnswer() throws {
    try FileManager.default.createDirectory(
      at: workshop.folder.appendingPathComponent("empty"), withIntermediateDirectories: true)
    let folder = try workshop.run("stats", "-g", "empty")
    #expect(folder.code == 2)
    #expect(folder.errors.contains("nothing to read"))
    try workshop.write("", to: "empty.md")
    let file = try workshop.run("stats", "-g", "empty.md")
    #expect(file.code == 0 || file.code == 2)
    #expect(file.code != -1)
  }

  @Test func aBaseMustBeAnIRI() throws {
    #expect(try workshop.run("stats", "-g", "graph.json", "--base", "gut").code == 2)
    let run = try workshop.run(
      "export", "-g", "graph.json", "--format", "jsonld", "--base", "https://example.com/g/")
    #expect(run.text.contains("https://example.com/g/"))
  }

  @Test func checkEndsWithOneForAnError() throws {
    try workshop.write(
      "---\nbibliography: refs.json\n---\n# Causes of colds\n\n- Stress causes colds [@nobody].\n",
      to: "Graph/colds.md")
    try workshop.write("[]", to: "Graph/refs.json")
    let run = try workshop.run("check")
    #expect(run.code == 1)
    #expect(run.text.contains("Graph/colds.md:6:"))
    #expect(run.text.contains("nobody"))
  }

  @Test(arguments: [
    [], ["--help"], ["--version"], ["help", "paths"], ["paths", "--help"], ["build", "--help"],
    ["--generate-completion-script", "bash"],
  ])
  func helpIsThere(arguments: [String]) throws {
    let run = try CommandRun(arguments, in: workshop.folder)
    #expect(run.code == 0)
    #expect(!run.output.isEmpty)
  }

  @Test func everySubcommandsHelpCarriesAnExample() throws {
    for name in [
      "build", "paths", "chokepoints", "centrality", "structure", "export", "describe", "search",
      "stats", "read", "check",
    ] {
      let run = try workshop.run(name, "--help")
      #expect(run.text.contains("etiograph \(name)"), "\(name)")
    }
  }

  @Test func unknownOptionsEndWithTwo() throws {
    #expect(try workshop.run("paths", "--nonsense").code == 2)
    #expect(try workshop.run("nonsense").code == 2)
  }
}
