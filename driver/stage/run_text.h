// run_text.h -- strings with parts that only the executable knows.
#ifndef CJAX_STAGE_RUN_TEXT_H
#define CJAX_STAGE_RUN_TEXT_H

#include "driver/stage/native.h"
#include "driver/stage/object.h"
#include "driver/stage/staged.h"

// Its text, when it can be found while compiling (what it shows depends on no argument and no
// clock).  *found is false, without an exception, when not.
bool run_str_known(VM *vm, Value v, Value *out, bool *found);
// The same; else a located error that names what needed it.  A static string is itself.
bool run_str_static(VM *vm, Value v, const char *what, Value *out);
bool run_str_repr(VM *vm, Value v, Value *out);
// Whether it is not empty: True where that is sure, else a run-time bool.
bool run_str_condition(VM *vm, Value v, Value *out);
// The same, found out while compiling.
bool run_str_truth(VM *vm, Value v, bool *out);
// A text of the executable as a run-time int with no other meaning (runtime/cjax_rt.h), and back.
bool run_text_handle(VM *vm, Value text, Value *handle);
Value run_text_new(VM *vm, Value handle);
// A segment that is padded, or one of two, as a field.
bool run_text_flatten(VM *vm, const Segment *s, Segment *out);
// The segments as one text (print.c).
bool stage_text(VM *vm, const Segment *segments, uint32_t n, MlirValue *out);
// (inflate.c) The bytes that compressed bytes stand for, or a text that says what is wrong;
// bits as zlib's inflateInit2 has them.
bool files_inflate(VM *vm, Value *a, Value *out);
// A function of CJAX_TEXT_FUNCTIONS, or "float"; args are texts and ints. RUN_BOOL: not 0.
bool run_text_call(VM *vm, const char *function, uint32_t n, const Value *args, RunKind result,
                   Value *out);
// The same with a text as result.
bool run_text_map(VM *vm, const char *function, uint32_t n, const Value *args, Value *out);
// An iterator over the parts of text.split(sep); one item of it; how many there are.
Value run_fields_new(VM *vm, Value text, Value sep);
bool is_run_fields(Value it);
bool run_fields_item(VM *vm, Value it, Value k, Value *out);
bool run_fields_count(VM *vm, Value it, Value *out);
// An iterator over the lines of standard input (flow_lines.c).
Value run_lines_new(VM *vm);
bool run_text_compare(VM *vm, CompareOp op, Value a, Value b, Value *out);
// int(text) and float(text).
bool run_text_number(VM *vm, Value text, RunKind kind, Value *out);
extern const NativeDef run_text_methods[]; // run_text_method.c
// a[0] without the text a[1] where it begins (or ends) with that.
bool run_text_cut(VM *vm, Value *a, bool prefix, Value *out);
// The handle of the next line of standard input, at most limit characters, or of all that is left.
bool run_text_read(VM *vm, Value limit, bool whole, Value *out);
// table[i], i a run-time int: hooks.index.
bool run_table_index(VM *vm, Value sequence, Value i, Value *out);
// The same of a dict whose keys are ints in a row: hooks.key.  Empty: the key must be known.
bool run_table_key(VM *vm, Dict *d, Value key, Value *out);
void init_run_table(VM *vm);
// text * n, n a run-time int.
bool run_text_repeat(VM *vm, Value text, Value n, Value *out);
void init_run_str(VM *vm);

#endif
