/// A cited work, with the fields of CSL JSON that etiograph prints.
public struct Reference: Sendable, Hashable {
  /// A CURIE: `DOI:10.1000/182`, `PMID:12345`, an IRI, or the graph's own `etiograph:ref-…`.
  public var id: String
  /// The key that documents cite it by (`snelson2021`), or its number in a list.
  public var key: String?
  /// The CSL type, such as `article-journal`.
  public var type: String?
  /// The title, without markup.
  public var title: String?
  /// In order; `Family, Given` or as the document prints them.
  public var authors: [String]
  /// The journal or book that it appeared in.
  public var container: String?
  /// The year in which it appeared.
  public var year: Int?
  /// The volume, as printed.
  public var volume: String?
  /// The issue, as printed.
  public var issue: String?
  /// The pages or the article number, as printed.
  public var pages: String?
  /// In lower case, without a resolver's address.
  public var doi: String?
  /// The PubMed identifier, digits only.
  public var pmid: String?
  /// Where it can be read.
  public var url: String?
  /// The entry as the document prints it, where it was read from a list.
  public var text: String?

  /// A value from its parts.
  public init(
    id: String, key: String? = nil, type: String? = nil, title: String? = nil,
    authors: [String] = [], container: String? = nil, year: Int? = nil, volume: String? = nil,
    issue: String? = nil, pages: String? = nil, doi: String? = nil, pmid: String? = nil,
    url: String? = nil, text: String? = nil
  ) {
    self.id = id
    self.key = key
    self.type = type
    self.title = title
    self.authors = authors
    self.container = container
    self.year = year
    self.volume = volume
    self.issue = issue
    self.pages = pages
    self.doi = doi
    self.pmid = pmid
    self.url = url
    self.text = text
  }

  /// The best identifier for a work: its DOI, else its PubMed id, else its address, else `local`.
  public static func identifier(doi: String?, pmid: String?, url: String?, local: String) -> String
  {
    if let doi { return "DOI:\(doi.lowercased())" }
    if let pmid { return "PMID:\(pmid)" }
    return url ?? "\(PrefixMap.local):ref-\(local)"
  }
}

extension Reference {
  /// `Snelson et al. 2021`: the first author's family name and the year, for a list or a tooltip.
  public var shortName: String {
    let family = authors.first.map { author in
      // "Family, Given", "Family GI" and a lone name: the family name comes first.
      let head = author.split(separator: ",").first.map(String.init) ?? author
      let words = head.spacedWords
      let initials = words.last.map { $0.count <= 3 && $0.allSatisfy(\.isUppercase) } ?? false
      return words.count > 1 && initials && !author.contains(",")
        ? words.dropLast().joined(separator: " ") : head
    }
    let who = family.map { authors.count > 1 ? "\($0) et al." : $0 } ?? title ?? key ?? id
    return year.map { "\(who) \($0)" } ?? who
  }

  /// One line for a numbered list: authors, title, container, year, volume, pages.
  public var citation: String {
    if title == nil, let text { return text }
    var parts: [String] = []
    if !authors.isEmpty {
      let shown = authors.prefix(3).joined(separator: ", ")
      parts.append(authors.count > 3 ? "\(shown), et al" : shown)
    }
    if let title { parts.append(title) }
    var place = container ?? ""
    if let year { place += (place.isEmpty ? "" : ". ") + String(year) }
    if let volume { place += ";\(volume)" + (issue.map { "(\($0))" } ?? "") }
    if let pages { place += ":\(pages)" }
    if !place.isEmpty { parts.append(place) }
    let line = parts.joined(separator: ". ")
    return line.isEmpty ? id : line + "."
  }
}
