// flow_loop.c -- finding what a loop carries: places written whose types must be a fixed point.
//
// Each round stages the body with the carried places bound to parameters.  The places written are
// merged with what they held before; that gives the types of the next round.  A place that was
// unbound starts as zeros: the body writes it first.  An int that grows by the same amount in each
// iteration is no parameter but a function of the counter, so that its range is known.
#include "driver/stage/flow_loop.h"

#include "dialect/support/vec.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

bool loop_why(Loop *l, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  if (!l->why) l->why = arena_vprintf(l->vm->arena, fmt, ap);
  va_end(ap);
  return false;
}

//===-- carried places ---------------------------------------------------------------------===//

static Value read_place(Loop *l, const Place *p) {
  return p->kind == PLACE_RESULT ? V_EMPTY : place_read(l->vm, l->frame, p);
}

static bool write_place(Loop *l, const Place *p, Value v) {
  if (p->kind == PLACE_RESULT) return l->returned = v, true;
  return place_write(l->vm, l->frame, p, v);
}

static Carried *find_carried(Loop *l, const Place *p) {
  for (uint32_t i = 0; i < l->ncarried; i++) {
    Places one = {.n = 1, .place = &l->carried[i].place};
    if (places_find(&one, p) == 0) return &l->carried[i];
  }
  return NULL;
}

// How many items a list got at its end when nothing else changed, else 0.
static uint32_t appended(Value before, Value after) {
  const Tuple *x = AS_TUPLE(before), *y = AS_TUPLE(after);
  if (y->n <= x->n) return 0;
  for (uint32_t i = 0; i < x->n; i++)
    if (!v_same(x->v[i], y->v[i])) return 0;
  return y->n - x->n;
}

static Carried *add_carried(Loop *l, const Place *p, Value before) {
  if (l->ncarried == l->room)
    l->carried = vec_grow(l->vm->arena, l->carried, &l->room, sizeof(Carried));
  Carried *c = &l->carried[l->ncarried++];
  *c = (Carried){.place = *p, .before = before, .bound = before};
  return c;
}

static bool same_value(Value a, Value b) {
  return v_same(a, b) || (v_is(a, O_STR) && v_is(b, O_STR) && str_equal(AS_STR(a), AS_STR(b)));
}

// The value of one carried place: merged with its start, or itself where it starts unbound.
static bool merge_carried(Loop *l, Carried *c, Merge *m, Value *out) {
  VM *vm = l->vm;
  if (v_is_empty(c->before)) return merge_single(vm, m, 1, c->after, out);
  if (v_is_none(c->before) && !v_is(c->after, O_RUN_OPTIONAL) && l->n > LOOP_LEAST)
    return loop_why(l, "%s is None at first", place_name(vm, l->frame, &c->place));
  if (merge_values(vm, m, c->before, c->after, out)) return true;
  if (!v_is_empty(vm->exc)) return false;
  return loop_why(l, "%s is %s", place_name(vm, l->frame, &c->place), m->why);
}

static bool has_leaves(const Carried *c) { return !c->appended && !c->induced; }

static bool same_leaves(const Merge *m, const Leaf *old, uint32_t n) {
  if (m->n != n) return false;
  for (uint32_t i = 0; i < n; i++)
    if (!aval_equal(&m->leaf[i].target, &old[i].target, true)) return false;
  return true;
}

//===-- ints that follow the counter -------------------------------------------------------===//

static const RunScalar *affine_on(Value v, Value base) {
  if (!is_run_scalar(v) || !is_run_scalar(base)) return NULL;
  const RunScalar *x = AS_RUN_SCALAR(v);
  return x->affine && x->base.ptr == AS_RUN_SCALAR(base)->value.ptr ? x : NULL;
}

// Decides whether c is induced; true when that changed.
static bool update_induced(Loop *l, Carried *c) {
  if (c->not_induced || c->before.tag != TAG_INT || v_is_empty(l->counter)) return false;
  const RunScalar *x;
  if (!c->induced) {
    x = l->n >= 0 && !l->coded ? affine_on(c->after, c->bound) : NULL;
    if (!x || x->scale != 1) return false;
    c->step = x->offset;
    return c->induced = true;
  }
  x = l->coded ? NULL : affine_on(c->after, l->counter);
  if (x && x->scale == c->step && x->offset == c->before.i + c->step) return false;
  c->induced = false;
  return c->not_induced = true;
}

