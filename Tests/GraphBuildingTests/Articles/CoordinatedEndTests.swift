import GraphModel
import Testing

@testable import GraphBuilding

/// What belongs to which of several things that a sentence lists as causes or effects.
@Suite struct CoordinatedEndTests {
  private func stated(_ topic: String, _ text: String) -> [String] {
    read("---\ncondition: \(topic)\n---\n\n\(text)\n").claims.map { claim in
      let name = claim.predicate == .causes ? "causes" : claim.predicate.curie
      let sign = claim.polarity == .decreases ? "lessens" : name
      return "\(claim.subject.text) \(sign) \(claim.object.text)"
    }
  }

  @Test func aParticipleInAListIsNoVerb() {
    let claims = stated(
      "silting",
      "Silting can lead to murky water, reduced catches, and eventually the loss of fisheries.")
    #expect(claims.count == 3)
    #expect(claims.allSatisfy { $0.hasPrefix("silting causes ") })
    #expect(claims.contains("silting causes reduced catches"))
    #expect(claims.contains("silting causes loss of fisheries"))
  }

  @Test func verbsOfThePastShareTheirSubject() {
    let claims = stated("silting", "Dredging worsened silting, reduced catches and raised costs.")
    #expect(!claims.contains { $0.contains("causes reduced catches") })
  }

  @Test(arguments: [
    "Gout causes pain in one or both feet.", "Weak ankles and feet may contribute to gout.",
    "Gout causes a dull ache in the joints of one or more toes.",
  ])
  func aPartOfTheBodyIsNeitherCauseNorSign(text: String) {
    for claim in read("---\ncondition: gout\n---\n\n\(text)\n").claims {
      #expect(!["feet", "toes", "one"].contains(claim.subject.text))
      #expect(!["feet", "toes", "one"].contains(claim.object.text))
    }
  }

  @Test func aListGoesOnBehindWhatOneOfItHolds() {
    let claims = stated(
      "hives", "Hives can be caused by noise, foods containing nuts, and cold water.")
    #expect(claims.contains("cold water causes hives"))
    #expect(!claims.contains { $0.contains("cold water") && $0.contains("foods") })
  }

  @Test func whatIsOverusedHoldsWhatItHolds() {
    #expect(
      stated(
        "blight", "Blight is caused by heat, overuse of sprays containing copper, and drought.")
        == [
          "heat causes blight", "overuse of sprays containing copper causes blight",
          "drought causes blight",
        ])
  }

  @Test func whatIsWronglyBelievedIsNotStated() {
    #expect(stated("blight", "It is wrongly believed that wind causes blight.").isEmpty)
    #expect(stated("blight", "Many farmers mistakenly think that wind causes blight.").isEmpty)
  }

  @Test func whatIsKeptFromHappeningIsNotCaused() {
    #expect(
      stated("asthma", "Vaccination can prevent influenza from triggering asthma attacks.").isEmpty)
  }

  @Test func whatIsRemovedIsNotTheCause() {
    let claims = stated("erosion", "## Causes\n\n- the hedges that hold the soil are removed.")
    #expect(!claims.contains { $0.hasPrefix("hedges") })
  }

  @Test func membersOfWhatHasNoNameAreMembersOfNothingElse() {
    let claims = stated(
      "noise",
      "Noise causes problems such as fatigue, hypertension, and even more severe issues such as stroke."
    )
    #expect(claims.contains("noise causes stroke"))
    #expect(!claims.contains { $0.hasPrefix("stroke") })
  }

  @Test func wordsOfEmphasisAreNoGroup() {
    let claims = stated("gout", "Symptoms of gout include most notably swelling and redness.")
    #expect(claims.count == 2)
    #expect(
      claims.contains { $0.hasSuffix("swelling") } && claims.contains { $0.hasSuffix("redness") })
  }
}
