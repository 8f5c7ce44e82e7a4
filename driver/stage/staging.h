// staging.h -- state and helpers shared by the array modules (trace, dtype, array, index, lax).
#ifndef CJAX_STAGE_STAGING_H
#define CJAX_STAGE_STAGING_H

#include "dialect/clone.h"
#include "dialect/interpret/interpret.h"
#include "dialect/support/strbuf.h"
#include "driver/stage/heap.h"
#include "driver/stage/native.h"
#include "driver/stage/trace.h"
#include "runtime/format.h"

// What divides.  JITTED: a function that JAX has jitted, with the divisor a constant; EXACT: one
// with a divisor that is computed, or the definition of an op.
typedef enum Division { DIVISION_PLAIN, DIVISION_JITTED, DIVISION_EXACT } Division;

typedef struct Staging {
  MlirModule module;
  MlirOperation main;
  InterpCache found; // contents of values of @main found while compiling
  ValMap *decisive; // values of @main that decided something while compiling, and what they need
  Build main_build;
  bool x64;  // jax_enable_x64
  bool strict; // jax_numpy_dtype_promotion is "strict"
  bool shown; // make_jaxpr is at work: conversions from weak types are ops too
  Division division;
  bool host; // numpy's functions are running: 64 bits, NumPy's promotion, results are its arrays
  Trace **host_trace; // where that began, or null: not known
  bool opened;
  bool explain_loops;
  Value watch;   // a function that is shown each op, or None (watch.c)
  bool in_watch; // it is running
  bool no_rolling; // loops of known length are unrolled
  int64_t max_steps; // states that reverse mode keeps of a while_loop; 0: its own choice
  uint64_t nops; // emitted so far
  Dict *print_options; // of the module _cjax.host
  MlirOperation culprit; // why the last value could not be computed while compiling, or null
  List *keep; // values that structures outside the heap point to
  Class *array_impl, *jit_tracer, *grad_tracer, *vmap_tracer;
  bool in_callback; // one that is run at once, within a derivative or not
  Class *dtype_class, *scalar_type_class, *at_class, *at_item_class, *shape_struct_class;
  Class *finfo_class, *iinfo_class, *ds_class;
  Value dtype[DTYPE_COUNT];       // the dtype objects
  Value scalar_type[DTYPE_COUNT]; // jnp.float32, ...
  Value np_scalar_type[DTYPE_COUNT];
  // The last place stage_locate saw and its location.
  SrcRange at;
  const void *at_code;
  MlirLocation loc;
} Staging;

Staging *staging(VM *vm);

// ---- dtype_info.c: what is true of element types
static inline bool dtype_is_bool(Dtype d) { return d == DTYPE_BOOL; }
bool dtype_is_int(Dtype d);                   // signed or unsigned, not bool
bool dtype_is_signed(Dtype d);                // int8..int64
bool dtype_is_inexact(Dtype d);               // float or complex
// "f32", "bf16", "f8_e4m3fn", as JAX writes types.
const char *dtype_short_name(Arena *a, Dtype d);
char dtype_kind(Dtype d);                     // NumPy's letter: b i u f c, V for bfloat16 and keys
Dtype dtype_canonical(const VM *vm, Dtype d); // 32 bits unless x64
Dtype dtype_default_int(const VM *vm);
Dtype dtype_default_float(const VM *vm);
Dtype dtype_default_complex(const VM *vm);
Dtype dtype_real_of(Dtype d); // float32 of complex64
// "floating", "integer", "bool", ...: the abstract class JAX's messages name.
typedef struct DtypeWeak {
  Dtype dtype;
  bool weak;
} DtypeWeak;
// The join of n > 0 dtypes by JAX's lattice, canonicalised; TypePromotionError when there is none.
bool dtype_promote(VM *vm, uint32_t n, const DtypeWeak *xs, DtypeWeak *out);
// NumPy's (NEP 50), 64-bit.
Dtype dtype_promote_numpy(uint32_t n, const DtypeWeak *xs);

// ---- dtype_object.c: dtypes as Python sees them
Value dtype_value(VM *vm, Dtype d);
// A dtype object, scalar type, Python type or name.  *python: float, int, bool or complex itself,
// which canonicalise without a warning.
bool dtype_parse(VM *vm, Value v, Dtype *out, bool *python);
// dtype_parse, then canonicalised with JAX's warning when an explicit 64-bit type is truncated.
bool dtype_argument(VM *vm, Value v, const char *function, Dtype *out);
bool dtype_init(VM *vm);
// The names of dtypes, kinds and issubdtype in a module: jax.numpy's, or NumPy's.
void dtype_add_names(VM *vm, Module *m, bool numpy);
bool dtype_info_classes(VM *vm, Module *m); // finfo and iinfo

