import GraphModel

/// The attributes that stand for a field of their edge in a KGX table: values that mean nothing in
/// the field, and a direction in other words than etiograph's, as a data file had them.
///
/// They are written where they stood, and are read there again.
struct KGXRewording: Sendable {
  private let edges: EdgeColumns
  private let strings: StringArena
  private let polarities: [Polarity]
  private var fieldOfKey: [StringIndex: KGXEdgeRows.Field] = [:]
  /// The fields that have such a value somewhere.
  private(set) var fields = Set<KGXEdgeRows.Field>()
  /// The keys of all other attributes.
  private(set) var otherKeys = Set<StringIndex>()

  init(_ storage: KnowledgeGraph.Storage, _ polarities: [Polarity]) {
    edges = storage.edges
    strings = storage.strings
    self.polarities = polarities
    var keys = Set<StringIndex>()
    for cell in edges.attributes.values { keys.insert(cell.key) }
    for key in keys {
      let field: KGXEdgeRows.Field? =
        switch storage.strings[key] {
        case "object_direction_qualifier": .direction
        case "certainty": .certainty
        case "knowledge_level": .knowledgeLevel
        case "agent_type": .agentType
        default: nil
        }
      if let field { fieldOfKey[key] = field }
    }
    otherKeys = keys.subtracting(fieldOfKey.keys)
    if fieldOfKey.isEmpty { return }
    for row in 0..<UInt32(edges.count) {
      for cell in edges.attributes[row] where fieldOfKey[cell.key] != nil {
        if let field = field(of: cell, row) {
          fields.insert(field)
        } else {
          otherKeys.insert(cell.key)
        }
      }
    }
  }

  /// The raw certainty that a knowledge level implies, 0 for none.
  static func implied(by level: UInt8) -> UInt8 {
    KnowledgeLevel(rawValue: level)?.impliedCertainty?.rawValue ?? 0
  }

  /// The field that an attribute of an edge stands for.
  func field(of cell: AttributeCell, _ row: UInt32) -> KGXEdgeRows.Field? {
    if fieldOfKey.isEmpty { return nil }
    guard let field = fieldOfKey[cell.key], cell.value != 0,
      edges.attributes[row].count(where: { $0.key == cell.key }) == 1
    else { return nil }
    let text = strings[cell.value]
    let position = Int(row)
    let level = edges.knowledgeLevel[position]
    let isMeant =
      switch field {
      case .direction: isDirection(text, position)
      case .certainty:
        Certainty(name: text) == nil && edges.certainty[position] == Self.implied(by: level)
      case .knowledgeLevel:
        KnowledgeLevel(name: text) == nil && level == KnowledgeLevel.notProvided.rawValue
      case .agentType:
        AgentType(name: text) == nil
          && edges.agentType[position] == AgentType.notProvided.rawValue
      default: false
      }
    return isMeant ? field : nil
  }

  private func isDirection(_ text: String, _ position: Int) -> Bool {
    let polarity = Polarity(rawValue: edges.flags[position] >> 1 & 3) ?? .unknown
    let isUsual = polarity == polarities[Int(edges.predicate[position])]
    guard let said = Polarity(qualifier: text) else { return isUsual }
    return said == polarity && (isUsual || text != Polarity.qualifier(polarity))
  }
}
