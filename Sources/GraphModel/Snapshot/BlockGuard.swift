import CBlockGuard

/// A mapped file that no one reads a block of before the block was verified.
///
/// The pages of the mapping begin without the right to be read. The first touch of a block, by
/// whatever code on whatever thread, is a fault (POSIX.1-2024, `mprotect`, `sigaction`), whose handler
/// reads the block from the file, compares its checksum and gives the right; the thread goes on where
/// it was. Where the checksum differs, or the file cannot be read any more, the thread never goes on:
/// the process ends with an error (``damage``), so that no answer is made from the block.
///
/// - Complexity: O(1) to make; O(block) once for each block that is read.
package final class BlockGuard: @unchecked Sendable {
  private let file: MappedFile
  private let sums: UnsafeMutablePointer<UInt64>
  private let path: UnsafeMutablePointer<CChar>
  private let number: Int32

  /// Guards the blocks of a file from `first` on; nil where the system has no means.
  ///
  /// - Parameters:
  ///   - file: a file that was mapped to be guarded.
  ///   - sums: the checksum of every block, by its number.
  init?(_ file: MappedFile, from first: Int, sums: [UInt64]) {
    guard let base = file.bytes.baseAddress, let descriptor = file.descriptor else { return nil }
    self.file = file
    self.sums = .allocate(capacity: max(sums.count, 1))
    self.sums.initialize(from: sums, count: sums.count)
    let name = Array(file.path.utf8CString)
    path = .allocate(capacity: name.count)
    path.initialize(from: name, count: name.count)
    number = cblockguard_begin(
      UnsafeMutableRawPointer(mutating: base), file.bytes.count, Snapshot.blockLength, first,
      self.sums, descriptor, path)
    guard number >= 0 else { return nil }
  }

  deinit {
    cblockguard_end(number)
    sums.deallocate()
    path.deallocate()
  }

  /// Whether a block is what was written; it is not made readable by that.
  func isWhole(_ block: Int) -> Bool {
    block >= 0 && cblockguard_check(number, block) == Int32(cblockguard_whole)
  }

  /// How many blocks of guarded files have been read so far.
  package static var openedBlocks: Int { cblockguard_opened() }

  /// What was found in a file that is guarded.
  package struct Damage: Sendable, Equatable {
    /// The file.
    package let path: String
    /// Whether its contents are not what was written; else it cannot be read any more.
    package let isDamaged: Bool
  }

  /// What was found, once something was.
  package static var damage: Damage? {
    var path: UnsafePointer<CChar>?
    let reason = cblockguard_found(&path)
    guard let path, reason != Int32(cblockguard_whole) else { return nil }
    return Damage(
      path: String(cString: path), isDamaged: reason == Int32(cblockguard_damaged))
  }

  /// Says that somebody looks at ``damage`` and ends the process within five seconds where there is
  /// some. Without, the thread that finds it ends the process itself, with an error and 2.
  package static func awaitDamage() { cblockguard_await() }
}
