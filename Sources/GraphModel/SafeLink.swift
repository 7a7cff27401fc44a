/// Decides which addresses a page or a drawing may lead to: the one rule for all of them.
package enum SafeLink {
  /// The address, if it is one of http, https or mailto and holds nothing that has no place in an
  /// IRI (RFC 3987, §2.2): white space, controls, quotes, brackets, noncharacters, nor the marks
  /// that turn the direction of the text around them (UAX 9, §2).
  ///
  /// Anything else, `javascript:` above all, could run or leak something when clicked, or show
  /// another address than the one that it leads to.
  ///
  /// - Complexity: O(length); an address of more than 4096 bytes is none.
  package static func accepted(_ address: String?) -> String? {
    guard let address, address.utf8.count <= 4096 else { return nil }
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard ["http", "https", "mailto"].contains(scheme) else { return nil }
    if scheme != "mailto", !address.dropFirst(scheme.count).hasPrefix("://") { return nil }
    return address.unicodeScalars.contains(where: isForbidden) ? nil : address
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7f...0x9f, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true
    default:
      "<>\"\\^`{|}".unicodeScalars.contains(scalar)
        || scalar.properties.isNoncharacterCodePoint
    }
  }
}
