/// The words by which a language says what brings what about, read from a lexicon file.
public struct Lexicon: Sendable {
  /// The English lexicon of the package.
  public static let english = Lexicon(bytes: PackageResources.english_lexicon)

  /// Reads a lexicon file; its format is described in the head of `english.lexicon`.
  public init(bytes: [UInt8]) {}
}
