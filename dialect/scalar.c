// scalar.c -- loading, storing, rounding and converting single elements.
#include "dialect/scalar.h"

#include <float.h>
#include <math.h>
#include <string.h>

//===-- floats of 16 bits and less ---------------------------------------------------------===//

// Of NaN, and of what is too large.
static uint32_t encode_special(bool nan, uint32_t sign, const FloatLayout *l) {
  uint32_t top = ((1u << l->exponent) - 1) << l->fraction, all = top | ((1u << l->fraction) - 1);
  switch (l->specials) {
  case FLOAT_IEEE: return sign | top | (nan ? 1u << (l->fraction - 1) : 0);
  case FLOAT_FN: return sign | all;
  case FLOAT_FNUZ: return 1u << (l->exponent + l->fraction);
  default: return nan ? 1u << (l->exponent + l->fraction) : sign | all;
  }
}

static uint32_t encode_small(double x, const FloatLayout *l) {
  uint32_t sign = signbit(x) ? 1u << (l->exponent + l->fraction) : 0;
  uint32_t top = ((1u << l->exponent) - 1) << l->fraction, all = top | ((1u << l->fraction) - 1);
  if (!isfinite(x)) return encode_special(isnan(x), sign, l);
  uint32_t zero = l->specials == FLOAT_FNUZ ? 0 : sign;
  if (x == 0) return zero;
  int e;
  frexp(fabs(x), &e); // |x| in [2^(e-1), 2^e)
  int power = e - 1 < 1 - l->bias ? 1 - l->bias : e - 1;
  double scaled = nearbyint(ldexp(fabs(x), l->fraction - power)); // ties to even
  if (scaled >= ldexp(1, l->fraction + 1)) {
    scaled /= 2;
    power++;
  }
  if (power + l->bias >= 1 << l->exponent) return encode_special(false, sign, l);
  uint32_t n = (uint32_t)scaled, most = 1u << l->fraction, bits = n; // denormal
  if (n >= most) bits = (uint32_t)(power + l->bias) << l->fraction | (n & (most - 1));
  uint32_t last = l->specials == FLOAT_IEEE ? top - 1 : l->specials == FLOAT_FN ? all - 1 : all;
  if (bits > last) return encode_special(false, sign, l);
  return bits ? sign | bits : zero;
}

// A power of two: the nearest one, the larger of two; what is not positive is NaN.
static uint32_t encode_scale(double x) {
  float f = (float)x;
  uint32_t i;
  memcpy(&i, &f, sizeof i);
  if (!(f > 0)) return x > 0 ? 0 : 255;
  uint32_t bits = i <= 0x400000 ? 0 : (i + 0x400000) >> 23;
  return bits < 255 ? bits : 255;
}

static double decode_small(uint32_t bits, const FloatLayout *l) {
  int e = (int)(bits >> l->fraction) & ((1 << l->exponent) - 1), top = (1 << l->exponent) - 1;
  uint32_t most = 1u << l->fraction, n = bits & (most - 1);
  uint32_t sign = bits >> (l->exponent + l->fraction) & 1;
  double x;
  if (l->specials == FLOAT_FNUZ && sign && !e && !n) return NAN;
  if (l->specials == FLOAT_FN && e == top && n == most - 1) x = NAN;
  else if (l->specials == FLOAT_IEEE && e == top) x = n ? NAN : INFINITY;
  else if (!e) x = ldexp(n, 1 - l->bias - l->fraction);
  else x = ldexp(n | most, e - l->bias - l->fraction);
  return sign ? -x : x;
}

static double decode_float(Dtype d, uint32_t bits) {
  FloatLayout l = dtype_layout(d);
  if (d == DTYPE_F8E8M0FNU) return bits == 255 ? NAN : ldexp(1, (int)bits - 127);
  return decode_small(bits, &l);
}

static uint32_t encode_float(Dtype d, double x) {
  FloatLayout l = dtype_layout(d);
  return d == DTYPE_F8E8M0FNU ? encode_scale(x) : encode_small(x, &l);
}

//===-- memory ---------------------------------------------------------------------------===//

static int64_t load_int(Dtype d, const void *p) {
  union {
    int8_t i8;
    int16_t i16;
    int32_t i32;
    int64_t i64;
    uint8_t u8;
    uint16_t u16;
    uint32_t u32;
  } v;
  memcpy(&v, p, (size_t)dtype_size(d));
  switch (d) {
  case DTYPE_BOOL: return v.u8 != 0;
  case DTYPE_I8: return v.i8;
  case DTYPE_I16: return v.i16;
  case DTYPE_I32: return v.i32;
  case DTYPE_U8: return v.u8;
  case DTYPE_U16: return v.u16;
  case DTYPE_U32: return v.u32;
  default: return v.i64;
  }
}

