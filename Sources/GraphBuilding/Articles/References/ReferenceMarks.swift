/// The identifiers in the text of a reference: DOI, PubMed number, address.
struct ReferenceMarks {
  private(set) var doi: String?
  private(set) var pmid: String?
  private(set) var url: String?
  /// Where the text proper ends: before the first of them.
  private(set) var bodyEnd: Int

  /// - Complexity: O(length).
  init(_ text: [UInt8]) {
    bodyEnd = text.count
    var index = 0
    while index < text.count {
      guard Self.mayBegin(text[index]) else {
        index += 1
        continue
      }
      if doi == nil, let end = Self.doiEnd(text, index) {
        doi = String(decoding: text[index..<end], as: UTF8.self).lowercased()
        bodyEnd = min(bodyEnd, Self.labelStart(text, index))
        index = end
      } else if url == nil,
        Self.begins(text, index, "http://") || Self.begins(text, index, "https://")
      {
        let end = Self.addressEnd(text, index)
        let address = String(decoding: text[index..<end], as: UTF8.self)
        bodyEnd = min(bodyEnd, index)
        // The address of a DOI or of PubMed is no address of its own.
        if address.contains("doi.org/10.") {
          index += 8
          continue
        }
        if let number = Self.pubMedNumber(address) { pmid = number } else { url = address }
        index = end
      } else if pmid == nil, Self.begins(text, index, "PMID"),
        let found = Self.digits(text, index + 4)
      {
        pmid = found
        bodyEnd = min(bodyEnd, index)
        index += 4
      } else {
        index += 1
      }
    }
  }

  /// Whether a DOI, an address or "PMID" may begin with a byte.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x31, 0x48, 0x68, 0x50, 0x70: true
    default: false
    }
  }

  var isEmpty: Bool { doi == nil && pmid == nil && url == nil }

  /// `10.` and four to nine digits, a slash and no space (DOI Handbook, §2.2).
  private static func doiEnd(_ text: [UInt8], _ start: Int) -> Int? {
    guard start + 8 < text.count, text[start] == 0x31, text[start + 1] == 0x30,
      text[start + 2] == 0x2e, start == 0 || !text[start - 1].isDigitByte
    else { return nil }
    var index = start + 3
    while index < text.count, text[index].isDigitByte, index - start < 13 { index += 1 }
    guard index - start >= 7, index < text.count, text[index] == 0x2f else { return nil }
    let end = addressEnd(text, index)
    return end > index + 1 ? end : nil
  }

  /// The end of an address: white space or a quotation mark, without closing punctuation.
  private static func addressEnd(_ text: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < text.count, !text[end].isSpaceByte, !"<>\"[]".utf8.contains(text[end]) { end += 1 }
    while end > start, ".,;:)".utf8.contains(text[end - 1]) {
      if text[end - 1] == 0x29, text[start..<end].contains(0x28) { break }
      end -= 1
    }
    return end
  }

  /// Where `doi:` or `https://doi.org/` before a DOI begins.
  private static func labelStart(_ text: [UInt8], _ doi: Int) -> Int {
    for label in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "doi: ", "doi:"] {
      let start = doi - label.utf8.count
      if start >= 0, begins(text, start, label) { return start }
    }
    return doi
  }

  private static func pubMedNumber(_ address: String) -> String? {
    guard address.contains("ncbi.nlm.nih.gov/pubmed/") || address.contains("pubmed.ncbi.nlm") else {
      return nil
    }
    let last = address.split(separator: "/").last.map(String.init) ?? ""
    return !last.isEmpty && last.utf8.allSatisfy(\.isDigitByte) ? last : nil
  }

  private static func digits(_ text: [UInt8], _ start: Int) -> String? {
    var index = start
    while index < text.count, text[index].isSpaceByte || text[index] == 0x3a { index += 1 }
    let end = text[index...].prefix { $0.isDigitByte }.endIndex
    guard end > index, end - index <= 9 else { return nil }
    return String(decoding: text[index..<end], as: UTF8.self)
  }

  private static func begins(_ text: [UInt8], _ start: Int, _ word: String) -> Bool {
    var index = start
    for byte in word.utf8 {
      guard index < text.count, text[index].lowered == byte.lowered else { return false }
      index += 1
    }
    return true
  }
}
