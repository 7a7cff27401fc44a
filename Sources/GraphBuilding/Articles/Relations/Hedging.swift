internal import GraphModel

/// How firmly each statement of a sentence is made, and whether it is denied.
struct Hedging {
  let sentence: TaggedSentence
  private let hedges: [TaggedSentence.Match]
  private let denials: [TaggedSentence.Match]
  private let halfDenials: [TaggedSentence.Match]
  private let limits: [TaggedSentence.Match]

  init(_ sentence: TaggedSentence) {
    self.sentence = sentence
    let all = 0..<sentence.count
    hedges = sentence.all(.hedges, in: all)
    denials = sentence.all(.denials, in: all)
    halfDenials = sentence.all(.halfDenials, in: all)
    limits = sentence.all(.limits, in: all)
  }

  /// The words between the beginning of a statement's clause and its relation govern it, as does
  /// what opens the sentence; what it shares with the statement before it, it shares hedged.
  func apply(to use: inout RelationUse, opener: Range<Int>, before last: RelationUse?) {
    let clause = Range<Int>.from(use.clauseStart, to: use.phrase.upperBound)
    if let last, last.left == use.left { weaken(&use, to: last.certainty, last.hedge) }
    weaken(&use, to: use.relation.certainty, nil)
    for range in [clause, opener] {
      for hedge in hedges where overlaps(hedge.tokens, range) && !isOfListing(hedge.tokens, use) {
        if let certainty = sentence.entry(hedge).certainty {
          weaken(&use, to: certainty, hedge.tokens)
        }
      }
      for index in range {
        if let report = report(at: index) { weaken(&use, to: report.certainty, report.tokens) }
      }
    }
    deny(&use, clause)
    // "People with gout should see a doctor": advice.
    let verb = Range<Int>.from(use.left.upperBound, to: use.phrase.upperBound)
    if use.isOfBearer, verb.contains(where: { sentence.isAny($0, ["should", "must", "ought"]) }) {
      use.isSupposed = true
    }
  }

  /// "Symptoms may include fever": fever is among them, if not in everyone.
  private func isOfListing(_ hedge: Range<Int>, _ use: RelationUse) -> Bool {
    use.relation.predicate == .hasPhenotype && sentence.isListing(behind: hedge)
  }

  /// "X rarely causes Y", "in some people": who and how often. What stands between commas within a
  /// list limits only what comes behind it.
  func limit(_ uses: inout [RelationUse], opener: Range<Int>) {
    for index in uses.indices {
      let use = uses[index]
      let ends = max(use.left.upperBound, use.right.upperBound, use.phrase.upperBound)
      let clause = Range<Int>.from(
        use.clauseStart, to: index + 1 == uses.count ? sentence.count : ends)
      // "in neither men nor women".
      if halfDenials.contains(where: {
        overlaps($0.tokens, .from(use.phrase.upperBound, to: clause.upperBound))
          && sentence.isWord($0.tokens.lowerBound, "in")
      }) {
        uses[index].isSupposed = true
      }
      for limit in limits where overlaps(limit.tokens, clause) || overlaps(limit.tokens, opener) {
        guard let certainty = sentence.entry(limit).certainty else { continue }
        if isWithinList(limit.tokens, use) {
          uses[index].limits.append(RelationUse.Limit(tokens: limit.tokens, certainty: certainty))
        } else {
          weaken(&uses[index], to: certainty, limit.tokens)
        }
      }
    }
  }

  /// "nausea and, in some cases, vomiting".
  private func isWithinList(_ limit: Range<Int>, _ use: RelationUse) -> Bool {
    let list = use.left.lowerBound >= use.phrase.upperBound ? use.left : use.right
    let before = limit.lowerBound - 1
    guard before > list.lowerBound, limit.upperBound < list.upperBound else { return false }
    return sentence.tokens[before].kind == .comma || sentence.isWord(before, "and")
      || sentence.isWord(before, "or")
  }

