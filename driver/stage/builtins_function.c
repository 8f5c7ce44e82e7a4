// builtins_function.c -- functions, methods, property, staticmethod, classmethod, super, slice:
// their constructors, methods and attributes.
#include "driver/stage/vm_internal.h"

#include <string.h>

#define FUNCTION(v) ((Function *)(v).o)

static bool fn_name(VM *vm, Value f, Value *out) { return *out = v_obj(FUNCTION(f)->name), true; }
static bool fn_set_name(VM *vm, Value f, Value v) {
  if (!v_is(v, O_STR)) return vm_raise(vm, E_TypeError, "__name__ must be set to a string object");
  return FUNCTION(f)->name = AS_STR(v), true;
}
static bool fn_qualname(VM *vm, Value f, Value *out) {
  return *out = v_obj(FUNCTION(f)->qualname), true;
}
static bool fn_set_qualname(VM *vm, Value f, Value v) {
  if (!v_is(v, O_STR))
    return vm_raise(vm, E_TypeError, "__qualname__ must be set to a string object");
  return FUNCTION(f)->qualname = AS_STR(v), true;
}

static bool fn_doc(VM *vm, Value f, Value *out) {
  Function *fn = FUNCTION(f);
  if (v_is_empty(fn->doc)) {
    const Node *n = fn->code->node;
    fn->doc = V_NONE;
    const Node *first = n->kind == NODE_FUNCTION ? n->function.body.data[0] : NULL;
    if (first && first->kind == NODE_EXPR && first->value.value->kind == NODE_STR)
      fn->doc = v_obj(str_new(vm, first->value.value->str.data, first->value.value->str.n));
  }
  *out = fn->doc;
  return true;
}
static bool fn_set_doc(VM *vm, Value f, Value v) { return FUNCTION(f)->doc = v, true; }

static bool fn_defaults(VM *vm, Value f, Value *out) {
  *out = FUNCTION(f)->defaults ? v_obj(FUNCTION(f)->defaults) : V_NONE;
  return true;
}
static bool fn_kwdefaults(VM *vm, Value f, Value *out) {
  *out = FUNCTION(f)->kwdefaults ? v_obj(FUNCTION(f)->kwdefaults) : V_NONE;
  return true;
}
static bool fn_set_defaults(VM *vm, Value f, Value v) {
  FUNCTION(f)->defaults = v_is_none(v) ? NULL : AS_TUPLE(v);
  return true;
}
static bool fn_annotations(VM *vm, Value f, Value *out) {
  Function *fn = FUNCTION(f);
  if (!fn->annotations) fn->annotations = dict_new(vm);
  return *out = v_obj(fn->annotations), true;
}
static bool fn_set_annotations(VM *vm, Value f, Value v) {
  FUNCTION(f)->annotations = v_is(v, O_DICT) ? AS_DICT(v) : NULL;
  return true;
}
static bool fn_module(VM *vm, Value f, Value *out) {
  if (f.o->attrs && !v_is_empty(*out = dict_get_c(vm, f.o->attrs, "__module__"))) return true;
  *out = dict_get_str(FUNCTION(f)->module->dict, N(vm, name));
  return true;
}
static bool fn_set_module(VM *vm, Value f, Value v) {
  dict_set_str(vm, instance_dict(vm, f.o), N(vm, module), v);
  return true;
}
static bool fn_globals(VM *vm, Value f, Value *out) {
  return *out = v_obj(FUNCTION(f)->module->dict), true;
}
static bool fn_code(VM *vm, Value f, Value *out) { return *out = v_obj(FUNCTION(f)->code), true; }
static bool fn_closure(VM *vm, Value f, Value *out) {
  Function *fn = FUNCTION(f);
  if (!fn->ncells) return *out = V_NONE, true;
  Tuple *t = tuple_new(vm, fn->ncells);
  for (uint32_t i = 0; i < fn->ncells; i++) t->v[i] = v_obj(fn->cells[i]);
  return *out = v_obj(t), true;
}

static bool fn_get(VM *vm, Value *a, Value *out) {
  *out = v_is_none(a[1]) ? a[0] : method_new(vm, a[1], a[0]);
  return true;
}

static const NativeProp function_props[] = {{"__name__", fn_name, fn_set_name},
                                            {"__qualname__", fn_qualname, fn_set_qualname},
                                            {"__doc__", fn_doc, fn_set_doc},
                                            {"__defaults__", fn_defaults, fn_set_defaults},
                                            {"__kwdefaults__", fn_kwdefaults, NULL},
                                            {"__annotations__", fn_annotations, fn_set_annotations},
                                            {"__module__", fn_module, fn_set_module},
                                            {"__globals__", fn_globals, NULL},
                                            {"__code__", fn_code, NULL},
                                            {"__closure__", fn_closure, NULL},
                                            {0}};
