import GraphModel
import Testing

@testable import GraphBuilding

/// What answers to "What is it?" say of the condition in running text, and what they do not.
@Suite struct DefinitionProseTests {
  @Test(arguments: [
    ("Some patients may also have cramps.", "lupus ~ cramps"),
    ("Muscle spasms are common.", "lupus ~ muscle spasms"),
    (
      "Paralysis, blindness, or hearing loss may also occur.",
      "lupus ~ paralysis; lupus ~ blindness; lupus ~ hearing loss"
    ),
    ("Nausea and headache also occur.", "lupus ~ nausea; lupus ~ headache"),
  ])
  func signsGoOnBehindSigns(text: String, stated: String) {
    let opening = "Symptoms of lupus include fever. "
    #expect(
      statedText("lupus", "What is lupus?", opening + text) == "lupus ~ fever; " + stated)
    // By itself, and under no heading for signs, it may speak of anything.
    #expect(statedText("lupus", "What is lupus?", text) == "-", "\(text)")
  }

  @Test(arguments: [
    "Most patients need treatment.", "These deposits are common.", "It spares the kidneys.",
  ])
  func whatIsNoSignIsNoneBehindSigns(text: String) {
    let stated = statedText("lupus", "What is lupus?", "Symptoms of lupus include fever. " + text)
    #expect(stated == "lupus ~ fever")
  }

  @Test(arguments: [
    ("Nausea, vomiting and headache are seen.", "gout ~ nausea; gout ~ vomiting; gout ~ headache"),
    ("Problems with the retina and optic nerve may occur.", "gout ~ problems with the retina"),
    (
      "Gout causes an abnormally large, poorly controlled head.",
      "gout > abnormally large, poorly controlled head"
    ),
    (
      "Gout causes unusually cranky or drowsy behavior.",
      "gout > unusually cranky or drowsy behavior"
    ),
    ("Gout causes no disability.", "-"), ("People with gout have a normal life span.", "-"),
    ("People with gout should see a doctor.", "-"),
  ])
  func signs(text: String, stated: String) {
    #expect(statedText("gout", "Symptoms", text) == stated, "\(text)")
  }

  @Test(arguments: [
    (
      "Gout is caused by mutations in genes that regulate sodium and calcium channels.",
      "mutations in genes > gout"
    ),
    (
      "Gout is caused by damage to pathways within the brain or spinal cord that control movement.",
      "damage to pathways within the brain > gout"
    ),
    (
      "Gout is caused by a mutation in the gene for an enzyme called aspartoacylase.",
      "mutation in the gene for an enzyme > gout"
    ),
    (
      "Gout may be caused by an imbalance of chemicals called neurotransmitters.",
      "imbalance of chemicals > gout"
    ),
    ("Gout is caused by inflammation of the liver called hepatitis.", "hepatitis > gout"),
    (
      "Gout is caused by a virus that spreads in the air, dust and stress.",
      "virus > gout; dust > gout; stress > gout"
    ),
    (
      "You may be more likely to get gout if you blush a lot or if it runs in your family.",
      "blushing a lot > gout; family history > gout"
    ),
  ])
  func causes(text: String, stated: String) {
    #expect(statedText("gout", "Causes", text) == stated, "\(text)")
  }

  /// Brackets deny nothing outside of them.
  @Test func asidesDenyNothing() {
    let text = "Gout can cause strokes (some do not show on a scan) that can cause dementia."
    let claims = read("---\ncondition: gout\n---\n\n\(text)\n").claims
    #expect(!claims.isEmpty)
    #expect(claims.allSatisfy { !$0.isNegated })
  }

  @Test(arguments: [
    ("There is no cure for gout, but the flu (FL) vaccine can prevent it.", "flu vaccine > gout"),
    ("There is no doubt that the virus causes gout.", "virus > gout"),
    ("There are no vaccines to prevent gout.", "-"),
  ])
  func whatThereIsNotDeniesNothingElse(text: String, stated: String) {
    let claims = read("---\ncondition: gout\n---\n\n\(text)\n").claims
    #expect(claims.allSatisfy { !$0.isNegated })
    #expect(statedText("gout", "", text) == stated, "\(text)")
  }

  /// "Signs include    - fever    - a rash        Gout can come back.": gaps part the items.
  @Test func gapsPartTheItemsOfALine() {
    let text = """
      Gout lasts long. It has been known for ages, and people have been well for all of their
      lives. You may feel       - Pain, usually in the toe    - Dizzy        Gout Week is in May.
      """
    #expect(
      statedText("gout", "Symptoms", text.replacing("\n", with: " "))
        == "gout ~ pain; gout ~ dizziness"
    )
  }
}

