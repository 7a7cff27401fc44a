internal import GraphModel

/// A thing that a part of a sentence names, with the members that it names for it.
struct NamedThing: Sendable {
  /// The name without articles and quantities.
  var name: String
  var synonyms: [String] = []
  var abbreviations: [String] = []
  /// Where the name stands in the document's text.
  var place: Range<Int>
  /// Named as those who have it: "patients with …".
  var isOfPeople = false
  /// Those who are more often struck, by whom they are: "older adults".
  var isPopulation = false
  /// People of some kind: "adults over 60".
  var isPeople = false
  /// A part of the body and nothing of it.
  var isPlace = false
  /// Written with capitals within a sentence, as proper names are.
  var isProper = false
  /// "reduced …": the thing goes down.
  var isLessened = false
  var members: [NamedThing] = []
  /// What is said beside the name to bring it about: "hormonal changes due to pregnancy".
  var reasons: [NamedThing] = []
  /// What a member is to the group.
  var membership = Predicate.subclassOf
  var category: Category?
  /// The last noun is one for many things at once.
  var isCollective = false

  init(name: String, place: Range<Int>) {
    self.name = name
    self.place = place
  }

  /// What comes of the thing, by a pattern in which `*` stands for it: `death of *`.
  func outcome(_ pattern: String) -> NamedThing {
    func named(_ name: String) -> String { pattern.replacing("*", with: name) }
    var outcome = NamedThing(name: named(name), place: place)
    outcome.synonyms = synonyms.map(named)
    outcome.members = members.map { $0.outcome(pattern) }
    outcome.membership = membership
    return outcome
  }

  /// Every name by which it goes here.
  var names: [String] { [name] + synonyms + abbreviations }

  /// Itself and all members, in reading order.
  var withMembers: [NamedThing] { [self] + members.flatMap(\.withMembers) }
}
