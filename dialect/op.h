// op.h -- what every op of the dialect must have, and how IR is built.
//
// The op list is generated from CjaxOps.td.  One `const OpRules rules_<op>` per op, in
// dialect/ops/<family>.c, holds what is true of it; engines (dialect/transforms/) walk IR and
// consult op_info, naming no op.  An op without rules does not link.
//
// Ownership: a Build borrows everything it points to.  Null Val (val_is_none): a tangent or
// cotangent that is zero.
#ifndef CJAX_DIALECT_OP_H
#define CJAX_DIALECT_OP_H

#include <mlir-c/BuiltinAttributes.h>
#include <mlir-c/BuiltinTypes.h>
#include <mlir-c/IR.h>
#include <stdbool.h>
#include <stdint.h>

#include "dialect/support/arena.h"
#include "runtime/dtype.h"

typedef enum OpKind {
#define OP(KIND, name, family) OP_##KIND,
#include "dialect/ops.def"
#undef OP
  OP_COUNT, // also: an op of another dialect (func.call, func.return)
} OpKind;

enum { MAX_RANK = 16 };

typedef MlirValue Val;
static const Val VAL_NONE = {0};
static inline bool val_is_none(Val v) { return !v.ptr; }

// Dimension sizes, axes and the like.
typedef struct Dims {
  int n;
  int64_t d[MAX_RANK];
} Dims;

// Where ops are built.  `before` null: at the end of `block`.
typedef struct Build {
  MlirContext ctx;
  MlirModule module;
  MlirBlock block;
  MlirOperation before;
  MlirLocation loc;
  Arena *arena;       // lives as long as the pass
  int64_t batch_size; // in batch rules: size of the new axis
  MlirAttribute axis_name; // in batch rules: its name, or null
  void *engine;       // the transformation that runs, for rules of ops with regions (transforms.h)
} Build;

// An op about to be built, verified or transformed.
typedef struct OpCall {
  OpKind kind;
  MlirLocation loc;
  int nin, nout, nregions;
  const Val *in;
  const MlirType *out; // declared result types; null: the shape rule finds them
  const MlirRegion *regions;
  MlirAttribute attrs; // a dictionary
  MlirOperation op;    // the op itself when it exists
  bool quiet;          // shape rule: report nothing
} OpCall;

// Fills out[0..nout) with the result types, or reports the error at c->loc and returns false.
// Where the operands do not determine the type (iota, reshape, convert, ...) it takes c->out
// and checks it.
typedef bool ShapeFn(const OpCall *c, MlirType *out);
// The same op where in[i] has a leading batch axis if batched[i] (not all are false).  Fills
// out with results and out_batched.
typedef bool BatchFn(Build *b, const OpCall *c, const bool *batched, Val *out, bool *out_batched);
// Tangents dy of the results y; dx[i] none: zero.  Not all dx are none.
typedef bool JvpFn(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy);
// Cotangents ct_in[i] of the operands that are linear[i], given those of the results (none:
// zero).  The other operands have their values; a linear operand's value must not be used.
typedef bool TransposeFn(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *ct_in);
// The op in terms of others.  When an op has this rule, all that is missing follows from it.
typedef bool ExpandFn(Build *b, const OpCall *c, Val *out);

typedef enum OpFlags {
  OP_ZERO_TANGENT = 1, // derivative is zero whatever the tangents (comparisons, sign, ...)
  OP_NONDIFF = 2,      // no derivative rule: differentiating is an error that names the op
  OP_ELEMENTWISE = 4,  // result[i] depends on operand[i] alone
  OP_EXPENSIVE = 8,    // never recomputed by fusion (exp, log, pow, ...)
  OP_EFFECT = 16,      // part of the ordered chain of effects
  OP_REGION = 32,      // has regions
  OP_WHOLE = 64,       // takes and gives complex arrays whole also in compiled code
  OP_DEFINED = 128,    // a function of the library defines it (define.h)
} OpFlags;

typedef struct OpRules {
  ShapeFn *shape;         // always
  BatchFn *batch;         // or expand
  JvpFn *jvp;             // or expand, or OP_ZERO_TANGENT or OP_NONDIFF
  TransposeFn *transpose; // where linear in some operands
  ExpandFn *expand;
  bool (*kept)(const OpCall *c); // lowering has code for this one: it is not expanded
  unsigned flags;
} OpRules;

typedef struct OpInfo {
  const char *name;   // "cjax.add"
  const char *family; // "binary"
  const OpRules *rules;
} OpInfo;

#define OP(KIND, name, family) extern const OpRules rules_##name;
#include "dialect/ops.def"
#undef OP

extern const OpInfo op_info[OP_COUNT];