/// What stands in lists and around them, as health services put it.
@Suite struct ServicePageTests {
  @Test(arguments: [
    (
      "Gout is caused by stress.1 It is common.2,3 It may be due to noise.",
      "stress > gout; noise > gout"
    ),
    ("Genes make people likely to get other autoimmune diseases, such as:\n\n- lupus", "-"),
    ("This is a chemical in the brain that helps promote sleep.", "-"),
    ("Doctors can rule out another condition as the cause of gout.", "-"),
    ("Your doctor may have you raise your leg to treat it.", "-"),
    (
      "Adults may get gout as a result of brain changes caused by illnesses such as lupus.",
      "brain changes > gout; lupus > gout"
    ),
    ("Other conditions that cause gout are:\n\n- lupus", "lupus > gout"),
    (
      "Causes of gout include\n\n- heavy drinking\n- Wilson disease",
      "heavy drinking > gout; Wilson disease > gout"
    ),
    ("People with gout may develop the following complications:\n\n- stones", "gout > stones"),
  ])
  func causes(text: String, stated: String) {
    #expect(statedText("gout", "Causes", text) == stated, "\(text)")
  }

  @Test(arguments: [
    ("Pain or swelling may occur as fluid builds up.", "gout ~ pain; gout ~ swelling"),
    ("Most people with gout report symptoms of acute gout.", "-"),
    (
      "- loss of interest in hobbies, including sport\n- night sweats",
      "gout ~ loss of interest in hobbies; gout ~ night sweats"
    ),
    (
      "- eating more or less than usual, usually with unplanned weight gain or loss",
      "gout ~ eating more or less than usual"
    ),
    ("- feeling like a failure\n- fever", "gout ~ feeling like a failure; gout ~ fever"),
    ("- a need to cough, even right after a meal", "gout ~ need to cough"),
    ("- symptoms lasting two years", "-"),
    ("Some have swelling in the joint or in the spinal cord.", "gout ~ swelling in the joint"),
  ])
  func signs(text: String, stated: String) {
    #expect(statedText("gout", "Symptoms", text) == stated, "\(text)")
  }

  /// A line that leaves its sentence open is no heading of what follows its list.
  @Test func anOpenLineIsNoHeading() {
    let text = """
      Gout

      What causes gout?

      Causes of gout include

      - beer
      - meat

      What are the symptoms of what everyone ought to know about that old thing called gout?

      You may have pain.
      """
    let claims = read(text, name: "a.txt").claims
    #expect(
      claims.map { "\($0.subject.text) > \($0.object.text)" } == [
        "beer > gout", "meat > gout", "gout > pain",
      ])
  }
}

/// Clauses that name causes and effects, and words that two names share.
@Suite struct ClauseNameTests {
  @Test(arguments: [
    ("One reason is that people drink too much beer.", "drinking too much beer > gout"),
    ("Another reason is that beer often tastes better.", "-"),
    ("Studies show that a link exists between genes and gout.", "genes ~ gout"),
    (
      "Gout can be caused by food or water contamination.",
      "food contamination > gout; water contamination > gout"
    ),
    ("Stress or sleep deprivation causes gout.", "stress > gout; sleep deprivation > gout"),
  ])
  func causes(text: String, stated: String) {
    #expect(statedText("gout", "Causes", text) == stated, "\(text)")
  }

