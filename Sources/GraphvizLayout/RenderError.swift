public import GraphExport

/// Why a graph could not be drawn.
public enum RenderError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The graph is larger than a picture that anybody could read.
  case tooLarge(nodes: Int, edges: Int, nodeLimit: Int, edgeLimit: Int)
  /// Graphviz could not lay the graph out.
  case layoutFailed(String)
  /// A library that PNG and PDF need is not on this machine.
  case missingLibrary(name: String, package: String)
  /// The picture has more pixels than an image can have.
  case imageTooLarge(width: Int, height: Int)
  /// The drawing library gave up.
  case imageFailed(String)
  /// The format is not one of a drawing.
  case unsupportedFormat(ExportFormat)

  /// What is wrong and what to do about it, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .tooLarge(let nodes, let edges, let nodeLimit, let edgeLimit):
      "the graph has \(nodes) nodes and \(edges) edges; a drawing holds at most \(nodeLimit) nodes"
        + " and \(edgeLimit) edges: choose a part of the graph first, such as the paths between"
        + " two concepts"
    case .layoutFailed(let reason): "Graphviz could not lay the graph out: \(reason)"
    case .missingLibrary(let name, let package):
      "the library \(name) is not installed; install \(package), or write SVG, which needs none"
    case .imageTooLarge(let width, let height):
      "the picture would be \(width) by \(height) pixels, more than 32,000 a side; write SVG or PDF,"
        + " or choose a smaller scale"
    case .imageFailed(let reason): "the picture could not be written: \(reason)"
    case .unsupportedFormat(let format):
      "\(format.name) is not a drawing; use dot, svg, png or pdf"
    }
  }
}
