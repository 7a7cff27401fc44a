import ArgumentParser
import GraphExport
import GraphModel

/// `etiograph search`: nodes by part of a name.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find concepts by a part of their name.",
    discussion: """
      Labels, synonyms and abbreviations are searched; case and accents do not matter.

        etiograph search permeab
      """)

  @Argument(help: "A part of a name.")
  var text: String

  @OptionGroup var graph: GraphOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("How many to show.", valueName: "number"))
  var limit = 20

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is at least 1") }
    if text.allSatisfy(\.isWhitespace) {
      throw ValidationError("there is nothing to search for; give a part of a name")
    }
  }

  func run() throws {
    let all = NameLookup(try graph.load()).search(text)
    let shown = all.prefix(limit)
    if output.format == .json {
      let nodes = shown.map { node in
        JSONValue.object([
          ("id", .string(node.id.rawValue)), ("label", .string(node.label)),
          ("category", .string(node.category.curie)),
          ("role", node.role.map { .string($0.name) } ?? .null),
          ("synonyms", .array((node.synonyms + node.abbreviations).map { .string($0) })),
        ])
      }
      Answer.write(
        json: .object([
          ("query", .string(text)), ("nodes", .array(nodes)),
          ("truncated", .bool(all.count > limit)),
        ]))
    } else {
      var table = TextTable([("id", .left), ("label", .left), ("category", .left), ("also", .left)])
      for node in shown {
        table.add([
          node.id.rawValue, node.label, node.category.phrase,
          (node.abbreviations + node.synonyms).joined(separator: ", "),
        ])
      }
      if !shown.isEmpty || output.format == .tsv { Answer.write(table, as: output.format) }
      if all.count > limit { Answer.note("\(all.count - limit) more; raise --limit to see them") }
    }
    if all.isEmpty {
      throw CommandFailure(
        "no name contains '\(text.shortened)'", suggestion: "try a shorter part of it",
        code: .negative)
    }
  }
}
