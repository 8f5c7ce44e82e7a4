// compile.c -- parts of a module to objects, on all cores.
//
// LLVM's contexts belong to one thread: parts come as bitcode, and each has a context of its own.
// The largest go first, so that no core waits long for the last.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // sched_getaffinity
#endif
#include "lower/compile.h"

#include <llvm-c/BitReader.h>
#include <llvm-c/Core.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "dialect/support/diag.h"
#include "dialect/support/phase.h"

typedef struct Work {
  const Target *target;
  const Part *parts;
  const int *todo; // parts
  int n;
  atomic_int next; // in todo
  LLVMMemoryBufferRef *code;
} Work;

static LLVMMemoryBufferRef compile_part(const Work *w, const Part *p, LLVMTargetMachineRef tm) {
  LLVMContextRef ctx = LLVMContextCreate();
  LLVMMemoryBufferRef text =
      LLVMCreateMemoryBufferWithMemoryRange(p->bitcode, p->n, "part", false);
  LLVMModuleRef m;
  if (LLVMParseBitcodeInContext2(ctx, text, &m)) BUG("a part's bitcode cannot be read");
  LLVMDisposeMemoryBuffer(text);
  target_optimise(w->target, m, tm);
  LLVMMemoryBufferRef code = target_emit(m, tm, LLVMObjectFile);
  LLVMDisposeModule(m);
  LLVMContextDispose(ctx);
  return code;
}

static void *work(void *data) {
  Work *w = data;
  LLVMTargetMachineRef tm = target_machine(w->target);
  for (int i; (i = atomic_fetch_add(&w->next, 1)) < w->n;)
    phase_count(i + 1, w->n), w->code[w->todo[i]] = compile_part(w, &w->parts[w->todo[i]], tm);
  LLVMDisposeTargetMachine(tm);
  return NULL;
}

static int cores(void) {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
}

enum { MOST_THREADS = 64, STACK = 16 << 20, WORTH_A_THREAD = 300 };

// The calling thread is one of those that work; how many there were.
static int work_all(Work *w, int most) {
  pthread_t threads[MOST_THREADS];
  pthread_attr_t attr;
  int n = 0;
  if (most > 1) {
    LLVMDisposeTargetMachine(target_machine(w->target)); // makes what all threads share
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, STACK);
    while (n + 1 < most && !pthread_create(&threads[n], &attr, work, w)) n++;
    pthread_attr_destroy(&attr);
  }
  work(w);
  for (int i = 0; i < n; i++) pthread_join(threads[i], NULL);
  return n + 1;
}

static const Part *sorted; // for larger_first

static int larger_first(const void *x, const void *y) {
  int i = *(const int *)x, k = *(const int *)y;
  if (sorted[i].weight != sorted[k].weight) return sorted[i].weight < sorted[k].weight ? 1 : -1;
  return i < k ? -1 : 1;
}

// Everything that decides an object.
static Digest part_key(const Part *p, const Target *t, Arena *a) {
  StrBuf s;
  strbuf_init(&s, a);
  Digest d = digest_of(p->bitcode, p->n);
  strbuf_add(&s, (const char *)&d, sizeof d);
  strbuf_printf(&s, "%s %s %d", t->cpu, t->features, t->opt_level);
  return digest_of(s.data, s.n);
}

static int threads_for(const Work *w) {
  unsigned weight = 0;
  for (int i = 0; i < w->n; i++) weight += w->parts[w->todo[i]].weight;
  int n = cores(), most = w->n < MOST_THREADS ? w->n : MOST_THREADS;
  if (most > n) most = n;
  return weight < WORTH_A_THREAD ? 1 : most;
}

Compilation compile_parts(const Part *parts, int n, const Target *t, Pack *pack, Arena *a,
                          PackEntry *objects) {
  int *todo = ARENA_ARRAY(a, int, n + 1);
  Work w = {.target = t, .parts = parts, .todo = todo};
  w.code = ARENA_ARRAY(a, LLVMMemoryBufferRef, n + 1);
  for (int i = 0; i < n; i++) {
    Digest key = part_key(&parts[i], t, a);
    const PackEntry *e = pack ? pack_find(pack, key) : NULL;
    objects[i] = e ? *e : (PackEntry){.key = key};
    if (!e) todo[w.n++] = i;
  }
  sorted = parts;
  qsort(todo, (size_t)w.n, sizeof *todo, larger_first);
  Compilation c = {w.n, n - w.n, w.n ? work_all(&w, threads_for(&w)) : 0};
  for (int i = 0; i < n; i++) {
    PackEntry *e = &objects[i];
    if (w.code[i]) {
      e->n = LLVMGetBufferSize(w.code[i]);
      e->data =
          memcpy(arena_alloc(pack ? pack->arena : a, e->n), LLVMGetBufferStart(w.code[i]), e->n);
      LLVMDisposeMemoryBuffer(w.code[i]);
    }
    if (pack) pack_use(pack, *e);
  }
  return c;
}
