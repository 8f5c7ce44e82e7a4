// attr.c -- attributes: descriptors, instances, classes, modules, super; and isinstance.
#include "driver/stage/vm_internal.h"

#include <string.h>

Dict *instance_dict(VM *vm, Obj *o) {
  if (o->attrs) return o->attrs;
  if (LOG_OLD(vm, o)) log_attrs(vm, o);
  o->attrs = dict_new(vm);
  o->attrs->head.born = o->born;
  o->attrs->owner = o;
  return o->attrs;
}

static bool property_get(VM *vm, Property *p, Value self, Value *out) {
  if (p->native) return p->native->get(vm, self, out);
  if (v_is_empty(p->get) || v_is_none(p->get))
    return vm_raise(vm, E_AttributeError, "property of '%s' object has no getter",
                    type_name(vm, self));
  return vm_call_1(vm, p->get, self, out);
}

// What a class attribute gives when reached through `self` (empty: through the class).
bool bind_attr(VM *vm, Value attr, Value self, Class *cls, Value *out) {
  if (attr.tag != TAG_OBJ) return *out = attr, true;
  switch (attr.o->kind) {
  case O_FUNCTION:
  case O_NATIVE:
    *out = v_is_empty(self) || (attr.o->kind == O_NATIVE && !((Native *)attr.o)->method)
               ? attr
               : method_new(vm, self, attr);
    return true;
  case O_STATICMETHOD: *out = ((Wrapper *)attr.o)->function; return true;
  case O_CLASSMETHOD: *out = method_new(vm, v_obj(cls), ((Wrapper *)attr.o)->function); return true;
  case O_PROPERTY:
    if (attr.o->cls == vm->type[T_property])
      return v_is_empty(self) ? (*out = attr, true)
                              : property_get(vm, (Property *)attr.o, self, out);
    // fallthrough
  case O_INSTANCE:
  case O_HOST: {
    Value get = class_lookup(vm, attr.o->cls, N(vm, get));
    if (v_is_empty(get)) break;
    Value args[3] = {attr, v_is_empty(self) ? V_NONE : self, v_obj(cls)};
    return vm_call(vm, get, args, 3, NULL, out);
  }
  default: break;
  }
  *out = attr;
  return true;
}

static bool is_data_descriptor(VM *vm, Value attr) {
  if (attr.tag != TAG_OBJ) return false;
  if (attr.o->kind == O_PROPERTY) return true;
  if (attr.o->kind != O_INSTANCE && attr.o->kind != O_HOST) return false;
  return !v_is_empty(class_lookup(vm, attr.o->cls, N(vm, set)));
}

static bool special_attr(VM *vm, Value o, Str *name, Value *out) {
  Class *base;
  if (name == N(vm, class)) {
    if (vm->hooks.scalar && vm->hooks.scalar(vm, o, out, &base)) return true;
    return *out = v_obj(class_of(vm, o)), true;
  }
  if (name == N(vm, dict) && o.tag == TAG_OBJ) {
    if (o.o->kind == O_MODULE) return *out = v_obj(((Module *)o.o)->dict), true;
    if (o.o->kind == O_CLASS) return *out = v_obj(AS_CLASS(o)->dict), true;
    if (o.o->cls->flags & CLASS_NO_DICT) return false;
    return *out = v_obj(instance_dict(vm, o.o)), true;
  }
  return false;
}

// object.__getattribute__
bool object_getattr(VM *vm, Value o, Str *name, Value *out, bool *found) {
  Class *cls = class_of(vm, o);
  Value attr = class_lookup(vm, cls, name);
  *found = true;
  if (is_data_descriptor(vm, attr)) return bind_attr(vm, attr, o, cls, out);
  if (o.tag == TAG_OBJ && o.o->attrs) {
    Value v = dict_get_str(o.o->attrs, name);
    if (!v_is_empty(v)) return *out = v, true;
  }
  if (!v_is_empty(attr)) return bind_attr(vm, attr, o, cls, out);
  *found = special_attr(vm, o, name, out);
  return true;
}

bool type_getattr(VM *vm, Class *c, Str *name, Value *out, bool *found) {
  Class *meta = c->head.cls;
  Value attr = class_lookup(vm, meta, name);
  *found = true;
  if (is_data_descriptor(vm, attr)) return bind_attr(vm, attr, v_obj(c), meta, out);
  Value own = class_lookup(vm, c, name);
  if (!v_is_empty(own)) return bind_attr(vm, own, V_EMPTY, c, out);
  if (!v_is_empty(attr)) return bind_attr(vm, attr, v_obj(c), meta, out);
  *found = special_attr(vm, v_obj(c), name, out);
  return true;
}

