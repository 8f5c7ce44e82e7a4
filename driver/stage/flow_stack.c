// flow_stack.c -- lists that a rolled loop appends to: what an iteration appends becomes stacked
// outputs of the scan, and the list gets their rows behind the loop.
//
//     hist.append((i, {"loss": x}))   one output, all losses; i is computed from the row's number
//
// Neighbouring items that are rows of one array, as an inner loop leaves them, are one output.
#include "driver/stage/flow_loop.h"

#include "dialect/support/vec.h"
#include "driver/stage/vm_internal.h"

//===-- what an iteration appended ---------------------------------------------------------===//

static bool is_container(Value v) {
  return v_is(v, O_LIST) || v_is(v, O_DICT) || v_is(v, O_INSTANCE) || v_is(v, O_SET);
}

static bool is_old(const Loop *l, Value v) { return is_container(v) && v.o->born < l->since; }

static bool holds_old(const Loop *l, Value v);

static bool dict_holds_old(const Loop *l, const Dict *d) {
  for (uint32_t i = 0; d && i < d->n; i++)
    if (!v_is_empty(d->entries[i].key) && holds_old(l, d->entries[i].value)) return true;
  return false;
}

// Objects from before the iteration would be copied.
static bool holds_old(const Loop *l, Value v) {
  if (is_old(l, v)) return true;
  if (v_is(v, O_DICT)) return dict_holds_old(l, AS_DICT(v));
  if (v_is(v, O_INSTANCE)) return dict_holds_old(l, v.o->attrs);
  bool list = v_is(v, O_LIST);
  if (!list && !v_is(v, O_TUPLE)) return false;
  const Value *items = list ? AS_LIST(v)->v : AS_TUPLE(v)->v;
  for (uint32_t i = 0, n = list ? AS_LIST(v)->n : AS_TUPLE(v)->n; i < n; i++)
    if (holds_old(l, items[i])) return true;
  return false;
}

// Known from the iteration's number.
static const RunScalar *induced_leaf(const Loop *l, const Leaf *leaf) {
  Value v = leaf->from[1];
  if (!is_run_scalar(v) || v_is_empty(l->counter)) return NULL;
  const RunScalar *x = AS_RUN_SCALAR(v);
  return x->affine && x->base.ptr == AS_RUN_SCALAR(l->counter)->value.ptr ? x : NULL;
}

static void add_output(Loop *l, Body *b, Value v) {
  if (b->nstacked == b->stacked_room)
    b->stacked = vec_grow(l->vm->arena, b->stacked, &b->stacked_room, sizeof(Value));
  b->stacked[b->nstacked++] = v;
}

static Appended *add_appended(Loop *l, Body *b, Value item) {
  if (b->nappended == b->appended_room)
    b->appended = vec_grow(l->vm->arena, b->appended, &b->appended_room, sizeof(Appended));
  Appended *a = &b->appended[b->nappended++];
  *a = (Appended){.item = item, .first = b->nstacked, .present = V_EMPTY};
  if (!is_optional_item(item)) return a;
  a->present = ((RunOptional *)item.o)->present;
  a->item = ((RunOptional *)item.o)->value;
  return a;
}

// The flag is one more output, unless the iteration's number tells.
static bool add_present(Loop *l, Body *b, Appended *a) {
  MlirValue v;
  if (!trace_use(l->vm, a->present, &v)) return false;
  a->counted = stack_is_counted(b->trace->block, v);
  if (a->counted) return true;
  if (b->trace->outer)
    return loop_why(l, "how many items a list gets depends on what only the executable knows");
  a->first++;
  add_output(l, b, a->present);
  return true;
}

static bool append_tree(Loop *l, Body *b, Value item) {
  Merge m = {0};
  Value ignored;
  Appended *a = add_appended(l, b, item);
  item = a->item;
  if (!v_is_empty(a->present) && !add_present(l, b, a)) return false;
  if (is_old(l, item)) return a->shared = true;
  if (holds_old(l, item))
    return loop_why(l, "a list gets an object that holds others from before the iteration");
  if (!merge_single(l->vm, &m, 1, item, &ignored)) return false;
  a->leaf = m.leaf;
  a->nleaves = m.n;
  for (uint32_t i = 0; i < m.n; i++)
    if (loop_writes(l, &b->written, m.leaf[i].from[1]))
      return loop_why(l, "a list gets an array that the loop writes");
  for (uint32_t i = 0; i < m.n; i++)
    if (!induced_leaf(l, &m.leaf[i])) add_output(l, b, m.leaf[i].from[1]);
  return true;
}

