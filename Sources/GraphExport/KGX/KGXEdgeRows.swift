import GraphModel

/// The rows of a graph's table of edges.
struct KGXEdgeRows: Sendable {
  enum Field: Int {
    case id, subject, predicate, object, negated, direction, certainty, hedge
    case knowledgeLevel, agentType, source, publications, supportingText, evidence
  }

  let columns: KGXColumns
  private let graph: KnowledgeGraph
  private let records: KGXRecords
  private let strings: StringArena
  private let edges: EdgeColumns
  private let nodeIDs: Column<StringIndex>
  private let predicates: [[UInt8]]
  private let polarities: [Polarity]
  private let rewording: KGXRewording
  private let backing: KGXBacking

  init(_ graph: KnowledgeGraph) {
    let storage = graph.storage
    let edges = storage.edges
    self.graph = graph
    self.edges = edges
    strings = storage.strings
    nodeIDs = storage.nodes.id
    records = KGXRecords(graph)
    predicates = edges.predicateTable.map { Array($0.curie.utf8) }
    let polarities = edges.predicateTable.map(\.polarity)
    self.polarities = polarities
    rewording = KGXRewording(storage, polarities)
    let backing = KGXBacking(storage)
    self.backing = backing
    var hasNegated = false
    var hasDirection = rewording.fields.contains(.direction)
    var hasCertainty = rewording.fields.contains(.certainty)
    for row in 0..<edges.count {
      let flags = edges.flags[row]
      hasNegated = hasNegated || flags & 1 != 0
      hasDirection =
        hasDirection || flags >> 1 & 3 != polarities[Int(edges.predicate[row])].rawValue
      hasCertainty =
        hasCertainty
        || edges.certainty[row] != KGXRewording.implied(by: edges.knowledgeLevel[row])
    }
    columns = KGXColumns(
      fields: [
        KGXColumn("id"), KGXColumn("subject"), KGXColumn("predicate"), KGXColumn("object"),
        hasNegated ? KGXColumn("negated", .truth) : nil,
        hasDirection ? KGXColumn("object_direction_qualifier") : nil,
        hasCertainty ? KGXColumn("certainty") : nil,
        backing.hasHedge ? KGXColumn("hedge") : nil, KGXColumn("knowledge_level"),
        KGXColumn("agent_type"),
        edges.source.isEmpty ? nil : KGXColumn("primary_knowledge_source"),
        backing.hasPublications ? KGXColumn("publications", .list) : nil,
        backing.hasQuotes ? KGXColumn("supporting_text", .list) : nil,
        backing.needsEvidence ? KGXColumn(KGXNames.evidence, .nested) : nil,
      ], keys: rewording.otherKeys, names: .edge, strings: strings)
  }

  var count: Int { edges.count }

  /// Puts what an edge says into a row.
  func fill(_ row: inout KGXRow, _ position: Int) {
    let number = UInt32(truncatingIfNeeded: position)
    row.removeAll()
    if let given = edges.givenID[number] {
      row.add(given, to: columns[Field.id])
    } else {
      row.add(graph[EdgeIndex(rawValue: number)].id.rawValue, to: columns[Field.id])
    }
    let predicate = Int(edges.predicate[position])
    row.add(nodeIDs[Int(edges.subject[position])], to: columns[Field.subject])
    row.add(predicates[predicate], to: columns[Field.predicate])
    row.add(nodeIDs[Int(edges.object[position])], to: columns[Field.object])
    let flags = edges.flags[position]
    if flags & 1 != 0 { row.add("true", to: columns[Field.negated]) }
    let polarity = Polarity(rawValue: flags >> 1 & 3) ?? .unknown
    if polarity != polarities[predicate] {
      row.add(Polarity.qualifier(polarity), to: columns[Field.direction])
    }
    if let certainty = Certainty(rawValue: edges.certainty[position]) {
      row.add(certainty.name, to: columns[Field.certainty])
    }
    row.add(
      (KnowledgeLevel(rawValue: edges.knowledgeLevel[position]) ?? .notProvided).name,
      to: columns[Field.knowledgeLevel])
    row.add(
      (AgentType(rawValue: edges.agentType[position]) ?? .notProvided).name,
      to: columns[Field.agentType])
    row.add(edges.source[number] ?? 0, to: columns[Field.source])
    fillEvidence(&row, number)
    for cell in edges.attributes[number] {
      if let field = rewording.field(of: cell, number), let column = columns[field] {
        row.replace(cell, in: column)
      } else if let column = columns.ofKey[cell.key] {
        row.add(cell, to: column)
      }
    }
  }

  /// Works and sentences in the columns of KGX; and all that is known of them where these do not
  /// tell it.
  private func fillEvidence(_ row: inout KGXRow, _ number: UInt32) {
    let rows = backing.rows(of: number)
    if rows.isEmpty { return }
    let summary = backing.summary(of: rows)
    for work in summary.works { row.add(work, to: columns[Field.publications]) }
    for quote in summary.quotes { row.add(quote, to: columns[Field.supportingText]) }
    row.add(summary.hedge, to: columns[Field.hedge])
    guard !backing.isTold(number) else { return }
    let edge = graph[EdgeIndex(rawValue: number)]
    var writer = JSONWriter(layout: .compact)
    writer.value(.array(edge.evidence.map { records.evidence($0, of: edge).value }))
    row.add(writer.takeBytes(), to: columns[Field.evidence])
  }
}
