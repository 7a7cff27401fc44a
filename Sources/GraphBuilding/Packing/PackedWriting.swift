import CZlib
import CZstandard
import GraphModel

/// How a file is packed that is written.
package enum Packing: Sendable, Hashable {
  /// gzip (RFC 1952), in members of a mebibyte of content.
  case gzip
  /// Zstandard (RFC 8878), in frames of a mebibyte of content.
  case zstandard

  /// The packing that the ending of a file's name tells, and the name without it.
  package static func ofName(_ name: String) -> (packing: Packing?, name: String) {
    guard let dot = name.lastIndex(of: ".") else { return (nil, name) }
    return switch PackedFormat(ending: name[name.index(after: dot)...]) {
    case .gzip: (.gzip, String(name[..<dot]))
    case .zstandard: (.zstandard, String(name[..<dot]))
    case nil: (nil, name)
    }
  }

  /// Some bytes as a member or a frame of their own; nil where there is not enough memory.
  fileprivate func packed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    switch self {
    case .gzip: gzip(bytes)
    case .zstandard: zstandard(bytes)
    }
  }

  private func gzip(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var stream = z_stream()
    guard etio_deflate_gzip(&stream) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    var isWhole = false
    let result = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      // zlib does not write to its input.
      stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.avail_in = UInt32(bytes.count)
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(bound)
      isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
      count = bound - Int(stream.avail_out)
    }
    return isWhole ? result : nil
  }

  private func zstandard(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let bound = ZSTD_compressBound(bytes.count)
    var isWhole = false
    let result = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      let length = ZSTD_compress(buffer.baseAddress, bound, bytes.baseAddress, bytes.count, 3)
      isWhole = ZSTD_isError(length) == 0
      count = isWhole ? length : 0
    }
    return isWhole ? result : nil
  }
}

/// Packs a file that is written part by part, on all cores.
///
/// Every mebibyte is packed by itself, so that the same content gives the same bytes for any number
/// of threads. A reader sees one content: both formats may have several parts, one after the other.
///
/// - Complexity: O(n) time; space for thirty-two mebibytes.
package struct PackedWriter {
  private let packing: Packing
  private var rest: [UInt8] = []

  private static let blockLength = 1 << 20
  private static let blocksInRound = 16

  package init(_ packing: Packing) { self.packing = packing }

  /// Takes some bytes; calls a closure with what is packed by now.
  ///
  /// - Returns: false where there is not enough memory to pack them.
  package mutating func write<Failure: Error>(
    _ bytes: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    rest.append(contentsOf: bytes)
    let round = Self.blockLength * Self.blocksInRound
    while rest.count >= round {
      guard try pack(round, body) else { return false }
    }
    return true
  }

  /// Packs what is left, or an empty content.
  package mutating func finish<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    try pack(rest.count, body)
  }

  private mutating func pack<Failure: Error>(
    _ count: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let blocks = max((count + Self.blockLength - 1) / Self.blockLength, 1)
    var made = [[UInt8]?](repeating: nil, count: blocks)
    let packing = self.packing
    rest.withUnsafeBufferPointer { bytes in
      nonisolated(unsafe) let bytes = bytes
      made.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let made = buffer
        Parallel.forEach(blocks, threads: Parallel.standardThreads) { number in
          let start = number * Self.blockLength
          let end = min(start + Self.blockLength, count)
          made[number] = packing.packed(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
      }
    }
    rest.removeFirst(count)
    for block in made {
      guard let block else { return false }
      try block.withUnsafeBufferPointer { (block) throws(Failure) in
        try body(UnsafeRawBufferPointer(block))
      }
    }
    return true
  }
}
