import GraphModel

/// What the members of a name are.
private struct LineField<Slot> {
  var slot: Slot
  /// The number of the name among those of the piece's fields.
  var number: Int
  /// The name without an underscore at its end, under which an attribute is kept where the line
  /// has a member of that name, too.
  var plain: String?
  var plainNumber: Int
}

extension TablePiece {
  /// Reads the lines of a piece of JSON Lines.
  ///
  /// - Parameters:
  ///   - names: the names of such a record's fields.
  ///   - slot: what a field is taken for.
  ///   - attribute: what a field is taken for that the model has no place for.
  ///   - meet: called with a name and its number where the piece has it first.
  ///   - begin: begins a row.
  ///   - take: takes the value of a member over, with its slot and the number of its name.
  ///   - finish: ends a row.
  @inline(__always)
  fileprivate func readLines<Slot, Row>(
    _ piece: TextSpan, names: KGXNames, slot: (String) -> Slot, attribute: Slot,
    meet: (String, Int) -> Void = { _, _ in }, begin: () -> Row,
    take: (JSONLineScanner.Value, Slot, Int, inout Row, RowPlace) -> Void,
    finish: (inout Row, RowPlace) -> Void
  ) {
    var lines = JSONLineScanner(piece)
    var fields: [LineField<Slot>] = []
    while let isObject = lines.next() {
      let place = RowPlace(line: lines.line, start: lines.start)
      guard isObject else {
        problems.addBrokenLine(lines.text, place)
        continue
      }
      while fields.count < lines.keys.count {
        let name = lines.keys.name(fields.count)
        let number = addField(name)
        meet(name, number)
        let plain = names.plain(name)
        fields.append(
          LineField(
            slot: slot(name), number: number, plain: plain,
            plainNumber: plain.map(addField) ?? number))
      }
      var row = begin()
      for number in 0..<lines.members.count {
        let member = lines.members[number]
        if member.isRepeated {
          problems.addRepeated(lines.keys.name(member.key), member.value, place)
        } else {
          let field = fields[member.key]
          if let plain = field.plain, lines.hasMember(named: plain) {
            take(member.value, attribute, field.plainNumber, &row, place)
          } else {
            take(member.value, field.slot, field.number, &row, place)
          }
        }
      }
      finish(&row, place)
    }
    lineCount = lines.lineCount
  }

  private func addField(_ name: String) -> Int {
    fieldNames.append(requests.add(texts.keep(name)))
    return fieldNames.count - 1
  }
}

extension EdgePiece {
  /// Reads the lines of a piece of JSON Lines, each an edge.
  func readLines(_ piece: TextSpan, nodes: NodeFinder) {
    var oldPredicates: [Int] = []
    readLines(
      piece, names: .edge, slot: { EdgeTable.Slot(KGXEdgeField(named: $0)) },
      attribute: .attribute,
      meet: { name, number in
        if name == "edge_label" { oldPredicates.insert(number, at: 0) }
        if name == "relation" { oldPredicates.append(number) }
      },
      begin: { EdgeRow(self) }, take: takeMember,
      finish: { row, place in
        finish(&row, place, oldPredicates: oldPredicates)
        if ends.count >= Self.endsAtOnce { findEnds(nodes) }
      })
    findEnds(nodes)
    sortRequests()
  }

  private func takeMember(
    _ value: JSONLineScanner.Value, _ slot: EdgeTable.Slot, _ key: Int, _ row: inout EdgeRow,
    _ place: RowPlace
  ) {
    if value.kind == .null { return }
    switch slot {
    case .publications, .supportingText:
      guard value.kind == .list else { break }
      JSONLineScanner.forEachElement(of: value) { element in
        let text = texts.text(element) { problems.addHalfPair(element, place) }
        if text.isEmpty { return }
        if slot == .publications { addPublication(text) } else { addQuote(text) }
      }
      return
    // A list or an object is no identifier.
    case .subject, .object: if value.kind == .list || value.kind == .object { return }
    default: break
    }
    if slot == .attribute, value.kind == .list, let parts = texts.values(of: value) {
      for part in parts { keep(part, key) }
      return
    }
    let text = texts.text(value) { problems.addHalfPair(value, place) }
    if slot == .attribute { return keep(text, key, as: value.attributeKind(text)) }
    // An attribute may be empty; elsewhere that says nothing.
    if text.isEmpty { return }
    take(text, at: value.text.baseAddress, slot, key, &row, place)
  }
}

extension NodePiece {
  /// Reads the lines of a piece of JSON Lines, each a node.
  func readLines(_ piece: TextSpan) {
    readLines(
      piece, names: .node, slot: { NodeTable.Slot(KGXNodeField(named: $0)) },
      attribute: .attribute, begin: { NodeRow(self) }, take: takeMember,
      finish: { row, place in finish(row, place) })
    requests.sort()
  }

  private func takeMember(
    _ value: JSONLineScanner.Value, _ slot: NodeTable.Slot, _ key: Int, _ row: inout NodeRow,
    _ place: RowPlace
  ) {
    if value.kind == .null { return }
    if slot.isList, value.kind == .list {
      JSONLineScanner.forEachElement(of: value) { element in
        if element.kind == .null { return }
        let text = texts.text(element) { problems.addHalfPair(element, place) }
        if !text.isEmpty { addPart(text, slot, &row) }
      }
      return
    }
    if slot == .attribute, value.kind == .list, let parts = texts.values(of: value) {
      for part in parts { keep(part, key) }
      return
    }
    let text = texts.text(value) { problems.addHalfPair(value, place) }
    if slot == .attribute { return keep(text, key, as: value.attributeKind(text)) }
    if text.isEmpty { return }
    take(text, at: value.text.baseAddress, slot, key, &row, place)
  }
}

extension JSONLineScanner.Value {
  /// What the value, whose text this is, is as an attribute.
  fileprivate func attributeKind(_ text: TextSpan) -> Attribute.Kind {
    switch kind {
    case .scalar: .literal
    case .text: Attribute.Kind(ofText: text)
    case .null, .list, .object: .text
    }
  }
}

extension Attribute.Kind {
  /// What a text of a JSON file is: one that begins as a list or an object does is none.
  init(ofText text: some Collection<UInt8>) {
    self = text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "{") ? .plainText : .text
  }
}

extension PieceProblems {
  /// Reports a line that is no JSON object.
  mutating func addBrokenLine(_ text: TextSpan, _ row: RowPlace) {
    let reading = JSONReader.read(Array(text))
    let problem = reading.problems.first { $0.severity == .error }
    let what = problem?.message ?? "the line is \(reading.value?.kind ?? "no JSON"), not an object"
    add(
      .error, "\(what); the line is left out", line: row.line, from: row.start,
      at: row.start + min(problem?.offset ?? 0, text.count), kind: "lines that are no JSON object",
      suggestion: problem?.suggestion)
  }

  mutating func addHalfPair(_ value: JSONLineScanner.Value, _ row: RowPlace) {
    add(
      .error, "half of a surrogate pair is read as the replacement character", line: row.line,
      from: row.start, at: value.text.baseAddress, kind: "halves of surrogate pairs",
      suggestion: "write the character itself, or both halves")
  }

  mutating func addRepeated(
    _ name: String, _ value: JSONLineScanner.Value, _ row: RowPlace
  ) {
    add(
      .error, "\"\(name)\" stands twice in one object; the first is used", line: row.line,
      from: row.start, at: value.text.baseAddress, kind: "names that stand twice in one object",
      suggestion: "remove one of them")
  }
}
