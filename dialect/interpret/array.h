// array.h -- what the ops of the interpreter work on.
#ifndef CJAX_DIALECT_INTERPRET_ARRAY_H
#define CJAX_DIALECT_INTERPRET_ARRAY_H

#include "dialect/clone.h"
#include "dialect/op.h"
#include "dialect/scalar.h"

// Row-major and immutable once its op has run.
typedef struct Array {
  Dtype dtype;
  Dims dims;
  int64_t n; // number of elements
  unsigned char *data;
  bool unknown; // read from a clock, or computed from that: only the executable has it
} Array;

// The values of one block in execution; those of blocks around it through `outer`.
typedef struct Frame Frame;
struct Frame {
  Frame *outer;
  ValMap *values; // Val -> Array *, as the Val's pointer
  Arena arena;    // dies with the frame
};

typedef struct Interp {
  MlirModule module;
  Frame *frame;
  Arena arena;      // lives as long as the run
  ValMap *calls;    // op -> OpCall *, as above
  ValMap *wrappers; // transformation op -> the function that does what it does
  bool pure;        // effects are refused
  MlirOperation culprit;
  MlirOperation clock; // the last one that gave something unknown
} Interp;

// One op: x are its operands; y its results, allocated and zeroed, to be filled.
typedef bool InterpFn(Interp *in, const OpCall *c, const Array *const *x, Array *const *y);

#define OP(KIND, name, family) InterpFn interp_##name;
#include "dialect/ops.def"
#undef OP

// A zeroed array.
Array *array_create(Arena *a, Dtype d, Dims dims);
Array *array_of_type(Arena *a, MlirType t);
Array *array_copy(Arena *a, const Array *x);
static inline Scalar array_get(const Array *x, int64_t i) {
  return scalar_load(x->dtype, x->data + i * dtype_size(x->dtype));
}
static inline void array_put(const Array *x, int64_t i, Scalar s) {
  scalar_store(x->dtype, x->data + i * dtype_size(x->dtype), s);
}
// Row-major strides, in elements.
Dims array_strides(Dims dims);
// The next index vector of `dims` in row-major order; false after the last one.
bool index_next(Dims dims, Dims *index);
int64_t index_offset(Dims index, Dims strides);
// y[i...] = x[offset + i . strides], for every index of y.
void array_read(const Array *y, const Array *x, int64_t offset, Dims strides);
// y[offset + i . strides] = x[i...], for every index of x.
void array_write(const Array *y, const Array *x, int64_t offset, Dims strides);

// x op y for add, sub, mul, max, min, and, or, xor, in dtype d.
Scalar scalar_apply(OpKind k, Dtype d, Scalar x, Scalar y);
// z combined with one more element of a reduction; sums and products of floats are not rounded.
Scalar interp_accumulate(OpKind k, Dtype d, Scalar z, Scalar x);

// complex.c: the elementwise op c->kind on complex numbers.
bool complex_unary(const OpCall *c, const Array *x, const Array *y);
Scalar complex_apply(OpKind k, Scalar x, Scalar y);

// Runs a block on arguments; its results (n of them) are copied into the current frame.
bool interp_block(Interp *in, MlirBlock block, int nargs, Array *const *args, int n, Array **out);
// Runs a function; its results are copied into y.
bool interp_function(Interp *in, MlirOperation func, int nargs, const Array *const *args, int n,
                     Array *const *y);
// An error at the op; false.
bool interp_error(const OpCall *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
