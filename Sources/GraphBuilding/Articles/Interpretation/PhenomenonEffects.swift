internal import GraphModel

extension Draft {
  /// Of what is no disease, nothing is a symptom: what it brings about is its effect.
  mutating func turnSignIntoEffect() {
    guard role == .symptom || role == .disease, predicate.directness == .causal,
      case .thing(var thing) = object, thing.category == .phenotypicFeature || role == .symptom
    else { return }
    if thing.category == .phenotypicFeature { thing.category = nil }
    object = .thing(thing)
    role = .disease
  }
}
