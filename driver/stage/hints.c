// hints.c -- what type hints evaluate to: list[int] is a types.GenericAlias, int | None a union.
//
// A union is a tuple of another class, so that isinstance and issubclass take it as one.
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

bool hint_alias(VM *vm, Value origin, Value item, Value *out) {
  Value make;
  return import_attr(vm, "types", "GenericAlias", &make) && vm_call_2(vm, make, origin, item, out);
}

static bool is_union(VM *vm, Value v) {
  return v_is(v, O_TUPLE) && v.o->cls == vm->type[T_UnionType];
}

// A class, None, a union, a scalar type such as jnp.float32, or an instance of a class that has
// __origin__ (list[int]).
static bool is_hint(VM *vm, Value v) {
  if (v_is_none(v) || v_is(v, O_CLASS) || is_union(vm, v)) return true;
  if (v_is(v, O_HOST)) return v.o->cls == staging(vm)->scalar_type_class;
  return v_is(v, O_INSTANCE) && !v_is_empty(class_lookup(vm, v.o->cls, N(vm, origin)));
}

static bool add_member(VM *vm, List *to, Value v) {
  bool same;
  if (v_is_none(v)) v = v_obj(vm->type[T_NoneType]);
  for (uint32_t i = 0; i < to->n; i++) {
    if (!value_equal(vm, to->v[i], v, &same)) return false;
    if (same) return true;
  }
  list_append(vm, to, v);
  return true;
}

static bool add_members(VM *vm, List *to, Value v) {
  if (!is_union(vm, v)) return add_member(vm, to, v);
  for (uint32_t i = 0; i < AS_TUPLE(v)->n; i++)
    if (!add_member(vm, to, AS_TUPLE(v)->v[i])) return false;
  return true;
}

bool hint_union(VM *vm, Value a, Value b, Value *out) {
  *out = vm->not_implemented;
  if (!is_hint(vm, a) || !is_hint(vm, b) || (v_is_none(a) && v_is_none(b))) return true;
  List *l = list_new(vm, 2);
  if (!add_members(vm, l, a) || !add_members(vm, l, b)) return false;
  if (l->n == 1) return *out = l->v[0], true;
  Tuple *t = tuple_from(vm, l->v, l->n);
  t->head.cls = vm->type[T_UnionType];
  *out = v_obj(t);
  return true;
}

// The order of a union's members does not matter.
bool hint_compare(VM *vm, CompareOp op, Value a, Value b, Value *out) {
  *out = vm->not_implemented;
  if (op != COMPARE_EQ && op != COMPARE_NE) return true;
  bool same = is_union(vm, a) && is_union(vm, b) && AS_TUPLE(a)->n == AS_TUPLE(b)->n;
  for (uint32_t i = 0; same && i < AS_TUPLE(a)->n; i++) {
    bool found = false;
    for (uint32_t j = 0; !found && j < AS_TUPLE(b)->n; j++)
      if (!value_equal(vm, AS_TUPLE(a)->v[i], AS_TUPLE(b)->v[j], &found)) return false;
    same = found;
  }
  *out = v_bool(same == (op == COMPARE_EQ));
  return true;
}

bool hint_repr(StrBuilder *b, Value v) {
  const Tuple *t = AS_TUPLE(v);
  for (uint32_t i = 0; i < t->n; i++) {
    if (i) strb_puts(b, " | ");
    if (v_same(t->v[i], v_obj(b->vm->type[T_NoneType])))
      strb_puts(b, "None");
    else if (!v_is(t->v[i], O_CLASS)) {
      if (!strb_add_repr(b, t->v[i])) return false;
    } else {
      const Class *c = AS_CLASS(t->v[i]);
      bool builtin = v_is(c->module, O_STR) && str_is(AS_STR(c->module), "builtins");
      if (!builtin && v_is(c->module, O_STR)) strb_printf(b, "%s.", AS_STR(c->module)->text);
      strb_puts(b, c->qualname->text);
    }
  }
  return true;
}

static bool get_members(VM *vm, Value self, Value *out) {
  *out = v_obj(tuple_from(vm, AS_TUPLE(self)->v, AS_TUPLE(self)->n));
  return true;
}

static const NativeProp union_props[] = {{"__args__", get_members, NULL}, {0}};

void init_hints(VM *vm) { native_add_methods(vm, vm->type[T_UnionType], NULL, union_props); }
