/// Which statements of a graph speak against which.
///
/// Two statements about the same two concepts disagree where they cannot both hold as they are
/// said:
/// - one denies what the other says. Who denies that one thing causes another denies every causal
///   statement of the two in that direction, but no association; who denies an association denies
///   both, and in either direction where its predicate is symmetric; who denies a kind or a part
///   denies that predicate alone. A denied increase is no denial of a decrease;
/// - or both are said, and one tells that the object goes up with the subject, the other that it
///   goes down.
///
/// Whether they were said in one document or in two, firmly or with a hedge, makes no difference:
/// that stands on the statements. Parallel edges count each for itself; a self-loop is treated like
/// any other edge.
public struct Disagreements: Sendable {
  private let graph: KnowledgeGraph
  /// The stand that an edge takes in a quarrel; edges in none are left out.
  private var standOfEdge: [EdgeIndex: Int] = [:]
  /// For each stand, the edges that take one against it.
  private var opponents: [[EdgeIndex]] = []

  /// Finds every disagreement of a graph.
  ///
  /// - Complexity: O(m) time; memory for the pairs of concepts of which something is denied or
  ///   said to go down, and for their edges.
  public init(_ graph: KnowledgeGraph) {
    // One side of every disagreement is a denial, or a decrease that is asserted.
    let edges = graph.storage.edges
    var pairs = Set<UInt64>()
    for row in 0..<edges.count
    where edges.flags[row] & 1 != 0 || edges.flags[row] >> 1 & 3 == Polarity.decreases.rawValue {
      pairs.insert(Self.pair(row, edges))
    }
    self.init(graph, pairs)
  }

  /// Finds what speaks against some statements of a graph.
  ///
  /// - Complexity: O(m) time, a few steps for each edge that has no end in common with them.
  public init(_ graph: KnowledgeGraph, about statements: some Sequence<EdgeIndex>) {
    let edges = graph.storage.edges
    self.init(graph, Set(statements.map { Self.pair($0.position, edges) }))
  }

  private init(_ graph: KnowledgeGraph, _ pairs: Set<UInt64>) {
    self.graph = graph
    if pairs.isEmpty { return }
    let edges = graph.storage.edges
    var isMet = [Bool](repeating: false, count: graph.nodeCount)
    for pair in pairs {
      isMet[Int(pair >> 32)] = true
      isMet[Int(pair & 0xffff_ffff)] = true
    }
    var places: [UInt64: Int] = [:]
    var groups: [[EdgeIndex]] = []
    for row in 0..<edges.count where isMet[Int(edges.subject[row])] && isMet[Int(edges.object[row])]
    {
      let pair = Self.pair(row, edges)
      guard pairs.contains(pair) else { continue }
      let place = places[pair] ?? groups.count
      if place == groups.count {
        places[pair] = place
        groups.append([])
      }
      groups[place].append(EdgeIndex(row))
    }
    for group in groups where group.count > 1 { compare(group) }
  }

  private static func pair(_ row: Int, _ edges: EdgeColumns) -> UInt64 {
    let (one, other) = (edges.subject[row], edges.object[row])
    return UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }

  /// Compares the statements of one pair of concepts, those that take the same stand at once.
  private mutating func compare(_ group: [EdgeIndex]) {
    var places: [Stand: Int] = [:]
    var stands: [(stand: Stand, edges: [EdgeIndex])] = []
    for index in group {
      let stand = Stand(graph[index])
      let place = places[stand] ?? stands.count
      if place == stands.count {
        places[stand] = place
        stands.append((stand, []))
      }
      stands[place].edges.append(index)
    }
    for (stand, edges) in stands {
      let against = stands.filter { $0.stand.disagrees(with: stand) }.flatMap(\.edges).sorted {
        $0.position < $1.position
      }
      if against.isEmpty { continue }
      for index in edges { standOfEdge[index] = opponents.count }
      opponents.append(against)
    }
  }

  /// Whether there is no disagreement.
  public var isEmpty: Bool { opponents.isEmpty }

  /// Whether something speaks against a statement. O(1).
  public func isDisputed(_ edge: EdgeIndex) -> Bool { standOfEdge[edge] != nil }

  /// The statements that speak against one, in the order of the graph.
  ///
  /// - Complexity: O(1).
  public func against(_ edge: EdgeIndex) -> [EdgeIndex] {
    standOfEdge[edge].map { opponents[$0] } ?? []
  }
}

/// All that matters of a statement for whether another disagrees with it.
private struct Stand: Hashable {
  var runsUpward: Bool
  var isNegated: Bool
  var polarity: Polarity
  var directness: Directness
  var isSymmetric: Bool
  /// Of a kind or a part only.
  var predicate: Predicate?

  init(_ edge: Edge) {
    let predicate = edge.predicate
    runsUpward = edge.subjectIndex.rawValue <= edge.objectIndex.rawValue
    isNegated = edge.isNegated
    polarity = edge.polarity
    directness = predicate.directness
    isSymmetric = predicate.isSymmetric
    self.predicate = directness == .hierarchical ? predicate : nil
  }

  func disagrees(with other: Stand) -> Bool {
    if isNegated != other.isNegated {
      return isNegated ? denies(other) : other.denies(self)
    }
    if isNegated || directness == .hierarchical || other.directness == .hierarchical {
      return false
    }
    return isOpposite(other) && (runsUpward == other.runsUpward || isSymmetric && other.isSymmetric)
  }

  private func denies(_ other: Stand) -> Bool {
    if isOpposite(other) || predicate != other.predicate { return false }
    if directness == .causal, other.directness != .causal { return false }
    return runsUpward == other.runsUpward || isSymmetric
  }

  private func isOpposite(_ other: Stand) -> Bool {
    polarity != .unknown && other.polarity != .unknown && polarity != other.polarity
  }
}