  @Test(arguments: [
    ("Factories are forced to close.", "drought > closure of factories"),
    ("There is a shortage of skilled workers.", "drought > shortage of skilled workers"),
    ("There is no shortage of workers.", "-"), ("There are many wells.", "-"),
    ("It poses a serious risk to crops.", "drought > risk to crops"),
    ("It reduces the level of groundwater.", "drought > reduced level of groundwater"),
  ])
  func effects(text: String, stated: String) {
    #expect(statedText("drought", "Effects", text) == stated, "\(text)")
  }
}

/// Who brings what about where a clause stands behind a cause.
@Suite struct ClauseBehindCauseTests {
  @Test(arguments: [
    ("The main cause of gout is injuries which produce pain.", "injuries > gout"),
    ("The causes of gout are injuries that weaken the heart.", "injuries > gout"),
    ("Gout may be caused by drug or alcohol abuse.", "drug abuse > gout; alcohol abuse > gout"),
    ("A recent or chronic infection can cause gout.", "recent or chronic infection > gout"),
    ("It is due to earwax or ear infections.", "earwax > gout; ear infections > gout"),
  ])
  func theCauseDoesIt(text: String, stated: String) {
    #expect(statedText("gout", "Causes", text) == stated, "\(text)")
  }

  @Test(arguments: [
    "These treatments can restore the flow of blood.",
    "This is because of prompt recognition of symptoms and improved treatments.",
    "Your doctor may prescribe exercise to reduce pain.",
  ])
  func whatTreatmentDoesIsNoEffect(text: String) {
    #expect(statedText("gout", "Outlook", text) == "-", "\(text)")
  }

  @Test func theTopicIsWhatHasTheCauses() {
    let reading = read("# Gout\n\n## Causes\n\nThe causes of gout are stress and smoking.\n")
    #expect(reading.claims.map(\.subject.text) == ["stress", "smoking"])
    #expect(reading.claims.allSatisfy { $0.object.text == "gout" })
  }
}

/// Sentences that set an end off, and what they list behind semicolons.
@Suite struct CleftAndListedTests {
  @Test(arguments: [
    ("It is stress that causes gout.", "stress > gout"),
    ("What causes gout is stress.", "stress > gout"), ("What causes gout is unclear.", "-"),
    ("It is not stress that causes gout.", "-"),
    ("It is known that stress causes gout.", "stress > gout"),
    ("Women are more likely than men to get gout.", "women ~ gout"),
    ("The cause can be difficult to determine.", "-"),
    ("Gout can spread rapidly under crowded conditions.", "-"),
    ("Most acute gout is the result of stress.", "stress > acute gout; acute gout < gout"),
    (
      "The symptoms of gout include numbness or weakness; trouble speaking; or a headache.",
      "gout ~ numbness; gout ~ weakness; gout ~ trouble speaking; gout ~ headache"
    ),
  ])
  func states(text: String, stated: String) {
    #expect(statedText("gout", "", text) == stated, "\(text)")
  }

  /// A verb that only lists hedges nothing of a sign; of anything else, it does.
  @Test(arguments: [
    ("Symptoms may include pain.", Certainty.established),
    ("Symptoms of gout may also include:\n\n- pain", .established),
    ("Causes of gout may include stress.", .possible), ("Gout may cause pain.", .possible),
  ])
  func whatMayBeIncludedIsASign(text: String, certainty: Certainty) {
    let claims = read("---\ncondition: gout\n---\n\n\(text)\n").claims
    #expect(claims.count == 1)
    #expect(claims.allSatisfy { $0.evidence.certainty == certainty }, "\(text)")
  }
}
