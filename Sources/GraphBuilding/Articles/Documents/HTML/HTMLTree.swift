/// The elements and texts of a page in the order of their beginnings, in one flat array: nothing
/// is recursive, so that no nesting can exhaust the stack.
struct HTMLTree {
  struct Node {
    var tag: HTMLTag
    var parent: Int32
    /// The node after the last one within this.
    var end: Int32
    /// Where the text, or the attributes of the start tag, stand in the page.
    var start: Int32
    var stop: Int32

    var source: Range<Int> { Int(start)..<Int(stop) }
  }

  let bytes: [UInt8]
  fileprivate(set) var nodes: [Node] = []

  fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a page or a part of one. What stands beyond two thousand million bytes is not read.
  ///
  /// - Complexity: O(length).
  init(_ bytes: [UInt8], in range: Range<Int>) {
    let limit = min(range.upperBound, Int(Int32.max) - 1)
    var builder = HTMLTreeBuilder(bytes)
    var tokenizer = HTMLTokenizer(bytes, min(range.lowerBound, limit)..<limit)
    while let token = tokenizer.next() { builder.take(token) }
    builder.finish()
    self = builder.tree
  }

  func attributes(of node: Int) -> HTMLAttributes { HTMLAttributes(bytes, nodes[node].source) }

  /// The value of an attribute without the references in it; nil where there is none.
  func attribute(_ name: String, of node: Int) -> String? {
    for attribute in attributes(of: node)
    where bytes[attribute.name].lazy.map(\.lowered).elementsEqual(name.utf8) {
      return String(decoding: decoded(attribute.value), as: UTF8.self)
    }
    return nil
  }

