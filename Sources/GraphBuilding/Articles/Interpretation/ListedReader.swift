internal import GraphModel

/// Reads an item or a cell that names things without saying anything of them: its heading says what
/// they are.
struct ListedReader {
  let sentence: TaggedSentence
  let focus: Focus
  let capitals: Capitals
  let context: ReadingContext
  let quote: Range<Int>
  /// The item is headed by words of its own: under these, the names are their members.
  let hasLead: Bool

  /// What the heading states of the things that are named.
  ///
  /// - Parameter read: what the sentence states by itself, which is nothing of the condition.
  /// - Complexity: O(tokens).
  func drafts(_ read: StatementReader.Result) -> [Draft] {
    guard let role = context.role, role.hasLeads else { return [] }
    var things = things(role, read)
      .filter { !$0.names.contains(where: focus.isNamed) }
      .map { capitals.lowered($0, at: sentence.place(of: $0)) }
    // "sunken eyes or cheeks": by themselves, cheeks are no sign.
    things.removeAll { $0.isPlace || ["persons", "people"].contains($0.name.lowercased()) }
    if hasLead {
      guard role != .types, things.count > 1, context.leads.count == 1,
        context.leads[0].isGroupLike
      else { return [] }
    }
    // What is listed under a type is something else of it.
    if role == .types, !hasLead, !context.leads.isEmpty { return [] }
    if role == .types { things = TypeName(focus, capitals, sentence.lexicon).share(things) }
    return things.flatMap {
      drafts($0, HeadingStatement(role: role, heading: context.heading), read)
    }
  }

  private func drafts(
    _ thing: NamedThing, _ statement: HeadingStatement, _ read: StatementReader.Result
  ) -> [Draft] {
    var drafts: [Draft] = []
    for (number, named) in thing.withMembers.enumerated() {
      guard
        var draft = statement.draft(
          named, quote: quote, certainty: read.certainty, hedge: read.hedge,
          isAssociation: named.isPopulation)
      else { continue }
      draft.isOfMember = number > 0
      drafts.append(draft)
    }
    for member in thing.members {
      var draft = Draft(
        subject: .thing(member), predicate: thing.membership, object: .thing(thing),
        certainty: .established, scope: .sentence, quote: quote, section: context.heading)
      draft.role = drafts.last?.role
      drafts.append(draft)
    }
    return drafts
  }

  private func things(_ role: SectionRole, _ read: StatementReader.Result) -> [NamedThing] {
    if role == .causes, tellsOfLoss { return [] }
    if role == .symptoms, isQuality {
      let all = 0..<sentence.count
      return ChangeName(sentence: sentence, capitals: capitals).qualities(all, all)
    }
    let phrase = ItemPhrase(sentence, role: role, opening: context.opening)
    let isOwn = !hasLead && role != .types && !focus.isNamed(in: sentence)
    if isOwn {
      switch phrase.read() {
      case .things(let things): return things
      case .names(let range): return read.withholds ? [] : MentionParser(sentence).parse(range)
      case .nothing: return []
      case nil: break
      }
    }
    if read.withholds { return isOwn ? beforeClause() : [] }
    let fragment = ListedFragment(sentence, role: role)
    var things: [NamedThing] = []
    if !fragment.isClause, !read.hasRelations || fragment.isCut || isChange(role) {
      things = MentionParser(sentence).parse(fragment.tokens)
    }
    guard things.isEmpty, isOwn else { return things }
    let activities = phrase.activities()
    return activities.isEmpty && fragment.isClause && !read.hasRelations
      ? beforeClause() : activities
  }

  /// "Tired", "very weak or dizzy": how one is, and what shows is the noun for that.
  private var isQuality: Bool {
    let words = sentence.tokens.indices.filter { index in
      sentence.tokens[index].isWordLike && !sentence.isAny(index, ["and", "or"])
        && !sentence.isCovered(index, by: .adverbs, .limits)
    }
    return !words.isEmpty && words.allSatisfy { sentence.isCovered($0, by: .qualities) }
  }

  /// "thinning hair", "worsening congestion": what becomes so is what shows.
  private func isChange(_ role: SectionRole) -> Bool {
    guard role == .symptoms, (2...4).contains(sentence.count), sentence.isGerund(0),
      sentence.isPhrase(0..<1, .relations)
    else { return false }
    return sentence.tokens.allSatisfy { $0.kind == .word }
      && !sentence.isCovered(1, by: .leadIns, .pronouns, .adverbs)
  }

  /// "the trees that hold the soil are removed": not they, but that they are gone is the cause.
  private var tellsOfLoss: Bool {
    let losses: [StaticString] = [
      "removed", "lost", "cleared", "destroyed", "cut", "depleted", "lacking", "missing", "gone",
      "absent", "withdrawn", "blocked", "felled", "ignored", "neglected", "skipped",
    ]
    return sentence.tokens.indices.dropFirst(2).contains { index in
      losses.contains { sentence.isWord(index, $0) }
        && ["is", "are", "was", "were", "been", "being", "gets", "get"].contains {
          (word: StaticString) in sentence.isWord(index - 1, word)
        }
    }
  }

  /// "a cough that does not go away": what is denied is said about what is named.
  private func beforeClause() -> [NamedThing] {
    let cut = sentence.tokens.indices.dropFirst().first { index in
      sentence.isWord(index, "that") || sentence.isWord(index, "which")
    }
    guard let cut, !sentence.isCovered(0, by: .denials, .clauseWords, .openers),
      sentence.all(.denials, in: 0..<cut).isEmpty, sentence.all(.doubts, in: 0..<cut).isEmpty
    else { return [] }
    return MentionParser(sentence).parse(0..<cut)
  }
}