static bool induced_value(Loop *l, const Carried *c, Value *out) {
  Value scaled = l->counter;
  if (c->step != 1 && !value_binary(l->vm, BINARY_MUL, l->counter, v_int(c->step), &scaled))
    return false;
  return value_binary(l->vm, BINARY_ADD, scaled, c->before, out);
}

//===-- one round --------------------------------------------------------------------------===//

// An iteration imports a module of the library, which is better done before the loop.
static bool is_import(VM *vm, const Place *p, Value before) {
  return p->kind == PLACE_ITEM && p->object == &vm->modules->head && v_is_empty(before) &&
         v_is(p->key, O_STR) && library_has(vm, AS_STR(p->key)->text);
}

static bool note_written(Loop *l, const Place *p, Value after, bool *grew) {
  if (p->kind == PLACE_OTHER) return loop_why(l, "%s changes", place_name(l->vm, l->frame, p));
  Carried *c = find_carried(l, p);
  if (!c) {
    Value before = read_place(l, p);
    if (same_value(before, after)) return true;
    if (is_import(l->vm, p, before)) {
      Module *m;
      *grew = true;
      return import_module(l->vm, AS_STR(p->key)->text, &m);
    }
    // Unlike a variable's, its absence can be asked for.
    if (p->kind == PLACE_ITEM && v_is_empty(before) && p->object != &l->frame->module->dict->head)
      return loop_why(l, "a dict has no key %s at first", place_name(l->vm, l->frame, p));
    c = add_carried(l, p, before);
    *grew = true;
    if (p->kind == PLACE_LIST) c->appended = appended(before, after);
  } else if (c->appended && appended(c->bound, after) != c->appended) {
    return loop_why(l, "a list does not always grow by as many items");
  }
  c->after = after;
  return true;
}

// The last item of a list that grows is carried where an iteration reads it.
static bool carry_last(Loop *l, bool *grew) {
  for (uint32_t i = 0, n = l->ncarried; i < n; i++) {
    // Of one that is empty at first, it is what the iteration itself has appended.
    if (!l->carried[i].last_read || !AS_TUPLE(l->carried[i].before)->n) continue;
    Place last = {.kind = PLACE_LAST, .object = l->carried[i].place.object};
    const Tuple *items = AS_TUPLE(l->carried[i].after);
    Carried *c = find_carried(l, &last);
    if (!c) {
      c = add_carried(l, &last, place_read(l->vm, l->frame, &last));
      *grew = true;
    }
    c->after = items->v[items->n - 1];
    if (is_optional_item(c->after)) return loop_why(l, "a list is read while it grows");
  }
  return true;
}

// The value is an array, list, dict or object from before the iteration, which writes it: a name
// that the iteration gives it would be a copy.
bool loop_writes(const Loop *l, const Places *written, Value v) {
  if (v.tag != TAG_OBJ || v.o->born >= l->since) return false;
  Value left = v_is(v, O_ARRAY) ? places_array(l->vm, written, v)
                                : places_container(l->vm, written, v);
  return !v_same(left, v);
}

static bool keeps_names(Loop *l, const Places *written) {
  bool again = false;
  for (uint32_t i = 0; i < l->nleaves; i++)
    again |= v_is(l->leaf[i].from[1], O_ARRAY) && loop_writes(l, written, l->leaf[i].from[1]);
  for (uint32_t i = 0; i < l->ncarried; i++) {
    const Carried *c = &l->carried[i];
    again |= has_leaves(c) && !v_same(c->before, c->after) && loop_writes(l, written, c->after);
  }
  return !again || loop_why(l, "it gives another name to an array or a container that it writes");
}

