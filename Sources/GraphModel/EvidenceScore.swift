/// How strongly the evidence of an edge speaks for it: a number in (0, 1).
///
/// Each *independent source* gives the score of its certainty (``Certainty/score``). A source is a
/// cited reference: the same reference cited twice is one source, at the firmest certainty that it
/// is cited with. A document is a source of its own only where none of its sentences for the
/// statement cites a reference; else its uncited sentences repeat what it cites, and can make the
/// statement firmer but not better founded. Sources are combined as independent (noisy-or, Pearl
/// 1988, *Probabilistic Reasoning in Intelligent Systems*, §4.3.2):
///
///     belief   = 1 − Π (1 − score of a supporting source), but at least an uncited sentence's score
///     strength = belief · (1 − the belief of what contradicts)
///
/// An inferred reference adds no belief, since the author did not cite it: its sentence counts as
/// uncited. The result is kept within [.001, .999], so that its negative logarithm is a finite,
/// positive cost.
///
/// - Complexity: O(k log k) for k citations.
public enum EvidenceScore {
  /// The score of an edge that comes without evidence, certainty or knowledge level.
  public static let unstated = 0.5
  /// The least and the greatest score.
  public static let bounds = 0.001...0.999

  /// The strength of a statement with this evidence.
  ///
  /// - Parameters:
  ///   - evidence: the pieces of evidence of one edge.
  ///   - certainty: the edge's certainty, for evidence that states none.
  public static func strength(
    of evidence: some Sequence<Evidence>, certainty: Certainty?
  ) -> Double {
    let pieces = Array(evidence)
    let supporting = pieces.filter { $0.stance == .supports }
    let contradicting = pieces.filter { $0.stance == .contradicts }
    let basic = certainty?.score ?? unstated
    let belief = supporting.isEmpty ? basic : belief(in: supporting, unstated: basic)
    let doubt = contradicting.isEmpty ? 0 : self.belief(in: contradicting, unstated: basic)
    return clamped(belief * (1 - doubt))
  }

  /// The strength of an edge that has no evidence of its own.
  public static func strength(certainty: Certainty?) -> Double {
    clamped(certainty?.score ?? unstated)
  }

  private static func belief(in pieces: [Evidence], unstated: Double) -> Double {
    var references: [ReferenceIndex: Double] = [:]
    var documents: [DocumentIndex?: Double] = [:]
    var citing = Set<DocumentIndex?>()
    for piece in pieces {
      let score = piece.certainty?.score ?? unstated
      let cited = piece.citations.filter { $0.basis == .stated }
      for citation in cited {
        references[citation.reference] = max(references[citation.reference] ?? 0, score)
      }
      if cited.isEmpty {
        documents[piece.document] = max(documents[piece.document] ?? 0, score)
      } else {
        citing.insert(piece.document)
      }
    }
    let independent = documents.filter { !citing.contains($0.key) }.map(\.value)
    let repeated = documents.filter { citing.contains($0.key) }.map(\.value).max() ?? 0
    // In a fixed order: floating-point products depend on it.
    let scores = (Array(references.values) + independent).sorted()
    return max(1 - scores.reduce(1) { $0 * (1 - $1) }, repeated)
  }

  private static func clamped(_ score: Double) -> Double {
    min(max(score, bounds.lowerBound), bounds.upperBound)
  }
}
