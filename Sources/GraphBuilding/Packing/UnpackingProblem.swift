internal import GraphModel

/// How much a packed file may unpack to, so that a small file cannot fill the memory.
public struct UnpackingLimit: Sendable, Hashable {
  /// The most bytes that one packed file may unpack to.
  public var bytes: Int
  /// How many times its own length a file may unpack to; below ``freeBytes`` any number.
  public var ratio: Int

  /// Below this many bytes the ratio does not matter.
  public static let freeBytes = 256 << 20

  /// 64 GiB, and 250 times the length of the file where that is more than 256 MiB.
  ///
  /// Tables pack to a fifth or a tenth; gzip can pack a file of one letter to a thousandth and
  /// Zstandard to far less, which no graph is.
  public static let standard = UnpackingLimit(bytes: 64 << 30, ratio: 250)

  /// A limit of bytes alone.
  public init(bytes: Int) {
    self.bytes = bytes
    ratio = .max
  }

  init(bytes: Int, ratio: Int) {
    self.bytes = bytes
    self.ratio = ratio
  }

  /// The most bytes that a file of a length may unpack to.
  func allowance(packedLength: Int) -> Int {
    let (product, overflows) = packedLength.multipliedReportingOverflow(by: ratio)
    return min(bytes, overflows ? .max : max(product, Self.freeBytes))
  }
}

/// Why a packed file could not be unpacked, and where in the packed file.
struct UnpackingProblem: Error, Hashable {
  var message: String
  var suggestion: String?

  /// The file ends where more should come.
  static func truncated(_ format: String, at offset: Int) -> UnpackingProblem {
    UnpackingProblem(
      message: "the \(format) data stops at byte \(offset), in the middle; the file is cut short",
      suggestion: "fetch it again")
  }

  static func damaged(_ format: String, at offset: Int, _ reason: String) -> UnpackingProblem {
    UnpackingProblem(
      message: "the \(format) data is damaged near byte \(offset) (\(reason))",
      suggestion: "fetch the file again")
  }

  static func tooLarge(packed: Int, allowance: Int) -> UnpackingProblem {
    UnpackingProblem(
      message:
        "the file of \(packed) bytes unpacks to more than \(allowance) bytes; it is not read",
      suggestion: "raise the bound with --unpacked-limit if you trust it")
  }

  /// The problem as an error at a file.
  func diagnostic(in file: String) -> Diagnostic {
    Diagnostic(.error, message, at: SourceLocation(file: file), suggestion: suggestion)
  }
}
