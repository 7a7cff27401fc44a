import GraphModel

/// The text of a table, handed out in rounds of whole lines, each cut into pieces for the threads.
///
/// A packed file is unpacked a round ahead. Where the cuts are depends on the text alone.
struct TableText {
  /// About how many bytes a piece has, and how many pieces a round.
  static let pieceLength = 1 << 19
  static let piecesInRound = 32

  private let file: InputFile
  private let unpacking: UnpackedLines?
  private let dialect: TableDialect
  private let failure: UnpackingProblem?
  /// The text, or of a packed file the part that was unpacked last.
  private var bytes: TextSpan
  private var at: Int
  private var discarded = 0
  private let progress: Cancellation?
  /// How many bytes of the file as it is stored were told as read.
  private var told = 0

  /// Calls a closure with the text of a file.
  static func read(
    _ file: InputFile, dialect: TableDialect = .tabs, progress: Cancellation? = nil,
    _ body: (inout TableText) -> Void
  ) {
    progress?.begin("reading \(file.name)", steps: file.storedLength)
    if let packed = file.packedFile, dialect.hasQuotes {
      // A row may hold line breaks: the whole is needed to know where one ends.
      let (held, problem) = packed.content()
      withExtendedLifetime(held) {
        var text = TableText(file, held.bytes, nil, dialect, nil, problem)
        body(&text)
      }
    } else if let packed = file.packedFile {
      packed.withStream { stream in
        let lines = UnpackedLines(stream)
        var text = TableText(file, lines.next(), lines, dialect, progress)
        body(&text)
      }
    } else {
      file.withBytes { bytes in
        var text = TableText(file, bytes, nil, dialect, progress)
        body(&text)
      }
    }
  }

  private init(
    _ file: InputFile, _ bytes: TextSpan, _ unpacking: UnpackedLines?, _ dialect: TableDialect,
    _ progress: Cancellation?, _ failure: UnpackingProblem? = nil
  ) {
    self.progress = progress
    self.file = file
    self.dialect = dialect
    self.failure = failure
    self.bytes = bytes
    self.unpacking = unpacking
    at = bytes.starts(with: FilePositions.byteOrderMark) ? 3 : 0
  }

  /// Why there is no more text of a packed file.
  var problem: UnpackingProblem? { unpacking?.problem ?? failure }

  /// Goes on to the part that is unpacked next, where this one is done with.
  private mutating func advance() {
    guard at == bytes.count, let unpacking else { return }
    bytes = unpacking.next()
    at = 0
    discarded = 0
  }

  /// The next line, for the header: without its end.
  mutating func nextLine() -> TextSpan? {
    advance()
    guard at < bytes.count else { return nil }
    let start = at
    at = Self.lineEnd(in: bytes, from: at)
    var end = at
    if end > start, bytes[end - 1] == 0x0a { end -= 1 }
    if end > start, bytes[end - 1] == 0x0d { end -= 1 }
    return TextSpan(rebasing: bytes[start..<end])
  }

  /// How many times the text of the last round there is from its beginning on; nil where that is
  /// not known.
  var outlook: Double? {
    guard unpacking == nil, at > discarded else { return nil }
    return Double(bytes.count - discarded) / Double(at - discarded)
  }

  /// The pieces of the next round; none at the end of the text.
  mutating func nextRound() -> [TextSpan] {
    // What the last round looked at is done with.
    file.discard(discarded..<at)
    discarded = at
    advance()
    let read = unpacking?.offset ?? at
    progress?.advance(by: read - told)
    told = read
    var pieces: [TextSpan] = []
    while at < bytes.count, pieces.count < Self.piecesInRound {
      let end = rowEnd(from: at, behind: min(at + Self.pieceLength, bytes.count) - 1)
      pieces.append(TextSpan(rebasing: bytes[at..<end]))
      at = end
    }
    return pieces
  }

  /// The longest text in quotes; what is longer was never closed.
  private static let longestQuoted = 1 << 24

  /// The end of the row in which a place is, rows being known from `start` on: a line feed in
  /// quotes ends none.
  private func rowEnd(from start: Int, behind place: Int) -> Int {
    var end = Self.lineEnd(in: bytes, from: place)
    guard dialect.hasQuotes else { return end }
    var at = start
    while let quote = bytes[at..<end].firstIndex(of: 0x22) {
      at = quote + 1
      // A quote within a cell is a letter like others.
      guard quote == start || bytes[quote - 1] == dialect.delimiter || bytes[quote - 1] == 0x0a
      else { continue }
      let limit = min(bytes.count, quote + Self.longestQuoted)
      var close = bytes[at..<limit].firstIndex(of: 0x22)
      while let found = close, found + 1 < limit, bytes[found + 1] == 0x22 {
        close = bytes[(found + 2)..<limit].firstIndex(of: 0x22)
      }
      guard let close else { continue }
      at = close + 1
      if at > end { end = Self.lineEnd(in: bytes, from: at) }
    }
    return end
  }

  /// Behind the line feed that ends the line, or the end of the text.
  private static func lineEnd(in bytes: TextSpan, from start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != 0x0a { at += 1 }
    return min(at + 1, bytes.count)
  }
}

/// Sees to it that a piece of a table is UTF-8.
enum PieceEncoding {
  /// The piece where it is UTF-8; else a copy in which the replacement character stands for what
  /// is not, and where that first is.
  static func checked(
    _ piece: TextSpan, keeping texts: PieceTexts
  ) -> (text: TextSpan, invalid: Int?) {
    guard !isASCII(piece), let bad = UTF8Check.firstInvalid(in: piece) else { return (piece, nil) }
    return (texts.keep(piece.string), bad)
  }

  private static func isASCII(_ piece: TextSpan) -> Bool {
    guard let base = piece.baseAddress else { return true }
    let raw = UnsafeRawPointer(base)
    var all: UInt64 = 0
    var at = 0
    while at + 32 <= piece.count {
      all |= raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      all |= raw.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
      all |= raw.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self)
      all |= raw.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self)
      at += 32
    }
    while at < piece.count {
      all |= UInt64(base[at])
      at += 1
    }
    return all & 0x8080_8080_8080_8080 == 0
  }
}
