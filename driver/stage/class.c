// class.c -- classes: the method resolution order, lookup through a cache, creation, calling.
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

Class *class_of(VM *vm, Value v) {
  switch (v.tag) {
  case TAG_NONE: return vm->type[T_NoneType];
  case TAG_BOOL: return vm->type[T_bool];
  case TAG_INT: return vm->type[T_int];
  case TAG_FLOAT: return vm->type[T_float];
  case TAG_OBJ: return v.o->cls;
  default: return vm->type[T_object];
  }
}

// Types of C modules show their module in CPython's messages.
static const char *array_type_name(VM *vm, const Array *x) {
  if (x->head.cls == staging(vm)->array_impl) return "jaxlib._jax.ArrayImpl";
  if (!x->numpy) return x->head.cls->name->text;
  if (x->rank || x->cell) return "numpy.ndarray";
  return arena_printf(vm->arena, "numpy.%s", dtype_name(x->dtype));
}

// Of numbers of the executable: those of Python that they are (RunKind).
static const char *const run_names[] = {"bool", "int", "float"};

const char *type_name(VM *vm, Value v) {
  if (v_is(v, O_ARRAY)) return array_type_name(vm, (const Array *)v.o);
  if (v_is(v, O_RUN_SCALAR)) return run_names[AS_RUN_SCALAR(v)->run];
  return v_is(v, O_ITERATOR) ? iterator_name((Iterator *)v.o) : class_of(vm, v)->name->text;
}

bool class_is_subclass(const Class *c, const Class *of) {
  for (uint32_t i = 0; i < c->nmro; i++)
    if (c->mro[i] == of) return true;
  return false;
}

void class_changed(VM *vm, Class *c) { vm->in->class_version++; }

static Value lookup_slow(Class *c, Str *name) {
  for (uint32_t i = 0; i < c->nmro; i++) {
    int64_t k = dict_find_str(c->mro[i]->dict, name);
    if (k >= 0) return c->mro[i]->dict->entries[k].value;
  }
  return V_EMPTY;
}

Value class_lookup(VM *vm, Class *c, Str *name) {
  uint64_t h = ((uintptr_t)c >> 4) * 31 + ((uintptr_t)name >> 4);
  MethodCacheEntry *e = &vm->in->method_cache[(h ^ h >> 12) & (METHOD_CACHE_SIZE - 1)];
  if (e->cls == c && e->name == name && e->version == vm->in->class_version) return e->v;
  Value v = lookup_slow(c, name);
  if (name->head.flags & STR_INTERNED) *e = (MethodCacheEntry){c, name, vm->in->class_version, v};
  return v;
}

// ---- C3.

static bool in_tail(Class ***lists, const uint32_t *from, const uint32_t *n, uint32_t k, Class *c) {
  for (uint32_t i = 0; i < k; i++)
    for (uint32_t j = from[i] + 1; j < n[i]; j++)
      if (lists[i][j] == c) return true;
  return false;
}

static Class *next_of_mro(Class ***lists, uint32_t *from, const uint32_t *n, uint32_t k) {
  for (uint32_t i = 0; i < k; i++) {
    if (from[i] == n[i]) continue;
    Class *c = lists[i][from[i]];
    if (in_tail(lists, from, n, k, c)) continue;
    for (uint32_t j = 0; j < k; j++)
      if (from[j] < n[j] && lists[j][from[j]] == c) from[j]++;
    return c;
  }
  return NULL;
}

// Names the first class of each list that is not used up, once.
static bool mro_error(VM *vm, Class ***lists, const uint32_t *from, const uint32_t *n, uint32_t k) {
  const char *names = "";
  for (uint32_t i = 0; i < k; i++) {
    bool named = from[i] == n[i];
    for (uint32_t j = 0; j < i && !named; j++)
      named = from[j] < n[j] && lists[j][from[j]] == lists[i][from[i]];
    if (named) continue;
    names = arena_printf(vm->arena, "%s%s%s", names, *names ? ", " : "",
                         lists[i][from[i]]->name->text);
  }
  return vm_raise(vm, E_TypeError,
                  "Cannot create a consistent method resolution\norder (MRO) for bases %s", names);
}

