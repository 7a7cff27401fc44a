import GraphModel
import Testing

@testable import GraphBuilding

/// The ways in which running prose says what brings what about, and what it leaves unsaid.
@Suite struct ProseConstructionTests {
  /// What a text under a heading states: `cause > effect`, denials with `not`, members of a group
  /// with `<`, separated by semicolons; "-" for nothing.
  private func stated(_ topic: String, _ heading: String, _ text: String) -> String {
    statedText(topic, heading, text).replacing(" ~ ", with: " > ")
  }

  @Test(arguments: [
    ("As a result of overwork, many nurses develop burnout.", "overwork > burnout"),
    ("Many nurses develop burnout because of overwork.", "overwork > burnout"),
    ("Owing to overwork, burnout is on the rise.", "overwork > burnout"),
    ("Burnout arises out of overwork.", "overwork > burnout"),
    ("Burnout happens as a consequence of overwork.", "overwork > burnout"),
    ("Burnout often follows a period of overwork.", "overwork > burnout"),
    ("Overwork is partly to blame for burnout.", "overwork > burnout"),
    ("Economists blame burnout on overwork.", "overwork > burnout"),
    ("Overwork makes burnout much more likely.", "overwork > burnout"),
    ("Overwork puts young nurses at greater risk of burnout.", "overwork > burnout"),
    ("Overwork contributes heavily to burnout.", "overwork > burnout"),
    ("Overwork is by far the most common cause of burnout.", "overwork > burnout"),
    ("Noise can set burnout off.", "noise > burnout"),
    ("Burnout can be a reaction to noise.", "noise > burnout"),
    (
      "There are many causes of burnout, including noise and heat.",
      "noise > burnout; heat > burnout"
    ),
    (
      "Burnout has many causes: noise, heat and boredom.",
      "noise > burnout; heat > burnout; boredom > burnout"
    ),
    (
      "Many factors contribute to burnout, such as noise and heat.",
      "noise > burnout; heat > burnout"
    ),
    (
      "Several things can bring burnout on: noise, heat and boredom.",
      "noise > burnout; heat > burnout; boredom > burnout"
    ),
    ("Causes of burnout range from noise to boredom.", "noise > burnout; boredom > burnout"),
    ("Burnout is caused not only by noise but also by heat.", "noise > burnout; heat > burnout"),
    ("Not only noise but also heat causes burnout.", "noise > burnout; heat > burnout"),
    ("Burnout is not caused by boredom but by noise.", "not boredom > burnout; noise > burnout"),
    (
      "Burnout can be triggered by noise, by heat or by boredom.",
      "noise > burnout; heat > burnout; boredom > burnout"
    ),
    (
      "Noise does not cause burnout in adults, but it makes burnout worse.",
      "not noise > burnout; noise > burnout"
    ),
    (
      "Burnout is mostly caused by noise, but heat and boredom can also cause it.",
      "noise > burnout; heat > burnout; boredom > burnout"
    ),
    ("Burnout costs firms billions and leads to depression.", "burnout > depression"),
    ("Burnout, if left untreated, can lead to depression.", "burnout > depression"),
    ("Burnout can have serious consequences, including depression.", "burnout > depression"),
    ("Burnout often leaves people with headaches.", "burnout > headaches"),
    ("Depression is common after burnout.", "burnout > depression"),
  ])
  func readsWhatProseStates(sentence: String, expected: String) {
    #expect(stated("burnout", "", sentence) == expected, "\(sentence)")
  }

  @Test(arguments: [
    "Burnout is less common because of good management.",
    "Burnout has fallen thanks to shorter shifts.",
    "Treatment of burnout is hard because of shame.",
    "Few people develop burnout because of boredom.",
    "People do not develop burnout because of laziness.",
    "Many people avoid help because of burnout.",
    "Researchers asked whether people develop burnout because of overwork.",
    "If people develop burnout because of overwork, they should rest.",
    "Nurses experience burnout.", "Teachers face burnout.", "Firms notice burnout too late.",
    "A long holiday can wipe out burnout.", "Rest removes burnout.",
    "Burnout has many treatments, including rest.",
    "Many things help against burnout, including rest.",
    "Rest makes burnout no worse.", "Overwork puts nobody at risk of burnout.",
    "Overwork may lead to tiredness, from which burnout differs.",
    "The result is hunger.", "Flooding often follows.", "These include noise and heat.",
    "There may also be headaches.", "You may notice headaches.", "Burnout means hard work.",
    "Burnout can be anything from boredom to despair.",
    "Burnout has no single cause.", "Climate change means more rain.",
  ])
  func leavesOutWhatProseDoesNotState(sentence: String) {
    #expect(stated("burnout", "", sentence) == "-", "\(sentence)")
  }

