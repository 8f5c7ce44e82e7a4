// ops.c -- the less frequent instructions: building, unpacking, variables by name, exceptions.
#include "driver/stage/flow.h"
#include "driver/stage/iterator.h"
#include "driver/stage/run_text.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

static void push(Frame *f, Value v) { *f->sp++ = v; }
static Value pop(Frame *f) { return *--f->sp; }

static bool op_build(VM *vm, Frame *f, Bytecode op, uint32_t k) {
  Value *v = f->sp - k, made;
  switch (op) {
  case BC_BUILD_TUPLE: made = v_obj(tuple_from(vm, v, k)); break;
  case BC_BUILD_LIST: {
    List *l = list_new(vm, k);
    if (k) memcpy(l->v, v, k * sizeof(Value));
    l->n = k;
    made = v_obj(l);
    break;
  }
  case BC_BUILD_SET: {
    Set *s = set_new(vm, false);
    for (uint32_t i = 0; i < k; i++)
      if (!set_add(vm, s, v[i])) return false;
    made = v_obj(s);
    break;
  }
  case BC_BUILD_STRING: {
    StrBuilder b;
    strb_init(&b, vm);
    for (uint32_t i = 0; i < k; i++) strb_add_value(&b, v[i]);
    made = strb_finish(&b);
    break;
  }
  default: { // BUILD_DICT
    Dict *d = dict_new(vm);
    v = f->sp - 2 * k;
    for (uint32_t i = 0; i < k; i++)
      if (!dict_set(vm, d, v[2 * i], v[2 * i + 1])) return false;
    made = v_obj(d);
  }
  }
  f->sp = v;
  push(f, made);
  return true;
}

// "module.qualname()" of a callee, as CPython's messages about unpacked arguments have it.
static const char *callee_text(VM *vm, Value f) {
  Value module, name;
  if (!find_attr(vm, f, N(vm, qualname), &name) || !v_is(name, O_STR))
    return arena_printf(vm->arena, "%s object", type_name(vm, f));
  if (!find_attr(vm, f, N(vm, module), &module) || !v_is(module, O_STR) ||
      str_is(AS_STR(module), "builtins"))
    return arena_printf(vm->arena, "%s()", AS_STR(name)->text);
  return arena_printf(vm->arena, "%s.%s()", AS_STR(module)->text, AS_STR(name)->text);
}

static bool extend_error(VM *vm, Frame *f, Value v, bool call) {
  Value it, e = vm->exc;
  if (!vm_exc_is(vm, E_TypeError) || v_is_staged(v)) return false;
  vm->exc = V_EMPTY;
  bool iterable = get_iter(vm, v, &it);
  vm->exc = e;
  if (iterable) return false;
  vm_clear_exc(vm);
  if (call)
    return vm_raise(vm, E_TypeError, "%s argument after * must be an iterable, not %s",
                    callee_text(vm, f->sp[-2]), type_name(vm, v));
  return vm_raise(vm, E_TypeError, "Value after * must be an iterable, not %s", type_name(vm, v));
}

static bool dict_merge(VM *vm, Frame *f, Dict *to, Value from) {
  if (v_is(from, O_DICT)) {
    Dict *d = AS_DICT(from);
    for (uint32_t i = 0; i < d->n; i++) {
      Value old, key = d->entries[i].key;
      if (v_is_empty(key)) continue;
      if (!v_is(key, O_STR)) return vm_raise(vm, E_TypeError, "keywords must be strings");
      if (!dict_get(vm, to, key, &old)) return false;
      if (v_is_empty(old)) continue;
      return vm_raise(vm, E_TypeError, "%s got multiple values for keyword argument '%s'",
                      callee_text(vm, f->sp[-4]), AS_STR(key)->text);
    }
    return dict_update(vm, to, from);
  }
  Value keys;
  if (!find_attr(vm, from, str_name(vm, "keys"), &keys)) return false;
  if (v_is_empty(keys))
    return vm_raise(vm, E_TypeError, "%s argument after ** must be a mapping, not %s",
                    callee_text(vm, f->sp[-4]), type_name(vm, from));
  return dict_update(vm, to, from);
}

