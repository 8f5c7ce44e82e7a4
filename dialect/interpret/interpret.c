// interpret.c -- blocks, frames, calls, and the slice of a program that a value depends on.
#include "dialect/clone.h"
#include "dialect/interpret/interpret.h"
#include "dialect/interpret/array.h"
#include "dialect/location.h"
#include "dialect/support/vec.h"
#include "dialect/transforms/transforms.h"
#include "runtime/cjax_rt.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static InterpFn *const interp_table[OP_COUNT] = {
#define OP(KIND, name, family) [OP_##KIND] = interp_##name,
#include "dialect/ops.def"
#undef OP
};

bool interp_error(const OpCall *c, const char *fmt, ...) {
  char text[512];
  va_list ap;
  va_start(ap, fmt);
  vsnprintf(text, sizeof text, fmt, ap);
  va_end(ap);
  diag_error(loc_range(c->loc), NULL, NULL, "%s: %s", op_name(c->kind), text);
  return false;
}

//===-- frames ---------------------------------------------------------------------------===//

static void frame_init(Frame *f, Frame *outer) {
  *f = (Frame){.outer = outer};
  arena_init(&f->arena);
  f->values = val_map_create(&f->arena);
}

static void bind(Frame *f, Val v, const Array *x) { val_map_put(f->values, v, (Val){x}); }

static const Array *lookup(const Frame *f, Val v) {
  for (; f; f = f->outer)
    if (val_map_has(f->values, v)) return val_map_get(f->values, v).ptr;
  return NULL;
}

static const Array *value_of(Interp *in, Val v) {
  const Array *x = lookup(in->frame, v);
  if (!x) BUG("the interpreter met a value that nothing has computed");
  return x;
}

// The view of an op, made once however often it runs.
static const OpCall *call_of(Interp *in, MlirOperation op) {
  Val key = {op.ptr};
  if (val_map_has(in->calls, key)) return val_map_get(in->calls, key).ptr;
  OpCall *c = ARENA_NEW(&in->arena, OpCall);
  *c = op_call(&in->arena, op);
  val_map_put(in->calls, key, (Val){c});
  return c;
}

//===-- execution ------------------------------------------------------------------------===//

static bool is_named(MlirOperation op, const char *name) {
  return mlirStringRefEqual(mlirIdentifierStr(mlirOperationGetName(op)),
                            mlirStringRefCreateFromCString(name));
}

// The callee sees nothing of its caller's values.
bool interp_function(Interp *in, MlirOperation func, int nargs, const Array *const *args, int n,
                     Array *const *y) {
  Frame *caller = in->frame, bottom;
  frame_init(&bottom, NULL);
  in->frame = &bottom;
  Array **out = ARENA_ARRAY(&bottom.arena, Array *, n + 1);
  bool ok = interp_block(in, func_body(func), nargs, (Array *const *)args, n, out);
  for (int i = 0; ok && i < n; i++) {
    memcpy(y[i]->data, out[i]->data, (size_t)y[i]->n * (size_t)dtype_size(y[i]->dtype));
    y[i]->unknown = out[i]->unknown;
  }
  in->frame = caller;
  arena_release(&bottom.arena);
  return ok;
}

static bool refuse_op(MlirOperation op) {
  MlirStringRef name = mlirIdentifierStr(mlirOperationGetName(op));
  diag_error(loc_range(mlirOperationGetLocation(op)), NULL, NULL,
             "the interpreter does not know %.*s", (int)name.length, name.data);
  return false;
}

// Whether the machine has memory for the results of an op.
static bool check_memory(const OpCall *c) {
  double need = 0, has = (double)sysconf(_SC_PHYS_PAGES) * (double)sysconf(_SC_PAGESIZE);
  for (int i = 0; i < c->nout; i++)
    need += (double)type_count(c->out[i]) * (double)element_bits(type_element(c->out[i])) / 8;
  if (need <= has) return true;
  diag_error(loc_range(c->loc), "CJ0704", "MemoryError",
             "the interpreter needs %.1f MB of memory for this, and the machine has %.1f MB",
             need / 1e6, has / 1e6);
  return false;
}

//===-- floats of at most 8 bits -----------------------------------------------------------===//

