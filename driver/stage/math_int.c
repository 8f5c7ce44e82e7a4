// math_int.c -- _cjax.math: functions of ints of any size.
#include "driver/stage/math_native.h"
#include "driver/stage/vm_internal.h"

static bool as_int(VM *vm, Value v, Value *out) {
  bool found;
  if (int_value(v, out)) return true;
  if (!call_special_str(vm, v, N(vm, index), NULL, 0, out, &found)) return false;
  return found || vm_raise(vm, E_TypeError, "'%s' object cannot be interpreted as an integer",
                           type_name(vm, v));
}

static bool any_staged(uint32_t n, const Value *v) {
  for (uint32_t i = 0; i < n; i++)
    if (v_is_staged(v[i])) return true;
  return false;
}

static bool is_zero(Value v) { return v.tag == TAG_INT && v.i == 0; }

// a * (a + 1) * ... * b, halved again and again so that the factors stay of one size.
static bool product(VM *vm, int64_t a, int64_t b, Value *out) {
  Value low, high;
  if (a > b) return *out = v_int(1), true;
  if (b - a < 4) {
    *out = v_int(a);
    for (int64_t i = a + 1; i <= b; i++)
      if (!number_binary(vm, BINARY_MUL, *out, v_int(i), out)) return false;
    return true;
  }
  int64_t middle = a + (b - a) / 2;
  return product(vm, a, middle, &low) && product(vm, middle + 1, b, &high) &&
         number_binary(vm, BINARY_MUL, low, high, out);
}

static bool m_factorial(VM *vm, Value *a, Value *out) {
  Value n;
  if (v_is_staged(a[0])) return math_rolled(vm, 1, a, out);
  if (!as_int(vm, a[0], &n)) return false;
  if (bigint_is_negative(n))
    return vm_raise(vm, E_ValueError, "factorial() not defined for negative values");
  if (n.tag != TAG_INT)
    return vm_raise(vm, E_OverflowError, "factorial() argument should not exceed %lld",
                    (long long)INT64_MAX);
  if (n.i > 1000000) // more than 2^24 bits
    return vm_raise(vm, E_OverflowError, "factorial() of %lld is too large", (long long)n.i);
  return product(vm, 2, n.i, out);
}

// n and k of comb and perm: not negative; *small: both fit 64 bits.
static bool choice_args(VM *vm, Value *a, Value *n, Value *k) {
  if (!as_int(vm, a[0], n)) return false;
  if (v_is_none(a[1])) *k = *n;
  else if (!as_int(vm, a[1], k)) return false;
  if (bigint_is_negative(*n))
    return vm_raise(vm, E_ValueError, "n must be a non-negative integer");
  if (bigint_is_negative(*k))
    return vm_raise(vm, E_ValueError, "k must be a non-negative integer");
  if (k->tag != TAG_INT)
    return vm_raise(vm, E_OverflowError, "k must not exceed 9223372036854775807");
  return true;
}

// n (n - 1) ... (n - k + 1)
static bool falling(VM *vm, Value n, int64_t k, Value *out) {
  if (k > (1 << 24) / (bigint_bit_length(n) + 1))
    return vm_raise(vm, E_OverflowError, "a product of %lld integers is too large", (long long)k);
  if (n.tag == TAG_INT) return product(vm, n.i - k + 1, n.i, out);
  *out = v_int(1);
  for (int64_t i = 0; i < k; i++) {
    Value factor;
    if (!number_binary(vm, BINARY_SUB, n, v_int(i), &factor) ||
        !number_binary(vm, BINARY_MUL, *out, factor, out))
      return false;
  }
  return true;
}

static bool m_perm(VM *vm, Value *a, Value *out) {
  Value n, k;
  if (any_staged(2, a)) return math_rolled(vm, 2, a, out);
  if (!choice_args(vm, a, &n, &k)) return false;
  if (n.tag == TAG_INT && k.i > n.i) return *out = v_int(0), true;
  return falling(vm, n, k.i, out);
}

static bool m_comb(VM *vm, Value *a, Value *out) {
  Value n, k, low;
  if (any_staged(2, a)) return math_rolled(vm, 2, a, out);
  if (!choice_args(vm, a, &n, &k)) return false;
  int64_t count = k.i;
  if (n.tag == TAG_INT) {
    if (count > n.i) return *out = v_int(0), true;
    if (count > n.i - count) count = n.i - count;
  }
  return falling(vm, n, count, out) && product(vm, 2, count, &low) &&
         number_binary(vm, BINARY_FLOORDIV, *out, low, out);
}

static bool m_gcd(VM *vm, Value *a, Value *out) {
  const Tuple *t = AS_TUPLE(a[0]);
  if (any_staged(t->n, t->v)) return math_rolled(vm, t->n, t->v, out);
  *out = v_int(0);
  for (uint32_t i = 0; i < t->n; i++) {
    Value v;
    if (!as_int(vm, t->v[i], &v)) return false;
    *out = bigint_gcd(vm, *out, v);
  }
  return true;
}

static bool m_lcm(VM *vm, Value *a, Value *out) {
  const Tuple *t = AS_TUPLE(a[0]);
  if (any_staged(t->n, t->v)) return math_rolled(vm, t->n, t->v, out);
  *out = v_int(1);
  for (uint32_t i = 0; i < t->n; i++) {
    Value v, common;
    if (!as_int(vm, t->v[i], &v)) return false;
    if (is_zero(v) || is_zero(*out)) {
      *out = v_int(0);
      continue;
    }
    common = bigint_gcd(vm, *out, v);
    if (!number_binary(vm, BINARY_FLOORDIV, v, common, &v) ||
        !number_binary(vm, BINARY_MUL, *out, v, out))
      return false;
    if (bigint_is_negative(*out)) *out = bigint_unary(vm, UNARY_NEG, *out);
  }
  return true;
}

static bool m_isqrt(VM *vm, Value *a, Value *out) {
  Value n;
  if (v_is_staged(a[0])) return math_rolled(vm, 1, a, out);
  if (!as_int(vm, a[0], &n)) return false;
  if (bigint_is_negative(n))
    return vm_raise(vm, E_ValueError, "isqrt() argument must be nonnegative");
  *out = bigint_isqrt(vm, n);
  return true;
}

static bool m_prod(VM *vm, Value *a, Value *out) {
  Value it, v, total = a[1];
  bool done = false;
  if (!get_iter(vm, a[0], &it)) return false;
  for (;;) {
    if (!iter_next(vm, it, &v, &done)) return false;
    if (done) return *out = total, true;
    if (!value_binary(vm, BINARY_MUL, total, v, &total)) return false;
  }
}

const NativeDef math_int_functions[] = {{"factorial", "x, /", m_factorial},
                                        {"perm", "n, k=None, /", m_perm},
                                        {"comb", "n, k, /", m_comb},
                                        {"gcd", "*integers", m_gcd},
                                        {"lcm", "*integers", m_lcm},
                                        {"isqrt", "n, /", m_isqrt},
                                        {"prod", "iterable, /, *, start=1", m_prod},
                                        {0}};
