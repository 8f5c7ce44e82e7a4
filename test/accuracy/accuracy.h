// accuracy.h -- the errors of compiled functions in units of the last place (ULP).
//
// The unit is that of the exact result's binade.  Denormal numbers count as zero, as arguments and
// as results: of an exact result that is denormal, zero and the smallest normal number are right,
// and zero where the result is normal is off by its distance to the largest denormal.
#ifndef CJAX_TEST_ACCURACY_H
#define CJAX_TEST_ACCURACY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BLOCK = 8192, MAX_ARITY = 3 };

typedef enum Type { F16, BF16, F32, F64, TYPE_COUNT } Type;

typedef struct Format {
  const char *name;
  int size;     // bytes
  int digits;   // of the significand, with the leading one
  int least;    // exponent of the smallest normal number
  int huge;     // 2^huge is the first power of two beyond the finite numbers
  bool flushes; // denormals count as zero
} Format;
extern const Format formats[TYPE_COUNT];

double type_decode(Type t, const void *p, int i);
void type_encode(Type t, void *p, int i, double x);

// r[i] = f(x[0][i], x[1][i], ...), good to some units of double's last place.
typedef void FastFn(const double *const *x, double *r, int n);
// The function's value, in 64 bits.
typedef long double ExactFn(const double *x);

typedef struct Function {
  const char *name;
  int arity;
  FastFn *fast; // NULL: exact is used
  ExactFn *exact;
  double span; // unary: where it is neither constant nor nearly linear, |x| < span, for samples; of
               // two arguments: whether nan, infinities and zeros of either are measured
} Function;
const Function *function_find(const char *name);
FastFn *fast_find(const char *name);

// Arguments start, start + 1, ... of a plan, which all numbers from 0 to count determine.
typedef struct Plan {
  const Function *f;
  Type type;
  uint64_t stride; // of unary functions up to 32 bits: each stride-th argument; 0: samples
} Plan;
void plan_fill(const Plan *p, uint64_t start, int n, void *const *x);

#endif
