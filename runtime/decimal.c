// decimal.c -- digits of floating-point numbers by long division of big integers on the stack.
//
// Steele and White's free-format algorithm as Dragon4 refines it: x = r/s * 10^power, and each step
// takes one digit off r/s. Shortest digits end when what is left is within half the gap to a
// neighbour.
#include "runtime/decimal.h"

enum { BIG_LIMBS = 40 }; // 1280 bits; the most needed is about 1140, for the smallest double

typedef struct Big {
  int count; // limbs in use, little-endian, the last one not zero
  uint32_t limb[BIG_LIMBS];
} Big;

static void big_set(Big *a, uint64_t v) {
  a->count = v >> 32 ? 2 : v != 0;
  a->limb[0] = (uint32_t)v;
  a->limb[1] = (uint32_t)(v >> 32);
}

static void big_multiply(Big *a, uint32_t factor) {
  uint64_t carry = 0;
  for (int i = 0; i < a->count; i++) {
    carry += (uint64_t)a->limb[i] * factor;
    a->limb[i] = (uint32_t)carry;
    carry >>= 32;
  }
  if (carry) a->limb[a->count++] = (uint32_t)carry;
}

static void big_multiply_pow10(Big *a, int power) {
  for (; power >= 9; power -= 9)
    big_multiply(a, 1000000000);
  for (; power > 0; power--)
    big_multiply(a, 10);
}

static void big_shift(Big *a, int bits) {
  int limbs = bits / 32;
  if (!a->count) return;
  for (int i = a->count - 1; i >= 0 && limbs; i--)
    a->limb[i + limbs] = a->limb[i];
  for (int i = 0; i < limbs; i++)
    a->limb[i] = 0;
  a->count += limbs;
  if (bits % 32) big_multiply(a, 1u << bits % 32);
}

static int big_compare(const Big *a, const Big *b) {
  if (a->count != b->count) return a->count < b->count ? -1 : 1;
  for (int i = a->count - 1; i >= 0; i--)
    if (a->limb[i] != b->limb[i]) return a->limb[i] < b->limb[i] ? -1 : 1;
  return 0;
}

// a + b against c.
static int big_compare_sum(const Big *a, const Big *b, const Big *c) {
  Big sum;
  uint64_t carry = 0;
  int n = a->count > b->count ? a->count : b->count;
  for (int i = 0; i < n; i++) {
    carry += (uint64_t)(i < a->count ? a->limb[i] : 0) + (i < b->count ? b->limb[i] : 0);
    sum.limb[i] = (uint32_t)carry;
    carry >>= 32;
  }
  sum.count = n;
  if (carry) sum.limb[sum.count++] = (uint32_t)carry;
  return big_compare(&sum, c);
}

// a -= b, where a >= b.
static void big_subtract(Big *a, const Big *b) {
  int64_t borrow = 0;
  for (int i = 0; i < a->count; i++) {
    borrow += (int64_t)a->limb[i] - (i < b->count ? b->limb[i] : 0);
    a->limb[i] = (uint32_t)borrow;
    borrow >>= 32;
  }
  while (a->count && !a->limb[a->count - 1])
    a->count--;
}

Float float_decode(Dtype d, uint64_t bits) {
  if (d == DTYPE_F8E8M0FNU)
    return (Float){.kind = bits == 255 ? FLOAT_NAN : FLOAT_FINITE,
                   .exponent = (int)bits - 127,
                   .mantissa = 1};
  FloatLayout l = dtype_layout(d);
  int fraction_bits = l.fraction, top = (1 << l.exponent) - 1, bias = l.bias + fraction_bits;
  uint64_t most = 1ull << fraction_bits, fraction = bits & (most - 1);
  int exponent = (int)(bits >> fraction_bits) & top;
  bool negative = bits >> (fraction_bits + l.exponent) & 1;
  Float x = {.negative = negative, .mantissa = fraction};
  bool one_nan = l.specials == FLOAT_FN     ? exponent == top && fraction == most - 1
                 : l.specials == FLOAT_FNUZ ? negative && !exponent && !fraction
                                            : false;
  if (one_nan) {
    x.kind = FLOAT_NAN;
  } else if (exponent == top && l.specials == FLOAT_IEEE) {
    x.kind = fraction ? FLOAT_NAN : FLOAT_INF;
  } else if (exponent == 0) {
    x.exponent = 1 - bias;
  } else {
    x.mantissa |= 1ull << fraction_bits;
    x.exponent = exponent - bias;
    x.lower_closer = fraction == 0 && exponent > 1;
  }
  return x;
}

