import GraphModel

/// Reads tables of KGX straight into the columns of a graph, on several threads.
///
/// The graph is the one that ``KGXTableReader`` and ``GraphModel/GraphBuilder`` make of the same
/// tables, and the diagnostics are the same; but no row becomes an object and no string is stored
/// twice. A round of pieces of the file is read by all threads, its strings are interned, and its
/// rows are written to the columns, each step in pieces of a fixed size: the result is the same
/// for any number of threads.
///
/// - Complexity: O(n) expected time over the bytes of the files; besides the graph, space for a
///   round and 10 to 20 bytes for each string.
struct TableLoader: ~Copyable {
  private let pool = StringPool()
  private let nodes: NodeStore
  private let edges: EdgeStore
  private let threads: Int
  private let isStrict: Bool
  private let progress: Cancellation?
  /// Whether a node is known elsewhere, so that an edge may have it for an end.
  private let isKnown: (TextSpan) -> Bool
  private(set) var diagnostics: [Diagnostic] = []

  init(
    threads: Int, isStrict: Bool, progress: Cancellation? = nil,
    isKnown: @escaping (TextSpan) -> Bool = { _ in false }
  ) {
    self.isKnown = isKnown
    self.progress = progress
    self.isStrict = isStrict
    nodes = NodeStore(pool: pool)
    edges = EdgeStore(pool: pool)
    self.threads = threads
  }

  /// The graph of everything that was read; the loader is empty then.
  ///
  /// - Parameter description: what lies beside the tables; nil where nothing does.
  mutating func takeGraph(
    prefixes: PrefixMap, description: KGXDescription? = nil
  ) -> KnowledgeGraph {
    progress?.begin("putting the graph together")
    var taken = edges.takeColumns()
    var focus = nodes.focus
    var title = ""
    var documents: [SourceDocument] = []
    if description != nil || edges.hasOwnEvidence {
      var own = OwnEvidence(description ?? KGXDescription(), pool: pool)
      let graph = own.apply(to: &taken)
      if own.unread > 0 {
        diagnostics.append(
          Diagnostic(
            .warning,
            "\(own.unread) cells of '\(KGXNames.evidence)' are not what etiograph writes there; "
              + "they are kept as they are"))
      }
      (title, documents) = (graph.title, graph.documents)
    }
    if let description { focus = self.focus(description.sources.focus) }
    let nodes = nodes.takeColumns()
    return KnowledgeGraph(
      KnowledgeGraph.Storage(
        title: title, prefixes: prefixes, strings: pool.takeArena(), nodes: nodes.columns,
        edges: taken.edges,
        evidence: taken.evidence, evidenceOfEdge: taken.evidenceOfEdge,
        references: taken.references, documents: documents, focus: focus, nodesByID: nodes.byID))
  }

  /// The nodes with these identifiers, as far as there are any.
  private func focus(_ ids: [String]) -> [NodeIndex] {
    ids.compactMap { id in
      var id = id
      let row = id.withUTF8 { nodes.finder.row(of: $0, hash: ByteHash.hash($0)) }
      return row == NodeFinder.none ? nil : NodeIndex(rawValue: row)
    }
  }

  // MARK: Nodes

  /// Adds the nodes of a table, or of JSON Lines.
  mutating func readNodes(_ file: InputFile, lines isLines: Bool = false) {
    var problems = TableProblems(name: file.name, isStrict: isStrict)
    let dialect = TableDialect(of: file)
    TableText.read(file, dialect: dialect, progress: progress) { text in
      defer { if let problem = text.problem { problems.add(problem.diagnostic(in: file.name)) } }
      var table: NodeTable?
      var lines = 0
      if !isLines {
        guard
          let names = TableHeader.names(
            of: &text, what: "nodes", dialect: dialect, problems: &problems),
          Neo4jHeader.namesNodes(names.columns)
            || TableHeader.require(["id"], in: names, problems: &problems)
        else { return }
        table = NodeTable(names: names.columns, dialect: dialect)
        lines = names.lines
      }
      let keys = (table?.keys ?? []).map { pool.intern($0) }
      let columns = table
      readRounds(of: &text, file, behind: lines, &problems) {
        { (piece: NodePiece, text: TextSpan) in
          if let columns { piece.read(text, as: columns) } else { piece.readLines(text) }
        }
      } beginRound: { pieces in
        nodes.reserve(pieces.reduce(nodes.count) { $0 + $1.count })
      } add: { piece in
        nodes.add(piece, keys: keys)
      }
    }
    diagnostics += problems.diagnostics
  }

  // MARK: Edges

