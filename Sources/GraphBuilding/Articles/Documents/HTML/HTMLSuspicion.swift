/// How much the tag and the attributes of an element speak for page furniture: what surrounds an
/// article on its page and is none of it.
enum HTMLSuspicion: UInt8, Sendable {
  case none
  /// Furniture where most of its text is links.
  case links
  /// Furniture, unless it holds a good part of the page's prose.
  case likely
  /// Never prose.
  case certain
}

extension HTMLTree {
  /// What the tag and the attributes of a node say of it.
  ///
  /// - Complexity: O(length of the start tag).
  func suspicion(of node: Int) -> HTMLSuspicion {
    let tag = nodes[node].tag
    if tag.isNeverProse { return .certain }
    var result: HTMLSuspicion
    switch tag {
    case .aside, .header, .footer, .form: result = .likely
    case .button: return isDisclosure(node) ? .none : .certain
    case .a: return isBackLink(node) ? .certain : .none
    case .text, .html, .body, .main, .br, .hr: return .none
    default: result = .none
    }
    for attribute in attributes(of: node) {
      let name = bytes[attribute.name]
      switch name.count {
      case 2 where tag.isBlock && matches(name, "id"),
        5 where tag.isBlock && matches(name, "class"):
        guard tag != .td, tag != .th, tag != .tr else { continue }
        switch suspicion(ofName: attribute.value) {
        case nil: return .none
        case let found?: result = max(result, found)
        }
      case 4 where matches(name, "role"):
        let words = FurnitureWords.english
        if words.has(words.id(bytes, attribute.value), in: .roles) { result = max(result, .likely) }
      case 5 where matches(name, "style"):
        if hides(attribute.value) { result = .likely }
      case 6 where matches(name, "hidden"): result = .likely
      case 11 where matches(name, "aria-hidden"):
        if matches(bytes[attribute.value], "true") { result = .likely }
      default: break
      }
    }
    return result
  }

  /// A button that opens the part of the page which it is the heading of.
  private func isDisclosure(_ node: Int) -> Bool {
    var parent = Int(nodes[node].parent)
    for _ in 0..<3 where parent >= 0 {
      let tag = nodes[parent].tag
      if tag.headingLevel != nil || tag == .summary || tag == .dt { return true }
      parent = Int(nodes[parent].parent)
    }
    return false
  }

  /// A link such as "↩" or "^" from a footnote back to its mark.
  private func isBackLink(_ node: Int) -> Bool {
    guard let url = attribute("href", of: node), url.hasPrefix("#") else { return false }
    let end = Int(nodes[node].end)
    guard end - node < 8 else { return false }
    return !(node..<end).contains { inner in
      nodes[inner].tag == .text
        && decoded(nodes[inner].source).contains {
          $0.isDigitByte || $0.isLowerByte || $0.isUpperByte
        }
    }
  }

  private func matches(_ slice: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    slice.count == word.utf8CodeUnitCount
      && word.withUTF8Buffer { slice.lazy.map(\.lowered).elementsEqual($0) }
  }

  private func hides(_ value: Range<Int>) -> Bool {
    let style = bytes[value].prefix(2000).filter { !$0.isSpaceByte }.map(\.lowered)
    let text = String(decoding: style, as: UTF8.self)
    return text.contains("display:none") || text.contains("visibility:hidden")
  }

  /// What the words of a class or an identifier say, `siteHeader`, `site-header` and `site_header`
  /// alike; nil where they name a list of sources.
  private func suspicion(ofName value: Range<Int>) -> HTMLSuspicion? {
    let words = FurnitureWords.english
    var result = HTMLSuspicion.none
    var start: Int?
    var wasLower = false
    for index in value.prefix(2000) + [value.upperBound] {
      let byte = index < value.upperBound ? bytes[index] : 0x20
      let isLetter = byte.isUpperByte || byte.isLowerByte
      if let first = start, !isLetter || byte.isUpperByte && wasLower {
        let word = words.id(bytes, first..<index)
        start = nil
        if word != WordTable.unknown {
          if words.has(word, in: .sourceNames) { return nil }
          if words.has(word, in: .names) {
            result = .likely
          } else if words.has(word, in: .linkNames) {
            result = max(result, .links)
          }
        }
      }
      if isLetter, start == nil { start = index }
      wasLower = byte.isLowerByte
    }
    return result
  }
}

extension HTMLSuspicion: Comparable {
  static func < (one: HTMLSuspicion, other: HTMLSuspicion) -> Bool {
    one.rawValue < other.rawValue
  }
}
