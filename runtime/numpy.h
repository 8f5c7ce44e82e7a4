// numpy.h -- elements of an array as NumPy aligns them, and the layout of nested brackets.
#ifndef CJAX_RUNTIME_NUMPY_H
#define CJAX_RUNTIME_NUMPY_H

#include "runtime/options.h"
#include "runtime/value.h"

// How the real or the imaginary parts of one array are shown, from all the parts shown.
typedef struct FloatColumn {
  uint64_t max, min; // of |x| over finite nonzero x, in the encoding of the type; 0: none
  bool exponent;     // 1.5e+00
  char sign;         // of positive numbers: '+', or '-' for none; ' ' for a blank
  bool negative;     // some finite element is, -0.0 too
  bool finite, special, negative_inf; // some element is
  int left, right;   // columns before and after the point
  int precision;     // digits after the point, at most options->precision (exponent form: exactly)
  int exponent_digits;
} FloatColumn;

typedef struct Elements {
  Dtype dtype;
  const PrintOptions *options;
  char sign; // of integers, as FloatColumn's
  bool negative; // some integer is
  bool padded; // aligned in columns (a 0-d array is not)
  int width;   // integers
  FloatColumn re, im;
} Elements;

// Calls visit(context, index) for every element that is shown, in order.
void layout_visit(const ArrayView *a, const PrintOptions *o,
                  void (*visit)(void *context, int64_t index), void *context);
void elements_init(Elements *e, const ArrayView *a, const PrintOptions *o);
void elements_put(const Sink *sink, const Elements *e, const Value *v);

typedef struct Layout {
  const PrintOptions *options;
  const char *separator;
  int width;             // of a line
  int hang;              // columns before the first bracket
  int column;            // out: how long the last line is (the first line counts from its bracket)
  bool broken;           // out: there is more than one line
} Layout;
void layout_write(const Sink *sink, const ArrayView *a, Layout *layout);
int64_t layout_size(const ArrayView *a);

#endif
