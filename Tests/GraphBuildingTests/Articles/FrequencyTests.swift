import GraphModel
import Testing

@testable import GraphBuilding

/// In whom and after what the condition is seen most, and sentences that lean on the one before.
@Suite struct FrequencyTests {
  @Test(arguments: [
    ("It is more common in older people.", "older people ~ gout"),
    ("Women get it more often than men.", "women ~ gout"),
    ("People who work nights are at higher risk.", "working nights ~ gout"),
    ("You are more likely to get it if you have asthma.", "asthma > gout"),
    (
      "Gout is more common in women, particularly as they get older, but men can get it too.",
      "women ~ gout; age ~ gout"
    ),
    (
      "Gout occurs most commonly in young men, after surgery, after long illness, and due to stress.",
      "stress > gout; young men ~ gout; surgery ~ gout; long illness ~ gout"
    ),
    (
      "It can occur in people with lupus, asthma and other kinds of illness.",
      "lupus ~ gout; asthma ~ gout"
    ),
    ("Gout is common during pregnancy.", "pregnancy ~ gout"),
    ("Gout usually appears after a few days.", "-"), ("Gout occurs in winter.", "-"),
    ("Gout is not more common in older people.", "-"), ("Gout occurs in the joints.", "-"),
    ("Gout is less common in women.", "-"), ("Is gout more common in women?", "-"),
  ])
  func underRiskFactorsTheyAreThese(text: String, stated: String) {
    #expect(statedText("gout", "Risk factors", text) == stated, "\(text)")
  }

  @Test(arguments: [
    ("Noise raises the risk of gout. So does stress.", "noise > gout; stress > gout"),
    (
      "Noise raises the risk of gout. So can caring for a baby.",
      "noise > gout; caring for a baby > gout"
    ),
    (
      "Noise raises the risk of gout. The same is true of poor sleep.",
      "noise > gout; poor sleep > gout"
    ),
    ("Noise causes gout. Another is stress.", "noise > gout; stress > gout"),
    ("Noise causes gout. Then there is stress.", "noise > gout; stress > gout"),
    ("Noise causes gout. Stress is another.", "noise > gout; stress > gout"),
    ("Noise does not cause gout. So does stress.", "not noise > gout"),
    ("Noise causes gout. So is it a cause?", "noise > gout"),
    ("Noise causes gout. Another is treated with ice.", "noise > gout"),
  ])
  func aSentenceThatLeansOnTheOneBeforeSaysTheSame(text: String, stated: String) {
    #expect(statedText("gout", "Risk factors", text) == stated, "\(text)")
  }

  @Test func whatTheSentenceBeforeSaidIsQuotedWithIt() {
    let reading = read(
      "---\ncondition: gout\n---\n\n## Risk factors\n\nNoise may cause gout. So may stress.\n")
    #expect(reading.claims.last?.evidence.quote == "Noise may cause gout. So may stress.")
    #expect(reading.claims.map(\.evidence.certainty) == [.possible, .possible])
  }

  @Test(arguments: [
    (
      "- **Health consequences**: Nurses often suffer from headaches and insomnia.",
      "burnout > headaches; burnout > insomnia"
    ),
    (
      "- **Economic impact:** lost working days, high staff turnover",
      "burnout > lost working days; burnout > high staff turnover"
    ),
    ("- **Social impact**: Many towns and villages depend on nurses.", "-"),
  ])
  func aLeadThatOnlyTellsOfWhatKindIsNoEffect(text: String, stated: String) {
    #expect(statedText("burnout", "Effects", text) == stated, "\(text)")
  }

