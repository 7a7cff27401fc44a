import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct SectionTests {
  /// What stands under a heading in an article about gout.
  private func lines(_ body: String) -> [String] {
    read("---\ncondition: gout\n---\n\n\(body)\n").lines
  }

  @Test(arguments: [
    ("The usual suspects", "beer -contributes_to-> gout"),
    ("Why does it happen?", "beer -contributes_to-> gout"),
    ("Who is most at risk?", "beer -contributes_to-> gout"),
    ("What sets off gout", "beer -contributes_to-> gout"),
    ("How will I know?", "gout -has_phenotype-> beer"),
    ("What might you notice?", "gout -has_phenotype-> beer"),
    ("What can go wrong?", "gout -contributes_to-> beer"),
    ("What it does to you", "gout -contributes_to-> beer"),
    ("What happens if you ignore it?", "gout -contributes_to-> beer"),
  ])
  func knowsOpenlyWordedHeadings(heading: String, line: String) {
    #expect(lines("## \(heading)\n\n- Beer") == [line])
  }

  @Test(arguments: [
    "Getting relief", "What works", "Putting it right", "What it isn't", "How to stop it",
    "Have questions?", "Solutions", "Can I drive with it?", "Our medical experts",
  ])
  func readsNothingUnderAdvice(heading: String) {
    #expect(lines("## \(heading)\n\n- Beer\n\nBeer causes gout.").isEmpty)
  }

  @Test func sideEffectsOfATreatmentAreNoneOfTheCondition() {
    let text = "## Treatment\n\nTablets.\n\n### Side effects\n\n- Nausea\n\n### Symptoms\n\n- Rash"
    #expect(lines(text).isEmpty)
  }

  @Test func aPartOfASectionIsNothingByThatName() {
    let found = lines(
      "## Effects\n\n### Social effects\n\n- Lost work\n\n### History\n\nText.\n\n### Joint damage")
    #expect(!found.contains { $0.contains("ocial") })
    #expect(found.contains("gout -contributes_to-> lost work"))
    #expect(found.contains("gout -contributes_to-> joint damage"))
  }

  @Test func aQuestionUnderAnOverviewHasItsOwnRole() {
    let found = lines(
      "## Frequently asked questions\n\n### What are the symptoms of gout?\n\n- Swelling")
    #expect(found == ["gout -has_phenotype-> swelling"])
  }

  @Test func aListBehindItsSentenceBelongsToThat() {
    let found = lines("## Overview\n\nCommon symptoms include:\n\n- Swelling\n- Heat")
    #expect(found == ["gout -has_phenotype-> swelling", "gout -has_phenotype-> heat"])
  }

  @Test func theCausesOfSomethingElseAreNotItsCauses() {
    #expect(lines("## Causes of anaemia\n\n- Heavy periods").isEmpty)
    #expect(
      lines("## Causes of chronic gout\n\n- Beer") == ["beer -contributes_to-> gout"])
    #expect(lines("## Causes of gout attacks\n\n- Beer") == ["beer -contributes_to-> gout"])
    #expect(lines("## Causes of the disease\n\n- Beer") == ["beer -contributes_to-> gout"])
  }
}