static bool has_small(const OpCall *c, const Array *const *x, Array *const *y) {
  bool found = false;
  for (int i = 0; i < c->nin; i++)
    found |= dtype_is_small(x[i]->dtype);
  for (int i = 0; i < c->nout; i++)
    found |= dtype_is_small(y[i]->dtype);
  return found;
}

static void convert_all(const Array *x, Array *y) {
  for (int64_t i = 0; i < x->n; i++)
    array_put(y, i, array_get(x, i));
}

// The op in the wider type that it is compiled in (small_floats.c).
static bool run_wider(Interp *in, const OpCall *c, const Array **x, Array **y, MlirType wide) {
  Arena *a = &in->frame->arena;
  Dtype d = element_dtype(wide);
  Array **results = ARENA_ARRAY(a, Array *, c->nout + 1);
  for (int i = 0; i < c->nin; i++) {
    if (!dtype_is_small(x[i]->dtype)) continue;
    Array *wider = array_create(a, d, x[i]->dims);
    convert_all(x[i], wider);
    x[i] = wider;
  }
  for (int i = 0; i < c->nout; i++)
    results[i] = dtype_is_small(y[i]->dtype) ? array_create(a, d, y[i]->dims) : y[i];
  if (!interp_table[c->kind](in, c, x, results)) return false;
  for (int i = 0; i < c->nout; i++)
    if (results[i] != y[i]) convert_all(results[i], y[i]);
  return true;
}

static bool run_rule(Interp *in, const OpCall *c, const Array **x, Array **y) {
  MlirType wide;
  if (has_small(c, x, y) && small_computes(c, mlirModuleGetContext(in->module), &wide))
    return run_wider(in, c, x, y, wide);
  return interp_table[c->kind](in, c, x, y);
}

// Regions whose values are known or not one by one.
static bool is_control(const OpCall *c) {
  return c->kind == OP_WHILE || c->kind == OP_SCAN || c->kind == OP_FUSION || c->kind == OP_COUNT;
}

// While compiling, what a clock says is not known, nor is what is computed from it; the rest of a
// loop that looks at the time is.
static bool is_unknown(Interp *in, const OpCall *c, const Array *const *x) {
  if (!in->pure || is_control(c)) return false;
  if (c->kind == OP_CLOCK) return in->clock = c->op, true;
  int n = c->kind == OP_CHECK || c->kind == OP_CASE ? 1 : c->nin;
  for (int i = 0; i < n; i++)
    if (x[i]->unknown) return true;
  return false;
}

static bool run_op(Interp *in, MlirOperation op) {
  bool known = val_map_has(in->calls, (Val){op.ptr});
  const OpCall *c = call_of(in, op);
  bool ok, is_call = is_named(op, "func.call");
  if (c->kind == OP_COUNT && !is_call) return refuse_op(op);
  if (!known && !check_memory(c)) return false;
  Arena *a = &in->frame->arena;
  const Array **x = ARENA_ARRAY(a, const Array *, c->nin + 1);
  Array **y = ARENA_ARRAY(a, Array *, c->nout + 1);
  for (int i = 0; i < c->nin; i++)
    x[i] = value_of(in, c->in[i]);
  for (int i = 0; i < c->nout; i++)
    y[i] = array_of_type(a, c->out[i]);
  if (is_unknown(in, c, x)) {
    for (int i = 0; i < c->nout; i++)
      y[i]->unknown = true;
    ok = true;
  } else if (is_call) {
    MlirOperation func = func_lookup(in->module, attr_get(c->attrs, "callee"));
    ok = interp_function(in, func, c->nin, x, c->nout, y);
  } else
    ok = run_rule(in, c, x, y);
  for (int i = 0; ok && i < c->nout; i++)
    bind(in->frame, mlirOperationGetResult(op, i), y[i]);
  return ok;
}

volatile bool interp_stop;

static bool run_ops(Interp *in, MlirBlock block) {
  MlirOperation end = mlirBlockGetTerminator(block);
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op))
    if (interp_stop || !run_op(in, op)) return false;
  return true;
}

bool interp_block(Interp *in, MlirBlock block, int nargs, Array *const *args, int n, Array **out) {
  Frame f, *outer = in->frame;
  frame_init(&f, outer);
  for (int i = 0; i < nargs; i++)
    bind(&f, mlirBlockGetArgument(block, i), args[i]);
  in->frame = &f;
  bool ok = run_ops(in, block);
  MlirOperation end = mlirBlockGetTerminator(block);
  for (int i = 0; ok && i < n; i++)
    out[i] = array_copy(&outer->arena, value_of(in, mlirOperationGetOperand(end, i)));
  in->frame = outer;
  arena_release(&f.arena);
  return ok;
}

