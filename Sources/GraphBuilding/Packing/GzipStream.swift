import CZlib

/// Unpacks gzip part by part: all members of the file, one after the other (RFC 1952, 2.2).
///
/// - Complexity: O(n) time over the unpacked bytes, space for zlib's window.
final class GzipStream {
  private let packed: UnsafeBufferPointer<UInt8>
  private var stream: UnsafeMutablePointer<z_stream>
  private var isReady: Bool
  /// How many bytes of the file were taken.
  private(set) var offset = 0
  private var isAtEnd = false

  /// - Parameter packed: the whole file; it must outlive the stream.
  init(_ packed: UnsafeBufferPointer<UInt8>) {
    self.packed = packed
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady = etio_inflate_gzip(stream) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Unpacks into a buffer.
  ///
  /// - Returns: how many bytes; 0 at the end of the file.
  func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(UnpackingProblem) -> Int {
    guard isReady else {
      throw UnpackingProblem(message: "there is not enough memory to unpack the file")
    }
    var written = 0
    while written < buffer.count, !isAtEnd {
      let room = min(buffer.count - written, 1 << 30)
      let given = min(packed.count - offset, 1 << 30)
      // zlib does not write to its input.
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: packed.baseAddress.map { $0 + offset })
      stream.pointee.avail_in = UInt32(given)
      stream.pointee.next_out = buffer.baseAddress.map { $0 + written }
      stream.pointee.avail_out = UInt32(room)
      let status = inflate(stream, Z_NO_FLUSH)
      offset += given - Int(stream.pointee.avail_in)
      written += room - Int(stream.pointee.avail_out)
      switch status {
      case Z_OK: if given == 0, stream.pointee.avail_out > 0 { throw truncated }
      case Z_STREAM_END: try beginNextMember()
      case Z_BUF_ERROR: throw truncated
      default:
        let reason = stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(status)"
        throw .damaged("gzip", at: offset, reason)
      }
    }
    return written
  }

  private var truncated: UnpackingProblem { .truncated("gzip", at: packed.count) }

  /// Another member, or zeros with which a medium was filled, or the end.
  private func beginNextMember() throws(UnpackingProblem) {
    let rest = packed[offset...]
    if rest.starts(with: [0x1f, 0x8b]) {
      inflateReset(stream)
    } else if rest.allSatisfy({ $0 == 0 }) {
      isAtEnd = true
    } else {
      throw .damaged("gzip", at: offset, "what follows is no gzip data")
    }
  }
}
