import CZstandard

/// Unpacks Zstandard part by part: all frames of the file, one after the other (RFC 8878, 3.1).
///
/// - Complexity: O(n) time over the unpacked bytes, space for the window: at most 128 MiB.
final class ZstandardStream {
  private let packed: UnsafeBufferPointer<UInt8>
  private let stream: OpaquePointer?
  /// How many bytes of the file were taken.
  private(set) var offset = 0
  /// Whether a frame has begun and not ended.
  private var isInFrame = false

  /// - Parameter packed: the whole file; it must outlive the stream.
  init(_ packed: UnsafeBufferPointer<UInt8>) {
    self.packed = packed
    stream = ZSTD_createDStream()
  }

  deinit { ZSTD_freeDStream(stream) }

  /// Unpacks into a buffer.
  ///
  /// - Returns: how many bytes; 0 at the end of the file.
  func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(UnpackingProblem) -> Int {
    guard let stream else {
      throw UnpackingProblem(message: "there is not enough memory to unpack the file")
    }
    var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
    while output.pos < output.size {
      let isAtEnd = offset == packed.count
      if isAtEnd, !isInFrame { break }
      var input = ZSTD_inBuffer(src: packed.baseAddress, size: packed.count, pos: offset)
      let before = output.pos
      let status = ZSTD_decompressStream(stream, &output, &input)
      if ZSTD_isError(status) != 0 { throw problem(status, at: input.pos) }
      offset = input.pos
      isInFrame = status != 0
      if isAtEnd, isInFrame, output.pos == before {
        throw .truncated("Zstandard", at: packed.count)
      }
    }
    return output.pos
  }

  private func problem(_ status: Int, at offset: Int) -> UnpackingProblem {
    let reason = String(cString: ZSTD_getErrorName(status))
    guard reason.contains("memory") else {
      return .damaged("Zstandard", at: offset, reason.lowercased())
    }
    return UnpackingProblem(
      message: "the Zstandard data needs a window of more than 128 MiB",
      suggestion: "pack the file again without --long")
  }
}
