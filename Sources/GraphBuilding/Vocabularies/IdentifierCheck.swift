import GraphModel

/// Holds the identifiers of the graph's own vocabulary against the vocabularies that define them:
/// one that is obsolete, that was merged into another, or that names something else.
struct IdentifierCheck {
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// - Complexity: O(terms), where there are any.
  func diagnostics(of own: [VocabularyReader.Term]) -> [Diagnostic] {
    let terms = vocabulary.terms
    if terms.isEmpty { return [] }
    var former: [String: TermMeaning]?
    return own.filter { $0.kind == .id }.compactMap { term in
      let concept = vocabulary.concepts[term.concept]
      guard let row = terms.row(id: term.text), terms.isDefined(id: term.text) else {
        if former == nil { former = terms.formerIDs() }
        return former?[term.text].map { new in
          Diagnostic(
            .warning,
            "\(term.text) of '\(concept.label)' was merged into \(new.id) '\(new.label)' in "
              + new.file,
            at: term.location, suggestion: "write \(new.id)")
        }
      }
      let meaning = terms.meaning(row)
      if terms.isObsolete(row) {
        return Diagnostic(
          .warning, "\(term.text) of '\(concept.label)' is obsolete in \(meaning.file)",
          at: term.location, suggestion: terms.advice(insteadOf: row))
      }
      let other = terms.concept(row, prefixes: vocabulary.prefixes)
      let known = Set(other.names.map { SpellingKey($0) })
      if concept.names.contains(where: { known.contains(SpellingKey($0)) })
        || terms.hasName(row, concept.names)
      {
        return nil
      }
      return Diagnostic(
        .warning,
        "\(term.text) of '\(concept.label)' is '\(meaning.label)' in \(meaning.file), which has "
          + "none of its names",
        at: term.location,
        suggestion: "correct the identifier, or list '\(meaning.label)' as a synonym")
    }
  }
}
