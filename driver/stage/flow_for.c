// flow_for.c -- `for` over a range as one cjax.scan, or a cjax.while when its bounds are run-time numbers.
//
// The first iteration is tried with its static index: a body that emits nothing is plain Python and simply runs.  Otherwise
// the body is staged with a run-time index until what it carries is a fixed point (flow_loop.c); if it cannot be, everything
// is undone and the loop is unrolled.
#include "driver/stage/flow_loop.h"

#include "driver/stage/vm_internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct ForRange {
  Value start, stop, step; // stop may be a RunScalar, start too
  int64_t n;               // iterations, -1: run-time
} ForRange;

static bool block_is_empty(const Trace *t) { return mlirOperationIsNull(mlirBlockGetFirstOperation(t->block)); }

// Runs one iteration with `index` pushed.  *ended: it came to the loop's next iteration.
static bool run_body(Loop *l, Value index, Log *log, Places *written, bool *ended) {
  VM *vm = l->vm;
  Frame *f = l->frame;
  Piece piece;
  uint32_t stops[2] = {l->region->head, l->region->join};
  *f->sp++ = index;
  f->pc = l->region->body;
  if (!vm_run_piece(vm, f, l->region->at, stops, 2, &piece) && piece.exit == PIECE_ERROR) return false;
  *ended = piece.exit == PIECE_STOP && piece.stop == 0;
  if (!*ended) return loop_why(l, "an iteration ends with break or return");
  places_collect(vm, log, f, l->start, written);
  return true;
}

static void undo(Loop *l, Log *log) {
  log_undo(l->vm, log);
  log_end(l->vm, log);
  frame_restore(l->vm, l->frame, l->start);
}

static TraceSpec loop_spec(const Loop *l) { return (TraceSpec){TRACE_PIECE, "for", "for", vm_here(l->vm)}; }

// The first iteration as it stands.  *plain: it emitted nothing, and has been run for good.
static bool try_plain(Loop *l, Value first, bool *plain) {
  VM *vm = l->vm;
  Log log;
  Places written = {0};
  bool ended;
  TraceSpec spec = loop_spec(l);
  log_begin(vm, &log, vm->arena);
  Trace *t = trace_begin_region(vm, &spec, 0, NULL);
  bool ok = run_body(l, first, &log, &written, &ended);
  *plain = ok && block_is_empty(t);
  if (!ok) vm->exc = V_EMPTY; // it is raised again where the loop is unrolled
  trace_abandon(vm, t);
  if (*plain) log_end(vm, &log);
  else undo(l, &log);
  return ok;
}

static Value index_value(Loop *l, const ForRange *r, MlirValue v) {
  Value index = run_scalar_new(l->vm, RUN_INT, v);
  RunScalar *x = AS_RUN_SCALAR(index);
  if (r->n < 0 || r->start.tag != TAG_INT) return index;
  int64_t last = r->start.i + (r->n - 1) * r->step.i;
  x->affine = x->ranged = true;
  x->base = v;
  x->scale = 1;
  x->lo = r->step.i > 0 ? r->start.i : last;
  x->hi = r->step.i > 0 ? last : r->start.i;
  return index;
}

typedef struct Body {
  Trace *trace;
  Places written;
  uint32_t nstacked;
  Value *stacked; // what the appended lists got
  Carried **stack_of;
} Body;