// Takes what an iteration left; *stable when places and types are those of the round before.
static bool update(Loop *l, const Places *written, bool *stable) {
  bool grew = false;
  for (uint32_t i = 0; i < l->ncarried; i++)
    if (!l->carried[i].appended) l->carried[i].after = l->carried[i].bound;
  for (uint32_t i = 0; i < written->n; i++)
    if (!note_written(l, &written->place[i], written->value[i], &grew)) return false;
  if (!carry_last(l, &grew)) return false;
  if (l->rolling.mask && !l->coded) l->coded = grew = true;
  for (uint32_t i = 0; i < l->ncarried; i++)
    grew |= update_induced(l, &l->carried[i]);
  Merge m = {.loop = true, .since = l->after_since = l->since};
  for (uint32_t i = 0; i < l->ncarried; i++) {
    Value ignored;
    if (has_leaves(&l->carried[i]) && !merge_carried(l, &l->carried[i], &m, &ignored)) return false;
  }
  *stable = !grew && same_leaves(&m, l->leaf, l->nleaves);
  l->leaf = m.leaf;
  l->nleaves = m.n;
  return !*stable || keeps_names(l, written);
}

// A list that grows in the iteration is watched: one whose items are read is no stacked output.
static void watch(Carried *c) {
  c->watched = true;
  c->flags = c->place.object->flags;
  c->place.object->flags = LIST_GROWS;
}

static bool end_watch(Loop *l) {
  bool read = false;
  for (uint32_t i = 0; i < l->ncarried; i++) {
    Carried *c = &l->carried[i];
    if (!c->watched) continue;
    uint8_t seen = c->place.object->flags & (LIST_READ | LIST_LAST_READ);
    read |= seen & LIST_READ;
    c->last_read |= seen & LIST_LAST_READ;
    c->place.object->flags = c->flags & LIST_GROWS ? c->flags | seen : c->flags;
    c->watched = false;
  }
  return read;
}

// Binds the carried places to the parameters.
static bool bind(Loop *l, const Value *args) {
  Merge m = {.results = args, .since = l->after_since};
  for (uint32_t i = 0; i < l->ncarried; i++) {
    Carried *c = &l->carried[i];
    Value v;
    if (c->appended) {
      watch(c);
      continue;
    }
    if (c->induced ? !induced_value(l, c, &v) : !merge_carried(l, c, &m, &v)) return false;
    if (v_is_empty(c->before) && !(l->coded && l->masked)) v = V_EMPTY;
    c->bound = v;
    if (!write_place(l, &c->place, v)) return false;
  }
  for (uint32_t i = 0; i < l->ncarried; i++)
    if (l->carried[i].appended) l->carried[i].bound = read_place(l, &l->carried[i].place);
  return true;
}

Aval *loop_avals(Loop *l) {
  static const int64_t none[1];
  Aval *avals = ARENA_ARRAY(l->vm->arena, Aval, loop_carries(l));
  avals[0] = l->control;
  if (l->coded) avals[1] = (Aval){.dtype = DTYPE_I64, .run = true, .weak = true, .shape = none};
  for (uint32_t i = 0; i < l->nleaves; i++)
    avals[loop_first(l) + i] = l->leaf[i].target;
  return avals;
}

static TraceSpec loop_spec(const Loop *l) {
  return (TraceSpec){TRACE_PIECE, "for", "for", vm_here(l->vm)};
}

bool loop_run_piece(Loop *l, uint32_t pc, bool *ended) {
  uint32_t stops[2] = {l->region->head, l->region->join};
  Piece piece;
  l->frame->pc = pc;
  vm_run_piece(l->vm, l->frame, l->region->at, stops, 2, &piece);
  if (piece.exit == PIECE_ERROR) return false;
  *ended = piece.exit == PIECE_STOP && piece.stop == 0;
  return *ended || loop_why(l, "its first iteration ends with break or return");
}

static void set_counter(Loop *l, Value control) {
  l->counter = V_EMPTY;
  RunScalar *x = AS_RUN_SCALAR(control);
  if (x->run != RUN_INT) return;
  l->counter = control;
  if (l->n < 0) return;
  x->affine = x->ranged = true;
  x->base = x->value;
  x->scale = 1;
  x->lo = 0;
  x->hi = l->n - 1;
}

