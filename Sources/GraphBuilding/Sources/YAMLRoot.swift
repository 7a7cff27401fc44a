import Yams

/// Parses YAML without being led on by what refers to itself again and again: a few lines of
/// aliases to lists of aliases can stand for more values than any memory holds.
enum YAMLRoot {
  /// The YAML stands for too many values.
  struct TooManyAliases: Error {}

  /// More values than this are not made of aliases.
  private static let most = 1_000_000.0

  /// The root of a text in YAML; nil where it is empty.
  ///
  /// - Throws: ``TooManyAliases``, or what the parser throws.
  /// - Complexity: O(length).
  static func of(_ text: String) throws -> YAMLNode? {
    guard worst(Array(text.utf8)) <= most else { throw TooManyAliases() }
    return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
  }

  /// How many values the aliases of a text could stand for at most: each anchor holding as many
  /// aliases to the one before it as there are on average, which is the worst that can be done.
  private static func worst(_ bytes: [UInt8]) -> Double {
    var anchors = 0
    var aliases = 0
    var before: UInt8 = 0x20
    for (index, byte) in bytes.enumerated() {
      defer { before = byte }
      guard byte == 0x26 || byte == 0x2a, index + 1 < bytes.count,
        before.isSpaceByte || "[{,:-?".utf8.contains(before),
        !bytes[index + 1].isSpaceByte, bytes[index + 1] != byte
      else { continue }
      if byte == 0x26 { anchors += 1 } else { aliases += 1 }
    }
    guard anchors > 0 else { return 0 }
    var values = 1.0
    for _ in 0..<anchors where values <= most { values *= 1 + Double(aliases) / Double(anchors) }
    return values
  }
}
