import GraphExport
import GraphModel
import GraphvizLayout

/// Chooses the module that writes a format.
enum Exporting {
  static func file(
    _ graph: KnowledgeGraph, as format: ExportFormat, highlight: Highlight? = nil
  ) throws(CommandFailure) -> ExportedFile {
    switch format {
    case .svg, .png, .pdf:
      do throws(RenderError) {
        return try GraphRenderer.render(
          graph, as: format, options: DrawingOptions(highlight: highlight))
      } catch {
        throw CommandFailure("\(error)")
      }
    case .dot, .jsonld, .kgxJSON, .kgxTSV, .kgxJSONLines:
      do throws(ExportError) {
        return try GraphExporter.export(graph, as: format)
      } catch {
        throw CommandFailure("\(error)")
      }
    }
  }

  /// The files of a graph in a format that needs no layout, made while they are written.
  static func parts(
    _ graph: KnowledgeGraph, as format: ExportFormat
  ) throws(CommandFailure) -> [ExportedPart] {
    do throws(ExportError) {
      return try GraphExporter.parts(graph, as: format)
    } catch {
      throw CommandFailure("\(error)")
    }
  }

  /// Refuses a file for a drawing before any work is done for it.
  ///
  /// - Throws: where its extension names no drawing, or where it cannot be written.
  static func checkDrawing(_ file: String) throws(CommandFailure) {
    guard let format = ExportFormat(fileName: file), [.svg, .png, .pdf].contains(format) else {
      throw CommandFailure(
        "'\(file)' is no drawing", suggestion: "end its name in .svg, .png or .pdf")
    }
    try AtomicFile.check(file)
  }

  /// Draws the graph with something brought out, to a file whose extension names the format.
  static func draw(
    _ graph: KnowledgeGraph, highlight: Highlight, to file: String
  ) throws(CommandFailure) {
    guard let format = ExportFormat(fileName: file) else { return try checkDrawing(file) }
    try AtomicFile.write(try self.file(graph, as: format, highlight: highlight).bytes, to: file)
  }
}
