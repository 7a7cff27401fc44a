public import ArgumentParser
import Glibc

/// The command `etiograph`.
public struct EtiographRoot: ParsableCommand {
  /// The version that `etiograph --version` prints.
  public static let version = "0.1.0"

  /// The name, the help text and the subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "etiograph",
    abstract: "What brings a condition about, and what follows from it: as a graph.",
    discussion: """
      etiograph reads articles and data files into a knowledge graph in which every edge keeps its \
      sentence, its hedge and its citation, and then draws it, questions it and publishes it.

        etiograph build                              make Exports/ from Graph/
        etiograph paths Stress "Crohn's disease"     how one leads to the other, with evidence
        etiograph export --format svg -o graph.svg   one format to a file

      Exit codes: 0 done; 1 the answer is negative (no path, problems or differences found); 2 a bad \
      input or usage; 3 the time limit passed before the answer was whole. Where the reader of the answer has gone away (etiograph stats | head -1), it \
      ends quietly with 0.
      """,
    version: version,
    subcommands: [
      BuildCommand.self, PathsCommand.self, PatternCommand.self, ChokepointsCommand.self,
      BlockCommand.self, CentralityCommand.self, StructureCommand.self, CausalCommand.self,
      ExportCommand.self, DescribeCommand.self, SearchCommand.self, StatsCommand.self,
      ReadCommand.self, CheckCommand.self, DiffCommand.self, CompileCommand.self,
    ])

  /// A command with its defaults, for the argument parser.
  public init() {}

  /// Parses the process's arguments, runs the subcommand and ends the process.
  public static func main() {
    // Writing to a reader that has gone away gives an error, which `Terminal` knows, instead of
    // ending the process with a signal.
    signal(SIGPIPE, SIG_IGN)
    Attendance.shared.begin()
    do {
      try checkSubcommand(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Refuses a subcommand that there is not, or help on one, with the nearest names.
  private static func checkSubcommand(_ arguments: [String]) throws(CommandFailure) {
    let words = arguments.first == "help" ? Array(arguments.dropFirst()) : arguments
    let names = configuration.subcommands.map { $0.configuration.commandName ?? "" }
    guard let name = words.first, !name.hasPrefix("-"), !names.contains(name), name != "help" else {
      return
    }
    let near = NearestNames.of(name, in: names)
    throw CommandFailure(
      "there is no command '\(name.shortened)'",
      suggestion: near.map { "did you mean \($0)?" } ?? "'etiograph help' lists them")
  }

  /// Says what went wrong and ends with the exit code of the design.
  private static func end(with error: any Error) -> Never {
    ProgressDisplay.shared.end()
    switch error {
    case let failure as CommandFailure:
      for diagnostic in failure.diagnostics {
        Terminal.error.write(diagnostic.shownLine)
      }
      exit(withError: ExitCode(failure.code.rawValue))
    case let code as ExitCode:
      exit(withError: code)
    default:
      let code = exitCode(for: error)
      if code == .success { exit(withError: error) }
      // One spelling everywhere, also of what the argument parser says.
      var message = fullMessage(for: error)
      if message.hasPrefix("Error:") { message = "error:" + message.dropFirst(6) }
      Terminal.error.write(message + "\n")
      exit(withError: ExitCode(CommandFailure.Code.badInput.rawValue))
    }
  }
}
