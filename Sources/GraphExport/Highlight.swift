public import GraphModel

/// What a drawing shall bring out: the hops of a path, or a value for every node.
public struct Highlight: Sendable {
  /// Nodes to bring out; the others are dimmed.
  public var nodes: Set<NodeIndex>
  /// Edges to bring out; the others are dimmed.
  public var edges: Set<EdgeIndex>
  /// A value in [0, 1] for every node, in node order, shown as the strength of its colour; empty
  /// for none.
  public var nodeValues: [Double]
  /// What ``nodeValues`` are, for the legend: "betweenness".
  public var valueName: String
  /// What is brought out, for the line under the title: "Best path from Stress to IBD".
  public var caption: String

  /// A highlight of nodes, of edges or of values.
  public init(
    nodes: Set<NodeIndex> = [], edges: Set<EdgeIndex> = [], nodeValues: [Double] = [],
    valueName: String = "", caption: String = ""
  ) {
    self.nodes = nodes
    self.edges = edges
    self.nodeValues = nodeValues
    self.valueName = valueName
    self.caption = caption
  }
}
