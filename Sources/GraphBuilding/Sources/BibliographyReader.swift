import GraphModel

/// Reads a bibliography: a list of works in CSL JSON
/// (https://github.com/citation-style-language/schema, `csl-data.json` 1.0), as Zotero and Pandoc
/// write it.
///
/// Every problem of the file is found at once. A work without a key cannot be cited and is left
/// out; of two works with one key the first is kept.
///
/// - Complexity: O(n) time and space over the bytes of the file.
struct BibliographyReader {
  /// The works of one file, and what was found wrong with it.
  struct Reading {
    var entries: [Bibliography.Entry] = []
    var diagnostics: [Diagnostic] = []
  }

  private var log: ProblemLog
  private var entries: [Bibliography.Entry] = []
  private var placeOfKey: [String: SourceLocation] = [:]
  private var keyOfDOI: [String: String] = [:]

  static func read(_ file: InputFile) -> Reading {
    var reader = BibliographyReader(log: ProblemLog(file))
    let reading = JSONReader.read(file.bytes)
    reader.log.add(reading.problems)
    if let value = reading.value { reader.read(value) }
    return Reading(entries: reader.entries, diagnostics: reader.log.diagnostics)
  }

  private mutating func read(_ document: JSONValue) {
    guard let items = document.elements else {
      log.add(
        .error, "the bibliography is \(document.kind), not a list", at: document.offset,
        suggestion: "put the works into square brackets: [ {…}, {…} ]")
      return
    }
    for item in items {
      guard item.members != nil else {
        log.add(
          .error, "a work is \(item.kind), not an object", at: item.offset,
          suggestion: "describe each work in braces: { \"id\": …, \"title\": … }")
        continue
      }
      readWork(item)
    }
  }

  private mutating func readWork(_ item: JSONValue) {
    guard let key = text(item, "id") ?? text(item, "citation-key") else {
      let title = text(item, "title").map { ": '\($0)'" } ?? ""
      let proposal = proposedKey(item)
      log.add(
        .error, "a work has no \"id\"\(title)", at: item.offset,
        suggestion: "add one to cite it by, such as \"id\": \"\(proposal)\"")
      return
    }
    let place = log.location(of: (item["id"] ?? item).offset)
    if let badly = key.first(where: { !Self.isKeyCharacter($0) }) {
      log.add(
        .error, "the key '\(key)' holds '\(badly)', so that no text can cite it",
        at: (item["id"] ?? item).offset,
        suggestion: "use letters, digits and - _ . : only, as in 'snelson2021'")
      return
    }
    if let first = placeOfKey[key] {
      log.add(
        .error, "the key '\(key)' is taken by another work, at \(first)",
        at: (item["id"] ?? item).offset, suggestion: "give one of the two another \"id\"")
      return
    }
    placeOfKey[key] = place
    let doi = readDOI(item, key: key)
    let pmid = text(item, "PMID")
    let url = text(item, "URL")
    entries.append(
      Bibliography.Entry(
        key: key,
        reference: Reference(
          id: Reference.identifier(doi: doi, pmid: pmid, url: url, local: key), key: key,
          type: text(item, "type"), title: readTitle(item, key: key), authors: authors(item),
          container: text(item, "container-title"), year: readYear(item, key: key),
          volume: text(item, "volume"), issue: text(item, "issue"), pages: text(item, "page"),
          doi: doi, pmid: pmid, url: url),
        location: place))
  }

  /// What Pandoc takes as part of a key that stands without braces.
  private static func isKeyCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_-.:#$%&+?<>~/".contains(character)
  }

  private func text(_ item: JSONValue, _ name: String) -> String? {
    guard let text = item[name]?.scalar?.trimmingWhitespace, !text.isEmpty else { return nil }
    return text
  }

  /// `snelson2021`: the first family name and the year.
  private func proposedKey(_ item: JSONValue) -> String {
    let family = item["author"]?.elements?.first.flatMap { text($0, "family") } ?? "author"
    let letters = family.lowercased().filter { $0.isASCII && $0.isLetter }
    return (letters.isEmpty ? "author" : letters) + (year(item).map(String.init) ?? "2024")
  }

  // MARK: Fields

  private mutating func readTitle(_ item: JSONValue, key: String) -> String? {
    let title = text(item, "title")
    if title == nil {
      log.add(
        .warning, "the work '\(key)' has no title", at: item.offset,
        suggestion: "add a \"title\", which readers see in the list of references")
    }
    return title
  }

  private mutating func readDOI(_ item: JSONValue, key: String) -> String? {
    guard let written = text(item, "DOI"), let place = item["DOI"]?.offset else { return nil }
    guard let doi = DOI.normalized(written) else {
      log.add(
        .error, "'\(written)' is no DOI", at: place,
        suggestion: "a DOI begins with '10.' and has a slash, as in 10.1000/182")
      return nil
    }
    if let other = keyOfDOI[doi] {
      log.add(
        .error, "'\(key)' and '\(other)' have the same DOI \(doi)", at: place,
        suggestion: "keep one of them and cite it by its key everywhere")
    } else {
      keyOfDOI[doi] = key
    }
    return doi
  }

  /// `Martín F` where only initials are given, else `Martín, Francisca`.
  private func authors(_ item: JSONValue) -> [String] {
    (item["author"]?.elements ?? []).compactMap { author in
      if let literal = text(author, "literal") ?? author.string { return literal }
      let particle = text(author, "non-dropping-particle").map { "\($0) " } ?? ""
      guard let family = text(author, "family").map({ particle + $0 }) else {
        return text(author, "given")
      }
      guard let given = text(author, "given") else { return family }
      let initials = given.filter { !". -".contains($0) }
      let isInitials = initials.count <= 3 && initials.allSatisfy(\.isUppercase)
      return isInitials ? "\(family) \(initials)" : "\(family), \(given)"
    }
  }

  private mutating func readYear(_ item: JSONValue, key: String) -> Int? {
    guard let issued = item["issued"], !issued.isNull else { return nil }
    let year = year(item)
    if year == nil {
      log.add(
        .warning, "the year of '\(key)' cannot be read", at: issued.offset,
        suggestion: "write \"issued\": { \"date-parts\": [[2021]] }")
    }
    return year
  }

  /// The year of `{"date-parts": [[2021, 3]]}`, `{"raw": "2021-03"}` or `"2021"`.
  private func year(_ item: JSONValue) -> Int? {
    guard let issued = item["issued"] else { return nil }
    let first = issued["date-parts"]?.elements?.first?.elements?.first?.scalar
    guard let raw = first ?? text(issued, "raw") ?? text(issued, "literal") ?? issued.scalar
    else { return nil }
    return raw.split { !$0.isNumber }.first { $0.count == 4 }.flatMap { Int($0) }
  }
}