static const NativeDef function_methods[] = {{"__get__", "self, instance, owner=None, /", fn_get},
                                             {0}};

static bool code_name(VM *vm, Value c, Value *out) {
  return *out = v_obj(((Code *)c.o)->name), true;
}
static bool code_argcount(VM *vm, Value c, Value *out) {
  return *out = v_int(((Code *)c.o)->npos), true;
}
static bool code_kwonly(VM *vm, Value c, Value *out) {
  return *out = v_int(((Code *)c.o)->nkwonly), true;
}
static bool code_posonly(VM *vm, Value c, Value *out) {
  return *out = v_int(((Code *)c.o)->nposonly), true;
}
static bool code_flags(VM *vm, Value v, Value *out) {
  const Code *c = (Code *)v.o;
  *out = v_int((c->flags & CODE_VARARGS ? 4 : 0) | (c->flags & CODE_VARKEYWORDS ? 8 : 0) |
               (c->flags & CODE_GENERATOR ? 32 : 0));
  return true;
}
static bool code_varnames(VM *vm, Value v, Value *out) {
  Code *c = (Code *)v.o;
  if (!code_prepare(vm, c)) return false;
  Tuple *t = tuple_new(vm, c->nlocals);
  for (uint32_t i = 0; i < c->nlocals; i++) t->v[i] = v_obj(c->locals[i]);
  return *out = v_obj(t), true;
}
static bool code_line(VM *vm, Value v, Value *out) {
  return *out = v_int(((Code *)v.o)->node->at.line), true;
}
static bool code_file(VM *vm, Value v, Value *out) {
  const Module *m = ((Code *)v.o)->module;
  return *out = m->path ? v_obj(m->path) : v_str(vm, "<library>"), true;
}
static const NativeProp code_props[] = {{"co_name", code_name, NULL},
                                        {"co_argcount", code_argcount, NULL},
                                        {"co_kwonlyargcount", code_kwonly, NULL},
                                        {"co_posonlyargcount", code_posonly, NULL},
                                        {"co_flags", code_flags, NULL},
                                        {"co_varnames", code_varnames, NULL},
                                        {"co_firstlineno", code_line, NULL},
                                        {"co_filename", code_file, NULL},
                                        {0}};

// ---- Natives, methods, cells.

static bool native_get_name(VM *vm, Value f, Value *out) {
  return *out = v_obj(((Native *)f.o)->name), true;
}
static bool native_qualname(VM *vm, Value f, Value *out) {
  return *out = v_obj(((Native *)f.o)->qualname), true;
}
static bool none_prop(VM *vm, Value f, Value *out) { return *out = V_NONE, true; }
static bool native_module_name(VM *vm, Value f, Value *out) {
  return *out = v_str(vm, "builtins"), true;
}
static const NativeProp native_props[] = {{"__name__", native_get_name, NULL},
                                          {"__qualname__", native_qualname, NULL},
                                          {"__doc__", none_prop, NULL},
                                          {"__module__", native_module_name, NULL},
                                          {0}};

static bool method_self(VM *vm, Value m, Value *out) { return *out = ((Method *)m.o)->self, true; }
static bool method_func(VM *vm, Value m, Value *out) {
  return *out = ((Method *)m.o)->function, true;
}
static bool method_attr(VM *vm, Value m, const char *name, Value *out) {
  return get_attr_c(vm, ((Method *)m.o)->function, name, out);
}
static bool method_name(VM *vm, Value m, Value *out) { return method_attr(vm, m, "__name__", out); }
static bool method_qualname(VM *vm, Value m, Value *out) {
  return method_attr(vm, m, "__qualname__", out);
}
static bool method_doc(VM *vm, Value m, Value *out) { return method_attr(vm, m, "__doc__", out); }
static bool method_module(VM *vm, Value m, Value *out) {
  return method_attr(vm, m, "__module__", out);
}
static bool method_getattr(VM *vm, Value *a, Value *out) {
  return get_attr(vm, ((Method *)a[0].o)->function, AS_STR(a[1]), out);
}
static bool method_create(VM *vm, Value *a, Value *out) {
  if (!value_callable(vm, a[1]))
    return vm_raise(vm, E_TypeError, "first argument must be callable");
  *out = method_new(vm, a[2], a[1]);
  return true;
}
static const NativeDef method_methods[] = {
    {"__new__", "cls, function, instance, /", method_create, NATIVE_STATIC},
    {"__getattr__", "self, name, /", method_getattr},
    {0}};
