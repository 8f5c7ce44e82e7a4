// flow_for.c -- `for` as one cjax.scan, or a cjax.while where the executable decides how often.
//
// The first iteration over a range is tried with its static index: a body that emits nothing is
// plain Python and simply runs.  A loop that cannot be rolled is undone and unrolled.
#include "driver/stage/flow_loop.h"

#include "driver/stage/vm_internal.h"

static bool block_is_empty(const Trace *t) {
  return mlirOperationIsNull(mlirBlockGetFirstOperation(t->block));
}

// The first iteration as it stands.  True: it emitted nothing, and has been run for good.
// *unrolls: it only printed, and is undone.
static bool try_plain(Loop *l, Value first, bool *unrolls) {
  VM *vm = l->vm;
  Log log;
  bool ended;
  EffectMark mark = effects_mark(vm);
  TraceSpec spec = {TRACE_PIECE, "for", "for", vm_here(vm)};
  log_begin(vm, &log, vm->arena);
  Trace *t = trace_begin_region(vm, &spec, 0, NULL);
  *l->frame->sp++ = first;
  bool ok = loop_run_piece(l, l->region->body, &ended);
  bool plain = ok && block_is_empty(t) && !t->effect;
  *unrolls = ok && l->n >= 0 && loop_prints_plainly(vm, t, l->n);
  l->why = NULL;
  vm->exc = V_EMPTY; // it is raised again where the loop is unrolled
  trace_abandon(vm, t);
  if (!plain) log_undo(vm, &log);
  log_end(vm, &log);
  if (plain) return true;
  frame_restore(vm, l->frame, l->start);
  effects_undo(&mark);
  return false;
}

// The body, unless an iteration before has left the loop.  One of the two codes is zero.
static bool run_masked(Loop *l, Value item) {
  VM *vm = l->vm;
  Value stays, code;
  const char *why = NULL;
  const Region *r = l->region;
  ForkSpec spec = {.at = r->at, .place = r->at, .join = UINT32_MAX};
  spec.start[0] = (Start){.pc = r->head, .push = V_EMPTY, .returned = V_EMPTY};
  spec.start[1] = (Start){.pc = r->body, .push = item, .returned = V_EMPTY};
  if (!run_scalar_compare(vm, COMPARE_EQ, l->code_in, v_int(EXIT_NEXT), &stays)) return false;
  HookResult h = flow_fork(vm, l->frame, &spec, stays, &why);
  if (h == HOOK_ERROR) return false;
  if (h != HOOK_DONE) return loop_why(l, "%s", why ? why : "its iterations differ");
  code = l->rolling.code;
  if (v_is_empty(code)) return true;
  return run_scalar_binary(vm, BINARY_OR, l->code_in, code, &l->rolling.code);
}

static bool run_iteration(Loop *l, Value control, Value *next) {
  Value item;
  bool ended;
  const Source *s = l->context;
  if (!source_item(l->vm, s->it, control, &item)) return false;
  if (l->masked && l->coded) {
    if (!run_masked(l, item)) return false;
  } else {
    *l->frame->sp++ = item;
    if (!loop_run_piece(l, l->region->body, &ended)) return false;
  }
  MlirValue k;
  if (!trace_use(l->vm, control, &k)) return false;
  stage_locate(l->vm);
  MlirValue one = op_splat_int(l->vm->build, mlirValueGetType(k), 1);
  *next = run_scalar_new(l->vm, RUN_INT, op_add(l->vm->build, k, one));
  return true;
}

//===-- scan -------------------------------------------------------------------------------===//

static bool emit_scan(Loop *l, Body *b, MlirOperation *out) {
  VM *vm = l->vm;
  uint32_t carries = loop_carries(l);
  MlirValue *in = ARENA_ARRAY(vm->arena, MlirValue, carries);
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, b->n);
  if (!loop_initial(l, v_int(0), in)) {
    mlirRegionDestroy(b->region);
    return false;
  }
  for (uint32_t i = 0; i < b->n; i++) {
    types[i] = aval_type(vm, &b->avals[i]);
    if (i >= carries) types[i] = type_with_dims(types[i], dims_prepend(l->n, type_dims(types[i])));
  }
  MlirContext ctx = vm->context;
  OpCall c = {.kind = OP_SCAN, .nin = (int)carries, .nout = (int)b->n, .in = in, .out = types};
  c.nregions = 1;
  c.regions = &b->region;
  c.attrs =
      attrs_make(ctx, 2, "num_carry", attr_of_int(ctx, carries), "length", attr_of_int(ctx, l->n));
  *out = stage_op_regions(vm, &c);
  if (mlirOperationIsNull(*out)) return false;
  return stack_extend(l, b, *out);
}