static bool op_collect(VM *vm, Frame *f, Bytecode op, uint32_t k) {
  Value v = pop(f), *to;
  switch (op) {
  case BC_SET_ADD: return set_add(vm, AS_SET(f->sp[-(int64_t)k]), v);
  case BC_SET_UPDATE: return set_update(vm, AS_SET(f->sp[-(int64_t)k]), v);
  case BC_DICT_ADD: {
    Value key = pop(f);
    return dict_set(vm, AS_DICT(f->sp[-(int64_t)k]), key, v);
  }
  case BC_LIST_EXTEND:
    to = &f->sp[-(int64_t)(k % EXTEND_CALL)];
    return list_extend(vm, AS_LIST(*to), v) || extend_error(vm, f, v, k >= EXTEND_CALL);
  case BC_DICT_UPDATE: {
    Value keys;
    to = &f->sp[-(int64_t)k];
    if (!v_is(v, O_DICT)) {
      if (!find_attr(vm, v, str_name(vm, "keys"), &keys)) return false;
      if (v_is_empty(keys))
        return vm_raise(vm, E_TypeError, "'%s' object is not a mapping", type_name(vm, v));
    }
    return dict_update(vm, AS_DICT(*to), v);
  }
  default:
    f->sp++;
    if (!dict_merge(vm, f, AS_DICT(f->sp[-(int64_t)k - 1]), v)) return false;
    f->sp--;
    return true;
  }
}

static bool unpack_error(VM *vm, Value v, uint32_t want, uint32_t got, bool star) {
  if (got < want)
    return vm_raise(vm, E_ValueError, "not enough values to unpack (expected %s%u, got %u)",
                    star ? "at least " : "", want, got);
  return vm_raise(vm, E_ValueError, "too many values to unpack (expected %u)", want);
}

static bool unpack_begin(VM *vm, Value v, Value *it) {
  if (get_iter(vm, v, it)) return true;
  if (!vm_exc_is(vm, E_TypeError) || v_is_staged(v)) return false;
  vm_clear_exc(vm);
  return vm_raise(vm, E_TypeError, "cannot unpack non-iterable %s object", type_name(vm, v));
}

// The ValueError of so many parts of a text where `want` are wanted.
static bool unpack_message(VM *vm, Value n, uint32_t want, Value *out) {
  StrBuilder few;
  Value text[2], handle[2], less;
  strb_init(&few, vm);
  strb_puts(&few, arena_printf(vm->arena, "not enough values to unpack (expected %u, got ", want));
  if (!value_str(vm, n, &text[0])) return false;
  strb_add_value(&few, text[0]);
  strb_puts(&few, ")");
  text[0] = strb_finish(&few);
  text[1] = v_str(vm, arena_printf(vm->arena, "too many values to unpack (expected %u)", want));
  if (!run_text_handle(vm, text[0], &handle[0]) || !run_text_handle(vm, text[1], &handle[1]) ||
      !run_scalar_compare(vm, COMPARE_LT, n, v_int(want), &less) ||
      !run_scalar_where(vm, less, handle[0], handle[1], &handle[0]))
    return false;
  return *out = run_text_new(vm, handle[0]), true;
}