// ---- array_new.c: values to arrays
Value array_new(VM *vm, MlirValue v, Dtype d, bool weak);     // shape from the type
Value array_new_like(VM *vm, MlirValue v, const Array *like); // its dtype, weak and numpy marks
static inline bool is_array(Value v) { return v_is(v, O_ARRAY); }
static inline bool is_run_scalar(Value v) { return v_is(v, O_RUN_SCALAR); }
// Arrays, Python and run-time numbers: what check_arraylike lets through.
bool is_arraylike(VM *vm, Value v);
// Shape of an arraylike; false, without an exception, for others.
bool value_dtype(VM *vm, Value v, DtypeWeak *out);
// An array of an arraylike: Python numbers become weak 0-d arrays of their default dtype.
bool array_of(VM *vm, Value v, Array **out);
// Of the given dtype; a Python number that does not fit wraps (fits int32) or raises OverflowError.
bool array_of_dtype(VM *vm, Value v, Dtype d, bool weak, Array **out);
// x converted (convert_element_type when dtype or weak mark differ).
bool array_convert(VM *vm, Array *x, Dtype d, bool weak, Array **out);
// x as an array of the mode (jax or host), its dtype canonicalised.
bool array_adapt(VM *vm, Array *x, Array **out);
bool array_broadcast(VM *vm, Array *x, Dims shape, bool implicit, Array **out);
static inline Dims array_dims(const Array *x) { return dims_of((int)x->rank, x->shape); }
static inline int64_t array_size(const Array *x) { return dims_product(array_dims(x)); }
// "float32[3]".
const char *array_text(VM *vm, const Array *x);
// TypeError unless Python can make a number of it.
bool array_check_scalar(VM *vm, const Array *x);
// A constant of the current trace; data row-major.
Value array_constant(VM *vm, Dtype d, bool weak, Dims shape, const void *data, size_t bytes);
Value array_scalar(VM *vm, Dtype d, bool weak, double value);
Value array_scalar_int(VM *vm, Dtype d, bool weak, int64_t value);
// jnp.array: nested lists and tuples of arraylikes.  d: DTYPE_COUNT for none.
bool array_from_nested(VM *vm, Value v, Dtype d, Array **out);
MlirType array_type(VM *vm, Dtype d, Dims shape); // tensor, keys with their trailing 2

// ---- array_emit.c: ops on arrays, which are of the mode (array_adapt)
typedef struct ArrayOp {
  OpKind kind;
  MlirAttribute attrs; // or null
  Dtype dtype;         // of the result
  Dims shape;
} ArrayOp;
bool array_emit(VM *vm, const ArrayOp *o, uint32_t n, Array *const *xs, Value *out);
bool array_emit1(VM *vm, const ArrayOp *o, Array *x, Value *out);
bool emit_unary(VM *vm, OpKind k, Array *x, Value *out);
bool emit_binary(VM *vm, OpKind k, const char *name, Array *x, Array *y, Value *out); // broadcasts
bool emit_reshape(VM *vm, Array *x, Dims shape, Value *out);
bool emit_compare(VM *vm, OpKind k, const char *name, Array *x, Array *y, Value *out);
bool array_emit_select(VM *vm, Array *pred, Array *if_true, Array *if_false, Value *out);
// The broadcast shape of n arrays, JAX's errors naming `name`.
bool broadcast_shapes(VM *vm, const char *name, uint32_t n, Array *const *xs, Dims *out);
// jnp-style promotion: dtypes joined, converted; not broadcast.
bool promote(VM *vm, const char *name, uint32_t n, const Value *xs, bool inexact, Array **out);
// The TypeError for v, the argument of the library's function `name` at a position, as no array.
bool raise_not_array(VM *vm, const char *name, Value v, uint32_t position);
MlirAttribute attr_str(VM *vm, const char *s);

// ---- host_module.c: host mode
typedef struct HostMode {
  bool host;
  Trace *trace, **outer;
} HostMode;
// Turns host mode on or off; m keeps what was.
void numpy_mode_enter(VM *vm, bool on, HostMode *m);
void numpy_mode_leave(VM *vm, const HostMode *m);

