// math_vector.c -- _cjax.math: hypot, dist, fsum, sumprod, with CPython's extra precision.
#include "driver/stage/math_native.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <math.h>

// A sum of squares: total is 1 more than the sum, so that every addend is smaller; what rounding
// lost goes to `low`.
typedef struct SquareSum {
  double total, low[3];
} SquareSum;

static void add_exact(SquareSum *s, double x, int i) {
  double before = s->total;
  s->total += x;
  s->low[i] += (before - s->total) + x;
}

// Adds sign * x * x, |x| <= 1, split into halves of 27 bits whose products are exact.
static void add_square(SquareSum *s, double x, double sign) {
  double t = x * 134217729.0, high = t - (t - x), low = x - high;
  add_exact(s, sign * (high * high), 0);
  add_exact(s, sign * (2 * high * low), 1);
  if (sign > 0) s->low[2] += low * low;
  else add_exact(s, -low * low, 2);
}

static double sum_of(const SquareSum *s) {
  return s->total - 1.0 + (s->low[0] + s->low[1] + s->low[2]);
}

// sqrt(sum of x[i]^2), as CPython's vector_norm; x is changed.
static double norm(double *x, uint32_t n) {
  double most = 0;
  bool nan = false;
  for (uint32_t i = 0; i < n; i++) {
    x[i] = fabs(x[i]);
    nan |= isnan(x[i]);
    if (x[i] > most) most = x[i];
  }
  if (isinf(most)) return most;
  if (nan) return NAN;
  if (most == 0 || n <= 1) return most;
  int e;
  SquareSum s = {.total = 1};
  frexp(most, &e);
  if (e < -1023) { // too small to scale up
    for (uint32_t i = 0; i < n; i++) {
      double r = x[i] / most;
      add_exact(&s, r * r, 0);
    }
    return most * sqrt(sum_of(&s));
  }
  double scale = ldexp(1, -e);
  for (uint32_t i = 0; i < n; i++) add_square(&s, x[i] * scale, 1);
  double h = sqrt(sum_of(&s));
  add_square(&s, h, -1);
  return (h + sum_of(&s) / (2 * h)) / scale;
}

// Squares summed by ops when a number is known to the executable only.
static bool staged_norm(VM *vm, const Value *x, uint32_t n, Value *out) {
  Value total = v_float(0), square;
  for (uint32_t i = 0; i < n; i++) {
    Value two[2] = {x[i], x[i]};
    if (!run_scalar_apply(vm, OP_MUL, 2, two, RUN_FLOAT, &square) ||
        !value_binary(vm, BINARY_ADD, total, square, &total))
      return false;
  }
  return run_scalar_apply(vm, OP_SQRT, 1, &total, RUN_FLOAT, out);
}

static bool m_hypot(VM *vm, Value *a, Value *out) {
  const Tuple *t = AS_TUPLE(a[0]);
  double *x = ARENA_ARRAY(vm->arena, double, t->n + 1);
  for (uint32_t i = 0; i < t->n; i++) {
    if (v_is_staged(t->v[i])) return staged_norm(vm, t->v, t->n, out);
    if (!value_float(vm, t->v[i], &x[i])) return false;
  }
  *out = v_float(norm(x, t->n));
  return true;
}

static bool m_dist(VM *vm, Value *a, Value *out) {
  Tuple *p, *q;
  if (!value_tuple(vm, a[0], &p) || !value_tuple(vm, a[1], &q)) return false;
  if (p->n != q->n)
    return vm_raise(vm, E_ValueError, "both points must have the same number of dimensions");
  Tuple *difference = tuple_new(vm, p->n);
  for (uint32_t i = 0; i < p->n; i++)
    if (!value_binary(vm, BINARY_SUB, p->v[i], q->v[i], &difference->v[i])) return false;
  Value all = v_obj(difference);
  return m_hypot(vm, &all, out);
}

// ---- fsum: partial sums that do not overlap (Shewchuk).

typedef struct Partials {
  uint32_t n, room;
  double *p;
  double special, infinite; // sums of infinities and nans, of infinities
  bool any_special;
} Partials;

static bool add_partial(VM *vm, Partials *s, double x) {
  double given = x;
  uint32_t n = 0;
  for (uint32_t i = 0; i < s->n; i++) {
    double y = s->p[i];
    if (fabs(x) < fabs(y)) {
      double t = x;
      x = y;
      y = t;
    }
    double high = x + y, low = y - (high - x);
    if (low != 0) s->p[n++] = low;
    x = high;
  }
  s->n = n;
  if (x == 0) return true;
  if (!isfinite(x)) {
    if (isfinite(given)) return vm_raise(vm, E_OverflowError, "intermediate overflow in fsum");
    s->special += given;
    if (isinf(given)) s->infinite += given;
    s->any_special = true;
    s->n = 0;
    return true;
  }
  if (n == s->room) {
    uint32_t room = s->room ? s->room * 2 : 32;
    s->p = arena_grow(vm->arena, s->p, s->room * sizeof(double), room * sizeof(double));
    s->room = room;
  }
  s->p[s->n++] = x;
  return true;
}

// The exact sum, rounded once.
static double round_partials(const Partials *s) {
  uint32_t n = s->n;
  if (!n) return 0;
  double high = s->p[--n], low = 0;
  while (n > 0) {
    double x = high, y = s->p[--n];
    high = x + y;
    low = y - (high - x);
    if (low != 0) break;
  }
  // Half-way cases look at the sign of what follows.
  if (n > 0 && ((low < 0 && s->p[n - 1] < 0) || (low > 0 && s->p[n - 1] > 0))) {
    double y = low * 2, x = high + y;
    if (y == x - high) high = x;
  }
  return high;
}

static bool m_fsum(VM *vm, Value *a, Value *out) {
  Value it, v;
  bool done = false;
  Partials s = {0};
  Tuple *items;
  if (!value_tuple(vm, a[0], &items)) return false;
  Value all = v_obj(items);
  if (!get_iter(vm, all, &it)) return false;
  for (;;) {
    double x;
    if (!iter_next(vm, it, &v, &done)) return false;
    if (done) break;
    if (v_is_staged(v)) return math_rolled(vm, 1, &all, out);
    if (!value_float(vm, v, &x) || !add_partial(vm, &s, x)) return false;
  }
  if (s.any_special) {
    if (isnan(s.infinite)) return vm_raise(vm, E_ValueError, "-inf + inf in fsum");
    return *out = v_float(s.special), true;
  }
  *out = v_float(round_partials(&s));
  return true;
}

static bool m_sumprod(VM *vm, Value *a, Value *out) {
  Tuple *p, *q;
  Value total = v_int(0), x;
  if (!value_tuple(vm, a[0], &p) || !value_tuple(vm, a[1], &q)) return false;
  if (p->n != q->n) return vm_raise(vm, E_ValueError, "Inputs are not the same length");
  for (uint32_t i = 0; i < p->n; i++)
    if (!value_binary(vm, BINARY_MUL, p->v[i], q->v[i], &x) ||
        !value_binary(vm, BINARY_ADD, total, x, &total))
      return false;
  *out = total;
  return true;
}

const NativeDef math_vector_functions[] = {{"hypot", "*coordinates", m_hypot},
                                           {"dist", "p, q, /", m_dist},
                                           {"fsum", "seq, /", m_fsum},
                                           {"sumprod", "p, q, /", m_sumprod},
                                           {0}};
