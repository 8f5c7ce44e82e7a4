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

// Runs argv with its stderr in `text` (cut to size - 1 bytes). Its status, or -1 and errno.
static int spawn_and_wait(char **argv, char *text, size_t size) {
  int ends[2], status, error;
  text[0] = 0;
  if (pipe(ends)) return -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  pid_t pid;
  error = posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  size_t n = 0;
  char rest[256];
  for (ssize_t k = 1; !error && k;) {
    bool room = n + 1 < size;
    k = read(ends[0], room ? text + n : rest, room ? size - 1 - n : sizeof rest);
    if (k < 0 && errno == EINTR) continue;
    if (k <= 0) break;
    if (room) n += (size_t)k;
  }
  text[n] = 0;
  close(ends[0]);
  if (error) return errno = error, -1;
  while (waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

// The first line that the linker wrote, without its name; LLVM's own crash report is not one.
static const char *reason(char *text) {
  if (!strncmp(text, "PLEASE ", 7)) return "the linker was stopped by a signal";
  text[strcspn(text, "\n")] = 0;
  char *error = strstr(text, "error: "), *llvm = strstr(text, "ERROR: ");
  return error ? error + 7 : llvm ? llvm + 7 : *text ? text : "the linker stopped";
}

bool machine_link(const LowerOptions *o, const char *object, const char *path) {
  Arena a;
  arena_init(&a);
  const char *dir = runtime_folder(&a, o);
  char *file[5];
  static const char *const names[] = {"rcrt1.o", "crti.o", "libcjaxrt.a", "libc.a", "crtn.o"};
  for (int i = 0; i < 5; i++)
    file[i] = arena_printf(&a, "%s/%s", dir, names[i]);
  char *argv[] = {o->linker ? (char *)o->linker : "ld.lld-22",
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
  char text[1024];
  int status = spawn_and_wait(argv, text, sizeof text);
  if (status < 0 && !o->linker) {
    argv[0] = "/usr/lib/llvm-22/bin/ld.lld";
    status = spawn_and_wait(argv, text, sizeof text);
  }
  if (status < 0)
    diag_io("CJ0702", "cannot start the linker %s: %s", o->linker ? o->linker : "ld.lld-22",
            strerror(errno));
  else if (status)
    diag_io("CJ0703", "linking %s failed: %s", path, reason(text));
  arena_release(&a);
  return status == 0;
}
