internal import GraphModel

/// A block of an article's text, cut into sentences: a heading, a paragraph, an item of a list.
public struct ArticlePassage: Sendable, Hashable {
  /// What the block is in its document.
  public enum Kind: Sendable, Hashable {
    /// Level 1 is the highest.
    case heading(level: Int)
    case paragraph
    /// Depth 1 is the outermost list; the number is the item's own.
    case item(depth: Int, number: Int?)
    /// A further paragraph of an item.
    case continuation(depth: Int)
    /// A cell of a table's body or, in row 0, of its head.
    case cell(row: Int, column: Int)
    case footnote
    case code
    /// An entry of the article's list of references.
    case reference

    /// Whether it is the heading of something.
    public var isHeading: Bool {
      if case .heading = self { return true }
      return false
    }
  }

  /// A sentence as a reader sees it.
  public struct Sentence: Sendable, Hashable {
    /// Without markup and without citations in brackets.
    public var text: String
    /// Where it stands in the file: offsets in Unicode scalars, from 0.
    public var range: Range<Int>
    /// The line of the file on which it begins, from 1.
    public var line: Int
    /// The column at which it begins, from 1.
    public var column: Int
  }

  /// What the block is.
  public var kind: Kind
  /// In reading order; never empty.
  public var sentences: [Sentence]
}

extension ArticleText {
  /// The whole text in reading order.
  ///
  /// - Parameter references: the blocks that are entries of the list of references.
  /// - Complexity: O(length).
  func passages(references: Set<Int>) -> [ArticlePassage] {
    document.blocks.indices.map { number in
      let block = document.blocks[number]
      var sentences = sentences(of: number).map { sentence(textRange($0)) }
      // Code has no words, and a text may be nothing but marks.
      if sentences.isEmpty { sentences = [sentence(block.text)] }
      let kind = references.contains(number) ? .reference : ArticlePassage.Kind(block.kind)
      return ArticlePassage(kind: kind, sentences: sentences)
    }
  }

  private func sentence(_ range: Range<Int>) -> ArticlePassage.Sentence {
    let place = document.location(of: range.lowerBound)
    return ArticlePassage.Sentence(
      text: document.string(range), range: document.scalarRange(of: range),
      line: place.line ?? 1, column: place.column ?? 1)
  }
}

extension ArticlePassage.Kind {
  fileprivate init(_ kind: Document.Block.Kind) {
    self =
      switch kind {
      case .heading(let level): .heading(level: level)
      case .paragraph: .paragraph
      case .item(let depth, let number): .item(depth: depth, number: number)
      case .continuation(let depth): .continuation(depth: depth)
      case .cell(let row, let column): .cell(row: row, column: column)
      case .footnote: .footnote
      case .code: .code
      }
  }
}
