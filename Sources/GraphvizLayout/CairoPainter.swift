import GraphExport

enum CairoPainter {
  static func png(_ picture: Picture, scale: Double) throws(RenderError) -> ExportedFile {
    throw .imageFailed("")
  }
  static func pdf(_ picture: Picture) throws(RenderError) -> ExportedFile {
    throw .imageFailed("")
  }
}
