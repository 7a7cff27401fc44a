import GraphExport
import GraphModel
import GraphvizLayout

/// Chooses the module that writes a format.
enum Exporting {
  static func file(
    _ graph: KnowledgeGraph, as format: ExportFormat, options: DrawingOptions = DrawingOptions()
  ) throws(CommandFailure) -> ExportedFile {
    switch format {
    case .svg, .png, .pdf:
      do throws(RenderError) {
        return try GraphRenderer.render(graph, as: format, options: options)
      } catch {
        throw CommandFailure("\(error)")
      }
    case .dot, .jsonld, .kgxJSON:
      do throws(ExportError) {
        return try GraphExporter.export(graph, as: format)
      } catch {
        throw CommandFailure("\(error)")
      }
    }
  }
}
