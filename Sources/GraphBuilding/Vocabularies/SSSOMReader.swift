import GraphModel
import Yams

/// Reads a mapping set in SSSOM TSV (Matentzoglu et al. 2022,
/// https://doi.org/10.1093/database/baac035; https://mapping-commons.github.io/sssom/): exact and
/// close matches between terms, and their labels.
///
/// `skos:exactMatch`, `owl:equivalentClass`, `owl:sameAs` make exact matches, `skos:closeMatch`
/// close ones; other predicates say nothing that grounds a name. A mapping that is denied
/// (`predicate_modifier` Not), or whose confidence is below one half, is passed over. A literal as
/// the subject of an exact match is an exact synonym of the object.
///
/// - Complexity: O(n) over the bytes of the file.
struct SSSOMReader {
  private var log: ProblemLog
  private var header: SSSOMHeader
  private var columns: [String: Int] = [:]
  private var known: [[UInt8]: String] = [:]

  /// Adds the mappings of a file to a vocabulary.
  static func read(_ file: InputFile, into vocabulary: inout Vocabulary) -> [Diagnostic] {
    file.bytes.withUnsafeBufferPointer { bytes in
      var log = ProblemLog(file)
      guard TermFileReading.isText(file, bytes, log: &log) else { return log.diagnostics }
      let header = SSSOMHeader(file, prefixes: vocabulary.prefixes, log: &log)
      var reader = SSSOMReader(log: log, header: header)
      vocabulary.prefixes = header.prefixes
      vocabulary.terms.beginFile(file.name, byteCount: bytes.count)
      let body = bytes.part(header.length..<bytes.count)
      reader.readTable(body, offset: header.length, into: &vocabulary.terms)
      return reader.log.diagnostics
    }
  }

  private init(log: ProblemLog, header: SSSOMHeader) {
    self.log = log
    self.header = header
  }

  private mutating func readTable(
    _ bytes: UnsafeBufferPointer<UInt8>, offset: Int, into table: inout TermTable
  ) {
    var rows = TabSeparatedRows(bytes)
    guard rows.next() else {
      log.add(
        .error, "the mapping set has no table", at: nil,
        suggestion: "begin it with the columns subject_id, predicate_id, object_id")
      return
    }
    for (number, cell) in rows.cells.enumerated() {
      columns[rows.text(rows.trimmed(cell))] = number
    }
    guard hasColumns(at: offset + rows.start) else { return }
    // Line numbers of rows are only needed for the few that become nodes.
    var line = 1 + header.lines
    var counted = rows.start
    while rows.next() {
      line += ByteScan.count(of: 0x0a, in: bytes, counted..<rows.start)
      counted = rows.start
      readRow(rows, bytes, offset, line: line, into: &table)
    }
  }

  private mutating func hasColumns(at offset: Int) -> Bool {
    var missing = ["predicate_id", "object_id"].filter { columns[$0] == nil }
    if columns["subject_id"] == nil, columns["subject_label"] == nil {
      missing.append("subject_id")
    }
    if !missing.isEmpty {
      log.add(
        .error, "the mapping set has no column \(missing.joined(separator: ", "))", at: offset,
        suggestion: "name the columns in the first line below the '#' lines")
      return false
    }
    if columns["mapping_justification"] == nil {
      log.add(
        .warning, "the mapping set has no column mapping_justification", at: offset,
        suggestion: "say why each mapping is made, as SSSOM demands")
    }
    return true
  }

  private mutating func readRow(
    _ rows: TabSeparatedRows, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, line: Int,
    into table: inout TermTable
  ) {
    func cell(_ name: String) -> Range<Int> {
      guard let number = columns[name], number < rows.cells.count else { return 0..<0 }
      var range = rows.trimmed(rows.cells[number])
      if range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\""),
        bytes[range.upperBound - 1] == UInt8(ascii: "\"")
      {
        range = (range.lowerBound + 1)..<(range.upperBound - 1)
      }
      return range
    }
    let predicate = bytes.part(cell("predicate_id"))
    let isExact =
      predicate.ends("exactMatch") || predicate.ends("equivalentClass")
      || predicate.ends("sameAs")
    guard isExact || predicate.ends("closeMatch"), cell("predicate_modifier").isEmpty,
      isLikely(bytes.part(cell("confidence")), at: offset + cell("confidence").lowerBound)
    else { return }
    let object = identifier(
      bytes.part(cell("object_id")), "object_id", at: offset + rows.start)
    guard let object else { return }
    let subjectLabel = bytes.part(cell("subject_label"))
    if bytes.part(cell("subject_type")).ends("literal") || cell("subject_id").isEmpty {
      if isExact, !subjectLabel.isEmpty {
        table.beginTerm(line: line)
        table.setID(object)
        table.add(.exactSynonym, subjectLabel)
        table.endTerm()
      }
      return
    }
    let subject = identifier(
      bytes.part(cell("subject_id")), "subject_id", at: offset + rows.start)
    guard let subject else { return }
    let field: TermTable.Field = isExact ? .exactMatch : .closeMatch
    table.beginTerm(line: line)
    table.setID(subject)
    table.add(.mappedLabel, subjectLabel)
    table.add(field, object)
    table.endTerm()
    table.beginTerm(line: line)
    table.setID(object)
    table.add(.mappedLabel, bytes.part(cell("object_label")))
    table.add(field, subject)
    table.endTerm()
  }

  /// Whether a mapping is rather right than wrong, as far as it says.
  private mutating func isLikely(_ cell: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    if cell.isEmpty { return true }
    guard let confidence = Double(cell.text), (0...1).contains(confidence) else {
      log.add(
        .error, "'\(cell.text)' is no confidence", at: offset,
        kind: "confidences that cannot be read",
        suggestion: "write a number from 0 to 1, or leave the cell empty")
      return false
    }
    return confidence >= 0.5
  }

  /// The graph's form of a CURIE of the file.
  private mutating func identifier(
    _ cell: UnsafeBufferPointer<UInt8>, _ column: String, at offset: Int
  ) -> String? {
    let id = header.identifier(cell)
    if let id, !id.isEmpty { return id }
    if cell.isEmpty {
      log.add(
        .error, "a mapping has no \(column)", at: offset, kind: "mappings without \(column)",
        suggestion: "fill the cell, or remove the row")
    } else {
      log.add(
        .error, "'\(cell.text)' has no prefix that the file declares", at: offset,
        kind: "identifiers without a declared prefix",
        suggestion: "declare it in the '#' lines under curie_map")
    }
    return nil
  }
}

extension TermTable {
  mutating func setID(_ id: String) {
    var id = id
    id.withUTF8 { setID($0) }
  }
}
