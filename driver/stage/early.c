// early.c -- values needed while compiling whose computation is long: compiled and run as a program
// of its own, since the interpreter would take too long.
#include "dialect/clone.h"
#include "driver/stage/early.h"

#include "dialect/support/file.h"
#include "dialect/support/vec.h"
#include "driver/program.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

//===-- what a computation costs -----------------------------------------------------------===//

// Guesses, in scalar operations of the interpreter: what an op costs whatever its operands, how
// often a loop of unknown length runs, how much more a transformed function does.
enum { OP_COST = 50, WHILE_TRIPS = 1000, TRANSFORM_COST = 4, LOG_COST = 20 };
static const double WORTH_COMPILING = 1e7;

typedef struct Cost {
  Arena *arena;
  MlirModule module;
  ValMap *functions; // body's address -> double *
} Cost;

static double block_cost(Cost *c, MlirBlock block);

static double function_cost(Cost *c, MlirAttribute symbol) {
  MlirOperation func = func_lookup(c->module, symbol);
  if (mlirOperationIsNull(func)) return 0;
  Val key = {func.ptr};
  if (val_map_has(c->functions, key)) return *(double *)val_map_get(c->functions, key).ptr;
  double *cost = ARENA_NEW(c->arena, double);
  val_map_put(c->functions, key, (Val){cost});
  return *cost = block_cost(c, func_body(func));
}

static double elements(MlirValue v) { return (double)type_count(mlirValueGetType(v)); }

static double trips(const OpCall *c) {
  if (c->kind == OP_SCAN) return (double)attr_int(c->attrs, "length");
  return c->kind == OP_WHILE ? WHILE_TRIPS : 1;
}

static double per_element(const OpCall *c) {
  const char *family = c->kind == OP_COUNT ? "" : op_info[c->kind].family;
  if (!strcmp(family, "fft") || !strcmp(family, "sort")) return LOG_COST;
  if (c->kind != OP_DOT_GENERAL) return 1;
  Dims axes = attr_dims(c->attrs, "lhs_contracting"), shape = val_dims(c->in[0]);
  double n = 1;
  for (int i = 0; i < axes.n; i++)
    n *= (double)shape.d[axes.d[i]];
  return n;
}

static double op_cost(Cost *c, MlirOperation op) {
  OpCall k = op_call(c->arena, op);
  double in = 0, out = 0, inner = 0;
  for (int i = 0; i < k.nin; i++)
    in += elements(k.in[i]);
  for (int i = 0; i < k.nout; i++)
    out += (double)type_count(k.out[i]);
  for (int i = 0; i < k.nregions; i++)
    inner += block_cost(c, mlirRegionGetFirstBlock(k.regions[i]));
  MlirAttribute callee = attr_get(k.attrs, "callee");
  if (!mlirAttributeIsNull(callee))
    inner += function_cost(c, callee) * (k.kind == OP_COUNT ? 1 : TRANSFORM_COST);
  double own = k.nregions ? 0 : (in > out ? in : out) * per_element(&k);
  return (double)OP_COST + own + inner * trips(&k);
}

static double block_cost(Cost *c, MlirBlock block) {
  double sum = 0;
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    sum += op_cost(c, op);
  return sum;
}

//===-- the program that computes them ------------------------------------------------------===//

typedef struct Early {
  VM *vm;
  Arena *arena;
  MlirModule from;
  Build b; // into the new module
  ValMap *map;
  const InterpCache *cache;
  VEC(Val) results; // of the old module, each saved in a file of its own
  bool pure;        // nothing in it that only the executable knows or does
  char dir[256];
} Early;

static void copy_function(Early *n, MlirAttribute symbol);

// Attributes name functions, also within lists.
static void copy_functions_of(Early *n, MlirAttribute a) {
  if (mlirAttributeIsAFlatSymbolRef(a)) copy_function(n, a);
  for (intptr_t i = 0; mlirAttributeIsAArray(a) && i < mlirArrayAttrGetNumElements(a); i++)
    copy_functions_of(n, mlirArrayAttrGetElement(a, i));
}

