// no_null.c -- a library to preload: a system without /dev/null.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>

static int open_next(const char *name, const char *path, int flags, mode_t mode) {
  int (*next)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name);
  if (!strcmp(path, "/dev/null")) return errno = ENOENT, -1;
  return next(path, flags, mode);
}

static mode_t mode_of(int flags, va_list ap) {
  return flags & (O_CREAT | O_TMPFILE) ? va_arg(ap, mode_t) : 0;
}

#define OPEN(name)                                                                                 \
  int name(const char *path, int flags, ...) {                                                     \
    va_list ap;                                                                                    \
    va_start(ap, flags);                                                                           \
    mode_t mode = mode_of(flags, ap);                                                              \
    va_end(ap);                                                                                    \
    return open_next(#name, path, flags, mode);                                                    \
  }
OPEN(open)
OPEN(open64)