  /// Bytes of the page with their character references resolved.
  func decoded(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x26,
        let reference = CharacterReference(at: index, in: bytes, before: range.upperBound)
      {
        result += reference.bytes
        index += reference.length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// The text of an element in one line.
  func text(of node: Int) -> String {
    var text: [UInt8] = []
    var index = node + 1
    while index < Int(nodes[node].end) {
      if nodes[index].tag == .text { text += decoded(nodes[index].source) }
      if nodes[index].tag.isBlock || nodes[index].tag == .br { text.append(0x20) }
      index += 1
    }
    return String(decoding: text, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Makes a tree of tags as browsers do where it matters to a reader: end tags that were left out
/// are supplied, those without a start are passed over, and nesting is bounded.
private struct HTMLTreeBuilder {
  private(set) var tree: HTMLTree
  /// The open elements, outermost first.
  private var stack: [Int] = []
  private var openCount = [Int](repeating: 0, count: 256)
  /// Elements nested more deeply stand beside each other.
  private static let deepest = 200

  init(_ bytes: [UInt8]) { tree = HTMLTree(bytes: bytes) }

  mutating func take(_ token: HTMLTokenizer.Token) {
    switch token {
    case .text(let range): add(.text, range)
    case .start(let tag, let attributes, let closesItself):
      start(tag, attributes, closesItself: closesItself)
    case .end(let tag): end(tag)
    }
  }

  mutating func finish() { close(to: 0) }

  private mutating func add(_ tag: HTMLTag, _ range: Range<Int>) {
    let count = Int32(tree.nodes.count)
    tree.nodes.append(
      HTMLTree.Node(
        tag: tag, parent: Int32(stack.last ?? -1), end: count + 1,
        start: Int32(range.lowerBound), stop: Int32(range.upperBound)))
  }

  /// Closes all elements above a height of the stack.
  private mutating func close(to height: Int) {
    while stack.count > height {
      let node = stack.removeLast()
      let tag = tree.nodes[node].tag
      openCount[Int(tag.rawValue)] -= 1
      // An empty element says nothing, unless it stands between two texts.
      if tree.nodes.count == node + 1, !tag.countsWhenEmpty, node > 0,
        tree.nodes[node - 1].tag != .text
      {
        tree.nodes.removeLast()
      } else {
        tree.nodes[node].end = Int32(tree.nodes.count)
      }
    }
  }

  // MARK: Start tags

  private mutating func start(_ tag: HTMLTag, _ attributes: Range<Int>, closesItself: Bool) {
    if tag == .html || tag == .body || tag == .head, isOpen(tag) { return }
    supplyEnds(before: tag)
    if tag.isVoid || closesItself && (tag == .other || tag == .svg) {
      if tag != .other { add(tag, attributes) }
      return
    }
    if stack.count >= Self.deepest {
      guard tag.isBlock else { return }
      var height = stack.count
      while height > 0, !tree.nodes[stack[height - 1]].tag.isBlock { height -= 1 }
      close(to: min(height, Self.deepest - 1))
    }
    add(tag, attributes)
    stack.append(tree.nodes.count - 1)
    openCount[Int(tag.rawValue)] += 1
  }

  private func isOpen(_ tag: HTMLTag) -> Bool { openCount[Int(tag.rawValue)] > 0 }

  /// The end tags that may be left out (HTML Standard, §13.1.2.4).
  private mutating func supplyEnds(before tag: HTMLTag) {
    if isOpen(.head), !tag.isHeadContent, tag != .head { close(.head, upTo: []) }
    switch tag {
    case .li: close(.li, upTo: [.ul, .ol, .menu, .dir])
    case .dt, .dd:
      close(.dt, upTo: [.dl])
      close(.dd, upTo: [.dl])
    case .td, .th:
      close(.td, upTo: [.table, .tr])
      close(.th, upTo: [.table, .tr])
    case .tr: close(.tr, upTo: [.table])
    case .thead, .tbody, .tfoot:
      for part: HTMLTag in [.thead, .tbody, .tfoot] { close(part, upTo: [.table]) }
    case .option, .optgroup: close(.option, upTo: [.select, .datalist])
    case .a: closeInline(.a)
    default: break
    }
    if tag.endsParagraph { close(.p, upTo: [.td, .th, .caption, .button, .object, .table]) }
    if tag.endsHeading { closeHeading(acrossBlocks: false) }
  }

  /// Closes the innermost open element of a kind, unless one of the barriers stands within it.
  private mutating func close(_ tag: HTMLTag, upTo barriers: [HTMLTag]) {
    guard isOpen(tag) else { return }
    var height = stack.count
    while height > 0 {
      let open = tree.nodes[stack[height - 1]].tag
      if open == tag { return close(to: height - 1) }
      if barriers.contains(open) { return }
      height -= 1
    }
  }

  /// The same where only inline elements stand within it.
  private mutating func closeInline(_ tag: HTMLTag) {
    guard isOpen(tag) else { return }
    var height = stack.count
    while height > 0 {
      let open = tree.nodes[stack[height - 1]].tag
      if open == tag { return close(to: height - 1) }
      if open.isBlock { return }
      height -= 1
    }
  }

  /// Closes an open heading of any level.
  private mutating func closeHeading(acrossBlocks: Bool) {
    var height = stack.count
    while height > 0 {
      let open = tree.nodes[stack[height - 1]].tag
      if open.headingLevel != nil { return close(to: height - 1) }
      if open.isBlock, !acrossBlocks || open == .td || open == .th { return }
      height -= 1
    }
  }

  // MARK: End tags

  private mutating func end(_ tag: HTMLTag) {
    if tag.headingLevel != nil { return closeHeading(acrossBlocks: true) }
    guard isOpen(tag), tag != .body, tag != .html else { return }
    switch tag {
    case .table: close(tag, upTo: [])
    case .tr, .thead, .tbody, .tfoot, .td, .th, .caption: close(tag, upTo: [.table])
    case .li: close(tag, upTo: [.ul, .ol, .menu, .dir, .td, .th])
    case _ where tag.isBlock: close(tag, upTo: [.td, .th, .caption, .table])
    case .button, .object, .svg, .select, .template, .noscript:
      close(tag, upTo: [.td, .th, .table])
    default: closeInline(tag)
    }
  }
}
