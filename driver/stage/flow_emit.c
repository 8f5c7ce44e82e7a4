// flow_emit.c -- the ops of rolled loops, and where the program goes on behind them.
#include "driver/stage/flow_loop.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

bool loop_initial(Loop *l, Value control, MlirValue *out) {
  VM *vm = l->vm;
  uint32_t n = loop_carries(l), first = loop_first(l);
  Aval *types = loop_avals(l);
  for (uint32_t i = 0; i < n; i++) {
    Value v = i == 0 ? control : i < first ? v_int(EXIT_NEXT) : l->leaf[i - first].from[0];
    if (!leaf_convert(vm, v, &types[i], &v) || !trace_use(vm, v, &out[i])) return false;
  }
  return true;
}

bool loop_emit_while(Loop *l, Body *b, Value control, MlirRegion condition, MlirOperation *out) {
  VM *vm = l->vm;
  uint32_t n = loop_carries(l);
  MlirValue *in = ARENA_ARRAY(vm->arena, MlirValue, n);
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, n);
  MlirRegion regions[2] = {condition, b->region};
  Value before = V_EMPTY;
  if ((b->releases && !texts_mark(vm, &before)) || !loop_initial(l, control, in)) {
    mlirRegionDestroy(condition);
    mlirRegionDestroy(b->region);
    return false;
  }
  for (uint32_t i = 0; i < n; i++)
    types[i] = mlirValueGetType(in[i]);
  OpCall c = {.kind = OP_WHILE, .nin = (int)n, .nout = (int)n, .in = in, .out = types};
  c.nregions = 2;
  c.regions = regions;
  *out = stage_op_regions(vm, &c);
  if (mlirOperationIsNull(*out) || !flow_reversible(vm, out)) return false;
  return !b->releases || texts_unmark(vm, before);
}

static bool finish_carried(Loop *l, Carried *c, Merge *m) {
  VM *vm = l->vm;
  Value v;
  if (c->appended) return true;
  if (c->induced)
    v = v_int(c->before.i + c->step * l->n);
  else if (v_is_empty(c->before) ? !merge_single(vm, m, 1, c->after, &v)
                                 : !merge_values(vm, m, c->before, c->after, &v))
    return false;
  if (c->place.kind == PLACE_RESULT) return l->returned = v, true;
  if (c->place.kind == PLACE_LAST) return true; // it has got its items
  return place_write(vm, l->frame, &c->place, v);
}

// The last value of the loop's own counter is known.
static Value final_value(Loop *l, const Carried *c, Value v) {
  if (l->n < 1 || l->coded || v_is_empty(l->counter) || !is_run_scalar(c->after)) return v;
  const RunScalar *x = AS_RUN_SCALAR(c->after);
  if (x->run != RUN_INT || !x->affine) return v;
  if (x->base.ptr != AS_RUN_SCALAR(l->counter)->value.ptr) return v;
  return v_int(x->scale * (l->n - 1) + x->offset);
}

bool loop_finish(Loop *l, MlirOperation op) {
  VM *vm = l->vm;
  uint32_t first = loop_first(l);
  Value *leaves = ARENA_ARRAY(vm->arena, Value, l->nleaves + 1);
  for (uint32_t i = 0; i < l->nleaves; i++)
    leaves[i] = final_value(l, &(Carried){.after = l->leaf[i].from[1]},
                            aval_value(vm, &l->leaf[i].target, op_result(op, (int)(first + i))));
  Merge m = {.results = leaves, .since = l->after_since};
  l->returned = V_EMPTY;
  for (uint32_t i = 0; i < l->ncarried; i++)
    if (!finish_carried(l, &l->carried[i], &m)) return false;
  return true;
}

static Start start_at(uint32_t pc) {
  return (Start){.pc = pc, .push = V_EMPTY, .returned = V_EMPTY};
}

static HookResult take(Frame *f, const Start *s) {
  f->pc = s->pc;
  f->sp -= s->pop;
  if (!v_is_empty(s->returned)) flow_return(f, s->returned);
  return HOOK_DONE;
}

// Two ways behind the loop: the code is `code`, or not.  Where they cannot be joined, which of them
// it is must be known now.
static HookResult leave_by_code(Loop *l, Value code, int which, const ForkSpec *spec) {
  VM *vm = l->vm;
  Value is;
  const char *why = NULL;
  if (!run_scalar_compare(vm, COMPARE_EQ, code, v_int(which), &is)) return HOOK_ERROR;
  HookResult h = flow_fork(vm, l->frame, spec, is, &why);
  if (h != HOOK_DECLINE) return h;
  bool holds;
  if (truth(vm, is, &holds)) return take(l->frame, &spec->start[holds]);
  if (!trace_is_concrete(vm->trace)) {
    vm_add_note(vm, *l->frame->code->at[l->region->at],
                "how this loop ends decides what follows, which cannot be joined: %s",
                 why ? why : "the ways differ");
    return HOOK_ERROR;
  }
  vm->exc = V_EMPTY;
  vm_unsupported(vm, "CJ0433",
                 "how this loop ends decides what follows, which cannot be joined: %s",
                 why ? why : "the ways differ");
  return HOOK_ERROR;
}

