// match.c -- the tests of match statements' patterns.
#include "driver/stage/vm_internal.h"

static void push(Frame *f, Value v) { *f->sp++ = v; }

static bool is_mapping(VM *vm, Value v) {
  return v_is(v, O_DICT) || (v.tag == TAG_OBJ && v.o->kind == O_INSTANCE &&
                             !v_is_empty(class_lookup(vm, v.o->cls, str_name(vm, "keys"))) &&
                             !v_is_empty(class_lookup(vm, v.o->cls, N(vm, getitem))));
}

static bool match_keys(VM *vm, Frame *f) {
  Value from = f->sp[-2];
  const Tuple *keys = AS_TUPLE(f->sp[-1]);
  Tuple *values = tuple_new(vm, keys->n);
  for (uint32_t i = 0; i < keys->n; i++) {
    Value v;
    if (v_is(from, O_DICT)) {
      if (!dict_get(vm, AS_DICT(from), keys->v[i], &v)) return false;
    } else {
      Value args[2] = {keys->v[i], V_NONE};
      if (!call_method(vm, from, "get", args, 2, &v)) return false;
      if (v_is_none(v)) v = V_EMPTY;
    }
    if (v_is_empty(v)) return push(f, V_NONE), true;
    values->v[i] = v;
  }
  push(f, v_obj(values));
  return true;
}

static bool match_rest(VM *vm, Frame *f) {
  const Tuple *keys = AS_TUPLE(f->sp[-1]);
  Dict *rest = dict_new(vm);
  if (!dict_update(vm, rest, f->sp[-2])) return false;
  for (uint32_t i = 0; i < keys->n; i++) {
    Value old;
    if (!dict_delete(vm, rest, keys->v[i], &old)) return false;
  }
  f->sp--;
  f->sp[-1] = v_obj(rest);
  return true;
}

// Builtin classes match their one positional pattern against the value itself.
static bool matches_itself(VM *vm, Class *c) {
  static const TypeIndex kinds[] = {T_bool, T_bytes, T_dict, T_float, T_frozenset,
                                    T_int,  T_list,  T_set,  T_str,   T_tuple};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (class_is_subclass(c, vm->type[kinds[i]])) return true;
  return false;
}

static bool positional_names(VM *vm, Class *c, uint32_t npos, Tuple **out) {
  Value args = class_lookup(vm, c, N(vm, match_args));
  *out = v_is(args, O_TUPLE) ? AS_TUPLE(args) : vm->in->empty_tuple;
  if ((*out)->n >= npos) return true;
  return vm_raise(vm, E_TypeError, "%s() accepts %u positional sub-pattern%s (%u given)",
                  c->name->text, (*out)->n, (*out)->n == 1 ? "" : "s", npos);
}

static bool match_class(VM *vm, Frame *f, uint32_t npos) {
  Value v = f->sp[-3], cls = f->sp[-2], found;
  const Tuple *keywords = AS_TUPLE(f->sp[-1]);
  Tuple *names, *values;
  bool is;
  if (!v_is(cls, O_CLASS)) return vm_raise(vm, E_TypeError, "called match pattern must be a class");
  if (!is_instance_of(vm, v, cls, &is)) return false;
  f->sp -= 2;
  f->sp[-1] = V_NONE;
  if (!is) return true;
  values = tuple_new(vm, npos + keywords->n);
  bool itself = npos == 1 && v_is_empty(class_lookup(vm, AS_CLASS(cls), N(vm, match_args))) &&
                matches_itself(vm, AS_CLASS(cls));
  if (itself)
    values->v[0] = v;
  else if (!positional_names(vm, AS_CLASS(cls), npos, &names))
    return false;
  for (uint32_t i = 0; !itself && i < npos; i++)
    for (uint32_t j = 0; j < keywords->n; j++)
      if (names->v[i].o == keywords->v[j].o)
        return vm_raise(vm, E_TypeError, "%s() got multiple sub-patterns for attribute '%s'",
                        AS_CLASS(cls)->name->text, AS_STR(names->v[i])->text);
  for (uint32_t i = itself; i < npos + keywords->n; i++) {
    Str *name = AS_STR(i < npos ? names->v[i] : keywords->v[i - npos]);
    if (!find_attr(vm, v, name, &found)) return false;
    if (v_is_empty(found)) return true;
    values->v[i] = found;
  }
  f->sp[-1] = v_obj(values);
  return true;
}

bool op_match(VM *vm, Frame *f, Bytecode op, uint32_t k);

bool op_match(VM *vm, Frame *f, Bytecode op, uint32_t k) {
  Value v = f->sp[-1];
  int64_t n;
  switch (op) {
  case BC_MATCH_SEQUENCE:
    push(f, v_bool(v_is(v, O_LIST) || v_is(v, O_TUPLE) || v_is(v, O_RANGE)));
    return true;
  case BC_MATCH_MAPPING: push(f, v_bool(is_mapping(vm, v))); return true;
  case BC_MATCH_KEYS: return match_keys(vm, f);
  case BC_MATCH_REST: return match_rest(vm, f);
  case BC_MATCH_CLASS: return match_class(vm, f, k);
  default:
    if (!value_len(vm, v, &n)) return false;
    push(f, v_int(n));
    return true;
  }
}
