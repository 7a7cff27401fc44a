/// Reads XML strictly enough to tell whether it is well-formed, and collects what it says.
///
/// Knows elements, attributes in double quotes, the five predefined entities and character
/// references: all that the SVG writer uses. Anything else is a problem.
struct XMLChecker {
  struct Element: Equatable {
    var name: String
    var attributes: [String: String] = [:]
    var text = ""
    var depth: Int
  }

  private(set) var elements: [Element] = []
  private(set) var problem: String?
  private var rest: Substring.UnicodeScalarView

  init(_ bytes: [UInt8]) {
    let text = String(validating: bytes, as: UTF8.self)
    rest = Substring(text ?? "").unicodeScalars
    if text == nil {
      problem = "no valid UTF-8"
      return
    }
    for scalar in rest
    where scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r"
      || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    {
      problem = "a character that XML does not allow"
      return
    }
    if take("<?xml") { _ = through("?>") }
    parse()
  }

  private mutating func parse() {
    var open: [Int] = []
    while problem == nil, !rest.isEmpty {
      if take("</") {
        let name = through(">")
        guard let last = open.popLast(), elements[last].name == name else {
          problem = "</\(name)> closes nothing"
          return
        }
      } else if take("<") {
        let name = word()
        if name.isEmpty {
          problem = "no name"
          return
        }
        var element = Element(name: name, depth: open.count)
        if open.isEmpty, !elements.isEmpty { problem = "two roots" }
        while problem == nil {
          let isSpaced = skipSpace()
          if take("/>") {
            elements.append(element)
            break
          }
          if take(">") {
            open.append(elements.count)
            elements.append(element)
            break
          }
          let key = word()
          guard isSpaced, !key.isEmpty, take("=\"") else {
            problem = "a broken tag <\(name)"
            return
          }
          if element.attributes[key] != nil { problem = "\(key) twice in <\(name)>" }
          element.attributes[key] = decoded(through("\""))
        }
      } else {
        var text = String.UnicodeScalarView()
        while let next = rest.first, next != "<" {
          text.append(next)
          rest.removeFirst()
        }
        let plain = decoded(String(text))
        if String(text).contains("]]>") { problem = "]]> in text" }
        if let last = open.last {
          elements[last].text += plain
        } else if !plain.allSatisfy(\.isWhitespace) {
          problem = "text outside the root"
        }
      }
    }
    if problem == nil, !open.isEmpty { problem = "<\(elements[open[0]].name)> is not closed" }
  }

  private mutating func take(_ prefix: String) -> Bool {
    guard rest.starts(with: prefix.unicodeScalars) else { return false }
    rest.removeFirst(prefix.unicodeScalars.count)
    return true
  }

  private mutating func through(_ end: String) -> String {
    var result = String.UnicodeScalarView()
    while !rest.isEmpty {
      if take(end) { return String(result) }
      if rest.first == "<", end == "\"" { break }
      if let next = rest.popFirst() { result.append(next) }
    }
    problem = "no \(end)"
    return ""
  }

  private mutating func skipSpace() -> Bool {
    var found = false
    while let next = rest.first, next == " " || next == "\n" {
      rest.removeFirst()
      found = true
    }
    return found
  }

  private mutating func word() -> String {
    var result = String.UnicodeScalarView()
    while let next = rest.first,
      next.properties.isAlphabetic || "-_:0123456789".unicodeScalars.contains(next)
    {
      result.append(next)
      rest.removeFirst()
    }
    return String(result)
  }

  private mutating func decoded(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let amp = rest.firstIndex(of: "&") {
      result += rest[..<amp]
      rest = rest[rest.index(after: amp)...]
      guard let end = rest.firstIndex(of: ";") else {
        problem = "a bare &"
        return result
      }
      let name = rest[..<end]
      rest = rest[rest.index(after: end)...]
      let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
      if let plain = known[String(name)] {
        result += plain
      } else if name.hasPrefix("#"), let value = UInt32(name.dropFirst()),
        let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
      } else {
        problem = "&\(name);"
      }
    }
    return result + rest
  }
}
