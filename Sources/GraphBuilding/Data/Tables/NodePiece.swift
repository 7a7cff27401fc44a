import GraphModel

/// The nodes of one piece of a table, read by one thread.
final class NodePiece: @unchecked Sendable {
  let requests = StringRequests()
  let texts = PieceTexts()
  var problems = PieceProblems()
  var lineCount = 0

  @exclusivity(unchecked) var id = Pile<UInt32>()
  @exclusivity(unchecked) var label = Pile<UInt32>()
  @exclusivity(unchecked) var description = Pile<UInt32>()
  @exclusivity(unchecked) var role = Pile<UInt8>()
  /// The lists of the nodes: where those of each row end, and their values.
  @exclusivity(unchecked) var categoryEnd = Pile<UInt32>()
  @exclusivity(unchecked) var categories = Pile<UInt16>()
  @exclusivity(unchecked) var synonyms = RequestLists()
  @exclusivity(unchecked) var abbreviations = RequestLists()
  @exclusivity(unchecked) var exactMatches = RequestLists()
  @exclusivity(unchecked) var closeMatches = RequestLists()
  @exclusivity(unchecked) var fieldEnd = Pile<UInt32>()
  @exclusivity(unchecked) var fields = Pile<EdgePiece.Field>()
  /// The distinct categories of the piece.
  var categoryTable: [Category] = []
  private var categoryNumbers: [Category: UInt16] = [:]
  @exclusivity(unchecked) private var categoryMemo = ValueMemo()
  @exclusivity(unchecked) private var textMemo = RequestMemo()

  var count: Int { id.count }

  /// Lists of requests, packed.
  struct RequestLists: ~Copyable {
    var end = Pile<UInt32>()
    var values = Pile<UInt32>()

    mutating func removeAll() {
      end.truncate(to: 0)
      values.truncate(to: 0)
    }

    func range(_ row: Int) -> Range<Int> {
      (row == 0 ? 0 : Int(end[row - 1]))..<Int(end[row])
    }
  }

  func removeAll() {
    requests.removeAll()
    texts.removeAll()
    problems.removeAll()
    lineCount = 0
    id.truncate(to: 0)
    label.truncate(to: 0)
    description.truncate(to: 0)
    role.truncate(to: 0)
    categoryEnd.truncate(to: 0)
    categories.truncate(to: 0)
    synonyms.removeAll()
    abbreviations.removeAll()
    exactMatches.removeAll()
    closeMatches.removeAll()
    fieldEnd.truncate(to: 0)
    fields.truncate(to: 0)
    categoryTable.removeAll()
    categoryNumbers.removeAll()
    categoryMemo.removeAll()
    textMemo.removeAll()
  }

  /// The names and matches of one row, before those that say nothing new are left out.
  private struct Lists {
    var synonyms: [TextSpan] = []
    var abbreviations: [TextSpan] = []
    var exactMatches: [TextSpan] = []
    var closeMatches: [TextSpan] = []
  }

  /// Reads the rows of a piece.
  func read(_ piece: TextSpan, as table: NodeTable) {
    var rows = TableScanner(piece, width: table.slots.count)
    let slots = table.slots
    var lists = Lists()
    while rows.next() {
      if rows.count > slots.count {
        problems.add(
          .error,
          "the row has \(rows.count) cells, the header \(slots.count); the rest is unread",
          line: rows.line, from: rows.start, at: rows.cells[slots.count].baseAddress,
          kind: "rows with more cells than the header",
          suggestion: "remove tabs from within the cells")
      }
      readRow(rows, slots, &lists)
    }
    lineCount = rows.lineCount
    requests.sort()
  }

