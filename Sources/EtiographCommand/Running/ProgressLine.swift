/// One line about work that goes on: what is done, how much of it, and how long it still takes.
struct ProgressLine {
  /// What is done.
  var stage: String
  /// For how many seconds it has been.
  var seconds: Double
  /// The share that is done, in [0, 1]; nil where it is not known.
  var share: Double?

  /// The line, at most this wide: `reading edges.tsv  ━━━━━━━━──────────  43 %  6 s left`.
  func text(width: Int) -> String {
    let told: String
    if let share {
      let percent = Int((share * 100).rounded(.down))
      told = "  \(percent < 10 ? " " : "")\(percent) %" + (timeLeft.map { "  \($0) left" } ?? "")
    } else {
      told = "  \(Self.duration(seconds))"
    }
    let room = max(0, width - 1 - told.count)
    let name = stage.printable
    let shown = name.count <= room ? name : name.prefix(max(0, room - 1)) + "…"
    guard let share else { return shown + told }
    let length = min(24, room - shown.count - 2)
    guard length >= 6 else { return shown + told }
    let done = min(length, Int((share * Double(length)).rounded(.down)))
    return "\(shown)  \(String(repeating: "━", count: done))"
      + "\(String(repeating: "─", count: length - done))\(told)"
  }

  /// How long it still takes if it goes on as so far; nil as long as that cannot be told.
  private var timeLeft: String? {
    guard let share, share >= 0.02, seconds >= 0.5 else { return nil }
    return Self.duration(seconds * (1 - share) / share)
  }

  /// `8 s`, `2 min 10 s`, `3 h 5 min`.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(max(0, min(seconds, 1e9)).rounded(.up))
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3600: return "\(whole / 60) min" + (whole % 60 > 0 ? " \(whole % 60) s" : "")
    default: return "\(whole / 3600) h" + (whole / 60 % 60 > 0 ? " \(whole / 60 % 60) min" : "")
    }
  }
}
