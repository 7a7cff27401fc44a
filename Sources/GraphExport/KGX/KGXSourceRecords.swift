import GraphModel

extension KGXRecords {
  /// Everything that is known of one sentence behind an edge.
  func evidence(_ piece: Evidence, of edge: Edge) -> JSONObject {
    var record: JSONObject = ["id": .string(edge.evidenceID(piece))]
    if !piece.quote.isEmpty { record.append("quote", text: piece.quote) }
    record.append("hedge", text: piece.hedge)
    record.append("certainty", text: piece.certainty?.name)
    record.append("scope", text: piece.scope.name)
    record.append("stance", text: piece.stance.name)
    record.append("section", text: piece.section)
    record.append("document", text: piece.document.flatMap { documents[$0] })
    record.append("line", piece.line.map { .int($0) })
    record.append("range", piece.range.map { [.int($0.lowerBound), .int($0.upperBound)] })
    if !piece.citations.isEmpty {
      record.append(
        "citations",
        .array(
          piece.citations.map {
            [
              "reference": .string(graph[$0.reference].id), "basis": .string($0.basis.name),
            ]
          }))
    }
    return record
  }

  /// A document that the graph was read from.
  func document(_ position: Int) -> JSONObject {
    let document = graph.documents[position]
    var record = JSONObject()
    record.append("id", text: documents[DocumentIndex(position)])
    record.append("name", text: document.name)
    record.append("title", text: document.title)
    record.append("authors", texts: document.authors)
    record.append("url", text: document.url)
    record.append("language", text: document.language)
    return record
  }

  /// A cited work.
  func reference(_ position: Int) -> JSONObject {
    let reference = graph.references[position]
    var record: JSONObject = ["id": .string(reference.id)]
    record.append("key", text: reference.key)
    record.append("type", text: reference.type)
    record.append("title", text: reference.title)
    record.append("authors", texts: reference.authors)
    record.append("container", text: reference.container)
    record.append("year", reference.year.map { .int($0) })
    record.append("volume", text: reference.volume)
    record.append("issue", text: reference.issue)
    record.append("pages", text: reference.pages)
    record.append("doi", text: reference.doi)
    record.append("pmid", text: reference.pmid)
    record.append("url", text: reference.url)
    record.append("text", text: reference.text)
    return record
  }
}
