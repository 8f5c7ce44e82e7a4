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
  f->pc = l->region->head + 1; // behind the NOP
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
  spec.start[1] = (Start){.pc = l->region->head + 1, .push = V_EMPTY, .returned = V_EMPTY};
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
  loop_explain(l, LOOP_ROLLED);
  return loop_finish(l, op) ? loop_leave(l, op) : HOOK_ERROR;
}

// What fails in a first iteration that is speculative fails again where it is run.
static HookResult go_on_unrolled(Loop *l, Value condition) {
  VM *vm = l->vm;
  bool holds;
  Value exc = vm->exc;
  loop_explain(l, LOOP_UNROLLED);
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
  loop_explain(&l, LOOP_UNROLLED);
  vm->exc = V_EMPTY;
  return HOOK_DECLINE;
}

//===-- conditions known while compiling ---------------------------------------------------===//

// `while i < 1000` with static numbers: after some iterations the others are tried as one loop, in
// which those numbers are run-time ints.

enum { HEAD_SLOTS = 64, PLAIN_TURNS = 64 };

static struct HeadCount {
  const Frame *frame;
  const Code *code;
  uint32_t pc;
  uint32_t count, turn; // iterations so far; the one before which rolling is tried, 0: never
} head_counts[HEAD_SLOTS];

// This iteration is the one to begin with; head: behind it.
static struct HeadCount *count_head(const Frame *f, uint32_t head, bool enter) {
  uintptr_t key = ((uintptr_t)f >> 4) + head * 31;
  struct HeadCount *h = &head_counts[key % HEAD_SLOTS];
  if (enter || h->frame != f || h->code != f->code || h->pc != head)
    *h = (struct HeadCount){f, f->code, head, 0, LOOP_LEAST / 2};
  if (enter) return NULL;
  return ++h->count == h->turn ? h : NULL;
}

static const Region *region_of_head(const Code *code, uint32_t head) {
  for (uint32_t i = 0; i < code->nregions; i++)
    if (code->regions[i].kind == REGION_WHILE && code->regions[i].head == head)
      return &code->regions[i];
  return NULL;
}

// The iteration emits nothing: plain Python.  *again: it prints, and so may some more.
static bool is_plain(Loop *l, bool *again) {
  VM *vm = l->vm;
  Log log;
  bool ended;
  TraceSpec spec = {TRACE_PIECE, "while", "while", vm_here(vm)};
  log_begin(vm, &log, vm->arena);
  Trace *t = trace_begin_region(vm, &spec, 0, NULL);
  bool ok = loop_run_piece(l, l->region->body, &ended);
  bool plain = !ok || mlirOperationIsNull(mlirBlockGetFirstOperation(t->block));
  *again = !plain && loop_prints_plainly(vm, t, PLAIN_TURNS);
  vm->exc = V_EMPTY;
  trace_abandon(vm, t);
  log_undo(vm, &log);
  log_end(vm, &log);
  frame_restore(vm, l->frame, l->start);
  l->why = NULL;
  return plain || *again;
}

bool flow_while_head(VM *vm, Frame *f, bool enter) {
  if (f->code->flags & CODE_LIBRARY || f->flags & FRAME_PIECE || rolling_any()) return true;
  if (staging(vm)->no_rolling) return true;
  struct HeadCount *h = count_head(f, f->pc + enter, enter);
  const Region *r = h && trace_is_concrete(vm->trace) ? region_of_head(f->code, f->pc - 1) : NULL;
  if (!r) return true;
  h->turn = 0;
  Loop l = {.vm = vm, .frame = f, .region = r, .n = -1, .run = run_iteration};
  Value test = V_NONE;
  bool holds;
  if (!run_test(&l, &test)) return false;
  if (v_is_staged(test)) { // the jump finds it on the stack
    *f->sp++ = test;
    f->pc = r->at;
    return true;
  }
  if (!truth(vm, test, &holds)) return false;
  f->pc = holds ? r->body : r->other;
  if (!holds) return true;
  l.start = frame_save(vm, f, vm->arena);
  bool again;
  if (is_plain(&l, &again)) {
    if (again) h->turn = h->count + PLAIN_TURNS;
    return true;
  }
  HookResult result = roll(&l, v_bool(true));
  if (result != HOOK_DECLINE) return result == HOOK_DONE;
  loop_explain(&l, LOOP_UNROLLED);
  vm->exc = V_EMPTY;
  return true;
}