// There are as many parts as wanted, else ValueError: caught in this frame, or the program's end.
static bool unpack_check(VM *vm, Value n, uint32_t want, bool mapped) {
  Class *cls = vm->type[E_ValueError];
  Value wrong, enough, few, message;
  if (!vm_would_catch(vm, cls)) {
    const char *less = "ValueError: not enough values to unpack (expected %u)";
    const char *more = "ValueError: too many values to unpack (expected %u)";
    return run_scalar_compare(vm, COMPARE_GE, n, v_int(want), &enough) &&
           run_scalar_compare(vm, COMPARE_LE, n, v_int(want), &few) &&
           run_scalar_check(vm, enough, arena_printf(vm->arena, less, want)) &&
           run_scalar_check(vm, few, arena_printf(vm->arena, more, want));
  }
  if (mapped || !flow_catches_here(vm, cls))
    return vm_unsupported(vm, "CJ0420",
                          "how many parts this text has is known to the executable only, and the "
                          "ValueError is caught: compare len(text.split()) first");
  if (!unpack_message(vm, n, want, &message) ||
      !run_scalar_compare(vm, COMPARE_NE, n, v_int(want), &wrong))
    return false;
  return flow_raise_if(vm, wrong, exc_new(vm, cls, &message, 1)), true;
}

// As many parts of a text as are wanted, or map() of them.
static bool unpack_fields(VM *vm, Value it, uint32_t want, List *to) {
  const Iterator *map = (const Iterator *)it.o;
  bool mapped = map->kind == ITER_MAP;
  Value from = mapped ? AS_TUPLE(map->a)->v[0] : it, n, item;
  if (!run_fields_count(vm, from, &n) || !unpack_check(vm, n, want, mapped)) return false;
  for (uint32_t i = 0; i < want; i++) {
    if (!run_fields_item(vm, from, v_int(i), &item) ||
        (mapped && !vm_call_1(vm, map->b, item, &item)))
      return false;
    list_append(vm, to, item);
  }
  return true;
}

static bool is_fields(Value v) {
  if (is_run_fields(v)) return true;
  const Iterator *it = (const Iterator *)v.o;
  return v_is(v, O_ITERATOR) && it->kind == ITER_MAP && AS_TUPLE(it->a)->n == 1 &&
         is_run_fields(AS_TUPLE(it->a)->v[0]);
}

// At most one item more than wanted is asked of an iterator.
static bool unpack_iter(VM *vm, Value v, uint32_t want, List *to) {
  Value it, item;
  bool done = false;
  if (!unpack_begin(vm, v, &it)) return false;
  if (is_fields(it)) return unpack_fields(vm, it, want, to);
  while (to->n <= want) {
    if (!iter_next(vm, it, &item, &done)) return false;
    if (done) break;
    list_append(vm, to, item);
  }
  return true;
}

static bool op_unpack(VM *vm, Frame *f, uint32_t k) {
  Value v = pop(f);
  const Value *items;
  uint32_t n;
  if (v_is(v, O_TUPLE)) {
    items = AS_TUPLE(v)->v, n = AS_TUPLE(v)->n;
  } else if (v_is(v, O_LIST)) {
    items = AS_LIST(v)->v, n = AS_LIST(v)->n;
  } else {
    List *l = list_new(vm, k + 1);
    if (!unpack_iter(vm, v, k, l)) return false;
    items = l->v, n = l->n;
  }
  if (n != k) return unpack_error(vm, v, k, n, false);
  for (uint32_t i = n; i-- > 0;) push(f, items[i]);
  return v_is_empty(vm->in->raises.flag) || vm->hooks.raised(vm, f);
}

static bool op_unpack_ex(VM *vm, Frame *f, uint32_t k) {
  uint32_t before = k & 0xfff, after = k >> 12;
  Value v = pop(f);
  List *l;
  if (!unpack_begin(vm, v, &v) || !value_list(vm, v, &l)) return false;
  if (l->n < before + after) return unpack_error(vm, v, before + after, l->n, true);
  List *rest = list_new(vm, 0);
  for (uint32_t i = before; i < l->n - after; i++) list_append(vm, rest, l->v[i]);
  for (uint32_t i = after; i-- > 0;) push(f, l->v[l->n - after + i]);
  push(f, v_obj(rest));
  for (uint32_t i = before; i-- > 0;) push(f, l->v[i]);
  return true;
}

// ---- Variables by name.

