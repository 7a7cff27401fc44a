import GraphModel

/// All that was read from the files of a graph: what ``GraphSources`` builds and checks from.
struct SourcesReading {
  private(set) var vocabulary = Vocabulary()
  /// The works of every bibliography, in the order of the files.
  private(set) var works: [Bibliography.Entry] = []
  private(set) var readings: [ArticleReading] = []
  private(set) var builder = GraphBuilder()
  /// The number of nodes that data files gave: those after them are from prose.
  private(set) var recordedNodes = 0
  private var vocabularyHasBase = false
  private let columns: EdgeListColumns
  private let keepsText: Bool
  private let keepsClaims: Bool
  /// The prefixes that ontologies brought with them.
  private var foreignPrefixes = Set<String>()
  private var ownDiagnostics: [Diagnostic] = []
  /// The works of each bibliography, by file name.
  private var worksOfFile: [(name: String, entries: [Bibliography.Entry])] = []
  /// Whether some bibliography could not be read, so that works are missing for that reason alone.
  private var lacksWorks = false
  /// The files that are there, and whether there is nothing in them.
  private var isEmptyFile: [String: Bool] = [:]

  /// What the files and the merging of their concepts gave, in the order of reading.
  var diagnostics: [Diagnostic] { ownDiagnostics + builder.diagnostics }

  init(
    _ files: [InputFile], base: String?, checksIdentifiers: Bool = false, keepsText: Bool = false,
    isStrict: Bool = false, columns: EdgeListColumns = EdgeListColumns(),
    progress: Cancellation? = nil
  ) {
    self.columns = columns
    self.keepsText = keepsText
    keepsClaims = checksIdentifiers
    let files = unpack(files)
    let sources = files.map {
      (file: $0, format: Self.format(of: $0, alone: files.count == 1, columns: columns))
    }
    func named(_ formats: InputFormat...) -> [InputFile] {
      sources.filter { formats.contains($0.format) }.map(\.file)
    }
    readVocabularies(
      named(.vocabulary), named(.obo), named(.oboGraph), named(.sssom), base: base)
    for file in files {
      isEmptyFile[file.name] = file.bytes.allSatisfy { $0 <= 0x20 }
    }
    readBibliographies(named(.bibliography))
    let articles = named(.markdown, .plainText, .html)
    let options = KGXOptions(
      sharesNames: !articles.isEmpty, takesBase: base == nil && !vocabularyHasBase,
      checksIdentifiers: checksIdentifiers, isStrict: isStrict)
    let described = Set(named(.kgxDescription).map { KGXDescription.stem(of: $0.name) })
    for stem in described.sorted() {
      readSet(sources.filter { KGXDescription.stem(of: $0.file.name) == stem }, options)
    }
    func isLeft(_ file: InputFile) -> Bool {
      !described.contains(KGXDescription.stem(of: file.name))
    }
    for file in named(.kgxNodes) where isLeft(file) {
      if TableDialect(of: file).hasQuotes || Neo4jHeader.namesNodes(Self.columnNames(of: file)) {
        readColumns(file, .kgxNodes, options)
        continue
      }
      ownDiagnostics += KGXTableReader.readNodes(file, into: &builder, options: options)
    }
    for file in named(.kgxJSON) {
      ownDiagnostics += KGXJSONReader.read(file, into: &builder, options: options)
    }
    for file in named(.kgxNodeLines) where isLeft(file) {
      readColumns(file, .kgxNodeLines, options)
    }
    for file in named(.kgxEdges) where isLeft(file) {
      progress?.begin("reading \(file.name)")
      if TableDialect(of: file).hasQuotes || !columns.columnOfField.isEmpty
        || Self.columnNames(of: file).contains(KGXNames.evidence)
      {
        readColumns(file, .kgxEdges, options)
        continue
      }
      ownDiagnostics += KGXTableReader.readEdges(file, into: &builder, options: options)
    }
    for file in named(.kgxEdgeLines) where isLeft(file) {
      readColumns(file, .kgxEdgeLines, options)
    }
    for file in named(.edgeList) { readColumns(file, .edgeList, options) }
    recordedNodes = builder.nodeCount
    if !articles.isEmpty {
      progress?.begin(
        articles.count == 1 ? "reading \(articles[0].name)" : "reading \(articles.count) articles",
        steps: articles.count == 1 ? 0 : articles.reduce(0) { $0 + $1.storedLength })
    }
    for file in articles {
      readArticle(file)
      progress?.advance(by: file.storedLength)
    }
    builder.forgetUnused(foreignPrefixes)
    reportUnread(named(.unknown))
    let graphFormats: [InputFormat] = [
      .markdown, .plainText, .html, .kgxNodes, .kgxEdges, .kgxJSON,
      .kgxNodeLines, .kgxEdgeLines, .edgeList,
    ]
    if !sources.contains(where: { graphFormats.contains($0.format) }) {
      // A vocabulary or a bibliography can be checked by itself.
      reportEmptiness(
        files, isError: !sources.contains { $0.format.isVocabulary || $0.format == .bibliography })
    }
  }

