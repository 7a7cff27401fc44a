/// The minimal sets of nodes that separate two nodes of a diagram.
///
/// Two nodes are d-separated by a set of their ancestors just when the set separates them in the
/// moral graph of these ancestors: parents of a common child joined, directions dropped (S.
/// Lauritzen et al. 1990, doi:10.1002/net.3230200503). Nodes that no set may hold are taken out of
/// the moral graph and their neighbours joined. In what is left the minimal separators are
/// enumerated from the one nearest the first node towards the second (H. Shen & W. Liang 1997,
/// doi:10.1016/S0304-3975(97)83809-6), as B. van der Zander, M. Liśkiewicz & J. Textor do it 2014
/// (*Constructing Separators and Adjustment Sets in Ancestral Graphs*).
///
/// - Complexity: O(s n²) time for s sets of a moral graph of n nodes, after O(n³) at worst to take
///   nodes out.
struct MoralSeparators {
  private var neighbors: [Int: Set<Int>] = [:]
  private let from: Int
  private let to: Int

  /// - Parameter mayHold: whether a set may hold a node.
  init(_ diagram: CausalDiagram, from: Int, to: Int, mayHold: (Int) -> Bool) {
    self.from = from
    self.to = to
    let isInside = diagram.areAncestors(of: [from, to])
    let inside = isInside.indices.filter { isInside[$0] }
    for node in inside { neighbors[node] = [] }
    for node in inside {
      let parents = diagram.parents[node]
      for (place, parent) in parents.enumerated() {
        join(parent, node)
        for other in parents[..<place] { join(parent, other) }
      }
    }
    for node in inside where node != from && node != to && !mayHold(node) { remove(node) }
  }

  private mutating func join(_ a: Int, _ b: Int) {
    guard a != b else { return }
    neighbors[a]?.insert(b)
    neighbors[b]?.insert(a)
  }

  private mutating func remove(_ node: Int) {
    let around = neighbors.removeValue(forKey: node)?.sorted() ?? []
    for (place, neighbor) in around.enumerated() {
      neighbors[neighbor]?.remove(node)
      for other in around[..<place] { join(neighbor, other) }
    }
  }

  /// What is reached from a node without entering a set.
  private func component(of node: Int, without set: Set<Int>) -> Set<Int> {
    var found: Set<Int> = [node]
    var stack = [node]
    while let here = stack.popLast() {
      for next in neighbors[here] ?? [] where !set.contains(next) && found.insert(next).inserted {
        stack.append(next)
      }
    }
    return found
  }

  private func surroundings(of nodes: Set<Int>) -> Set<Int> {
    nodes.reduce(into: Set<Int>()) { $0.formUnion(neighbors[$1] ?? []) }.subtracting(nodes)
  }

  /// The separator that is nearest to the end among those that leave a part on the side of the
  /// start; nil where there is none.
  private func separator(around part: Set<Int>) -> Set<Int>? {
    let fence = surroundings(of: part)
    guard !part.contains(to), !fence.contains(to) else { return nil }
    return surroundings(of: component(of: to, without: fence))
  }

  /// The minimal separators, those of fewer nodes first and then in node order; at most `limit`.
  func minimal(limit: Int, isCancelled: () -> Bool = { false }) -> (sets: [[Int]], isWhole: Bool) {
    guard let first = separator(around: [from]) else { return ([], true) }
    var known: Set<Set<Int>> = [first]
    var queue = [first]
    var next = 0
    var isWhole = true
    search: while next < queue.count {
      let set = queue[next]
      next += 1
      let mine = component(of: from, without: set)
      for node in set.sorted() {
        if isCancelled() || known.count > limit {
          isWhole = false
          break search
        }
        guard let other = separator(around: mine.union([node])), known.insert(other).inserted
        else { continue }
        queue.append(other)
      }
    }
    let sets = queue.map { $0.sorted() }.sorted {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
    return (Array(sets.prefix(limit)), isWhole && sets.count <= limit)
  }
}
