// bisect.c -- the first pass, and then the first op, that makes a compiled program print something
// else than the interpreted one.
//
// 1. The program is interpreted as staged, and compiled.  Where the outputs agree there is nothing
// to
//    find.
// 2. It is interpreted again after each pass.  The first pass that changes what is printed is at
//    fault; when none does, lowering is.
// 3. The part of the program that begins at op k, with the values before as interpreted, differs
// for
//    small k and not for large: k is found by halves.
// 4. Of that part, what is not needed to show the difference goes.
#include "driver/bisect.h"

#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/passes.h"
#include "driver/child.h"
#include "driver/compare.h"
#include "driver/process.h"
#include "lower/output.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SECONDS = 120, MOST_OPENED = 100, MOST_SHOWN = 16 };

typedef struct Bisect {
  Arena *a;
  const Options *o;
  unsigned switches;
  MlirModule m;       // the program: below, what one run is about
  const Pass *guilty; // null: lowering
  bool compile, optimise;
} Bisect;

//===-- runs -------------------------------------------------------------------------------===//

static int interpret(void *ctx) {
  const Bisect *x = ctx;
  return !interp_run(x->m, x->o->argc, x->o->argv);
}

// In the child; the module there is its own.
static int run_compiled(void *ctx) {
  const Bisect *x = ctx;
  LowerOptions o = x->o->lower;
  if (!x->optimise) o.opt_level = 0;
  int program = lower_program(x->m, &o);
  if (program < 0) return 1;
  process_become(x->o->file, x->o->argv, program);
}

static int run_all(void *ctx) {
  const Bisect *x = ctx;
  return passes_run(x->m, x->switches) ? run_compiled(ctx) : 1;
}

static int run_guilty(void *ctx) {
  const Bisect *x = ctx;
  return pass_run(x->guilty, x->m) ? interpret(ctx) : 1;
}

static bool run(Bisect *x, MlirModule m, ChildFn *fn, ChildRun *r) {
  x->m = m;
  return child_run(x->a, fn, x, SECONDS, r);
}

// The first record that differs, or -1; only how it ends: the number of records.
static int difference(Arena *a, const ChildRun *x, const ChildRun *y) {
  Records p = records_of(a, x->out, x->out_size), q = records_of(a, y->out, y->out_size);
  uint32_t n = p.n < q.n ? p.n : q.n;
  for (uint32_t i = 0; i < n; i++)
    if (!record_distance(a, p.data[i], q.data[i]).close) return (int)i;
  return p.n != q.n || x->status != y->status ? (int)n : -1;
}

// Whether the part shows the fault: interpreted, and after the guilty pass or compiled.
static bool differs(Bisect *x, MlirModule m) {
  ChildRun p, q;
  bool ran = run(x, m, interpret, &p) && run(x, m, x->guilty ? run_guilty : run_compiled, &q);
  return ran && difference(x->a, &p, &q) >= 0;
}

//===-- the op ------------------------------------------------------------------------------===//

// Of ops 0..n-1, the last from which on the program still differs.
static int find_op(Bisect *x, Cutter *c) {
  int low = 0, high = c->n; // differs before `low`, does not before `high`
  while (high - low > 1) {
    int middle = low + (high - low) / 2;
    if (differs(x, cut_before(c, middle)))
      low = middle;
    else
      high = middle;
  }
  return low;
}

// Ops from..to-1 become constants, if the program differs without them.
static void drop_ops(Bisect *x, Cutter *c, int k, bool *kept, int from, int to) {
  bool *old = ARENA_ARRAY(c->a, bool, c->n + 1);
  memcpy(old, kept, (size_t)c->n);
  memset(kept + from, 0, (size_t)(to - from));
  if (!differs(x, cut_to(c, k, kept))) memcpy(kept, old, (size_t)c->n);
}

// The program without what the difference does not need: op k alone, or with some of what follows.
static MlirModule shrink(Bisect *x, Cutter *c, int k) {
  MlirModule m = cut_around(c, k);
  if (differs(x, m)) return m;
  bool *kept = ARENA_ARRAY(c->a, bool, c->n + 1);
  memset(kept + k, true, (size_t)(c->n - k));
  for (int step = (c->n - k) / 2; step; step /= 2)
    for (int to = c->n; to > k + 1; to -= step)
      drop_ops(x, c, k, kept, to - step > k ? to - step : k + 1, to);
  return cut_to(c, k, kept);
}

static void find_place(Bisect *x, MlirModule m, Cutter *c, int *k) {
  for (int i = 0; i < MOST_OPENED; i++) {
    cutter_init(c, x->a, m);
    *k = find_op(x, c);
    MlirModule before = mlirModuleFromOperation(mlirOperationClone(mlirModuleGetOperation(m)));
    if (!cut_open(c, *k)) return;
    symbols_drop();
    if (differs(x, m)) continue;
    m = before; // it differs as a kernel only
    cutter_init(c, x->a, m);
    return;
  }
}

