internal import GraphModel

/// Tells whether what an item is headed by and what its sentence names are the same thing.
struct LeadMatch {
  private let names: [[Substring]]
  private let lexicon: Lexicon

  init(_ lead: NamedThing, _ lexicon: Lexicon) {
    names = lead.names.map(Self.words)
    self.lexicon = lexicon
  }

  private static func words(_ name: String) -> [Substring] {
    NameKey(name).words
  }

  /// "Stress" and "chronic stress", "digestive issues" and "digestive symptoms", "dysbiosis" and
  /// "imbalances …, known as dysbiosis": the same. "Diet" and "Mediterranean diet": not the same.
  ///
  /// - Complexity: O(length of the names).
  func isSame(_ thing: NamedThing) -> Bool {
    for other in thing.names {
      let others = Self.words(other)
      for words in names where isSame(words, others, thing) { return true }
    }
    return false
  }

  /// A compound is a kind of its last noun: "tobacco smoke" of "smoke"; "avoiding smoke" and "lack
  /// of smoke" are none.
  func isKind(_ thing: NamedThing) -> Bool {
    let others = Self.words(thing.name)
    guard let first = others.first, !first.hasSuffix("ing"), !others.contains("of") else {
      return false
    }
    return names.contains { words in
      words.count == 1 && others.count > 1 && others.suffix(1) == words[...]
    }
  }

  /// Whether one of these speaks of something whose name holds the lead's and says more: "caffeine
  /// withdrawal" of "caffeine", "avoiding noise" of "noise".
  func isSpecified(by drafts: [Draft]) -> Bool {
    drafts.contains { draft in
      guard !draft.isMembership, let thing = draft.thing else { return false }
      return thing.names.contains { Self.words($0).holds(names) }
    }
  }

  /// Whether the words of a text's key name the lead, by itself or within a longer name.
  func isNamed(in words: [Substring]) -> Bool { words.holds(names) }

  private func isSame(_ words: [Substring], _ others: [Substring], _ thing: NamedThing) -> Bool {
    guard let last = words.last, let otherLast = others.last else { return false }
    if words == others { return true }
    // The wide nouns at the end differ, and nothing else: "mood disorders", "mood problems".
    if words.count == others.count, words.count > 1, words.dropLast() == others.dropLast() {
      return lexicon.has(last, in: .heads) && lexicon.has(otherLast, in: .heads)
    }
    // The sentence shortens what the lead says: "gut infections" … "infections".
    if others.count < words.count, words.suffix(others.count) == others[...] {
      return !thing.isProper
    }
    if others.count == 1, words.count > 1, words[0] == otherLast {
      return !lexicon.has(otherLast, in: .bodyParts) && !lexicon.has(last, in: .heads)
    }
    // The sentence adds a time or a place: "infections" … "infections in winter".
    if others.count > words.count + 1, others.prefix(words.count) == words[...] {
      return ["in", "at", "during", "on"].contains(others[words.count])
    }
    // The sentence adds degree or duration: "stress" … "chronic stress".
    if others.count > words.count, others.suffix(words.count) == words[...], !thing.isProper {
      return others.dropLast(words.count).allSatisfy { lexicon.has($0, in: .modifiers) }
    }
    return false
  }
}

extension [Substring] {
  /// Whether one of the names stands within these words.
  fileprivate func holds(_ names: [[Substring]]) -> Bool {
    names.contains { words in
      guard !words.isEmpty, words.count <= count else { return false }
      return (0...(count - words.count)).contains { self[$0..<($0 + words.count)] == words[...] }
    }
  }
}

extension Lexicon {
  /// Whether two words are a phrase of an entry.
  func has(_ first: WordTable.ID, _ second: WordTable.ID, inEntry entry: Int) -> Bool {
    guard first != WordTable.unknown, second != WordTable.unknown,
      let middle = phrases.next(PhraseTrie.root, first), let node = phrases.next(middle, second)
    else { return false }
    var found = false
    phrases.forEachEntry(at: node) { if Int($0) == entry { found = true } }
    return found
  }

  /// Whether a word, or its plural, is a phrase of a part of the lexicon.
  func has(_ word: Substring, in section: LexiconSection) -> Bool {
    var bytes = Array(word.utf8)
    guard !bytes.isEmpty else { return false }
    if has(bytes, in: section) { return true }
    bytes.append(0x73)
    if has(bytes, in: section) { return true }
    guard word.utf8.last == 0x79 else { return false }
    bytes.removeLast(2)
    return has(bytes + "ies".utf8, in: section)
  }

  private func has(_ word: [UInt8], in section: LexiconSection) -> Bool {
    let id = words.id(word, 0..<word.count)
    guard id != WordTable.unknown, let node = phrases.next(PhraseTrie.root, id) else {
      return false
    }
    var found = false
    phrases.forEachEntry(at: node) { if entries[Int($0)].section == section { found = true } }
    return found
  }
}

extension NamedThing {
  /// Names many things at once: a collective noun or a plural.
  var isGroupLike: Bool {
    if isCollective { return true }
    guard let last = name.spacedWords.last?.lowercased(), last.utf8.count > 3 else {
      return false
    }
    return last.hasSuffix("s") && !last.hasSuffix("ss") && !last.hasSuffix("us")
      && !last.hasSuffix("is")
  }
}
