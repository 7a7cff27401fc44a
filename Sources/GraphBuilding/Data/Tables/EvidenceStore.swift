import GraphModel

/// The evidence and the further fields of edges that are read from tables, in columns that grow.
final class EvidenceStore: @unchecked Sendable {
  private let pool: StringPool
  /// Where the evidence of each edge ends.
  @exclusivity(unchecked) private var evidenceEnd = Pile<UInt32>(minimumCapacity: 1024)
  @exclusivity(unchecked) private var certainty = Pile<UInt8>(minimumCapacity: 1024)
  @exclusivity(unchecked) private var quote = Pile<StringIndex>(minimumCapacity: 1024)
  @exclusivity(unchecked) private var hedge = Pile<StringIndex>(minimumCapacity: 1024)
  /// Where the citations of each piece of evidence end.
  @exclusivity(unchecked) private var citationEnd = Pile<UInt32>(minimumCapacity: 1024)
  @exclusivity(unchecked) private var citations = Pile<CitationCell>(minimumCapacity: 1024)
  /// Where the fields of each edge end; empty as long as no edge has any.
  @exclusivity(unchecked) private var fieldEnd = Pile<UInt32>()
  @exclusivity(unchecked) private var fields = Pile<AttributeCell>()
  /// The works in the order in which they are first named, as strings.
  @exclusivity(unchecked) private var references = Pile<StringIndex>(minimumCapacity: 1024)
  /// The number of the work that a string names, plus one.
  @exclusivity(unchecked) private var referenceOfString = Pile<UInt32>()
  /// What statements that stand twice add to an edge.
  private var extras: [UInt32: DistinctList<Item>] = [:]
  private var extraFields: [UInt32: DistinctList<AttributeCell>] = [:]

  init(pool: StringPool) { self.pool = pool }

  /// A piece of evidence by itself.
  private struct Item: Hashable {
    var quote: StringIndex
    var hedge: StringIndex
    var certainty: UInt8
    var citations: [CitationCell]
  }

  /// How many rows of each table there are.
  private struct Totals {
    var edges = 0
    var evidence = 0
    var citations = 0
    var fields = 0
  }

  /// Numbers the works of a round in the order of its rows, and puts their numbers in the place
  /// of the requests.
  func number(_ pieces: [EdgePiece]) {
    referenceOfString.extend(to: pool.count, with: 0, outlook: pool.outlook)
    let named = pieces.reduce(0) { $0 + $1.publications.count }
    references.reserve(references.count + named, outlook: pool.outlook)
    for piece in pieces {
      let requests = piece.requests
      for position in 0..<piece.publications.count {
        let string = Int(requests.answer(piece.publications[position]))
        var number = referenceOfString[string]
        if number == 0 {
          references.append(UInt32(string))
          number = UInt32(truncatingIfNeeded: references.count)
          referenceOfString[string] = number
        }
        piece.publications[position] = number - 1
      }
    }
  }

  /// Adds the evidence and the fields of the rows that are edges of their own.
  func add(_ pieces: [EdgePiece], keys: [StringIndex], threads: Int) {
    var starts: [Totals] = []
    var sum = Totals(
      edges: evidenceEnd.count, evidence: certainty.count, citations: citations.count,
      fields: fields.count)
    let edges = sum.edges
    for piece in pieces {
      starts.append(sum)
      sum.edges += piece.count - piece.dropped.count
      sum.evidence += piece.evidenceCount
      sum.citations += piece.citationCount
      sum.fields += piece.fieldCount
    }
    let outlook = pool.outlook
    evidenceEnd.extend(to: sum.edges, outlook: outlook)
    certainty.extend(to: sum.evidence, outlook: outlook)
    quote.extend(to: sum.evidence, outlook: outlook)
    hedge.extend(to: sum.evidence, outlook: outlook)
    citationEnd.extend(to: sum.evidence, outlook: outlook)
    citations.extend(to: sum.citations, outlook: outlook)
    if sum.fields > 0 {
      fieldEnd.extend(to: edges, with: 0)
      fieldEnd.extend(to: sum.edges, outlook: outlook)
      fields.extend(to: sum.fields, outlook: outlook)
    }
    let (places, hasFields) = (starts, sum.fields > 0)
    Parallel.forEach(pieces.count, threads: threads) { number in
      self.write(pieces[number], from: places[number])
      if hasFields { self.writeFields(pieces[number], from: places[number], keys: keys) }
    }
  }

