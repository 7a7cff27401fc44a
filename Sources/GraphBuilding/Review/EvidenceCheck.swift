public import GraphModel

/// Proves that the quotes of a graph still stand in its documents.
///
/// A quote is the sentence as a reader sees it; its place is a range of the file. The quote stands
/// there when the text of the range, markup left out, is the quote: emphasis, links, citations in
/// brackets, tags and comments count for nothing, character references count as their characters,
/// and any white space counts as one space. Every other difference, be it a letter's case or a
/// comma, is a change of the document. Where that does not find a quote, the document is read again:
/// what is still read as the same sentence at the same place stands there, however broken the file.
///
///     let report = EvidenceCheck(files).check(graph)
///     for finding in report.findings { if let problem = finding.diagnostic { print(problem) } }
public struct EvidenceCheck: Sendable {
  private let files: [InputFile]

  /// A check against documents of today.
  ///
  /// - Parameter files: the documents; other files are passed over.
  public init(_ files: [InputFile]) {
    self.files = files.filter { InputFormat(of: $0) != .notADocument || files.count == 1 }
  }

  /// Looks up every quote of a graph. Quotes that back several statements are looked up once.
  ///
  /// A document is found by its name; where no file has that name, by the longest end of it that
  /// only one file has: a graph made of `Graph/gut.md` is checked against `gut.md`.
  ///
  /// - Complexity: O(length of the documents + length of the quotes), and O(occurrences of its
  ///   first word) more for each quote that does not stand at its place.
  public func check(_ graph: KnowledgeGraph) -> EvidenceReport {
    struct Key: Hashable {
      var document: DocumentIndex?
      var range: Range<Int>?
      var quote: String
    }
    var documents: [DocumentIndex: CheckedDocument] = [:]
    var missing = Set<DocumentIndex>()
    var places: [Key: Int] = [:]
    var findings: [EvidenceFinding] = []
    for edge in graph.edges {
      for piece in edge.evidence {
        let key = Key(document: piece.document, range: piece.range, quote: piece.quote)
        let id = edge.evidenceID(piece)
        if let place = places[key] {
          findings[place].evidenceIDs.append(id)
          findings[place].statements.append(edge.wording)
          continue
        }
        var finding = EvidenceFinding(
          evidenceIDs: [id], statements: [edge.wording], quote: piece.quote,
          location: SourceLocation(
            file: piece.document.map { graph[$0].name } ?? "", line: piece.line),
          outcome: .notQuoted)
        if let index = piece.document, !piece.quote.isEmpty {
          if documents[index] == nil, !missing.contains(index) {
            documents[index] = file(named: graph[index].name).map(CheckedDocument.init)
            if documents[index] == nil { missing.insert(index) }
          }
          if let document = documents[index] {
            finding.location.file = document.source.name
            finding.outcome = document.outcome(piece)
          } else {
            finding.outcome = .withoutDocument
          }
        }
        places[key] = findings.count
        findings.append(finding)
      }
    }
    return EvidenceReport(findings: findings)
  }

  private func file(named name: String) -> InputFile? {
    if let exact = files.first(where: { $0.name == name }) { return exact }
    let parts = name.split(separator: "/")
    for count in stride(from: parts.count, to: 0, by: -1) {
      let found = files.filter {
        $0.name.split(separator: "/").suffix(count) == parts.suffix(count)
      }
      if found.count == 1 { return found.first }
      if found.count > 1 { return nil }
    }
    return nil
  }
}
