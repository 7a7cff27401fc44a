private import CCommonMark

/// Reads Markdown through cmark-gfm (CommonMark 0.29 with GitHub's tables and footnotes).
///
/// cmark tells where a block begins; where each letter of its text stands is found by
/// ``MarkdownAligner``. Blocks of HTML are read by ``HTMLReader``; images are left out.
///
/// The only file that touches cmark's pointers: the tree is freed when ``parse(_:from:)`` returns.
struct MarkdownParser {
  private var document: Document
  private var aligner: MarkdownAligner
  /// Lines of the file before the Markdown begins.
  private let firstLine: Int
  private var lists: [List] = []
  private var spanStarts: [Int] = []
  private var row = -1
  private var column = 0
  private var imageDepth = 0
  private var footnoteDepth = 0
  private var hasImage = false
  /// Where the lines of the open block end.
  private var breaks: [Document.LineBreak] = []

  private struct List {
    var next: Int?
    var number: Int?
    var isFresh = true
  }

  private static let extensions: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Reads the Markdown of a file from a byte on, which must begin a line.
  ///
  /// - Complexity: O(length); cmark bounds the nesting of brackets and quotes.
  static func parse(_ source: SourceText, from start: Int) -> Document {
    var parser = MarkdownParser(source, from: start)
    _ = extensions
    let options = CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES
    guard let tree = cmark_parser_new(options) else { return parser.document }
    defer { cmark_parser_free(tree) }
    for name in ["table", "strikethrough"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(tree, found)
      }
    }
    source.bytes[start...].withUnsafeBytes { buffer in
      if let base = buffer.baseAddress {
        cmark_parser_feed(tree, base.assumingMemoryBound(to: CChar.self), buffer.count)
      }
    }
    guard let root = cmark_parser_finish(tree) else { return parser.document }
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    guard let iterator = cmark_iter_new(root) else { return parser.document }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(iterator) else { break }
      if event == CMARK_EVENT_ENTER { parser.enter(node) } else { parser.leave(node) }
    }
    parser.document.complete()
    return parser.document
  }

  private init(_ source: SourceText, from start: Int) {
    document = Document(source: source)
    aligner = MarkdownAligner(source: source)
    firstLine = source.line(of: start) - 1
  }

  // MARK: Events

  private mutating func enter(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      lists.append(List(next: isOrdered ? Int(cmark_node_get_list_start(node)) : nil))
    case CMARK_NODE_ITEM: beginItem()
    case CMARK_NODE_PARAGRAPH:
      aligner.begin(paragraph(node))
      hasImage = false
    case CMARK_NODE_HEADING: aligner.begin(lines(of: node))
    case CMARK_NODE_CODE_BLOCK: addCode(node)
    case CMARK_NODE_FOOTNOTE_DEFINITION: footnoteDepth += 1
    case CMARK_NODE_TEXT: addText(node)
    case CMARK_NODE_CODE: addText(node, isCode: true)
    case CMARK_NODE_SOFTBREAK: breakLine(isHard: false)
    case CMARK_NODE_LINEBREAK: breakLine(isHard: true)
    case CMARK_NODE_HTML_BLOCK: HTMLReader.append(lines(of: node), to: &document)
    case CMARK_NODE_HTML_INLINE: aligner.skip(literal(of: node))
    case CMARK_NODE_IMAGE:
      imageDepth += 1
      hasImage = true
    case CMARK_NODE_LINK, CMARK_NODE_STRONG, CMARK_NODE_EMPH:
      spanStarts.append(document.text.count)
    case CMARK_NODE_FOOTNOTE_REFERENCE: addFootnoteMark(node)
    default: enterTable(node)
    }
  }

  private mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_LIST: if !lists.isEmpty { lists.removeLast() }
    case CMARK_NODE_HEADING:
      document.endBlock(.heading(level: Int(cmark_node_get_heading_level(node))))
      breaks = []
    case CMARK_NODE_PARAGRAPH:
      if isCaption { document.dropOpenText() }
      document.endBlock(paragraphKind(), breaks: breaks)
      breaks = []
    case CMARK_NODE_FOOTNOTE_DEFINITION: footnoteDepth -= 1
    case CMARK_NODE_STRONG: endSpan(.strong)
    case CMARK_NODE_EMPH: endSpan(.emphasis)
    case CMARK_NODE_IMAGE:
      imageDepth -= 1
      aligner.skipLinkEnd()
    case CMARK_NODE_LINK:
      aligner.skipLinkEnd()
      let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
      endSpan(.link(url: url))
    default: leaveTable(node)
    }
  }

  private mutating func enterTable(_ node: OpaquePointer) {
    switch name(of: node) {
    case "table": row = -1
    case "table_header", "table_row":
      row += 1
      column = 0
      aligner.begin(row == 0 ? head(node) : lines(of: node))
    default: break
    }
  }

  /// The line of a table's head. cmark says that it begins with the lines of the paragraph that it
  /// ends; it stands before the line of dashes, which stands before the first row.
  private func head(_ node: OpaquePointer) -> Range<Int> {
    let dashes: Int
    if let next = cmark_node_next(node) {
      dashes = Int(cmark_node_get_start_line(next)) - 1
    } else if let table = cmark_node_parent(node) {
      dashes = Int(cmark_node_get_end_line(table))
    } else {
      return lines(of: node)
    }
    return lines(dashes - 1...dashes - 1)
  }

  /// The lines of a paragraph; cmark knows no place of one that a table ends without a blank line.
  private func paragraph(_ node: OpaquePointer) -> Range<Int> {
    guard cmark_node_get_start_line(node) == 0, let table = cmark_node_next(node),
      let row = cmark_node_first_child(table)
    else { return lines(of: node) }
    let start = lines(of: table).lowerBound
    return start..<max(start, head(row).lowerBound)
  }

  private mutating func leaveTable(_ node: OpaquePointer) {
    guard name(of: node) == "table_cell" else { return }
    document.endBlock(.cell(row: row, column: column))
    column += 1
  }

  private mutating func beginItem() {
    guard !lists.isEmpty else { return }
    let last = lists.count - 1
    lists[last].isFresh = true
    lists[last].number = lists[last].next
    if let next = lists[last].next { lists[last].next = next &+ 1 }
  }

  /// An image with nothing but emphasised words beside it, which are its caption.
  private var isCaption: Bool {
    guard hasImage, let last = document.spans.last, last.kind == .emphasis else { return false }
    let open = document.openText
    return document.text[open.lowerBound..<max(open.lowerBound, last.text.lowerBound)]
      .allSatisfy(\.isSpaceByte) && document.text[last.text.upperBound...].allSatisfy(\.isSpaceByte)
  }

  private mutating func paragraphKind() -> Document.Block.Kind {
    if footnoteDepth > 0 { return .footnote }
    guard let list = lists.last else { return .paragraph }
    lists[lists.count - 1].isFresh = false
    return list.isFresh
      ? .item(depth: lists.count, number: list.number) : .continuation(depth: lists.count)
  }

  // MARK: Text

  private mutating func addText(_ node: OpaquePointer, isCode: Bool = false) {
    let text = literal(of: node)
    if imageDepth > 0 {
      aligner.skip(text)
    } else if isCode {
      aligner.align(code: text) { document.append($0, at: $1) }
    } else {
      aligner.align(text) { document.append($0, at: $1) }
    }
  }

  /// A line of a paragraph that begins with a bullet which Markdown does not know is an item.
  private mutating func breakLine(isHard: Bool) {
    guard imageDepth == 0 else { return }
    breaks.append(Document.LineBreak(offset: document.text.count, isHard: isHard))
    document.append(0x20, at: aligner.skipLineBreak())
  }

  private mutating func addCode(_ node: OpaquePointer) {
    aligner.begin(lines(of: node))
    aligner.align(code: literal(of: node)) { document.append($0, at: $1) }
    document.endBlock(.code)
  }

  private mutating func addFootnoteMark(_ node: OpaquePointer) {
    let label = String(decoding: literal(of: node), as: UTF8.self)
    document.addFootnoteMark(label)
    aligner.skipBrackets()
  }

  private mutating func endSpan(_ kind: Document.Span.Kind) {
    guard let start = spanStarts.popLast(), imageDepth == 0 else { return }
    document.addSpan(kind, from: start)
  }

  // MARK: Nodes

  private func literal(of node: OpaquePointer) -> [UInt8] {
    guard let text = cmark_node_get_literal(node) else { return [] }
    var bytes: [UInt8] = []
    var next = text
    while next.pointee != 0 {
      bytes.append(UInt8(bitPattern: next.pointee))
      next += 1
    }
    return bytes
  }

  private func name(of node: OpaquePointer) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }

  /// The bytes of the file from a node's first column to the end of its last line.
  private func lines(of node: OpaquePointer) -> Range<Int> {
    let first = Int(cmark_node_get_start_line(node))
    let range = lines(first...max(first, Int(cmark_node_get_end_line(node)), 1))
    let column = max(Int(cmark_node_get_start_column(node)) - 1, 0)
    return min(range.lowerBound + column, range.upperBound)..<range.upperBound
  }

  /// The bytes of lines as cmark counts them, from 1.
  private func lines(_ numbers: ClosedRange<Int>) -> Range<Int> {
    let starts = document.source.lineStarts
    let first = firstLine + numbers.lowerBound - 1
    let last = firstLine + numbers.upperBound
    let start = starts[min(max(first, 0), starts.count - 1)]
    let end = last < starts.count ? starts[max(last, 0)] : document.source.bytes.count
    return start..<max(start, end)
  }
}
