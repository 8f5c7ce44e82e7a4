// flow_fork.c -- two ways of a frame, of which the executable takes one.
//
// Each way is staged from where it begins to where both meet, into a region of its own, and undone;
// what they leave is merged into the results of one cjax.case.  Where one way goes on and the other
// leaves the loop or the function, both are staged up to there.  Inside a loop that is being rolled
// they may end an iteration differently: which is then a run-time number (Rolling.code).  A way
// that ends in an exception nobody catches becomes a failing check.
#include "driver/stage/flow.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

// How a way ended, in the order of how far it went.
typedef enum End { END_JOIN, END_NEXT, END_BREAK, END_RETURN, END_COUNT } End;

typedef struct Way {
  Trace *trace;
  Piece piece;
  End end;
  Value code, returned; // of Rolling, when it ended at the next iteration
  Places places;
  uint32_t slots; // live in the frame at the end
  Value exc;      // that ended it, or empty
  uint32_t since; // objects born before this are older
} Way;

typedef struct Fork {
  VM *vm;
  MlirValue condition;
  Frame *frame;
  const ForkSpec *spec;
  FrameCopy *before;
  const Region *loop; // around it, or null
  Rolling *rolling;   // that loop when it is being rolled, else null
  uint32_t stop[END_COUNT];
  uint32_t at; // spec->at, or nowhere: exceptions are caught in the frame
  Way way[2];
} Fork;

static Rolling *the_rolling;

void rolling_push(Rolling *r) {
  r->outer = the_rolling;
  the_rolling = r;
}

void rolling_pop(Rolling *r) { the_rolling = r->outer; }

bool rolling_any(void) { return the_rolling; }

bool rolling_owns(const Obj *list) { return the_rolling && list->born < the_rolling->since; }

enum { MOST_LEFT_OUT = 3 };

bool rolling_limit(VM *vm, Value v, int64_t most) {
  const RunScalar *x = AS_RUN_SCALAR(v);
  if (!x->affine || x->scale <= 0) return false;
  Rolling *r = the_rolling;
  while (r && (!r->counter.ptr || r->counter.ptr != x->base.ptr))
    r = r->outer;
  if (!r || most < x->offset) return false;
  int64_t keep = (most - x->offset) / x->scale + 1;
  if (keep < r->keep - MOST_LEFT_OUT || keep >= r->keep) return false;
  r->keep = keep;
  return true;
}

//===-- staging the two ways ---------------------------------------------------------------===//

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
  if (v_is_empty(vm->exc)) return false;
  w->exc = vm->exc;
  vm->exc = V_EMPTY;
  return emit_end(vm, w->exc);
}

static bool forget_rolling(Rolling *r) {
  if (r) r->code = r->returned = V_EMPTY;
  return true;
}

static void begin_way(Fork *k, int which) {
  const Start *s = &k->spec->start[which];
  Frame *f = k->frame;
  f->pc = s->pc;
  if (s->pop) f->sp--;
  const Code *code = f->code;
  if (s->caught) f->sp = f->slot + code->nlocals + code->ncells + code->nfree + s->caught->depth;
  if (!v_is_empty(s->push)) *f->sp++ = s->push;
}

// A way must not go on through the iterations of a `while` further out, which may have no end.
static uint32_t add_barriers(const Fork *k, uint32_t n, uint32_t *stops) {
  const Code *code = k->frame->code;
  for (uint32_t i = 0; k->loop && i < code->nregions && n < PIECE_STOPS; i++) {
    const Region *r = &code->regions[i];
    if (r->kind == REGION_WHILE && r->head < k->loop->head && k->loop->end < r->end)
      stops[n++] = r->head;
  }
  return n;
}

