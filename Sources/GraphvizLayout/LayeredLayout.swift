import GraphExport
import GraphModel

/// The layout of a graph whose nodes have roles: columns from causes to diseases.
///
/// The gaps between columns hold nothing but lines, so that no line ever runs under a box: a line
/// to the next column is one S-curve through the gap; a line that passes a column runs level
/// through a *channel*, a place that `dot` keeps free for the lines of one hub; a line within a
/// column is a bow beside it. At a node every line has a place of its own, and the places are in
/// the order of the lines' other ends, so that lines of a fan do not cross.
struct LayeredLayout {
  let drawing: Drawing
  let planner: BoxPlanner
  let rootOfNode: [Int]
  /// The layers that have boxes, from left to right.
  let layers: [Int]
  /// The column of each node: an index into ``layers``.
  let columnOfNode: [Int]

  /// The width of the gap between two columns.
  static let gap = 168.0
  /// Between two lines in a channel.
  static let laneSpacing = 11.0

  init(_ drawing: Drawing) {
    self.drawing = drawing
    planner = BoxPlanner(drawing)
    rootOfNode = planner.rootOfNode
    let layers = Set(drawing.nodes.map(\.layer)).sorted()
    self.layers = layers
    columnOfNode = drawing.nodes.map { layers.firstIndex(of: $0.layer) ?? 0 }
  }

  /// The lines of one hub that pass one column.
  struct Channel {
    var column: Int
    var hub: Int
    /// Positions of edges in the drawing.
    var edges: [Int]
    /// The position in the layout problem.
    var place = 0
  }

  func geometry() throws(RenderError) -> DrawingGeometry {
    var channels = self.channels()
    let boxes = self.boxes()
    let columns = layers.indices.map { column in
      boxes.indices.filter { columnOfNode[boxes[$0].cells[0].node] == column }
    }
    var problem = LayoutProblem(rankGap: Self.gap, boxGap: 18)
    problem.boxes = boxes.map { .init(width: $0.width, height: $0.height) }
    for position in channels.indices {
      channels[position].place = problem.boxes.count
      let height = Double(channels[position].edges.count) * Self.laneSpacing + 4
      problem.boxes.append(
        .init(width: columnWidth(columns[channels[position].column], boxes), height: height))
    }
    var sections = columns.map { self.sections($0, boxes) }
    for column in sections.indices {
      for position in sections[column].indices.dropFirst() {
        sections[column][position].divider = problem.boxes.count
        problem.boxes.append(
          .init(width: columnWidth(columns[column], boxes), height: Self.dividerHeight))
      }
    }
    problem.ranks = layers.indices.map { column in
      columns[column] + channels.filter { $0.column == column }.map(\.place)
        + sections[column].compactMap(\.divider)
    }
    connect(&problem, boxes: boxes, columns: columns, channels: channels)
    problem.orders = orders(
      problem, sections: sections, channels: channels)
    let solution = try DotEngine.solve(problem)

    let placed = boxes.indices.map { position in
      let center = solution.centers[position]
      let box = boxes[position]
      return DrawingGeometry.PlacedBox(
        box: box, origin: Point(center.x - box.width / 2, center.y - box.height / 2))
    }
    let lanes = channels.map { channel in
      let center = solution.centers[channel.place]
      let size = problem.boxes[channel.place]
      return Rect(
        x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width,
        height: size.height)
    }
    let routes = LayeredRouting(
      layout: self, boxes: placed, channels: channels, channelFrames: lanes
    ).routes()
    let headings = sections.flatMap { sections in
      sections.compactMap { section -> DrawingGeometry.Heading? in
        guard let place = section.divider else {
          return section.boxes.first.map {
            .init(band: section.band, isTop: true, frame: placed[$0].frame)
          }
        }
        let center = solution.centers[place]
        let width = problem.boxes[place].width
        return .init(
          band: section.band, isTop: false,
          frame: Rect(
            x: center.x - width / 2, y: center.y - Self.dividerHeight / 2, width: width,
            height: Self.dividerHeight))
      }
    }
    return DrawingGeometry(
      boxes: placed, routes: routes, headings: headings,
      bounds: DrawingLayout.bounds(placed, routes))
  }

  /// Edges that are lines between boxes or between two cells of one.
  var lines: [Int] { drawing.edges.indices.filter { !drawing.edges[$0].isContainment } }

  /// Where a line leaves the column of a node: at its left or at its right.
  func leavesLeft(_ edge: Int, from node: Int) -> Bool {
    let other =
      drawing.edges[edge].subject == node ? drawing.edges[edge].object : drawing.edges[edge].subject
    let here = columnOfNode[node]
    let there = columnOfNode[other]
    // A bow within the first column stands at its outer side, away from the traffic.
    return here == there ? here == 0 && layers.count > 1 : there < here
  }

