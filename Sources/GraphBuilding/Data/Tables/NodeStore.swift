import GraphModel

/// The nodes of a graph that is read from tables, in columns that grow.
final class NodeStore: @unchecked Sendable {
  let pool: StringPool
  @exclusivity(unchecked) private var id = Pile<UInt32>(minimumCapacity: 1024)
  @exclusivity(unchecked) private var label = Pile<UInt32>(minimumCapacity: 1024)
  @exclusivity(unchecked) private var description = Pile<UInt32>(minimumCapacity: 1024)
  @exclusivity(unchecked) private var role = Pile<UInt8>(minimumCapacity: 1024)
  private var categoryTable: [Category] = []
  private var categoryNumbers: [Category: UInt16] = [:]
  @exclusivity(unchecked) private var categories = ListStore<UInt16>()
  @exclusivity(unchecked) private var synonyms = ListStore<StringIndex>()
  @exclusivity(unchecked) private var abbreviations = ListStore<StringIndex>()
  @exclusivity(unchecked) private var exactMatches = ListStore<StringIndex>()
  @exclusivity(unchecked) private var closeMatches = ListStore<StringIndex>()
  @exclusivity(unchecked) private var attributes = ListStore<AttributeCell>()
  @exclusivity(unchecked) private var slots = Pile(repeating: NodeFinder.Slot(), count: 1024)
  /// What was looked at before it was needed, so that it is not left out.
  @exclusivity(unchecked) private var touched: UInt64 = 0
  /// Nodes that several rows describe, with all that they say.
  private var drafts: [UInt32: NodeDraft] = [:]
  private(set) var focus: [NodeIndex] = []

  init(pool: StringPool) {
    self.pool = pool
  }

  var count: Int { id.count }

  var finder: NodeFinder { NodeFinder(slots: slots.buffer, ids: id.base, pool: pool) }

  /// Adds the rows of a piece whose strings are known. `keys` are the names of its columns.
  func add(_ piece: NodePiece, keys: [StringIndex]) {
    let requests = piece.requests
    let keys = piece.keys(keys)
    let numbers = piece.categoryTable.map(number(of:))
    touch(piece)
    for row in 0..<piece.count {
      let request = piece.id[row]
      let name = requests.answer(request)
      let hash = requests.hash(request)
      // A string that is new has been no identifier before.
      if !requests.isNew(request) {
        let known = finder.row(of: requests.text(request), hash: hash)
        if known != NodeFinder.none {
          merge(piece, row, into: known, keys: keys)
          continue
        }
      }
      let index = append(id: name, requests.text(request), hash: hash)
      label[Int(index)] = requests.answer(piece.label[row])
      description[Int(index)] = requests.answer(piece.description[row])
      role[Int(index)] = piece.role[row]
      if piece.role[row] == Role.condition.rawValue { focus.append(NodeIndex(rawValue: index)) }
      for at in Self.range(piece.categoryEnd, row) {
        if let number = numbers[Int(piece.categories[at])] { categories.values.append(number) }
      }
      func copy(
        _ list: borrowing NodePiece.RequestLists, to store: inout ListStore<StringIndex>
      ) {
        for at in list.range(row) { store.values.append(requests.answer(list.values[at])) }
      }
      copy(piece.synonyms, to: &synonyms)
      copy(piece.abbreviations, to: &abbreviations)
      copy(piece.exactMatches, to: &exactMatches)
      copy(piece.closeMatches, to: &closeMatches)
      for at in Self.range(piece.fieldEnd, row) {
        let field = piece.fields[at]
        attributes.values.append(
          AttributeCell(
            key: keys[Int(field.column)], value: requests.answer(field.request), kind: field.kind))
      }
      endLists()
    }
  }

  /// Asks for the memory that the nodes of a piece will stand in, all at once.
  private func touch(_ piece: NodePiece) {
    let finder = finder
    var touched: UInt64 = 0
    for row in 0..<piece.count {
      touched |= finder.head(ofHash: piece.requests.hash(piece.id[row]))
    }
    self.touched = touched
  }

  /// The node with an identifier that no table of nodes has.
  ///
  /// - Returns: the node, and whether it is new.
  func node(id name: StringIndex, text: TextSpan, hash: UInt64) -> (row: UInt32, isNew: Bool) {
    let known = finder.row(of: text, hash: hash)
    if known != NodeFinder.none { return (known, false) }
    let index = append(id: name, text, hash: hash)
    endLists()
    return (index, true)
  }

  private static func range(_ ends: borrowing Pile<UInt32>, _ row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }

  private func number(of category: Category) -> UInt16? {
    if let known = categoryNumbers[category] { return known }
    guard categoryTable.count < Int(UInt16.max) else { return nil }
    let number = UInt16(categoryTable.count)
    categoryTable.append(category)
    categoryNumbers[category] = number
    return number
  }

  private func append(id name: StringIndex, _ text: TextSpan, hash: UInt64) -> UInt32 {
    reserve(count + 1)
    let index = UInt32(truncatingIfNeeded: count)
    id.append(name)
    label.append(0)
    description.append(0)
    role.append(0)
    enter(index, text, hash: hash)
    return index
  }

  private func endLists() {
    categories.endRow()
    synonyms.endRow()
    abbreviations.endRow()
    exactMatches.endRow()
    closeMatches.endRow()
    attributes.endRow()
  }

  private func enter(_ index: UInt32, _ text: TextSpan, hash: UInt64) {
    let mask = UInt64(truncatingIfNeeded: slots.count - 1)
    var slot = hash & mask
    while slots[Int(slot)].head != 0 { slot = (slot + 1) & mask }
    slots[Int(slot)] = NodeFinder.Slot(
      head: NodeFinder.head(text, hash: hash) | UInt64(index + 1), key: ShortKey(text))
  }

