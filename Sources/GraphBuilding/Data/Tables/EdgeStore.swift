import GraphModel

/// The edges of a graph that is read from tables, in columns that grow.
///
/// The same statement made twice is one edge, as in ``GraphModel/GraphBuilder``.
final class EdgeStore: @unchecked Sendable {
  let pool: StringPool
  /// The name of the attribute that a further source of a statement is.
  private let sourceKey: StringIndex
  @exclusivity(unchecked) var subject = Pile<UInt32>(minimumCapacity: 1024)
  @exclusivity(unchecked) var object = Pile<UInt32>(minimumCapacity: 1024)
  @exclusivity(unchecked) var predicate = Pile<UInt16>(minimumCapacity: 1024)
  @exclusivity(unchecked) var flags = Pile<UInt8>(minimumCapacity: 1024)
  @exclusivity(unchecked) var certainty = Pile<UInt8>(minimumCapacity: 1024)
  @exclusivity(unchecked) var knowledgeLevel = Pile<UInt8>(minimumCapacity: 1024)
  @exclusivity(unchecked) var agentType = Pile<UInt8>(minimumCapacity: 1024)
  @exclusivity(unchecked) var givenID = Pile<StringIndex>(minimumCapacity: 1024)
  @exclusivity(unchecked) var source = Pile<StringIndex>(minimumCapacity: 1024)
  private var predicateTable: [Predicate] = []
  private var predicateNumbers: [Predicate: UInt16] = [:]
  @exclusivity(unchecked) private var known = EdgeKeyTable()
  private var evidence: EvidenceStore
  private var identifiers: EdgeIdentifiers
  /// Whether a row says itself what backs its edge, sentence by sentence.
  private(set) var hasOwnEvidence = false

  init(pool: StringPool) {
    self.pool = pool
    sourceKey = pool.intern(KGXEdgeField.primarySource.name)
    evidence = EvidenceStore(pool: pool)
    identifiers = EdgeIdentifiers(pool: pool)
  }

  var count: Int { subject.count }

  /// Adds the rows of a round, whose strings and ends are known. `keys` are the names of the
  /// columns.
  ///
  /// - Returns: false where there would be more strings than a graph can have.
  func add(_ pieces: [EdgePiece], keys: [StringIndex], threads: Int) -> Bool {
    let start = count
    guard identifiers.number(pieces, given: givenID.buffer, threads: threads) else { return false }
    let predicates = pieces.map { $0.predicates.map(number(of:)) }
    let starts = pieces.reduce(into: [start]) { $0.append(($0.last ?? 0) + $1.count) }
    extend(to: starts.last ?? start)
    Parallel.forEach(pieces.count, threads: threads) { number in
      self.write(pieces[number], at: starts[number], predicates: predicates[number])
      pieces[number].findLookups()
    }
    evidence.number(pieces)
    hasOwnEvidence = hasOwnEvidence || pieces.contains(where: \.hasOwnEvidence)
    var merges: [Merge] = []
    dropTwins(of: pieces, from: start, merges: &merges)
    Parallel.forEach(pieces.count, threads: threads) { pieces[$0].countEvidence() }
    evidence.add(pieces, keys: keys, threads: threads)
    for merge in merges {
      evidence.merge(
        pieces[merge.piece], merge.row, into: merge.edge, keys: keys,
        source: merge.source == 0 ? nil : AttributeCell(key: sourceKey, value: merge.source))
    }
    return true
  }

  /// A row that says again what an edge says.
  private struct Merge {
    var piece: Int
    var row: Int
    var edge: UInt32
    /// The row's source where the edge has another, else 0.
    var source: StringIndex
  }

  private func extend(to total: Int) {
    subject.extend(to: total, outlook: pool.outlook)
    object.extend(to: total, outlook: pool.outlook)
    predicate.extend(to: total, outlook: pool.outlook)
    flags.extend(to: total, outlook: pool.outlook)
    certainty.extend(to: total, outlook: pool.outlook)
    knowledgeLevel.extend(to: total, outlook: pool.outlook)
    agentType.extend(to: total, outlook: pool.outlook)
    givenID.extend(to: total, outlook: pool.outlook)
    source.extend(to: total, outlook: pool.outlook)
  }

  private func write(_ piece: EdgePiece, at start: Int, predicates: [UInt16]) {
    let count = piece.count
    (subject.base + start).update(from: piece.subject.base, count: count)
    (object.base + start).update(from: piece.object.base, count: count)
    let requests = piece.requests
    var position = 0
    predicates.withUnsafeBufferPointer { numbers in
      for row in 0..<count {
        let values = piece.rows[row]
        predicate[start + row] = numbers[Int(values.predicate)]
        flags[start + row] = values.flags
        certainty[start + row] = values.certainty
        knowledgeLevel[start + row] = values.knowledgeLevel
        agentType[start + row] = values.agentType
        source[start + row] = requests.answer(values.source)
        if values.hasID {
          givenID[start + row] = piece.ids.index(position)
          position += 1
        } else {
          givenID[start + row] = 0
        }
      }
    }
  }

