import GraphModel
import Testing

@testable import GraphBuilding

/// What is done against a condition, what others have, what evidence leaves open: none of it is
/// told of the condition.
@Suite struct CounteredTests {
  private func lines(_ text: String, under heading: String, of focus: String) -> [String] {
    read("---\ncondition: \(focus)\n---\n\n## \(heading)\n\n\(text)\n").lines
  }

  @Test(arguments: [
    "Efforts to reduce inflation sometimes lead to unemployment.",
    "Attempts to curb inflation can cause a recession.",
    "Policies to fight high inflation lead to bankruptcies.",
    "Measures against inflation may cause job losses.",
    "Programmes aimed at controlling inflation cause poverty.",
    "The fight against inflation causes strikes.",
    "Tackling inflation can cause hardship.",
    "The crackdown on inflation led to riots.",
  ])
  func whatIsDoneAgainstItHasEffectsOfItsOwn(sentence: String) {
    let found = lines(sentence, under: "Effects", of: "inflation")
    #expect(!found.contains { $0.hasPrefix("inflation -") }, "\(found)")
  }

  @Test(arguments: [
    ("Inflation leads to unemployment.", "unemployment"),
    ("Failure to control inflation leads to poverty.", "poverty"),
    ("Rising inflation causes strikes.", "strikes"),
  ])
  func theConditionItselfKeepsItsEffects(sentence: String, effect: String) {
    let found = lines(sentence, under: "Effects", of: "inflation")
    #expect(found == ["inflation -causes-> \(effect)"], "\(sentence)")
  }

  @Test(arguments: [
    "Hives can come in many shapes, depending on what's causing hives.",
    "Communities bear significant costs in providing shelter.",
    "Families struggle to pay rent.",
  ])
  func aClauseIsNoName(sentence: String) {
    #expect(lines("- \(sentence.dropLast())", under: "Effects", of: "hives").isEmpty)
  }

  @Test func thoseThatAreMeantAreNoMembers() {
    #expect(
      names("certain drugs, such as those used for cancer, arthritis and gout") == "drugs")
    #expect(names("drinks, including ones with caffeine, sugar and dyes") == "drinks")
    #expect(names("drinks, such as coffee and tea") == "drinks: coffee, tea")
  }

  @Test(arguments: [
    ("Regurgitation of food or sour liquid", "Regurgitation of food or sour liquid"),
    ("Vomiting of food or liquid", "Vomiting of food or liquid"),
    ("Loss of appetite or nausea", "Loss of appetite; nausea"),
    ("Loss of balance or coordination", "Loss of balance; Loss of coordination"),
    ("Circular or patchy bald spots", "Circular or patchy bald spots"),
  ])
  func whatIsSharedIsToldByTheThings(text: String, expected: String) {
    #expect(names(text) == expected)
  }

  @Test func anOccasionIsNoSign() {
    let found = lines(
      "- Squeaking when chewing, which is a common sign of lockjaw in dogs", under: "Symptoms",
      of: "lockjaw")
    #expect(found == ["lockjaw -has_phenotype-> squeaking when chewing"])
  }

  @Test(arguments: [
    "The evidence points both ways.", "Studies disagree.", "The results are mixed.",
    "So far there are only conflicting findings.",
  ])
  func evidenceThatSettlesNothingMakesNoCause(sentence: String) {
    #expect(lines("- **Tobacco:** \(sentence)", under: "Causes", of: "acne").isEmpty)
  }

  @Test func aReportThatOthersFailedToRepeatMakesNoCause() {
    let found = lines(
      "- **Tobacco:** The evidence points both ways. A link with adult acne was reported by one "
        + "team, others found none.", under: "Causes", of: "acne")
    #expect(found.isEmpty)
  }

  @Test(arguments: [
    (
      "foods that are rich in oxalate, such as spinach, rhubarb and almonds",
      "foods rich in oxalate: spinach, rhubarb, almonds"
    ),
    ("drinks that are high in sugar and sleep", "drinks high in sugar; sleep"),
    ("meals which are very low in fibre", "meals low in fibre"),
    ("foods rich in salt", "foods rich in salt"),
    ("drinks containing caffeine, and stress", "drinks containing caffeine; stress"),
    ("a lifestyle full of stress", "lifestyle full of stress"),
    ("the northern diet, rich in sugars and fats", "northern diet: sugars, fats"),
  ])
  func whatAThingIsRichInLimitsIt(text: String, expected: String) {
    #expect(names(text) == expected)
  }
}
