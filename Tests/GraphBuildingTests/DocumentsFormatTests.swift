import Testing

@testable import GraphBuilding

@Suite struct DocumentsFormatTests {
  @Test func readsTablesFootnotesAndHTMLInMarkdown() {
    let text = """
      # Gout

      | Cause | Share |
      | --- | --- |
      | Beer | much |

      It hurts.[^1]

      <style>
      p { color: red }
      </style>

      <details><summary>What causes it?</summary>

      Crystals do.

      </details>

      <!-- a comment -->
      <div><p>Raw <b>HTML</b> &amp; text</p></div>

      [^1]: A study.
      """
    #expect(
      document(text, name: "a.md").outline == [
        "# Gout", "|0.0| Cause", "|0.1| Share", "|1.0| Beer", "|1.1| much", "It hurts.",
        "####### What causes it?", "Crystals do.", "Raw HTML & text", "[^] A study.",
      ])
  }

  @Test func readsQuestionsInFrontMatterAtTheirPlaces() {
    let text = """
      ---
      title: Gout
      faq:
        - q: "What causes gout?"
          a: 'Crystals of uric acid.'
        - question: Is it painful?
          answer: Yes, it is.
      ---
      Gout is a disease.
      """
    let read = document(text, name: "a.md")
    #expect(
      read.outline == [
        "Gout is a disease.", "## What causes gout?", "Crystals of uric acid.",
        "## Is it painful?", "Yes, it is.",
      ])
    for block in read.blocks {
      let bytes = read.source.bytes[read.sourceRange(of: block.text)]
      #expect(String(decoding: bytes, as: UTF8.self) == read.string(block.text))
    }
  }

  @Test func readsQuestionsAndAnswersInBoldLines() {
    let text = """
      ## FAQ
      **Q: What is gout?**\("  ")
      A: A form of arthritis.

      What causes it?

      Crystals.
      """
    #expect(
      document(text, name: "a.md").outline == [
        "## FAQ", "####### What is gout?", "A form of arthritis.", "####### What causes it?",
        "Crystals.",
      ])
  }

  @Test(arguments: [
    "The causes are:\nBeer\nred meat\nObesity\n\nIt hurts.",
    "The causes are:\n\nBeer\n\nred meat\n\nObesity\n\nOutlook\n\nIt hurts, often at night.",
  ])
  func shortLinesBehindAColonAreAList(text: String) {
    let outline = document(text, name: "a.txt").outline
    #expect(outline.prefix(4) == ["The causes are:", "- Beer", "- red meat", "- Obesity"])
  }

  @Test func askedLinesAreHeadingsInPlainText() {
    let text = "Gout\n\nWhat is (are) Gout ?\n\nGout is a disease of the joints."
    #expect(
      document(text, name: "a.txt").outline == [
        "## Gout", "## What is (are) Gout ?", "Gout is a disease of the joints.",
      ])
  }

  // MARK: Encodings

  @Test(arguments: [
    "<meta charset=iso-8859-1>", "<meta charset='Windows-1252'>", "",
    "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=latin1'>",
  ])
  func readsWindows1252(meta: String) {
    var bytes = Array("<html><head>\(meta)</head><p>caf".utf8)
    bytes += [0xe9, 0x20, 0x93]
    bytes += Array("ok".utf8) + [0x94]
    #expect(document(bytes).outline == ["café “ok”"])
  }

  @Test func whatIsValidUTF8IsReadAsSuchWhateverItDeclares() {
    #expect(document("<meta charset=latin1><p>café").outline == ["café"])
  }

  @Test(arguments: [true, false]) func readsUTF16(isBigEndian: Bool) {
    var bytes: [UInt8] = isBigEndian ? [0xfe, 0xff] : [0xff, 0xfe]
    for unit in page("<p>Ödem &amp; 😀</p>").utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xff)]
      bytes += isBigEndian ? pair : pair.reversed()
    }
    #expect(document(bytes).outline == ["Ödem & 😀"])
  }
}