  private func readRow(
    _ rows: borrowing TableScanner, _ slots: [NodeTable.Slot], _ lists: inout Lists
  ) {
    var id = TextSpan(start: nil, count: 0)
    var label = id
    var description = id
    var role: UInt8 = 0
    var hasLists = false
    let firstCategory = categories.count
    let firstField = fields.count
    for column in 0..<min(rows.count, slots.count) {
      let cell = rows.cells[column].trimmed
      if cell.isEmpty { continue }
      switch slots[column] {
      case .id: id = cell
      case .name: label = cell
      case .description: description = cell
      case .category: cell.forEachPart { addCategory($0, from: firstCategory) }
      case .synonym:
        hasLists = true
        cell.forEachPart { lists.synonyms.append($0) }
      case .abbreviation:
        hasLists = true
        cell.forEachPart { lists.abbreviations.append($0) }
      case .exactMatch:
        hasLists = true
        cell.forEachPart { lists.exactMatches.append($0) }
      case .closeMatch:
        hasLists = true
        cell.forEachPart { lists.closeMatches.append($0) }
      case .role:
        if let known = Role(name: cell.string) {
          role = known.rawValue
        } else {
          keep(cell, column, from: firstField)
          problems.add(
            .warning, "'\(cell.string)' is no role", line: rows.line, from: rows.start,
            at: cell.baseAddress, kind: "unknown roles",
            suggestion: "write one of \(Role.allCases.map(\.name).joined(separator: ", "))")
        }
      case .attribute: keep(cell, column, from: firstField)
      }
    }
    defer { if hasLists { lists = Lists() } }
    guard !id.isEmpty else {
      problems.add(
        .error, "a node has no id and is left out", line: rows.line, from: rows.start,
        at: rows.start,
        kind: "nodes without an id",
        suggestion: "give it an id that is a CURIE, such as MONDO:0005265, or remove it")
      categories.truncate(to: firstCategory)
      fields.truncate(to: firstField)
      return
    }
    self.id.append(requests.add(id))
    self.label.append(requests.add(label))
    self.description.append(requests.add(description))
    self.role.append(role)
    categoryEnd.append(UInt32(truncatingIfNeeded: categories.count))
    fieldEnd.append(UInt32(truncatingIfNeeded: fields.count))
    if hasLists { addLists(lists, id: id, label: label) }
    synonyms.end.append(UInt32(truncatingIfNeeded: synonyms.values.count))
    abbreviations.end.append(UInt32(truncatingIfNeeded: abbreviations.values.count))
    exactMatches.end.append(UInt32(truncatingIfNeeded: exactMatches.values.count))
    closeMatches.end.append(UInt32(truncatingIfNeeded: closeMatches.values.count))
  }

  private func addCategory(_ text: TextSpan, from first: Int) {
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

  private func keep(_ cell: TextSpan, _ column: Int, from first: Int) {
    fields.append(
      EdgePiece.Field(
        column: UInt32(truncatingIfNeeded: column),
        request: textMemo.number(of: cell, in: requests)))
  }

  /// Leaves out names with the key of one that is there, and matches that are there.
  private func addLists(_ lists: Lists, id: TextSpan, label: TextSpan) {
    if !lists.synonyms.isEmpty || !lists.abbreviations.isEmpty {
      var keys = [NameKey(label.string)]
      func isNew(_ name: TextSpan) -> Bool {
        if name.isEqual(to: label) { return false }
        let key = NameKey(name.string)
        if key.isEmpty || keys.contains(key) { return false }
        keys.append(key)
        return true
      }
      for name in lists.synonyms where isNew(name) { synonyms.values.append(requests.add(name)) }
      for name in lists.abbreviations where isNew(name) {
        abbreviations.values.append(requests.add(name))
      }
    }
    var seen: [TextSpan] = []
    func isFirst(_ text: TextSpan) -> Bool {
      if seen.contains(where: { $0.isEqual(to: text) }) { return false }
      seen.append(text)
      return true
    }
    for match in lists.exactMatches where !match.isEqual(to: id) && isFirst(match) {
      exactMatches.values.append(requests.add(match))
    }
    seen.removeAll()
    for match in lists.closeMatches where isFirst(match) {
      closeMatches.values.append(requests.add(match))
    }
  }
}
