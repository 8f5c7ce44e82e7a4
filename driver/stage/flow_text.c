// flow_text.c -- the text that stands for one of two.
//
// Two static texts: a choice from a table.  Texts that differ in their numbers only: field by
// field.  Others: both of them, and a run-time bool that says which (SEGMENT_EITHER); the numbers
// in the one that is not meant are zeros.  More than two become a text of the executable.
#include "driver/stage/flow_merge.h"
#include "driver/stage/run_text.h"

#include "driver/stage/vm_internal.h"

static bool text_equal(const Str *a, const Str *b) { return a == b || (a && b && str_equal(a, b)); }

static bool same_shape(Value a, Value b);

static bool same_table(const Tuple *a, const Tuple *b) {
  if (a == b) return true;
  if (!a || !b || a->n != b->n) return false;
  for (uint32_t i = 0; i < a->n; i++)
    if (!same_shape(a->v[i], b->v[i])) return false;
  return true;
}

static bool same_segment(const Segment *a, const Segment *b) {
  return a->kind == b->kind && a->kind != SEGMENT_PAD && text_equal(a->text, b->text) &&
         text_equal(a->style, b->style) && same_table(a->table, b->table);
}

// They differ in run-time values only.
static bool same_shape(Value a, Value b) {
  if (a.o->kind != b.o->kind) return false;
  if (v_is(a, O_STR)) return str_equal(AS_STR(a), AS_STR(b));
  const RunStr *x = AS_RUN_STR(a), *y = AS_RUN_STR(b);
  if (x->n != y->n) return false;
  for (uint32_t i = 0; i < x->n; i++)
    if (!same_segment(&x->segment[i], &y->segment[i])) return false;
  return true;
}

// Either may be empty: that way has none.
static bool merge_part(VM *vm, Merge *m, Value a, Value b, Value *out) {
  if (v_is_empty(a)) return merge_single(vm, m, 1, b, out);
  if (v_is_empty(b)) return merge_single(vm, m, 0, a, out);
  return merge_values(vm, m, a, b, out);
}

static Value one_segment(VM *vm, Segment g) {
  StrBuilder s;
  strb_init(&s, vm);
  strb_add_segment(&s, g);
  return strb_finish(&s);
}

static bool rebuild(VM *vm, Merge *m, Value a, Value b, Value *out);

// One segment of texts of the same shape.
static bool merge_segment(VM *vm, Merge *m, const Segment *x, const Segment *y, Segment *out) {
  Value a = x ? x->value : V_EMPTY, b = y ? y->value : V_EMPTY;
  *out = x ? *x : *y;
  if (out->kind == SEGMENT_TEXT) return true;
  if (!merge_part(vm, m, a, b, &out->value)) return false;
  if (out->kind != SEGMENT_EITHER) return true;
  Tuple *t = tuple_new(vm, 2);
  for (int i = 0; i < 2; i++) {
    a = x ? x->table->v[i] : V_EMPTY;
    b = y ? y->table->v[i] : V_EMPTY;
    if (!rebuild(vm, m, a, b, &t->v[i])) return false;
  }
  out->table = t;
  return true;
}

// Texts of the same shape, or only one of them.
static bool rebuild(VM *vm, Merge *m, Value a, Value b, Value *out) {
  *out = v_is_empty(a) ? b : a;
  if (!v_is(*out, O_RUN_STR)) return true;
  const RunStr *x = v_is_empty(a) ? NULL : AS_RUN_STR(a), *y = v_is_empty(b) ? NULL : AS_RUN_STR(b);
  StrBuilder s;
  strb_init(&s, vm);
  for (uint32_t i = 0; i < (x ? x : y)->n; i++) {
    Segment g;
    if (!merge_segment(vm, m, x ? &x->segment[i] : NULL, y ? &y->segment[i] : NULL, &g))
      return strb_release(&s), false;
    if (g.kind == SEGMENT_TEXT)
      strb_add(&s, g.text->text, g.text->size);
    else if (m->results)
      strb_add_segment(&s, g);
  }
  if (m->results)
    *out = strb_finish(&s);
  else
    strb_release(&s);
  return true;
}

static const Segment *either_of(Value v) {
  const RunStr *r = v_is(v, O_RUN_STR) ? AS_RUN_STR(v) : NULL;
  return r && r->n == 1 && r->segment[0].kind == SEGMENT_EITHER ? r->segment : NULL;
}

// e is one of two texts, v has the shape of one of them.  side: whose e is.
static bool merge_known(VM *vm, Merge *m, const Segment *e, Value v, int side, Value *out) {
  int k = same_shape(e->table->v[1], v);
  Segment g = *e;
  g.table = tuple_new(vm, 2);
  Value is = v_bool(k);
  if (!merge_values(vm, m, side ? is : e->value, side ? e->value : is, &g.value)) return false;
  for (int i = 0; i < 2; i++) {
    Value mine = e->table->v[i], its = i == k ? v : V_EMPTY;
    if (!rebuild(vm, m, side ? its : mine, side ? mine : its, &g.table->v[i])) return false;
  }
  if (m->results) *out = one_segment(vm, g);
  return true;
}

static bool has_shape(const Segment *e, Value v) {
  return e && (same_shape(e->table->v[0], v) || same_shape(e->table->v[1], v));
}

// Of several texts, or of two and a third: as one number, which the runtime knows the text by.
static bool merge_handles(VM *vm, Merge *m, Value a, Value b, Value *out) {
  Value handle;
  Aval target = run_aval(RUN_INT);
  if (!merge_leaf(vm, m, a, b, &target, &handle)) return false;
  if (m->results) *out = run_text_new(vm, handle);
  return true;
}

static bool merge_new(VM *vm, Merge *m, Value a, Value b, Value *out) {
  Segment g = {.kind = SEGMENT_EITHER, .table = tuple_new(vm, 2)};
  bool is_static = v_is(a, O_STR) && v_is(b, O_STR);
  Value no = is_static ? v_int(0) : v_bool(false), yes = is_static ? v_int(1) : v_bool(true);
  if (is_static) g.kind = SEGMENT_CHOICE;
  if (!merge_values(vm, m, no, yes, &g.value)) return false;
  if (!rebuild(vm, m, a, V_EMPTY, &g.table->v[0])) return false;
  if (!rebuild(vm, m, V_EMPTY, b, &g.table->v[1])) return false;
  if (m->results) *out = one_segment(vm, g);
  return true;
}

bool merge_texts(VM *vm, Merge *m, Value a, Value b, Value *out) {
  *out = a;
  if (same_shape(a, b)) return rebuild(vm, m, a, b, out);
  if (has_shape(either_of(a), b)) return merge_known(vm, m, either_of(a), b, 0, out);
  if (has_shape(either_of(b), a)) return merge_known(vm, m, either_of(b), a, 1, out);
  if (either_of(a) || either_of(b)) return merge_handles(vm, m, a, b, out);
  return merge_new(vm, m, a, b, out);
}

bool merge_text(VM *vm, Merge *m, int side, Value v, Value *out) {
  return rebuild(vm, m, side ? V_EMPTY : v, side ? v : V_EMPTY, out);
}
