// half.c -- conversions of float16 that compiled code calls for processors without them (x86-64
// before v3).  Integer arithmetic only: the compiler must not make calls of them here.
#include <stdint.h>
#include <string.h>

float __extendhfsf2(_Float16 x) __attribute__((weak));
_Float16 __truncsfhf2(float x) __attribute__((weak));

static uint32_t bits_of_half(_Float16 x) {
  uint16_t h;
  memcpy(&h, &x, sizeof h);
  return h;
}

static float float_of_bits(uint32_t i) {
  float f;
  memcpy(&f, &i, sizeof f);
  return f;
}

float __extendhfsf2(_Float16 x) {
  uint32_t h = bits_of_half(x), sign = h >> 15 << 31, e = h >> 10 & 31, m = h & 0x3ff;
  if (e == 31) return float_of_bits(sign | 0x7f800000 | m << 13);
  if (e) return float_of_bits(sign | (e + 112) << 23 | m << 13);
  if (!m) return float_of_bits(sign);
  for (e = 113; !(m & 0x400); e--) m <<= 1; // a denormal is a normal float
  return float_of_bits(sign | e << 23 | (m & 0x3ff) << 13);
}

// m without its low n bits, to the nearest, ties to even.
static uint32_t round_off(uint32_t m, uint32_t n) {
  uint32_t half = 1u << (n - 1), rest = m & ((1u << n) - 1), kept = m >> n;
  return kept + (rest > half || (rest == half && kept & 1));
}

_Float16 __truncsfhf2(float x) {
  uint32_t i;
  memcpy(&i, &x, sizeof i);
  uint32_t sign = i >> 31 << 15, size = i & 0x7fffffff, h;
  if (size > 0x7f800000) h = 0x7e00 | (size >> 13 & 0x3ff);    // nan
  else if (size >= 0x47800000) h = 0x7c00;                       // 2^16 and more
  else if (size >= 0x38800000) h = round_off(size - 0x38000000, 13); // 2^-14 and more
  else if (size >= 0x33000000) h = round_off((size & 0x7fffff) | 0x800000, 126 - (size >> 23));
  else h = 0;
  uint16_t out = (uint16_t)(sign | h);
  _Float16 y;
  memcpy(&y, &out, sizeof y);
  return y;
}
