import GraphModel

/// Reads the tables of KGX: one of nodes, one of edges (KGX format as TSV,
/// https://github.com/biolink/kgx, `specification/kgx-format.md`).
///
/// The first row names the columns, in any order; several values of a cell are separated by `|`;
/// columns that the model has no place for are kept as attributes. Rows that cannot be used are
/// reported and left out.
///
/// - Complexity: O(n) time over the bytes of the file; no space beyond the graph's own and one row.
struct KGXTableReader {
  private var log: ProblemLog
  private let file: InputFile
  private var nodes: KGXNodeSink

  private init(_ file: InputFile, _ options: KGXOptions) {
    self.file = file
    nodes = KGXNodeSink(options)
    log = ProblemLog(file, isStrict: options.isStrict)
  }

  /// Adds the nodes of a table.
  static func readNodes(
    _ file: InputFile, into builder: inout GraphBuilder, options: KGXOptions = KGXOptions()
  ) -> [Diagnostic] {
    var reader = KGXTableReader(file, options)
    file.bytes.withUnsafeBufferPointer { reader.readNodes($0, into: &builder) }
    return reader.log.diagnostics
  }

  /// Adds the edges of a table. An end that is no node yet becomes one, with a warning.
  static func readEdges(
    _ file: InputFile, into builder: inout GraphBuilder, options: KGXOptions = KGXOptions()
  ) -> [Diagnostic] {
    var reader = KGXTableReader(file, options)
    file.bytes.withUnsafeBufferPointer { reader.readEdges($0, into: &builder) }
    return reader.log.diagnostics
  }

  // MARK: Nodes

  private mutating func readNodes(
    _ bytes: UnsafeBufferPointer<UInt8>, into builder: inout GraphBuilder
  ) {
    checkEncoding()
    var rows = TabSeparatedRows(bytes)
    guard let names = header(&rows, what: "nodes") else { return }
    let fields = KGXNodeField.fields(named: names)
    guard require(["id"], in: names) else { return }
    while rows.next() {
      checkWidth(rows, fields.count)
      var concept = Concept(label: "")
      for (field, cell) in zip(fields, rows.cells) {
        let cell = rows.trimmed(cell)
        if cell.isEmpty { continue }
        for text in rows.values(cell, isList: field.isList, isAttribute: field.isAttribute) {
          if !concept.take(text, as: field) {
            log.add(
              .warning, "'\(text)' is no role", at: cell.lowerBound, kind: "unknown roles",
              suggestion: "write one of \(Role.allCases.map(\.name).joined(separator: ", "))")
          }
        }
      }
      nodes.add(concept, at: rows.start, to: &builder, log: &log)
    }
  }

  // MARK: Edges

  private mutating func readEdges(
    _ bytes: UnsafeBufferPointer<UInt8>, into builder: inout GraphBuilder
  ) {
    checkEncoding()
    var rows = TabSeparatedRows(bytes)
    guard let names = header(&rows, what: "edges") else { return }
    let fields = KGXEdgeField.fields(named: names)
    guard require(["subject", "object"], in: names) else { return }
    guard fields.contains(where: { $0.namesPredicate }) else {
      _ = require(["predicate"], in: names)
      return
    }
    var memo = KGXEdgeMemo()
    let hasPredicate = fields.contains(.predicate)
    while rows.next() {
      checkWidth(rows, fields.count)
      var row = KGXEdgeRow()
      var subject: Range<Int>?
      var object: Range<Int>?
      var isUnclear = false
      for (field, cell) in zip(fields, rows.cells) {
        let cell = rows.trimmed(cell)
        if cell.isEmpty { continue }
        switch field {
        case .subject: subject = cell
        case .object: object = cell
        case _ where !rows.isQuoted(cell) && memo.take(rows.utf8(cell), as: field, into: &row):
          break
        default:
          let isAttribute = hasPredicate ? field.isKept : field.isAttribute
          for text in rows.values(cell, isList: field.isList, isAttribute: isAttribute) {
            if row.take(text, as: field) { continue }
            isUnclear = log.addRefused(text, of: field, at: cell.lowerBound) || isUnclear
          }
        }
      }
      guard let subject, let object else {
        log.add(
          .error, "an edge has no \(subject == nil ? "subject" : "object") and is left out",
          at: rows.start,
          kind: "edges without an end", suggestion: "name the node, or remove the row")
        continue
      }
      if isUnclear { continue }
      row.forgetHashedID(
        subject: rows.unquoted(subject, as: .text), object: rows.unquoted(object, as: .text))
      let from = end(subject, of: rows, in: &builder)
      let to = end(object, of: rows, in: &builder)
      if !row.add(to: &builder, subject: from, object: to) {
        log.add(
          .warning, "an edge has no predicate; it is read as 'related to'", at: rows.start,
          kind: "edges without a predicate")
      }
    }
  }

