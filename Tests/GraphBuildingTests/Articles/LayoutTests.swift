import GraphModel
import Testing

@testable import GraphBuilding

/// What the layout of an article says of its statements, in the forms that people give it.
@Suite struct LayoutTests {
  private func lines(_ text: String, _ name: String = "a.md") -> [String] {
    read(text, name: name).lines
  }

  @Test func rowsOfATableHoldWhatTheirFirstCellNames() {
    let reading = read(
      """
      # Causes of gout

      | Factor | How it works |
      | --- | --- |
      | Coffee | There is no evidence that it matters. |
      | Beer | It is full of purines. |
      | Tea | It may raise uric acid. |
      | Milk | Unlikely |
      """)
    #expect(
      Set(reading.lines) == [
        "beer -contributes_to-> gout", "tea -contributes_to-> gout",
      ])
    #expect(reading.claim("tea -contributes_to-> gout")?.evidence.certainty == .possible)
    #expect(reading.skipped.contains { $0.quote == "Milk" && $0.reason == Firmness.reason })
  }

  @Test func linesWithStrongLeadsAreItems() {
    #expect(
      lines(
        """
        # Hives

        **Causes of hives**
        Several things bring them about:
        **Heat:** A hot bath is enough.
        **Cold:** So is a cold wind.
        """) == ["heat -contributes_to-> hives", "cold -contributes_to-> hives"])
  }

  @Test func aHeadingInStrongTypeIsNoCause() {
    #expect(
      lines("# About hives\n\n**Causes of hives**\n\n- Heat\n- Cold\n")
        == ["heat -contributes_to-> hives", "cold -contributes_to-> hives"])
  }

  @Test func whatCarriesTheConditionsNameIsATypeOfIt() {
    #expect(
      lines(
        """
        # Causes of inflation

        - **Cost-push inflation:** It is caused by rising wages.
        - **Monetary policy:** Central banks print money.
        """) == [
          "cost-push inflation -subclass_of-> inflation",
          "rising wages -causes-> cost-push inflation",
          "monetary policy -contributes_to-> inflation",
        ])
  }

  @Test func shortNamesOfTypesAreTakenInFull() {
    #expect(
      lines(
        """
        # Kidney stones

        ## Types of kidney stones

        ### Uric acid

        They are common.

        ### Struvite

        Struvite stones result from infections.
        """) == [
          "uric acid stones -subclass_of-> kidney stones",
          "struvite stones -subclass_of-> kidney stones",
          "infections -causes-> struvite stones",
        ])
  }

  @Test func aListIsOfWhatTheSentenceBeforeItSays() {
    #expect(
      lines(
        """
        # Bladder infection

        ## Types of bladder infection

        Signs and symptoms depend on the part that it affects.

        - Fever
        - Chills

        ## Background

        A bladder infection can be brought on by

        - cold feet

        ## Complications

        Symptoms include:

        - Burning

        Treatment options include:

        - Antibiotics
        """) == [
          "bladder infection -has_phenotype-> fever", "bladder infection -has_phenotype-> chills",
          "cold feet -contributes_to-> bladder infection",
          "bladder infection -has_phenotype-> burning",
        ])
  }

  @Test func headingsBehindAColonAreItsList() {
    #expect(
      lines(
        """
        # Everything you need to know about hives

        Hives are itchy. The causes of hives include:

        ### Heat

        ### Cold

        ## Treatment

        ### Creams
        """) == ["heat -contributes_to-> hives", "cold -contributes_to-> hives"])
  }

  @Test func itemsOfPlainTextNeedNoBullets() {
    #expect(
      lines(
        """
        IRON DEFICIENCY
        ===============

        Why does it happen?
        -------------------

        Losing blood

        Heavy periods in younger women
        Bleeding from the gut, which may be due to stomach ulcers or painkillers
        Giving blood

        What might you notice?
        ----------------------

        Less often:
        Headaches
        Brittle nails
        Restless legs at bedtime
        """, "a.txt") == [
          "losing blood -contributes_to-> iron deficiency",
          "heavy periods -contributes_to-> iron deficiency",
          "bleeding from the gut -contributes_to-> iron deficiency",
          "giving blood -contributes_to-> iron deficiency",
          "iron deficiency -has_phenotype-> headaches",
          "iron deficiency -has_phenotype-> brittle nails",
          "iron deficiency -has_phenotype-> restless legs at bedtime",
          "stomach ulcers -contributes_to-> bleeding from the gut",
          "painkillers -contributes_to-> bleeding from the gut",
        ])
  }

  @Test func whatAnItemAddsIsNoPartOfItsName() {
    #expect(
      lines(
        """
        # Effects of debt

        - Longer cycles, hindering the release
        - Low morale as people spend their days on repairs
        - Waste, because nothing works
        - Delay. It does not follow from debt.
        """) == [
          "debt -contributes_to-> longer cycles", "debt -contributes_to-> low morale",
          "debt -contributes_to-> waste",
        ])
  }

  @Test(arguments: [
    ("Gout: why your toe hurts", "## What drives uric acid up\n\nGout hurts. Gout is old.", "gout"),
    ("The problem of deforestation", "Deforestation is bad. Deforestation grows.", "deforestation"),
    (
      "Two in the morning: what I've learned about insomnia",
      "Insomnia is bad. My insomnia began early. Nobody sees insomnia.", "insomnia"
    ),
    ("Acne, honestly", "Acne is common. Acne hurts. So acne it is.", "acne"),
    (
      "Why are we always stuck?",
      "There are many causes of traffic congestion. Traffic congestion costs time.",
      "traffic congestion"
    ),
  ])
  func findsWhatItIsAbout(title: String, text: String, focus: String) {
    #expect(read("# \(title)\n\n\(text)\n").focus?.text == focus)
  }
}
