import GraphModel
import Testing

@testable import GraphBuilding

/// What essays say of causes and effects that are no illness, sentence after sentence.
@Suite struct RunningProseTests {
  /// What a text states: `cause > effect`, with `~` for what only goes together and `<` for
  /// members of a group; "-" for nothing.
  private func stated(_ topic: String, _ heading: String, _ text: String) -> String {
    statedText(topic, heading, text)
  }

  @Test(arguments: [
    ("Silting is usually caused by mining.", "mining > silting"),
    ("Mining is also frequently behind silting.", "mining > silting"),
    ("Mining is probably responsible for silting.", "mining > silting"),
    ("Silting stems largely from mining.", "mining > silting"),
    ("Silting owes much to mining.", "mining > silting"),
    ("Mining has a part to play in silting.", "mining > silting"),
    ("Mining factors into silting.", "mining > silting"),
    ("Mining accelerates silting.", "mining > silting"),
    ("Mining has been implicated in silting.", "mining > silting"),
    ("Behind silting lies mining.", "mining > silting"),
    ("At the root of silting lies mining.", "mining > silting"),
    ("Mining ranks among the leading causes of silting.", "mining > silting"),
    ("Experts cite mining as a cause of silting.", "mining > silting"),
    ("The main reason people get silting is mining.", "mining > silting"),
    ("Silting may occur as a complication of mining.", "mining > silting"),
    ("Silting is influenced by mining and grazing.", "mining > silting; grazing > silting"),
    (
      "The causes of silting include, but are not limited to, mining and grazing.",
      "mining > silting; grazing > silting"
    ),
    ("Mining and silting are closely linked.", "mining ~ silting"),
    ("Mining and silting often go hand in hand.", "mining ~ silting"),
    ("One of the problems caused by silting is hunger.", "silting > hunger"),
    ("Problems caused by silting include hunger and thirst.", "silting > hunger; silting > thirst"),
    (
      "A loss of hope is one of the most commonly reported effects of silting.",
      "silting > loss of hope"
    ),
    ("Silting has spread. Cheap fuel also drives it.", "cheap fuel > silting"),
    ("Policies that favour mines have contributed to silting.", "policies > silting"),
    ("Silting leads to hunger. This in turn causes unrest.", "silting > hunger; silting > unrest"),
    (
      "Silting means lower yields and higher prices.",
      "silting > lower yields; silting > higher prices"
    ),
    ("Silting leads to lower yields.", "silting > lower yields"),
    (
      "Silting happens when there is too much mud in the water.",
      "too much mud in the water > silting"
    ),
    ("Silting occurs when rivers have too little flow.", "too little flow > silting"),
    ("Silting is bad; if it carries on, it leads to hunger.", "silting > hunger"),
    ("Silting damages dams, which leads to floods.", "silting > floods"),
    ("Mining compounds silting.", "mining > silting"),
    ("Silting brings with it hunger.", "silting > hunger"),
    (
      "Silting leads to hunger. Rising prices lead to unrest.",
      "silting > hunger; silting > unrest"
    ),
  ])
  func readsWhatEssaysSay(sentence: String, expected: String) {
    #expect(stated("silting", "", sentence) == expected, "\(sentence)")
  }

  @Test(arguments: [
    "Mining and silting are not linked.",
    "Mining and grazing are closely linked.",
    "If mining and silting are linked, nobody has shown it.",
    "One of the problems caused by mining is hunger.",
    "Wage rises lead to strikes. This in turn causes unrest.",
    "Silting has spread. Cheap fuel and its price drive it away.",
    "Behind the house lies a mine.",
    "Understanding silting helps villages.",
    "Silting means that nobody moves.",
    "Silting makes people more likely to move.",
    "If mines close, silting leads nowhere.",
    "Silting does not happen when there is too much mud.",
    "Silting may stop when there is too much rain.",
  ])
  func leavesOutWhatIsNotSaid(sentence: String) {
    #expect(!stated("silting", "", sentence).contains(" > "), "\(sentence)")
    #expect(!stated("silting", "", sentence).contains("~ silting"), "\(sentence)")
  }

  @Test(arguments: [
    ("Why are rivers silting up?", "Mining puts pressure on the banks.", "mining > silting"),
    ("What happens when rivers silt up?", "This leads to hunger.", "silting > hunger"),
    ("Effects", "Limited access to water leads to hunger.", "silting > hunger"),
    ("Effects", "Degraded banks cause landslides.", "silting > landslides"),
    ("Effects", "This situation results in hunger.", "silting > hunger"),
    ("Causes", "Understanding the causes leads to better plans.", "-"),
    ("Effects", "Charging would, some say, lead to empty shops.", "-"),
    ("Effects", "Silting provokes a crisis or aggravates it.", "silting > crisis"),
    ("Effects", "Poor sleep causes tiredness.", "-"),
    ("Effects", "Farmers lose their income.", "silting > loss of income"),
    ("Effects", "Farmers do not lose their income.", "-"),
    ("Effects", "It threatens food security.", "silting > food security"),
    ("Effects", "It does not threaten food security.", "not silting > food security"),
    (
      "Effects", "It may lead to hunger and, in the worst case, war.",
      "silting > hunger; silting > war"
    ),
    ("Causes", "Mining leaves the soil bare.", "mining > silting"),
    ("Causes", "Mines do not leave the soil bare.", "-"),
    (
      "Causes", "Several factors are to blame: mining and grazing.",
      "mining > silting; grazing > silting"
    ),
    ("Causes", "Several factors are responsible, including mining.", "mining > silting"),
    (
      "Causes", "Poor laws, greed and haste are all to blame.",
      "poor laws > silting; greed > silting; haste > silting"
    ),
    ("Causes", "It is linked to mining.", "mining ~ silting"),
    ("Causes", "Without trees, the soil washes away.", "-"),
    (
      "Causes", "Oil is useful to mines, and it sells, which can lead to mud.",
      "-"
    ),
    ("Causes", "Trees are vital for banks, and in spring levels drop, which can lead to mud.", "-"),
    (
      "Causes", "Storms that occur in spring, summer and autumn may raise the risk.",
      "storms > silting"
    ),
    ("Causes", "Climate change plays a role.", "climate change > silting"),
    ("Causes", "Experts disagree about whether climate change plays a role.", "-"),
  ])
  func takesFromTheHeadingWhatItSays(heading: String, text: String, expected: String) {
    #expect(stated("silting", heading, text) == expected, "\(text)")
  }

  @Test func turnsToWhatAQuestionAsks() {
    let text =
      "Silting has causes. Mining is to blame. And what does it all cost? Hunger leads to unrest."
    #expect(stated("silting", "Causes", text) == "mining > silting")
    #expect(
      stated("silting", "", "Silting is common. So what causes it? Mining is to blame.")
        == "mining > silting")
    #expect(
      stated("silting", "", "Silting is common. Does milk cause it? Milk is to blame.") == "-")
  }
}
