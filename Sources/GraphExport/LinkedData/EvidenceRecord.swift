import GraphModel

extension LinkedDataRecords {
  /// One sentence behind an edge: a segment of its document (Web Annotation Data Model §4), with
  /// selectors that find it again.
  func evidence(_ piece: Evidence, of edge: Edge, _ taken: inout Set<String>) -> JSONObject {
    let id = unique(edge.evidenceID(piece), &taken)
    let document = piece.document.flatMap { documents[$0] }
    let stated = cited(piece.citations, .stated)
    var record: JSONObject = ["id": .string(id)]
    var types = [
      "prov:Entity",
      identifiers.written(EvidenceCode.curie(agent: edge.agentType, isTraceable: !stated.isEmpty)),
    ]
    if document != nil { types.insert("oa:SpecificResource", at: 0) }
    record.append("type", .strings(types))
    func quoted(_ name: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      record.append(name, language.value(text, from: piece.document))
    }
    quoted("quote", piece.quote)
    quoted("hedge", piece.hedge)
    record.append("certainty", text: piece.certainty?.name)
    record.append("scope", text: piece.scope.name)
    record.append("stance", text: piece.stance.name)
    quoted("section", piece.section)
    record.append("line", piece.line.map { .int($0) })
    record.append("wasQuotedFrom", text: document)
    record.append("source", text: document)
    record.append("selector", selectors(of: piece, id: id, hasDocument: document != nil))
    record.append("citesAsEvidence", texts: distinct(stated))
    record.append("inferredReference", texts: distinct(cited(piece.citations, .inferred)))
    return record
  }

  private func selectors(of piece: Evidence, id: String, hasDocument: Bool) -> JSONValue? {
    guard hasDocument, !piece.quote.isEmpty else { return nil }
    var selectors: [JSONValue] = [
      [
        "id": .string("\(id)-quote"), "type": "oa:TextQuoteSelector",
        "exact": language.value(piece.quote, from: piece.document),
      ]
    ]
    if let range = piece.range {
      selectors.append([
        "id": .string("\(id)-position"), "type": "oa:TextPositionSelector",
        "start": .int(range.lowerBound), "end": .int(range.upperBound),
      ])
    }
    return .array(selectors)
  }

  /// Pieces that differ in hedge, section or line alone share a hash: the second gets `-2`.
  private func unique(_ id: String, _ taken: inout Set<String>) -> String {
    var unique = id
    var number = 2
    while !taken.insert(unique).inserted {
      unique = "\(id)-\(number)"
      number += 1
    }
    return unique
  }
}

/// Classes of the Evidence and Conclusion Ontology for what an author says.
enum EvidenceCode {
  /// Automatic assertion: `ECO:0007321` with a traceable reference, `ECO:0007320` without; by
  /// hand `ECO:0000304` and `ECO:0000303`; where the agent is not known, their common superclass
  /// `ECO:0000204`, author statement.
  static func curie(agent: AgentType, isTraceable: Bool) -> String {
    switch agent {
    case .manualAgent, .manualValidationOfAutomatedAgent:
      isTraceable ? "ECO:0000304" : "ECO:0000303"
    case .automatedAgent, .dataAnalysisPipeline, .computationalModel, .textMiningAgent,
      .imageProcessingAgent:
      isTraceable ? "ECO:0007321" : "ECO:0007320"
    case .notProvided: "ECO:0000204"
    }
  }
}
