internal import GraphModel

/// Reads in whom, after what and during what the condition is seen most: "X is more common in older
/// people, particularly as they age", "X occurs mostly after surgery", "it can occur in people with
/// gout".
struct FrequencyStatement {
  let sentence: TaggedSentence
  let reader: EndsReader

  /// - Complexity: O(tokens).
  func read() -> RiskStatement.Reading? {
    for verb in 0..<sentence.count {
      guard let place = place(behind: verb) else { continue }
      guard
        verb == 0
          ? reader.context.followsFocus && reader.context.leads.isEmpty
          : reader.meansCondition(subject(before: verb))
      else { return nil }
      var reading = RiskStatement.Reading(clause: 0..<verb)
      for segment in segments(from: place) { read(segment, &reading) }
      if let age = age(behind: place) { reading.people.append(age) }
      return reading.people.isEmpty && reading.circumstances.isEmpty ? nil : reading
    }
    return nil
  }

  // MARK: Verbs

  private static let prepositions: [StaticString] = [
    "in", "among", "after", "during", "following",
  ]

  /// Where those are named: behind "is more common in", "occurs most often after", "mostly affects".
  private func place(behind verb: Int) -> Int? {
    if sentence.isWord(verb, "affects") || sentence.isWord(verb, "strikes") {
      let adverbs: [StaticString] = [
        "mainly", "mostly", "chiefly", "often", "usually", "primarily",
      ]
      if adverbs.contains(where: { sentence.isWord(verb - 1, $0) }) { return verb + 1 }
      // "affects mostly older women".
      return adverbs.contains { sentence.isWord(verb + 1, $0) } ? verb + 2 : nil
    }
    let isBeing =
      verb > 0 && (sentence.isWord(verb, "is") || sentence.isWord(verb, "are"))
      || verb == 0 && (sentence.isWord(verb, "it's") || sentence.isWord(verb, "it’s"))
    guard isBeing || isOccurring(verb) else { return nil }
    let degrees: [StaticString] = [
      "more", "most", "especially", "particularly", "commonest", "mostly", "mainly", "chiefly",
    ]
    let marks: [StaticString] = [
      "common", "frequent", "prevalent", "likely", "commonest", "often", "commonly", "usually",
      "frequently", "typically", "seen", "found", "especially", "particularly", "mostly", "mainly",
      "can", "may", "chiefly",
    ]
    // "can occur in": what stands before the verb tells, too.
    let start = isBeing ? verb + 1 : max(0, verb - 3)
    for index in verb + 1..<verb + 6
    where Self.prepositions.contains(where: { sentence.isWord(index, $0) }) {
      let between = Range<Int>.from(start, to: index)
      func has(_ words: [StaticString]) -> Bool {
        between.contains { place in words.contains { sentence.isWord(place, $0) } }
      }
      let isInside = Range<Int>.from(verb + 1, to: index).allSatisfy {
        sentence.isCovered($0, by: .adverbs, .hedges, .auxiliaries)
          || sentence.tokens[$0].isWordLike && (has(degrees) || has(marks))
      }
      let isAmong = sentence.isWord(index, "in") || sentence.isWord(index, "among")
      guard isInside, !sentence.isDenied(in: start..<index), has(marks) || !isBeing && isAmong,
        has(degrees) || reader.context.role == .causes
      else { return nil }
      return index
    }
    return nil
  }

  private func isOccurring(_ verb: Int) -> Bool {
    verb > 0
      && [
        "occurs", "occur", "happens", "happen", "develops", "develop", "appears", "appear",
        "arises", "arise", "strikes", "starts",
      ].contains { (word: StaticString) in sentence.isWord(verb, word) }
      // "may come on after an injury".
      || verb > 1 && sentence.isWord(verb, "on")
        && ["come", "comes"].contains { (word: StaticString) in sentence.isWord(verb - 1, word) }
  }

  /// Without what belongs to the verb: "X may come | on".
  private func subject(before verb: Int) -> Range<Int> {
    var end = verb
    while end > 1,
      sentence.isCovered(end - 1, by: .auxiliaries, .adverbs, .hedges)
        || sentence.isWord(end - 1, "come") || sentence.isWord(end - 1, "comes")
    {
      end -= 1
    }
    return 0..<end
  }

  // MARK: Segments

  private struct Segment {
    /// The preposition, or the first word where there is none.
    var start: Int
    var words: Range<Int>
  }

  /// "in women, after a head injury, and due to an infection": each by its preposition.
  private func segments(from start: Int) -> [Segment] {
    guard start < sentence.count else { return [] }
    var segments: [Segment] = []
    var current = start
    var index = start + 1
    func close(_ end: Int) {
      var last = end
      // "during pregnancy and | for six weeks".
      if let span = Range<Int>.from(current, to: end).first(where: {
        sentence.isWord($0, "for")
          && (sentence.isWord($0 - 1, "and") || sentence.isWord($0 - 1, "or"))
      }) {
        last = span
      }
      while last > current + 1,
        !sentence.tokens[last - 1].isWordLike || sentence.isWord(last - 1, "and")
          || sentence.isWord(last - 1, "or") || sentence.isCovered(last - 1, by: .adverbs)
          || sentence.isWord(last - 1, "especially") || sentence.isWord(last - 1, "particularly")
      {
        last -= 1
      }
      let isNamed = Self.prepositions.contains { sentence.isWord(current, $0) }
      segments.append(
        Segment(
          start: current,
          words: .from(
            reasonEnd(current) ?? (isNamed ? current + 1 : current),
            to: last)))
    }
    while index < sentence.count, !endsClause(index) {
      let isPart =
        Self.prepositions.contains { sentence.isWord(index, $0) } || reasonEnd(index) != nil
      let before = index - 1
      let isNew =
        sentence.tokens[before].kind == .comma || sentence.isWord(before, "and")
        || sentence.isWord(before, "or") || sentence.isWord(before, "especially")
        || sentence.isWord(before, "particularly") || isOfSpan(index, from: current)
      if isPart, isNew {
        close(index)
        current = index
      }
      index += 1
    }
    close(min(index, sentence.count))
    return segments
  }