static bool bases_differ(VM *vm, const Tuple *bases) {
  for (uint32_t i = 0; i < bases->n; i++)
    for (uint32_t j = 0; j < i; j++)
      if (v_same(bases->v[i], bases->v[j]))
        return vm_raise(vm, E_TypeError, "duplicate base class %s",
                        AS_CLASS(bases->v[i])->name->text);
  return true;
}

static bool class_linearize(VM *vm, Class *c) {
  if (!bases_differ(vm, c->bases)) return false;
  uint32_t k = c->bases->n + 1, total = 1;
  Class ***lists = ARENA_ARRAY(vm->arena, Class **, k);
  uint32_t *from = ARENA_ARRAY(vm->arena, uint32_t, k), *n = ARENA_ARRAY(vm->arena, uint32_t, k);
  lists[k - 1] = ARENA_ARRAY(vm->arena, Class *, k);
  n[k - 1] = k - 1;
  for (uint32_t i = 0; i + 1 < k; i++) {
    Class *base = AS_CLASS(c->bases->v[i]);
    lists[i] = base->mro;
    n[i] = base->nmro;
    lists[k - 1][i] = base;
    total += n[i];
  }
  c->mro = ARENA_ARRAY(vm->arena, Class *, total);
  c->mro[c->nmro++] = c;
  for (;;) {
    bool left = false;
    for (uint32_t i = 0; i < k; i++) left |= from[i] < n[i];
    if (!left) return true;
    Class *next = next_of_mro(lists, from, n, k);
    if (!next) return mro_error(vm, lists, from, n, k);
    c->mro[c->nmro++] = next;
  }
}

// ---- Creation.

static Class *class_alloc(VM *vm, Class *meta, Str *name) {
  Class *c = HEAP_NEW(vm, meta, O_CLASS, Class);
  c->name = c->qualname = name;
  c->dict = dict_new(vm);
  c->dict->owner = &c->head;
  c->subclasses = list_new(vm, 0);
  return c;
}

Class *class_make(VM *vm, const char *name, ObjKind layout, Class *base) {
  Class *c = class_alloc(vm, vm->type[T_type], str_name(vm, name));
  Value b = v_obj(base);
  c->bases = base ? tuple_from(vm, &b, 1) : tuple_new(vm, 0);
  c->layout = (uint8_t)layout;
  c->flags = CLASS_NATIVE | CLASS_NO_DICT;
  c->module = v_str(vm, "builtins");
  class_linearize(vm, c);
  vm->in->class_version++;
  return c;
}

static bool layout_of(VM *vm, Class *c) {
  c->layout = O_INSTANCE;
  for (uint32_t i = 0; i < c->bases->n; i++) {
    Class *b = AS_CLASS(c->bases->v[i]);
    if (b->layout == O_SINGLETON || b == vm->type[T_bool] || b == vm->type[T_function] ||
        b == vm->type[T_range] || b == vm->type[T_slice])
      return vm_raise(vm, E_TypeError, "type '%s' is not an acceptable base type", b->name->text);
    uint8_t layout = b->layout;
    if (layout == O_BIGINT || layout == O_COMPLEX) layout = O_INSTANCE; // payload
    if (layout == O_INSTANCE) continue;
    if (c->layout != O_INSTANCE && c->layout != layout)
      return vm_raise(vm, E_TypeError, "multiple bases have instance lay-out conflict");
    c->layout = layout;
  }
  return true;
}

static bool special_flags(VM *vm, Class *c) {
  bool closed = true;
  for (uint32_t i = 1; i + 1 < c->nmro; i++)
    if (c->mro[i]->flags & CLASS_GETATTR) c->flags |= CLASS_GETATTR;
  for (uint32_t i = 0; i + 1 < c->nmro; i++)
    if (v_is_empty(dict_get_str(c->mro[i]->dict, N(vm, slots)))) closed = false;
  if (closed) c->flags |= CLASS_NO_DICT;
  if (!v_is_empty(class_lookup(vm, c, N(vm, getattr)))) c->flags |= CLASS_GETATTR;
  Value get = class_lookup(vm, c, N(vm, getattribute));
  if (v_is(get, O_FUNCTION)) c->flags |= CLASS_GETATTR;
  return true;
}

