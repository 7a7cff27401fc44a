import CGraphviz
import GraphExport
import Synchronization

/// The one place that touches Graphviz: a layout problem goes in, places come out.
///
/// libgvc keeps global state and crashes when used from two threads, so one lock is held around
/// making the graph, its layout and its release. The context is made once for the process.
enum DotEngine {
  private struct Context: @unchecked Sendable {
    var pointer: OpaquePointer?
  }

  /// The process's context, made at the first layout; used only under the lock.
  private static let context = Mutex(Context(pointer: nil))

  /// Places the boxes and routes the lines of a problem, from left to right.
  ///
  /// - Complexity: `dot` ranks and orders in more than linear time; see Gansner, Koutsofios, North
  ///   and Vo, "A technique for drawing directed graphs", 1993, doi:10.1109/32.221135.
  static func solve(_ problem: LayoutProblem) throws(RenderError) -> LayoutSolution {
    if problem.boxes.isEmpty { return LayoutSolution(centers: [], routes: []) }
    let result: Result<LayoutSolution, RenderError> = context.withLock { context in
      etio_silence()
      if context.pointer == nil { context.pointer = etio_context() }
      guard let gvc = context.pointer else {
        return .failure(.layoutFailed("it could not be started"))
      }
      return solve(problem, in: gvc)
    }
    return try result.get()
  }

  private static func solve(
    _ problem: LayoutProblem, in gvc: OpaquePointer
  ) -> Result<LayoutSolution, RenderError> {
    guard let graph = etio_open("drawing") else {
      return .failure(.layoutFailed("out of memory"))
    }
    defer { agclose(graph) }
    setDefaults(of: graph, for: problem)

    var nodes: [UnsafeMutablePointer<Agnode_t>] = []
    nodes.reserveCapacity(problem.boxes.count)
    for (number, box) in problem.boxes.enumerated() {
      guard let node = withText("n\(number + 1)", { agnode(graph, $0, 1) }) else {
        return .failure(.layoutFailed("out of memory"))
      }
      set("width", of: node, to: inches(box.width))
      set("height", of: node, to: inches(box.height))
      nodes.append(node)
    }
    var edges: [UnsafeMutablePointer<Agedge_t>?] = []
    edges.reserveCapacity(problem.lines.count)
    for (number, line) in problem.lines.enumerated() {
      let edge = withText("e\(number + 1)") {
        agedge(graph, nodes[line.tail], nodes[line.head], $0, 1)
      }
      if let edge {
        if line.weight != 1 { set("weight", of: edge, to: "\(line.weight)") }
        if line.isInvisible { set("style", of: edge, to: "invis") }
      }
      edges.append(edge)
    }
    for (number, rank) in problem.ranks.enumerated() where rank.count > 1 {
      guard let group = withText("r\(number + 1)", { agsubg(graph, $0, 1) }) else { continue }
      set("rank", of: group, to: "same")
      for box in rank { agsubnode(group, nodes[box], 1) }
    }
    for (number, order) in problem.orders.enumerated() {
      for (step, pair) in zip(order, order.dropFirst()).enumerated() {
        let edge = withText("o\(number + 1)-\(step + 1)") {
          agedge(graph, nodes[pair.0], nodes[pair.1], $0, 1)
        }
        if let edge { set("style", of: edge, to: "invis") }
      }
    }

    guard withText("dot", { gvLayout(gvc, graph, $0) }) == 0 else {
      let reason = aglasterr().map { String(cString: $0) } ?? ""
      return .failure(.layoutFailed(reason.isEmpty ? "no reason is given" : reason))
    }
    defer { gvFreeLayout(gvc, graph) }
    return .success(
      LayoutSolution(
        centers: nodes.map { Point(etio_node_x($0), -etio_node_y($0)) },
        routes: edges.map { $0.map(route) ?? [] }))
  }

  private static func route(of edge: UnsafeMutablePointer<Agedge_t>) -> [Point] {
    guard etio_spline_count(edge) > 0 else { return [] }
    return (0..<etio_spline_points(edge, 0)).map {
      Point(etio_spline_x(edge, 0, $0), -etio_spline_y(edge, 0, $0))
    }
  }

  private static func setDefaults(
    of graph: UnsafeMutablePointer<Agraph_t>, for problem: LayoutProblem
  ) {
    func declare(_ kind: Int32, _ name: String, _ value: String) {
      withText(name) { name in withText(value) { value in _ = agattr(graph, kind, name, value) } }
    }
    declare(0, "rankdir", "LR")
    declare(0, "ranksep", inches(problem.rankGap))
    declare(0, "nodesep", inches(problem.boxGap))
    declare(0, "splines", problem.wantsRoutes ? "true" : "none")
    if problem.effort != .full {
      let steps = problem.effort == .reduced ? "3" : "1"
      declare(0, "nslimit", steps)
      declare(0, "nslimit1", steps)
      declare(0, "mclimit", problem.effort == .reduced ? "0.3" : "0.1")
    }
    for (name, value) in [
      ("shape", "box"), ("label", ""), ("fixedsize", "true"), ("width", "1"), ("height", "1"),
      ("margin", "0"),
    ] {
      declare(1, name, value)
    }
    for (name, value) in [
      ("weight", "1"), ("style", ""), ("arrowhead", "none"), ("tailport", "e"), ("headport", "w"),
    ] {
      declare(2, name, value)
    }
  }

  // MARK: Strings

  /// Sets an attribute that was declared, or declares it.
  private static func set(
    _ name: String, of object: UnsafeMutableRawPointer, to value: String
  ) {
    withText(name) { name in
      withText(value) { value in withText("") { _ = agsafeset(object, name, value, $0) } }
    }
  }

  /// Graphviz declares its parameters without `const`; it copies what it keeps.
  @discardableResult
  private static func withText<Result>(
    _ text: String, _ body: (UnsafeMutablePointer<CChar>) -> Result
  ) -> Result {
    var bytes = text.utf8.map { CChar(bitPattern: $0) } + [0]
    return bytes.withUnsafeMutableBufferPointer { buffer in
      // The buffer holds at least the closing zero, so it has an address.
      body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }

  /// Points as inches with four decimals, whatever the locale.
  static func inches(_ points: Double) -> String {
    let scaled = Int((min(max(points, 0), 1_000_000) / 72 * 10_000).rounded())
    let fraction = String(scaled % 10_000)
    return "\(scaled / 10_000)." + String(repeating: "0", count: 4 - fraction.count) + fraction
  }
}
