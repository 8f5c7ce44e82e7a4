// lower.c -- from a simplified cjax module to an artifact: the steps in order.
#include "lower/lower.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "dialect/support/diag.h"
#include "lower/machine.h"
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

static void write_text(MlirStringRef s, void *file) { fwrite(s.data, 1, s.length, file); }

static bool emit_mlir(MlirModule m, const char *path) {
  FILE *f = strcmp(path, "-") ? fopen(path, "w") : stdout;
  if (f) mlirOperationPrint(mlirModuleGetOperation(m), write_text, f);
  bool ok = f && !fflush(f) && !ferror(f);
  if (f && f != stdout && fclose(f)) ok = false;
  if (!ok) diag_io("CJ0701", "cannot write %s: %s", path, strerror(errno));
  return ok;
}

// The steps up to those that o->emit needs.
static bool run_steps(MlirModule m, const LowerOptions *o) {
  int n = o->emit == EMIT_LINALG ? 1 : o->emit == EMIT_MEMREF ? 3 : lower_pass_count;
  for (int i = 0; i < n; i++) {
    double t = now_ms();
    if (!lower_passes[i].run(m)) return false;
    report(o, lower_passes[i].name, t);
  }
  return true;
}

static bool emit_executable(MlirModule m, const LowerOptions *o, const char *path) {
  char object[4096];
  if (snprintf(object, sizeof object, "%s.XXXXXX.o", path) >= (int)sizeof object)
    return diag_io("CJ0701", "cannot write %s: the name is too long", path), false;
  int fd = mkstemps(object, 2);
  if (fd < 0) return diag_io("CJ0701", "cannot write %s: %s", path, strerror(errno)), false;
  close(fd);
  double t = now_ms();
  bool ok = machine_emit(m, o, object);
  t = report(o, "machine code", t);
  ok = ok && machine_link(o, object, path);
  report(o, "link", t);
  unlink(object);
  return ok;
}

bool lower_emit(MlirModule m, const LowerOptions *o, const char *path) {
  if (!run_steps(m, o)) return false;
  if (o->emit <= EMIT_MEMREF) return emit_mlir(m, path);
  if (o->emit == EMIT_EXE) return emit_executable(m, o, path);
  bool out = !strcmp(path, "-");
  double t = now_ms();
  bool ok = machine_emit(m, o, out ? "/dev/stdout" : path);
  report(o, "machine code", t);
  if (!ok && !out) unlink(path);
  return ok;
}
