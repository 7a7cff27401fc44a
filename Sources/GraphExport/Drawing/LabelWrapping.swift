/// A line of text with its width.
package struct TextLine: Sendable, Hashable {
  package var text: String
  package var width: Double

  package init(_ text: String, style: TextStyle) {
    self.text = text
    width = TextMetrics.width(of: text, style)
  }
}

/// Breaks text into lines that fit a width.
package enum LabelWrapping {
  /// The lines of a text, none wider than `width`.
  ///
  /// Breaks at white space, after a hyphen or a slash, between full-width characters, and, where a
  /// word alone is too wide, between any two characters. Lines past `limit` are dropped and the
  /// last one ends in an ellipsis. Two to four lines are balanced, so that none is left with a
  /// lone short word.
  ///
  /// - Complexity: O(length) for every attempt at balancing, of which there are at most ten.
  package static func lines(
    of text: some StringProtocol, style: TextStyle, width: Double, limit: Int = .max
  ) -> [TextLine] {
    let pieces = breakable(text, limit: limit)
    let greedy = fill(pieces, style: style, width: width, limit: limit)
    guard (2...4).contains(greedy.count), greedy.last?.hasSuffix("\u{2026}") != true else {
      return greedy.map { TextLine($0, style: style) }
    }
    // The narrowest width that needs no more lines.
    var narrow = width / Double(greedy.count)
    var wide = width
    var best = greedy
    for _ in 0..<8 {
      let middle = (narrow + wide) / 2
      let attempt = fill(pieces, style: style, width: middle, limit: limit)
      let splitsWord = pieces.contains { TextMetrics.width(of: $0.text, style) > middle }
      if attempt.count <= greedy.count, !splitsWord {
        best = attempt
        wide = middle
      } else {
        narrow = middle
      }
    }
    return best.map { TextLine($0, style: style) }
  }

  /// The width of the widest part of a text that is broken only where it is too wide for a line.
  ///
  /// - Complexity: O(length).
  package static func widestWord(
    of text: some StringProtocol, style: TextStyle, limit: Int = .max
  ) -> Double {
    breakable(text, limit: limit).reduce(0) { max($0, TextMetrics.width(of: $1.text, style)) }
  }

  private struct Piece {
    var text: String
    /// Whether white space stands before it.
    var isSpaced: Bool
  }

  /// The text cut at every place where a line may end.
  private static func breakable(_ text: some StringProtocol, limit: Int) -> [Piece] {
    // What could never be shown is not measured: no line holds more than a few hundred letters.
    let longest = limit > 1000 ? Int.max : limit * 400
    var pieces: [Piece] = []
    var current = ""
    var isSpaced = false
    func finish() {
      if !current.isEmpty { pieces.append(Piece(text: current, isSpaced: isSpaced)) }
      current = ""
      isSpaced = false
    }
    for character in text.prefix(longest) {
      if character.isWhitespace, character != "\u{A0}" {
        finish()
        isSpaced = true
        continue
      }
      let isWide = TextMetrics.advance(of: character, isBold: false) >= 1000
      if isWide, !current.isEmpty { finish() }
      current.append(character)
      if isWide || character == "-" || character == "/" || character == "\u{2013}" { finish() }
    }
    finish()
    return pieces
  }

  private static func fill(
    _ pieces: [Piece], style: TextStyle, width: Double, limit: Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    let space = TextMetrics.width(of: " ", style)
    for piece in pieces {
      if lines.count > limit { break }
      let gap = piece.isSpaced && !line.isEmpty ? space : 0
      let needed = TextMetrics.width(of: piece.text, style)
      if used + gap + needed <= width {
        line += (gap > 0 ? " " : "") + piece.text
        used += gap + needed
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      used = 0
      for character in piece.text {
        let advance = Double(TextMetrics.advance(of: character, isBold: style.isBold))
        let step = advance * style.size / 1000
        if used + step > width, !line.isEmpty {
          lines.append(line)
          line = ""
          used = 0
        }
        line.append(character)
        used += step
      }
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > limit { return shortened(lines, style: style, width: width, limit: limit) }
    return lines.isEmpty ? [""] : lines
  }

  private static func shortened(
    _ lines: [String], style: TextStyle, width: Double, limit: Int
  ) -> [String] {
    var kept = Array(lines.prefix(max(1, limit)))
    var last = kept.removeLast()
    while !last.isEmpty, TextMetrics.width(of: last + "\u{2026}", style) > width {
      last.removeLast()
    }
    while last.last?.isWhitespace == true { last.removeLast() }
    kept.append(last + "\u{2026}")
    return kept
  }
}
