public import ArgumentParser

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

      Exit codes: 0 done; 1 the answer is negative (no path, problems found); 2 a bad input or usage.
      """,
    version: version,
    subcommands: [
      BuildCommand.self, PathsCommand.self, PatternCommand.self, ChokepointsCommand.self,
      BlockCommand.self,
      CentralityCommand.self, StructureCommand.self, CausalCommand.self, ExportCommand.self,
      DescribeCommand.self, SearchCommand.self,
      StatsCommand.self, ReadCommand.self, CheckCommand.self,
    ])

  /// A command with its defaults, for the argument parser.
  public init() {}

  /// Parses the process's arguments, runs the subcommand and ends the process.
  public static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Says what went wrong and ends with the exit code of the design.
  private static func end(with error: any Error) -> Never {
    switch error {
    case let failure as CommandFailure:
      for diagnostic in failure.diagnostics {
        Terminal.error.write("\(diagnostic)".printable + "\n")
      }
      exit(withError: ExitCode(failure.code.rawValue))
    case let code as ExitCode:
      exit(withError: code)
    default:
      let code = exitCode(for: error)
      if code == .success { exit(withError: error) }
      Terminal.error.write(fullMessage(for: error) + "\n")
      exit(withError: ExitCode(CommandFailure.Code.badInput.rawValue))
    }
  }
}
