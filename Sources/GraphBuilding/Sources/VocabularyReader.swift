import GraphModel
import Yams

/// Reads a vocabulary: a YAML file of concepts with their names and identifiers.
///
///     base: https://example.org/graph/
///     prefixes:
///       ACME: https://acme.example/terms/
///     concepts:
///       - label: inflammatory bowel disease
///         id: MONDO:0005265
///         abbreviations: [IBD]
///
/// Every problem of the file is found at once, and each is told with its line and column. Keys may
/// be written with hyphens, spaces or capitals (`exactMatches`, `exact matches`), and a list of
/// one as the one.
///
/// - Complexity: O(n) expected time and space over the bytes of the file.
struct VocabularyReader {
  /// The concepts of one file, and what was found wrong with it.
  struct Reading {
    /// The base of the graph's own identifiers, where the file declares it.
    var base: String?
    var prefixes: [(prefix: String, namespace: String)] = []
    /// Each with the place of its label.
    var concepts: [Concept] = []
    /// Every name and identifier of the concepts, with its place.
    var terms: [Term] = []
    var diagnostics: [Diagnostic] = []
  }

  /// A name or an identifier of a concept, and where it stands.
  struct Term {
    enum Kind { case name, id, exactMatch }
    var kind: Kind
    var text: String
    /// The position of its concept in ``Reading/concepts``.
    var concept: Int
    var location: SourceLocation
  }

  let file: InputFile
  var reading = Reading()
  var prefixes: PrefixMap

  /// - Parameter prefixes: what is known before the file declares its own.
  static func read(_ file: InputFile, prefixes: PrefixMap = PrefixMap()) -> Reading {
    var reader = VocabularyReader(file: file, prefixes: prefixes)
    reader.read()
    return reader.reading
  }

  private mutating func read() {
    if let bad = UTF8Check.firstInvalid(in: file.bytes) {
      var positions = FilePositions(file)
      reading.diagnostics.append(
        Diagnostic(
          .error, "the file is not UTF-8 text", at: positions.location(of: bad),
          suggestion: "save it with the encoding UTF-8"))
      return
    }
    let root: YAMLNode?
    do {
      let text = String(decoding: file.bytes, as: UTF8.self)
      root = try YAMLRoot.of(text)
    } catch {
      reading.diagnostics.append(YAMLProblem.diagnostic(of: error, file: file.name))
      return
    }
    guard let root, !root.isBlank else {
      report(.warning, "the vocabulary is empty", at: nil, suggestion: "list 'concepts:' in it")
      return
    }
    // A bare list is a vocabulary that declares nothing but its concepts.
    if case .sequence(let entries) = root { return readConcepts(entries) }
    guard case .mapping(let sections) = root else {
      report(
        .error, "the vocabulary is a mere text", at: root.mark,
        suggestion: "list the concepts under 'concepts:'")
      return
    }
    let known = ["base", "prefixes", "concepts"]
    // Prefixes first: identifiers are checked against them, wherever in the file they stand.
    for (key, value) in sections where key.name == "prefixes" { readPrefixes(value) }
    for (key, value) in sections {
      switch key.name {
      case "prefixes": break
      case "base": readBase(value)
      case "concepts":
        if case .sequence(let entries) = value {
          readConcepts(entries)
        } else if !value.isBlank {
          report(
            .error, "'concepts' is no list", at: value.mark,
            suggestion: "begin each concept with '- label: …'")
        }
      default: reportUnknown(key, known: known)
      }
    }
    if !sections.contains(where: { $0.key.name == "concepts" }) {
      report(
        .error, "the vocabulary has no 'concepts'", at: root.mark,
        suggestion: "add 'concepts:' and under it each concept with '- label: …'")
    }
  }

  private mutating func readConcepts(_ entries: YAMLNode.Sequence) {
    for entry in entries { readConcept(entry) }
  }

  private mutating func readBase(_ value: YAMLNode) {
    guard let text = value.text else {
      report(.error, "'base' is no address", at: value.mark, suggestion: Self.baseAdvice)
      return
    }
    guard text.hasPrefix("https://") || text.hasPrefix("http://"),
      text.hasSuffix("/") || text.hasSuffix("#")
    else {
      report(
        .error, "'\(text)' cannot be the base of identifiers", at: value.mark,
        suggestion: Self.baseAdvice)
      return
    }
    reading.base = text
  }

  private static let baseAdvice =
    "write an address that begins with https:// and ends with a slash"

  private mutating func readPrefixes(_ value: YAMLNode) {
    guard case .mapping(let pairs) = value else {
      if !value.isBlank {
        report(
          .error, "'prefixes' is no list of names and addresses", at: value.mark,
          suggestion: "write each as 'NAME: https://…' on a line of its own")
      }
      return
    }
    for (key, value) in pairs {
      guard let prefix = key.text, Self.isPrefix(prefix), prefix != PrefixMap.local else {
        report(
          .error, "'\(key.text ?? "")' cannot be a prefix", at: key.mark,
          suggestion: "use letters, digits, hyphens and dots, and not '\(PrefixMap.local)'")
        continue
      }
      guard let namespace = value.text, namespace.contains(":") else {
        report(
          .error, "the prefix '\(prefix)' stands for no address", at: value.mark,
          suggestion: "write what its identifiers begin with, such as https://…/")
        continue
      }
      prefixes[prefix] = namespace
      reading.prefixes.append((prefix, namespace))
    }
  }

  private static func isPrefix(_ text: String) -> Bool {
    text.unicodeScalars.first?.properties.isAlphabetic == true
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789-._".unicodeScalars.contains($0))
      }
  }

  // MARK: Diagnostics

  mutating func report(
    _ severity: Diagnostic.Severity, _ message: String, at mark: Mark?, suggestion: String? = nil
  ) {
    reading.diagnostics.append(
      Diagnostic(severity, message, at: location(mark), suggestion: suggestion))
  }

  func location(_ mark: Mark?) -> SourceLocation {
    SourceLocation(file: file.name, line: mark?.line, column: mark?.column)
  }

  mutating func reportUnknown(_ key: YAMLNode, known: [String]) {
    let written = key.text ?? "…"
    let nearest = NearestName.of(written, in: known)
    report(
      .warning, "'\(written)' is no key that a vocabulary has; it is passed over", at: key.mark,
      suggestion: nearest.map { "did you mean '\($0)'?" }
        ?? "the keys are \(known.joined(separator: ", "))")
  }
}

typealias YAMLNode = Yams.Node

extension YAMLNode {
  /// The text of a scalar without white space around it; nil where there is none.
  var text: String? {
    guard case .scalar(let scalar) = self else { return nil }
    let text = scalar.string.trimmingWhitespace
    if text.isEmpty || (scalar.style == .plain && ["~", "null"].contains(text)) { return nil }
    return text
  }

  /// A scalar without text: a key with nothing behind it.
  var isBlank: Bool {
    if case .scalar = self { text == nil } else { false }
  }

  /// A key with everything taken away in which people differ: `exactMatches`, `exact matches`
  /// and `exact-matches` are `exactmatches`.
  var name: String { (text ?? "").lowercased().filter(\.isLetter) }
}
