public import GraphModel

/// Reads articles: the bytes of one article become an ``ArticleReading``.
///
/// The steps, each with a file of its own: decode the text → front matter → blocks (Markdown,
/// HTML or plain text) without furniture → citations → words and sentences → sections and their roles → the condition →
/// reference list → statements → concepts → claims.
public struct ArticleReader: Sendable {
  let lexicon: Lexicon

  /// A reader of articles in the lexicon's language.
  public init(lexicon: Lexicon = .english) { self.lexicon = lexicon }

  /// Reads one article.
  ///
  /// Whatever the bytes are, there is an answer: what could not be read is in the diagnostics, and
  /// sentences that gave no claim are in ``ArticleReading/skipped`` with the reason.
  ///
  /// - Parameters:
  ///   - bibliography: the works that `[@key]` stands for.
  ///   - vocabulary: the names by which the condition may also go.
  ///   - keepsText: whether the whole text is kept in ``ArticleReading/passages``.
  /// - Complexity: O(length of the file + names of the vocabulary).
  public func read(
    _ file: InputFile, bibliography: Bibliography, vocabulary: Vocabulary,
    keepsText: Bool = false
  ) -> ArticleReading {
    let read = DocumentReader(lexicon: lexicon).read(file)
    let frontMatter = read.frontMatter
    var reading = ArticleReading(document: SourceDocument(name: file.name))
    reading.diagnostics = read.diagnostics
    let cited = CitationScanner.extract(from: read.document)
    let article = ArticleText(cited.document, lexicon: lexicon)
    let outline = SectionOutline(article)
    let list = ReferenceList(article, outline)
    describe(&reading, frontMatter, article, outline)
    let works = CitedWorks(cited.clusters, article.document, bibliography, list)
    reading.references = works.references
    reading.citedKeys = works.citedKeys(article.document)
    reading.diagnostics += works.unmatched.map { citation in
      Diagnostic(
        .warning, "no entry of the list of references answers to '\(citation.text)'",
        at: citation.location,
        suggestion: "list the work with its author and year, or cite it by [@key]")
    }
    if keepsText { reading.passages = article.passages(references: list.blocks) }
    let finder = FocusFinder(
      article: article, outline: outline, frontMatter: frontMatter, vocabulary: vocabulary)
    let focus: Focus
    switch finder.choose() {
    case .name(let name, let place): focus = finder.focus(name, place: place)
    case .between(let one, let other):
      reading.diagnostics.append(
        Diagnostic(
          .warning, "the article may be about '\(one)' or about '\(other)'",
          at: SourceLocation(file: file.name),
          suggestion: "write 'condition: \(one)' in its front matter"))
      return reading
    case .nothing where article.document.blocks.isEmpty:
      reading.diagnostics.append(
        Diagnostic(
          .warning, "the file has no text", at: SourceLocation(file: file.name),
          suggestion: "write an article into it, or leave it out"))
      return reading
    case .nothing:
      reading.diagnostics.append(
        Diagnostic(
          .warning, "nothing tells what the article is about", at: SourceLocation(file: file.name),
          suggestion: "write 'condition: …' in its front matter or 'Causes of …' in a heading"))
      return reading
    }
    let sections = SectionOutline(article, focus: focus)
    let capitals = Capitals(article, sections)
    var interpreter = Interpreter(article, sections, focus, capitals, excluded: list.blocks)
    interpreter.run()
    let mention = Self.mention(of: focus, capitals, sections)
    reading.focus = mention
    var drafts = DegreeNames(interpreter.drafts, lexicon).apply(to: interpreter.drafts)
    if mention.category == .phenomenon {
      for index in drafts.indices { drafts[index].turnSignIntoEffect() }
    }
    var writer = ClaimWriter(
      document: article.document, focus: mention,
      concepts: ConceptTable(drafts, article.document, focus: mention.category, lexicon: lexicon),
      aligner: works.aligner(article.document),
      matcher: ReferenceMatcher(list.references, lexicon: lexicon))
    reading.claims = writer.write(drafts)
    reading.skipped = interpreter.skipped.map { quote, reason in
      ArticleReading.Skipped(
        quote: article.document.string(quote),
        location: article.document.location(of: quote.lowerBound),
        range: article.document.scalarRange(of: quote), reason: reason)
    }
    return reading
  }

  private func describe(
    _ reading: inout ArticleReading, _ frontMatter: FrontMatter, _ article: ArticleText,
    _ outline: SectionOutline
  ) {
    reading.document.title =
      frontMatter.title
      ?? outline.titleBlock.map { article.document.string(article.document.blocks[$0].text) }
    reading.document.authors = frontMatter.authors
    reading.document.url = frontMatter.url
    if let language = frontMatter.language { reading.document.language = language }
  }

  /// The condition as a mention. Where its own words do not say what it is, an article that speaks
  /// of its symptoms makes it a disease.
  private static func mention(
    of focus: Focus, _ capitals: Capitals, _ outline: SectionOutline
  ) -> Mention {
    let hasSymptoms = outline.sections.contains { $0.role == .symptoms }
    return Mention(
      capitals.lowered(focus.label, at: .title),
      synonyms: focus.synonyms.map { capitals.lowered($0, at: .title) },
      abbreviations: focus.abbreviations, role: .condition,
      category: focus.category ?? (hasSymptoms ? .disease : .phenomenon), location: focus.location)
  }
}
