public import GraphModel
import Yams

/// A bibliography that an article names in its front matter.
public struct NamedBibliography: Sendable, Hashable {
  /// The file, relative to the same folder as the article's own name.
  public var name: String
  /// The file as the article writes it, relative to the article.
  public var written: String
  /// Where the article names it.
  public var location: SourceLocation

  /// A file that is named at a place.
  public init(name: String, written: String, location: SourceLocation) {
    self.name = name
    self.written = written
    self.location = location
  }
}

extension InputFile {
  /// The bibliographies that the file names under `bibliography:` in its front matter, so that a
  /// program that reads one article can read them too. Addresses on the web are none.
  ///
  /// Empty where the file has no front matter or its front matter is no YAML.
  ///
  /// - Complexity: O(length of the file), since its encoding is found from all of it.
  public var namedBibliographies: [NamedBibliography] {
    guard mayName("bibliography") else { return [] }
    let (source, format, _) = DocumentReader.decode(self)
    guard format != .html, let lines = FrontMatterLines(source), lines.isMeantAsSuch,
      let root = try? YAMLRoot.of(String(decoding: source.bytes[lines.body], as: UTF8.self)),
      case .mapping(let pairs) = root
    else { return [] }
    var found: [NamedBibliography] = []
    for (key, value) in pairs where key.name == "bibliography" {
      let values: [YAMLNode] =
        if case .sequence(let nodes) = value { Array(nodes) } else { [value] }
      for node in values {
        guard let written = node.text, !written.contains("://") else { continue }
        let place = SourceLocation(
          file: name, line: node.mark.map { $0.line + lines.firstLine }, column: node.mark?.column)
        found.append(
          NamedBibliography(name: sibling(written), written: written, location: place))
      }
    }
    return found
  }

  /// Whether a word of ASCII letters stands in the file, one or two bytes a letter.
  private func mayName(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard count > 0 else { return true }
    return withBytes { bytes in
      var at = ByteScan.index(of: word.utf8Start[0], in: bytes, from: 0)
      while at < bytes.count {
        for width in 1...2 where at + (count - 1) * width < bytes.count {
          if (1..<count).allSatisfy({ bytes[at + $0 * width] == word.utf8Start[$0] }) {
            return true
          }
        }
        at = ByteScan.index(of: word.utf8Start[0], in: bytes, from: at + 1)
      }
      return false
    }
  }

  /// The name of a file that is given relative to this one.
  private func sibling(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    var parts = name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
