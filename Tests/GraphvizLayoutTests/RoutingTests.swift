import Testing

@testable import GraphExport
@testable import GraphvizLayout

@Suite struct RoutingTests {
  // 0 → 1 → 2 → 0 and 2 → 3: one line has to run against any order.
  @Test func turnsAsFewLinesAsACycleNeeds() {
    let lines = [(tail: 0, head: 1), (tail: 1, head: 2), (tail: 2, head: 0), (tail: 2, head: 3)]
    let places = FlowOrder.places(count: 4, lines: lines)
    #expect(places.sorted() == [0, 1, 2, 3])
    #expect(lines.filter { places[$0.tail] > places[$0.head] }.count == 1)
  }

  @Test func turnsNoLineOfAGraphWithoutCycles() {
    var random = RandomGraph.Generator(state: 5)
    let lines = (0..<300).map { _ in
      let a = Int.random(in: 0..<100, using: &random)
      let b = Int.random(in: 0..<100, using: &random)
      return (tail: min(a, b), head: max(a, b))
    }
    let places = FlowOrder.places(count: 100, lines: lines)
    #expect(lines.allSatisfy { $0.tail == $0.head || places[$0.tail] < places[$0.head] })
  }

  @Test func shortLinesKeepEveryBoxThatIsNoSource() {
    var random = RandomGraph.Generator(state: 6)
    let lines = (0..<300).compactMap { _ -> LayoutProblem.Line? in
      let a = Int.random(in: 0..<80, using: &random)
      let b = Int.random(in: 0..<80, using: &random)
      return a == b ? nil : LayoutProblem.Line(tail: min(a, b), head: max(a, b))
    }
    let short = FlowOrder.shortLines(lines, places: Array(0..<80))
    #expect(short.count < lines.count)
    #expect(Set(short.map(\.head)) == Set(lines.map(\.head)))
  }

  @Test func outerBowsReachFarther() {
    let bows = [
      Bow(edge: 0, column: 0, from: 0, to: 100), Bow(edge: 1, column: 0, from: 20, to: 40),
      Bow(edge: 2, column: 0, from: 60, to: 80), Bow(edge: 3, column: 1, from: 20, to: 40),
    ]
    #expect(Bow.levels(of: bows) == [0: 1, 1: 0, 2: 0, 3: 0])
  }

  @Test func measuresAndCutsCurves() {
    // A straight line of length 90 as a cubic whose points are evenly spaced.
    let line = BezierPath([Point(0, 0), Point(30, 0), Point(60, 0), Point(90, 0)])
    #expect(abs(line.length - 90) < 0.001)
    #expect(abs(line.point(after: 30).x - 30) < 0.001)
    let cut = line.trimmedEnd(by: 10)
    #expect(abs(cut.length - 80) < 0.001)
    #expect(cut.points.count == 4)
    #expect(line.trimmedEnd(by: 200).points == line.points)
    #expect(BezierPath([]).length == 0)
    #expect(BezierPath([Point(1, 2)]).point(after: 5) == Point(1, 2))
  }

  @Test(arguments: [(72.0, "1.0000"), (0, "0.0000"), (36.5, "0.5069"), (1e9, "13888.8889")])
  func writesInchesWithoutALocale(points: Double, expected: String) {
    #expect(DotEngine.inches(points) == expected)
  }

  @Test func anEmptyProblemHasASolution() throws {
    #expect(try DotEngine.solve(LayoutProblem()).centers.isEmpty)
  }
}