// Runs the piece, or the return that the way begins with.
static bool run_piece(Fork *k, int which) {
  VM *vm = k->vm;
  Way *w = &k->way[which];
  const Start *s = &k->spec->start[which];
  uint32_t stops[PIECE_STOPS], ends[END_COUNT], n = 0, all;
  if (!v_is_empty(s->returned)) {
    w->piece = (Piece){.exit = PIECE_RETURN, .value = s->returned};
    w->end = END_RETURN;
    return true;
  }
  for (uint32_t i = 0; i < END_RETURN; i++) {
    if (k->stop[i] == UINT32_MAX) continue;
    ends[n] = i;
    stops[n++] = k->stop[i];
  }
  all = add_barriers(k, n, stops);
  begin_way(k, which);
  vm_run_piece(vm, k->frame, k->at, stops, all, &w->piece);
  if (w->piece.exit == PIECE_ERROR || (w->piece.exit == PIECE_STOP && w->piece.stop >= n))
    return false;
  w->end = w->piece.exit == PIECE_RETURN ? END_RETURN : (End)ends[w->piece.stop];
  return true;
}

// False: this way cannot be staged.
static bool run_way(Fork *k, int which) {
  VM *vm = k->vm;
  Way *w = &k->way[which];
  Log log;
  *w = (Way){.exc = V_EMPTY, .code = V_EMPTY, .returned = V_EMPTY};
  log_begin(vm, &log, vm->arena);
  w->since = log.since;
  w->trace = trace_begin_region(vm, &(TraceSpec){TRACE_PIECE, "if", "if", vm_here(vm)}, 0, NULL);
  forget_rolling(k->rolling);
  bool ok = run_piece(k, which);
  w->slots = frame_slots(k->frame);
  if (ok && k->rolling && w->end == END_NEXT) {
    w->code = k->rolling->code;
    w->returned = k->rolling->returned;
    if (v_is_empty(w->returned)) w->returned = k->rolling->returned_before;
  }
  forget_rolling(k->rolling);
  if (ok) places_collect(vm, &log, k->frame, k->before, &w->places);
  log_undo(vm, &log);
  log_end(vm, &log);
  frame_restore(vm, k->frame, k->before);
  if (!ok) ok = staged_failure(vm, w);
  suspend(vm, w->trace);
  return ok;
}

static bool run_both(Fork *k) {
  for (int i = 0; i < 2; i++)
    drop(k->vm, &k->way[i]);
  return run_way(k, 0) && run_way(k, 1);
}

//===-- where they end ---------------------------------------------------------------------===//

static const Region *innermost_loop(const Code *code, uint32_t place) {
  const Region *found = NULL;
  for (uint32_t i = 0; i < code->nregions; i++) {
    const Region *r = &code->regions[i];
    if (r->kind != REGION_FOR && r->kind != REGION_WHILE) continue;
    if (place < r->head || place > r->end) continue;
    if (!found || r->head > found->head) found = r;
  }
  return found;
}

static void find_stops(Fork *k) {
  k->loop = innermost_loop(k->frame->code, k->spec->place);
  bool rolled = the_rolling && the_rolling->frame == k->frame && the_rolling->region == k->loop;
  k->rolling = k->loop && rolled ? the_rolling : NULL;
  k->at = k->spec->at;
  k->stop[END_JOIN] = k->spec->join;
  k->stop[END_NEXT] = k->loop ? k->loop->head : UINT32_MAX;
  k->stop[END_BREAK] = k->loop ? k->loop->join : UINT32_MAX;
  k->stop[END_RETURN] = UINT32_MAX;
}

// Where one way ends in an exception that a `try` of this frame around the fork catches, both meet
// behind that.
static bool meet_behind_try(Fork *k) {
  const Code *code = k->frame->code;
  const Handler *h = code_handler(code, k->spec->at);
  bool raises = false;
  for (int i = 0; i < 2; i++)
    raises |= !v_is_empty(k->way[i].exc) &&
              !exc_matches(k->vm, k->way[i].exc, k->vm->type[E_UnsupportedError]);
  if (!raises || !h || !h->types) return false;
  bool around = k->loop && h->start < k->loop->head; // the try: one way leaves the loop
  k->at = UINT32_MAX;
  k->stop[END_JOIN] = around ? UINT32_MAX : h->join;
  return run_both(k);
}

static bool is_dead(const Fork *k, int i) { return !v_is_empty(k->way[i].exc); }

