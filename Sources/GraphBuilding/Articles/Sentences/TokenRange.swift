extension Range where Bound == Int {
  /// From `start` to `end`; empty at `start` where `end` comes before it.
  ///
  /// What the grammar of a sentence says is never a reason to trap.
  static func from(_ start: Int, to end: Int) -> Range<Int> { start..<Swift.max(start, end) }
}
