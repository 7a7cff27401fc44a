internal import GraphModel

/// How the sentence before a list hedges what its items are: "Things that may cause gout include:".
///
/// The items say nothing firmer than that sentence, which is then what they stand under.
struct ListHedge: Hashable {
  let certainty: Certainty
  /// The words that hedge.
  let words: String
  /// The sentence that introduces the list.
  let sentence: String
  /// It only says that they go together: "Gout has been linked to:".
  let isAssociation: Bool

  /// Only its last clause governs the list: in "If you think you may have gout, look for:" nothing
  /// is hedged.
  ///
  /// - Complexity: O(tokens).
  init?(_ introduction: TaggedSentence) {
    let clause = Range<Int>.from(Self.clauseStart(introduction), to: introduction.count)
    let hedging = Hedging(introduction)
    var weakest: (certainty: Certainty, tokens: Range<Int>)?
    func weaken(to certainty: Certainty?, _ tokens: Range<Int>) {
      guard let certainty, certainty < weakest?.certainty ?? .established else { return }
      weakest = (certainty, tokens)
    }
    // "Symptoms may include:" says of each that it is one, if not in everyone.
    let isOfSigns = SectionOutline.classify(introduction).role == .symptoms
    for hedge in introduction.all(.hedges, in: clause)
    where !(isOfSigns && introduction.isListing(behind: hedge.tokens)) {
      weaken(to: introduction.entry(hedge).certainty, hedge.tokens)
    }
    for match in introduction.all(.relations, in: clause) {
      weaken(to: introduction.entry(match).relation?.certainty, match.tokens)
    }
    for index in clause {
      if let report = hedging.report(at: index) { weaken(to: report.certainty, report.tokens) }
    }
    guard let weakest else { return nil }
    certainty = weakest.certainty
    words = introduction.string(weakest.tokens)
    sentence = introduction.string(0..<introduction.count)
    isAssociation = introduction.all(.relations, in: clause).contains {
      introduction.entry($0).relation?.predicate == .associatedWith
    }
  }

  /// Behind the last comma, but for one before "such as these:".
  private static func clauseStart(_ sentence: TaggedSentence) -> Int {
    var start = 0
    for index in sentence.tokens.indices where sentence.tokens[index].kind == .comma {
      let rest = index + 1
      let isExample =
        sentence.longest(.groups, at: rest) != nil || sentence.isWord(rest, "including")
      if !isExample { start = rest }
    }
    return start
  }

  /// Holds what an item names by its place alone to what the introduction says.
  func limit(_ drafts: inout [Draft]) {
    for index in drafts.indices
    where drafts[index].scope == .heading && !drafts[index].isMembership {
      guard certainty < drafts[index].certainty else { continue }
      drafts[index].certainty = certainty
      drafts[index].hedge = words
      drafts[index].section = sentence
      if isAssociation, drafts[index].predicate == .contributesTo {
        drafts[index].predicate = .associatedWith
      }
    }
  }
}
