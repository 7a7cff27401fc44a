internal import GraphModel

/// One statement that a sentence makes: the words of the relation and the stretches that name its
/// two ends.
struct RelationUse {
  var relation: Relation
  /// What stands for A: tokens of the sentence; empty where the sentence leaves it out.
  var left: Range<Int>
  /// Only the last name of `left` is meant: "A and B, which causes C".
  var leftIsLastName = false
  /// The clause before "which" states nothing: only a name that "which" stands behind is meant.
  var leftTouchesRelative = false
  /// What stands for B; empty where the sentence leaves it out.
  var right: Range<Int>
  /// ``right`` with what stands behind B in its clause: "more pain than …".
  var wholeRight: Range<Int> = 0..<0
  /// The words of the relation with its auxiliary verbs.
  var phrase: Range<Int>
  /// Where the clause of the statement begins.
  var clauseStart: Int
  var needsPeople = false
  /// B is the condition, which "common causes are …" leaves out.
  var isAboutCondition = false
  /// Holds only where the sentence names the condition or stands among its signs.
  var needsNaming = false
  /// Leaves B out, and only a heading for effects says that it is the condition: "The result is A".
  var needsHeading = false
  /// A is who or what bears B, and brings nothing about: "towns face flooding".
  var isOfBearer = false
  /// B is lost, and its loss is meant.
  var isOfLoss = false
  /// What comes of it, with `*` for B, where it is not B itself: "kills B" is the death of B.
  var outcomes: [String] = []
  /// B may come of it: its risk is spoken of.
  var isOfRisk = false
  /// What brings it about stands beside the verb: "… because of A".
  var isAdjunct = false
  /// Says how something works, and nothing where B is the condition itself.
  var isOfProcess = false
  /// Names no B; the heading says what A brings about ("stress plays a part").
  var isOfHeading = false
  /// An infinitive of purpose ("to reduce …"): a wish, not a statement.
  var isPurpose = false
  /// Stands in a clause with "if" or "whether", or is taken back behind it in words that may mean
  /// another statement: the sentence does not say that it is so.
  var isSupposed = false
  var isNegated = false
  var certainty: Certainty = .established
  /// The words that hedge it.
  var hedge: Range<Int>?
  /// What limits only the things named behind it: "nausea and, in some people, vomiting".
  var limits: [Limit] = []

  struct Limit {
    var tokens: Range<Int>
    var certainty: Certainty
  }
}
