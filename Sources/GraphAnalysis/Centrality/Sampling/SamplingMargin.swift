import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far an estimate from sampled starts can be from the exact value.
///
/// What a start gives to a node, divided by the most that it can give, is a number in [0, 1]; the
/// mean over k of n starts, drawn without replacement, is within ε of the mean over all with
/// probability 1 − δ, for q values at once, where
///
///     ε² = (1 − (k − 1)/n) · ln(2q/δ) / 2k
///
/// R. Serfling 1974, doi:10.1214/aos/1176342611, with the union bound over the values. It holds
/// whatever the graph, so that most estimates are far nearer.
enum SamplingMargin {
  /// ε.
  static func ofMean(samples: Int, of nodeCount: Int, values: Int, risk: Double) -> Double {
    guard samples > 0, samples < nodeCount else { return samples >= nodeCount ? 0 : 1 }
    let left = 1 - Double(samples - 1) / Double(nodeCount)
    return min(
      1,
      (left * log(2 * Double(max(1, values)) / risk) / (2 * Double(samples)))
        .squareRoot())
  }
}

extension CentralityScores {
  /// How far any of the values can be from the exact one with this probability; 0 for exact values,
  /// nil for closeness, whose estimate is a quotient.
  ///
  /// - Parameter confidence: the probability with which all values are that near, below 1.
  public func margin(confidence: Double = 0.95) -> Double? {
    guard isEstimate else { return 0 }
    let count = Double(graph.nodeCount)
    let mean = SamplingMargin.ofMean(
      samples: startsDone, of: graph.nodeCount, values: values.count, risk: 1 - confidence)
    switch measure {
    case .harmonic: return mean * count
    case .betweenness:
      guard count > 2 else { return 0 }
      if options.isNormalized { return mean * count / (count - 1) }
      return mean * count * (count - 2) / (options.isDirected ? 1 : 2)
    default: return nil
    }
  }
}

extension EdgeCentralityScores {
  /// How far any of the values can be from the exact one with this probability; 0 for exact values.
  ///
  /// - Parameter confidence: the probability with which all values are that near, below 1.
  public func margin(confidence: Double = 0.95) -> Double? {
    guard isEstimate else { return 0 }
    let count = Double(graph.nodeCount)
    // Without direction an edge has a value for each way, of which it is the sum.
    let mean = SamplingMargin.ofMean(
      samples: startsDone, of: graph.nodeCount,
      values: edges.count * (options.isDirected ? 1 : 2), risk: 1 - confidence)
    let most = mean * count * (count - 1)
    let ways = options.isDirected ? 1.0 : 2.0
    return options.isNormalized ? most * ways / (count * (count - 1)) : most
  }
}
