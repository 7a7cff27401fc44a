import GraphModel
import Testing

@testable import GraphBuilding

/// Where names begin and end, and what joined names share.
@Suite struct NameTests {
  @Test(arguments: [
    ("a rise in the cost of bread and fuel", "rise in the cost of bread and fuel"),
    ("quarrels over water and pasture", "quarrels over water and pasture"),
    ("infection of the ear canal or throat", "infection of the ear canal or throat"),
    ("sediment in rivers and lakes", "sediment in rivers and lakes"),
    (
      "the gap between the door of the oven and the wall",
      "gap between the door of the oven and the wall"
    ),
    ("fear or anxiety about flying", "fear or anxiety about flying"),
    ("emission of soot and fossil fuels", "emission of soot and fossil fuels"),
    ("feeling weak or sleepy", "feeling weak or sleepy"),
  ])
  func aConjunctionWithinOneNameCutsNothing(text: String, expected: String) {
    #expect(names(text) == expected)
  }

  @Test(arguments: [
    ("clearing of woods and overfishing", "clearing of woods; overfishing"),
    ("itching of the eyes and runny nose", "itching of the eyes; runny nose"),
    ("swelling of the feet and weight gain", "swelling of the feet; weight gain"),
    ("pain in the ear and loss of hearing", "pain in the ear; loss of hearing"),
    ("removal of hedges and erosion", "removal of hedges; erosion"),
    ("eating cheese and stress", "cheese; stress"),
    ("drinking coffee and smoking", "coffee; smoking"),
    ("loss of balance and a fever", "loss of balance; fever"),
  ])
  func whatStandsByItselfIsANameOfItsOwn(text: String, expected: String) {
    #expect(names(text) == expected)
  }

  /// Without the words that say it is missing, it would be blamed for what its lack does.
  @Test(arguments: [
    ("lack of water and fibre", "lack of water; lack of fibre"),
    ("lack of sleep, exercise and sunlight", "lack of sleep; lack of exercise; lack of sunlight"),
    ("lack of sleep and noise", "lack of sleep; noise"),
    ("sensitivity to both dust and pollen", "sensitivity to dust; sensitivity to pollen"),
    (
      "insufficient or absent planning and testing",
      "insufficient or absent planning; insufficient or absent testing"
    ),
    ("poor hygiene and ventilation", "poor hygiene; poor ventilation"),
    ("poor hygiene and stress", "poor hygiene; stress"),
    ("lack of minerals such as iron", "lack of minerals: lack of iron"),
    (
      "not eating enough fruit, such as apples", "not eating enough fruit: not eating enough apples"
    ),
    ("not eating fruit, such as apples", "not eating fruit"),
    ("avoiding triggers such as smoke", "avoiding triggers"),
    ("wanting to eat odd things, such as clay", "wanting to eat odd things"),
    ("harm to buildings, including schools", "harm to buildings: harm to schools"),
    ("changes in hormones such as oestrogen", "changes in hormones: changes in oestrogen"),
    ("damage to nerves, such as neuralgia", "damage to nerves: neuralgia"),
    ("reduced rural output and commerce", "reduced rural output and commerce"),
    ("poor habits such as smoking", "poor habits: smoking"),
    ("not washing or drying the hands", "not washing or drying the hands"),
    ("going out without a hat", "going out without a hat"),
    ("loss of blood and consciousness", "loss of blood and consciousness"),
    ("loss of crops and income in poor districts", "loss of crops and income in poor districts"),
    ("trouble with chewing and speaking", "trouble with chewing and speaking"),
    ("difficulty reading or writing", "difficulty reading or writing"),
    ("quarrels with tenants and neighbours", "quarrels with tenants and neighbours"),
    ("changes in mood or sleep habits", "changes in mood or sleep habits"),
    ("changes in weather and stress", "changes in weather; stress"),
    ("poor lighting and signage", "poor lighting and signage"),
    ("unclear goals or expectations", "unclear goals or expectations"),
    ("sugary foods and drinks", "sugary foods and drinks"),
    ("heavy meals and alcohol", "heavy meals; alcohol"),
    ("deaths of frogs, newts and toads", "deaths of frogs, newts and toads"),
    ("allergy to nuts and dust", "allergy to nuts; allergy to dust"),
  ])
  func whatIsMissingIsNamedAsMissing(text: String, expected: String) {
    #expect(names(text) == expected)
  }

