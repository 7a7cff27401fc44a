public import GraphModel

/// The words by which a language says what brings what about, read from a lexicon file.
///
/// The file is text that a person who is no programmer can extend; its head describes the format.
/// Reading the English one takes well under a millisecond.
public struct Lexicon: Sendable {
  /// The English lexicon of the package.
  public static let english = Lexicon(bytes: PackageResources.english_lexicon)

  /// What is wrong with the file, line by line; empty for a good one.
  public internal(set) var diagnostics: [Diagnostic] = []

  var words = WordTable()
  var phrases = PhraseTrie()
  var entries: [LexiconEntry] = []
  /// Ends of words that tell a category, such as `-itis`.
  var suffixes: [LexiconSuffix] = []
  /// By word: whether it may stand within the words of a relation.
  private var inserts: [Bool] = []
  /// By word: where the phrases go on that begin with it; -1 where none does.
  private var beginnings: [Int32] = []

  /// Reads a lexicon file.
  ///
  /// - Complexity: O(length of the file).
  public init(bytes: [UInt8]) {
    var reader = LexiconFileReader(bytes)
    reader.read(into: &self)
    inserts = (0..<words.count).map(isListedInsert)
    beginnings = (0..<words.count).map {
      phrases.next(PhraseTrie.root, WordTable.ID($0)) ?? -1
    }
  }

  /// The phrases that begin with a word, as a node of ``phrases``; nil where none does.
  func beginning(_ word: WordTable.ID) -> Int32? {
    guard Int(word) < beginnings.count, beginnings[Int(word)] >= 0 else { return nil }
    return beginnings[Int(word)]
  }

  /// Whether a word may stand within the words of a relation and belongs to none of them.
  func isInsert(_ word: WordTable.ID) -> Bool {
    Int(word) < inserts.count && inserts[Int(word)]
  }

  private func isListedInsert(_ word: Int) -> Bool {
    guard let node = phrases.next(PhraseTrie.root, WordTable.ID(word)) else { return false }
    var isFound = false
    phrases.forEachEntry(at: node) { entry in
      if entries[Int(entry)].section == .inserts { isFound = true }
    }
    return isFound
  }
}

/// A part of the lexicon: what its phrases are for.
enum LexiconSection: UInt8, Sendable, CaseIterable {
  case sections, titles, introductions
  case relations, nouns, joins, adjuncts, happenings, gettings, denials, halfDenials, inquiries,
    retractions, limits, attributions,
    hedges, frames
  case reporters, reportVerbs, doubters
  case groups, contents, holders, exclusions, confusions, synonyms, people, leadIns, modifiers,
    adjectives, change,
    reductions,
    occurrences,
    episodes, counters
  case tails, subordinators, openers, auxiliaries, adverbs, pronouns, conditionNouns, clauseWords
  case heads, sites, compounds, lacks, needs, urges, kinds, consumings, turners, binders, refusals,
    collectives, wholes, bodyParts, harms, generic, categories, abbreviations, doubts
  case fillers, subjects, doings, feelings, havings, advice, populations, ages
  case inserts, likelihoods, consequents, mutuals, undecided
  case changes, undergone, qualities, quantities, plainStates, fatalities, actions, subheadings,
    inheritances, areas, impairments, sequels, remedies

  /// The part with this name in the file.
  init?(name: String) {
    guard let found = Self.named[name] else { return nil }
    self = found
  }