//===-- what is said ------------------------------------------------------------------------===//

static void print_record(const char *who, const ChildRun *r, Arena *a, int i) {
  Records all = records_of(a, r->out, r->out_size);
  if (i < (int)all.n)
    printf("  %-12s %.*s\n", who, (int)all.data[i].size, all.data[i].text);
  else
    printf("  %-12s ends with status %d%s%s\n", who, r->status, r->err_size ? ": " : "",
           child_last_line(a, r));
}

static void add_text(MlirStringRef s, void *text) { strbuf_add(text, s.data, s.length); }

static int count_ops(MlirModule m) {
  int n = 0;
  MlirOperation op = mlirBlockGetFirstOperation(func_body(func_named(m, "main")));
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    n += op_kind(op) != OP_CONSTANT;
  return n - 1; // the return
}

static void print_op(Bisect *x, MlirOperation op) {
  SrcRange at = loc_range(mlirOperationGetLocation(op));
  MlirStringRef name = mlirIdentifierStr(mlirOperationGetName(op));
  size_t n = 0;
  const char *line = at.line ? diag_source_line(at.file, at.line, &n) : NULL;
  if (at.line) printf("%s:%u:%u: ", diag_file_name(at.file), at.line, at.col);
  printf("%.*s is where they part\n", (int)name.length, name.data);
  if (line) printf("    %.*s\n", (int)n, line);
}

// The small program, to -o, or behind the rest without its large constants.
static int print_program(Bisect *x, MlirModule m) {
  StrBuf text;
  strbuf_init(&text, x->a);
  MlirOpPrintingFlags flags = mlirOpPrintingFlagsCreate();
  if (!x->o->out) mlirOpPrintingFlagsElideLargeElementsAttrs(flags, MOST_SHOWN);
  mlirOperationPrintWithFlags(mlirModuleGetOperation(m), flags, add_text, &text);
  mlirOpPrintingFlagsDestroy(flags);
  int n = count_ops(m);
  if (!x->o->out) {
    printf("%d op%s that show it (-o FILE.mlir writes them):\n%s", n, n == 1 ? "" : "s", text.data);
    return 1;
  }
  printf("%d op%s that show it are in %s\n", n, n == 1 ? "" : "s", x->o->out);
  output_write(x->o->out, text.data, text.n);
  return 1;
}

static MlirModule copy_of(MlirModule m) {
  return mlirModuleFromOperation(mlirOperationClone(mlirModuleGetOperation(m)));
}

// Runs the passes on m as long as what is printed stays the same; the guilty one and the module
// before it.
static bool find_pass(Bisect *x, MlirModule m, const ChildRun *wanted, MlirModule *before) {
  for (int i = 0; i < pass_count; i++) {
    ChildRun r;
    if (!pass_is_wanted(&passes[i], x->switches)) continue;
    *before = copy_of(m);
    if (!pass_run(&passes[i], m) || !run(x, m, interpret, &r)) return false;
    if (difference(x->a, wanted, &r) < 0) continue;
    x->guilty = &passes[i];
    printf("the pass %s changes what is printed\n", passes[i].name);
    return true;
  }
  return true;
}

// Lowering is at fault: with how little of it?
static MlirModule find_lowering(Bisect *x, MlirModule staged, MlirModule lowered) {
  MlirModule plain = copy_of(staged);
  if (!passes_run(plain, x->switches | PASSES_NO_FUSION)) return lowered;
  bool fused = !differs(x, plain);
  MlirModule m = fused ? lowered : plain;
  x->optimise = false;
  bool always = differs(x, m);
  x->optimise = !always;
  printf("the passes agree, lowering does not%s%s\n",
         always ? ", with -O0 as well" : ", but for -O0",
         fused ? ", with kernels of several ops only" : "");
  return m;
}

int bisect_module(Arena *a, const Options *o, MlirModule m, unsigned switches) {
  Bisect x = {.a = a, .o = o, .switches = switches, .optimise = o->lower.opt_level > 0};
  ChildRun wanted, got;
  MlirModule staged = copy_of(m), before = m;
  if (!run(&x, m, interpret, &wanted) || !run(&x, m, run_all, &got)) return 1;
  int at = difference(a, &wanted, &got);
  if (at < 0) {
    printf("%s: compiled and interpreted it prints the same\n", o->file);
    return 0;
  }
  printf("%s: compiled it prints something else\n", o->file);
  print_record("interpreted", &wanted, a, at);
  print_record("compiled", &got, a, at);
  if (!find_pass(&x, m, &wanted, &before)) return 1;
  if (!x.guilty) before = find_lowering(&x, staged, m);
  Cutter c;
  int k;
  find_place(&x, before, &c, &k);
  print_op(&x, c.ops[k]);
  return print_program(&x, shrink(&x, &c, k));
}
