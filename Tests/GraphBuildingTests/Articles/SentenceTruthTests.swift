import GraphModel
import Testing

@testable import GraphBuilding

/// One sentence at a time, under "Causes" of migraine: what is read says no more than the words.
@Suite struct SentenceTruthTests {
  /// The statements of a sentence with their certainty, separated by semicolons; "-" for none.
  private func statements(_ text: String) -> String {
    let reading = read("---\ncondition: migraine\n---\n\n## Causes\n\n\(text)\n")
    let lines = reading.statements.map { "\($0.line) | \($0.evidence.certainty?.name ?? "")" }
    return lines.isEmpty ? "-" : lines.joined(separator: "; ")
  }

  @Test(arguments: [
    ("Alcohol is unlikely to cause migraine.", "alcohol -not causes-> migraine | probable"),
    ("MSG fails to trigger migraine.", "MSG -not causes-> migraine | established"),
    (
      "Chocolate was once thought to cause migraine, but this has been disproved.",
      "chocolate -not causes-> migraine | established"
    ),
    (
      "Some foods may trigger migraine, but they do not cause it.",
      "foods -contributes_to-> migraine | possible; foods -not causes-> migraine | established"
    ),
    (
      "That chocolate causes migraine is a myth.", "chocolate -not causes-> migraine | established"
    ),
    (
      "The idea that chocolate causes migraine has been debunked.",
      "chocolate -not causes-> migraine | established"
    ),
    (
      "Stress causes migraine, but the theory of humours has been disproved.", "-"
    ),
    (
      "Nothing suggests that stress causes migraine.", "stress -not causes-> migraine | possible"
    ),
    (
      "No study has shown that stress causes migraine.",
      "stress -not causes-> migraine | possible"
    ),
    (
      "Studies have failed to show that sugar causes migraine.",
      "sugar -not causes-> migraine | possible"
    ),
    ("Stress is not the only cause of migraine.", "stress -causes-> migraine | established"),
    ("Stress does not always cause migraine.", "stress -causes-> migraine | probable"),
    ("Stress does not necessarily lead to migraine.", "-"),
    ("Stress alone does not cause migraine.", "-"),
    ("Not all migraine is caused by stress.", "-"),
    ("Stress causes tension but not migraine.", "-"),
    ("Stress causes tension rather than migraine.", "-"),
    ("Stress causes everything except migraine.", "-"),
    ("Stress rather than chocolate causes migraine.", "stress -causes-> migraine | established"),
    ("Migraine is caused not by chocolate but by stress.", "-"),
    ("Far from causing migraine, coffee may relieve it.", "-"),
  ])
  func denialsAreKeptAndReachNoFurther(sentence: String, expected: String) {
    #expect(statements(sentence) == expected, "\(sentence)")
  }

  @Test(arguments: [
    ("If aged cheese caused migraine, most Europeans would have it.", "-"),
    ("Aged cheese would cause migraine if it held more tyramine.", "-"),
    ("Had stress caused migraine, we would know.", "-"),
    ("Suppose stress causes migraine.", "-"),
    ("Researchers investigated the link between stress and migraine.", "-"),
    ("Scientists are studying whether stress causes migraine.", "-"),
    ("A blogger claims that oat milk causes migraine.", "speculative"),
    ("Some say that oat milk causes migraine.", "speculative"),
    ("My aunt is convinced that stress causes migraine.", "speculative"),
    ("According to folklore, a full moon causes migraine.", "speculative"),
    ("Stress was believed to cause migraine until the 1990s.", "speculative"),
    ("Few studies have found that sugar causes migraine.", "speculative"),
    ("Some think that cold causes migraine, but this has never been proved.", "speculative"),
    ("Doctors say that stress causes migraine.", "probable"),
    ("Chocolate rarely causes migraine.", "possible"),
    ("In mice, nitroglycerin causes migraine.", "possible"),
    ("Caffeine causes migraine only in people who drink a lot of it.", "probable"),
    ("Chocolate can cause migraine in sensitive people.", "probable"),
    ("Oestrogen triggers migraine in some women.", "probable"),
    ("Weather triggers migraine less often.", "probable"),
    ("Migraine can cause nausea and, in some people, vomiting.", "established probable"),
  ])
  func doubtsAndLimitsLowerTheCertainty(sentence: String, expected: String) {
    let reading = read("---\ncondition: migraine\n---\n\n## Causes\n\n\(sentence)\n")
    let found = reading.statements.map { $0.evidence.certainty?.name ?? "" }
    #expect(found == (expected == "-" ? [] : expected.split(separator: " ").map(String.init)))
    for claim in reading.statements where claim.evidence.certainty != .established {
      #expect(claim.evidence.hedge != nil, "\(sentence)")
    }
  }

