/// Draws shortest paths at random: a pair of nodes, each pair as likely, and one of the shortest
/// paths between them, each as likely.
///
/// Breadth-first search from both ends, level by level, at each step from the end whose level has
/// fewer edges, counts the shortest paths to and from the nodes where the searches meet (M. Borassi
/// & E. Natale 2019, doi:10.1145/3284359, section 4); from there the path is drawn hop by hop back
/// to each end. Only ratios of counts within one level matter, so a level whose counts grow beyond
/// bounds is scaled.
///
/// - Complexity: O(n + m) time for a path at worst, far less on graphs of small diameter; O(n) space,
///   reused from path to path.
final class ShortestPathSample {
  private let ahead: Side
  private let back: Side
  private let nodeCount: Int

  /// - Parameters:
  ///   - along: the rows along the edges.
  ///   - against: the same edges the other way round, the nodes numbered alike.
  init(along: SimpleRows, against: SimpleRows) {
    nodeCount = along.nodeCount
    // What both sides know of a node lies together: looking at a neighbour reads one line of memory.
    let visits = Buffer(repeating: Visit(), count: 2 * nodeCount)
    ahead = Side(along, reversed: against, visits, side: 0)
    back = Side(against, reversed: along, visits, side: 1)
  }

  /// What the search from one end knows of a node.
  fileprivate struct Visit: BitwiseCopyable {
    /// The search that it belongs to.
    var mark: UInt32 = 0
    var level: UInt32 = 0
    /// How many shortest paths lead there, up to a factor for all of a level.
    var paths = 0.0
  }

  /// Draws a pair and a path, and gives the nodes on the path between its ends; none where nothing
  /// leads from the one to the other. There must be two nodes.
  func draw(_ random: inout SampleRandom, _ visit: (Int) -> Void) {
    let start = random.next(below: nodeCount)
    var end = random.next(below: nodeCount - 1)
    if end >= start { end += 1 }
    ahead.begin(at: start)
    back.begin(at: end)
    while !ahead.frontier.isEmpty, !back.frontier.isEmpty {
      let total = ahead.work <= back.work ? ahead.advance(to: back) : back.advance(to: ahead)
      guard total > 0 else { continue }
      guard let crossing = drawn(total, &random) else { return }
      ahead.walkBack(from: crossing.ahead, &random, visit)
      back.walkBack(from: crossing.back, &random, visit)
      return
    }
  }

  private struct Crossing {
    var ahead: Int
    var back: Int
  }

  /// One of the hops on which the searches met, as likely as there are shortest paths over it.
  private func drawn(_ total: Double, _ random: inout SampleRandom) -> Crossing? {
    let side = ahead.crossings.isEmpty ? back : ahead
    var left = random.nextUnit() * total
    var last: Side.Crossing?
    for crossing in side.crossings {
      last = crossing
      left -= crossing.count
      if left < 0 { break }
    }
    guard let last else { return nil }
    return side === ahead
      ? Crossing(ahead: Int(last.from), back: Int(last.to))
      : Crossing(ahead: Int(last.to), back: Int(last.from))
  }

  /// The search from one end.
  private final class Side {
    /// A hop from a node of this side to one of the other, and the number of shortest paths over it,
    /// up to a factor for all.
    struct Crossing {
      var from: UInt32
      var to: UInt32
      var count: Double
    }

    private let rows: SimpleRows
    private let reversed: SimpleRows
    /// Of node v the visit of this side is at 2 v + side.
    private let visits: Buffer<Visit>
    private let side: Int
    private let queue: Buffer<UInt32>
    private var mark: UInt32 = 0
    private var depth: UInt32 = 0
    private var origin = 0
    /// The nodes of the last level, as places of the queue.
    private(set) var frontier = 0..<0
    /// How many edges the next level looks at.
    private(set) var work = 0
    private(set) var crossings: [Crossing] = []

    init(_ rows: SimpleRows, reversed: SimpleRows, _ visits: Buffer<Visit>, side: Int) {
      self.rows = rows
      self.reversed = reversed
      self.visits = visits
      self.side = side
      queue = Buffer(capacity: rows.nodeCount)
    }

    func begin(at node: Int) {
      mark &+= 1
      if mark == 0 {
        for node in 0..<rows.nodeCount { visits[2 * node + side].mark = 0 }
        mark = 1
      }
      crossings.removeAll(keepingCapacity: true)
      (origin, depth) = (node, 0)
      visits[2 * node + side] = Visit(mark: mark, level: 0, paths: 1)
      queue[0] = UInt32(truncatingIfNeeded: node)
      frontier = 0..<1
      work = rows.range(node).count
    }

    /// Searches one level further; the number of shortest paths that go over to the other side, up
    /// to a factor, and 0 where none does.
    func advance(to other: Side) -> Double {
      let (offsets, neighbors) = (rows.offsets.base, rows.neighbors.base)
      let (visits, queue) = (visits.base, queue.base)
      let (mark, otherMark) = (mark, other.mark)
      let depth = self.depth + 1
      var (end, work) = (frontier.upperBound, 0)
      var (total, greatest) = (0.0, 0.0)
      for place in frontier {
        let node = Int(queue[place])
        let count = visits[2 * node + side].paths
        for entry in Int(offsets[node])..<Int(offsets[node + 1]) {
          let next = Int(neighbors[entry])
          let across = visits[2 * next + 1 - side]
          if across.mark == otherMark {
            let product = count * across.paths
            crossings.append(
              Crossing(from: queue[place], to: neighbors[entry], count: product))
            total += product
            continue
          }
          let visit = visits + (2 * next + side)
          if visit.pointee.mark != mark {
            visit.pointee = Visit(mark: mark, level: depth, paths: count)
            queue[end] = neighbors[entry]
            end &+= 1
            work &+= Int(offsets[next + 1] - offsets[next])
          } else if visit.pointee.level == depth {
            visit.pointee.paths += count
            greatest = max(greatest, visit.pointee.paths)
          }
        }
      }
      self.depth = depth
      self.work = work
      frontier = frontier.upperBound..<end
      if greatest > 1e120 {
        for place in frontier { visits[2 * Int(queue[place]) + side].paths *= 1e-120 }
      }
      return total
    }

    /// Draws the way from the origin to a node, backwards, and gives its nodes but the origin.
    func walkBack(from node: Int, _ random: inout SampleRandom, _ visit: (Int) -> Void) {
      var node = node
      while node != origin {
        visit(node)
        let wanted = visits[2 * node + side].level - 1
        var total = 0.0
        forEachNode(before: node, at: wanted) { total += $1 }
        var left = random.nextUnit() * total
        var next = -1
        forEachNode(before: node, at: wanted) { before, paths in
          if next >= 0, left < 0 { return }
          next = before
          left -= paths
        }
        guard next >= 0 else { return }
        node = next
      }
    }

    /// The nodes of a level that lead to a node, and how many shortest paths lead to each.
    @inline(__always)
    private func forEachNode(before node: Int, at level: UInt32, _ body: (Int, Double) -> Void) {
      for place in reversed.range(node) {
        let before = Int(reversed.neighbors[place])
        let known = visits[2 * before + side]
        if known.mark == mark, known.level == level { body(before, known.paths) }
      }
    }
  }
}
