/// Reads plain text by the marks that its writers use: blank lines, bullets, numbers, underlines,
/// short lines without a full stop.
struct PlainTextParser {
  private var document: Document
  private var lines: [PlainLine] = []
  /// Whether some headings are set off by more than standing alone: the others are below them.
  private var hasMarkedHeadings = false

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
    parser.readBlocks()
    return parser.document
  }

  private init(_ source: SourceText) { document = Document(source: source) }

  /// Lines between two blank lines belong together; within them a bullet begins an item.
  private mutating func readBlocks() {
    var start = 0
    while start < lines.count {
      if lines[start].isBlank {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, !lines[end].isBlank { end += 1 }
      readGroup(start..<end)
      start = lines[end - 1].endsWithColon ? readLoneItems(from: end) : end
    }
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
    var first = group.lowerBound
    if isHeading(first, in: group) {
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
      for line in rest.dropFirst() { addBlock(line..<line + 1, .item(depth: 1, number: nil)) }
    } else if hasLostBullets(rest) {
      for line in rest { addBlock(line..<line + 1, .item(depth: 1, number: nil)) }
    } else {
      addBlock(rest, .paragraph)
    }
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
    let next = line + 1
    guard next < group.upperBound else { return isLoneHeading(line) }
    return lines[next].isUnderline || lines[next].bullet != nil
      || lines[next].content.count > 120 || lines[line].isCapital && !lines[next].isCapital
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
    guard group.count > 2, lines[group].allSatisfy(\.beginsLikeSentence) else { return false }
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