static void interp_init(Interp *in, MlirModule m, Frame *bottom) {
  *in = (Interp){.module = m, .frame = bottom};
  arena_init(&in->arena);
  in->calls = val_map_create(&in->arena);
  in->wrappers = val_map_create(&in->arena);
  frame_init(bottom, NULL);
}

static void interp_release(Interp *in) {
  arena_release(&in->frame->arena);
  arena_release(&in->arena);
}

bool interp_run(MlirModule m, int argc, char **argv) {
  symbols_drop();
  MlirOperation main = func_named(m, "main");
  if (mlirOperationIsNull(main)) {
    diag_error((SrcRange){0}, NULL, NULL, "the module has no function @main to run");
    return false;
  }
  if (mlirBlockIsNull(func_body(main)) || mlirBlockGetNumArguments(func_body(main))) {
    SrcRange at = loc_range(mlirOperationGetLocation(main));
    diag_error(at, NULL, NULL, "@main must have a body and no arguments to be run");
    return false;
  }
  cjax_rt_set_argv(argc, argv);
  Frame bottom;
  Interp in;
  interp_init(&in, m, &bottom);
  bool ok = interp_block(&in, func_body(main), 0, NULL, 0, NULL);
  cjax_rt_flush();
  interp_release(&in);
  return ok;
}

//===-- values of a module being built ---------------------------------------------------===//

typedef struct Slice {
  Arena *arena;
  ValMap *needed;                // ops, by their address
  VEC(MlirOperation) work, done; // still to be looked at; all of them
  MlirOperation culprit;
  const InterpCache *cache; // or null
} Slice;

static bool slice_add(Slice *s, Val v) {
  s->culprit = (MlirOperation){0};
  if (s->cache && val_map_has(s->cache->arrays, v)) return true;
  if (!mlirValueIsAOpResult(v)) return false;
  MlirOperation op = mlirOpResultGetOwner(v);
  Val key = {op.ptr};
  if (val_map_has(s->needed, key)) return true;
  val_map_put(s->needed, key, key);
  OpKind k = op_kind(op);
  s->culprit = op;
  bool text = k == OP_TEXT || k == OP_TEXT_CALL;
  if (k < OP_COUNT && op_rules(k)->flags & OP_EFFECT && !text && k != OP_CLOCK)
    return k == OP_LOAD_NPY;
  VEC_PUSH(s->arena, s->work, op);
  VEC_PUSH(s->arena, s->done, op);
  return true;
}

// Marks all that the values depend on.
static bool slice_find(Slice *s, int n, const Val *values) {
  for (int i = 0; i < n; i++)
    if (!slice_add(s, values[i])) return false;
  while (s->work.n) {
    MlirOperation op = VEC_POP(s->work);
    for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
      if (!slice_add(s, mlirOperationGetOperand(op, i))) return false;
    int ncaptures;
    Val *captures = region_captures(s->arena, op, &ncaptures);
    for (int i = 0; i < ncaptures; i++)
      if (!slice_add(s, captures[i])) return false;
  }
  return true;
}

bool interp_ops_needed(const InterpCache *c, Arena *a, Val v, int *n, MlirOperation **ops) {
  Slice s = {.arena = a, .needed = val_map_create(a), .cache = c};
  if (!slice_find(&s, 1, &v)) return false;
  for (uint32_t i = 0; i < s.done.n; i++)
    if (!mlirBlockEqual(mlirOperationGetBlock(s.done.data[i]), c->block)) return false;
  *ops = ARENA_ARRAY(a, MlirOperation, s.done.n + 1);
  *n = 0;
  MlirOperation op = mlirBlockGetFirstOperation(c->block);
  for (; !mlirOperationIsNull(op) && *n < (int)s.done.n; op = mlirOperationGetNextInBlock(op))
    if (val_map_has(s.needed, (Val){op.ptr})) (*ops)[(*n)++] = op;
  return true;
}

static bool is_done(const Interp *in, MlirOperation op) {
  return !mlirOperationGetNumResults(op) || lookup(in->frame, mlirOperationGetResult(op, 0));
}

