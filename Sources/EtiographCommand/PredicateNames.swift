import GraphModel

/// Finds the predicate that an argument names, or says that there is none.
struct PredicateNames {
  private let used: [Predicate]

  init(_ graph: KnowledgeGraph) { used = graph.predicates.sorted() }

  /// The predicates of several arguments; nil for no argument, which means all of them.
  ///
  /// A predicate is one that the graph uses or one of Biolink's, by its CURIE, its name or its
  /// words: `biolink:contributes_to`, `contributes_to`, `contributes to`.
  ///
  /// - Throws: every argument that names none, with the nearest names.
  func predicates(named texts: [String]) throws(CommandFailure) -> Set<Predicate>? {
    var found = Set<Predicate>()
    var problems: [Diagnostic] = []
    for text in texts {
      do throws(CommandFailure) {
        found.insert(try predicate(named: text))
      } catch {
        problems += error.diagnostics
      }
    }
    if !problems.isEmpty { throw CommandFailure(DiagnosticError(problems)) }
    return texts.isEmpty ? nil : found
  }

  private func predicate(named text: String) throws(CommandFailure) -> Predicate {
    let candidates = used + Predicate.biolinkTerms.filter { !used.contains($0) }
    let wanted = Predicate(text)
    if candidates.contains(wanted) { return wanted }
    let words = Self.words(text)
    let named = candidates.filter { predicate in
      [predicate.curie, String(predicate.localName), predicate.verb().present]
        .contains { Self.words($0) == words }
    }
    if let first = named.first, named.count == 1 { return first }
    if named.count > 1 {
      throw CommandFailure(
        "'\(text.shortened)' names \(named.count) predicates: "
          + named.map(\.curie).joined(separator: ", "),
        suggestion: "name one with its prefix")
    }
    let near = NearestNames.of(text, in: candidates.map { String($0.localName) })
    throw CommandFailure(
      "there is no predicate '\(text.shortened)'",
      suggestion: near.map { "did you mean \($0)?" } ?? advice)
  }

  private var advice: String {
    let names = used.map { String($0.localName) }
    if names.isEmpty { return "the graph has no statements" }
    let more = names.count > 8 ? " and others; 'etiograph stats' counts them" : ""
    return "the graph has \(names.prefix(8).joined(separator: ", "))\(more)"
  }

  /// The words of a name, whatever joins them.
  private static func words(_ text: String) -> String {
    text.lowercased().map { $0 == "_" || $0 == "-" ? " " : String($0) }.joined()
  }
}

/// Finds what a mistyped word was probably meant to be.
enum NearestNames {
  /// `'one' or 'other'`; nil where none is near.
  static func of(_ text: String, in candidates: [String]) -> String? {
    let near = list(text, in: candidates)
    return near.isEmpty ? nil : near.map { "'\($0)'" }.joined(separator: " or ")
  }

  /// The nearest names within a third of their length in edit distance, at most three, nearest
  /// first. Case is ignored.
  ///
  /// - Complexity: O(candidates · length²); a text of more than 200 bytes has none.
  static func list(_ text: String, in candidates: [String]) -> [String] {
    let wanted = Array(text.lowercased().utf8)
    guard (1...200).contains(wanted.count) else { return [] }
    var near: [(distance: Int, order: Int, name: String)] = []
    for (order, candidate) in candidates.enumerated() {
      let name = Array(candidate.lowercased().utf8)
      let bound = max(1, max(name.count, wanted.count) / 3)
      if abs(name.count - wanted.count) > bound { continue }
      let distance = EditDistance.between(wanted, name)
      if distance <= bound, !near.contains(where: { $0.name == candidate }) {
        near.append((distance, order, candidate))
      }
    }
    return near.sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }.prefix(3).map(\.name)
  }
}
