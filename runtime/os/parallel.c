// parallel.c -- a pool of threads that share the ranges of a loop.
//
// Made at the first call that needs it. A job is published by raising `generation`; workers and the
// caller take chunks off `next` until none is left, and the last worker out wakes the caller.
#include "runtime/os/internal.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MAX_THREADS = 1024, SPINS = 2000, CHUNKS_PER_THREAD = 8, STACK = 256 << 10 };

static struct Pool {
  void (*body)(void *ctx, int64_t begin, int64_t end);
  void *ctx;
  int64_t n, chunk;
  _Alignas(64) _Atomic int64_t next; // first index not taken
  _Alignas(64) _Atomic int32_t generation;
  _Alignas(64) _Atomic int32_t working; // workers that have not finished this job
  int64_t threads;                      // 0: not known yet
  int workers;                          // started, without the caller; -1: not started yet
  int32_t flush;                        // the caller's control bits
} pool = {.workers = -1};

static _Thread_local bool inside;

enum {
  FUTEX_WAIT_PRIVATE = 128,
  FUTEX_WAKE_PRIVATE = 129
}; // of <linux/futex.h>, which musl has not

static void futex_wait(_Atomic int32_t *word, int32_t value) {
  syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, 0, 0, 0);
}

static void futex_wake(_Atomic int32_t *word, int count) {
  syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, count, 0, 0, 0);
}

// Waits until *word is not `value`.
static void await_change(_Atomic int32_t *word, int32_t value) {
  for (int i = 0; i < SPINS; i++) {
    if (atomic_load_explicit(word, memory_order_acquire) != value) return;
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
  }
  while (atomic_load_explicit(word, memory_order_acquire) == value)
    futex_wait(word, value);
}

static int64_t usable_cpus(void) {
  unsigned long mask[MAX_THREADS / (8 * sizeof(long))] = {0};
  int64_t count = 0;
  if (syscall(SYS_sched_getaffinity, 0, sizeof mask, mask) < 0) return 1;
  for (size_t i = 0; i < sizeof mask / sizeof *mask; i++)
    count += __builtin_popcountl(mask[i]);
  return count > 0 ? count : 1;
}

static int64_t configured_threads(const char *text) {
  int64_t n = 0;
  for (const char *s = text; *s; s++) {
    if (*s >= '0' && *s <= '9' && n <= MAX_THREADS)
      n = n * 10 + (*s - '0');
    else
      n = MAX_THREADS + 1;
  }
  if (n >= 1 && n <= MAX_THREADS) return n;
  cjax_rt_fail_at(0, message_join((const char *[]){
                         "ValueError: CJAX_NUM_THREADS must be a whole number from 1 to 1024, not ",
                         message_quote(text), 0}));
}

int64_t cjax_rt_num_threads(void) {
  const char *text = pool.threads ? 0 : getenv("CJAX_NUM_THREADS");
  if (!pool.threads) pool.threads = text && *text ? configured_threads(text) : usable_cpus();
  return pool.threads;
}

void (*parallel_watch)(bool begins);

static void take_chunks(void) {
  for (;;) {
    int64_t begin = atomic_fetch_add_explicit(&pool.next, pool.chunk, memory_order_relaxed);
    if (begin >= pool.n) return;
    int64_t left = pool.n - begin;
    pool.body(pool.ctx, begin, begin + (left < pool.chunk ? left : pool.chunk));
  }
}

static void run_chunks(void) {
  if (parallel_watch) parallel_watch(true);
  take_chunks();
  if (parallel_watch) parallel_watch(false);
}

static void *work(void *seen) {
  inside = true;
  for (int32_t generation = (int32_t)(intptr_t)seen;; generation++) {
    await_change(&pool.generation, generation);
    cjax_rt_flush_denormals(pool.flush);
    run_chunks();
    if (atomic_fetch_sub_explicit(&pool.working, 1, memory_order_acq_rel) == 1)
      futex_wake(&pool.working, 1);
  }
  return 0;
}

// A system that refuses threads leaves fewer workers, or none.
static void start_workers(void) {
  pthread_attr_t attributes;
  pthread_t thread;
  pool.workers = 0;
  if (pthread_attr_init(&attributes)) return;
  pthread_attr_setstacksize(&attributes, STACK);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  while (pool.workers < cjax_rt_num_threads() - 1) {
    if (pthread_create(&thread, &attributes, work, (void *)(intptr_t)pool.generation)) break;
    pool.workers++;
  }
  pthread_attr_destroy(&attributes);
}

void cjax_rt_parallel_for(void (*body)(void *ctx, int64_t begin, int64_t end), void *ctx, int64_t n,
                          int64_t grain) {
  if (n <= 0) return;
  if (grain < 1) grain = 1;
  if (inside || n <= grain || cjax_rt_num_threads() == 1) {
    body(ctx, 0, n);
    return;
  }
  if (pool.workers < 0) start_workers();
  int64_t even = n / ((pool.workers + 1) * CHUNKS_PER_THREAD);
  pool.body = body;
  pool.ctx = ctx;
  pool.n = n;
  pool.chunk = even > grain ? even : grain;
  pool.flush = cjax_rt_flush_denormals(1);
  cjax_rt_flush_denormals(pool.flush);
  atomic_store_explicit(&pool.next, 0, memory_order_relaxed);
  atomic_store_explicit(&pool.working, pool.workers, memory_order_relaxed);
  atomic_fetch_add_explicit(&pool.generation, 1, memory_order_release);
  futex_wake(&pool.generation, pool.workers);
  inside = true;
  run_chunks();
  inside = false;
  for (int32_t left; (left = atomic_load_explicit(&pool.working, memory_order_acquire));)
    await_change(&pool.working, left);
}
