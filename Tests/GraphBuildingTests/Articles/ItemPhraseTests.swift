import GraphModel
import Testing

@testable import GraphBuilding

/// What items of lists name where they are no nouns.
@Suite struct ItemPhraseTests {
  /// The names that an article about hives relates to it.
  private func named(_ text: String, name: String = "a.md") -> [String] {
    read("# Hives\n\n" + text, name: name).claims
      .filter { !$0.isNegated && $0.predicate != .subclassOf }
      .map { $0.subject.text == "hives" ? "> \($0.object.text)" : "< \($0.subject.text)" }
  }

  // MARK: Doings and states

  @Test(arguments: [
    ("Are a woman", "being a woman"), ("are a young adult", "being a young adult"),
    ("Have been pregnant", "being pregnant"),
    ("Have been treated with radiation", "radiation"),
    ("Received radiation to the neck", "radiation to the neck"),
    ("Don't get much exercise", "not getting much exercise"),
    ("Do not drink enough water", "not drinking enough water"),
    ("Have a diet high in fat", "diet high in fat"), ("Lose weight very quickly", ""),
  ])
  func itemsGoOnWithTheirIntroduction(item: String, thing: String) {
    let found = named("## Risk factors\n\nYou are more likely to get hives if you:\n\n- \(item)\n")
    if thing.isEmpty {
      #expect(!found.contains { $0.hasSuffix("very") })
    } else {
      #expect(found == ["< \(thing)"])
    }
  }

  @Test(arguments: [
    ("there is too much histamine in the blood", ["< too much histamine in the blood"]),
    ("there's a draught", ["< draught"]),
    ("your blood contains too much histamine", ["< too much histamine in blood"]),
    ("there is no clear reason", []), ("there is nothing that prevents them", []),
  ])
  func whatThereIsIsNamed(item: String, things: [String]) {
    #expect(
      named("## Causes\n\nHives may occur when:\n\n- \(item)\n- dust\n") == things + ["< dust"])
  }

  @Test func adviceNamesNoCause() {
    #expect(named("## Prevention\n\nYou can prevent hives if you:\n\n- don't skip meals\n") == [])
    #expect(named("## Treatment\n\n- Don't take aspirin\n- Have been treated with heat\n") == [])
  }

  @Test func whatChangesIsASignByItself() {
    #expect(
      named("## Symptoms\n\n- thinning hair\n- worsening cough\n") == [
        "> thinning hair", "> worsening cough",
      ])
    #expect(named("## Prevention\n\n- thinning soups\n") == [])
    #expect(named("## Treatment\n\n- thinning blood\n") == [])
  }

  @Test func noSignsAreNoEffect() {
    #expect(!named("Hives may cause no signs or symptoms.").contains("> no signs"))
    #expect(!named("Hives can cause no symptoms at all.").contains { $0.contains("no symptoms") })
  }

  // MARK: Lists

  @Test(arguments: [
    "Other conditions block the skin and can lead to hives including the following:",
    "Several things may lead to hives, such as:",
  ])
  func whatLeadsToTheConditionIsACause(introduction: String) {
    let list = "- dust\n- heat\n"
    #expect(named("## Causes\n\n\(introduction)\n\n\(list)") == ["< dust", "< heat"])
    #expect(named("## Effects\n\nHives can lead to:\n\n\(list)") == ["> dust", "> heat"])
  }

  @Test func namesInBracketsAreOfTheirGroup() {
    let found = read("# Hives\n\n## Causes\n\n- Allergens (pollen, dust mites or pet hair)\n").lines
    #expect(
      Set(found) == [
        "allergens -contributes_to-> hives", "pollen -contributes_to-> hives",
        "dust mites -contributes_to-> hives", "pet hair -contributes_to-> hives",
        "pollen -subclass_of-> allergens", "dust mites -subclass_of-> allergens",
        "pet hair -subclass_of-> allergens",
      ])
    for item in ["Infections (often mild, or brief)", "Medicines (if taken daily, or at night)"] {
      let lines = read("# Hives\n\n## Causes\n\n- \(item)\n").lines
      #expect(!lines.contains { $0.contains("subclass_of") }, "\(item)")
    }
  }

  @Test func aQuestionHeadsTheLinesBelowIt() {
    let text = """
      What causes it?
      Stress at work
      Age over 40
      Heat

      Signs & symptoms
      Itching at night
      Red skin
      Swelling
      """
    #expect(
      named(text, name: "hives.txt") == [
        "< stress at work", "< age over 40", "< heat", "> itching at night", "> red skin",
        "> swelling",
      ])
    let lines = "What causes it?\nHeart disease\nSkin problems\nHeat\n"
    #expect(named(lines, name: "hives.txt") == ["< heart disease", "< skin problems", "< heat"])
  }

  @Test func headingsThatCountCausesNameThem() {
    let text = """
      # Causes and effects of employee turnover

      ## Cause 1: Lack of growth

      Some people see no way up.

      ## Cause #2 – Low morale

      It is felt by all.

      ## Effect 1: Recruitment costs

      Finding someone new takes months.

      ## Step 3: Talk to people

      It takes an hour.

      ## Treatment 1: Higher pay

      It is dear.
      """
    #expect(
      read(text).lines == [
        "lack of growth -contributes_to-> employee turnover",
        "low morale -contributes_to-> employee turnover",
        "employee turnover -contributes_to-> recruitment costs",
      ])
  }

  @Test func whatHelpsIsNoCauseByItsHeading() {
    let text = "## Causes\n\n"
    #expect(named(text + "Cooking food well kills bacteria.") == [])
    #expect(named(text + "A long brush can make cleaning easier.") == [])
    #expect(named(text + "A cold wind makes the skin drier.") == ["< cold wind"])
  }
}
