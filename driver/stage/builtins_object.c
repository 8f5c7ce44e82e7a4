// builtins_object.c -- builtins about objects and classes: type, object, super, property, getattr,
// isinstance, and the attributes of functions, methods and classes.
#include "driver/stage/run_text.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

static bool attr_name(VM *vm, Value v, const char *function, Str **out) {
  if (v_is(v, O_RUN_STR) && !run_str_static(vm, v, "the name of an attribute", &v)) return false;
  if (!v_is(v, O_STR))
    return vm_raise(vm, E_TypeError, "attribute name must be string, not '%s'", type_name(vm, v));
  *out = str_intern(vm, AS_STR(v)->text, AS_STR(v)->size);
  return true;
}

static bool b_getattr(VM *vm, Value *a, Value *out) {
  Str *name;
  if (!attr_name(vm, a[1], "getattr", &name)) return false;
  if (v_is_empty(a[2])) return get_attr(vm, a[0], name, out);
  if (!find_attr(vm, a[0], name, out)) return false;
  if (v_is_empty(*out)) *out = a[2];
  return true;
}

static bool b_hasattr(VM *vm, Value *a, Value *out) {
  Str *name;
  Value v;
  if (!attr_name(vm, a[1], "hasattr", &name) || !find_attr(vm, a[0], name, &v)) return false;
  *out = v_bool(!v_is_empty(v));
  return true;
}

static bool b_setattr(VM *vm, Value *a, Value *out) {
  Str *name;
  return attr_name(vm, a[1], "setattr", &name) && set_attr(vm, a[0], name, a[2]);
}

static bool b_delattr(VM *vm, Value *a, Value *out) {
  Str *name;
  return attr_name(vm, a[1], "delattr", &name) && delete_attr(vm, a[0], name);
}

static bool b_isinstance(VM *vm, Value *a, Value *out) {
  bool r;
  if (!is_instance_of(vm, a[0], a[1], &r)) return false;
  *out = v_bool(r);
  return true;
}

