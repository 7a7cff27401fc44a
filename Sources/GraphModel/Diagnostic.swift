/// A place in an input file: a line and a column, both counted from 1.
public struct SourceLocation: Sendable, Hashable, Codable {
  /// The file as the user named it.
  public var file: String
  /// The line, from 1; nil where the whole file is meant.
  public var line: Int?
  /// The column in characters, from 1; nil where the whole line is meant.
  public var column: Int?

  /// A value from its parts.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, as far as they are known.
  public var description: String {
    [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
  }
}

/// Something that a person should know about an input: what is wrong, where, and what to do.
public struct Diagnostic: Sendable, Hashable, Codable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    /// The input cannot be used as it stands.
    case error
    /// The input was used, but probably not as its writer meant.
    case warning
    /// What was done with the input, such as a merge of two concepts.
    case note
  }

  /// How bad it is.
  public var severity: Severity
  /// Where it stands; nil where no place is to blame.
  public var location: SourceLocation?
  /// What is wrong, in one sentence without a full stop.
  public var message: String
  /// What to do about it, in one sentence without a full stop.
  public var suggestion: String?

  /// A value from its parts.
  public init(
    _ severity: Severity, _ message: String, at location: SourceLocation? = nil,
    suggestion: String? = nil
  ) {
    self.severity = severity
    self.location = location
    self.message = message
    self.suggestion = suggestion
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: severity: message; suggestion`, one line.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    let advice = suggestion.map { "; \($0)" } ?? ""
    return "\(place)\(severity.rawValue): \(message)\(advice)"
  }
}

/// An input that cannot be used: every problem that was found in it, at once.
public struct DiagnosticError: Error, Sendable, CustomStringConvertible {
  /// Every problem, in the order of the input.
  public var diagnostics: [Diagnostic]

  /// A value from its parts.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// The text of the value, as files and messages show it.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
