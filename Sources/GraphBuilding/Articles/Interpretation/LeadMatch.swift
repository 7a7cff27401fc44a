internal import GraphModel

/// Whether what an item is headed by and what its sentence names are the same thing.
enum LeadMatch {
  /// "Stress" and "chronic stress", "digestive issues" and "digestive symptoms", "dysbiosis" and
  /// "imbalances …, known as dysbiosis": the same. "Diet" and "Mediterranean diet": not the same.
  ///
  /// - Complexity: O(length of the names).
  static func isSame(_ lead: NamedThing, _ thing: NamedThing, _ lexicon: Lexicon) -> Bool {
    for name in lead.names {
      for other in thing.names where isSameName(name, lead, other, thing, lexicon) { return true }
    }
    return false
  }

  private static func isSameName(
    _ name: String, _ lead: NamedThing, _ other: String, _ thing: NamedThing, _ lexicon: Lexicon
  ) -> Bool {
    let words = NameKey(name).description.split(separator: " ")
    let others = NameKey(other).description.split(separator: " ")
    guard let last = words.last, let otherLast = others.last else { return false }
    if words == others { return true }
    // The wide nouns at the end differ, and nothing else: "mood disorders", "mood problems".
    if words.count == others.count, words.count > 1, words.dropLast() == others.dropLast() {
      return lexicon.has(last, in: .heads) && lexicon.has(otherLast, in: .heads)
    }
    // The sentence shortens what the lead says: "gut infections" … "infections".
    if others.count < words.count, !others.isEmpty, words.suffix(others.count) == others[...] {
      return !thing.isProper
    }
    if others.count < words.count, words.prefix(others.count) == others[...], others.count == 1,
      !lexicon.has(otherLast, in: .bodyParts)
    {
      return !lexicon.has(last, in: .heads)
    }
    // The sentence adds degree or duration: "stress" … "chronic stress".
    if others.count > words.count, others.suffix(words.count) == words[...], !thing.isProper {
      return others.dropLast(words.count).allSatisfy { lexicon.has($0, in: .modifiers) }
    }
    return false
  }
}

extension Lexicon {
  /// Whether a word, or its plural, is a phrase of a part of the lexicon.
  func has(_ word: Substring, in section: LexiconSection) -> Bool {
    for form in [String(word), word + "s", word.hasSuffix("y") ? word.dropLast() + "ies" : ""] {
      let bytes = Array(form.utf8)
      guard !bytes.isEmpty,
        let node = phrases.next(PhraseTrie.root, words.id(bytes, 0..<bytes.count))
      else { continue }
      var found = false
      phrases.forEachEntry(at: node) { if entries[Int($0)].section == section { found = true } }
      if found { return true }
    }
    return false
  }
}

extension NamedThing {
  /// Names many things at once: a collective noun or a plural.
  var isGroupLike: Bool {
    if isCollective { return true }
    guard let last = name.split(separator: " ").last?.lowercased(), last.utf8.count > 3 else {
      return false
    }
    return last.hasSuffix("s") && !last.hasSuffix("ss") && !last.hasSuffix("us")
      && !last.hasSuffix("is")
  }
}
