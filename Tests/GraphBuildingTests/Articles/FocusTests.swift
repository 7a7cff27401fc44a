import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct FocusTests {
  private static let hives = """
    Hives are raised, itchy patches on the skin. Heat may cause hives, and so may pressure.
    Most people with hives never learn why they have them.

    """

  /// Titles of many kinds over the same text.
  @Test(arguments: [
    "# Hives, plainly", "# Hives", "# Itching at 3 a.m.: what I have learned about hives",
    "# The problem of hives", "# Everything you need to know about hives",
    "# Why do I scratch? Notes of a patient", "---\ntitle: Hives – my story\n---\n",
    "---\nname: Hives\ntitle: Skin letters, no. 4\n---\n", "# LETTERS 12\n\n# HIVES: A PRIMER",
  ])
  func findsTheTopicUnderAnyTitle(head: String) {
    let reading = read("\(head)\n\n\(Self.hives)")
    #expect(reading.focus.map { NameKey($0.text) } == NameKey("hives"))
  }

  @Test func findsTheTopicOfALetterWithoutHeadings() {
    let reading = read(
      """
      Sir, the causes of street noise are no mystery. Street noise arises because the lorries now
      take our road. I do not sleep; my neighbour drinks tea. Heavy lorries cause street noise.

      """, name: "letter.txt")
    #expect(reading.focus?.text == "street noise")
  }

  @Test func takesTheTopicNotTheFirstWordOfAJokingTitle() {
    let reading = read(
      """
      # Two p.m. again: a short history of my hay fever

      Hay fever is an allergy to pollen. At two p.m. it begins. People with hay fever sneeze.
      Pollen causes hay fever.

      """)
    #expect(reading.focus?.text == "hay fever")
  }

  @Test func knowsTheShortFormOfItsName() {
    let reading = read(
      """
      # Soil crusting: a primer

      Crusting is what a farmer sees after a storm. Heavy rain causes crusting.

      ## What causes crusting

      - Bare ground

      """)
    #expect(reading.focus?.text == "soil crusting")
    #expect(Set(reading.statements.map(\.object.text)) == ["soil crusting"])
    #expect(reading.statements.map(\.subject.text).sorted() == ["bare ground", "heavy rain"])
  }

  @Test func aWideNounIsNoShortForm() {
    let reading = read(
      """
      # Ear infection: causes and symptoms

      Colds cause ear infection. Smoke causes infection. Dust causes infection of the eye.

      """)
    #expect(reading.statements.map(\.subject.text) == ["colds"])
  }

  @Test func aDegreeOfItIsTheSameTopic() {
    let reading = read(
      """
      Chronic hoarseness is a change of the voice. Hoarseness may last for weeks.
      Smoke causes hoarseness. People with hoarseness whisper. Chronic hoarseness needs a doctor.

      """, name: "voice.txt")
    #expect(reading.focus?.text.lowercased() == "hoarseness")
  }

  @Test func asksWhereTwoTopicsAreAsLikely() {
    let reading = read(
      """
      ---
      title: "Causes of croup"
      ---

      # Causes of mumps

      Croup is a swelling of the throat. Mumps is a swelling of the glands. Cold causes croup.
      A virus causes mumps. People with croup cough. People with mumps rest.

      """)
    #expect(reading.focus == nil && reading.claims.isEmpty)
    #expect(reading.diagnostics.first?.message.contains("'croup' or about 'mumps'") == true)
  }

  @Test func takesAFileNameOnlyWithTheText() {
    let text = "Sunburn comes on quickly. Sunburn hurts. Long days in the sun cause sunburn.\n"
    #expect(read(text, name: "12-hats.txt").focus?.text != "hats")
    let named = read(text + "\nThe causes of sunburn are few.\n", name: "12-sunburn.txt")
    #expect(named.focus?.text.lowercased() == "sunburn")
  }
}
