// memory.c -- the end of memory ends the compiler, with one message.
//
// LLVM and MLIR use what malloc gives without looking at it. So the program has functions of its
// own by these names, which every library then calls, and which do not return without memory.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // RTLD_NEXT
#endif
#include "dialect/support/memory.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

void memory_exhausted(void) {
  static const char text[] = "cjaxc: error: out of memory\n";
  if (write(STDERR_FILENO, text, sizeof text - 1) < 0) _exit(1);
  _exit(1);
}

#if defined(__SANITIZE_ADDRESS__)
#define THEIRS // the sanitizer has functions by these names
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define THEIRS
#endif
#endif

#ifdef THEIRS

void *memory_try_calloc(size_t n, size_t size) { return calloc(n, size); }
void *memory_try_realloc(void *p, size_t n) { return realloc(p, n); }

#else

static void *next(void **function, const char *name) {
  if (!*function) *function = dlsym(RTLD_NEXT, name);
  return *function;
}

static void *checked(void *p) {
  if (!p) memory_exhausted();
  return p;
}

static void *try_malloc(size_t n) {
  static void *f;
  return ((void *(*)(size_t))next(&f, "malloc"))(n);
}

void *memory_try_calloc(size_t n, size_t size) {
  static void *f;
  return ((void *(*)(size_t, size_t))next(&f, "calloc"))(n, size);
}

void *memory_try_realloc(void *p, size_t n) {
  static void *f;
  return ((void *(*)(void *, size_t))next(&f, "realloc"))(p, n);
}

void *malloc(size_t n) { return checked(try_malloc(n ? n : 1)); }
void *calloc(size_t n, size_t size) {
  return checked(n && size ? memory_try_calloc(n, size) : memory_try_calloc(1, 1));
}
void *realloc(void *p, size_t n) { return checked(memory_try_realloc(p, n ? n : 1)); }

#endif