// A library package lists in __lazy__ the modules of its own that are read when they are named.
static bool lazy_module(VM *vm, Module *m, const Str *name, const char *full, Value *out) {
  Value lazy = m->library ? dict_get_c(vm, m->dict, "__lazy__") : V_EMPTY;
  *out = V_EMPTY;
  for (uint32_t i = 0; v_is(lazy, O_TUPLE) && i < AS_TUPLE(lazy)->n; i++)
    if (str_equal(AS_STR(AS_TUPLE(lazy)->v[i]), name)) {
      Module *module;
      if (!import_module(vm, full, &module)) return false;
      *out = v_obj(module);
    }
  return true;
}

// A library module's own __getattr__.  Where it says no more than that there is no such name, the
// error is get_attr's, which has an id and suggests names.
static bool library_otherwise(VM *vm, Module *m, Value f, Str *name, Value *out, bool *found) {
  if (vm_call_1(vm, f, v_obj(name), out)) return *found = true;
  const char *plain =
      arena_printf(vm->arena, "AttributeError(\"module '%s' has no attribute '%s'\")",
                   m->name->text, name->text);
  *found = false;
  if (!exc_matches(vm, vm->exc, vm->type[E_AttributeError])) return false;
  Value exc = vm->exc;
  if (strcmp(text_of(vm, exc), plain)) return vm->exc = exc, false;
  vm_clear_exc(vm);
  return *out = V_EMPTY, true;
}

static bool module_getattr(VM *vm, Module *m, Str *name, Value *out, bool *found) {
  Value v = dict_get_str(m->dict, name);
  *found = true;
  if (!v_is_empty(v)) return *out = str_share(v), true;
  if (special_attr(vm, v_obj(m), name, out)) {
    for (uint32_t i = 0; i < m->dict->n; i++) str_share(m->dict->entries[i].value);
    return true;
  }
  const char *full = arena_printf(vm->arena, "%s.%s", m->name->text, name->text);
  v = dict_get_c(vm, vm->modules, full);
  if (v_is_empty(v) && !lazy_module(vm, m, name, full, &v)) return false;
  Value otherwise = dict_get_str(m->dict, N(vm, getattr));
  if (v_is_empty(v) && !v_is_empty(otherwise))
    return m->library ? library_otherwise(vm, m, otherwise, name, out, found)
                      : vm_call_1(vm, otherwise, v_obj(name), out);
  *found = !v_is_empty(v);
  *out = v;
  return true;
}

static bool super_getattr(VM *vm, Super *s, Str *name, Value *out, bool *found) {
  bool is_class = v_is(s->self, O_CLASS) && class_is_subclass(AS_CLASS(s->self), s->start);
  Class *of = is_class ? AS_CLASS(s->self) : class_of(vm, s->self);
  uint32_t i = 0;
  while (i < of->nmro && of->mro[i] != s->start) i++;
  for (i++; i < of->nmro; i++) {
    Value attr = dict_get_str(of->mro[i]->dict, name);
    if (v_is_empty(attr)) continue;
    *found = true;
    return bind_attr(vm, attr, is_class ? V_EMPTY : s->self, of, out);
  }
  *found = false;
  return true;
}

// __getattr__, and __getattribute__ defined in Python.
static bool hooked_getattr(VM *vm, Value o, Str *name, Value *out, bool *found) {
  Class *cls = class_of(vm, o);
  Value hook = class_lookup(vm, cls, N(vm, getattribute));
  Value args[2] = {o, v_obj(name)};
  bool ok;
  if (v_is(hook, O_FUNCTION)) {
    *found = true;
    ok = vm_call(vm, hook, args, 2, NULL, out);
  } else {
    ok = object_getattr(vm, o, name, out, found);
  }
  if (ok && *found) return true;
  if (!ok && !vm_exc_is(vm, E_AttributeError)) return false;
  hook = class_lookup(vm, cls, N(vm, getattr));
  if (v_is_empty(hook)) return ok;
  vm_clear_exc(vm);
  *found = true;
  return vm_call(vm, hook, args, 2, NULL, out);
}

