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
}