static bool load_name(VM *vm, Frame *f, Str *name, Value *out) {
  if (f->names && !v_is_empty(*out = dict_get_str(f->names, name))) return true;
  *out = dict_get_str(f->module->dict, name);
  if (!v_is_empty(*out)) return true;
  return import_builtin(vm, name, out);
}

static bool delete_name(VM *vm, Dict *d, Str *name) {
  int64_t i = dict_find_str(d, name);
  if (i < 0) return raise_name_error(vm, name);
  dict_delete_at(vm, d, (uint32_t)i);
  return true;
}

static bool op_variable(VM *vm, Frame *f, Bytecode op, uint32_t k) {
  const Code *code = f->code;
  Value v;
  switch (op) {
  case BC_DELETE_LOCAL:
    if (v_is_empty(f->slot[k]))
      return vm_raise(vm, E_UnboundLocalError,
                      "cannot access local variable '%s' where it is not associated with a value",
                      code->locals[k]->text);
    f->slot[k] = V_EMPTY;
    return true;
  case BC_DELETE_CELL: {
    Cell *c = (Cell *)f->slot[code->nlocals + k].o;
    if (LOG_OLD(vm, c)) log_cell(vm, c);
    c->v = V_EMPTY;
    return true;
  }
  case BC_LOAD_CLASS_CELL: {
    Str *name = AS_STR(code->consts[code->ops[f->pc++]]);
    v = f->names ? dict_get_str(f->names, name) : V_EMPTY;
    if (v_is_empty(v)) v = ((Cell *)f->slot[code->nlocals + k].o)->v;
    if (v_is_empty(v)) return raise_name_error(vm, name);
    push(f, v);
    return true;
  }
  case BC_LOAD_CLOSURE: push(f, f->slot[code->nlocals + k]); return true;
  case BC_STORE_GLOBAL:
    v = pop(f);
    dict_set_str(vm, f->module->dict, AS_STR(code->consts[k]), v);
    if (vm->names_variables && !f->module->library)
      stage_name_variable(vm, v, AS_STR(code->consts[k])->text);
    return true;
  case BC_DELETE_GLOBAL: return delete_name(vm, f->module->dict, AS_STR(code->consts[k]));
  case BC_LOAD_NAME:
    if (!load_name(vm, f, AS_STR(code->consts[k]), &v)) return false;
    push(f, v);
    return true;
  case BC_STORE_NAME: dict_set_str(vm, f->names, AS_STR(code->consts[k]), pop(f)); return true;
  default: return delete_name(vm, f->names, AS_STR(code->consts[k]));
  }
}

// ---- Functions and strings.

static bool op_make_function(VM *vm, Frame *f, uint32_t k) {
  Code *code = (Code *)pop(f).o;
  Function *fn = heap_new(vm, vm->type[T_function], O_FUNCTION,
                          sizeof(Function) + code->nfree * sizeof(Cell *));
  fn->code = code;
  fn->module = f->module;
  fn->name = code->name;
  fn->qualname = code->qualname;
  fn->doc = V_EMPTY;
  if (k & MAKE_ANNOTATIONS) fn->annotations = AS_DICT(pop(f));
  if (k & MAKE_KWDEFAULTS) fn->kwdefaults = AS_DICT(pop(f));
  if (k & MAKE_DEFAULTS) fn->defaults = AS_TUPLE(pop(f));
  fn->ncells = code->nfree;
  for (uint32_t i = 0; i < code->nfree; i++)
    fn->cells[i] = (Cell *)f->slot[f->code->nlocals + code->capture[i]].o;
  push(f, v_obj(fn));
  return true;
}

static bool op_format(VM *vm, Frame *f, uint32_t k) {
  Value spec = k & 4 ? pop(f) : v_obj(vm->in->empty), v = pop(f), out;
  bool ok = true;
  switch (k & 3) {
  case 1: ok = value_str(vm, v, &v); break;
  case 2: ok = value_repr(vm, v, &v); break;
  case 3: {
    Value ascii = dict_get_c(vm, vm->builtins->dict, "ascii");
    ok = vm_call_1(vm, ascii, v, &v);
    break;
  }
  default: break;
  }
  if (!ok || !value_format(vm, v, spec, &out)) return false;
  push(f, out);
  return true;
}

