internal import GraphModel

/// A claim before its names are merged over the whole article.
struct Draft {
  enum End {
    case focus
    /// Boxed: an article may give millions of drafts, most of them about one thing.
    indirect case thing(NamedThing)

    var thing: NamedThing? {
      if case .thing(let thing) = self { return thing }
      return nil
    }
  }

  var subject: End
  var predicate: Predicate
  var object: End
  var isNegated = false
  var polarity: Polarity?
  var certainty: Certainty
  var hedge: String?
  var scope: Evidence.Scope
  /// The sentence, in the document's text.
  var quote: Range<Int>
  /// The heading that it stands under.
  var section: String?
  /// The part that the thing which is not the condition plays.
  var role: Role?
  /// The type of the condition that is meant in place of the condition itself.
  var type: NamedThing?
  /// Said of a group, and so of this member of it.
  var isOfMember = false
  /// Said of people who have the one and show the other.
  var isOfPeople = false
  /// Said of the lead of an item: whatever the sentence cites backs it.
  var isOfLead = false
  /// Says what brings about a cause of the condition, or what follows from an effect of it.
  var isLink = false
  /// The sentence whose citations back it, where that is not all of the quote.
  var cited: Range<Int>?

  /// The end that is not the condition; for two things, the subject.
  var thing: NamedThing? { subject.thing ?? object.thing }

  /// Says what a group's members are to it.
  var isMembership: Bool { subject.thing != nil && object.thing != nil && !isLink }

  /// Says that a thing is a type of the condition.
  func isType(_ thing: NamedThing) -> Bool {
    guard predicate == .subclassOf, object.thing == nil, let own = subject.thing else {
      return false
    }
    return NameKey(own.name) == NameKey(thing.name)
  }

  /// What goes with a thing goes both ways: under a heading for symptoms or effects the condition
  /// stands first, and last under one for causes.
  mutating func orient(under role: SectionRole?) {
    guard predicate == .associatedWith, !isMembership, !isLink, thing?.isPopulation != true else {
      return
    }
    let isDownstream = role == .symptoms || role == .effects
    let isUpstream = role == .causes || role == .protective
    if isDownstream && subject.thing != nil || isUpstream && subject.thing == nil {
      (subject, object) = (object, subject)
    }
  }

  /// The same statement about another thing in place of the one that is not the condition.
  func about(_ thing: NamedThing) -> Draft {
    var draft = self
    if subject.thing != nil { draft.subject = .thing(thing) } else { draft.object = .thing(thing) }
    return draft
  }
}

/// What the sentences of a block are read with.
struct ReadingContext {
  var role: SectionRole?
  /// The heading as it stands.
  var heading: String?
  /// What the item or the heading above names before its sentences.
  var leads: [NamedThing] = []

  /// What the items of the list go on with: "You may be at risk if you".
  var opening: ItemOpening?
  /// How the sentence before the list hedges what its items are.
  var hedge: ListHedge?
  /// The text lists names, whatever its layout.
  var isListed = false

  /// Whether a pronoun may mean the condition: the sentence before spoke of it.
  var followsFocus = true

  /// What the statements before in the same paragraph were about, where no heading says it.
  var runningRole: SectionRole?

  /// The sentence before in the same paragraph tells what follows from the condition.
  var followsEffect = false

  /// A sentence before in the same paragraph tells how the condition shows itself.
  var followsSigns = false

  /// What the sentence before leaves to be listed.
  var listing: OpenListing?

  /// What the sentence before says last of the condition and another thing.
  var last: Draft?

  /// Goes on under a question within the paragraph as under a heading: "And what does it cost?"
  mutating func turn(to role: SectionRole, _ question: TaggedSentence) {
    self = ReadingContext(
      role: role, heading: question.string(0..<question.count), followsFocus: followsFocus)
  }

  /// Whether what carries the condition's own name is a type of it here, and no consequence.
  var mayNameTypes: Bool {
    switch role {
    case .causes, .types, .definition, nil: true
    default: false
    }
  }

  /// The text is the rest of a table's row, and speaks of what its first cell names.
  var isAboutLeads = false

  /// The type of the condition that the sentences speak of.
  var type: NamedThing? { role == .types && leads.count == 1 ? leads[0] : nil }
}
