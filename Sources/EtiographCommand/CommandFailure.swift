import GraphModel

/// Why a command ends without its answer.
struct CommandFailure: Error {
  /// The exit codes of every subcommand.
  enum Code: Int32 {
    /// The question was understood and the answer is no.
    case negative = 1
    /// The input or the usage is bad.
    case badInput = 2
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
