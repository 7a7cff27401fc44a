import Synchronization

/// Hands out the numbers from 0, each once, to any number of threads.
final class PieceCounter: Sendable {
  private let next = Atomic<Int>(0)

  /// The next number, or nil where all below the bound are taken.
  func take(below bound: Int) -> Int? {
    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < bound ? number : nil
  }
}
