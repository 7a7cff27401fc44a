#define _GNU_SOURCE
#include "CBlockGuard.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static inline uint64_t folded(uint64_t a, uint64_t b) {
  unsigned __int128 product = (unsigned __int128)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t word(const unsigned char *bytes) {
  uint64_t value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

// Odd, with as many ones as zeros.
static const uint64_t keys[4] = {0xe7037ed1a0b428dbull, 0x8ebc6af09c88c6e3ull,
                                 0x589965cc75374cc3ull, 0x1d8e4e27c47d124full};

enum { stripe = 64 };

static void take(uint64_t state[4], const unsigned char *bytes) {
  for (int lane = 0; lane < 4; lane++) {
    state[lane] =
        folded(word(bytes + 16 * lane) ^ keys[lane], word(bytes + 16 * lane + 8) ^ state[lane]);
  }
}

uint64_t cblockguard_checksum(const void *start, size_t count, uint64_t number) {
  const unsigned char *bytes = start;
  uint64_t state[4];
  for (int lane = 0; lane < 4; lane++) state[lane] = folded(number + keys[3], keys[lane] + lane);
  size_t at = 0;
  for (; count - at >= stripe; at += stripe) take(state, bytes + at);
  unsigned char rest[stripe] = {0};
  if (count > at) memcpy(rest, bytes + at, count - at);
  take(state, rest);
  uint64_t sum = count;
  for (int lane = 0; lane < 4; lane++) sum = folded(sum ^ keys[lane], state[lane] ^ keys[1]);
  return sum;
}

// Everything below the handler uses is made before a fault can come, and nothing but what POSIX
// allows a handler is called: no memory is asked for and no lock is taken.

enum { guards = 64, block_limit = 1 << 16, tries = 200, readahead = 16 };

typedef struct {
  // 0 where the guard is free; set last and cleared first.
  _Atomic(unsigned char *) memory;
  _Atomic int isTaken;
  size_t length, block, first;
  // What is opened at once: a block, or as many as a page of the system has.
  size_t unit;
  const uint64_t *sums;
  // How often each unit was opened, so that a fault of another kind ends.
  _Atomic unsigned char *opened;
  const char *path;
  int descriptor;
} guard;

static guard table[guards];
static struct sigaction before[2];
static _Atomic int isInstalled;
static _Atomic size_t openedBlocks;
static _Atomic int found;
static _Atomic(const char *) foundPath;
static _Atomic int isAwaited;

static void say(const char *text) {
  size_t length = strlen(text);
  while (length > 0) {
    ssize_t count = write(STDERR_FILENO, text, length);
    if (count < 0 && errno != EINTR) return;
    if (count > 0) {
      text += count;
      length -= (size_t)count;
    }
  }
}

static void refuse(const guard *of, int reason) {
  // The first to find something says it; the others wait for the end.
  int none = cblockguard_whole;
  const char *nowhere = NULL;
  atomic_compare_exchange_strong(&foundPath, &nowhere, of->path);
  atomic_compare_exchange_strong(&found, &none, reason);
  if (atomic_load(&isAwaited)) {
    struct timespec pause = {5, 0};
    while (nanosleep(&pause, &pause) != 0 && errno == EINTR) {
    }
  }
  say("etiograph: error: '");
  say(of->path);
  say(reason == cblockguard_damaged ? "' is damaged: a part of it is not what was written\n"
                                    : "' cannot be read any more\n");
  _exit(2);
}

static int check(const guard *of, size_t number) {
  unsigned char bytes[block_limit];
  size_t start = number * of->block;
  size_t count = of->length - start < of->block ? of->length - start : of->block;
  size_t have = 0;
  while (have < count) {
    ssize_t got = pread(of->descriptor, bytes + have, count - have, (off_t)(start + have));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return cblockguard_unreadable;
    have += (size_t)got;
  }
  return cblockguard_checksum(bytes, count, number) == of->sums[number] ? cblockguard_whole
                                                                        : cblockguard_damaged;
}

// Refuses the file where a block from `start` to `end` is not what was written.
static void check_range(const guard *of, size_t start, size_t end) {
  for (size_t number = start / of->block; number * of->block < end; number++) {
    int reason = check(of, number);
    if (reason != cblockguard_whole) refuse(of, reason);
  }
}

// Opens a unit, and some behind it where those before it are open, since it is then likely that
// the file is read in order; whether a thread may try again.
static int open_unit(guard *of, unsigned char *memory, size_t number) {
  size_t units = (of->length - 1) / of->unit + 1;
  if (atomic_fetch_add(&of->opened[number], 1) > tries) return 0;
  size_t count = 1;
  if (number >= of->first + 2 && atomic_load(&of->opened[number - 1]) &&
      atomic_load(&of->opened[number - 2])) {
    while (count < readahead && number + count < units &&
           atomic_load(&of->opened[number + count]) == 0) {
      atomic_fetch_add(&of->opened[number + count], 1);
      count++;
    }
  }
  size_t start = number * of->unit;
  size_t end = (number + count) * of->unit < of->length ? (number + count) * of->unit : of->length;
  check_range(of, start, end);
  if (mprotect(memory + start, end - start, PROT_READ) != 0) {
    // The system keeps no more ranges apart: all that is left is opened at once.
    start = of->first * of->unit;
    check_range(of, start, of->length);
    if (mprotect(memory + start, of->length - start, PROT_READ) != 0) return 0;
  }
  atomic_fetch_add(&openedBlocks, (end - start - 1) / of->block + 1);
  return 1;
}

static void handle(int signal, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  unsigned char *at = info->si_addr;
  for (int number = 0; number < guards; number++) {
    guard *of = &table[number];
    unsigned char *memory = atomic_load(&of->memory);
    if (memory == NULL || at < memory || at >= memory + of->length) continue;
#ifndef __APPLE__
    // The page had its right, and the file has no such page any more.
    if (signal == SIGBUS) refuse(of, cblockguard_unreadable);
#endif
    size_t unit = (size_t)(at - memory) / of->unit;
    if (unit >= of->first && open_unit(of, memory, unit)) {
      errno = error;
      return;
    }
    break;
  }
  // No fault of ours: it comes again, and is handled as before.
  sigaction(signal, &before[signal == SIGBUS], NULL);
  errno = error;
}

static void install(void) {
  int none = 0;
  if (!atomic_compare_exchange_strong(&isInstalled, &none, 1)) return;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handle;
  action.sa_flags = SA_SIGINFO | SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGSEGV, &action, &before[0]);
  sigaction(SIGBUS, &action, &before[1]);
}