  private mutating func end(
    _ cell: Range<Int>, of rows: TabSeparatedRows, in builder: inout GraphBuilder
  ) -> NodeIndex {
    let quoted = TableCell.unquoted(rows.utf8(cell), as: .text)
    let known =
      quoted.map { $0.withUnsafeBufferPointer { builder.node(idUTF8: $0) } }
      ?? builder.node(idUTF8: rows.utf8(cell))
    if let known { return known }
    let id = rows.unquoted(cell, as: .text)
    log.add(
      .warning, "'\(id)' is in no table of nodes", at: cell.lowerBound,
      kind: "identifiers in no table of nodes",
      suggestion: "add a row for it to the nodes; it has no name until then")
    return builder.record(Concept(id: NodeID(id), label: ""))
  }

  // MARK: The table

  private mutating func checkEncoding() {
    if let bad = UTF8Check.firstInvalid(in: file.bytes) {
      log.add(
        .error, "the file is not UTF-8 text; the replacement character stands for what is not",
        at: bad, kind: "texts that are not UTF-8", suggestion: "save it with the encoding UTF-8")
    }
  }

  private mutating func header(_ rows: inout TabSeparatedRows, what: String) -> [String]? {
    guard rows.next() else {
      log.add(
        .error, "the table of \(what) is empty", at: 0,
        suggestion: "write the names of the columns in its first row")
      return nil
    }
    var seen = Set<String>()
    for cell in rows.cells where !seen.insert(rows.text(cell).trimmingWhitespace).inserted {
      log.add(
        .warning, "two columns are named '\(rows.text(cell).trimmingWhitespace)'",
        at: cell.lowerBound, suggestion: "rename or remove one of them")
    }
    return rows.cells.map { PieceTexts().unquotedName(rows.text($0).trimmingWhitespace) }
  }

  private mutating func require(_ wanted: [String], in names: [String]) -> Bool {
    let missing = wanted.filter { !names.contains($0) }
    if missing.isEmpty { return true }
    log.add(
      .error, "no column is named \(missing.map { "'\($0)'" }.joined(separator: " or "))", at: 0,
      suggestion: "name the columns in the first row, separated by tabs")
    return false
  }

  private mutating func checkWidth(_ rows: TabSeparatedRows, _ width: Int) {
    if rows.cells.count > width {
      log.add(
        .error, "the row has \(rows.cells.count) cells, the header \(width); the rest is unread",
        at: rows.cells[width].lowerBound, kind: "rows with more cells than the header",
        suggestion: "remove tabs from within the cells")
    }
  }
}

extension ProblemLog {
  /// Reports a value that means nothing in a field of an edge.
  ///
  /// - Returns: whether nothing can be said of the edge: an edge that may be negated must not be
  ///   read as if it were not.
  mutating func addRefused(_ text: String, of field: KGXEdgeField, at offset: Int) -> Bool {
    let isUnclear = field == .negated
    add(
      isUnclear ? .error : .warning, "'\(text)' is no value of \(field.name)", at: offset,
      kind: "unknown values of \(field.name)",
      suggestion: isUnclear ? "write true or false; the edge is left out" : nil)
    return isUnclear
  }
}

extension KGXEdgeField {
  /// Whether the field can hold the predicate.
  fileprivate var namesPredicate: Bool {
    if case .relation = self { true } else { self == .predicate }
  }
}

/// Decodes the columns of a table of edges that hold few distinct values.
private struct KGXEdgeMemo {
  private var predicates = ColumnMemo<Predicate>()
  private var levels = ColumnMemo<KnowledgeLevel?>()
  private var agents = ColumnMemo<AgentType?>()
  private var sources = ColumnMemo<String>()

  /// - Returns: false where the field is not one of these, or the value means nothing in it.
  mutating func take(
    _ text: UnsafeBufferPointer<UInt8>, as field: KGXEdgeField, into row: inout KGXEdgeRow
  ) -> Bool {
    switch field {
    case .predicate: row.predicate = predicates.value(of: text) { Predicate($0) }
    case .primarySource: row.primarySource = sources.value(of: text) { $0 }
    case .knowledgeLevel:
      guard let level = levels.value(of: text, make: { KnowledgeLevel(name: $0) }) else {
        return false
      }
      row.knowledgeLevel = level
    case .agentType:
      guard let agent = agents.value(of: text, make: { AgentType(name: $0) }) else { return false }
      row.agentType = agent
    default: return false
    }
    return true
  }
}