  private static let named: [String: LexiconSection] = [
    "sections": .sections,
    "titles": .titles,
    "introductions": .introductions,
    "fillers": .fillers,
    "subjects": .subjects,
    "doings": .doings,
    "feelings": .feelings,
    "havings": .havings,
    "advice": .advice,
    "populations": .populations,
    "ages": .ages,
    "relations": .relations,
    "nouns": .nouns,
    "joins": .joins,
    "adjuncts": .adjuncts,
    "happenings": .happenings,
    "gettings": .gettings,
    "denials": .denials,
    "half-denials": .halfDenials,
    "inquiries": .inquiries,
    "retractions": .retractions,
    "limits": .limits,
    "attributions": .attributions,
    "hedges": .hedges,
    "frames": .frames,
    "reporters": .reporters,
    "report-verbs": .reportVerbs,
    "doubters": .doubters,
    "groups": .groups,
    "contents": .contents,
    "holders": .holders,
    "exclusions": .exclusions,
    "confusions": .confusions,
    "synonyms": .synonyms,
    "people": .people,
    "lead-ins": .leadIns,
    "modifiers": .modifiers,
    "adjectives": .adjectives,
    "change": .change,
    "reductions": .reductions,
    "occurrences": .occurrences,
    "episodes": .episodes,
    "counters": .counters,
    "undecided": .undecided,
    "tails": .tails,
    "subordinators": .subordinators,
    "openers": .openers,
    "auxiliaries": .auxiliaries,
    "adverbs": .adverbs,
    "pronouns": .pronouns,
    "condition-nouns": .conditionNouns,
    "clause-words": .clauseWords,
    "heads": .heads,
    "sites": .sites,
    "compounds": .compounds,
    "lacks": .lacks,
    "needs": .needs,
    "urges": .urges,
    "kinds": .kinds,
    "binders": .binders,
    "turners": .turners,
    "refusals": .refusals,
    "consumings": .consumings,
    "collectives": .collectives,
    "wholes": .wholes,
    "body-parts": .bodyParts,
    "harms": .harms,
    "generic": .generic,
    "categories": .categories,
    "abbreviations": .abbreviations,
    "doubts": .doubts,
    "inserts": .inserts,
    "likelihoods": .likelihoods,
    "consequents": .consequents,
    "mutuals": .mutuals,
    "changes": .changes,
    "undergone": .undergone,
    "qualities": .qualities,
    "quantities": .quantities,
    "plain-states": .plainStates,
    "fatalities": .fatalities,
    "actions": .actions,
    "subheadings": .subheadings,
    "inheritances": .inheritances,
    "areas": .areas,
    "remedies": .remedies,
    "sequels": .sequels,
    "impairments": .impairments,
  ]

  /// Some parts of the lexicon; there may be up to 128.
  struct Set {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    mutating func insert(_ section: LexiconSection) {
      if section.rawValue < 64 {
        low |= 1 << section.rawValue
      } else {
        high |= 1 << (section.rawValue - 64)
      }
    }

    func contains(_ section: LexiconSection) -> Bool {
      section.rawValue < 64
        ? low >> section.rawValue & 1 != 0 : high >> (section.rawValue - 64) & 1 != 0
    }
  }
}

/// What the text under a heading is about.
enum SectionRole: String, Sendable, Hashable, CaseIterable {
  case causes, symptoms, diseases, effects, protective, prevention, types, definition, references
  /// Treatment, diagnosis, advice: nothing is read from there.
  case other
}

/// What a relation word says of the thing before it (A) and the thing after it (B).
struct Relation: Sendable, Hashable {
  /// B is the subject: "A is caused by B".
  var isReversed: Bool
  var predicate: Predicate
  var polarity: Polarity
  var certainty: Certainty
}

/// A line of the lexicon.
struct LexiconEntry: Sendable {
  var section: LexiconSection
  /// The line of the file, from 1.
  var line: Int
  /// For `sections`.
  var role: SectionRole?
  /// For `relations`, `nouns`, `joins`.
  var relation: Relation?
  /// For `nouns` and `joins`: the words that may follow, such as "of" or "to"; for `relations`:
  /// the word that must stand behind B ("makes B worse").
  var prepositions: [WordTable.ID] = []
  /// For `relations`: the last of its own words, behind others that name nothing ("puts … at risk").
  var closings: [WordTable.ID] = []
  /// For `relations`: only after people who have something ("patients with A have B").
  var needsPeople = false
  /// For `relations`: names no B; the heading says of what A is a cause.
  var isOfHeading = false
  /// For `relations`: A is who or what bears B ("towns face flooding"), and brings nothing about.
  var isOfBearer = false
  /// For `relations`: B is lost, and its loss is meant.
  var isOfLoss = false
  /// For `relations`: only where B is more or less of something ("means higher prices").
  var isCompared = false
  /// For `relations`: says how something works; of the condition itself it says nothing.
  var isOfProcess = false
  /// For the parts that say how firmly a statement stands, such as `hedges` and `limits`.
  var certainty: Certainty?
  /// For `categories`.
  var category: Category?
  /// For `changes`, `undergone`, `qualities` and `fatalities`: what they are called as a thing, the
  /// usual name first; `*` stands for what it becomes of. For `relations`: what comes of B.
  var names: [String] = []
  /// For `changes`: only of what is counted or measured.
  var needsQuantity = false
  /// The example, and what it must be read as; byte ranges of the file.
  var example: Range<Int>?
  var expectation: Range<Int>?
}

/// The end of a word that tells what kind of thing it names.
struct LexiconSuffix: Sendable {
  var letters: [UInt8]
  var category: Category
}
