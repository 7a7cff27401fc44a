/// A term that a name can mean.
package struct TermMeaning: Sendable, Hashable {
  /// The first row of the term.
  package var row: Int
  package var id: String
  package var label: String
  /// The file that has the name.
  package var file: String
}

/// What the terms say of a name.
package struct TermMatch: Sendable {
  /// How the name was found.
  package enum Basis: UInt8, Sendable, Comparable {
    case label, exactSynonym, abbreviation, mappedLabel
    /// The same, but for spelling: British or American, irregular plurals.
    case spelling
    /// A related synonym: a weaker hint.
    case related
    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  package var basis: Basis
  /// One: this is meant. More: the name is ambiguous.
  package var meanings: [TermMeaning]
}

extension TermTable {
  /// The terms that a name means: those with the name as their label, else as an exact synonym,
  /// else as an abbreviation, else as the label in a mapping; else those for which one of these
  /// is spelled in the other English way; else those that have it as a related synonym.
  ///
  /// Names that are short and in capitals mean only what is written in the same capitals. Terms
  /// that are said to be exactly the same are one: the first of them. Obsolete terms are never
  /// meant.
  ///
  /// - Complexity: O(names with the same key).
  package func match(_ name: String) -> TermMatch? {
    var best: TermMatch.Basis?
    var found: [Int] = []
    for (entry, isSpelling) in names(of: name) where entry.rank != .obsolete {
      let basis: TermMatch.Basis =
        switch entry.rank {
        case .relatedSynonym: .related
        case _ where isSpelling: .spelling
        case .label: .label
        case .exactSynonym: .exactSynonym
        case .abbreviation: .abbreviation
        case .mappedLabel, .obsolete: .mappedLabel
        }
      if let best, best < basis { continue }
      if best != basis { found = [] }
      best = basis
      // More than a person would read are not told apart, only told.
      if found.count < 64, !found.contains(Int(entry.row)) { found.append(Int(entry.row)) }
    }
    guard let best else { return nil }
    return TermMatch(basis: best, meanings: distinct(found))
  }

  /// The obsolete terms that have a name, where nothing else has it.
  package func obsoleteTerms(named name: String) -> [TermMeaning] {
    distinct(names(of: name).filter { $0.name.rank == .obsolete }.map { Int($0.name.row) })
  }

  /// What to use instead of an obsolete term, as far as the vocabularies tell.
  package func replacements(of row: Int) -> [TermMeaning] {
    var found: [TermMeaning] = []
    for row in chain(canonical(row)) {
      for entry in entries[rows[row].entries] where entry.field == .replacement {
        let id = text(entry.span)
        let target = self.row(id: id)
        let meaning = TermMeaning(
          row: target ?? row, id: id, label: target.map(label(ofRow:)) ?? "", file: file(row))
        if !found.contains(where: { $0.id == id }) { found.append(meaning) }
      }
    }
    return found
  }

  /// Whether a term has one of the names in any way, weak ones too.
  package func hasName(_ row: Int, _ wanted: [String]) -> Bool {
    let first = canonical(row)
    return wanted.contains { name in
      names(of: name).contains { canonical(Int($0.name.row)) == first }
    }
  }

  /// Whether a vocabulary defines the identifier, and that as obsolete.
  package func isObsolete(_ row: Int) -> Bool {
    let labelled = chain(canonical(row)).filter { rows[$0].label.count > 0 }
    return !labelled.isEmpty && labelled.allSatisfy { rows[$0].isObsolete }
  }

  /// Whether a vocabulary defines the identifier, rather than merely mapping it.
  package func isDefined(id: String) -> Bool {
    row(id: id).map { chain($0).contains { rows[$0].label.count > 0 } } ?? false
  }

  package func meaning(_ row: Int) -> TermMeaning {
    TermMeaning(
      row: canonical(row), id: text(rows[row].id), label: label(ofRow: row), file: file(row))
  }

  /// The first label of a term; a mapping's, where no vocabulary defines it.
  package func label(ofRow row: Int) -> String {
    let rows = chain(canonical(row)).sorted()
    if let labelled = rows.first(where: { self.rows[$0].label.count > 0 }) {
      return text(self.rows[labelled].label)
    }
    for row in rows {
      for entry in entries[self.rows[row].entries] where entry.field == .mappedLabel {
        return text(entry.span)
      }
    }
    return ""
  }

  private func file(_ row: Int) -> String {
    files.indices.contains(rows[row].file) ? files[rows[row].file] : ""
  }

  /// The names that agree with a name in their spelling key, in the order of the files.
  private func names(of name: String) -> [(name: TermName, isSpelling: Bool)] {
    if rows.isEmpty { return [] }
    let key = NameKey(name)
    let spelled = SpellingKey(key)
    if key.isEmpty || spelled.description.isEmpty { return [] }
    var found: [(name: TermName, isSpelling: Bool)] = []
    for entry in names.candidates(hash: FNV1a64.hash(spelled.description.utf8)) {
      let text = text(entry.span)
      let other = NameKey(text)
      guard other == key || SpellingKey(other) == spelled else { continue }
      if SpelledName.isInCapitals(text),
        SpelledName.capitals(of: text) != SpelledName.capitals(of: name)
      {
        continue
      }
      found.append((entry, other != key))
    }
    return found
  }

  /// The terms of rows, those that are exactly the same taken as one.
  private func distinct(_ found: [Int]) -> [TermMeaning] {
    var meanings: [TermMeaning] = []
    var matches: [[String]] = []
    for row in found {
      let first = canonical(row)
      let id = text(rows[first].id)
      if meanings.contains(where: { $0.row == first }) { continue }
      let own = found.count > 1 ? exactMatches(of: first) : []
      let isKnown = zip(meanings, matches).contains { other, known in
        own.contains(other.id) || known.contains(id)
      }
      if isKnown { continue }
      meanings.append(
        TermMeaning(row: first, id: id, label: label(ofRow: first), file: file(row)))
      matches.append(own)
    }
    return meanings
  }

  private func exactMatches(of row: Int) -> [String] {
    chain(row).flatMap { row in
      entries[rows[row].entries].filter { $0.field == .exactMatch }.map { text($0.span) }
    }
  }
}
