public import GraphModel

/// A file to read: its name and its bytes. Nothing in this module touches the disk.
public struct InputFile: Sendable {
  /// The name to show in diagnostics and to keep as the document's name: relative to the folder
  /// that was read, with `/` between parts.
  public var name: String
  private var content: Content

  private enum Content: Sendable {
    case bytes([UInt8])
    case mapped(MappedFile)
  }

  /// A file with these bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .bytes(bytes)
  }

  /// A file of text, for tests and for programs that hold their documents in memory.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// A file that is in memory by being mapped, and is read where it lies.
  package init(name: String, mapped file: MappedFile) {
    self.name = name
    content = .mapped(file)
  }

  /// The content.
  ///
  /// - Complexity: O(1), but O(n) for a file that is mapped: readers of large files use
  ///   ``withBytes(_:)``.
  public var bytes: [UInt8] {
    get {
      switch content {
      case .bytes(let bytes): bytes
      case .mapped(let file): Array(file.bytes)
      }
    }
    set { content = .bytes(newValue) }
  }

  /// The first bytes, as many as there are of these.
  func head(_ count: Int) -> [UInt8] { withBytes { Array($0.prefix(count)) } }

  /// Calls a closure with the content, where it lies.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch content {
    case .bytes(let bytes): bytes.withUnsafeBufferPointer(body)
    case .mapped(let file): withExtendedLifetime(file) { body(file.bytes) }
    }
  }

  /// Says that a range of the content was read and need not stay in memory.
  func discard(_ range: Range<Int>) {
    if case .mapped(let file) = content { file.discard(range) }
  }
}

extension InputFile: Hashable {
  /// Whether both have the same name and the same bytes.
  public static func == (a: InputFile, b: InputFile) -> Bool {
    a.name == b.name && a.withBytes { left in b.withBytes { left.elementsEqual($0) } }
  }

  /// Feeds name and bytes to the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
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
