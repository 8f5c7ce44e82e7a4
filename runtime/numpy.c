// numpy.c -- floats, integers and complex numbers as NumPy prints them, alone and in columns.
//
// A column of floats is fixed or in exponent form, for all its elements alike; the choice looks at
// the largest and the smallest number shown. Comparisons are on encodings, exact, so that they do
// not depend on the floating-point environment.
#include "runtime/numpy.h"

// ---- One scalar.

// x's text alone. dot_zero: `2.0` rather than `2`.
static void scalar_parts(Number *n, const Float *x, Dtype d, bool dot_zero) {
  if (number_special(n, x)) return;
  double limit = d == DTYPE_F16 ? 1e3 : d == DTYPE_F32 ? 1e6 : 1e16;
  Float size = *x;
  size.negative = false;
  uint64_t bits = float_double_bits(&size), low, high;
  __builtin_memcpy(&high, &limit, 8);
  __builtin_memcpy(&low, &(double){1e-4}, 8);
  n->sign = x->negative ? '-' : 0;
  decimal_shortest(x, (Cutoff){CUTOFF_NONE, 0}, &n->digits);
  int after = n->digits.count - n->digits.point;
  if (!bits || (bits >= low && bits < high))
    number_positional(n, after > 0 ? after : dot_zero);
  else
    number_scientific(n, n->digits.count - 1, 'e', 2);
}

// bfloat16 and smaller floats: as C's %g.
static bool is_general(Dtype d) { return d == DTYPE_BF16 || dtype_is_small(d); }

static void general_parts(Number *n, const Float *x) {
  if (number_special(n, x)) return;
  n->sign = x->negative ? '-' : 0;
  decimal_exact(x, (Cutoff){CUTOFF_SIGNIFICANT, 6}, &n->digits);
  int after = n->digits.count - n->digits.point, exponent = n->digits.point - 1;
  if (exponent >= -4 && exponent < 6)
    number_positional(n, after > 0 ? after : 0);
  else
    number_scientific(n, n->digits.count - 1, 'e', 2);
}

static void scalar_complex(const Sink *sink, const Value *v) {
  Number n;
  bool real = v->re.kind != FLOAT_FINITE || v->re.mantissa || v->re.negative;
  if (real) {
    sink_char(sink, '(');
    scalar_parts(&n, &v->re, v->part, false);
    number_put(sink, &n);
  }
  scalar_parts(&n, &v->im, v->part, false);
  if (real && !n.sign) n.sign = '+';
  number_put(sink, &n);
  sink_text(sink, real ? "j)" : "j");
}

void numpy_scalar(const Sink *sink, const Value *v) {
  Number n;
  if (v->kind == VALUE_BOOL) {
    sink_text(sink, v->magnitude ? "True" : "False");
  } else if (v->kind == VALUE_COMPLEX) {
    scalar_complex(sink, v);
  } else {
    if (v->kind == VALUE_INT)
      number_from_int(&n, v->negative, v->magnitude, 10, false);
    else if (is_general(v->part))
      general_parts(&n, &v->re);
    else
      scalar_parts(&n, &v->re, v->part, true);
    number_put(sink, &n);
  }
}

// ---- Columns.

// Orders |x| within its type.
static uint64_t order_key(const Float *x) {
  Float size = *x;
  size.negative = false;
  return float_double_bits(&size);
}

static void column_range(FloatColumn *c, const Float *x) {
  if (x->kind != FLOAT_FINITE) {
    c->special = true;
    c->negative_inf |= x->kind == FLOAT_INF && x->negative;
    return;
  }
  c->finite = true;
  c->negative |= x->negative;
  uint64_t key = order_key(x);
  if (!key) return;
  if (key > c->max) c->max = key;
  if (!c->min || key < c->min) c->min = key;
}

