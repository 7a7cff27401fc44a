import Foundation
import Testing

/// What a mistaken command line is told.
@Suite struct ArgumentTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(Workshop.kgx, to: "graph.json")
  }

  private func run(_ command: String, _ arguments: String...) throws -> CommandRun {
    try CommandRun([command, "-g", "graph.json"] + arguments, in: workshop.folder)
  }

  @Test func anUnknownPredicateIsHelped() throws {
    let path = try run("paths", "tea", "fatigue", "--predicate", "contributes_too")
    #expect(path.code == 2 && path.output.isEmpty)
    #expect(path.errors.contains("did you mean 'contributes_to'?"))
    let rank = try run("centrality", "--predicate", "zzzzzz")
    #expect(rank.code == 2)
    #expect(rank.errors.contains("the graph has associated_with, causes"))
  }

  @Test(arguments: ["contributes_to", "contributes to", "biolink:contributes_to", "treats"])
  func predicatesOfTheGraphAndOfBiolinkAreKnown(name: String) throws {
    #expect(try run("centrality", "--predicate", name).code == 0)
  }

  @Test(arguments: ["x.gif", "x", "none/x.svg", "."])
  func aDrawingThatCannotBeWrittenIsRefusedBeforeTheAnswer(file: String) throws {
    for command in [["paths", "tea", "fatigue"], ["centrality"]] {
      let run = try CommandRun(
        command + ["-g", "graph.json", "--draw", file], in: workshop.folder)
      #expect(run.code == 2 && run.output.isEmpty, "\(command) \(file)")
    }
  }

  @Test(arguments: [
    (["--measure", "degree", "--damping", "0.5"], "--damping has no meaning for degree"),
    (["--from", "tea"], "--from has no meaning for betweenness; it is for pagerank"),
    (["--measure", "pagerank", "--katz-alpha", "0.1"], "it is for katz"),
    (["--measure", "harmonic", "--unnormalized"], "--unnormalized has no meaning for harmonic"),
    (["--measure", "degree", "--undirected"], "--undirected has no meaning for degree"),
  ])
  func anOptionThatAMeasureDoesNotUseIsRefused(options: [String], message: String) throws {
    let run = try CommandRun(["centrality", "-g", "graph.json"] + options, in: workshop.folder)
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(run.errors.contains(message))
  }

  @Test func optionsThatAMeasureUsesAreTaken() throws {
    let run = try run(
      "centrality", "--measure", "pagerank", "--damping", "0.5", "--from", "tea", "--undirected")
    #expect(run.code == 0, "\(run.errors)")
  }

  @Test func anIdentifierInTheWrongCaseIsHelped() throws {
    let run = try run("describe", "x:1")
    #expect(run.code == 2)
    #expect(run.errors.contains("did you mean 'X:1'?"))
  }

  @Test func aVocabularyAloneMakesNoGraphButCanBeChecked() throws {
    try workshop.write("concepts:\n  - label: stress\n", to: "v/vocabulary.yaml")
    let stats = try workshop.run("stats", "-g", "v")
    #expect(stats.code == 2 && stats.output.isEmpty)
    #expect(stats.errors.contains("nothing that a graph could be made from in 'v'"))
    #expect(try workshop.run("check", "-g", "v").code == 0)
  }

  @Test(arguments: ["", "  "])
  func nothingToSearchForIsSaid(text: String) throws {
    let search = try run("search", text)
    #expect(search.code == 2)
    #expect(search.errors.contains("nothing to search for"))
    #expect(try run("describe", text).errors.contains("a concept's name is empty"))
  }

  @Test func longNamesAreShortenedInMessages() throws {
    let long = String(repeating: "é", count: 5_000)
    for run in [try run("search", long), try run("describe", long)] {
      #expect(run.errors.count < 400)
      #expect(run.errors.contains("é…'"))
    }
  }

  @Test(arguments: [["statz"], ["help", "statz"]])
  func aCommandThatThereIsNotIsHelped(arguments: [String]) throws {
    let run = try CommandRun(arguments, in: workshop.folder)
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(run.errors == "error: there is no command 'statz'; did you mean 'stats'?\n")
  }

  @Test(arguments: [
    ["paths"], ["paths", "--nope"], ["centrality", "--top", "0"], ["export", "--format", "gif"],
  ])
  func everyErrorBeginsAlike(arguments: [String]) throws {
    let run = try CommandRun(arguments, in: workshop.folder)
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("error: "), "\(run.errors)")
  }

  // The reader is gone before the first byte is written.
  @Test func aReaderThatHasGoneAwayEndsItQuietly() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c",
      """
      { sleep 0.3; "$0" export -g graph.json --format svg 2> errors; } | true
      exit ${PIPESTATUS[0]}
      """, CommandRun.binary.path,
    ]
    process.currentDirectoryURL = workshop.folder
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(try workshop.content(of: "errors").isEmpty)
  }
}