// The iteration, in the trace just begun.
static bool run_round(Loop *l, Body *b, const Log *log) {
  VM *vm = l->vm;
  uint32_t n = loop_carries(l), first = loop_first(l);
  Value *args = ARENA_ARRAY(vm->arena, Value, n);
  for (uint32_t i = 0; i < n; i++)
    args[i] = trace_arg(vm, b->trace, i);
  set_counter(l, args[0]);
  l->rolling = (Rolling){.frame = l->frame,
                         .region = l->region,
                         .slots = frame_slots(l->frame),
                         .code = V_EMPTY,
                         .returned = V_EMPTY,
                         .returned_before = V_EMPTY,
                         .keep = l->n,
                         .since = l->since};
  if (l->n >= 0) l->rolling.counter = staged_value(args[0]);
  l->returned = V_EMPTY;
  l->code_in = l->coded ? args[1] : V_EMPTY;
  // Reverse mode knows no while, and only a scan stacks what lists get: there the iterations that
  // are left do nothing.
  l->masked = l->n >= 0 && (trace_find(vm->trace, TRACE_GRAD) || stack_any(l));
  if (!bind(l, args + first)) return false;
  if (l->masked) l->rolling.returned_before = l->returned;
  rolling_push(&l->rolling);
  bool ok = l->run(l, args[0], &b->next);
  rolling_pop(&l->rolling);
  if (!ok) return false;
  places_collect(vm, log, l->frame, l->start, &b->written);
  b->code = v_is_empty(l->rolling.code) ? v_int(EXIT_NEXT) : l->rolling.code;
  if (!v_is_empty(l->rolling.returned))
    places_add(vm, &b->written, (Place){.kind = PLACE_RESULT}, l->rolling.returned);
  return texts_release(l, b);
}

static bool has_lost_effects(Loop *l, const Trace *t) {
  if (t->staged_effect) return !loop_why(l, "a function that is traced in it has effects");
  if (!t->effect || trace_is_concrete(t->outer)) return false;
  return !loop_why(l, "it prints while a function is traced");
}

static bool stage_round(Loop *l, Body *b, bool *stable) {
  VM *vm = l->vm;
  Log log;
  TraceSpec spec = loop_spec(l);
  EffectMark mark = effects_mark(vm);
  *b = (Body){0};
  log_begin(vm, &log, vm->arena);
  l->since = log.since;
  b->trace = trace_begin_region(vm, &spec, loop_carries(l), loop_avals(l));
  bool ok = run_round(l, b, &log) && !has_lost_effects(l, b->trace);
  if (end_watch(l)) ok = loop_why(l, "a list is read while it grows");
  log_undo(vm, &log);
  log_end(vm, &log);
  frame_restore(vm, l->frame, l->start);
  if (ok) ok = update(l, &b->written, stable);
  if (ok && *stable) return true;
  trace_abandon(vm, b->trace);
  effects_undo(&mark);
  return ok;
}

//===-- the body ---------------------------------------------------------------------------===//

// Yields: control, code, carried leaves, items for lists.
static bool end_body(Loop *l, Body *b) {
  VM *vm = l->vm;
  uint32_t first = loop_first(l), carries = loop_carries(l);
  b->n = carries + b->nstacked;
  Value *results = ARENA_ARRAY(vm->arena, Value, b->n);
  b->avals = ARENA_ARRAY(vm->arena, Aval, b->n);
  Aval *types = loop_avals(l);
  bool ok = leaf_convert(vm, b->next, &types[0], &results[0]);
  if (ok && l->coded) ok = leaf_convert(vm, b->code, &types[1], &results[1]);
  for (uint32_t i = 0; i < l->nleaves && ok; i++)
    ok = leaf_convert(vm, l->leaf[i].from[1], &l->leaf[i].target, &results[first + i]);
  for (uint32_t i = 0; i < b->nstacked; i++)
    results[carries + i] = b->stacked[i];
  if (!ok) return trace_abandon(vm, b->trace), false;
  return trace_end_region(vm, b->trace, b->n, results, b->avals, &b->region);
}

bool loop_stage(Loop *l, Body *b) {
  bool stable = false;
  for (int round = 0; round < LOOP_ROUNDS && !stable; round++)
    if (!stage_round(l, b, &stable)) return false;
  if (!stable) return loop_why(l, "its types change from one iteration to the next");
  if (!stack_collect(l, b)) return trace_abandon(l->vm, b->trace), false;
  return end_body(l, b);
}
