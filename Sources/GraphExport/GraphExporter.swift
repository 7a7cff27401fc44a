public import GraphModel

/// Writes graphs in the formats that need no layout.
///
///     let file = try GraphExporter.export(graph, as: .jsonld)
///     for chunk in try GraphExporter.chunks(graph, as: .kgxJSON) { write(chunk) }
///
/// Drawings (SVG, PNG, PDF) are made by the module GraphvizLayout.
public enum GraphExporter {
  /// How to write.
  public struct Options: Sendable {
    /// The base IRI of the graph's own identifiers; nil for the one that the graph has.
    public var base: String?
    /// How JSON is laid out.
    public var layout: JSONLayout

    /// The graph's own base, and indented JSON.
    public init(base: String? = nil, layout: JSONLayout = .indented) {
      self.base = base
      self.layout = layout
    }
  }

  /// The graph as a file of this format.
  ///
  /// The same graph gives the same bytes. The whole file is held in memory; ``chunks(_:as:options:)``
  /// does without.
  ///
  /// - Throws: ``ExportError`` where the format needs a layout or the base is no absolute IRI.
  /// - Complexity: O(size of the file) time and space.
  public static func export(
    _ graph: KnowledgeGraph, as format: ExportFormat, options: Options = Options()
  ) throws(ExportError) -> ExportedFile {
    var bytes: [UInt8] = []
    for chunk in try chunks(graph, as: format, options: options) {
      bytes.append(contentsOf: chunk)
    }
    return ExportedFile(format: format, bytes: bytes)
  }

  /// The graph as the pieces of a file of this format, made one after the other, for graphs whose
  /// file should not be held in memory.
  ///
  /// - Throws: ``ExportError`` where the format needs a layout or the base is no absolute IRI.
  /// - Complexity: O(size of the file) time to iterate; beyond the graph, space for one record of
  ///   it and a few bytes for each node and edge.
  public static func chunks(
    _ graph: KnowledgeGraph, as format: ExportFormat, options: Options = Options()
  ) throws(ExportError) -> JSONDocument.Chunks {
    var prefixes = graph.prefixes
    if let base = options.base { prefixes.base = base }
    guard IRISyntax.isAbsolute(prefixes.base) else { throw .invalidBase(prefixes.base) }
    return switch format {
    case .jsonld:
      JSONLDExporter.document(graph, prefixes: prefixes).chunks(layout: options.layout)
    case .kgxJSON:
      KGXJSONExporter.document(graph, prefixes: prefixes).chunks(layout: options.layout)
    case .dot, .svg, .png, .pdf: throw .needsLayout(format)
    }
  }
}

/// Why a graph could not be written.
public enum ExportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The base of the graph's own identifiers is no absolute IRI.
  case invalidBase(String)
  /// The format is a drawing, which GraphvizLayout makes.
  case needsLayout(ExportFormat)

  /// What is wrong, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .invalidBase(let base):
      "'\(base)' is no absolute IRI; give one such as \(PrefixMap.defaultBase)"
    case .needsLayout(let format): "\(format.name) needs a layout by Graphviz"
    }
  }
}