  private func write(_ piece: EdgePiece, from start: Totals) {
    let requests = piece.requests
    var place = start
    piece.forEachKept { row in
      let works = piece.works(row)
      let quotes = piece.quoteRange(row)
      for number in 0..<piece.evidenceCount(row) {
        quote[place.evidence] =
          quotes.isEmpty ? 0 : requests.answer(piece.quotes[quotes.lowerBound + number])
        hedge[place.evidence] = requests.answer(piece.rows[row].hedge)
        certainty[place.evidence] = piece.rows[row].certainty
        for work in works {
          citations[place.citations] = Self.cell(piece.publications[work])
          place.citations += 1
        }
        citationEnd[place.evidence] = UInt32(truncatingIfNeeded: place.citations)
        place.evidence += 1
      }
      evidenceEnd[place.edges] = UInt32(truncatingIfNeeded: place.evidence)
      place.edges += 1
    }
  }

  private func writeFields(_ piece: EdgePiece, from start: Totals, keys: [StringIndex]) {
    let requests = piece.requests
    let keys = piece.keys(keys)
    var place = start
    piece.forEachKept { row in
      for at in piece.fieldRange(row) {
        let field = piece.fields[at]
        fields[place.fields] = AttributeCell(
          key: keys[Int(field.column)], value: requests.answer(field.request), kind: field.kind)
        place.fields += 1
      }
      fieldEnd[place.edges] = UInt32(truncatingIfNeeded: place.fields)
      place.edges += 1
    }
  }

  private static func cell(_ reference: UInt32) -> CitationCell {
    CitationCell(Citation(ReferenceIndex(rawValue: reference), basis: .stated))
  }

  // MARK: Statements that stand twice

  /// Adds the evidence and the fields of a row that says again what an edge says, as far as they
  /// are new. `source` is the row's source, where the edge has another.
  func merge(
    _ piece: EdgePiece, _ row: Int, into edge: UInt32, keys: [StringIndex], source: AttributeCell?
  ) {
    mergeEvidence(piece, row, into: edge)
    let range = piece.fieldRange(row)
    if range.isEmpty, source == nil { return }
    if extraFields[edge] == nil { extraFields[edge] = DistinctList(fields(of: Int(edge))) }
    let keys = range.isEmpty ? [] : piece.keys(keys)
    for at in range {
      let field = piece.fields[at]
      extraFields[edge]?.append(
        AttributeCell(
          key: keys[Int(field.column)], value: piece.requests.answer(field.request),
          kind: field.kind))
    }
    if let source { extraFields[edge]?.append(source) }
  }

  private func mergeEvidence(_ piece: EdgePiece, _ row: Int, into edge: UInt32) {
    let count = piece.evidenceCount(row)
    guard count > 0 else { return }
    let requests = piece.requests
    let quotes = piece.quoteRange(row)
    let works = piece.works(row).map { Self.cell(piece.publications[$0]) }
    if extras[edge] == nil { extras[edge] = DistinctList(items(of: Int(edge))) }
    for number in 0..<count {
      extras[edge]?.append(
        Item(
          quote: quotes.isEmpty ? 0 : requests.answer(piece.quotes[quotes.lowerBound + number]),
          hedge: requests.answer(piece.rows[row].hedge), certainty: piece.rows[row].certainty,
          citations: works))
    }
  }

  private func fields(of edge: Int) -> [AttributeCell] {
    // No edge may have any yet.
    guard edge < fieldEnd.count else { return [] }
    let first = edge == 0 ? 0 : Int(fieldEnd[edge - 1])
    return (first..<Int(fieldEnd[edge])).map { fields[$0] }
  }

