// operator.c -- operators on any values: numbers, containers, special methods, staged values.
#include "driver/stage/methods.h"
#include "driver/stage/run_text.h"

#include <string.h>

static bool is_user(VM *vm, Value v) {
  return v.tag == TAG_OBJ &&
         (!(v.o->cls->flags & CLASS_NATIVE) || v.o->kind == O_HOST || v.o->kind == O_CLASS);
}

static bool not_implemented(VM *vm, Value v) { return v_same(v, vm->not_implemented); }

// ---- Sequences.

static bool repeat(VM *vm, Value s, int64_t n, Value *out) {
  if (n < 0) n = 0;
  uint32_t size = v_is(s, O_STR)     ? AS_STR(s)->size
                  : v_is(s, O_LIST)  ? AS_LIST(s)->n
                  : v_is(s, O_TUPLE) ? AS_TUPLE(s)->n
                                     : ((Bytes *)s.o)->size;
  if (size && n > (int64_t)(1u << 30) / size)
    return vm_raise(vm, E_MemoryError, "a sequence of %lld times %u items is too large",
                    (long long)n, size);
  uint32_t total = (uint32_t)(size * n);
  if (v_is(s, O_STR) || v_is(s, O_BYTES)) {
    char *text = heap_grow(vm, NULL, 0, total + 1);
    const char *from = v_is(s, O_STR) ? AS_STR(s)->text : ((Bytes *)s.o)->text;
    for (int64_t i = 0; i < n; i++) memcpy(text + i * size, from, size);
    *out = v_is(s, O_STR) ? v_obj(str_new(vm, text, total)) : v_obj(bytes_new(vm, text, total));
    heap_free(vm, text);
    return true;
  }
  const Value *items = v_is(s, O_LIST) ? AS_LIST(s)->v : AS_TUPLE(s)->v;
  List *l = list_new(vm, total);
  for (int64_t i = 0; i < n; i++)
    if (size) memcpy(l->v + i * size, items, size * sizeof(Value));
  l->n = total;
  *out = v_is(s, O_LIST) ? v_obj(l) : v_obj(tuple_from(vm, l->v, l->n));
  return true;
}

static bool is_sequence(Value v) {
  return v_is(v, O_STR) || v_is(v, O_LIST) || v_is(v, O_TUPLE) || v_is(v, O_BYTES);
}

