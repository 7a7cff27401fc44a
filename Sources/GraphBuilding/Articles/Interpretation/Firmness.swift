internal import GraphModel

/// How firmly the text under a heading or a lead speaks: what the heading or the lead alone states
/// is stated no firmer, and not at all where the text rejects it.
struct Firmness {
  var certainty = Certainty.established
  var hedge: String?
  var isAssociation = false
  /// The first sentence that tells was found.
  var isKnown = false
  /// A sentence states the same of the lead.
  var isSupported = false
  /// A sentence speaks of the lead and the condition and does not say that they go together as the
  /// heading has it: it denies, doubts, asks or supposes that, or tells what avoiding or treating
  /// the lead does.
  var isOpposed = false

  /// A sentence denies, doubts, asks or supposes it.
  var isDenied = false

  var isRejected: Bool { isOpposed && !isSupported }

  /// Takes in what a further sentence or block says.
  mutating func add(_ other: Firmness) {
    if !isKnown, other.isKnown {
      (certainty, hedge, isAssociation) = (other.certainty, other.hedge, other.isAssociation)
      isKnown = true
    }
    isSupported = isSupported || other.isSupported
    isOpposed = isOpposed || other.isOpposed
    isDenied = isDenied || other.isDenied
  }

  /// Why what an item names gives no claim.
  static let reason = "names something of which the text behind it does not say the same"

  init() {}

  /// How firmly a sentence speaks by itself.
  init(_ read: StatementReader.Result) {
    if read.tellsFirmness {
      isKnown = true
      (certainty, hedge, isAssociation) = (read.certainty, read.hedge, read.isAssociation)
    }
    isOpposed = read.withholds
    isDenied = isOpposed
  }

  /// How firmly a sentence speaks of leads.
  ///
  /// - Parameters:
  ///   - drafts: what the sentence states, with the leads' own names.
  ///   - isAboutLead: whether it names a lead, or means one by a pronoun.
  ///   - isAboutFocus: whether it names the condition.
  ///   - mayMeanLead: whether it has a pronoun that may mean a lead, or leaves the lead out ("no
  ///     evidence").
  ///   - isDoubtful: whether it holds words of doubt, of denial or of treatment.
  ///   - isUnsettled: whether it says that something is not known ("whether …").
  ///   - isUndecided: whether it says that the evidence settles nothing.
  init(
    _ read: StatementReader.Result, leads: [NamedThing], role: SectionRole?, lexicon: Lexicon,
    isAboutLead: Bool, isAboutFocus: Bool, mayMeanLead: Bool,
    isDoubtful: Bool, isUnsettled: Bool, isUndecided: Bool
  ) {
    self.init(read)
    let matches = leads.map { LeadMatch($0, lexicon) }
    let own = read.drafts.filter { draft in
      guard !draft.isMembership, let thing = draft.thing else { return false }
      return matches.contains { $0.isSame(thing) }
    }
    isSupported = own.contains { !$0.isNegated && !$0.lessens(under: role) }
    // What it states of something else leaves the lead alone, unless that is to avoid the lead.
    let states = read.drafts.contains { !$0.isNegated && !$0.lessens(under: role) }
    isOpposed =
      !isSupported && !states && (isAboutLead || own.isEmpty && read.drafts.isEmpty)
      && (isUndecided || read.withholds && (isAboutLead || isAboutFocus || mayMeanLead)
        || isAboutLead && role != .types && (isAboutFocus && isDoubtful || isUnsettled)
        || read.drafts.contains { $0.lessens(under: role) })
    isDenied = isOpposed && !read.drafts.contains { $0.lessens(under: role) }
  }
}

extension Draft {
  /// Whether it says that a thing lowers the condition, under a heading that does not.
  fileprivate func lessens(under role: SectionRole?) -> Bool {
    guard role != .protective, role != .prevention else { return false }
    return polarity == .decreases || predicate == .preventativeFor
  }
}
