/// Reads pages in HTML, and HTML within Markdown, into the blocks of a document.
///
/// Every byte of the document's text knows the byte of the page that it stands at: a character
/// reference stands at its `&`, a space at the first of the white space that it replaces.
struct HTMLReader {
  private var document: Document
  private let page: HTMLPage
  private var tree: HTMLTree { page.tree }
  private var contexts: [Context] = []
  private var lists: [List] = []
  private var tables: [Table] = []
  private var spans: [(kind: Document.Span.Kind, start: Int, end: Int)] = []
  private var text: HTMLTextRun

  /// An element that says what its text is.
  private struct Context {
    enum Kind {
      case heading(Int)
      case item(number: Int?)
      case term
      case description
      case cell(row: Int, column: Int)
      case code
    }
    var kind: Kind
    /// The node after the element.
    var end: Int
    var hasText = false
  }

  private struct List {
    var next: Int?
    var end: Int
  }

  private struct Table {
    var row: Int
    var column = 0
    var isLayout: Bool
    var end: Int
  }

  /// Reads a page.
  ///
  /// - Complexity: O(length).
  static func read(_ source: SourceText) -> (document: Document, metadata: HTMLMetadata) {
    let tree = HTMLTree(source.bytes, in: 0..<source.bytes.count)
    let page = HTMLPage(tree, isWhole: true)
    var reader = HTMLReader(Document(source: source), page)
    if let heading = page.heading { reader.walk(heading..<Int(tree.nodes[heading].end)) }
    reader.walk(page.article)
    var document = reader.document
    document.complete()
    return (document, HTMLMetadata(page))
  }

  /// Appends a part of a file to a document.
  static func append(_ range: Range<Int>, to document: inout Document) {
    let tree = HTMLTree(document.source.bytes, in: range)
    // Taken, not copied: a file may have as many parts in HTML as lines.
    let whole = document
    document = Document(source: whole.source)
    var reader = HTMLReader(consume whole, HTMLPage(tree, isWhole: false))
    reader.walk(tree.nodes.indices)
    document = reader.document
  }

  private init(_ document: Document, _ page: HTMLPage) {
    self.document = document
    self.page = page
    text = HTMLTextRun(page.tree.bytes)
  }

  // MARK: Walking

  private mutating func walk(_ range: Range<Int>) {
    var open: [Int] = []
    var node = range.lowerBound
    while node < range.upperBound {
      while let last = open.last, Int(tree.nodes[last].end) <= node {
        leave(open.removeLast())
      }
      let tag = tree.nodes[node].tag
      if page.isSkipped[node] {
        if tag.isBlock { flush() }
        node = Int(tree.nodes[node].end)
        continue
      }
      if tag == .text {
        text.append(tree.nodes[node].source, to: &document)
      } else {
        enter(node, tag)
        open.append(node)
      }
      node += 1
    }
    while let last = open.popLast() { leave(last) }
    flush()
  }

  private mutating func enter(_ node: Int, _ tag: HTMLTag) {
    let end = Int(tree.nodes[node].end)
    if tag.isBlock, !isWithinHeading { flush() }
    switch tag {
    case .br:
      let place = Int(tree.nodes[node].start)
      if text.breakLine(at: place, in: &document), !isWithinHeading { flush() }
    case .ul, .menu, .dir, .dl: lists.append(List(next: nil, end: end))
    case .ol:
      let start = tree.attribute("start", of: node).flatMap(Int.init) ?? 1
      lists.append(List(next: start, end: end))
    case .li: push(.item(number: nextNumber(node)), end)
    case .dt: push(.term, end)
    case .dd: push(.description, end)
    case .pre: push(.code, end)
    case .summary: push(.heading(Document.lowestHeading), end)
    case .table: tables.append(Table(row: 0, isLayout: isLayout(node), end: end))
    case .tr: beginRow(node)
    case .td, .th: beginCell(node)
    case .sup: beginSuperscript(node)
    default:
      if let level = tag.headingLevel { push(.heading(level), end) }
      beginSpan(node, tag)
    }
  }

  private mutating func leave(_ node: Int) {
    let tag = tree.nodes[node].tag
    let end = Int(tree.nodes[node].end)
    while let span = spans.last, span.end <= end {
      document.addSpan(span.kind, from: span.start)
      spans.removeLast()
    }
    if tag == .sup { text.endCitation(in: &document) }
    guard tag.isBlock else { return }
    if !isWithinHeading || contexts.last?.end == end { flush() }
    if tag.isTextRole, let last = contexts.last, last.end <= end { contexts.removeLast() }
    if tag == .table { tables.removeLast() }
    if tag.isList { lists.removeLast() }
  }

