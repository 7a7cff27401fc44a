internal import GraphModel

/// Reads a stretch of a sentence as a list of names: coordination, groups with their members,
/// other names, abbreviations in brackets.
struct MentionParser {
  let sentence: TaggedSentence
  private var cleaner: NameCleaner { NameCleaner(sentence: sentence) }

  init(_ sentence: TaggedSentence) { self.sentence = sentence }

  /// The names in reading order. Names that say nothing are left out.
  ///
  /// - Complexity: O(tokens) for each level of grouping, of which there are at most three.
  func parse(_ range: Range<Int>, depth: Int = 0) -> [NamedThing] {
    if range.isEmpty { return [] }
    if depth < 3, let group = firstGroup(range) {
      var heads = parse(range.lowerBound..<group.tokens.lowerBound, depth: 3)
      let members = parse(group.tokens.upperBound..<range.upperBound, depth: depth + 1)
      guard var last = heads.popLast() else { return members }
      last.members += members
      last.membership = membership(group, of: last)
      return heads + [last]
    }
    var things: [NamedThing] = []
    var last: Range<Int>?
    let parts = conjuncts(range)
    for whole in parts {
      let part = withoutPreposition(whole, of: range)
      if let last, goesOn(part, after: last) || isApposition(part, after: last, of: parts.count) {
        continue
      }
      last = part
      // ", due to a lack of iron" explains what stands before it; nothing is listed after it.
      if part.lowerBound > range.lowerBound, isReason(part.lowerBound) { break }
      // ", which users notice first" says something about what stands before it.
      if part.lowerBound > range.lowerBound, isClauseStart(part.lowerBound) { continue }
      if let alias = aliasStart(part) {
        if things.isEmpty { continue }
        addAliases(parse(alias..<part.upperBound, depth: 3), to: &things[things.count - 1], part)
      } else {
        things += name(part, depth)
      }
    }
    return shareHeads(things)
  }

  // MARK: Groups

  /// The first phrase at the outer level that leads from a group to its members.
  private func firstGroup(_ range: Range<Int>) -> TaggedSentence.Match? {
    var depth = 0
    for index in range {
      switch sentence.tokens[index].kind {
      case .open: depth += 1
      case .close: depth = max(0, depth - 1)
      case .word where depth == 0 && index > range.lowerBound:
        if let found = introducer(at: index, before: range.upperBound) { return found }
      default: break
      }
    }
    return nil
  }

  private func introducer(at index: Int, before end: Int) -> TaggedSentence.Match? {
    let found =
      sentence.longest(.contents, at: index, before: end)
      ?? sentence.longest(.groups, at: index, before: end)
    guard let found, found.tokens.upperBound < end else { return nil }
    return found
  }

  /// "a diet that includes sweets": a part of it; "nuts such as almonds": a kind of it.
  private func membership(_ match: TaggedSentence.Match, of group: NamedThing) -> Predicate {
    guard match.section == .contents || sentence.isWord(match.tokens.lowerBound, "including") else {
      return .subclassOf
    }
    let tokens = sentence.tokens.indices.filter {
      sentence.tokens[$0].start >= group.place.lowerBound
        && sentence.tokens[$0].end <= group.place.upperBound
    }
    guard let last = tokens.last else { return .subclassOf }
    return sentence.isPhrase(last..<last + 1, .wholes) ? .partOf : .subclassOf
  }

  // MARK: Coordination

