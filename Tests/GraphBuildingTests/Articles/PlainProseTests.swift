import GraphModel
import Testing

@testable import GraphBuilding

/// Sentences and lists as plain health and school pages have them.
@Suite struct PlainProseTests {
  @Test(arguments: [
    (
      "Symptoms include weight gain, feeling cold, dry skin, thinning hair and a slow pulse.",
      "weight gain; feeling cold; dry skin; thinning hair; slow pulse"
    ),
    ("Symptoms vary from person to person and may include fever and chills.", "fever; chills"),
    (
      "Signs in babies include crying more than usual, refusing to feed and a rash.",
      "crying more than usual; refusing to feed; rash"
    ),
    (
      "Signs include coughing up blood, losing weight without trying, and night sweats.",
      "coughing up blood; losing weight without trying; night sweats"
    ),
    (
      "Lupus causes redness across the nose and cheeks and a burning feeling.",
      "redness across the nose and cheeks; burning feeling"
    ),
    ("Signs are a rash on the face, chest, and back.", "rash on the face, chest, and back"),
    (
      "Signs are yellowing of the skin and the whites of the eyes and dark urine.",
      "yellowing of the skin and the whites of the eyes; dark urine"
    ),
    ("You may see blood on the paper after you wipe.", "blood on the paper"),
    ("Lumps behind the ears and itching are typical.", "lumps behind the ears; itching"),
    ("Some people have no symptoms, while others have pain and swelling.", "pain; swelling"),
    ("Some develop a rash.", "rash"),
    (
      "Left untreated, it can lead to heart problems and infertility.",
      "heart problems; infertility"
    ),
    ("There is trouble concentrating, remembering and sleeping.", "-"),
    ("You may see a doctor.", "-"), ("Many people have no symptoms at first.", "-"),
  ])
  func signsAreNamedOneByOne(text: String, names: String) {
    #expect(objects("lupus", "Symptoms", text) == names, "\(text)")
  }

  @Test(arguments: [
    (
      "Sitting for long periods, obesity and pregnancy can cause lupus.",
      "sitting for long periods > lupus; obesity > lupus; pregnancy > lupus"
    ),
    (
      "A cold, allergies or polyps can cause lupus.",
      "cold > lupus; allergies > lupus; polyps > lupus"
    ),
    (
      "It is caused by a combination of genetic, environmental and lifestyle factors.",
      "genetic factors > lupus; environmental factors > lupus; lifestyle factors > lupus"
    ),
    (
      "Having a parent or sibling with lupus raises your risk.",
      "parent or sibling with lupus > lupus"
    ),
    (
      "Life events, personality and family history all have a part to play.",
      "life events > lupus; personality > lupus; family history > lupus"
    ),
    ("Quarrying weakens slopes.", "quarrying > lupus"),
    (
      "The immune system destroys healthy cells.",
      "immune system destroying healthy cells > lupus"
    ),
    ("Women are at greater risk than men.", "women ~ lupus"),
    ("It affects women more often than men.", "women ~ lupus"),
    ("Most people with lupus are women.", "women ~ lupus"),
    (
      "Black, Asian and Hispanic women are affected more often than white women.",
      "black, Asian and Hispanic women ~ lupus"
    ),
    ("Risk factors: older age and obesity.", "older age > lupus; obesity > lupus"),
    ("Doctors treat the skin.", "-"), ("The heart pumps blood.", "-"),
    ("Women are not at greater risk than men.", "-"),
  ])
  func causesAreNamedOneByOne(text: String, statements: String) {
    #expect(stated(text, under: "Causes") == statements, "\(text)")
  }

  @Test func dashesEndTheMembersOfAGroup() {
    let text = "Triggers are foods – including nuts and milk – and medicines such as penicillin."
    let kinds = read("# Lupus\n\n## Causes\n\n" + text).claims
      .filter { $0.predicate == .subclassOf }
      .map { "\($0.subject.text) < \($0.object.text)" }
    #expect(kinds == ["nuts < foods", "milk < foods", "penicillin < medicines"])
  }

