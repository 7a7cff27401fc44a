import GraphModel

/// Reads an ontology in OBO Graphs JSON (https://github.com/geneontology/obographs,
/// `obographs.schema.json`): of each node of each graph its names, definition, matches, and
/// whether it is obsolete. Properties, edges and axioms are passed over.
///
/// - Complexity: O(n) over the bytes of the file; what is kept is the texts of the nodes.
struct OBOGraphReader {
  private var log: ProblemLog
  private var identifiers: TermIdentifiers
  private var table: TermTable
  private var line = 1
  private var lineEnd = 0
  private var graphs = 0

  /// Adds the terms of a file to a vocabulary.
  static func read(_ file: InputFile, into vocabulary: inout Vocabulary) -> [Diagnostic] {
    file.bytes.withUnsafeBufferPointer { bytes in
      // Moved, not copied: the reader has the only reference while it reads.
      var reader = OBOGraphReader(
        log: ProblemLog(file), identifiers: TermIdentifiers(prefixes: vocabulary.prefixes),
        table: vocabulary.terms)
      vocabulary.terms = TermTable()
      if TermFileReading.isText(file, bytes, log: &reader.log) {
        reader.table.beginFile(file.name, byteCount: bytes.count)
        reader.readDocument(bytes, file)
      }
      vocabulary.prefixes = reader.identifiers.prefixes
      vocabulary.terms = reader.table
      return reader.log.diagnostics
    }
  }

  private init(log: ProblemLog, identifiers: TermIdentifiers, table: TermTable) {
    self.log = log
    self.identifiers = identifiers
    self.table = table
  }

  private mutating func readDocument(_ bytes: UnsafeBufferPointer<UInt8>, _ file: InputFile) {
    var scanner = JSONScanner(bytes)
    do throws(JSONReader.Problem) {
      try scanner.members { (scanner, name) throws(JSONReader.Problem) in
        guard scanner.utf8(name).equals("graphs") else { return try scanner.skipValue() }
        try scanner.elements { (scanner) throws(JSONReader.Problem) in
          try readGraph(&scanner)
        }
      }
      if graphs == 0 {
        log.add(
          .error, "the file has no \"graphs\", so it is no OBO graph", at: nil,
          suggestion: "give an ontology in the format OBO Graphs JSON")
      }
    } catch {
      // The strict reader says it best; it reads on from the start, but only here.
      let problems = JSONReader.read(file.bytes).problems.filter { $0.severity == .error }
      log.add(problems.isEmpty ? [error] : problems)
    }
  }

  private mutating func readGraph(_ scanner: inout JSONScanner) throws(JSONReader.Problem) {
    graphs += 1
    try scanner.members { (scanner, name) throws(JSONReader.Problem) in
      guard scanner.utf8(name).equals("nodes") else { return try scanner.skipValue() }
      try scanner.elements { (scanner) throws(JSONReader.Problem) in
        try readNode(&scanner)
      }
    }
  }

  private mutating func readNode(_ scanner: inout JSONScanner) throws(JSONReader.Problem) {
    _ = scanner.peek()
    let start = scanner.at
    line += ByteScan.count(of: 0x0a, in: scanner.bytes, lineEnd..<max(lineEnd, start))
    lineEnd = max(lineEnd, start)
    table.beginTerm(line: line)
    var isTerm = true
    try scanner.members { (scanner, name) throws(JSONReader.Problem) in
      let key = scanner.utf8(name)
      if key.equals("id") {
        if let text = try scanner.textValue() { readID(text, scanner) }
      } else if key.equals("lbl") {
        if let text = try scanner.textValue() {
          scanner.withText(text) { table.setLabel($0) }
        }
      } else if key.equals("type") {
        if let text = try scanner.textValue() {
          isTerm = !scanner.utf8(text).equals("PROPERTY")
        }
      } else if key.equals("meta") {
        try readMeta(&scanner)
      } else {
        try scanner.skipValue()
      }
    }
    guard isTerm else { return }
    if table.hasID {
      table.endTerm()
    } else {
      log.add(
        .error, "a node has no \"id\"", at: start, kind: "nodes without an \"id\"",
        suggestion: "give it the IRI of its term")
    }
  }

