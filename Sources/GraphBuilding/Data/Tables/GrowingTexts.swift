import GraphModel

/// Whether texts that come one after the other grow, each being behind the one before it: then none
/// stands twice, and no table of them is needed to know it.
///
/// Identifiers that were counted or sorted grow by their bytes (`e001`, `e002`), or the longer ones
/// are behind the shorter (`e9`, `e10`).
struct GrowingTexts {
  private(set) var first = TextSpan(start: nil, count: 0)
  private(set) var last = TextSpan(start: nil, count: 0)
  private var byBytes = true
  private var byLength = true

  /// Whether all of them grow in one of the two orders.
  var grow: Bool { byBytes || byLength }

  var isEmpty: Bool { last.isEmpty }

  /// Adds a text, which must not be empty.
  @inline(__always) mutating func add(_ text: TextSpan) {
    if last.isEmpty { first = text } else { compare(last, text) }
    last = text
  }

  /// Adds texts that come behind these.
  mutating func add(_ others: GrowingTexts) {
    if others.isEmpty { return }
    if last.isEmpty {
      self = others
      return
    }
    compare(last, others.first)
    byBytes = byBytes && others.byBytes
    byLength = byLength && others.byLength
    last = others.last
  }

  /// Says where the last text lies now.
  mutating func move(_ text: TextSpan) { last = text }

  @inline(__always) private mutating func compare(_ a: TextSpan, _ b: TextSpan) {
    guard let left = a.baseAddress, let right = b.baseAddress else { return }
    let common = min(a.count, b.count)
    let order = Bytes.order(left, right, common)
    if order > 0 || order == 0 && a.count >= b.count { byBytes = false }
    if a.count > b.count || a.count == b.count && order >= 0 { byLength = false }
  }
}
