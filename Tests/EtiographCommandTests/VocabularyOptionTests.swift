import Testing

@Suite struct VocabularyOptionTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(
      "---\ncondition: migraine\n---\n# Migraine\n\n## Causes of migraine\n\n"
        + "- **Anaemia:** Anaemia may contribute to migraine.\n", to: "a.md")
    try workshop.write("[Term]\nid: HP:1\nname: Anemia\n", to: "terms/hp.obo")
    try workshop.write("[Term]\nid: MONDO:1\nname: anemia\n", to: "terms/mondo.obo")
    try workshop.write("# No vocabulary\n", to: "terms/notes.md")
  }

  @Test func aNameIsGroundedInTheVocabularyThatIsGiven() throws {
    let run = try workshop.run("describe", "anemia", "-g", "a.md", "--vocabulary", "terms/hp.obo")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains("HP:1"))
  }

  @Test func ofAFolderOnlyTheVocabulariesAreRead() throws {
    let run = try workshop.run("check", "-g", "a.md", "--vocabulary", "terms")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains("3 files checked"))
    #expect(run.text.contains("'anaemia' can mean"))
    #expect(run.text.contains("HP:1 'Anemia' (terms/hp.obo) or MONDO:1 'anemia' (terms/mondo.obo)"))
  }

  @Test(arguments: ["a.md", "nowhere.obo"])
  func whatIsNoVocabularyIsAnError(path: String) throws {
    let run = try workshop.run("stats", "-g", "a.md", "--vocabulary", path)
    #expect(run.code == 2)
    #expect(run.errors.contains(path))
  }
}