  /// Makes room for this many nodes.
  func reserve(_ wanted: Int) {
    guard wanted * 2 > slots.count else { return }
    var size = slots.count
    while wanted * 2 > size { size *= 2 }
    slots = Pile(repeating: NodeFinder.Slot(), count: size)
    for index in 0..<count {
      let text = pool.utf8(id[index])
      enter(UInt32(index), text, hash: ByteHash.hash(text))
    }
  }

  // MARK: Nodes that stand twice

  private func merge(_ piece: NodePiece, _ row: Int, into index: UInt32, keys: [StringIndex]) {
    let requests = piece.requests
    func text(_ request: UInt32) -> String { requests.text(request).string }
    func texts(_ list: borrowing NodePiece.RequestLists) -> [String] {
      list.range(row).map { text(list.values[$0]) }
    }
    let role = Role(rawValue: piece.role[row])
    let about = text(piece.description[row])
    let concept = Concept(
      label: text(piece.label[row]), synonyms: texts(piece.synonyms),
      abbreviations: texts(piece.abbreviations),
      categories: Self.range(piece.categoryEnd, row).map {
        piece.categoryTable[Int(piece.categories[$0])]
      },
      role: role, exactMatches: texts(piece.exactMatches),
      closeMatches: texts(piece.closeMatches), description: about.isEmpty ? nil : about,
      attributes: Self.range(piece.fieldEnd, row).map { at in
        let field = piece.fields[at]
        return Attribute(
          key: pool.utf8(keys[Int(field.column)]).string, value: text(field.request),
          kind: field.kind)
      })
    var draft = drafts[index] ?? self.draft(of: index)
    draft.absorb(concept, isRecord: true)
    if role == .condition {
      draft.role = .condition
      if !focus.contains(NodeIndex(rawValue: index)) { focus.append(NodeIndex(rawValue: index)) }
    }
    drafts[index] = draft
  }

  private func draft(of index: UInt32) -> NodeDraft {
    func text(_ string: StringIndex) -> String { pool.utf8(string).string }
    let row = Int(index)
    var draft = NodeDraft(id: id[row], concept: Concept(label: text(label[row])))
    draft.synonyms = synonyms.list(row).map(text)
    draft.abbreviations = abbreviations.list(row).map(text)
    draft.categories = categories.list(row).map { categoryTable[Int($0)] }
    draft.exactMatches = exactMatches.list(row).map(text)
    draft.closeMatches = closeMatches.list(row).map(text)
    draft.attributes = attributes.list(row).map {
      Attribute(key: text($0.key), value: text($0.value), kind: $0.kind)
    }
    draft.description = description[row] == 0 ? nil : text(description[row])
    draft.role = Role(rawValue: role[row])
    return draft
  }

  private func applyDrafts() {
    guard !drafts.isEmpty else { return }
    func all(_ texts: [String]) -> [StringIndex] { texts.map { pool.intern($0) } }
    var lists: [UInt32: NodeLists] = [:]
    for index in drafts.keys.sorted() {
      guard let draft = drafts[index] else { continue }
      label[Int(index)] = pool.intern(draft.label)
      description[Int(index)] = pool.intern(draft.description ?? "")
      role[Int(index)] = draft.role?.rawValue ?? 0
      lists[index] = NodeLists(
        categories: draft.categories.compactMap(number(of:)), synonyms: all(draft.synonyms),
        abbreviations: all(draft.abbreviations), exactMatches: all(draft.exactMatches),
        closeMatches: all(draft.closeMatches),
        attributes: draft.attributes.map {
          AttributeCell(key: pool.intern($0.key), value: pool.intern($0.value), kind: $0.kind)
        })
    }
    categories.replace(lists.mapValues(\.categories))
    synonyms.replace(lists.mapValues(\.synonyms))
    abbreviations.replace(lists.mapValues(\.abbreviations))
    exactMatches.replace(lists.mapValues(\.exactMatches))
    closeMatches.replace(lists.mapValues(\.closeMatches))
    attributes.replace(lists.mapValues(\.attributes))
    drafts.removeAll()
  }

  private struct NodeLists {
    var categories: [UInt16]
    var synonyms: [StringIndex]
    var abbreviations: [StringIndex]
    var exactMatches: [StringIndex]
    var closeMatches: [StringIndex]
    var attributes: [AttributeCell]
  }

  // MARK: The end

  /// The columns, and the table of the identifiers; the store is empty then.
  func takeColumns() -> (columns: NodeColumns, byID: NodeIDTable) {
    applyDrafts()
    var columns = NodeColumns()
    let count = self.count
    var draft = NodeIDTable.Draft(minimumCapacity: count)
    for row in 0..<count { draft.insert(UInt32(row), hash: ByteHash.hash(pool.utf8(id[row]))) }
    let byID = NodeIDTable(slots: draft.takeColumn())
    columns.id = id.takeColumn()
    columns.label = label.takeColumn()
    columns.role = role.takeColumn()
    columns.description = SparseColumn(dense: description.takeColumn())
    columns.categoryTable = categoryTable
    columns.categories = categories.takeRagged(rows: count)
    columns.synonyms = synonyms.takeRagged(rows: count)
    columns.abbreviations = abbreviations.takeRagged(rows: count)
    columns.exactMatches = exactMatches.takeRagged(rows: count)
    columns.closeMatches = closeMatches.takeRagged(rows: count)
    columns.attributes = attributes.takeRagged(rows: count)
    slots = Pile()
    return (columns, byID)
  }
}
