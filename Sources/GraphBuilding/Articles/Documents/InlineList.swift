/// A list that was written, or run together, in one line: "Signs include - fever - a rash - pain".
struct InlineList {
  /// What stands before the first item.
  private(set) var introduction: Range<Int>
  private(set) var items: [Range<Int>] = []
  /// What goes on behind the last item: "… - pain Gout can come back."
  private(set) var rest: Range<Int>

  /// Words of an item whose end is in doubt.
  private static let longestItem = 40

  /// The list of a stretch of text, or nil where dashes or bullets stand there for something else.
  ///
  /// - Parameter followsIntroduction: whether the block before leaves something to be listed, or the
  ///   stretch is an item itself.
  /// - Complexity: O(length).
  init?(_ text: [UInt8], _ range: Range<Int>, followsIntroduction: Bool) {
    var marks: [Range<Int>] = []
    var place = range.lowerBound
    while place < range.upperBound {
      if let end = Self.markEnd(text, place, range) {
        marks.append(place..<end)
        place = end
      } else {
        place += 1
      }
    }
    // "But you may feel    - dizzy    - weak": gaps before the marks tell a list, and other dashes from
    // its marks.
    let gapped = marks.filter { mark in
      mark.lowerBound > range.lowerBound + 1 && text[mark.lowerBound - 2].isSpaceByte
    }
    if gapped.count > 1 {
      marks.removeAll { mark in
        mark.lowerBound > range.lowerBound && !gapped.contains(mark)
          && !Self.announces(text, Self.trimmed(text, range.lowerBound..<mark.lowerBound))
      }
    }
    guard let first = marks.first, marks.count > 1 else { return nil }
    introduction = Self.trimmed(text, range.lowerBound..<first.lowerBound)
    rest = range.upperBound..<range.upperBound
    let isGapped = gapped.count > 1
    let isIntroduced =
      introduction.isEmpty || Self.announces(text, introduction)
      || isGapped && !followsIntroduction
    guard isIntroduced || followsIntroduction else { return nil }
    if !isIntroduced, isGapped {
      items.append(introduction)
      introduction = range.lowerBound..<range.lowerBound
    } else if !isIntroduced {
      // "obstruction - nerve problems - medicines": the first item has lost its mark.
      guard Self.isName(text, introduction), marks.count > 1 else { return nil }
      // "foods - including nuts - and stings": dashes around an aside.
      let isAside = marks.contains { mark in
        let word = text[mark.upperBound..<range.upperBound].prefix { $0.isLetterByte }
        return Self.asides.contains(String(decoding: word, as: UTF8.self))
      }
      guard !isAside else { return nil }
      items.append(introduction)
      introduction = range.lowerBound..<range.lowerBound
    } else if introduction.isEmpty, !followsIntroduction {
      return nil
    }
    for (number, mark) in marks.enumerated() {
      let end = number + 1 < marks.count ? marks[number + 1].lowerBound : range.upperBound
      let item = Self.trimmed(text, mark.upperBound..<end)
      guard !item.isEmpty else { return nil }
      items.append(item)
    }
    splitLast(text)
  }

  // MARK: The last item

  /// Cuts what is no part of the last item: a further sentence, or one that begins without a full
  /// stop before it.
  private mutating func splitLast(_ text: [UInt8]) {
    guard let last = items.last else { return }
    let startsUpper = items.allSatisfy { text[$0.lowerBound].isUpperByte }
    let words = Self.words(text, last)
    for (number, word) in words.enumerated().dropFirst() {
      let before = words[number - 1]
      let isBehindStop = text[before.upperBound - 1] == 0x2e && text[word.lowerBound].isUpperByte
      // Where gaps part the items, one parts the last from what goes on.
      let isBehindGap = word.lowerBound - before.upperBound > 1 && text[word.lowerBound].isUpperByte
      let isRunOn =
        startsUpper && text[word.lowerBound].isUpperByte
        && text[before.upperBound - 1].isLowerByte
        && words[(number + 1)...].prefix(6).contains { Self.isVerb(text, $0) }
      guard isBehindStop || isBehindGap || isRunOn else { continue }
      items[items.count - 1] = last.lowerBound..<before.upperBound
      rest = word.lowerBound..<last.upperBound
      return
    }
  }

