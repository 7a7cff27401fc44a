import GraphModel
import Testing

@testable import GraphBuilding

/// Under a heading that speaks of effects, what comes about is an effect by the heading, as what
/// brings about is a cause under one that speaks of causes.
@Suite struct EffectSectionTests {
  private func lines(_ text: String) -> [String] {
    read("# Light pollution\n\nLight pollution is too much light at night.\n\n" + text).statements
      .map(\.line)
  }

  @Test func takesWhatComesAboutAsAnEffect() throws {
    let reading = read(
      """
      # Light pollution

      ## Effects of light pollution

      Bright light at night can cause poor sleep. Too much light may lead to confused turtles.
      """)
    let sleep = try #require(reading.claim("light pollution -causes-> poor sleep"))
    #expect(sleep.evidence.scope == .heading)
    #expect(reading.statements.count == 2)
    #expect(reading.statements.last?.evidence.certainty == .possible)
  }

  @Test func leavesOutWhatIsDeniedOrLessened() {
    #expect(
      lines(
        """
        ## Effects of light pollution

        Bright light does not cause headaches. Dim light reduces poor sleep. Poor sleep causes sadness.
        """
      ).isEmpty)
  }

  @Test func takesTheRestUnderALeadAsMechanism() {
    #expect(
      lines(
        """
        ## Effects of light pollution

        - **Poor sleep:** Blue light reaching the eye causes a drop in melatonin.
        """) == ["light pollution -contributes_to-> poor sleep"])
  }

  @Test func saysNothingByTheHeadingOfWhatTheSentenceDenies() {
    #expect(
      lines(
        """
        ## Causes of light pollution

        - Old lamps may cause glare, but they do not cause light pollution.
        """
      ).allSatisfy { $0.contains("-not ") })
  }
}
