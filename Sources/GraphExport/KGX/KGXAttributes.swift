import GraphModel

/// Fields of a data file that the model has no name for.
enum KGXAttributes {
  /// Appends each under its own name; several values of one name are a list.
  ///
  /// A list or an object that was read from JSON is written as one again. A name that the record
  /// uses already, or that would be read as something else, gets an underscore beside a member of
  /// its own name, which may be null; so no name occurs twice.
  static func append(_ attributes: [Attribute], to record: inout JSONObject, names: KGXNames) {
    var fields: [(name: String, values: [Attribute])] = []
    for attribute in attributes {
      if let place = fields.firstIndex(where: { $0.name == attribute.key }) {
        fields[place].values.append(attribute)
      } else {
        fields.append((attribute.key, [attribute]))
      }
    }
    var escaped: [String] = []
    for (key, values) in fields {
      var name = key
      if isMisread(key, values.map(\.value), in: record, names) {
        escaped.append(key)
        name = names.written(key)
      }
      // What the model has no name for is never taken; this is for names that it gets later.
      while record.contains(name) { name += "_" }
      record.append(name, values.count == 1 ? value(values[0]) : .array(values.map(element)))
    }
    for key in escaped where !record.contains(key) { record.append(key, .null) }
  }

  /// Whether an attribute would be read as something else under its own name. A value that means
  /// nothing in a field that is not there is safe: it is read as an attribute again.
  private static func isMisread(
    _ key: String, _ values: [String], in record: JSONObject, _ names: KGXNames
  ) -> Bool {
    if names.written(key) == key { return false }
    if record.contains(key) || values.count > 1 { return true }
    return switch key {
    case "certainty": Certainty(name: values[0]) != nil
    case "role": Role(name: values[0]) != nil
    case "object_direction_qualifier": Polarity(qualifier: values[0]) != nil
    default: true
    }
  }

  /// One value: a number, a truth value, a list or an object as it stood in its file, unless a list
  /// would be read as several values.
  private static func value(_ attribute: Attribute) -> JSONValue {
    attribute.kind == .text ? value(attribute.value) : element(attribute)
  }

  private static func value(_ text: String) -> JSONValue {
    let value = JSONValue.text(text)
    return isSeveral(value) ? .string(text) : value
  }

  /// One of several values.
  private static func element(_ attribute: Attribute) -> JSONValue {
    let literal = attribute.kind == .literal ? JSONText.literal(attribute.value) : nil
    return literal ?? .string(attribute.value)
  }

  /// Whether a list is read as several values: several distinct texts, none of which is empty.
  private static func isSeveral(_ value: JSONValue) -> Bool {
    guard case .array(let elements) = value, elements.count > 1 else { return false }
    var seen = Set<String>()
    return elements.allSatisfy {
      guard case .string(let text) = $0, !text.isEmpty else { return false }
      return seen.insert(text).inserted
    }
  }

  /// Whether a text is a number or a truth value of JSON.
  static func isLiteral(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    JSONText.literal(String(decoding: text, as: UTF8.self)) != nil
  }

  /// Whether the text of one value is JSON that is to be written as it stands.
  static func isNested(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else {
      return false
    }
    if case .string = value(String(decoding: text, as: UTF8.self)) { return false }
    return true
  }
}