int cblockguard_begin(void *memory, size_t length, size_t block, size_t first,
                      const uint64_t *sums, int descriptor, const char *path) {
  long page = sysconf(_SC_PAGESIZE);
  if (page <= 0 || block == 0 || block > block_limit || length == 0) return -1;
  size_t unit = block < (size_t)page ? (size_t)page : block;
  if (unit % block != 0 || unit % (size_t)page != 0) return -1;
  first = (first * block + unit - 1) / unit;
  size_t units = (length - 1) / unit + 1;
  if (first >= units) return -1;
  for (int number = 0; number < guards; number++) {
    guard *of = &table[number];
    int none = 0;
    if (!atomic_compare_exchange_strong(&of->isTaken, &none, 1)) continue;
    of->opened = calloc(units, 1);
    size_t start = first * unit;
    if (of->opened == NULL ||
        mprotect((unsigned char *)memory + start, length - start, PROT_NONE) != 0) {
      free((void *)of->opened);
      atomic_store(&of->isTaken, 0);
      return -1;
    }
    of->length = length;
    of->block = block;
    of->unit = unit;
    of->first = first;
    of->sums = sums;
    of->descriptor = descriptor;
    of->path = path;
    install();
    atomic_store(&of->memory, memory);
    return number;
  }
  return -1;
}

void cblockguard_end(int number) {
  if (number < 0 || number >= guards) return;
  guard *of = &table[number];
  atomic_store(&of->memory, NULL);
  free((void *)of->opened);
  of->opened = NULL;
  atomic_store(&of->isTaken, 0);
}

int cblockguard_check(int number, size_t block) {
  if (number < 0 || number >= guards) return cblockguard_unreadable;
  const guard *of = &table[number];
  if (block * of->block >= of->length) return cblockguard_unreadable;
  return check(of, block);
}

size_t cblockguard_opened(void) { return atomic_load(&openedBlocks); }

void cblockguard_await(void) { atomic_store(&isAwaited, 1); }

int cblockguard_found(const char **path) {
  int reason = atomic_load(&found);
  *path = reason == cblockguard_whole ? NULL : atomic_load(&foundPath);
  return reason;
}