  /// "and for six weeks | after birth".
  private func isOfSpan(_ index: Int, from start: Int) -> Bool {
    Range<Int>.from(max(start, index - 4), to: index).contains { sentence.isWord($0, "for") }
  }

  /// Behind "due to", "because of".
  private func reasonEnd(_ index: Int) -> Int? {
    sentence.longest(.adjuncts, at: index)?.tokens.upperBound
  }

  private func endsClause(_ index: Int) -> Bool {
    let kind = sentence.tokens[index].kind
    return kind == .semicolon || kind == .dash || kind == .stop || kind == .colon || kind == .open
      || [
        "if", "when", "because", "but", "than", "although", "though", "while", "where", "as",
        "since",
      ].contains { (word: StaticString) in sentence.isWord(index, word) }
        && reasonEnd(index) == nil
  }

  private func read(_ segment: Segment, _ reading: inout RiskStatement.Reading) {
    let words = segment.words
    guard !words.isEmpty else { return }
    if reasonEnd(segment.start) != nil {
      reading.circumstances += MentionParser(sentence).parse(words)
      return
    }
    let isAmong =
      !["after", "during", "following"].contains { (word: StaticString) in
        sentence.isWord(segment.start, word)
      }
    guard isAmong else {
      guard !isSpan(words) else { return }
      reading.people += MentionParser(sentence).parse(words).map { thing in
        var thing = thing
        thing.isPopulation = true
        return thing
      }
      return
    }
    // "in children, often developing before …".
    let comma = words.first { sentence.tokens[$0].kind == .comma }
    if let features = features(ofPlaces: words) {
      reading.people += MentionParser(sentence).parse(features).map { thing in
        var thing = thing
        thing.isPopulation = true
        return thing
      }
      return
    }
    let whole = People.named(in: sentence, words)
    let groups =
      whole.isEmpty
      ? People.named(in: sentence, .from(words.lowerBound, to: comma ?? words.upperBound)) : whole
    if !groups.isEmpty {
      reading.people += groups
    } else if let who = words.first(where: { sentence.isWord($0, "who") }),
      Range<Int>.from(words.lowerBound, to: who).allSatisfy({
        sentence.isCovered($0, by: .subjects, .populations, .leadIns, .people)
          || sentence.isWord($0, "and") || sentence.isWord($0, "or")
      })
    {
      reading.circumstances += Circumstances(sentence: sentence, focus: reader.focus)
        .named(in: .from(who + 1, to: words.upperBound))
    } else if sentence.longest(.people, at: words.lowerBound) != nil {
      reading.people += MentionParser(sentence).parse(words).filter {
        $0.isOfPeople || $0.place.lowerBound > sentence.tokens[words.lowerBound].start
      }
    }
  }

  /// "places | with | poor sanitation and crowding": what such places have.
  private func features(ofPlaces words: Range<Int>) -> Range<Int>? {
    let places: [StaticString] = [
      "places", "areas", "regions", "countries", "communities", "cities", "settings", "climates",
      "households", "homes",
    ]
    guard
      let place = words.first(where: { index in places.contains { sentence.isWord(index, $0) } }),
      place - words.lowerBound <= 2,
      sentence.isWord(place + 1, "with")
        || sentence.isWord(place + 1, "that") && sentence.isWord(place + 2, "have")
    else { return nil }
    let start = sentence.isWord(place + 1, "with") ? place + 2 : place + 3
    return start < words.upperBound ? start..<words.upperBound : nil
  }

  /// "after a few days", "during the night".
  private func isSpan(_ words: Range<Int>) -> Bool {
    words.contains { index in
      sentence.tokens[index].kind == .number
        || [
          "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
          "minute", "minutes", "time", "night", "century", "decade", "decades", "season", "while",
          "period", "end", "beginning", "course", "this", "that", "these", "it",
        ].contains { (word: StaticString) in sentence.isWord(index, word) }
    }
  }

  /// "as they age", "with age", "as people get older".
  private func age(behind start: Int) -> NamedThing? {
    for index in Range<Int>.from(start, to: sentence.count) {
      let isWith = sentence.isWord(index, "with") && sentence.isWord(index + 1, "age")
      let isAs =
        sentence.isWord(index, "as")
        && (sentence.isWord(index + 2, "age")
          || sentence.isWord(index + 3, "older")
            && (sentence.isWord(index + 2, "get") || sentence.isWord(index + 2, "grow")))
      guard isWith || isAs else { continue }
      let end = min(
        sentence.count, index + (isWith ? 2 : sentence.isWord(index + 2, "age") ? 3 : 4))
      var thing = NamedThing(name: "age", place: sentence.textRange(index..<end))
      thing.synonyms = isWith ? [] : ["ageing"]
      thing.isPopulation = true
      return thing
    }
    return nil
  }
}

extension EndsReader {
  /// Whether a stretch names the condition, or is a pronoun that goes on speaking of it.
  func meansCondition(_ range: Range<Int>) -> Bool {
    if ends(range, onlyLast: false, isSubject: true).isFocus { return true }
    return context.leads.isEmpty && context.followsFocus && isPronoun(range)
      && ["it", "they", "this"].contains { (word: StaticString) in
        range.contains { sentence.isWord($0, word) }
      }
  }
}
