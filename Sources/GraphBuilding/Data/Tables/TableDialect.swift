/// How the cells of a table are told apart.
struct TableDialect: Sendable, Hashable {
  /// What stands between two cells.
  var delimiter: UInt8
  /// Whether a cell may stand in double quotes, as in RFC 4180: it may hold delimiters and line
  /// breaks then, and a double quote stands twice.
  var hasQuotes: Bool

  /// As in the tables of KGX: nothing is quoted or escaped.
  static let tabs = TableDialect(delimiter: 0x09, hasQuotes: false)

  /// The dialect of a file: of `.csv` with commas, or with what its first line has most of
  /// (semicolons, tabs, bars); else tabs.
  init(of file: InputFile) {
    guard PackedName.plain(file.name).lowercased().hasSuffix(".csv") else {
      self = .tabs
      return
    }
    let line = file.head(1 << 16).prefix { $0 != 0x0a }
    var (best, most) = (UInt8(ascii: ","), 0)
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] {
      var count = 0
      var isQuoted = false
      for byte in line {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == delimiter, !isQuoted { count += 1 }
      }
      if count > most { (best, most) = (delimiter, count) }
    }
    self.init(delimiter: best, hasQuotes: true)
  }

  init(delimiter: UInt8, hasQuotes: Bool) {
    self.delimiter = delimiter
    self.hasQuotes = hasQuotes
  }
}
