import GraphModel

/// Writes a drawing as DOT, for those who lay it out with Graphviz or read it with other tools.
///
/// The graph is complete and nothing but the graph: one node for every concept, one edge for every
/// statement, in the graph's order and direction, and no node that only explains. Names are `n1`,
/// `n2`, … because DOT reads many a name as something else; the identifiers of the JSON-LD are in
/// `id`. Groups are clusters. Besides the attributes of Graphviz every edge carries `predicate`,
/// `certainty`, `hedge` and, where it is denied, `negated`, and every node `role` and `category`.
///
/// The language: https://graphviz.org/doc/info/lang.html.
public enum DOTWriter {
  /// The file of a drawing.
  ///
  /// - Complexity: O(n + m + length of the text).
  public static func write(_ drawing: Drawing) -> ExportedFile {
    var lines = [
      "digraph drawing {",
      "  graph [rankdir=LR, ranksep=1.4, nodesep=0.2, tooltip=\" \","
        + " label=\(DOTText.label([drawing.title])), labelloc=t, fontsize=22,"
        + " fontname=\"Helvetica\", bgcolor=\"#ffffff\", fontcolor=\"\(color(.text))\"];",
      "  node [shape=box, style=\"filled,rounded\", fontname=\"Helvetica\", fontsize=13,"
        + " height=0.36, margin=\"0.16,0.07\", fontcolor=\"\(color(.text))\"];",
      "  edge [fontname=\"Helvetica\", fontsize=11, arrowsize=0.8];",
      "",
    ]
    let planner = BoxPlanner(drawing)
    for position in drawing.nodes.indices {
      lines.append("  n\(position + 1) [\(attributes(ofNode: position, planner, drawing))];")
    }
    if !drawing.edges.isEmpty { lines.append("") }
    for position in drawing.edges.indices {
      let edge = drawing.edges[position]
      lines.append(
        "  n\(edge.subject + 1) -> n\(edge.object + 1) [\(attributes(of: edge, drawing))];")
    }
    lines += clusters(planner, drawing)
    lines.append("}")
    return ExportedFile(format: .dot, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private static func color(_ ink: Ink) -> String { XMLText.color(ink.light) }

  private static func attributes(
    ofNode position: Int, _ planner: BoxPlanner, _ drawing: Drawing
  ) -> String {
    let node = drawing.nodes[position]
    let isHero = node.role == .condition
    let style = TextStyle(size: isHero ? 17 : 13, isBold: isHero)
    let lines = LabelWrapping.lines(
      of: node.label, style: style, width: 180, limit: BoxPlanner.mostLines)
    var list = [
      "id=\(DOTText.plain(node.elementID))", "label=\(DOTText.label(lines.map(\.text)))",
      "tooltip=\(DOTText.tooltip(node.tooltip))",
      "fillcolor=\"\(color(isHero ? .heroFill : fill(node)))\"",
      "color=\"\(color(.line(node.role)))\"",
    ]
    if isHero {
      list.append("fontcolor=\"\(color(.heroText))\"")
      list.append("fontsize=17")
      list.append("height=1")
    }
    if let role = node.role { list.append("role=\(DOTText.plain(role.name))") }
    list.append("category=\(DOTText.plain(DrawnText.line(node.category.curie, limit: 200)))")
    if let link = node.link { list.append("URL=\(DOTText.url(link))") }
    if node.isDimmed { list.append("penwidth=0.3") }
    return list.joined(separator: ", ")
  }

  private static func fill(_ node: DrawingNode) -> Ink {
    node.value.map { $0 >= 0.5 } ?? false ? .header(node.role) : .surface(node.role)
  }

  private static func attributes(of edge: DrawingEdge, _ drawing: Drawing) -> String {
    let role = EdgePainting(drawing: drawing).role(of: edge)
    let ink = drawing.hasLayers ? Ink.line(role) : Ink.line(nil)
    var list = [
      "id=\(DOTText.plain(edge.elementID))",
      "predicate=\(DOTText.plain(DrawnText.line(edge.predicate.curie, limit: 200)))",
    ]
    if let certainty = edge.certainty { list.append("certainty=\(certainty.name)") }
    if let hedge = edge.hedge {
      list.append("hedge=\(DOTText.plain(DrawnText.line(hedge, limit: 200)))")
    }
    if edge.isNegated {
      list.append("negated=true")
      list.append("label=\"not\"")
    }
    list.append("color=\"\(color(ink))\"")
    list.append(line(edge.line, isBold: edge.isHighlighted))
    list.append("arrowhead=\(arrowhead(edge.kind))")
    let tooltip = DOTText.tooltip(edge.tooltip)
    list.append("tooltip=\(tooltip)")
    if edge.isNegated { list.append("labeltooltip=\(tooltip)") }
    return list.joined(separator: ", ")
  }

  /// DOT has one kind of dash: what is probable is heavier than what is possible.
  private static func line(_ line: LineStyle, isBold: Bool) -> String {
    let (style, width) =
      switch line {
      case .established: ("solid", 2.0)
      case .probable: ("dashed", 2.0)
      case .possible: ("dashed", 1.0)
      case .speculative: ("dotted", 1.4)
      case .unstated: ("dotted", 0.7)
      }
    return "style=\(style), penwidth=\(XMLText.number(width + (isBold ? 1.6 : 0)))"
  }

  private static func arrowhead(_ kind: EdgeKind) -> String {
    switch kind {
    case .causal: "normal"
    case .protective: "tee"
    case .feature: "vee"
    case .association: "none"
    case .taxonomy: "onormal"
    }
  }

  /// A cluster for every group, nested as the groups are.
  private static func clusters(_ planner: BoxPlanner, _ drawing: Drawing) -> [String] {
    var lines: [String] = []
    for root in planner.roots where !planner.members(of: root).isEmpty {
      lines.append("")
      var open = 0
      for (node, depth) in planner.tree(of: root) {
        while open > depth {
          lines.append(String(repeating: "  ", count: open) + "}")
          open -= 1
        }
        let indent = String(repeating: "  ", count: depth + 1)
        if planner.members(of: node).isEmpty {
          lines.append("\(indent)n\(node + 1);")
          continue
        }
        let role = drawing.nodes[node].role
        lines.append("\(indent)subgraph cluster_n\(node + 1) {")
        lines.append(
          "\(indent)  graph [label=\"\", style=\"rounded,filled\","
            + " fillcolor=\"\(color(.surface(role)))\", color=\"\(color(.line(role)))\"];")
        lines.append("\(indent)  n\(node + 1);")
        open = depth + 1
      }
      while open > 0 {
        lines.append(String(repeating: "  ", count: open) + "}")
        open -= 1
      }
    }
    return lines
  }
}
