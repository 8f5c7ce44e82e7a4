// flow_branch.c -- `if` and its relatives on a run-time condition.
//
// Both ways are staged from the jump to the place where they meet, each into a region of its own and undone; what they leave
// is merged into results of one cjax.case.  A way that returns makes the other run to its return as well; a way that ends in
// an exception nobody catches becomes a failing check.
#include "driver/stage/flow_loop.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

enum { MAX_STOPS = 16 };

typedef struct Way {
  Trace *trace;
  Piece piece;
  Places places;
  uint32_t slots; // live in the frame at the end
  Value exc;      // that ended it, or empty
} Way;

typedef struct Branch {
  VM *vm;
  Frame *frame;
  const Region *region;
  FrameCopy *before;
  uint32_t stops[MAX_STOPS], nstops;
  Way way[2]; // 0: the condition is false
} Branch;

bool condition_value(VM *vm, Value v, MlirValue *out) {
  Array *x;
  if (is_run_scalar(v) && AS_RUN_SCALAR(v)->run == RUN_BOOL) return trace_use(vm, v, out);
  MlirValue in, zero;
  MlirType type;
  if (is_array(v)) {
    if (!array_of(vm, v, &x) || !trace_use(vm, v, &in)) return false;
    if (x->rank) {
      type = type_tensor(dtype_type(vm, x->dtype), dims_of(0, NULL));
      MlirOperation op = stage_op(vm, OP_RESHAPE, 1, &in, (MlirAttribute){0}, 1, &type);
      if (mlirOperationIsNull(op)) return false;
      in = op_result(op, 0);
    }
    if (x->dtype == DTYPE_BOOL) return *out = in, true;
  } else if (!trace_use(vm, v, &in)) {
    return false;
  }
  zero = op_zeros(vm->build, mlirValueGetType(in));
  MlirValue both[2] = {in, zero};
  MlirOperation op = stage_op(vm, OP_NE, 2, both, (MlirAttribute){0}, 1, NULL);
  if (mlirOperationIsNull(op)) return false;
  *out = op_result(op, 0);
  return true;
}

//===-- failures ---------------------------------------------------------------------------===//

static const char *message_text(VM *vm, const DiagMessage *d) {
  const char *place = "", *line = "";
  if (d->at.line) {
    size_t n = 0;
    const char *source = diag_source_line(d->at.file, d->at.line, &n);
    place = arena_printf(vm->arena, "%s:%u:%u: ", diag_file_name(d->at.file), d->at.line, d->at.col);
    if (source)
      line = arena_printf(vm->arena, "    %.*s\n    %*s^\n", (int)n, source, (int)d->at.col - 1, "");
  }
  if (d->kind != DIAG_ERROR) return arena_printf(vm->arena, "%snote: %s\n%s", place, d->text, line);
  return arena_printf(vm->arena, "%serror: [%s] %s: %s\n%s", place, d->id ? d->id : "CJ0100", d->type ? d->type : "Error",
                      d->text, line);
}

bool emit_failure(VM *vm, Value exc) {
  DiagCapture c;
  diag_capture(&c, vm->arena);
  exc_report(vm, exc);
  diag_release_capture(&c);
  const char *text = "";
  for (const DiagMessage *d = c.first; d; d = d->next)
    text = arena_printf(vm->arena, "%s%s", text, message_text(vm, d));
  MlirAttribute piece = attr_str(vm, text);
  MlirAttribute attrs = attrs_make(vm->context, 2, "text", mlirArrayAttrGet(vm->context, 1, &piece), "fields",
                                   mlirArrayAttrGet(vm->context, 0, NULL));
  stage_locate(vm);
  MlirType i1 = type_tensor(mlirIntegerTypeGet(vm->context, 1), dims_of(0, NULL));
  MlirValue no = op_splat_int(vm->build, i1, 0);
  return !mlirOperationIsNull(stage_op(vm, OP_CHECK, 1, &no, attrs, 0, NULL));
}

//===-- staging the two ways -----------------------------------------------------------------===//

static void suspend(VM *vm, Trace *t) {
  vm->trace = t->outer;
  vm->build = t->saved;
}

