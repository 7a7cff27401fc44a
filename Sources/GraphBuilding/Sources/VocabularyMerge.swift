import GraphModel

/// Joins the vocabularies of several files into one, and finds what they contradict each other in.
///
/// - Complexity: O(names) expected.
struct VocabularyMerge {
  private(set) var vocabulary = Vocabulary()
  private(set) var diagnostics: [Diagnostic] = []
  /// The base that a file declares, and the file.
  private(set) var base: (text: String, file: String)?
  private var terms: [VocabularyReader.Term] = []

  /// Takes over one file's concepts.
  mutating func add(_ file: InputFile) {
    let reading = VocabularyReader.read(file, prefixes: vocabulary.prefixes)
    diagnostics += reading.diagnostics
    for entry in reading.prefixes { vocabulary.prefixes[entry.prefix] = entry.namespace }
    if let text = reading.base {
      if let base, base.text != text {
        diagnostics.append(
          Diagnostic(
            .warning, "the base '\(text)' is not that of \(base.file), which is used",
            at: SourceLocation(file: file.name), suggestion: "declare the base in one file only"))
      } else {
        base = (text, file.name)
        vocabulary.prefixes.base = text
      }
    }
    let first = vocabulary.concepts.count
    vocabulary.concepts += reading.concepts
    for var term in reading.terms {
      term.concept += first
      terms.append(term)
    }
  }

  /// Takes over the terms of an ontology in the OBO format.
  mutating func add(ontology file: InputFile) {
    diagnostics += OBOReader.read(file, into: &vocabulary)
  }

  /// Takes over the terms of an ontology in OBO Graphs JSON.
  mutating func add(ontologyGraph file: InputFile) {
    diagnostics += OBOGraphReader.read(file, into: &vocabulary)
  }

  /// Takes over the mappings of an SSSOM table.
  mutating func add(mappings file: InputFile) {
    diagnostics += SSSOMReader.read(file, into: &vocabulary)
  }

  /// Reports names and identifiers that two concepts share; call it after the last file.
  mutating func finish() {
    diagnostics += IdentifierCheck(vocabulary).diagnostics(of: terms)
    var names: [NameKey: VocabularyReader.Term] = [:]
    var ids: [String: VocabularyReader.Term] = [:]
    for term in terms where term.kind == .id {
      guard let first = ids[term.text] else {
        ids[term.text] = term
        continue
      }
      diagnostics.append(
        Diagnostic(
          .error,
          "'\(label(term))' has the identifier \(term.text) of '\(label(first))', "
            + "at \(first.location)",
          at: term.location, suggestion: "give one of them another, or make the two one concept"))
    }
    for term in terms where term.kind == .exactMatch {
      if let first = ids[term.text], first.concept != term.concept {
        diagnostics.append(
          Diagnostic(
            .warning,
            "'\(label(term))' is said to be exactly \(term.text), which is '\(label(first))' at "
              + "\(first.location)",
            at: term.location, suggestion: "move it to 'close matches', or remove it"))
      } else {
        ids[term.text] = ids[term.text] ?? term
      }
    }
    for term in terms where term.kind == .name {
      let key = NameKey(term.text)
      guard let first = names[key] else {
        names[key] = term
        continue
      }
      if first.concept == term.concept { continue }
      diagnostics.append(
        Diagnostic(
          .error,
          "'\(term.text)' names both '\(label(first))', at \(first.location), and "
            + "'\(label(term))', here",
          at: term.location,
          suggestion: "remove it from one of them, or make the two one concept"))
    }
  }

  private func label(_ term: VocabularyReader.Term) -> String {
    vocabulary.concepts[term.concept].label
  }
}
