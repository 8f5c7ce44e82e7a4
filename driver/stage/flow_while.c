// flow_while.c -- `while` on a run-time condition, and `while True` left by a run-time `break`.
//
// The condition before the first iteration is known when the loop is rolled, so that the body of
// the cjax.while is the body and then the test; what it carries first is whether to go on.
#include "driver/stage/flow_loop.h"

#include "driver/stage/vm_internal.h"

static bool is_forever(const Loop *l) { return l->region->at < l->region->head; }

// The loop's test, run from its head, whose result is left on the stack.
static bool run_test(Loop *l, Value *out) {
  VM *vm = l->vm;
  Frame *f = l->frame;
  Piece piece;
  uint32_t stop = l->region->at;
  f->pc = l->region->head;
  vm_run_piece(vm, f, stop, &stop, 1, &piece);
  if (piece.exit == PIECE_ERROR) return false;
  if (piece.exit == PIECE_RETURN) return loop_why(l, "its condition returns");
  *out = *--f->sp;
  return true;
}

// The test where the iteration did not leave the loop, else False.
static bool run_guarded_test(Loop *l, Value *out) {
  VM *vm = l->vm;
  Frame *f = l->frame;
  Value next, code = l->rolling.code, returned = l->rolling.returned;
  const char *why = NULL;
  uint32_t at = l->region->at;
  ForkSpec spec = {.at = at, .place = UINT32_MAX, .join = at};
  spec.start[0] = (Start){.pc = at, .push = v_bool(false), .returned = V_EMPTY};
  spec.start[1] = (Start){.pc = l->region->head, .push = V_EMPTY, .returned = V_EMPTY};
  if (!run_scalar_compare(vm, COMPARE_EQ, code, v_int(EXIT_NEXT), &next)) return false;
  HookResult h = flow_fork(vm, f, &spec, next, &why);
  if (h == HOOK_ERROR) return false;
  if (h != HOOK_DONE) return loop_why(l, "its condition: %s", why ? why : "cannot be staged");
  l->rolling.code = code;
  l->rolling.returned = returned;
  *out = *--f->sp;
  return true;
}

// Whether to go on, as a run-time bool.
static bool next_flag(Loop *l, Value *out) {
  VM *vm = l->vm;
  Value test = v_bool(true);
  bool coded = !v_is_empty(l->rolling.code), holds;
  if (is_forever(l)) {
    if (coded) return run_scalar_compare(vm, COMPARE_EQ, l->rolling.code, v_int(EXIT_NEXT), out);
  } else if (coded ? !run_guarded_test(l, &test) : !run_test(l, &test)) {
    return false;
  }
  if (!v_is_staged(test)) {
    if (!truth(vm, test, &holds)) return false;
    return *out = v_bool(holds), true;
  }
  MlirValue v;
  if (!condition_value(vm, test, &v)) return false;
  return *out = run_scalar_new(vm, RUN_BOOL, v), true;
}

static bool run_iteration(Loop *l, Value control, Value *next) {
  bool ended;
  return loop_run_piece(l, l->region->body, &ended) && next_flag(l, next);
}

static bool flag_region(Loop *l, MlirRegion *out) {
  VM *vm = l->vm;
  TraceSpec spec = {TRACE_PIECE, "while", "while", vm_here(vm)};
  Trace *t = trace_begin_region(vm, &spec, loop_carries(l), loop_avals(l));
  Value flag = trace_arg(vm, t, 0);
  return trace_end_region(vm, t, 1, &flag, NULL, out);
}

static bool stage(Loop *l, Body *b) {
  if (!loop_stage(l, b)) return false;
  if (is_run_scalar(b->next)) return true;
  mlirRegionDestroy(b->region);
  return loop_why(l, "its condition does not depend on what the executable finds out");
}

// DECLINE: with l->why.
static HookResult roll(Loop *l, Value flag) {
  static const int64_t none[1];
  Body b;
  MlirOperation op;
  MlirRegion condition;
  l->control = (Aval){.dtype = DTYPE_BOOL, .run = true, .shape = none};
  if (!stage(l, &b)) return HOOK_DECLINE;
  if (!flag_region(l, &condition) || !loop_emit_while(l, &b, flag, condition, &op))
    return HOOK_ERROR;
  loop_explain(l, true);
  return loop_finish(l, op) ? loop_leave(l, op) : HOOK_ERROR;
}

// What fails in a first iteration that is speculative fails again where it is run.
static HookResult go_on_unrolled(Loop *l, Value condition) {
  VM *vm = l->vm;
  bool holds;
  Value exc = vm->exc;
  loop_explain(l, false);
  vm->exc = V_EMPTY;
  if (truth(vm, condition, &holds)) return holds ? HOOK_TRUE : HOOK_FALSE;
  if (l->why)
    vm_add_note(vm, vm_user_here(vm), "this loop cannot be one loop of the executable: %s", l->why);
  else if (!v_is_empty(exc))
    vm_add_note(vm, vm_user_here(vm), "this loop cannot be one loop of the executable: %s",
                exc_text(vm, exc));
  return HOOK_ERROR;
}

HookResult flow_while(VM *vm, Frame *f, const Region *r, Value condition) {
  MlirValue c;
  Loop l = {.vm = vm, .frame = f, .region = r, .n = -1, .run = run_iteration};
  l.start = frame_save(vm, f, vm->arena);
  if (!condition_value(vm, condition, &c)) return HOOK_ERROR;
  HookResult h = roll(&l, run_scalar_new(vm, RUN_BOOL, c));
  return h == HOOK_DECLINE ? go_on_unrolled(&l, condition) : h;
}

HookResult flow_while_true(VM *vm, Frame *f, const Region *r) {
  Loop l = {.vm = vm, .frame = f, .region = r, .n = -1, .run = run_iteration};
  l.start = frame_save(vm, f, vm->arena);
  HookResult h = roll(&l, v_bool(true));
  if (h != HOOK_DECLINE) return h;
  loop_explain(&l, false);
  vm->exc = V_EMPTY;
  return HOOK_DECLINE;
}
