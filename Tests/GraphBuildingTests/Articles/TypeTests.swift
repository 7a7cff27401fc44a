import GraphModel
import Testing

@testable import GraphBuilding

/// The types of a condition, and what belongs to them alone.
@Suite struct TypeTests {
  private func lines(_ text: String) -> [String] {
    read("---\ncondition: tremor\n---\n\n# Tremor\n\n\(text)\n").lines
  }

  @Test(arguments: [
    ("Wing tremor is a rare type of tremor.", ["wing tremor -subclass_of-> tremor"]),
    (
      "The main types of tremor are wing tremor and rest tremor.",
      ["wing tremor -subclass_of-> tremor", "rest tremor -subclass_of-> tremor"]
    ),
    ("Asterixis is a form of tremor.", ["asterixis -subclass_of-> tremor"]),
    (
      "Rest tremor is caused by copper.",
      ["copper -causes-> rest tremor", "rest tremor -subclass_of-> tremor"]
    ),
  ])
  func sentencesNameThem(text: String, expected: [String]) { #expect(lines(text) == expected) }

  @Test(arguments: [
    "Asterixis is not a type of tremor.", "Is asterixis a type of tremor?",
    "Some say that asterixis is a type of tremor.", "A severe tremor is caused by copper.",
    "If asterixis is a type of tremor, so is a shiver.", "Tremor is a type of movement.",
  ])
  func nothingElseDoes(text: String) {
    #expect(!lines(text).contains { $0.contains("subclass_of-> tremor") })
  }

  @Test func whatIsSaidUnderATypeIsSaidOfIt() {
    let reading = read(
      """
      # Tremor

      ## Types of tremor

      ### Copper

      Copper tremor is the most common. Eating less offal can lower the risk of developing this
      type of tremor. Foods with much copper include:

      - liver
      - oysters

      ### Rest

      This type of tremor is caused by cold.
      """)
    #expect(reading.lines.contains("copper tremor -subclass_of-> tremor"))
    #expect(
      reading.lines.contains("cold -causes-> rest")
        || reading.lines.contains("cold -causes-> rest tremor"))
    #expect(!reading.lines.contains { $0.hasPrefix("liver") || $0.hasPrefix("oysters") })
    let type = reading.claim("copper tremor -subclass_of-> tremor")?.subject
    #expect(type?.category == reading.focus?.category && type?.role == nil)
  }
}
