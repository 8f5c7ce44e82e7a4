// lower.c -- from a simplified cjax module to an artifact: the steps in order.
#include "lower/lower.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "dialect/support/diag.h"
#include "dialect/support/file.h"
#include "dialect/support/strbuf.h"
#include "lower/machine.h"
#include "lower/output.h"
#include "lower/passes.h"

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

static double report(const LowerOptions *o, const char *what, double since) {
  double t = now_ms();
  if (o->times) fprintf(stderr, "%-20s %8.2f ms\n", what, t - since);
  return t;
}

static void add_text(MlirStringRef s, void *buf) { strbuf_add(buf, s.data, s.length); }

static bool emit_mlir(MlirModule m, Arena *a, const char *path) {
  StrBuf text;
  strbuf_init(&text, a);
  mlirOperationPrint(mlirModuleGetOperation(m), add_text, &text);
  return output_write(path, text.data, text.n);
}

// The steps up to those that o->emit needs; notes what a library's header says.
static bool run_steps(MlirModule m, const LowerOptions *o, Library *lib, Arena *a) {
  int n = o->emit == EMIT_LINALG ? 2 : o->emit == EMIT_MEMREF ? 5 : lower_pass_count;
  for (int i = 0; i < n; i++) {
    double t = now_ms();
    if (!lower_passes[i].run(m)) return false;
    if (lib && lower_passes[i].run == lower_to_linalg && !library_check(lib, m)) return false;
    if (lib && lower_passes[i].run == lower_plan_memory) library_workspace(lib, a, m);
    report(o, lower_passes[i].name, t);
  }
  return true;
}

// A new file for the object: beside `path`, or among the temporary files if that is a device.
static bool object_name(char *object, size_t size, const char *path) {
  struct stat st;
  bool there = !stat(path, &st);
  if (there && S_ISDIR(st.st_mode))
    return diag_io("CJ0701", "cannot write %s: %s", path, strerror(EISDIR)), false;
  const char *dir = getenv("TMPDIR");
  int n = there && !S_ISREG(st.st_mode)
              ? snprintf(object, size, "%s/cjaxc.XXXXXX.o", dir && *dir ? dir : "/tmp")
              : snprintf(object, size, "%s.XXXXXX.o", path);
  if (n >= (int)size)
    return diag_io("CJ0701", "cannot write %s: the name is too long", path), false;
  int fd = mkstemps(object, 2);
  if (fd < 0) return diag_io("CJ0701", "cannot write %s: %s", path, strerror(errno)), false;
  return close(fd), true;
}

// An executable: a device gets a copy, since a linker replaces what it writes to.
static bool emit_linked(const LowerOptions *o, Arena *a, const char *object, const char *path) {
  struct stat st;
  bool copy = !stat(path, &st) && !S_ISREG(st.st_mode);
  const char *exe = copy ? arena_printf(a, "%.*s", (int)strlen(object) - 2, object) : path;
  bool ok = machine_link(o, object, exe);
  char *text;
  size_t n;
  if (!copy) return ok || (unlink(exe), false);
  if (ok && !(ok = file_read(a, exe, &text, &n)))
    diag_io("CJ0701", "cannot read %s: %s", exe, strerror(errno));
  ok = ok && output_write(path, text, n);
  unlink(exe);
  return ok;
}

static bool emit_library(const Library *lib, Arena *a, const char *object, const char *path) {
  char *symbol = arena_printf(a, "%s%s", lib->prefix, lib->entry);
  if (!archive_write(path, object, symbol)) return false;
  if (library_write_header(lib, path)) return true;
  unlink(path);
  return false;
}

// An executable or a library, by way of an object.
static bool emit_binary(MlirModule m, const LowerOptions *o, const Library *lib, Arena *a,
                        const char *path) {
  char object[4096];
  if (!object_name(object, sizeof object, path)) return false;
  double t = now_ms();
  bool ok = machine_emit(m, o, lib, object);
  t = report(o, "machine code", t);
  ok = ok && (lib ? emit_library(lib, a, object, path) : emit_linked(o, a, object, path));
  report(o, "link", t);
  unlink(object);
  return ok;
}

static bool emit_file(MlirModule m, const LowerOptions *o, const char *path) {
  double t = now_ms();
  bool ok = machine_emit(m, o, NULL, path);
  report(o, "machine code", t);
  return ok;
}

bool lower_emit(MlirModule m, const LowerOptions *o, const char *path) {
  Arena a;
  arena_init(&a);
  Library library, *lib = o->emit == EMIT_LIB ? &library : NULL;
  bool ok = (!lib || library_open(lib, &a, m, o, path)) && run_steps(m, o, lib, &a);
  if (ok && o->emit <= EMIT_MEMREF)
    ok = emit_mlir(m, &a, path);
  else if (ok && (lib || o->emit == EMIT_EXE))
    ok = emit_binary(m, o, lib, &a, path);
  else if (ok)
    ok = emit_file(m, o, path);
  arena_release(&a);
  return ok;
}