static bool agree(const Fork *k) {
  if (is_dead(k, 0) || is_dead(k, 1) || k->way[0].end == k->way[1].end) return true;
  return k->rolling && k->way[0].end != END_JOIN && k->way[1].end != END_JOIN;
}

// A loop that is not rolled: the ways may be followed through its other iterations when those are
// few, or when nothing can be found out while compiling.
static bool may_follow(const Fork *k) {
  if (!k->loop || !trace_is_concrete(k->vm->trace)) return true;
  if (k->loop->kind != REGION_FOR) return false;
  Value it = k->frame->sp > k->frame->slot ? k->frame->sp[-1] : V_EMPTY;
  return v_is(it, O_ITERATOR) && ((Iterator *)it.o)->kind == ITER_RANGE &&
         ((Iterator *)it.o)->n < 8;
}

// Where ways are followed through the iterations of a loop, each condition doubles their number,
// and a loop may have no end.
enum { MOST_FOLLOWED = 1000 };
static struct {
  int depth, forks;
} following;

static bool follow_both(Fork *k) {
  if (!following.depth++) following.forks = 0;
  bool ok = run_both(k);
  following.depth--;
  return ok;
}

// Stages both so that they end at one place, or where Rolling.code tells them apart.
static bool stage_ways(Fork *k) {
  find_stops(k);
  if (!run_both(k) && !meet_behind_try(k)) return false;
  if (agree(k)) return true;
  End far = k->way[0].end > k->way[1].end ? k->way[0].end : k->way[1].end;
  if (k->rolling)
    far = END_NEXT;
  else if (far > END_NEXT && !may_follow(k))
    return false;
  for (int i = 0; i < (int)far; i++)
    k->stop[i] = UINT32_MAX;
  return (k->rolling ? run_both(k) : follow_both(k)) && agree(k);
}

//===-- merging ----------------------------------------------------------------------------===//

// What a way leaves besides places.
static Value way_code(const Fork *k, int i) {
  const Way *w = &k->way[i];
  if (!v_is_empty(w->code)) return w->code;
  return v_int(w->end == END_RETURN ? EXIT_RETURN : w->end == END_BREAK ? EXIT_BREAK : EXIT_NEXT);
}

static Value way_returned(const Fork *k, int i) {
  const Way *w = &k->way[i];
  return w->end == END_RETURN ? w->piece.value : w->returned;
}

typedef struct Joined {
  Places places;
  Value *merged; // what is in them
  Value code;    // empty: both ended in the same way
  Value returned;
} Joined;

static Value left_there(Fork *k, int which, const Place *p) {
  int64_t i = places_find(&k->way[which].places, p);
  return i >= 0 ? k->way[which].places.value[i] : place_read(k->vm, k->frame, p);
}

// One way changed a dict's keys, and so all of it: then the other did as well, item by item or not
// at all.
static void complete_dicts(Fork *k, int which) {
  const Places *whole = &k->way[!which].places;
  Places *p = &k->way[which].places;
  for (uint32_t i = 0; i < whole->n; i++) {
    if (whole->place[i].kind != PLACE_DICT || places_find(p, &whole->place[i]) >= 0) continue;
    Obj *d = whole->place[i].object;
    Dict *copy = dict_copy(k->vm, (Dict *)d);
    for (uint32_t j = 0; j < p->n; j++)
      if (p->place[j].kind == PLACE_ITEM && p->place[j].object == d)
        dict_set(k->vm, copy, p->place[j].key, p->value[j]);
    places_add(k->vm, p, whole->place[i], v_obj(copy));
  }
}

// Items of a dict that is merged as a whole.
static void drop_items(Places *p) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < p->n; i++) {
    Place whole = {.kind = PLACE_DICT, .object = p->place[i].object};
    if (p->place[i].kind == PLACE_ITEM && places_find(p, &whole) >= 0) continue;
    p->place[n] = p->place[i];
    p->value[n++] = p->value[i];
  }
  p->n = n;
}

