import GraphModel
import Testing

@testable import GraphBuilding

/// Whole articles in several layouts, each claim of which was written down by hand.
@Suite struct ArticleReaderTests {
  @Test func readsMarkdownWithLeadsGroupsAndDenials() {
    let reading = read(
      """
      ---
      title: "Asthma: causes, symptoms and what goes with it"
      ---

      # Asthma

      Asthma, also known as bronchial asthma, narrows the airways.

      ## What causes asthma

      * **Allergens** – Airborne allergens such as pollen and mould can trigger asthma.
      * **Smoke** – Tobacco smoke irritates the airways and contributes to asthma.
      * **Chest infections:** Some studies suggest that chest infections in childhood may cause asthma.
      * **Medicines.** Painkillers, for example aspirin, can set off asthma in adults.
      * Cold air, strong smells and hard exercise.
      * Vaccination does not cause asthma.

      ## Signs and symptoms

      Asthma often shows itself as wheezing and a tight chest. Common symptoms also include a dry cough.

      - Poor sleep (mostly in children)

      ## Conditions linked to asthma

      - **Gastro-oesophageal reflux disease (GORD):** GORD is common in people with asthma.
      - **Hay fever and eczema:** Both have been linked to asthma.

      ## What protects against asthma

      - Breastfeeding may protect children against asthma.

      ## Treatment

      - Inhalers ease asthma.
      """)
    #expect(reading.focus?.text == "asthma")
    #expect(reading.focus?.synonyms == ["bronchial asthma"])
    #expect(
      reading.lines == [
        "allergens -causes-> asthma", "airborne allergens -causes-> asthma",
        "pollen -causes-> asthma", "mould -causes-> asthma",
        "pollen -subclass_of-> airborne allergens", "mould -subclass_of-> airborne allergens",
        "airborne allergens -subclass_of-> allergens",
        "tobacco smoke -contributes_to-> asthma",
        "chest infections -contributes_to-> asthma",
        "medicines -causes-> asthma", "painkillers -causes-> asthma", "aspirin -causes-> asthma",
        "aspirin -subclass_of-> painkillers", "painkillers -subclass_of-> medicines",
        "cold air -contributes_to-> asthma", "strong smells -contributes_to-> asthma",
        "hard exercise -contributes_to-> asthma",
        "vaccination -not causes-> asthma",
        "asthma -has_phenotype-> wheezing", "asthma -has_phenotype-> tight chest",
        "asthma -has_phenotype-> dry cough", "asthma -has_phenotype-> poor sleep",
        "asthma -associated_with-> gastro-oesophageal reflux disease",
        "hay fever -associated_with-> asthma", "eczema -associated_with-> asthma",
        "breastfeeding -affects--> asthma",
      ])
    let infections = reading.claim("chest infections -contributes_to-> asthma")
    #expect(infections?.evidence.certainty == .possible)
    #expect(infections?.evidence.hedge == "may")
    #expect(infections?.knowledgeLevel == .prediction)
    #expect(reading.claim("cold air -contributes_to-> asthma")?.evidence.scope == .heading)
    #expect(reading.claim("vaccination -not causes-> asthma")?.subject.role == nil)
    #expect(reading.claim("breastfeeding -affects--> asthma")?.subject.role == .protective)
    #expect(
      reading.claim("asthma -has_phenotype-> poor sleep")?.object.category == .phenotypicFeature)
    #expect(reading.skipped.last?.reason == "stands under 'Treatment', which is not read")
  }

  @Test func readsPlainTextWithQuestionsAndWrappedLines() {
    let reading = read(
      """
      TENSION HEADACHE

      Tension headache (TTH) is common. It feels like a tight
      band around the head.

      What causes tension headache?

      The causes are not fully understood. Stress, poor posture and lack of sleep can
      all trigger tension headache. Eye strain has also been linked to TTH.

      What are the symptoms?

      1. A dull, aching head
      2. Stiff neck and shoulders

      Which problems go with it?

      People with anxiety or depression often experience tension headaches. Left
      untreated, tension headache can lead to medication-overuse headache.
      """, name: "headache.txt")
    #expect(reading.focus?.text == "tension headache")
    #expect(reading.focus?.abbreviations == ["TTH"])
    #expect(
      reading.lines == [
        "stress -causes-> tension headache", "poor posture -causes-> tension headache",
        "lack of sleep -causes-> tension headache",
        "eye strain -associated_with-> tension headache",
        "tension headache -has_phenotype-> dull, aching head",
        "tension headache -has_phenotype-> stiff neck",
        "tension headache -has_phenotype-> stiff shoulders",
        "anxiety -has_phenotype-> tension headache", "depression -has_phenotype-> tension headache",
        "tension headache -causes-> medication-overuse headache",
      ])
    #expect(reading.claims[3].evidence.certainty == .probable)
    #expect(reading.claims[7].subject.role == .disease)
    #expect(reading.claims.last?.object.role == .disease)
  }

  @Test func readsHeadingsThatNameCausesTablesAndReferences() {
    let reading = read(
      """
      # Kidney stones

      ## Causes

      ### Dehydration

      Dehydration is the most common cause of kidney stones.

      ### Diet

      Foods high in oxalate, such as spinach and nuts, can promote kidney stones in some people.

      ### Other conditions

      Gout and high blood pressure are risk factors for kidney stones.

      ### Family history

      ## Symptoms

      | Symptom | How often |
      | --- | --- |
      | Severe pain in the side | very often |
      | Nausea and vomiting | sometimes |

      ## Complications

      If they are not treated, kidney stones can lead to kidney infection, and in rare cases they
      may cause kidney failure.

      ## References

      1. Brown D (2018). Gout and the formation of kidney stones. Kidney Journal, 12(3), 45-50.
      """)
    #expect(
      Set(reading.lines) == [
        "dehydration -causes-> kidney stones", "diet -contributes_to-> kidney stones",
        "foods high in oxalate -contributes_to-> kidney stones",
        "spinach -contributes_to-> kidney stones", "nuts -contributes_to-> kidney stones",
        "spinach -subclass_of-> foods high in oxalate", "nuts -subclass_of-> foods high in oxalate",
        "gout -contributes_to-> kidney stones",
        "high blood pressure -contributes_to-> kidney stones",
        "family history -contributes_to-> kidney stones",
        "kidney stones -has_phenotype-> severe pain in the side",
        "kidney stones -has_phenotype-> nausea", "kidney stones -has_phenotype-> vomiting",
        "kidney stones -causes-> kidney infection",
        "kidney stones -contributes_to-> kidney failure",
      ])
    let gout = reading.claim("gout -contributes_to-> kidney stones")
    #expect(gout?.citations.map(\.basis) == [.inferred])
    let failure = reading.claim("kidney stones -contributes_to-> kidney failure")
    #expect(failure?.evidence.certainty == .possible)
    #expect(reading.claim("diet -contributes_to-> kidney stones")?.evidence.quote == "Diet")
  }

  @Test func readsOneParagraphWithoutHeadings() {
    let reading = read(
      """
      Insomnia

      Insomnia, or sleeplessness, is a common complaint. It can be caused by stress and shift work. \
      Researchers believe that screen light in the evening may contribute to insomnia. Insomnia \
      often leads to tiredness. Over time, insomnia raises the risk of heart disease. There is no \
      evidence that cheese causes insomnia. Regular exercise reduces the risk of insomnia.
      """, name: "insomnia.txt")
    #expect(reading.focus?.synonyms == ["sleeplessness"])
    #expect(
      reading.lines == [
        "stress -causes-> insomnia", "shift work -causes-> insomnia",
        "screen light in the evening -contributes_to-> insomnia",
        "insomnia -causes-> tiredness", "insomnia -contributes_to-> heart disease",
        "cheese -not causes-> insomnia", "regular exercise -affects--> insomnia",
      ])
  }

  @Test func readsCausesAndEffectsThatAreNoMedicine() {
    let reading = read(
      """
      # Causes and effects of soil erosion

      ## Causes of soil erosion

      – Deforestation: Without trees, nothing holds the soil. Deforestation leads to soil erosion.
      – Overgrazing: cattle and sheep strip the land
      – Heavy rain, strong winds and floods.

      ## Effects of soil erosion

      - Loss of fertile land.
      - Soil erosion can result in landslides.
      """)
    #expect(
      reading.lines == [
        "deforestation -causes-> soil erosion", "overgrazing -contributes_to-> soil erosion",
        "heavy rain -contributes_to-> soil erosion", "strong winds -contributes_to-> soil erosion",
        "floods -contributes_to-> soil erosion",
        "soil erosion -contributes_to-> loss of fertile land", "soil erosion -causes-> landslides",
      ])
    #expect(reading.focus?.category == .phenomenon)
    #expect(reading.claims.last?.object.role == .disease)
  }

  @Test func placesEveryQuoteInItsFile() throws {
    let text = """
      ---
      condition: café tremor
      ---

      # Café tremor

      ## Causes

      - **Coffee:** *Strong* coffee [causes](https://x.org) café tremor &amp; unrest [@a].
      """
    let reading = read(text, name: "c.md")
    let scalars = Array(text.unicodeScalars)
    let claim = try #require(reading.claim("strong coffee -causes-> café tremor"))
    #expect(claim.evidence.quote == "Strong coffee causes café tremor & unrest.")
    #expect(claim.evidence.line == 9)
    var source = ""
    source.unicodeScalars.append(contentsOf: scalars[try #require(claim.evidence.range)])
    #expect(source == "Strong* coffee [causes](https://x.org) café tremor &amp; unrest [@a].")
    #expect(claim.subject.location == SourceLocation(file: "c.md", line: 9, column: 16))
  }

  @Test func knowsTheConditionByTheVocabularysNames() {
    let vocabulary = Vocabulary(concepts: [
      Concept(id: "HP:1", label: "hives", synonyms: ["urticaria"], abbreviations: ["CSU"])
    ])
    let text = "# Causes of hives\n\n- Heat causes urticaria.\n- Cold causes CSU.\n"
    #expect(read(text, vocabulary: vocabulary).claims.count == 2)
    #expect(read(text).claims.filter { $0.evidence.scope == .sentence }.isEmpty)
    var builder = GraphBuilder(vocabulary: vocabulary)
    builder.add(read(text, vocabulary: vocabulary))
    let graph = builder.build()
    #expect(graph.focus.map { graph[$0].id } == ["HP:1"])
    #expect(graph.edgeCount == 2)
  }

  @Test func saysWhenNothingTellsWhatItIsAbout() {
    let reading = read("Nothing to see here. Move along.\n", name: "a.txt")
    #expect(reading.focus == nil && reading.claims.isEmpty)
    #expect(reading.diagnostics.map(\.severity) == [.warning])
  }
}
