import GraphModel

/// A part of a column: what stands under one heading, from left to right and from top to bottom.
///
/// A band says of its concepts no more than the statements do. What the sources only deny stands
/// apart from what they assert, and what has no role of its own under no role's heading.
public enum Band: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  /// What is said to bring the condition about, or to go with it.
  case causes
  /// What is said to keep it away.
  case protective
  /// What has a statement about a cause or the condition, but no role.
  case othersBefore
  /// Causes and protective factors of which every statement is denied.
  case deniedBefore
  /// What the documents are about.
  case conditions
  /// How the condition shows, and what it is said to do.
  case symptoms
  /// What the condition has a statement about, but no role.
  case othersAfter
  /// Symptoms of which every statement is denied.
  case deniedAfter
  /// Diseases that go with the condition or follow from it.
  case diseases
  /// Diseases of which every statement is denied.
  case deniedDiseases
  /// Everything else.
  case others

  /// The column, from left to right.
  public var layer: Int {
    switch self {
    case .causes, .protective, .othersBefore, .deniedBefore: 0
    case .conditions: 1
    case .symptoms, .othersAfter, .deniedAfter: 2
    case .diseases, .deniedDiseases: 3
    case .others: 4
    }
  }

  /// The role whose colour the heading has; nil for none.
  var role: Role? {
    switch self {
    case .causes: .cause
    case .protective: .protective
    case .conditions: .condition
    case .symptoms: .symptom
    case .diseases: .disease
    default: nil
    }
  }

  /// Whether it holds what the sources only deny.
  var isDenied: Bool { [.deniedBefore, .deniedAfter, .deniedDiseases].contains(self) }

  /// The order of the values.
  public static func < (a: Band, b: Band) -> Bool { a.rawValue < b.rawValue }
}

/// Puts every box in its band.
///
/// A box, a concept with all that is listed under it, is *denied* where it has a denied statement
/// about something outside and no other but of kind and part. A box without a role stands with
/// what it acts on or follows from: with the causes where it has a statement *about* a cause or a
/// condition, with the symptoms where a condition, a symptom or a disease has one about it.
///
/// - Complexity: O(n + m).
struct Bands {
  /// The band of every node: that of the root of its box.
  private(set) var bands: [Band]

  init(_ graph: KnowledgeGraph, roles: [Role?], roots: [Int]) {
    var isAsserted = [Bool](repeating: false, count: graph.nodeCount)
    var isDenied = isAsserted
    var actsOnCause = isAsserted
    var followsFromCondition = isAsserted
    for edge in graph.edges where edge.directness != .hierarchical {
      let subject = roots[edge.subjectIndex.position]
      let object = roots[edge.objectIndex.position]
      if subject == object { continue }
      for end in [subject, object] {
        if edge.isNegated { isDenied[end] = true } else { isAsserted[end] = true }
      }
      if let role = roles[object], [.cause, .protective, .condition].contains(role) {
        actsOnCause[subject] = true
      }
      if let role = roles[subject], [.condition, .symptom, .disease].contains(role) {
        followsFromCondition[object] = true
      }
    }
    bands = roots.map { root in
      let onlyDenied = isDenied[root] && !isAsserted[root]
      return switch roles[root] {
      case .condition: .conditions
      case .cause: onlyDenied ? .deniedBefore : .causes
      case .protective: onlyDenied ? .deniedBefore : .protective
      case .symptom: onlyDenied ? .deniedAfter : .symptoms
      case .disease: onlyDenied ? .deniedDiseases : .diseases
      case nil where actsOnCause[root]: onlyDenied ? .deniedBefore : .othersBefore
      case nil where followsFromCondition[root]: onlyDenied ? .deniedAfter : .othersAfter
      case nil: .others
      }
    }
  }
}
