/// Brings a vector near the leading eigenvector of a symmetric matrix, in far fewer products than power
/// iteration takes.
///
/// Lanczos' method, begun anew from the best vector of each few products, so that its vectors stay
/// orthogonal as long as they are needed (C. Lanczos 1950, doi:10.6028/jres.045.026; Y. Saad 2011,
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
  /// The orthogonal vectors of a round, and one more.
  private let basis: [Buffer<Double>]

  /// Products in a round.
  private static let width = 12
  private static let mostRounds = 40

  init(_ rows: MatrixRows) {
    self.rows = rows
    count = rows.nodeCount
    basis = (0...Self.width).map { _ in Buffer(repeating: 0, count: rows.nodeCount) }
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
    // A vector of n numbers and length r adds up to √n r at most.
    let enough = max(1e-15, Double(count).squareRoot() * tolerance / 4)
    var least = Double.infinity
    for _ in 0..<Self.mostRounds where !rows.isCancelled {
      guard let round = round(from: vector, multiply) else { return }
      combine(round.weights, into: vector)
      guard round.residual > enough, round.residual < least * 0.7 else { return }
      least = round.residual
    }
  }

  private struct Round {
    /// What each vector of the basis contributes.
    var weights: [Double]
    /// How far the combination is from an eigenvector, as a share of the eigenvalue.
    var residual: Double
  }

  private func round(
    from vector: Buffer<Double>, _ multiply: (Buffer<Double>, Buffer<Double>) -> Double
  ) -> Round? {
    var (diagonal, beside): ([Double], [Double]) = ([], [])
    var length = copy(vector, into: basis[0]).squareRoot()
    guard length > 0, length.isFinite else { return nil }
    divide(basis[0], by: length)
    for step in 0..<Self.width {
      let next = basis[step + 1]
      let product = multiply(basis[step], next)
      diagonal.append(product)
      length = orthogonalize(
        next, to: basis[step], product, and: step > 0 ? basis[step - 1] : nil, length
      ).squareRoot()
      guard length.isFinite else { return nil }
      beside.append(length)
      if length <= 1e-13 * (diagonal.map(\.magnitude).max() ?? 0) { break }
      divide(next, by: length)
    }
    let leading = SymmetricTridiagonal(diagonal, beside).leading
    guard leading.value > 0, let last = leading.vector.last, let rest = beside.last else {
      return nil
    }
    return Round(weights: leading.vector, residual: abs(last) * rest / leading.value)
  }

  // MARK: Vectors

  /// - Returns: the sum of the squares.
  private func copy(_ vector: Buffer<Double>, into other: Buffer<Double>) -> Double {
    let (from, to) = (vector.base, other.base)
    return rows.sumOverNodes { node in
      to[node] = from[node]
      return SIMD2(from[node] * from[node], 0)
    }[0]
  }

  private func divide(_ vector: Buffer<Double>, by length: Double) {
    let values = vector.base
    let factor = 1 / length
    _ = rows.sumOverNodes { node in
      values[node] *= factor
      return .zero
    }
  }

  /// Takes two vectors' parts from a third.
  ///
  /// - Returns: the sum of the squares of what is left.
  private func orthogonalize(
    _ vector: Buffer<Double>, to last: Buffer<Double>, _ product: Double,
    and before: Buffer<Double>?, _ length: Double
  ) -> Double {
    let (values, last) = (vector.base, last.base)
    guard let before = before?.base else {
      return rows.sumOverNodes { node in
        let value = values[node] - product * last[node]
        values[node] = value
        return SIMD2(value * value, 0)
      }[0]
    }
    return rows.sumOverNodes { node in
      let value = values[node] - product * last[node] - length * before[node]
      values[node] = value
      return SIMD2(value * value, 0)
    }[0]
  }

  /// The combination of the basis; a leading vector is nowhere negative but by rounding.
  private func combine(_ weights: [Double], into vector: Buffer<Double>) {
    let to = vector.base
    let parts = basis.map(\.base)
    let sum = rows.sumOverNodes { node in
      var value = 0.0
      for (place, weight) in weights.enumerated() { value += weight * parts[place][node] }
      to[node] = value
      return SIMD2(value, 0)
    }[0]
    let sign: Double = sum < 0 ? -1 : 1
    _ = rows.sumOverNodes { node in
      to[node] = max(0, sign * to[node])
      return .zero
    }
  }
}

/// A small symmetric matrix with numbers on its diagonal and beside it.
struct SymmetricTridiagonal {
  private var matrix: [[Double]]
  private var vectors: [[Double]]

  init(_ diagonal: [Double], _ beside: [Double]) {
    let size = diagonal.count
    matrix = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    vectors = matrix
    for row in 0..<size {
      matrix[row][row] = diagonal[row]
      vectors[row][row] = 1
      if row + 1 < size {
        (matrix[row][row + 1], matrix[row + 1][row]) = (beside[row], beside[row])
      }
    }
  }

  /// The greatest eigenvalue and its eigenvector of length 1, by Jacobi's rotations (C. G. J. Jacobi
  /// 1846, doi:10.1515/crll.1846.30.51).
  var leading: (value: Double, vector: [Double]) {
    var (a, v) = (matrix, vectors)
    let size = a.count
    for _ in 0..<60 {
      var off = 0.0
      for row in 0..<size { for column in 0..<row { off += a[row][column] * a[row][column] } }
      if off < 1e-300 { break }
      for p in 0..<size {
        for q in (p + 1)..<max(p + 1, size) where a[p][q] != 0 {
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<size {
            let (left, right) = (a[k][p], a[k][q])
            (a[k][p], a[k][q]) = (c * left - s * right, s * left + c * right)
          }
          for k in 0..<size {
            let (left, right) = (a[p][k], a[q][k])
            (a[p][k], a[q][k]) = (c * left - s * right, s * left + c * right)
          }
          for k in 0..<size {
            let (left, right) = (v[k][p], v[k][q])
            (v[k][p], v[k][q]) = (c * left - s * right, s * left + c * right)
          }
        }
      }
    }
    let best = (0..<size).max { a[$0][$0] < a[$1][$1] } ?? 0
    return size == 0 ? (0, []) : (a[best][best], v.map { $0[best] })
  }
}
