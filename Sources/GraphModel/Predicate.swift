/// Whether a predicate says that one thing brings another about.
public enum Directness: UInt8, Sendable, Hashable, CaseIterable {
  /// The subject acts on the object: causes, contributes to, affects, prevents, treats.
  case causal
  /// The two go together; nothing is said of which brings about which.
  case associational
  /// A kind or a part of: subclass of, part of.
  case hierarchical

  /// The name used in every file format.
  public var name: String {
    switch self {
    case .causal: "causal"
    case .associational: "associational"
    case .hierarchical: "hierarchical"
    }
  }
}

/// Which way the object goes when the subject goes up.
public enum Polarity: UInt8, Sendable, Hashable, CaseIterable {
  case unknown = 0
  case increases
  case decreases

  /// The name used in every file format.
  public var name: String {
    switch self {
    case .unknown: "unknown"
    case .increases: "increases"
    case .decreases: "decreases"
    }
  }

  /// A value of Biolink's direction qualifiers; nil where it tells no direction.
  package init?(qualifier: String) {
    switch qualifier {
    case "increased", "upregulated", "increases": self = .increases
    case "decreased", "downregulated", "decreases": self = .decreases
    case "unknown": self = .unknown
    default: return nil
    }
  }

  /// The value of Biolink's direction qualifiers, where there is one; `unknown` tells none.
  package static func qualifier(_ polarity: Polarity) -> String {
    switch polarity {
    case .unknown: "unknown"
    case .increases: "increased"
    case .decreases: "decreased"
    }
  }

  /// The sign of two steps in a row: two decreases make an increase; unknown stays unknown.
  public func then(_ next: Polarity) -> Polarity {
    if self == .unknown || next == .unknown { return .unknown }
    return self == next ? .increases : .decreases
  }
}

/// What an edge says of its subject and its object: an open, typed value.
///
/// Named constants are terms of the Biolink Model (https://w3id.org/biolink/vocab/); any other
/// CURIE or IRI is accepted and treated as an association, the weakest reading.
public struct Predicate: Sendable, Hashable {
  /// The CURIE or IRI, such as `biolink:causes`.
  public let curie: String

  /// A predicate from a CURIE or an IRI. A bare word such as `causes` is taken as Biolink's.
  public init(_ text: some StringProtocol) {
    let trimmed = String(text)
    curie = trimmed.contains(":") ? trimmed : "biolink:\(trimmed)"
  }

  /// `biolink:causes`: causal, increases.
  public static let causes = Predicate("biolink:causes")
  /// `biolink:contributes_to`: causal, increases.
  public static let contributesTo = Predicate("biolink:contributes_to")
  /// `biolink:affects`: causal, of unknown direction unless a statement gives one.
  public static let affects = Predicate("biolink:affects")
  /// `biolink:exacerbates_condition`: causal, increases.
  public static let exacerbates = Predicate("biolink:exacerbates_condition")
  /// `biolink:ameliorates_condition`: causal, decreases.
  public static let ameliorates = Predicate("biolink:ameliorates_condition")
  /// `biolink:preventative_for_condition`: causal, decreases.
  public static let preventativeFor = Predicate("biolink:preventative_for_condition")
  /// `biolink:treats`: causal, decreases.
  public static let treats = Predicate("biolink:treats")
  /// `biolink:associated_with`: a symmetric association.
  public static let associatedWith = Predicate("biolink:associated_with")
  /// `biolink:correlated_with`: a symmetric association.
  public static let correlatedWith = Predicate("biolink:correlated_with")
  /// `biolink:related_to`: the weakest of all, a symmetric association.
  public static let relatedTo = Predicate("biolink:related_to")
  /// `biolink:has_phenotype`: a condition shows a feature; an association.
  public static let hasPhenotype = Predicate("biolink:has_phenotype")
  /// `biolink:subclass_of`: is a kind of.
  public static let subclassOf = Predicate("biolink:subclass_of")
  /// `biolink:part_of`: is a part of.
  public static let partOf = Predicate("biolink:part_of")