  @Test(arguments: [
    ("Causes", "Mining strips the hills of their plants.", "mining > river silting"),
    ("Causes", "Storms are often involved.", "storms > river silting"),
    (
      "Causes", "The most common cause is logging, followed by mining.",
      "logging > river silting; mining > river silting"
    ),
    (
      "Causes", "Some crops can cause river silting. These include maize and beets.",
      "crops > river silting; maize > river silting; maize < crops; beets > river silting; beets < crops"
    ),
    (
      "Causes", "There are several causes. Examples are mining and logging.",
      "mining > river silting; logging > river silting"
    ),
    ("Causes", "River silting is closely linked with logging.", "logging > river silting"),
    ("Effects", "The first result is hunger.", "river silting > hunger"),
    ("Effects", "Flooding often follows.", "river silting > flooding"),
    ("Effects", "Floods become more common.", "river silting > floods"),
    ("Effects", "There may also be floods.", "river silting > floods"),
    ("Effects", "Farmers face higher costs.", "river silting > higher costs"),
    ("Effects", "The effects on fish include slow growth.", "river silting > slow growth"),
    (
      "Effects", "The loss of crops leads to hunger.",
      "river silting > loss of crops; river silting > hunger; loss of crops > hunger"
    ),
    (
      "Effects", "The effects range from floods to hunger.",
      "river silting > floods; river silting > hunger"
    ),
    (
      "Symptoms", "Symptoms usually include fatigue. They can also include headaches.",
      "river silting > fatigue; river silting > headaches"
    ),
  ])
  func letsTheHeadingSayOfWhat(heading: String, text: String, expected: String) {
    #expect(stated("river silting", heading, text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("Causes", "Dredging removes the silt."), ("Causes", "Flooding often follows."),
    ("Causes", "Storms are common."), ("Causes", "Trees hold the soil and shade the river."),
    ("Causes", "Silt is removed by dredging."), ("Causes", "There may also be floods."),
    ("Effects", "Poor sleep makes debt more likely."), ("Effects", "Flooding does not follow."),
    ("Effects", "Farmers do not face higher costs."),
    ("Effects", "People with asthma face other problems."),
    ("Effects", "There is no hunger."), ("Effects", "These do not include floods."),
    ("Effects", "Storms are often involved."), ("Symptoms", "Call a doctor if you have a fever."),
    ("Symptoms", "These symptoms can also be caused by anaemia."),
  ])
  func letsTheHeadingSayNoMore(heading: String, text: String) {
    #expect(stated("river silting", heading, text) == "-", "\(text)")
  }

  @Test(arguments: [
    ("", "Noise causes hives. Heat also plays a part.", "noise > hives; heat > hives"),
    ("", "Nuts damage the skin leading to hives.", "nuts > hives"),
    ("", "Earthquakes cause the ground to shake leading to hives.", "earthquakes > hives"),
    (
      "", "Hives cause itching, pain and the skin to swell.",
      "hives > itching; hives > pain; hives > swelling of the skin"
    ),
    ("", "The main cause of hives is based on heredity.", "heredity > hives"),
    ("", "Heat is one of the reasons why people develop hives.", "heat > hives"),
    ("", "Heat raises the risk of getting hives.", "heat > hives"),
    ("Causes", "Things that can trigger it include noise and heat.", "noise > hives; heat > hives"),
    ("Symptoms", "You may have a rash.", "hives > rash"),
    ("Symptoms", "Some people also have headaches.", "hives > headaches"),
  ])
  func readsClausesThatHangTogether(heading: String, text: String, expected: String) {
    #expect(stated("hives", heading, text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("", "Heat also plays a part."), ("", "You may have a rash."),
    ("", "Hives that are not caused by nuts are harmless."),
    ("", "Nuts prevent the skin from healing."), ("", "Hives prevent people from sleeping."),
    ("", "Things that do not cause hives include milk."),
    ("Symptoms", "You may have a blood test."), ("Symptoms", "Most people have no symptoms."),
    ("Symptoms", "You may have to wait."), ("Symptoms", "If you have a fever, call a doctor."),
  ])
  func takesNoClauseForAName(heading: String, text: String) {
    #expect(stated("hives", heading, text) == "-", "\(text)")
  }

  @Test func takesTheVerbalFormOfTheTopicForTheTopic() {
    let text = "Flooding is costly. Flooding is caused by heavy rain."
    #expect(stated("flood", "", text) == "heavy rain > flood")
    #expect(stated("flood", "", "Breeding causes waste. Breeding is cruel.") == "-")
  }
}
