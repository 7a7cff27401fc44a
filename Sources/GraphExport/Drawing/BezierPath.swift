/// A chain of cubic Bézier curves, measured and cut by length.
package struct BezierPath {
  /// One point and then three for every curve.
  package private(set) var points: [Point]

  /// - Parameter points: a trailing incomplete curve is dropped.
  package init(_ points: [Point]) {
    let curves = max(0, (points.count - 1) / 3)
    self.points = points.isEmpty ? [] : Array(points.prefix(1 + 3 * curves))
  }

  package var curveCount: Int { max(0, (points.count - 1) / 3) }

  /// The steps of a path along it.
  var steps: [Picture.Step] {
    guard let first = points.first else { return [] }
    return [.move(first)]
      + (0..<curveCount).map {
        .curve(points[3 * $0 + 1], points[3 * $0 + 2], points[3 * $0 + 3])
      }
  }

  private static let samples = 24

  private func point(curve: Int, at t: Double) -> Point {
    let p = points[(3 * curve)...(3 * curve + 3)]
    let s = 1 - t
    let i = p.startIndex
    let a = s * s * s
    let b = 3 * s * s * t
    let c = 3 * s * t * t
    let d = t * t * t
    return Point(
      a * p[i].x + b * p[i + 1].x + c * p[i + 2].x + d * p[i + 3].x,
      a * p[i].y + b * p[i + 1].y + c * p[i + 2].y + d * p[i + 3].y)
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  /// The length, to about a thousandth.
  var length: Double {
    var total = 0.0
    for curve in 0..<curveCount {
      var last = points[3 * curve]
      for step in 1...Self.samples {
        let next = point(curve: curve, at: Double(step) / Double(Self.samples))
        total += Self.distance(last, next)
        last = next
      }
    }
    return total
  }

  /// Points along it, `count` for every curve, with the first and the last.
  package func samples(perCurve count: Int) -> [Point] {
    guard let first = points.first else { return [] }
    return [first]
      + (0..<curveCount).flatMap { curve in
        (1...max(1, count)).map { point(curve: curve, at: Double($0) / Double(max(1, count))) }
      }
  }

  /// The curve and its parameter after a length from the beginning.
  private func place(after length: Double) -> (curve: Int, t: Double) {
    var left = max(0, length)
    for curve in 0..<curveCount {
      var last = points[3 * curve]
      for step in 1...Self.samples {
        let next = point(curve: curve, at: Double(step) / Double(Self.samples))
        let piece = Self.distance(last, next)
        if piece >= left, piece > 0 {
          return (curve, (Double(step - 1) + left / piece) / Double(Self.samples))
        }
        left -= piece
        last = next
      }
    }
    return (max(0, curveCount - 1), 1)
  }

  /// The point after a length from the beginning.
  func point(after length: Double) -> Point {
    guard curveCount > 0 else { return points.first ?? Point(0, 0) }
    let place = place(after: length)
    return point(curve: place.curve, at: place.t)
  }

  /// The path without its last `length`.
  func trimmedEnd(by length: Double) -> BezierPath {
    let total = self.length
    guard length > 0, curveCount > 0, total > length + 0.5 else { return self }
    let place = place(after: total - length)
    // De Casteljau: the first part of the curve at t.
    func mix(_ a: Point, _ b: Point) -> Point {
      Point(a.x + (b.x - a.x) * place.t, a.y + (b.y - a.y) * place.t)
    }
    let p = Array(points[(3 * place.curve)...(3 * place.curve + 3)])
    let ab = mix(p[0], p[1])
    let bc = mix(p[1], p[2])
    let cd = mix(p[2], p[3])
    let abc = mix(ab, bc)
    let bcd = mix(bc, cd)
    return BezierPath(
      Array(points.prefix(3 * place.curve + 1)) + [ab, abc, mix(abc, bcd)])
  }

  /// The same path from its end to its beginning.
  var reversed: BezierPath { BezierPath(points.reversed()) }
}