  /// A file that is read by itself is a document, whatever it is called, and a table a graph; so
  /// is a table where its columns are named.
  static func format(
    of file: InputFile, alone: Bool, columns: EdgeListColumns = EdgeListColumns()
  ) -> InputFormat {
    let format = InputFormat(of: file)
    if format == .unknown, alone || !columns.columnOfField.isEmpty, InputFormat.isTable(file.name) {
      return .edgeList
    }
    guard alone, format == .notADocument else { return format }
    let ending = PackedName.plain(file.name).split(separator: ".").last ?? ""
    return InputFormat(of: InputFile(name: "document.\(ending)", bytes: file.head(1 << 17)))
  }

  /// The files with their content in memory; what cannot be unpacked is reported and left out.
  private mutating func unpack(_ files: [InputFile]) -> [InputFile] {
    files.compactMap { file in
      do throws(UnpackingProblem) {
        return try file.held()
      } catch {
        ownDiagnostics.append(error.diagnostic(in: file.name))
        return nil
      }
    }
  }

  // MARK: Vocabularies and bibliographies

  private mutating func readVocabularies(
    _ own: [InputFile], _ ontologies: [InputFile], _ graphs: [InputFile],
    _ mappings: [InputFile], base: String?
  ) {
    var merge = VocabularyMerge()
    for file in own { merge.add(file) }
    let declared = Set(merge.vocabulary.prefixes.all.map(\.prefix))
    for file in ontologies { merge.add(ontology: file) }
    for file in graphs { merge.add(ontologyGraph: file) }
    // Mappings last: the label of a term is the one of the vocabulary that defines it.
    for file in mappings { merge.add(mappings: file) }
    merge.finish()
    vocabulary = merge.vocabulary
    vocabularyHasBase = merge.base != nil
    foreignPrefixes = Set(vocabulary.prefixes.all.map(\.prefix)).subtracting(declared)
    if let base { vocabulary.prefixes.base = base }
    ownDiagnostics += merge.diagnostics
    builder = GraphBuilder(vocabulary: vocabulary)
  }

  private mutating func readBibliographies(_ files: [InputFile]) {
    var placeOfDOI: [String: Bibliography.Entry] = [:]
    for file in files {
      let reading = BibliographyReader.read(file)
      ownDiagnostics += reading.diagnostics
      lacksWorks =
        lacksWorks
        || reading.entries.isEmpty && reading.diagnostics.contains { $0.severity == .error }
      worksOfFile.append((file.name, reading.entries))
      for entry in reading.entries {
        if let doi = entry.reference.doi {
          if let other = placeOfDOI[doi], other.key != entry.key,
            other.location.file != entry.location.file
          {
            ownDiagnostics.append(
              Diagnostic(
                .warning,
                "'\(entry.key)' is the same work as '\(other.key)', at \(other.location)",
                at: entry.location, suggestion: "keep one of them, or give both the same key"))
          }
          placeOfDOI[doi] = placeOfDOI[doi] ?? entry
        }
        works.append(entry)
      }
    }
  }