static double load_float(Dtype d, const void *p) {
  if (dtype_is_small(d)) return decode_float(d, *(const unsigned char *)p);
  uint16_t h;
  float f;
  double x;
  switch (d) {
  case DTYPE_F16:
  case DTYPE_BF16: memcpy(&h, p, sizeof h); return decode_float(d, h);
  case DTYPE_F32:
  case DTYPE_C64: memcpy(&f, p, sizeof f); return f;
  default: memcpy(&x, p, sizeof x); return x;
  }
}

Scalar scalar_load(Dtype d, const void *p) {
  Scalar x = {0};
  if (dtype_is_integral(d)) {
    x.i = load_int(d, p);
    return x;
  }
  x.f = load_float(d, p);
  if (dtype_is_complex(d)) x.im = load_float(d, (const char *)p + dtype_size(d) / 2);
  return x;
}

static void store_float(Dtype d, void *p, double x) {
  if (dtype_is_small(d)) {
    *(unsigned char *)p = (unsigned char)encode_float(d, x);
    return;
  }
  uint16_t h;
  float f = (float)x;
  switch (d) {
  case DTYPE_F16:
  case DTYPE_BF16:
    h = (uint16_t)encode_float(d, x);
    memcpy(p, &h, sizeof h);
    return;
  case DTYPE_F32:
  case DTYPE_C64: memcpy(p, &f, sizeof f); return;
  default: memcpy(p, &x, sizeof x); return;
  }
}

void scalar_store(Dtype d, void *p, Scalar x) {
  if (dtype_is_integral(d)) {
    int64_t i = d == DTYPE_BOOL ? x.i != 0 : x.i;
    memcpy(p, &i, (size_t)dtype_size(d)); // little-endian: the low bytes
    return;
  }
  store_float(d, p, x.f);
  if (dtype_is_complex(d)) store_float(d, (char *)p + dtype_size(d) / 2, x.im);
}

//===-- values ---------------------------------------------------------------------------===//

Scalar scalar_round(Dtype d, Scalar x) {
  unsigned char room[16] = {0};
  scalar_store(d, room, x);
  return scalar_load(d, room);
}

// Truncation of x into [lo, 2^bits) with saturation; nan gives 0.
static int64_t truncate_to_int(Dtype d, double x) {
  if (isnan(x)) return 0;
  int bits = dtype_bits(d) - !dtype_is_unsigned(d);
  double top = ldexp(1, bits), bottom = dtype_is_unsigned(d) ? 0 : -top;
  if (x <= bottom) return dtype_is_unsigned(d) ? 0 : (int64_t)bottom;
  if (x >= top) return (int64_t)(bits == 64 ? UINT64_MAX : (UINT64_C(1) << bits) - 1);
  return dtype_is_unsigned(d) ? (int64_t)(uint64_t)x : (int64_t)x;
}

Scalar scalar_of_int(Dtype d, int64_t x) {
  if (d == DTYPE_BOOL) return (Scalar){.i = x != 0};
  return scalar_round(d, (Scalar){.i = x, .f = (double)x});
}

Scalar scalar_of_float(Dtype d, double x) {
  if (d == DTYPE_BOOL) return (Scalar){.i = x != 0};
  if (dtype_is_integral(d)) return (Scalar){.i = truncate_to_int(d, x)};
  return scalar_round(d, (Scalar){.f = x});
}

double scalar_to_float(Dtype d, Scalar x) {
  if (!dtype_is_integral(d)) return x.f;
  return d == DTYPE_U64 ? (double)(uint64_t)x.i : (double)x.i;
}

Scalar scalar_convert(Dtype from, Dtype to, Scalar x) {
  if (dtype_is_integral(from)) {
    if (dtype_is_integral(to)) return scalar_of_int(to, x.i);
    // From 64 bits to f32 in one rounding.
    double f = scalar_to_float(from, x);
    if (to == DTYPE_F32 || to == DTYPE_C64)
      f = from == DTYPE_U64 ? (float)(uint64_t)x.i : (float)x.i;
    return scalar_of_float(to, f);
  }
  if (to == DTYPE_BOOL) return (Scalar){.i = x.f != 0 || x.im != 0};
  Scalar y = scalar_of_float(to, x.f);
  if (dtype_is_complex(to)) y.im = scalar_of_float(to, x.im).f;
  return y;
}

static double flush(double x, double smallest) { return fabs(x) < smallest ? copysign(0, x) : x; }

Scalar scalar_flush(Dtype d, Scalar x) {
  if (dtype_is_integral(d) || d == DTYPE_F16 || dtype_is_small(d)) return x;
  double smallest = d == DTYPE_F64 || d == DTYPE_C128 ? DBL_MIN : FLT_MIN;
  x.f = flush(x.f, smallest);
  x.im = flush(x.im, smallest);
  return x;
}
