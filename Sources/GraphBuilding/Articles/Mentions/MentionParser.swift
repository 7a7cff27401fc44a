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
    if depth < 3, let kin = kinship(range) { return [kin] }
    if depth < 3, let group = firstGroup(range) {
      var heads = parse(range.lowerBound..<group.tokens.lowerBound, depth: 3)
      if let end = membersEnd(group, range) {
        let own = parse(range.lowerBound..<end, depth: depth)
        return own + parse(behindJoint(end + 1, range), depth: depth)
      }
      let members =
        membersAreNamed(group)
        ? parse(group.tokens.upperBound..<range.upperBound, depth: depth + 1) : []
      // "stress, and even worse problems such as stroke": stroke is no kind of stress.
      let before = Coordination(sentence).parts(of: range.lowerBound..<group.tokens.lowerBound)
      if before.count > 1, let own = before.last, parse(own, depth: 3).isEmpty {
        return heads + members
      }
      guard var last = heads.popLast() else {
        // "Factors such as …" lists factors; what no name can be made of lists anything.
        return isUnnamed(range.lowerBound..<group.tokens.lowerBound) ? members : []
      }
      last.members +=
        group.section == .contents
        ? GroupMembers(last, sentence).held(members) : GroupMembers(last, sentence).named(members)
      last.membership = membership(group, of: last)
      // "some signs go with dizziness, such as deafness": one sign has no kinds.
      if last.category == .phenotypicFeature, !last.isGroupLike, group.section == .groups {
        let own = last.members
        last.members = []
        return heads + [last] + own
      }
      return heads + [last]
    }
    var things: [NamedThing] = []
    var last: Range<Int>?
    var isWithinClause = false
    let parts = Coordination(sentence).parts(of: range)
    for (number, whole) in parts.enumerated() {
      let part = withoutPreposition(whole, of: range)
      if let last,
        goesOn(part, after: last) || isOfRelativeClause(part, after: last)
          || isApposition(part, after: last, of: parts.count)
      {
        continue
      }
      last = part
      // ", due to a lack of iron" explains what stands before it; nothing is listed after it.
      if part.lowerBound > range.lowerBound, isReason(part.lowerBound) { break }
      // ", which users notice first" says something about what stands before it.
      if part.lowerBound > range.lowerBound, isClauseStart(part.lowerBound) {
        isWithinClause = true
        continue
      }
      // "…, which lives in water | and food": up to the next comma it is of the clause.
      if isWithinClause, !followsComma(part.lowerBound) { continue }
      isWithinClause = false
      if isOrphan(part, after: parts.prefix(number), things) { continue }
      if let thing = sharedAdjective(part, before: parts.dropFirst(number + 1)) {
        things.append(thing)
      } else if let alias = aliasStart(part) {
        if things.isEmpty {
          things += parse(alias..<part.upperBound, depth: 3)
          continue
        }
        addAliases(parse(alias..<part.upperBound, depth: 3), to: &things[things.count - 1], part)
      } else {
        things += name(part, depth)
      }
    }
    return shareHeads(things)
  }

  /// "using food, drinks or pills to cope": what stands behind a clause without a name of its own
  /// is the clause's.
  private func isOrphan(
    _ part: Range<Int>, after parts: ArraySlice<Range<Int>>, _ things: [NamedThing]
  ) -> Bool {
    guard let first = parts.first(where: { sentence.isWord($0.lowerBound, "using") }),
      part.count <= 4, !sentence.isGerund(part.lowerBound)
    else { return false }
    return !things.contains { $0.place.lowerBound >= sentence.tokens[first.lowerBound].start }
  }

  // MARK: Groups

  /// "drugs, such as those used for gout and asthma": says which are meant, and names none.
  private func membersAreNamed(_ group: TaggedSentence.Match) -> Bool {
    let start = group.tokens.upperBound
    return !["those", "ones"].contains { (word: StaticString) in
      sentence.isWord(start, word)
        || sentence.isWord(start, "the") && sentence.isWord(start + 1, word)
    }
  }

  /// Where the members of a group end and the list goes on that the group stands in: the dash of
  /// "foods – including nuts and milk – and stings", the comma behind "B" of "A, groups such as B,
  /// and C", or behind "nuts and milk" of "foods, including nuts and milk, stings and drugs".
  private func membersEnd(_ group: TaggedSentence.Match, _ range: Range<Int>) -> Int? {
    let behind = Range<Int>.from(group.tokens.upperBound + 1, to: range.upperBound)
    let before = group.tokens.lowerBound - 1
    if before > range.lowerBound, sentence.tokens[before].kind == .dash {
      return behind.first { sentence.tokens[$0].kind == .dash }
    }
    guard group.section == .groups, range.contains(where: { sentence.tokens[$0].kind == .comma }),
      !range.contains(where: { sentence.tokens[$0].kind == .open }),
      let comma = behind.first(where: { sentence.tokens[$0].kind == .comma }),
      Range<Int>.from(comma, to: range.upperBound).contains(where: isJoint)
    else { return nil }
    // "nuts and milk, | stings and drugs": the members are joined already.
    let own = Range<Int>.from(group.tokens.upperBound, to: comma)
    if own.contains(where: isJoint), !isJoint(comma + 1) { return comma }
    // "arthritis, eye conditions such as B, | obesity, and gout": the list that the group stands in
    // has its last name still to come.
    let outer = Coordination(sentence).parts(of: range.lowerBound..<group.tokens.lowerBound)
    let isOpen =
      outer.count > 1
      && !Range<Int>.from(range.lowerBound, to: group.tokens.lowerBound).contains(where: isJoint)
    guard isOpen, outer.dropLast().allSatisfy({ !parse($0, depth: 3).isEmpty }),
      sentence.tokens[outer[outer.count - 1].lowerBound - 1].kind == .comma,
      before < 0 || sentence.tokens[before].kind != .comma
    else { return nil }
    return comma
  }

  private func isJoint(_ index: Int) -> Bool {
    sentence.isWord(index, "and") || sentence.isWord(index, "or")
  }

  /// Behind a comma and a conjunction.
  private func behindJoint(_ start: Int, _ range: Range<Int>) -> Range<Int> {
    let first = Range<Int>.from(start, to: range.upperBound).first { index in
      sentence.tokens[index].isWordLike && !sentence.isWord(index, "and")
        && !sentence.isWord(index, "or")
    }
    return .from(first ?? range.upperBound, to: range.upperBound)
  }

  /// ", which includes", ", rich in": what follows may be a list of its own.
  private func isSetOff(_ index: Int) -> Bool {
    sentence.isWord(index, "which") || sentence.isWord(index, "that")
      || index > 0 && sentence.tokens[index - 1].kind == .comma
  }

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

  /// Words that say nothing by themselves, and no clause: "several other factors".
  private func isUnnamed(_ range: Range<Int>) -> Bool {
    guard let last = range.last(where: { sentence.tokens[$0].isWordLike }) else { return true }
    return sentence.isCovered(last, by: .generic, .nouns, .pronouns, .collectives, .heads)
  }

  private func introducer(at index: Int, before end: Int) -> TaggedSentence.Match? {
    let found =
      sentence.longest(.contents, at: index, before: end)
      ?? sentence.longest(.groups, at: index, before: end)
    // "signs include most notably …" names no group.
    let isEmphasis =
      index > 0 && sentence.longest(.leadIns, at: index - 1)?.tokens.contains(index) == true
    guard let found, found.tokens.upperBound < end, !isEmphasis else { return nil }
    // "foods rich in salt" are some foods, and salt is no kind of food; a comma would make it a remark
    // about all that stands before it.
    if found.section == .contents, !isSetOff(index) { return nil }
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

  // MARK: Names

  /// One conjunct: its name, what stands in brackets, the category that its head tells.
  private func name(_ range: Range<Int>, _ depth: Int) -> [NamedThing] {
    let brackets = Brackets(range, sentence)
    if depth < 3, let named = called(brackets.outside, depth) { return [named] }
    if let restricted = restrictedName(brackets.outside) { return restricted }
    let cleaned = cleaner.clean(brackets.outside)
    guard !cleaned.tokens.isEmpty else {
      return depth < 3 && brackets.outside.isEmpty
        ? brackets.inside.flatMap { parse($0, depth: depth + 1) } : []
    }
    let form = NameForm(sentence)
    var thing = NamedThing(
      name: form.text(of: cleaned.tokens), place: sentence.textRange(cleaned.tokens))
    thing.isOfPeople = cleaned.isOfPeople
    if Coordination(sentence).joinsParts(cleaned.tokens), let first = cleaned.tokens.first {
      let adjective = form.text(of: first..<first + 1)
      return [first + 1, first + 3].map { part in
        var own = thing
        own.name = "\(adjective) \(form.text(of: part..<part + 1))"
        own.category = .phenotypicFeature
        return own
      }
    }
    let head = NameHead(cleaned.tokens, sentence)
    thing.category = head.category
    thing.isCollective = head.isCollective
    thing.isProper = isProper(cleaned.tokens)
    thing.isPeople = sentence.isPeople(cleaned.tokens.lowerBound)
    thing.isPlace = sentence.isPlaceName(cleaned.tokens)
    for inside in brackets.inside { addBracket(inside, to: &thing, depth) }
    if depth == 0 { thing.reasons = reasons(behind: cleaned.tokens, in: brackets.outside) }
    return [thing]
  }

  /// "hormonal changes | due to pregnancy".
  private func reasons(behind name: Range<Int>, in range: Range<Int>) -> [NamedThing] {
    guard let match = sentence.longest(.adjuncts, at: name.upperBound, before: range.upperBound),
      match.tokens.upperBound < range.upperBound
    else { return [] }
    return parse(match.tokens.upperBound..<range.upperBound, depth: 3)
  }

  /// "bacteria called E. coli": what is called so is the name.
  private func called(_ range: Range<Int>, _ depth: Int) -> NamedThing? {
    for index in range.dropFirst() {
      guard let match = sentence.longest(.synonyms, at: index, before: range.upperBound),
        match.tokens.upperBound < range.upperBound,
        var thing = name(range.lowerBound..<index, 3).first,
        let own = name(match.tokens.upperBound..<range.upperBound, 3).first
      else { continue }
      // "an imbalance of chemicals called neurotransmitters": those are called so, not the imbalance.
      let isOfComplement =
        own.category == nil
        && (range.lowerBound..<index).contains { sentence.isAny($0, ["of", "for", "in"]) }
      if !isOfComplement { addAliases([own], to: &thing, match.tokens) }
      return thing
    }
    return nil
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
      thing.members += GroupMembers(thing, sentence).named(
        parse(group.tokens.upperBound..<range.upperBound, depth: depth + 1))
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
    } else if isTerm(range, for: thing) {
      thing.synonyms.append(NameForm(sentence).text(of: range))
      thing.category = thing.category ?? NameHead(range, sentence).category
    } else if depth < 3, let members = bracketedMembers(range, of: thing) {
      thing.members += GroupMembers(thing, sentence).named(members)
    }
  }

  /// "allergens (pollen, dust mites or pet hair)": several names in brackets behind a group.
  private func bracketedMembers(_ range: Range<Int>, of thing: NamedThing) -> [NamedThing]? {
    guard thing.isGroupLike, thing.members.isEmpty,
      range.contains(where: { sentence.tokens[$0].kind == .comma || sentence.isWord($0, "or") }),
      range.allSatisfy({ index in
        [.word, .comma, .number].contains(sentence.tokens[index].kind)
          && !sentence.isCovered(
            index, by: .relations, .clauseWords, .subordinators, .hedges, .limits, .denials,
            .pronouns, .adverbs, .attributions, .sites)
      })
    else { return nil }
    let members = parse(range, depth: 3)
    let isList =
      members.count > 1
      && members.allSatisfy { member in
        !member.isPlace && !member.isPeople && !thing.names.contains(member.name)
      }
    return isList ? members : nil
  }

  /// "blood in the urine (haematuria)": a word in brackets that by its ending names a sign or a
  /// disease names the same one.
  private func isTerm(_ range: Range<Int>, for thing: NamedThing) -> Bool {
    guard range.count == 1, let first = range.first, sentence.tokens[first].kind == .word,
      !sentence.isPhrase(range, .categories), !thing.isGroupLike,
      let category = NameHead(range, sentence).category
    else { return false }
    let signs: [Category] = [.disease, .phenotypicFeature]
    return signs.contains(category) && thing.category.map(signs.contains) != false
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

  /// "a parasite", "an inherited disorder": what kind of thing it is.
  private func isKind(_ thing: NamedThing) -> Bool {
    guard let tokens = sentence.tokens(in: thing.place), tokens.count <= 3,
      let head = NameHead(tokens, sentence).token
    else { return false }
    return sentence.isPhrase(head..<head + 1, .kinds)
  }

  /// A term that a description leads to becomes the name; otherwise a further name is a synonym.
  private func addAliases(_ names: [NamedThing], to thing: inout NamedThing, _ range: Range<Int>) {
    let isFurther = range.contains {
      sentence.isWord($0, "also") || sentence.isWord($0, "otherwise")
        || sentence.isWord($0, "sometimes") || sentence.isWord($0, "or")
    }
    for (number, alias) in names.enumerated() {
      if number == 0, !isFurther, isKind(thing) {
        thing.name = alias.name
        thing.place = alias.place
        thing.category = alias.category ?? thing.category
        thing.isCollective = alias.isCollective
      } else if number == 0, !isFurther, thing.name.utf8.count > alias.name.utf8.count {
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