static void union_places(Fork *k, Joined *j) {
  for (int w = 0; w < 2; w++)
    if (!is_dead(k, w)) complete_dicts(k, w);
  for (int w = 0; w < 2; w++)
    drop_items(&k->way[w].places);
  for (int w = 0; w < 2; w++)
    for (uint32_t i = 0; i < k->way[w].places.n; i++)
      places_add(k->vm, &j->places, k->way[w].places.place[i], V_EMPTY);
  j->merged = ARENA_ARRAY(k->vm->arena, Value, j->places.n + 1);
}

//===-- lists that a loop appends to -------------------------------------------------------===//

static Value item_value(Value v) { return is_optional_item(v) ? ((RunOptional *)v.o)->value : v; }

static Value item_present(Value v) {
  return is_optional_item(v) ? ((RunOptional *)v.o)->present : v_bool(!v_is_empty(v));
}

// Which ways have the item, where it is simply one of them: the condition.
static bool present_by_condition(Fork *k, Merge *m, bool second, Value *out) {
  *out = V_NONE;
  if (!m->results) return true;
  stage_locate(k->vm);
  *out = run_scalar_new(k->vm, RUN_BOOL, k->condition);
  return second || run_scalar_compare(k->vm, COMPARE_EQ, *out, v_bool(false), out);
}

// Either may be empty: that way has no such item.
static bool merge_item(Fork *k, Merge *m, Value a, Value b, Value *out) {
  VM *vm = k->vm;
  Value present, value, pa = item_present(a), pb = item_present(b);
  Value va = item_value(a), vb = item_value(b);
  bool ok = is_dead(k, 0)   ? merge_single(vm, m, 1, pb, &present)
            : is_dead(k, 1) ? merge_single(vm, m, 0, pa, &present)
            : pa.tag == TAG_BOOL && pb.tag == TAG_BOOL && pa.b != pb.b
                ? present_by_condition(k, m, pb.b, &present)
                : merge_values(vm, m, pa, pb, &present);
  if (!ok) return false;
  ok = v_is_empty(va)   ? merge_single(vm, m, 1, vb, &value)
       : v_is_empty(vb) ? merge_single(vm, m, 0, va, &value)
                        : merge_values(vm, m, va, vb, &value);
  if (!ok || !m->results) return ok;
  *out = value;
  if (present.tag == TAG_BOOL && present.b) return true;
  *out = optional_new(vm, present, value);
  out->o->flags = OPTIONAL_ITEM;
  return true;
}

static bool begins_with(Value list, const Tuple *base) {
  if (AS_TUPLE(list)->n < base->n) return false;
  for (uint32_t i = 0; i < base->n; i++)
    if (!v_same(AS_TUPLE(list)->v[i], base->v[i])) return false;
  return true;
}

// Both ways append to a list of before the iteration, or leave it alone.
static bool grows(Fork *k, const Place *p, Value x, Value y) {
  if (p->kind != PLACE_LIST || !rolling_owns(p->object)) return false;
  const Tuple *base = AS_TUPLE(place_read(k->vm, k->frame, p));
  return begins_with(x, base) && begins_with(y, base);
}

static bool merge_grown(Fork *k, Merge *m, const Place *p, Value x, Value y, Value *out) {
  const Tuple *base = AS_TUPLE(place_read(k->vm, k->frame, p)), *a = AS_TUPLE(x), *b = AS_TUPLE(y);
  uint32_t na = is_dead(k, 0) ? base->n : a->n, nb = is_dead(k, 1) ? base->n : b->n;
  Tuple *t = tuple_new(k->vm, na > nb ? na : nb);
  *out = v_obj(t);
  memcpy(t->v, base->v, base->n * sizeof(Value));
  for (uint32_t i = base->n; i < t->n; i++)
    if (!merge_item(k, m, i < na ? a->v[i] : V_EMPTY, i < nb ? b->v[i] : V_EMPTY, &t->v[i])) {
      if (m->why) m->why = arena_printf(k->vm->arena, "an item of a list is %s", m->why);
      return false;
    }
  return true;
}