static bool set_names(VM *vm, Class *c) {
  for (uint32_t i = 0; i < c->dict->n; i++) {
    DictEntry e = c->dict->entries[i];
    if (v_is_empty(e.key) || e.value.tag != TAG_OBJ || e.value.o->kind == O_FUNCTION) continue;
    Value args[2] = {v_obj(c), e.key}, out;
    bool found;
    if (!call_special(vm, e.value, "__set_name__", args, 2, &out, &found)) return false;
  }
  return true;
}

static bool init_subclass(VM *vm, Class *c, const Dict *kwargs) {
  for (uint32_t i = 1; i < c->nmro; i++) {
    Value hook = dict_get_str(c->mro[i]->dict, N(vm, init_subclass)), out, bound;
    if (v_is_empty(hook)) continue;
    if (!bind_attr(vm, hook, v_obj(c), c, &bound)) return false;
    if (v_is(hook, O_CLASSMETHOD)) bound = method_new(vm, v_obj(c), ((Wrapper *)hook.o)->function);
    return vm_call_tuple(vm, bound, NULL, kwargs, &out);
  }
  if (kwargs && kwargs->used)
    return vm_raise(vm, E_TypeError, "%s.__init_subclass__() takes no keyword arguments",
                    c->name->text);
  return true;
}