static void resume(VM *vm, Trace *t) {
  vm->trace = t;
  vm->build = &t->build;
}

static void drop(VM *vm, Way *w) {
  if (!w->trace) return;
  resume(vm, w->trace);
  trace_abandon(vm, w->trace);
  w->trace = NULL;
}

// An exception that ends a way: one that is caught further out cannot be staged.
static bool staged_failure(VM *vm, Way *w) {
  w->exc = vm->exc;
  vm->exc = V_EMPTY;
  if (vm_would_catch(vm, w->exc.o->cls) || exc_matches(vm, w->exc, vm->type[E_UnsupportedError]) ||
      !exc_matches(vm, w->exc, vm->type[E_Exception]))
    return false;
  return emit_failure(vm, w->exc);
}

// False: this way cannot be staged; its exception is in vm->exc or w->exc.
static bool run_way(Branch *b, int which) {
  VM *vm = b->vm;
  Way *w = &b->way[which];
  Log log;
  *w = (Way){.exc = V_EMPTY};
  log_begin(vm, &log, vm->arena);
  w->trace = trace_begin_region(vm, &(TraceSpec){TRACE_PIECE, "if", "if", vm_here(vm)}, 0, NULL);
  uint32_t start = b->frame->pc = which ? b->region->body : b->region->other;
  Bytecode jump = b->frame->code->ops[b->region->at] & 0xff;
  bool keeps = jump == BC_JUMP_IF_FALSE_OR_POP || jump == BC_JUMP_IF_TRUE_OR_POP;
  if (keeps && start == b->region->at + 1) b->frame->sp--;
  vm_run_piece(vm, b->frame, b->region->at, b->stops, b->nstops, &w->piece);
  bool ok = w->piece.exit != PIECE_ERROR;
  w->slots = frame_slots(b->frame);
  if (ok) places_collect(vm, &log, b->frame, b->before, &w->places);
  log_undo(vm, &log);
  log_end(vm, &log);
  frame_restore(vm, b->frame, b->before);
  if (!ok) ok = staged_failure(vm, w);
  suspend(vm, w->trace);
  return ok;
}

// Loops around the branch: where `continue` and `break` go.
static void add_loop_stops(Branch *b) {
  const Code *code = b->frame->code;
  for (uint32_t i = 0; i < code->nregions; i++) {
    const Region *r = &code->regions[i];
    bool loop = r->kind == REGION_FOR || r->kind == REGION_WHILE;
    if (!loop || r->at == b->region->at || b->region->at < r->head || b->region->at > r->end) continue;
    uint32_t places[2] = {r->head, r->join};
    for (int k = 0; k < 2; k++) {
      bool known = false;
      for (uint32_t j = 0; j < b->nstops; j++) known |= b->stops[j] == places[k];
      if (!known && b->nstops < MAX_STOPS) b->stops[b->nstops++] = places[k];
    }
  }
}

static uint32_t way_end(const Branch *b, int i) {
  const Way *w = &b->way[i];
  return w->piece.exit == PIECE_STOP ? b->stops[w->piece.stop] : UINT32_MAX;
}

static bool run_both(Branch *b) {
  for (int i = 0; i < 2; i++) drop(b->vm, &b->way[i]);
  return run_way(b, 0) && run_way(b, 1);
}

// Stages both so that they end at one place.
static bool stage_ways(Branch *b) {
  b->stops[0] = b->region->join;
  b->nstops = 1;
  add_loop_stops(b);
  if (!run_both(b)) return false;
  bool dead = !v_is_empty(b->way[0].exc) || !v_is_empty(b->way[1].exc);
  if (dead || way_end(b, 0) == way_end(b, 1)) return true;
  // One goes on where the other leaves: let both run until they leave.
  for (uint32_t i = 1; i < b->nstops; i++) b->stops[i - 1] = b->stops[i];
  b->nstops--;
  return run_both(b) && way_end(b, 0) == way_end(b, 1);
}

//===-- merging --------------------------------------------------------------------------------===//

