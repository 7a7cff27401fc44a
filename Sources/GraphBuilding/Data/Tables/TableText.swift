import GraphModel

/// The text of a table, handed out in rounds of whole lines, each cut into pieces for the threads.
///
/// A packed file is unpacked a round ahead. Where the cuts are depends on the text alone.
struct TableText {
  /// About how many bytes a piece has, and how many pieces a round.
  static let pieceLength = 1 << 20
  static let piecesInRound = 32

  private let file: InputFile
  private let unpacking: UnpackedLines?
  /// The text, or of a packed file the part that was unpacked last.
  private var bytes: TextSpan
  private var at: Int
  private var discarded = 0

  /// Calls a closure with the text of a file.
  static func read(_ file: InputFile, _ body: (inout TableText) -> Void) {
    if let packed = file.packedFile {
      packed.withStream { stream in
        let lines = UnpackedLines(stream)
        var text = TableText(file, lines.next(), lines)
        body(&text)
      }
    } else {
      file.withBytes { bytes in
        var text = TableText(file, bytes, nil)
        body(&text)
      }
    }
  }

  private init(_ file: InputFile, _ bytes: TextSpan, _ unpacking: UnpackedLines?) {
    self.file = file
    self.bytes = bytes
    self.unpacking = unpacking
    at = bytes.starts(with: FilePositions.byteOrderMark) ? 3 : 0
  }

  /// Why there is no more text of a packed file.
  var problem: UnpackingProblem? { unpacking?.problem }

  /// Goes on to the part that is unpacked next, where this one is done with.
  private mutating func advance() {
    guard at == bytes.count, let unpacking else { return }
    bytes = unpacking.next()
    at = 0
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

  /// The pieces of the next round; none at the end of the text.
  mutating func nextRound() -> [TextSpan] {
    // What the last round looked at is done with.
    file.discard(discarded..<at)
    discarded = at
    advance()
    var pieces: [TextSpan] = []
    while at < bytes.count, pieces.count < Self.piecesInRound {
      let end = Self.lineEnd(in: bytes, from: min(at + Self.pieceLength, bytes.count) - 1)
      pieces.append(TextSpan(rebasing: bytes[at..<end]))
      at = end
    }
    return pieces
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
