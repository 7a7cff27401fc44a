/// Where the front matter of a file stands: the lines between two fences `---` at its head, or
/// what its writer meant to be such.
///
/// Whoever forgets a fence still writes `title: …` and `condition: …` at the head of the file.
/// Read as prose, such lines could state what nobody said; so they are taken for what they are
/// meant to be wherever all of them look like it and one has a key that front matters have.
struct FrontMatterLines: Hashable {
  /// What is missing, and the line, from 0, at which it was looked for.
  enum Flaw: Hashable {
    case noOpening(line: Int)
    case noClosing(line: Int)
    case noFences(line: Int)
    /// Between fences `+++`, which stand around front matter in TOML.
    case toml(line: Int)
  }

  /// The bytes between the fences.
  private(set) var body: Range<Int>
  /// The line, from 0, on which the body begins.
  private(set) var firstLine: Int
  /// The byte at which the document itself begins.
  private(set) var end: Int
  private(set) var flaw: Flaw?

  /// Finds the front matter; nil where there is none.
  ///
  /// - Complexity: O(length of the first lines, of which at most ten thousand are looked at).
  init?(_ source: SourceText) {
    let forms = Forms(source)
    let count = min(source.lineStarts.count, Self.longest)
    guard let first = (0..<count).first(where: { forms[$0] != .blank }) else { return nil }
    switch forms[first] {
    case .fence(closesOnly: false):
      let closing = (first + 1..<max(count, first + 1)).first { forms[$0].isFence }
      if let closing {
        self.init(source, first + 1..<closing, after: closing + 1)
      } else if let rest = Self.unfenced(from: first + 1, to: count, forms), rest.isKnown {
        self.init(source, first + 1..<rest.end, after: rest.end, .noClosing(line: rest.end))
      } else {
        return nil
      }
    case .toml:
      let closing = (first + 1..<max(count, first + 1)).first { forms[$0] == .toml }
      guard let closing else { return nil }
      self.init(source, first + 1..<closing, after: closing + 1, .toml(line: first))
    case .rule, .key:
      // A rule of another length is a fence that was mistyped.
      let start = forms[first] == .rule ? first + 1 : first
      guard let rest = Self.unfenced(from: start, to: count, forms), rest.isKnown else {
        return nil
      }
      if rest.end < count, forms[rest.end].isFence || forms[rest.end] == .rule {
        self.init(source, start..<rest.end, after: rest.end + 1, .noOpening(line: first))
      } else if rest.isWhollyKnown {
        self.init(source, start..<rest.end, after: rest.end, .noFences(line: first))
      } else {
        return nil
      }
    default: return nil
    }
  }

  private init(
    _ source: SourceText, _ lines: Range<Int>, after next: Int, _ flaw: Flaw? = nil
  ) {
    func start(_ line: Int) -> Int {
      line < source.lineStarts.count ? source.lineStarts[line] : source.bytes.count
    }
    body = start(lines.lowerBound)..<start(lines.upperBound)
    firstLine = lines.lowerBound
    end = start(next)
    self.flaw = flaw
  }

  /// Whether the writer left no doubt that this is front matter in YAML.
  var isMeantAsSuch: Bool {
    switch flaw {
    case .noFences, .toml: false
    case .noOpening, .noClosing, nil: true
    }
  }

  private static let longest = 10_000

  /// What of lines that a parser of YAML refuses is front matter, where its closing fence is
  /// missing and another rule of the document stood for it; nil where that is not so.
  init?(unclosed found: FrontMatterLines, in source: SourceText) {
    let forms = Forms(source)
    let count = min(source.lineStarts.count, Self.longest)
    guard let rest = Self.unfenced(from: found.firstLine, to: count, forms), rest.isKnown,
      rest.end < count, !forms[rest.end].isFence
    else { return nil }
    self.init(source, found.firstLine..<rest.end, after: rest.end, .noClosing(line: rest.end))
  }

  /// The lines from one on that are keys with what belongs to them. Behind a blank line only
  /// another key goes on: a list or a heading there is the document's own.
  private static func unfenced(
    from first: Int, to count: Int, _ forms: Forms
  ) -> Run? {
    var run = Run(end: first)
    var line = first
    var isBehindBlank = true
    scan: while line < count {
      switch forms[line] {
      case .blank:
        isBehindBlank = true
        line += 1
        continue
      case .key(let key): run.count(key)
      case .nested where !isBehindBlank: break
      case .comment where !isBehindBlank && goesOn(behind: line, before: count, forms): break
      default: break scan
      }
      isBehindBlank = false
      line += 1
      run.end = line
    }
    // A fence may have blank lines before it.
    if line < count, run.end > first, forms[line].isFence || forms[line] == .rule {
      run.end = line
    }
    return run.end > first ? run : nil
  }

