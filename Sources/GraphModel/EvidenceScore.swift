/// How strongly the evidence of an edge speaks for it: a number in (0, 1).
///
/// Each *independent source* gives the score of its certainty (``Certainty/score``). A source is a
/// cited reference, or the document itself where a sentence cites none: the same reference cited
/// twice is one source, at the firmest certainty that it is cited with. Sources are combined as
/// independent (noisy-or, Pearl 1988, *Probabilistic Reasoning in Intelligent Systems*, §4.3.2):
///
///     belief   = 1 − Π (1 − score of a supporting source)
///     strength = belief · Π (1 − score of a contradicting source)
///
/// An inferred reference adds no belief, since the author did not cite it: its sentence counts as
/// the document's own word. The result is kept within [.001, .999], so that its negative logarithm
/// is a finite, positive cost.
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
    var supporting: [Source: Double] = [:]
    var contradicting: [Source: Double] = [:]
    for piece in evidence {
      let score = (piece.certainty ?? certainty)?.score ?? unstated
      let cited = piece.citations.filter { $0.basis == .stated }.map {
        Source.reference($0.reference)
      }
      for source in cited.isEmpty ? [Source.document(piece.document)] : cited {
        if piece.stance == .supports {
          supporting[source] = max(supporting[source] ?? 0, score)
        } else {
          contradicting[source] = max(contradicting[source] ?? 0, score)
        }
      }
    }
    if supporting.isEmpty { supporting[.document(nil)] = certainty?.score ?? unstated }
    return clamped((1 - remainder(supporting)) * remainder(contradicting))
  }

  /// The strength of an edge that has no evidence of its own.
  public static func strength(certainty: Certainty?) -> Double {
    clamped(certainty?.score ?? unstated)
  }

  private enum Source: Hashable {
    case reference(ReferenceIndex)
    case document(DocumentIndex?)
  }

  /// Π (1 − score), in a fixed order: floating-point products depend on it.
  private static func remainder(_ scores: [Source: Double]) -> Double {
    scores.values.sorted().reduce(1) { $0 * (1 - $1) }
  }

  private static func clamped(_ score: Double) -> Double {
    min(max(score, bounds.lowerBound), bounds.upperBound)
  }
}
