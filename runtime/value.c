// value.c -- reading one element of an array of any type.
#include "runtime/value.h"

static uint64_t load_bits(const void *data, int size, int64_t index) {
  uint64_t bits = 0;
  __builtin_memcpy(&bits, (const char *)data + index * size, (size_t)size); // little-endian
  return bits;
}

Value value_load(const void *data, Dtype d, int64_t index) {
  int size = dtype_size(d);
  if (d == DTYPE_C64 || d == DTYPE_C128) {
    Dtype part = d == DTYPE_C64 ? DTYPE_F32 : DTYPE_F64;
    return (Value){.kind = VALUE_COMPLEX,
                   .part = part,
                   .re = float_decode(part, load_bits(data, size / 2, 2 * index)),
                   .im = float_decode(part, load_bits(data, size / 2, 2 * index + 1))};
  }
  uint64_t bits = load_bits(data, size, index);
  if ((d >= DTYPE_F16 && d <= DTYPE_F64) || dtype_is_small(d))
    return (Value){.kind = VALUE_FLOAT, .part = d, .re = float_decode(d, bits)};
  if (d == DTYPE_BOOL) return (Value){.kind = VALUE_BOOL, .part = d, .magnitude = bits != 0};
  bool negative = d <= DTYPE_I64 && bits >> (8 * size - 1);
  if (negative) bits = -(bits | (size < 8 ? ~0ull << 8 * size : 0));
  return (Value){.kind = VALUE_INT, .part = d, .negative = negative, .magnitude = bits};
}

Float float_as_double(const Float *x) {
  Float y = float_decode(DTYPE_F64, float_double_bits(x));
  y.negative = x->negative;
  return y;
}

double float_to_double(const Float *x) {
  uint64_t bits = float_double_bits(x);
  double v;
  __builtin_memcpy(&v, &bits, sizeof v);
  return v;
}

Float float_from_double(double v) {
  uint64_t bits;
  __builtin_memcpy(&bits, &v, sizeof bits);
  return float_decode(DTYPE_F64, bits);
}