  @Test func listedDeedsAreNoRelations() {
    #expect(
      stated("Events such as divorce or losing a job often set it off.", under: "Causes")
        == "divorce > lupus; losing a job > lupus")
  }

  // MARK: Effects

  @Test(arguments: [
    ("Roads, railways and power lines are cut.", "cut roads; cut railways; cut power lines"),
    ("Shortages can damage dams, requiring costly repairs.", "damage to dams"),
    ("The lack of moisture stunts crops.", "stunting of crops"),
    ("The need for relief can strain budgets.", "strain on budgets"),
    ("Smog cuts visibility.", "reduced visibility"),
    ("Drought raises food prices.", "increased food prices"),
    ("Drought kills thousands of people.", "death of people"),
    ("Families lose their income and may fall into debt.", "loss of income"),
    ("It damages vessels, which can lead to strokes.", "damage to vessels; strokes"),
    ("Bones become fragile and more likely to break.", "fragile bones; breaking of bones"),
    ("Loss of sleep and appetite are common.", "loss of sleep; loss of appetite"),
    ("The government collects less tax.", "-"), ("Doctors damage the nerves.", "-"),
  ])
  func harmUnderEffectsIsAnEffect(text: String, names: String) {
    #expect(objects("drought", "Effects", text) == names, "\(text)")
  }

  @Test(arguments: ["Farming", "Health and hygiene", "The local economy", "Eyes", "Mental health"])
  func headingsOfAreasAreNoEffects(area: String) {
    let page = "# Drought\n\n## Effects\n\n### \(area)\n\nThis can lead to depression.\n"
    #expect(read(page).lines == ["drought -causes-> depression"])
    #expect(objects("drought", "Effects", "**\(area):** It leads to hunger.") == "hunger")
  }

  @Test func causesMayBeCalledByAnArea() {
    #expect(stated("- Work\n- Sleep\n", under: "Causes") == "work > lupus; sleep > lupus")
  }

  @Test func aDiseaseAmongComplicationsIsOne() {
    #expect(
      objects("lupus", "Complications", "Diabetic retinopathy can cause blindness.")
        == "diabetic retinopathy; blindness; diabetic retinopathy > blindness")
  }

  // MARK: Lost bullets

  private static let items = "a poor sense of smell\n\npain around the eyes\n\nbad breath\n\n"

  @Test(arguments: ["a.md", "a.txt"])
  func shortLinesUnderAHeadingAreItsList(name: String) {
    let mark = name.hasSuffix("md") ? "## " : ""
    let page =
      "\(mark)Sinusitis\n\nSinusitis is a common problem that many people have in their life.\n\n"
      + "\(mark)Symptoms\n\n\(Self.items)\(mark)Treatment\n\nRest, and drink a lot of water.\n"
    #expect(
      read(page, name: name).lines == [
        "sinusitis -has_phenotype-> poor sense of smell",
        "sinusitis -has_phenotype-> pain around the eyes",
        "sinusitis -has_phenotype-> bad breath",
      ])
  }

  // MARK: Reading

  /// "cause > lupus", "people ~ lupus": what is said of lupus under a heading, kinds left out.
  private func stated(_ text: String, under heading: String) -> String {
    let lines = statedText("lupus", heading, text).split(separator: "; ")
      .filter { !$0.contains(" < ") }
    return lines.joined(separator: "; ")
  }

  private func objects(_ topic: String, _ heading: String, _ text: String) -> String {
    statedText(topic, heading, text).split(separator: "; ").filter { !$0.contains(" < ") }
      .joined(separator: "; ").replacing("\(topic) > ", with: "")
      .replacing("\(topic) ~ ", with: "")
  }
}

/// What plain sentences do not say.
@Suite struct PlainTruthTests {
  @Test(arguments: [
    "There are no vaccines to prevent gout.", "Here are some factors that affect gout.",
    "Understanding the causes of gout is crucial for your health.",
    "Recognising the signs of gout is important:",
    "This is due to the fact that many cases are not counted.",
    "**Reason:** The big toe is a small but vital part.",
    "The main causes are discussed below.", "Contact information: a@b.org",
    "Many people do not see a problem and are indifferent.",
  ])
  func whatIsJudgedOrLeftOpenNamesNothing(text: String) {
    for heading in ["Causes", "Effects", ""] {
      let stated = statedText("gout", heading, text)
      #expect(stated == "-", "\(heading): \(text)")
    }
  }

  @Test(arguments: [
    (
      "Gout is caused by food or water contaminated with lead.",
      "food or water contaminated with lead > gout"
    ),
    ("It is caused by lead, which is found in paint and dust.", "lead > gout"),
    ("Viruses, typically the same viruses that cause colds, cause gout.", "viruses > gout"),
    (
      "Gout is caused by the burning of fuels such as coal and wood.",
      "burning of fuels > gout; burning of coal > gout; burning of wood > gout; "
        + "burning of coal < burning of fuels; burning of wood < burning of fuels"
    ),
    (
      "You can catch gout from dirty water or by sharing towels.",
      "dirty water > gout; sharing towels > gout"
    ),
    ("People drop out because of poverty and illness.", "poverty > gout"),
    (
      "It is most common in places with poor sanitation and crowding.",
      "poor sanitation ~ gout; crowding ~ gout"
    ),
  ])
  func onlyWhatBringsItAboutIsACause(text: String, stated: String) {
    #expect(statedText("gout", "Causes", text) == stated, "\(text)")
  }

