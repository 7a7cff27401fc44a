import ArgumentParser

/// How long a command may take.
struct TimeLimit: ExpressibleByArgument {
  let seconds: Double

  /// `30`, `30s`, `500ms`, `1.5m` or `5min`, `2h`; nil for anything else and for what is not
  /// above 0.
  init?(argument: String) {
    let number = argument.prefix { $0.isNumber || $0 == "." }
    let units = ["": 1.0, "ms": 0.001, "s": 1, "m": 60, "min": 60, "h": 3600]
    guard let value = Double(number),
      let unit = units[argument.dropFirst(number.count).lowercased()], value > 0, value.isFinite
    else { return nil }
    seconds = value * unit
  }
}

/// The option that bounds the time of a question.
struct TimeLimitOption: ParsableArguments {
  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp(
      "Stop after this long, such as 30s or 5m, and give the best that was found by then.",
      discussion: "Counted from the start of the command. Where the answer is not whole for it, "
        + "that is said, and the command ends with 3.",
      valueName: "time"))
  var limit: TimeLimit?

  /// Has the work stop at the limit; to be called before the graph is read, which takes its part of
  /// the time.
  func begin() {
    if let limit { Attendance.shared.limit(to: limit.seconds) }
  }
}
