// dtype.h -- the element types of cjax, as numbers shared by the compiler, the interpreter and the
// runtime.
//
// The order is part of the ABI of compiled programs. KEY is a typed PRNG key: its data are pairs of
// u32 in row-major order, and its shape leaves out that trailing 2.
#ifndef CJAX_RUNTIME_DTYPE_H
#define CJAX_RUNTIME_DTYPE_H

typedef enum Dtype {
  DTYPE_BOOL, // one byte, 0 or 1
  DTYPE_I8,
  DTYPE_I16,
  DTYPE_I32,
  DTYPE_I64,
  DTYPE_U8,
  DTYPE_U16,
  DTYPE_U32,
  DTYPE_U64,
  DTYPE_F16,
  DTYPE_BF16,
  DTYPE_F32,
  DTYPE_F64,
  DTYPE_C64,
  DTYPE_C128,
  DTYPE_KEY,
  DTYPE_F8E3M4, // floats of at most 8 bits: a byte each; storage, computed with in f16 or f32
  DTYPE_F8E4M3,
  DTYPE_F8E4M3B11FNUZ,
  DTYPE_F8E4M3FN,
  DTYPE_F8E4M3FNUZ,
  DTYPE_F8E5M2,
  DTYPE_F8E5M2FNUZ,
  DTYPE_F8E8M0FNU,
  DTYPE_F4E2M1FN,
  DTYPE_COUNT
} Dtype;

// Bytes of one element in memory (8 for a key).
static inline int dtype_size(Dtype d) {
  static const unsigned char size[DTYPE_COUNT] = {1, 1, 2, 4, 8,  1, 2, 4, 8, 2, 2, 4, 8,
                                                  8, 16, 8, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  return size[d];
}

// The name NumPy and JAX print: "float32", "bool", "key<fry>".
static inline const char *dtype_name(Dtype d) {
  static const char name[DTYPE_COUNT][20] = {
      "bool",           "int8",         "int16",           "int32",
      "int64",          "uint8",        "uint16",          "uint32",
      "uint64",         "float16",      "bfloat16",        "float32",
      "float64",        "complex64",    "complex128",      "key<fry>",
      "float8_e3m4",    "float8_e4m3",  "float8_e4m3b11fnuz", "float8_e4m3fn",
      "float8_e4m3fnuz", "float8_e5m2", "float8_e5m2fnuz", "float8_e8m0fnu",
      "float4_e2m1fn"};
  return name[d];
}

// Floats of at most 8 bits.
static inline int dtype_is_small(Dtype d) { return d > DTYPE_KEY && d < DTYPE_COUNT; }

// What the encodings with all exponent bits set, and that of -0, mean.
typedef enum FloatSpecials {
  FLOAT_IEEE,   // infinities and NaNs
  FLOAT_FN,     // numbers, but for all bits set: NaN
  FLOAT_FNUZ,   // numbers; -0 is the NaN
  FLOAT_NUMBERS // numbers
} FloatSpecials;

// A sign bit, then the exponent, then the fraction.  E8M0FNU has no sign and no fraction: 2^(bits -
// 127), 255 is NaN.
typedef struct FloatLayout {
  int exponent, fraction, bias;
  FloatSpecials specials;
} FloatLayout;

static inline FloatLayout dtype_layout(Dtype d) {
  switch (d) {
  case DTYPE_F16: return (FloatLayout){5, 10, 15, FLOAT_IEEE};
  case DTYPE_BF16: return (FloatLayout){8, 7, 127, FLOAT_IEEE};
  case DTYPE_F32: return (FloatLayout){8, 23, 127, FLOAT_IEEE};
  case DTYPE_F8E3M4: return (FloatLayout){3, 4, 3, FLOAT_IEEE};
  case DTYPE_F8E4M3: return (FloatLayout){4, 3, 7, FLOAT_IEEE};
  case DTYPE_F8E4M3B11FNUZ: return (FloatLayout){4, 3, 11, FLOAT_FNUZ};
  case DTYPE_F8E4M3FN: return (FloatLayout){4, 3, 7, FLOAT_FN};
  case DTYPE_F8E4M3FNUZ: return (FloatLayout){4, 3, 8, FLOAT_FNUZ};
  case DTYPE_F8E5M2: return (FloatLayout){5, 2, 15, FLOAT_IEEE};
  case DTYPE_F8E5M2FNUZ: return (FloatLayout){5, 2, 16, FLOAT_FNUZ};
  case DTYPE_F8E8M0FNU: return (FloatLayout){8, 0, 127, FLOAT_FN};
  case DTYPE_F4E2M1FN: return (FloatLayout){2, 1, 1, FLOAT_NUMBERS};
  default: return (FloatLayout){11, 52, 1023, FLOAT_IEEE};
  }
}

#endif
