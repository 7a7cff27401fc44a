import GraphModel
import Testing

@testable import GraphBuilding

/// Blocks as `kind|text`, to compare a whole document at once.
private func blocks(_ document: Document) -> [String] {
  document.blocks.map { block in
    let kind =
      switch block.kind {
      case .heading(let level): "h\(level)"
      case .paragraph: "p"
      case .item(let depth, let number): "li\(depth)\(number.map { "#\($0)" } ?? "")"
      case .continuation(let depth): "+\(depth)"
      case .cell(let row, let column): "\(row),\(column)"
      case .footnote: "fn"
      case .code: "code"
      }
    return "\(kind)|\(document.string(block.text))"
  }
}

private func source(_ text: String) -> SourceText {
  SourceText(name: "f", bytes: Array(text.utf8))
}

/// Every word of the document stands in the file where the document says.
private func isAligned(_ document: Document) -> Bool {
  document.blocks.allSatisfy { block in
    block.text.allSatisfy { index in
      let byte = document.text[index]
      return byte.isSpaceByte || document.source.bytes[document.sourceOffset(of: index)] == byte
    }
  }
}

@Suite struct MarkdownParserTests {
  @Test func readsBlocks() {
    let document = MarkdownParser.parse(
      source(
        """
        # One *two*

        A paragraph
        of two lines.

        - item
          - nested

          more of the item
        3. third
        4. fourth

        > quoted text

        ```
        code
        ```

        | a | b |
        | - | - |
        | c | d |
        """), from: 0)
    #expect(
      blocks(document) == [
        "h1|One two", "p|A paragraph of two lines.", "li1|item", "li2|nested",
        "+1|more of the item", "li1#3|third", "li1#4|fourth", "p|quoted text", "code|code",
        "0,0|a", "0,1|b", "1,0|c", "1,1|d",
      ])
    #expect(isAligned(document))
  }

  @Test func findsTextAmongMarkup() {
    let text = """
      **Bold:** see [a link](https://x.org/a_(b) "a link") and ![an image](i.png) then `code`,
      \\*not bold\\*, a < b <br> c, [ref][r] <!-- note --> end.

      [r]: https://y.org
      """
    let document = MarkdownParser.parse(source(text), from: 0)
    #expect(
      blocks(document) == [
        "p|Bold: see a link and  then code, *not bold*, a < b  c, ref  end."
      ])
    #expect(isAligned(document))
    let links = document.spans.compactMap { span in
      if case .link(let url) = span.kind { return "\(document.string(span.text)) \(url)" }
      return nil
    }
    #expect(links == ["a link https://x.org/a_(b)", "ref https://y.org"])
    #expect(document.strongRange(at: 0).map(document.string) == "Bold:")
  }

  @Test func placesEntitiesAndWhatFollowsThem() {
    let text = "Heart &amp; lungs &#233;t&eacute; caf\u{e9} &unknown; end"
    let document = MarkdownParser.parse(source(text), from: 0)
    #expect(blocks(document) == ["p|Heart & lungs \u{e9}t\u{e9} caf\u{e9} &unknown; end"])
    let bytes = Array("end".utf8)
    let place = document.sourceRange(of: (document.text.count - 3)..<document.text.count)
    #expect(Array(document.source.bytes[place]) == bytes)
    #expect(document.scalarRange(of: place.isEmpty ? 0..<0 : 0..<5) == 0..<5)
  }

  @Test func keepsMarksOfFootnotes() {
    let document = MarkdownParser.parse(
      source("Salt[^s] matters.\n\n[^s]: Doe J. Salt. J Ex. 2001.\n"), from: 0)
    #expect(blocks(document) == ["p|Salt matters.", "fn|Doe J. Salt. J Ex. 2001."])
    #expect(document.footnoteMarks == [Document.FootnoteMark(label: "1", offset: 4)])
  }

  @Test func takesForeignBulletsAsItems() {
    var document = MarkdownParser.parse(source("\u{2022} one\n\u{2022} two\nand more\n"), from: 0)
    document.shapeBlocks()
    #expect(blocks(document) == ["li1|one", "li1|two and more"])
  }

  @Test func removesStretchesAndKeepsPlaces() {
    let document = MarkdownParser.parse(source("One [x] two.\n\n**Three** [y] four."), from: 0)
    let edited = document.removing([3..<7, 17..<21], moving: [3, 8, 25])
    #expect(blocks(edited.document) == ["p|One two.", "p|Three four."])
    #expect(edited.places == [3, 4, 17])
    #expect(edited.document.strongRange(at: 8).map(edited.document.string) == "Three")
    #expect(isAligned(edited.document))
  }
}

@Suite struct PlainTextParserTests {
  @Test func readsHeadingsListsAndParagraphs() {
    let document = PlainTextParser.parse(
      source(
        """
        What causes gout

        Gout is old. It was
        known to the Romans.

          \u{2022} Beer: it is rich in purines
            and in sugar
          \u{2022}  Red meat

        Signs
        =====
        1) Pain
        2) Swelling

        A list that lost its bullets:

        Fatigue
        Fever
        Chills

        The end
        """), from: 0)
    #expect(
      blocks(document) == [
        "h3|What causes gout", "p|Gout is old. It was known to the Romans.",
        "li1|Beer: it is rich in purines and in sugar", "li1|Red meat", "h1|Signs",
        "li1#1|Pain", "li1#2|Swelling", "p|A list that lost its bullets:", "li1|Fatigue",
        "li1|Fever", "li1|Chills", "p|The end",
      ])
    #expect(isAligned(document))
  }

  @Test func nestsItemsByIndentation() {
    let document = PlainTextParser.parse(source("- a\n  - b\n    - c\n  - d\n- e\n"), from: 0)
    #expect(blocks(document) == ["li1|a", "li2|b", "li3|c", "li2|d", "li1|e"])
  }

  @Test(arguments: ["", "\n\n\n", "\u{feff}", "-", "1.", "#", "===", "\u{2022}", " \t\r\n"])
  func readsNextToNothing(text: String) {
    #expect(PlainTextParser.parse(source(text), from: 0).blocks.count <= 1)
  }
}