//===-- while ------------------------------------------------------------------------------===//

// counter < count, and the last iteration did not leave.
static bool go_on_region(Loop *l, const Source *s, MlirRegion *out) {
  VM *vm = l->vm;
  TraceSpec spec = {TRACE_PIECE, "for", "for", vm_here(vm)};
  Trace *t = trace_begin_region(vm, &spec, loop_carries(l), loop_avals(l));
  Value stop = s->n >= 0 ? v_int(s->n) : s->count, go, stays;
  bool ok = run_scalar_compare(vm, COMPARE_LT, trace_arg(vm, t, 0), stop, &go);
  if (ok && l->coded)
    ok = run_scalar_compare(vm, COMPARE_EQ, trace_arg(vm, t, 1), v_int(EXIT_NEXT), &stays) &&
         run_scalar_binary(vm, BINARY_AND, go, stays, &go);
  if (!ok) return trace_abandon(vm, t), false;
  return trace_end_region(vm, t, 1, &go, NULL, out);
}

static bool emit_while(Loop *l, Body *b, const Source *s, MlirOperation *out) {
  MlirRegion condition;
  if (go_on_region(l, s, &condition)) return loop_emit_while(l, b, v_int(0), condition, out);
  mlirRegionDestroy(b->region);
  return false;
}

//===-- the hook ---------------------------------------------------------------------------===//

static bool can_peel(const Loop *l) { return l->n > LOOP_LEAST && l->why; }

static HookResult refuse(Loop *l, bool first) {
  VM *vm = l->vm;
  if (!first || !can_peel(l)) loop_explain(l, LOOP_UNROLLED);
  Value exc = vm->exc;
  vm->exc = V_EMPTY;
  if (l->n >= 0) return HOOK_DECLINE; // what fails, fails again unrolled
  const Source *s = l->context;
  if (source_settle(vm, s)) return HOOK_DECLINE;
  vm->exc = exc;
  if (v_is_empty(vm->exc))
    vm_unsupported(vm, "CJ0431",
                   "this loop's length is known only to the executable, and it cannot be one loop "
                   "there: %s",
                   l->why ? l->why : "it changes something that is no array or number");
  return HOOK_ERROR;
}

static bool is_range(Value it) {
  return v_is(it, O_ITERATOR) && ((Iterator *)it.o)->kind == ITER_RANGE;
}

// Whether the loop without its last few iterations is worth another try.
static bool shorten(Loop *l) {
  int64_t left = l->n - l->rolling.keep;
  if (l->n < 0 || left <= 0 || l->rolling.keep < LOOP_LEAST) return false;
  *l = (Loop){.vm = l->vm,
              .frame = l->frame,
              .region = l->region,
              .start = l->start,
              .n = l->rolling.keep,
              .left = l->left + left,
              .control = l->control,
              .run = l->run,
              .context = l->context};
  l->vm->exc = V_EMPTY;
  return true;
}

static HookResult roll(Loop *l, const Source *s, bool first) {
  Body b;
  MlirOperation op;
  while (!loop_stage(l, &b))
    if (!shorten(l)) return refuse(l, first);
  bool scan = l->n >= 0 && (!l->coded || l->masked);
  if (scan ? !emit_scan(l, &b, &op) : !emit_while(l, &b, s, &op)) return HOOK_ERROR;
  loop_explain(l, LOOP_ROLLED);
  if (!loop_finish(l, op)) return HOOK_ERROR;
  if (l->left)
    l->frame->sp[-1] = source_rest(l->vm, s->it, l->n);
  else
    l->frame->sp--; // the iterator
  return loop_leave(l, op);
}

