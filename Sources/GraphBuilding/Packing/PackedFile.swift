import GraphModel

/// A packed file, of which the content comes into being as it is read.
final class PackedFile: Sendable {
  let format: PackedFormat
  /// The file as it lies on the disk.
  let packed: InputFile
  let limit: UnpackingLimit

  init(_ packed: InputFile, format: PackedFormat, limit: UnpackingLimit) {
    self.packed = packed
    self.format = format
    self.limit = limit
  }

  /// Calls a closure with a stream of the content.
  func withStream<Result>(_ body: (UnpackingStream) -> Result) -> Result {
    packed.withBytes { body(UnpackingStream($0, format: format, limit: limit)) }
  }

  /// The first bytes of the content, as many as there are or can be unpacked.
  func head(_ count: Int) -> [UInt8] {
    withStream { stream in
      [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
        written = 0
        while written < count {
          let rest = UnsafeMutableBufferPointer(rebasing: buffer[written...])
          guard let length = try? stream.read(into: rest), length > 0 else { return }
          written += length
        }
      }
    }
  }

  /// The whole content, or as much of it as can be unpacked and why there is no more.
  func content() -> (bytes: HeldBytes, problem: UnpackingProblem?) {
    withStream { stream in
      let held = HeldBytes()
      do throws(UnpackingProblem) {
        while try held.append(from: stream, atMost: 1 << 26) > 0 {}
        return (held, nil)
      } catch {
        return (held, error)
      }
    }
  }
}

/// The content of a packed file, part by part, within a limit.
final class UnpackingStream: @unchecked Sendable {
  private enum Source {
    case gzip(GzipStream)
    case zstandard(ZstandardStream)
  }

  private let source: Source
  private let packedLength: Int
  private let allowance: Int
  private var length = 0

  /// - Parameter packed: the whole file; it must outlive the stream.
  init(_ packed: UnsafeBufferPointer<UInt8>, format: PackedFormat, limit: UnpackingLimit) {
    packedLength = packed.count
    allowance = limit.allowance(packedLength: packed.count)
    source =
      switch format {
      case .gzip: .gzip(GzipStream(packed))
      case .zstandard: .zstandard(ZstandardStream(packed))
      }
  }

  /// How many bytes of the packed file were taken.
  var offset: Int {
    switch source {
    case .gzip(let stream): stream.offset
    case .zstandard(let stream): stream.offset
    }
  }

  /// Unpacks into a buffer.
  ///
  /// - Returns: how many bytes; 0 at the end of the content, or for an empty buffer.
  func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(UnpackingProblem) -> Int {
    let count =
      switch source {
      case .gzip(let stream): try stream.read(into: buffer)
      case .zstandard(let stream): try stream.read(into: buffer)
      }
    length += count
    if length > allowance { throw .tooLarge(packed: packedLength, allowance: allowance) }
    return count
  }
}

/// Bytes that were unpacked and are held in memory.
final class HeldBytes: @unchecked Sendable {
  private var pile = Pile<UInt8>()

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(pile.buffer) }

  /// Appends a copy of some bytes.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let old = pile.count
    pile.extend(to: old + bytes.count)
    if let start = bytes.baseAddress { (pile.base + old).update(from: start, count: bytes.count) }
  }

  /// Appends what a stream gives next.
  ///
  /// - Returns: how many bytes that was.
  func append(
    from stream: UnpackingStream, atMost limit: Int
  ) throws(UnpackingProblem) -> Int {
    let old = pile.count
    pile.reserve(old + min(limit, max(old, 1 << 20)))
    let room = min(limit, pile.capacity - old)
    let count = try stream.read(
      into: UnsafeMutableBufferPointer(start: pile.base + old, count: room))
    pile.count = old + count
    return count
  }
}

extension HeldBytes {
  /// A copy of some bytes.
  convenience init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    self.init()
    append(UnsafeBufferPointer(rebasing: bytes))
  }
}
