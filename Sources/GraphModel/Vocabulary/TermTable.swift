/// The terms of large vocabularies (ontologies, mapping sets), as columns over one block of bytes.
///
/// A term is a row; its texts are ranges of the block. Nothing is a `String` or a ``Concept``
/// until somebody names it, so that a vocabulary of tens of thousands of terms costs what its
/// bytes cost. Names are found by the hash of their ``SpellingKey``; the key itself is not kept
/// but made anew for the few names whose hash fits.
///
/// Rows with one identifier, from one file or several, are one term: its first label is the one
/// to show.
///
/// - Complexity: O(length of the texts) to add a term; O(1) expected to find a name or identifier.
package struct TermTable: Sendable, Hashable {
  /// What a text says of its term.
  package enum Field: UInt8, Sendable, Hashable {
    case exactSynonym, abbreviation, relatedSynonym
    /// A label that a mapping gives for a term that another vocabulary defines.
    case mappedLabel
    case exactMatch, closeMatch
    case definition, namespace
    /// Of an obsolete term: what to use instead.
    case replacement
    /// An identifier that the term had before.
    case formerID
  }

  struct Span: Sendable, Hashable {
    var start = 0
    var count = 0
    var range: Range<Int> { start..<(start + count) }
  }

  struct Entry: Sendable, Hashable {
    var field: Field
    var span: Span
  }

  struct Row: Sendable, Hashable {
    var id = Span()
    var label = Span()
    var entries = 0..<0
    var file = 0
    var line = 0
    var isObsolete = false
    /// The next row with the same identifier; 0 for none (the first row is nobody's next).
    var next = 0
  }

  /// The names of the files, as diagnostics show them.
  package private(set) var files: [String] = []
  private(set) var bytes: [UInt8] = []
  private(set) var rows: [Row] = []
  private(set) var entries: [Entry] = []
  private(set) var names = NameHashes()
  /// Slots of the identifiers hold the number of their first row + 1; 0 is free.
  private var idSlots = [UInt32](repeating: 0, count: 64)
  private var idCount = 0
  private var draft = Row()

  package init() {}

  package var isEmpty: Bool { rows.isEmpty }
  /// The number of rows.
  package var count: Int { rows.count }

  // MARK: Building

  /// From now on terms come from this file.
  package mutating func beginFile(_ name: String, byteCount: Int) {
    files.append(name)
    // Most of a file's bytes are texts in some formats and structure in others.
    bytes.reserveCapacity(bytes.count + byteCount / 3)
  }

  /// Begins a term; one that was begun and not ended is dropped.
  package mutating func beginTerm(line: Int) {
    draft = Row()
    draft.file = max(0, files.count - 1)
    draft.line = line
    while entries.count > (rows.last?.entries.upperBound ?? 0) { entries.removeLast() }
    draft.entries = entries.count..<entries.count
  }

  package var hasID: Bool { draft.id.count > 0 }
  package var hasLabel: Bool { draft.label.count > 0 }

  package mutating func setID(_ text: UnsafeBufferPointer<UInt8>) { draft.id = store(text) }
  package mutating func setLabel(_ text: UnsafeBufferPointer<UInt8>) { draft.label = store(text) }
  package mutating func markObsolete() { draft.isObsolete = true }

  package mutating func add(_ field: Field, _ text: UnsafeBufferPointer<UInt8>) {
    if text.isEmpty { return }
    entries.append(Entry(field: field, span: store(text)))
  }

  /// The same, for a text that had to be put together.
  package mutating func add(_ field: Field, _ text: String) {
    var text = text
    text.withUTF8 { add(field, $0) }
  }

  /// Takes the term over, and its names into the index; a term without identifier is dropped.
  ///
  /// - Returns: whether a term of the same file had the identifier before.
  @discardableResult
  package mutating func endTerm() -> Bool {
    guard hasID, rows.count < Int(UInt32.max) - 1 else { return false }
    draft.entries = draft.entries.lowerBound..<entries.count
    let row = rows.count
    rows.append(draft)
    let isDouble = linkID(of: row)
    if !draft.isObsolete {
      indexName(draft.label, row, .label)
      for entry in entries[draft.entries] {
        switch entry.field {
        case .exactSynonym: indexName(entry.span, row, .exactSynonym)
        case .abbreviation: indexName(entry.span, row, .abbreviation)
        case .relatedSynonym: indexName(entry.span, row, .relatedSynonym)
        case .mappedLabel: indexName(entry.span, row, .mappedLabel)
        default: break
        }
      }
    } else {
      indexName(withoutObsoleteMark(draft.label), row, .obsolete)
      for entry in entries[draft.entries] where entry.field == .exactSynonym {
        indexName(entry.span, row, .obsolete)
      }
    }
    return isDouble
  }

  private mutating func store(_ text: UnsafeBufferPointer<UInt8>) -> Span {
    let span = Span(start: bytes.count, count: text.count)
    bytes.append(contentsOf: text)
    return span
  }

  private mutating func indexName(_ span: Span, _ row: Int, _ rank: TermName.Rank) {
    if span.count == 0 { return }
    let hash = bytes.withUnsafeBufferPointer {
      SpelledName.hash(UnsafeBufferPointer(rebasing: $0[span.range]))
    }
    guard let hash else { return }
    names.insert(TermName(span: span, row: UInt32(row), rank: rank), hash: hash)
  }

  /// `obsolete acute gastritis` → `acute gastritis`, as people still write it.
  private func withoutObsoleteMark(_ span: Span) -> Span {
    let mark = Array("obsolete".utf8)
    guard span.count > mark.count + 1,
      zip(mark, bytes[span.range]).allSatisfy({ $0 == $1 | 0x20 })
    else { return span }
    var rest = span
    rest.start += mark.count
    rest.count -= mark.count
    // The key of the name drops what blanks and colons follow.
    return rest
  }

  // MARK: Identifiers

  /// The first row with an identifier, or nil.
  package func row(id: String) -> Int? {
    var id = id
    return id.withUTF8 { text in
      if rows.isEmpty || text.isEmpty { return nil }
      let slot = idSlots[idSlot(of: text)]
      return slot == 0 ? nil : Int(slot) - 1
    }
  }

  /// The rows of a term: the first, and all others with its identifier.
  func chain(_ row: Int) -> [Int] {
    var chain = [row]
    while let last = chain.last, rows[last].next != 0 { chain.append(rows[last].next) }
    return chain
  }

  /// The first row with the same identifier.
  func canonical(_ row: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let id = UnsafeBufferPointer(rebasing: bytes[rows[row].id.range])
      let slot = idSlots[idSlot(of: id)]
      return slot == 0 ? row : Int(slot) - 1
    }
  }

  private func idSlot(of id: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = idSlots.count - 1
    var slot = Int(truncatingIfNeeded: FNV1a64.hash(id)) & mask
    while idSlots[slot] != 0 {
      let found = rows[Int(idSlots[slot]) - 1].id
      if found.count == id.count, bytes[found.range].elementsEqual(id) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Enters the row's identifier, or hangs the row behind the others that have it.
  private mutating func linkID(of row: Int) -> Bool {
    let slot = bytes.withUnsafeBufferPointer {
      idSlot(of: UnsafeBufferPointer(rebasing: $0[rows[row].id.range]))
    }
    if idSlots[slot] == 0 {
      idSlots[slot] = UInt32(row + 1)
      idCount += 1
      if idCount * 2 > idSlots.count { growIDs() }
      return false
    }
    // Behind the first, not at the end: the order of the others does not depend on a walk, and
    // a file that repeats one identifier for ever is read in linear time.
    let first = Int(idSlots[slot]) - 1
    let isDouble = rows[first].file == rows[row].file
    rows[row].next = rows[first].next
    rows[first].next = row
    return isDouble
  }

  private mutating func growIDs() {
    let old = idSlots
    idSlots = [UInt32](repeating: 0, count: old.count * 2)
    for number in old where number != 0 {
      let slot = bytes.withUnsafeBufferPointer {
        idSlot(of: UnsafeBufferPointer(rebasing: $0[rows[Int(number) - 1].id.range]))
      }
      idSlots[slot] = number
    }
  }

  func text(_ span: Span) -> String { String(decoding: bytes[span.range], as: UTF8.self) }
}
