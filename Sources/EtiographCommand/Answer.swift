import ArgumentParser
import GraphExport

/// Prints answers on standard output, and remarks about them on standard error.
enum Answer {
  static func write(_ text: String) { Terminal.output.write(text) }

  static func write(json value: JSONValue) { Terminal.output.write(value.serialized()) }

  static func write(_ table: TextTable, as format: OutputFormat) {
    Terminal.output.write(format == .tsv ? table.tsv : table.text(for: .output))
  }

  /// Says that the answer, which is printed, is not whole because the time limit passed, and ends so.
  static func stop(_ what: String) throws -> Never {
    note("stopped at the time limit: \(what)")
    throw ExitCode(CommandFailure.Code.stopped.rawValue)
  }

  /// A remark that is no part of the answer.
  static func note(_ text: String) { Terminal.error.write("note: \(text.printable)\n") }

  /// A number with a fixed count of decimals, without a locale.
  static func number(_ value: Double, decimals: Int = 4) -> String {
    guard value.isFinite else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (value.magnitude * scale).rounded()
    // Beyond 2^53 every digit after the point is zero anyway.
    guard rounded < 9e15 else { return "\(value)" }
    let digits = String(Int(rounded))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && rounded > 0 ? "-" : ""
    return "\(sign)\(padded.dropLast(decimals))"
      + (decimals > 0 ? ".\(padded.suffix(decimals))" : "")
  }
}
