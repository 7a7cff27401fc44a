import GraphModel

/// Reads an ontology in the OBO Flat File Format 1.4
/// (https://owlcollab.github.io/oboformat/doc/obo-syntax.html): of each `[Term]` its names,
/// definition, matches, and whether it is obsolete.
///
/// Other stanzas and clauses are passed over. Every problem of the file is found at once.
///
/// - Complexity: O(n) over the bytes of the file; what is kept is the texts of the terms.
struct OBOReader {
  private enum Stanza { case header, term, other }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var log: ProblemLog
  private var identifiers: TermIdentifiers
  private var scratch: [UInt8] = []
  private var stanza = Stanza.header
  private var stanzaStart = 0
  private var line = 0
  private var terms = 0
  private var ontology = ""

  /// Adds the terms of a file to a vocabulary.
  static func read(_ file: InputFile, into vocabulary: inout Vocabulary) -> [Diagnostic] {
    file.bytes.withUnsafeBufferPointer { bytes in
      var reader = OBOReader(
        bytes: bytes, log: ProblemLog(file),
        identifiers: TermIdentifiers(prefixes: vocabulary.prefixes))
      if TermFileReading.isText(file, bytes, log: &reader.log) {
        vocabulary.terms.beginFile(file.name, byteCount: bytes.count)
        reader.readLines(into: &vocabulary.terms)
        vocabulary.prefixes = reader.identifiers.prefixes
      }
      return reader.log.diagnostics
    }
  }

  private init(
    bytes: UnsafeBufferPointer<UInt8>, log: ProblemLog, identifiers: TermIdentifiers
  ) {
    self.bytes = bytes
    self.log = log
    self.identifiers = identifiers
  }

  private mutating func readLines(into table: inout TermTable) {
    var at = bytes.starts(with: FilePositions.byteOrderMark) ? 3 : 0
    while at < bytes.count {
      let end = ByteScan.index(of: 0x0a, in: bytes, from: at)
      line += 1
      if bytes[at] == UInt8(ascii: "[") {
        endStanza(&table)
        beginStanza(at..<end, &table)
      } else if stanza != .other {
        readClause(bytes.trimmed(at..<end), &table)
      }
      at = end + 1
    }
    endStanza(&table)
    if terms == 0 {
      log.add(
        .error, "the file has no [Term], so it is no OBO ontology", at: nil,
        suggestion: "give an ontology in the OBO format, or another ending to its name")
    }
  }

  private mutating func beginStanza(_ range: Range<Int>, _ table: inout TermTable) {
    let end = bytes.trimmed(range).upperBound
    stanzaStart = range.lowerBound
    stanza = bytes.part(range.lowerBound..<end).has("[Term]", at: 0) ? .term : .other
    if stanza == .term {
      terms += 1
      table.beginTerm(line: line)
    }
  }

  private mutating func endStanza(_ table: inout TermTable) {
    guard stanza == .term else { return }
    stanza = .other
    if table.hasID {
      table.endTerm()
    } else {
      log.add(
        .error, "a term has no usable 'id'", at: stanzaStart, kind: "terms without a usable 'id'",
        suggestion: "add a line such as 'id: MONDO:0005265' below it")
    }
  }

  // MARK: Clauses

  private mutating func readClause(_ range: Range<Int>, _ table: inout TermTable) {
    guard let first = range.first, bytes[first] != UInt8(ascii: "!") else { return }
    let colon = ByteScan.index(of: UInt8(ascii: ":"), in: bytes, from: first)
    guard colon < range.upperBound else {
      log.add(
        .error, "this line has no colon", at: first, kind: "lines without a colon",
        suggestion: "write 'tag: value', or remove the line")
      return
    }
    let tag = bytes.part(first..<colon)
    let value = bytes.trimmed((colon + 1)..<range.upperBound)
    if stanza == .header { return readHeader(tag, value) }
    switch tag.first {
    case UInt8(ascii: "i"):
      if tag.equals("id") {
        readID(value, &table)
      } else if tag.equals("is_obsolete"), bytes.has("true", at: value.lowerBound) {
        table.markObsolete()
      }
    case UInt8(ascii: "n"):
      if tag.equals("name") {
        withPlain(value) { table.setLabel($0) }
      } else if tag.equals("namespace") {
        withPlain(value) { table.add(.namespace, $0) }
      }
    case UInt8(ascii: "s"): if tag.equals("synonym") { readSynonym(value, &table) }
    case UInt8(ascii: "d"):
      if tag.equals("def"), let quoted = quoted(value) {
        withUnescaped(quoted) { table.add(.definition, $0) }
      }
    case UInt8(ascii: "x"): if tag.equals("xref") { readXref(value, &table) }
    case UInt8(ascii: "p"): if tag.equals("property_value") { readProperty(value, &table) }
    case UInt8(ascii: "r"), UInt8(ascii: "c"):
      if tag.equals("replaced_by") || tag.equals("consider") {
        let id = normalized(value)
        table.add(.replacement, id)
      }
    case UInt8(ascii: "a"):
      if tag.equals("alt_id") {
        let id = normalized(value)
        table.add(.formerID, id)
      }
    default: break
    }
  }