  /// "…, researchers believe" at the end governs all that stands before.
  func applyTrailing(to uses: inout [RelationUse]) {
    guard let last = uses.last else { return }
    for index in Range<Int>.from(last.phrase.upperBound, to: sentence.count)
    where sentence.tokens[index].kind == .comma {
      guard let report = (1...4).lazy.compactMap({ report(at: index + $0) }).first else { continue }
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
    if let attribution = attribution(at: index) { return attribution }
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

  /// "a blogger claims that": said by someone who is no researcher.
  private func attribution(at index: Int) -> Report? {
    guard let match = sentence.longest(.attributions, at: index) else { return nil }
    var before = index - 1
    while sentence.isCovered(before, by: .auxiliaries, .adverbs) { before -= 1 }
    // "Doctors say" is a report; "the claims" are a thing.
    if sentence.isCovered(before, by: .reporters) { return nil }
    if match.tokens.count == 1, sentence.isPhrase(before..<before + 1, .leadIns) { return nil }
    return Report(
      tokens: match.tokens, certainty: sentence.entry(match).certainty ?? .speculative)
  }

  // MARK: Denial

  /// "not only", "not the only": what follows holds, and more does.
  private func isMoreThan(_ index: Int) -> Bool {
    let isArticle =
      sentence.isWord(index, "the") || sentence.isWord(index, "a") || sentence.isWord(index, "an")
    let words: [StaticString] = ["only", "just", "merely", "simply", "sole", "single"]
    return words.contains { sentence.isWord(isArticle ? index + 1 : index, $0) }
  }

  /// "strokes (which do not show) can cause dementia": what stands in brackets denies nothing beside
  /// them.
  private func isAside(_ denial: Range<Int>, of use: RelationUse) -> Bool {
    guard
      let open = sentence.tokens[..<denial.lowerBound].lastIndex(where: { $0.kind == .open }),
      let close = sentence.tokens[open...].firstIndex(where: { $0.kind == .close }),
      close >= denial.upperBound
    else { return false }
    return !(open..<close).contains(use.phrase.lowerBound)
  }

  /// "There is no cure, but a vaccine prevents it": what is denied ends where a clause against it
  /// begins, and "there is no cure" with the next clause.
  private func isClosed(behind denial: Range<Int>, before use: RelationUse) -> Bool {
    let first =
      use.left.isEmpty ? use.phrase.lowerBound : min(use.left.lowerBound, use.phrase.lowerBound)
    return Range<Int>.from(denial.upperBound, to: first).contains { index in
      sentence.tokens[index].kind == .semicolon
        || sentence.isAny(
          index, ["but", "yet", "although", "though", "whereas", "while", "however"])
        || sentence.isWord(index, "and") && sentence.isWord(denial.upperBound - 1, "no")
    }
  }

  /// "does not cause", "there is no evidence that"; a hedge such as "not fully understood" or "not
  /// only" denies nothing.
  private func deny(_ use: inout RelationUse, _ clause: Range<Int>) {
    let isShared = use.clauseStart >= use.left.upperBound && !use.left.isEmpty
    if halfDenials.contains(where: { overlaps($0.tokens, clause) }) {
      use.isSupposed = true
      return
    }
    for denial in denials {
      guard overlaps(denial.tokens, clause), !isAside(denial.tokens, of: use),
        !isClosed(behind: denial.tokens, before: use)
      else { continue }
      let isHedge = (hedges + limits).contains { $0.tokens.overlaps(denial.tokens) }
      if isHedge || isMoreThan(denial.tokens.upperBound) { continue }
      let first = denial.tokens.lowerBound
      // "Neither A nor B causes C" denies from before its names.
      let isBefore = sentence.isWord(first, "neither") && first >= use.left.lowerBound - 1
      // "Do not blame A on B": A stands within the relation's words.
      let isAround = use.phrase.contains(use.left.lowerBound)
      guard
        isBefore || isAround || denial.tokens.count > 1 || first >= use.phrase.lowerBound
          || isShared
      else {
        continue
      }
      use.isNegated = true
      if let certainty = sentence.entry(denial).certainty {
        weaken(&use, to: certainty, denial.tokens)
      }
    }
  }
}

extension TaggedSentence {
  /// Whether a verb that only lists goes with a hedge: "may | also include", "might | range from".
  func isListing(behind hedge: Range<Int>) -> Bool {
    let verb = isCovered(hedge.upperBound, by: .adverbs) ? hedge.upperBound + 1 : hedge.upperBound
    return hedge.count == 1 && isAny(hedge.lowerBound, ["may", "might", "could"])
      && isAny(verb, ["include", "range", "vary"])
  }
}
