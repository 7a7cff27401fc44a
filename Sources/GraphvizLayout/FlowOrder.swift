/// Puts the boxes of a graph with cycles in an order that few lines run against.
///
/// The greedy heuristic of Eades, Lin and Smyth, "A fast and effective heuristic for the feedback
/// arc set problem", 1993, doi:10.1016/0020-0190(93)90079-O: sinks go to the end, sources to the
/// beginning, and where there are neither, the box with the most lines out over lines in goes to
/// the beginning. At most m/2 − n/6 lines run against the order. Ties go to the lowest number.
///
/// `dot` breaks cycles as a depth-first search meets them, which draws some graphs out to hundreds
/// of ranks; lines turned along this order give it none to break.
enum FlowOrder {
  /// The place of every box in the order.
  ///
  /// - Parameter lines: tails and heads; parallel lines count each, loops not.
  /// - Complexity: O(n² + m) time, O(n + m) space.
  static func places(count: Int, lines: [(tail: Int, head: Int)]) -> [Int] {
    var successors = [[Int]](repeating: [], count: count)
    var predecessors = [[Int]](repeating: [], count: count)
    for line in lines where line.tail != line.head {
      successors[line.tail].append(line.head)
      predecessors[line.head].append(line.tail)
    }
    var outgoing = successors.map(\.count)
    var incoming = predecessors.map(\.count)
    var isPlaced = [Bool](repeating: false, count: count)
    var front: [Int] = []
    var back: [Int] = []
    var sinks = (0..<count).filter { outgoing[$0] == 0 }
    var sources = (0..<count).filter { incoming[$0] == 0 && outgoing[$0] > 0 }

    func remove(_ box: Int) {
      isPlaced[box] = true
      for next in successors[box] where !isPlaced[next] {
        incoming[next] -= 1
        if incoming[next] == 0 { sources.append(next) }
      }
      for previous in predecessors[box] where !isPlaced[previous] {
        outgoing[previous] -= 1
        if outgoing[previous] == 0 { sinks.append(previous) }
      }
    }

    while front.count + back.count < count {
      if let sink = sinks.popLast() {
        if isPlaced[sink] { continue }
        back.append(sink)
        remove(sink)
      } else if let source = sources.popLast() {
        if isPlaced[source] { continue }
        front.append(source)
        remove(source)
      } else {
        var best: Int?
        for box in 0..<count where !isPlaced[box] {
          if let found = best,
            outgoing[found] - incoming[found] >= outgoing[box] - incoming[box]
          {
            continue
          }
          best = box
        }
        guard let best else { break }
        front.append(best)
        remove(best)
      }
    }
    var places = [Int](repeating: 0, count: count)
    for (place, box) in (front + back.reversed()).enumerated() { places[box] = place }
    return places
  }

  /// The lines between neighbouring ranks, and those that pass one rank, where each box has the
  /// rank of the longest way to it.
  ///
  /// Every box but a source keeps a line from the rank before it, so these lines alone give every
  /// box the same rank as all of them do, and the others still run forward. They are what makes
  /// `dot` slow: it puts a box of its own on every rank that a line passes.
  ///
  /// - Parameter places: an order that no line runs against.
  /// - Complexity: O(n + m log m).
  static func shortLines(_ lines: [LayoutProblem.Line], places: [Int]) -> [LayoutProblem.Line] {
    var ranks = [Int](repeating: 0, count: places.count)
    for line in lines.sorted(by: { places[$0.tail] < places[$1.tail] }) {
      ranks[line.head] = max(ranks[line.head], ranks[line.tail] + 1)
    }
    return lines.filter { ranks[$0.head] - ranks[$0.tail] <= 2 }
  }
}
