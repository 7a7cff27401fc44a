public import GraphModel

/// The files that a graph is made from: articles, vocabularies, bibliographies and data files, in
/// any mixture.
///
///     let sources = GraphSources([
///       InputFile(name: "vocabulary.yaml", bytes: vocabulary),
///       InputFile(name: "article.md", bytes: article),
///     ])
///     let graph = try sources.build().graph
///
/// Vocabularies and bibliographies are read first, then data files (nodes before edges), then
/// articles, each kind in the order of the files; so prose is grounded in all that is known by
/// name. The same files in the same order give the same graph, byte for byte.
public struct GraphSources: Sendable {
  /// The files, in the order in which they are read within their kind; those that were packed or
  /// in archives are unpacked.
  public let files: [InputFile]
  /// Whether a row of a data file that is not read as it stands makes the files unusable.
  public let isStrict: Bool
  /// Which columns of lists of edges hold what.
  public let columns: EdgeListColumns
  /// The files that could not be unpacked.
  private let problems: [Diagnostic]

  /// Nothing is read yet.
  ///
  /// - Parameter files: named relative to one folder and, for the sake of same results, sorted.
  /// - Parameter isStrict: whether a broken row of a data file is an error. Else it is reported,
  ///   left out and the rest is read. Broken is what is not read as it stands: a node without an
  ///   identifier, an edge without an end or of which it is unclear whether it is denied, a line
  ///   that is no JSON object, cells beyond the header's, bytes that are no UTF-8.
  /// - Parameter columns: which columns of tables of edges hold what, besides those that are
  ///   recognised.
  public init(
    _ files: [InputFile], isStrict: Bool = false, columns: EdgeListColumns = EdgeListColumns()
  ) {
    self.isStrict = isStrict
    self.columns = columns
    var unpacked: [InputFile] = []
    var problems: [Diagnostic] = []
    for file in files {
      do throws(DiagnosticError) {
        unpacked += try file.unpacked()
      } catch {
        problems += error.diagnostics
      }
    }
    self.files = unpacked
    self.problems = problems
  }

  /// Reads every file and merges them into one graph.
  ///
  /// - Parameter base: the base IRI of the graph's own identifiers, instead of the vocabulary's.
  /// - Throws: ``DiagnosticError`` with every diagnostic, warnings included, where any of them is
  ///   an error.
  /// Tables of KGX by themselves are read on several threads, straight into the columns of the
  /// graph; with documents or vocabularies beside them, one after the other.
  ///
  /// - Parameter threads: how many threads may work at once; nil for as many as there are cores,
  ///   or what `ETIOGRAPH_THREADS` says. The graph is the same for any number.
  /// - Parameter progress: what is told how far the reading has come.
  /// - Complexity: O(n) expected over the bytes of the files.
  public func build(
    base: String? = nil, threads: Int? = nil, progress: Cancellation? = nil
  ) throws(DiagnosticError) -> BuildResult {
    if !problems.isEmpty { throw DiagnosticError(problems) }
    if let tables = TableSources(files, columns: columns) {
      let result = tables.build(
        base: base, threads: threads ?? Parallel.standardThreads, isStrict: isStrict,
        progress: progress)
      let diagnostics = Self.sorted(result.diagnostics)
      if diagnostics.contains(where: { $0.severity == .error }) {
        throw DiagnosticError(diagnostics)
      }
      return BuildResult(graph: result.graph, diagnostics: diagnostics)
    }
    let reading = SourcesReading(
      files, base: base, isStrict: isStrict, columns: columns, progress: progress)
    let diagnostics = Self.sorted(reading.diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw DiagnosticError(diagnostics)
    }
    return BuildResult(graph: reading.builder.build(), diagnostics: diagnostics)
  }

  /// Everything that a writer should know about the files, whether or not they make a graph:
  /// besides what ``build(base:)`` tells, works that nothing cites, concepts that are in no
  /// vocabulary, concepts that nothing mentions, sentences that nothing was read from, and
  /// identifiers that lead nowhere.
  ///
  /// - Returns: the diagnostics sorted by file, line and column.
  public func check() -> [Diagnostic] {
    let reading = SourcesReading(
      files, base: nil, checksIdentifiers: true, isStrict: isStrict, columns: columns)
    return Self.sorted(problems + reading.diagnostics + SourceChecks(reading).diagnostics)
  }

  /// Sorted by place, stably; what has no place comes first. Of equals one is kept.
  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    func key(_ location: SourceLocation?) -> (String, Int, Int) {
      (location?.file ?? "", location?.line ?? 0, location?.column ?? 0)
    }
    return diagnostics.filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
      let (left, right) = (key(a.element.location), key(b.element.location))
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }
}
