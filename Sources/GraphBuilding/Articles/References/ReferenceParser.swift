internal import GraphModel

/// Reads one entry of a reference list as its text gives it: the Vancouver style of medicine
/// (Authors. Title. Journal. Year;volume(issue):pages.), the APA style (Authors (Year). Title.
/// Journal, volume(issue), pages.), or a bare title or address.
struct ReferenceParser {
  private let text: [UInt8]

  /// - Complexity: O(length).
  static func parse(
    _ text: [UInt8], number: Int?, link: (text: String, url: String)? = nil
  ) -> Reference {
    ReferenceParser(text: Array(text.prefix(4000))).reference(number: number, link: link)
  }

  private func reference(number: Int?, link: (text: String, url: String)?) -> Reference {
    let marks = ReferenceMarks(text)
    var reference = Reference(id: "")
    reference.key = number.map(String.init)
    reference.doi = marks.doi
    reference.pmid = marks.pmid
    reference.url = link?.url ?? marks.url
    if reference.doi == nil, let url = link?.url {
      reference.doi = ReferenceMarks(Array(url.utf8)).doi
    }
    reference.text = String(decoding: text, as: UTF8.self).trimmingSpaces
    let body = Array(text[..<marks.bodyEnd])
    if let link, link.text.utf8.count * 2 > text.count {
      reference.title = link.text
    } else if !readAPA(body, into: &reference) {
      readVancouver(body, into: &reference)
    }
    if reference.container != nil { reference.type = "article-journal" }
    let local = ContentHash.digits(of: reference.text ?? "")
    reference.id = Reference.identifier(
      doi: reference.doi, pmid: reference.pmid, url: reference.url, local: local)
    return reference
  }

  // MARK: APA

  private func readAPA(_ body: [UInt8], into reference: inout Reference) -> Bool {
    guard let open = yearInBrackets(body) else { return false }
    reference.year = Self.number(body[(open + 1)..<(open + 5)])
    reference.authors = authors(body[..<open], separator: "., ")
    var start = open
    while start < body.count, body[start] != 0x29 { start += 1 }
    start += 1
    while start < body.count, body[start] == 0x2e || body[start].isSpaceByte { start += 1 }
    let parts = Self.sentences(body[min(start, body.count)...])
    guard let title = parts.first else { return false }
    reference.title = title
    if parts.count > 1 {
      let place = parts[1].split(separator: ",", maxSplits: 1).map(String.init)
      reference.container = place.first
      if place.count > 1 { readNumbers(Array(place[1].utf8), into: &reference) }
    }
    return true
  }

  /// `(2020` within the first half of the entry.
  private func yearInBrackets(_ body: [UInt8]) -> Int? {
    guard body.count > 12 else { return nil }
    return (3..<(body.count - 5)).first { index in
      body[index] == 0x28 && Self.isYear(body[(index + 1)..<(index + 5)])
        && !body[index + 5].isDigitByte && body[index - 1].isSpaceByte && index * 2 < body.count
    }
  }

  // MARK: Vancouver

  private func readVancouver(_ body: [UInt8], into reference: inout Reference) {
    var parts = Self.sentences(body[...])
    if let first = parts.first, parts.count > 1, Self.looksLikeAuthors(first) {
      reference.authors = authors(Array(first.utf8)[...], separator: ", ")
      parts.removeFirst()
    }
    guard let title = parts.first else { return }
    reference.title = title
    for part in parts.dropFirst() {
      let bytes = Array(part.utf8)
      if bytes.count >= 4, Self.isYear(bytes[..<4]) {
        reference.year = Self.number(bytes[..<4])
        readNumbers(Array(bytes.dropFirst(4)), into: &reference)
      } else if reference.container == nil, reference.year == nil {
        readContainer(bytes, into: &reference)
      }
    }
  }

