/// Writes what a snapshot holds besides columns: numbers and texts, each text after its length.
struct SnapshotTextWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    withUnsafeBytes(of: UInt64(truncatingIfNeeded: number).littleEndian) { bytes += $0 }
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }
}

/// Reads what ``SnapshotTextWriter`` wrote; whatever the bytes are, it ends with a value or an
/// error.
struct SnapshotTextReader {
  private let bytes: Column<UInt8>
  private var at = 0

  init(_ bytes: Column<UInt8>) { self.bytes = bytes }

  private static let damaged = SnapshotError.damaged("texts")

  mutating func number() throws(SnapshotError) -> Int {
    guard bytes.count - at >= 8 else { throw Self.damaged }
    var value: UInt64 = 0
    for place in 0..<8 { value |= UInt64(bytes[at + place]) << UInt64(place * 8) }
    at += 8
    guard let number = Int(exactly: value) else { throw Self.damaged }
    return number
  }

  /// A number of things that follow, each of a byte at least.
  mutating func count() throws(SnapshotError) -> Int {
    let count = try number()
    guard count <= bytes.count - at else { throw Self.damaged }
    return count
  }

  mutating func row() throws(SnapshotError) -> UInt32 {
    guard let row = UInt32(exactly: try number()) else { throw Self.damaged }
    return row
  }

  mutating func text() throws(SnapshotError) -> String {
    let length = try count()
    defer { at += length }
    return String(decoding: bytes.window(at..<(at + length)), as: UTF8.self)
  }

  mutating func optionalText() throws(SnapshotError) -> String? {
    try number() == 0 ? nil : try text()
  }

  mutating func texts() throws(SnapshotError) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }
}

/// The parts of a graph that are no columns.
struct SnapshotTexts {
  var nodeCount = 0
  var edgeCount = 0
  var evidenceCount = 0
  var negatedEdgeCount = 0
  var title = ""
  var prefixes = PrefixMap()
  var categories: [Category] = []
  var predicates: [Predicate] = []
  var focus: [NodeIndex] = []
  var documents: [SourceDocument] = []
  var described: [UInt32: Reference] = [:]

  init() {}

  init(_ storage: KnowledgeGraph.Storage) {
    nodeCount = storage.nodes.count
    edgeCount = storage.edges.count
    evidenceCount = storage.evidence.count
    negatedEdgeCount = storage.edges.negatedCount
    title = storage.title
    prefixes = storage.prefixes
    categories = storage.nodes.categoryTable
    predicates = storage.edges.predicateTable
    focus = storage.focus
    documents = storage.documents
    described = storage.references.described
  }

  var bytes: [UInt8] {
    var writer = SnapshotTextWriter()
    for number in [nodeCount, edgeCount, evidenceCount, negatedEdgeCount] { writer.write(number) }
    writer.write(title)
    let namespaces = prefixes.all
    writer.write(namespaces.map(\.prefix))
    writer.write(namespaces.map(\.namespace))
    writer.write(categories.map(\.curie))
    writer.write(predicates.map(\.curie))
    writer.write(focus.count)
    for node in focus { writer.write(node.position) }
    writer.write(documents.count)
    for document in documents {
      writer.write(document.name)
      writer.write(document.title)
      writer.write(document.authors)
      writer.write(document.url)
      writer.write(document.language)
    }
    writer.write(described.count)
    for (row, work) in described.sorted(by: { $0.key < $1.key }) {
      writer.write(Int(row))
      writer.write(work.id)
      for text in [work.key, work.type, work.title, work.container] { writer.write(text) }
      writer.write(work.year.map(String.init))
      for text in [work.volume, work.issue, work.pages, work.doi, work.pmid, work.url, work.text] {
        writer.write(text)
      }
      writer.write(work.authors)
    }
    return writer.bytes
  }

  init(_ bytes: Column<UInt8>) throws(SnapshotError) {
    var reader = SnapshotTextReader(bytes)
    nodeCount = try reader.number()
    edgeCount = try reader.number()
    evidenceCount = try reader.number()
    negatedEdgeCount = try reader.number()
    title = try reader.text()
    let names = try reader.texts()
    let namespaces = try reader.texts()
    for prefix in prefixes.all where !names.contains(prefix.prefix) {
      prefixes[prefix.prefix] = nil
    }
    for (name, namespace) in zip(names, namespaces) { prefixes[name] = namespace }
    for text in try reader.texts() { categories.append(Category(text)) }
    for text in try reader.texts() { predicates.append(Predicate(text)) }
    for _ in 0..<(try reader.count()) { focus.append(NodeIndex(rawValue: try reader.row())) }
    for _ in 0..<(try reader.count()) {
      documents.append(
        SourceDocument(
          name: try reader.text(), title: try reader.optionalText(), authors: try reader.texts(),
          url: try reader.optionalText(), language: try reader.text()))
    }
    for _ in 0..<(try reader.count()) {
      let row = try reader.row()
      var work = Reference(id: try reader.text())
      work.key = try reader.optionalText()
      work.type = try reader.optionalText()
      work.title = try reader.optionalText()
      work.container = try reader.optionalText()
      work.year = try reader.optionalText().flatMap { Int($0) }
      work.volume = try reader.optionalText()
      work.issue = try reader.optionalText()
      work.pages = try reader.optionalText()
      work.doi = try reader.optionalText()
      work.pmid = try reader.optionalText()
      work.url = try reader.optionalText()
      work.text = try reader.optionalText()
      work.authors = try reader.texts()
      described[row] = work
    }
  }
}
