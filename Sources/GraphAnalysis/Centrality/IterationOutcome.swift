/// What an iteration has come to.
struct IterationOutcome {
  var values: [Double]
  /// How much the last round changed the values, all together, where the iteration was stopped before
  /// it had converged; nil where it has.
  var remainingChange: Double?
}
