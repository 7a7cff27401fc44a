import Foundation
import GraphModel
import Testing

@testable import EtiographCommand

/// What goes on beside the work of a command: time limits, signals, progress.
@Suite struct RunningTests {
  // MARK: Progress

  @Test(arguments: [
    (
      ProgressLine(stage: "reading a.tsv", seconds: 2, share: 0.5), "reading a.tsv  ",
      "50 %  2 s left"
    ),
    (
      ProgressLine(stage: "reading a.tsv", seconds: 30, share: 0.1), "━━──", "10 %  4 min 30 s left"
    ),
    (ProgressLine(stage: "reading a.tsv", seconds: 0.1, share: 0.01), "──", " 1 %"),
    (ProgressLine(stage: "searching", seconds: 3700, share: nil), "searching", "1 h 1 min"),
    (ProgressLine(stage: "a\u{1b}[2Jb", seconds: 1, share: 1), "a\u{fffd}[2Jb", "100 %  0 s left"),
  ])
  func tellsHowFarTheWorkHasCome(line: ProgressLine, part: String, end: String) {
    let text = line.text(width: 80)
    #expect(text.contains(part) && text.hasSuffix(end), "\(text)")
  }

  @Test(arguments: [1, 10, 20, 40, 79, 80])
  func theLineFitsTheTerminal(width: Int) {
    let name = "reading \(String(repeating: "long-name", count: 30)).tsv"
    for share in [nil, 0, 0.5, 1] {
      let line = ProgressLine(stage: name, seconds: 5, share: share).text(width: width)
      #expect(line.count < max(width, 20))
    }
  }

  // MARK: Time limits

  @Test(arguments: [
    ("30", 30.0), ("30s", 30), ("500ms", 0.5), ("1.5m", 90), ("2min", 120), ("1h", 3600),
    ("2H", 7200),
  ])
  func readsTimes(text: String, seconds: Double) {
    #expect(TimeLimit(argument: text)?.seconds == seconds)
  }

  @Test(arguments: ["", "0", "-3", "s", "5 s", "5d", "nan", "1e400", "inf", "1..2"])
  func refusesWhatIsNoTime(text: String) {
    #expect(TimeLimit(argument: text) == nil)
  }

  /// Layers that each lead to all of the next: more paths than can be listed.
  private static func layers() -> String {
    var rows = ["subject\tpredicate\tobject"]
    for node in 0..<190 {
      for next in 0..<10 {
        rows.append("n:\(node)\tbiolink:causes\tn:\((node / 10 + 1) * 10 + next)")
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  @Test func theBestSoFarIsGivenAtTheTimeLimit() throws {
    let workshop = try Workshop()
    try workshop.write(Self.layers(), to: "edges.tsv")
    let run = try workshop.run(
      "paths", "n:0", "n:199", "-g", "edges.tsv", "-q", "--limit", "100000000", "--time-limit",
      "1s", "--output-format", "json")
    #expect(run.code == 3, "\(run.errors)")
    #expect(run.errors.contains("stopped at the time limit"))
    let answer = try run.json()
    #expect(answer["stopped"] as? Bool == true)
    #expect(!((answer["paths"] as? [Any]) ?? []).isEmpty)
  }

  @Test func aLimitThatIsNotReachedChangesNothing() throws {
    let workshop = try Workshop()
    try workshop.write(Workshop.kgx, to: "graph.json")
    for question in [
      ["paths", "noise", "fatigue"], ["centrality", "--measure", "harmonic", "--top", "2"],
      ["centrality", "--measure", "pagerank"], ["structure", "--find", "cycles"],
      ["pattern", "* causes *"], ["block", "noise", "fatigue"],
      ["chokepoints", "noise", "fatigue"],
    ] {
      let plain = try CommandRun(question + ["-g", "graph.json"], in: workshop.folder)
      let limited = try CommandRun(
        question + ["-g", "graph.json", "--time-limit", "100s", "-j", "2"], in: workshop.folder)
      #expect(plain.code == 0 && limited.code == 0, "\(limited.errors)")
      #expect(plain.text == limited.text)
    }
  }

  @Test func refusesNoThreads() throws {
    let workshop = try Workshop()
    try workshop.write(Workshop.kgx, to: "graph.json")
    let run = try workshop.run("stats", "-g", "graph.json", "--threads", "0")
    #expect(run.code == 2 && run.errors.contains("from 1 to 1024"))
  }

  // MARK: Signals

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalEndsTheCommandAndLeavesNothing(signal: Int32) throws {
    let workshop = try Workshop()
    try workshop.write(Self.layers(), to: "edges.tsv")
    let process = Process()
    process.executableURL = CommandRun.binary
    process.arguments = [
      "paths", "n:0", "n:199", "-g", "edges.tsv", "-q", "--limit", "100000000",
    ]
    process.currentDirectoryURL = workshop.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(300_000)
    let sent = Date()
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(Date().timeIntervalSince(sent) < 5)
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    #expect(try workshop.names(in: ".") == ["edges.tsv"])
  }
}