// ---- Exceptions and with.

static bool op_raise(VM *vm, Frame *f, uint32_t k) {
  Value cause = k > 1 ? pop(f) : V_EMPTY, exc;
  if (!k) {
    if (v_is_none(vm->handled))
      return vm_raise(vm, E_RuntimeError, "No active exception to reraise");
    vm->exc = vm->handled;
    return false;
  }
  if (!exc_make(vm, pop(f), &exc)) return false;
  if (k > 1) {
    Exception *e = (Exception *)exc.o;
    if (!v_is_none(cause) && !exc_make(vm, cause, &cause)) {
      vm_clear_exc(vm);
      return vm_raise(vm, E_TypeError, "exception causes must derive from BaseException");
    }
    e->cause = cause;
    e->suppress = true;
  }
  return vm_raise_value(vm, exc);
}

static bool match_type(VM *vm, Value exc, Value type, bool *out) {
  if (v_is(type, O_TUPLE)) {
    *out = false;
    for (uint32_t i = 0; i < AS_TUPLE(type)->n && !*out; i++)
      if (!match_type(vm, exc, AS_TUPLE(type)->v[i], out)) return false;
    return true;
  }
  if (!v_is(type, O_CLASS) || !class_is_subclass(AS_CLASS(type), vm->type[E_BaseException]))
    return vm_raise(vm, E_TypeError,
                    "catching classes that do not inherit from BaseException is not allowed");
  *out =
      class_is_subclass(exc.o->cls, AS_CLASS(type)) && exc.o->cls != vm->type[E_UnsupportedError];
  return true;
}

static bool with_attr(VM *vm, Value m, Str *name, Value *out) {
  Value found = class_lookup(vm, class_of(vm, m), name);
  if (v_is_empty(found))
    return vm_raise(vm, E_TypeError, "'%s' object does not support the context manager protocol%s",
                    type_name(vm, m),
                    name == N(vm, exit) ? " (missed __exit__ method)" : "");
  return bind_attr(vm, found, m, class_of(vm, m), out);
}

static bool op_with(VM *vm, Frame *f, Bytecode op) {
  Value exit, v;
  if (op == BC_WITH_ENTER) {
    Value m = f->sp[-1], enter;
    if (!with_attr(vm, m, N(vm, enter), &enter) || !with_attr(vm, m, N(vm, exit), &exit))
      return false;
    if (!vm_call_0(vm, enter, &v)) return false;
    f->sp[-1] = exit;
    push(f, v);
    return true;
  }
  if (op == BC_WITH_EXIT) {
    Value none[3] = {V_NONE, V_NONE, V_NONE};
    exit = pop(f);
    return vm_call(vm, exit, none, 3, NULL, &v);
  }
  Value exc = f->sp[-1];
  Value args[3] = {v_obj(exc.o->cls), exc, V_NONE};
  bool suppress = false;
  if (exc.o->cls != vm->type[E_UnsupportedError]) {
    if (!vm_call(vm, f->sp[-3], args, 3, NULL, &v) || !truth(vm, v, &suppress)) return false;
  }
  push(f, v_bool(suppress));
  return true;
}

static bool op_exception(VM *vm, Frame *f, Bytecode op, uint32_t k) {
  bool flag;
  Value v;
  switch (op) {
  case BC_RAISE: return op_raise(vm, f, k);
  case BC_RERAISE: vm->exc = pop(f); return false;
  case BC_PUSH_EXC:
    v = f->sp[-1];
    f->sp[-1] = vm->handled;
    push(f, v);
    vm->handled = v;
    return true;
  case BC_POP_EXCEPT: vm->handled = pop(f); return true;
  case BC_EXC_MATCH:
    if (!match_type(vm, f->sp[-2], f->sp[-1], &flag)) return false;
    f->sp[-1] = v_bool(flag);
    return true;
  case BC_ASSERT_FAIL: {
    Value args[1];
    if (k) args[0] = pop(f);
    return vm_raise_value(vm, exc_new(vm, vm->type[E_AssertionError], args, k));
  }
  default: return vm_unsupported(vm, "CJ0101", "%s", AS_STR(f->code->consts[k])->text);
  }
}

