import GraphModel

extension KGXRow {
  // MARK: Tables

  /// Appends the row as a line of a table (``GraphModel/TableCell``).
  func append(asLineOf columns: [KGXColumn], strings: StringArena, to bytes: inout [UInt8]) {
    for (number, column) in columns.enumerated() {
      if number > 0 { bytes.append(0x09) }
      let values = cells[number]
      if values.isEmpty { continue }
      let kind: TableCell.Kind =
        switch column.kind {
        case .list: .item
        case .attribute: values.count > 1 ? .item : .field
        case .text, .truth, .nested: .text
        }
      for (place, value) in values.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: "|")) }
        withBytes(of: value, strings) { text in
          if column.kind == .nested {
            Self.append(nested: text, to: &bytes)
          } else {
            TableCell.append(text, as: kind, to: &bytes)
          }
        }
      }
    }
    bytes.append(0x0a)
  }

  /// JSON within a cell: a `|` can only stand in its texts, and would be taken for what separates
  /// two values.
  private static func append(
    nested json: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    for byte in json {
      if byte == UInt8(ascii: "|") {
        bytes.append(contentsOf: "\\u007c".utf8)
      } else {
        bytes.append(byte)
      }
    }
  }

  // MARK: JSON Lines

  /// Appends the row as a line that is an object; `names` are the names of the columns as JSON.
  func append(
    asObjectOf columns: [KGXColumn], names: [[UInt8]], strings: StringArena,
    to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "{"))
    var hasMember = false
    func begin(_ number: Int, _ bytes: inout [UInt8]) {
      if hasMember { bytes.append(UInt8(ascii: ",")) }
      hasMember = true
      bytes.append(contentsOf: names[number])
      bytes.append(UInt8(ascii: ":"))
    }
    for (number, column) in columns.enumerated() where !cells[number].isEmpty {
      if let companion = column.companion, cells[companion].isEmpty {
        begin(companion, &bytes)
        bytes.append(contentsOf: "null".utf8)
      }
      begin(number, &bytes)
      append(cells[number], of: column, strings: strings, to: &bytes)
    }
    bytes.append(contentsOf: "}\n".utf8)
  }

  private func append(
    _ values: [Value], of column: KGXColumn, strings: StringArena, to bytes: inout [UInt8]
  ) {
    let isList = column.kind == .list || values.count > 1
    if isList { bytes.append(UInt8(ascii: "[")) }
    for (place, value) in values.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      withBytes(of: value, strings) { text in
        switch (column.kind, value) {
        case (.truth, _), (.nested, _): bytes.append(contentsOf: text)
        case (_, .literal) where KGXAttributes.isLiteral(text): bytes.append(contentsOf: text)
        case (.attribute, .string) where !isList && KGXAttributes.isNested(text):
          bytes.append(contentsOf: text)
        default: JSONEscaping.append(utf8: text, to: &bytes)
        }
      }
    }
    if isList { bytes.append(UInt8(ascii: "]")) }
  }
}