  private mutating func push(_ kind: Context.Kind, _ end: Int) {
    contexts.append(Context(kind: kind, end: end))
  }

  // MARK: Blocks

  private var isWithinHeading: Bool {
    if case .heading = contexts.last?.kind { return true }
    return false
  }

  /// Ends the text so far as a block.
  private mutating func flush() {
    let breaks = text.end()
    document.endBlock(kind(), breaks: breaks)
  }

  private mutating func kind() -> Document.Block.Kind {
    guard let context = contexts.last else { return .paragraph }
    let depth = max(lists.count, 1)
    let isFresh = !context.hasText
    if document.hasOpenText { contexts[contexts.count - 1].hasText = true }
    switch context.kind {
    case .heading(let level): return .heading(level: level)
    case .item(let number):
      return isFresh ? .item(depth: depth, number: number) : .continuation(depth: depth)
    case .term: return .item(depth: depth, number: nil)
    case .description: return .continuation(depth: depth)
    case .cell(let row, let column): return .cell(row: row, column: column)
    case .code: return .code
    }
  }

  private mutating func nextNumber(_ node: Int) -> Int? {
    guard let next = lists.last?.next else { return nil }
    let number = tree.attribute("value", of: node).flatMap(Int.init) ?? next
    lists[lists.count - 1].next = number &+ 1
    return number
  }

  // MARK: Tables

  /// A table that arranges the page: it holds another, headings or says so itself.
  private func isLayout(_ node: Int) -> Bool {
    if let role = tree.attribute("role", of: node), role != "table", role != "grid" { return true }
    return (node + 1..<max(node + 1, Int(tree.nodes[node].end))).contains {
      tree.nodes[$0].tag == .table || tree.nodes[$0].tag.headingLevel != nil
    }
  }

  /// Row 0 is the head: a first row of nothing but `th`, which has none where the table has none.
  private mutating func beginRow(_ node: Int) {
    guard !tables.isEmpty else { return }
    let last = tables.count - 1
    let isFirst = tables[last].row == 0 && tables[last].column == 0
    tables[last].column = 0
    if isFirst {
      var isHead = false
      for inner in node + 1..<max(node + 1, Int(tree.nodes[node].end)) {
        if tree.nodes[inner].tag == .td {
          isHead = false
          break
        }
        if tree.nodes[inner].tag == .th { isHead = true }
      }
      if isHead { return }
    }
    tables[last].row += 1
  }

  private mutating func beginCell(_ node: Int) {
    guard let table = tables.last, !table.isLayout else { return }
    push(.cell(row: table.row, column: table.column), Int(tree.nodes[node].end))
    let span = tree.attribute("colspan", of: node).flatMap(Int.init) ?? 1
    tables[tables.count - 1].column += min(max(span, 1), 1000)
  }

  // MARK: Spans

  private mutating func beginSpan(_ node: Int, _ tag: HTMLTag) {
    let kind: Document.Span.Kind
    switch tag {
    case .b, .strong: kind = .strong
    case .em, .i: kind = .emphasis
    case .a:
      guard let url = tree.attribute("href", of: node) else { return }
      kind = .link(url: url)
    case .span:
      guard let style = tree.attribute("style", of: node)?.lowercased().filter({ $0 != " " }),
        ["bold", "600", "700", "800"].contains(where: { style.contains("font-weight:" + $0) })
      else { return }
      kind = .strong
    default: return
    }
    text.appendSpace(to: &document)
    spans.append((kind, document.text.count, Int(tree.nodes[node].end)))
  }

  /// A superscript that cites: "1", "2,3" or "4–6" behind a word or a full stop, or as a link.
  private mutating func beginSuperscript(_ node: Int) {
    let end = Int(tree.nodes[node].end)
    guard end - node <= 20 else { return }
    let label = tree.text(of: node).utf8.filter { !$0.isSpaceByte }
    let isNumeric = label.allSatisfy { $0.isDigitByte || $0 == 0x2c || $0 == 0x2d || $0 >= 0x80 }
    guard isNumeric, label.first?.isDigitByte == true, label.count <= 40 else { return }
    let isLinked = (node + 1..<end).contains { tree.nodes[$0].tag == .a }
    let before = document.text.suffix(3)
    let isBehindWord =
      before.count == 3 && before.allSatisfy(\.isLetterByte)
      || before.last.map { ".,;:!?)\"".utf8.contains($0) } == true
    if isLinked || isBehindWord {
      text.beginCitation(at: Int(tree.nodes[node].start), in: &document)
    }
  }
}