// max / min > 1000 in the type's arithmetic: the quotient rounds to more than 1000 when it is above
// 1000 and half a unit in the last place, 2^-p.
static bool wide_range(const FloatColumn *c, Dtype d) {
  Float max = float_decode(DTYPE_F64, c->max), min = float_decode(DTYPE_F64, c->min);
  int p = d == DTYPE_F16 ? 2 : d == DTYPE_F32 ? 15 : 44;
  int shift = max.exponent - min.exponent;
  while (!(min.mantissa >> 52) && min.mantissa)
    min.mantissa <<= 1, shift++;
  while (!(max.mantissa >> 52) && max.mantissa)
    max.mantissa <<= 1, shift--;
  if (shift > 12) return true;
  if (shift < 0) return false;
  unsigned __int128 left = (unsigned __int128)max.mantissa << (shift + p);
  return left > (unsigned __int128)min.mantissa * ((1000ull << p) + 1);
}

static void column_choose(FloatColumn *c, Dtype d, const PrintOptions *o) {
  if (!c->max) return;
  double high = d == DTYPE_F16 ? 1e3 : d == DTYPE_F32 ? 1e6 : 1e8;
  // 1e-4 rounded to the type.
  double low = d == DTYPE_F16 ? 0x1.a38p-14 : d == DTYPE_F32 ? 0x1.a36e2ep-14 : 1e-4;
  uint64_t high_key, low_key;
  __builtin_memcpy(&high_key, &high, 8);
  __builtin_memcpy(&low_key, &low, 8);
  if (o->suppress == 2) return;
  c->exponent = c->max >= high_key || (!o->suppress && (c->min < low_key || wide_range(c, d)));
}

static void take_max(int *a, int b) {
  if (b > *a) *a = b;
}

// x's digits, at most o->precision of them, before the column is known.
static void column_digits(const FloatColumn *c, const Float *x, const PrintOptions *o, Decimal *d) {
  CutoffKind kind = c->exponent ? CUTOFF_SIGNIFICANT : CUTOFF_FRACTION;
  Cutoff cutoff = {kind, o->precision + (c->exponent ? 1 : 0)};
  if (o->mode == 'f')
    decimal_exact(x, cutoff, d);
  else
    decimal_shortest(x, o->mode == 'u' ? (Cutoff){CUTOFF_NONE, 0} : cutoff, d);
}

// How wide the column must be for x.
static void column_measure(FloatColumn *c, const Float *x, const PrintOptions *o) {
  if (x->kind != FLOAT_FINITE) return;
  Decimal d;
  column_digits(c, x, o, &d);
  int sign = x->negative || c->sign == '+', exponent = d.point - 1;
  int whole = c->exponent || d.point < 1 ? 1 : d.point;
  int after = c->exponent ? d.count - 1 : d.count - d.point;
  take_max(&c->left, sign + whole);
  take_max(&c->precision, o->mode == 'f' ? o->precision : after);
  if (c->exponent) take_max(&c->exponent_digits, exponent <= -100 || exponent >= 100 ? 3 : 2);
}

static void column_finish(FloatColumn *c, const PrintOptions *o) {
  c->right = c->exponent && c->finite ? c->exponent_digits + 2 + c->precision : c->precision;
  if (c->sign == ' ' && !c->negative) c->left++;
  if (!c->special) return;
  int nan = (int)__builtin_strlen(o->nan), inf = (int)__builtin_strlen(o->inf);
  take_max(&c->left, nan - c->right - 1);
  take_max(&c->left, inf + (c->sign != '-' || c->negative_inf) - c->right - 1);
}

// Exactly n digits after the point (or the first one), more exact ones where the shortest are
// fewer.
static void digits_filled(const Float *x, Cutoff cutoff, bool exact, Decimal *d) {
  if (!exact) decimal_shortest(x, cutoff, d);
  int have = cutoff.kind == CUTOFF_SIGNIFICANT ? d->count : d->count - d->point;
  if (exact || have < cutoff.digits) decimal_exact(x, cutoff, d);
}

static void column_parts(Number *n, const FloatColumn *c, const Float *x, const PrintOptions *o) {
  if (c->exponent) {
    digits_filled(x, (Cutoff){CUTOFF_SIGNIFICANT, c->precision + 1}, o->mode == 'f', &n->digits);
    number_scientific(n, c->precision, 'e', c->exponent_digits);
  } else if (o->mode == 'f' || o->mode == 'e') {
    digits_filled(x, (Cutoff){CUTOFF_FRACTION, c->right}, o->mode == 'f', &n->digits);
    number_positional(n, c->right);
  } else {
    column_digits(c, x, o, &n->digits);
    int after = n->digits.count - n->digits.point;
    number_positional(n, after > 0 ? after : 0);
  }
  n->point = true;
  n->sign = x->negative ? '-' : 0;
}