  private func number(of predicate: Predicate) -> UInt16 {
    if let known = predicateNumbers[predicate] { return known }
    guard predicateTable.count < UInt16.max else { return predicateNumbers[.relatedTo] ?? 0 }
    let number = UInt16(predicateTable.count)
    predicateTable.append(predicate)
    predicateNumbers[predicate] = number
    return number
  }

  // MARK: Statements that stand twice

  /// Takes out the rows that say what an earlier edge says, and moves the others up.
  private func dropTwins(of pieces: [EdgePiece], from start: Int, merges: inout [Merge]) {
    var read = start
    var write = start
    for (number, piece) in pieces.enumerated() {
      piece.dropped.truncate(to: 0)
      if !known.holdsEveryEdge, piece.lookups.count > 0, piece.hasKnownIDs {
        known.holdsEveryEdge = true
        for row in 0..<write where givenID[row] != 0 { known.insert(key(row), row, self.key) }
      }
      if !known.holdsEveryEdge, piece.lookups.count == 0, read == write {
        read += piece.count
        write = read
        continue
      }
      var next = 0
      for row in 0..<piece.count {
        let isLookup =
          known.holdsEveryEdge || next < piece.lookups.count && piece.lookups[next] == row
        if isLookup {
          if !known.holdsEveryEdge { next += 1 }
          if let twin = known.find(key(read), self.key) {
            strengthen(twin, with: read)
            merges.append(
              Merge(
                piece: number, row: row, edge: twin,
                source: otherSource(of: read, than: Int(twin))))
            piece.dropped.append(UInt32(row))
            read += 1
            continue
          }
        }
        if read != write { move(read, to: write) }
        if isLookup { known.insert(key(write), write, self.key) }
        read += 1
        write += 1
      }
    }
    if write < read { truncate(to: write) }
  }

  func key(_ row: Int) -> EdgeKey {
    EdgeKey(
      subject: subject[row], object: object[row], predicate: predicate[row], flags: flags[row],
      givenID: givenID[row])
  }

  /// An assertion outweighs a prediction of the same statement.
  private func strengthen(_ twin: UInt32, with row: Int) {
    let twin = Int(twin)
    certainty[twin] = max(certainty[twin], certainty[row])
    if knowledgeLevel[row] < knowledgeLevel[twin] {
      knowledgeLevel[twin] = knowledgeLevel[row]
      agentType[twin] = agentType[row]
    }
  }

  /// The source of a row that says again what an edge says, if it is another; else 0. An edge
  /// without a source takes the row's.
  private func otherSource(of row: Int, than edge: Int) -> StringIndex {
    if source[edge] == 0 { source[edge] = source[row] }
    return source[row] == source[edge] ? 0 : source[row]
  }

  private func move(_ row: Int, to place: Int) {
    subject[place] = subject[row]
    object[place] = object[row]
    predicate[place] = predicate[row]
    flags[place] = flags[row]
    certainty[place] = certainty[row]
    knowledgeLevel[place] = knowledgeLevel[row]
    agentType[place] = agentType[row]
    givenID[place] = givenID[row]
    source[place] = source[row]
  }

  private func truncate(to count: Int) {
    subject.truncate(to: count)
    object.truncate(to: count)
    predicate.truncate(to: count)
    flags.truncate(to: count)
    certainty.truncate(to: count)
    knowledgeLevel.truncate(to: count)
    agentType.truncate(to: count)
    givenID.truncate(to: count)
    source.truncate(to: count)
  }

  // MARK: The end

  /// Everything of the edges that a graph keeps; the store is empty then.
  struct Columns {
    var edges: EdgeColumns
    var evidence: EvidenceColumns
    var evidenceOfEdge: RowRanges
    var references: ReferenceColumns
  }

  func takeColumns() -> Columns {
    known = EdgeKeyTable()
    let taken = evidence.takeColumns()
    var edges = EdgeColumns()
    edges.subject = subject.takeColumn()
    edges.object = object.takeColumn()
    edges.predicateTable = predicateTable
    edges.predicate = predicate.takeColumn()
    edges.flags = flags.takeColumn()
    edges.certainty = certainty.takeColumn()
    edges.knowledgeLevel = knowledgeLevel.takeColumn()
    edges.agentType = agentType.takeColumn()
    edges.givenID = SparseColumn(dense: givenID.takeColumn())
    edges.source = SparseColumn(dense: source.takeColumn())
    edges.attributes = taken.attributes
    return Columns(
      edges: edges, evidence: taken.evidence, evidenceOfEdge: taken.ofEdge,
      references: taken.references)
  }
}
