import GraphModel
import Testing

@testable import GraphBuilding

/// Who is struck more often, and in which circumstances.
@Suite struct RiskStatementTests {
  /// `cause > effect` for each claim, with `~` for what only goes with it; "-" for nothing.
  private func stated(_ text: String, heading: String = "") -> String {
    let title = heading.isEmpty ? "" : "## \(heading)\n\n"
    let reading = read("---\ncondition: burnout\n---\n\n\(title)\(text)\n")
    let lines = reading.claims.map { claim in
      "\(claim.subject.text) \(claim.predicate == .associatedWith ? "~" : ">") \(claim.object.text)"
    }
    return lines.isEmpty ? "-" : lines.joined(separator: "; ")
  }

  @Test(arguments: [
    (
      "You are more likely to develop burnout if you smoke, are overweight or have diabetes.",
      "smoking > burnout; being overweight > burnout; diabetes > burnout"
    ),
    (
      "You're more likely to get burnout if you work nights or have a family history of depression.",
      "working nights > burnout; family history of depression > burnout"
    ),
    ("If you have diabetes, you are more likely to get burnout.", "diabetes > burnout"),
    ("Your risk of burnout is higher if you smoke.", "smoking > burnout"),
    ("Your chances of burnout go up if you have asthma.", "asthma > burnout"),
    (
      "Burnout is more common in women and older people.", "women ~ burnout; older people ~ burnout"
    ),
    (
      "Burnout is most common in women and in older people.",
      "women ~ burnout; older people ~ burnout"
    ),
    ("Women are twice as likely as men to develop burnout.", "women ~ burnout"),
    ("Men are more likely to get burnout than women.", "men ~ burnout"),
    ("Older adults are particularly vulnerable to burnout.", "older adults ~ burnout"),
    ("People who smoke are at higher risk of burnout.", "smoking ~ burnout"),
    (
      "People who work long hours are more likely to develop burnout.",
      "working long hours ~ burnout"
    ),
    ("In Europe, women are more likely to get burnout.", "women ~ burnout"),
    ("The risk of burnout rises with age.", "age ~ burnout"),
    ("Women tend to get burnout more often than men.", "women ~ burnout"),
  ])
  func readsWhoIsAtRisk(sentence: String, expected: String) {
    #expect(stated(sentence) == expected, "\(sentence)")
  }

  @Test func goesOnSpeakingOfTheCondition() {
    #expect(
      stated("Burnout has many faces. It's more common in women.") == "women ~ burnout")
  }

  @Test func keepsTheHedge() {
    let reading = read(
      "---\ncondition: burnout\n---\n\nYou may be more likely to get burnout if you smoke.\n")
    #expect(reading.claims.map(\.evidence.certainty) == [.possible])
    #expect(reading.claims.first?.evidence.hedge == "may")
  }

  @Test(arguments: [
    "You are no more likely to get burnout if you smoke.",
    "You are not more likely to get burnout if you smoke.",
    "Smokers are less likely to get burnout.",
    "You are more likely to get headaches if you smoke.",
    "Are women more likely to get burnout?",
    "Researchers are examining whether women are more likely to get burnout.",
    "You are more likely to get burnout if you smoke and drink.",
    "Women are more likely to get burnout if they smoke.",
    "Women get headaches more often than men.",
    "Women do not get burnout more often than men.",
    "Women with asthma are more likely to recover from burnout.",
    "You are more likely to recover from burnout if you rest.",
  ])
  func saysNoMoreThanTheAuthor(sentence: String) {
    #expect(stated(sentence) == "-", "\(sentence)")
  }
}
