/// A predicate as English says it, in the forms that a sentence needs.
public struct VerbPhrase: Sendable, Hashable {
  /// Third person: `contributes to`, `is associated with`.
  public var present: String
  /// Infinitive: `contribute to`, `be associated with`.
  public var infinitive: String

  /// A verb phrase from its two forms.
  public init(present: String, infinitive: String) {
    self.present = present
    self.infinitive = infinitive
  }

  /// `does not contribute to`, `is not associated with`.
  public var negated: String {
    present.hasPrefix("is ") ? "is not " + present.dropFirst(3) : "does not \(infinitive)"
  }
}

extension Predicate {
  /// The predicate in words, with the direction of the effect where a statement gives one.
  ///
  /// A predicate without wording of its own is read from its name: `biolink:interacts_with` is
  /// "interacts with", `ex:close_to` is "is close to".
  public func verb(polarity: Polarity = .unknown) -> VerbPhrase {
    let known: (present: String, infinitive: String)
    switch (self, polarity) {
    case (.affects, .increases): known = ("increases", "increase")
    case (.affects, .decreases): known = ("decreases", "decrease")
    case (.affects, _): known = ("affects", "affect")
    case (.causes, _): known = ("causes", "cause")
    case (.contributesTo, _): known = ("contributes to", "contribute to")
    case (.exacerbates, _): known = ("worsens", "worsen")
    case (.ameliorates, _): known = ("eases", "ease")
    case (.preventativeFor, _): known = ("helps to prevent", "help to prevent")
    case (.treats, _): known = ("treats", "treat")
    case (.associatedWith, _): known = ("is associated with", "be associated with")
    case (.correlatedWith, _): known = ("is correlated with", "be correlated with")
    case (.relatedTo, _): known = ("is related to", "be related to")
    case (.hasPhenotype, _): known = ("presents with", "present with")
    case (.subclassOf, _): known = ("is a kind of", "be a kind of")
    case (.partOf, _): known = ("is part of", "be part of")
    default: return verbFromName
    }
    return VerbPhrase(present: known.present, infinitive: known.infinitive)
  }

  private var verbFromName: VerbPhrase {
    let phrase = self.phrase
    let first = phrase.prefix { $0 != " " }
    if first.hasSuffix("s"), !first.hasSuffix("ss"), first.count > 2 {
      let stem = first == "has" ? "have" : String(first.dropLast())
      return VerbPhrase(present: phrase, infinitive: stem + phrase.dropFirst(first.count))
    }
    return VerbPhrase(present: "is \(phrase)", infinitive: "be \(phrase)")
  }
}

extension Edge {
  /// What the edge says, in words that claim no more than its certainty allows: "stress may
  /// contribute to flares", "diet is probably associated with acne", "milk does not cause colds".
  public var wording: String {
    "\(subject.label) \(hedgedVerb) \(object.label)"
  }

  /// The verb of ``wording``, without subject and object.
  public var hedgedVerb: String { hedgedVerb(at: certainty) }

  /// The verb, hedged for a certainty: that of one piece of the evidence, say.
  public func hedgedVerb(at certainty: Certainty?) -> String {
    let verb = predicate.verb(polarity: polarity)
    switch certainty {
    case .speculative:
      return "is speculated \(isNegated ? "not " : "")to \(verb.infinitive)"
    case .possible:
      return "may \(isNegated ? "not " : "")\(verb.infinitive)"
    case .probable:
      if isNegated {
        return verb.present.hasPrefix("is ")
          ? "is probably not " + verb.present.dropFirst(3) : "probably \(verb.negated)"
      }
      return verb.present.hasPrefix("is ")
        ? "is probably " + verb.present.dropFirst(3) : "probably \(verb.present)"
    case .established, nil:
      return isNegated ? verb.negated : verb.present
    }
  }
}