  @Test func riskOfThoseWhoHaveIt() {
    let text = "Smokers are more likely than others to develop heart disease."
    #expect(statedText("smoking", "Effects", text) == "smoking > heart disease")
    #expect(statedText("lupus", "Effects", text) == "-")
    #expect(
      statedText("air pollution", "Effects", "Long-term exposure has been linked to lung cancer.")
        == "air pollution ~ lung cancer")
  }

  @Test func efforts() {
    #expect(
      statedText("drought", "Effects", "Efforts such as new dams can displace farmers.") == "-")
  }

  @Test func eitherSpellingNamesTheCondition() {
    #expect(
      statedText("child labour", "", "Poverty is the main cause of child labor.")
        == "poverty > child labour")
    #expect(statedText("anemia", "", "Bleeding causes anaemia.") == "bleeding > anemia")
  }

  @Test func ofAPhenomenonNothingIsASymptom() {
    let page =
      "---\ncondition: overpopulation\n---\n\nOverpopulation causes hunger and loss of life.\n"
    let roles = read(page).claims.map(\.object.role)
    #expect(roles == [.disease, .disease])
  }

  @Test func verbsWithinItsNameRelateNothing() {
    #expect(
      statedText("food poisoning", "Causes", "Food poisoning happens when you eat spoiled food.")
        == "eating spoiled food > food poisoning")
  }

  @Test func aTableByAreasIsOfEffects() {
    let table = "| Body | Mood |\n|---|---|\n| Headache | Anger |\n"
    #expect(statedText("stress", "Effects", table) == "stress > headache; stress > anger")
  }
}

/// What the sufferers feel and do, and the lists that were run together in one line.
@Suite struct PatientProseTests {
  @Test(arguments: [
    (
      "You may wheeze, cough, feel short of breath, or have chest pain.",
      "wheezing; coughing; breathlessness; chest pain"
    ),
    (
      "People with gout may also feel very tired, weak, or dizzy.", "tiredness; weakness; dizziness"
    ),
    (
      "Some people who have gout feel tired, uneasy, or depressed.",
      "tiredness; feeling uneasy; depression"
    ),
    ("Women who have gout may have pain and fever.", "pain; fever"),
    ("Babies with gout tire easily and vomit.", "tiring easily; vomiting"),
    ("Patients may lose weight.", "weight loss"),
    ("If you have gout, you may feel sick.", "nausea"),
    ("Symptoms of gout may include pain.", "pain"),
    ("Signs of gout also may include an enlarged liver.", "enlarged liver"),
    (
      "Symptoms may include - A rash that may itch - Mild fever - Swollen glands",
      "rash; mild fever; swollen glands"
    ),
  ])
  func whatPatientsFeelIsASign(text: String, signs: String) {
    let expected = signs.split(separator: ";").map { "gout ~ " + String($0).trimmingSpaces }
    let stated = statedText("gout", "Symptoms", text).split(separator: ";").map {
      String($0).trimmingSpaces
    }
    #expect(Set(stated) == Set(expected), "\(text): \(stated)")
  }

  @Test(arguments: [
    "You may not feel tired.", "They are tired.", "People with lupus feel tired.",
    "Some people never feel ill.",
    "If you feel tired, see a doctor.",
    "Symptoms may include the following and need a doctor's attention:",
  ])
  func whatIsDeniedOrOfOthersIsNone(text: String) {
    #expect(statedText("gout", "Symptoms", text) == "-", "\(text)")
  }

  @Test func contractedVerbsAreVerbs() {
    let text = "Gout is a disease. It's caused by stress. It's linked to lead."
    #expect(statedText("gout", "", text) == "stress > gout; gout ~ lead")
    #expect(statedText("gout", "", "Gout is common. It’s due to stress.") == "stress > gout")
  }

  @Test func namesThatEndWithAStopHeadTheirParagraphs() {
    let text = """
      Gout has many causes.

      Kidney disease. Waste stays in the blood.

      Cancer. Some tumours break down fast.
      """
    #expect(statedText("gout", "Causes", text) == "kidney disease > gout; cancer > gout")
  }

  @Test func paragraphsBehindAColonAreItems() {
    let text = """
      The signs include:

      Red or purple dots on the skin. They may look like a rash.

      Fever.

      A fast heart rate.
      """
    #expect(
      statedText("gout", "Symptoms", text)
        == "gout ~ red or purple dots on the skin; gout ~ fever; gout ~ fast heart rate")
  }

  @Test func dashesAroundAnAsideMakeNoList() {
    #expect(
      statedText("gout", "Causes", "Triggers are foods - including nuts and milk - and stings.")
        == "foods > gout; nuts > gout; milk > gout; nuts < foods; milk < foods; stings > gout")
  }

  @Test func anEmptyHeadingStandsAboveThoseOfItsLevel() {
    let page = """
      Flood

      A flood is too much water on land.

      Effects

      Hunger

      Fields are under water for weeks, and little is left.

      Causes

      Heavy rain causes floods.

      Living there

      Many people stay.
      """
    let reading = read(page, name: "flood.txt")
    #expect(reading.lines == ["flood -contributes_to-> hunger", "heavy rain -causes-> flood"])
  }
}
