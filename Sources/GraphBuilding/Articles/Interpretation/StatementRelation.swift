internal import GraphModel

/// What a relation says between the condition and another thing: the predicate as firmly as the
/// sentence allows, its direction, and the part that the other thing plays.
struct StatementRelation {
  private let use: RelationUse
  private let focusIsSubject: Bool
  private let context: ReadingContext
  let polarity: Polarity?

  init(_ use: RelationUse, focusIsSubject: Bool, isLessened: Bool, _ context: ReadingContext) {
    self.use = use
    self.focusIsSubject = focusIsSubject
    self.context = context
    var polarity = use.relation.polarity
    // "is associated with reduced X", "leads to less X": X goes down.
    if isLessened, !focusIsSubject {
      polarity = polarity == .decreases ? .increases : .decreases
    }
    let isOwn = polarity == .unknown || polarity == use.relation.predicate.polarity
    self.polarity = isOwn ? nil : polarity
  }

  private var decreases: Bool { polarity == .decreases }

  /// A hedged cause is no more than a contribution; what lowers the condition does not cause it; a
  /// drug that lowers it prevents it.
  func predicate(for thing: NamedThing) -> Predicate {
    let stated = use.relation.predicate
    if decreases, stated.directness == .causal {
      return !focusIsSubject && thing.category == .drug ? .preventativeFor : .affects
    }
    if stated == .causes, use.certainty <= .possible, !use.isNegated { return .contributesTo }
    // "worsens X" is said of conditions; of what a condition worsens, it is an effect on it.
    if stated == .exacerbates, focusIsSubject { return .affects }
    return stated
  }

  func role(of thing: NamedThing) -> Role? {
    let directness = use.relation.predicate.directness
    if use.isNegated { return nil }
    let isDisease = thing.category == .disease
    if use.relation.predicate == .hasPhenotype {
      return focusIsSubject && context.role != .diseases && context.role != .effects
        ? .symptom : .disease
    }
    if focusIsSubject {
      switch context.role {
      case .symptoms: return directness == .associational && isDisease ? .disease : .symptom
      case .diseases, .effects: return .disease
      case .causes where directness == .associational: return .cause
      default: return isDisease ? .disease : .symptom
      }
    }
    if directness == .causal { return decreases ? .protective : .cause }
    switch context.role {
    case .causes: return .cause
    case .protective, .prevention: return .protective
    case .symptoms: return isDisease ? .disease : .symptom
    case .diseases, .effects: return .disease
    default: return isDisease ? .disease : .cause
    }
  }
}

extension RelationUse {
  /// "Affects the bladder" says where it is; "damages the bladder" what it does.
  func isMerelyAffecting(in sentence: TaggedSentence) -> Bool {
    let words: [StaticString] = ["affect", "affects", "affected", "affecting"]
    return phrase.contains { index in words.contains { sentence.isWord(index, $0) } }
  }

  /// "Has an effect on X", "influences X" say that something is done, and not what.
  func isMerelyInfluence(in sentence: TaggedSentence) -> Bool {
    let words: [StaticString] = [
      "effect", "effects", "impact", "impacts", "influence", "influences", "consequences",
      "implications", "alters", "alter", "changes", "change", "shapes", "shape",
    ]
    return isMerelyAffecting(in: sentence)
      || phrase.contains { index in words.contains { sentence.isWord(index, $0) } }
  }
}