// Puts the op that computes v on the stack unless it has run.
static bool wait_for(Interp *in, Slice *s, Val v) {
  if (lookup(in->frame, v) || !mlirValueIsAOpResult(v)) return false;
  VEC_PUSH(s->arena, s->work, mlirOpResultGetOwner(v));
  return true;
}

static bool wait_for_operands(Interp *in, Slice *s, MlirOperation op) {
  bool waits = false;
  int n;
  Val *captures = region_captures(s->arena, op, &n);
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    waits |= wait_for(in, s, mlirOperationGetOperand(op, i));
  for (int i = 0; i < n; i++)
    waits |= wait_for(in, s, captures[i]);
  return waits;
}

// Runs what v depends on, operands first.
static bool slice_run(Interp *in, Slice *s, Val v) {
  wait_for(in, s, v);
  while (s->work.n) {
    MlirOperation op = VEC_LAST(s->work);
    if (!is_done(in, op)) {
      if (wait_for_operands(in, s, op)) continue;
      if (!run_op(in, op)) return false;
    }
    s->work.n--;
  }
  return true;
}

enum { CACHED_BYTES = 1 << 20 };

void interp_cache_init(InterpCache *c, Arena *a, MlirBlock block) {
  *c = (InterpCache){block, val_map_create(a), a};
}

void interp_cache_put(InterpCache *c, Val v, const void *data) {
  Array *x = array_of_type(c->arena, mlirValueGetType(v));
  memcpy(x->data, data, (size_t)(x->n * dtype_size(x->dtype)));
  val_map_put(c->arrays, v, (Val){x});
}

bool interp_cache_has(const InterpCache *c, Val v) { return val_map_has(c->arrays, v); }

const void *interp_cache_get(const InterpCache *c, Val v) {
  return ((const Array *)val_map_get(c->arrays, v).ptr)->data;
}

// Keeps what the slice computed in the cache's block.
static void cache_results(InterpCache *c, Interp *in, const Slice *s) {
  for (uint32_t i = 0; i < s->done.n; i++) {
    MlirOperation op = s->done.data[i];
    if (!mlirBlockEqual(mlirOperationGetBlock(op), c->block)) continue;
    for (intptr_t k = 0; k < mlirOperationGetNumResults(op); k++) {
      Val v = mlirOperationGetResult(op, k);
      const Array *x = lookup(in->frame, v);
      if (x && !x->unknown && x->n * dtype_size(x->dtype) <= CACHED_BYTES)
        val_map_put(c->arrays, v, (Val){array_copy(c->arena, x)});
    }
  }
}

static bool run_slice(Interp *in, Slice *s, int n, const Val *values) {
  for (int i = 0; i < n; i++)
    if (!lookup(in->frame, values[i]) && !slice_run(in, s, values[i])) return false;
  return true;
}

static bool find_values(InterpCache *c, Arena *a, MlirModule m, int n, const Val *values,
                        const void **data, MlirOperation *culprit) {
  Frame bottom, known = {0};
  Interp in;
  interp_init(&in, m, &bottom);
  in.pure = true;
  if (c) {
    known.values = c->arrays;
    bottom.outer = &known;
  }
  Slice s = {.arena = &in.arena, .needed = val_map_create(&in.arena), .cache = c};
  bool ok = slice_find(&s, n, values);
  if (!ok && culprit) *culprit = s.culprit;
  ok = ok && run_slice(&in, &s, n, values);
  for (int i = 0; ok && i < n; i++)
    if (value_of(&in, values[i])->unknown) in.culprit = in.clock, ok = false;
  if (!ok && culprit && in.culprit.ptr) *culprit = in.culprit;
  for (int i = 0; ok && i < n; i++)
    data[i] = array_copy(a, value_of(&in, values[i]))->data;
  if (ok && c) cache_results(c, &in, &s);
  interp_release(&in);
  return ok;
}

bool interp_values(Arena *a, MlirModule m, int n, const Val *values, const void **data,
                   MlirOperation *culprit) {
  return find_values(NULL, a, m, n, values, data, culprit);
}

bool interp_values_cached(InterpCache *c, MlirModule m, int n, const Val *values, const void **data,
                          MlirOperation *culprit) {
  return find_values(c, c->arena, m, n, values, data, culprit);
}