HookResult loop_leave(Loop *l, MlirOperation op) {
  Frame *f = l->frame;
  const Region *r = l->region;
  f->pc = l->left ? r->head : r->other;
  if (!l->coded) return HOOK_DONE;
  static const int64_t none[1];
  Aval type = {.dtype = DTYPE_I64, .run = true, .weak = true, .shape = none};
  Value code = aval_value(l->vm, &type, op_result(op, 1));
  bool breaks = l->rolling.mask & 1u << EXIT_BREAK, returns = l->rolling.mask & 1u << EXIT_RETURN;
  bool forever = r->at < r->head; // only a break or return ends it
  if (forever) f->pc = r->join;
  ForkSpec spec = {.at = r->at, .place = r->join, .join = UINT32_MAX};
  spec.start[0] = start_at(f->pc);
  if (returns && forever && !breaks) {
    flow_return(f, l->returned);
    return HOOK_DONE;
  }
  if (returns) {
    spec.start[1] = start_at(r->join);
    spec.start[1].pop = l->left;
    spec.start[1].returned = l->returned;
    return leave_by_code(l, code, EXIT_RETURN, &spec);
  }
  if (!breaks || f->pc == r->join) return HOOK_DONE;
  spec.join = r->join;
  spec.start[1] = start_at(r->join);
  spec.start[1].pop = l->left;
  return leave_by_code(l, code, EXIT_BREAK, &spec);
}

//===-- loops that are unrolled ------------------------------------------------------------===//

enum { UNROLL_LIMIT = 100000 }; // ops

// The outermost one that runs now, and how many ops there were when it began.
static struct Unrolled {
  const Frame *frame;
  const Code *code;
  const Region *region;
  uint64_t nops;
  const char *why;
} unrolled;

static bool is_running(VM *vm, const struct Unrolled *u) {
  for (const Frame *f = vm->frame; f; f = f->back)
    if (f == u->frame && f->code == u->code)
      return f->pc >= u->region->head && f->pc <= u->region->end;
  return false;
}

static void note_unrolled(const Loop *l, const char *why) {
  VM *vm = l->vm;
  if (unrolled.frame && is_running(vm, &unrolled)) return;
  unrolled = (struct Unrolled){l->frame, l->frame->code, l->region, staging(vm)->nops,
                               why};
}

bool loop_check_growth(VM *vm) {
  if (!unrolled.frame || staging(vm)->nops - unrolled.nops < UNROLL_LIMIT) return true;
  SrcRange at = *unrolled.code->at[unrolled.region->at];
  bool running = is_running(vm, &unrolled);
  unrolled.frame = NULL;
  if (!running) return true;
  vm_unsupported(vm, "CJ0434",
                 "an unrolled loop has grown to more than %d operations; jax.lax.scan or fori_loop "
                 "makes one loop of it",
                 UNROLL_LIMIT);
  vm_add_note(vm, at, "the loop, which is unrolled: %s", unrolled.why);
  return false;
}

// The text of an exception, without its class when that is only "not supported".
static const char *failure_text(VM *vm, Value exc) {
  const char *text = exc_text(vm, exc), *colon = strstr(text, ": ");
  return exc_matches(vm, exc, vm->type[E_UnsupportedError]) && colon ? colon + 2 : text;
}

static const char *reason(const Loop *l) {
  if (l->why) return l->why;
  return v_is_empty(l->vm->exc) ? "its iterations differ" : failure_text(l->vm, l->vm->exc);
}

typedef struct Explained {
  SrcRange at;
  const char *text;
  struct Explained *next;
} Explained;

// Says it once.
static void explain(VM *vm, SrcRange at, const char *text) {
  static Explained *all;
  for (const Explained *e = all; e; e = e->next)
    if (e->at.file == at.file && e->at.line == at.line && e->at.col == at.col &&
        !strcmp(e->text, text))
      return;
  Explained *e = ARENA_NEW(vm->arena, Explained);
  *e = (Explained){at, text, all};
  all = e;
  diag_note(at, "%s", text);
}

void loop_explain(const Loop *l, LoopFate fate) {
  VM *vm = l->vm;
  const char *plain = "its first iteration computes nothing of arrays";
  const char *why = fate == LOOP_UNROLLED ? reason(l) : plain;
  if (fate != LOOP_ROLLED) note_unrolled(l, why);
  if (!staging(vm)->explain_loops || l->frame->code->flags & CODE_LIBRARY) return;
  SrcRange at = *l->frame->code->at[l->region->at];
  if (fate == LOOP_PLAIN) {
    explain(vm, at, arena_printf(vm->arena, "this loop runs while compiling: %s", plain));
  } else if (fate == LOOP_ROLLED) {
    explain(vm, at, "this loop is one loop of the executable");
  } else {
    explain(vm, at, arena_printf(vm->arena, "this loop is unrolled: %s", why));
    const Exception *e = v_is_empty(vm->exc) || l->why ? NULL : (Exception *)vm->exc.o;
    for (uint32_t i = 0; e && i < e->ntrace; i++)
      if (!(e->trace[i].code->flags & CODE_LIBRARY))
        return explain(vm, e->trace[i].at, "this is what needs it");
  }
}
