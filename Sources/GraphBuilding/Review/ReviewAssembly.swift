internal import GraphModel

/// Puts the claims of a graph under the sentences that they were read from.
struct ReviewAssembly {
  private let reading: ArticleReading
  private let graph: KnowledgeGraph
  private let document: DocumentIndex
  /// Every sentence of the article, in reading order.
  private let sentences: [ArticlePassage.Sentence]
  /// The sentences in the order of the file.
  private let order: [Int]
  private var claims: [[ArticleReview.Claim]]
  private var hedges: [[String]]
  private var certainties: [Certainty?]
  private var reasons: [String?]

  /// - Complexity: O(evidence · log sentences + length).
  init(_ reading: ArticleReading, _ graph: KnowledgeGraph, _ document: DocumentIndex) {
    self.reading = reading
    self.graph = graph
    self.document = document
    sentences = reading.passages.flatMap(\.sentences)
    let starts = sentences.map(\.range.lowerBound)
    order = starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    claims = Array(repeating: [], count: sentences.count)
    hedges = Array(repeating: [], count: sentences.count)
    certainties = Array(repeating: nil, count: sentences.count)
    reasons = Array(repeating: nil, count: sentences.count)
    placeClaims()
    for skipped in reading.skipped {
      for sentence in sentencesMet(by: skipped.range) where reasons[sentence] == nil {
        reasons[sentence] = skipped.reason
      }
    }
  }

  private mutating func placeClaims() {
    for edge in graph.edges {
      for piece in edge.evidence where piece.document == document {
        guard let range = piece.range else { continue }
        let met = sentencesMet(by: range)
        guard let last = met.last else { continue }
        claims[last].append(ArticleReview.Claim(edge: edge, evidence: piece))
        for sentence in met {
          if let hedge = piece.hedge { hedges[sentence].append(hedge) }
          if let certainty = piece.certainty {
            certainties[sentence] = max(certainties[sentence] ?? certainty, certainty)
          }
        }
      }
    }
  }

  /// The sentences that a stretch of the file has letters of, in the order of the file.
  private func sentencesMet(by range: Range<Int>) -> [Int] {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[order[middle]].range.lowerBound < range.upperBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var met: [Int] = []
    while low > 0 {
      low -= 1
      let sentence = sentences[order[low]].range
      if sentence.upperBound <= range.lowerBound { break }
      met.append(order[low])
    }
    return met.reversed()
  }

  // MARK: Writing

  func review(_ diagnostics: [Diagnostic]) -> ArticleReview {
    var passages: [ArticleReview.Passage] = []
    var index = 0
    var number = 0
    for passage in reading.passages {
      var reviewed = ArticleReview.Passage(kind: passage.kind, sentences: [])
      for text in passage.sentences {
        let isRead = certainties[index] != nil || !claims[index].isEmpty
        let isCounted = !passage.kind.isHeading || isRead
        if isCounted { number += 1 }
        reviewed.sentences.append(
          ArticleReview.Sentence(
            number: isCounted ? number : nil, text: text,
            pieces: HedgeMarks.pieces(of: text.text, hedges: hedges[index]),
            claims: claims[index], certainty: certainties[index],
            skipped: isRead || !isCounted ? nil : reasons[index] ?? reason(passage.kind)))
        index += 1
      }
      passages.append(reviewed)
    }
    return ArticleReview(
      graph: graph,
      disagreements: Disagreements(graph, about: claims.joined().map(\.edge.index)),
      document: graph[document], focus: focus, passages: passages,
      diagnostics: diagnostics)
  }

  /// The condition's name in the graph, where a claim tells it.
  private var focus: String? {
    guard let mention = reading.focus else { return nil }
    let nodes = NameLookup(graph).nodes(named: mention.text)
    return nodes.count == 1 ? nodes.first?.label : mention.text
  }

  /// Why nothing is read from a block of some kind.
  private func reason(_ kind: ArticlePassage.Kind) -> String {
    if reading.focus == nil { return "nothing tells what the article is about" }
    switch kind {
    case .reference: return "is an entry of the list of references"
    case .footnote: return "is a footnote"
    case .code: return "is code"
    case .cell(row: 0, _): return "is the head of a column"
    default: return "stands in a part of the article that is not read"
    }
  }
}