static bool is_subclass_of(VM *vm, Value c, Value info, bool *out) {
  if (v_is(info, O_TUPLE)) {
    *out = false;
    for (uint32_t i = 0; i < AS_TUPLE(info)->n && !*out; i++)
      if (!is_subclass_of(vm, c, AS_TUPLE(info)->v[i], out)) return false;
    return true;
  }
  if (!v_is(c, O_CLASS)) return vm_raise(vm, E_TypeError, "issubclass() arg 1 must be a class");
  bool found = false;
  Value r;
  if (v_is(info, O_CLASS) && class_is_subclass(AS_CLASS(c), AS_CLASS(info))) return *out = true;
  if (!v_is(info, O_CLASS) || info.o->cls != vm->type[T_type])
    if (!call_special_str(vm, info, N(vm, subclasscheck), &c, 1, &r, &found)) return false;
  if (found) return truth(vm, r, out);
  if (!v_is(info, O_CLASS))
    return vm_raise(vm, E_TypeError,
                    "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  return *out = false, true;
}

static bool b_issubclass(VM *vm, Value *a, Value *out) {
  bool r;
  if (!is_subclass_of(vm, a[0], a[1], &r)) return false;
  *out = v_bool(r);
  return true;
}

static bool b_callable(VM *vm, Value *a, Value *out) {
  *out = v_bool(value_callable(vm, a[0]));
  return true;
}

static bool b_id(VM *vm, Value *a, Value *out) {
  *out = v_int(a[0].tag == TAG_OBJ ? (int64_t)(uintptr_t)a[0].o : a[0].i * 32 + a[0].tag);
  return true;
}

Dict *frame_locals(VM *vm, Frame *f) {
  if (f->names) return f->names;
  if (f->code->flags & CODE_MODULE) return f->module->dict;
  Dict *d = dict_new(vm);
  const Code *code = f->code;
  for (uint32_t i = 0; i < code->nlocals; i++)
    if (!v_is_empty(f->slot[i]) && code->locals[i]->text[0] != '.')
      dict_set_str(vm, d, code->locals[i], str_share(f->slot[i]));
  for (uint32_t i = 0; i < code->ncells + code->nfree; i++) {
    Value v = ((Cell *)f->slot[code->nlocals + i].o)->v;
    if (!v_is_empty(v)) dict_set_str(vm, d, code->cells[i], v);
  }
  return d;
}

static bool b_vars(VM *vm, Value *a, Value *out) {
  if (v_is_empty(a[0])) return *out = v_obj(frame_locals(vm, vm->frame)), true;
  if (!find_attr(vm, a[0], N(vm, dict), out)) return false;
  return !v_is_empty(*out) ||
         vm_raise(vm, E_TypeError, "vars() argument must have __dict__ attribute");
}

static bool b_locals(VM *vm, Value *a, Value *out) {
  *out = v_obj(frame_locals(vm, vm->frame));
  return true;
}

static bool b_globals(VM *vm, Value *a, Value *out) {
  Dict *d = vm->frame->module->dict;
  for (uint32_t i = 0; i < d->n; i++) str_share(d->entries[i].value);
  *out = v_obj(vm->frame->module->dict);
  return true;
}

static bool b_dir(VM *vm, Value *a, Value *out) {
  Set *names = set_new(vm, false);
  bool found = false;
  Value sorted = dict_get_c(vm, vm->builtins->dict, "sorted"), r;
  if (v_is_empty(a[0])) {
    if (!set_update(vm, names, v_obj(frame_locals(vm, vm->frame)))) return false;
    return vm_call_1(vm, sorted, v_obj(names), out);
  }
  if (!call_special_str(vm, a[0], N(vm, dir), NULL, 0, &r, &found)) return false;
  if (found) return vm_call_1(vm, sorted, r, out);
  Class *c = v_is(a[0], O_CLASS) ? AS_CLASS(a[0]) : class_of(vm, a[0]);
  if (v_is(a[0], O_MODULE)) {
    if (!set_update(vm, names, v_obj(((Module *)a[0].o)->dict))) return false;
  } else {
    for (uint32_t i = 0; i < c->nmro; i++)
      if (!set_update(vm, names, v_obj(c->mro[i]->dict))) return false;
    if (a[0].tag == TAG_OBJ && a[0].o->attrs && !set_update(vm, names, v_obj(a[0].o->attrs)))
      return false;
  }
  return vm_call_1(vm, sorted, v_obj(names), out);
}

static bool b_build_class(VM *vm, Value *a, Value *out) {
  const Tuple *bases = AS_TUPLE(a[2]);
  const Dict *kw = AS_DICT(a[3]);
  Value *args = ARENA_ARRAY(vm->arena, Value, bases->n + kw->used + 2);
  Tuple *names = tuple_new(vm, kw->used);
  args[0] = a[0];
  args[1] = a[1];
  if (bases->n) memcpy(args + 2, bases->v, bases->n * sizeof(Value));
  uint32_t k = 0;
  for (uint32_t i = 0; i < kw->n; i++) {
    if (v_is_empty(kw->entries[i].key)) continue;
    names->v[k] = kw->entries[i].key;
    args[bases->n + 2 + k++] = kw->entries[i].value;
  }
  return class_build(vm, args, bases->n + 2, names, out);
}

static bool b_import(VM *vm, Value *a, Value *out) {
  if (!v_is(a[0], O_STR))
    return vm_raise(vm, E_TypeError, "__import__() argument 1 must be str, not %s",
                    class_of(vm, a[0])->name->text);
  if (a[4].tag != TAG_INT || a[4].i < 0)
    return vm_raise(vm, E_ValueError, "level must be >= 0");
  bool last;
  if (!truth(vm, a[3], &last)) return false;
  return import_name(vm, vm->frame->module, AS_STR(a[0]), (uint32_t)a[4].i, last, out);
}

static const NativeDef object_functions[] = {
    {"getattr", "object, name, default=?, /", b_getattr},
    {"hasattr", "obj, name, /", b_hasattr},
    {"setattr", "obj, name, value, /", b_setattr},
    {"delattr", "obj, name, /", b_delattr},
    {"isinstance", "obj, class_or_tuple, /", b_isinstance},
    {"issubclass", "cls, class_or_tuple, /", b_issubclass},
    {"callable", "obj, /", b_callable},
    {"id", "obj, /", b_id},
    {"vars", "object=?, /", b_vars},
    {"locals", "", b_locals},
    {"globals", "", b_globals},
    {"dir", "object=?, /", b_dir},
    {"__import__", "name, globals=None, locals=None, fromlist=(), level=0", b_import},
    {"__build_class__", "func, name, /, *bases, **kwargs", b_build_class},
    {0}};

// ---- object

static bool object_new(VM *vm, Value *a, Value *out) {
  if (!v_is(a[0], O_CLASS))
    return vm_raise(vm, E_TypeError, "object.__new__(X): X is not a type object");
  Class *c = AS_CLASS(a[0]);
  if (c->layout != O_INSTANCE)
    return vm_raise(vm, E_TypeError, "object.__new__(%s) is not safe, use %s.__new__()",
                    c->name->text, c->name->text);
  return object_create(vm, c, out);
}

static bool object_init(VM *vm, Value *a, Value *out) { return true; }

static bool object_repr(VM *vm, Value *a, Value *out) {
  StrBuilder b;
  strb_init(&b, vm);
  if (!repr_default(&b, a[0])) return strb_release(&b), false;
  *out = strb_finish(&b);
  return true;
}

static bool object_str(VM *vm, Value *a, Value *out) { return value_repr(vm, a[0], out); }

static bool object_format(VM *vm, Value *a, Value *out) {
  if (v_is(a[1], O_STR) && !AS_STR(a[1])->size) return value_str(vm, a[0], out);
  Value x = value_unwrap(a[0]);
  if (!v_same(x, a[0]) || v_is(a[0], O_STR))
    return format_value(vm, x, AS_STR(a[1])->text, AS_STR(a[1])->size, out);
  return vm_raise(vm, E_TypeError, "unsupported format string passed to %s.__format__",
                  type_name(vm, a[0]));
}

static bool object_getattribute(VM *vm, Value *a, Value *out) {
  bool found;
  Str *name = str_intern(vm, AS_STR(a[1])->text, AS_STR(a[1])->size);
  if (!object_getattr(vm, a[0], name, out, &found)) return false;
  return found || raise_attribute_error(vm, a[0], name);
}

static bool object_set(VM *vm, Value *a, Value *out) {
  return plain_setattr(vm, a[0], str_intern(vm, AS_STR(a[1])->text, AS_STR(a[1])->size), a[2]);
}

static bool object_del(VM *vm, Value *a, Value *out) {
  return plain_setattr(vm, a[0], str_intern(vm, AS_STR(a[1])->text, AS_STR(a[1])->size), V_EMPTY);
}

static bool object_init_subclass(VM *vm, Value *a, Value *out) {
  *out = V_NONE;
  return !AS_DICT(a[1])->used ||
         vm_raise(vm, E_TypeError, "%s.__init_subclass__() takes no keyword arguments",
                  AS_CLASS(a[0])->qualname->text);
}

static bool object_eq(VM *vm, Value *a, Value *out) {
  *out = v_same(a[0], a[1]) ? v_bool(true) : vm->not_implemented;
  return true;
}

static bool object_hash(VM *vm, Value *a, Value *out) {
  *out = v_int((int64_t)((uintptr_t)a[0].o >> 4));
  return true;
}

static const NativeDef object_methods[] = {
    {"__new__", "cls, /, *args, **kwargs", object_new, NATIVE_STATIC},
    {"__init__", "self, /, *args, **kwargs", object_init},
    {"__repr__", "self, /", object_repr},
    {"__str__", "self, /", object_str},
    {"__format__", "self, format_spec, /", object_format},
    {"__getattribute__", "self, name, /", object_getattribute},
    {"__setattr__", "self, name, value, /", object_set},
    {"__delattr__", "self, name, /", object_del},
    {"__eq__", "self, other, /", object_eq},
    {"__hash__", "self, /", object_hash},
    {"__init_subclass__", "cls, /, **kwargs", object_init_subclass, NATIVE_CLASSMETHOD},
    {0}};

// ---- type

static bool type_new(VM *vm, Value *a, Value *out) {
  if (v_is_empty(a[2])) return *out = v_obj(python_class_of(vm, a[1], class_of(vm, a[1]))), true;
  static const char *const wanted[] = {"str", "tuple", "dict"};
  bool fits[] = {v_is(a[1], O_STR), v_is(a[2], O_TUPLE), v_is(a[3], O_DICT)};
  for (int i = 0; i < 3; i++)
    if (!fits[i])
      return vm_raise(vm, E_TypeError, "type.__new__() argument %d must be %s, not %s", i + 1,
                      wanted[i], v_is_empty(a[i + 1]) ? "NoneType" : type_name(vm, a[i + 1]));
  return class_new(vm, AS_CLASS(a[0]), AS_STR(a[1]), AS_TUPLE(a[2]), AS_DICT(a[3]), AS_DICT(a[4]),
                   out);
}

static bool type_init(VM *vm, Value *a, Value *out) { return true; }

static bool type_call_method(VM *vm, Value *a, Value *out) {
  const Tuple *args = AS_TUPLE(a[1]);
  const Dict *kw = AS_DICT(a[2]);
  Value *all = ARENA_ARRAY(vm->arena, Value, args->n + kw->used + 1);
  Tuple *names = tuple_new(vm, kw->used);
  uint32_t k = 0;
  if (args->n) memcpy(all, args->v, args->n * sizeof(Value));
  for (uint32_t i = 0; i < kw->n; i++) {
    if (v_is_empty(kw->entries[i].key)) continue;
    names->v[k] = kw->entries[i].key;
    all[args->n + k++] = kw->entries[i].value;
  }
  return type_call(vm, AS_CLASS(a[0]), all, args->n, kw->used ? names : NULL, out);
}

static bool type_mro(VM *vm, Value *a, Value *out) {
  Class *c = AS_CLASS(a[0]);
  List *l = list_new(vm, c->nmro);
  for (uint32_t i = 0; i < c->nmro; i++) list_append(vm, l, v_obj(c->mro[i]));
  *out = v_obj(l);
  return true;
}

static bool type_subclasses(VM *vm, Value *a, Value *out) {
  List *l;
  if (!value_list(vm, v_obj(AS_CLASS(a[0])->subclasses), &l)) return false;
  *out = v_obj(l);
  return true;
}

static bool type_instancecheck(VM *vm, Value *a, Value *out) {
  *out = v_bool(class_is_subclass(class_of(vm, a[1]), AS_CLASS(a[0])));
  return true;
}

static bool get_class_name(VM *vm, Value self, Value *out) {
  return *out = v_obj(AS_CLASS(self)->name), true;
}
static bool set_class_name(VM *vm, Value self, Value v) {
  return AS_CLASS(self)->name = AS_STR(v), true;
}
static bool get_class_qualname(VM *vm, Value self, Value *out) {
  return *out = v_obj(AS_CLASS(self)->qualname), true;
}
static bool set_class_qualname(VM *vm, Value self, Value v) {
  return AS_CLASS(self)->qualname = AS_STR(v), true;
}
static bool get_class_module(VM *vm, Value self, Value *out) {
  return *out = AS_CLASS(self)->module, true;
}
static bool set_class_module(VM *vm, Value self, Value v) {
  return AS_CLASS(self)->module = v, true;
}
static bool get_class_bases(VM *vm, Value self, Value *out) {
  return *out = v_obj(AS_CLASS(self)->bases), true;
}
static bool get_class_base(VM *vm, Value self, Value *out) {
  const Tuple *bases = AS_CLASS(self)->bases;
  *out = bases->n ? bases->v[0] : V_NONE;
  return true;
}
static bool get_class_mro(VM *vm, Value self, Value *out) {
  Class *c = AS_CLASS(self);
  Tuple *t = tuple_new(vm, c->nmro);
  for (uint32_t i = 0; i < c->nmro; i++) t->v[i] = v_obj(c->mro[i]);
  return *out = v_obj(t), true;
}
static bool get_class_doc(VM *vm, Value self, Value *out) {
  *out = dict_get_str(AS_CLASS(self)->dict, N(vm, doc));
  if (v_is_empty(*out) || v_is(*out, O_PROPERTY)) *out = V_NONE;
  return true;
}
static bool set_class_doc(VM *vm, Value self, Value v) {
  dict_set_str(vm, AS_CLASS(self)->dict, N(vm, doc), v);
  return true;
}
static bool get_class_annotations(VM *vm, Value self, Value *out) {
  Dict *d = AS_CLASS(self)->dict;
  *out = dict_get_str(d, N(vm, annotations));
  if (v_is_empty(*out)) {
    *out = v_obj(dict_new(vm));
    dict_set_str(vm, d, N(vm, annotations), *out);
  }
  return true;
}
static bool set_class_annotations(VM *vm, Value self, Value v) {
  dict_set_str(vm, AS_CLASS(self)->dict, N(vm, annotations), v);
  return true;
}
static bool get_class_dict(VM *vm, Value self, Value *out) {
  return *out = v_obj(AS_CLASS(self)->dict), true;
}

static const NativeDef type_methods[] = {
    {"__new__", "cls, x, bases=?, dict=?, /, **kwargs", type_new, NATIVE_STATIC},
    {"__init__", "self, /, *args, **kwargs", type_init},
    {"__call__", "self, /, *args, **kwargs", type_call_method},
    {"mro", "self, /", type_mro},
    {"__subclasses__", "self, /", type_subclasses},
    {"__instancecheck__", "self, instance, /", type_instancecheck},
    {0}};
static const NativeProp type_props[] = {
    {"__name__", get_class_name, set_class_name},
    {"__qualname__", get_class_qualname, set_class_qualname},
    {"__module__", get_class_module, set_class_module},
    {"__bases__", get_class_bases, NULL},
    {"__base__", get_class_base, NULL},
    {"__mro__", get_class_mro, NULL},
    {"__doc__", get_class_doc, set_class_doc},
    {"__annotations__", get_class_annotations, set_class_annotations},
    {"__dict__", get_class_dict, NULL},
    {0}};

void native_add_methods(VM *vm, Class *c, const NativeDef *methods, const NativeProp *props) {
  if (methods) native_add_functions(vm, c->dict, methods, c->name->text);
  for (const NativeDef *d = methods; d && d->name; d++) {
    Value f = dict_get_c(vm, c->dict, d->name);
    if (v_is(f, O_NATIVE)) {
      ((Native *)f.o)->method = true;
      if (c->layout != O_INSTANCE || c == vm->type[T_float]) ((Native *)f.o)->closure = v_obj(c);
    }
    else
      ((Native *)((Wrapper *)f.o)->function.o)->method = d->flags & NATIVE_CLASSMETHOD;
  }
  for (; props && props->name; props++) {
    Property *p = HEAP_NEW(vm, vm->type[T_property], O_PROPERTY, Property);
    p->native = props;
    dict_set_str(vm, c->dict, str_name(vm, props->name), v_obj(p));
  }
}

Class *native_class_create(VM *vm, const NativeClass *def, Class *base) {
  Class *c = class_make(vm, def->name, def->layout, base ? base : vm->type[T_object]);
  c->module = v_str(vm, def->module);
  native_add_methods(vm, c, def->methods, def->props);
  if (def->doc) dict_set_str(vm, c->dict, N(vm, doc), v_str(vm, def->doc));
  return c;
}

void init_object(VM *vm) {
  native_add_functions(vm, vm->builtins->dict, object_functions, NULL);
  Class *object = vm->type[T_object];
  native_add_methods(vm, object, object_methods, NULL);
  native_add_methods(vm, vm->type[T_type], type_methods, type_props);
  vm->in->object_new = ((Wrapper *)dict_get_c(vm, object->dict, "__new__").o)->function;
  vm->in->object_repr = dict_get_c(vm, object->dict, "__repr__");
  vm->in->object_str = dict_get_c(vm, object->dict, "__str__");
}
