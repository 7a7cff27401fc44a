import GraphModel
import Testing

@testable import GraphBuilding

/// Clauses that say what becomes of something, under headings that say of what that comes.
@Suite struct ChangeClauseTests {
  @Test(arguments: [
    ("Fish stocks collapse and insects disappear.", "collapse of fish stocks; loss of insects"),
    ("Tourism suffers as well.", "harm to tourism"),
    ("Drinking water becomes unsafe.", "unsafe drinking water"),
    ("As oxygen levels drop, water animals suffocate.", "suffocation of water animals"),
    ("House prices near the river have dropped.", "drop in house prices near the river"),
    ("Some 50 million people are displaced.", "displacement of people"),
    ("Beaches have to be closed.", "closure of beaches"),
    ("Silting kills fish.", "death of fish"),
    ("It also delays the spring floods.", "delays to the spring floods"),
    ("It puts a heavy strain on pumping stations.", "strain on pumping stations"),
    ("Farmers may find it hard to water their fields.", "-"),
    (
      "Villagers go hungry, wells dry up and farms go bankrupt.",
      "starvation of villagers; drying of wells; bankruptcy of farms"
    ),
  ])
  func underEffectsTheyAreEffects(text: String, names: String) {
    #expect(objects("silting", "Effects", text) == names, "\(text)")
  }

  @Test(arguments: [
    ("The skin becomes dry and cracked.", "dry and cracked skin"),
    ("Your eyes may water.", "watery eyes"),
    ("The throat is sore and swallowing becomes difficult.", "sore throat; difficulty swallowing"),
    ("You feel tired all the time.", "tiredness"),
    ("Joints swell, redden and feel hot.", "swelling of joints; redness of joints; hot joints"),
    ("Fever is rare, but chills occur.", "chills"),
    ("Pain is felt behind the eyes.", "pain behind the eyes"),
    ("Patients get restless.", "restlessness"),
    ("Mucus turns yellow or green.", "yellow or green mucus"),
    (
      "Lupus makes it hard to fall asleep or stay asleep.",
      "difficulty falling asleep; difficulty staying asleep"
    ),
  ])
  func underSymptomsTheyAreSigns(text: String, names: String) {
    #expect(objects("lupus", "Symptoms", text) == names, "\(text)")
  }

  @Test(arguments: [
    "The skin does not become dry.", "The eyes never water.", "Symptoms get worse at night.",
    "Lupus becomes chronic.", "It gets worse.", "You are older.",
    "The joints are treated with ice.", "The skin is examined.", "The lungs are rarely affected.",
    "If the skin becomes dry, use a cream.", "Does the skin become dry?",
    "The skin is important.", "The pain is known to doctors.", "They are tired.",
    "The eyes are not swollen.", "Nobody feels tired.",
  ])
  func whatTellsOfNoChangeNamesNothing(text: String) {
    #expect(statedText("lupus", "Symptoms", text) == "-", "\(text)")
  }

  @Test func noHeadingNoStatement() {
    #expect(statedText("lupus", "", "The skin becomes dry.") == "-")
    #expect(statedText("lupus", "Treatment", "The skin becomes dry.") == "-")
    #expect(statedText("lupus", "Causes", "The skin becomes dry.") == "-")
  }

  @Test func theHedgeOfTheSentenceIsKept() {
    let reading = read("---\ncondition: lupus\n---\n\n## Symptoms\n\nYour eyes may water.\n")
    #expect(reading.claims.map(\.evidence.certainty) == [.possible])
    #expect(reading.claims.map(\.evidence.quote) == ["Your eyes may water."])
    #expect(reading.claims.map(\.evidence.scope) == [.heading])
  }

  @Test func theAuthorsOwnWordsStayAsAnotherName() {
    let reading = read("---\ncondition: silting\n---\n\n## Effects\n\nTourism suffers.\n")
    #expect(reading.claims.first?.object.synonyms.contains("tourism suffers") == true)
  }

  @Test(arguments: [
    ("Burnout happens when work is too hard.", "work being too hard > burnout"),
    ("Burnout develops when demands exceed resources.", "demands exceeding resources > burnout"),
    (
      "It occurs when the workload outstrips the staff.",
      "workload outstripping the staff > burnout"
    ),
    ("Burnout occurs when people work too long.", "working too long > burnout"),
    (
      "Burnout starts when stress builds up in the team.",
      "build-up of stress in the team > burnout"
    ),
    ("Burnout does not occur when demands exceed resources.", "-"),
    ("Does burnout occur when demands exceed resources?", "-"),
    ("Burnout is diagnosed when demands exceed resources.", "-"),
    ("Call a doctor when demands exceed resources.", "-"),
  ])
  func whenItOccursTellsWhatBringsItAbout(text: String, stated: String) {
    #expect(statedText("burnout", "Causes", text) == stated, "\(text)")
  }

  @Test(arguments: [
    ("Polyps can block the ducts.", "polyps > burnout"),
    ("Noise or bright lights can wear nurses out.", "noise > burnout; bright lights > burnout"),
    ("The body can produce heat.", "-"), ("Your heart can pump more blood.", "-"),
    ("Doctors can remove polyps.", "-"), ("Rest can relieve stress.", "-"),
    ("You can change jobs.", "-"), ("Polyps cannot block the ducts.", "-"),
    ("Polyps block the ducts.", "-"),
  ])
  func whatMayDoHarmUnderCausesIsOne(text: String, stated: String) {
    #expect(statedText("burnout", "Causes", text) == stated, "\(text)")
  }

  @Test func whatBecomesSoIsTheSubjectOfWhatFollows() {
    #expect(
      statedText(
        "burnout", "", "The gap between nurses and patients widens, pushing staff into burnout.")
        == "widening of the gap between nurses and patients > burnout")
  }

  private func objects(_ topic: String, _ heading: String, _ text: String) -> String {
    statedText(topic, heading, text).replacing("\(topic) > ", with: "")
      .replacing("\(topic) ~ ", with: "")
  }
}
