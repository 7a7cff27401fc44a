import Testing

@testable import GraphModel

@Suite struct SpellingKeyTests {
  /// British and American pairs: Oxford Dictionary of English and Merriam-Webster's Medical
  /// Dictionary, both as headwords.
  @Test(arguments: [
    ("haemorrhage", "hemorrhage"), ("oesophagus", "esophagus"), ("anaemia", "anemia"),
    ("diarrhoea", "diarrhea"), ("tumour", "tumor"), ("sensitise", "sensitize"),
    ("hospitalisation", "hospitalization"), ("oedema", "edema"), ("angio-oedema", "angioedema"),
    ("lymphoedema", "lymphedema"), ("foetus", "fetus"), ("coeliac disease", "celiac disease"),
    ("paediatric", "pediatric"), ("anaesthesia", "anesthesia"), ("leukaemia", "leukemia"),
    ("ischaemia", "ischemia"), ("faecal", "fecal"), ("caesarean", "cesarean"),
    ("oestrogens", "estrogen"), ("apnoea", "apnea"), ("amenorrhoea", "amenorrhea"),
    ("homoeopathy", "homeopathy"), ("amoebic dysentery", "amebic dysentery"),
    ("manoeuvre", "maneuver"), ("colour blindness", "color blindness"),
    ("behavioural", "behavioral"), ("odours", "odor"), ("fibre", "fiber"),
    ("goitre", "goiter"), ("analogue", "analog"), ("analyse", "analyze"),
    ("paralysed", "paralyzed"), ("counselling", "counseling"), ("travelling", "traveling"),
    ("enrolment", "enrollment"), ("sulphur", "sulfur"), ("sulphonamide", "sulfonamide"),
    ("leucocyte", "leukocyte"), ("herniated disc", "herniated disk"), ("ageing", "aging"),
    ("mould", "mold"), ("grey hair", "gray hair"), ("aluminium", "aluminum"),
    ("haem", "heme"), ("defence", "defense"), ("orthopaedics", "orthopedic"),
    ("gastro-oesophageal reflux", "gastroesophageal reflux"),
    ("phaeochromocytoma", "pheochromocytoma"), ("gynaecological", "gynecological"),
    ("non-alcoholic fatty liver", "nonalcoholic fatty liver"),
    ("anti-inflammatory drugs", "antiinflammatory drug"),
    ("post-traumatic", "posttraumatic"), ("cardio-vascular", "cardiovascular"),
    ("tranquillisers", "tranquilizer"), ("litres", "liter"), ("kilogrammes", "kilogram"),
  ])
  func britishAndAmericanSpellingAreOne(british: String, american: String) {
    #expect(SpellingKey(british) == SpellingKey(american))
  }

  @Test(arguments: [
    ("diagnoses", "diagnosis"), ("metastases", "metastasis"), ("crises", "crisis"),
    ("paralyses", "paralysis"), ("prostheses", "prosthesis"), ("viruses", "virus"),
    ("sinuses", "sinus"), ("vertebrae", "vertebra"), ("fungi", "fungus"),
    ("bacteria", "bacterium"), ("children", "child"), ("teeth", "tooth"), ("women", "woman"),
    ("thrombi", "thrombus"), ("mice", "mouse"), ("indices", "index"),
  ])
  func irregularPluralsAreTheirSingular(plural: String, singular: String) {
    #expect(SpellingKey(plural) == SpellingKey(singular))
  }

  /// Words that differ by no more than the letters that the rules speak of.
  @Test(arguments: [
    ("four", "for"), ("tour", "tor"), ("sour", "sor"), ("pour", "por"), ("flour", "flor"),
    ("toe", "te"), ("shoe", "she"), ("does", "des"), ("poet", "pet"), ("hoe", "he"),
    ("coenzyme", "cenzyme"), ("rogue", "rog"), ("prise", "prize"), ("fence", "fense"),
    ("base", "basis"), ("use", "us"), ("acre", "acer"), ("filling", "filing"),
    ("magnesium", "magnesia"), ("sodium", "soda"), ("callous", "callus"),
    ("Michael", "Michel"), ("aerobic", "erobic"), ("hypertension", "hypotension"),
    ("hyperglycaemia", "hypoglycaemia"), ("type 1 diabetes", "type 2 diabetes"),
    ("colon", "column"), ("ileum", "ilium"), ("dysphagia", "dysphasia"),
    ("bronchitis", "bronchiolitis"), ("fibrosis", "fibroid"), ("ureter", "urethra"),
    ("humour", "humerus"), ("haematoma", "hepatoma"), ("menorrhagia", "metrorrhagia"),
    ("alpha globin", "beta globin"), ("disease", "disuse"), ("lactose", "lactase"),
    ("glucose", "glucosuria"), ("phosphate", "phosphite"), ("mucus", "mucous"),
  ])
  func otherWordsStayApart(one: String, other: String) {
    #expect(SpellingKey(one) != SpellingKey(other))
  }

  @Test(arguments: ["", "…", "the", "oe", "ae", "our", "co", "non", "ooooo", "α-oe", "貧血", "re"])
  func anyTextHasAKeyThatIsItsOwn(text: String) {
    let key = SpellingKey(text)
    #expect(key.description.utf8.count <= NameKey(text).description.utf8.count)
    #expect(SpellingKey(text) == key)
  }

  /// The same letters in every order up to six: nothing traps, nothing grows.
  @Test func noRuleTrapsOnAnyWord() {
    let pieces = ["ae", "oe", "our", "ll", "ise", "ogue", "tre", "ph", "sul", "o", "ed", "-", " "]
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      var word = ""
      for _ in 0..<(state >> 59 & 7) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        word += pieces[Int(state >> 33) % pieces.count]
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1
      let key = NameKey(word)
      #expect(SpellingKey(key).description.utf8.count <= key.description.utf8.count)
    }
  }
}
