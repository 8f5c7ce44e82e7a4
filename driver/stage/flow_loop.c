// flow_loop.c -- finding what a loop carries: places written whose types must be a fixed point.
//
// Each round stages the body with the carried places bound to parameters.  The places written are merged with what they held
// before; that gives the types of the next round.  A place that was unbound starts as zeros: the body writes it first.
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

static Carried *find_carried(Loop *l, const Place *p) {
  for (uint32_t i = 0; i < l->ncarried; i++) {
    Places one = {.n = 1, .place = &l->carried[i].place};
    if (places_find(&one, p) == 0) return &l->carried[i];
  }
  return NULL;
}

static bool is_append(VM *vm, Value before, Value after) {
  const Tuple *x = AS_TUPLE(before), *y = AS_TUPLE(after);
  if (y->n != x->n + 1) return false;
  for (uint32_t i = 0; i < x->n; i++)
    if (!v_same(x->v[i], y->v[i])) return false;
  return true;
}

static Carried *add_carried(Loop *l, const Place *p) {
  if (l->ncarried == l->room) l->carried = vec_grow(l->vm->arena, l->carried, &l->room, sizeof(Carried));
  Carried *c = &l->carried[l->ncarried++];
  *c = (Carried){.place = *p, .before = place_read(l->vm, l->frame, p)};
  return c;
}

static bool same_value(Value a, Value b) {
  return v_same(a, b) || (v_is(a, O_STR) && v_is(b, O_STR) && str_equal(AS_STR(a), AS_STR(b)));
}

// The leaves of one carried place: merged with its start, or with itself where it starts unbound.
static bool merge_carried(Loop *l, Carried *c, Merge *m, Value *out) {
  Value from = v_is_empty(c->before) ? c->after : c->before;
  if (merge_values(l->vm, m, from, c->after, out)) return true;
  if (!v_is_empty(l->vm->exc)) return false;
  return loop_why(l, "%s is %s", place_name(l->vm, l->frame, &c->place), m->why);
}

// An unbound start: every array and run-time number in the value is a leaf.
static bool collect_leaves(Loop *l, Value v, Merge *m) {
  if (is_array(v) || is_run_scalar(v)) {
    Aval a;
    value_aval(l->vm, v, &a);
    if (m->n == m->room) m->leaf = vec_grow(l->vm->arena, m->leaf, &m->room, sizeof(Leaf));
    m->leaf[m->n++] = (Leaf){{V_EMPTY, v}, a};
    return true;
  }
  if (v_is(v, O_TUPLE) || v_is(v, O_LIST)) {
    const Value *items = v_is(v, O_TUPLE) ? AS_TUPLE(v)->v : AS_LIST(v)->v;
    uint32_t n = v_is(v, O_TUPLE) ? AS_TUPLE(v)->n : AS_LIST(v)->n;
    for (uint32_t i = 0; i < n; i++)
      if (!collect_leaves(l, items[i], m)) return false;
    return true;
  }
  const Dict *d = v_is(v, O_DICT) ? AS_DICT(v) : v_is(v, O_INSTANCE) ? v.o->attrs : NULL;
  for (uint32_t i = 0; d && i < d->n; i++)
    if (!v_is_empty(d->entries[i].key) && !collect_leaves(l, d->entries[i].value, m)) return false;
  return true;
}

// v with its leaves replaced by the next results.
static bool replace_leaves(Loop *l, Value v, const Value **next, Value *out) {
  VM *vm = l->vm;
  *out = v;
  if (is_array(v) || is_run_scalar(v)) return *out = *(*next)++, true;
  if (v_is(v, O_TUPLE)) {
    Tuple *t = tuple_new(vm, AS_TUPLE(v)->n);
    t->head.cls = v.o->cls;
    *out = v_obj(t);
    for (uint32_t i = 0; i < t->n; i++)
      if (!replace_leaves(l, AS_TUPLE(v)->v[i], next, &t->v[i])) return false;
  } else if (v_is(v, O_LIST)) {
    List *made = list_new(vm, AS_LIST(v)->n);
    *out = v_obj(made);
    for (uint32_t i = 0; i < AS_LIST(v)->n; i++) {
      Value item;
      if (!replace_leaves(l, AS_LIST(v)->v[i], next, &item)) return false;
      list_append(vm, made, item);
    }
  } else if (v_is(v, O_DICT) || (v_is(v, O_INSTANCE) && v.o->attrs)) {
    const Dict *d = v_is(v, O_DICT) ? AS_DICT(v) : v.o->attrs;
    Dict *to;
    if (v_is(v, O_DICT)) {
      to = dict_new(vm);
      to->head.cls = v.o->cls;
      *out = v_obj(to);
    } else {
      if (!object_create(vm, v.o->cls, out)) return false;
      to = instance_dict(vm, out->o);
    }
    for (uint32_t i = 0; i < d->n; i++) {
      Value item;
      if (v_is_empty(d->entries[i].key)) continue;
      if (!replace_leaves(l, d->entries[i].value, next, &item) || !dict_set(vm, to, d->entries[i].key, item)) return false;
    }
  }
  return true;
}

