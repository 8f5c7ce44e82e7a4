// types.c -- array types, dimension lists, and their text as JAX writes them.
#include "dialect/op.h"
#include "dialect/support/diag.h"

#include <stdio.h>
#include <string.h>

Dims type_dims(MlirType t) {
  Dims d = {.n = type_rank(t)};
  for (int i = 0; i < d.n; i++) d.d[i] = mlirShapedTypeGetDimSize(t, i);
  return d;
}

int type_rank(MlirType t) {
  int64_t n = mlirShapedTypeGetRank(t);
  if (n > MAX_RANK) op_too_many_dims();
  return (int)n;
}

int64_t type_count(MlirType t) { return dims_product(type_dims(t)); }
MlirType type_element(MlirType t) { return mlirShapedTypeGetElementType(t); }

MlirType type_tensor(MlirType element, Dims d) {
  return mlirRankedTensorTypeGet(d.n, d.d, element, mlirAttributeGetNull());
}

MlirType type_with_dims(MlirType t, Dims d) { return type_tensor(type_element(t), d); }
MlirType type_with_element(MlirType t, MlirType e) { return type_tensor(e, type_dims(t)); }
Dims val_dims(Val v) { return type_dims(mlirValueGetType(v)); }
MlirType val_element(Val v) { return type_element(mlirValueGetType(v)); }

static const struct {
  Dtype dtype;
  bool (*is)(MlirType);
  MlirType (*get)(MlirContext);
} small_types[] = {
    {DTYPE_F8E3M4, mlirTypeIsAFloat8E3M4, mlirFloat8E3M4TypeGet},
    {DTYPE_F8E4M3, mlirTypeIsAFloat8E4M3, mlirFloat8E4M3TypeGet},
    {DTYPE_F8E4M3B11FNUZ, mlirTypeIsAFloat8E4M3B11FNUZ, mlirFloat8E4M3B11FNUZTypeGet},
    {DTYPE_F8E4M3FN, mlirTypeIsAFloat8E4M3FN, mlirFloat8E4M3FNTypeGet},
    {DTYPE_F8E4M3FNUZ, mlirTypeIsAFloat8E4M3FNUZ, mlirFloat8E4M3FNUZTypeGet},
    {DTYPE_F8E5M2, mlirTypeIsAFloat8E5M2, mlirFloat8E5M2TypeGet},
    {DTYPE_F8E5M2FNUZ, mlirTypeIsAFloat8E5M2FNUZ, mlirFloat8E5M2FNUZTypeGet},
    {DTYPE_F8E8M0FNU, mlirTypeIsAFloat8E8M0FNU, mlirFloat8E8M0FNUTypeGet},
    {DTYPE_F4E2M1FN, mlirTypeIsAFloat4E2M1FN, mlirFloat4E2M1FNTypeGet}};

static Dtype small_dtype(MlirType e) {
  if (!mlirTypeIsAFloat(e) || mlirFloatTypeGetWidth(e) > 8) return DTYPE_COUNT;
  for (size_t i = 0; i < sizeof small_types / sizeof *small_types; i++)
    if (small_types[i].is(e)) return small_types[i].dtype;
  return DTYPE_COUNT;
}

bool element_is_float(MlirType e) {
  return mlirTypeIsAF32(e) || mlirTypeIsAF64(e) || mlirTypeIsAF16(e) || mlirTypeIsABF16(e) ||
         element_is_small(e);
}

bool element_is_small(MlirType e) { return small_dtype(e) < DTYPE_COUNT; }

bool element_is_complex(MlirType e) { return mlirTypeIsAComplex(e); }
bool element_is_inexact(MlirType e) { return element_is_float(e) || element_is_complex(e); }

bool element_is_bool(MlirType e) {
  return mlirTypeIsAInteger(e) && mlirIntegerTypeGetWidth(e) == 1;
}

bool element_is_unsigned(MlirType e) {
  return mlirTypeIsAInteger(e) && mlirIntegerTypeIsUnsigned(e);
}

bool element_is_integer(MlirType e) { return mlirTypeIsAInteger(e) && !element_is_bool(e); }

int element_bits(MlirType e) {
  if (mlirTypeIsAInteger(e)) return (int)mlirIntegerTypeGetWidth(e);
  if (mlirTypeIsAComplex(e)) return 2 * element_bits(mlirComplexTypeGetElementType(e));
  return (int)mlirFloatTypeGetWidth(e);
}

bool type_is_inexact(MlirType t) { return element_is_inexact(type_element(t)); }

Dtype element_dtype(MlirType e) {
  if (mlirTypeIsAComplex(e)) return element_bits(e) == 64 ? DTYPE_C64 : DTYPE_C128;
  if (mlirTypeIsABF16(e)) return DTYPE_BF16;
  if (element_is_small(e)) return small_dtype(e);
  if (element_is_bool(e)) return DTYPE_BOOL;
  bool is_int = mlirTypeIsAInteger(e), is_unsigned = element_is_unsigned(e);
  switch (is_int || element_is_float(e) ? element_bits(e) : 0) {
  case 8: return is_unsigned ? DTYPE_U8 : DTYPE_I8;
  case 16: return !is_int ? DTYPE_F16 : is_unsigned ? DTYPE_U16 : DTYPE_I16;
  case 32: return !is_int ? DTYPE_F32 : is_unsigned ? DTYPE_U32 : DTYPE_I32;
  case 64: return !is_int ? DTYPE_F64 : is_unsigned ? DTYPE_U64 : DTYPE_I64;
  default: return DTYPE_COUNT;
  }
}

