import GraphModel

/// Collects the diagnostics of one file, and sums up what occurs too often to be listed.
///
/// Of each kind of problem the first few are told in full; the rest are counted, and one line
/// says how many there were. So a file with ten thousand bad rows gives a page, not a book.
struct ProblemLog {
  /// How many problems of one kind are told in full.
  static let limit = 5

  private struct Kind {
    var name: String
    var severity: Diagnostic.Severity
    var count: Int
  }

  private var positions: FilePositions
  private var kinds: [Kind] = []
  private var listed: [Diagnostic] = []

  /// Whether a row or an entry that is not read as it stands makes the file unusable.
  private let isStrict: Bool

  init(_ file: InputFile, isStrict: Bool = true) {
    positions = FilePositions(file)
    self.isStrict = isStrict
  }

  /// Reports a problem at a byte.
  ///
  /// An error of a kind is one of a row or an entry, which is left out: where nobody asked for
  /// strictness it is a warning. An error without a kind is one of the file.
  ///
  /// - Parameter kind: problems with the same name are counted together, and the name says in the
  ///   summary what they are: "edges without a subject". nil: always told in full.
  mutating func add(
    _ severity: Diagnostic.Severity, _ message: @autoclosure () -> String, at offset: Int?,
    kind: String? = nil, suggestion: @autoclosure () -> String? = nil
  ) {
    let severity = severity == .error && kind != nil && !isStrict ? .warning : severity
    if let kind {
      let number: Int
      if let found = kinds.firstIndex(where: { $0.name == kind }) {
        number = found
      } else {
        number = kinds.count
        kinds.append(Kind(name: kind, severity: severity, count: 0))
      }
      kinds[number].count += 1
      if kinds[number].count > Self.limit { return }
    }
    listed.append(
      Diagnostic(
        severity, message(),
        at: offset.map { positions.location(of: $0) }
          ?? SourceLocation(file: positions.name), suggestion: suggestion()))
  }

  /// Takes over what another reader found in the file.
  mutating func add(_ diagnostic: Diagnostic) { listed.append(diagnostic) }

  /// The place of a byte of the file.
  mutating func location(of offset: Int) -> SourceLocation { positions.location(of: offset) }

  /// Everything that was reported, with a line for each kind that was cut short.
  var diagnostics: [Diagnostic] {
    listed
      + kinds.filter { $0.count > Self.limit }.map { kind in
        Diagnostic(
          kind.severity,
          "\(kind.count) \(kind.name) in all, of which the first \(Self.limit) are listed",
          at: SourceLocation(file: positions.name))
      }
  }
}