static bool sequence_mul(VM *vm, Value a, Value b, Value *out) {
  Value s = is_sequence(a) ? a : b, k = is_sequence(a) ? b : a, n;
  if (int_value(k, &n)) {
    int64_t i;
    if (value_index(vm, n, &i)) return repeat(vm, s, i, out);
    vm_clear_exc(vm);
    return vm_raise(vm, E_OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  bool run_int = v_is(k, O_RUN_SCALAR) && AS_RUN_SCALAR(k)->run == RUN_INT;
  if (run_int && v_is(s, O_STR)) return run_text_repeat(vm, s, k, out);
  if (run_int) {
    int64_t i;
    return value_index(vm, k, &i) && repeat(vm, s, i, out);
  }
  if (v_is_staged(k)) return *out = vm->not_implemented, true;
  if (is_user(vm, k)) {
    int64_t i;
    bool found;
    Value index;
    if (!call_special_str(vm, k, N(vm, index), NULL, 0, &index, &found)) return false;
    if (found && value_index(vm, k, &i)) return repeat(vm, s, i, out);
    return *out = vm->not_implemented, true;
  }
  return vm_raise(vm, E_TypeError, "can't multiply sequence by non-int of type '%s'",
                  type_name(vm, k));
}

static bool str_concat(VM *vm, Value a, Value b, Value *out) {
  const Str *x = AS_STR(a), *y = AS_STR(b);
  if (!x->size) return *out = b, true;
  if (!y->size) return *out = a, true;
  Str *s = heap_new(vm, vm->type[T_str], O_STR, sizeof(Str) + x->size + y->size + 1);
  s->size = x->size + y->size;
  s->length = x->length + y->length;
  memcpy(s->text, x->text, x->size);
  memcpy(s->text + x->size, y->text, y->size);
  *out = v_obj(s);
  return true;
}

static bool sequence_add(VM *vm, Value a, Value b, Value *out) {
  if (v_is(a, O_STR) && v_is(b, O_STR)) return str_concat(vm, a, b, out);
  if (v_is(a, O_LIST) && v_is(b, O_LIST)) {
    const List *x = AS_LIST(a), *y = AS_LIST(b);
    List *l = list_new(vm, x->n + y->n);
    if (x->n) memcpy(l->v, x->v, x->n * sizeof(Value));
    if (y->n) memcpy(l->v + x->n, y->v, y->n * sizeof(Value));
    l->n = x->n + y->n;
    return *out = v_obj(l), true;
  }
  if (v_is(a, O_TUPLE) && v_is(b, O_TUPLE)) {
    Tuple *x = AS_TUPLE(a), *y = AS_TUPLE(b), *t = tuple_new(vm, x->n + y->n);
    if (x->n) memcpy(t->v, x->v, x->n * sizeof(Value));
    if (y->n) memcpy(t->v + x->n, y->v, y->n * sizeof(Value));
    return *out = v_obj(t), true;
  }
  if (v_is(a, O_BYTES) && v_is(b, O_BYTES)) {
    Bytes *x = (Bytes *)a.o, *y = (Bytes *)b.o, *s = bytes_new(vm, NULL, x->size + y->size);
    memcpy(s->text, x->text, x->size);
    memcpy(s->text + x->size, y->text, y->size);
    return *out = v_obj(s), true;
  }
  return *out = vm->not_implemented, true;
}

// ---- Sets and dicts.

static bool set_filter(VM *vm, Set *from, Set *by, bool keep, Set *to) {
  uint32_t pos = 0;
  Value v;
  while (set_each(from, &pos, &v)) {
    bool has;
    if (!set_has(vm, by, v, &has)) return false;
    if (has == keep && !set_add(vm, to, v)) return false;
  }
  return true;
}

bool set_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out) {
  Set *x = AS_SET(a), *y = AS_SET(b), *r;
  bool ok = true;
  switch (op) {
  case BINARY_OR:
    r = set_copy(vm, x);
    ok = set_update(vm, r, b);
    break;
  case BINARY_AND:
    r = set_new(vm, false);
    ok = y->used > x->used ? set_filter(vm, x, y, true, r) : set_filter(vm, y, x, true, r);
    break;
  case BINARY_SUB:
    r = set_new(vm, false);
    ok = set_filter(vm, x, y, false, r);
    break;
  case BINARY_XOR: {
    uint32_t pos = 0;
    Value v;
    r = set_copy(vm, y);
    while (ok && set_each(x, &pos, &v)) {
      bool was;
      ok = set_remove(vm, r, v, &was) && (was || set_add(vm, r, v));
    }
    break;
  }
  default: return *out = vm->not_implemented, true;
  }
  r->head.cls = x->head.cls == vm->type[T_frozenset] ? vm->type[T_frozenset] : vm->type[T_set];
  *out = v_obj(r);
  return ok;
}

static bool view_to_set(VM *vm, Value v, Value *out) {
  Set *s = set_new(vm, false);
  *out = v_obj(s);
  return set_update(vm, s, v);
}

bool builtin_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out) {
  *out = vm->not_implemented;
  if (op == BINARY_ADD && is_sequence(a)) return sequence_add(vm, a, b, out);
  if (op == BINARY_MUL && (is_sequence(a) || is_sequence(b))) return sequence_mul(vm, a, b, out);
  if (op == BINARY_MOD && v_is(a, O_STR)) return percent_format(vm, AS_STR(a), b, out);
  if (v_is(a, O_SET) && v_is(b, O_SET)) return set_binary(vm, op, a, b, out);
  bool views = v_is(a, O_DICTVIEW) || v_is(b, O_DICTVIEW);
  if (views && op >= BINARY_SUB && (op == BINARY_SUB || op >= BINARY_AND) && op <= BINARY_XOR) {
    Value x, y;
    if (!view_to_set(vm, a, &x) || !view_to_set(vm, b, &y)) return false;
    return set_binary(vm, op, x, y, out);
  }
  if (op == BINARY_OR && v_is(a, O_DICT) && v_is(b, O_DICT)) {
    Dict *d = dict_copy(vm, AS_DICT(a));
    d->head.cls = a.o->cls;
    *out = v_obj(d);
    return dict_update(vm, d, b);
  }
  if (op == BINARY_OR) return hint_union(vm, a, b, out);
  return true;
}