  /// Lines that could be front matter, and how much their keys speak for it.
  private struct Run {
    /// The line behind them.
    var end: Int
    private var telling = 0
    private var others = 0

    init(end: Int) { self.end = end }

    mutating func count(_ key: Forms.Key) {
      switch key {
      case .telling: telling += 1
      case .common: break
      case .any: others += 1
      }
    }

    var isKnown: Bool { telling > 0 }
    /// Even without any fence.
    var isWhollyKnown: Bool { telling > 1 || telling > 0 && others == 0 }
  }

  /// What begins with `#` is a comment within front matter, else a heading of the document.
  private static func goesOn(behind line: Int, before count: Int, _ forms: Forms) -> Bool {
    guard line + 1 < count else { return false }
    return switch forms[line + 1] {
    case .key, .nested, .fence: true
    default: false
    }
  }
}

/// What each line of a file could be in a front matter.
private struct Forms {
  enum Form: Hashable {
    case blank
    case fence(closesOnly: Bool)
    /// Nothing but dashes of any kind.
    case rule
    case toml
    /// `key: value`.
    case key(Key)
    /// An indented line or an item of a list.
    case nested
    case comment
    case other

    var isFence: Bool {
      if case .fence = self { true } else { false }
    }
  }

  enum Key: Hashable {
    /// Front matters have it, prose has not.
    case telling
    /// Front matters have it.
    case common
    case any
  }

  let source: SourceText

  init(_ source: SourceText) { self.source = source }

  private static let longestKey = 40

  private static let keys: [String: Key] = [
    "title": .telling, "lang": .telling, "language": .telling, "condition": .telling,
    "author": .telling, "authors": .telling, "bibliography": .telling, "date": .telling,
    "subtitle": .common, "description": .common, "keywords": .common, "tags": .common,
    "categories": .common, "url": .common, "source": .common, "canonical": .common,
    "slug": .common, "layout": .common, "draft": .common, "updated": .common, "faq": .common,
    "faqs": .common, "questions": .common, "license": .common,
  ]

  /// - Complexity: O(length of the line) for rules, O(1) for others.
  subscript(line: Int) -> Form {
    let range = source.lineRange(line)
    let text = source.bytes[range]
    guard let first = text.first(where: { !$0.isSpaceByte }) else { return .blank }
    let rest = text.dropFirst(3)
    switch first {
    case 0x2d, 0x2e, 0x2b:
      let isThree = text.prefix(3).allSatisfy { $0 == first } && text.count > 2
      if isThree, rest.allSatisfy(\.isSpaceByte) {
        return first == 0x2b ? .toml : .fence(closesOnly: first == 0x2e)
      }
      if first == 0x2d, text.filter({ !$0.isSpaceByte }).count > 1,
        text.allSatisfy({ $0 == 0x2d || $0.isSpaceByte })
      {
        return .rule
      }
    case 0xe2:
      // Lines of en or em dashes, as word processors make of hyphens.
      let dashes = String(decoding: text, as: UTF8.self)
      if dashes.allSatisfy({ "–—- ".contains($0) }) { return .rule }
    default: break
    }
    if text[text.startIndex].isSpaceByte { return .nested }
    if first == 0x23 { return .comment }
    if first == 0x2d {
      let isItem = text.count == 1 || text[text.startIndex + 1].isSpaceByte
      return isItem ? .nested : .other
    }
    return key(text).map { .key(Self.keys[$0] ?? .any) } ?? .other
  }

  /// The key of `key: value`, in lower case.
  private func key(_ text: ArraySlice<UInt8>) -> String? {
    let head = text.prefix(Self.longestKey)
    guard let colon = head.firstIndex(of: 0x3a), colon > text.startIndex,
      colon + 1 == text.endIndex || text[colon + 1].isSpaceByte
    else { return nil }
    let key = text[text.startIndex..<colon]
    let isPlain = key.allSatisfy {
      $0.isLetterByte && $0 < 0x80 || $0.isDigitByte || $0 == 0x2d || $0 == 0x5f || $0 == 0x20
    }
    return isPlain ? String(decoding: key.map(\.lowered), as: UTF8.self) : nil
  }
}
