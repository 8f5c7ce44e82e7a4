// scalar.h -- one element of an array, in the compiler's hands: constants and the interpreter.
#ifndef CJAX_DIALECT_SCALAR_H
#define CJAX_DIALECT_SCALAR_H

#include "runtime/dtype.h"

#include <stdbool.h>
#include <stdint.h>

// Which member counts follows from the dtype: integers and bools `i` (an unsigned 64-bit value as
// its bits), floats `f`, complex numbers f + im*1j.
typedef struct Scalar {
  int64_t i;
  double f, im;
} Scalar;

static inline bool dtype_is_float(Dtype d) {
  return (d >= DTYPE_F16 && d <= DTYPE_F64) || dtype_is_small(d);
}
static inline bool dtype_is_complex(Dtype d) { return d == DTYPE_C64 || d == DTYPE_C128; }
static inline bool dtype_is_unsigned(Dtype d) { return d >= DTYPE_U8 && d <= DTYPE_U64; }
// Signed, unsigned or bool.
static inline bool dtype_is_integral(Dtype d) { return d <= DTYPE_U64; }
// Reductions of at most so many elements take one after the other, as XLA's do on a CPU.
enum { SEQUENTIAL_TERMS = 32 };

static inline int dtype_bits(Dtype d) {
  return d == DTYPE_BOOL ? 1 : d == DTYPE_F4E2M1FN ? 4 : 8 * dtype_size(d);
}

// From memory (bools: one byte), and to it: integers wrap, floats round to nearest even.
Scalar scalar_load(Dtype d, const void *p);
void scalar_store(Dtype d, void *p, Scalar x);
// x as a value of dtype d: integers wrapped, floats rounded.
Scalar scalar_round(Dtype d, Scalar x);
// As JAX's convert_element_type: float to int truncates and saturates (nan: 0), to bool is x != 0.
Scalar scalar_convert(Dtype from, Dtype to, Scalar x);
Scalar scalar_of_int(Dtype d, int64_t x);
Scalar scalar_of_float(Dtype d, double x);
double scalar_to_float(Dtype d, Scalar x);
// Denormal values of f32, f64 and bf16 become zeros of the same sign, as JAX's arithmetic reads and
// writes them.
Scalar scalar_flush(Dtype d, Scalar x);

#endif
