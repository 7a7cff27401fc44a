import Foundation
import Testing

/// One run of the built command, as a user would see it.
struct CommandRun {
  let output: Data
  let errors: String
  let code: Int32

  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs `etiograph` with these arguments in a folder.
  init(_ arguments: [String], in folder: URL, input: Data = Data()) throws {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "NO_COLOR": "1",
    ]
    let standardInput = folder.appendingPathComponent(".input-\(UUID().uuidString)")
    let standardOutput = folder.appendingPathComponent(".output-\(UUID().uuidString)")
    let standardError = folder.appendingPathComponent(".error-\(UUID().uuidString)")
    try input.write(to: standardInput)
    try Data().write(to: standardOutput)
    try Data().write(to: standardError)
    defer {
      for file in [standardInput, standardOutput, standardError] {
        try? FileManager.default.removeItem(at: file)
      }
    }
    process.standardInput = try FileHandle(forReadingFrom: standardInput)
    process.standardOutput = try FileHandle(forWritingTo: standardOutput)
    process.standardError = try FileHandle(forWritingTo: standardError)
    try process.run()
    process.waitUntilExit()
    output = try Data(contentsOf: standardOutput)
    errors = String(decoding: try Data(contentsOf: standardError), as: UTF8.self)
    code = process.terminationReason == .exit ? process.terminationStatus : -1
  }

  /// The answer as JSON.
  func json() throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: output) as? [String: Any])
  }

  /// The executable stands beside the test bundle.
  static let binary: URL = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("etiograph")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return URL(fileURLWithPath: ".build/debug/etiograph")
  }()
}

/// A folder of a test's own, with a small graph in it, removed at the end.
final class Workshop {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("etiograph-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file below the folder.
  func write(_ text: String, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func run(_ arguments: String..., input: String = "") throws -> CommandRun {
    try CommandRun(arguments, in: folder, input: Data(input.utf8))
  }

  func content(of name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent(name).path
    ).sorted()
  }

  //  noise ──contributes_to──▶ poor sleep ──causes──▶ fatigue ──associated_with── low mood
  //  noise ──causes, not──▶ low mood          coffee (alone)
  //  drowsiness ──subclass_of──▶ fatigue      tea ──causes──▶ poor sleep, twice
  static let kgx = """
    {"nodes": [
      {"id": "X:1", "name": "noise", "category": ["biolink:ExposureEvent"]},
      {"id": "X:2", "name": "poor sleep", "synonym": ["bad sleep"]},
      {"id": "X:3", "name": "fatigue", "category": ["biolink:PhenotypicFeature"]},
      {"id": "X:4", "name": "low mood"}, {"id": "X:5", "name": "coffee"},
      {"id": "X:6", "name": "drowsiness"}, {"id": "X:7", "name": "tea"}],
     "edges": [
      {"id": "e1", "subject": "X:1", "predicate": "biolink:contributes_to", "object": "X:2",
       "knowledge_level": "knowledge_assertion", "agent_type": "manual_agent"},
      {"id": "e2", "subject": "X:2", "predicate": "biolink:causes", "object": "X:3",
       "knowledge_level": "knowledge_assertion", "agent_type": "manual_agent"},
      {"id": "e3", "subject": "X:3", "predicate": "biolink:associated_with", "object": "X:4",
       "knowledge_level": "statistical_association", "agent_type": "manual_agent"},
      {"id": "e4", "subject": "X:1", "predicate": "biolink:causes", "object": "X:4",
       "negated": true},
      {"id": "e5", "subject": "X:6", "predicate": "biolink:subclass_of", "object": "X:3"},
      {"id": "e6", "subject": "X:7", "predicate": "biolink:causes", "object": "X:2",
       "knowledge_level": "prediction"},
      {"id": "e7", "subject": "X:7", "predicate": "biolink:contributes_to", "object": "X:2",
       "knowledge_level": "prediction"}]}
    """
}
