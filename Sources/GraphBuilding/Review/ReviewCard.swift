internal import GraphModel

/// Claims of one sentence that are made in the same breath: as firmly, with the same hedge, on the
/// same grounds.
struct ReviewCard {
  private let claims: [ArticleReview.Claim]
  private let graph: KnowledgeGraph
  private let disagreements: Disagreements

  /// The cards of a sentence, in the order of its claims.
  static func cards(of sentence: ArticleReview.Sentence, in review: ArticleReview) -> [ReviewCard] {
    sentence.groups.map {
      ReviewCard(claims: $0, graph: review.graph, disagreements: review.disagreements)
    }
  }

  private func text(_ text: String) -> String { HTMLText.escaped(text) }

  /// The card as an item of a list.
  ///
  /// - Parameters:
  ///   - isFirst: whether the sentence's number leads here.
  ///   - anchors: the identifiers that the page has; a second claim with one of them gets none.
  func html(number: Int, isFirst: Bool, anchors: inout Set<String>) -> String {
    guard let evidence = claims.first?.evidence else { return "" }
    let level = evidence.certainty
    var html = "<li class=\"card \(level?.name ?? "unstated")\""
    html += isFirst ? " id=\"notes-\(number)\">\n" : ">\n"
    html += "<p class=\"how\"><a class=\"back\" href=\"#sentence-\(number)\" "
    html += "aria-label=\"Sentence \(number)\">\(number)</a> "
    html +=
      level.map { "\(Self.dots($0)) <span class=\"level\">\($0.name)</span>" }
      ?? "<span class=\"level\">certainty not stated</span>"
    if let hedge = evidence.hedge { html += " <span class=\"hedge\">“\(text(hedge))”</span>" }
    html += "</p>\n<ul class=\"claims\">\n"
    for claim in claims { html += statement(claim, &anchors) }
    html += "</ul>\n\(grounds(evidence))\(identifiers)</li>\n"
    return html
  }

  private func statement(_ claim: ArticleReview.Claim, _ anchors: inout Set<String>) -> String {
    let isNew = anchors.insert(claim.id).inserted
    let anchor = isNew ? " id=\"\(text(claim.id))\"" : ""
    return "<li\(anchor)>\(end(claim.edge.subject)) "
      + "<span class=\"verb\">\(text(claim.verb))</span> \(end(claim.edge.object))\(against(claim.edge))</li>\n"
  }

  /// What denies a claim or says the opposite, with its sentences.
  private func against(_ edge: Edge) -> String {
    disagreements.against(edge.index).map {
      "<p class=\"against\">Disputed: \(text(graph[$0].shownAgainst))</p>"
    }.joined()
  }

  /// The condition comes in every card: what is said of it stands out.
  private func end(_ node: Node) -> String {
    let label = text(node.label)
    return graph.focus.contains(node.index) ? "<bdi>\(label)</bdi>" : "<b><bdi>\(label)</bdi></b>"
  }

  /// What the claims rest on besides the sentence: its heading, works.
  private func grounds(_ evidence: Evidence) -> String {
    var html = ""
    if evidence.stance == .contradicts {
      html += "<p class=\"ground\">The sentence speaks against it.</p>\n"
    }
    if evidence.scope == .heading {
      let heading = evidence.section.map { " “\(text($0))”" } ?? ""
      html += "<p class=\"ground\">One end is named only by the heading\(heading).</p>\n"
    }
    for citation in evidence.citations {
      let reference = graph[citation.reference]
      let address =
        SafeLink.accepted(reference.doi.flatMap { graph.prefixes.iri(of: "DOI:\($0)") })
        ?? SafeLink.accepted(reference.pmid.map { "https://pubmed.ncbi.nlm.nih.gov/\($0)/" })
        ?? SafeLink.accepted(reference.url)
      var name = text(reference.shortName)
      if let address {
        name = "<a href=\"\(text(address))\">\(name)</a>"
      }
      let basis =
        citation.basis == .inferred ? "matched by its title, not cited here:" : "cited here:"
      html += "<p class=\"ground\">\(basis) \(name)</p>\n"
    }
    return html
  }

  /// What the claims are called in the exports.
  private var identifiers: String {
    var html = "<details>\n<summary>Identifiers</summary>\n<dl>\n"
    for claim in claims {
      let edge = claim.edge
      html += "<dt>\(text(edge.subject.label)) → \(text(edge.object.label))</dt>\n"
      html += "<dd><code>\(text(edge.subject.id.rawValue))</code> "
      html += "<code>\(edge.isNegated ? "not " : "")\(text(edge.predicate.curie))</code> "
      html += "<code>\(text(edge.object.id.rawValue))</code><br>"
      html += "<code>\(text(claim.id))</code></dd>\n"
    }
    return html + "</dl>\n</details>\n"
  }

  /// Four dots, as many of them full as the certainty is firm; the word stands beside them.
  static func dots(_ certainty: Certainty) -> String {
    let full = Int(certainty.rawValue)
    return "<span class=\"dots\" aria-hidden=\"true\">"
      + String(repeating: "●", count: full) + String(repeating: "○", count: 4 - full) + "</span>"
  }
}
