// value.h -- one element of an array, and the texts of single values.
#ifndef CJAX_RUNTIME_VALUE_H
#define CJAX_RUNTIME_VALUE_H

#include "runtime/number.h"

typedef enum ValueKind { VALUE_BOOL, VALUE_INT, VALUE_FLOAT, VALUE_COMPLEX } ValueKind;

typedef struct Value {
  ValueKind kind;
  Dtype part;         // of `re` and `im`: F32 for C64
  bool negative;      // BOOL and INT: sign and size
  uint64_t magnitude;
  Float re, im;       // FLOAT has only re
} Value;

// Element `index` of row-major data; not of KEY.
Value value_load(const void *data, Dtype d, int64_t index);
// x as the Python float of the same value.
Float float_as_double(const Float *x);
double float_to_double(const Float *x);
Float float_from_double(double v);

// ---- NumPy's scalars (numpy.c)

// str of a 0-d array: `2.0`, `1e+06`, `(1+2j)`.
void numpy_scalar(const Sink *sink, const Value *v);

// ---- Python's values (python.c)

// Digits and parts of x as Python formats floats. type: 'r' 'e' 'f' 'g' or in capitals. alt: '#'.
// dot_zero: at least one digit after the point unless there is an exponent.
typedef struct FloatFormat {
  char type;
  int precision;
  bool alt, dot_zero;
} FloatFormat;
void python_float_parts(Number *n, const Float *x, FloatFormat f);
// repr of the Python bool, int, float or complex.
void python_value(const Sink *sink, const Value *v);
// format(v, spec) and "%spec" % v: null, or the error, as format_array gives it.
const char *python_format(const Sink *sink, const Value *v, const char *spec);
const char *python_percent(const Sink *sink, const Value *v, const char *spec);

// The str format mini-language, [spec, spec + n): width and precision of a text not yet written.
typedef struct TextSpec {
  Padding padding;
  int64_t precision; // -1: none
} TextSpec;
const char *python_text_spec(TextSpec *out, const char *spec, size_t n);

// Joins up to five pieces (null ends the list) into the message buffer of format_array.
const char *format_error(const char *const pieces[5]);

#endif
