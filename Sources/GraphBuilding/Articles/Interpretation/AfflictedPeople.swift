/// Reads who is said to be struck more often, or to be most of those who are.
extension RiskStatement {
  /// "Women are affected more often than men", "It affects women more than men", "Nine out of ten
  /// people with X are women".
  func affliction() -> Reading? {
    let isOfThis = reader.context.role == .causes && reader.context.leads.isEmpty
    for verb in Range<Int>.from(1, to: sentence.count) {
      let isBeing = sentence.isWord(verb, "are") || sentence.isWord(verb, "is")
      if isBeing, isOfThis,
        ["affected", "diagnosed"].contains(where: { (word: StaticString) in
          sentence.isWord(verb + 1, word)
        }), comparesMore(.from(verb + 2, to: min(sentence.count, verb + 5)))
      {
        let groups = People.named(in: sentence, subject(0..<verb))
        if !groups.isEmpty { return Reading(people: groups, clause: 0..<verb) }
      }
      if sentence.isWord(verb, "affects") || sentence.isWord(verb, "strikes"),
        reader.meansCondition(0..<verb),
        let more = Range<Int>.from(verb + 1, to: min(sentence.count, verb + 7)).first(where: {
          sentence.isWord($0, "more")
        }), comparesMore(.from(more, to: min(sentence.count, more + 4)))
      {
        let groups = People.named(in: sentence, verb + 1..<more)
        if !groups.isEmpty { return Reading(people: groups, clause: 0..<verb) }
      }
      if isBeing, let groups = shareOfPatients(verb) { return groups }
    }
    return nil
  }

  /// "more often than", "more than".
  private func comparesMore(_ range: Range<Int>) -> Bool {
    guard let more = range.first(where: { sentence.isWord($0, "more") }) else { return false }
    return (more + 1...more + 2).contains { sentence.isWord($0, "than") }
  }

  /// "Most people with X | are | women", "About 80 percent of those affected are over 50".
  private func shareOfPatients(_ verb: Int) -> Reading? {
    let shares: [StaticString] = [
      "most", "majority", "percent", "out", "quarters", "thirds", "half", "percentage",
    ]
    let before = Range<Int>.from(0, to: verb)
    guard
      before.contains(where: { index in
        shares.contains { sentence.isWord(index, $0) } || sentence.tokens[index].kind == .number
      }),
      before.contains(where: { sentence.isWord($0, "with") }) && reader.namesFocus(before)
        || before.contains(where: { index in
          ["sufferers", "patients", "affected", "diagnosed"].contains { (word: StaticString) in
            sentence.isWord(index, word)
          }
        })
    else { return nil }
    let groups = People.named(in: sentence, .from(verb + 1, to: clauseEnd(verb + 1)))
    return groups.isEmpty ? nil : Reading(people: groups, clause: before)
  }
}