//===-- merging places ---------------------------------------------------------------------===//

static bool merge_place(Fork *k, Merge *m, const Place *p, Value *out) {
  VM *vm = k->vm;
  if (p->kind == PLACE_OTHER) {
    m->why = arena_printf(vm->arena, "%s changes", place_name(vm, k->frame, p));
    return false;
  }
  Value x = left_there(k, 0, p), y = left_there(k, 1, p);
  if (grows(k, p, x, y)) return merge_grown(k, m, p, x, y, out);
  bool first = is_dead(k, 1), second = is_dead(k, 0);
  if (!first && !second && v_is_empty(x) != v_is_empty(y)) {
    // A variable that one way binds: who reads it knows that it is bound.
    if (p->kind == PLACE_ITEM && !dict_is_namespace(vm, (Dict *)p->object))
      return m->why = arena_printf(vm->arena, "the key %s is there on one way only",
                                   text_of(vm, p->key)),
             false;
    first = v_is_empty(y);
    second = v_is_empty(x);
  }
  bool ok = second  ? merge_single(vm, m, 1, y, out)
            : first ? merge_single(vm, m, 0, x, out)
                    : merge_values(vm, m, x, y, out);
  if (!ok && m->why)
    m->why = arena_printf(vm->arena, "%s is %s", place_name(vm, k->frame, p), m->why);
  return ok;
}

static bool merge_returned(Fork *k, Merge *m, Value *out) {
  VM *vm = k->vm;
  Value x = is_dead(k, 0) ? V_EMPTY : way_returned(k, 0);
  Value y = is_dead(k, 1) ? V_EMPTY : way_returned(k, 1);
  *out = V_EMPTY;
  if (v_is_empty(x) && v_is_empty(y)) return true;
  bool ok = v_is_empty(x)   ? merge_single(vm, m, 1, y, out)
            : v_is_empty(y) ? merge_single(vm, m, 0, x, out)
                            : merge_values(vm, m, x, y, out);
  if (!ok && m->why) m->why = arena_printf(vm->arena, "the function returns %s", m->why);
  return ok;
}

static bool merge_code(Fork *k, Merge *m, Value *out) {
  VM *vm = k->vm;
  int alive = is_dead(k, 0);
  *out = V_EMPTY;
  if (is_dead(k, 0) || is_dead(k, 1)) {
    Value c = way_code(k, alive);
    return v_is_staged(c) ? merge_single(vm, m, alive, c, out) : true;
  }
  Value c[2] = {way_code(k, 0), way_code(k, 1)};
  return v_same(c[0], c[1]) || merge_values(vm, m, c[0], c[1], out);
}

static bool merge_all(Fork *k, Merge *m, Joined *j) {
  for (uint32_t i = 0; i < j->places.n; i++)
    if (!merge_place(k, m, &j->places.place[i], &j->merged[i])) return false;
  return merge_code(k, m, &j->code) && merge_returned(k, m, &j->returned);
}

//===-- the op -----------------------------------------------------------------------------===//

static bool end_way(Fork *k, int which, const Merge *m, MlirRegion *out) {
  VM *vm = k->vm;
  Way *w = &k->way[which];
  Value *values = ARENA_ARRAY(vm->arena, Value, m->n + 1);
  resume(vm, w->trace);
  for (uint32_t i = 0; i < m->n; i++) {
    const Leaf *l = &m->leaf[i];
    Value v = places_array(vm, &w->places, l->from[which]);
    if (leaf_convert(vm, v, &l->target, &values[i])) continue;
    drop(vm, w);
    return false;
  }
  Trace *t = w->trace;
  w->trace = NULL; // trace_end_region ends it whatever happens
  return trace_end_region(vm, t, m->n, values, NULL, out);
}

