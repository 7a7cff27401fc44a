import GraphModel

/// Puts every node in a layer, from left to right.
enum Layers {
  static let causes = 0
  static let conditions = 1
  static let symptoms = 2
  static let diseases = 3
  static let others = 4

  static func layer(of role: Role) -> Int {
    switch role {
    case .cause, .protective: causes
    case .condition: conditions
    case .symptom: symptoms
    case .disease: diseases
    }
  }

  /// The layer of every node; a node without a role stands with what it acts on or follows from.
  ///
  /// A node that has a statement *to* a cause or a condition stands with the causes, one *from* a
  /// condition, a symptom or a disease with the symptoms, any other by itself at the right.
  ///
  /// - Complexity: O(n + m).
  static func layers(_ graph: KnowledgeGraph, roles: [Role?]) -> [Int] {
    var layers = roles.map { $0.map(layer) ?? others }
    for edge in graph.edges {
      let subject = edge.subjectIndex.position
      let object = edge.objectIndex.position
      if roles[subject] == nil, let role = roles[object], layer(of: role) <= conditions {
        layers[subject] = causes
      }
      if roles[object] == nil, layers[object] == others, let role = roles[subject],
        layer(of: role) >= conditions
      {
        layers[object] = symptoms
      }
    }
    return layers
  }
}
