import GraphModel
import Testing

@testable import GraphBuilding

/// What is read is never more than what the author said.
@Suite struct TruthfulReadingTests {
  /// `cause > effect` with the predicate and certainty of each statement.
  private func statements(_ text: String) -> Set<String> {
    Set(read(text).statements.map { "\($0.line) | \($0.evidence.certainty?.name ?? "")" })
  }

  @Test func leadsStateNoMoreThanTheirSentences() {
    let found = statements(
      """
      # Hives

      ## Causes of hives

      - **Stress:** Chronic stress, the kind that never lets up, has been linked to hives.
      - **Gut flora:** A poor flora lets toxins pass. In this way it may contribute to hives.
      - **Sugar:** There is no good evidence for this one.
      - **Pollen:** Pollen and dust show a potential association with hives.
      - **Worry:** In studies, worry triggers hives. So far, noise has been linked to hives.
      - **Tension:** Tension, above all long tension, triggers hives. Likewise, anger triggers hives.
      - **Diet:** A poor diet rich in sugar and fat may trigger hives. Processed foods such as crisps contribute to hives. Sugar raises the risk of hives.

      ## Diseases

      - **Allergies:** In this way it may contribute to allergies.
      - **Lupus:** Of lupus with hives and fever has been described. A potential association links lupus and asthma to hives.

      ## Symptoms

      - In this way it may contribute to itching.
      """)
    #expect(
      found == [
        "stress -associated_with-> hives | probable",
        "gut flora -contributes_to-> hives | possible",
        "pollen -associated_with-> hives | possible", "dust -associated_with-> hives | possible",
        "worry -causes-> hives | established", "noise -associated_with-> hives | probable",
        "tension -causes-> hives | established", "anger -causes-> hives | established",
        "diet -contributes_to-> hives | possible",
        "poor diet rich in sugar and fat -contributes_to-> hives | possible",
        "sugar -contributes_to-> hives | established",
        "processed foods -contributes_to-> hives | established",
        "crisps -contributes_to-> hives | established",
        "hives -associated_with-> allergies | possible",
        "lupus -associated_with-> hives | possible", "asthma -associated_with-> hives | possible",
        "hives -contributes_to-> itching | possible",
      ])
  }

  @Test func membersOfSomethingInAnItemAreNoSecondMembersOfItsLead() {
    let reading = read(
      """
      # Hives

      ## Causes of hives

      - **Diet:** A poor diet rich in sugar may trigger hives. Sugar raises the risk of hives.
      """)
    #expect(reading.lines.contains("poor diet rich in sugar -subclass_of-> diet"))
    #expect(!reading.lines.contains("sugar -subclass_of-> diet"))
  }

  @Test func denialsQuestionsConditionsAndMythsStateNothing() {
    let found = statements(
      """
      # Hives

      ## Causes of hives

      - Milk does not cause hives.
      - There is no evidence that eggs cause hives.
      - Nuts are not linked to hives.
      - Contrary to popular belief, heat does not trigger hives.
      - Neither wool nor cotton causes hives.
      - If cats caused hives, we would know.
      - Does soap cause hives?
      - Is wine linked to hives?
      - An association of asthma with hives and fever has been described.

      Stress has nothing to do with hives. Water has never been shown to cause hives. Although widely feared, tea has not been linked to hives. It is a myth that soap causes hives.

      ## Myths

      - Wine causes hives.
      """)
    #expect(
      found == [
        "milk -not causes-> hives | established", "eggs -not causes-> hives | possible",
        "nuts -not associated_with-> hives | established",
        "heat -not causes-> hives | established", "wool -not causes-> hives | established",
        "cotton -not causes-> hives | established",
        "asthma -associated_with-> hives | established",
        "water -not causes-> hives | established",
        "tea -not associated_with-> hives | established", "soap -not causes-> hives | established",
      ])
  }
}