static bool emit_case(Fork *k, MlirValue condition, const Merge *m, Value *results) {
  VM *vm = k->vm;
  MlirRegion regions[2];
  if (!end_way(k, 0, m, &regions[0])) return false;
  if (!end_way(k, 1, m, &regions[1])) {
    mlirRegionDestroy(regions[0]);
    return false;
  }
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, m->n + 1);
  for (uint32_t i = 0; i < m->n; i++)
    types[i] = aval_type(vm, &m->leaf[i].target);
  OpCall c = {.kind = OP_CASE, .nin = 1, .nout = (int)m->n, .in = &condition, .out = types};
  c.nregions = 2;
  c.regions = regions;
  MlirOperation op = stage_op_regions(vm, &c);
  if (mlirOperationIsNull(op)) return false;
  for (uint32_t i = 0; i < m->n; i++)
    results[i] = aval_value(vm, &m->leaf[i].target, op_result(op, (int)i));
  return true;
}

//===-- one way that fails ----------------------------------------------------------------===//

enum { MOST_INLINE = 24 };

static bool is_pure(MlirOperation op) {
  OpKind k = op_kind(op);
  return k < OP_COUNT && !(op_rules(k)->flags & OP_EFFECT) && !mlirOperationGetNumRegions(op);
}

// The check that ends a way which does nothing else that has an effect; null if it is not so.
static MlirOperation only_check(const Way *w) {
  MlirOperation op = mlirBlockGetFirstOperation(w->trace->block), none = {0};
  for (int n = 0; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op), n++) {
    bool last = mlirOperationIsNull(mlirOperationGetNextInBlock(op));
    if (last) return op_kind(op) == OP_CHECK ? op : none;
    if (n == MOST_INLINE || !is_pure(op)) return none;
  }
  return none;
}

static void move_ops(VM *vm, MlirBlock from) {
  for (MlirOperation op; !mlirOperationIsNull(op = mlirBlockGetFirstOperation(from));) {
    mlirOperationRemoveFromParent(op);
    mlirBlockAppendOwnedOperation(vm->build->block, op);
  }
}

static void end_moved(Fork *k, Way *w) {
  Trace *t = w->trace;
  bool effect = t->op_effect;
  suspend(k->vm, t);
  move_ops(k->vm, t->block);
  drop(k->vm, w);
  if (effect) stage_note_op_effect(k->vm);
}

// if bad: raise ...        check not bad;  the other way, without a branch
static bool emit_inline(Fork *k, MlirValue condition, MlirOperation check, const Merge *m,
                        Value *results) {
  VM *vm = k->vm;
  int alive = is_dead(k, 0);
  Way *dead = &k->way[!alive], *w = &k->way[alive];
  MlirValue *values = ARENA_ARRAY(vm->arena, MlirValue, m->n + 1);
  stage_locate(vm);
  if (!alive) { // the condition is that of the failure
    MlirOperation op = stage_op(vm, OP_NOT, 1, &condition, (MlirAttribute){0}, 1, NULL);
    condition = op_result(op, 0);
  }
  mlirOperationSetOperand(check, 0, condition);
  end_moved(k, dead);
  resume(vm, w->trace);
  for (uint32_t i = 0; i < m->n; i++) {
    Value v = places_array(vm, &w->places, m->leaf[i].from[alive]);
    if (leaf_convert(vm, v, &m->leaf[i].target, &v) &&
        trace_use(vm, v, &values[i]))
      continue;
    drop(vm, w);
    return false;
  }
  end_moved(k, w);
  for (uint32_t i = 0; i < m->n; i++)
    results[i] = aval_value(vm, &m->leaf[i].target, values[i]);
  return true;
}

static bool emit_ways(Fork *k, MlirValue condition, const Merge *m, Value *results) {
  MlirOperation check = {0};
  for (int i = 0; i < 2; i++)
    if (is_dead(k, i)) check = only_check(&k->way[i]);
  if (mlirOperationIsNull(check) || !mlirOperationIsNull(k->vm->build->before))
    return emit_case(k, condition, m, results);
  return emit_inline(k, condition, check, m, results);
}

//===-- going on behind it -----------------------------------------------------------------===//

