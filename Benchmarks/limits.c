// What this machine moves at most with two threads: bytes read in a row, and numbers of 8 bytes
// gathered from a table of 200,000 by random 4-byte places. Prints JSON.
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { THREADS = 2, ROUNDS = 5, TABLE = 200000 };
static const size_t COUNT = 1u << 26;  // 4-byte numbers: 256 MB

static uint32_t *places;
static double *table;
static volatile double kept[THREADS];

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void *read_part(void *argument) {
  size_t part = (size_t)argument, from = COUNT / THREADS * part, to = from + COUNT / THREADS;
  uint64_t sum = 0;
  for (size_t i = from; i < to; i++) sum += places[i];
  kept[part] = (double)sum;
  return NULL;
}

static void *gather_part(void *argument) {
  size_t part = (size_t)argument, from = COUNT / THREADS * part, to = from + COUNT / THREADS;
  double a = 0, b = 0, c = 0, d = 0;
  for (size_t i = from; i + 3 < to; i += 4) {
    a += table[places[i]];
    b += table[places[i + 1]];
    c += table[places[i + 2]];
    d += table[places[i + 3]];
  }
  kept[part] = a + b + c + d;
  return NULL;
}

// The best of some rounds, in seconds.
static double best(void *(*part)(void *)) {
  double least = 1e9;
  for (int round = 0; round < ROUNDS; round++) {
    pthread_t threads[THREADS];
    double start = now();
    for (size_t i = 0; i < THREADS; i++) pthread_create(&threads[i], NULL, part, (void *)i);
    for (size_t i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    double taken = now() - start;
    if (taken < least) least = taken;
  }
  return least;
}

int main(void) {
  places = malloc(COUNT * sizeof *places);
  table = malloc(TABLE * sizeof *table);
  if (!places || !table) return 1;
  uint64_t state = 1;
  for (size_t i = 0; i < COUNT; i++) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    places[i] = (uint32_t)((state >> 33) % TABLE);
  }
  for (size_t i = 0; i < TABLE; i++) table[i] = (double)i;
  double reading = best(read_part), gathering = best(gather_part);
  printf("{\"read\": %.0f, \"gathers\": %.0f}\n", COUNT * 4 / reading, COUNT / gathering);
  return 0;
}
