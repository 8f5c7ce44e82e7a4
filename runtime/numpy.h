// numpy.h -- elements of an array as NumPy aligns them, and the layout of nested brackets.
#ifndef CJAX_RUNTIME_NUMPY_H
#define CJAX_RUNTIME_NUMPY_H

#include "runtime/value.h"

// How the real or the imaginary parts of one array are shown, from all the parts shown.
typedef struct FloatColumn {
  uint64_t max, min; // of |x| over finite nonzero x, in the encoding of the type; 0: none
  bool exponent;     // 1.5e+00
  bool plus;         // positive numbers have a sign
  bool finite, special, negative_inf; // some element is
  int left, right;   // columns before and after the point
  int precision;     // digits after the point, at most 8 (exponent form: exactly)
  int exponent_digits;
} FloatColumn;

typedef struct Elements {
  Dtype dtype;
  bool padded; // aligned in columns (a 0-d array is not)
  int width;   // integers
  FloatColumn re, im;
} Elements;

// Calls visit(context, index) for every element that is shown, in order.
void layout_visit(const ArrayView *a, void (*visit)(void *context, int64_t index), void *context);
void elements_init(Elements *e, const ArrayView *a);
void elements_put(const Sink *sink, const Elements *e, const Value *v);

typedef struct Layout {
  const char *separator; // " " or ", "
  int width;             // of a line
  int hang;              // columns before the first bracket
  int column;            // out: how long the last line is (the first line counts from its bracket)
  bool broken;           // out: there is more than one line
} Layout;
void layout_write(const Sink *sink, const ArrayView *a, Layout *layout);
int64_t layout_size(const ArrayView *a);

#endif
