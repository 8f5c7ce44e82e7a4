// settle.c -- the message of an exception that leaves a function being staged.
//
// Its text may show values of the function, which end with it: the text is made before, of what is
// known of them, and shows their types where nothing is.
#include "dialect/support/vec.h"
#include "driver/stage/run_text.h"
#include "driver/stage/settle.h"
#include "driver/stage/vm_internal.h"

static const Trace *owner_of(Value v) {
  if (is_array(v)) return AS_ARRAY(v)->owner;
  return is_run_scalar(v) ? AS_RUN_SCALAR(v)->owner : NULL;
}

static bool shows(const RunStr *r, const Trace *t) {
  for (uint32_t i = 0; i < r->n; i++) {
    const Segment *s = &r->segment[i];
    if (s->kind == SEGMENT_TEXT) continue;
    if (s->inner ? shows(s->inner, t) : owner_of(s->value) == t) return true;
  }
  return false;
}

static Value types_text(VM *vm, const RunStr *r) {
  StrBuilder b;
  strb_init(&b, vm);
  for (uint32_t i = 0; i < r->n; i++) {
    const Segment *s = &r->segment[i];
    Aval a;
    if (s->kind == SEGMENT_TEXT)
      strb_add(&b, s->text->text, s->text->size);
    else if (s->kind == SEGMENT_FIELD && value_aval(vm, s->value, &a))
      strb_puts(&b, aval_text(vm, &a, true));
    else
      strb_puts(&b, UNKNOWN_TEXT);
  }
  return strb_finish(&b);
}

static void settle_one(VM *vm, Exception *e, const Trace *t) {
  for (uint32_t i = 0; e->args && i < e->args->n; i++) {
    Value v = e->args->v[i], text;
    bool found = false;
    if (!v_is(v, O_RUN_STR) || !shows(AS_RUN_STR(v), t)) continue;
    if (!run_str_known(vm, v, &text, &found) || !found) {
      vm->exc = V_EMPTY;
      text = types_text(vm, AS_RUN_STR(v));
    }
    e->args = tuple_from(vm, e->args->v, e->args->n);
    e->args->v[i] = text;
  }
}

typedef VEC(Exception *) Exceptions;

// v and what it came from, each once.
static void collect(VM *vm, Value v, Exceptions *all) {
  while (v_is(v, O_EXCEPTION)) {
    Exception *e = (Exception *)v.o;
    for (uint32_t i = 0; i < all->n; i++)
      if (all->data[i] == e) return;
    VEC_PUSH(vm->arena, *all, e);
    collect(vm, e->cause, all);
    v = e->context;
  }
}

void exc_settle(VM *vm, Trace *t, const Tuple *parameters) {
  Value raised = vm->exc;
  Exceptions all = {0};
  if (v_is_empty(raised)) return;
  vm->exc = V_EMPTY;
  t->parameters = parameters;
  collect(vm, raised, &all);
  for (uint32_t i = 0; i < all.n; i++) settle_one(vm, all.data[i], t);
  t->parameters = NULL;
  vm->exc = raised;
}
