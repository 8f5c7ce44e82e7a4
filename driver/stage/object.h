// object.h -- Python's operations on values, for C code.
//
// All return false (or null) with vm->exc set when they raise.  `out` is written only on success.
#ifndef CJAX_STAGE_OBJECT_H
#define CJAX_STAGE_OBJECT_H

#include "driver/stage/vm.h"

// ---- Raising.  Returns false, so that a C function can `return vm_raise(...)`.
bool vm_raise(VM *vm, TypeIndex type, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
bool vm_raise_class(VM *vm, Class *type, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
// With an error id and a place of its own.
bool vm_raise_at(VM *vm, TypeIndex type, const char *id, SrcRange at, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));
bool vm_raise_value(VM *vm, Value exception);
// A construct that cjax does not compile: ends staging with a located error that no `except
// Exception` catches.
bool vm_unsupported(VM *vm, const char *id, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
// A note printed under the exception being raised.
void vm_add_note(VM *vm, SrcRange at, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
bool vm_exc_is(VM *vm, TypeIndex type); // the exception being raised is of this class
void vm_clear_exc(VM *vm);
bool exc_matches(VM *vm, Value exc, Class *type);
// "Type: message", as the last line of a traceback; in the arena.
const char *exc_text(VM *vm, Value exc);
// Prints it with traceback, source line and caret.
void exc_report(VM *vm, Value exc);

// ---- Classes and attributes.
Class *class_of(VM *vm, Value v);
const char *type_name(VM *vm, Value v); // of its class, for messages
bool class_is_subclass(const Class *c, const Class *of);
bool is_instance_of(VM *vm, Value v, Value classinfo,
                    bool *out); // class, tuple of classes, __instancecheck__
// Along the MRO, without descriptors; empty when absent.  The name is interned.
Value class_lookup(VM *vm, Class *c, Str *name);
bool get_attr(VM *vm, Value o, Str *name, Value *out);
bool get_attr_c(VM *vm, Value o, const char *name, Value *out);
// No error when absent: *out is empty.
bool find_attr(VM *vm, Value o, Str *name, Value *out);
bool set_attr(VM *vm, Value o, Str *name, Value v);
bool delete_attr(VM *vm, Value o, Str *name);
// Calls o.name(...) found on the class.  *found is false, and nothing happened, when there is none.
bool call_special(VM *vm, Value o, const char *name, const Value *args, uint32_t n, Value *out,
                  bool *found);
bool call_method(VM *vm, Value o, const char *name, const Value *args, uint32_t n, Value *out);

// ---- Protocols.
bool truth(VM *vm, Value v, bool *out);
bool hint_alias(VM *vm, Value origin, Value item, Value *out); // list[int]
bool value_equal(VM *vm, Value a, Value b, bool *out);
bool value_compare(VM *vm, CompareOp op, Value a, Value b, Value *out);
bool value_hash(VM *vm, Value v, uint64_t *out);
bool value_len(VM *vm, Value v, int64_t *out);
bool value_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out);
bool value_inplace(VM *vm, BinaryOp op, Value a, Value b, Value *out);
bool value_unary(VM *vm, UnaryOp op, Value v, Value *out);
bool value_contains(VM *vm, Value container, Value v, bool *out);
// The same, but a run-time bool where only the executable knows.
bool value_contains_value(VM *vm, Value container, Value v, Value *out);
// The same as a value where the executable decides; *done false: nothing here is run-time
// (contains.c).
bool contains_staged(VM *vm, Value container, Value v, Value *out, bool *done);
// x[i] == y[i] for all i < n, where a number of the executable is among them.
bool equal_staged(VM *vm, uint32_t n, const Value *x, const Value *y, Value *out, bool *done);
bool get_item(VM *vm, Value o, Value key, Value *out);
bool set_item(VM *vm, Value o, Value key, Value v);
bool delete_item(VM *vm, Value o, Value key);
bool value_callable(VM *vm, Value v);
bool get_iter(VM *vm, Value v, Value *out);
// *done at the end; StopIteration is not raised.
bool iter_next(VM *vm, Value it, Value *out, bool *done);
bool value_list(VM *vm, Value iterable, List **out); // a new list
bool value_tuple(VM *vm, Value iterable, Tuple **out);
// `v.__index__()`; overflow of 64 bits raises.
bool value_bound(VM *vm, Value v, int64_t *out);
bool value_index(VM *vm, Value v, int64_t *out);
bool value_float(VM *vm, Value v, double *out); // int, float, __float__; no strings
bool value_is_int(Value v);                     // bool, int or big int (subclasses too), static
bool value_is_number(Value v);                  // those, float, complex
// The int or float inside an instance of a subclass of int or float, or v itself.
Value value_unwrap(Value v);

// ---- Text.  A staged value gives a RunStr.
bool value_str(VM *vm, Value v, Value *out);
bool value_repr(VM *vm, Value v, Value *out);
bool value_format(VM *vm, Value v, Value spec, Value *out);
bool strb_add_repr(StrBuilder *b, Value v);
bool strb_add_str(StrBuilder *b, Value v);
// C text of a static string or of repr(v), in the arena: for messages.  Never fails.
const char *text_of(VM *vm, Value v);

// ---- Making and reading objects.
Str *str_new(VM *vm, const char *text, size_t n);
Str *str_intern(VM *vm, const char *text, size_t n);
Str *str_name(VM *vm, const char *text); // interned, from C text
Value v_str(VM *vm, const char *text);
Value v_strf(VM *vm, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
bool str_equal(const Str *a, const Str *b);
bool str_is(const Str *a, const char *text);
Bytes *bytes_new(VM *vm, const char *text, size_t n);
Tuple *tuple_new(VM *vm, uint32_t n); // filled with None
Tuple *tuple_from(VM *vm, const Value *v, uint32_t n);
List *list_new(VM *vm, uint32_t room);
void list_append(VM *vm, List *l, Value v);
Dict *dict_new(VM *vm);
// Static lookups by interned string never fail and never call Python.
Value dict_get_str(const Dict *d, const Str *key); // empty when absent
Value dict_get_c(VM *vm, const Dict *d, const char *key);
void dict_set_str(VM *vm, Dict *d, Str *key, Value v);
bool dict_get(VM *vm, Dict *d, Value key, Value *out); // *out empty when absent
bool dict_set(VM *vm, Dict *d, Value key, Value v);
bool dict_delete(VM *vm, Dict *d, Value key, Value *old); // *old empty when it was not there
void dict_delete_at(VM *vm, Dict *d, uint32_t entry);
Set *set_new(VM *vm, bool frozen);
bool set_add(VM *vm, Set *s, Value v);
bool set_has(VM *vm, Set *s, Value v, bool *out);
Range *range_new(VM *vm, int64_t start, int64_t stop, int64_t step);
Slice *slice_new(VM *vm, Value start, Value stop, Value step);
// start, stop, step for a sequence of n items, as slice.indices; *count items.
bool slice_indices(VM *vm, const Slice *s, int64_t n, int64_t *start, int64_t *step,
                   int64_t *count);
Value complex_new(VM *vm, double re, double im);
Cell *cell_new(VM *vm, Str *name);
Value method_new(VM *vm, Value self, Value function);
Value generator_value(VM *vm, Frame *f);
Module *module_new(VM *vm, const char *name);
// import name (dotted); the module itself, not its first package.
bool import_module(VM *vm, const char *name, Module **out);
// The library inside cjaxc has such a module.
bool library_has(VM *vm, const char *name);
// The class that Python gives v, where only the executable knows it; else preset.
Class *python_class_of(VM *vm, Value v, Class *preset);
const char *program_defined(VM *vm, const char *name); // the text of --define name=TEXT, or null
bool import_raise_missing(VM *vm, Value *a, Value *out); // _cjax.core.raise_missing
bool import_attr(VM *vm, const char *module, const char *name, Value *out);
#endif
