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
    /// What DOT shows besides the graph itself.
    public var drawing: DrawingOptions

    /// The graph's own base, indented JSON, and the usual drawing.
    public init(
      base: String? = nil, layout: JSONLayout = .indented,
      drawing: DrawingOptions = DrawingOptions()
    ) {
      self.base = base
      self.layout = layout
      self.drawing = drawing
    }
  }

  /// The graph as a file of this format.
  ///
  /// The same graph gives the same bytes. The whole file is held in memory; ``chunks(_:as:options:)``
  /// does without.
  ///
  /// - Throws: ``ExportError`` where the format needs a layout or several files, or the base is no
  ///   absolute IRI.
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

  /// The graph as the files of this format, each made in pieces while it is written: one, or for
  /// KGX tables one of the nodes and one of the edges, and one of what tables have no place for
  /// where there is such.
  ///
  ///     for part in try GraphExporter.parts(graph, as: .kgxTSV) {
  ///       write(part.chunks, to: "kg" + part.suffix)  // kg_nodes.tsv, kg_edges.tsv
  ///     }
  ///
  /// The tables hold the whole graph: read back together, they give it again. What the cells of
  /// tab-separated values cannot hold is written as a string of JSON.
  ///
  /// - Throws: ``ExportError`` where the format needs a layout or the base is no absolute IRI.
  /// - Complexity: O(size of the files) time to iterate, on all cores; beyond the graph, space for
  ///   about a hundred thousand rows.
  public static func parts(
    _ graph: KnowledgeGraph, as format: ExportFormat, options: Options = Options()
  ) throws(ExportError) -> [ExportedPart] {
    guard format.isPair else {
      return [
        ExportedPart(
          suffix: ".\(format.fileExtension)",
          chunks: try chunks(graph, as: format, options: options))
      ]
    }
    var prefixes = graph.prefixes
    if let base = options.base { prefixes.base = base }
    guard IRISyntax.isAbsolute(prefixes.base) else { throw .invalidBase(prefixes.base) }
    let lines: KGXTable.Lines = format == .kgxTSV ? .tabs : .json
    var parts = [
      ExportedPart(
        suffix: "_nodes.\(format.fileExtension)", chunks: ExportedChunks(.nodes(graph, as: lines))),
      ExportedPart(
        suffix: "_edges.\(format.fileExtension)", chunks: ExportedChunks(.edges(graph, as: lines))),
    ]
    if let description = KGXDescription.document(graph, prefixes: prefixes) {
      parts.append(
        ExportedPart(
          suffix: "_metadata.json", chunks: ExportedChunks(description, options.layout)))
    }
    return parts
  }

  /// The graph as the pieces of a file of this format, made one after the other, for graphs whose
  /// file should not be held in memory.
  ///
  /// - Throws: ``ExportError`` where the format needs a layout or the base is no absolute IRI.
  /// - Complexity: O(size of the file) time to iterate; beyond the graph, space for one record of
  ///   it and a few bytes for each node and edge.
  public static func chunks(
    _ graph: KnowledgeGraph, as format: ExportFormat, options: Options = Options()
  ) throws(ExportError) -> ExportedChunks {
    var prefixes = graph.prefixes
    if let base = options.base { prefixes.base = base }
    guard IRISyntax.isAbsolute(prefixes.base) else { throw .invalidBase(prefixes.base) }
    return switch format {
    case .jsonld:
      ExportedChunks(JSONLDExporter.document(graph, prefixes: prefixes), options.layout)
    case .kgxJSON:
      ExportedChunks(KGXJSONExporter.document(graph, prefixes: prefixes), options.layout)
    case .kgxTSV, .kgxJSONLines: throw .severalFiles(format)
    case .dot: ExportedChunks(DOTWriter.write(Drawing(graph, options: options.drawing)).bytes)
    case .svg, .png, .pdf: throw .needsLayout(format)
    }
  }
}

/// The pieces of a file, in order.
public struct ExportedChunks: Sequence, IteratorProtocol, Sendable {
  private enum Source {
    case document(JSONDocument.Chunks)
    /// Bytes that are there already; nil once they are handed over.
    case whole([UInt8]?)
    case table(KGXTable.Pieces)
  }

  private var source: Source

  init(_ document: JSONDocument, _ layout: JSONLayout) {
    source = .document(document.chunks(layout: layout))
  }

  init(_ bytes: [UInt8]) { source = .whole(bytes) }

  init(_ table: KGXTable) { source = .table(KGXTable.Pieces(table)) }

  /// The next piece; nil after the last.
  public mutating func next() -> [UInt8]? {
    switch source {
    case .document(var chunks):
      // Taken out while it changes, so that its buffer is not copied.
      source = .whole(nil)
      let next = chunks.next()
      source = .document(chunks)
      return next
    case .whole(let bytes):
      source = .whole(nil)
      return bytes
    case .table(var pieces):
      source = .whole(nil)
      let next = pieces.next()
      source = .table(pieces)
      return next
    }
  }
}

/// One of the files of a graph.
public struct ExportedPart: Sendable {
  /// What follows the name of the graph in the name of the file: `_nodes.tsv`.
  public let suffix: String
  /// The content, made while it is taken.
  public let chunks: ExportedChunks
}

/// Why a graph could not be written.
public enum ExportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The base of the graph's own identifiers is no absolute IRI.
  case invalidBase(String)
  /// The format is a drawing, which GraphvizLayout makes.
  case needsLayout(ExportFormat)
  /// The format is a pair of files, which ``GraphExporter/parts(_:as:options:)`` makes.
  case severalFiles(ExportFormat)

  /// What is wrong, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .invalidBase(let base):
      "'\(base)' is no absolute IRI; give one such as \(PrefixMap.defaultBase)"
    case .severalFiles(let format): "\(format.name) is a pair of files"
    case .needsLayout(let format): "\(format.name) needs a layout by Graphviz"
    }
  }
}
