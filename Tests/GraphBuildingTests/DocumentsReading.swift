import GraphModel

@testable import GraphBuilding

/// Reads the blocks of an article.
func document(_ text: String, name: String = "page.html") -> Document {
  document(Array(text.utf8), name: name)
}

func document(_ bytes: [UInt8], name: String = "page.html") -> Document {
  DocumentReader(lexicon: .english).read(InputFile(name: name, bytes: bytes)).document
}

/// A page with a body, as browsers save it.
func page(_ body: String, head: String = "") -> String {
  "<!DOCTYPE html>\n<html lang=\"en\"><head>\(head)</head>\n<body>\n\(body)\n</body></html>\n"
}

extension Document {
  /// Each block with its kind: `# heading`, `p`, `- item`, `3. item`, `+ goes on`, `|0.1| cell`,
  /// `[^]` footnote, `=` code.
  var outline: [String] {
    blocks.map { block in
      let text = string(block.text)
      switch block.kind {
      case .heading(let level): return String(repeating: "#", count: level) + " " + text
      case .paragraph: return text
      case .item(let depth, let number):
        let indent = String(repeating: "  ", count: depth - 1)
        return indent + (number.map { "\($0). " } ?? "- ") + text
      case .continuation(let depth):
        return String(repeating: "  ", count: depth - 1) + "+ " + text
      case .cell(let row, let column): return "|\(row).\(column)| " + text
      case .footnote: return "[^] " + text
      case .code: return "= " + text
      }
    }
  }
}