static bool operand_error(VM *vm, BinaryOp op, Value a, Value b, const char *suffix) {
  const char *x = type_name(vm, a), *y = type_name(vm, b);
  if (op == BINARY_ADD && (v_is(a, O_STR) || v_is(a, O_LIST) || v_is(a, O_TUPLE)))
    return vm_raise(vm, E_TypeError, "can only concatenate %s (not \"%s\") to %s", x, y, x);
  if (op == BINARY_ADD && v_is(a, O_BYTES))
    return vm_raise(vm, E_TypeError, "can't concat %s to bytes", y);
  const char *name = op == BINARY_POW && !*suffix ? "** or pow()" : binary_symbol[op];
  return vm_raise(vm, E_TypeError, "unsupported operand type(s) for %s%s: '%s' and '%s'", name,
                  suffix, x, y);
}

static bool run_str_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out) {
  *out = vm->not_implemented;
  StrBuilder s;
  bool texts = (v_is(a, O_STR) || v_is(a, O_RUN_STR)) && (v_is(b, O_STR) || v_is(b, O_RUN_STR));
  if (op == BINARY_ADD && texts) {
    strb_init(&s, vm);
    strb_add_value(&s, a);
    strb_add_value(&s, b);
    *out = strb_finish(&s);
  } else if (op == BINARY_MUL && (v_is(a, O_RUN_SCALAR) || v_is(b, O_RUN_SCALAR))) {
    bool first = v_is(a, O_RUN_STR);
    return run_text_repeat(vm, first ? a : b, first ? b : a, out);
  } else if (op == BINARY_MUL && (a.tag == TAG_INT || b.tag == TAG_INT)) {
    int64_t n = a.tag == TAG_INT ? a.i : b.i;
    if (!text_fits(vm, n)) return false;
    strb_init(&s, vm);
    for (int64_t i = 0; i < n; i++) strb_add_value(&s, a.tag == TAG_INT ? b : a);
    *out = strb_finish(&s);
  } else if (op == BINARY_MOD && v_is(a, O_STR)) {
    return percent_format(vm, AS_STR(a), b, out);
  }
  return true;
}

static bool staged_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out) {
  if (v_is(a, O_RUN_STR) || v_is(b, O_RUN_STR) || (op == BINARY_MOD && v_is(a, O_STR)))
    return run_str_binary(vm, op, a, b, out);
  bool repeats = op == BINARY_MUL && (is_sequence(a) || is_sequence(b)) &&
                 (v_is(a, O_RUN_SCALAR) || v_is(b, O_RUN_SCALAR));
  if (repeats || !vm->hooks.binary) return *out = vm->not_implemented, true;
  if (vm->hooks.binary(vm, op, a, b, out)) return true;
  origin_note(vm, (Value[]){a, b}, 2, vm_user_here(vm));
  return false;
}

static bool try_special(VM *vm, Value self, Str *name, Value arg, Value *out) {
  bool found;
  *out = vm->not_implemented;
  return call_special_str(vm, self, name, &arg, 1, out, &found);
}

// The reflected method goes first when the right operand's class is a subclass that has its own.
static bool reflected_first(VM *vm, Value a, Value b, Str *name) {
  Class *x = class_of(vm, a), *y = class_of(vm, b);
  if (x == y || !is_user(vm, b) || !class_is_subclass(y, x)) return false;
  return !v_same(class_lookup(vm, x, name), class_lookup(vm, y, name));
}

