/// The rules of ``SpellingKey``, each for a family of words.
///
/// | rule | makes alike | keeps apart |
/// | --- | --- | --- |
/// | `ae` → `e`, not in `aer-`, `-ael` | anaemia, anemia; faecal, fecal | aerobic; Michael |
/// | final `-ae` → `-a` | vertebrae, vertebra | |
/// | `oe` → `e` at the start, and in -rrhoe-, -pnoe-, foet-, coel-, amoeb-, homoeo-, -oesophag-, \
/// -oestr-, -oedem- | oedema, edema; diarrhoea, diarrhea | toe, te; poet, pet; coenzyme |
/// | `our` → `or` behind a vowel, before an ending | tumour, tumor; colouring | four, for; hour |
/// | `-is-`, `-ys-` → `-iz-`, `-yz-` before -e, -ed, -er, -ing, -ation | sensitisation | prise |
/// | `-bre`, `-tre` → `-ber`, `-ter` | fibre, fiber; goitre, goiter | acre, Acer |
/// | `-ogue` → `-og` behind a vowel; `-gramme` → `-gram` | analogue, analog | rogue |
/// | `-ll-` → `-l-` before an ending, behind two groups of vowels | counselling | filling, filing |
/// | `sulph` → `sulf`; `leuco-` → `leuko-` | sulphate, sulfate; leucocyte | |
/// | `-defence`, `-offence`, `-licence` → `-ense` | defence, defense | fence |
/// | `-asis`, `-esis`, `-isis`, `-osis`, `-ysis` → `-ase` … | metastases, metastasis | base, basis |
/// | `-use` → `-us` in five letters or more | viruses, virus | use, us |
///
/// The plural `-s` has been taken off before (``NameKey``): `diagnoses` comes as `diagnose`.
enum SpellingRules {
  static func apply(to word: inout SpelledWord) {
    guard word.count >= 3 else { return }
    if SpellingWords.replace(&word) { return }
    guard word.count >= 4 else { return }
    foldLetters(&word)
    foldEnding(&word)
  }

  // MARK: Within a word

  private static func foldLetters(_ word: inout SpelledWord) {
    var index = 0
    while index + 1 < word.count {
      switch (word[index], word[index + 1]) {
      case (UInt8(ascii: "a"), UInt8(ascii: "e")): foldAE(&word, index)
      case (UInt8(ascii: "o"), UInt8(ascii: "o")):
        // `angiooedema` is `angioedema`.
        if word.has("ooe", at: index) {
          word.remove(at: index)
          continue
        }
      case (UInt8(ascii: "o"), UInt8(ascii: "e")): foldOE(&word, index)
      case (UInt8(ascii: "o"), UInt8(ascii: "u")): foldOur(&word, index)
      case (UInt8(ascii: "p"), UInt8(ascii: "h")):
        if word.has("sul", at: index - 3) {
          word[index] = UInt8(ascii: "f")
          word.remove(at: index + 1)
        }
      case (UInt8(ascii: "u"), UInt8(ascii: "c")):
        if index == 2, word.has("leuco", at: 0) || word.has("leucae", at: 0) {
          word[3] = UInt8(ascii: "k")
        }
      default: break
      }
      index += 1
    }
  }

  private static func foldAE(_ word: inout SpelledWord, _ index: Int) {
    if index + 2 == word.count {
      if word.count >= 5 { word.remove(at: index + 1) }
    } else if !(index == 0 && word.has("aer", at: 0)),
      !(word.has("ael", at: index) && index + 3 == word.count)
    {
      word.remove(at: index)
    }
  }

  private static func foldOE(_ word: inout SpelledWord, _ index: Int) {
    let folds =
      if index == 0 {
        word.count > 4 && !SpelledWord.isVowel(word[2])
      } else {
        word.has("rrhoe", at: index - 3) || word.has("pnoe", at: index - 2)
          || (index == 1 && word.has("foet", at: 0)) || word.has("coel", at: index - 1)
          || word.has("amoeb", at: index - 2) || word.has("homoeo", at: index - 3)
          || word.has("oesophag", at: index) || word.has("oestr", at: index)
          || word.has("oedem", at: index)
      }
    if word.has("manoeuvre", at: index - 3) {
      // The end, `-vre`, is turned here too: no other word has it.
      word.remove(at: index)
      if word.ends("vre") { word.swapEnd() }
    } else if folds {
      word.remove(at: index)
    }
  }

