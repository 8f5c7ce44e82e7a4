// process.c -- what cjaxc does to its own process, and the program that it becomes.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // environ
#endif
#include "driver/process.h"

#include "dialect/support/diag.h"
#include "lower/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define CJAX_SANITIZED // its shadow counts as memory
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CJAX_SANITIZED
#endif
#endif

static struct rlimit memory = {RLIM_INFINITY, RLIM_INFINITY}; // as it was at start

// The machine's memory bounds the compiler's, so that a program that grows without end while it is
// compiled is an error and no danger to others.
static void limit_memory(void) {
#ifndef CJAX_SANITIZED
  struct rlimit old = memory;
  rlim_t most = (rlim_t)sysconf(_SC_PHYS_PAGES) / 4 * 3 * (rlim_t)sysconf(_SC_PAGESIZE);
  struct rlimit limit = {most < old.rlim_cur ? most : old.rlim_cur, old.rlim_max};
  setrlimit(RLIMIT_DATA, &limit);
#endif
}

// A standard stream that is closed stays unusable, but its number goes to no other file.
static void keep_streams(void) {
  for (int fd = 0; fd <= STDERR_FILENO; fd++)
    if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd) _exit(1);
}

// Levels of calls (vm.c) and LLVM's recursion need room.
static bool has_stack(void) {
  enum { LEAST = 4 << 20, ENOUGH = 64 << 20 };
  struct rlimit limit;
  if (getrlimit(RLIMIT_STACK, &limit) || limit.rlim_cur >= ENOUGH) return true;
  struct rlimit more = {limit.rlim_max < ENOUGH ? limit.rlim_max : ENOUGH, limit.rlim_max};
  if (!setrlimit(RLIMIT_STACK, &more)) limit = more;
  if (limit.rlim_cur >= LEAST) return true;
  diag_io("CJ0011", "the stack is limited to %zu kB; cjaxc needs %d kB (ulimit -s)",
          (size_t)limit.rlim_cur >> 10, LEAST >> 10);
  return false;
}

_Noreturn void process_become(const char *file, char **argv, int program) {
  char name[OUTPUT_NAME];
  int fd = open(output_name(program, name), O_RDONLY | O_CLOEXEC);
  setrlimit(RLIMIT_DATA, &memory);
  signal(SIGXFSZ, SIG_DFL);
  if (fd >= 0) {
    close(program); // what is open for writing cannot be run
    fexecve(fd, argv, environ);
  }
  diag_io("CJ0011", "%s: cannot run it: %s", file, strerror(errno));
  _exit(1);
}

void process_again(char **argv) {
  setrlimit(RLIMIT_DATA, &memory);
  signal(SIGXFSZ, SIG_DFL);
  execv("/proc/self/exe", argv);
  execvp(argv[0], argv);
  diag_io("CJ0011", "%s: cannot run it: %s", argv[0], strerror(errno));
}

int process_run(const char *file, char **argv, int program) {
  int status = 0;
  pid_t child = fork();
  if (child == 0) process_become(file, argv, program);
  if (child < 0) return diag_io("CJ0011", "%s: cannot run it: %s", file, strerror(errno)), 1;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void process_open(void) { keep_streams(); }

bool process_prepare(void) {
  if (!has_stack()) return false;
  getrlimit(RLIMIT_DATA, &memory);
  limit_memory();
  signal(SIGXFSZ, SIG_IGN); // a file larger than allowed is an error of the write
  return true;
}