static bool lookup_attr(VM *vm, Value o, Str *name, Value *out, bool *found) {
  if (!optional_take(vm, o, &o)) return false;
  if (!(name->head.flags & STR_INTERNED)) name = str_intern(vm, name->text, name->size);
  if (o.tag == TAG_OBJ) {
    switch (o.o->kind) {
    case O_MODULE: return module_getattr(vm, (Module *)o.o, name, out, found);
    case O_SUPER: return super_getattr(vm, (Super *)o.o, name, out, found);
    case O_CLASS:
      if (!type_getattr(vm, AS_CLASS(o), name, out, found) || *found ||
          !(o.o->cls->flags & CLASS_GETATTR))
        return *found || v_is_empty(vm->exc);
      return hooked_getattr(vm, o, name, out, found);
    default:
      if (o.o->cls->flags & CLASS_GETATTR) return hooked_getattr(vm, o, name, out, found);
    }
  }
  return object_getattr(vm, o, name, out, found);
}

bool get_attr(VM *vm, Value o, Str *name, Value *out) {
  bool found = false;
  if (!lookup_attr(vm, o, name, out, &found)) return false;
  if (found) return true;
  if (v_is(o, O_SUPER))
    return vm_raise(vm, E_AttributeError, "'super' object has no attribute '%s'", name->text);
  return raise_attribute_error(vm, o, name);
}

bool get_attr_c(VM *vm, Value o, const char *name, Value *out) {
  return get_attr(vm, o, str_name(vm, name), out);
}

bool find_attr(VM *vm, Value o, Str *name, Value *out) {
  bool found = false;
  if (!lookup_attr(vm, o, name, out, &found)) {
    if (!vm_exc_is(vm, E_AttributeError)) return false;
    vm_clear_exc(vm);
    found = false;
  }
  if (!found) *out = V_EMPTY;
  return true;
}

bool load_method(VM *vm, Value o, Str *name, Value *function, Value *self) {
  if (!optional_take(vm, o, &o)) return false;
  *self = V_EMPTY;
  bool plain = o.tag != TAG_OBJ || (o.o->kind != O_MODULE && o.o->kind != O_CLASS &&
                                    o.o->kind != O_SUPER && !(o.o->cls->flags & CLASS_GETATTR));
  if (plain) {
    Class *cls = class_of(vm, o);
    Value attr = class_lookup(vm, cls, name);
    bool is_method = v_is(attr, O_FUNCTION) || (v_is(attr, O_NATIVE) && ((Native *)attr.o)->method);
    bool hidden = o.tag == TAG_OBJ && o.o->attrs && !v_is_empty(dict_get_str(o.o->attrs, name));
    if (is_method && !hidden) {
      *function = attr;
      *self = o;
      return true;
    }
  }
  return get_attr(vm, o, name, function);
}

// ---- Setting.

static bool slot_allowed(VM *vm, Class *c, Str *name) {
  for (uint32_t i = 0; i < c->nmro; i++) {
    Value slots = dict_get_str(c->mro[i]->dict, N(vm, slots));
    bool found = false;
    if (v_is_empty(slots)) continue;
    if (v_is(slots, O_STR))
      found = str_equal(AS_STR(slots), name);
    else if (!value_contains(vm, slots, v_obj(name), &found))
      return false;
    if (found) return true;
  }
  return false;
}

static bool property_set(VM *vm, Property *p, Value o, Str *name, Value v) {
  Value args[2] = {o, v}, out;
  if (p->native) {
    if (p->native->set && !v_is_empty(v)) return p->native->set(vm, o, v);
    return vm_raise(vm, E_AttributeError, "attribute '%s' of '%s' objects is not writable",
                    name->text, type_name(vm, o));
  }
  Value f = v_is_empty(v) ? p->del : p->set;
  if (v_is_empty(f) || v_is_none(f))
    return vm_raise(vm, E_AttributeError, "property '%s' of '%s' object has no %s", name->text,
                    type_name(vm, o), v_is_empty(v) ? "deleter" : "setter");
  return vm_call(vm, f, args, v_is_empty(v) ? 1 : 2, NULL, &out);
}

static bool delete_from(VM *vm, Value o, Dict *d, Str *name) {
  int64_t i = d ? dict_find_str(d, name) : -1;
  if (i < 0) return raise_attribute_error(vm, o, name);
  dict_delete_at(vm, d, (uint32_t)i);
  return true;
}

