/// A JSON document whose long lists are made while they are written.
///
/// A small document is one ``JSONValue``. A graph is an object of a few members, some of which
/// are long lists of records; each record is made when its turn comes and forgotten when it is
/// written, so that a graph of any size passes through a buffer of ``chunkSize`` bytes.
package struct JSONDocument: Sendable {
  /// A list of records, each made from its number.
  package struct Records: Sendable {
    package var count: Int
    package var record: @Sendable (Int) -> JSONObject

    package init(count: Int, record: @escaping @Sendable (Int) -> JSONObject) {
      self.count = count
      self.record = record
    }

    /// Records that are there already.
    package init(_ records: [JSONObject]) {
      self.init(count: records.count) { records[$0] }
    }
  }

  fileprivate enum Part: Sendable {
    case value(JSONValue)
    /// One list of the records of several, in order.
    case records([Records])
  }

  private var parts: [(name: String, part: Part)] = []

  /// How many bytes a chunk has at least, but for the last.
  package static let chunkSize = 1 << 16

  /// The document of an object without members.
  package init() {}

  package mutating func append(_ name: String, _ value: JSONValue?) {
    if let value { parts.append((name, .value(value))) }
  }

  package mutating func append(_ name: String, records: [Records]) {
    parts.append((name, .records(records)))
  }

  /// The whole document, with a line feed at its end.
  ///
  /// - Complexity: O(size of the document) time and space.
  package func bytes(layout: JSONLayout = .indented) -> [UInt8] {
    var all: [UInt8] = []
    for chunk in chunks(layout: layout) { all.append(contentsOf: chunk) }
    return all
  }

  /// The document in pieces, made one after the other.
  ///
  /// - Complexity: O(size of the document) time, O(``chunkSize`` + largest record) space.
  package func chunks(layout: JSONLayout = .indented) -> Chunks {
    Chunks(parts: parts, writer: JSONWriter(layout: layout))
  }

  /// The pieces of a document, in order.
  package struct Chunks: Sequence, IteratorProtocol, Sendable {
    private var parts: ArraySlice<(name: String, part: Part)>
    private var lists: ArraySlice<Records> = []
    private var number = 0
    private var writer: JSONWriter
    private var state = State.start

    private enum State { case start, parts, records, done }

    fileprivate init(parts: [(name: String, part: Part)], writer: JSONWriter) {
      self.parts = parts[...]
      self.writer = writer
    }

    /// The next piece; nil after the last.
    package mutating func next() -> [UInt8]? {
      while writer.bytes.count < JSONDocument.chunkSize, state != .done { advance() }
      return writer.bytes.isEmpty ? nil : writer.takeBytes()
    }

    private mutating func advance() {
      switch state {
      case .start:
        writer.beginObject()
        state = .parts
      case .parts:
        guard let next = parts.popFirst() else {
          writer.end()
          writer.endLine()
          state = .done
          return
        }
        writer.name(next.name)
        switch next.part {
        case .value(let value): writer.value(value)
        case .records(let lists):
          self.lists = lists[...]
          number = 0
          writer.beginArray()
          state = .records
        }
      case .records:
        guard let list = lists.first else {
          writer.end()
          state = .parts
          return
        }
        if number < list.count {
          writer.value(list.record(number).value)
          number += 1
        } else {
          lists.removeFirst()
          number = 0
        }
      case .done: break
      }
    }
  }
}

extension JSONValue {
  /// The value as a document of its own, in UTF-8, with a line feed at its end.
  ///
  /// - Complexity: O(size of the value) time, O(its depth) space beyond the result.
  public func serialized(layout: JSONLayout = .indented) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.value(self)
    writer.endLine()
    return writer.takeBytes()
  }
}