  @Test(arguments: [
    ("A lack of magnesium can cause migraine.", "lack of magnesium"),
    ("Less sleep causes migraine.", "less sleep"),
    ("Low levels of magnesium cause migraine.", "low levels of magnesium"),
    ("Overuse of painkillers causes migraine.", "overuse of painkillers"),
    ("Too much sleep causes migraine.", "too much sleep"),
    ("Cutting out caffeine reduces migraine.", "cutting out caffeine"),
    ("Reducing stress can prevent migraine.", "reducing stress"),
    ("Avoiding lack of sleep prevents migraine.", "avoiding lack of sleep"),
  ])
  func aNameKeepsTheWordsThatTurnItRound(sentence: String, subject: String) {
    let reading = read("---\ncondition: migraine\n---\n\n## Causes\n\n\(sentence)\n")
    #expect(reading.statements.map(\.subject.text) == [subject])
  }

  @Test(arguments: [
    ("Eating gluten worsens migraine as it triggers inflammation.", ["gluten"]),
    ("Avoid red wine, as it triggers migraine.", []),
    ("Aspirin is used to reduce migraine.", []),
    ("Stress causes more pain than migraine.", []),
    ("Stress causes fewer migraine attacks than hunger.", []),
    ("Nitroglycerin causes migraine-like pain in mice.", []),
    ("Migraine is often mistaken for sinus headache.", []),
  ])
  func pronounsPurposesAndComparisonsNameNoCause(sentence: String, subjects: [String]) {
    let reading = read("---\ncondition: migraine\n---\n\n## Causes\n\n\(sentence)\n")
    #expect(reading.statements.map(\.subject.text) == subjects)
  }

  @Test(arguments: [
    ("stress, hunger or thirst", "stress; hunger; thirst"),
    ("cystinuria, an inherited disorder", "cystinuria"),
    ("H. pylori, the bug behind most ulcers,", "H. pylori"),
    ("crystals that broke off and drifted into the ear", "crystals"),
    ("organic methods for pest, weed, and disease control", "organic methods for pest"),
    ("tophi to develop", "tophi"),
    ("the kidneys to leak", ""),
    ("discoloured", ""),
    ("after eating", ""),
    ("stress rather than hunger", "stress"),
    ("stress, not hunger", "stress"),
  ])
  func namesAreNounPhrases(text: String, expected: String) {
    #expect(names(text) == expected)
  }

  @Test func whatPlaysAPartPlaysItInWhatTheHeadingSays() {
    #expect(
      statements("Stress may also play a part.") == "stress -contributes_to-> migraine | possible")
    let reading = read("# Migraine\n\n## Symptoms\n\nStress may also play a part.\n")
    #expect(reading.claims.isEmpty)
  }

  /// What somebody does for a purpose is the subject, not what they want to change by it.
  @Test(arguments: [
    ("Efforts to reduce migraine sometimes lead to poverty.", "-"),
    ("Attempts to prevent migraine may cause stress.", "-"),
    (
      "Policies aimed at reducing stress can cause migraine.",
      "policies -causes-> migraine | established"
    ),
    ("Smoking to relieve stress can cause migraine.", "smoking -causes-> migraine | established"),
    (
      "Drugs for lowering pressure cause migraine.",
      "drugs for lowering pressure -causes-> migraine | established"
    ),
    (
      "Failure to treat stress can cause migraine.",
      "failure to treat stress -causes-> migraine | established"
    ),
    ("The impact of migraine is profound and multifaceted.", "-"),
    ("Migraine may progress to moderate symptoms.", "-"),
  ])
  func aPurposeIsNotTheSubject(sentence: String, expected: String) {
    #expect(statements(sentence) == expected)
  }

  @Test func aNounThatLooksLikeAVerbGoesWithTheNextNoun() {
    let read = statements("Noise, bullying and lack of social support systems can cause migraine.")
    #expect(!read.contains("| established; systems") && !read.hasPrefix("systems"))
    #expect(read.contains("bullying -causes-> migraine"))
  }
}
