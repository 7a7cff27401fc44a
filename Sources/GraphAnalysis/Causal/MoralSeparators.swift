import DequeModule
import GraphModel

/// The smallest sets of nodes that keep two sets of nodes of a diagram apart.
///
/// A set Z ⊆ An(X ∪ Y ∪ Z) d-separates X and Y exactly where it separates them in the moral graph of
/// the ancestors, in which the nodes of each family (a node with its parents) are all joined
/// (S. L. Lauritzen et al. 1990, doi:10.1002/net.3230200503). The families are kept instead of the
/// joined pairs, so that a node with a million parents costs a million entries and not their square.
///
/// Nodes that may not be conditioned on are taken away beforehand: the families that they connect
/// become one. What is left joins the two sets (`near` and `far`, each shrunk to a single point)
/// through nodes that may all be chosen.
struct MoralSeparators {
  /// The nodes that may be chosen, ascending; the point of choice `i` is `i + 2`.
  private let choices: [Int]
  /// The points of each block of joined families.
  private let points: CompactRows
  /// The blocks of each point.
  private let blocks: CompactRows

  private static let near = 0
  private static let far = 1

  /// Nil where no choice keeps the two apart.
  ///
  /// - Parameters:
  ///   - near: the nodes of one side.
  ///   - far: the nodes of the other side.
  ///   - given: the nodes that are conditioned on in any case.
  ///   - mayChoose: the nodes that may be chosen besides.
  init?(
    _ view: DiagramView, near: [Int], far: [Int], given: [Int], mayChoose: (Int) -> Bool
  ) {
    let ancestral = view.ancestors(of: near + far + given)
    /// The point of a node: −1 for none, −2 for given.
    var point = [Int](repeating: -1, count: view.nodeCount)
    for node in near { point[node] = Self.near }
    for node in far { point[node] = Self.far }
    for node in given { point[node] = -2 }
    var choices: [Int] = []
    for node in ancestral.members where point[node] == -1 && mayChoose(node) {
      point[node] = choices.count + 2
      choices.append(node)
    }
    self.choices = choices

    // Families that share a node that is no point are one block.
    let groups = DisjointSets(count: view.nodeCount)
    for node in ancestral.members {
      view.forEachParent(of: node) { parent in
        if point[Int(parent.node)] == -1 {
          _ = groups.join(groups.root(of: UInt32(node)), groups.root(of: parent.node))
        }
      }
      // A hidden node's own family is the node's group itself.
    }
    var memberships: [BlockMember] = []
    for node in ancestral.members {
      let block = Int(groups.root(of: UInt32(node)))
      if point[node] >= 0 { memberships.append(BlockMember(block: block, point: point[node])) }
      view.forEachParent(of: node) { parent in
        let found = point[Int(parent.node)]
        if found >= 0 { memberships.append(BlockMember(block: block, point: found)) }
      }
    }
    memberships.sort()
    var previous: BlockMember?
    var rows: [BlockMember] = []
    var blockCount = 0
    for member in memberships where member != previous {
      if member.block != previous?.block { blockCount += 1 }
      if member.point == Self.far, previous == BlockMember(block: member.block, point: Self.near) {
        return nil
      }
      rows.append(BlockMember(block: blockCount - 1, point: member.point))
      previous = member
    }
    points = CompactRows(rows: blockCount, rows.map { ($0.block, $0.point) })
    blocks = CompactRows(rows: choices.count + 2, rows.map { ($0.point, $0.block) })
  }

  private struct BlockMember: Comparable {
    var block: Int
    var point: Int
    static func < (a: Self, b: Self) -> Bool { (a.block, a.point) < (b.block, b.point) }
  }

  /// The smallest set that is nearest to the one side: no node of it can be left out, and none of
  /// it can be replaced by nodes nearer to that side.
  ///
  /// - Complexity: O(size of the families).
  var nearest: [Int] { nodes(of: separator(beyond: [Self.near]) ?? []) }

  /// All sets of which no node can be left out, each ascending, by number of nodes and then by
  /// nodes.
  ///
  /// From a smallest set, the next are found by moving one of its nodes to the near side
  /// (T. Kloks & D. Kratsch 1998, doi:10.1137/S009753979427087X).
  ///
  /// - Complexity: O(k s · size of the families) time for k sets of at most s nodes; O(k s) space.
  func all(limit: Int) -> (sets: [[Int]], isTruncated: Bool) {
    guard let first = separator(beyond: [Self.near]) else { return ([[]], false) }
    var seen: Set<[Int]> = [first]
    var found = [first]
    var queue: Deque<[Int]> = [first]
    var isTruncated = false
    search: while let separator = queue.popFirst() {
      let nearSide = part(of: Self.near, without: separator)
      for moved in separator {
        guard let next = self.separator(beyond: nearSide + [moved]), !seen.contains(next) else {
          continue
        }
        guard found.count < limit else {
          isTruncated = true
          break search
        }
        seen.insert(next)
        found.append(next)
        queue.append(next)
      }
    }
    found.sort { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
    return (found.map(nodes), isTruncated)
  }

  private func nodes(of points: [Int]) -> [Int] { points.map { choices[$0 - 2] } }

  /// What borders on the far side, once `nearSide` and all that borders on it are taken away; nil
  /// where the far side itself borders on it.
  private func separator(beyond nearSide: [Int]) -> [Int]? {
    let border = self.border(of: nearSide)
    guard !border.contains(Self.far) else { return nil }
    return self.border(of: part(of: Self.far, without: border + nearSide)).sorted()
  }

  /// The points that are joined to one of `inside` and are not in it.
  private func border(of inside: [Int]) -> [Int] {
    var isSeen = [Bool](repeating: false, count: choices.count + 2)
    for point in inside { isSeen[point] = true }
    var isSeenBlock = [Bool](repeating: false, count: points.count)
    var border: [Int] = []
    for point in inside {
      for block in blocks[point] where !isSeenBlock[block] {
        isSeenBlock[block] = true
        for other in points[block] where !isSeen[other] {
          isSeen[other] = true
          border.append(other)
        }
      }
    }
    return border
  }

  /// Every point that hangs together with `start` once `removed` are taken away.
  private func part(of start: Int, without removed: [Int]) -> [Int] {
    var isSeen = [Bool](repeating: false, count: choices.count + 2)
    for point in removed { isSeen[point] = true }
    isSeen[start] = true
    var isSeenBlock = [Bool](repeating: false, count: points.count)
    var part = [start]
    var next = 0
    while next < part.count {
      for block in blocks[part[next]] where !isSeenBlock[block] {
        isSeenBlock[block] = true
        for other in points[block] where !isSeen[other] {
          isSeen[other] = true
          part.append(other)
        }
      }
      next += 1
    }
    return part
  }
}

/// Lists of numbers by row, packed.
private struct CompactRows {
  private var offsets: [Int]
  private var values: [Int]

  var count: Int { offsets.count - 1 }

  init(rows: Int, _ entries: [(row: Int, value: Int)]) {
    offsets = [Int](repeating: 0, count: rows + 1)
    for entry in entries { offsets[entry.row + 1] += 1 }
    for row in 0..<rows { offsets[row + 1] += offsets[row] }
    var next = offsets
    values = [Int](repeating: 0, count: entries.count)
    for entry in entries {
      values[next[entry.row]] = entry.value
      next[entry.row] += 1
    }
  }

  subscript(row: Int) -> ArraySlice<Int> { values[offsets[row]..<offsets[row + 1]] }
}