// Padded on both sides; `j` goes before the blanks on the right.
static void column_put(const Sink *sink, const FloatColumn *c, const Float *x, bool imaginary,
                       const PrintOptions *o) {
  Number n;
  bool special = number_special(&n, x);
  if (special)
    n.word = x->kind == FLOAT_NAN ? o->nan : o->inf;
  else
    column_parts(&n, c, x, o);
  if (c->sign == '+' && !n.sign) n.sign = '+';
  int text = special ? (int)__builtin_strlen(n.word) : n.whole, blanks = 0;
  if (!special && !c->exponent) blanks = c->right - n.fraction;
  int left = special ? c->left + c->right + 1 : c->left;
  for (int i = text + (n.sign != 0); i < left; i++)
    sink_char(sink, ' ');
  number_put(sink, &n);
  if (imaginary) sink_char(sink, 'j');
  for (; blanks > 0; blanks--)
    sink_char(sink, ' ');
}

// ---- Elements of any type.

typedef struct Survey {
  Elements *e;
  const ArrayView *a;
  bool complex;
} Survey;

static void survey_range(void *context, int64_t index) {
  Survey *s = context;
  Value v = value_load(s->a->data, s->a->dtype, index);
  column_range(&s->e->re, &v.re);
  if (s->complex) column_range(&s->e->im, &v.im);
}

static void survey_digits(void *context, int64_t index) {
  Survey *s = context;
  Value v = value_load(s->a->data, s->a->dtype, index);
  column_measure(&s->e->re, &v.re, s->e->options);
  if (s->complex) column_measure(&s->e->im, &v.im, s->e->options);
}

static void survey_width(void *context, int64_t index) {
  Survey *s = context;
  Value v = value_load(s->a->data, s->a->dtype, index);
  s->e->negative |= v.negative;
  int width = 1 + (v.negative || s->e->sign != '-');
  while (v.magnitude /= 10)
    width++;
  take_max(&s->e->width, width);
}

// A blank instead of a sign only where no number is negative.
static void survey_integers(Survey *s) {
  layout_visit(s->a, s->e->options, survey_width, s);
  if (s->e->sign != ' ' || !s->e->negative) return;
  s->e->sign = '-';
  s->e->width = 0;
  layout_visit(s->a, s->e->options, survey_width, s);
}

void elements_init(Elements *e, const ArrayView *a, const PrintOptions *o) {
  *e = (Elements){.dtype = a->dtype, .options = o, .sign = o->sign, .padded = a->rank > 0};
  e->re.sign = o->sign;
  e->im.sign = '+';
  Dtype part = a->dtype == DTYPE_C64 ? DTYPE_F32 : a->dtype == DTYPE_C128 ? DTYPE_F64 : a->dtype;
  Survey s = {e, a, part != a->dtype};
  if (part == DTYPE_BOOL || is_general(part)) return;
  if (part < DTYPE_F16) {
    survey_integers(&s);
    return;
  }
  layout_visit(a, o, survey_range, &s);
  column_choose(&e->re, part, o);
  column_choose(&e->im, part, o);
  layout_visit(a, o, survey_digits, &s);
  column_finish(&e->re, o);
  column_finish(&e->im, o);
}

void elements_put(const Sink *sink, const Elements *e, const Value *v) {
  if (v->kind == VALUE_BOOL || is_general(v->part)) {
    if (v->kind == VALUE_BOOL && v->magnitude && e->padded) sink_char(sink, ' ');
    numpy_scalar(sink, v);
  } else if (v->kind == VALUE_INT) {
    Number n;
    number_from_int(&n, v->negative, v->magnitude, 10, false);
    if (e->sign != '-' && !v->negative) n.sign = e->sign;
    number_write(sink, &n,
                 &(Padding){.width = e->width, .align = '>', .fill_size = 1, .fill = " "});
  } else {
    column_put(sink, &e->re, &v->re, false, e->options);
    if (v->kind == VALUE_COMPLEX) column_put(sink, &e->im, &v->im, true, e->options);
  }
}
