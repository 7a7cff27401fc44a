/// Cuts text into words, numbers and punctuation.
///
/// A word goes on over hyphens and apostrophes between letters (`non-steroidal`, `Crohn’s`), a
/// number over points and commas between digits (`1,000.5`). Abbreviations of single letters keep
/// their points (`e.g.`, `U.S.`).
struct Tokenizer {
  let lexicon: Lexicon

  /// Appends the tokens of a stretch of text.
  ///
  /// - Complexity: O(length).
  func tokenize(_ text: [UInt8], _ range: Range<Int>, into tokens: inout [Token]) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = text[index]
      if byte.isSpaceByte {
        index += 1
      } else if byte < 0x80 {
        if byte.isLetterByte || byte.isDigitByte {
          index = addWord(text, index, end, &tokens)
        } else {
          tokens.append(
            Token(start: index, end: index + 1, kind: Self.kind(byte), word: WordTable.unknown))
          index += 1
        }
      } else {
        let mark = Self.mark(text, index, end)
        if let kind = mark.kind {
          tokens.append(
            Token(start: index, end: index + mark.width, kind: kind, word: WordTable.unknown))
          index += mark.width
        } else if mark.width > 0 {
          index += mark.width
        } else {
          index = addWord(text, index, end, &tokens)
        }
      }
    }
  }

  private func addWord(
    _ text: [UInt8], _ start: Int, _ end: Int, _ tokens: inout [Token]
  ) -> Int {
    var index = start
    var capitals = 0
    var isNumber = text[start].isDigitByte
    while index < end {
      let byte = text[index]
      if byte < 0x80 {
        if byte.isUpperByte {
          capitals += 1
          isNumber = false
        } else if byte.isLowerByte {
          isNumber = false
        } else if !byte.isDigitByte, !Self.joins(text, index, start, end) {
          break
        }
        index += 1
      } else {
        let mark = Self.mark(text, index, end)
        if mark.isApostrophe, index + 3 < end, text[index + 3].isLetterByte {
          index += 3
        } else if mark.width > 0 {
          break
        } else {
          isNumber = false
          index += 1
        }
      }
    }
    if index == start { index += 1 }
    // "e.g.", "U.S.": a single letter before the point that joined two.
    if index < end, text[index] == 0x2e, index - start >= 3, text[index - 2] == 0x2e {
      index += 1
    }
    let found = isNumber ? nil : Contraction.find(text, start..<index)
    defer {
      if let found {
        let verb = found.verb.verb.bytes
        let hash = WordTable.hash(verb, 0..<verb.count)
        var token = Token(
          start: found.start, end: index, kind: .word,
          word: lexicon.words.id(verb, 0..<verb.count, hash: hash), hash: hash)
        token.contraction = found.verb
        tokens.append(token)
      }
    }
    let wordEnd = found?.start ?? index
    let hash = WordTable.hash(text, start..<wordEnd)
    var token = Token(
      start: start, end: wordEnd, kind: isNumber ? .number : .word,
      word: lexicon.words.id(text, start..<wordEnd, hash: hash), hash: hash)
    token.isCapitalized = text[start].isUpperByte || Self.isUpperLatin(text, start, end)
    token.hasInnerCapitals = capitals - (text[start].isUpperByte ? 1 : 0) > 0
    tokens.append(token)
    return index
  }

  /// Whether a mark between two letters or digits belongs to the word.
  private static func joins(_ text: [UInt8], _ index: Int, _ start: Int, _ end: Int) -> Bool {
    guard index > start, index + 1 < end else { return false }
    let before = text[index - 1]
    let after = text[index + 1]
    switch text[index] {
    case 0x2d: return after.isLetterByte || after.isDigitByte
    case 0x27: return after.isLetterByte
    case 0x2c: return before.isDigitByte && after.isDigitByte
    case 0x2e:
      if before.isDigitByte && after.isDigitByte { return true }
      let isSingle = index == start + 1 || text[index - 2] == 0x2e
      return isSingle && before.isLetterByte && after.isLetterByte
        && (index + 2 >= end || !text[index + 2].isLetterByte)
    default: return false
    }
  }

  private static func kind(_ byte: UInt8) -> Token.Kind {
    switch byte {
    case 0x2c: .comma
    case 0x3b: .semicolon
    case 0x3a: .colon
    case 0x2e, 0x21, 0x3f: .stop
    case 0x28, 0x5b: .open
    case 0x29, 0x5d: .close
    case 0x22, 0x27, 0x60: .quote
    case 0x2d: .dash
    case 0x2f: .slash
    case 0x26: .ampersand
    default: .other
    }
  }

  /// What a character beyond ASCII is when it is no letter; width 0: a letter.
  private static func mark(
    _ text: [UInt8], _ index: Int, _ end: Int
  ) -> (kind: Token.Kind?, width: Int, isApostrophe: Bool) {
    let byte = text[index]
    if byte == 0xc2, index + 1 < end {
      switch text[index + 1] {
      case 0xa0, 0xad: return (nil, 2, false)
      case 0xab, 0xbb: return (.quote, 2, false)
      case 0xa1...0xa9, 0xac, 0xae...0xb4, 0xb6...0xb9, 0xbf: return (.other, 2, false)
      default: return (nil, 0, false)
      }
    }
    guard byte == 0xe2 || byte == 0xe3 || byte == 0xef, index + 2 < end else {
      return (nil, 0, false)
    }
    switch (byte, text[index + 1], text[index + 2]) {
    case (0xe2, 0x80, 0x99): return (.quote, 3, true)
    case (0xe2, 0x80, 0x98), (0xe2, 0x80, 0x9a...0x9f), (0xe2, 0x80, 0xb9), (0xe2, 0x80, 0xba):
      return (.quote, 3, false)
    case (0xe2, 0x80, 0x80...0x8f), (0xe2, 0x80, 0xa8...0xaf), (0xe3, 0x80, 0x80),
      (0xef, 0xbb, 0xbf):
      return (nil, 3, false)
    case (0xe2, 0x80, 0x90), (0xe2, 0x80, 0x91): return (nil, 0, false)
    case (0xe2, 0x80, 0x92...0x95): return (.dash, 3, false)
    case (0xe2, 0x80, 0xa6): return (.stop, 3, false)
    case (0xe2, 0x80, _), (0xe2, 0x82, _), (0xe2, 0x84...0xaf, _): return (.other, 3, false)
    case (0xe3, 0x80, 0x81): return (.comma, 3, false)
    case (0xe3, 0x80, 0x82): return (.stop, 3, false)
    default: return (nil, 0, false)
    }
  }

  /// À to Þ.
  private static func isUpperLatin(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    text[start] == 0xc3 && start + 1 < end && (0x80...0x9e).contains(text[start + 1])
  }
}
