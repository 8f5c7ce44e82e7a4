// scalar.c -- loading, storing, rounding and converting single elements.
#include "dialect/scalar.h"

#include <float.h>
#include <math.h>
#include <string.h>

//===-- 16-bit floats --------------------------------------------------------------------===//
// sign, `exponent` bits with bias 2^(exponent-1)-1, `mantissa` bits: IEEE 754 binary interchange.

static uint32_t encode_small(double x, int exponent, int mantissa) {
  uint32_t sign = signbit(x) ? 1u << (exponent + mantissa) : 0;
  uint32_t inf = ((1u << exponent) - 1) << mantissa;
  if (isnan(x)) return sign | inf | 1u << (mantissa - 1);
  if (isinf(x)) return sign | inf;
  if (x == 0) return sign;
  int bias = (1 << (exponent - 1)) - 1, e;
  frexp(fabs(x), &e); // |x| in [2^(e-1), 2^e)
  int power = e - 1 < 1 - bias ? 1 - bias : e - 1;
  double scaled = nearbyint(ldexp(fabs(x), mantissa - power)); // ties to even
  if (scaled >= ldexp(1, mantissa + 1)) {
    scaled /= 2;
    power++;
  }
  if (power > bias) return sign | inf;
  uint32_t n = (uint32_t)scaled;
  if (n < 1u << mantissa) return sign | n; // denormal
  return sign | (uint32_t)(power + bias) << mantissa | (n & ((1u << mantissa) - 1));
}

static double decode_small(uint32_t bits, int exponent, int mantissa) {
  int bias = (1 << (exponent - 1)) - 1;
  int e = (int)(bits >> mantissa) & ((1 << exponent) - 1);
  uint32_t n = bits & ((1u << mantissa) - 1);
  double x;
  if (e == (1 << exponent) - 1) x = n ? NAN : INFINITY;
  else if (!e) x = ldexp(n, 1 - bias - mantissa);
  else x = ldexp(n | 1u << mantissa, e - bias - mantissa);
  return bits >> (exponent + mantissa) & 1 ? -x : x;
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
  uint16_t h;
  float f;
  double x;
  switch (d) {
  case DTYPE_F16: memcpy(&h, p, sizeof h); return decode_small(h, 5, 10);
  case DTYPE_BF16: memcpy(&h, p, sizeof h); return decode_small(h, 8, 7);
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
  uint16_t h;
  float f = (float)x;
  switch (d) {
  case DTYPE_F16:
  case DTYPE_BF16:
    h = (uint16_t)(d == DTYPE_F16 ? encode_small(x, 5, 10) : encode_small(x, 8, 7));
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
  if (dtype_is_integral(d) || d == DTYPE_F16) return x;
  double smallest = d == DTYPE_F64 || d == DTYPE_C128 ? DBL_MIN : FLT_MIN;
  x.f = flush(x.f, smallest);
  x.im = flush(x.im, smallest);
  return x;
}
