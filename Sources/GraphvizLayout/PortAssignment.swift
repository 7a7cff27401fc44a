import GraphExport

/// Gives every end of a line a place of its own on the side of its node.
struct PortAssignment {
  struct End {
    var edge: Int
    var isSubject: Bool
    var node: Int
    var isLeft: Bool
    /// Ends stand from top to bottom by this.
    var key: Double
  }

  private(set) var subjects: [Int: Point] = [:]
  private(set) var objects: [Int: Point] = [:]
  private var crowds: [Int: (subject: Int, object: Int)] = [:]

  /// Spreads the ends evenly.
  ///
  /// - Parameters:
  ///   - cells: the place of every node.
  ///   - usesWholeSide: for each node, whether its ends spread over all of its side rather than
  ///     keeping close to its middle.
  /// - Complexity: O(k log k) for k ends.
  init(ends: [End], cells: [Rect], usesWholeSide: [Bool]) {
    let sorted = ends.sorted { a, b in
      if a.node != b.node { return a.node < b.node }
      if a.isLeft != b.isLeft { return a.isLeft }
      if a.key != b.key { return a.key < b.key }
      return a.edge == b.edge ? a.isSubject && !b.isSubject : a.edge < b.edge
    }
    var first = 0
    while first < sorted.count {
      var last = first + 1
      while last < sorted.count, sorted[last].node == sorted[first].node,
        sorted[last].isLeft == sorted[first].isLeft
      {
        last += 1
      }
      let count = last - first
      let node = sorted[first].node
      let frame = cells[node]
      let room = (frame.height - 6) / Double(count)
      let spacing = usesWholeSide[node] ? min(room, 20) : min(room, BoxPlanner.portSpacing)
      for position in first..<last {
        let end = sorted[position]
        let step = Double(position - first) - Double(count - 1) / 2
        let place = Point(end.isLeft ? frame.x : frame.maxX, frame.midY + step * spacing)
        var crowd = crowds[end.edge] ?? (0, 0)
        if end.isSubject {
          subjects[end.edge] = place
          crowd.subject = count
        } else {
          objects[end.edge] = place
          crowd.object = count
        }
        crowds[end.edge] = crowd
      }
      first = last
    }
  }

  /// How many lines end on the side at which this one does.
  func crowd(_ edge: Int, _ atSubject: Bool) -> Int {
    let crowd = crowds[edge] ?? (0, 0)
    return atSubject ? crowd.subject : crowd.object
  }
}