  @Test(arguments: [
    ("wind and water erosion", "wind erosion; water erosion"),
    ("alcohol and drug abuse", "alcohol abuse; drug abuse"),
    ("stress and water pollution", "stress; water pollution"),
    ("neck or shoulder pain", "neck pain; shoulder pain"),
    ("kidney and bladder stones", "kidney stones; bladder stones"),
    ("jaw stiffness or pain", "jaw stiffness; jaw pain"),
    ("jaw stiffness and fatigue", "jaw stiffness; fatigue"),
    ("genetic and environmental factors", "genetic factors; environmental factors"),
    ("social or economic decline", "social decline; economic decline"),
    ("heart and digestive problems", "heart problems; digestive problems"),
    ("cold hands or feet", "cold hands; cold feet"),
    ("illegal, untaxed and unregulated trade", "illegal trade; untaxed trade; unregulated trade"),
    (
      "nausea, trouble with chewing and speaking, or a rash",
      "nausea; trouble with chewing and speaking; rash"
    ),
    (
      "nausea, loss of teeth and confidence, and a rash",
      "nausea; loss of teeth and confidence; rash"
    ),
    ("mould, strong winds and floods", "mould; strong winds; floods"),
    ("nausea, using food, pills or drink to cope", "nausea"),
    ("legal and illegal felling of oaks", "legal felling of oaks; illegal felling of oaks"),
    ("financial or family problems", "financial problems; family problems"),
    ("tenderness to hot, cold or sour food", "tenderness to hot, cold or sour food"),
    ("badly planned and excessive lighting", "badly planned and excessive lighting"),
    ("being idle or lonely", "being idle; being lonely"),
  ])
  func joinedNamesShareTheirNounOrAdjective(text: String, expected: String) {
    #expect(names(text) == expected)
  }

  @Test(arguments: [
    ("ignoring the urge to scratch", "ignoring the urge to scratch"),
    ("not resting enough", "not resting enough"),
    ("an inability to see at night", "inability to see at night"),
    ("frequent need to cough", "frequent need to cough"),
    ("pacemaker use", "pacemaker use"),
    ("changing your daily routine", "changing your daily routine"),
    ("blood in your stool", "blood in your stool"),
    ("sores (ulcers) in the corners of your mouth", "sores in the corners of your mouth"),
    ("a feeling of floating", "feeling of floating"),
    ("a general feeling of weakness", "weakness"),
    ("taking medicines such as steroids", "medicines: steroids"),
    ("drinking water", "drinking water"),
    ("eating disorders", "eating disorders"),
    ("a parasite called Giardia", "Giardia"),
    ("an inherited disorder known as thalassaemia", "thalassaemia"),
    ("raised itchy skin called hives", "hives"),
    ("coughing often", "coughing often"),
    ("pain when swallowing", "pain when swallowing"),
    ("headaches when tired", "headaches"),
    ("multiple sclerosis and the common cold", "multiple sclerosis; common cold"),
    ("a rise in rents as owners sell", "rise in rents"),
    ("pain in the jaw, neck or arm", "pain in the jaw, neck or arm"),
    ("white or yellow spots", "white or yellow spots"),
    ("pain that comes in bursts and spreads to the arm", "pain"),
    (
      "flooding, drought, and the spread of pests and weeds",
      "flooding; drought; spread of pests and weeds"
    ),
    ("allergens ranging from mites to pet hair", "allergens: mites, pet hair"),
    ("preservatives added to drinks, including wine", "preservatives added to drinks"),
    ("drugs used for conditions such as angina", "drugs used for conditions"),
    ("serious complications such as blindness", "blindness"),
  ])
  func keepsWhatCarriesTheMeaning(text: String, expected: String) {
    #expect(names(text) == expected)
  }

  @Test(arguments: [
    "reduce", "less common", "below the ribs", "long-term complications", "adult", "insufficient",
    "shaken", "bacterial",
    "use a pillow", "call a doctor", "you need to rest",
    "reducing these foods", "minimising their use", "not smoking is good",
    "you should not eat fruit, such as apples", "it is wise to avoid nuts such as almonds",
  ])
  func aClauseOrALoneAdjectiveNamesNothing(text: String) { #expect(names(text) == "") }

  @Test(arguments: [
    ("pus in the urine (pyuria)", ["pyuria"]), ("a fast pulse (tachycardia)", ["tachycardia"]),
    ("painkillers (aspirin)", []), ("swelling of the bowel or food pipe (mild)", []),
  ])
  func aTermInBracketsIsAnotherName(text: String, synonyms: [String]) {
    let tagged = sentence(text)
    #expect(MentionParser(tagged).parse(0..<tagged.count).first?.synonyms == synonyms)
  }

  @Test func peopleAreNoEffect() {
    let reading = read("# Mumps\n\nMumps affects people of all ages. Mumps causes swelling.\n")
    #expect(reading.lines == ["mumps -causes-> swelling"])
  }

  @Test func pluralsOfTheConditionsAbbreviationNameIt() {
    let reading = read(
      "# Skin tissue infection\n\nA skin tissue infection (STI) hurts.\n\n## Causes\n\n"
        + "- Bites cause STIs.\n- Heat lowers the risk of getting STIs.\n")
    #expect(
      reading.lines == [
        "bites -causes-> skin tissue infection", "heat -affects--> skin tissue infection",
      ])
  }

  @Test func aKindOfThingIsNoOtherName() {
    let tagged = sentence("a parasite called Giardia")
    let thing = MentionParser(tagged).parse(0..<tagged.count).first
    #expect(thing?.synonyms == [])
    let other = sentence("raised itchy skin called hives")
    #expect(
      MentionParser(other).parse(0..<other.count).first?.synonyms == ["raised itchy skin"])
  }
}
