import GraphModel
import Yams

/// The `#` lines of an SSSOM table: YAML that says, among much else, what the prefixes stand for.
struct SSSOMHeader {
  /// The bytes before the table.
  let length: Int
  /// The lines before the table.
  let lines: Int
  /// The graph's prefixes with those that the file declares and the graph did not have.
  private(set) var prefixes: PrefixMap
  /// For a prefix of the file, the start of the graph's identifier.
  private var starts: [[UInt8]: String] = [:]

  init(_ file: InputFile, prefixes: PrefixMap, log: inout ProblemLog) {
    self.prefixes = prefixes
    let bytes = file.bytes
    var at = bytes.starts(with: FilePositions.byteOrderMark) ? 3 : 0
    var yaml: [UInt8] = []
    var lines = 0
    while at < bytes.count, bytes[at] == UInt8(ascii: "#") {
      let end = bytes[at...].firstIndex(of: 0x0a) ?? bytes.count
      yaml.append(contentsOf: bytes[(at + 1)..<end])
      yaml.append(0x0a)
      lines += 1
      at = min(end + 1, bytes.count)
    }
    length = at
    self.lines = lines
    readMap(yaml, file, log: &log)
  }

  private mutating func readMap(_ yaml: [UInt8], _ file: InputFile, log: inout ProblemLog) {
    if yaml.isEmpty { return }
    let root: YAMLNode?
    do {
      let text = Self.unindented(String(decoding: yaml, as: UTF8.self))
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      log.add(YAMLProblem.diagnostic(of: error, file: file.name))
      return
    }
    guard case .mapping(let sections)? = root else { return }
    for (key, value) in sections where key.text == "curie_map" {
      guard case .mapping(let pairs) = value else { continue }
      for (key, value) in pairs {
        if let prefix = key.text, let namespace = value.text { declare(prefix, namespace) }
      }
    }
  }

  /// The lines may stand behind `#` or `# `: where all begin with a blank, it is none of YAML's.
  private static func unindented(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.allSatisfy({ $0.isEmpty || $0.hasPrefix(" ") || $0 == "\r" }) else { return text }
    return lines.map { String($0.dropFirst()) }.joined(separator: "\n")
  }

  private mutating func declare(_ prefix: String, _ namespace: String) {
    guard namespace.contains(":") else { return }
    if prefixes[prefix] == namespace {
      starts[Array(prefix.utf8)] = prefix + ":"
    } else if let start = prefixes.curie(of: namespace), start.hasSuffix(":") {
      // The graph has another name for the same namespace.
      starts[Array(prefix.utf8)] = start
    } else if prefixes[prefix] == nil {
      prefixes[prefix] = namespace
      starts[Array(prefix.utf8)] = prefix + ":"
    } else {
      // Ontologies publish one vocabulary under several addresses: the prefix tells.
      starts[Array(prefix.utf8)] = prefix + ":"
    }
  }

  /// The graph's form of a CURIE of the file; nil where nobody declares its prefix.
  func identifier(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    let colon = ByteScan.index(of: UInt8(ascii: ":"), in: cell, from: 0)
    guard colon > 0, colon + 1 < cell.count, !cell.contains(where: { $0 <= 0x20 || $0 == 0x7f })
    else { return nil }
    if cell.has("://", at: colon) { return prefixes.curie(of: cell.text) ?? cell.text }
    let code = cell.part((colon + 1)..<cell.count).text
    if let start = starts[Array(cell[..<colon])] { return start + code }
    let curie = cell.text
    return prefixes.accepts(curie) ? curie : nil
  }
}
