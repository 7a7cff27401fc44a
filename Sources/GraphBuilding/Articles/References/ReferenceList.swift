internal import GraphModel

/// The works that an article lists, and the blocks that list them.
struct ReferenceList {
  private(set) var references: [Reference] = []
  /// Blocks that are entries, not prose.
  private(set) var blocks: Set<Int> = []
  /// By the number of the list, or `note 1` for a footnote.
  private(set) var byLabel: [String: Int] = [:]

  private let document: Document
  private var usedIDs: [String: Int] = [:]

  /// Finds the entries under a heading such as "References", those of a numbered list at which
  /// most entries look like references, and footnotes that do.
  ///
  /// - Complexity: O(length).
  init(_ article: ArticleText, _ outline: SectionOutline) {
    document = article.document
    readHeaded(outline)
    if references.isEmpty { readNumberedList() }
    readFootnotes()
  }

  private mutating func readHeaded(_ outline: SectionOutline) {
    for (number, block) in document.blocks.enumerated()
    where outline.sections[number].role == .references && block.isProse {
      blocks.insert(number)
      if case .item(_, let label) = block.kind {
        add(block, label: label)
      } else if looksLikeReference(block) {
        add(block, label: nil)
      }
    }
  }

  /// The last list of the article where most entries have a year and an identifier or, in a numbered
  /// one, the parts of a citation.
  private mutating func readNumberedList() {
    let blocks = document.blocks
    var run: Range<Int>?
    var index = blocks.count - 1
    while index >= 0 {
      if case .item(_, let last) = blocks[index].kind {
        let isNumbered = last != nil
        let end = index + 1
        while index >= 0, case .item(_, let label) = blocks[index].kind,
          (label != nil) == isNumbered
        {
          index -= 1
        }
        let candidate = index + 1..<end
        let likely = candidate.count {
          looksLikeReference(blocks[$0]) && (isNumbered || isDatedSource(blocks[$0]))
        }
        // Without numbers, three dated works with addresses are a list of works.
        if likely * 10 >= candidate.count * (isNumbered ? 6 : 8), isNumbered || likely > 2 {
          run = candidate
          break
        }
      } else {
        index -= 1
      }
    }
    for number in run ?? 0..<0 {
      guard case .item(_, let label) = blocks[number].kind else { continue }
      self.blocks.insert(number)
      add(blocks[number], label: label)
    }
  }

  private mutating func readFootnotes() {
    var number = 0
    for (index, block) in document.blocks.enumerated() where block.kind == .footnote {
      number += 1
      blocks.insert(index)
      if looksLikeReference(block) { add(block, label: nil, key: "note \(number)") }
    }
  }

  private mutating func add(_ block: Document.Block, label: Int?, key: String? = nil) {
    let text = Array(document.text[block.text])
    guard text.contains(where: \.isLetterByte) else { return }
    let link = document.link(in: block.text)
    let reference = ReferenceParser.parse(text, number: label ?? references.count + 1, link: link)
    let position: Int
    if let known = usedIDs[reference.id] {
      position = known
    } else {
      position = references.count
      usedIDs[reference.id] = position
      references.append(reference)
    }
    byLabel[key ?? reference.key ?? ""] = position
  }

  /// Has a year and an identifier or an address.
  private func isDatedSource(_ block: Document.Block) -> Bool {
    let text = Array(document.text[block.text].prefix(4000))
    let hasMarks = !ReferenceMarks(text).isEmpty || document.link(in: block.text) != nil
    return hasMarks && hasYear(text)
  }

  private func hasYear(_ text: [UInt8]) -> Bool {
    text.indices.dropLast(3).contains { index in
      ReferenceParser.isYear(text[index..<(index + 4)])
        && (index == 0 || !text[index - 1].isDigitByte)
    }
  }

  /// The entry with a label, or `#` and its place from 0.
  func position(of label: String) -> Int? {
    guard label.hasPrefix("#") else { return byLabel[label] }
    return Int(label.dropFirst()).flatMap { references.indices.contains($0) ? $0 : nil }
  }

  /// A year, and an identifier or at least three parts ended by full stops.
  private func looksLikeReference(_ block: Document.Block) -> Bool {
    let text = Array(document.text[block.text].prefix(4000))
    guard text.count > 20 else { return false }
    if !ReferenceMarks(text).isEmpty || document.link(in: block.text) != nil { return true }
    return hasYear(text) && text.count(where: { $0 == 0x2e }) >= 3
  }
}

extension Document {
  /// The first link within a stretch of text.
  func link(in range: Range<Int>) -> (text: String, url: String)? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].text.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < spans.count, spans[low].text.lowerBound < range.upperBound {
      if case .link(let url) = spans[low].kind, spans[low].text.upperBound <= range.upperBound {
        return (string(spans[low].text), url)
      }
      low += 1
    }
    return nil
  }
}
