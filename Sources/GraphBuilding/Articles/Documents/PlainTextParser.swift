/// Reads plain text by the marks that its writers use: blank lines, bullets, numbers, underlines,
/// short lines without a full stop.
struct PlainTextParser {
  private var document: Document
  private var lines: [PlainLine] = []
  /// Whether some headings are set off by more than standing alone: the others are below them.
  private var hasMarkedHeadings = false
  /// Whether every line is a paragraph, a heading or an item of its own: some are longer than
  /// anyone wraps them.
  private var isUnwrapped = false

  /// Bytes of a line that nobody wrapped.
  private static let unwrapped = 240

  /// Reads the plain text of a file from a byte on.
  ///
  /// - Complexity: O(length).
  static func parse(_ source: SourceText, from start: Int) -> Document {
    var parser = PlainTextParser(source)
    let first = source.line(of: start) - 1
    for number in source.lineStarts.indices.dropFirst(first) {
      parser.lines.append(PlainLine(source, source.lineRange(number)))
    }
    parser.hasMarkedHeadings = parser.lines.indices.dropFirst().contains { number in
      let before = parser.lines[number - 1]
      return parser.lines[number].isUnderline && before.isShortTitle
        || before.isShortTitle && before.isCapital
    }
    parser.isUnwrapped = parser.lines.contains { $0.content.count > unwrapped }
    parser.readBlocks()
    return parser.document
  }

  private init(_ source: SourceText) { document = Document(source: source) }

