internal import GraphModel

/// How firmly each statement of a sentence is made, and whether it is denied.
struct Hedging {
  let sentence: TaggedSentence
  private let hedges: [TaggedSentence.Match]
  private let denials: [TaggedSentence.Match]

  init(_ sentence: TaggedSentence) {
    self.sentence = sentence
    let all = 0..<sentence.count
    hedges = sentence.all(.hedges, in: all)
    denials = sentence.all(.denials, in: all)
  }

  /// The words between the beginning of a statement's clause and its relation govern it, as does
  /// what opens the sentence; what it shares with the statement before it, it shares hedged.
  func apply(to use: inout RelationUse, opener: Range<Int>, before last: RelationUse?) {
    let clause = Range<Int>.from(use.clauseStart, to: use.phrase.upperBound)
    if let last, last.left == use.left { weaken(&use, to: last.certainty, last.hedge) }
    weaken(&use, to: use.relation.certainty, nil)
    for range in [clause, opener] {
      for hedge in hedges where overlaps(hedge.tokens, range) {
        if let certainty = sentence.entry(hedge).certainty {
          weaken(&use, to: certainty, hedge.tokens)
        }
      }
      for index in range {
        if let report = report(at: index) { weaken(&use, to: report.certainty, report.tokens) }
      }
    }
    use.isNegated = isDenied(use, clause)
  }

  /// "…, researchers believe" at the end governs all that stands before.
  func applyTrailing(to uses: inout [RelationUse]) {
    guard let last = uses.last else { return }
    for index in Range<Int>.from(last.phrase.upperBound, to: sentence.count)
    where sentence.tokens[index].kind == .comma {
      guard let report = report(at: index + 1) ?? report(at: index + 2) else { continue }
      for number in uses.indices { weaken(&uses[number], to: report.certainty, report.tokens) }
    }
  }

  private func overlaps(_ tokens: Range<Int>, _ range: Range<Int>) -> Bool {
    tokens.lowerBound >= range.lowerBound && tokens.lowerBound < range.upperBound
  }

  private func weaken(_ use: inout RelationUse, to certainty: Certainty, _ hedge: Range<Int>?) {
    if certainty < use.certainty {
      use.certainty = certainty
      use.hedge = hedge ?? use.hedge
    }
  }

  // MARK: Reports

  /// A report that ends the tokens at which it begins: "studies have suggested that".
  struct Report {
    var tokens: Range<Int>
    var certainty: Certainty
  }

  /// The end of a report or an opening such as "it is known that" that begins at a token.
  func reportEnd(at index: Int) -> Int? {
    if let report = report(at: index) { return report.tokens.upperBound }
    return sentence.longest(.frames, at: index)?.tokens.upperBound
  }

  /// A reporter ("some studies") and what it does ("have suggested that"), or a frame.
  func report(at index: Int) -> Report? {
    if let frame = sentence.longest(.frames, at: index) {
      return Report(
        tokens: frame.tokens, certainty: sentence.entry(frame).certainty ?? .established)
    }
    guard let reporter = sentence.longest(.reporters, at: index) else { return nil }
    var place = reporter.tokens.upperBound
    while place < sentence.count, place - index < 7,
      sentence.longest(.reportVerbs, at: place) == nil
    {
      let isPassable =
        sentence.isCovered(place, by: .auxiliaries, .adverbs)
        || sentence.isCovered(place, by: .reporters)
      guard isPassable else { return nil }
      place += 1
    }
    guard let verb = sentence.longest(.reportVerbs, at: place) else { return nil }
    var certainty = sentence.entry(verb).certainty ?? .established
    var start = index
    for back in 1...3 {
      guard let doubter = sentence.longest(.doubters, at: index - back),
        doubter.tokens.upperBound <= index
      else { continue }
      certainty = min(certainty, sentence.entry(doubter).certainty ?? certainty)
      start = doubter.tokens.lowerBound
    }
    return Report(tokens: .from(start, to: verb.tokens.upperBound), certainty: certainty)
  }

  // MARK: Denial

  /// "does not cause", "there is no evidence that"; a hedge such as "not fully understood" or "not
  /// only" denies nothing.
  private func isDenied(_ use: RelationUse, _ clause: Range<Int>) -> Bool {
    let isShared = use.clauseStart >= use.left.upperBound && !use.left.isEmpty
    return denials.contains { denial in
      guard overlaps(denial.tokens, clause) else { return false }
      let isHedge = hedges.contains { $0.tokens.overlaps(denial.tokens) }
      let first = denial.tokens.lowerBound
      if isHedge || sentence.isWord(first + 1, "only") { return false }
      // "Neither A nor B causes C" denies from before its names.
      if sentence.isWord(first, "neither"), first >= use.left.lowerBound - 1 { return true }
      return denial.tokens.count > 1 || first >= use.phrase.lowerBound || isShared
    }
  }
}
