/// The edges under construction, already in columns.
struct EdgeDrafts: Sendable {
  private struct Key: Hashable {
    var subject: UInt32
    var object: UInt32
    var predicate: UInt16
    var flags: UInt8
    var givenID: StringIndex
  }

  var columns = EdgeColumns()
  /// Evidence by edge, in the order in which it was added.
  var evidence: [UInt32: [Evidence]] = [:]
  var attributes: [UInt32: [AttributeCell]] = [:]
  /// The pieces of edges that have many.
  private var knownPieces: [UInt32: Set<Evidence>] = [:]
  private static let fewPieces = 16
  private var numbers: [Key: UInt32] = [:]
  private var predicateNumbers: [Predicate: UInt16] = [:]
  /// The polarity of each predicate of the table.
  private var predicatePolarities: [Polarity] = []

  var count: Int { columns.count }

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
      columns.certainty[Int(row)] = max(columns.certainty[Int(row)], certainty)
      strengthen(row, with: statement)
      return EdgeIndex(rawValue: row)
    }
    let row = UInt32(columns.count)
    numbers[key] = row
    columns.subject.append(key.subject)
    columns.object.append(key.object)
    columns.predicate.append(key.predicate)
    columns.flags.append(key.flags)
    columns.certainty.append(certainty)
    columns.knowledgeLevel.append(statement.knowledgeLevel.rawValue)
    columns.agentType.append(statement.agentType.rawValue)
    if key.givenID != 0 { columns.givenID[row] = key.givenID }
    if let source = statement.primaryKnowledgeSource {
      columns.source[row] = strings.intern(source)
    }
    if !pieces.isEmpty { evidence[row] = pieces }
    if !statement.attributes.isEmpty {
      attributes[row] = statement.attributes.map {
        AttributeCell(key: strings.intern($0.key), value: strings.intern($0.value))
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

  /// The firmest certainty that supports the statement, or 0.
  private static func certainty(of statement: Statement, _ pieces: [Evidence]) -> UInt8 {
    let supporting = pieces.lazy.filter { $0.stance == .supports }.compactMap(\.certainty)
    let firmest =
      supporting.max() ?? statement.certainty ?? statement.knowledgeLevel.impliedCertainty
    return firmest?.rawValue ?? 0
  }

  /// An assertion outweighs a prediction of the same statement.
  private mutating func strengthen(_ row: UInt32, with statement: Statement) {
    let old = KnowledgeLevel(rawValue: columns.knowledgeLevel[Int(row)]) ?? .notProvided
    if statement.knowledgeLevel.rawValue < old.rawValue {
      columns.knowledgeLevel[Int(row)] = statement.knowledgeLevel.rawValue
      columns.agentType[Int(row)] = statement.agentType.rawValue
    }
  }

  private mutating func number(of predicate: Predicate) -> UInt16 {
    if let found = predicateNumbers[predicate] { return found }
    // A file with over 65,535 distinct predicates is not a knowledge graph: the surplus is
    // `related_to`, the weakest reading, rather than a crash.
    guard columns.predicateTable.count < UInt16.max else {
      return predicateNumbers[.relatedTo] ?? 0
    }
    let number = UInt16(columns.predicateTable.count)
    columns.predicateTable.append(predicate)
    predicatePolarities.append(predicate.polarity)
    predicateNumbers[predicate] = number
    return number
  }
}
