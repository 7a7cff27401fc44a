#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Brandes's dependencies of one start, with or without weights.
final class BetweennessSweep {
  private let rows: SimpleRows
  private let sweep: DistanceSweep
  /// (1 + δ) / σ in Brandes's papers.
  private let shares: Buffer<Double>
  /// δ in Brandes's papers.
  private let dependency: Buffer<Double>

  init(_ rows: SimpleRows, classes: LengthClasses?) {
    self.rows = rows
    sweep = DistanceSweep(rows, classes: classes)
    shares = Buffer(repeating: 0, count: rows.nodeCount)
    dependency = Buffer(repeating: 0, count: rows.nodeCount)
  }

  /// Adds what a start gives to every node and to every entry of the rows.
  func add(
    from start: Int, toNodes nodeSums: UnsafeMutablePointer<Double>,
    toPlaces placeSums: UnsafeMutablePointer<Double>?
  ) {
    sweep.run(from: start)
    let counts = sweep.pathCounts
    guard sweep.reached.allSatisfy({ counts[Int($0)].isFinite }) else {
      return addByLogarithms(from: start, nodeSums, placeSums)
    }
    let (offsets, neighbors) = (rows.offsets.base, rows.neighbors.base)
    let (lengths, shares) = (sweep.lengths.base, shares.base)
    let reached = sweep.reached
    for row in stride(from: reached.count - 1, through: 0, by: -1) {
      let node = Int(reached[row])
      let count = counts[node]
      let length = lengths[node]
      var sum = 0.0
      for place in Int(offsets[node])..<Int(offsets[node + 1]) {
        let neighbor = Int(neighbors[place])
        guard lengths[neighbor] == lengthSum(length, rows.length(place)) else { continue }
        let share = shares[neighbor]
        sum += share
        if let placeSums { placeSums[place] += share * count }
      }
      let passed = sum * count
      if row > 0 { nodeSums[node] += passed }
      shares[node] = (1 + passed) / count
    }
  }

  /// The same where there are more paths than a `Double` can count.
  private func addByLogarithms(
    from start: Int, _ nodeSums: UnsafeMutablePointer<Double>,
    _ placeSums: UnsafeMutablePointer<Double>?
  ) {
    let logarithms = self.logarithms()
    for row in stride(from: sweep.orderCount - 1, through: 0, by: -1) {
      let node = Int(sweep.reached[row])
      var sum = 0.0
      for place in rows.range(node) where sweep.isShortest(place, from: node) {
        let neighbor = Int(rows.neighbors[place])
        let passed = exp(logarithms[node] - logarithms[neighbor]) * (1 + dependency[neighbor])
        if let placeSums { placeSums[place] += passed }
        sum += passed
      }
      dependency[node] = sum
      if row > 0 { nodeSums[node] += sum }
    }
  }

  /// The logarithms of the numbers of shortest paths, added up as logarithms.
  private func logarithms() -> [Double] {
    var logarithms = [Double](repeating: -.infinity, count: rows.nodeCount)
    if let start = sweep.reached.first { logarithms[Int(start)] = 0 }
    for number in sweep.reached {
      let node = Int(number)
      for place in rows.range(node) where sweep.isShortest(place, from: node) {
        let neighbor = Int(rows.neighbors[place])
        let greater = max(logarithms[neighbor], logarithms[node])
        let less = min(logarithms[neighbor], logarithms[node])
        logarithms[neighbor] = greater + log1p(exp(less - greater))
      }
    }
    return logarithms
  }
}