static bool carried_leaves(Loop *l, Carried *c, Merge *m) {
  Value ignored;
  if (c->appended) return true;
  return v_is_empty(c->before) ? collect_leaves(l, c->after, m) : merge_carried(l, c, m, &ignored);
}

static bool same_leaves(const Merge *m, const Leaf *old, uint32_t n) {
  if (m->n != n) return false;
  for (uint32_t i = 0; i < n; i++)
    if (!aval_equal(&m->leaf[i].target, &old[i].target, true)) return false;
  return true;
}

static bool note_written(Loop *l, const Place *p, Value after, bool *grew) {
  if (p->kind == PLACE_OTHER) return loop_why(l, "%s changes", place_name(l->vm, l->frame, p));
  Carried *c = find_carried(l, p);
  if (!c) {
    Value before = place_read(l->vm, l->frame, p);
    if (same_value(before, after)) return true;
    c = add_carried(l, p);
    *grew = true;
    c->appended = p->kind == PLACE_LIST && is_append(l->vm, before, after);
  } else if (c->appended && !is_append(l->vm, c->before, after)) {
    return loop_why(l, "a list grows by more than one item in an iteration");
  }
  c->after = after;
  return true;
}

bool loop_update(Loop *l, const Places *written, bool *stable) {
  bool grew = false;
  for (uint32_t i = 0; i < written->n; i++)
    if (!note_written(l, &written->place[i], written->value[i], &grew)) return false;
  Merge m = {0};
  for (uint32_t i = 0; i < l->ncarried; i++)
    if (!carried_leaves(l, &l->carried[i], &m)) return false;
  *stable = !grew && same_leaves(&m, l->leaf, l->nleaves);
  l->leaf = m.leaf;
  l->nleaves = m.n;
  return true;
}

// One carried place made of the leaves args[*next..].
static bool carried_value(Loop *l, Carried *c, const Value *args, uint32_t *next, Value *out) {
  if (v_is_empty(c->before)) {
    const Value *at = args + *next, *begin = at;
    if (!replace_leaves(l, c->after, &at, out)) return false;
    *next += (uint32_t)(at - begin);
    return true;
  }
  Merge m = {.results = args, .next = *next};
  if (!merge_carried(l, c, &m, out)) return false;
  *next = m.next;
  return true;
}

bool loop_bind(Loop *l, const Value *args) {
  uint32_t next = 0;
  for (uint32_t i = 0; i < l->ncarried; i++) {
    Carried *c = &l->carried[i];
    Value v = V_EMPTY, ignored;
    if (c->appended) continue;
    if (!carried_value(l, c, args, &next, v_is_empty(c->before) ? &ignored : &v)) return false;
    if (!place_write(l->vm, l->frame, &c->place, v)) return false;
  }
  return true;
}

bool loop_leaves(Loop *l, const Places *written, Value *out) {
  (void)written;
  for (uint32_t i = 0; i < l->nleaves; i++)
    if (!leaf_convert(l->vm, l->leaf[i].from[1], &l->leaf[i].target, &out[i])) return false;
  return true;
}

bool loop_initial(Loop *l, Value *out) {
  VM *vm = l->vm;
  for (uint32_t i = 0; i < l->nleaves; i++) {
    const Leaf *leaf = &l->leaf[i];
    if (v_is_empty(leaf->from[0]))
      out[i] = aval_value(vm, &leaf->target, op_zeros(vm->build, aval_type(vm, &leaf->target)));
    else if (!leaf_convert(vm, leaf->from[0], &leaf->target, &out[i]))
      return false;
  }
  return true;
}

bool loop_finish(Loop *l, const Value *leaves) {
  uint32_t next = 0;
  for (uint32_t i = 0; i < l->ncarried; i++) {
    Carried *c = &l->carried[i];
    Value v;
    if (c->appended) continue;
    if (!carried_value(l, c, leaves, &next, &v) || !place_write(l->vm, l->frame, &c->place, v)) return false;
  }
  return true;
}
