import GraphModel

/// A made-up review of disturbed sleep: about 35 concepts and 45 statements of every kind.
///
///     habits ⊃ evening habits ⊃ 3 ─┐                  ┌─ daytime complaints ⊃ 4
///     jet lag, stress, medicines ⊃ 2┼─ disturbed sleep ┼─ autoimmune ⊃ 3, headaches, mood ⊃ 2
///     protective: 3 ────────────────┘                  └─ heart disease ⊃ 2, 4 diseases
enum SleepGraph {
  static func make() -> KnowledgeGraph {
    var story = Story(title: "Disturbed sleep: causes, symptoms and related diseases")
    let works = [
      ("Okafor", "Evening light and the timing of sleep", 2021),
      ("Lindqvist", "Shift work, jet lag and the body clock: a review of twenty cohorts", 2022),
      ("Marsh", "Stress, low mood and sleep in adults", 2019),
      ("Tanaka", "Sleep under beta blockers", 2009),
      ("Byrne", "Disturbed sleep as a target for prevention and treatment", 2014),
      ("Castellano", "Sleep and heart disease", 2015),
      ("Haddad", "Sleep in chronic obstructive pulmonary disease and what it predicts", 2021),
      ("Eriksen", "Night waking in children with asthma", 1996),
      ("Novak", "Restless nights in fibromyalgia and chronic fatigue", 2023),
    ]
    for work in works { story.addWork(author: work.0, title: work.1, year: work.2) }
    let sleep = story.concept("Disturbed sleep", .condition, .phenotypicFeature)

    let habits = story.concept("Habits", .cause)
    let evening = story.concept("Evening habits", .cause, in: habits)
    story.say(evening, .contributesTo, sleep, .established, "a major contributor to")
    let members = [
      ("Late caffeine", []), ("Bright screens", [1]), ("Excess alcohol intake", [Int]()),
    ]
    for (name, cited) in members {
      let member = story.concept(name, .cause, in: evening)
      story.say(member, .contributesTo, sleep, .established, "a major contributor to", cites: cited)
    }
    let lag = story.concept("Jet lag", .cause, synonyms: ["Circadian disruption"])
    story.say(lag, .causes, sleep, .established, "can disturb and cause", cites: [2])
    let stress = story.concept("Chronic stress", .cause, .exposureEvent, id: "MESH:D013315")
    story.say(stress, .associatedWith, sleep, .probable, "has been linked to", cites: [3])
    let medicines = story.concept("Medications", .cause, .drug)
    story.say(medicines, .affects, sleep, .possible, "can disturb", polarity: .increases)
    for (name, short, cited) in [
      ("Beta-adrenergic blocking agents", "BBs", [4]), ("Oral corticosteroids", "OCS", [Int]()),
    ] {
      let member = story.concept(name, .cause, .drug, in: medicines, short: short)
      story.say(
        member, .affects, sleep, .possible, "can disturb", polarity: .increases, cites: cited)
    }
    for name in ["Regular bedtime", "Daylight in the morning", "Managing stress"] {
      let shield = story.concept(name, .protective)
      story.say(shield, .preventativeFor, sleep, .probable, "evidence points to", cites: [5])
    }

    let complaints = story.concept("Daytime complaints", .symptom)
    story.say(sleep, .hasPhenotype, complaints, .established, "often shows up as")
    for name in ["Fatigue", "Yawning", "Poor concentration", "Food cravings"] {
      let member = story.concept(name, .symptom, .phenotypicFeature, in: complaints)
      story.say(sleep, .hasPhenotype, member, .established, "often shows up as")
    }
    let immune = story.concept("Autoimmune conditions", .symptom, .disease)
    story.say(sleep, .associatedWith, immune, .probable, "growing evidence links")
    for name in ["Psoriasis", "Multiple sclerosis", "Rheumatoid arthritis"] {
      let member = story.concept(name, .symptom, .disease, in: immune)
      story.say(sleep, .associatedWith, member, .probable, "growing evidence links")
    }
    for name in ["Headaches", "Skin conditions"] {
      let symptom = story.concept(name, .symptom, .phenotypicFeature)
      story.say(sleep, .contributesTo, symptom, .possible, "potentially causing")
    }
    let mood = story.concept("Mood disorders", .symptom, .disease)
    story.say(sleep, .affects, mood, .possible, "may influence")
    for (name, cited) in [("Depression", [3]), ("Anxiety", [Int]())] {
      let member = story.concept(name, .symptom, in: mood)
      story.say(sleep, .affects, member, .possible, "may influence", cites: cited)
    }

    let heart = story.concept("Ischaemic heart disease", .disease, .disease, short: "IHD")
    story.say(heart, .hasPhenotype, sleep, .established, "patients often exhibit", cites: [6])
    for name in ["Angina pectoris", "Myocardial infarction"] {
      let member = story.concept(name, .disease, .disease, in: heart)
      story.say(member, .hasPhenotype, sleep, .established, "patients often exhibit", cites: [6])
    }
    let lung = story.concept(
      "Chronic obstructive pulmonary disease", .disease, .disease, short: "COPD",
      id: "MONDO:0005002")
    story.say(lung, .associatedWith, sleep, .probable, "evidence connecting", cites: [7])
    let asthma = story.concept("Asthma", .disease, .disease)
    story.say(asthma, .hasPhenotype, sleep, .possible, "some studies suggest", cites: [8])
    for (name, short) in [("Chronic fatigue syndrome", "CFS"), ("Fibromyalgia", "")] {
      let disease = story.concept(name, .disease, .disease, short: short)
      story.say(disease, .associatedWith, sleep, .possible, "a potential association", cites: [9])
    }
    return story.builder.build()
  }
}