// ---- Imports, annotations.

static bool op_import(VM *vm, Frame *f, Bytecode op, uint32_t k) {
  Value v;
  if (op == BC_IMPORT_NAME) {
    uint32_t level = f->code->ops[f->pc++];
    bool last = level >> 31 || !v_is_none(f->sp[-1]);
    if (!import_name(vm, f->module, AS_STR(f->code->consts[k]), level & 0x7fffffff, last, &v))
      return false;
    f->sp[-1] = v;
    return true;
  }
  if (op == BC_IMPORT_FROM) {
    if (!import_from(vm, f->sp[-1], AS_STR(f->code->consts[k]), &v)) return false;
    push(f, v);
    return true;
  }
  v = pop(f);
  return import_star(vm, v, f->names ? f->names : f->module->dict);
}

static bool op_annotate(VM *vm, Frame *f, Str *name) {
  Dict *names = f->names ? f->names : f->module->dict;
  Value d = dict_get_str(names, N(vm, annotations));
  if (v_is_empty(d)) {
    d = v_obj(dict_new(vm));
    dict_set_str(vm, names, N(vm, annotations), d);
  }
  dict_set_str(vm, AS_DICT(d), name, pop(f));
  return true;
}

bool op_match(VM *vm, Frame *f, Bytecode op, uint32_t k);

// [v container] -> [bool]
static bool op_contains(VM *vm, Frame *f, uint32_t negated) {
  Value v;
  if (!value_contains_value(vm, f->sp[-1], f->sp[-2], &v)) return false;
  if (negated && !value_compare(vm, COMPARE_EQ, v, v_bool(false), &v)) return false;
  f->sp--;
  f->sp[-1] = v;
  return true;
}

static bool op_item(VM *vm, Frame *f, Bytecode op, uint32_t k) {
  Value key, o, v;
  switch (op) {
  case BC_STORE_ATTR:
    o = pop(f);
    v = pop(f);
    return set_attr(vm, o, AS_STR(f->code->consts[k]), v);
  case BC_DELETE_ATTR: o = pop(f); return delete_attr(vm, o, AS_STR(f->code->consts[k]));
  case BC_STORE_SUBSCR:
    key = pop(f), o = pop(f), v = pop(f);
    if (!set_item(vm, o, key, v)) return false;
    if (vm->names_variables && !f->module->library) stage_name_changed(vm, f, o);
    return true;
  case BC_DELETE_SUBSCR: key = pop(f), o = pop(f); return delete_item(vm, o, key);
  case BC_BUILD_SLICE: {
    Value step = k == 3 ? pop(f) : V_NONE, stop = pop(f), start = pop(f);
    push(f, v_obj(slice_new(vm, start, stop, step)));
    return true;
  }
  case BC_UNARY:
    if (!value_unary(vm, (UnaryOp)k, f->sp[-1], &v)) return false;
    f->sp[-1] = v;
    return true;
  default: return op_contains(vm, f, k); // CONTAINS
  }
}

// [it sent] -> [it value], or [result] and a jump when the iterator is at its end.
static bool op_yield_from(VM *vm, Frame *f, uint32_t end) {
  Value it = f->sp[-2], sent = f->sp[-1], v;
  bool done = false;
  if (v_is(it, O_GENERATOR)) {
    if (!generator_resume(vm, (Generator *)it.o, sent, &v, &done)) return false;
  } else if (v_is_none(sent)) {
    if (!iter_next(vm, it, &v, &done)) return false;
    if (done) v = V_NONE;
  } else if (!call_method(vm, it, "send", &sent, 1, &v)) {
    return false;
  }
  if (done) {
    f->sp--;
    f->pc = end;
  }
  f->sp[-1] = v;
  return true;
}

