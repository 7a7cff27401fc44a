import GraphAnalysis
import GraphModel
import Testing

/// Eigenvectors that several methods must agree on, by hand.
@Suite struct LeadingVectorTests {
  private let undirected = CentralityOptions(isDirected: false)

  private func values(_ count: Int, _ edges: [TestEdge]) throws -> [Double] {
    try AdjacencyIndex(testGraph(count, edges)).centrality(.eigenvector, options: undirected).values
  }

  // A star is bipartite: its eigenvalues come in pairs of opposite sign, and +√n leads.
  @Test(arguments: [1, 2, 9, 400])
  func theCentreOfAStarHasHalf(leaves: Int) throws {
    let found = try values(leaves + 1, (1...leaves).map { TestEdge(0, .causes, $0) })
    #expect(abs(found[0] - 0.5.squareRoot()) < 1e-9)
    for leaf in found.dropFirst() {
      #expect(abs(leaf - (0.5 / Double(leaves)).squareRoot()) < 1e-9)
    }
  }

  // Two triangles lead alike: from the uniform vector each has its part.
  @Test func equalPartsShareTheVector() throws {
    let triangles = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3)]
    let found = try values(7, triangles.map { TestEdge($0.0, .causes, $0.1) })
    for value in found.prefix(6) { #expect(abs(value - (1.0 / 6).squareRoot()) < 1e-9) }
    #expect(found[6] < 1e-9)
  }

  // The eigenvector of a path of n nodes is sin(π (k + 1) / (n + 1)).
  @Test func aPathSwingsOnce() throws {
    let count = 30
    let found = try values(count, (1..<count).map { TestEdge($0 - 1, .causes, $0) })
    let wanted = (0..<count).map { sine(.pi * Double($0 + 1) / Double(count + 1)) }
    let length = wanted.reduce(0) { $0 + $1 * $1 }.squareRoot()
    for (value, expected) in zip(found, wanted) { #expect(abs(value - expected / length) < 1e-8) }
  }

  private func sine(_ x: Double) -> Double {
    var (term, sum) = (x, x)
    for k in 1..<30 {
      term *= -x * x / Double(2 * k * (2 * k + 1))
      sum += term
    }
    return sum
  }

  // 0 and 1 both lead to 2, 1 alone to 3: AᵀA is [[2, 1], [1, 1]] with the vector (φ, 1).
  @Test func authoritiesAreInTheGoldenRatio() throws {
    let edges = [TestEdge(0, .causes, 2), TestEdge(1, .causes, 2), TestEdge(1, .causes, 3)]
    let found = try AdjacencyIndex(testGraph(4, edges)).centrality(.authorities).values
    let golden = (1 + 5.0.squareRoot()) / 2
    #expect(abs(found[2] / found[3] - golden) < 1e-9)
    #expect(abs(found.reduce(0, +) - 1) < 1e-12 && found[0] == 0 && found[1] == 0)
  }
}
