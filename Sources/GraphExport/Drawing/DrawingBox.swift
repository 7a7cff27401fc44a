import GraphModel

/// A concept, or a group with its members, as one box: its size and what stands where in it.
package struct DrawingBox: Sendable, Hashable {
  /// One concept's part of a box.
  package struct Cell: Sendable, Hashable {
    /// The position in ``Drawing/nodes``.
    package var node: Int
    /// Relative to the box.
    package var frame: Rect
    package var lines: [TextLine]
    package var style: TextStyle
    /// Where the text begins, relative to the cell.
    package var textX: Double
    /// 0 for the root of the box.
    package var depth: Int
    /// Whether it is a group with members beneath it.
    package var isGroup: Bool
  }

  package var width: Double
  package var height: Double
  /// The root first, then its members from top to bottom.
  package var cells: [Cell]
}

/// How many lines end at the left and at the right of a node.
package struct PortCounts: Sendable, Hashable {
  package var left = 0
  package var right = 0
  package init() {}
}

/// Makes the boxes of a drawing, large enough for their text and for the lines that end at them.
package struct BoxPlanner: Sendable {
  package let drawing: Drawing
  /// The members of every group, in canonical order.
  private let members: [[Int]]

  /// Lines end at a side at least this far apart.
  package static let portSpacing = 12.0
  static let padding = 13.0
  static let indent = 17.0
  static let widest = 204.0
  static let mostLines = 6

  /// A planner for a drawing.
  package init(_ drawing: Drawing) {
    self.drawing = drawing
    var members = [[Int]](repeating: [], count: drawing.nodes.count)
    for (position, node) in drawing.nodes.enumerated() {
      if let container = node.container { members[container.group].append(position) }
    }
    self.members = members
  }

  /// The nodes that stand in no other's box, in canonical order.
  package var roots: [Int] {
    drawing.nodes.indices.filter { drawing.nodes[$0].container == nil }
  }

  /// The position of the root of each node's box.
  package var rootOfNode: [Int] {
    drawing.nodes.indices.map { node in
      var current = node
      while let next = drawing.nodes[current].container?.group { current = next }
      return current
    }
  }

  /// The width that a box would have by itself.
  package func naturalWidth(of root: Int) -> Double {
    cells(of: root, ports: []).reduce(0) { widest, cell in
      max(widest, cell.textX + (cell.lines.map(\.width).max() ?? 0) + Self.padding)
    }
  }

  /// The box of a root, `width` wide, with room for the given number of lines at each node.
  ///
  /// - Complexity: O(members + length of their labels).
  package func box(of root: Int, width: Double, ports: [PortCounts]) -> DrawingBox {
    var cells = cells(of: root, ports: ports)
    var y = 0.0
    for position in cells.indices {
      cells[position].frame.y = y
      cells[position].frame.width = width
      y += cells[position].frame.height
    }
    if cells.count > 1 { y += 5 }
    return DrawingBox(width: width, height: y, cells: cells)
  }

  /// The members that stand right in a group, in canonical order.
  func members(of node: Int) -> [Int] { members[node] }

  /// A node and all that is in its box, groups before their members, with depths.
  func tree(of root: Int) -> [(node: Int, depth: Int)] {
    var tree: [(node: Int, depth: Int)] = []
    var stack = [(node: root, depth: 0)]
    while let next = stack.popLast() {
      tree.append(next)
      for member in members[next.node].reversed() { stack.append((member, next.depth + 1)) }
    }
    return tree
  }

  private func cells(of root: Int, ports: [PortCounts]) -> [DrawingBox.Cell] {
    tree(of: root).map { cell(of: $0.node, depth: $0.depth, ports: ports) }
  }

  private func cell(of position: Int, depth: Int, ports: [PortCounts]) -> DrawingBox.Cell {
    let node = drawing.nodes[position]
    let isGroup = !members[position].isEmpty
    let isCondition = node.role == .condition
    let style = TextStyle(size: isCondition ? 17 : 13, isBold: isCondition || isGroup)
    let padding = isCondition ? 18 : Self.padding
    let textX = padding + (depth > 0 ? Self.indent * Double(depth) : 0)
    let label = DrawnText.capitalized(node.label)
    // A box is made wider for a long word before the word is broken.
    let room = Self.widest - textX - padding
    let longest = LabelWrapping.widestWord(of: label, style: style, limit: Self.mostLines)
    let lines = LabelWrapping.lines(
      of: label, style: style, width: longest <= room * 1.5 ? max(room, longest) : room,
      limit: Self.mostLines)
    let margin: Double = isCondition ? 44 : depth > 0 ? 9 : isGroup ? 13 : 16
    var height = Double(lines.count) * style.lineHeight + margin
    if position < ports.count {
      let most = max(ports[position].left, ports[position].right)
      height = max(height, Double(most) * Self.portSpacing + (depth > 0 ? 6 : 10))
    }
    return DrawingBox.Cell(
      node: position, frame: Rect(x: 0, y: 0, width: 0, height: height), lines: lines,
      style: style, textX: textX, depth: depth, isGroup: isGroup)
  }
}