MlirType element_of_dtype(MlirContext ctx, Dtype d) {
  switch (d) {
  case DTYPE_BOOL: return mlirIntegerTypeGet(ctx, 1);
  case DTYPE_I8:
  case DTYPE_I16:
  case DTYPE_I32:
  case DTYPE_I64: return mlirIntegerTypeGet(ctx, 8u << (d - DTYPE_I8));
  case DTYPE_U8:
  case DTYPE_U16:
  case DTYPE_U32:
  case DTYPE_U64: return mlirIntegerTypeUnsignedGet(ctx, 8u << (d - DTYPE_U8));
  case DTYPE_F16: return mlirF16TypeGet(ctx);
  case DTYPE_BF16: return mlirBF16TypeGet(ctx);
  case DTYPE_F32: return mlirF32TypeGet(ctx);
  case DTYPE_F64: return mlirF64TypeGet(ctx);
  case DTYPE_C64: return mlirComplexTypeGet(mlirF32TypeGet(ctx));
  case DTYPE_C128: return mlirComplexTypeGet(mlirF64TypeGet(ctx));
  case DTYPE_KEY: return mlirIntegerTypeUnsignedGet(ctx, 32);
  default: break;
  }
  for (size_t i = 0; i < sizeof small_types / sizeof *small_types; i++)
    if (small_types[i].dtype == d) return small_types[i].get(ctx);
  BUG("dtype %d", (int)d);
}

//===-- dimension lists ------------------------------------------------------------------===//

Dims dims_of(int n, const int64_t *d) {
  if (n > MAX_RANK) op_too_many_dims();
  Dims x = {.n = n};
  for (int i = 0; i < n; i++) x.d[i] = d[i];
  return x;
}

bool dims_equal(Dims x, Dims y) {
  return x.n == y.n && !memcmp(x.d, y.d, (size_t)x.n * sizeof *x.d);
}

bool dims_has(Dims x, int64_t d) { return dims_find(x, d) >= 0; }

int dims_find(Dims x, int64_t d) {
  for (int i = 0; i < x.n; i++)
    if (x.d[i] == d) return i;
  return -1;
}

int64_t dims_product(Dims x) {
  int64_t n = 1;
  for (int i = 0; i < x.n; i++) n *= x.d[i];
  return n;
}

Dims dims_prepend(int64_t d, Dims x) { return dims_insert(x, 0, d); }

Dims dims_insert(Dims x, int at, int64_t d) {
  if (x.n == MAX_RANK) op_too_many_dims();
  for (int i = x.n++; i > at; i--) x.d[i] = x.d[i - 1];
  x.d[at] = d;
  return x;
}

Dims dims_append(Dims x, int64_t d) { return dims_insert(x, x.n, d); }

Dims dims_without(Dims x, Dims axes) {
  Dims y = {0};
  for (int i = 0; i < x.n; i++)
    if (!dims_has(axes, i)) y.d[y.n++] = x.d[i];
  return y;
}

Dims dims_shift(Dims x, int64_t by) {
  for (int i = 0; i < x.n; i++) x.d[i] += by;
  return x;
}

Dims dims_iota(int n) {
  Dims x = {.n = n};
  for (int i = 0; i < n; i++) x.d[i] = i;
  return x;
}

Dims dims_fill(int n, int64_t d) {
  Dims x = {.n = n};
  for (int i = 0; i < n; i++) x.d[i] = d;
  return x;
}

//===-- text -----------------------------------------------------------------------------===//

enum { TEXT_RING = 8, TEXT_SIZE = 512 };

static char *text_buffer(void) {
  static char ring[TEXT_RING][TEXT_SIZE];
  static int next;
  return ring[next++ % TEXT_RING];
}

// The sizes, separated, at s; the number of bytes written.
static int put_sizes(char *s, Dims x, const char *separator) {
  int at = 0;
  for (int i = 0; i < x.n && at < TEXT_SIZE - 64; i++)
    at += sprintf(s + at, "%s%lld", i ? separator : "", (long long)x.d[i]);
  return at;
}

const char *dims_text(Dims x) {
  char *s = text_buffer();
  int at = sprintf(s, "(");
  at += put_sizes(s + at, x, ", ");
  sprintf(s + at, x.n == 1 ? ",)" : ")");
  return s;
}

const char *type_text(MlirType t) {
  if (!mlirTypeIsARankedTensor(t)) return "something that is no array";
  char *s = text_buffer();
  Dtype d = element_dtype(type_element(t));
  int at = sprintf(s, "%s[", d < DTYPE_COUNT ? dtype_name(d) : "?");
  at += put_sizes(s + at, type_dims(t), ",");
  sprintf(s + at, "]");
  return s;
}