  /// Adds the edges of a table, or of JSON Lines. An end that is no node yet becomes one, with a
  /// warning.
  ///
  /// - Parameter columns: which columns hold what, of a table that has not those of KGX.
  mutating func readEdges(
    _ file: InputFile, lines isLines: Bool = false, columns: EdgeListColumns = EdgeListColumns()
  ) {
    var problems = TableProblems(name: file.name, isStrict: isStrict)
    let dialect = TableDialect(of: file)
    TableText.read(file, dialect: dialect, progress: progress) { text in
      defer { if let problem = text.problem { problems.add(problem.diagnostic(in: file.name)) } }
      var table: EdgeTable?
      var lines = 0
      if !isLines {
        guard
          let names = TableHeader.names(
            of: &text, what: "edges", dialect: dialect, problems: &problems),
          let found = names.edgeTable(columns, dialect, problems: &problems)
        else { return }
        table = found
        lines = names.lines
      }
      let keys = (table?.keys ?? []).map { pool.intern($0) }
      let columns = table
      readRounds(of: &text, file, behind: lines, &problems) {
        // Every round may bring nodes.
        let finder = nodes.finder
        return { (piece: EdgePiece, text: TextSpan) in
          if let columns {
            piece.read(text, as: columns, nodes: finder)
          } else {
            piece.readLines(text, nodes: finder)
          }
        }
      } add: { piece in
        addMissingNodes(of: piece, areExpected: columns?.list != nil)
      } endRound: { pieces in
        edges.add(pieces, keys: keys, threads: threads)
      }
    }
    diagnostics += problems.diagnostics
  }

  /// - Parameter areExpected: whether nobody expects a table that has them.
  private func addMissingNodes(of piece: EdgePiece, areExpected: Bool) {
    for position in 0..<piece.missing.count {
      let missing = piece.missing[position]
      let text = piece.requests.text(missing.request)
      let found = nodes.node(
        id: piece.requests.answer(missing.request), text: text,
        hash: piece.requests.hash(missing.request))
      if missing.isObject {
        piece.object[Int(missing.row)] = found.row
      } else {
        piece.subject[Int(missing.row)] = found.row
      }
      if found.isNew, !areExpected, !isKnown(text) {
        piece.problems.add(
          .warning, "'\(text.string)' is in no table of nodes", line: Int(missing.line),
          column: Int(missing.column), kind: "identifiers in no table of nodes",
          suggestion: "add a row for it to the nodes; it has no name until then")
      }
    }
  }

  // MARK: Rounds

  /// Reads the rows behind the header.
  ///
  /// - Parameters:
  ///   - header: how many lines stand before them.
  ///   - reader: gives, for each round, what reads the text of a piece, on several threads.
  ///   - beginRound: makes room for the pieces of a round, whose strings are known.
  ///   - add: takes a piece over, in order, before what is wrong with it is told.
  ///   - endRound: takes the pieces of a round over; false where there is no room for them.
  private func readRounds<Piece: TablePiece>(
    of text: inout TableText, _ file: InputFile, behind header: Int,
    _ problems: inout TableProblems, reader: () -> @Sendable (Piece, TextSpan) -> Void,
    beginRound: ([Piece]) -> Void = { _ in }, add: (Piece) -> Void,
    endRound: ([Piece]) -> Bool = { _ in true }
  ) {
    var lines = header
    let pieces = (0..<TableText.piecesInRound).map { _ in Piece() }
    while true {
      let round = text.nextRound()
      if round.isEmpty { return }
      pool.outlook = text.outlook
      let read = reader()
      let invalid = Self.read(round, threads: threads) { number, piece in
        let into = pieces[number]
        into.removeAll()
        let checked = PieceEncoding.checked(piece, keeping: into.texts)
        read(into, checked.text)
        return checked.invalid
      }
      let used = Array(pieces[..<round.count])
      guard pool.intern(used.map(\.requests), threads: threads) else {
        Self.reportSize(&problems, file)
        return
      }
      beginRound(used)
      for (number, piece) in used.enumerated() {
        if let bad = invalid[number] { problems.addEncoding(bad, round[number], lines) }
        add(piece)
        problems.add(piece.problems, linesBefore: lines)
        lines += piece.lineCount
      }
      guard endRound(used) else {
        Self.reportSize(&problems, file)
        return
      }
    }
  }

  /// Calls a closure with every piece of a round, on all threads.
  private static func read(
    _ round: [TextSpan], threads: Int, _ body: @Sendable (Int, TextSpan) -> Int?
  ) -> [Int?] {
    let spans = SpanList(spans: round)
    var answers = [Int?](repeating: nil, count: round.count)
    answers.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let answers = buffer
      Parallel.forEach(round.count, threads: threads) { number in
        answers[number] = body(number, spans.spans[number])
      }
    }
    return answers
  }

  /// The pieces of a round, which outlive the threads that read them.
  private struct SpanList: @unchecked Sendable {
    let spans: [TextSpan]
  }

  private static func reportSize(_ problems: inout TableProblems, _ file: InputFile) {
    problems.add(
      Diagnostic(
        .error, "the graph has more than \(StringPool.limit) distinct texts",
        at: SourceLocation(file: file.name), suggestion: "divide it"))
  }
}
