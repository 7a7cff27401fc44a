import GraphModel

/// Finds what a mistyped word was probably meant to be.
enum NearestName {
  /// The candidate with the least edit distance, at most a third of the longer of the two; of
  /// equally near ones the first. Case is ignored.
  ///
  /// - Complexity: O(candidates · length²).
  static func of(_ word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().utf8)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let name = Array(candidate.lowercased().utf8)
      let bound = max(1, max(name.count, wanted.count) / 3)
      if abs(name.count - wanted.count) > bound { continue }
      let distance = EditDistance.between(wanted, name)
      if distance <= bound, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }
}
