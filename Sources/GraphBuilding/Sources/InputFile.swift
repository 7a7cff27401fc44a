public import GraphModel

/// A file to read: its name and its bytes. Nothing in this module touches the disk.
public struct InputFile: Sendable, Hashable {
  /// The name to show in diagnostics and to keep as the document's name: relative to the folder
  /// that was read, with `/` between parts.
  public var name: String
  /// The content.
  public var bytes: [UInt8]

  /// A file with these bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A file of text, for tests and for programs that hold their documents in memory.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}

/// A graph, and everything that a person should know about how it was read.
public struct BuildResult: Sendable {
  /// The graph.
  public var graph: KnowledgeGraph
  /// In the order of the files, then of the lines.
  public var diagnostics: [Diagnostic]

  /// A graph with what is to be said of it.
  public init(graph: KnowledgeGraph, diagnostics: [Diagnostic]) {
    self.graph = graph
    self.diagnostics = diagnostics
  }
}