uint64_t float_double_bits(const Float *x) {
  uint64_t sign = (uint64_t)x->negative << 63;
  if (x->kind != FLOAT_FINITE)
    return sign | (x->kind == FLOAT_INF ? 0x7ffull << 52 : 0xfffull << 51);
  if (!x->mantissa) return sign;
  int top = 63 - __builtin_clzll(x->mantissa), biased = x->exponent + top + 1023;
  if (biased <= 0) return sign | x->mantissa; // a denormal double: its exponent is already -1074
  return sign | (uint64_t)biased << 52 | (x->mantissa << (52 - top) & ((1ull << 52) - 1));
}

// The state of a division: what is left r, the divisor s, half the gaps to the neighbours.
typedef struct Division {
  Big r, s, low, high;
  int power; // weight of the next digit
  bool shortest, even;
} Division;

static void division_init(Division *v, const Float *x, bool shortest) {
  int up = x->exponent > 0 ? x->exponent : 0, down = x->exponent < 0 ? -x->exponent : 0;
  int twice = 1 + x->lower_closer;
  v->shortest = shortest;
  v->even = x->mantissa % 2 == 0;
  big_set(&v->r, x->mantissa);
  big_shift(&v->r, up + twice);
  big_set(&v->s, 1);
  big_shift(&v->s, down + twice);
  big_set(&v->low, shortest); // without need they would grow past BIG_LIMBS
  big_shift(&v->low, up);
  v->high = v->low;
  if (x->lower_closer) big_shift(&v->high, 1);
  // floor(log10 x) is floor(log2(x) * log10(2)) or one more.
  int64_t log2 = 63 - __builtin_clzll(x->mantissa) + x->exponent;
  v->power = (int)(log2 * 1292913986 >> 32);
  if (v->power >= 0) {
    big_multiply_pow10(&v->s, v->power);
  } else {
    big_multiply_pow10(&v->r, -v->power);
    big_multiply_pow10(&v->low, -v->power);
    big_multiply_pow10(&v->high, -v->power);
  }
  Big ten = v->s;
  big_multiply(&ten, 10);
  if (big_compare(&v->r, &ten) < 0) return;
  v->s = ten;
  v->power++;
}

// Takes floor(r/s) off; what is left counts ten times more for the next digit.
static int division_digit(Division *v) {
  int digit = 0;
  for (; big_compare(&v->r, &v->s) >= 0; digit++)
    big_subtract(&v->r, &v->s);
  return digit;
}

static void division_next(Division *v) {
  big_multiply(&v->r, 10);
  big_multiply(&v->low, 10);
  big_multiply(&v->high, 10);
  v->power--;
}

static void decimal_round_up(Decimal *out) {
  while (out->count && out->digits[out->count - 1] == '9')
    out->count--;
  if (out->count) {
    out->digits[out->count - 1]++;
    return;
  }
  out->digits[out->count++] = '1';
  out->point++;
}

// Everything lies below the last digit wanted: it is 1 or nothing. r/s * 10^power against 5 *
// 10^power.
static void decimal_tiny(Division *v, int last, Decimal *out) {
  out->count = 0;
  out->point = 1;
  if (v->power != last - 1) return;
  big_multiply(&v->s, 5);
  if (big_compare(&v->r, &v->s) <= 0) return;
  out->digits[out->count++] = '1';
  out->point = last + 1;
}

static void decimal_generate(const Float *x, bool shortest, Cutoff cutoff, Decimal *out) {
  out->count = 0;
  out->point = 1;
  if (!x->mantissa || x->kind != FLOAT_FINITE) return;
  Division v;
  division_init(&v, x, shortest);
  int last = cutoff.kind == CUTOFF_NONE       ? INT32_MIN
             : cutoff.kind == CUTOFF_FRACTION ? -cutoff.digits
                                              : v.power - cutoff.digits + 1;
  if (v.power < last) {
    decimal_tiny(&v, last, out);
    return;
  }
  out->point = v.power + 1;
  bool low = false, high = false;
  for (;; division_next(&v)) {
    out->digits[out->count++] = (char)('0' + division_digit(&v));
    if (shortest) {
      low = big_compare(&v.r, &v.low) < v.even;
      high = big_compare_sum(&v.r, &v.high, &v.s) > -v.even;
    }
    if (low || high || !v.r.count || v.power == last) break;
  }
  int half = big_compare_sum(&v.r, &v.r, &v.s);
  bool odd = out->digits[out->count - 1] % 2; // '0' is even
  bool up = low != high ? high : half > 0 || (half == 0 && odd);
  if (up) decimal_round_up(out);
  while (out->count && out->digits[out->count - 1] == '0')
    out->count--;
  if (!out->count) out->point = 1;
}

void decimal_shortest(const Float *x, Cutoff cutoff, Decimal *out) {
  decimal_generate(x, true, cutoff, out);
}

void decimal_exact(const Float *x, Cutoff cutoff, Decimal *out) {
  decimal_generate(x, false, cutoff, out);
}

char decimal_digit(const Decimal *d, int power) {
  int at = d->point - 1 - power;
  return at >= 0 && at < d->count ? d->digits[at] : '0';
}
