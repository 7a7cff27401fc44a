import GraphModel

/// What the heading of a band and the legend call its concepts: no more than the statements say.
///
/// Under "Causes" everything is said to act on the condition; where something only goes with it,
/// the heading says so.
struct BandTitle {
  private let drawing: Drawing

  init(_ drawing: Drawing) { self.drawing = drawing }

  /// The heading of a band: "Causes and linked factors".
  func heading(of band: Band) -> String {
    let members = drawing.nodes.filter { $0.band == band }
    let isOne = members.count { $0.container == nil } == 1
    return DrawnText.capitalized(Self.list(names(of: band), isOne: isOne, joint: "and"))
  }

  /// The name of one of them: "Cause or linked factor".
  func legend(of role: Role) -> String {
    let bands = Band.allCases.filter { band in
      band.role == role && drawing.nodes.contains { $0.band == band }
    }
    let names = bands.flatMap(names)
    if names.isEmpty { return DrawnText.capitalized(role.name) }
    return DrawnText.capitalized(Self.list(names, isOne: true, joint: "or"))
  }

  private typealias Name = (one: String, many: String)

  private func names(of band: Band) -> [Name] {
    switch band {
    case .causes:
      let kinds = kinds(of: band)
      let acts = kinds.contains(.causal) || kinds.contains(.protective)
      let links = kinds.contains(.association) || kinds.contains(.feature)
      return (acts || !links ? [("cause", "causes")] : [])
        + (links ? [("linked factor", "linked factors")] : [])
    case .symptoms:
      let kinds = kinds(of: band)
      let acts = kinds.contains(.causal) || kinds.contains(.protective)
      let links = kinds.contains(.association)
      return (kinds.contains(.feature) || !acts && !links ? [("symptom", "symptoms")] : [])
        + (acts ? [("effect", "effects")] : [])
        + (links ? [("linked finding", "linked findings")] : [])
    case .protective: return [("protective factor", "protective factors")]
    case .conditions: return [("condition", "conditions")]
    case .diseases: return [("disease", "diseases")]
    case .deniedBefore, .deniedAfter, .deniedDiseases: return [denied(band)]
    case .othersBefore, .othersAfter, .others: return [("other concept", "other concepts")]
    }
  }

  /// What is denied of all concepts of a band, where that is one thing.
  private func denied(_ band: Band) -> Name {
    let kinds = kinds(of: band, areNegated: true)
    switch band {
    case _ where kinds == [.association]:
      return ("said not to be linked", "said not to be linked")
    case .deniedBefore where kinds == [.causal]:
      return ("said not to be a cause", "said not to be causes")
    case .deniedBefore where kinds == [.protective]:
      return ("said not to protect", "said not to protect")
    case .deniedAfter where kinds.isSubset(of: [.causal, .feature]):
      return ("said not to follow", "said not to follow")
    default: return ("denied by the source", "denied by the sources")
    }
  }

  /// The kinds of the statements that join concepts of a band to what stands outside it.
  private func kinds(of band: Band, areNegated: Bool = false) -> Set<EdgeKind> {
    var kinds = Set<EdgeKind>()
    for edge in drawing.edges where !edge.isContainment && edge.isNegated == areNegated {
      let ends = [drawing.nodes[edge.subject].band, drawing.nodes[edge.object].band]
      if ends[0] != ends[1], ends.contains(band) { kinds.insert(edge.kind) }
    }
    return kinds
  }

  private static func list(_ names: [Name], isOne: Bool, joint: String) -> String {
    let words = names.map { isOne ? $0.one : $0.many }
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(joint) \(last)"
  }
}