// ---- array_view.c: NumPy's arrays that share their contents
typedef enum ViewKind { VIEW_INDEX, VIEW_RESHAPE, VIEW_TRANSPOSE } ViewKind;
// v, which was made from base, is a view of it from now on (when both are NumPy arrays).
void array_view_of(Value base, Value v, ViewKind how, Value key);
bool array_is_contiguous(VM *vm, const Array *x);
// The same for a reshape, which copies what does not stand in row-major order.
void array_reshaped(VM *vm, Value base, Value v);
// x, or what x is now when its base was written to.
bool array_current(VM *vm, Array *x, Array **out);
// A new array with the contents that x has now.
bool array_snapshot(VM *vm, Value x, Value *out);
// x's contents become v's (same shape and dtype), and those of what x is a view of.
bool ndarray_write(VM *vm, Array *x, Array *v);
// Only ints, slices, None and Ellipsis: x[key] is a view in NumPy.
bool index_is_basic(VM *vm, Value key);
// x[key], as the program sees it.
bool array_part(VM *vm, Array *x, Value key, Value *out);
bool array_setitem(VM *vm, Array *x, Value key, Value v);
bool array_inplace(VM *vm, Array *x, BinaryOp op, Value y, Value *out);

// ---- arguments
// A Python int, or a concrete integer array or run-time int found by running the program.
bool static_int(VM *vm, Value v, const char *what, int64_t *out);
bool parse_axis(VM *vm, Value v, uint32_t rank, int64_t *out);
// An int, or a sequence of ints; None: all of them.
bool parse_axes(VM *vm, Value v, uint32_t rank, Dims *out);
bool parse_dims(VM *vm, Value v, const char *what, Dims *out); // sequence of ints
bool parse_shape(VM *vm, Value v, Dims *out);                  // or one int
Value dims_value(VM *vm, Dims d);                              // a tuple
const char *list_text(VM *vm, Dims d);                         // "[1, 2]"

// ---- rows.c: rows of a stacked array, ops only where they are used
struct Rows {
  MlirValue all;
  Value whole;   // as an array
  MlirType type; // of a row
  int64_t n;     // so many
  Build build;   // as it was
  Value first;   // row 0, which the others are copies of
};
// `all`, of the current trace, has items of this kind along its first axis.
const Rows *rows_open(VM *vm, MlirValue all, const Aval *item);
Value rows_at(VM *vm, const Rows *r, int64_t k);
// The rows that v, an Array or RunScalar, is row *k of; or null.
const Rows *rows_of(Value v, int64_t *k);

// ---- listed.c: lists of arrays or numbers of one type, indexed by a run-time int
// A number's type as a run-time number, an array's own; false for other values.
bool item_aval(VM *vm, Value v, Aval *out);
// The items stacked; out is empty when they are not of one type.
bool items_stack(VM *vm, uint32_t n, const Value *items, Aval *item, Value *out);
// items[i], behind a check; out is empty when they are not of one type.
bool items_at(VM *vm, uint32_t n, const Value *items, Value i, const char *what, Value *out);
// l[i] = v; not done: v or the items are not of one type.
bool items_put(VM *vm, List *l, Value i, Value v, bool *done);
// (run_text.c) The index counted from the start; the executable ends with IndexError where it is
// outside.
bool run_index_check(VM *vm, Value i, int64_t n, const char *what, Value *out);

// ---- static_value.c: contents found while compiling
// The contents of an array or run-time scalar as bytes, row-major, in the VM's arena.  *found is
// false when they depend on an argument of a jitted function (or on the clock, ...): no exception.
bool static_data(VM *vm, Value v, const void **data, bool *found);
// The same where there is no way without them: arguments of the command line have their defaults.
bool static_data_needed(VM *vm, Value v, const void **data, bool *found);
// *known: outside of pieces that may be undone the numbers in v can be found, so that decisions on
// them need not wait for the executable (contains.c).
bool numbers_settled(VM *vm, Value v, bool *known);
// The value that could not be found depends on whether an argument was given: from now on it was
// not (held.c).
bool hold_default(VM *vm);
// As a Python scalar (rank 0) or nested list.  Raises JAX's ConcretizationTypeError, with `context`
// as its second line, for tracers.
bool static_value(VM *vm, Value v, const char *context, Value *out);
Value data_value(VM *vm, Dtype d, Dims shape, const void *data);
bool raise_concretization(VM *vm, Value v, const char *context);
const char *tracer_where(VM *vm, const Array *x);