// Stages the body once with everything carried as parameters.
static bool stage_round(Loop *l, const ForRange *r, Body *b, bool *stable) {
  VM *vm = l->vm;
  Log log;
  bool ended;
  static const int64_t none[1];
  uint32_t n = l->nleaves + 1;
  Aval *avals = ARENA_ARRAY(vm->arena, Aval, n);
  Value *args = ARENA_ARRAY(vm->arena, Value, n);
  avals[0] = (Aval){.dtype = DTYPE_I64, .run = true, .weak = true, .shape = none};
  for (uint32_t i = 0; i < l->nleaves; i++) avals[i + 1] = l->leaf[i].target;
  TraceSpec spec = loop_spec(l);
  *b = (Body){0};
  log_begin(vm, &log, vm->arena);
  b->trace = trace_begin_region(vm, &spec, n, avals);
  for (uint32_t i = 1; i < n; i++) args[i] = trace_arg(vm, b->trace, i);
  Value index = index_value(l, r, mlirBlockGetArgument(b->trace->block, 0));
  bool ok = loop_bind(l, args + 1) && run_body(l, index, &log, &b->written, &ended);
  undo(l, &log);
  if (ok) ok = loop_update(l, &b->written, stable);
  if (!ok || !*stable) {
    trace_abandon(vm, b->trace);
    b->trace = NULL;
  }
  return ok;
}

static MlirValue next_index(Loop *l, Trace *t, int64_t step) {
  VM *vm = l->vm;
  MlirValue i = mlirBlockGetArgument(t->block, 0);
  return op_add(vm->build, i, op_splat_int(vm->build, mlirValueGetType(i), step));
}

// What each appended list got in this iteration: arrays or run-time numbers only.
static bool find_stacked(Loop *l, Body *b) {
  VM *vm = l->vm;
  b->stacked = ARENA_ARRAY(vm->arena, Value, l->ncarried + 1);
  b->stack_of = ARENA_ARRAY(vm->arena, Carried *, l->ncarried + 1);
  for (uint32_t i = 0; i < l->ncarried; i++) {
    Carried *c = &l->carried[i];
    if (!c->appended) continue;
    const Tuple *t = AS_TUPLE(c->after);
    Value item = t->v[t->n - 1];
    if (!is_array(item) && !is_run_scalar(item)) return loop_why(l, "a list gets items that are no arrays");
    b->stack_of[b->nstacked] = c;
    b->stacked[b->nstacked++] = item;
  }
  return true;
}

// Yields: next index, carried leaves, items for lists.
static bool end_body(Loop *l, Body *b, const ForRange *r, Aval *avals, MlirRegion *out) {
  VM *vm = l->vm;
  uint32_t n = 1 + l->nleaves + b->nstacked;
  Value *results = ARENA_ARRAY(vm->arena, Value, n);
  if (!loop_leaves(l, &b->written, results + 1)) {
    trace_abandon(vm, b->trace);
    return false;
  }
  stage_locate(vm);
  results[0] = run_scalar_new(vm, RUN_INT, next_index(l, b->trace, r->step.i));
  for (uint32_t i = 0; i < b->nstacked; i++) results[1 + l->nleaves + i] = b->stacked[i];
  return trace_end_region(vm, b->trace, n, results, avals, out);
}

static bool initial_values(Loop *l, const ForRange *r, MlirValue *out) {
  VM *vm = l->vm;
  Value *start = ARENA_ARRAY(vm->arena, Value, l->nleaves + 1);
  static const int64_t none[1];
  Aval index = {.dtype = DTYPE_I64, .run = true, .weak = true, .shape = none};
  Value first;
  if (!leaf_convert(vm, r->start, &index, &first) || !trace_use(vm, first, &out[0])) return false;
  if (!loop_initial(l, start)) return false;
  for (uint32_t i = 0; i < l->nleaves; i++)
    if (!trace_use(vm, start[i], &out[i + 1])) return false;
  return true;
}

//===-- scan -----------------------------------------------------------------------------------===//

static MlirType stacked_type(VM *vm, const Aval *a, int64_t n) {
  MlirType t = aval_type(vm, a);
  return type_with_dims(t, dims_prepend(n, type_dims(t)));
}

