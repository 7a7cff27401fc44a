#ifndef ETIOGRAPH_CBLOCKGUARD_H
#define ETIOGRAPH_CBLOCKGUARD_H

#include <stddef.h>
#include <stdint.h>

// Keeps the blocks of a mapped file out of reach until each is known to be what was written: the
// pages begin without the right to be read; the first touch of a block is a fault, whose handler
// compares the block's checksum and gives the right, or ends the process. No code that reads the
// mapping, on whatever thread, ever sees a byte that was not verified, and none has to ask.

/// A checksum of bytes that stand in the block with this number: of another block with the same
/// bytes it is another. 64 bits; little-endian machines agree.
uint64_t cblockguard_checksum(const void *bytes, size_t count, uint64_t number);

/// What is wrong with a file that is guarded.
enum {
  cblockguard_whole = 0,
  /// A block is not what was written.
  cblockguard_damaged = 1,
  /// The file cannot be read any more, or was shortened.
  cblockguard_unreadable = 2,
};

/// Guards the blocks of a mapped file from one block on.
///
/// `memory` is the mapping of the whole file, `length` its bytes, `block` the bytes of a block (a
/// power of two), `first` the number of the first block to be guarded, `sums` the checksum of every block of the file, by its number. `descriptor` is the open
/// file and `path` what it is called; `sums`, `path` and the descriptor must live until the end.
///
/// Returns the number of the guard, or -1 where the system has no means or too many files are
/// guarded; then nothing has changed.
int cblockguard_begin(void *memory, size_t length, size_t block, size_t first,
                      const uint64_t *sums, int descriptor, const char *path);

/// Ends a guard; the mapping must not be read any more.
void cblockguard_end(int guard);

/// Verifies a block without giving the right to read it; one of the constants above.
int cblockguard_check(int guard, size_t number);

/// How many blocks have been opened to reading so far, by any guard.
size_t cblockguard_opened(void);

/// Has the thread that finds damage wait for `cblockguard_found` to be seen and the process to be
/// ended by whoever sees it, for five seconds at most. Where nobody said so, and after that time,
/// the handler says `etiograph: error: …` on standard error and ends the process with 2.
void cblockguard_await(void);

/// What was found: one of the constants above, and the path of the file.
int cblockguard_found(const char **path);

#endif