// OP_COUNT for ops of other dialects.
OpKind op_kind(MlirOperation op);
OpKind op_kind_named(const char *name);
// A cjax.name that says which variable of the program the value is in, for debuggers.
bool op_is_variable(MlirOperation op);
// "add" for OP_ADD.
const char *op_name(OpKind k);
static inline const OpRules *op_rules(OpKind k) { return op_info[k].rules; }
// All attributes of an op, as a dictionary.
MlirAttribute op_attrs(MlirOperation op);
// Views an op as a call; in, out and regions are allocated in a.
OpCall op_call(Arena *a, MlirOperation op);
// What is at hand: op_call and the building of ops say it.
void op_at(MlirLocation loc);
// Dims hold MAX_RANK: one more, in what was written or in what a rule makes of it, is an error at
// the op at hand, and the end of the process.
_Noreturn void op_too_many_dims(void);

// Reports at c->loc the TypeError `<op> <text>` unless c->quiet; false.  The text is JAX's
// where JAX has one.
bool shape_error(const OpCall *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
// The same with the whole text given, and its exception class ("ValueError").
bool shape_raise(const OpCall *c, const char *type, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

//===-- set-up ------------------------------------------------------------------===//

// A context with cjax and the upstream dialects loaded, diagnostics going to diag.h.
MlirContext cjax_context_create(void);
// The C side of the verifier, called from C++.
bool cjax_verify_op(MlirOperation op);
// Stops with one line when an op's flags contradict its rules.
void op_check_tables(void);

//===-- types and attributes ------------------------------------------------------===//

Dims type_dims(MlirType t);
int type_rank(MlirType t);
int64_t type_count(MlirType t); // number of elements
MlirType type_element(MlirType t);
MlirType type_tensor(MlirType element, Dims d);
MlirType type_with_dims(MlirType t, Dims d);
MlirType type_with_element(MlirType t, MlirType element);
Dims val_dims(Val v);
MlirType val_element(Val v);
bool element_is_float(MlirType e), element_is_small(MlirType e); // small: at most 8 bits
bool element_is_complex(MlirType e);
bool element_is_inexact(MlirType e); // float or complex
bool element_is_bool(MlirType e);    // i1
bool element_is_unsigned(MlirType e);
bool element_is_integer(MlirType e); // signed or unsigned, not i1
MlirType element_part(MlirType e);   // f32 of complex<f32>; others themselves
int element_bits(MlirType e);        // 1 for i1; 64 for complex<f32>
// A ranked tensor of static shape over an element type of the dialect.
bool type_is_array(MlirType t);
bool type_is_inexact(MlirType t);
Dtype element_dtype(MlirType e);
MlirType element_of_dtype(MlirContext ctx, Dtype d);

Dims dims_of(int n, const int64_t *d);
bool dims_equal(Dims x, Dims y);
bool dims_has(Dims x, int64_t d);
int dims_find(Dims x, int64_t d); // its position, or -1
int64_t dims_product(Dims x);
Dims dims_prepend(int64_t d, Dims x); // [d, x...]
Dims dims_insert(Dims x, int at, int64_t d);
Dims dims_append(Dims x, int64_t d);
Dims dims_without(Dims x, Dims axes); // x less the entries at the positions `axes`
Dims dims_shift(Dims x, int64_t by);  // every entry plus `by`
Dims dims_iota(int n);                // [0, 1, ..., n-1]
Dims dims_fill(int n, int64_t d);     // n times d
// "(2, 3)", "(2,)", "()" as Python writes shapes; in a ring of static buffers.
const char *dims_text(Dims x);
// "float32[2,3]" as JAX writes types.
const char *type_text(MlirType t);

MlirAttribute attr_get(MlirAttribute dict, const char *name); // null when missing
Dims attr_dims(MlirAttribute dict, const char *name);
int64_t attr_int(MlirAttribute dict, const char *name);
bool attr_flag(MlirAttribute dict, const char *name);
const char *attr_text(Arena *a, MlirAttribute dict, const char *name);
MlirAttribute attr_of_dims(MlirContext ctx, Dims d);
MlirAttribute attr_of_int(MlirContext ctx, int64_t i);
MlirAttribute attr_of_text(MlirContext ctx, const char *s);
MlirAttribute attr_unit(MlirContext ctx);
MlirAttribute attr_symbol(MlirContext ctx, const char *name); // @name
// A dictionary of n pairs: attrs_make(ctx, 2, "axes", a, "dimension", b).  Null attributes are
// left out.
MlirAttribute attrs_make(MlirContext ctx, int n, ...);
// dict with name set to value (null: removed).
MlirAttribute attrs_with(MlirContext ctx, MlirAttribute dict, const char *name,
                         MlirAttribute value);

//===-- building --------------------------------------------------------------------===//

// Builds the op; result types by its shape rule (declared: types for ops that need them, or
// null).  Null op after an error.
MlirOperation build_op(Build *b, OpKind k, int nin, const Val *in, MlirAttribute attrs, int nout,
                       const MlirType *declared);
// The same with regions, whose ownership passes to the op.
MlirOperation build_op_regions(Build *b, const OpCall *c);
// An op of any dialect by name: "func.call", "func.return".
MlirOperation build_any(Build *b, const char *name, int nin, const Val *in, int nout,
                        const MlirType *types, MlirAttribute attrs);
// The same op as c with other operands.
MlirOperation build_like(Build *b, const OpCall *c, const Val *in);
static inline Val op_result(MlirOperation op, int i) { return mlirOperationGetResult(op, i); }

// One-result helpers.  Operands of binary ops must have one type; helpers broadcast nothing.
Val op_unary(Build *b, OpKind k, Val x);
Val op_binary(Build *b, OpKind k, Val x, Val y);
#define op_add(b, x, y) op_binary(b, OP_ADD, x, y)
#define op_sub(b, x, y) op_binary(b, OP_SUB, x, y)
#define op_mul(b, x, y) op_binary(b, OP_MUL, x, y)
#define op_div(b, x, y) op_binary(b, OP_DIV, x, y)
// Whether the div is x * (1 / y), as XLA's by a broadcast number or a constant (marked
// `reciprocal`); NumPy's divisions are marked `exact`.
bool op_div_multiplies(const OpCall *c);
#define op_neg(b, x) op_unary(b, OP_NEG, x)
Val op_complex(Build *b, Val re, Val im);
Val op_select(Build *b, Val pred, Val if_true, Val if_false); // pred i1 of the same shape
Val op_convert(Build *b, Val x, MlirType element);            // x itself when the type is right
Val op_broadcast(Build *b, Val x, Dims shape, Dims dims);     // broadcast_in_dim
Val op_reshape(Build *b, Val x, Dims shape);
Val op_transpose(Build *b, Val x, Dims permutation);
Val op_reduce(Build *b, OpKind k, Val x, Dims axes);
Val op_iota(Build *b, MlirType tensor, int dim);
// x with axis `from` moved to position `to`.
Val op_move_axis(Build *b, Val x, int from, int to);
// Constants of any element type; value is converted.
Val op_splat(Build *b, MlirType tensor, double value);
Val op_splat_int(Build *b, MlirType tensor, int64_t value);
Val op_zeros(Build *b, MlirType tensor);
Val op_ones(Build *b, MlirType tensor);
Val op_splat_like(Build *b, Val x, double value);
// From row-major data in the IR's element layout (i1: one byte per element); bytes are copied.
Val op_constant(Build *b, MlirType tensor, const void *data, size_t bytes);
// The splat or dense data of a constant as one byte-addressable buffer in a (i1: one byte
// each); null if v is no constant.
const void *constant_data(Arena *a, Val v);
// The first element of a constant, whose other elements take no memory when it is a splat.
const void *constant_first(Arena *a, Val v);
// The dense attribute itself, or null; its data; a dense attribute of data (one element: a splat).
MlirAttribute constant_value(Val v);
const void *attr_data(Arena *a, MlirAttribute dense);
MlirAttribute attr_of_data(MlirType tensor, const void *data, size_t bytes);
// Whether v is a constant all of whose elements are *x (as a double; of a complex one the real
// part).
bool constant_splat(Val v, double *x);
// x + y where either may be none (a zero).
Val val_sum(Build *b, Val x, Val y);

//===-- functions and regions -----------------------------------------------------------===//

// A func.func @name with one block; visibility "private" or null for public.  Name is made
// unique in the module.
MlirOperation func_create(Build *b, const char *name, int nin, const MlirType *in, int nout,
                          const MlirType *out, const char *visibility);
// Whether the module has functions only; else reports what stands beside them.
bool module_check(MlirModule m);
// Whether a module from outside has functions of cjax ops over arrays and nothing else; else
// reports the first thing that is none of these.
bool module_check_input(MlirModule m);
// Null when there is none.
MlirOperation func_lookup(MlirModule m, MlirAttribute symbol);
MlirOperation func_named(MlirModule m, const char *name);
void func_destroy(MlirOperation func);
// The name with a number that makes it unique; func at the end of the module.
const char *symbol_unique(Build *b, const char *name);
void symbol_append(MlirModule m, MlirOperation func);
// The function made before from another for this signature, or null; func of the module asked last.
MlirOperation func_derived(MlirModule m, MlirAttribute signature);
void func_set_derived(MlirOperation func, MlirAttribute signature);
// To be called when functions went without func_destroy.
void symbols_drop(void);
MlirBlock func_body(MlirOperation func);
const char *func_name(Arena *a, MlirOperation func);
// Sets the function's result types from its return's operands.
void func_update_type(MlirOperation func);
void build_return(Build *b, int n, const Val *xs);
void build_yield(Build *b, int n, const Val *xs);

#endif