static bool read_only(VM *vm, Value o, Str *name) {
  Value have;
  if (!find_attr(vm, o, name, &have)) return false;
  if (v_is_empty(have)) return raise_attribute_error(vm, o, name);
  return vm_raise(vm, E_AttributeError, "'%s' object attribute '%s' is read-only", type_name(vm, o),
                  name->text);
}

// o.__class__ = v
static bool change_class(VM *vm, Value o, Value v) {
  if (!v_is(v, O_CLASS))
    return vm_raise(vm, E_TypeError, "__class__ must be set to a class, not '%s' object",
                    v_is_empty(v) ? "NoneType" : type_name(vm, v));
  const Class *from = o.o->cls, *to = AS_CLASS(v);
  if ((from->flags | to->flags) & CLASS_NATIVE || o.o->kind != O_INSTANCE)
    return vm_raise(vm, E_TypeError,
                    "__class__ assignment only supported for mutable types or ModuleType "
                    "subclasses");
  if (from->layout != to->layout)
    return vm_raise(vm, E_TypeError, "__class__ assignment: '%s' object layout differs from '%s'",
                    to->name->text, from->name->text);
  if (LOG_OLD(vm, o.o)) log_state(vm, o.o, sizeof(Instance));
  o.o->cls = AS_CLASS(v);
  return true;
}

bool object_setattr(VM *vm, Value o, Str *name, Value v) {
  Class *cls = class_of(vm, o);
  Value attr = class_lookup(vm, cls, name), out;
  if (name == N(vm, class) && o.tag == TAG_OBJ) return change_class(vm, o, v);
  if (v_is(attr, O_PROPERTY)) return property_set(vm, (Property *)attr.o, o, name, v);
  if (is_data_descriptor(vm, attr)) {
    Value args[3] = {attr, o, v};
    Str *which = v_is_empty(v) ? N(vm, delete) : N(vm, set);
    return vm_call(vm, class_lookup(vm, attr.o->cls, which), args, v_is_empty(v) ? 2 : 3, NULL,
                   &out);
  }
  if (o.tag != TAG_OBJ) return read_only(vm, o, name);
  if (cls->flags & CLASS_NO_DICT && !slot_allowed(vm, cls, name)) {
    if (!v_is_empty(vm->exc)) return false;
    return read_only(vm, o, name);
  }
  if (v_is_empty(v)) return delete_from(vm, o, o.o->attrs, name);
  dict_set_str(vm, instance_dict(vm, o.o), name, v);
  return true;
}

static bool class_setattr(VM *vm, Class *c, Str *name, Value v) {
  Value attr = class_lookup(vm, c->head.cls, name);
  if (v_is(attr, O_PROPERTY)) return property_set(vm, (Property *)attr.o, v_obj(c), name, v);
  if (c->flags & CLASS_NATIVE && (!vm->frame || !vm->frame->module->library))
    return vm_raise(vm, E_TypeError, "cannot set '%s' attribute of immutable type '%s'", name->text,
                    c->name->text);
  if (v_is_empty(v)) return delete_from(vm, v_obj(c), c->dict, name);
  dict_set_str(vm, c->dict, name, v);
  if (name == N(vm, getattr) || name == N(vm, getattribute)) c->flags |= CLASS_GETATTR;
  if (str_is(name, "__abstractmethods__")) c->flags |= CLASS_ABSTRACT;
  return true;
}

// As object.__setattr__, type.__setattr__: no method of the class is asked.
bool plain_setattr(VM *vm, Value o, Str *name, Value v) {
  if (v_is(o, O_CLASS)) return class_setattr(vm, AS_CLASS(o), name, v);
  if (v_is(o, O_MODULE)) {
    Dict *d = ((Module *)o.o)->dict;
    if (v_is_empty(v)) return delete_from(vm, o, d, name);
    dict_set_str(vm, d, name, v);
    return true;
  }
  return object_setattr(vm, o, name, v);
}

