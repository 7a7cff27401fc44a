internal import GraphModel

/// What the paragraph before a list says that the list is of.
struct ListIntroduction {
  /// "The causes are:", "It can be brought on by".
  private(set) var role: SectionRole?
  /// The role is told by a relation, and so holds of what the paragraph speaks of.
  private(set) var isByRelation = false
  /// The words that tell a role begin the paragraph's last sentence.
  private(set) var openingRole: SectionRole?
  /// A short last sentence tells a role: "The why is more interesting."
  private(set) var shortRole: SectionRole?

  /// - Complexity: O(tokens) of the paragraph's last sentence.
  init(_ article: ArticleText, _ number: Int) {
    let tokens = article.blockTokens[number]
    let isFollowed =
      number + 1 < article.document.blocks.count
      && article.document.blocks[number + 1].kind.isItem
    guard let last = article.sentences(of: number).last else { return }
    let endsWithColon = article.tokens[tokens].last?.kind == .colon
    guard last.count <= 60 else { return }
    let sentence = article.tagged(last)
    let found = SectionOutline.classify(sentence)
    if found.isAtStart { openingRole = found.role }
    if last.count <= 14 { shortRole = found.role.flatMap { $0.hasLeads ? $0 : nil } }
    if endsWithColon || isFollowed, let told = Self.relationRole(sentence) {
      role = told
      isByRelation = true
    } else if endsWithColon, let own = found.role {
      role = own.hasLeads || found.isAtStart && own == .other ? own : nil
    }
  }

  /// By its last words: "… leads to:", "… is caused by".
  private static func relationRole(_ sentence: TaggedSentence) -> SectionRole? {
    var end = sentence.count
    while end > 0, !sentence.tokens[end - 1].isWordLike { end -= 1 }
    for start in max(0, end - 5)..<end {
      guard let match = sentence.longest(.relations, at: start, before: end),
        match.tokens.upperBound == end, let relation = sentence.entry(match).relation
      else { continue }
      if relation.predicate.directness == .causal, relation.polarity == .increases {
        return relation.isReversed ? .causes : .effects
      }
      return relation.predicate == .hasPhenotype && !relation.isReversed ? .symptoms : nil
    }
    return nil
  }
}

extension Document.Block.Kind {
  /// An item of a list.
  var isItem: Bool {
    if case .item = self { return true }
    return false
  }
}
