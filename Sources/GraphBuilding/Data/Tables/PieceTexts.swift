import GraphModel

/// Texts that a piece of a table needs besides its own bytes: what was decoded or repaired.
final class PieceTexts {
  private var blocks: [UnsafeMutableBufferPointer<UInt8>] = []

  deinit { removeAll() }

  func removeAll() {
    for block in blocks { block.deallocate() }
    blocks.removeAll(keepingCapacity: true)
  }

  /// Keeps a copy of a text until ``removeAll()``.
  func keep(_ text: some Collection<UInt8>) -> TextSpan {
    let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(text.count, 1))
    let end = block.initialize(fromContentsOf: text)
    blocks.append(block)
    return TextSpan(rebasing: block[..<end])
  }

  func keep(_ text: String) -> TextSpan { keep(Array(text.utf8)) }

  /// What a cell of a table without quotes says (``GraphModel/TableCell``).
  @inline(__always) func unquoted(_ cell: TextSpan, as kind: TableCell.Kind) -> TextSpan {
    guard cell.first == UInt8(ascii: "\"") else { return cell }
    return TableCell.unquoted(cell, as: kind).map { keep($0) } ?? cell
  }

  func unquotedName(_ name: String) -> String {
    var name = name
    return name.withUTF8 { unquoted($0, as: .name).string }
  }

  /// Calls a closure with each of the values of a cell that is an attribute.
  @inline(__always) func forEachValue(
    of cell: TextSpan, hasQuotes: Bool, _ body: (TextSpan) -> Void
  ) {
    if let parts = TableCell.parts(cell) {
      for part in parts {
        let value = TextSpan(rebasing: cell[part])
        body(hasQuotes ? value : unquoted(value, as: .item))
      }
    } else {
      body(hasQuotes ? cell : unquoted(cell, as: .field))
    }
  }
}

/// What the few distinct texts of a column mean: decoded once for each in a piece of a table.
struct ValueMemo: ~Copyable {
  struct Entry: BitwiseCopyable, Sendable {
    nonisolated(unsafe) var text = TextSpan(start: nil, count: 0)
    var value: UInt16 = 0
  }

  private static let size = 256
  /// In how many places behind its own a text may stand.
  private static let reach = 4
  private var entries = Pile<Entry>(minimumCapacity: size + reach)

  init() { removeAll() }

  mutating func removeAll() {
    entries.truncate(to: 0)
    entries.extend(to: Self.size + Self.reach, with: Entry())
  }

  /// The value of a text that is not empty.
  @inline(__always) mutating func value(of text: TextSpan, make: (TextSpan) -> UInt16) -> UInt16 {
    let slot = Int(truncatingIfNeeded: ShortKey.summary(of: text) >> 56)
    var place = slot
    while place < slot + Self.reach {
      let entry = entries[place]
      if entry.text.isEqual(to: text) { return entry.value }
      if entry.text.isEmpty { break }
      place += 1
    }
    return add(text, at: place < slot + Self.reach ? place : slot, make(text))
  }

  @inline(never) private mutating func add(
    _ text: TextSpan, at place: Int, _ value: UInt16
  ) -> UInt16 {
    entries[place] = Entry(text: text, value: value)
    return value
  }
}

extension ValueMemo {
  /// Stands for a text that means nothing.
  private static let meaningless = UInt16.max

  /// What a text that is not empty means, in few bits; nil where it means nothing.
  @inline(__always) mutating func meaning(
    of text: TextSpan, _ make: (String) -> UInt8?
  ) -> UInt8? {
    let value = value(of: text) { make($0.string).map(UInt16.init) ?? Self.meaningless }
    return value == Self.meaningless ? nil : UInt8(truncatingIfNeeded: value)
  }
}

/// Asks for a text once where it stands in many rows of a piece.
struct RequestMemo {
  private var numbers = [UInt32](repeating: 0, count: 256)

  mutating func removeAll() { for slot in numbers.indices { numbers[slot] = 0 } }

  @inline(__always) mutating func number(of text: TextSpan, in requests: StringRequests) -> UInt32 {
    let hash = ByteHash.hash(text)
    let slot = Int(truncatingIfNeeded: hash & 255)
    let known = numbers[slot]
    if known != 0, requests.hash(known) == hash, requests.text(known).isEqual(to: text) {
      return known
    }
    let number = requests.add(text, hash: hash)
    numbers[slot] = number
    return number
  }
}
