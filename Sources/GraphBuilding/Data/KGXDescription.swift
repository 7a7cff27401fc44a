import GraphModel

extension InputFile {
  /// The name of the file that may lie beside a table that is called `NAME_nodes` or `NAME_edges`.
  package var nameOfDescription: String? {
    let stem = KGXDescription.stem(of: name)
    guard let last = stem.split(separator: "/", omittingEmptySubsequences: false).last,
      !name.contains(PackedName.separator)
    else { return nil }
    return last.isEmpty ? "metadata.json" : "\(last)_metadata.json"
  }
}

/// What etiograph writes beside the tables of a graph, in `NAME_metadata.json`: its title, its
/// prefixes, what it is about, its documents and its works.
struct KGXDescription {
  /// The documents, works, prefixes and title, as a graph without nodes.
  private(set) var builder = GraphBuilder()
  private(set) var sources = KGXSources()
  private(set) var diagnostics: [Diagnostic] = []

  /// Of tables that lie by themselves.
  init() {}

  /// Reads the files; of the prefixes and the title of several, the first that are given count.
  init(_ files: [InputFile], takesBase: Bool, isStrict: Bool) {
    for (number, file) in files.enumerated() {
      var log = ProblemLog(file, isStrict: isStrict)
      let reading = JSONReader.read(file.bytes)
      log.add(reading.problems)
      if let value = reading.value {
        let found = KGXSources(value, takesBase: takesBase && number == 0, into: &builder)
        if found == nil {
          log.add(
            .error, "the file does not say what a graph was made from", at: value.offset,
            suggestion: "write the graph again with 'etiograph export', or remove the file")
        }
        sources = found.map { sources.merging($0) } ?? sources
      }
      diagnostics += log.diagnostics
    }
  }

  /// What backs an edge, from the text of its cell; nil where that is nothing that etiograph
  /// writes.
  mutating func evidence(_ text: TextSpan) -> [Evidence]? {
    guard let value = JSONReader.read(Array(text)).value else { return nil }
    return sources.evidence(value, into: &builder)
  }

  /// The first part of the name of a file: `data/kg` of `data/kg_edges.tsv.gz`.
  static func stem(of name: String) -> String {
    var folder = name[...]
    while let last = folder.last, last != "/", last != PackedName.separator { folder.removeLast() }
    let plain = PackedName.plain(name)
    var stem = plain[..<(plain.firstIndex(of: ".") ?? plain.endIndex)]
    for part in ["nodes", "edges", "metadata"] where stem.hasSuffix(part) {
      stem = stem.dropLast(part.count)
      if stem.last == "_" || stem.last == "-" { stem = stem.dropLast() }
      break
    }
    return String(folder) + stem
  }
}
