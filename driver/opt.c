// opt.c -- cjax-opt: passes on cjax IR, one by one, and the interpreter.
//
//   cjax-opt [--PASS]... [--pipeline] [--interpret] [FILE.mlir [ARGS]]
//   cjax-opt --list-ops
//
// Reads the module (stdin without FILE or for "-"), verifies it, runs the passes in the order given
// and prints the module, or with --interpret runs its @main.  Chunks of a file that a line
// "// -----" separates are modules of their own; exit status 1 when any of them had an error.
#include "dialect/interpret/interpret.h"
#include "dialect/op.h"
#include "dialect/support/diag.h"
#include "dialect/support/file.h"
#include "dialect/support/strbuf.h"
#include "dialect/support/vec.h"
#include "dialect/transforms/passes.h"
#include "driver/stage/define.h"
#include "lower/passes.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

typedef struct Options {
  VEC(const char *) steps; // names of passes, "pipeline"
  bool interpret, help, list_ops;
  const char *file;
  int argc; // of the program to interpret, its name included
  char **argv;
} Options;

static const LowerPass *lower_pass_named(const char *name) {
  for (int i = 0; i < lower_pass_count; i++)
    if (!strcmp(lower_passes[i].name, name)) return &lower_passes[i];
  return NULL;
}

static void print_help(void) {
  puts("usage: cjax-opt [--PASS]... [--interpret] [FILE.mlir [ARGS]]\n");
  puts("  --interpret             run @main instead of printing the module");
  puts("  --pipeline              every pass on cjax IR, in order");
  puts("  --list-ops              print the ops with their rules and flags\n\npasses:");
  for (int i = 0; i < pass_count; i++)
    printf("  --%-22s%s%s\n", passes[i].name, passes[i].part ? "  " : "", passes[i].summary);
  for (int i = 0; i < lower_pass_count; i++)
    printf("  --%-22s%s\n", lower_passes[i].name, lower_passes[i].summary);
}

// A line for each op: its name, its family, the rules and flags that it has.
static void list_ops(void) {
  static const char *const flags[] = {"zero_tangent", "nondiff", "elementwise", "expensive",
                                      "effect",       "region",  "whole"};
  for (OpKind k = 0; k < OP_COUNT; k++) {
    const OpRules *r = op_rules(k);
    printf("%s %s%s%s%s%s", op_name(k), op_info[k].family, r->batch ? " batch" : "",
           r->jvp ? " jvp" : "", r->transpose ? " transpose" : "", r->expand ? " expand" : "");
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
      if (r->flags >> i & 1) printf(" %s", flags[i]);
    puts("");
  }
}

static bool parse_flag(Arena *a, Options *o, const char *name) {
  if (!strcmp(name, "interpret")) o->interpret = true;
  else if (!strcmp(name, "help")) o->help = true;
  else if (!strcmp(name, "list-ops")) o->list_ops = true;
  else if (!strcmp(name, "pipeline") || pass_named(name) || lower_pass_named(name))
    VEC_PUSH(a, o->steps, name);
  else {
    diag_io(NULL, "unknown option --%s (cjax-opt --help lists them)", name);
    return false;
  }
  return true;
}

static bool parse_options(Arena *a, Options *o, int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    if (!strncmp(argv[i], "--", 2)) {
      if (!parse_flag(a, o, argv[i] + 2)) return false;
      continue;
    }
    o->file = argv[i];
    o->argc = argc - i;
    o->argv = argv + i;
    break;
  }
  if (!o->argc) {
    o->argc = 1;
    o->argv = argv;
  }
  return true;
}

static bool run_step(const char *name, MlirModule m) {
  if (!strcmp(name, "pipeline")) return passes_run(m, 0);
  const Pass *p = pass_named(name);
  return p ? pass_run(p, m) : lower_pass_named(name)->run(m);
}

static void write_text(MlirStringRef s, void *file) { fwrite(s.data, 1, s.length, file); }

static bool process(const Options *o, MlirModule m) {
  if (o->steps.n + o->interpret && !module_check(m)) return false;
  for (uint32_t i = 0; i < o->steps.n; i++)
    if (!run_step(o->steps.data[i], m)) return false;
  if (o->interpret) return interp_run(m, o->argc, o->argv);
  mlirOperationPrint(mlirModuleGetOperation(m), write_text, stdout);
  return true;
}

//===-- chunks of the input ---------------------------------------------------------------===//

static bool starts_with_module(const char *s, const char *end) {
  while (s < end) {
    size_t line = strcspn(s, "\n");
    const char *p = s + strspn(s, " \t");
    if (p < s + line && strncmp(p, "//", 2)) return !strncmp(p, "module", 6) || *p == '#';
    s += line + (s + line < end);
  }
  return false;
}

// The chunk as the text of one module op, its lines where they are in the file.
static MlirModule parse_chunk(MlirContext ctx, const char *name, const char *text, const char *from,
                              const char *to) {
  Arena a;
  arena_init(&a);
  StrBuf b;
  strbuf_init(&b, &a);
  for (const char *s = text; s < from; s++)
    if (*s == '\n') strbuf_putc(&b, '\n');
  bool whole = starts_with_module(from, to);
  if (!whole) strbuf_puts(&b, "module {");
  strbuf_add(&b, from, (size_t)(to - from));
  if (!whole) strbuf_puts(&b, "\n}");
  MlirOperation op = mlirOperationCreateParse(ctx, mlirStringRefCreate(b.data, b.n),
                                              mlirStringRefCreateFromCString(name));
  arena_release(&a);
  if (mlirOperationIsNull(op)) return (MlirModule){0};
  return mlirModuleFromOperation(op);
}

static bool process_chunks(const Options *o, MlirContext ctx, const char *name, const char *text,
                           size_t size) {
  const char *end = text + size, *from = text;
  bool ok = true;
  while (from) {
    const char *cut = strstr(from, "\n// -----");
    MlirModule m = parse_chunk(ctx, name, text, from, cut ? cut : end);
    bool good = !mlirModuleIsNull(m) && process(o, m);
    ok = ok && good;
    if (!mlirModuleIsNull(m)) mlirModuleDestroy(m);
    from = cut ? cut + 1 + strcspn(cut + 1, "\n") : NULL;
    if (from && good && !o->interpret) puts("// -----");
  }
  return ok;
}

int main(int argc, char **argv) {
  Arena a;
  arena_init(&a);
  op_check_tables();
  Options o = {0};
  if (!parse_options(&a, &o, argc, argv)) return 1;
  if (o.help || o.list_ops) {
    if (o.help) print_help();
    else list_ops();
    return 0;
  }
  const char *name = o.file && strcmp(o.file, "-") ? o.file : "/dev/stdin";
  char *text;
  size_t size;
  if (!file_read(&a, name, &text, &size)) {
    diag_io(NULL, "%s: %s", name, strerror(errno));
    return 1;
  }
  diag_add_file(name, text, size);
  MlirContext ctx = cjax_context_create();
  define_alone();
  bool ok = process_chunks(&o, ctx, name, text, size);
  mlirContextDestroy(ctx);
  return !ok;
}
