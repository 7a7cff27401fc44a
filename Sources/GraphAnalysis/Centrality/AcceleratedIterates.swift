/// The iterates of a contraction x ← g(x), with a leap after every few of them.
///
/// After four rounds that change little, the combination of the last iterates whose change would be least is taken for the
/// next, and the rounds go on from there: Anderson's acceleration in its alternating form (D. G.
/// Anderson 1965, doi:10.1145/321296.321305; P. P. Pratapa, P. Suryanarayana & J. E. Pask 2016,
/// doi:10.1016/j.jcp.2015.11.018). The combination's parts add up to 1, so that what all iterates
/// have in common, as a sum of 1, stays. A leap after which a round changes more than before it is
/// taken back, and no other is tried: no more than two rounds are lost to those of the plain iteration.
///
/// - Complexity: O(n) time for each leap, seven vectors of space.
struct AcceleratedIterates {
  private static let rounds = 4
  /// Where four rounds bring the change down to less than this share, a leap gains nothing.
  private static let fast = 0.05

  private let rows: MatrixRows
  /// The iterates since the last leap and room for the others.
  private var iterates: [Buffer<Double>]
  /// The last argument before the leap, and what was made of it.
  private var before: (argument: Buffer<Double>, value: Buffer<Double>)
  private var round = 0
  /// Whether the iterates since ``before`` began with a leap.
  private var hasLeapt = false
  /// What the last round before these changed.
  private var changeBefore = Double.infinity
  private var isPlain: Bool

  /// - Parameters:
  ///   - start: the first iterate.
  ///   - isPlain: whether never to leap, as where `g` is no contraction and which of its fixed points
  ///     is found is decided by the start.
  init(from start: Buffer<Double>, _ rows: MatrixRows, isPlain: Bool) {
    self.rows = rows
    self.isPlain = isPlain
    func room() -> Buffer<Double> { Buffer(repeating: 0, count: start.count) }
    iterates = [start] + (0..<Self.rounds).map { _ in room() }
    before = (room(), room())
  }

  /// The iterate to begin the next round with.
  var last: Buffer<Double> { iterates[round] }
  /// Where the next iterate goes.
  var next: Buffer<Double> { iterates[round + 1] }

  /// Goes on after a round.
  ///
  /// - Parameter change: the sum of the differences of ``next`` from ``last``.
  /// - Returns: whether ``last`` is now another vector than ``next`` was.
  mutating func advance(change: Double) -> Bool {
    if round == 0, hasLeapt, !(change <= changeBefore) {
      (isPlain, hasLeapt) = (true, false)
      swap(&iterates[0], &before.value)
      return true
    }
    round += 1
    guard round == Self.rounds else { return false }
    round = 0
    let isFast = change < changeBefore * Self.fast
    changeBefore = change
    guard !isPlain, !isFast else {
      hasLeapt = false
      iterates.swapAt(0, Self.rounds)
      return false
    }
    leap()
    hasLeapt = true
    return true
  }

  /// Stores the combination of the least change in the room of the argument that is no longer needed.
  private mutating func leap() {
    let parts = leastChange()
    let (first, second) = (iterates[1].base, iterates[2].base)
    let (third, value) = (iterates[3].base, iterates[4].base)
    let (former, combined) = (before.value.base, before.argument.base)
    let rest = 1 - parts.sum()
    rows.sumOverNodes { nodes in
      for node in nodes {
        combined[node] =
          rest * value[node] + parts[0] * third[node] + parts[1] * second[node]
          + parts[2] * first[node] + parts[3] * former[node]
      }
      return 0
    }
    let free = before
    before = (iterates[3], iterates[4])
    iterates = [free.argument, free.value] + iterates[0...2]
  }

  /// What the four values before the last contribute to the combination of the least change.
  private func leastChange() -> SIMD4<Double> {
    let (start, first) = (iterates[0].base, iterates[1].base)
    let (second, third, value) = (iterates[2].base, iterates[3].base, iterates[4].base)
    let (argument, former) = (before.argument.base, before.value.base)
    let sums = rows.sumsOverNodes(20) { nodes, sums in
      var products = (
        SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero
      )
      var right = SIMD4<Double>.zero
      for node in nodes {
        let change = value[node] - third[node]
        let others = SIMD4(
          third[node] - second[node], second[node] - first[node], first[node] - start[node],
          former[node] - argument[node])
        let differences = change - others
        products.0 += differences * differences[0]
        products.1 += differences * differences[1]
        products.2 += differences * differences[2]
        products.3 += differences * differences[3]
        right += differences * change
      }
      for place in 0..<4 {
        sums[place] = products.0[place]
        sums[4 + place] = products.1[place]
        sums[8 + place] = products.2[place]
        sums[12 + place] = products.3[place]
        sums[16 + place] = right[place]
      }
    }
    // What was before is known only behind a leap; else it is one of the others.
    let known = hasLeapt ? 4 : 3
    let matrix = (0..<known).map { row in (0..<known).map { sums[4 * row + $0] } }
    let parts = NormalEquations(matrix, Array(sums[16..<16 + known])).solution
    var found = SIMD4<Double>.zero
    for (place, part) in parts.enumerated() where part.isFinite { found[place] = part }
    return found
  }
}

/// The normal equations of a small linear least-squares problem.
struct NormalEquations {
  private let matrix: [[Double]]
  private let right: [Double]

  /// - Parameters:
  ///   - matrix: the scalar products of the columns with each other.
  ///   - right: their scalar products with what is to be approached.
  init(_ matrix: [[Double]], _ right: [Double]) {
    (self.matrix, self.right) = (matrix, right)
  }

  /// What each column contributes, by Cholesky's factorization of the matrix with its diagonal
  /// brought to 1; columns that add nothing to those before them have 0 (N. J. Higham 2002, *Accuracy and
  /// Stability of Numerical Algorithms*, section 10.3).
  var solution: [Double] {
    let size = right.count
    let scale = (0..<size).map { matrix[$0][$0] > 0 ? 1 / matrix[$0][$0].squareRoot() : 0 }
    var factor = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    var solved = [Double](repeating: 0, count: size)
    func product(_ row: Int, _ column: Int, below end: Int) -> Double {
      (0..<end).reduce(0) { $0 + factor[row][$1] * factor[column][$1] }
    }
    for column in 0..<size {
      let square = matrix[column][column] * scale[column] * scale[column]
      let rest = square - product(column, column, below: column)
      guard rest > 1e-13 else { continue }
      let pivot = rest.squareRoot()
      factor[column][column] = pivot
      for row in column + 1..<max(column + 1, size) {
        let entry = matrix[row][column] * scale[row] * scale[column]
        factor[row][column] = (entry - product(row, column, below: column)) / pivot
      }
      let known = (0..<column).reduce(0) { $0 + factor[column][$1] * solved[$1] }
      solved[column] = (right[column] * scale[column] - known) / pivot
    }
    for column in (0..<size).reversed() {
      let pivot = factor[column][column]
      guard pivot > 0 else {
        solved[column] = 0
        continue
      }
      let known = (column + 1..<max(column + 1, size)).reduce(0) {
        $0 + factor[$1][column] * solved[$1]
      }
      solved[column] = (solved[column] - known) / pivot
    }
    return (0..<size).map { solved[$0] * scale[$0] }
  }
}
