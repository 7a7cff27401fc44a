import Yams

/// Parses YAML without being led on by what refers to itself again and again: a few lines of
/// aliases to lists of aliases can stand for more values than any memory holds.
///
/// What is bounded is what the aliases stand for, not how many there are: a vocabulary may give
/// every concept an anchor and refer to each of them.
enum YAMLRoot {
  /// The YAML stands for too many values.
  struct TooManyAliases: Error {}

  /// More values than this, or than the text has bytes, are not made of aliases.
  private static let most = 1_000_000

  /// The root of a text in YAML; nil where it is empty.
  ///
  /// - Throws: ``TooManyAliases``, or what the parser throws.
  /// - Complexity: O(length).
  static func of(_ text: String) throws -> YAMLNode? {
    if try YAMLExpansion.values(of: text) > max(most, text.utf8.count) { throw TooManyAliases() }
    return try parser(of: text).singleRoot()
  }

  fileprivate static func parser(of text: String) throws -> Parser {
    try Parser(yaml: text, resolver: .basic, encoding: .utf8)
  }
}

/// Counts the values that a text in YAML stands for, without making them.
///
/// The text is parsed with every alias written as a word that begins with a private character, in
/// which its structure is the same; so no parser ever sees an alias before it is known what all of
/// them stand for.
private struct YAMLExpansion {
  /// What each anchor stands for; the latest of a name counts, as in YAML (1.2.2, §7.1).
  private var sizes: [String: Int] = [:]

  private static let alias: Unicode.Scalar = "\u{e000}"
  /// Sums stop here, far below an overflow.
  private static let most = 1 << 40

  /// - Returns: 0 where the text has no alias.
  /// - Complexity: O(length).
  static func values(of text: String) throws -> Int {
    let bytes = Array(text.utf8)
    guard bytes.contains(0x26) else { return 0 }
    var written: [UInt8] = []
    var aliases = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x2a, index + 1 < bytes.count, isNameByte(bytes[index + 1]) {
        written += UTF8.encode(alias).map(Array.init) ?? []
        aliases += 1
      } else {
        written.append(byte)
      }
    }
    if aliases == 0 { return 0 }
    let parser = try YAMLRoot.parser(of: String(decoding: written, as: UTF8.self))
    // The parser holds the anchors, to which nodes refer weakly.
    return try withExtendedLifetime(parser) {
      guard let root = try parser.singleRoot() else { return 0 }
      var expansion = YAMLExpansion()
      return expansion.count(root)
    }
  }

  /// The bytes of which libyaml lets the name of an alias consist.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isUpperByte || byte.isLowerByte || byte.isDigitByte || byte == 0x2d || byte == 0x5f
  }

  /// Nodes are nested at most a thousand deep: libyaml refuses more.
  private mutating func count(_ node: YAMLNode) -> Int {
    var values = 1
    switch node {
    case .scalar(let scalar):
      if scalar.string.unicodeScalars.first == Self.alias {
        values = sizes[String(scalar.string.unicodeScalars.dropFirst())] ?? 1
      }
    case .sequence(let items):
      for item in items { values = min(values + count(item), Self.most) }
    case .mapping(let pairs):
      // Keys are compared with one another as a whole.
      for (key, value) in pairs { values = min(values + 2 * count(key) + count(value), Self.most) }
    case .alias: break
    }
    if let anchor = node.anchor { sizes[anchor.rawValue] = values }
    return values
  }
}