static bool set_or_delete(VM *vm, Value o, Str *name, Value v) {
  if (!(name->head.flags & STR_INTERNED)) name = str_intern(vm, name->text, name->size);
  Class *cls = class_of(vm, o);
  Value hook = class_lookup(vm, cls, v_is_empty(v) ? N(vm, delattr) : N(vm, setattr)), out;
  if (v_is(hook, O_FUNCTION) || (v_is(hook, O_NATIVE) && o.tag == TAG_OBJ && o.o->kind == O_HOST)) {
    Value args[3] = {o, v_obj(name), v};
    return vm_call(vm, hook, args, v_is_empty(v) ? 2 : 3, NULL, &out);
  }
  return plain_setattr(vm, o, name, v);
}

bool set_attr(VM *vm, Value o, Str *name, Value v) { return set_or_delete(vm, o, name, v); }
bool delete_attr(VM *vm, Value o, Str *name) { return set_or_delete(vm, o, name, V_EMPTY); }

// ---- Special methods.

bool call_special(VM *vm, Value o, const char *name, const Value *args, uint32_t n, Value *out,
                  bool *found) {
  return call_special_str(vm, o, str_name(vm, name), args, n, out, found);
}

bool call_special_str(VM *vm, Value o, Str *name, const Value *args, uint32_t n, Value *out,
                      bool *found) {
  Class *cls = class_of(vm, o);
  Value f = class_lookup(vm, cls, name), bound = V_NONE, all[5];
  *found = !v_is_empty(f) && !v_is_none(f);
  if (!*found) return true;
  if ((v_is(f, O_FUNCTION) || v_is(f, O_NATIVE)) && n < 5) {
    all[0] = o;
    for (uint32_t i = 0; i < n; i++) all[i + 1] = args[i];
    return vm_call(vm, f, all, n + 1, NULL, out);
  }
  return bind_attr(vm, f, o, cls, &bound) && vm_call(vm, bound, args, n, NULL, out);
}

bool call_method(VM *vm, Value o, const char *name, const Value *args, uint32_t n, Value *out) {
  Value f;
  return get_attr_c(vm, o, name, &f) && vm_call(vm, f, args, n, NULL, out);
}

// The library of arrays tells static numbers from those of the executable by isinstance.
static bool asked_by_arrays(VM *vm) {
  const Module *m = vm->frame ? vm->frame->module : NULL;
  const char *name = m && m->library ? m->name->text : "";
  return !strncmp(name, "jax", 3) || !strncmp(name, "numpy", 5);
}

Class *python_class_of(VM *vm, Value v, Class *preset) {
  static const TypeIndex types[] = {T_bool, T_int, T_float};
  if (asked_by_arrays(vm)) return preset;
  if (v_is(v, O_INSTANCE) && !v_is_empty(class_lookup(vm, v.o->cls, str_name(vm, "_is_ndarray"))))
    return vm->type[T_ndarray]; // arrays of texts, which are of the library
  if (v_is(v, O_RUN_SCALAR)) return vm->type[types[AS_RUN_SCALAR(v)->run]];
  return v_is(v, O_RUN_STR) ? vm->type[T_str] : preset;
}

bool is_instance_of(VM *vm, Value v, Value info, bool *out) {
  *out = false;
  if (v_is(info, O_TUPLE)) {
    if (vm->native_depth >= vm->native_limit)
      return vm_raise(vm, E_RecursionError, "maximum recursion depth exceeded");
    bool ok = true;
    vm->native_depth++;
    for (uint32_t i = 0; i < AS_TUPLE(info)->n && ok && !*out; i++)
      ok = is_instance_of(vm, v, AS_TUPLE(info)->v[i], out);
    vm->native_depth--;
    return ok;
  }
  if (v_is(info, O_CLASS)) {
    Value type;
    Class *cls = class_of(vm, v), *base;
    if (vm->hooks.scalar && vm->hooks.scalar(vm, v, &type, &base)) cls = base;
    cls = python_class_of(vm, v, cls);
    if (cls && class_is_subclass(cls, AS_CLASS(info))) return *out = true;
    if (info.o->cls == vm->type[T_type]) return true;
  }
  bool found;
  Value r;
  if (!call_special_str(vm, info, N(vm, instancecheck), &v, 1, &r, &found)) return false;
  if (found) return truth(vm, r, out);
  if (v_is(info, O_CLASS)) return true;
  if (v_is(info, O_INSTANCE) && !v_is_empty(class_lookup(vm, info.o->cls, N(vm, origin))))
    return vm_raise(vm, E_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
  return vm_raise(vm, E_TypeError,
                  "isinstance() arg 2 must be a type, a tuple of types, or a union");
}