// Runs an iteration as it stands.  DECLINE: the loop goes on, at its head.
static HookResult run_one(Loop *l) {
  VM *vm = l->vm;
  Frame *f = l->frame;
  Value item;
  bool done = false;
  uint32_t stops[2] = {l->region->head, l->region->join};
  Piece piece;
  if (!iter_next(vm, f->sp[-1], &item, &done) || done) return HOOK_ERROR;
  *f->sp++ = item;
  f->pc = l->region->body;
  vm_run_piece(vm, f, l->region->at, stops, 2, &piece);
  if (piece.exit == PIECE_ERROR) return HOOK_ERROR;
  if (piece.exit == PIECE_RETURN) {
    flow_return(f, piece.value);
    return HOOK_DONE;
  }
  f->pc = stops[piece.stop];
  return piece.stop ? HOOK_DONE : HOOK_DECLINE;
}

static bool has_break(const Loop *l) {
  const Code *code = l->frame->code;
  for (uint32_t pc = l->region->body; pc < l->region->end; pc++)
    if ((code->ops[pc] & 0xff) == BC_JUMP && code->ops[pc] >> 8 == l->region->join) return true;
  return false;
}

// Few iterations are unrolled, but for those of a loop within one that is being rolled: where that
// one would go on behind a run-time `break` of this one can only be a number.
static bool is_short(const Loop *l, const Source *s) {
  const Staging *st = staging(l->vm);
  bool all = (st->no_rolling || st->shown) && !has_break(l);
  return s->n >= 0 && (s->n < LOOP_LEAST || all) && !(rolling_any() && has_break(l));
}

static HookResult try_roll(VM *vm, Frame *f, const Region *region, bool *peel) {
  Source s;
  static const int64_t none[1];
  Loop l = {.vm = vm, .frame = f, .region = region};
  if (!source_open(vm, f->sp[-1], &s)) {
    if (!v_is_empty(vm->exc)) return HOOK_ERROR;
    loop_why(&l, "it goes over %s, item by item", source_name(f->sp[-1]));
    return loop_explain(&l, LOOP_UNROLLED), HOOK_DECLINE;
  }
  if (is_short(&l, &s)) {
    if (s.n >= LOOP_LEAST)
      loop_why(&l, staging(vm)->shown ? "make_jaxpr shows it" : "--no-rolling");
    else
      loop_why(&l, "it has %lld iterations, fewer than %d", (long long)s.n, LOOP_LEAST);
    return loop_explain(&l, LOOP_UNROLLED), HOOK_DECLINE;
  }
  f->pc = region->at;
  l = (Loop){.vm = vm, .frame = f, .region = region, .n = s.n, .run = run_iteration, .context = &s};
  l.control = (Aval){.dtype = DTYPE_I64, .run = true, .weak = true, .shape = none};
  l.start = frame_save(vm, f, vm->arena);
  bool unrolls = false;
  if (is_range(s.it) && !*peel && try_plain(&l, v_int(((Iterator *)s.it.o)->i), &unrolls)) {
    Value ignored;
    bool done;
    f->pc = region->at;
    loop_explain(&l, LOOP_PLAIN);
    return iter_next(vm, s.it, &ignored, &done) ? HOOK_DONE : HOOK_ERROR;
  }
  if (unrolls) {
    loop_why(&l, "it only prints what is known while compiling");
    return loop_explain(&l, LOOP_UNROLLED), HOOK_DECLINE;
  }
  HookResult h = roll(&l, &s, !*peel);
  *peel = h == HOOK_DECLINE && can_peel(&l) && !*peel;
  return h;
}

// What only the first iteration does (a function is traced and prints, an attribute that was None
// is set) is left to it.
static HookResult roll_for(VM *vm, Frame *f, const Region *region) {
  bool peel = false;
  HookResult h = try_roll(vm, f, region, &peel);
  if (!peel) return h;
  Loop l = {.vm = vm, .frame = f, .region = region};
  h = run_one(&l);
  if (h != HOOK_DECLINE) return h;
  h = try_roll(vm, f, region, &peel);
  return h == HOOK_DECLINE ? HOOK_DONE : h;
}

HookResult flow_for(VM *vm, Frame *f, const Region *region) {
  if (region->kind == REGION_FOR && is_run_lines(f->sp[-1])) return flow_lines(vm, f, region);
  if (region->kind == REGION_FOR) return roll_for(vm, f, region);
  return region->kind == REGION_WHILE ? flow_while_true(vm, f, region) : HOOK_DECLINE;
}
