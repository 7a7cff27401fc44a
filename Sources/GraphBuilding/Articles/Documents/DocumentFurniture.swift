/// Finds blocks that are no part of an article although they stand in it: contents lists, lists of
/// nothing but links, "Related articles" and the like.
struct DocumentFurniture {
  private let document: Document
  private let lexicon: Lexicon
  private let isPlain: Bool
  /// By block: how much of its text is links, and how much of that within the document.
  private var linked: [Int] = []
  private var linkedInside: [Int] = []
  private let lines = FurnitureLines()
  private let contents: ContentsLists

  /// The document without its furniture.
  ///
  /// - Complexity: O(length).
  /// - Parameter isPlain: whether headings are told by their form alone: a lone line such as "Share
  ///   this" between two paragraphs is none of a section.
  static func remove(
    from document: Document, lexicon: Lexicon, isPlain: Bool = false
  ) -> Document {
    var finder = DocumentFurniture(document, lexicon, isPlain: isPlain)
    finder.measureLinks()
    var result = document
    let isKept = finder.keptBlocks()
    result.replaceBlocks(zip(document.blocks, isKept).filter(\.1).map(\.0))
    result.removeSpans {
      if case .link(let url) = $0.kind { return url.hasPrefix("#") }
      return false
    }
    return result
  }

  private init(_ document: Document, _ lexicon: Lexicon, isPlain: Bool) {
    self.document = document
    self.isPlain = isPlain
    self.lexicon = lexicon
    contents = ContentsLists(document, lexicon)
  }

  /// Spans and blocks are both in the order of the text.
  private mutating func measureLinks() {
    linked = [Int](repeating: 0, count: document.blocks.count)
    linkedInside = linked
    var block = 0
    for span in document.spans {
      guard case .link(let url) = span.kind else { continue }
      while block < document.blocks.count,
        document.blocks[block].text.upperBound <= span.text.lowerBound
      {
        block += 1
      }
      guard block < document.blocks.count else { return }
      let amount = document.blocks[block].text.clamped(to: span.text).count
      linked[block] += amount
      if url.hasPrefix("#") { linkedInside[block] += amount }
    }
  }

  private func isLinks(_ block: Int) -> Bool {
    linked[block] > 0 && linked[block] * 10 >= document.blocks[block].text.count * 8
  }

  private func isContents(_ block: Int) -> Bool {
    linkedInside[block] > 0
      && linkedInside[block] * 10 >= document.blocks[block].text.count * 8
  }

  // MARK: Blocks

  private func keptBlocks() -> [Bool] {
    let blocks = document.blocks
    var isKept = [Bool](repeating: true, count: blocks.count)
    /// The level of the heading whose section is furniture.
    var furnitureLevel: Int?
    var heading: Int?
    var number = 0
    while number < blocks.count {
      if case .heading(let level) = blocks[number].kind {
        if furnitureLevel.map({ level <= $0 }) == true { furnitureLevel = nil }
        if furnitureLevel == nil, FurnitureHeadings.contains(document.text, blocks[number].text) {
          furnitureLevel = level
        }
        isKept[number] =
          furnitureLevel == nil
          && lines.find(document.text, blocks[number].text, isLinks: false) != .furniture
        heading = number
        number += 1
        continue
      }
      if isPlain, isRunningText(number) { furnitureLevel = nil }
      var end = runEnd(number)
      var isFound = furnitureLevel != nil || isFurniture(number..<end, under: heading)
      if !isFound, blocks[number].kind == .paragraph {
        let finding = lines.find(document.text, blocks[number].text, isLinks: isLinks(number))
        isFound = finding != .none
        // The list goes with its head.
        if finding == .head, end < blocks.count, blocks[end].kind.isOfList { end = runEnd(end) }
      } else if !isFound, end - number > 1 {
        isFound = contents.isContents(number..<end)
      }
      if isFound {
        for block in number..<end { isKept[block] = false }
      }
      number = end
    }
    return isKept
  }

  /// A paragraph of more than a dozen words.
  private func isRunningText(_ block: Int) -> Bool {
    let words = 12
    return document.blocks[block].kind == .paragraph
      && FurnitureLine(document.text, document.blocks[block].text, most: words, .english).isLong
  }

  /// The end of a list, or of any other block.
  private func runEnd(_ first: Int) -> Int {
    guard document.blocks[first].kind.isOfList else { return first + 1 }
    var end = first + 1
    while end < document.blocks.count, document.blocks[end].kind.isOfList { end += 1 }
    return end
  }

  private func isFurniture(_ run: Range<Int>, under heading: Int?) -> Bool {
    let isParagraph = document.blocks[run.lowerBound].kind == .paragraph
    guard isParagraph || document.blocks[run.lowerBound].kind.isOfList else { return false }
    let contents = run.count(where: isContents)
    if contents * 10 >= run.count * 8, contents > 0 { return true }
    let links = run.count(where: isLinks)
    guard links > 0, links * 10 >= run.count * 8 else { return false }
    if isParagraph { return !isStrong(run.lowerBound) && !isSourcesOrNames(run, heading) }
    return !isSourcesOrNames(run, heading)
  }

  /// A line in strong type that is also a link is a heading.
  private func isStrong(_ block: Int) -> Bool {
    let range = document.blocks[block].text
    return document.strongRange(at: range.lowerBound).map { $0.upperBound >= range.upperBound }
      ?? false
  }

  /// Linked works under "References", or linked names under "Causes": content with links.
  private func isSourcesOrNames(_ run: Range<Int>, _ heading: Int?) -> Bool {
    let years = run.count { hasYear($0) }
    if years * 2 >= run.count { return true }
    guard let heading else { return false }
    let range = document.blocks[heading].text
    guard range.count < 400 else { return false }
    var tokens: [Token] = []
    Tokenizer(lexicon: lexicon).tokenize(document.text, range, into: &tokens)
    let sentence = TaggedSentence(tokens, text: document.text, lexicon: lexicon)
    guard let role = SectionOutline.classify(sentence).role else { return false }
    return role == .references || role.hasLeads && run.count > 1
  }

  /// "2019", as a reference has it.
  private func hasYear(_ block: Int) -> Bool {
    let text = document.text[document.blocks[block].text].prefix(1000)
    return text.indices.dropLast(3).contains { index in
      let isYear = ReferenceParser.isYear(text[index..<(index + 4)])
      return isYear && (index == text.startIndex || !text[index - 1].isDigitByte)
    }
  }
}

/// Headings of what surrounds articles on pages.
enum FurnitureHeadings {
  /// Whether a heading is one of them, but for capitals, numbers and punctuation around it.
  static func contains(
    _ text: [UInt8], _ heading: Range<Int>, words: FurnitureWords = .english
  ) -> Bool {
    guard heading.count <= 80 else { return false }
    let line = FurnitureLine(text, heading, most: 16, words)
    let plain = line.ids.filter { !words.has($0, in: .headingFillers) }
    guard let first = plain.first, let last = plain.last else { return false }
    if words.end(of: .headings, in: plain, from: 0) == plain.count { return true }
    return (2...4).contains(plain.count) && words.has(first, in: .headingBeginnings)
      && words.has(last, in: .headingEnds)
  }
}

extension Document.Block.Kind {
  fileprivate var isOfList: Bool {
    switch self {
    case .item, .continuation: true
    default: false
    }
  }
}