void flow_return(Frame *f, Value v) {
  const Code *code = f->code;
  uint32_t i = 0;
  while (i < code->nops && (code->ops[i] & 0xff) != BC_RETURN)
    i++;
  if (i == code->nops) BUG("a function without RETURN");
  f->sp = f->slot + code->nlocals + code->ncells + code->nfree;
  *f->sp++ = v;
  f->pc = i;
}

static void note_codes(Fork *k, const Joined *j) {
  Rolling *r = k->rolling;
  for (int i = 0; i < 2; i++)
    if (!is_dead(k, i) && !v_is_staged(way_code(k, i))) r->mask |= 1u << way_code(k, i).i;
  r->code = j->code;
  r->returned = j->returned;
}

static bool go_on(Fork *k, const Joined *j) {
  VM *vm = k->vm;
  Frame *f = k->frame;
  const Way *w = &k->way[is_dead(k, 0)];
  uint32_t base = f->code->nlocals + f->code->ncells + f->code->nfree;
  bool returns = false;
  if (!v_is_empty(j->code)) {
    note_codes(k, j);
    f->sp = f->slot + k->rolling->slots;
    f->pc = k->loop->head;
  } else if (w->end == END_RETURN) {
    returns = true;
    flow_return(f, j->returned);
  } else {
    f->sp = f->slot + w->slots;
    f->pc = k->stop[w->end];
  }
  for (uint32_t i = 0; i < j->places.n; i++) {
    const Place *p = &j->places.place[i];
    if (p->kind == PLACE_SLOT && (p->slot >= frame_slots(f) || (returns && p->slot >= base)))
      continue;
    if (!place_write(vm, f, p, j->merged[i])) return false;
  }
  return true;
}

static HookResult decline(Fork *k, const char **why, const char *reason) {
  for (int i = 0; i < 2; i++)
    drop(k->vm, &k->way[i]);
  *why = reason;
  return v_is_empty(k->vm->exc) ? HOOK_DECLINE : HOOK_ERROR;
}

static bool same_depth(const Fork *k) {
  const Way *w = k->way;
  if (is_dead(k, 0) || is_dead(k, 1) || w[0].end != w[1].end || w[0].end == END_RETURN) return true;
  return w[0].slots == w[1].slots;
}

static HookResult join(Fork *k, MlirValue condition, const char **why) {
  VM *vm = k->vm;
  Merge m = {0};
  Joined j = {0};
  if (!stage_ways(k)) return decline(k, why, "one of them leaves the loop or fails");
  if (is_dead(k, 0) && is_dead(k, 1)) return decline(k, why, "both of them fail");
  if (!same_depth(k)) return decline(k, why, "they leave different loops");
  union_places(k, &j);
  m.since = k->way[0].since;
  for (int i = 0; i < 2; i++)
    m.left[i] = &k->way[i].places;
  if (!merge_all(k, &m, &j)) return decline(k, why, m.why);
  Value *results = ARENA_ARRAY(vm->arena, Value, m.n + 1);
  if (!emit_ways(k, condition, &m, results)) return HOOK_ERROR;
  m.results = results;
  m.next = 0;
  return merge_all(k, &m, &j) && go_on(k, &j) ? HOOK_DONE : HOOK_ERROR;
}

static HookResult fork_frame(VM *vm, Frame *f, const ForkSpec *spec, Value condition,
                             const char **why) {
  MlirValue c;
  if (!condition_value(vm, condition, &c)) return HOOK_ERROR;
  Fork k = {
      .vm = vm, .condition = c, .frame = f, .spec = spec, .before = frame_save(vm, f, vm->arena)};
  HookResult r = join(&k, c, why);
  forget_rolling(r == HOOK_DONE ? NULL : k.rolling);
  return r;
}

HookResult flow_fork(VM *vm, Frame *f, const ForkSpec *spec, Value condition, const char **why) {
  if (vm->due && !vm_poll(vm)) return HOOK_ERROR;
  if (following.depth && following.forks++ > MOST_FOLLOWED)
    return vm_unsupported(vm, "CJ0420", "there are too many ways through this loop"), HOOK_ERROR;
  return fork_frame(vm, f, spec, condition, why);
}