// The items of an appended list: slices of the stacked array.
static bool extend_list(Loop *l, Carried *c, MlirValue stacked, const Aval *item, int64_t n) {
  VM *vm = l->vm;
  List *list = (List *)c->place.object;
  MlirType row = aval_type(vm, item);
  Dims all = type_dims(mlirValueGetType(stacked)), strides = all;
  for (int i = 0; i < all.n; i++) strides.d[i] = 1;
  for (int64_t k = 0; k < n; k++) {
    Dims from = {.n = all.n}, to = all;
    from.d[0] = k;
    to.d[0] = k + 1;
    MlirAttribute attrs = attrs_make(vm->context, 3, "start_indices", attr_of_dims(vm->context, from), "limit_indices",
                                     attr_of_dims(vm->context, to), "strides", attr_of_dims(vm->context, strides));
    MlirOperation slice = stage_op(vm, OP_SLICE, 1, &stacked, attrs, 0, NULL);
    if (mlirOperationIsNull(slice)) return false;
    MlirValue v = op_reshape(vm->build, op_result(slice, 0), type_dims(row));
    if (LOG_OLD(vm, list)) log_list_append(vm, list);
    list_append(vm, list, aval_value(vm, item, v));
  }
  return true;
}

static bool emit_scan(Loop *l, Body *b, const ForRange *r) {
  VM *vm = l->vm;
  uint32_t ncarry = 1 + l->nleaves, n = ncarry + b->nstacked;
  Aval *avals = ARENA_ARRAY(vm->arena, Aval, n);
  MlirValue *in = ARENA_ARRAY(vm->arena, MlirValue, ncarry);
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, n);
  MlirRegion body;
  if (!end_body(l, b, r, avals, &body)) return false;
  if (!initial_values(l, r, in)) {
    mlirRegionDestroy(body);
    return false;
  }
  for (uint32_t i = 0; i < ncarry; i++) types[i] = mlirValueGetType(in[i]);
  for (uint32_t i = ncarry; i < n; i++) types[i] = stacked_type(vm, &avals[i], r->n);
  MlirContext ctx = vm->context;
  OpCall c = {.kind = OP_SCAN, .nin = (int)ncarry, .nout = (int)n, .in = in, .out = types, .nregions = 1, .regions = &body};
  c.attrs = attrs_make(ctx, 2, "num_carry", attr_of_int(ctx, ncarry), "length", attr_of_int(ctx, r->n));
  MlirOperation op = stage_op_regions(vm, &c);
  if (mlirOperationIsNull(op)) return false;
  Value *leaves = ARENA_ARRAY(vm->arena, Value, l->nleaves + 1);
  for (uint32_t i = 0; i < l->nleaves; i++) leaves[i] = aval_value(vm, &l->leaf[i].target, op_result(op, (int)i + 1));
  if (!loop_finish(l, leaves)) return false;
  for (uint32_t i = 0; i < b->nstacked; i++)
    if (!extend_list(l, b->stack_of[i], op_result(op, (int)(ncarry + i)), &avals[ncarry + i], r->n)) return false;
  return true;
}

//===-- while ----------------------------------------------------------------------------------===//

// The condition of a range with run-time bounds: index < stop (> for a negative step).
static bool stop_region(Loop *l, const ForRange *r, uint32_t n, const MlirValue *in, MlirRegion *out) {
  VM *vm = l->vm;
  static const int64_t none[1];
  Aval *avals = ARENA_ARRAY(vm->arena, Aval, n);
  avals[0] = (Aval){.dtype = DTYPE_I64, .run = true, .weak = true, .shape = none};
  for (uint32_t i = 1; i < n; i++) avals[i] = l->leaf[i - 1].target;
  TraceSpec spec = loop_spec(l);
  Trace *t = trace_begin_region(vm, &spec, n, avals);
  Value stop, holds;
  Aval index = avals[0];
  (void)in;
  if (!leaf_convert(vm, r->stop, &index, &stop) ||
      !run_scalar_compare(vm, r->step.i > 0 ? COMPARE_LT : COMPARE_GT, trace_arg(vm, t, 0), stop, &holds)) {
    trace_abandon(vm, t);
    return false;
  }
  return trace_end_region(vm, t, 1, &holds, NULL, out);
}

