/// What kind of thing a node is: an open, typed value.
///
/// Named constants are classes of the Biolink Model; any other CURIE or IRI is accepted.
public struct Category: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The CURIE or IRI, such as `biolink:Disease`.
  public let curie: String

  /// A category from a CURIE or an IRI. A bare word such as `Disease` is taken as Biolink's.
  public init(_ text: some StringProtocol) {
    let trimmed = String(text)
    curie = trimmed.contains(":") ? trimmed : "biolink:\(trimmed)"
  }

  /// `biolink:NamedThing`: anything.
  public static let namedThing = Category("biolink:NamedThing")
  /// `biolink:Disease`.
  public static let disease = Category("biolink:Disease")
  /// `biolink:PhenotypicFeature`: a symptom or sign.
  public static let phenotypicFeature = Category("biolink:PhenotypicFeature")
  /// `biolink:ExposureEvent`.
  public static let exposureEvent = Category("biolink:ExposureEvent")
  /// `biolink:Behavior`.
  public static let behavior = Category("biolink:Behavior")
  /// `biolink:Food`.
  public static let food = Category("biolink:Food")
  /// `biolink:Drug`.
  public static let drug = Category("biolink:Drug")
  /// `biolink:ChemicalEntity`.
  public static let chemicalEntity = Category("biolink:ChemicalEntity")
  /// `biolink:BiologicalProcess`.
  public static let biologicalProcess = Category("biolink:BiologicalProcess")
  /// `biolink:EnvironmentalFeature`.
  public static let environmentalFeature = Category("biolink:EnvironmentalFeature")
  /// `biolink:Phenomenon`.
  public static let phenomenon = Category("biolink:Phenomenon")

  /// The part after the prefix: `Disease`.
  public var localName: Substring {
    guard let cut = curie.lastIndex(where: { $0 == ":" || $0 == "/" || $0 == "#" }) else {
      return Substring(curie)
    }
    return curie[curie.index(after: cut)...]
  }

  /// The name in words: `phenotypic feature`.
  public var phrase: String {
    var words = ""
    for character in localName {
      if character.isUppercase, !words.isEmpty { words.append(" ") }
      words.append(contentsOf: character.lowercased())
    }
    return words
  }

  /// The text of the value, as files and messages show it.
  public var description: String { curie }
  /// The order of the values.
  public static func < (a: Category, b: Category) -> Bool { a.curie < b.curie }
}

/// The part that a node plays in a story of cause and effect.
///
/// A category says what a thing is; a role says where the author put it. The same disease can be
/// a cause in one graph and a consequence in another.
public enum Role: UInt8, Sendable, Hashable, CaseIterable {
  /// What the documents are about.
  case condition = 1
  /// What brings the condition about, or is said to go before it.
  case cause
  /// What keeps the condition away.
  case protective
  /// How the condition shows.
  case symptom
  /// A disease that goes with the condition or follows from it.
  case disease

  /// The name used in every file format.
  public var name: String {
    switch self {
    case .condition: "condition"
    case .cause: "cause"
    case .protective: "protective factor"
    case .symptom: "symptom"
    case .disease: "disease"
    }
  }

  /// A value from its parts.
  public init?(name: some StringProtocol) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}