  private static func foldOur(_ word: inout SpelledWord, _ index: Int) {
    guard word.has("our", at: index), word.hasVowel(before: index) else { return }
    let rest = index + 3
    let isEnding =
      switch word.count - rest {
      case 0: true
      case 1: word.ends("y")
      case 2: word.ends("al") || word.ends("ed") || word.ends("er")
      case 3: word.ends("ing") || word.ends("ite") || word.ends("ful") || word.ends("ism")
      case 4: word.ends("able") || word.ends("less") || word.ends("ally")
      default: word.ends("ation") || word.ends("hood") || word.ends("ableness")
      }
    if isEnding { word.remove(at: index + 1) }
  }

  // MARK: At the end of a word

  private static func foldEnding(_ word: inout SpelledWord) {
    guard word.count >= 4 else { return }
    switch word[word.count - 1] {
    case UInt8(ascii: "e"): foldFinalE(&word)
    case UInt8(ascii: "s"):
      // `diagnosis` → `diagnose`, which the plural has become already.
      let isGreek =
        word.ends("asis") || word.ends("esis") || word.ends("isis") || word.ends("osis")
        || word.ends("ysis")
      if isGreek, word.count >= 6 {
        word.remove(at: word.count - 1)
        word[word.count - 1] = UInt8(ascii: "e")
        foldFinalE(&word)
      }
    case UInt8(ascii: "d"):
      if word.ends("ised") || word.ends("ysed") { turnToZ(&word, 4) }
      foldDoubledL(&word, 2, word.ends("lled"))
    case UInt8(ascii: "r"):
      if word.ends("iser") || word.ends("yser") { turnToZ(&word, 4) }
      foldDoubledL(&word, 2, word.ends("ller"))
      if word.ends("llizer") { word.remove(at: word.count - 6) }
    case UInt8(ascii: "g"):
      if word.ends("ising") || word.ends("ysing") { turnToZ(&word, 5) }
      foldDoubledL(&word, 3, word.ends("lling"))
    case UInt8(ascii: "n"): if word.ends("isation") { turnToZ(&word, 7) }
    case UInt8(ascii: "t"): if word.ends("llment") { word.remove(at: word.count - 6) }
    case UInt8(ascii: "l"): if word.ends("llful") { word.remove(at: word.count - 5) }
    default: break
    }
  }

  private static func foldFinalE(_ word: inout SpelledWord) {
    if word.ends("use"), word.count >= 5 {
      word.remove(at: word.count - 1)
    } else if word.ends("ise") || word.ends("yse") {
      turnToZ(&word, 3)
    } else if word.count >= 5, word.ends("bre") || word.ends("tre") {
      word.swapEnd()
    } else if word.ends("ogue"), word.hasVowel(before: word.count - 4) {
      word.remove(at: word.count - 2, 2)
    } else if word.ends("gramme") {
      word.remove(at: word.count - 2, 2)
    } else if word.ends("defence") || word.ends("offence") || word.ends("licence") {
      word[word.count - 2] = UInt8(ascii: "s")
    }
  }

  /// The s of -ise, -yse and their kin, which stands so many letters before the end less one; not
  /// in `rise`, `prise` and `wise`, which have no vowel before it.
  private static func turnToZ(_ word: inout SpelledWord, _ length: Int) {
    let start = word.count - length
    if word.hasVowel(before: start) { word[start + 1] = UInt8(ascii: "z") }
  }

  /// `travelling`, `labelled`, `counsellor` is no verb and stays.
  private static func foldDoubledL(_ word: inout SpelledWord, _ ending: Int, _ isDoubled: Bool) {
    let end = word.count - ending
    guard isDoubled, word.vowelGroups(before: end) >= 2 else { return }
    word.remove(at: end - 1)
  }
}

extension SpelledWord {
  /// `fibre` → `fiber`.
  func swapEnd() {
    let last = self[count - 1]
    self[count - 1] = self[count - 2]
    self[count - 2] = last
  }
}
