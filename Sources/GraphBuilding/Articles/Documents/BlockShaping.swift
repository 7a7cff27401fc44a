extension Document {
  /// Gives blocks the kinds that their form tells where the markup does not: questions that stand
  /// alone become headings, and paragraphs with bullets, or short ones behind a colon, a list.
  ///
  /// - Complexity: O(length).
  mutating func shapeBlocks() {
    let forms = blocks.map { LineForm(text, $0.text) }
    var shaped: [Block] = []
    shaped.reserveCapacity(blocks.count)
    var number = 0
    while number < blocks.count {
      var block = blocks[number]
      let form = forms[number]
      let label = block.kind == .code ? 0 : form.questionMark(text)
      if label > 0, form.mark == 0 {
        block.text = block.text.lowerBound + label..<block.text.upperBound
      }
      if block.kind.isProse {
        let isFollowed = number + 1 < blocks.count && blocks[number + 1].kind.isProse
        if isFollowed, block.kind == .paragraph, form.isAskedLikeHeading(text) {
          block.kind = .heading(level: Self.lowestHeading)
          shaped.append(block)
          number += 1
          continue
        }
      }
      shaped.append(block)
      number += 1
      guard block.kind == .paragraph else { continue }
      let run = listRun(from: form.endsWithColon ? number : number - 1, forms)
      guard !run.isEmpty else { continue }
      if !form.endsWithColon { shaped.removeLast() }
      for item in run {
        let start = forms[item].range.lowerBound + forms[item].mark
        shaped.append(
          Block(
            kind: .item(depth: 1, number: forms[item].number),
            text: start..<blocks[item].text.upperBound))
      }
      number = run.upperBound
    }
    replaceBlocks(shaped)
  }

  /// Paragraphs from here on that are a list: two or more with bullets, or short ones behind a
  /// line that ends with a colon.
  private func listRun(from first: Int, _ forms: [LineForm]) -> Range<Int> {
    var end = first
    while end < blocks.count, blocks[end].kind == .paragraph, forms[end].mark > 0,
      forms[end].range.lowerBound + forms[end].mark < blocks[end].text.upperBound
    {
      end += 1
    }
    if end - first > 1 || end > first && forms[first].hasBullet { return first..<end }
    guard first > 0 else { return first..<first }
    if case .heading = blocks[first - 1].kind { return looseRun(from: first, forms) }
    guard forms[first - 1].endsWithColon else { return first..<first }
    end = first
    while end < blocks.count, blocks[end].kind == .paragraph, forms[end].mark == 0,
      forms[end].isShort || forms[end].beginsWithName(text, before: blocks[end].text.upperBound)
    {
      end += 1
    }
    // The last one above a longer paragraph is that one's heading.
    if end < blocks.count, blocks[end].kind.isProse, end - first > 2,
      forms[end - 1].words <= 5, forms[end - 1].beginsUpper, !forms[end - 1].endsOpenly,
      !forms[end - 2].isShort
    {
      end -= 1
    }
    return end - first > 1 ? first..<end : first..<first
  }

  /// Three short paragraphs or more right under a heading, none of them a sentence: a list whose
  /// bullets were lost. The last one above a longer paragraph is that one's heading.
  private func looseRun(from first: Int, _ forms: [LineForm]) -> Range<Int> {
    var end = first
    while end < blocks.count, blocks[end].kind == .paragraph, forms[end].mark == 0,
      forms[end].isFragment
    {
      end += 1
    }
    let isAboveText = end < blocks.count && blocks[end].kind.isProse
    if isAboveText, end > first, forms[end - 1].beginsUpper, forms[end - 1].words <= 5 { end -= 1 }
    return end - first > 2 ? first..<end : first..<first
  }
}

extension Document.Block.Kind {
  /// A paragraph or an item, or what goes on in it.
  fileprivate var isProse: Bool {
    switch self {
    case .paragraph, .item, .continuation: true
    default: false
    }
  }
}
