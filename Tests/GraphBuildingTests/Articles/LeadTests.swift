import GraphModel
import Testing

@testable import GraphBuilding

/// A heading or a lead says no more of what it names than the text under it does.
@Suite struct LeadTests {
  /// The claims of an item under "Causes of migraine".
  private func lines(_ item: String) -> [String] {
    read("# Causes of migraine\n\n\(item)\n").lines
  }

  @Test(arguments: [
    ("- **Lack of sleep:** Avoiding lack of sleep prevents migraine.", "lack of sleep"),
    ("- **Reflux:** Treating reflux may improve migraine.", "reflux"),
    ("- **Bright light:** Bright light is often mistaken for migraine.", "bright light"),
    ("- **Milk:** It is unlikely to cause migraine.", "milk"),
    ("### Alcohol\n\nAlcohol is unlikely to cause migraine.", "alcohol"),
    ("### MSG\n\nMSG fails to trigger migraine.", "MSG"),
    ("### Aged cheese\n\nIf aged cheese caused migraine, the Swiss would know.", "aged cheese"),
    ("### Screens\n\nNobody knows whether screens matter.\n\nLimiting them helps.", "screens"),
    ("### Sugar\n\nA common belief.\n\nThere is no evidence for it.", "sugar"),
  ])
  func doesNotSpeakForSentencesThatRejectIt(item: String, lead: String) {
    let claims = read("# Causes of migraine\n\n\(item)\n").claims
    #expect(!claims.contains { $0.subject.text == lead && !$0.isNegated })
    #expect(!claims.contains { $0.predicate == .subclassOf })
  }

  @Test func leavesWhatItsSentencesSayMoreExactlyToThem() {
    #expect(
      lines("- **Dust mites:** House dust mites can trigger migraine.")
        == ["house dust mites -causes-> migraine"])
    #expect(
      lines("- **Caffeine:** Caffeine withdrawal triggers migraine.")
        == ["caffeine withdrawal -causes-> migraine"])
    #expect(
      lines("### Smoke\n\nTobacco smoke contributes to migraine.")
        == ["tobacco smoke -contributes_to-> migraine"])
  }

  @Test func denialsOfOtherThingsLeaveItAlone() {
    #expect(
      lines("- **Poor posture:** The muscles fail to hold the neck.")
        == ["poor posture -contributes_to-> migraine"])
  }

  @Test func makesNothingAKindOfItForStandingUnderIt() {
    #expect(
      lines("- **Genes:** A family history of migraine increases the risk.")
        == [
          "genes -contributes_to-> migraine",
          "family history of migraine -contributes_to-> migraine",
        ])
  }

  @Test func aHedgeOfWhatThingsDoIsNoneOfWhatTheyAre() throws {
    let reading = read(
      "# Causes of migraine\n\n- **Medicines:** Painkillers may cause migraine.\n")
    let kind = try #require(reading.claim("painkillers -subclass_of-> medicines"))
    #expect(kind.evidence.certainty == .established && kind.evidence.hedge == nil)
    #expect(kind.evidence.scope == .heading)
    #expect(
      reading.claim("painkillers -contributes_to-> migraine")?.evidence.certainty == .possible)
  }

  @Test func causesOfACauseBelongToTheCause() {
    let reading = read(
      """
      # Kidney stones

      Kidney stones are caused by dehydration. Hot climates lead to dehydration. Long flights cause
      boredom.

      ## Complications

      - Blockage. A blockage can lead to infection.
      """)
    #expect(reading.lines.contains("hot climates -causes-> dehydration"))
    #expect(!reading.lines.contains { $0.contains("boredom") })
  }

  @Test func aPronounMeansWhatWasSpokenOfLast() {
    let reading = read(
      """
      # Anaemia

      Anaemia causes tiredness. It also causes pale skin.

      We give iron tablets for three months. They can cause constipation. It may cause black stools.
      """)
    #expect(reading.lines == ["anaemia -causes-> tiredness", "anaemia -causes-> pale skin"])
  }
}