// What the program must not do while compiling goes; false where values hang on it.
static bool copy_callees(Early *n, MlirOperation op) {
  OpKind k = op_kind(op);
  bool effect = k != OP_COUNT && op_rules(k)->flags & OP_EFFECT;
  if (k == OP_PRINT || k == OP_FLUSH) return mlirOperationDestroy(op), true;
  if (effect && k != OP_CHECK && k != OP_LOAD_NPY && k != OP_BLOCK_UNTIL_READY) return false;
  for (intptr_t i = 0; i < mlirOperationGetNumAttributes(op); i++)
    copy_functions_of(n, mlirOperationGetAttribute(op, i).attribute);
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
    MlirBlock block = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
    if (mlirBlockIsNull(block)) continue;
    MlirOperation next, inner = mlirBlockGetFirstOperation(block);
    for (; !mlirOperationIsNull(inner); inner = next) {
      next = mlirOperationGetNextInBlock(inner);
      if (!copy_callees(n, inner)) return false;
    }
  }
  return true;
}

static void copy_function(Early *n, MlirAttribute symbol) {
  MlirOperation func = func_lookup(n->from, symbol);
  Val key = {func.ptr};
  if (mlirOperationIsNull(func) || val_map_has(n->map, key)) return;
  MlirOperation copy = mlirOperationClone(func);
  val_map_put(n->map, key, (Val){copy.ptr});
  mlirBlockAppendOwnedOperation(mlirModuleGetBody(n->b.module), copy);
  n->pure &= copy_callees(n, copy);
}

// What is known already enters as a constant.
static void copy_known(Early *n, Val v) {
  if (val_map_has(n->map, v) || !interp_cache_has(n->cache, v)) return;
  MlirType t = mlirValueGetType(v);
  size_t size = (size_t)type_count(t) * (size_t)dtype_size(element_dtype(type_element(t)));
  val_map_put(n->map, v, op_constant(&n->b, t, interp_cache_get(n->cache, v), size));
}

static void copy_op(Early *n, MlirOperation op) {
  int captures;
  Val *captured = region_captures(n->arena, op, &captures);
  for (int i = 0; i < captures; i++)
    copy_known(n, captured[i]);
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    copy_known(n, mlirOperationGetOperand(op, i));
  n->pure &= copy_callees(n, clone_op(&n->b, op, n->map));
}

static const char *result_path(Early *n, uint32_t i) {
  return arena_printf(n->arena, "%s/%u.npy", n->dir, i);
}

// A .npy file has no bf16 and no smaller floats: their bits go there.
static void save_result(Early *n, uint32_t i) {
  Val v = val_map_get(n->map, n->results.data[i]);
  MlirType t = mlirValueGetType(v);
  MlirType e = type_element(t);
  if (mlirTypeIsABF16(e) || element_is_small(e)) {
    Dtype d = mlirTypeIsABF16(e) ? DTYPE_U16 : DTYPE_U8;
    MlirType bits = type_with_element(t, element_of_dtype(n->b.ctx, d));
    v = op_result(
        build_op(&n->b, OP_BITCAST_CONVERT_TYPE, 1, &v, attrs_make(n->b.ctx, 0), 1, &bits), 0);
  }
  MlirAttribute attrs = attrs_make(n->b.ctx, 2, "path", attr_of_text(n->b.ctx, result_path(n, i)),
                                   "message", attr_of_text(n->b.ctx, ""));
  build_op(&n->b, OP_SAVE_NPY, 1, &v, attrs, 0, NULL);
}

// The module whose @main computes the ops of the slice and saves the results.
static MlirModule make_program(Early *n, int nops, MlirOperation *ops) {
  n->b.loc = mlirLocationUnknownGet(n->b.ctx);
  n->b.module = mlirModuleCreateEmpty(n->b.loc);
  MlirOperation main = func_create(&n->b, "main", 0, NULL, 0, NULL, NULL);
  n->b.block = func_body(main);
  for (int i = 0; i < nops; i++)
    copy_op(n, ops[i]);
  for (uint32_t i = 0; i < n->results.n; i++)
    save_result(n, i);
  build_return(&n->b, 0, NULL);
  return n->b.module;
}

//===-- running it ----------------------------------------------------------------------------===//

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

// Silent: what it would say is said by the executable, or by the interpreter if it fails.
static void become(const char *path) {
  int null = open("/dev/null", O_RDWR);
  if (null < 0) _exit(127);
  for (int i = 0; i < 3; i++)
    dup2(null, i);
  char *argv[] = {(char *)path, NULL};
  execv(path, argv);
  _exit(127);
}

