/// Brings a vector near the leading eigenvector of a symmetric matrix, in far fewer products than power
/// iteration takes.
///
/// Lanczos' method, ended by the residual as soon as that is small and begun anew from the best vector
/// of each few products, so that its vectors stay orthogonal as long as they are needed (C. Lanczos 1950, doi:10.6028/jres.045.026; Y. Saad 2011,
/// *Numerical Methods for Large Eigenvalue Problems*, section 6.6). Where several eigenvectors lead, it is led to that one which is
/// nearest to the vector that it began with, as power iteration is. It ends when the residual is small
/// enough, when it is no longer bettered, or after a bounded number of rounds: what follows decides
/// whether the vector is good enough.
///
/// All sums are added in a fixed order, so that the vector is the same bits for any number of threads.
///
/// - Complexity: O(k (n + m)) time for a round of k products, O(k n) space.
struct LeadingVector {
  private let rows: MatrixRows
  private let count: Int

  /// The greatest number of products in a round.
  private static let width = 24
  private static let mostRounds = 40

  init(_ rows: MatrixRows) {
    self.rows = rows
    count = rows.nodeCount
  }

  /// Betters a vector that is nowhere negative.
  ///
  /// - Parameters:
  ///   - tolerance: a round of power iteration is to change the vector by less than this times the
  ///     number of nodes, all together.
  ///   - multiply: stores the product of the matrix and its first argument in its second, and gives
  ///     the scalar product of the two.
  func better(
    _ vector: Buffer<Double>, tolerance: Double,
    _ multiply: (Buffer<Double>, Buffer<Double>) -> Double
  ) {
    let enough = max(1e-14, Double(count) * tolerance / 2)
    var least = Double.infinity
    for _ in 0..<Self.mostRounds where !rows.isCancelled {
      guard let round = round(from: vector, enough, multiply) else { return }
      combine(round, into: vector)
      guard round.change > enough, round.change < least * 0.7 else { return }
      least = round.change
    }
  }

  private struct Round {
    /// Orthogonal vectors, and what each contributes.
    var basis: [Buffer<Double>] = []
    var weights: [Double] = []
    /// By how much power iteration would change the combination, all together.
    var change = Double.infinity
  }

  private func round(
    from vector: Buffer<Double>, _ enough: Double,
    _ multiply: (Buffer<Double>, Buffer<Double>) -> Double
  ) -> Round? {
    var (diagonal, beside): ([Double], [Double]) = ([], [])
    let first = Buffer<Double>(capacity: count)
    var length = copy(vector, into: first).squareRoot()
    guard length > 0, length.isFinite else { return nil }
    divide(first, by: length)
    var round = Round(basis: [first])
    while diagonal.count < Self.width, round.change > enough, !rows.isCancelled {
      let (next, last) = (Buffer<Double>(capacity: count), round.basis[diagonal.count])
      let product = multiply(last, next)
      let former = diagonal.isEmpty ? nil : round.basis[diagonal.count - 1]
      let rest = orthogonalize(next, to: last, product, and: former, length)
      length = rest.squares.squareRoot()
      guard length.isFinite else { return nil }
      diagonal.append(product)
      beside.append(length)
      let leading = SymmetricTridiagonal(diagonal, beside).leading
      guard leading.value > 0, let part = leading.vector.last else { return nil }
      round.weights = leading.vector
      if length <= 1e-13 * (diagonal.map(\.magnitude).max() ?? 0) {
        round.change = 0
        break
      }
      // The residual is the next vector, of which this much is there.
      round.change = abs(part) * rest.total / leading.value
      divide(next, by: length)
      round.basis.append(next)
    }
    return round.weights.isEmpty ? nil : round
  }

  // MARK: Vectors

  /// - Returns: the sum of the squares.
  private func copy(_ vector: Buffer<Double>, into other: Buffer<Double>) -> Double {
    let (from, to) = (vector.base, other.base)
    return rows.sumOverNodes { nodes in
      var squares = 0.0
      for node in nodes {
        to[node] = from[node]
        squares += from[node] * from[node]
      }
      return squares
    }
  }

  private func divide(_ vector: Buffer<Double>, by length: Double) {
    let values = vector.base
    let factor = 1 / length
    rows.sumOverNodes { nodes in
      for node in nodes { values[node] *= factor }
      return 0
    }
  }

  /// Takes two vectors' parts from a third.
  ///
  /// - Returns: the sum of the squares of what is left, and that of its magnitudes.
  private func orthogonalize(
    _ vector: Buffer<Double>, to last: Buffer<Double>, _ product: Double,
    and former: Buffer<Double>?, _ length: Double
  ) -> (squares: Double, total: Double) {
    let (values, last) = (vector.base, last.base)
    let (before, part) = (former?.base ?? last, former == nil ? 0 : length)
    let sums = rows.sumsOverNodes(2) { nodes, sums in
      var (squares, total) = (0.0, 0.0)
      for node in nodes {
        let value = values[node] - product * last[node] - part * before[node]
        values[node] = value
        squares += value * value
        total += abs(value)
      }
      (sums[0], sums[1]) = (squares, total)
    }
    return (sums[0], sums[1])
  }

  /// The combination of the basis; a leading vector is nowhere negative but by rounding.
  private func combine(_ round: Round, into vector: Buffer<Double>) {
    let to = vector.base
    let parts = zip(round.basis, round.weights).map { (values: $0.base, weight: $1) }
    let sum = rows.sumOverNodes { nodes in
      for node in nodes { to[node] = 0 }
      for part in parts {
        for node in nodes { to[node] += part.weight * part.values[node] }
      }
      var sum = 0.0
      for node in nodes { sum += to[node] }
      return sum
    }
    let sign: Double = sum < 0 ? -1 : 1
    rows.sumOverNodes { nodes in
      for node in nodes { to[node] = max(0, sign * to[node]) }
      return 0
    }
  }
}