static bool append_items(Loop *l, Body *b, Carried *c) {
  const Tuple *t = AS_TUPLE(c->after);
  c->first = b->nappended;
  for (uint32_t i = t->n - c->appended, n; i < t->n; i += n) {
    Value rows;
    n = 1;
    if (is_optional_item(t->v[i])) {
      if (!append_tree(l, b, t->v[i])) return false;
      continue;
    }
    if (!array_rows_at(l->vm, t->n - i, &t->v[i], &n, &rows)) return false;
    if (n > 1) {
      Appended *a = add_appended(l, b, t->v[i]);
      a->rows = n;
      add_output(l, b, rows);
    } else if (!append_tree(l, b, t->v[i])) {
      return false;
    }
  }
  c->groups = b->nappended - c->first;
  return true;
}

bool stack_any(const Loop *l) {
  for (uint32_t i = 0; i < l->ncarried; i++)
    if (l->carried[i].appended) return true;
  return false;
}

bool stack_collect(Loop *l, Body *b) {
  for (uint32_t i = 0; i < l->ncarried; i++) {
    Carried *c = &l->carried[i];
    if (!c->appended) continue;
    if (l->n < 0 || (l->coded && !l->masked))
      return loop_why(l, "a list grows, by how much only the executable knows");
    if (!append_items(l, b, c)) return false;
  }
  return true;
}

//===-- the lists behind the loop ----------------------------------------------------------===//

// The outputs' rows: those of a group lie one behind the other.
static bool open_rows(Loop *l, const Body *b, MlirOperation op, Appended *a) {
  VM *vm = l->vm;
  uint32_t at = loop_carries(l) + a->first;
  if (a->rows) {
    Aval item;
    MlirValue all = op_result(op, (int)at);
    Dims d = type_dims(mlirValueGetType(all)), flat = {.n = d.n - 1};
    value_aval(vm, a->item, &item);
    flat.d[0] = d.d[0] * d.d[1];
    for (int i = 1; i < flat.n; i++)
      flat.d[i] = d.d[i + 1];
    stage_locate(vm);
    a->source = ARENA_ARRAY(vm->arena, const Rows *, 1);
    a->source[0] = rows_open(vm, op_reshape(vm->build, all, flat), &item);
    return true;
  }
  a->source = ARENA_ARRAY(vm->arena, const Rows *, a->nleaves + 1);
  for (uint32_t i = 0; i < a->nleaves; i++) {
    a->source[i] = NULL;
    if (induced_leaf(l, &a->leaf[i])) continue;
    a->source[i] = rows_open(vm, op_result(op, (int)at), &b->avals[at]);
    at++;
  }
  return true;
}

static bool tree_row(Loop *l, const Appended *a, int64_t k, Value *out) {
  VM *vm = l->vm;
  if (a->shared) return *out = a->item, true;
  if (!a->nleaves && !is_container(a->item)) return *out = a->item, true;
  Value few[8], *results = a->nleaves <= 8 ? few : ARENA_ARRAY(vm->arena, Value, a->nleaves);
  for (uint32_t i = 0; i < a->nleaves; i++) {
    const RunScalar *x = induced_leaf(l, &a->leaf[i]);
    results[i] = x ? v_int(x->scale * k + x->offset) : rows_at(vm, a->source[i], k);
  }
  Merge m = {.results = results};
  return merge_single(vm, &m, 1, a->item, out);
}

static bool extend_list(Loop *l, const Body *b, const Carried *c) {
  VM *vm = l->vm;
  List *list = (List *)c->place.object;
  for (int64_t k = 0; k < l->n; k++)
    for (uint32_t i = c->first; i < c->first + c->groups; i++) {
      const Appended *a = &b->appended[i];
      Value v;
      if (a->flag && !a->flag[k]) continue;
      for (uint32_t j = 0; j < a->rows; j++)
        list_append(vm, list, rows_at(vm, a->source[0], k * a->rows + j));
      if (a->rows) continue;
      if (!tree_row(l, a, k, &v)) return false;
      list_append(vm, list, v);
    }
  return true;
}

bool stack_extend(Loop *l, Body *b, MlirOperation op) {
  for (uint32_t i = 0; i < b->nappended; i++) {
    Appended *a = &b->appended[i];
    if (!v_is_empty(a->present) && !stack_flags(l, b, op, a)) return false;
    if (!a->shared && !open_rows(l, b, op, a)) return false;
  }
  for (uint32_t i = 0; i < l->ncarried; i++)
    if (l->carried[i].appended && !extend_list(l, b, &l->carried[i])) return false;
  return true;
}
