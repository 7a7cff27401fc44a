/// Words whose two forms no rule connects: irregular plurals and spellings of their own.
enum SpellingWords {
  /// The form that is found in a text, and the form that both become, which is never longer.
  private static let pairs: [(from: StaticString, to: StaticString)] = [
    // Irregular plurals.
    ("men", "man"), ("women", "woman"), ("children", "child"), ("feet", "foot"),
    ("teeth", "tooth"), ("mice", "mous"), ("mouse", "mous"), ("geese", "goose"),
    ("bacterium", "bacteria"), ("criterion", "criteria"), ("ovum", "ova"),
    ("diverticulum", "diverticula"), ("mitochondrion", "mitochondria"),
    ("fungus", "fungi"), ("stimulus", "stimuli"), ("thrombus", "thrombi"),
    ("embolus", "emboli"), ("calculus", "calculi"), ("bronchus", "bronchi"),
    ("bacillus", "bacilli"), ("nucleus", "nuclei"), ("coccus", "cocci"),
    ("streptococcus", "streptococci"), ("staphylococcus", "staphylococci"),
    ("enterococcus", "enterococci"), ("pneumococcus", "pneumococci"),
    ("indice", "index"), ("appendice", "appendix"), ("vertice", "vertex"),
    // British and American.
    ("grey", "gray"), ("mould", "mold"), ("mouldy", "moldy"), ("moult", "molt"),
    ("plough", "plow"), ("ageing", "aging"), ("disc", "disk"), ("neurone", "neuron"),
    ("neurones", "neuron"), ("aluminium", "aluminum"), ("programme", "program"),
    ("yoghurt", "yogurt"), ("yoghourt", "yogurt"), ("pyjama", "pajama"),
    ("sceptic", "skeptic"), ("sceptical", "skeptical"), ("whiskey", "whisky"),
    ("artefact", "artifact"), ("judgement", "judgment"), ("practise", "practice"),
    ("enroll", "enrol"), ("distill", "distil"), ("instill", "instil"),
    ("fulfill", "fulfil"), ("speciality", "specialty"), ("dietician", "dietitian"),
    ("haem", "heme"), ("glycerine", "glycerin"), ("gelatine", "gelatin"),
    ("pretence", "pretense"), ("sulphur", "sulfur"), ("fibreglass", "fiberglass"),
    ("aeroplane", "airplane"), ("tranquilliser", "tranquilizer"),
    ("tranquillizer", "tranquilizer"), ("jewellery", "jewelry"), ("woollen", "woolen"),
  ]

  /// Open addressing over the pairs by the hash of the first form; 0 is free.
  private static let slots: [UInt8] = {
    var slots = [UInt8](repeating: 0, count: 256)
    for (number, pair) in pairs.enumerated() {
      let bytes = UnsafeBufferPointer(
        start: pair.from.utf8Start, count: pair.from.utf8CodeUnitCount)
      var slot = Int(truncatingIfNeeded: FNV1a64.hash(bytes)) & 255
      while slots[slot] != 0 { slot = (slot + 1) & 255 }
      slots[slot] = UInt8(truncatingIfNeeded: number + 1)
    }
    return slots
  }()

  private static let longest = pairs.map(\.from.utf8CodeUnitCount).max() ?? 0

  /// Puts the common form in the place of a listed word.
  static func replace(_ word: inout SpelledWord) -> Bool {
    guard word.count <= longest else { return false }
    var slot = Int(truncatingIfNeeded: FNV1a64.hash(word.utf8)) & 255
    while slots[slot] != 0 {
      let pair = pairs[Int(slots[slot]) - 1]
      if word.matches(pair.from) {
        word.replace(with: pair.to)
        return true
      }
      slot = (slot + 1) & 255
    }
    return false
  }
}
