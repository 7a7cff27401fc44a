import GraphModel
import Yams

/// What the YAML parser found wrong, in the words of etiograph's diagnostics.
enum YAMLProblem {
  /// - Parameter line: the line of the file on which the YAML begins, from 1.
  static func diagnostic(
    of error: any Error, file: String, firstLine: Int = 1
  ) -> Diagnostic {
    func problem(_ message: String, _ mark: Mark?, _ suggestion: String) -> Diagnostic {
      let place = SourceLocation(
        file: file, line: mark.map { $0.line + firstLine - 1 }, column: mark?.column)
      return Diagnostic(.error, message, at: place, suggestion: suggestion)
    }
    if error is YAMLRoot.TooManyAliases {
      return problem(
        "the YAML refers to its own parts too often", nil,
        "write values out instead of '&' and '*'; put text that begins with them in quotes")
    }
    switch error as? YamlError {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
      .composer(_, let text, let mark, _):
      return problem(
        "this is not YAML: \(text)", mark,
        "indent with spaces, leave a space after each colon, and put text with a colon in quotes")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
      return problem(
        "\(names) stands twice in one entry", context.mark,
        "remove one of them, or begin a new entry with '- '")
    case .reader(let text, _, _, _):
      return problem("this is not YAML: \(text)", nil, "save the file with the encoding UTF-8")
    default:
      return problem("this is not YAML", nil, "compare it with the example in the documentation")
    }
  }
}