  private func items(of edge: Int) -> [Item] {
    let first = edge == 0 ? 0 : Int(evidenceEnd[edge - 1])
    return (first..<Int(evidenceEnd[edge])).map { row in
      let start = row == 0 ? 0 : Int(citationEnd[row - 1])
      return Item(
        quote: quote[row], hedge: hedge[row], certainty: certainty[row],
        citations: (start..<Int(citationEnd[row])).map { citations[$0] })
    }
  }

  /// Puts the evidence of statements that stand twice where it belongs.
  private func applyExtras() {
    guard !extras.isEmpty else { return }
    let edges = evidenceEnd.count
    let changed = EvidenceStore(pool: pool)
    for edge in 0..<edges {
      for item in extras[UInt32(edge)]?.elements ?? items(of: edge) {
        changed.quote.append(item.quote)
        changed.hedge.append(item.hedge)
        changed.certainty.append(item.certainty)
        for cell in item.citations { changed.citations.append(cell) }
        changed.citationEnd.append(UInt32(truncatingIfNeeded: changed.citations.count))
      }
      changed.evidenceEnd.append(UInt32(truncatingIfNeeded: changed.certainty.count))
    }
    swap(&evidenceEnd, &changed.evidenceEnd)
    swap(&quote, &changed.quote)
    swap(&hedge, &changed.hedge)
    swap(&certainty, &changed.certainty)
    swap(&citationEnd, &changed.citationEnd)
    swap(&citations, &changed.citations)
    extras.removeAll()
  }

  /// Puts the fields of statements that stand twice where they belong.
  private func applyExtraFields() {
    guard !extraFields.isEmpty else { return }
    var changed = Pile<AttributeCell>(minimumCapacity: fields.count)
    var ends = Pile<UInt32>(minimumCapacity: evidenceEnd.count)
    for edge in 0..<evidenceEnd.count {
      for cell in extraFields[UInt32(edge)]?.elements ?? fields(of: edge) { changed.append(cell) }
      ends.append(UInt32(truncatingIfNeeded: changed.count))
    }
    swap(&fields, &changed)
    swap(&fieldEnd, &ends)
    extraFields.removeAll()
  }

  // MARK: The end

  /// What a graph keeps of the evidence.
  struct Columns {
    var evidence = EvidenceColumns()
    var ofEdge = RowRanges()
    var references = ReferenceColumns()
    var attributes = Ragged<AttributeCell>()
  }

  /// The columns; the store is empty then.
  func takeColumns() -> Columns {
    applyExtras()
    applyExtraFields()
    referenceOfString = Pile()
    var columns = Columns()
    columns.references.id = references.takeColumn()
    if fields.count > 0 {
      columns.attributes = Ragged(
        offsets: Self.offsets(&fieldEnd), values: fields.takeColumn())
    }
    guard certainty.count > 0 else { return columns }
    columns.evidence.count = certainty.count
    columns.ofEdge = RowRanges(offsets: Self.offsets(&evidenceEnd))
    columns.evidence.certainty = Self.column(&certainty)
    columns.evidence.quote = Self.column(&quote)
    columns.evidence.hedge = Self.column(&hedge)
    if citations.count > 0 {
      columns.evidence.citations = Ragged(
        offsets: Self.offsets(&citationEnd), values: citations.takeColumn())
    }
    return columns
  }

  /// The column; empty where no row says anything.
  private static func column<Value: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ pile: inout Pile<Value>
  ) -> Column<Value> {
    pile.buffer.allSatisfy { $0 == 0 } ? Column() : pile.takeColumn()
  }

  /// Where each list begins, and where the last one ends.
  private static func offsets(_ ends: inout Pile<UInt32>) -> Column<UInt32> {
    let count = ends.count
    ends.extend(to: count + 1)
    for row in stride(from: count, to: 0, by: -1) { ends[row] = ends[row - 1] }
    ends[0] = 0
    return ends.takeColumn()
  }
}