static const NativeProp method_props[] = {{"__self__", method_self, NULL},
                                          {"__func__", method_func, NULL},
                                          {"__name__", method_name, NULL},
                                          {"__qualname__", method_qualname, NULL},
                                          {"__doc__", method_doc, NULL},
                                          {"__module__", method_module, NULL},
                                          {0}};

static bool cell_contents(VM *vm, Value c, Value *out) {
  *out = ((Cell *)c.o)->v;
  return !v_is_empty(*out) || vm_raise(vm, E_ValueError, "Cell is empty");
}
static const NativeProp cell_props[] = {{"cell_contents", cell_contents, NULL}, {0}};

// ---- property, staticmethod, classmethod

static bool property_new(VM *vm, Value *a, Value *out) {
  Property *p = HEAP_NEW(vm, AS_CLASS(a[0]), O_PROPERTY, Property);
  p->get = p->set = p->del = p->doc = V_NONE;
  *out = v_obj(p);
  return true;
}

static bool property_init(VM *vm, Value *a, Value *out) {
  Property *p = (Property *)a[0].o;
  p->get = a[1];
  p->set = a[2];
  p->del = a[3];
  p->doc = a[4];
  *out = V_NONE;
  return true;
}

static bool property_with(VM *vm, Value *a, int what, Value *out) {
  Property *old = (Property *)a[0].o, *p = HEAP_NEW(vm, a[0].o->cls, O_PROPERTY, Property);
  p->get = what == 0 ? a[1] : old->get;
  p->set = what == 1 ? a[1] : old->set;
  p->del = what == 2 ? a[1] : old->del;
  p->doc = old->doc;
  *out = v_obj(p);
  return true;
}
static bool property_getter(VM *vm, Value *a, Value *out) { return property_with(vm, a, 0, out); }
static bool property_setter(VM *vm, Value *a, Value *out) { return property_with(vm, a, 1, out); }
static bool property_deleter(VM *vm, Value *a, Value *out) { return property_with(vm, a, 2, out); }

static bool property_bind(VM *vm, Value *a, Value *out) {
  Property *p = (Property *)a[0].o;
  if (v_is_none(a[1])) return *out = a[0], true;
  if (p->native) return p->native->get(vm, a[1], out);
  return vm_call_1(vm, p->get, a[1], out);
}

static bool or_none(Value v, Value *out) { return *out = v_is_empty(v) ? V_NONE : v, true; }
static bool property_fget(VM *vm, Value p, Value *out) {
  return or_none(((Property *)p.o)->get, out);
}
static bool property_fset(VM *vm, Value p, Value *out) {
  return or_none(((Property *)p.o)->set, out);
}
static bool property_fdel(VM *vm, Value p, Value *out) {
  return or_none(((Property *)p.o)->del, out);
}
static bool property_doc(VM *vm, Value p, Value *out) {
  Property *q = (Property *)p.o;
  if (!v_is_none(q->doc) && !v_is_empty(q->doc)) return *out = q->doc, true;
  if (v_is(q->get, O_FUNCTION)) return fn_doc(vm, q->get, out);
  return *out = V_NONE, true;
}

static const NativeDef property_methods[] = {
    {"__new__", "cls, /, *args, **kwargs", property_new, NATIVE_STATIC},
    {"__init__", "self, fget=None, fset=None, fdel=None, doc=None", property_init},
    {"getter", "self, fget, /", property_getter},
    {"setter", "self, fset, /", property_setter},
    {"deleter", "self, fdel, /", property_deleter},
    {"__get__", "self, instance, owner=None, /", property_bind},
    {0}};
static const NativeProp property_props[] = {{"fget", property_fget, NULL},
                                            {"fset", property_fset, NULL},
                                            {"fdel", property_fdel, NULL},
                                            {"__doc__", property_doc, NULL},
                                            {0}};

