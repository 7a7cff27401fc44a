import GraphModel

/// What is common to the readers of vocabularies: the text must be UTF-8, and synonyms are sorted
/// into names that ground and those that do not.
enum TermFileReading {
  /// Reports the first byte that is not UTF-8.
  ///
  /// - Returns: whether the file can be read.
  static func isText(
    _ file: InputFile, _ bytes: UnsafeBufferPointer<UInt8>, log: inout ProblemLog
  ) -> Bool {
    if ByteScan.isASCII(bytes) { return true }
    guard let bad = UTF8Check.firstInvalid(in: file.bytes) else { return true }
    log.add(
      .error, "the file is not UTF-8 text", at: bad,
      suggestion: "save it with the encoding UTF-8")
    return false
  }

  /// What a synonym is to its term, by its scope and by its type (`ABBREVIATION`,
  /// `uk_spelling`, …); nil for one that is no name of it.
  static func field(
    isExact: Bool, isRelated: Bool, type: UnsafeBufferPointer<UInt8>
  ) -> TermTable.Field? {
    guard isExact || isRelated else { return nil }
    if type.isEmpty { return isExact ? .exactSynonym : .relatedSynonym }
    // Names that their ontology itself warns of.
    if type.contains(lowercased: "exclude") || type.contains(lowercased: "deprecated")
      || type.contains(lowercased: "ambiguous") || type.contains(lowercased: "dubious")
      || type.contains(lowercased: "obsolete")
    {
      return nil
    }
    if type.contains(lowercased: "misspelling") || !isExact { return .relatedSynonym }
    let isShort =
      type.contains(lowercased: "abbreviation") || type.contains(lowercased: "acronym")
    return isShort ? .abbreviation : .exactSynonym
  }
}