  private mutating func readHeader(_ tag: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) {
    if tag.equals("idspace") {
      let parts = bytes.part(value).split(separator: 0x20, maxSplits: 2)
      guard parts.count >= 2 else { return }
      identifiers.declare(
        String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self))
    } else if tag.equals("ontology") {
      ontology = bytes.part(value).text
    }
  }

  private mutating func readID(_ value: Range<Int>, _ table: inout TermTable) {
    var id = normalized(value)
    if !id.utf8.contains(UInt8(ascii: ":")), !id.isEmpty, !ontology.isEmpty {
      // Section 5.9.3: an identifier without a prefix is a part of its ontology.
      id = "http://purl.obolibrary.org/obo/\(ontology)#\(id)"
    }
    let isUsable = id.withUTF8 { text in
      identifiers.declareOBO(prefixOf: text)
      return !text.contains { $0 <= 0x20 || $0 == 0x7f } && text.last != UInt8(ascii: ":")
        && text.contains(UInt8(ascii: ":"))
    }
    guard isUsable else {
      log.add(
        .error, "'\(id)' is no identifier", at: value.lowerBound,
        kind: "identifiers that cannot be read",
        suggestion: "write a prefix, a colon and the code, as in MONDO:0005265")
      return
    }
    id.withUTF8 { table.setID($0) }
  }

  private mutating func readSynonym(_ value: Range<Int>, _ table: inout TermTable) {
    guard let quoted = quoted(value) else { return }
    var at = quoted.upperBound + 1
    var end = ByteScan.index(of: UInt8(ascii: "["), in: bytes, from: at)
    end = min(end, value.upperBound)
    func nextWord() -> Range<Int> {
      while at < end, bytes[at] == 0x20 { at += 1 }
      let start = at
      while at < end, bytes[at] != 0x20 { at += 1 }
      return start..<at
    }
    let scopeRange = nextWord()
    let scope = bytes.part(scopeRange)
    let type = bytes.part(nextWord())
    let isExact = scope.equals("EXACT")
    // Without a scope a synonym is a related one, as in the versions before 1.4.
    let isRelated = scope.equals("RELATED") || scope.isEmpty
    guard isExact || isRelated || scope.equals("BROAD") || scope.equals("NARROW") else {
      log.add(
        .error, "'\(scope.text)' is no scope of a synonym", at: scopeRange.lowerBound,
        kind: "synonyms with an unknown scope",
        suggestion: "write EXACT, RELATED, BROAD or NARROW")
      return
    }
    guard let field = TermFileReading.field(isExact: isExact, isRelated: isRelated, type: type)
    else { return }
    withUnescaped(quoted) { table.add(field, $0) }
  }

  private mutating func readXref(_ value: Range<Int>, _ table: inout TermTable) {
    var end = value.lowerBound
    while end < value.upperBound, bytes[end] != 0x20 { end += 1 }
    let rest = bytes.part(end..<value.upperBound)
    if rest.contains(lowercased: "obsolete") { return }
    // Mondo marks with its source which cross-references are the very same concept; elsewhere a
    // cross-reference is "an analogous term in another vocabulary" and no more.
    let isExact = rest.contains(lowercased: "equivalentto")
    let id = normalized(value.lowerBound..<end)
    table.add(isExact ? .exactMatch : .closeMatch, id)
  }

  /// `property_value: skos:exactMatch MESH:D003424`.
  private mutating func readProperty(_ value: Range<Int>, _ table: inout TermTable) {
    let space = ByteScan.index(of: 0x20, in: bytes, from: value.lowerBound)
    guard space < value.upperBound else { return }
    let property = bytes.part(value.lowerBound..<space)
    let isExact = property.ends("exactMatch")
    guard isExact || property.ends("closeMatch") else { return }
    var end = space + 1
    while end < value.upperBound, bytes[end] != 0x20 { end += 1 }
    var target = (space + 1)..<end
    if target.count >= 2, bytes[target.lowerBound] == UInt8(ascii: "\""),
      bytes[target.upperBound - 1] == UInt8(ascii: "\"")
    {
      target = (target.lowerBound + 1)..<(target.upperBound - 1)
    }
    let id = normalized(target)
    table.add(isExact ? .exactMatch : .closeMatch, id)
  }
}

// MARK: Values

extension OBOReader {
  private mutating func normalized(_ value: Range<Int>) -> String {
    var id = ""
    let range = bytes.trimmed(OBOText.withoutTrailer(bytes, value))
    if OBOText.hasEscapes(bytes, range) {
      OBOText.unescape(bytes, range, into: &scratch)
      scratch.withUnsafeBufferPointer { id = identifiers.normalized($0) }
    } else {
      id = identifiers.normalized(bytes.part(range))
    }
    return id
  }

  /// An unquoted value without its comment and qualifiers.
  private mutating func withPlain(
    _ value: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    withUnescaped(bytes.trimmed(OBOText.withoutTrailer(bytes, value)), body)
  }

  private mutating func withUnescaped(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if OBOText.hasEscapes(bytes, range) {
      OBOText.unescape(bytes, range, into: &scratch)
      scratch.withUnsafeBufferPointer(body)
    } else {
      body(bytes.part(range))
    }
  }

  /// What stands between the double quotes at the start of a value.
  private mutating func quoted(_ value: Range<Int>) -> Range<Int>? {
    guard let first = value.first, bytes[first] == UInt8(ascii: "\"") else {
      log.add(
        .error, "a text in double quotes should stand here", at: value.lowerBound,
        kind: "texts without double quotes", suggestion: "put the text in double quotes")
      return nil
    }
    guard let end = OBOText.closingQuote(bytes, (first + 1)..<value.upperBound) else {
      log.add(
        .error, "this text is not closed", at: first, kind: "texts that are not closed",
        suggestion: "add a double quote at its end; write one within it as \\\"")
      return nil
    }
    return (first + 1)..<end
  }
}
