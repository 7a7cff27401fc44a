import GraphModel

/// Why a command ends without its answer.
struct CommandFailure: Error {
  /// The exit codes of every subcommand.
  enum Code: Int32 {
    /// The question was understood and the answer is no.
    case negative = 1
    /// The input or the usage is bad.
    case badInput = 2
    /// The work was stopped at the time limit before the answer was whole.
    case stopped = 3
  }

  var code: Code
  var diagnostics: [Diagnostic]

  /// A failure with one message.
  init(
    _ message: String, at location: SourceLocation? = nil, suggestion: String? = nil,
    code: Code = .badInput
  ) {
    self.code = code
    diagnostics = [Diagnostic(.error, message, at: location, suggestion: suggestion)]
  }

  /// Every problem of an input, at once.
  init(_ error: DiagnosticError) {
    code = .badInput
    diagnostics = error.diagnostics
  }
}

extension Diagnostic {
  /// The diagnostic as a line for a terminal: printable, and with long names shortened.
  var shownLine: String {
    var shown = self
    shown.message = message.withShortQuotes
    shown.suggestion = suggestion?.withShortQuotes
    return "\(shown)".printable + "\n"
  }
}

extension String {
  /// The text with what stands between single quotes shortened, where the text is long.
  ///
  /// A quote opens after a space or a bracket and closes before a space or a mark, so that an
  /// apostrophe is none.
  fileprivate var withShortQuotes: String {
    guard count > 300 else { return self }
    var result = ""
    var quoted: String?
    var last: Character = " "
    var rest = self[...]
    while let character = rest.popFirst() {
      if let open = quoted {
        let next = rest.first ?? " "
        if character == "'", !next.isLetter, !next.isNumber {
          result += open.shortened + "'"
          quoted = nil
        } else {
          quoted?.append(character)
        }
      } else {
        result.append(character)
        if character == "'", !last.isLetter, !last.isNumber { quoted = "" }
      }
      last = character
    }
    return result + (quoted ?? "")
  }
}
