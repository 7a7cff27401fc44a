import GraphModel

/// How the identifiers of a graph are written in linked data: by one rule, everywhere.
///
/// 1. A CURIE whose prefix the graph knows is written literally; the context declares the prefix.
/// 2. An absolute IRI is written literally.
/// 3. A DOI is lower case, and what an IRI cannot hold is percent-encoded, as the DOI Handbook has
///    it (§2.5.2.4); where that changes the text, the address is written in place of the CURIE.
/// 4. Everything else, such as an identifier without a prefix, with an unknown one, with a space,
///    or one that would be a blank node, becomes `etiograph:id/` followed by the identifier with
///    every byte percent-encoded but for ASCII letters, digits, `-`, `_`, `~` and `.`.
///
/// Rule 4 is reversible (decode what follows `id/`) and free of collisions: identifiers that would
/// lie in `id/` by the rules before it are encoded as well, and so are those that would lie in the
/// namespace of etiograph's own terms. An identifier that is not written literally is repeated in
/// `dcterms:identifier`.
struct LinkedDataIdentifiers: Sendable {
  let prefixes: PrefixMap
  /// The prefixes that may stand in a CURIE: well formed, with an absolute namespace, and free to
  /// be declared in the context.
  private let usable: [String: String]
  /// Those of them whose namespace lies outside of what rule 4 reserves.
  private let plain: Set<String>
  /// Where the identifiers lie that rule 4 encodes.
  private let encoded: String

  /// The folder, under the graph's base, of the identifiers that rule 4 encodes.
  static let encodedFolder = "id/"

  init(prefixes: PrefixMap) {
    self.prefixes = prefixes
    var usable: [String: String] = [:]
    for (prefix, namespace) in prefixes.all
    where Self.isName(prefix) && !LinkedDataContext.isTerm(prefix)
      && (LinkedDataContext.namespaces[prefix] ?? namespace) == namespace
      && IRISyntax.isAbsolute(namespace + "x")
    {
      usable[prefix] = namespace
    }
    self.usable = usable
    let encoded = prefixes.base + Self.encodedFolder
    self.encoded = encoded
    plain = Set(
      usable.filter { prefix, namespace in
        prefix != "DOI" && !namespace.utf8.starts(with: encoded.utf8)
          && !namespace.utf8.starts(with: LinkedDataContext.termNamespace.utf8)
      }.keys)
  }

  /// The identifier as the document writes it.
  ///
  /// - Complexity: O(length).
  func written(_ id: String) -> String { isPlain(id) ? id : resolve(id).text }

  /// The absolute IRI that every processor makes of ``written(_:)``.
  func iri(_ id: String) -> String { resolve(id).iri }

  /// The prefix that the context must declare for ``written(_:)``; nil for an absolute IRI.
  func prefix(of id: String) -> String? { resolve(id).prefix }

  /// The namespace to declare for a prefix.
  func namespace(of prefix: String) -> String? { usable[prefix] }

  private struct Resolved {
    var text: String
    var iri: String
    var prefix: String?
  }

  /// Whether the identifier is a known prefix, a colon, and ASCII letters, digits, `-` and `_`,
  /// as nearly all are: then it is written literally, and nothing else needs a look.
  ///
  /// What rule 4 reserves has a `/` or a `#` after every namespace that it begins with, so that
  /// such an identifier is never in it unless its namespace is.
  private func isPlain(_ id: String) -> Bool {
    let bytes = id.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[..<colon].allSatisfy({ $0 < 0x80 }), plain.contains(String(id[..<colon]))
    else { return false }
    let rest = bytes[bytes.index(after: colon)...]
    return !rest.isEmpty
      && rest.allSatisfy {
        IRISyntax.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2d || $0 == 0x5f
      }
  }

  private func resolve(_ id: String) -> Resolved {
    if let colon = id.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let prefix = String(id[..<colon])
      let rest = id[id.utf8.index(after: colon)...]
      let isHierarchical = rest.utf8.starts(with: "//".utf8)
      if prefix == "DOI", let found = digitalObject(id, rest) { return found }
      if !isHierarchical, Self.isName(prefix), let namespace = usable[prefix] {
        let iri = namespace + rest
        if isFree(iri) { return Resolved(text: id, iri: iri, prefix: prefix) }
      } else if isHierarchical || prefix == "urn", isFree(id) {
        return Resolved(text: id, iri: id, prefix: nil)
      }
    }
    let tail = Self.encodedFolder + IRISyntax.percentEncoded(id)
    let local = PrefixMap.local
    return Resolved(
      text: "\(local):\(tail)", iri: prefixes.base + tail, prefix: local)
  }

  private func digitalObject(_ id: String, _ rest: Substring) -> Resolved? {
    guard let namespace = usable["DOI"], !rest.isEmpty else { return nil }
    let tail = IRISyntax.percentEncoded(rest.lowercased(), keeping: "/:;()!$&'*+,=@")
    let iri = namespace + tail
    guard isFree(iri) else { return nil }
    return tail == rest
      ? Resolved(text: id, iri: iri, prefix: "DOI") : Resolved(text: iri, iri: iri, prefix: nil)
  }

  /// Whether the IRI is well formed and no one else's by these rules.
  private func isFree(_ iri: String) -> Bool {
    !iri.utf8.starts(with: encoded.utf8)
      && !iri.utf8.starts(with: LinkedDataContext.termNamespace.utf8) && IRISyntax.isAbsolute(iri)
  }

  /// `[A-Za-z][A-Za-z0-9._-]*`: no term with another meaning in JSON-LD, and no blank node.
  private static func isName(_ prefix: String) -> Bool {
    guard let first = prefix.utf8.first, IRISyntax.isLetter(first) else { return false }
    return prefix.utf8.allSatisfy {
      IRISyntax.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2d || $0 == 0x2e
        || $0 == 0x5f
    }
  }
}
