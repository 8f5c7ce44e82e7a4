// staged.h -- values whose contents the executable finds out: arrays, run-time scalars, strings
// with run-time parts.
//
// They are objects like any other: lists, dicts and instances hold them.  Their classes' methods
// are native tables of the array modules; operators go through vm->hooks (vm.h).
#ifndef CJAX_STAGE_STAGED_H
#define CJAX_STAGE_STAGED_H

#include "driver/stage/value.h"
#include "runtime/dtype.h"

#include <mlir-c/IR.h>

// The function or region being staged that a value belongs to; null is the main program (trace.h).
typedef struct Trace Trace;

// A stacked array whose rows are values of their own (rows.c).
typedef struct Rows Rows;

typedef struct Array {
  Obj head;
  MlirValue value; // of a ranked tensor; a key array has a trailing dimension of 2 that `shape`
                   // leaves out
  Dtype dtype;
  bool weak;  // weakly typed
  bool deleted; // jit has it for its results (donate_argnums)
  bool mask;  // promotion made it of an array of bools
  bool numpy; // a numpy.ndarray: 64 bits, mutation rebinds `value` (logged by log_array)
  uint32_t rank;
  const int64_t *shape; // in the heap or the process's arena; never changed
  SrcRange at;          // where it came from
  Trace *owner;
  Value known; // its contents as a Python scalar or nested list once they were needed (section 7),
               // or empty
  const Rows *rows; // it is row `row` of these, or null; `value` is null before its first use
  int64_t row;
  // NumPy arrays (array_view.c).
  bool cell;     // of rank 0 and an array all the same, not a scalar: it can be assigned to
  bool readonly; // assigning to it is an error
  uint8_t how;   // ViewKind: how the view follows from its base
  Value view;    // the base, or empty
  Value key;     // VIEW_INDEX: the index; VIEW_TRANSPOSE: the axes
  MlirValue seen; // the base's value that `value` was made from
} Array;

typedef enum RunKind { RUN_BOOL, RUN_INT, RUN_FLOAT } RunKind;

// A Python bool, int or float of the executable: an SSA value of type tensor<i1>, tensor<i64>,
// tensor<f64>.
typedef struct RunScalar {
  Obj head;
  MlirValue value;
  RunKind run;
  SrcRange at;
  Trace *owner;
  // An int may be known as scale * base + offset, and to lie in lo..hi (both included).
  bool affine, ranged;
  MlirValue base;
  int64_t scale, offset, lo, hi;
  Value known; // a constant once it was needed, or empty
  const Rows *rows; // as in Array
  int64_t row;
} RunScalar;

typedef enum SegmentKind {
  SEGMENT_TEXT,   // text
  SEGMENT_FIELD,  // value formatted in style (runtime/format.h)
  SEGMENT_CHOICE, // table[value]: value is a run-time int, table a tuple of strings
  SEGMENT_EITHER, // table[value]: value is a run-time bool, table two texts, with run-time parts
  SEGMENT_PAD     // the segments `inner`, padded: style is a format spec for a string
} SegmentKind;

typedef struct Segment {
  SegmentKind kind;
  Str *text;
  Value value;
  Str *style;
  Tuple *table;
  struct RunStr *inner;
} Segment;

// Neighbouring texts are merged; there is always at least one segment that is no text.
typedef struct RunStr {
  Obj head;
  uint32_t n;
  Segment segment[];
} RunStr;

// `value` or None (optional.c).
typedef struct RunOptional {
  Obj head;
  Value present; // a run-time bool
  Value value;   // holds zeros where it is None
} RunOptional;

#define AS_ARRAY(v) ((Array *)(v).o)
#define AS_RUN_SCALAR(v) ((RunScalar *)(v).o)
#define AS_RUN_STR(v) ((RunStr *)(v).o)

// The SSA value of an Array or RunScalar in its own trace.
MlirValue staged_value(Value v);

Value optional_new(VM *vm, Value present, Value value);
// The value, behind a check that it is not None; v itself when it is no RunOptional.
bool optional_take(VM *vm, Value v, Value *out);
bool optional_is_none(VM *vm, Value v, bool negated, Value *out);
// a == b, where one of them is an optional value; != when negated.
bool optional_compare(VM *vm, bool negated, Value a, Value b, Value *out);
void optional_init(VM *vm);

// Builds a string from parts: texts are joined; without run-time parts the result is a Str.
typedef struct StrBuilder {
  VM *vm;
  char *text; // the text not yet made into a segment
  size_t n, room;
  Segment *segment;
  uint32_t nsegment, segment_room;
} StrBuilder;

void strb_init(StrBuilder *b, VM *vm);
void strb_add(StrBuilder *b, const char *text, size_t n);
void strb_puts(StrBuilder *b, const char *text);
void strb_printf(StrBuilder *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
// A Str or a RunStr.
void strb_add_value(StrBuilder *b, Value s);
void strb_add_segment(StrBuilder *b, Segment s);
// The string, and releases the builder.
Value strb_finish(StrBuilder *b);
void strb_release(StrBuilder *b);

// A RunStr of one field.
Value run_str_field(VM *vm, Value staged, const char *style);

// Emits a cjax.print of a Str or RunStr; stream: 1 stdout, 2 stderr.
bool stage_print(VM *vm, int stream, Value text);
// Emits a cjax.check: unless ok (i1), the text goes to stderr and the program ends with status 1.
bool stage_check(VM *vm, MlirValue ok, Value text);
// The same in the function being staged, as an op of it (jax.debug.print).
bool stage_print_here(VM *vm, int stream, Value text);
// Emits a cjax.flush.
bool stage_flush(VM *vm);

#endif