  /// The parts between commas, semicolons, "and", "or", "as well as" and the like.
  private func conjuncts(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    var depth = 0
    func close(_ end: Int) { if start < end { parts.append(start..<end) } }
    while index < range.upperBound {
      let token = sentence.tokens[index]
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth = max(0, depth - 1) }
      let width = depth == 0 ? separatorWidth(index, start, range) : 0
      if depth == 0, let end = exclusionEnd(index, range) {
        close(index)
        index = end
        start = index
      } else if width > 0 {
        close(index)
        index += width
        start = index
      } else {
        index += 1
      }
    }
    close(range.upperBound)
    return parts
  }

  /// "stress rather than diet": where what is not meant ends, at a comma or "but".
  private func exclusionEnd(_ index: Int, _ range: Range<Int>) -> Int? {
    guard let match = sentence.longest(.exclusions, at: index, before: range.upperBound) else {
      return nil
    }
    // "not" behind a name belongs to it ("pain not eased by rest"); "not only" leaves nothing out.
    if match.tokens.count == 1, sentence.isWord(index, "not") || sentence.isWord(index, "unlike") {
      guard index == range.lowerBound || sentence.tokens[index - 1].kind == .comma else {
        return nil
      }
    }
    if sentence.isWord(match.tokens.upperBound, "only")
      || sentence.isWord(match.tokens.upperBound, "just")
    {
      return nil
    }
    return Range<Int>.from(match.tokens.upperBound, to: range.upperBound).first {
      sentence.tokens[$0].kind == .comma || sentence.isWord($0, "but")
    } ?? range.upperBound
  }

  /// How many tokens separate two names here; 0: none.
  private func separatorWidth(_ index: Int, _ start: Int, _ range: Range<Int>) -> Int {
    let token = sentence.tokens[index]
    switch token.kind {
    case .comma: return isAdjective(start..<index) && index + 1 < range.upperBound ? 0 : 1
    case .semicolon: return 1
    case .ampersand: return 1
    case .slash:
      // "jaw/tongue" is one name, "jaw / tongue" are two.
      let isTight =
        index > 0 && sentence.tokens[index - 1].end == token.start
        && index + 1 < range.upperBound && sentence.tokens[index + 1].start == token.end
      return isTight && !sentence.isWord(index - 1, "and") ? 0 : 1
    case .word:
      if sentence.isWord(index, "as"), sentence.isWord(index + 1, "well"),
        sentence.isWord(index + 2, "as")
      {
        return 3
      }
      if sentence.isWord(index, "but"), sentence.isWord(index + 1, "also"), index > start {
        return 2
      }
      if sentence.isWord(index, "followed"), sentence.isWord(index + 1, "by"),
        index > range.lowerBound, sentence.tokens[index - 1].kind == .comma
      {
        return 2
      }
      if sentence.isWord(index, "along"), sentence.isWord(index + 1, "with") { return 2 }
      if sentence.isWord(index, "plus") || sentence.isWord(index, "nor") { return 1 }
      let isAnd = sentence.isWord(index, "and")
      guard isAnd || sentence.isWord(index, "or") else { return 0 }
      return isAdjective(start..<index) || joinsModifiers(index, range) ? 0 : 1
    default: return 0
    }
  }

  /// "a dull", "red": nothing but adjectives, which the name behind the comma or "and" goes with.
  private func isAdjective(_ range: Range<Int>) -> Bool {
    let words = range.drop { sentence.isPhrase($0..<$0 + 1, .leadIns) }
    return !words.isEmpty
      && words.allSatisfy {
        sentence.isPhrase($0..<$0 + 1, .adjectives) || sentence.tokens[$0].kind == .comma
      }
  }

  /// "bright or flashing lights", "between A and B": the conjunction stands within one name.
  private func joinsModifiers(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
    let before = index - 1..<index
    let isAdjective =
      sentence.isPhrase(before, .modifiers)
      || (sentence.hasSuffix(index - 1, "ing") && sentence.hasSuffix(index + 1, "ing")
        && index + 2 < range.upperBound && sentence.tokens[index + 2].kind == .word
        && !sentence.isWord(index + 2, "and") && !sentence.isWord(index + 2, "or")
        && !sentence.isCovered(index - 1, by: .categories))
    let isAlone =
      index - 1 == range.lowerBound || !sentence.tokens[index - 2].isWordLike
      || sentence.isPhrase(index - 2..<index - 1, .leadIns)
      || sentence.isPhrase(index - 2..<index - 1, .modifiers)
    if isAdjective, isAlone { return true }
    if isSharedAdjective(index, range) || isSharedEvent(index, range)
      || isSharedPlace(index, range)
    {
      return true
    }
    return isWithinBetween(index, range)
  }

  /// "damage to teeth and bones", "pain in the neck and shoulders": parts of the body name nothing
  /// by themselves.
  private func isSharedPlace(_ index: Int, _ range: Range<Int>) -> Bool {
    var end = index + 2
    if end < range.upperBound, sentence.longest(.tails, at: end) != nil { end = range.upperBound }
    guard end >= range.upperBound || !sentence.tokens[end].isWordLike else { return false }
    guard isBodyPart(index + 1) else { return false }
    return (range.lowerBound..<index).dropFirst().contains {
      sentence.isWord($0, "to") || sentence.isWord($0, "of") || sentence.isWord($0, "in")
    }
  }

  private func isBodyPart(_ index: Int) -> Bool {
    guard index < sentence.count else { return false }
    let word = sentence.string(index..<index + 1).lowercased()
    return sentence.lexicon.has(Substring(word), in: .bodyParts)
      || word.hasSuffix("s") && sentence.lexicon.has(word.dropLast(), in: .bodyParts)
  }

  /// "dilation and constriction of vessels": two events of one thing, told by their like endings.
  private func isSharedEvent(_ index: Int, _ range: Range<Int>) -> Bool {
    guard sentence.isWord(index + 2, "of"), index + 3 < range.upperBound,
      index - 1 == range.lowerBound || sentence.isPhrase(index - 2..<index - 1, .leadIns)
    else { return false }
    let endings: [StaticString] = ["tion", "sion", "ment", "ing", "ance", "ence"]
    return endings.contains {
      sentence.hasSuffix(index - 1, $0) && sentence.hasSuffix(index + 1, $0)
    }
  }

  /// "stiff neck and shoulders": a lone part of the body behind an adjective and another.
  private func isSharedAdjective(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index - 2 >= range.lowerBound,
      sentence.isPhrase(index - 2..<index - 1, .adjectives),
      index + 2 >= range.upperBound || !sentence.tokens[index + 2].isWordLike
    else { return false }
    return isBodyPart(index - 1) && isBodyPart(index + 1)
  }

  private func isWithinBetween(_ index: Int, _ range: Range<Int>) -> Bool {
    var back = index - 1
    while back >= range.lowerBound, index - back < 6, sentence.tokens[back].kind == .word {
      if sentence.isWord(back, "between") { return true }
      back -= 1
    }
    return false
  }

  /// "heart and kidney diseases" → heart diseases, kidney diseases; "lack of food or sleep" → lack
  /// of food, lack of sleep.
  private func shareHeads(_ things: [NamedThing]) -> [NamedThing] {
    guard things.count > 1 else { return things }
    var result = things
    for index in 0..<(things.count - 1) {
      guard let head = SharedHead(result[index], things.dropFirst(index + 1), sentence) else {
        continue
      }
      result[index].name += " \(head.noun)"
      result[index].category = result[index].category ?? things[index + 1].category
    }
    for index in 1..<things.count {
      if let stem = SharedHead.stem(of: result[index - 1], for: result[index], sentence) {
        result[index].name = "\(stem) \(result[index].name)"
        // "sensitivity to both light and sound" is sensitivity to light, and to sound.
        if result[index - 1].name.hasPrefix("\(stem) both ") {
          let rest = result[index - 1].name.dropFirst(stem.count + " both ".count)
          result[index - 1].name = "\(stem) \(rest)"
        }
      }
    }
    return result
  }

  // MARK: Names

  /// One conjunct: its name, what stands in brackets, the category that its head tells.
  private func name(_ range: Range<Int>, _ depth: Int) -> [NamedThing] {
    let brackets = Brackets(range, sentence)
    let cleaned = cleaner.clean(brackets.outside)
    guard !cleaned.tokens.isEmpty else {
      return depth < 3 && brackets.outside.isEmpty
        ? brackets.inside.flatMap { parse($0, depth: depth + 1) } : []
    }
    var thing = NamedThing(
      name: NameForm(sentence).text(of: cleaned.tokens),
      place: sentence.textRange(cleaned.tokens))
    thing.isOfPeople = cleaned.isOfPeople
    let head = NameHead(cleaned.tokens, sentence)
    thing.category = head.category
    thing.isCollective = head.isCollective
    thing.isProper = isProper(cleaned.tokens)
    for inside in brackets.inside { addBracket(inside, to: &thing, depth) }
    return [thing]
  }

  /// Two capitalised words or more within running text, such as "Mediterranean Diet".
  private func isProper(_ range: Range<Int>) -> Bool {
    range.count > 1 && range.lowerBound > 0
      && range.allSatisfy { sentence.tokens[$0].isCapitalized || sentence.tokens[$0].kind != .word }
  }

  /// "(NSAIDs)", "(also known as hives)", "(such as almonds)", "(Latin name)".
  private func addBracket(_ range: Range<Int>, to thing: inout NamedThing, _ depth: Int) {
    guard let first = range.first else { return }
    if let group = introducer(at: first, before: range.upperBound) {
      guard depth < 3 else { return }
      thing.members += parse(group.tokens.upperBound..<range.upperBound, depth: depth + 1)
      return
    }
    if let alias = aliasStart(range) {
      addAliases(parse(alias..<range.upperBound, depth: 3), to: &thing, range)
    } else if range.count == 1, isAbbreviation(first) {
      thing.abbreviations.append(sentence.string(range))
    } else if Initials.match(sentence, range, thing.name) {
      // The brackets hold the long form of an abbreviation: "NSAIDs (non-steroidal …)".
      let long = NameForm(sentence).text(of: range)
      thing.abbreviations.append(thing.name)
      thing.name = long
      thing.category = NameHead(range, sentence).category ?? thing.category
    }
  }

  private func isAbbreviation(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    let length = token.end - token.start
    return token.kind == .word && length > 1 && length <= 12
      && (token.hasInnerCapitals || token.isCapitalized && length <= 3)
  }

  // MARK: Other names

  /// Where the other name begins when the range begins with "known as", "or “", "also called".
  private func aliasStart(_ range: Range<Int>) -> Int? {
    guard let first = range.first else { return nil }
    var index = first
    while index < range.upperBound, sentence.isCovered(index, by: .adverbs),
      sentence.longest(.synonyms, at: index) == nil
    {
      index += 1
    }
    if let match = sentence.longest(.synonyms, at: index, before: range.upperBound) {
      return match.tokens.upperBound
    }
    return nil
  }

  /// A term that a description leads to becomes the name; otherwise a further name is a synonym.
  private func addAliases(_ names: [NamedThing], to thing: inout NamedThing, _ range: Range<Int>) {
    let isFurther = range.contains {
      sentence.isWord($0, "also") || sentence.isWord($0, "otherwise")
        || sentence.isWord($0, "sometimes") || sentence.isWord($0, "or")
    }
    for (number, alias) in names.enumerated() {
      if number == 0, !isFurther, thing.name.utf8.count > alias.name.utf8.count {
        thing.synonyms.append(thing.name)
        thing.name = alias.name
        thing.place = alias.place
        thing.category = alias.category ?? thing.category
      } else {
        thing.synonyms.append(alias.name)
      }
      thing.abbreviations += alias.abbreviations
    }
  }
}