  private mutating func readID(_ text: JSONScanner.Text, _ scanner: JSONScanner) {
    var id = ""
    scanner.withText(text) { id = identifiers.normalized($0) }
    id.withUTF8 { text in
      identifiers.declareOBO(prefixOf: text)
      let isUsable = !text.contains { $0 <= 0x20 || $0 == 0x7f }
      if isUsable, text.contains(UInt8(ascii: ":")) { table.setID(text) }
    }
  }

  // MARK: What is said of a node

  private mutating func readMeta(_ scanner: inout JSONScanner) throws(JSONReader.Problem) {
    try scanner.members { (scanner, name) throws(JSONReader.Problem) in
      let key = scanner.utf8(name)
      if key.equals("definition") {
        try scanner.members { (scanner, name) throws(JSONReader.Problem) in
          guard scanner.utf8(name).equals("val"), let text = try scanner.textValue() else {
            return try scanner.skipUnless(name, "val")
          }
          scanner.withText(text) { table.add(.definition, $0) }
        }
      } else if key.equals("synonyms") {
        try scanner.elements { (scanner) throws(JSONReader.Problem) in
          try readSynonym(&scanner)
        }
      } else if key.equals("xrefs") {
        try scanner.elements { (scanner) throws(JSONReader.Problem) in
          let pair = try readPair(&scanner)
          if let value = pair.value { addIdentifier(.closeMatch, value, scanner) }
        }
      } else if key.equals("basicPropertyValues") {
        try scanner.elements { (scanner) throws(JSONReader.Problem) in
          let pair = try readPair(&scanner)
          if let property = pair.property, let value = pair.value {
            addProperty(scanner.utf8(property), value, scanner)
          }
        }
      } else if key.equals("deprecated") {
        if try scanner.isTrue() { table.markObsolete() }
      } else {
        try scanner.skipValue()
      }
    }
  }

  private mutating func readSynonym(_ scanner: inout JSONScanner) throws(JSONReader.Problem) {
    let pair = try readPair(&scanner)
    guard let property = pair.property, let value = pair.value else { return }
    let scope = scanner.utf8(property)
    let type = pair.type.map { scanner.utf8($0) } ?? UnsafeBufferPointer(start: nil, count: 0)
    guard
      let field = TermFileReading.field(
        isExact: scope.ends("hasExactSynonym"), isRelated: scope.ends("hasRelatedSynonym"),
        type: type)
    else { return }
    scanner.withText(value) { table.add(field, $0) }
  }

  private mutating func addProperty(
    _ property: UnsafeBufferPointer<UInt8>, _ value: JSONScanner.Text, _ scanner: JSONScanner
  ) {
    if property.ends("exactMatch") {
      addIdentifier(.exactMatch, value, scanner)
    } else if property.ends("closeMatch") {
      addIdentifier(.closeMatch, value, scanner)
    } else if property.ends("IAO_0100001") || property.ends("consider") {
      addIdentifier(.replacement, value, scanner)
    } else if property.ends("hasAlternativeId") {
      addIdentifier(.formerID, value, scanner)
    } else if property.ends("hasOBONamespace") {
      scanner.withText(value) { table.add(.namespace, $0) }
    }
  }

  private mutating func addIdentifier(
    _ field: TermTable.Field, _ value: JSONScanner.Text, _ scanner: JSONScanner
  ) {
    var id = ""
    scanner.withText(value) { id = identifiers.normalized($0) }
    table.add(field, id)
  }

  /// The members `pred`, `val` and `synonymType` of an object.
  private func readPair(
    _ scanner: inout JSONScanner
  ) throws(JSONReader.Problem) -> (
    property: JSONScanner.Text?, value: JSONScanner.Text?, type: JSONScanner.Text?
  ) {
    var property: JSONScanner.Text?
    var value: JSONScanner.Text?
    var type: JSONScanner.Text?
    try scanner.members { (scanner, name) throws(JSONReader.Problem) in
      let key = scanner.utf8(name)
      if key.equals("val") {
        value = try scanner.textValue()
      } else if key.equals("pred") {
        property = try scanner.textValue()
      } else if key.equals("synonymType") {
        type = try scanner.textValue()
      } else {
        try scanner.skipValue()
      }
    }
    return (property, value, type)
  }
}

extension JSONScanner {
  /// Passes over the value of a member, unless it is the one that has just been read.
  fileprivate mutating func skipUnless(
    _ name: Text, _ wanted: StaticString
  ) throws(JSONReader.Problem) {
    if !utf8(name).equals(wanted) { try skipValue() }
  }
}
