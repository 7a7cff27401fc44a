/// Finds the nodes that have a name with a ``NameKey``: a hash table over the keys' bytes, of
/// which only the nodes are stored; the keys are made again from the nodes' names.
///
/// A slot is 0 where it is free, else the high half of the key's hash above the number of the node
/// plus one. The number of slots is a power of two.
///
/// - Complexity: O(total length of the names) to make; O(names of the nodes found) expected to
///   find; 16 to 32 bytes a name.
package struct NameIndex: Sendable {
  package let slots: Column<UInt64>

  package init(slots: Column<UInt64>) { self.slots = slots }

  /// Enters every label, synonym and abbreviation of a graph.
  package init(_ graph: KnowledgeGraph, threads: Int = Parallel.standardThreads) {
    let chunk = 1 << 14
    let count = graph.nodeCount
    let lists = [[(hash: UInt64, node: UInt32)]](repeating: [], count: (count + chunk - 1) / chunk)
    var found = lists
    found.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let found = buffer
      Parallel.forEachChunk(count: count, length: chunk, threads: threads) { number, range in
        found[number] = Self.keys(of: range, in: graph)
      }
    }
    var size = 16
    while size < found.reduce(0, { $0 + $1.count }) * 2 { size *= 2 }
    slots = Column(count: size) { slots in
      slots.initialize(repeating: 0)
      for (hash, node) in found.joined() {
        var slot = Int(truncatingIfNeeded: hash) & (size - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = hash & 0xffff_ffff_0000_0000 | UInt64(node + 1)
      }
    }
  }

  private static func keys(
    of range: Range<Int>, in graph: KnowledgeGraph
  ) -> [(hash: UInt64, node: UInt32)] {
    var found: [(hash: UInt64, node: UInt32)] = []
    found.reserveCapacity(range.count)
    for position in range {
      let index = NodeIndex(position)
      let first = found.count
      for name in graph[index].names {
        let key = NameKey(name)
        if key.isEmpty { continue }
        let hash = ByteHash.hash(key.description)
        if !found[first...].contains(where: { $0.hash == hash }) {
          found.append((hash, index.rawValue))
        }
      }
    }
    return found
  }

  /// The nodes with a name that has this key, in canonical order.
  func nodes(with key: NameKey, in graph: KnowledgeGraph) -> [NodeIndex] {
    let count = slots.count
    guard !key.isEmpty, count > 0, count & (count - 1) == 0 else { return [] }
    let hash = ByteHash.hash(key.description)
    var slot = Int(truncatingIfNeeded: hash) & (count - 1)
    var found: [NodeIndex] = []
    for _ in 0..<count {
      let entry = slots[slot]
      if entry == 0 { break }
      let low = UInt32(truncatingIfNeeded: entry)
      if entry >> 32 == hash >> 32, low > 0, Int(low) <= graph.nodeCount {
        let node = NodeIndex(rawValue: low - 1)
        if graph[node].names.contains(where: { NameKey($0) == key }) { found.append(node) }
      }
      slot = (slot + 1) & (count - 1)
    }
    var last: NodeIndex?
    return found.sorted().filter { node in
      defer { last = node }
      return node != last
    }
  }
}

extension Node {
  /// Every name: the label, the synonyms and the abbreviations.
  var names: [String] { [label] + synonyms + abbreviations }
}