static bool binary(VM *vm, BinaryOp op, Value a, Value b, Value *out) {
  if (!number_binary(vm, op, a, b, out)) return false;
  if (!not_implemented(vm, *out) && !is_user(vm, a) && !is_user(vm, b)) return true;
  Value by_number = *out;
  Str *name = vm->in->names.binary[op], *reflected = vm->in->names.reflected[op];
  bool first = reflected_first(vm, a, b, reflected);
  if (first && (!try_special(vm, b, reflected, a, out) || !not_implemented(vm, *out)))
    return v_is_empty(vm->exc);
  if (is_user(vm, a) && (!try_special(vm, a, name, b, out) || !not_implemented(vm, *out)))
    return v_is_empty(vm->exc);
  if (!first && is_user(vm, b) && class_of(vm, a) != class_of(vm, b) &&
      (!try_special(vm, b, reflected, a, out) || !not_implemented(vm, *out)))
    return v_is_empty(vm->exc);
  if (!not_implemented(vm, by_number)) return *out = by_number, true;
  if ((v_is_staged(a) || v_is_staged(b)) &&
      (!staged_binary(vm, op, a, b, out) || !not_implemented(vm, *out)))
    return v_is_empty(vm->exc);
  return builtin_binary(vm, op, a, b, out);
}

bool value_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out) {
  if (!binary(vm, op, a, b, out)) return false;
  return !not_implemented(vm, *out) || operand_error(vm, op, a, b, "");
}

bool builtin_inplace(VM *vm, BinaryOp op, Value a, Value b, Value *out, bool *done) {
  *done = true;
  *out = a;
  if (v_is(a, O_LIST) && op == BINARY_ADD) {
    if (v_same(a, b)) {
      Tuple *t = tuple_from(vm, AS_LIST(a)->v, AS_LIST(a)->n);
      return list_extend(vm, AS_LIST(a), v_obj(t));
    }
    if (v_is_staged(b) && !v_is(b, O_ARRAY)) return *done = false, true;
    return list_extend(vm, (List *)a.o, b);
  }
  if (v_is(a, O_DICT) && op == BINARY_OR) return dict_update(vm, AS_DICT(a), b);
  if (v_is(a, O_SET) && v_is(b, O_SET) && a.o->cls == vm->type[T_set]) {
    Value r;
    if (!set_binary(vm, op, a, b, &r)) return false;
    if (not_implemented(vm, r)) return *done = false, true;
    set_clear(vm, AS_SET(a));
    return set_update(vm, AS_SET(a), r);
  }
  return *done = false, true;
}

bool value_inplace(VM *vm, BinaryOp op, Value a, Value b, Value *out) {
  bool done = false;
  if (is_user(vm, a) || v_is(a, O_ARRAY)) {
    if (!try_special(vm, a, vm->in->names.inplace[op], b, out)) return false;
    if (!not_implemented(vm, *out)) return true;
  }
  if (!builtin_inplace(vm, op, a, b, out, &done)) return false;
  if (done) return true;
  if (!binary(vm, op, a, b, out)) return false;
  return !not_implemented(vm, *out) || operand_error(vm, op, a, b, "=");
}

bool value_unary(VM *vm, UnaryOp op, Value v, Value *out) {
  Value x = is_user(vm, v) ? v : value_unwrap(v);
  if (x.tag == TAG_FLOAT && op != UNARY_INVERT) {
    *out = v_float(op == UNARY_NEG ? -x.f : x.f);
    return true;
  }
  if (value_is_int(x)) {
    int64_t i = x.tag == TAG_BOOL ? x.b : x.i;
    if (v_is(x, O_BIGINT) || i == INT64_MIN)
      *out = bigint_unary(vm, op, x);
    else
      *out = v_int(op == UNARY_NEG ? -i : op == UNARY_POS ? i : ~i);
    return true;
  }
  if (v_is(x, O_COMPLEX) && op != UNARY_INVERT) {
    Complex *z = (Complex *)x.o;
    *out = op == UNARY_NEG ? complex_new(vm, -z->re, -z->im) : x;
    return true;
  }
  if (v_is_staged(v) && vm->hooks.unary) return vm->hooks.unary(vm, op, v, out);
  bool found;
  if (!call_special_str(vm, v, vm->in->names.unary[op], NULL, 0, out, &found)) return false;
  if (found) return true;
  Value plain = value_unwrap(v);
  if (!v_same(plain, v)) return value_unary(vm, op, plain, out);
  return vm_raise(vm, E_TypeError, "bad operand type for unary %s: '%s'", unary_symbol[op],
                  type_name(vm, v));
}
