// buckets.c -- functions of a library that choose among entries for several numbers of rows.
#include <stdbool.h>

#include "runtime/library/library.h"

enum { ALIGN = 64 };

static char *pointer_at(const char *s, const Batched *x) {
  char *p;
  __builtin_memcpy(&p, s + x->at, sizeof p);
  return p;
}

static int64_t aligned(int64_t n) { return (n + ALIGN - 1) / ALIGN * ALIGN; }

// Copies a struct, whose arrays of rows get places from *at on; null pointers stay.
static char *open_struct(char **at, const void *given, int64_t size, const Batched *x, int64_t n,
                         int64_t rows) {
  char *copy = *at;
  *at += aligned(size);
  if (size) __builtin_memcpy(copy, given, (size_t)size);
  for (int64_t i = 0; i < n; i++) {
    if (!pointer_at(copy, &x[i])) continue;
    __builtin_memcpy(copy + x[i].at, at, sizeof *at);
    *at += aligned(rows * x[i].row);
  }
  return copy;
}

int cjax_lib_buckets(const Buckets *t, const void *args, void *results, void *memory, size_t size,
                     const cjax_call *call) {
  if (!args || !results || !memory) return STATUS_NULL;
  if (size < (size_t)t->workspace) return STATUS_SMALL;
  if ((uintptr_t)memory & (ALIGN - 1)) return STATUS_ALIGN;
  int64_t rows;
  __builtin_memcpy(&rows, args, sizeof rows);
  const Bucket *b = t->buckets;
  while (b->rows && b->rows < rows) b++;
  if (rows < 1 || !b->rows) return STATUS_ROWS;
  const char *given = (const char *)args + sizeof rows;
  if (b->rows == rows) return b->entry(given, results, memory, size, call);
  char *at = (char *)memory + t->inner;
  char *in = open_struct(&at, given, t->args_size, t->args, t->nargs, b->rows);
  char *out = open_struct(&at, results, t->results_size, t->results, t->nresults, b->rows);
  for (int64_t i = 0; i < t->nargs; i++) {
    const char *from = pointer_at(given, &t->args[i]);
    char *to = pointer_at(in, &t->args[i]);
    size_t n = (size_t)(rows * t->args[i].row), all = (size_t)(b->rows * t->args[i].row);
    if (!from) continue;
    __builtin_memcpy(to, from, n);
    __builtin_memset(to + n, 0, all - n);
  }
  int status = b->entry(in, out, memory, (size_t)t->inner, call);
  for (int64_t i = 0; !status && i < t->nresults; i++)
    __builtin_memcpy(pointer_at(results, &t->results[i]), pointer_at(out, &t->results[i]),
                     (size_t)(rows * t->results[i].row));
  return status;
}
