/// A value of JSON (RFC 8259), with the members of an object in the order in which they were
/// given.
///
/// Literals make values, so that a small document is written down as it will look:
///
///     let score: JSONValue = ["id": "MONDO:0005265", "score": 0.25, "label": .string(label)]
///
/// Built up piece by piece, an object is a ``JSONObject``.
public enum JSONValue: Sendable {
  /// Names and values in the order in which they are written; give each name once.
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  case int(Int)
  /// Written with the fewest digits that read back as the same number; infinity and NaN, which
  /// JSON has not, as `null`.
  case double(Double)
  /// A number by its digits, as a file had it (RFC 8259, section 6).
  case number(String)
  case bool(Bool)
  case null

  /// A list of texts.
  public static func strings(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map { .string($0) })
  }
}

extension JSONValue: Equatable {
  /// Whether both are written alike. NaN equals NaN and null.
  public static func == (a: JSONValue, b: JSONValue) -> Bool {
    a.serialized(layout: .compact) == b.serialized(layout: .compact)
  }
}

/// The members of a JSON object in the order in which they are written.
///
/// The names are not checked against each other: give each name once. ``contains(_:)`` tells
/// whether a name is there.
public struct JSONObject: Sendable, Equatable {
  /// Names and values, in the order in which they are written.
  public private(set) var members: [(String, JSONValue)] = []

  /// The object without members.
  public init() {}

  /// Adds a member at the end; `nil` adds nothing.
  ///
  /// - Complexity: O(1) amortised.
  public mutating func append(_ name: String, _ value: JSONValue?) {
    if let value { members.append((name, value)) }
  }

  /// Adds a text at the end; `nil` adds nothing.
  public mutating func append(_ name: String, text: String?) {
    if let text { members.append((name, .string(text))) }
  }

  /// Adds a list of texts at the end; an empty list adds nothing.
  public mutating func append(_ name: String, texts: [String]) {
    if !texts.isEmpty { members.append((name, .strings(texts))) }
  }

  /// Whether there is a member of this name.
  ///
  /// - Complexity: O(members).
  public func contains(_ name: String) -> Bool { members.contains { $0.0 == name } }

  /// The object as a value.
  public var value: JSONValue { .object(members) }

  /// Whether both are written alike.
  public static func == (a: JSONObject, b: JSONObject) -> Bool { a.value == b.value }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// The object of these members, in this order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    members = elements
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral
{
  /// The object of these members, in this order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements)
  }
  /// The list of these values.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// A text.
  public init(stringLiteral text: String) { self = .string(text) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .double(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}