  private static let asides: Set<String> = [
    "and", "or", "but", "including", "such", "like", "which", "who", "especially", "for", "with",
    "most", "mainly", "usually", "often", "sometimes", "particularly", "namely", "also",
  ]

  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "can", "may", "will", "should", "must", "does", "do",
    "include", "includes", "need", "needs",
  ]

  private static func isVerb(_ text: [UInt8], _ word: Range<Int>) -> Bool {
    verbs.contains(String(decoding: text[word], as: UTF8.self))
  }

  // MARK: Marks

  /// A dash or a bullet with space on both sides; not "5 - 10".
  private static func markEnd(_ text: [UInt8], _ place: Int, _ range: Range<Int>) -> Int? {
    let isStart = place == range.lowerBound
    guard isStart || text[place - 1].isSpaceByte else { return nil }
    let isDash = text[place] == 0x2d || text[place] == 0x2a
    guard let width = isDash ? 1 : BulletSign.width(text, place, before: range.upperBound)
    else { return nil }
    var end = place + width
    guard end < range.upperBound, text[end].isSpaceByte else { return nil }
    while end < range.upperBound, text[end].isSpaceByte { end += 1 }
    guard end < range.upperBound else { return nil }
    var before = place - 1
    while before >= range.lowerBound, text[before].isSpaceByte { before -= 1 }
    let isSpan = before >= range.lowerBound && text[before].isDigitByte && text[end].isDigitByte
    return isSpan ? nil : end
  }

  // MARK: Introductions

  private static let openWords: Set<String> = [
    "include", "includes", "including", "are", "be", "following", "like", "as", "by", "from", "of",
    "with", "if", "who", "have", "you", "experience", "cause", "causes", "to", "is",
  ]

  /// Ends with a colon or with a word that leaves the sentence open.
  static func announces(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    if text[last] == 0x3a { return true }
    let word = range.reversed().prefix { !text[$0].isSpaceByte }.last.map { $0..<range.upperBound }
    guard let word else { return false }
    return openWords.contains(String(decoding: text[word].map(\.lowered), as: UTF8.self))
  }

  /// Up to eight words without a full stop.
  private static func isName(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    words(text, range).count <= 8 && !text[range].contains(0x2e)
  }

  private static func words(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    text[range].split(separator: 0x20).prefix(longestItem).map { $0.startIndex..<$0.endIndex }
  }

  private static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start].isSpaceByte { start += 1 }
    while end > start, text[end - 1].isSpaceByte { end -= 1 }
    return start..<end
  }
}

extension Document {
  /// Makes blocks of their own of the items of lists that stand in one line.
  ///
  /// - Complexity: O(length).
  mutating func splitInlineLists() {
    var split: [Block] = []
    split.reserveCapacity(blocks.count)
    for block in blocks {
      var depth = 1
      switch block.kind {
      case .paragraph: break
      case .item(let own, _): depth = own
      default:
        split.append(block)
        continue
      }
      let isItem = block.kind != .paragraph
      let isOpen =
        isItem
        || split.last.map { $0.kind == .paragraph && InlineList.announces(text, $0.text) }
          ?? false
      guard let list = InlineList(text, block.text, followsIntroduction: isOpen) else {
        split.append(block)
        continue
      }
      if !list.introduction.isEmpty {
        split.append(Block(kind: block.kind, text: list.introduction))
        if isItem { depth += 1 }
      }
      for item in list.items {
        split.append(Block(kind: .item(depth: depth, number: nil), text: item))
      }
      if !list.rest.isEmpty { split.append(Block(kind: .paragraph, text: list.rest)) }
    }
    replaceBlocks(split)
  }
}
