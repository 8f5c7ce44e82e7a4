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

static Val reversed(Build *b, Val x) {
  Dims last = dims_of(1, (int64_t[]){val_dims(x).n - 1});
  MlirAttribute attrs = attrs_make(b->ctx, 1, "dimensions", attr_of_dims(b->ctx, last));
  return op_result(build_op(b, OP_REV, 1, &x, attrs, 1, NULL), 0);
}

static Val joined(Build *b, Val x, Val y) {
  int last = val_dims(x).n - 1;
  MlirAttribute attrs = attrs_make(b->ctx, 1, "dimension", attr_of_int(b->ctx, last));
  return op_result(build_op(b, OP_CONCATENATE, 2, (Val[]){x, y}, attrs, 1, NULL), 0);
}

//===-- real lines of even length -----------------------------------------------------------===//
//
// Elements 2 j and 2 j + 1 of a real line are the parts of element j of a complex one, whose
// transform is E + i O, those of the even and of the odd elements: the transform of the line is E +
// w^k O, w = exp(-2 pi i / n), 0 <= k <= h = n / 2.

// The parts of exp(2 pi i k / n), 0 <= k <= h, in the shape and the type of x: 0 and 1 are exact.
typedef struct Turn {
  Val re, im, inside; // inside: 0 < k < h
} Turn;

static Val sine_of_turn(Build *b, Val x, MlirType element) {
  return op_convert(b, op_unary(b, OP_SIN, op_scale(b, x, 3.14159265358979323846)), element);
}

static Turn turn_like(Build *b, Val x) {
  Dims shape = val_dims(x), last = dims_of(1, (int64_t[]){shape.n - 1});
  MlirType f64 = mlirF64TypeGet(b->ctx), e = val_element(x);
  int64_t k = shape.d[shape.n - 1];
  Val t = op_iota(b, type_tensor(f64, dims_of(1, &k)), 0);
  t = op_div(b, t, op_splat_like(b, t, (double)(k - 1)));
  Val left = op_sub(b, op_splat_like(b, t, 1), t), near = op_binary(b, OP_MIN, t, left);
  Val re = sine_of_turn(b, op_sub(b, op_splat_like(b, t, 0.5), t), e);
  Val inside = op_compare(b, OP_GT, near, op_splat_like(b, near, 0));
  return (Turn){op_broadcast(b, re, shape, last),
                op_broadcast(b, sine_of_turn(b, near, e), shape, last),
                op_broadcast(b, inside, shape, last)};
}

// Elements from + 2 j.
static Val every_other(Build *b, Val pairs, Dims half, int64_t from) {
  return op_reshape(b, mat_slice(b, pairs, 1, from, from + 1), half);
}

static Val half_sum(Build *b, Val x, Val y) { return op_scale(b, op_add(b, x, y), 0.5); }
static Val half_less(Build *b, Val x, Val y) { return op_scale(b, op_sub(b, x, y), 0.5); }

static Val rfft_even(Build *b, Val x) {
  Dims half = val_dims(x);
  half.d[half.n - 1] /= 2;
  Val pairs = op_reshape(b, x, dims_append(half, 2));
  Val z = op_complex(b, every_other(b, pairs, half, 0), every_other(b, pairs, half, 1));
  z = fft_of(b, z, 1, false);
  Val re = op_unary(b, OP_REAL, z), im = op_unary(b, OP_IMAG, z);
  re = joined(b, re, mat_slice(b, re, 1, 0, 1)), im = joined(b, im, mat_slice(b, im, 1, 0, 1));
  Val back_re = reversed(b, re), back_im = reversed(b, im);
  Val e_re = half_sum(b, re, back_re), e_im = half_less(b, im, back_im);
  Val o_re = half_sum(b, im, back_im), o_im = half_less(b, back_re, re);
  Turn w = turn_like(b, re); // of which the conjugate turns
  Val y_re = op_add(b, op_mul(b, w.re, o_re), op_mul(b, w.im, o_im));
  Val y_im = op_sub(b, op_mul(b, w.re, o_im), op_mul(b, w.im, o_re));
  return op_complex(b, op_add(b, e_re, y_re), op_add(b, e_im, y_im));
}

// The imaginary parts of the first and the last element are not looked at.
static Val irfft_even(Build *b, Val x) {
  Dims half = val_dims(x), one = half;
  int64_t h = --half.d[half.n - 1];
  Val re = op_unary(b, OP_REAL, x), im = op_unary(b, OP_IMAG, x);
  Turn w = turn_like(b, re);
  im = op_select(b, w.inside, im, op_zeros(b, mlirValueGetType(im)));
  Val back_re = reversed(b, re), back_im = reversed(b, im);
  Val e_re = half_sum(b, re, back_re), e_im = half_less(b, im, back_im);
  Val d_re = half_less(b, re, back_re), d_im = half_sum(b, im, back_im);
  Val o_re = op_sub(b, op_mul(b, w.re, d_re), op_mul(b, w.im, d_im));
  Val o_im = op_add(b, op_mul(b, w.re, d_im), op_mul(b, w.im, d_re));
  Val z_re = mat_slice(b, op_sub(b, e_re, o_im), 1, 0, h);
  Val z_im = mat_slice(b, op_add(b, e_im, o_re), 1, 0, h);
  Val z = fft_of(b, op_complex(b, z_re, z_im), 1, true);
  Dims single = dims_append(half, 1);
  Val even = op_reshape(b, op_unary(b, OP_REAL, z), single);
  Val odd = op_reshape(b, op_unary(b, OP_IMAG, z), single);
  one.d[one.n - 1] = 2 * h;
  return op_reshape(b, joined(b, even, odd), one);
}

//===-- the ops -------------------------------------------------------------------------------===//

// Of dimensions before the last, `rank` of them: the last goes before them and back.
static Val fft_others(Build *b, Val x, int64_t rank, bool inverse) {
  int last = val_dims(x).n - 1, at = last - (int)rank;
  if (!rank) return x;
  Val z = fft_of(b, op_move_axis(b, x, last, at), rank, inverse);
  return op_move_axis(b, z, at, last);
}

// The first half of the transform of x + 0i.
static bool expand_rfft(Build *b, const OpCall *c, Val *out) {
  Val x = c->in[0];
  Dims d = val_dims(x);
  int64_t n = d.d[d.n - 1], rank = attr_int(c->attrs, "rank");
  if (n % 2 == 0 && type_count(mlirValueGetType(x)))
    return out[0] = fft_others(b, rfft_even(b, x), rank - 1, false), true;
  Val y = fft_of(b, op_complex(b, x, op_zeros(b, mlirValueGetType(x))), rank, false);
  out[0] = mat_slice(b, y, 1, 0, n / 2 + 1);
  return true;
}

// Of the last dimension alone, x completed by its conjugate mirror image; of the others first.
static bool expand_irfft(Build *b, const OpCall *c, Val *out) {
  int64_t n = attr_int(c->attrs, "length"), rank = attr_int(c->attrs, "rank"), k = n / 2 + 1;
  Val x = fft_others(b, c->in[0], rank - 1, true), full = x;
  if (n % 2 == 0 && type_count(mlirValueGetType(x))) return out[0] = irfft_even(b, x), true;
  if (n - k > 0)
    full = joined(b, x, op_unary(b, OP_CONJ, reversed(b, mat_slice(b, x, 1, 1, n - k + 1))));
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
