#if canImport(Dispatch)
  import Dispatch
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The content of a packed text in parts of whole lines: while one is looked at, the next is
/// unpacked.
final class UnpackedLines: @unchecked Sendable {
  /// How many bytes a part has at least, but for the last.
  static let partLength = TableText.pieceLength * TableText.piecesInRound

  private let stream: UnpackingStream
  private let partLength: Int
  /// The part that is looked at and the one that is being filled, in turn. Only the one that is
  /// filling touches `filling`, until it is waited for.
  private var current = Pile<UInt8>()
  private var filling = Pile<UInt8>()
  private var isAtEnd = false
  private var found: UnpackingProblem?
  private var isFilling = false
  #if canImport(Dispatch)
    private let queue = DispatchQueue(label: "unpacking")
    private let work = DispatchGroup()
  #endif

  init(_ stream: UnpackingStream, partLength: Int = UnpackedLines.partLength) {
    self.stream = stream
    self.partLength = partLength
    fillAhead()
  }

  deinit { wait() }

  /// How many bytes of the packed file were taken for what was handed out, and for a part ahead.
  private(set) var offset = 0

  /// Why there is no more; known when ``next()`` has given nothing.
  private(set) var problem: UnpackingProblem?

  /// The next part, until the one after it is asked for; empty at the end.
  func next() -> TextSpan {
    wait()
    swap(&current, &filling)
    problem = found
    offset = stream.offset
    // A line that was cut off by damage is none.
    let isWhole = isAtEnd && problem == nil
    let end = isWhole ? current.count : Self.endOfLastLine(in: current.buffer)
    if isAtEnd {
      filling.truncate(to: 0)
    } else {
      let rest = current.count - end
      filling.truncate(to: 0)
      filling.extend(to: rest)
      filling.base.update(from: current.base + end, count: rest)
      fillAhead()
    }
    return TextSpan(start: current.base, count: end)
  }

  private static func endOfLastLine(in bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var end = bytes.count
    while end > 0, bytes[end - 1] != 0x0a { end -= 1 }
    return end
  }

  private func fillAhead() {
    isFilling = true
    #if canImport(Dispatch)
      queue.async(group: work) { self.fill() }
    #else
      fill()
    #endif
  }

  private func wait() {
    guard isFilling else { return }
    #if canImport(Dispatch)
      work.wait()
    #endif
    isFilling = false
  }

  /// Unpacks until there is a line feed, however long the line is.
  private func fill() {
    var searched = 0
    do throws(UnpackingProblem) {
      while true {
        filling.reserve(max(partLength, filling.count * 2))
        while filling.count < filling.capacity {
          let count = try stream.read(
            into: UnsafeMutableBufferPointer(
              start: filling.base + filling.count, count: filling.capacity - filling.count))
          if count == 0 {
            isAtEnd = true
            return
          }
          filling.count += count
        }
        if memchr(filling.base + searched, 0x0a, filling.count - searched) != nil { return }
        searched = filling.count
      }
    } catch {
      found = error
      isAtEnd = true
    }
  }
}
