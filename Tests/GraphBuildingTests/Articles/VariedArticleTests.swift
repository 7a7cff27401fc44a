import GraphModel
import Testing

@testable import GraphBuilding

/// Articles in layouts of their own, on medical and other topics; what a curator would take from
/// each was written down before the reader saw it.
@Suite struct VariedArticleTests {
  /// `cause > effect` of all that is stated, denials with `not`.
  private func pairs(_ reading: ArticleReading) -> Set<String> {
    Set(
      reading.statements.map {
        "\($0.isNegated ? "not " : "")\($0.subject.text) > \($0.object.text)"
      })
  }

  @Test func readsAnEnvironmentalTopicWithHeadedCausesAndEffects() {
    let reading = read(
      """
      # Soil Erosion

      ## Causes of Soil Erosion

      ### 1. Deforestation

      Tree roots hold the ground together. When forests are cleared, nothing keeps the soil in place.

      ### 2. Overgrazing

      Overgrazing leads to soil erosion because cattle strip the plants from the land.

      ### 3. Heavy rainfall

      ## Effects of Soil Erosion

      - Loss of fertile land
      - Flooding: rivers filled with silt burst their banks more easily.
      - Soil erosion leads to water pollution.

      ## How to prevent soil erosion

      Planting trees reduces soil erosion.
      """)
    #expect(reading.focus?.text == "soil erosion")
    #expect(
      pairs(reading).isSuperset(of: [
        "deforestation > soil erosion", "overgrazing > soil erosion",
        "heavy rainfall > soil erosion", "soil erosion > loss of fertile land",
        "soil erosion > flooding", "soil erosion > water pollution",
      ]))
    #expect(pairs(reading).count <= 7)
  }

  @Test func readsRunningProseUnderQuestions() {
    let reading = read(
      """
      Gallstones

      What are gallstones?

      Gallstones are hard lumps that form in the gallbladder. They are caused by an imbalance in \
      the bile. Obesity, rapid weight loss and pregnancy are common causes of gallstones.

      What are the symptoms of gallstones?

      Most people never notice them. People with gallstones may have a number of symptoms, \
      including nausea, vomiting and sudden pain in the belly.

      What is the outlook for gallstones?

      Untreated gallstones can eventually lead to pancreatitis in some people.

      What are the treatments for gallstones?

      Surgery is the usual treatment. Painkillers ease the pain.
      """, name: "gallstones.txt")
    #expect(
      pairs(reading) == [
        "imbalance in the bile > gallstones", "obesity > gallstones",
        "rapid weight loss > gallstones", "pregnancy > gallstones", "gallstones > nausea",
        "gallstones > vomiting", "gallstones > sudden pain in the belly",
        "gallstones > pancreatitis",
      ])
  }

  @Test func keepsTheCausesOfTypesWithTheirType() {
    let reading = read(
      """
      # Hearing loss

      ## Types of hearing loss

      - **Conductive hearing loss:** Caused by earwax or ear infections.
      - **Sensorineural hearing loss:** Results from damage to the inner ear.

      ## Risk factors

      - Ageing
      - Loud noise (for example at work)
      - Family history

      ## Outlook

      Hearing loss is a risk factor for dementia. It also increases the risk of falls, depression \
      and loneliness.
      """)
    #expect(
      pairs(reading) == [
        "earwax > conductive hearing loss", "ear infections > conductive hearing loss",
        "damage to the inner ear > sensorineural hearing loss", "ageing > hearing loss",
        "loud noise > hearing loss", "family history > hearing loss", "hearing loss > dementia",
        "hearing loss > falls", "hearing loss > depression", "hearing loss > loneliness",
      ])
    #expect(reading.lines.contains("conductive hearing loss -subclass_of-> hearing loss"))
  }

  @Test func readsOldAndNewViewsDenialsAndMyths() {
    let reading = read(
      """
      # Stomach ulcers

      ## Causes

      For many years, doctors believed that stomach ulcers were caused by spicy food. \
      Researchers now believe that stomach ulcers have a bacterial cause. Contrary to popular \
      belief, coffee does not cause stomach ulcers. Neither stress nor alcohol causes stomach \
      ulcers. Does milk cause stomach ulcers? If milk caused stomach ulcers, children would have \
      many of them.

      ## Myths about stomach ulcers

      - Kissing causes stomach ulcers.

      ## Complications

      The main complications are bleeding and perforation.
      """)
    #expect(
      pairs(reading) == [
        "spicy food > stomach ulcers", "bacterial cause > stomach ulcers",
        "not coffee > stomach ulcers", "not stress > stomach ulcers",
        "not alcohol > stomach ulcers", "stomach ulcers > bleeding",
        "stomach ulcers > perforation",
      ])
    let old = reading.claims.first { $0.subject.text == "spicy food" }
    #expect(old?.evidence.certainty == .speculative)
  }

  @Test func readsATechnicalTopicInOneParagraph() {
    let reading = read(
      """
      # Battery degradation

      Battery degradation is the slow loss of capacity in a cell. It is caused by several factors, \
      such as high temperatures, deep discharging and fast charging. Battery degradation results in \
      shorter run times, which users notice first. Old chargers may worsen battery degradation if \
      they are left plugged in. Cold weather has nothing to do with it.
      """)
    #expect(
      pairs(reading) == [
        "high temperatures > battery degradation", "deep discharging > battery degradation",
        "fast charging > battery degradation", "battery degradation > shorter run times",
        "old chargers > battery degradation",
      ])
  }
}
