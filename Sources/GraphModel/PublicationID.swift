/// Digital object identifiers, as the DOI Handbook writes them (ISO 26324).
package enum DOI {
  /// The identifier in lower case without a resolver's address or `doi:`; nil where the text is
  /// none.
  package static func normalized(_ text: some StringProtocol) -> String? {
    var rest = String(text).trimmingSpaces.lowercased()[...]
    let beginnings = ["https://", "http://", "dx.doi.org/", "www.doi.org/", "doi.org/", "doi:"]
    for beginning in beginnings where rest.hasPrefix(beginning) {
      rest = rest.dropFirst(beginning.count)
    }
    rest = String(rest).trimmingSpaces[...]
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let registrant = rest[..<slash]
    let suffix = rest[slash...].dropFirst()
    guard registrant.hasPrefix("10."), registrant.utf8.count >= 7, !suffix.isEmpty,
      registrant.utf8.dropFirst(3).allSatisfy({
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
      }),
      !suffix.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 })
    else { return nil }
    return String(rest)
  }
}

extension Reference {
  /// The work that a data file names in its list of publications: a PubMed id, a DOI, an address,
  /// or any other identifier.
  package init(publication text: String) {
    let text = text.trimmingSpaces
    if let colon = text.firstIndex(of: ":") {
      let rest = String(text[text.index(after: colon)...]).trimmingSpaces
      if text[..<colon].lowercased() == "pmid", !rest.isEmpty {
        self.init(id: "PMID:\(rest)", pmid: rest)
        return
      }
    }
    if let doi = DOI.normalized(text) {
      self.init(id: "DOI:\(doi)", doi: doi)
    } else if text.hasPrefix("http://") || text.hasPrefix("https://") {
      self.init(id: text, url: text)
    } else {
      self.init(id: text)
    }
  }
}
