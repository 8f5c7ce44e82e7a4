// python.c -- Python's own text of bools, integers, floats and complex numbers.
#include "runtime/value.h"

// Whether the digits are shown with an exponent, and how many follow the point.
typedef struct FloatShape {
  bool exponent;
  int fraction;
} FloatShape;

static FloatShape general_shape(const Decimal *d, FloatFormat f) {
  int precision = f.precision ? f.precision : 1;
  bool exponent = d->point <= -4 || d->point > precision - f.dot_zero;
  int shown = f.alt ? precision : d->count, point = exponent ? 1 : d->point;
  return (FloatShape){exponent, shown > point ? shown - point : 0};
}

static FloatShape float_shape(Decimal *d, const Float *x, FloatFormat f) {
  switch (f.type | 0x20) {
  case 'e':
    decimal_exact(x, (Cutoff){CUTOFF_SIGNIFICANT, f.precision + 1}, d);
    return (FloatShape){true, f.precision};
  case 'f':
    decimal_exact(x, (Cutoff){CUTOFF_FRACTION, f.precision}, d);
    return (FloatShape){false, f.precision};
  case 'g':
    decimal_exact(x, (Cutoff){CUTOFF_SIGNIFICANT, f.precision ? f.precision : 1}, d);
    return general_shape(d, f);
  default:
    decimal_shortest(x, (Cutoff){CUTOFF_NONE, 0}, d);
    bool exponent = d->point <= -4 || d->point > 16;
    int point = exponent ? 1 : d->point;
    return (FloatShape){exponent, d->count > point ? d->count - point : 0};
  }
}

void python_float_parts(Number *n, const Float *x, FloatFormat f) {
  bool upper = f.type < 'a';
  if (number_special(n, x)) {
    if (upper) n->word = x->kind == FLOAT_NAN ? "NAN" : "INF";
    return;
  }
  n->sign = x->negative ? '-' : 0;
  FloatShape shape = float_shape(&n->digits, x, f);
  if (shape.exponent) {
    number_scientific(n, shape.fraction, upper ? 'E' : 'e', 2);
  } else {
    if (f.dot_zero && !shape.fraction) shape.fraction = 1;
    number_positional(n, shape.fraction);
  }
  n->point = f.alt;
}

static void python_complex(const Sink *sink, const Value *v) {
  const FloatFormat repr = {.type = 'r'};
  Float re = float_as_double(&v->re), im = float_as_double(&v->im);
  bool real = re.kind != FLOAT_FINITE || re.mantissa || re.negative;
  Number n;
  if (real) {
    sink_char(sink, '(');
    python_float_parts(&n, &re, repr);
    number_put(sink, &n);
  }
  python_float_parts(&n, &im, repr);
  if (real && !n.sign) n.sign = '+';
  number_put(sink, &n);
  sink_text(sink, real ? "j)" : "j");
}

void python_value(const Sink *sink, const Value *v) {
  Number n;
  if (v->kind == VALUE_BOOL) {
    sink_text(sink, v->magnitude ? "True" : "False");
  } else if (v->kind == VALUE_COMPLEX) {
    python_complex(sink, v);
  } else {
    if (v->kind == VALUE_INT) {
      number_from_int(&n, v->negative, v->magnitude, 10, false);
    } else {
      Float x = float_as_double(&v->re);
      python_float_parts(&n, &x, (FloatFormat){.type = 'r', .dot_zero = true});
    }
    number_put(sink, &n);
  }
}
