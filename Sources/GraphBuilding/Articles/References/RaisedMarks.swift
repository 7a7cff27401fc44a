/// Finds the numbers of a reference list that stick to the text, as raised numbers do once their
/// markup is lost: "… in the blood.1,2 But", "gout.⁴".
///
/// Only numbers of entries that the article lists count, so that "B12", "v2.0" and "CO₂" stay.
struct RaisedMarks {
  /// The numbers of the entries.
  private var listed: Set<String> = []

  var isEmpty: Bool { listed.isEmpty }

  init() {}

  /// - Complexity: O(blocks + length of the list).
  init(_ document: Document) {
    var isList = false
    for block in document.blocks {
      switch block.kind {
      case .heading:
        let heading = document.text[block.text].map(\.lowered)
        isList = Self.headings.contains { Self.stands($0, in: heading) }
      case .item(_, .some(let number)) where isList: listed.insert(String(number))
      case .footnote: listed.insert(String(listed.count + 1))
      default: break
      }
    }
  }

  private static let headings = [
    "reference", "bibliography", "sources", "citations", "literature", "works cited", "endnotes",
  ].map { Array($0.utf8) }

  private static func stands(_ word: [UInt8], in text: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { start in
      text[start] == word[0] && text[start..<(start + word.count)].elementsEqual(word)
    }
  }

  func areListed(_ keys: [CitationCluster.Key]) -> Bool {
    !keys.isEmpty && keys.allSatisfy { listed.contains($0.name) }
  }

  /// Whether a text without a list of references has marks: "… in the blood.1 But".
  ///
  /// - Complexity: O(length).
  static func mayStand(in text: [UInt8]) -> Bool {
    text.indices.dropFirst(4).contains { text[$0].isDigitByte && isBehindSentence(text, $0) }
  }

  /// The end of a mark to works that are listed nowhere: digits right behind the full stop of a
  /// sentence and before the next one.
  func orphanEnd(at start: Int, in block: Range<Int>, of text: [UInt8]) -> Int? {
    guard start > block.lowerBound + 3, text[start].isDigitByte,
      Self.isBehindSentence(text, start), !Self.isAbbreviated(text, start - 1, block)
    else { return nil }
    var end = start
    while end < block.upperBound, end - start < 12,
      text[end].isDigitByte || text[end] == 0x2c || text[end] == 0x2d
    {
      end += 1
    }
    guard text[end - 1].isDigitByte else { return nil }
    if end == block.upperBound { return end }
    guard text[end].isSpaceByte else { return nil }
    let next = text[end..<block.upperBound].first { !$0.isSpaceByte }
    return next.map { $0.isUpperByte || $0 == 0x2d } ?? true ? end : nil
  }

  /// Right behind a full stop behind a word in small letters.
  private static func isBehindSentence(_ text: [UInt8], _ start: Int) -> Bool {
    start > 3 && text[start - 1] == 0x2e
      && text[(start - 4)..<(start - 1)].allSatisfy(\.isLowerByte)
  }

  /// The end of a mark that begins here: plain digits right behind punctuation behind a word, or
  /// raised digits behind either, in front of a space or the end.
  func end(at start: Int, in block: Range<Int>, of text: [UInt8]) -> Int? {
    guard !listed.isEmpty, start > block.lowerBound + 2 else { return nil }
    let isPlain = text[start].isDigitByte
    guard isPlain || Self.raised(text, start) != nil else { return nil }
    let before = text[start - 1]
    let isBehindStop = ".,;:!?)".utf8.contains(before) && !text[start - 2].isDigitByte
    if isPlain {
      guard isBehindStop, !Self.isAbbreviated(text, start - 1, block) else { return nil }
    } else if !isBehindStop {
      // "m²", "cm³".
      guard text[(start - 3)..<start].allSatisfy(\.isLetterByte) else { return nil }
    }
    var end = start
    while end < block.upperBound {
      if text[end].isDigitByte {
        end += 1
      } else if let (_, length) = Self.raised(text, end) {
        end += length
      } else if end + 1 < block.upperBound, text[end] == 0x2c || text[end] == 0x2d,
        text[end + 1].isDigitByte
      {
        end += 1
      } else if text[end...].starts(with: [0xe2, 0x80, 0x93]), end + 3 < block.upperBound,
        text[end + 3].isDigitByte
      {
        end += 3
      } else {
        break
      }
    }
    let isEnded =
      end == block.upperBound || text[end].isSpaceByte || ".,;:!?)".utf8.contains(text[end])
    return isEnded && end > start ? end : nil
  }

  /// The mark in plain digits.
  func digits(_ range: Range<Int>, _ text: [UInt8]) -> ArraySlice<UInt8> {
    var plain: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let (digit, length) = Self.raised(text, index) {
        plain.append(digit)
        index += length
      } else {
        plain.append(text[index])
        index += 1
      }
    }
    return plain[...]
  }

  /// ¹ ² ³ and ⁰ ⁴ … ⁹.
  private static func raised(_ text: [UInt8], _ place: Int) -> (digit: UInt8, length: Int)? {
    if text[place] == 0xc2, place + 1 < text.count {
      switch text[place + 1] {
      case 0xb9: return (0x31, 2)
      case 0xb2: return (0x32, 2)
      case 0xb3: return (0x33, 2)
      default: return nil
      }
    }
    guard text[place] == 0xe2, place + 2 < text.count, text[place + 1] == 0x81 else { return nil }
    let last = text[place + 2]
    return last == 0xb0 || (0xb4...0xb9).contains(last) ? (0x30 + (last - 0xb0), 3) : nil
  }

  /// "Fig.2", "No.5": the stop belongs to a shortened word.
  private static func isAbbreviated(_ text: [UInt8], _ stop: Int, _ block: Range<Int>) -> Bool {
    guard text[stop] == 0x2e else { return false }
    var start = stop
    while start > block.lowerBound, text[start - 1].isLetterByte, stop - start < 6 { start -= 1 }
    let word = String(decoding: text[start..<stop].map(\.lowered), as: UTF8.self)
    return ["fig", "figs", "no", "nos", "p", "pp", "vol", "ch", "sec", "eq", "ver", "v", "dr"]
      .contains(word)
  }
}
