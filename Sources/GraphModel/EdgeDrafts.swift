/// The edges under construction, already in columns.
struct EdgeDrafts: Sendable {
  private struct Key: Hashable {
    var subject: UInt32
    var object: UInt32
    var predicate: UInt16
    var flags: UInt8
    var givenID: StringIndex
  }

  private(set) var subject: [UInt32] = []
  private(set) var object: [UInt32] = []
  private var predicate: [UInt16] = []
  private var flags: [UInt8] = []
  private var certainty: [UInt8] = []
  private var knowledgeLevel: [UInt8] = []
  private var agentType: [UInt8] = []
  private var givenID: [UInt32: StringIndex] = [:]
  private var source: [UInt32: StringIndex] = [:]
  private var predicateTable: [Predicate] = []
  /// Evidence by edge, in the order in which it was added.
  var evidence: [UInt32: [Evidence]] = [:]
  private var attributes: [UInt32: [AttributeCell]] = [:]
  /// The attributes of edges that were stated again; they are not in ``attributes``.
  private var knownAttributes: [UInt32: DistinctList<AttributeCell>] = [:]
  /// The pieces of edges that have many.
  private var knownPieces: [UInt32: Set<Evidence>] = [:]
  private static let fewPieces = 16
  private var numbers: [Key: UInt32] = [:]
  private var predicateNumbers: [Predicate: UInt16] = [:]
  /// The polarity of each predicate of the table.
  private var predicatePolarities: [Polarity] = []

  var count: Int { subject.count }

  /// The columns of the edges so far.
  ///
  /// - Complexity: O(m + attributes).
  func columns() -> EdgeColumns {
    var columns = EdgeColumns()
    columns.subject = Column(subject)
    columns.object = Column(object)
    columns.predicateTable = predicateTable
    columns.predicate = Column(predicate)
    columns.flags = Column(flags)
    columns.certainty = Column(certainty)
    columns.knowledgeLevel = Column(knowledgeLevel)
    columns.agentType = Column(agentType)
    columns.givenID = SparseColumn(givenID, rowCount: count)
    columns.source = SparseColumn(source, rowCount: count)
    columns.attributes = Ragged(
      sparse: attributes.merging(knownAttributes.mapValues(\.elements)) { $1 }, rows: count)
    return columns
  }

  mutating func add(
    _ statement: Statement, evidence pieces: [Evidence], strings: inout StringInterner
  ) -> EdgeIndex {
    let predicate = number(of: statement.predicate)
    let polarity = statement.polarity ?? predicatePolarities[Int(predicate)]
    let key = Key(
      subject: statement.subject.rawValue, object: statement.object.rawValue,
      predicate: predicate,
      flags: (statement.isNegated ? 1 : 0) | polarity.rawValue << 1,
      givenID: strings.intern(statement.id ?? ""))
    let certainty = Self.certainty(of: statement, pieces)
    if let row = numbers[key] {
      for piece in pieces { addEvidence(piece, to: row) }
      addAttributes(of: statement, to: row, strings: &strings)
      self.certainty[Int(row)] = max(self.certainty[Int(row)], certainty)
      strengthen(row, with: statement)
      return EdgeIndex(rawValue: row)
    }
    let row = UInt32(count)
    numbers[key] = row
    subject.append(key.subject)
    object.append(key.object)
    self.predicate.append(key.predicate)
    flags.append(key.flags)
    self.certainty.append(certainty)
    knowledgeLevel.append(statement.knowledgeLevel.rawValue)
    agentType.append(statement.agentType.rawValue)
    if key.givenID != 0 { givenID[row] = key.givenID }
    if let source = statement.primaryKnowledgeSource {
      self.source[row] = strings.intern(source)
    }
    if !pieces.isEmpty { evidence[row] = pieces }
    if !statement.attributes.isEmpty {
      attributes[row] = statement.attributes.map {
        AttributeCell(
          key: strings.intern($0.key), value: strings.intern($0.value), kind: $0.kind)
      }
    }
    return EdgeIndex(rawValue: row)
  }

  /// Adds a piece that the edge does not have yet.
  ///
  /// - Complexity: O(1): an edge with many pieces keeps them in a set, too.
  private mutating func addEvidence(_ piece: Evidence, to row: UInt32) {
    let count = evidence[row]?.count ?? 0
    if count < Self.fewPieces {
      if evidence[row]?.contains(piece) == true { return }
    } else {
      if knownPieces[row] == nil { knownPieces[row] = Set(evidence[row] ?? []) }
      guard knownPieces[row]?.insert(piece).inserted == true else { return }
    }
    evidence[row, default: []].append(piece)
  }

  /// Adds the attributes that the edge does not have yet. A second source is one of them.
  private mutating func addAttributes(
    of statement: Statement, to row: UInt32, strings: inout StringInterner
  ) {
    var new = statement.attributes
    if let name = statement.primaryKnowledgeSource {
      let source = strings.intern(name)
      if let first = self.source[row] {
        if first != source { new.append(Attribute(key: Self.sourceKey, value: name)) }
      } else {
        self.source[row] = source
      }
    }
    guard !new.isEmpty else { return }
    if knownAttributes[row] == nil {
      knownAttributes[row] = DistinctList(attributes.removeValue(forKey: row) ?? [])
    }
    for attribute in new {
      knownAttributes[row]?.append(
        AttributeCell(
          key: strings.intern(attribute.key), value: strings.intern(attribute.value),
          kind: attribute.kind))
    }
  }

  /// The name of the attribute that a further source of a statement is.
  static let sourceKey = "primary_knowledge_source"

  /// The firmest certainty that supports the statement, or 0.
  private static func certainty(of statement: Statement, _ pieces: [Evidence]) -> UInt8 {
    let supporting = pieces.lazy.filter { $0.stance == .supports }.compactMap(\.certainty)
    let firmest =
      supporting.max() ?? statement.certainty ?? statement.knowledgeLevel.impliedCertainty
    return firmest?.rawValue ?? 0
  }

  /// An assertion outweighs a prediction of the same statement.
  private mutating func strengthen(_ row: UInt32, with statement: Statement) {
    let old = KnowledgeLevel(rawValue: knowledgeLevel[Int(row)]) ?? .notProvided
    if statement.knowledgeLevel.rawValue < old.rawValue {
      knowledgeLevel[Int(row)] = statement.knowledgeLevel.rawValue
      agentType[Int(row)] = statement.agentType.rawValue
    }
  }

  private mutating func number(of predicate: Predicate) -> UInt16 {
    if let found = predicateNumbers[predicate] { return found }
    // A file with over 65,535 distinct predicates is not a knowledge graph: the surplus is
    // `related_to`, the weakest reading, rather than a crash.
    guard predicateTable.count < UInt16.max else {
      return predicateNumbers[.relatedTo] ?? 0
    }
    let number = UInt16(predicateTable.count)
    predicateTable.append(predicate)
    predicatePolarities.append(predicate.polarity)
    predicateNumbers[predicate] = number
    return number
  }
}
