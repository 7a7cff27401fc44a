import GraphModel
import Testing

@testable import GraphBuilding

/// What lists say, whoever introduces them and however their items are put.
@Suite struct ListTests {
  private func lines(_ text: String, _ name: String = "a.md") -> [String] {
    read(text, name: name).lines
  }

  /// The names that an article about hives relates to it.
  private func named(_ text: String) -> [String] {
    read("# Hives\n\n" + text).claims.filter { !$0.isNegated }.map {
      $0.subject.text == "hives" ? "> \($0.object.text)" : "< \($0.subject.text)"
    }
  }

  // MARK: Lists within sentences

  @Test(arguments: [
    "Examples of drugs that can cause hives include quinine and codeine.",
    "Some examples of drugs that cause hives are quinine and codeine.",
    "Drugs linked to hives include quinine and codeine.",
  ])
  func aListBehindTheVerbIsOfTheSubject(sentence: String) {
    #expect(
      Set(named("Hives are common.\n\n" + sentence)) == ["< drugs", "< quinine", "< codeine"])
  }

  @Test(arguments: [
    "Examples of conditions linked to hives include lupus and gout.",
    "Common examples of things that cause hives are lupus and gout.",
  ])
  func examplesOfWhatIsNotNamedAreReadAlone(sentence: String) {
    #expect(Set(named("Hives are common.\n\n" + sentence)) == ["< lupus", "< gout"])
  }

  @Test(arguments: [
    "Many drugs can cause gout, such as quinine and codeine.",
    "Certain drugs may lead to gout, including quinine and codeine.",
  ])
  func aListBehindAnObjectThatIsOneThingIsOfTheSubject(sentence: String) {
    let claims = read("# Gout\n\nGout is common.\n\n" + sentence).claims
    #expect(Set(claims.map(\.subject.text)) == ["drugs", "quinine", "codeine"])
    #expect(claims.allSatisfy { $0.object.text == "gout" })
  }

  /// What shares a word with the object, or stands behind a group of objects, is of the object.
  @Test func aListOfTheObjectIsNotOfTheSubject() {
    let text =
      "# Back pain\n\nMany drugs can cause back pain, such as lower back pain and cramps.\n"
    #expect(!read(text).claims.contains { $0.subject.text == "cramps" })
    for sentence in [
      "Many drugs do not cause hives, such as quinine and codeine.",
      "Examples of drugs that do not cause hives include quinine and codeine.",
      "Some drugs can cause hives and rashes, such as blisters and spots.",
    ] {
      let found = named("Hives are common.\n\n" + sentence)
      #expect(!found.contains { ["< quinine", "< codeine", "< blisters", "< spots"].contains($0) })
    }
  }

  // MARK: Introductions

  @Test(arguments: [
    ("You may notice:", "> "), ("Along with it you may get:", "> "),
    ("It is likely to be hives if you have:", "> "), ("Things to look out for are:", "> "),
    ("People with hives often experience:", "> "), ("Signs include", "> "),
    ("Other things can make it worse, such as:", "< "),
    ("Certain groups are at higher risk:", "< "), ("Common culprits are:", "< "),
    ("You are more likely to get hives if you have:", "< "),
    ("Hives can have many causes, such as:", "< "), ("Reasons for hives include:", "< "),
    ("Several things raise the risk. They include:", "< "),
    ("Hives can be brought on by things such as:", "< "),
    ("You can have the following symptoms after eating:", "> "),
    ("Most hives are caused by things you can try to avoid, such as:", "< "),
    ("Hives can lead to the following:", "> "), ("Left untreated, hives can lead to:", "> "),
    ("Health conditions that can worsen the symptoms of hives include:", "< "),
    ("Things that can make symptoms worse include:", "< "),
    ("Things can aggravate hives symptoms:", "< "),
  ])
  func introductionsSayWhatTheirListIsOf(introduction: String, side: String) {
    let text = "Hives are common.\n\n\(introduction)\n\n- fever\n- chest pain\n"
    #expect(named(text) == ["\(side)fever", "\(side)chest pain"])
  }

  @Test(arguments: [
    "You can relieve hives with:", "See a doctor if you have:", "To prevent hives:",
    "Call your doctor if your child has:",
    "Hives may be treated with:", "The following do not cause hives:", "Your doctor may suggest:",
    "You can help yourself with:", "Hives are not caused by:", "Seek medical help if you notice:",
  ])
  func whatIsToBeDoneOrDeniedIsNotRead(introduction: String) {
    let list = "\(introduction)\n\n- fever\n- chest pain\n"
    #expect(named("Hives are common.\n\n\(list)") == [])
    #expect(named("## Symptoms\n\n\(list)") == [])
    #expect(named("## Causes\n\n\(list)") == [])
  }

  // MARK: Items

  @Test(arguments: [
    ("you are overweight", "being overweight"), ("you're over 50", "being over 50"),
    ("you smoke", "smoking"), ("you drink too much coffee", "drinking too much coffee"),
    ("you have a family history of asthma", "family history of asthma"),
    ("you've had a kidney transplant", "kidney transplant"),
    ("people who work outdoors", "working outdoors"), ("older adults", "older adults"),
    ("men over 50", "men over 50"), ("women", "women"),
    ("not drinking enough water", "not drinking enough water"),
    ("often ignoring the urge to scratch", "ignoring the urge to scratch"),
    ("stress; and", "stress"),
  ])
  func itemsOfCausesAreNamedInTheWordsOfTheirAuthor(item: String, name: String) {
    #expect(named("## Causes\n\n- \(item)\n- heat\n") == ["< \(name)", "< heat"])
  }

  @Test(arguments: [
    ("no tears when crying", "no tears when crying"),
    ("the skin is dry and hard", "dry and hard skin"),
    ("finding it hard to swallow (dysphagia)", "difficulty swallowing"),
    ("feeling tired or weak", "feeling tired or weak"), ("not urinating", "not urinating"),
    ("an itch that doesn't go away", "itch"),
    ("red spots after you bathe", "red spots after you bathe"),
    ("your child can't sleep", "can't sleep"), ("you feel dizzy", "dizziness"),
  ])
  func itemsOfSymptomsMayBeClauses(item: String, name: String) {
    #expect(named("## Symptoms\n\n- \(item)\n- fever\n") == ["> \(name)", "> fever"])
  }

  @Test(arguments: [
    "Avoid strong soaps", "See a doctor", "Not contagious", "No single cause",
    "Some people never find out why.", "Stress does not cause hives.",
  ])
  func adviceAndDenialsNameNothing(item: String) {
    #expect(named("## Causes\n\n- \(item)\n- heat\n") == ["< heat"])
  }

  @Test func peopleAtRiskGoWithTheConditionAndDoNotCauseIt() {
    let reading = read("# Hives\n\n## Risk factors\n\n- **Older adults** As we age, skin dries.\n")
    #expect(reading.lines == ["older adults -associated_with-> hives"])
  }

  @Test func itemsGoOnWithTheSentenceAboveThem() {
    let text = """
      # Hives

      You are more likely to get hives if you:

      - smoke
      - have asthma
      - are taking aspirin
      - spend hours in the sun
      """
    #expect(
      lines(text) == [
        "smoking -contributes_to-> hives", "asthma -contributes_to-> hives",
        "aspirin -contributes_to-> hives", "spending hours in the sun -contributes_to-> hives",
      ])
  }

  @Test func agesHeadTheirSymptomsAndAreNone() {
    #expect(
      named("## Symptoms\n\n### Babies and toddlers\n\n- fever\n\n### Adults\n\n- itching\n")
        == ["> fever", "> itching"])
  }

  @Test func listsOfTriggersUnderPreventionAreRead() {
    let text = """
      ## You cannot always prevent hives

      Most hives are brought on by things you can avoid, such as:

      - pollen

      Triggers include:

      - heat

      To avoid hives you can use:

      - gloves
      """
    #expect(named(text) == ["< pollen", "< heat"])
  }

  @Test func columnsHoldWhatTheirHeadSays() {
    let table = """
      ## Symptoms

      | Type | Symptoms |
      | --- | --- |
      | Stage one | itching |

      ## More

      | Early signs | Late signs |
      | --- | --- |
      | redness | swelling |

      | Cause | How it works |
      | --- | --- |
      | heat | It widens the vessels. |
      """
    #expect(named(table) == ["< stage one", "> redness", "> swelling", "< heat"])
  }

  @Test func headingsWithoutMarkupAreHeadings() {
    #expect(
      named("Causes of hives\n\nHeat, pollen and latex.\n\nCommon symptoms\n\nItching, swelling.\n")
        == ["< heat", "< pollen", "< latex", "> itching", "> swelling"])
  }

  // MARK: Layout

  @Test func signsBeforeLinesAreBulletsWhateverTheirShape() {
    #expect(
      named("## Symptoms\n\n  ➣ fever\n  ▸ itching\n  ✅ swelling\n") == [
        "> fever", "> itching", "> swelling",
      ])
  }

  @Test func oneLineMayHoldAWholeList() {
    #expect(
      named("**Causes:** heat, pollen and stress.\n\n**Symptoms:** itching and swelling.\n") == [
        "< heat", "< pollen", "< stress", "> itching", "> swelling",
      ])
  }

  @Test func linesThatNobodyWrappedAreBlocksByThemselves() {
    let filler = String(
      repeating: "Many people have it once and think no more of it later. ", count: 5)
    #expect(
      lines(
        """
        Hives
        Overview
        \(filler)
        Symptoms
        Symptoms of hives vary. \(filler) They include:

        Itching
        Swelling
        Red skin

        When to see a doctor
        Call a doctor at once if you have trouble breathing.
        Causes
        \(filler) Causes of hives include:

        Heat
        Pollen
        """, "hives.txt") == [
          "hives -has_phenotype-> itching", "hives -has_phenotype-> swelling",
          "hives -has_phenotype-> red skin", "heat -contributes_to-> hives",
          "pollen -contributes_to-> hives",
        ])
  }
}
