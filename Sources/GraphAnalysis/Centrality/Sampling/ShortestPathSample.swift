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
    ahead = Side(along, reversed: against)
    back = Side(against, reversed: along)
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
    private let stamp: Buffer<UInt32>
    private let level: Buffer<UInt32>
    private let paths: Buffer<Double>
    private let queue: Buffer<UInt32>
    private var mark: UInt32 = 0
    private var depth: UInt32 = 0
    private var origin = 0
    /// The nodes of the last level, as places of the queue.
    private(set) var frontier = 0..<0
    /// How many edges the next level looks at.
    private(set) var work = 0
    private(set) var crossings: [Crossing] = []

    init(_ rows: SimpleRows, reversed: SimpleRows) {
      self.rows = rows
      self.reversed = reversed
      stamp = Buffer(repeating: 0, count: rows.nodeCount)
      level = Buffer(capacity: rows.nodeCount)
      paths = Buffer(capacity: rows.nodeCount)
      queue = Buffer(capacity: rows.nodeCount)
    }

    func begin(at node: Int) {
      mark &+= 1
      if mark == 0 {
        stamp.base.update(repeating: 0, count: rows.nodeCount)
        mark = 1
      }
      crossings.removeAll(keepingCapacity: true)
      (origin, depth) = (node, 0)
      stamp[node] = mark
      level[node] = 0
      paths[node] = 1
      queue[0] = UInt32(truncatingIfNeeded: node)
      frontier = 0..<1
      work = rows.range(node).count
    }

    @inline(__always)
    private func contains(_ node: Int) -> Bool { stamp[node] == mark }

    /// Searches one level further; the number of shortest paths that go over to the other side, up
    /// to a factor, and 0 where none does.
    func advance(to other: Side) -> Double {
      let (offsets, neighbors) = (rows.offsets.base, rows.neighbors.base)
      let (stamp, paths) = (stamp.base, paths.base)
      var end = frontier.upperBound
      var (total, greatest) = (0.0, 0.0)
      depth += 1
      work = 0
      for place in frontier {
        let node = Int(queue[place])
        let count = paths[node]
        for entry in Int(offsets[node])..<Int(offsets[node + 1]) {
          let next = Int(neighbors[entry])
          if other.contains(next) {
            let product = count * other.paths[next]
            crossings.append(
              Crossing(from: queue[place], to: neighbors[entry], count: product))
            total += product
          } else if stamp[next] != mark {
            stamp[next] = mark
            level[next] = depth
            paths[next] = count
            queue[end] = neighbors[entry]
            end += 1
            work += Int(offsets[next + 1] - offsets[next])
          } else if level[next] == depth {
            paths[next] += count
            greatest = max(greatest, paths[next])
          }
        }
      }
      frontier = frontier.upperBound..<end
      if greatest > 1e120 { for place in frontier { paths[Int(queue[place])] *= 1e-120 } }
      return total
    }

    /// Draws the way from the origin to a node, backwards, and gives its nodes but the origin.
    func walkBack(from node: Int, _ random: inout SampleRandom, _ visit: (Int) -> Void) {
      var node = node
      while node != origin {
        visit(node)
        let wanted = level[node] - 1
        var total = 0.0
        for place in reversed.range(node) {
          let before = Int(reversed.neighbors[place])
          if contains(before), level[before] == wanted { total += paths[before] }
        }
        var left = random.nextUnit() * total
        var next = origin
        for place in reversed.range(node) {
          let before = Int(reversed.neighbors[place])
          guard contains(before), level[before] == wanted else { continue }
          next = before
          left -= paths[before]
          if left < 0 { break }
        }
        node = next
      }
    }
  }
}