// ---- run_scalar.c
Value run_scalar_new(VM *vm, RunKind kind, MlirValue v);
bool run_scalar_binary(VM *vm, BinaryOp op, Value l, Value r, Value *out);
bool run_scalar_compare(VM *vm, CompareOp op, Value l, Value r, Value *out);
// min(a, b) where the ranges of two ints tell; also with an exception (see rolling_limit).
bool run_int_least(VM *vm, Value a, Value b, Value *out);
bool run_scalar_unary(VM *vm, UnaryOp op, Value v, Value *out);
// The program ends with `Type: message` unless ok, a run-time bool.
bool run_scalar_check(VM *vm, Value ok, const char *message);
bool run_scalar_init(VM *vm);
// ---- run_scalar_math.c: for the math, time and builtins modules
// An op of floats (OP_EXP, OP_POW, ...; OP_IS_FINITE) on static or run-time numbers and 0-d arrays;
// RUN_INT truncates the result.
bool run_scalar_apply(VM *vm, OpKind k, uint32_t n, const Value *xs, RunKind result, Value *out);
// To n decimal digits, |n| <= 22 (run_scalar_round.c).
bool run_scalar_round(VM *vm, Value x, int64_t n, Value *out);
// yes if pred (a run-time bool) else no, of numbers.
bool run_scalar_where(VM *vm, Value pred, Value yes, Value no, Value *out);
// kind: as cjax.clock.
bool run_clock(VM *vm, int kind, bool nanoseconds, Value *out);
// A concrete array's (size 1) content as a run-time Python number; float(x), x.item().
bool array_to_scalar(VM *vm, Array *x, RunKind kind, Value *out);

// ---- array_class.c, array_text.c, array_at.c, index*.c
bool array_class_init(VM *vm);
// array_dunder.c
void array_add_operators(VM *vm, Class *c);
void array_add_methods(VM *vm, Class *c);
void array_add_exchange(VM *vm, Class *c);
bool array_get_addressable_shards(VM *vm, Value self, Value *out);
bool array_get_global_shards(VM *vm, Value self, Value *out);
bool array_get_committed(VM *vm, Value self, Value *out);
bool array_get_is_fully_addressable(VM *vm, Value self, Value *out);
bool array_get_is_fully_replicated(VM *vm, Value self, Value *out);
bool array_binary(VM *vm, BinaryOp op, Value l, Value r, Value *out);
// run_complex.c: a run-time number and a complex one; complex(x) of a run-time number, and of a
// rank-0 array, which is static if it can be found.
bool run_complex_binary(VM *vm, BinaryOp op, Value l, Value r, Value *out);
bool run_complex_of_scalar(VM *vm, Value *bound, Value *out);
bool run_complex_of_array(VM *vm, Value v, Value *out);
bool array_compare(VM *vm, CompareOp op, Value l, Value r, Value *out);
bool array_unary(VM *vm, UnaryOp op, Value v, Value *out);
bool array_truth(VM *vm, Value v, bool *out);
bool array_scalar_type(VM *vm, Value v, Value *type, Class **base); // see StageHooks
bool array_getitem(VM *vm, Array *x, Value key, Value *out);
bool array_row(VM *vm, Array *x, Value i, Value *out); // x[i] of Python's numbers: 64 bits stay
Value rows_iterator(VM *vm, Array *x); // flow_source.c
// The array whose rows the items are, all or some in order; empty when they are not (restack.c).
bool array_restack(VM *vm, uint32_t n, const Value *items, Value *out);
// How many of n > 0 items from the first on are neighbouring rows of one array; 1: out is not set.
bool array_rows_at(VM *vm, uint32_t n, const Value *items, uint32_t *count, Value *out);
bool loop_check_growth(VM *vm);        // flow_emit.c: false when an unrolled loop is too long
bool array_str(VM *vm, Value *bound, Value *out);
bool array_repr(VM *vm, Value *bound, Value *out);
bool array_format(VM *vm, Value *bound, Value *out);
bool array_styled(VM *vm, Value *bound, Value *out); // the text of an array in a style
// Calls jax.numpy's (or numpy's, for NumPy arrays) function `name`.
bool call_library(VM *vm, const Array *x, const char *name, const Value *args, uint32_t n,
                  Value *out);
bool at_init(VM *vm);
bool at_new(VM *vm, Array *x, Value *out);
bool tracer_error(VM *vm, const char *class_name, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
