// fft.c -- discrete Fourier transforms over the last dimensions.
//
// The complex one is a symmetric linear map and its own transpose; the real ones are expressed by
// it.
#include "dialect/ops/linalg.h"

FftCall fft_call(const OpCall *c) {
  Dims d = val_dims(c->in[0]);
  FftCall f = {.batch = 1, .rank = (int)attr_int(c->attrs, "rank")};
  for (int i = 0; i < d.n - f.rank; i++)
    f.batch *= d.d[i];
  for (int i = 0; i < f.rank; i++)
    f.length[i] = d.d[d.n - f.rank + i];
  f.inverse = attr_flag(c->attrs, "inverse");
  f.dtype = (int32_t)element_dtype(val_element(c->in[0]));
  return f;
}

// Floats of 32 or 64 bits, complex or not.
static bool check_fft(const OpCall *c, bool complex) {
  MlirType e = val_element(c->in[0]);
  int64_t rank = attr_int(c->attrs, "rank");
  bool wide = element_is_float(e) && element_bits(e) >= 32;
  if (complex ? !element_is_complex(e) : !wide)
    return shape_error(c, "requires a %s array, got %s", complex ? "complex" : "float32 or float64",
                       type_text(mlirValueGetType(c->in[0])));
  if (rank >= 1 && rank <= 3 && rank <= val_dims(c->in[0]).n) return true;
  return shape_error(c, "cannot transform %lld dimensions of %s", (long long)rank,
                     dims_text(val_dims(c->in[0])));
}

static bool shape_fft(const OpCall *c, MlirType *out) {
  return shape_arity(c, 1, 1) && check_fft(c, true) && shape_same(c, out);
}

static bool shape_rfft(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1) || !check_fft(c, false)) return false;
  Dims d = val_dims(c->in[0]);
  d.d[d.n - 1] = d.d[d.n - 1] / 2 + 1;
  out[0] = type_tensor(mlirComplexTypeGet(val_element(c->in[0])), d);
  return true;
}

static bool shape_irfft(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1) || !check_fft(c, true)) return false;
  Dims d = val_dims(c->in[0]);
  int64_t n = attr_int(c->attrs, "length");
  if (n < 1 || n / 2 + 1 != d.d[d.n - 1])
    return shape_error(c, "of length %lld requires %lld elements, got %s", (long long)n,
                       (long long)(n / 2 + 1), dims_text(d));
  d.d[d.n - 1] = n;
  out[0] = type_tensor(element_part(val_element(c->in[0])), d);
  return true;
}

static bool batch_fft(Build *b, const OpCall *c, const bool *batched, Val *out, bool *out_batched) {
  return batch_done(build_changed(b, c, c->in, c->attrs, NULL), out, out_batched);
}

static bool transpose_fft(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                          Val *ct_in) {
  ct_in[0] = VAL_NONE;
  if (!val_is_none(ct[0])) ct_in[0] = op_result(build_changed(b, c, ct, c->attrs, NULL), 0);
  return true;
}

static Val fft_of(Build *b, Val x, int64_t rank, bool inverse) {
  MlirAttribute attrs = attrs_make(b->ctx, 2, "rank", attr_of_int(b->ctx, rank), "inverse",
                                   inverse ? attr_unit(b->ctx) : (MlirAttribute){0});
  return op_result(build_op(b, OP_FFT, 1, &x, attrs, 1, NULL), 0);
}

// The first half of the transform of x + 0i.
static bool expand_rfft(Build *b, const OpCall *c, Val *out) {
  Val x = c->in[0], y = op_complex(b, x, op_zeros(b, mlirValueGetType(x)));
  Dims d = val_dims(x);
  y = fft_of(b, y, attr_int(c->attrs, "rank"), false);
  out[0] = mat_slice(b, y, 1, 0, d.d[d.n - 1] / 2 + 1);
  return true;
}

static Val reversed(Build *b, Val x, Dims dims) {
  MlirAttribute attrs = attrs_make(b->ctx, 1, "dimensions", attr_of_dims(b->ctx, dims));
  return op_result(build_op(b, OP_REV, 1, &x, attrs, 1, NULL), 0);
}

static Val joined(Build *b, Val x, Val y) {
  int last = val_dims(x).n - 1;
  MlirAttribute attrs = attrs_make(b->ctx, 1, "dimension", attr_of_int(b->ctx, last));
  return op_result(build_op(b, OP_CONCATENATE, 2, (Val[]){x, y}, attrs, 1, NULL), 0);
}

// Of the last dimension alone, x completed by its conjugate mirror image; of the others first.
static bool expand_irfft(Build *b, const OpCall *c, Val *out) {
  Val x = c->in[0];
  int64_t n = attr_int(c->attrs, "length"), rank = attr_int(c->attrs, "rank"), k = n / 2 + 1;
  int last = val_dims(x).n - 1;
  if (rank > 1) {
    int at = last - (int)rank + 1; // the last dimension goes there and back
    Val z = fft_of(b, op_move_axis(b, x, last, at), rank - 1, true);
    x = op_move_axis(b, z, at, last);
  }
  Val full = x;
  if (n - k > 0) {
    Val mirror = reversed(b, mat_slice(b, x, 1, 1, n - k + 1), dims_of(1, (int64_t[]){last}));
    full = joined(b, full, op_unary(b, OP_CONJ, mirror));
  }
  out[0] = op_unary(b, OP_REAL, fft_of(b, full, 1, true));
  return true;
}

const OpRules rules_fft = {.shape = shape_fft,
                           .batch = batch_fft,
                           .jvp = jvp_linear,
                           .transpose = transpose_fft,
                           .flags = OP_EXPENSIVE | OP_WHOLE};
const OpRules rules_rfft = {.shape = shape_rfft, .batch = batch_fft, .expand = expand_rfft};
const OpRules rules_irfft = {.shape = shape_irfft, .batch = batch_fft, .expand = expand_irfft};