// The most derived one of *meta and the classes of the bases.
static bool metaclass_of(VM *vm, const Tuple *bases, Class **meta) {
  for (uint32_t i = 0; i < bases->n; i++) {
    if (!v_is(bases->v[i], O_CLASS)) continue;
    Class *m = bases->v[i].o->cls;
    if (class_is_subclass(m, *meta))
      *meta = m;
    else if (!class_is_subclass(*meta, m))
      return vm_raise(vm, E_TypeError,
                      "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                      "subclass of the metaclasses of all its bases");
  }
  return true;
}

// A function of this name in the class is a static method or a class method without saying so.
static void wrap_special(VM *vm, Class *c, Str *name, ObjKind kind, Class *type) {
  Value v = dict_get_str(c->dict, name);
  if (!v_is(v, O_FUNCTION)) return;
  Wrapper *w = HEAP_NEW(vm, type, kind, Wrapper);
  w->function = v;
  dict_set_str(vm, c->dict, name, v_obj(w));
}

// The class statement and type(name, bases, dict), for a metaclass.
bool class_new(VM *vm, Class *meta, Str *name, Tuple *bases, Dict *dict, const Dict *kwargs,
               Value *out) {
  if (!metaclass_of(vm, bases, &meta)) return false;
  Class *c = class_alloc(vm, meta, name);
  Value object = v_obj(vm->type[T_object]);
  c->bases = bases->n ? bases : tuple_from(vm, &object, 1);
  for (uint32_t i = 0; i < c->bases->n; i++)
    if (!v_is(c->bases->v[i], O_CLASS)) return vm_raise(vm, E_TypeError, "bases must be types");
  if (!layout_of(vm, c) || !class_linearize(vm, c)) return false;
  dict_assign(vm, c->dict, dict);
  Value v = dict_get_str(dict, N(vm, qualname));
  if (v_is(v, O_STR)) c->qualname = AS_STR(v);
  c->module = dict_get_str(dict, N(vm, module));
  if (v_is_empty(c->module)) c->module = v_str(vm, "__main__");
  wrap_special(vm, c, N(vm, new), O_STATICMETHOD, vm->type[T_staticmethod]);
  wrap_special(vm, c, N(vm, class_getitem), O_CLASSMETHOD, vm->type[T_classmethod]);
  wrap_special(vm, c, N(vm, init_subclass), O_CLASSMETHOD, vm->type[T_classmethod]);
  if (!v_is_empty(dict_get_str(dict, N(vm, eq))) && v_is_empty(dict_get_str(dict, N(vm, hash))))
    dict_set_str(vm, c->dict, N(vm, hash), V_NONE);
  special_flags(vm, c);
  for (uint32_t i = 0; i < c->bases->n; i++)
    list_append(vm, AS_CLASS(c->bases->v[i])->subclasses, v_obj(c));
  vm->in->class_version++;
  *out = v_obj(c);
  return set_names(vm, c) && init_subclass(vm, c, kwargs);
}

// Bases that stand for others, such as Generic[T], are replaced by those; *given: what was written,
// or null when nothing was replaced.
static bool resolve_bases(VM *vm, const Value *args, uint32_t n, Tuple **out, Tuple **given) {
  *given = NULL;
  List *l = list_new(vm, n);
  for (uint32_t i = 0; i < n; i++) {
    bool found = false;
    Value bases = v_obj(tuple_from(vm, args, n)), made;
    if (!v_is(args[i], O_CLASS)) {
      if (!call_special(vm, args[i], "__mro_entries__", &bases, 1, &made, &found)) return false;
    }
    if (!found)
      list_append(vm, l, args[i]);
    else if (!list_extend(vm, l, made))
      return false;
    else
      *given = AS_TUPLE(bases);
  }
  *out = tuple_from(vm, l->v, l->n);
  return true;
}

static bool run_class_body(VM *vm, Function *body, Dict *names, Value *cell) {
  Frame *fr = frame_push(vm, body);
  if (!fr) return false;
  fr->names = names;
  fr->flags |= FRAME_ENTRY;
  if (fr->code->ncells | fr->code->nfree) frame_make_cells(vm, fr);
  vm->frame = fr;
  vm->native_depth++;
  bool ok = vm_run(vm, fr, cell);
  vm->native_depth--;
  return ok;
}

// __build_class__(body, name, *bases, metaclass=..., **kwargs)
bool class_build(VM *vm, const Value *args, uint32_t n, const Tuple *names, Value *out) {
  Function *body = (Function *)args[0].o;
  Tuple *bases, *given;
  Dict *kwargs = dict_new(vm);
  Value meta = v_obj(vm->type[T_type]), space = V_EMPTY, cell;
  for (uint32_t i = 0; names && i < names->n; i++) {
    if (str_is(AS_STR(names->v[i]), "metaclass"))
      meta = args[n + i];
    else
      dict_set_str(vm, kwargs, AS_STR(names->v[i]), args[n + i]);
  }
  if (!resolve_bases(vm, args + 2, n - 2, &bases, &given)) return false;
  if (v_is(meta, O_CLASS)) {
    Class *winner = AS_CLASS(meta);
    if (!metaclass_of(vm, bases, &winner)) return false;
    meta = v_obj(winner);
  }
  Value prepare = v_is(meta, O_CLASS) ? class_lookup(vm, AS_CLASS(meta), N(vm, prepare)) : V_EMPTY;
  if (!v_is_empty(prepare)) {
    Value pair[2] = {args[1], v_obj(bases)};
    if (!get_attr(vm, meta, N(vm, prepare), &prepare) ||
        !vm_call(vm, prepare, pair, 2, NULL, &space))
      return false;
  }
  Dict *dict = v_is(space, O_DICT) ? AS_DICT(space) : dict_new(vm);
  dict_set_str(vm, dict, N(vm, module), dict_get_str(body->module->dict, N(vm, name)));
  dict_set_str(vm, dict, N(vm, qualname), v_obj(body->qualname));
  const Node *first = body->code->node->cls.body.n ? body->code->node->cls.body.data[0] : NULL;
  if (first && first->kind == NODE_EXPR && first->value.value->kind == NODE_STR) {
    const Node *doc = first->value.value;
    dict_set_str(vm, dict, N(vm, doc), v_obj(str_new(vm, doc->str.data, doc->str.n)));
  }
  if (!run_class_body(vm, body, dict, &cell)) return false;
  if (given) dict_set_str(vm, dict, str_name(vm, "__orig_bases__"), v_obj(given));
  Value call[3] = {args[1], v_obj(bases), v_obj(dict)};
  Tuple *three = tuple_from(vm, call, 3);
  if (v_same(meta, v_obj(vm->type[T_type]))) {
    if (!class_new(vm, vm->type[T_type], AS_STR(args[1]), bases, dict, kwargs, out)) return false;
  } else if (!vm_call_tuple(vm, meta, three, kwargs, out)) {
    return false;
  }
  if (v_is(cell, O_CELL)) ((Cell *)cell.o)->v = *out;
  return true;
}

// ---- Calling.

static bool check_abstract(VM *vm, Class *c) {
  Value names = dict_get_c(vm, c->dict, "__abstractmethods__");
  if (!v_is(names, O_SET) || !AS_SET(names)->used) return true;
  List *l;
  Value sorted = dict_get_c(vm, vm->builtins->dict, "sorted"), v;
  if (!vm_call_1(vm, sorted, names, &v) || !value_list(vm, v, &l)) return false;
  char *text = "";
  for (uint32_t i = 0; i < l->n; i++)
    text = arena_printf(vm->arena, "%s%s%s", text, i ? ", " : "", AS_STR(l->v[i])->text);
  return vm_raise(vm, E_TypeError, "Can't instantiate abstract class %s with abstract method%s %s",
                  c->name->text, l->n == 1 ? "" : "s", text);
}

bool object_create(VM *vm, Class *c, Value *out) {
  if (c->layout != O_INSTANCE)
    return vm_raise(vm, E_TypeError, "cannot create '%s' instances", c->name->text);
  if (c->flags & CLASS_ABSTRACT && !check_abstract(vm, c)) return false;
  *out = v_obj(HEAP_NEW(vm, c, O_INSTANCE, Instance));
  return true;
}

static bool call_init(VM *vm, Value o, Class *c, const Value *args, uint32_t n,
                      const Tuple *names) {
  Value init = class_lookup(vm, c, N(vm, init)), out;
  bool plain =
      v_is(init, O_NATIVE) && v_same(init, class_lookup(vm, vm->type[T_object], N(vm, init)));
  if (plain) {
    Value create = class_lookup(vm, c, N(vm, new));
    bool own_new = !v_same(create, class_lookup(vm, vm->type[T_object], N(vm, new)));
    if ((n || (names && names->n)) && !own_new)
      return vm_raise(vm, E_TypeError, "%s() takes no arguments", c->name->text);
    return true;
  }
  uint32_t total = n + (names ? names->n : 0);
  Value small[12], *all = total < 12 ? small : ARENA_ARRAY(vm->arena, Value, total + 1);
  all[0] = o;
  if (total) memcpy(all + 1, args, total * sizeof(Value));
  if (!vm_call(vm, init, all, n + 1, names, &out)) return false;
  if (v_is_none(out)) return true;
  return vm_raise(vm, E_TypeError, "__init__() should return None, not '%s'", type_name(vm, out));
}

// type.__call__: __new__, then __init__.
bool type_call(VM *vm, Class *c, const Value *args, uint32_t n, const Tuple *names, Value *out) {
  Value create = class_lookup(vm, c, N(vm, new)), o;
  if (v_is(create, O_STATICMETHOD)) create = ((Wrapper *)create.o)->function;
  if (v_same(create, vm->in->object_new)) {
    if (!object_create(vm, c, &o)) return false;
  } else {
    uint32_t total = n + (names ? names->n : 0);
    Value small[12], *all = total < 12 ? small : ARENA_ARRAY(vm->arena, Value, total + 1);
    all[0] = v_obj(c);
    if (total) memcpy(all + 1, args, total * sizeof(Value));
    if (!vm_call(vm, create, all, n + 1, names, &o)) return false;
  }
  *out = o;
  if (c->flags & CLASS_NATIVE && c->layout != O_EXCEPTION && c->layout != O_INSTANCE &&
      c->layout != O_PROPERTY)
    return true;
  Class *made = class_of(vm, o);
  if (!class_is_subclass(made, c)) return true;
  return call_init(vm, o, made, args, n, names);
}

bool class_call(VM *vm, Class *c, const Value *args, uint32_t n, const Tuple *names, Value *out) {
  Class *meta = c->head.cls;
  if (c == vm->type[T_type] && n == 1 && !names) {
    Class *base;
    if (vm->hooks.scalar && vm->hooks.scalar(vm, args[0], out, &base)) return true;
    *out = v_obj(python_class_of(vm, args[0], class_of(vm, args[0])));
    return true;
  }
  if (meta != vm->type[T_type]) {
    Value call = class_lookup(vm, meta, N(vm, call)), bound;
    if (v_is(call, O_FUNCTION)) {
      bound = method_new(vm, v_obj(c), call);
      return vm_call(vm, bound, args, n, names, out);
    }
  }
  return type_call(vm, c, args, n, names, out);
}