static bool op_call_ex(VM *vm, Frame *f) {
  Value out;
  if (!vm_call_ex(vm, f->sp[-3], AS_LIST(f->sp[-2]), AS_DICT(f->sp[-1]), &out)) return false;
  f->sp -= 2;
  f->sp[-1] = out;
  return true;
}

bool op_cold(VM *vm, Frame *f, Bytecode op, uint32_t k) {
  switch (op) {
  case BC_BUILD_TUPLE:
  case BC_BUILD_LIST:
  case BC_BUILD_SET:
  case BC_BUILD_STRING:
  case BC_BUILD_DICT: return op_build(vm, f, op, k);
  case BC_SET_ADD:
  case BC_SET_UPDATE:
  case BC_DICT_ADD:
  case BC_LIST_EXTEND:
  case BC_DICT_UPDATE:
  case BC_DICT_MERGE: return op_collect(vm, f, op, k);
  case BC_JUMP_IF_NONE:
    if (v_is_none(pop(f))) f->pc = k;
    return true;
  case BC_LEAVE_FOR:
    f->sp--;
    generators_leave(vm, f->sp, 1);
    return true;
  case BC_LIST_TO_TUPLE:
    f->sp[-1] = v_obj(tuple_from(vm, AS_LIST(f->sp[-1])->v, AS_LIST(f->sp[-1])->n));
    return true;
  case BC_UNPACK: return op_unpack(vm, f, k);
  case BC_UNPACK_EX: return op_unpack_ex(vm, f, k);
  case BC_DELETE_LOCAL:
  case BC_DELETE_CELL:
  case BC_LOAD_CLASS_CELL:
  case BC_LOAD_CLOSURE:
  case BC_STORE_GLOBAL:
  case BC_DELETE_GLOBAL:
  case BC_LOAD_NAME:
  case BC_STORE_NAME:
  case BC_DELETE_NAME: return op_variable(vm, f, op, k);
  case BC_MAKE_FUNCTION: return op_make_function(vm, f, k);
  case BC_FORMAT: return op_format(vm, f, k);
  case BC_CALL_EX: return op_call_ex(vm, f);
  case BC_BUILD_CLASS: push(f, dict_get_c(vm, vm->builtins->dict, "__build_class__")); return true;
  case BC_RAISE:
  case BC_RERAISE:
  case BC_PUSH_EXC:
  case BC_POP_EXCEPT:
  case BC_EXC_MATCH:
  case BC_ASSERT_FAIL:
  case BC_UNSUPPORTED: return op_exception(vm, f, op, k);
  case BC_WITH_ENTER:
  case BC_WITH_EXIT:
  case BC_WITH_EXCEPT: return op_with(vm, f, op);
  case BC_IMPORT_NAME:
  case BC_IMPORT_FROM:
  case BC_IMPORT_STAR: return op_import(vm, f, op, k);
  case BC_ANNOTATE: return op_annotate(vm, f, AS_STR(f->code->consts[k]));
  case BC_MATCH_SEQUENCE:
  case BC_MATCH_MAPPING:
  case BC_MATCH_KEYS:
  case BC_MATCH_CLASS:
  case BC_MATCH_REST:
  case BC_GET_LEN: return op_match(vm, f, op, k);
  case BC_YIELD_FROM: return op_yield_from(vm, f, k);
  case BC_GET_YIELD_ITER: {
    Value it;
    if (v_is(f->sp[-1], O_GENERATOR)) return true;
    if (!get_iter(vm, f->sp[-1], &it)) return false;
    f->sp[-1] = it;
    return true;
  }
  default: return op_item(vm, f, op, k);
  }
}
