import Testing

@testable import GraphBuilding

/// Every example of the file of furniture is left out beside an article.
@Suite struct FurnitureWordsTests {
  static let words = FurnitureWords.english

  static let article = """
    # Gout

    Gout is a form of arthritis that is caused by crystals of uric acid in the joints.

    The crystals form when the kidneys cannot get rid of enough of the acid in the blood.
    """

  static let outline = [
    "# Gout",
    "Gout is a form of arthritis that is caused by crystals of uric acid in the joints.",
    "The crystals form when the kidneys cannot get rid of enough of the acid in the blood.",
  ]

  @Test func isWellFormed() {
    #expect(Self.words.badLines.isEmpty)
    #expect(Set(Self.words.entries.map(\.part)) == Set(FurnitureWords.Part.allCases))
    #expect(
      FurnitureWords(bytes: Array("x | \"x\"\n[no]\n[leads]\nx\ny | z\n".utf8)).badLines == [
        1, 2, 4, 5,
      ])
  }

  @Test(arguments: words.entries.indices)
  func exampleIsLeftOut(number: Int) {
    let entry = Self.words.entries[number]
    let place: Comment = "furniture line \(entry.line): \(entry.example)"
    switch entry.part {
    case .headings, .headingFillers, .headingBeginnings, .headingEnds:
      let text = Self.article + "\n\n## \(entry.example)\n\nSome words.\n\n- Others\n"
      #expect(document(text, name: "a.md").outline == Self.outline, place)
    case .leads, .lines, .notices, .networks:
      for text in [
        Self.article + "\n\n\(entry.example)\n",
        Self.article.replacing("\n\nThe", with: "\n\n\(entry.example)\n\nThe"),
      ] {
        #expect(document(text, name: "a.md").outline == Self.outline, place)
      }
    case .names, .linkNames, .sourceNames:
      check(entry.part, "class=\"\(entry.example)\"", place)
    case .roles:
      check(.names, "role=\"\(entry.example)\"", place)
    }
  }

  /// Every word of an attribute does by itself what its entry says.
  @Test(arguments: words.entries.indices)
  func everyNameIsKnown(number: Int) {
    let entry = Self.words.entries[number]
    guard [.names, .linkNames, .sourceNames, .roles].contains(entry.part) else { return }
    for word in entry.phrases {
      let isRole = entry.part == .roles
      let attribute = isRole ? "role='\(word)'" : "id='x-\(word)'"
      check(isRole ? .names : entry.part, attribute, "furniture line \(entry.line): \(word)")
    }
  }

  private func check(_ part: FurnitureWords.Part, _ attribute: String, _ place: Comment) {
    let body = DocumentsFurnitureTests.article
    let text = "Some words that are there for this test."
    let plain = "<div \(attribute)><p>\(text)</p></div>"
    let linked = "<div \(attribute)><p><a href='/x'>\(text)</a> and one</p></div>"
    switch part {
    case .names:
      #expect(document(page(body + plain)).blocks.count == 3, place)
    case .linkNames:
      #expect(document(page(body + plain)).blocks.count == 4, place)
      #expect(document(page(body + linked)).blocks.count == 3, place)
    default:
      #expect(document(page(body + plain)).blocks.count == 4, place)
    }
  }

  /// In Markdown and plain text, between the paragraphs of an article.
  @Test(arguments: [
    "By Jo Roe", "By Dr Jo Roe, MD, and Ann Lee", "Written by Jo Roe on 3 May 2020",
    "*Medically reviewed by Jo Roe, MD — updated on 3 May 2020*", "Last updated: May 2020",
    "Published: 3 May 2020 | Updated: 4 May 2020", "5 min read", "© 2020 The site of health",
    "Copyright: the site", "Home » Health » Gout", "You are here: Home / Health / Gout",
    "Share on Facebook", "Facebook Twitter LinkedIn Email", "Tags: joints, diet, pain",
    "Read more: Ten foods for your joints", "**Read next:** Ten foods for your joints",
    "Related guides:\n\n- Ten foods\n- Sleep well", "You may also like:\n\n- Ten foods",
    "In this article:\n\n- Causes\n- Outlook", "We use cookies. Accept all cookies or manage them.",
    "Sign up for our newsletter and never miss a post.", "Enter your email address",
    "Photo: Jo Roe", "Image by Jo Roe from the archive", "Credit: Jo Roe / The archive",
    "This article is for informational purposes only and is not a substitute for professional "
      + "medical advice. Always ask your doctor.",
    "Was this article helpful?", "Thanks for reading!", "Leave a comment below.",
  ])
  func linesOfThePageAreLeftOut(line: String) {
    let text = Self.article.replacing("\n\nThe", with: "\n\n\(line)\n\nThe")
    #expect(document(text, name: "a.md").outline == Self.outline)
    let plain = document(text.replacing("# ", with: "").replacing("*", with: ""), name: "a.txt")
    #expect(plain.outline.suffix(2) == Self.outline.suffix(2))
    #expect(plain.blocks.count == 3)
  }

  @Test(arguments: [
    "By age fifty, one in ten has had an attack.", "By eating less meat, some avoid attacks.",
    "Related illnesses include high blood pressure.", "Home remedies do little for it.",
    "Photosensitivity is no sign of it.", "Sharing towels does not spread it.",
    "Published studies link it to beer.", "Contents of the stomach have no part in it.",
    "Share prices have no part in it, says a study.", "Images show the crystals: needles.",
    "Reviewed studies point to beer.", "Credit goes to those who found the acid.",
    "Advertisement of beer leads to more attacks.", "Tags on food do not tell of purines.",
    "It is not a substitute for water: beer causes attacks.", "Search for a cause goes on.",
    "Comments by patients point to beer.", "Cookies and cakes make it worse.",
    "Authors of reviews agree that beer causes it.", "Subscribers to the theory blame beer.",
  ])
  func linesOfTheArticleStay(line: String) {
    let text = Self.article + "\n\n\(line)\n"
    #expect(document(text, name: "a.md").outline == Self.outline + [line])
  }

  @Test func listsOfTheHeadingsBelowThemAreLeftOut() {
    let contents = "- Symptoms\n- Causes of gout\n- Treatment\n"
    let sections = "## Symptoms\n\nPain.\n\n## Causes of gout\n\nBeer.\n\n## Treatment\n\nRest.\n"
    #expect(
      document("# Gout\n\n\(contents)\n\(sections)", name: "a.md").outline
        == document("# Gout\n\n\(sections)", name: "a.md").outline)
    // Names whose headings follow are what the list says they are.
    let causes = "# Causes of gout\n\nThe causes are:\n\n- Beer\n- Meat\n- Sugar\n\n"
    let read = document(causes + "## Beer\n\nA.\n\n## Meat\n\nB.\n\n## Sugar\n\nC.\n", name: "a.md")
    #expect(read.outline.contains("- Meat"))
  }

  @Test func listsOfWorksStay() {
    let text = Self.article + "\n\n## Further reading\n\n1. Roe J. Gout. 2015.\n"
    #expect(document(text, name: "a.md").blocks.count == 5)
  }

  @Test func captionsAreLeftOut() {
    let text = "# Gout\n\n![A joint](joint.png)\n*Beer causes gout.*\n\n*Beer* may cause gout.\n"
    #expect(document(text, name: "a.md").outline == ["# Gout", "Beer may cause gout."])
  }
}
