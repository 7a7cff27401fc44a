/// How a JSON document is laid out.
public enum JSONLayout: Sendable, Hashable {
  /// One member or element a line, two spaces a level.
  case indented
  /// No white space at all.
  case compact
}

/// Writes JSON into a buffer of bytes, piece by piece, so that a document need never be held
/// whole.
///
/// Nothing recurses: the depth of a value costs memory, not stack.
package struct JSONWriter: Sendable {
  /// What was written since the last ``takeBytes()``.
  package private(set) var bytes: [UInt8] = []
  private let layout: JSONLayout
  /// For each open list or object: whether it is an object, and whether it has content yet.
  private var open: [(isObject: Bool, hasContent: Bool)] = []
  private var followsName = false

  package init(layout: JSONLayout = .indented) { self.layout = layout }

  /// Hands over the bytes written so far and goes on with an empty buffer.
  package mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  package mutating func beginObject() { begin(isObject: true) }
  package mutating func beginArray() { begin(isObject: false) }

  /// Closes the innermost list or object; where none is open, nothing happens.
  package mutating func end() {
    guard let (isObject, hasContent) = open.popLast() else { return }
    if hasContent { breakLine() }
    bytes.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }

  /// Ends the document's last line.
  package mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  /// Writes the name of a member; its value comes next.
  package mutating func name(_ name: String) {
    separate()
    JSONEscaping.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    followsName = true
  }

  /// Writes a value with all that is in it.
  ///
  /// - Complexity: O(size of the value) time, O(its depth) space.
  package mutating func value(_ value: JSONValue) {
    var rest: [Rest] = []
    write(value, &rest)
    while let last = rest.popLast() {
      switch last {
      case .elements(var slice):
        guard let next = slice.popFirst() else {
          end()
          continue
        }
        rest.append(.elements(slice))
        write(next, &rest)
      case .members(var slice):
        guard let next = slice.popFirst() else {
          end()
          continue
        }
        rest.append(.members(slice))
        name(next.0)
        write(next.1, &rest)
      }
    }
  }

  /// What is still to be written of a list or an object.
  private enum Rest {
    case elements(ArraySlice<JSONValue>)
    case members(ArraySlice<(String, JSONValue)>)
  }

  private mutating func write(_ value: JSONValue, _ rest: inout [Rest]) {
    switch value {
    case .object(let members):
      beginObject()
      rest.append(.members(members[...]))
    case .array(let elements):
      beginArray()
      rest.append(.elements(elements[...]))
    case .string(let text):
      separate()
      JSONEscaping.append(text, to: &bytes)
    case .int(let number): scalar(number.description)
    case .number(let digits): scalar(JSONText.isNumber(digits) ? digits : "null")
    case .double(let number): scalar(number.isFinite ? number.description : "null")
    case .bool(let truth): scalar(truth ? "true" : "false")
    case .null: scalar("null")
    }
  }

  private mutating func scalar(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func begin(isObject: Bool) {
    separate()
    bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    open.append((isObject, false))
  }

  /// What stands before a name or a value: nothing after a name, else a comma and a new line.
  private mutating func separate() {
    if followsName {
      followsName = false
      return
    }
    guard let last = open.indices.last else { return }
    if open[last].hasContent { bytes.append(UInt8(ascii: ",")) }
    open[last].hasContent = true
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in open { bytes.append(contentsOf: [0x20, 0x20]) }
  }
}