  /// Lines between two blank lines belong together; within them a bullet begins an item. A line
  /// of heading marks begins on its own, and a rule ends what is above it: a sentence never goes
  /// on across either.
  private mutating func readBlocks() {
    var start = 0
    while start < lines.count {
      if lines[start].isBlank {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, !lines[end].isBlank, lines[end].headingMarks == 0,
        !lines[end - 1].isUnderline
      {
        end += 1
      }
      if let behind = readLooseItems(from: start) {
        start = behind
        continue
      }
      readGroup(start..<end)
      start = lines[end - 1].endsWithColon ? readLoneItems(from: end) : end
    }
  }

  /// Four or more short lines, each alone between blank lines: a heading and a list whose bullets
  /// were lost; the last one above a paragraph is its heading. Gives the line behind them.
  private mutating func readLooseItems(from first: Int) -> Int? {
    var items: [Int] = []
    var next = first
    while next < lines.count {
      if lines[next].isBlank {
        next += 1
        continue
      }
      let isAlone = next + 1 >= lines.count || lines[next + 1].isBlank
      guard isAlone, lines[next].isShortTitle, lines[next].bullet == nil,
        !lines[next].isUnderline, !lines[next].endsWithQuestion || items.isEmpty,
        lines[next].headingMarks == 0 || items.isEmpty
      else { break }
      items.append(next)
      next += 1
    }
    if next < lines.count, let last = items.last, lines[last].beginsLikeSentence {
      next = last
      items.removeLast()
    }
    // What begins with a small letter is no heading.
    guard items.count > 3, items.dropFirst().contains(where: { !lines[$0].beginsLikeSentence })
    else { return nil }
    addHeading(items[0])
    for line in items.dropFirst() { addBlock(line..<line + 1, .item(depth: 1, number: nil)) }
    return next
  }

  /// Two or more short lines, each alone between blank lines, behind a line that ends with a
  /// colon: a list whose bullets were lost. Gives the line behind them.
  private mutating func readLoneItems(from first: Int) -> Int {
    var items: [Int] = []
    var next = first
    while next < lines.count {
      if lines[next].isBlank {
        next += 1
        continue
      }
      let isAlone = next + 1 >= lines.count || lines[next + 1].isBlank
      guard isAlone, lines[next].isListedName else { break }
      items.append(next)
      next += 1
    }
    // The last one is the heading of what follows it.
    if next < lines.count, items.count > 2 { next = items.removeLast() }
    guard items.count > 1 else { return first }
    for line in items { addBlock(line..<line + 1, .item(depth: 1, number: nil)) }
    return next
  }

  private mutating func readGroup(_ group: Range<Int>) {
    if isUnwrapped, group.count > 1, isMixed(group) { return readLines(group) }
    var first = group.lowerBound
    if isHeading(first, in: group) || isQuestionAboveItems(group) {
      addHeading(first)
      first += first + 1 < group.upperBound && lines[first + 1].isUnderline ? 2 : 1
    }
    let rest = first..<group.upperBound
    if rest.isEmpty { return }
    if lines[rest].contains(where: { $0.bullet != nil }) {
      readItems(rest)
    } else if rest.count > 2, lines[first].endsWithColon,
      lines[rest.dropFirst()].allSatisfy(\.isListedName) || areItems(rest.dropFirst())
    {
      addBlock(first..<first + 1, .paragraph)
      addItems(rest.dropFirst())
    } else if hasLostBullets(rest) {
      addItems(rest)
    } else {
      addBlock(rest, .paragraph)
    }
  }

  /// Whether these lines hold whole paragraphs or the introduction of a list beside short lines.
  private func isMixed(_ group: Range<Int>) -> Bool {
    if lines[group].contains(where: { $0.bullet != nil || $0.isUnderline }) { return false }
    return followsColon(group.lowerBound)
      || lines[group].dropFirst().contains { $0.endsWithColon || $0.content.count > 120 }
        && !areItems(group)
  }

  /// Lines that are blocks by themselves: names behind a colon are items, and a short line above a
  /// long one is its heading.
  private mutating func readLines(_ group: Range<Int>) {
    if followsColon(group.lowerBound),
      lines[group].count(where: \.endsSentence) * 3 <= group.count
    {
      return addItems(group)
    }
    var line = group.lowerBound
    while line < group.upperBound {
      guard lines[line].isShortTitle, lines[line].beginsLikeSentence else {
        addBlock(line..<line + 1, .paragraph)
        line += 1
        continue
      }
      var end = line
      while end < group.upperBound, lines[end].isShortTitle { end += 1 }
      let isList = line > group.lowerBound ? lines[line - 1].endsWithColon : followsColon(line)
      let isLast = end == group.upperBound
      // The last short line above a long one heads it.
      let headings = isLast && end < lines.count ? 0 : isList || end - line > 2 ? 1 : end - line
      if isLast, !isList, end - line < 2 {
        addHeading(line)
      } else {
        addItems(line..<end - headings)
        for heading in end - headings..<end { addHeading(heading) }
      }
      line = end
    }
  }

  private func followsColon(_ line: Int) -> Bool {
    lines[..<line].last { !$0.isBlank }?.endsWithColon == true
  }

  private mutating func addItems(_ items: Range<Int>) {
    for line in items { addBlock(line..<line + 1, .item(depth: 1, number: nil)) }
  }

  /// Items of a list, each with the wrapped lines that follow it; what stands before the first
  /// bullet is a paragraph of its own.
  private mutating func readItems(_ group: Range<Int>) {
    var indents: [Int] = []
    var start = group.lowerBound
    while start < group.upperBound {
      var end = start + 1
      while end < group.upperBound, lines[end].bullet == nil { end += 1 }
      if let bullet = lines[start].bullet {
        while let last = indents.last, last > bullet.indent { indents.removeLast() }
        if indents.last != bullet.indent { indents.append(bullet.indent) }
        addBlock(start..<end, .item(depth: indents.count, number: bullet.number))
      } else if end == start + 1, lines[start].isShortTitle {
        addHeading(start)
      } else {
        addBlock(start..<end, .paragraph)
      }
      start = end
    }
  }

  // MARK: Headings

  /// A short line without a full stop is a heading when it stands alone, is underlined, or is
  /// followed by a list or by a line that is far longer.
  private func isHeading(_ line: Int, in group: Range<Int>) -> Bool {
    guard lines[line].isShortTitle else { return false }
    if lines[line].headingMarks > 0 { return true }
    let next = line + 1
    guard next < group.upperBound else { return isLoneHeading(line) }
    return lines[next].isUnderline || lines[next].bullet != nil
      || lines[next].content.count > 120 || lines[line].isCapital && !lines[next].isCapital
  }

  /// "What causes it?" above lines that are the items of its answer.
  private func isQuestionAboveItems(_ group: Range<Int>) -> Bool {
    lines[group.lowerBound].endsWithQuestion && lines[group.lowerBound].isShortTitle
      && group.count > 2 && hasLostBullets(group.dropFirst())
  }

  /// A lone short line is a heading when anything follows it.
  private func isLoneHeading(_ line: Int) -> Bool {
    var next = line + 1
    while next < lines.count, lines[next].isBlank { next += 1 }
    return next < lines.count
  }

  private mutating func addHeading(_ line: Int) {
    append(lines[line].content)
    document.endBlock(.heading(level: headingLevel(line)))
  }

  /// A line under which `=` stands is above one under which `-` stands or one in capitals; a line
  /// that only stands alone is below these.
  private func headingLevel(_ line: Int) -> Int {
    if lines[line].headingMarks > 0 { return lines[line].headingMarks }
    if line + 1 < lines.count, lines[line + 1].isUnderline {
      return document.source.bytes[lines[line + 1].content.lowerBound] == 0x3d ? 1 : 2
    }
    return hasMarkedHeadings && !lines[line].isCapital ? 3 : 2
  }

  // MARK: Lost bullets

  /// Several lines that each begin like an item and end like one: a list whose bullets were lost
  /// on the way to plain text, not a wrapped paragraph, whose lines go on in the next.
  private func hasLostBullets(_ group: Range<Int>) -> Bool {
    guard group.count > 1 else { return false }
    let isList = lines[group].allSatisfy { $0.beginsLikeSentence && $0.isShortTitle }
    return isList || lines[group].allSatisfy { $0.hasLead && $0.endsSentence } || areItems(group)
  }

  /// Three lines or more that begin with a capital each, few of which end a sentence: the lines of
  /// a wrapped paragraph begin as the words fall.
  private func areItems(_ group: Range<Int>) -> Bool {
    guard group.count > 2, lines[group].allSatisfy(\.beginsLikeSentence),
      !lines[group].contains(where: { $0.endsWithColon || $0.content.count > Self.unwrapped })
    else { return false }
    return lines[group].count(where: \.endsSentence) * 3 <= group.count
  }

  // MARK: Text

  private mutating func addBlock(_ range: Range<Int>, _ kind: Document.Block.Kind) {
    for number in range where !lines[number].isUnderline {
      if number > range.lowerBound {
        document.append(0x20, at: max(lines[number].content.lowerBound - 1, 0))
      }
      append(lines[number].content)
    }
    document.endBlock(kind)
  }

  private mutating func append(_ range: Range<Int>) {
    document.append(document.source.bytes[range], at: range.lowerBound)
  }
}
