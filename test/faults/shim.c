// shim.c -- a library to preload, in which one call of a kind fails.
//
//   FAULT_KIND=KIND FAULT_AT=N     the Nth call of that kind after main began fails (from then on
//                                  all, with FAULT_ON=1); 0: none
//   FAULT_COUNT=FILE               the number of calls of each kind is written there at the end
//
// Only the program that was started is touched, none that it starts.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char kind[32];
static long at;
static bool on;
static const char *count_file;
static const char *const kinds[] = {"open", "read",   "write", "link",  "fork", "exec",
                                    "mmap", "thread", "eintr", "short", "malloc"};
enum { KINDS = sizeof kinds / sizeof *kinds };
static atomic_long calls[KINDS];
static atomic_bool started;

static bool fails(const char *name) {
  if (!atomic_load_explicit(&started, memory_order_relaxed)) return false;
  int k = 0;
  while (strcmp(kinds[k], name)) k++;
  long n = atomic_fetch_add(&calls[k], 1) + 1;
  return at && !strcmp(kind, name) && (n == at || (on && n > at));
}

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

#define REAL(name)                                                                                 \
  static __typeof__(&name) real;                                                                   \
  if (!real) real = (__typeof__(&name))next(#name)

//===-- memory --------------------------------------------------------------------------------===//

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

static void *no_memory(void) { return errno = ENOMEM, (void *)0; }

void *malloc(size_t n) { return fails("malloc") ? no_memory() : __libc_malloc(n); }
void *calloc(size_t n, size_t m) { return fails("malloc") ? no_memory() : __libc_calloc(n, m); }
void *realloc(void *p, size_t n) { return fails("malloc") ? no_memory() : __libc_realloc(p, n); }
void *aligned_alloc(size_t a, size_t n) {
  return fails("malloc") ? no_memory() : __libc_memalign(a, n);
}
int posix_memalign(void **p, size_t a, size_t n) {
  if (fails("malloc") || !(*p = __libc_memalign(a, n))) return ENOMEM;
  return 0;
}

void *mmap(void *p, size_t n, int prot, int flags, int fd, off_t offset) {
  if (fails("mmap")) return errno = ENOMEM, MAP_FAILED;
  return (void *)syscall(SYS_mmap, p, n, prot, flags, fd, offset);
}

//===-- files ---------------------------------------------------------------------------------===//

static int injected(int error) { return errno = error, -1; }

int open(const char *path, int flags, ...) {
  va_list ap;
  va_start(ap, flags);
  mode_t mode = va_arg(ap, mode_t);
  va_end(ap);
  return fails("open") ? injected(EMFILE) : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) __attribute__((alias("open")));

FILE *fopen(const char *path, const char *mode) {
  REAL(fopen);
  return fails("open") ? (errno = EMFILE, (FILE *)0) : real(path, mode);
}
FILE *fopen64(const char *path, const char *mode) __attribute__((alias("fopen")));

// A signal came first, or the system takes or gives one byte only.
static bool disturbed(size_t *n, ssize_t *done) {
  if (*n > 1 && fails("short")) *n = 1;
  return fails("eintr") && (*done = injected(EINTR));
}

ssize_t read(int fd, void *p, size_t n) {
  ssize_t done;
  if (disturbed(&n, &done)) return done;
  return fails("read") ? injected(EIO) : syscall(SYS_read, fd, p, n);
}
ssize_t pread(int fd, void *p, size_t n, off_t at) {
  ssize_t done;
  if (disturbed(&n, &done)) return done;
  return fails("read") ? injected(EIO) : syscall(SYS_pread64, fd, p, n, at);
}
size_t fread(void *p, size_t size, size_t n, FILE *f) {
  REAL(fread);
  if (!fails("read")) return real(p, size, n, f);
  f->_flags |= 0x20; // of glibc: ferror(f)
  return errno = EIO, 0;
}
ssize_t write(int fd, const void *p, size_t n) {
  ssize_t done;
  if (disturbed(&n, &done)) return done;
  return fd != 2 && fails("write") ? injected(ENOSPC) : syscall(SYS_write, fd, p, n);
}
size_t fwrite(const void *p, size_t size, size_t n, FILE *f) {
  REAL(fwrite);
  if (f == stderr || !fails("write")) return real(p, size, n, f);
  f->_flags |= 0x20;
  return errno = ENOSPC, 0;
}
int fflush(FILE *f) {
  REAL(fflush);
  bool waits = f && f->_IO_write_ptr > f->_IO_write_base;
  return waits && f != stderr && fails("write") ? (errno = ENOSPC, EOF) : real(f);
}
int memfd_create(const char *name, unsigned flags) {
  return fails("open") ? injected(EMFILE) : (int)syscall(SYS_memfd_create, name, flags);
}
int linkat(int a, const char *from, int b, const char *to, int flags) {
  return fails("link") ? injected(EIO) : (int)syscall(SYS_linkat, a, from, b, to, flags);
}
int rename(const char *from, const char *to) {
  return fails("link") ? injected(EIO) : (int)syscall(SYS_rename, from, to);
}

//===-- processes and threads ---------------------------------------------===//

pid_t waitpid(pid_t pid, int *status, int options) {
  return fails("eintr") ? injected(EINTR) : (pid_t)syscall(SYS_wait4, pid, status, options, 0);
}
pid_t fork(void) {
  REAL(fork);
  return fails("fork") ? injected(EAGAIN) : real();
}
int pipe(int ends[2]) { return fails("fork") ? injected(EMFILE) : (int)syscall(SYS_pipe, ends); }
int posix_spawnp(pid_t *pid, const char *file, const posix_spawn_file_actions_t *actions,
                 const posix_spawnattr_t *attr, char *const argv[], char *const env[]) {
  REAL(posix_spawnp);
  return fails("fork") ? EAGAIN : real(pid, file, actions, attr, argv, env);
}
int fexecve(int fd, char *const argv[], char *const env[]) {
  REAL(fexecve);
  return fails("exec") ? injected(ENOMEM) : real(fd, argv, env);
}
int execv(const char *path, char *const argv[]) {
  REAL(execv);
  return fails("exec") ? injected(ENOMEM) : real(path, argv);
}
int pthread_create(pthread_t *t, const pthread_attr_t *attr, void *(*f)(void *), void *x) {
  REAL(pthread_create);
  return fails("thread") ? EAGAIN : real(t, attr, f, x);
}

//===-- from main on ------------------------------------------------------===//

static void report(void) {
  bool was = atomic_exchange(&started, false);
  if (!was || !count_file) return;
  char text[512];
  int n = 0;
  int fd = (int)syscall(SYS_openat, AT_FDCWD, count_file, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  for (int k = 0; k < KINDS; k++)
    n += snprintf(text + n, sizeof text - (size_t)n, "%s %ld\n", kinds[k], atomic_load(&calls[k]));
  if (syscall(SYS_write, fd, text, n) != n) abort();
}

void _exit(int status) {
  report();
  syscall(SYS_exit_group, status);
  __builtin_unreachable();
}

static int (*program)(int, char **, char **);

static int begin(int argc, char **argv, char **env) {
  const char *name = getenv("FAULT_KIND"), *where = getenv("FAULT_AT");
  snprintf(kind, sizeof kind, "%s", name ? name : "");
  at = where ? atol(where) : 0;
  on = getenv("FAULT_ON") != NULL;
  count_file = getenv("FAULT_COUNT");
  unsetenv("LD_PRELOAD");
  atexit(report);
  atomic_store(&started, true);
  return program(argc, argv, env);
}

int __libc_start_main(int (*main)(int, char **, char **), int argc, char **argv, void (*init)(void),
                      void (*fini)(void), void (*rtld_fini)(void), void *stack) {
  __typeof__(&__libc_start_main) real = (__typeof__(real))next("__libc_start_main");
  program = main;
  return real(begin, argc, argv, init, fini, rtld_fini, stack);
}