  /// `Sci Adv` or `Sci Adv 2021;7(14):1-10`.
  private func readContainer(_ bytes: [UInt8], into reference: inout Reference) {
    let year = bytes.indices.dropFirst().first { index in
      index + 4 <= bytes.count && bytes[index - 1].isSpaceByte
        && Self.isYear(bytes[index..<(index + 4)])
    }
    guard let year else {
      reference.container = String(decoding: bytes, as: UTF8.self).trimmingSpaces
      return
    }
    reference.container = String(decoding: bytes[..<year], as: UTF8.self).trimmingSpaces
    reference.year = Self.number(bytes[year..<(year + 4)])
    readNumbers(Array(bytes[(year + 4)...]), into: &reference)
  }

  /// `;7(14):1-10`, `, 7(14), 1–10`.
  private func readNumbers(_ bytes: [UInt8], into reference: inout Reference) {
    var fields: [(open: UInt8, text: String)] = []
    var field: [UInt8] = []
    var opener: UInt8 = 0x3b
    func close() {
      let text = String(decoding: field, as: UTF8.self).trimmingSpaces
      if !text.isEmpty { fields.append((opener, text)) }
      field = []
    }
    for byte in bytes {
      switch byte {
      case 0x3b, 0x3a, 0x28, 0x29, 0x2c:
        close()
        opener = byte
      case 0x2e: break
      default: field.append(byte)
      }
    }
    close()
    for (open, text) in fields {
      switch open {
      case 0x28: reference.issue = reference.issue ?? text
      case 0x3a: reference.pages = reference.pages ?? text
      default:
        if reference.volume == nil {
          reference.volume = text
        } else if reference.pages == nil {
          reference.pages = text
        }
      }
    }
  }

  // MARK: Parts

  /// The text cut at full stops and question marks that a space follows.
  private static func sentences(_ bytes: ArraySlice<UInt8>) -> [String] {
    var parts: [String] = []
    var start = bytes.startIndex
    func close(_ end: Int) {
      let text = String(decoding: bytes[start..<end], as: UTF8.self).trimmingSpaces
      if !text.isEmpty { parts.append(text) }
    }
    for index in bytes.indices where bytes[index] == 0x2e || bytes[index] == 0x3f {
      let next = index + 1
      guard next == bytes.endIndex || bytes[next].isSpaceByte else { continue }
      // An initial ("J. Smith") ends no part, unless it is the last of several ("Smith JA.").
      let isInitial =
        index > bytes.startIndex + 1 && bytes[index - 1].isUpperByte
        && (bytes[index - 2].isSpaceByte || bytes[index - 2] == 0x2e) && parts.isEmpty
        && next + 1 < bytes.endIndex && !hasCommaSoon(bytes[next...])
      if isInitial { continue }
      close(bytes[index] == 0x3f ? next : index)
      start = next
    }
    close(bytes.endIndex)
    return parts
  }

  private static func hasCommaSoon(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.prefix(20).contains(0x2c)
  }

  /// Names with initials, separated by commas: "Smith J, Doe AB", "Smith J, et al".
  private static func looksLikeAuthors(_ text: String) -> Bool {
    if text.hasSuffix("et al") { return true }
    let names = text.split(separator: ",").map { String($0).trimmingSpaces }
    guard let first = names.first, let last = first.spacedWords.last else { return false }
    let isInitials =
      last.utf8.count <= 3 && last.utf8.allSatisfy { $0.isUpperByte || $0 == 0x2e || $0 == 0x2d }
    return isInitials && first.contains(" ")
      || names.count > 3
        && names.allSatisfy {
          $0.spacedWords.count <= 3
        }
  }

  private func authors(_ bytes: ArraySlice<UInt8>, separator: String) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    var names: [String] = []
    for part in text.replacing("&", with: "").split(separator: separator) {
      var name = String(part).trimmingSpaces
      if separator == "., ", !name.hasSuffix("."), name.contains(",") { name += "." }
      if name.isEmpty || name.hasPrefix("et al") { continue }
      names.append(name)
    }
    return names
  }

  static func isYear(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 4 && bytes.allSatisfy(\.isDigitByte)
      && (bytes.starts(with: [0x31, 0x39]) || bytes.starts(with: [0x32, 0x30])
        || bytes.starts(with: [0x31, 0x38]))
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: bytes, as: UTF8.self))
  }
}
