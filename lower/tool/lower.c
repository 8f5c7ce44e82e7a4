// lower.c -- cjax-lower FILE.mlir [-o OUT] [--emit=KIND] [-O0] [--cpu=C]: lowering alone,
// for its tests.
#include <stdio.h>
#include <string.h>

#include "dialect/op.h"
#include "lower/lower.h"

static int emit_kind(const char *s) {
  static const char *const names[] = {"linalg", "memref", "llvm", "asm",
                                      "obj",    "exe",    "lib",  "shared"};
  for (int i = 0; i < EMIT_KIND_COUNT; i++)
    if (!strcmp(names[i], s)) return i;
  return EMIT_EXE;
}

int main(int argc, char **argv) {
  LowerOptions o = {.emit = EMIT_EXE, .opt_level = 3, .tool = argv[0]};
  const char *in = NULL, *out = "-";
  for (int i = 1; i < argc; i++) {
    const char *s = argv[i];
    if (!strcmp(s, "-o") && i + 1 < argc)
      out = argv[++i];
    else if (!strncmp(s, "--emit=", 7))
      o.emit = (EmitKind)emit_kind(s + 7);
    else if (!strncmp(s, "--cpu=", 6))
      o.cpu = s + 6;
    else if (!strncmp(s, "--entry=", 8))
      o.entry = s + 8;
    else if (!strcmp(s, "-O0"))
      o.opt_level = 0;
    else if (!strcmp(s, "--checked"))
      o.checked = o.verbose = true;
    else
      in = s;
  }
  MlirContext ctx = cjax_context_create();
  MlirModule m =
      mlirModuleCreateParseFromFile(ctx, mlirStringRefCreateFromCString(in ? in : "/dev/stdin"));
  if (mlirModuleIsNull(m)) return 1;
  return !lower_emit(m, &o, out);
}
