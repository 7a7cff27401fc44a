/// Brings a vector near the leading eigenvector of a symmetric matrix, in far fewer products than power
/// iteration takes.
///
/// Lanczos' method with full reorthogonalisation, begun anew from the best vector of each few
/// products (C. Lanczos 1950, doi:10.6028/jres.045.026; Y. Saad 2011, *Numerical Methods for Large
/// Eigenvalue Problems*, section 6.6). Where several eigenvectors lead, it is led to that one which is
/// nearest to the vector that it began with, as power iteration is. It ends when the residual is a
/// matter of rounding, when it is no longer bettered, or after a bounded number of rounds: what follows
/// decides whether the vector is good enough.
///
/// All sums are added in a fixed order, so that the vector is the same bits for any number of threads.
///
/// - Complexity: O(k (m + k n)) time for a round of k products, O(k n) space.
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
  /// - Parameter multiply: stores the product of the matrix and its first argument in its second.
  func better(
    _ vector: Buffer<Double>, _ multiply: (Buffer<Double>, Buffer<Double>) -> Void
  ) {
    var least = Double.infinity
    for _ in 0..<Self.mostRounds where !rows.isCancelled {
      guard let round = round(from: vector, multiply) else { return }
      combine(round.weights, into: vector)
      guard round.residual > 1e-15, round.residual < least * 0.7 else { return }
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
    from vector: Buffer<Double>, _ multiply: (Buffer<Double>, Buffer<Double>) -> Void
  ) -> Round? {
    let length = dot(vector, vector).squareRoot()
    guard length > 0, length.isFinite else { return nil }
    scale(vector, by: 1 / length, into: basis[0])
    var (diagonal, beside): ([Double], [Double]) = ([], [])
    for step in 0..<Self.width {
      let next = basis[step + 1]
      multiply(basis[step], next)
      diagonal.append(dot(basis[step], next))
      // Twice is enough (W. Kahan in B. Parlett 1980, section 6.9).
      for _ in 0..<2 {
        for place in 0...step { subtract(dot(basis[place], next), basis[place], from: next) }
      }
      let rest = dot(next, next).squareRoot()
      guard rest.isFinite else { return nil }
      beside.append(rest)
      let scale = diagonal.map(\.magnitude).max() ?? 0
      if rest <= 1e-14 * scale { break }
      self.scale(next, by: 1 / rest, into: next)
    }
    let leading = SymmetricTridiagonal(diagonal, beside).leading
    guard leading.value > 0, let last = leading.vector.last, let rest = beside.last else {
      return nil
    }
    return Round(weights: leading.vector, residual: abs(last) * rest / leading.value)
  }

  // MARK: Vectors

  private func dot(_ a: Buffer<Double>, _ b: Buffer<Double>) -> Double {
    let (a, b) = (a.base, b.base)
    return rows.sumOverNodes { SIMD2(a[$0] * b[$0], 0) }[0]
  }

  private func scale(_ vector: Buffer<Double>, by factor: Double, into other: Buffer<Double>) {
    let (from, to) = (vector.base, other.base)
    for node in 0..<count { to[node] = from[node] * factor }
  }

  private func subtract(_ factor: Double, _ vector: Buffer<Double>, from other: Buffer<Double>) {
    let (from, to) = (vector.base, other.base)
    for node in 0..<count { to[node] -= factor * from[node] }
  }

  /// The combination of the basis; a leading vector is nowhere negative but by rounding.
  private func combine(_ weights: [Double], into vector: Buffer<Double>) {
    let to = vector.base
    for node in 0..<count { to[node] = 0 }
    for (place, weight) in weights.enumerated() { subtract(-weight, basis[place], from: vector) }
    let sum = rows.sumOverNodes { SIMD2(to[$0], 0) }[0]
    for node in 0..<count { to[node] = max(0, sum < 0 ? -to[node] : to[node]) }
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
