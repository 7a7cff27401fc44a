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