/// Writes a graph down as an article would.
struct Story {
  var builder = GraphBuilder()
  private let document: DocumentIndex
  private var works: [ReferenceIndex] = []
  private var line = 1

  init(title: String) {
    builder.title = title
    document = builder.add(SourceDocument(name: "article.md", title: title))
  }

  mutating func addWork(author: String, title: String, year: Int) {
    let number = works.count + 1
    works.append(
      builder.add(
        Reference(
          id: "DOI:10.5555/example.\(number)", key: "\(number)", title: title,
          authors: ["\(author) A", "Smith B", "Jones C", "Wu D"],
          container: "Journal of Examples", year: year, volume: "\(number)", issue: "2",
          pages: "\(number)0\u{2013}\(number)9", doi: "10.5555/example.\(number)")))
  }

  mutating func concept(
    _ label: String, _ role: Role?, _ category: Category = .namedThing, in group: NodeIndex? = nil,
    short: String = "", synonyms: [String] = [], id: NodeID? = nil
  ) -> NodeIndex {
    let node = builder.node(
      for: Concept(
        id: id, label: label, synonyms: synonyms, abbreviations: short.isEmpty ? [] : [short],
        categories: [category], role: role))
    if role == .condition { builder.addFocus(node) }
    if let group { say(node, .subclassOf, group, .established, "such as") }
    return node
  }

  mutating func say(
    _ subject: NodeIndex, _ predicate: Predicate, _ object: NodeIndex, _ certainty: Certainty?,
    _ hedge: String, polarity: Polarity? = nil, isNegated: Bool = false, cites: [Int] = []
  ) {
    line += 1
    let citations = cites.filter { $0 <= works.count }.map {
      Citation(works[$0 - 1], basis: line.isMultiple(of: 3) ? .stated : .inferred)
    }
    builder.add(
      Statement(
        subject, predicate, object, isNegated: isNegated, polarity: polarity,
        knowledgeLevel: certainty == nil ? .notProvided : .knowledgeAssertion),
      evidence: certainty == nil
        ? []
        : [
          Evidence(
            document: document, section: "Everything", quote: "So it is said: \(hedge).",
            line: line, hedge: hedge, certainty: certainty, citations: citations)
        ])
  }
}
