internal import GraphModel

/// A phrase of the lexicon that may be the relation of a clause.
struct RelationCandidate {
  enum Form {
    /// "A causes B".
    case verb
    /// "links A to B": the token of the word between them.
    case join(Int)
    /// "A is a cause of B": where the verb begins, and where B does.
    case complement(verb: Int, rightStart: Int)
    /// "causes of B include A": where the verb is, and where B begins.
    case subject(verb: Range<Int>, rightStart: Int)
    /// "B has many causes, including A": the token of the verb, and the words that lead to A.
    case listed(verb: Int, list: Range<Int>)
    /// "B has a genetic cause": the token of the verb; A is the noun with its adjectives.
    case owned(verb: Int)
  }

  var form: Form
  var tokens: Range<Int>
  var entry: LexiconEntry
  var relation: Relation
  var isPurpose = false
  /// What it says of B is not what its verb says elsewhere: "prevents fish from breeding".
  var isOpen = false
  /// A is people of whom nothing is said to have the condition: "You may have headaches".
  var isOfBearer = false
  /// Where B ends, where a word of the relation stands behind it: "makes B worse".
  var rightEnd: Int?

  /// "less likely": what is said of more holds of less.
  mutating func turnRound() {
    relation.predicate = .affects
    relation.polarity = relation.polarity == .decreases ? .increases : .decreases
  }
}

/// Finds the relation phrases of a sentence and refuses those that are no relation where they
/// stand: nouns that look like verbs ("numerous causes"), verbs without an object.
struct RelationCandidates {
  let sentence: TaggedSentence

  /// The candidates in reading order, none within another; what stands in brackets is left out.
  ///
  /// - Complexity: O(tokens · longest clause).
  func find(in range: Range<Int>) -> [RelationCandidate] {
    var found: [RelationCandidate] = []
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let kind = sentence.tokens[index].kind
      if kind == .open { depth += 1 }
      if kind == .close { depth = max(0, depth - 1) }
      if depth == 0, kind == .word, mayBegin(index),
        !isAdjective(index, after: found.last, in: range),
        let candidate = candidate(at: index, in: range)
      {
        found.append(candidate)
        index = max(index + 1, candidate.tokens.upperBound)
        if case .subject(let verb, _) = candidate.form { index = verb.upperBound }
        if case .listed(_, let list) = candidate.form { index = list.upperBound }
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether a phrase that may be a relation stands over a word: over few it does.
  private func mayBegin(_ index: Int) -> Bool {
    sentence.isCovered(index, by: .relations) || sentence.isCovered(index, by: .nouns)
      || sentence.isCovered(index, by: .joins)
  }

  /// A past participle that stands where a name begins: "linked to increased …", "exhibit
  /// damaged …".
  private func isAdjective(
    _ index: Int, after last: RelationCandidate?, in range: Range<Int>
  ) -> Bool {
    // "…, including the loss of fish and | lower yields".
    if let last, sentence.isWord(index - 1, "and") || sentence.isWord(index - 1, "or"),
      sentence.isWord(index, "lower"),
      Range<Int>.from(last.tokens.upperBound, to: index).contains(where: {
        sentence.longest(.groups, at: $0) != nil
      })
    {
      return true
    }
    // "leads to | lower yields", "means | higher prices".
    if let last, last.tokens.upperBound == index, !sentence.hasSuffix(index, "ing") { return true }
    guard sentence.hasSuffix(index, "ed"), index > range.lowerBound else { return false }
    // "Studies have | linked A to B".
    if sentence.isCovered(index, by: .joins),
      sentence.isAny(index - 1, ["have", "has", "had"]), !sentence.isAny(index + 1, ["to", "with"])
    {
      return false
    }
    if sentence.isWord(index + 1, "by") || sentence.isWord(index + 1, "to")
      || sentence.isWord(index + 1, "with") || sentence.isWord(index + 1, "from")
    {
      return false
    }
    if last?.tokens.upperBound == index { return true }
    // "leads to poor sleep, reduced focus and …": a verb of the past would share its tense.
    if let last, sentence.tokens[index - 1].kind == .comma,
      !last.tokens.contains(where: { sentence.hasSuffix($0, "ed") })
    {
      return true
    }
    let words: [StaticString] = [
      "to", "in", "by", "from", "as", "like", "of", "with", "for", "into", "and", "or", "about",
      "have", "has", "had", "including", "the", "a", "an", "include",
    ]
    // "has increased" is a verb only where a noun stands before it; without one it is not known.
    return words.contains { sentence.isWord(index - 1, $0) }
  }

  private func candidate(at index: Int, in range: Range<Int>) -> RelationCandidate? {
    let verb = verb(at: index, in: range)
    let noun = noun(at: index, in: range)
    if let verb, verb.tokens.count > 1 || noun == nil { return verb }
    return noun ?? join(at: index, in: range)
  }
}
