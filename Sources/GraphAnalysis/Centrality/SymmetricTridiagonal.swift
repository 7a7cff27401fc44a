/// A symmetric matrix with numbers on its diagonal and positive ones beside it.
struct SymmetricTridiagonal {
  private let diagonal: [Double]
  /// The number beside each of the diagonal and the next; what is beside the last is not of the matrix.
  private let beside: [Double]

  init(_ diagonal: [Double], _ beside: [Double]) {
    (self.diagonal, self.beside) = (diagonal, beside)
  }

  /// The greatest eigenvalue and its eigenvector of length 1, nowhere negative.
  ///
  /// The eigenvalue by Newton's method from above, which cannot overshoot; the eigenvector by inverse
  /// iteration, where numbers of one sign are added, so that its small parts are exact too (J. H.
  /// Wilkinson 1965, *The Algebraic Eigenvalue Problem*, chapter 5).
  ///
  /// - Complexity: O(k) time for each step for k numbers.
  var leading: (value: Double, vector: [Double]) {
    let size = diagonal.count
    guard size > 1 else { return (diagonal.first ?? 0, diagonal.map { _ in 1 }) }
    let rows = diagonal.indices.map { row in
      diagonal[row] + (row > 0 ? beside[row - 1] : 0) + (row + 1 < size ? beside[row] : 0)
    }
    let scale = rows.map(\.magnitude).max() ?? 0
    var value = (rows.max() ?? 0) + scale * 1e-15
    for _ in 0..<1000 {
      guard let step = newtonStep(value) else { break }
      value -= step
      if step <= abs(value) * 1e-16 { break }
    }
    let above = value + max(abs(value), scale * 1e-3) * 4e-15
    var vector = [Double](repeating: 1, count: size)
    for _ in 0..<3 { vector = solution(above, vector) }
    return (value, vector)
  }

  /// How far below a number above all eigenvalues the next approach is; nil where rounding has put it
  /// below the greatest.
  private func newtonStep(_ value: Double) -> Double? {
    var pivot = diagonal[0] - value
    var slope = -1.0
    guard pivot < 0 else { return nil }
    var sum = slope / pivot
    for row in 1..<diagonal.count {
      let ratio = beside[row - 1] * beside[row - 1] / pivot
      slope = -1 + ratio / pivot * slope
      pivot = diagonal[row] - value - ratio
      guard pivot < 0 else { return nil }
      sum += slope / pivot
    }
    return 1 / sum
  }

  /// Solves (value − T) x = right, and brings x to length 1.
  private func solution(_ value: Double, _ right: [Double]) -> [Double] {
    var (pivots, found) = (diagonal.map { value - $0 }, right)
    for row in diagonal.indices.dropFirst() {
      let ratio = beside[row - 1] / pivots[row - 1]
      pivots[row] = max(pivots[row] - ratio * beside[row - 1], abs(value) * 1e-17)
      found[row] += ratio * found[row - 1]
    }
    for row in diagonal.indices.reversed() {
      let after = row + 1 < diagonal.count ? beside[row] * found[row + 1] : 0
      found[row] = (found[row] + after) / pivots[row]
    }
    let length = found.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 && length.isFinite ? found.map { $0 / length } : right
  }
}
