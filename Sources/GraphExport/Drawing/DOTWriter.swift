/// Writes a drawing as DOT.
public enum DOTWriter {
  /// The file of a drawing.
  public static func write(_ drawing: Drawing) -> ExportedFile {
    ExportedFile(format: .dot, bytes: [])
  }
}