static Value left_there(Branch *b, int which, const Place *p) {
  int64_t i = places_find(&b->way[which].places, p);
  return i >= 0 ? b->way[which].places.value[i] : place_read(b->vm, b->frame, p);
}

// All places that either way wrote.  A dead way agrees with the other.
static void union_places(Branch *b, Places *all) {
  for (int w = 0; w < 2; w++)
    for (uint32_t i = 0; i < b->way[w].places.n; i++)
      places_add(b->vm, all, b->way[w].places.place[i], V_EMPTY);
}

static bool merge_all(Branch *b, const Places *all, Merge *m, Value *returned, Value *merged) {
  VM *vm = b->vm;
  int alive = v_is_empty(b->way[0].exc) ? 0 : 1;
  bool both = v_is_empty(b->way[0].exc) && v_is_empty(b->way[1].exc);
  for (uint32_t i = 0; i < all->n; i++) {
    const Place *p = &all->place[i];
    Value x = left_there(b, both ? 0 : alive, p), y = left_there(b, both ? 1 : alive, p);
    if (p->kind == PLACE_OTHER) {
      m->why = arena_printf(vm->arena, "%s changes", place_name(vm, b->frame, p));
      return false;
    }
    if (!both) x = y;
    if (!merge_values(vm, m, x, y, &merged[i])) {
      if (m->why) m->why = arena_printf(vm->arena, "%s is %s", place_name(vm, b->frame, p), m->why);
      return false;
    }
  }
  *returned = V_EMPTY;
  if (b->way[alive].piece.exit != PIECE_RETURN) return true;
  Value x = b->way[both ? 0 : alive].piece.value, y = b->way[both ? 1 : alive].piece.value;
  if (merge_values(vm, m, x, y, returned)) return true;
  if (m->why) m->why = arena_printf(vm->arena, "the function returns %s", m->why);
  return false;
}

static bool end_way(Branch *b, int which, const Merge *m, MlirRegion *out) {
  VM *vm = b->vm;
  Way *w = &b->way[which];
  Value *values = ARENA_ARRAY(vm->arena, Value, m->n + 1);
  resume(vm, w->trace);
  for (uint32_t i = 0; i < m->n; i++) {
    const Leaf *l = &m->leaf[i];
    if (!v_is_empty(w->exc)) values[i] = aval_value(vm, &l->target, op_zeros(vm->build, aval_type(vm, &l->target)));
    else if (!leaf_convert(vm, l->from[which], &l->target, &values[i])) {
      drop(vm, w);
      return false;
    }
  }
  Trace *t = w->trace;
  w->trace = NULL; // trace_end_region ends it whatever happens
  return trace_end_region(vm, t, m->n, values, NULL, out);
}

static bool emit_case(Branch *b, MlirValue condition, const Merge *m, Value *results) {
  VM *vm = b->vm;
  MlirRegion regions[2];
  if (!end_way(b, 0, m, &regions[0])) return false;
  if (!end_way(b, 1, m, &regions[1])) {
    mlirRegionDestroy(regions[0]);
    return false;
  }
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, m->n + 1);
  for (uint32_t i = 0; i < m->n; i++) types[i] = aval_type(vm, &m->leaf[i].target);
  OpCall c = {.kind = OP_CASE, .nin = 1, .nout = (int)m->n, .in = &condition, .out = types, .nregions = 2,
              .regions = regions};
  MlirOperation op = stage_op_regions(vm, &c);
  if (mlirOperationIsNull(op)) return false;
  for (uint32_t i = 0; i < m->n; i++) results[i] = aval_value(vm, &m->leaf[i].target, op_result(op, (int)i));
  return true;
}

// A RETURN of the code, to leave the function through.
static uint32_t find_return(const Code *code) {
  for (uint32_t i = 0; i < code->nops; i++)
    if ((code->ops[i] & 0xff) == BC_RETURN) return i;
  BUG("a function without RETURN");
}

