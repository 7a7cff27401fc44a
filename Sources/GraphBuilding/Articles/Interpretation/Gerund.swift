/// The form of a verb that names what it tells: "smoke" is smoking, "sits", sitting.
enum Gerund {
  /// The gerund of the plain form of an English verb, in lower case.
  ///
  /// - Complexity: O(length).
  static func of(_ verb: String) -> String {
    if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee"), !verb.hasSuffix("oe"), !verb.hasSuffix("ye") {
      return verb.dropLast() + "ing"
    }
    if doubles(verb), let last = verb.last { return "\(verb)\(last)ing" }
    return verb + "ing"
  }

  /// The plain form of a verb in the present: without the ending of the third person.
  static func stem(of verb: String) -> String {
    if verb.hasSuffix("ies"), verb.utf8.count > 4 { return verb.dropLast(3) + "y" }
    if ["sses", "shes", "ches", "xes", "oes"].contains(where: verb.hasSuffix) {
      return String(verb.dropLast(2))
    }
    guard verb.hasSuffix("s"), !verb.hasSuffix("ss"), !verb.hasSuffix("us") else { return verb }
    return String(verb.dropLast())
  }

  /// The verbs of which a word may be the gerund, in lower case.
  static func verbs(of gerund: String) -> [String] {
    guard gerund.hasSuffix("ing") else { return [] }
    let base = String(gerund.dropLast(3))
    var verbs = [base, base + "e"]
    if base.hasSuffix("y") { verbs.append(base.dropLast() + "ie") }
    let letters = Array(base.utf8)
    if letters.count > 2, letters[letters.count - 1] == letters[letters.count - 2] {
      verbs.append(String(base.dropLast()))
    }
    return verbs
  }

  /// One vowel between consonants in a word of one syllable: sit, run, stop.
  private static func doubles(_ verb: String) -> Bool {
    let prefix = ["out", "over", "under"].first(where: verb.hasPrefix) ?? ""
    let letters = Array(
      verb.utf8.dropFirst(verb.utf8.count > prefix.utf8.count + 2 ? prefix.utf8.count : 0))
    guard letters.count >= 3, letters.count <= 5 else { return false }
    func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }
    return !isVowel(letters[letters.count - 1]) && isVowel(letters[letters.count - 2])
      && !letters.dropLast(2).contains(where: isVowel)
      && !"wxy".utf8.contains(letters[letters.count - 1])
  }
}
