import Glibc

/// One of the process's two output streams, and what it can show.
struct Terminal {
  private let descriptor: Int32
  /// Whether it is a terminal whose lines can be written anew.
  let isInteractive: Bool
  /// Whether colours may be written: a terminal, and `NO_COLOR` (https://no-color.org) not set.
  let hasColor: Bool
  /// The number of columns to fill.
  let width: Int

  static let output = Terminal(STDOUT_FILENO)
  static let error = Terminal(STDERR_FILENO)

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
    let isTerminal = isatty(descriptor) == 1
    let forbidden = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    isInteractive = isTerminal && !isDumb
    hasColor = isInteractive && !forbidden
    var size = winsize()
    let known = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20
    width = known ? min(Int(size.ws_col), 120) : 100
  }

  /// Writes the text whole, or ends the process quietly where the reader has gone away.
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes the bytes whole, or ends the process quietly where the reader has gone away.
  func write(_ bytes: [UInt8]) {
    if descriptor == STDOUT_FILENO {
      Attendance.shared.answer()
    } else {
      ProgressDisplay.shared.clear()
    }
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count, let base = buffer.baseAddress {
        let written = Glibc.write(descriptor, base + start, buffer.count - start)
        if written > 0 {
          start += written
        } else if errno != EINTR {
          exit(errno == EPIPE ? 0 : CommandFailure.Code.badInput.rawValue)
        }
      }
    }
  }

  /// How a piece of text is shown.
  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case magenta = "35"
    case cyan = "36"
  }

  /// The text in a style where the stream can show it, else as it is.
  func styled(_ text: String, _ style: Style) -> String {
    hasColor ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }
}

extension String {
  /// The text without control characters, which could move a terminal's cursor or change its
  /// colours when they stand in a file that someone else wrote.
  var printable: String {
    guard hasControls else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.isControl {
        result += scalar == "\n" || scalar == "\t" ? " " : "\u{fffd}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether there is a control character: below U+0020, or U+007F to U+009F, which begin with C2
  /// in UTF-8.
  private var hasControls: Bool {
    var before: UInt8 = 0
    for byte in utf8 {
      if byte < 0x20 || byte == 0x7f || before == 0xc2 && byte < 0xa0 { return true }
      before = byte
    }
    return false
  }

  /// The text where it is short enough to be read in a message, else its beginning.
  var shortened: String { count > 80 ? prefix(79) + "…" : self }

  /// The text broken at spaces into lines of at most `width` characters, each after `indent`.
  func wrapped(width: Int, indent: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in printable.split(separator: " ") {
      if !line.isEmpty, indent.count + line.count + 1 + word.count > width {
        lines.append(indent + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    if !line.isEmpty { lines.append(indent + line) }
    return lines.joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  /// Of the general category Cc, which never changes (Unicode 16, §23.1).
  fileprivate var isControl: Bool { value < 0x20 || (0x7f...0x9f).contains(value) }
}