static bool apply(Branch *b, const Places *all, const Value *merged, Value returned) {
  VM *vm = b->vm;
  Frame *f = b->frame;
  int alive = v_is_empty(b->way[0].exc) ? 0 : 1;
  uint32_t base = f->code->nlocals + f->code->ncells + f->code->nfree;
  if (!v_is_empty(returned)) {
    f->sp = f->slot + base;
    *f->sp++ = returned;
    f->pc = find_return(f->code);
  } else {
    f->sp = f->slot + b->way[alive].slots;
    f->pc = way_end(b, alive);
  }
  for (uint32_t i = 0; i < all->n; i++) {
    const Place *p = &all->place[i];
    if (p->kind == PLACE_SLOT && p->slot >= frame_slots(f)) continue;
    if (p->kind == PLACE_SLOT && !v_is_empty(returned) && p->slot >= base) continue;
    if (!place_write(vm, f, p, merged[i])) return false;
  }
  return true;
}

//===-- the hook ---------------------------------------------------------------------------------===//

// The branch cannot be staged: an answer found while compiling, or JAX's error with a note.
static HookResult give_up(Branch *b, Value condition, const char *why) {
  VM *vm = b->vm;
  for (int i = 0; i < 2; i++) drop(vm, &b->way[i]);
  if (!v_is_empty(vm->exc)) return HOOK_ERROR;
  bool holds;
  if (truth(vm, condition, &holds)) return holds ? HOOK_TRUE : HOOK_FALSE;
  if (why) vm_add_note(vm, vm_user_here(vm), "the two ways of this condition cannot be joined: %s", why);
  return HOOK_ERROR;
}

static bool leaves_to_jax(VM *vm, Value v) {
  Value error;
  if (trace_is_concrete(vm->trace)) return false;
  if (!import_attr(vm, "jax.errors", "TracerBoolConversionError", &error)) {
    vm_clear_exc(vm);
    return false;
  }
  return v_is(error, O_CLASS) && vm_would_catch(vm, AS_CLASS(error));
}

static HookResult stage_branch(Branch *b, Value condition, MlirValue c) {
  VM *vm = b->vm;
  Merge m = {0};
  Places all = {0};
  Value returned;
  if (!stage_ways(b)) {
    if (v_is_empty(vm->exc)) return give_up(b, condition, "one of them leaves the loop or fails");
    return give_up(b, condition, NULL);
  }
  if (!v_is_empty(b->way[0].exc) && !v_is_empty(b->way[1].exc)) return give_up(b, condition, "both of them fail");
  if (v_is_empty(b->way[0].exc) && v_is_empty(b->way[1].exc) && b->way[0].piece.exit == PIECE_STOP &&
      b->way[0].slots != b->way[1].slots)
    return give_up(b, condition, "they leave different loops");
  union_places(b, &all);
  Value *merged = ARENA_ARRAY(vm->arena, Value, all.n + 1);
  if (!merge_all(b, &all, &m, &returned, merged)) return give_up(b, condition, m.why);
  Value *results = ARENA_ARRAY(vm->arena, Value, m.n + 1);
  if (!emit_case(b, c, &m, results)) return HOOK_ERROR;
  m.results = results;
  if (!merge_all(b, &all, &m, &returned, merged)) return HOOK_ERROR;
  return apply(b, &all, merged, returned) ? HOOK_DONE : HOOK_ERROR;
}

HookResult flow_branch(VM *vm, Frame *f, const Region *r, Value condition) {
  if ((r->kind != REGION_IF && r->kind != REGION_BOOL) || leaves_to_jax(vm, condition)) return HOOK_DECLINE;
  if (is_array(condition) && aval_size(&(Aval){.rank = AS_ARRAY(condition)->rank, .shape = AS_ARRAY(condition)->shape}) != 1)
    return HOOK_DECLINE; // truth() says why
  if (!is_array(condition) && !is_run_scalar(condition)) return HOOK_DECLINE;
  MlirValue c;
  if (!condition_value(vm, condition, &c)) return HOOK_ERROR;
  Branch b = {.vm = vm, .frame = f, .region = r, .before = frame_save(vm, f, vm->arena)};
  return stage_branch(&b, condition, c);
}

void flow_init(VM *vm) {
  vm->hooks.branch = flow_branch;
  vm->hooks.loop = flow_for;
}
