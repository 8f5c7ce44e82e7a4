// child.c -- a forked process, its outputs in memory.
#include "driver/child.h"

#include "dialect/support/diag.h"
#include "lower/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void become_child(ChildFn *fn, void *ctx, unsigned seconds, int out, int err) {
  int empty = open("/dev/null", O_RDONLY);
  if (empty >= 0) dup2(empty, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  struct rlimit limit = {seconds, seconds + 1};
  if (seconds) setrlimit(RLIMIT_CPU, &limit);
  int status = fn(ctx);
  fflush(NULL);
  _exit(status);
}

static char *contents(Arena *a, int fd, size_t *size) {
  struct stat st;
  size_t n = fstat(fd, &st) ? 0 : (size_t)st.st_size, have = 0;
  char *text = arena_alloc(a, n + 1);
  while (have < n) {
    ssize_t got = pread(fd, text + have, n - have, (off_t)have);
    if (got <= 0) break;
    have += (size_t)got;
  }
  text[have] = 0;
  *size = have;
  return text;
}

bool child_run(Arena *a, ChildFn *fn, void *ctx, unsigned seconds, ChildRun *r) {
  int out = output_memory(), err = out < 0 ? -1 : output_memory(), status = 0;
  fflush(NULL);
  pid_t child = err < 0 ? -1 : fork();
  if (child == 0) become_child(fn, ctx, seconds, out, err);
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (child > 0) {
    r->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    r->out = contents(a, out, &r->out_size);
    r->err = contents(a, err, &r->err_size);
  } else if (err >= 0) {
    diag_io("CJ0011", "cannot start a process: %s", strerror(errno));
  }
  if (out >= 0) close(out);
  if (err >= 0) close(err);
  return child > 0;
}

const char *child_last_line(Arena *a, const ChildRun *r) {
  size_t end = r->err_size, start;
  while (end && strchr(" \n", r->err[end - 1]))
    end--;
  for (start = end; start && r->err[start - 1] != '\n';)
    start--;
  return arena_strndup(a, r->err + start, end - start);
}
