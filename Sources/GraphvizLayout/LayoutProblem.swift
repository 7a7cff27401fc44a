import GraphExport

/// Boxes and lines for Graphviz's `dot` to place: sizes and numbers only, no text.
struct LayoutProblem {
  struct Box {
    var width: Double
    var height: Double
  }

  struct Line {
    var tail: Int
    var head: Int
    /// How much it wants to be short and straight.
    var weight = 1
    /// Whether it only holds its ends in their ranks.
    var isInvisible = false
  }

  var boxes: [Box] = []
  var lines: [Line] = []
  /// Boxes that share a rank.
  var ranks: [[Int]] = []
  /// Boxes of one rank that stand one under the other in this order.
  var orders: [[Int]] = []
  /// Between two ranks.
  var rankGap = 150.0
  /// Between two boxes of one rank.
  var boxGap = 16.0
  /// Whether the ways of the lines are wanted.
  var wantsRoutes = false
  var effort = Effort.full

  /// How much time may be spent.
  enum Effort {
    /// As much as `dot` thinks right.
    case full
    /// Some crossings and bends are traded for time.
    case reduced
    /// Only for graphs that nobody reads line by line.
    case least
  }
}

/// Where `dot` put them. The origin is at the top left, y grows downwards.
struct LayoutSolution {
  var centers: [Point]
  /// One for every line: one point and then three for every cubic Bézier curve; empty where the
  /// line was not routed.
  var routes: [[Point]]
}