  private func boxes() -> [DrawingBox] {
    var ports = [PortCounts](repeating: PortCounts(), count: drawing.nodes.count)
    for edge in lines {
      for node in [drawing.edges[edge].subject, drawing.edges[edge].object] {
        if leavesLeft(edge, from: node) { ports[node].left += 1 } else { ports[node].right += 1 }
      }
    }
    let roots = planner.roots
    let natural = roots.map { planner.naturalWidth(of: $0) }
    return zip(roots, natural).map { root, _ in
      // All boxes of a column are of one width, so that their borders are in line.
      let width = zip(roots, natural).reduce(110.0) { widest, other in
        columnOfNode[other.0] == columnOfNode[root] ? max(widest, other.1) : widest
      }
      return planner.box(of: root, width: width.rounded(.up), ports: ports)
    }
  }

  /// The height of a heading within a column.
  static let dividerHeight = 22.0

  /// The boxes of a column that stand under one heading.
  private struct Section {
    var band: Band
    var boxes: [Int]
    /// The place of its heading in the layout problem; nil for the first of the column.
    var divider: Int?
  }

  /// The bands of a column that have boxes, from top to bottom.
  private func sections(_ column: [Int], _ boxes: [DrawingBox]) -> [Section] {
    Band.allCases.compactMap { band in
      let members = column.filter { drawing.nodes[boxes[$0].cells[0].node].band == band }
      return members.isEmpty ? nil : Section(band: band, boxes: members)
    }
  }

  private func columnWidth(_ column: [Int], _ boxes: [DrawingBox]) -> Double {
    column.first.map { boxes[$0].width } ?? 110
  }

  /// The channels of all lines that pass a column, those of one hub together.
  private func channels() -> [Channel] {
    var channels: [Channel] = []
    for edge in lines {
      let ends = [drawing.edges[edge].subject, drawing.edges[edge].object]
        .sorted { columnOfNode[$0] < columnOfNode[$1] }
      let hub = ends.first { drawing.nodes[$0].role == .condition } ?? ends[0]
      let passed =
        (columnOfNode[ends[0]] + 1)..<max(columnOfNode[ends[0]] + 1, columnOfNode[ends[1]])
      for column in passed {
        if let found = channels.firstIndex(where: { $0.column == column && $0.hub == hub }) {
          channels[found].edges.append(edge)
        } else {
          channels.append(Channel(column: column, hub: hub, edges: [edge]))
        }
      }
    }
    return channels
  }

  /// Tells `dot` what hangs together: every line, piece by piece from column to column.
  private func connect(
    _ problem: inout LayoutProblem, boxes: [DrawingBox], columns: [[Int]], channels: [Channel]
  ) {
    var boxOfRoot: [Int: Int] = [:]
    for (position, box) in boxes.enumerated() { boxOfRoot[box.cells[0].node] = position }
    var linked = Set<Int>()
    for edge in lines {
      let ends = [drawing.edges[edge].subject, drawing.edges[edge].object]
        .sorted { columnOfNode[$0] < columnOfNode[$1] }
      guard columnOfNode[ends[0]] < columnOfNode[ends[1]],
        let first = boxOfRoot[rootOfNode[ends[0]]], let last = boxOfRoot[rootOfNode[ends[1]]]
      else { continue }
      let stops = channels.filter { $0.edges.contains(edge) }.sorted { $0.column < $1.column }
      var previous = first
      for stop in stops.map(\.place) + [last] {
        problem.lines.append(.init(tail: previous, head: stop))
        previous = stop
      }
      linked.formUnion(columnOfNode[ends[0]]..<columnOfNode[ends[1]])
    }
    for column in layers.indices.dropLast() where !linked.contains(column) {
      if let tail = columns[column].first, let head = columns[column + 1].first {
        problem.lines.append(.init(tail: tail, head: head, weight: 0, isInvisible: true))
      }
    }
  }

  /// The order in each column, where it does not matter for crossings: as the documents have it,
  /// with the channel in the middle. Where it does matter, `dot` finds the order, and only the
  /// bands are kept one beneath the other.
  private func orders(
    _ problem: LayoutProblem, sections: [[Section]], channels: [Channel]
  ) -> [[Int]] {
    let isStar = lines.allSatisfy { edge in
      let ends = [drawing.edges[edge].subject, drawing.edges[edge].object]
      return rootOfNode[ends[0]] == rootOfNode[ends[1]]
        || ends.contains { drawing.nodes[$0].role == .condition }
    }
    guard isStar, channels.count <= layers.count else {
      return sections.flatMap { sections in
        zip(sections, sections.dropFirst()).flatMap { above, below in
          below.divider.map { divider in
            above.boxes.map { [$0, divider] } + below.boxes.map { [divider, $0] }
          } ?? []
        }
      }
    }
    return sections.indices.map { column in
      var order = sections[column].flatMap { ($0.divider.map { [$0] } ?? []) + $0.boxes }
      for channel in channels where channel.column == column {
        let total = order.reduce(0) { $0 + problem.boxes[$1].height }
        var above = 0.0
        var place = 0
        while place < order.count, above + problem.boxes[order[place]].height / 2 < total / 2 {
          above += problem.boxes[order[place]].height
          place += 1
        }
        // Never between a heading and what it heads.
        if place > 0, sections[column].contains(where: { $0.divider == order[place - 1] }) {
          place -= 1
        }
        order.insert(channel.place, at: place)
      }
      return order
    }
  }
}