static bool wrapper_new(VM *vm, Value *a, ObjKind kind, Value *out) {
  Wrapper *w = HEAP_NEW(vm, AS_CLASS(a[0]), kind, Wrapper);
  w->function = a[1];
  *out = v_obj(w);
  return true;
}
static bool staticmethod_new(VM *vm, Value *a, Value *out) {
  return wrapper_new(vm, a, O_STATICMETHOD, out);
}
static bool classmethod_new(VM *vm, Value *a, Value *out) {
  return wrapper_new(vm, a, O_CLASSMETHOD, out);
}
static bool staticmethod_get(VM *vm, Value *a, Value *out) {
  return *out = ((Wrapper *)a[0].o)->function, true;
}
static bool classmethod_get(VM *vm, Value *a, Value *out) {
  Value cls = v_is_none(a[2]) ? v_obj(class_of(vm, a[1])) : a[2];
  return *out = method_new(vm, cls, ((Wrapper *)a[0].o)->function), true;
}
static bool wrapper_func(VM *vm, Value w, Value *out) {
  return *out = ((Wrapper *)w.o)->function, true;
}
static const NativeDef staticmethod_methods[] = {
    {"__new__", "cls, function, /", staticmethod_new, NATIVE_STATIC},
    {"__get__", "self, instance, owner=None, /", staticmethod_get},
    {0}};
static const NativeDef classmethod_methods[] = {
    {"__new__", "cls, function, /", classmethod_new, NATIVE_STATIC},
    {"__get__", "self, instance, owner=None, /", classmethod_get},
    {0}};
static const NativeProp wrapper_props[] = {
    {"__func__", wrapper_func, NULL}, {"__wrapped__", wrapper_func, NULL}, {0}};

// ---- super

// super() without arguments: the cell __class__ and the first parameter of the calling frame.
static bool super_of_frame(VM *vm, Value *cls, Value *self) {
  Frame *f = vm->frame;
  const Code *code = f->code;
  *cls = *self = V_EMPTY;
  for (uint32_t i = 0; i < code->ncells + code->nfree; i++)
    if (str_is(code->cells[i], "__class__")) *cls = ((Cell *)f->slot[code->nlocals + i].o)->v;
  if (code->nlocals) *self = f->slot[0];
  for (uint32_t i = 0; i < code->ncells; i++)
    if (code->cell_param[i] == 0) *self = ((Cell *)f->slot[code->nlocals + i].o)->v;
  if (!code->npos && !(code->flags & CODE_VARARGS))
    return vm_raise(vm, E_RuntimeError, "super(): no arguments");
  if (!v_is(*cls, O_CLASS))
    return vm_raise(vm, E_RuntimeError, "super(): __class__ cell not found");
  return !v_is_empty(*self) || vm_raise(vm, E_RuntimeError, "super(): no arguments");
}

static bool super_create(VM *vm, Value *a, Value *out) {
  Value cls = a[1], self = a[2];
  if (v_is_empty(cls) && !super_of_frame(vm, &cls, &self)) return false;
  if (!v_is(cls, O_CLASS)) return vm_raise(vm, E_TypeError, "super() argument 1 must be a type");
  if (v_is_empty(self))
    return vm_raise(vm, E_TypeError, "super() with one argument is not supported");
  bool is_class = v_is(self, O_CLASS) && class_is_subclass(AS_CLASS(self), AS_CLASS(cls));
  if (!is_class && !class_is_subclass(class_of(vm, self), AS_CLASS(cls)))
    return vm_raise(vm, E_TypeError,
                    "super(type, obj): obj must be an instance or subtype of type");
  Super *s = HEAP_NEW(vm, vm->type[T_super], O_SUPER, Super);
  s->start = AS_CLASS(cls);
  s->self = self;
  *out = v_obj(s);
  return true;
}
static const NativeDef super_methods[] = {
    {"__new__", "cls, type=?, object=?, /", super_create, NATIVE_STATIC}, {0}};

void init_function(VM *vm) {
  native_add_methods(vm, vm->type[T_function], function_methods, function_props);
  native_add_methods(vm, vm->type[T_code], NULL, code_props);
  native_add_methods(vm, vm->type[T_builtin_function_or_method], NULL, native_props);
  native_add_methods(vm, vm->type[T_method], method_methods, method_props);
  vm->type[T_method]->flags |= CLASS_GETATTR;
  native_add_methods(vm, vm->type[T_cell], NULL, cell_props);
  native_add_methods(vm, vm->type[T_property], property_methods, property_props);
  native_add_methods(vm, vm->type[T_staticmethod], staticmethod_methods, wrapper_props);
  native_add_methods(vm, vm->type[T_classmethod], classmethod_methods, wrapper_props);
  native_add_methods(vm, vm->type[T_super], super_methods, NULL);
  vm->type[T_function]->flags &= (uint8_t)~CLASS_NO_DICT;
  vm->type[T_property]->flags &= (uint8_t)~CLASS_NO_DICT;
}
