// link.c -- an object, the runtime and the bundled static libc, linked by lld into a static PIE.
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dialect/support/diag.h"
#include "lower/machine.h"

extern char **environ;

// ../lib/cjax beside the running program's folder.
static char *runtime_folder(Arena *a, const LowerOptions *o) {
  char self[4096];
  ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
  if (n < 0 && o->tool) n = snprintf(self, sizeof self, "%s", o->tool);
  if (n <= 0 || n >= (ssize_t)sizeof self) return arena_strdup(a, "../lib/cjax");
  self[n] = 0;
  char *slash = strrchr(self, '/');
  return arena_printf(a, "%.*s/../lib/cjax", slash ? (int)(slash - self) : 1, slash ? self : ".");
}

static int spawn_and_wait(char **argv) {
  pid_t pid;
  int status, error = posix_spawnp(&pid, argv[0], NULL, NULL, argv, environ);
  if (error) return errno = error, -1;
  while (waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

bool machine_link(const LowerOptions *o, const char *object, const char *path) {
  Arena a;
  arena_init(&a);
  const char *dir = runtime_folder(&a, o);
  char *file[5];
  static const char *const names[] = {"rcrt1.o", "crti.o", "libcjaxrt.a", "libc.a", "crtn.o"};
  for (int i = 0; i < 5; i++)
    file[i] = arena_printf(&a, "%s/%s", dir, names[i]);
  char *argv[] = {"ld.lld-22",
                  "-pie",
                  "-static",
                  "--no-dynamic-linker",
                  "-z",
                  "text",
                  "-z",
                  "relro",
                  "-z",
                  "now",
                  "--gc-sections",
                  "--build-id=none",
                  "--threads=1",
                  "-s",
                  "-o",
                  (char *)path,
                  file[0],
                  file[1],
                  (char *)object,
                  file[2],
                  file[3],
                  file[4],
                  NULL};
  int status = spawn_and_wait(argv);
  if (status < 0) {
    argv[0] = "/usr/lib/llvm-22/bin/ld.lld";
    status = spawn_and_wait(argv);
  }
  if (status < 0)
    diag_io("CJ0702", "cannot start the linker ld.lld-22: %s", strerror(errno));
  else if (status)
    diag_io("CJ0703", "linking %s failed", path);
  arena_release(&a);
  return status == 0;
}