// Ctrl-C and --stage-limit end it, too.
static bool run_child(VM *vm, const char *path) {
  int status = 0;
  pid_t child = fork();
  if (child == 0) become(path);
  if (child < 0) return false;
  for (long pause = 100000;;) {
    pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (ended < 0 && errno != EINTR) return false;
    if (interp_stop) kill(child, SIGKILL);
    nanosleep(&(struct timespec){.tv_nsec = pause}, NULL);
    if (pause < 10000000) pause *= 2;
  }
}

static bool read_results(Early *n, InterpCache *c) {
  for (uint32_t i = 0; i < n->results.n; i++) {
    Val v = n->results.data[i];
    char *text;
    size_t size, bytes = (size_t)type_count(mlirValueGetType(v)) *
                         (size_t)dtype_size(element_dtype(val_element(v)));
    if (!file_read(n->arena, result_path(n, i), &text, &size) || size < bytes) return false;
    interp_cache_put(c, v, text + size - bytes);
  }
  return true;
}

static void remove_files(Early *n, const char *program) {
  for (uint32_t i = 0; i < n->results.n; i++)
    unlink(result_path(n, i));
  unlink(program);
  rmdir(n->dir);
}

static bool compile_and_run(Early *n, InterpCache *c, MlirModule m, const char *path) {
  const Program *p = n->vm->in->program;
  double start = seconds(), compiled;
  if (!p->compile(p, m, path)) return false;
  compiled = seconds();
  bool ok = run_child(n->vm, path) && read_results(n, c);
  if (ok && p->verbose) {
    SrcRange at = vm_user_here(n->vm);
    fprintf(stderr,
            "%s:%u:%u: needed while compiling: computed in %.2f s, and %.2f s to compile it\n",
            diag_file_name(at.file), at.line, at.col, seconds() - compiled, compiled - start);
  }
  return ok;
}

// x, and what costly ops give: a later question may depend on it.
static void choose_results(Early *n, Cost *cost, int nops, MlirOperation *ops, Val x) {
  VEC_PUSH(n->arena, n->results, x);
  for (int i = 0; i < nops; i++) {
    if (op_cost(cost, ops[i]) < WORTH_COMPILING / 10) continue;
    for (intptr_t k = 0; k < mlirOperationGetNumResults(ops[i]); k++)
      if (op_result(ops[i], (int)k).ptr != x.ptr)
        VEC_PUSH(n->arena, n->results, op_result(ops[i], (int)k));
  }
}

static bool is_costly(Cost *cost, int nops, MlirOperation *ops) {
  double sum = 0;
  for (int i = 0; i < nops; i++)
    sum += op_cost(cost, ops[i]);
  return sum >= WORTH_COMPILING;
}

static bool find_in(Early *n, InterpCache *c, Val x) {
  int nops;
  MlirOperation *ops;
  Cost cost = {n->arena, n->from, val_map_create(n->arena)};
  if (!interp_ops_needed(c, n->arena, x, &nops, &ops) || !is_costly(&cost, nops, ops)) return false;
  const char *tmp = getenv("TMPDIR");
  snprintf(n->dir, sizeof n->dir, "%s/cjaxc-XXXXXX", tmp && *tmp ? tmp : "/tmp");
  if (!mkdtemp(n->dir)) return false;
  choose_results(n, &cost, nops, ops, x);
  MlirModule m = make_program(n, nops, ops);
  const char *program = arena_printf(n->arena, "%s/program", n->dir);
  bool ok = n->pure && compile_and_run(n, c, m, program);
  mlirModuleDestroy(m);
  symbols_drop();
  remove_files(n, program);
  return ok;
}

bool early_find(VM *vm, InterpCache *c, MlirModule m, MlirValue x) {
  if (!vm->in->program || !vm->in->program->compile || interp_cache_has(c, x)) return false;
  Arena a;
  arena_init(&a);
  Early n = {.vm = vm, .arena = &a, .from = m, .cache = c, .pure = true};
  n.b = (Build){.ctx = vm->context, .arena = &a};
  n.map = val_map_create(&a);
  bool ok = find_in(&n, c, x);
  arena_release(&a);
  return ok;
}
