public import GraphModel

extension InputFile {
  /// The files that are in this one: those of an archive (`.tar`, `.tar.gz`, `.tgz`, `.tar.zst`),
  /// what a packed file (`.gz`, `.zst`) holds, or the file itself.
  ///
  /// How a file is packed is seen from its bytes. The files of an archive are named
  /// `kg.tar.gz!nodes.tsv`; of an archive the tables of a graph are read, or where it has none the
  /// graphs in JSON. Large tables are unpacked as they are read, so that they take no memory.
  ///
  /// - Parameter limit: how much may come out of the file.
  /// - Throws: ``DiagnosticError`` where the file is damaged, cut short, not packed as its name
  ///   says, would unpack to more than the limit, or is an archive without a graph.
  /// - Complexity: O(n) over the bytes of an archive; O(1) for a packed table.
  public func unpacked(
    limit: UnpackingLimit = .standard
  ) throws(DiagnosticError) -> [InputFile] {
    if isUnpacked { return [self] }
    do throws(UnpackingProblem) {
      return try unpackedFiles(limit).map { file in
        var file = file
        file.isUnpacked = true
        return file
      }
    } catch {
      throw DiagnosticError([error.diagnostic(in: name)])
    }
  }

  private func unpackedFiles(
    _ limit: UnpackingLimit
  ) throws(UnpackingProblem) -> [InputFile] {
    let format = PackedFormat(head: head(4))
    if let told = PackedFormat(ending: name.split(separator: ".").last ?? ""), format == nil {
      throw UnpackingProblem(
        message: "the file is no \(told.name) data, as its name says",
        suggestion: "fetch it again, or remove the ending from its name")
    }
    guard let format else {
      return PackedName.isArchive(name) || isTar(head(TarHeader.blockSize))
        ? try members(limit) : [self]
    }
    let packed = PackedFile(self, format: format, limit: limit)
    if PackedName.isArchive(name) || isTar(packed.head(TarHeader.blockSize)) {
      return try members(of: packed, limit)
    }
    let file = InputFile(name: name, packed: packed)
    return [InputFormat(of: file).isStreamed ? file : try file.held()]
  }

  private func isTar(_ block: [UInt8]) -> Bool {
    block.withUnsafeBufferPointer {
      $0.count == TarHeader.blockSize && $0[257..<262].elementsEqual("ustar".utf8)
        && TarHeader($0) != nil
    }
  }

  // MARK: Archives

  private func members(_ limit: UnpackingLimit) throws(UnpackingProblem) -> [InputFile] {
    var source = PlainTarSource(self)
    return try Self.graphFiles(
      try TarArchive.members(of: &source, wants: Self.mayHoldGraph), limit)
  }

  private func members(
    of packed: PackedFile, _ limit: UnpackingLimit
  ) throws(UnpackingProblem) -> [InputFile] {
    let name = name
    let reading = packed.withStream { stream -> Result<[InputFile], UnpackingProblem> in
      var source = PackedTarSource(stream: stream, archiveName: name)
      do throws(UnpackingProblem) {
        return .success(try TarArchive.members(of: &source, wants: Self.mayHoldGraph))
      } catch {
        return .failure(error)
      }
    }
    return try Self.graphFiles(try reading.get(), limit)
  }

  /// Whether the name of an archive's member is that of a data file.
  private static func mayHoldGraph(_ name: String) -> Bool {
    let plain = PackedName.plain(name)
    guard !plain.hasPrefix("."), let dot = plain.lastIndex(of: ".") else { return false }
    return dataEndings.contains(plain[plain.index(after: dot)...].lowercased())
  }

  private static let dataEndings: Set<String> = [
    "tsv", "tab", "csv", "sif", "jsonl", "ndjson", "json",
  ]

  /// The tables of a graph, or where there are none the graphs in JSON.
  private static func graphFiles(
    _ members: [InputFile], _ limit: UnpackingLimit
  ) throws(UnpackingProblem) -> [InputFile] {
    var files: [InputFile] = []
    for member in members {
      if let format = PackedFormat(head: member.head(4)) {
        let packed = PackedFile(member, format: format, limit: limit)
        files.append(try InputFile(name: member.name, packed: packed).held())
      } else {
        files.append(member)
      }
    }
    let tables = files.filter { InputFormat(of: $0).isStreamed }
    if !tables.isEmpty {
      return tables + files.filter { InputFormat(of: $0) == .kgxDescription }
    }
    let graphs = files.filter { InputFormat(of: $0) == .kgxJSON }
    if !graphs.isEmpty { return graphs }
    throw UnpackingProblem(
      message: "there is no graph in the archive",
      suggestion:
        "of an archive, tables of nodes and edges (.tsv, .csv, .jsonl) and KGX JSON are read")
  }
}

extension InputFormat {
  /// Whether files of this format are read as they are unpacked.
  var isStreamed: Bool {
    switch self {
    case .kgxNodes, .kgxEdges, .kgxNodeLines, .kgxEdgeLines, .edgeList: true
    default: false
    }
  }
}
