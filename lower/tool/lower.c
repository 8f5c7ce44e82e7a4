// lower.c -- cjax-lower FILE.mlir [-o OUT] [--emit=KIND] [--entry=NAME] [-O0|-O3] [--cpu=C]
// [--checked] [--without=NAME]: lowering alone, for its tests.
#include <stdio.h>
#include <string.h>

#include "dialect/op.h"
#include "dialect/support/optimise.h"
#include "lower/lower.h"

static bool set_emit(LowerOptions *o, const char *s) {
  static const char *const names[] = {"linalg", "memref", "llvm", "asm",
                                      "obj",    "exe",    "lib",  "shared"};
  for (int i = 0; i < EMIT_KIND_COUNT; i++)
    if (!strcmp(names[i], s)) return o->emit = (EmitKind)i, true;
  return false;
}

// Whether it is an option, with a value that there is.
static bool set_option(LowerOptions *o, const char *s) {
  if (!strncmp(s, "--emit=", 7)) return set_emit(o, s + 7);
  if (!strncmp(s, "--without=", 10)) return optimise_without(s + 10);
  if (!strncmp(s, "--cpu=", 6)) return o->cpu = s + 6, true;
  if (!strncmp(s, "--entry=", 8)) return o->entry = s + 8, true;
  if (!strcmp(s, "-O0") || !strcmp(s, "-O3")) return o->opt_level = s[2] - '0', true;
  return !strcmp(s, "--checked") && (o->checked = o->verbose = true);
}

int main(int argc, char **argv) {
  LowerOptions o = {.emit = EMIT_EXE, .opt_level = 3, .tool = argv[0]};
  const char *in = NULL, *out = "-";
  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "-o") && i + 1 < argc) out = argv[++i];
    else if (!strcmp(argv[i], "-o")) return fprintf(stderr, "cjax-lower: -o needs a file\n"), 1;
    else if ((*argv[i] != '-' || !argv[i][1]) && in)
      return fprintf(stderr, "cjax-lower: more than one file: %s and %s\n", in, argv[i]), 1;
    else if (*argv[i] != '-' || !argv[i][1]) in = argv[i];
    else if (!set_option(&o, argv[i]))
      return fprintf(stderr, "cjax-lower: unknown option %s\n", argv[i]), 1;
  }
  MlirContext ctx = cjax_context_create();
  MlirModule m =
      mlirModuleCreateParseFromFile(ctx, mlirStringRefCreateFromCString(in ? in : "/dev/stdin"));
  if (mlirModuleIsNull(m)) return 1;
  return !lower_emit(m, &o, out);
}
