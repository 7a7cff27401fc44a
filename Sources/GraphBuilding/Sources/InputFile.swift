public import GraphModel

/// A file to read: its name and its bytes. Nothing in this module touches the disk.
public struct InputFile: Sendable {
  /// The name to show in diagnostics and to keep as the document's name: relative to the folder
  /// that was read, with `/` between parts.
  public var name: String
  private var content: Content
  /// Whether the file was looked at by ``unpacked(limit:)``.
  var isUnpacked = false

  private enum Content: Sendable {
    case bytes([UInt8])
    /// A part of a file that is in memory by being mapped.
    case mapped(MappedFile, Range<Int>)
    case held(HeldBytes)
    case packed(PackedFile)
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
    content = .mapped(file, 0..<file.bytes.count)
  }

  /// A file whose content was unpacked.
  init(name: String, held: HeldBytes) {
    self.name = name
    content = .held(held)
  }

  /// A file that is unpacked as it is read.
  init(name: String, packed: PackedFile) {
    self.name = name
    content = .packed(packed)
  }

  /// The content; of a packed file that is damaged, what can be unpacked.
  ///
  /// - Complexity: O(1), but O(n) for a file that is mapped or packed: readers of large files use
  ///   ``withBytes(_:)``.
  public var bytes: [UInt8] {
    get {
      if case .bytes(let bytes) = content { return bytes }
      return withBytes { Array($0) }
    }
    set { content = .bytes(newValue) }
  }

  /// How many bytes there are as the file is stored: of a packed file, packed.
  var storedLength: Int {
    switch content {
    case .bytes(let bytes): bytes.count
    case .mapped(_, let range): range.count
    case .held(let held): held.bytes.count
    case .packed(let file): file.packed.storedLength
    }
  }

  /// The first bytes, as many as there are of these.
  func head(_ count: Int) -> [UInt8] {
    if case .packed(let file) = content { return file.head(count) }
    return withBytes { Array($0.prefix(count)) }
  }

  /// Calls a closure with the content, where it lies; a packed file is unpacked for it.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch content {
    case .bytes(let bytes): return bytes.withUnsafeBufferPointer(body)
    case .mapped(let file, let range):
      return withExtendedLifetime(file) {
        body(UnsafeBufferPointer(rebasing: file.bytes[range]))
      }
    case .held(let held): return withExtendedLifetime(held) { body(held.bytes) }
    case .packed(let file):
      let held = file.content().bytes
      return withExtendedLifetime(held) { body(held.bytes) }
    }
  }

  /// The packed file that the content comes from as it is read, if any.
  var packedFile: PackedFile? {
    if case .packed(let file) = content { file } else { nil }
  }

  /// The file with its content in memory.
  func held() throws(UnpackingProblem) -> InputFile {
    guard case .packed(let file) = content else { return self }
    let (bytes, problem) = file.content()
    if let problem { throw problem }
    var held = InputFile(name: name, held: bytes)
    held.isUnpacked = isUnpacked
    return held
  }

  /// A part of the content as a file of its own, named as the member of an archive.
  func part(named member: String, _ range: Range<Int>) -> InputFile {
    var file = self
    file.name = "\(name)\(PackedName.separator)\(member)"
    switch content {
    case .mapped(let mapped, let whole):
      let start = whole.lowerBound
      file.content = .mapped(mapped, (start + range.lowerBound)..<(start + range.upperBound))
    default: file.content = .bytes(withBytes { Array($0[range]) })
    }
    return file
  }

  /// Says that a range of the content was read and need not stay in memory.
  func discard(_ range: Range<Int>) {
    if case .mapped(let file, let whole) = content {
      let start = whole.lowerBound
      file.discard((start + range.lowerBound)..<(start + range.upperBound))
    }
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
