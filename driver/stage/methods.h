// methods.h -- what the files of methods of builtin types share.
//
// The builtin_* operations are what a builtin kind does by itself: special methods of a subclass
// are not looked up, so that a method may be called through super().
#ifndef CJAX_STAGE_METHODS_H
#define CJAX_STAGE_METHODS_H

#include "driver/stage/vm_internal.h"

bool builtin_get_item(VM *vm, Value o, Value key, Value *out, bool *found);
bool builtin_set_item(VM *vm, Value o, Value key, Value v, bool *found); // v empty: delete
bool builtin_contains(VM *vm, Value container, Value v, bool *out);
bool builtin_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out);
bool builtin_inplace(VM *vm, BinaryOp op, Value a, Value b, Value *out, bool *done);
bool builtin_compare(VM *vm, CompareOp op, Value a, Value b, Value *out);
bool builtin_hash(VM *vm, Value v, uint64_t *out);
bool builtin_len(Value v, int64_t *out); // false: it has none
bool list_sort(VM *vm, List *l, Value key, bool reverse);
bool str_format_map(VM *vm, Str *fmt, Value mapping, Value *out);
struct Iterator *builtin_iter(VM *vm, Value v);

// The text of a str or bytes: its bytes, for algorithms that serve both.
typedef struct Text {
  const char *s;
  size_t n;
} Text;
static inline Text text_of_obj(Value v) {
  if (v_is(v, O_STR)) return (Text){AS_STR(v)->text, AS_STR(v)->size};
  return (Text){((Bytes *)v.o)->text, ((Bytes *)v.o)->size};
}
// A new object of the kind of `like`.
Value text_make(VM *vm, Value like, const char *s, size_t n);
// An argument that must be of the kind of self.
bool text_arg(VM *vm, Value self, Value v, const char *function, int position, Text *out);

// dict of the methods of str and bytes that search (type_text.c).
extern const NativeDef text_methods[];
extern const NativeDef str_case_methods[]; // type_str_case.c
void init_type_str(VM *vm);
void init_type_bytes(VM *vm);
void init_type_list(VM *vm);
void init_type_dict(VM *vm);
void init_type_set(VM *vm);
void init_type_number(VM *vm);
void init_type_range(VM *vm);
void init_type_operators(VM *vm); // __add__, __len__ and the like, of all types

#endif