static bool emit_while(Loop *l, Body *b, const ForRange *r) {
  VM *vm = l->vm;
  uint32_t n = 1 + l->nleaves;
  if (b->nstacked) {
    trace_abandon(vm, b->trace);
    return loop_why(l, "a list grows in a loop whose length only the executable knows");
  }
  MlirValue *in = ARENA_ARRAY(vm->arena, MlirValue, n);
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, n);
  MlirRegion regions[2];
  if (!end_body(l, b, r, NULL, &regions[1])) return false;
  if (!initial_values(l, r, in) || !stop_region(l, r, n, in, &regions[0])) {
    mlirRegionDestroy(regions[1]);
    return false;
  }
  for (uint32_t i = 0; i < n; i++) types[i] = mlirValueGetType(in[i]);
  OpCall c = {.kind = OP_WHILE, .nin = (int)n, .nout = (int)n, .in = in, .out = types, .nregions = 2, .regions = regions};
  MlirOperation op = stage_op_regions(vm, &c);
  if (mlirOperationIsNull(op)) return false;
  Value *leaves = ARENA_ARRAY(vm->arena, Value, n);
  for (uint32_t i = 0; i < l->nleaves; i++) leaves[i] = aval_value(vm, &l->leaf[i].target, op_result(op, (int)i + 1));
  return loop_finish(l, leaves);
}

//===-- the hook ---------------------------------------------------------------------------------===//

static bool roll(Loop *l, const ForRange *r) {
  bool stable = false;
  Body b;
  for (int round = 0; round < LOOP_ROUNDS && !stable; round++)
    if (!stage_round(l, r, &b, &stable)) return false;
  if (!stable) return loop_why(l, "its types change from one iteration to the next");
  if (!find_stacked(l, &b)) {
    trace_abandon(l->vm, b.trace);
    return false;
  }
  return r->n >= 0 ? emit_scan(l, &b, r) : emit_while(l, &b, r);
}

static bool take_range(Value it, ForRange *r) {
  if (!v_is(it, O_ITERATOR)) return false;
  Iterator *i = (Iterator *)it.o;
  if (i->kind == ITER_RANGE) {
    *r = (ForRange){v_int(i->i), v_int(i->i + i->n * i->step), v_int(i->step), i->n};
    return true;
  }
  if (i->kind != ITER_NATIVE || strcmp(i->name, "run_range")) return false;
  const Tuple *t = AS_TUPLE(i->a);
  *r = (ForRange){t->v[0], t->v[1], t->v[2], -1};
  return true;
}

static void skip_first(Value it) {
  Iterator *i = (Iterator *)it.o;
  i->i += i->step;
  i->n--;
}

// Behind the loop: its iterator is gone, its else is next.
static HookResult leave_loop(Loop *l) {
  l->frame->sp--;
  l->frame->pc = l->region->other;
  return HOOK_DONE;
}

static HookResult refuse(Loop *l, const ForRange *r) {
  if (r->n >= 0) {
    l->vm->exc = V_EMPTY;
    return HOOK_DECLINE;
  }
  if (v_is_empty(l->vm->exc))
    vm_unsupported(l->vm, "CJ0431", "this loop's length is known only to the executable, and it cannot be one loop there: %s",
                   l->why ? l->why : "it changes something that is no array or number");
  return HOOK_ERROR;
}

HookResult flow_for(VM *vm, Frame *f, const Region *region) {
  ForRange r;
  Value it = f->sp[-1];
  if (region->kind != REGION_FOR || !take_range(it, &r) || (r.n >= 0 && r.n < LOOP_LEAST)) return HOOK_DECLINE;
  f->pc = region->at;
  Loop l = {.vm = vm, .frame = f, .region = region, .start = frame_save(vm, f, vm->arena)};
  bool plain = false;
  if (r.n >= 0) {
    if (!try_plain(&l, r.start, &plain)) return refuse(&l, &r);
    if (plain) {
      skip_first(it);
      f->pc = region->at;
      return HOOK_DONE;
    }
  }
  if (!roll(&l, &r)) return refuse(&l, &r);
  return leave_loop(&l);
}
