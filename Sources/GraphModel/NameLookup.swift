/// Finds the nodes that a person's words could mean.
///
/// - Complexity: O(total length of the names) once, and not at all for a graph from a snapshot,
///   which has the index of its names; O(1) expected for ``nodes(named:)``, but
///   O(total length of the names) where no name is written so.
public struct NameLookup: Sendable {
  private let graph: KnowledgeGraph
  private let index: NameIndex

  /// Reads every label, synonym and abbreviation of the graph.
  public init(_ graph: KnowledgeGraph) {
    self.graph = graph
    index = graph.storage.nodesByName ?? NameIndex(graph)
  }

  /// Every name with its key; of names of a node with one key the first.
  private var names: [(key: NameKey, name: String, node: NodeIndex)] {
    var names: [(key: NameKey, name: String, node: NodeIndex)] = []
    for node in graph.nodes {
      let first = names.count
      for name in node.names {
        let key = NameKey(name)
        if key.isEmpty || names[first...].contains(where: { $0.key == key }) { continue }
        names.append((key, name, node.index))
      }
    }
    return names
  }

  /// The nodes that a label, synonym, abbreviation, CURIE or IRI names; case and accents are
  /// ignored in names, not in identifiers. Empty: nothing has the name. Two or more: the name is
  /// ambiguous, and the caller must ask, never choose.
  public func nodes(named text: String) -> [Node] {
    let trimmed = text.trimmingSpaces
    if let node = graph.node(id: NodeID(trimmed)) { return [node] }
    if let curie = graph.prefixes.curie(of: trimmed), let node = graph.node(id: NodeID(curie)) {
      return [node]
    }
    let key = NameKey(trimmed)
    let found = index.nodes(with: key, in: graph)
    if !found.isEmpty { return found.map { graph[$0] } }
    return spelledOtherwise(key).map { graph[$0] }
  }

  /// The nodes with the name in the other English spelling; looked through only where nothing has
  /// the name as it is written.
  private func spelledOtherwise(_ key: NameKey) -> [NodeIndex] {
    let wanted = SpellingKey(key)
    if wanted.description.isEmpty { return [] }
    var found: [NodeIndex] = []
    for entry in names {
      if SpellingKey(entry.key) == wanted, !found.contains(entry.node) { found.append(entry.node) }
    }
    return found
  }

  /// Nodes of which a name contains the text, best first: whole name, start of the name, start of
  /// a word, anywhere; then by the length of the name; then by position.
  public func search(_ text: String) -> [Node] {
    let wanted = NameKey(text).description
    if wanted.isEmpty { return [] }
    var best: [NodeIndex: (rank: Int, length: Int)] = [:]
    for entry in names {
      let name = entry.key.description
      let rank: Int
      if name == wanted {
        rank = 0
      } else if name.hasPrefix(wanted) {
        rank = 1
      } else if name.contains(" " + wanted) {
        rank = 2
      } else if name.contains(wanted) || entry.name.lowercased().contains(text.lowercased()) {
        rank = 3
      } else {
        continue
      }
      let length = name.utf8.count
      if let old = best[entry.node], (old.rank, old.length) <= (rank, length) { continue }
      best[entry.node] = (rank, length)
    }
    return best.sorted {
      ($0.value.rank, $0.value.length, $0.key.rawValue)
        < ($1.value.rank, $1.value.length, $1.key.rawValue)
    }.map { graph[$0.key] }
  }

  /// The nearest names to a name that nothing has, best first: names that share a word or that
  /// are within a third of their length in edit distance (Damerau 1964, restricted).
  public func suggestions(for text: String, limit: Int = 3) -> [String] {
    let wanted = Array(NameKey(text).description.utf8)
    if wanted.isEmpty { return [] }
    let words = Set(wanted.split(separator: 0x20).filter { $0.count > 3 })
    var scored: [(cost: Double, order: Int, name: String, node: NodeIndex)] = []
    for (order, entry) in names.enumerated() {
      let name = Array(entry.key.description.utf8)
      let longest = max(name.count, wanted.count)
      let shared = name.split(separator: 0x20).contains { words.contains($0) }
      if !shared, abs(name.count - wanted.count) * 3 > longest { continue }
      let distance = EditDistance.between(wanted, name)
      let cost = Double(distance) / Double(longest)
      if cost <= 1.0 / 3 || shared { scored.append((cost, order, entry.name, entry.node)) }
    }
    var seen = Set<NodeIndex>()
    return scored.sorted { ($0.cost, $0.order) < ($1.cost, $1.order) }
      .filter { seen.insert($0.node).inserted }.prefix(limit).map(\.name)
  }
}

extension String {
  /// The text without white space at either end.
  package var trimmingSpaces: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

/// The restricted Damerau–Levenshtein distance: insertions, deletions, substitutions and swaps of
/// neighbours (Damerau 1964, https://doi.org/10.1145/363958.363994).
///
/// - Complexity: O(a · b) time, O(b) space.
package enum EditDistance {
  package static func between(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        row[j] = min(last[j] + 1, row[j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
