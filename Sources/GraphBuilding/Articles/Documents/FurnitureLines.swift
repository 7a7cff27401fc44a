/// Paragraphs that tell of the page and not of its subject, by their words: bylines, dates of
/// review, share lines, cookie notices, promotions, breadcrumbs, credits, disclaimers.
struct FurnitureLines {
  private let words: FurnitureWords

  init(_ words: FurnitureWords = .english) { self.words = words }

  enum Finding: Hashable {
    case none
    case furniture
    /// A line such as "Related guides:", which is the head of the list behind it.
    case head
  }

  /// A line that leads elsewhere or tells of the page has no more words than this, a notice no
  /// more than that.
  private static let longestLine = 25
  private static let longestNotice = 50

  /// What a paragraph is.
  ///
  /// - Parameter isLinks: whether it is nothing but links.
  /// - Complexity: O(length), but for no more than fifty words.
  func find(_ text: [UInt8], _ range: Range<Int>, isLinks: Bool) -> Finding {
    let line = FurnitureLine(text, range, most: Self.longestNotice, words)
    guard !line.ids.isEmpty, !line.isLong else { return .none }
    if line.ids.count <= Self.longestLine {
      if let end = words.end(of: .leads, in: line.ids, from: 0) {
        if end == line.ids.count {
          // A word by itself may be the heading of what follows in plain text.
          return text[range.upperBound - 1] == 0x3a ? .head : end > 1 ? .furniture : .none
        }
        let behind = text[line.ranges[end - 1].upperBound..<line.ranges[end].lowerBound]
        if isLinks || Self.leads(behind) { return .furniture }
      }
      if words.end(of: .lines, in: line.ids, from: 0) != nil { return .furniture }
      if isByline(line, text) || isOfNetworks(line) || begins(text, range, "©") {
        return .furniture
      }
    }
    for start in line.ids.indices
    where words.end(of: .notices, in: line.ids, from: start) != nil { return .furniture }
    return .none
  }

  /// A colon, a bar, an arrow or a slash.
  private static func leads(_ marks: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: marks, as: UTF8.self)
    return text.contains { ":|>»›→·•".contains($0) } || text.contains(" / ")
  }

  /// "By Jo Roe, MD, and Ann Lee": nothing but names behind "by", and no full stop.
  private func isByline(_ line: FurnitureLine, _ text: [UInt8]) -> Bool {
    guard line.ids.count > 2, line.ids.count < 16, let first = line.ranges.first,
      text[first].map(\.lowered).elementsEqual("by".utf8), let last = line.ranges.last
    else { return false }
    let joins: [String] = ["and", "for", "of", "the", "on", "de", "van", "von", "in"]
    let isNames = line.ranges.dropFirst().allSatisfy { word in
      text[word.lowerBound].isUpperByte
        || joins.contains(String(decoding: text[word], as: UTF8.self))
    }
    let isName = line.ranges.dropFirst().prefix(2).allSatisfy { text[$0.lowerBound].isUpperByte }
    let ends = text[last.upperBound...].first == 0x2e && last.count > 3
    return isNames && isName && !ends
  }

  private func isOfNetworks(_ line: FurnitureLine) -> Bool {
    line.ids.count > 1 && line.ids.count < 16
      && line.ids.allSatisfy { words.has($0, in: .networks) }
  }

  private func begins(_ text: [UInt8], _ range: Range<Int>, _ mark: String) -> Bool {
    text[range].starts(with: mark.utf8)
  }
}
