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
  DTYPE_COUNT
} Dtype;

// Bytes of one element in memory (8 for a key).
static inline int dtype_size(Dtype d) {
  static const unsigned char size[DTYPE_COUNT] = {1, 1, 2, 4, 8, 1, 2, 4, 8, 2, 2, 4, 8, 8, 16, 8};
  return size[d];
}

// The name NumPy and JAX print: "float32", "bool", "key<fry>".
static inline const char *dtype_name(Dtype d) {
  static const char name[DTYPE_COUNT][12] = {
      "bool",   "int8",    "int16",    "int32",   "int64",   "uint8",     "uint16",     "uint32",
      "uint64", "float16", "bfloat16", "float32", "float64", "complex64", "complex128", "key<fry>"};
  return name[d];
}

#endif