  /// The part after the prefix: `causes`.
  public var localName: Substring {
    let bytes = curie.utf8
    guard let cut = bytes.lastIndex(where: { $0 == 0x3a || $0 == 0x2f || $0 == 0x23 }) else {
      return Substring(curie)
    }
    return Substring(bytes[bytes.index(after: cut)...])
  }

  /// The name in words: `contributes to`.
  public var phrase: String { String(localName).replacing("_", with: " ") }

  /// Whether the predicate is causal, associational or hierarchical.
  public var directness: Directness { traits.directness }

  /// The direction of the effect that the predicate itself implies.
  public var polarity: Polarity { traits.polarity }

  /// Whether the predicate reads the same from either end.
  public var isSymmetric: Bool { traits.isSymmetric }

  /// The terms of the Biolink Model that have a meaning of their own here, in order.
  package static var biolinkTerms: [Predicate] {
    let others = [hasPhenotype].filter { PredicateTraits.biolink[String($0.localName)] == nil }
    return (PredicateTraits.biolink.keys.map { Predicate($0) } + others).sorted()
  }

  private var traits: PredicateTraits {
    PredicateTraits.byCurie[curie] ?? PredicateTraits(.associational)
  }
}

extension Predicate: Comparable, CustomStringConvertible {
  /// The order of the values.
  public static func < (a: Predicate, b: Predicate) -> Bool { a.curie < b.curie }
  /// The text of the value, as files and messages show it.
  public var description: String { curie }
}

/// What is known of a predicate beyond its name.
private struct PredicateTraits {
  var directness: Directness
  var polarity: Polarity
  var isSymmetric: Bool

  init(_ directness: Directness, _ polarity: Polarity = .unknown, symmetric: Bool = false) {
    self.directness = directness
    self.polarity = polarity
    isSymmetric = symmetric
  }

  /// The predicates of the Biolink Model 4.x that are causal or hierarchical, or that are
  /// symmetric. Every predicate that is not listed is a directed association.
  static let biolink: [String: PredicateTraits] = [
    "affects": .init(.causal),
    "causes": .init(.causal, .increases),
    "contributes_to": .init(.causal, .increases),
    "predisposes_to_condition": .init(.causal, .increases),
    "exacerbates_condition": .init(.causal, .increases),
    "promotes_condition": .init(.causal, .increases),
    "produces": .init(.causal, .increases),
    "has_adverse_event": .init(.causal, .increases),
    "has_side_effect": .init(.causal, .increases),
    "disrupts": .init(.causal, .decreases),
    "ameliorates_condition": .init(.causal, .decreases),
    "preventative_for_condition": .init(.causal, .decreases),
    "treats": .init(.causal, .decreases),
    "regulates": .init(.causal),
    "positively_regulates": .init(.causal, .increases),
    "negatively_regulates": .init(.causal, .decreases),
    "subclass_of": .init(.hierarchical),
    "part_of": .init(.hierarchical),
    "has_part": .init(.hierarchical),
    "superclass_of": .init(.hierarchical),
    "member_of": .init(.hierarchical),
    "has_member": .init(.hierarchical),
    "related_to": .init(.associational, symmetric: true),
    "associated_with": .init(.associational, symmetric: true),
    "correlated_with": .init(.associational, symmetric: true),
    "positively_correlated_with": .init(.associational, .increases, symmetric: true),
    "negatively_correlated_with": .init(.associational, .decreases, symmetric: true),
    "associated_with_increased_likelihood_of": .init(.associational, .increases),
    "associated_with_decreased_likelihood_of": .init(.associational, .decreases),
    "genetically_associated_with": .init(.associational, symmetric: true),
    "interacts_with": .init(.associational, symmetric: true),
    "physically_interacts_with": .init(.associational, symmetric: true),
    "similar_to": .init(.associational, symmetric: true),
    "close_match": .init(.associational, symmetric: true),
    "exact_match": .init(.associational, symmetric: true),
    "same_as": .init(.associational, symmetric: true),
    "coexists_with": .init(.associational, symmetric: true),
    "occurs_together_in_literature_with": .init(.associational, symmetric: true),
  ]

  /// The same by whole identifiers.
  static let byCurie = Dictionary(
    uniqueKeysWithValues: biolink.map { ("biolink:" + $0.key, $0.value) })
}
