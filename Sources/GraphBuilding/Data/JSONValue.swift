/// A value of a JSON document (RFC 8259) and where it begins.
struct JSONValue: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    /// As the document writes it, so that no digit is lost.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])
  }

  var content: Content
  /// The value's first byte, from 0; ``FilePositions`` makes a line and a column of it.
  var offset: Int

  var string: String? {
    if case .string(let text) = content { text } else { nil }
  }
  var bool: Bool? {
    if case .bool(let value) = content { value } else { nil }
  }
  var elements: [JSONValue]? {
    if case .array(let values) = content { values } else { nil }
  }
  var members: [JSONMember]? {
    if case .object(let members) = content { members } else { nil }
  }
  var isNull: Bool { content == .null }

  /// The value of a member of an object: the first of the name.
  subscript(name: String) -> JSONValue? {
    members?.first { $0.name == name }?.value
  }

  /// A text, number or truth value as text; nil for null, lists and objects.
  var scalar: String? {
    switch content {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// What it is, for a message: "a list".
  var kind: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// A name and a value of a JSON object.
struct JSONMember: Sendable, Hashable {
  var name: String
  var nameOffset: Int
  var value: JSONValue
}

extension JSONValue {
  /// The value as JSON on one line, for a field that is carried along as text.
  ///
  /// Recursion is as deep as the value, which ``JSONReader`` keeps within its bound.
  var compactText: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch content {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      text += "["
      for (number, value) in values.enumerated() {
        if number > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (number, member) in members.enumerated() {
        if number > 0 { text += "," }
        Self.write(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
