import GraphModel

/// What the cells of one row say of a node, as far as it is not in the columns yet.
struct NodeRow {
  /// The names and matches, before those that say nothing new are left out.
  struct Lists {
    var synonyms: [TextSpan] = []
    var abbreviations: [TextSpan] = []
    var exactMatches: [TextSpan] = []
    var closeMatches: [TextSpan] = []
  }

  var id = TextSpan(start: nil, count: 0)
  var label = TextSpan(start: nil, count: 0)
  var description = TextSpan(start: nil, count: 0)
  var role: UInt8 = 0
  var lists = Lists()
  var hasLists = false
  var firstCategory: Int
  var firstField: Int

  init(_ piece: NodePiece) {
    firstCategory = piece.categories.count
    firstField = piece.fields.count
  }
}

extension NodePiece {
  /// Reads the rows of a piece of a table.
  func read(_ piece: TextSpan, as table: NodeTable) {
    var rows = TableScanner(
      piece, width: table.slots.count, dialect: table.dialect, texts: texts)
    let slots = table.slots
    while rows.next() {
      if let quote = rows.brokenQuote {
        problems.addBrokenQuote(quote, RowPlace(line: rows.line, start: rows.start))
        continue
      }
      checkWidth(rows, slots.count)
      let place = RowPlace(line: rows.line, start: rows.start)
      var row = NodeRow(self)
      for column in 0..<min(rows.count, slots.count) {
        let cell = rows.cells[column].trimmed
        if cell.isEmpty { continue }
        let hasQuotes = table.dialect.hasQuotes
        if slots[column].isList {
          cell.forEachPart(by: table.separator) {
            addPart(hasQuotes ? $0 : texts.unquoted($0, as: .item), slots[column], &row)
          }
        } else if slots[column] == .attribute {
          texts.forEachValue(of: cell, hasQuotes: hasQuotes) { keep($0, column) }
        } else {
          let text = hasQuotes ? cell : texts.unquoted(cell, as: .text)
          take(text, at: rows.place(of: cell), slots[column], column, &row, place)
        }
      }
      finish(row, place)
    }
    lineCount = rows.lineCount
    requests.sort()
  }

  /// Takes one value of a list over.
  func addPart(_ text: TextSpan, _ slot: NodeTable.Slot, _ row: inout NodeRow) {
    switch slot {
    case .category:
      addCategory(text, from: row.firstCategory)
      return
    case .synonym: row.lists.synonyms.append(text)
    case .abbreviation: row.lists.abbreviations.append(text)
    case .exactMatch: row.lists.exactMatches.append(text)
    case .closeMatch: row.lists.closeMatches.append(text)
    case .id, .name, .description, .role, .attribute: return
    }
    row.hasLists = true
  }

  /// Takes a cell that is no list over.
  func take(
    _ cell: TextSpan, at place: UnsafePointer<UInt8>?, _ slot: NodeTable.Slot, _ column: Int,
    _ row: inout NodeRow, _ rowPlace: RowPlace
  ) {
    switch slot {
    case .id: row.id = cell
    case .name: row.label = cell
    case .description: row.description = cell
    case .role:
      if let known = Role(name: cell.string) {
        row.role = known.rawValue
      } else {
        keep(cell, column)
        problems.add(
          .warning, "'\(cell.string)' is no role", line: rowPlace.line, from: rowPlace.start,
          at: place, kind: "unknown roles",
          suggestion: "write one of \(Role.allCases.map(\.name).joined(separator: ", "))")
      }
    case .attribute: keep(cell, column)
    case .category, .synonym, .abbreviation, .exactMatch, .closeMatch: addPart(cell, slot, &row)
    }
  }

  /// Writes a row to the columns, or reports that it cannot be a node.
  func finish(_ row: NodeRow, _ place: RowPlace) {
    guard !row.id.isEmpty else {
      problems.add(
        .error, "a node has no id and is left out", line: place.line, from: place.start,
        at: place.start, kind: "nodes without an id",
        suggestion: "give it an id that is a CURIE, such as MONDO:0005265, or remove it")
      categories.truncate(to: row.firstCategory)
      fields.truncate(to: row.firstField)
      return
    }
    id.append(requests.add(row.id))
    label.append(requests.add(row.label))
    description.append(requests.add(row.description))
    role.append(row.role)
    categoryEnd.append(UInt32(truncatingIfNeeded: categories.count))
    fieldEnd.append(UInt32(truncatingIfNeeded: fields.count))
    if row.hasLists { addLists(row.lists, id: row.id) }
    synonyms.end.append(UInt32(truncatingIfNeeded: synonyms.values.count))
    abbreviations.end.append(UInt32(truncatingIfNeeded: abbreviations.values.count))
    exactMatches.end.append(UInt32(truncatingIfNeeded: exactMatches.values.count))
    closeMatches.end.append(UInt32(truncatingIfNeeded: closeMatches.values.count))
  }

  func addCategory(_ text: TextSpan, from first: Int) {
    let number = categoryMemo.value(of: text) { text in
      let category = Category(text.string)
      if let known = self.categoryNumbers[category] { return known }
      guard self.categoryTable.count < Int(UInt16.max) else { return .max }
      let number = UInt16(self.categoryTable.count)
      self.categoryTable.append(category)
      self.categoryNumbers[category] = number
      return number
    }
    if number == .max { return }
    for position in first..<categories.count where categories[position] == number { return }
    categories.append(number)
  }

  func keep(_ cell: TextSpan, _ column: Int, as kind: Attribute.Kind = .text) {
    fields.append(
      EdgePiece.Field(
        column: UInt32(truncatingIfNeeded: column),
        request: textMemo.number(of: cell, in: requests), kind: kind))
  }

  /// Leaves out what stands twice in a list.
  private func addLists(_ lists: NodeRow.Lists, id: TextSpan) {
    var seen: [TextSpan] = []
    func isFirst(_ text: TextSpan) -> Bool {
      if seen.contains(where: { $0.isEqual(to: text) }) { return false }
      seen.append(text)
      return true
    }
    for name in lists.synonyms where isFirst(name) { synonyms.values.append(requests.add(name)) }
    seen.removeAll()
    for name in lists.abbreviations where isFirst(name) {
      abbreviations.values.append(requests.add(name))
    }
    seen.removeAll()
    for match in lists.exactMatches where !match.isEqual(to: id) && isFirst(match) {
      exactMatches.values.append(requests.add(match))
    }
    seen.removeAll()
    for match in lists.closeMatches where isFirst(match) {
      closeMatches.values.append(requests.add(match))
    }
  }
}
