import GraphModel
import Testing

@testable import GraphBuilding

/// The items of a list are said no firmer than the sentence that introduces them.
@Suite struct ListHedgeTests {
  private func claims(_ heading: String, _ text: String) -> [Claim] {
    read("# Gout\n\n## \(heading)\n\n\(text)\n").claims
  }

  @Test(arguments: [
    ("Causes of gout", "The following factors may trigger gout:", Certainty.possible, "may"),
    ("Causes of gout", "Things that might cause gout include:", .possible, "might"),
    ("Causes of gout", "Experts think that these contribute to gout:", .probable, "Experts think"),
    ("Causes of gout", "Its cause is unknown, but these may play a part:", .possible, "may"),
    ("Symptoms", "Some people may notice these symptoms:", .possible, "may"),
    ("Complications", "If left untreated, gout may lead to:", .possible, "may"),
    ("Complications", "Possible complications:", .possible, "Possible"),
  ])
  func theIntroductionHedgesItsItems(
    heading: String, introduction: String, certainty: Certainty, hedge: String
  ) {
    let claims = claims(heading, "\(introduction)\n\n- stones\n- **Anaemia**: too little blood.")
    #expect(claims.count == 2)
    for claim in claims {
      let evidence = claim.evidence
      #expect(evidence.certainty == certainty)
      #expect(evidence.hedge?.hasPrefix(hedge) == true)
      // What hedges the item is in what it stands under.
      #expect(evidence.section?.contains(hedge) == true)
    }
  }

  @Test(arguments: [
    "If you think you may have gout, look for these signs:", "The symptoms of gout are:",
    "Symptoms can include:", "It may come and go. Its symptoms are:",
  ])
  func whatHedgesSomethingElseHedgesNoItem(introduction: String) {
    let claims = claims("Symptoms", "\(introduction)\n\n- stones\n- fever")
    #expect(claims.count == 2)
    #expect(claims.allSatisfy { $0.evidence.certainty == .established }, "\(introduction)")
  }

  @Test func aHedgeEndsWithItsList() {
    let claims = claims(
      "Symptoms", "You may notice:\n\n- stones\n\nThe main symptoms are:\n\n- fever")
    #expect(claims.map { $0.evidence.certainty } == [.possible, .established])
  }

  @Test func whatAListIsOnlyLinkedToIsNoCause() {
    let claims = claims("Causes of gout", "Gout has been linked to:\n\n- stones")
    #expect(claims.map(\.predicate) == [.associatedWith])
  }

  /// A sentence of its own speaks for itself.
  @Test func whatAnItemSaysItselfKeepsItsOwnHedge() {
    let claims = claims(
      "Causes of gout", "These may cause gout:\n\n- **Beer**: beer is a proven cause of gout.")
    #expect(claims.map { $0.evidence.certainty } == [.established])
  }

  /// Under signs, what the condition is said to lead to is what it does.
  @Test func anIntroductionThatNamesTheConditionTellsWhatItsListIs() {
    #expect(
      statedText("gout", "Symptoms", "Gout can lead to:\n\n- kidney stones")
        == "gout > kidney stones")
    #expect(statedText("gout", "Symptoms", "This burden stems from:\n\n- costs") == "-")
  }
}
