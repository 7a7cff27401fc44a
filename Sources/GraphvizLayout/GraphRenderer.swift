public import GraphExport
public import GraphModel

/// Draws a graph as DOT, SVG, PNG or PDF.
///
/// SVG, PNG and PDF show the same picture: places come from Graphviz's `dot`, in process; text is
/// measured by metrics that the project carries. The SVG and the DOT are the same bytes on every
/// machine. PNG and PDF are painted by cairo with the machine's fonts, every line of text fitted
/// to the width that the layout gave it, and are the same bytes on the same machine.
public enum GraphRenderer {
  /// The most nodes that are drawn.
  public static let nodeLimit = 2_000
  /// The most edges that are drawn.
  public static let edgeLimit = 6_000

  /// The drawing of a graph as a file.
  ///
  /// May be called from any thread; layouts are made one at a time, since Graphviz is not
  /// thread-safe. Cycles, parallel edges and self-loops are drawn.
  ///
  /// - Parameters:
  ///   - graph: what is drawn.
  ///   - format: `.dot`, `.svg`, `.png` or `.pdf`.
  ///   - options: highlight, title, legend, references and the scale of a PNG.
  /// - Throws: ``RenderError/tooLarge(nodes:edges:nodeLimit:edgeLimit:)`` above the limits (DOT
  ///   has none), ``RenderError/missingLibrary(name:package:)`` for PNG and PDF without cairo,
  ///   ``RenderError/unsupportedFormat(_:)`` for a format that is no drawing.
  /// - Complexity: that of `dot`, more than linear; 40 nodes take a few milliseconds.
  public static func render(
    _ graph: KnowledgeGraph, as format: ExportFormat, options: DrawingOptions = DrawingOptions()
  ) throws(RenderError) -> ExportedFile {
    if format == .dot { return DOTWriter.write(Drawing(graph, options: options)) }
    guard [.svg, .png, .pdf].contains(format) else { throw .unsupportedFormat(format) }
    guard graph.nodeCount <= nodeLimit, graph.edgeCount <= edgeLimit else {
      throw .tooLarge(
        nodes: graph.nodeCount, edges: graph.edgeCount, nodeLimit: nodeLimit, edgeLimit: edgeLimit)
    }
    let drawing = Drawing(graph, options: options)
    let picture = Picture(drawing, geometry: try DrawingLayout.geometry(of: drawing))
    switch format {
    case .png: return try CairoPainter.png(picture, scale: options.imageScale)
    case .pdf: return try CairoPainter.pdf(picture)
    default: return SVGWriter.write(picture)
    }
  }
}