  /// The works that an article can cite: first those of the files that it names, then all others.
  private mutating func bibliography(for file: InputFile) -> Bibliography {
    var bibliography = Bibliography()
    for named in file.namedBibliographies {
      guard let found = worksOfFile.first(where: { $0.name == named.name }) else {
        let known = worksOfFile.map(\.name)
        lacksWorks = true
        if let isEmpty = isEmptyFile[named.name] {
          ownDiagnostics.append(
            Diagnostic(
              .error,
              "the bibliography '\(named.written)' is \(isEmpty ? "empty" : "no list of works")",
              at: named.location,
              suggestion: "write CSL JSON into it, as in [ { \"id\": …, \"title\": … } ], "
                + "or remove the line"))
          continue
        }
        ownDiagnostics.append(
          Diagnostic(
            .error, "the bibliography '\(named.written)' is not there", at: named.location,
            suggestion: NearestName.of(named.name, in: known).map { "did you mean '\($0)'?" }
              ?? "put a CSL JSON file of that name beside the article, or remove the line"))
        continue
      }
      for entry in found.entries { bibliography.add(entry) }
    }
    for entry in works { bibliography.add(entry) }
    return bibliography
  }

  /// The names in the first line of a table without quotes, which is read where it lies.
  private static func columnNames(of file: InputFile) -> [String] {
    file.withBytes { bytes in
      bytes.prefix { $0 != 0x0a }.split(separator: 0x09)
        .map { String(decoding: $0, as: UTF8.self).trimmingWhitespace }
    }
  }

  /// Reads the tables beside which it is said what they were made from.
  private mutating func readSet(
    _ sources: [(file: InputFile, format: InputFormat)], _ options: KGXOptions
  ) {
    var tables = TableSources(columns: columns)
    var name = ""
    for source in sources where tables.add(source.file, source.format) { name = source.file.name }
    readColumns(tables, named: name, options)
  }

  /// Reads a data file straight into columns, and these into the graph.
  private mutating func readColumns(_ file: InputFile, _ format: InputFormat, _ options: KGXOptions)
  {
    var tables = TableSources(columns: columns)
    guard tables.add(file, format) else { return }
    readColumns(tables, named: file.name, options)
  }

  private mutating func readColumns(
    _ tables: TableSources, named name: String, _ options: KGXOptions
  ) {
    let known = builder
    let result = tables.build(
      base: nil, threads: Parallel.standardThreads, isStrict: options.isStrict,
      takesBase: options.takesBase,
      isKnown: { known.node(idUTF8: $0) != nil })
    ownDiagnostics += result.diagnostics
    ownDiagnostics += GraphReplay.add(
      result.graph, to: &builder, options: options, file: name)
  }

  // MARK: Articles

  private mutating func readArticle(_ file: InputFile) {
    let bibliography = bibliography(for: file)
    var reading = ArticleReader().read(
      file, bibliography: bibliography, vocabulary: vocabulary, keepsText: keepsText)
    ownDiagnostics += reading.diagnostics
    reportUnknownKeys(reading, bibliography)
    builder.add(reading)
    // They are in the graph now, and there may be millions.
    if !keepsClaims { reading.claims = [] }
    readings.append(reading)
  }

  private mutating func reportUnknownKeys(_ reading: ArticleReading, _ known: Bibliography) {
    // What is wrong with the bibliography is told; its works are missed for that reason.
    if lacksWorks { return }
    for cited in reading.citedKeys where known[cited.key] == nil {
      // The reader of the article may have said so itself.
      if reading.diagnostics.contains(where: {
        $0.location == cited.location && $0.message.contains(cited.key)
      }) {
        continue
      }
      let nearest = NearestName.of(cited.key, in: known.entries.map(\.key))
      ownDiagnostics.append(
        Diagnostic(
          worksOfFile.isEmpty ? .warning : .error,
          "no bibliography has a work with the key '\(cited.key)'", at: cited.location,
          suggestion: nearest.map { "did you mean '\($0)'?" }
            ?? "add the work to the bibliography with \"id\": \"\(cited.key)\""))
    }
  }

  // MARK: What was not read

  private mutating func reportUnread(_ unknown: [InputFile]) {
    ownDiagnostics += unknown.map(Self.unread)
  }

  /// What is said of a file that is passed over.
  static func unread(_ file: InputFile) -> Diagnostic {
    Diagnostic(
      .note, "the file is in no format that etiograph reads; it is passed over",
      at: SourceLocation(file: file.name))
  }

  private mutating func reportEmptiness(_ files: [InputFile], isError: Bool) {
    ownDiagnostics.append(
      Diagnostic(
        isError ? .error : .warning, "there is nothing that a graph could be made from",
        at: files.count == 1 ? files.first.map { SourceLocation(file: $0.name) } : nil,
        suggestion: "add an article in Markdown, HTML or plain text, or a graph in the KGX format"))
  }
}
