/// The members of a group under the names that hold for them: of "lack of minerals, such as iron",
/// iron itself is none.
struct GroupMembers {
  private let group: NamedThing
  private let sentence: TaggedSentence
  private let tokens: Range<Int>

  init(_ group: NamedThing, _ sentence: TaggedSentence) {
    self.group = group
    self.sentence = sentence
    tokens = sentence.tokens(in: group.place) ?? 0..<0
  }

  /// - Complexity: O(members + tokens of the group).
  func named(_ members: [NamedThing]) -> [NamedThing] {
    guard let first = tokens.first else { return members }
    if let shared = SharedBeginning(tokens, sentence), shared.isOfMembers {
      return members.map { member in
        var result = member
        result.name = "\(shared.text) \(member.name)"
        result.category = nil
        result.members = []
        return result
      }
    }
    // "not eating fruit, such as apples", "avoiding triggers such as smoke", "wanting to eat things
    // such as clay": the members are of what is eaten or avoided.
    if sentence.isWord(first, "not") || isDeed(first) || endsElsewhere { return [] }
    return members
  }

  /// What a whole holds: of "overuse of sprays containing copper", the sprays hold it.
  func held(_ members: [NamedThing]) -> [NamedThing] {
    tokens.dropFirst().contains { sentence.isWord($0, "of") } ? [] : members
  }

  /// "preservatives added to drinks, including wine": the members are of what stands last.
  private var endsElsewhere: Bool {
    tokens.dropFirst().contains { index in
      sentence.hasSuffix(index, "ed")
        && ["to", "in", "by", "for"].contains { (word: StaticString) in
          sentence.isWord(index + 1, word)
        }
    }
  }

  /// Names what is done to the members, and not what uses or takes them.
  private func isDeed(_ first: Int) -> Bool {
    guard tokens.count > 1, sentence.hasSuffix(first, "ing") else { return false }
    return sentence.isCovered(first, by: .refusals) || sentence.isWord(first + 1, "to")
  }
}