  @Test func anActivityThatHeadsAnItemKeepsItsWords() {
    #expect(
      statedText(
        "burnout", "Causes", "- **Working through breaks**: The body gets no rest.\n- noise")
        == "working through breaks > burnout; noise > burnout")
  }

  @Test func whatACauseIsDueToIsItsCause() {
    #expect(
      statedText("burnout", "", "Burnout is caused by hormonal changes due to pregnancy.")
        == "hormonal changes > burnout; pregnancy > hormonal changes")
  }

  @Test(arguments: [
    ("Gout is also called crystal arthritis because of its cause.", true),
    ("Gout is also known as crystal arthritis.", true),
    ("Crystal arthritis is another name for gout.", true),
    ("The medical name for gout is crystal arthritis.", true),
    ("Doctors call it crystal arthritis.", true),
    ("Crystal arthritis (gout) is common.", true),
    ("Gout is not called crystal arthritis.", false),
    ("Gout is known as a crystal arthritis.", false),
    ("Nobody knows crystal arthritis.", false),
  ])
  func aSentenceThatNamesTheConditionAnewGivesItThatName(text: String, isNamed: Bool) {
    let reading = read("# Gout\n\n\(text)\n\nCrystal arthritis is caused by rich food.\n")
    let found = reading.claims.contains { $0.object.role == .condition && !$0.isNegated }
    #expect(found == isNamed, "\(text)")
  }

  @Test(arguments: [
    ("Lupus causes the skin to become itchy and dry.", "lupus > itchy skin; lupus > dry skin"),
    ("Lupus causes joints to swell.", "lupus > swelling of joints"),
    ("Lupus does not cause joints to swell.", "-"),
    ("Drugs stop lupus, such as those that lower blood pressure.", "-"),
  ])
  func whatItCausesToBecomeSoIsNamedSo(text: String, stated: String) {
    #expect(
      statedText("lupus", "", text).replacing("~", with: ">") == stated
        || stated == "-" && statedText("lupus", "", text).hasPrefix("not "), "\(text)")
  }

  @Test func whatCanBeReachedIsNoEffect() {
    #expect(
      statedText("lupus", "Outlook", "With treatment it's possible to lose weight.") == "-")
    #expect(
      statedText("lupus", "", "Lupus makes it hard to fall or stay asleep.")
        == "lupus > difficulty falling asleep; lupus > difficulty staying asleep")
  }

  @Test func aDenialWithoutItsApostropheNamesNothing() {
    #expect(names("dont have any known risk factors") == "")
  }

  @Test func aRiskIsNoCertainty() {
    let reading = read(
      "---\ncondition: gout\n---\n\n## Complications\n\nPatients have a higher risk of stroke.\n"
        + "\nGout leads to a higher risk of falls.\n")
    #expect(reading.claims.map(\.object.text) == ["stroke", "falls"])
    #expect(reading.claims.allSatisfy { $0.predicate == .contributesTo })
  }

  @Test(arguments: [
    (
      "not eating enough fruit or vegetables",
      "not eating enough fruit > gout; not eating enough vegetables > gout"
    ),
    ("losing weight too fast", "losing weight too fast > gout"),
    ("having a cold or sore throat", "cold > gout; sore throat > gout"),
  ])
  func aListedCauseKeepsWhatMakesItOne(item: String, stated: String) {
    #expect(statedText("gout", "Causes", "- \(item)") == stated, "\(item)")
  }

  @Test func whatIsListedBehindConsequencesComesAboutItself() {
    #expect(
      statedText(
        "silting", "Effects",
        "Silting can have harmful consequences for lakes, including the loss of fish and lower yields."
      )
      .contains("silting > loss of fish; silting > lower yields"))
  }

  /// What breaks off where something was to follow.
  @Test(arguments: [
    "It mostly affects", "Gout mostly affects", "Gout is more common in",
    "Gout occurs most often after",
    "So does", "The same is true of", "The same goes", "Another is", "Then there is", "Next comes",
    "Gout makes it hard to", "Gout causes the skin to", "Gout causes the skin to become",
    "Gout occurs when", "Gout occurs when the", "Gout leads to a higher risk of",
    "The risk of gout is higher in", "The risk is higher if", "There is an increased risk of",
    "Gout is also called", "Doctors call it", "is another name for gout",
    "The medical name for gout is",
    "Gout has consequences for lakes, including", "Polyps can", "Polyps can block",
    "The skin becomes",
    "The skin is too", "You feel", "Some 50 million", "The gap widens, pushing staff into",
    "(gout) is", "Gout is caused by changes due to", "Gout runs in", "not eating enough fruit or",
  ])
  func brokenOffSentencesDoNoHarm(text: String) {
    for heading in ["Causes", "Risk factors", "Symptoms", "Effects", "Types", ""] {
      for layout in ["\(text)", "- \(text)", "**\(text)**", "**Gout:** \(text)"] {
        _ = statedText("gout", heading, layout)
      }
      _ = read("# Gout\n\n\(text)\n\n## \(heading)\n\n\(text), \(text) and \(text)\n")
    }
  }
}
