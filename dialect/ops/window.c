// window.c -- what is computed over sliding windows: sums, extrema and their derivatives.
//
// The rules are JAX's: an extremum's tangent is that of the window's first one
// (select_and_gather_add), whose transpose scatters to it (select_and_scatter_add).
#include "dialect/ops/window.h"

#include "dialect/rules.h"

#include <string.h>

static Dims dims_or_ones(MlirAttribute attrs, const char *name, int n) {
  if (mlirAttributeIsNull(attr_get(attrs, name))) return dims_fill(n, 1);
  return attr_dims(attrs, name);
}

Window window_of(MlirAttribute attrs) {
  Window w = {attr_dims(attrs, "window_dimensions"), attr_dims(attrs, "window_strides"),
              attr_dims(attrs, "padding_low"), attr_dims(attrs, "padding_high")};
  w.base = dims_or_ones(attrs, "base_dilation", w.size.n);
  w.dilation = dims_or_ones(attrs, "window_dilation", w.size.n);
  return w;
}

int64_t window_span(int64_t n, int64_t dilation) { return n ? (n - 1) * dilation + 1 : 0; }

int64_t window_count(const Window *w, int i, int64_t n) {
  int64_t room = window_span(n, w->base.d[i]) + w->low.d[i] + w->high.d[i];
  int64_t span = window_span(w->size.d[i], w->dilation.d[i]);
  return room < span ? 0 : (room - span) / w->stride.d[i] + 1;
}

//===-- shapes ---------------------------------------------------------------------------===//

static bool check_list(const OpCall *c, Dims x, const char *name, Dims d, int64_t least) {
  if (d.n != x.n)
    return shape_error(c, "has %s %s for an operand of shape %s", name, dims_text(d),
                       dims_text(x));
  for (int i = 0; i < d.n; i++)
    if (d.d[i] < least)
      return shape_error(c, "requires positive %s, got %s", name, dims_text(d));
  return true;
}

// The shape of the windows of an operand.
static bool check_window(const OpCall *c, Dims x, Dims *to) {
  Window w = window_of(c->attrs);
  bool ok = check_list(c, x, "window_dimensions", w.size, 1) &&
            check_list(c, x, "window_strides", w.stride, 1) &&
            check_list(c, x, "padding_low", w.low, INT64_MIN) &&
            check_list(c, x, "padding_high", w.high, INT64_MIN) &&
            check_list(c, x, "base_dilation", w.base, 1) &&
            check_list(c, x, "window_dilation", w.dilation, 1);
  *to = x;
  for (int i = 0; ok && i < x.n; i++)
    to->d[i] = window_count(&w, i, x.d[i]);
  return ok;
}

static bool shape_reduce_window(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  MlirType t = mlirValueGetType(c->in[0]);
  Dims to;
  if (!check_window(c, type_dims(t), &to)) return false;
  if (c->kind == OP_REDUCE_WINDOW_SUM && element_is_bool(type_element(t)))
    return shape_raise(c, "TypeError",
                       "operand to reduce_window_sum must have a number dtype, got bool");
  if (element_is_complex(type_element(t)) && c->kind != OP_REDUCE_WINDOW_SUM)
    return shape_error(c, "does not accept dtype %s", dtype_name(element_dtype(type_element(t))));
  out[0] = type_with_dims(t, to);
  return true;
}

static bool check_select(const OpCall *c) {
  Arena a;
  arena_init(&a);
  const char *s = attr_text(&a, c->attrs, "select");
  bool ok = s && (!strcmp(s, "ge") || !strcmp(s, "le"));
  arena_release(&a);
  if (!ok) return shape_error(c, "requires select to be \"ge\" or \"le\"");
  MlirType e = val_element(c->in[0]);
  bool number = !element_is_complex(e) && !element_is_bool(e);
  if (!number || !mlirTypeEqual(e, val_element(c->in[1])))
    return shape_error(c, "requires real numbers of one dtype, got %s and %s",
                       type_text(mlirValueGetType(c->in[0])),
                       type_text(mlirValueGetType(c->in[1])));
  return true;
}

static bool shape_select_and_gather_add(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1) || !check_select(c)) return false;
  Dims t = val_dims(c->in[0]), x = val_dims(c->in[1]), to;
  if (!dims_equal(t, x))
    return shape_raise(c, "TypeError",
                       "select_and_gather_add tangents and operand shapes must match, got %s and "
                       "%s.",
                       dims_text(t), dims_text(x));
  if (!check_window(c, x, &to)) return false;
  out[0] = type_with_dims(mlirValueGetType(c->in[0]), to);
  return true;
}

static bool shape_select_and_scatter_add(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1) || !check_select(c)) return false;
  Dims source = val_dims(c->in[0]), to;
  if (!check_window(c, val_dims(c->in[1]), &to)) return false;
  if (!dims_equal(source, to))
    return shape_error(c, "has a source of shape %s for windows of shape %s", dims_text(source),
                       dims_text(to));
  out[0] = mlirValueGetType(c->in[1]);
  return true;
}

//===-- batching -------------------------------------------------------------------------===//

static MlirAttribute prepended(Build *b, MlirAttribute attrs, const char *name, int64_t d) {
  if (mlirAttributeIsNull(attr_get(attrs, name))) return attrs;
  Dims x = dims_prepend(d, attr_dims(attrs, name));
  return attrs_with(b->ctx, attrs, name, attr_of_dims(b->ctx, x));
}

// Windows of 1 along the new axis.
static bool batch_window(Build *b, const OpCall *c, const bool *batched, Val *out,
                         bool *out_batched) {
  static const char *const ones[] = {"window_dimensions", "window_strides", "base_dilation",
                                     "window_dilation"};
  MlirAttribute attrs = c->attrs;
  for (int i = 0; i < 4; i++)
    attrs = prepended(b, attrs, ones[i], 1);
  attrs = prepended(b, prepended(b, attrs, "padding_low", 0), "padding_high", 0);
  return batch_done(build_changed(b, c, batch_all(b, c, batched), attrs, NULL), out, out_batched);
}

//===-- derivatives ----------------------------------------------------------------------===//

static MlirAttribute with_dims(Build *b, MlirAttribute attrs, const char *name, Dims d) {
  return attrs_with(b->ctx, attrs, name, attr_of_dims(b->ctx, d));
}

static Val padded(Build *b, Val x, double value, Dims low, Dims high, Dims interior) {
  Val padding = op_splat(b, type_tensor(val_element(x), (Dims){0}), value);
  MlirAttribute attrs = attrs_make(b->ctx, 3, "low", attr_of_dims(b->ctx, low), "high",
                                   attr_of_dims(b->ctx, high), "interior",
                                   attr_of_dims(b->ctx, interior));
  return op_result(build_op(b, OP_PAD, 2, (Val[]){x, padding}, attrs, 1, NULL), 0);
}

// Every element of x gets the cotangents of the windows that it is in: the sum over windows of ct,
// spread out by the strides.
static bool transpose_reduce_window_sum(Build *b, const OpCall *c, const bool *linear,
                                        const Val *ct, Val *ct_in) {
  ct_in[0] = VAL_NONE;
  if (val_is_none(ct[0])) return true;
  Window w = window_of(c->attrs);
  Dims x = val_dims(c->in[0]), y = val_dims(ct[0]), low = x, high = x;
  for (int i = 0; i < x.n; i++) {
    int64_t span = window_span(w.size.d[i], w.dilation.d[i]);
    low.d[i] = span - w.low.d[i] - 1;
    high.d[i] = window_span(x.d[i], w.base.d[i]) + span - 1 -
                window_span(y.d[i], w.stride.d[i]) - low.d[i];
  }
  Val g = padded(b, ct[0], 0, low, high, dims_shift(w.stride, -1));
  MlirAttribute attrs = with_dims(b, c->attrs, "window_strides", w.base);
  attrs = with_dims(b, attrs, "base_dilation", dims_fill(x.n, 1));
  attrs = with_dims(b, attrs, "padding_low", dims_fill(x.n, 0));
  attrs = with_dims(b, attrs, "padding_high", dims_fill(x.n, 0));
  ct_in[0] = op_result(build_changed(b, c, &g, attrs, NULL), 0);
  return true;
}

static bool jvp_reduce_window_extremum(Build *b, const OpCall *c, const Val *y, const Val *dx,
                                       Val *dy) {
  const char *select = c->kind == OP_REDUCE_WINDOW_MAX ? "ge" : "le";
  MlirAttribute attrs = attrs_with(b->ctx, c->attrs, "select", attr_of_text(b->ctx, select));
  Val in[] = {dx[0], c->in[0]};
  dy[0] = op_result(build_op(b, OP_SELECT_AND_GATHER_ADD, 2, in, attrs, 1, NULL), 0);
  return true;
}

// Both select_and ops are linear in operand 0; what operand 1 selects is locally constant.
static bool jvp_select_and(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  dy[0] = VAL_NONE;
  if (val_is_none(dx[0])) return true;
  dy[0] = op_result(build_changed(b, c, (Val[]){dx[0], c->in[1]}, c->attrs, NULL), 0);
  return true;
}

static Val strided(Build *b, Val x, Dims stride) {
  Dims d = val_dims(x);
  MlirAttribute attrs = attrs_make(
      b->ctx, 3, "start_indices", attr_of_dims(b->ctx, dims_fill(d.n, 0)), "limit_indices",
      attr_of_dims(b->ctx, d), "strides", attr_of_dims(b->ctx, stride));
  return op_result(build_op(b, OP_SLICE, 1, &x, attrs, 1, NULL), 0);
}

// What padding counts as: never selected before an element of x.
static Val worst(Build *b, MlirType e, bool max) {
  MlirType t = type_tensor(e, (Dims){0}), none = type_tensor(e, dims_of(1, (int64_t[]){0}));
  Val nothing = op_zeros(b, none);
  Val y = op_reduce(b, max ? OP_REDUCE_MAX : OP_REDUCE_MIN, nothing, dims_iota(1));
  return op_reshape(b, y, type_dims(t));
}

// The operand spread out by the base dilation, if there is one.
static Val dilated_operand(Build *b, const OpCall *c, const Window *w, bool max) {
  Dims none = dims_fill(w->base.n, 0);
  if (dims_equal(w->base, dims_fill(w->base.n, 1))) return c->in[1];
  MlirAttribute attrs = attrs_make(b->ctx, 3, "low", attr_of_dims(b->ctx, none), "high",
                                   attr_of_dims(b->ctx, none), "interior",
                                   attr_of_dims(b->ctx, dims_shift(w->base, -1)));
  Val in[] = {c->in[1], worst(b, val_element(c->in[1]), max)};
  return op_result(build_op(b, OP_PAD, 2, in, attrs, 1, NULL), 0);
}

static bool transpose_select_and_gather_add(Build *b, const OpCall *c, const bool *linear,
                                            const Val *ct, Val *ct_in) {
  Window w = window_of(c->attrs);
  ct_in[0] = ct_in[1] = VAL_NONE;
  if (!dims_equal(w.dilation, dims_fill(w.size.n, 1)))
    return shape_raise(c, "NotImplementedError",
                       "VJP not implemented for select_and_gather (MaxPool) with window dilation, "
                       "got window_dilation=%s.",
                       dims_text(w.dilation));
  if (val_is_none(ct[0])) return true;
  bool max = !strcmp(attr_text(b->arena, c->attrs, "select"), "ge");
  Val in[] = {ct[0], dilated_operand(b, c, &w, max)};
  MlirAttribute attrs = attrs_with(b->ctx, c->attrs, "base_dilation", (MlirAttribute){0});
  attrs = attrs_with(b->ctx, attrs, "window_dilation", (MlirAttribute){0});
  Val y = op_result(build_op(b, OP_SELECT_AND_SCATTER_ADD, 2, in, attrs, 1, NULL), 0);
  ct_in[0] = in[1].ptr == c->in[1].ptr ? y : strided(b, y, w.base);
  return true;
}

static bool transpose_select_and_scatter_add(Build *b, const OpCall *c, const bool *linear,
                                             const Val *ct, Val *ct_in) {
  ct_in[0] = ct_in[1] = VAL_NONE;
  if (val_is_none(ct[0])) return true;
  Dims ones = dims_fill(val_dims(ct[0]).n, 1);
  MlirAttribute attrs = with_dims(b, c->attrs, "base_dilation", ones);
  attrs = with_dims(b, attrs, "window_dilation", ones);
  Val in[] = {ct[0], c->in[1]};
  ct_in[0] = op_result(build_op(b, OP_SELECT_AND_GATHER_ADD, 2, in, attrs, 1, NULL), 0);
  return true;
}

const OpRules rules_reduce_window_sum = {.shape = shape_reduce_window,
                                         .batch = batch_window,
                                         .jvp = jvp_linear,
                                         .transpose = transpose_reduce_window_sum};
const OpRules rules_reduce_window_max = {.shape = shape_reduce_window,
                                         .batch = batch_window,
                                         .jvp = jvp_reduce_window_extremum};
const OpRules rules_reduce_window_min = {.shape = shape_reduce_window,
                                         .batch = batch_window,
                                         .jvp = jvp_reduce_window_extremum};
const OpRules rules_select_and_gather_add = {.shape = shape_select_and_gather_add,
                                             .batch = batch_window,
                                             .jvp = jvp_select_and,
                                             .transpose = transpose_select_and_gather_add};
const OpRules rules_select_and_scatter_add = {.shape = shape_select_and_scatter_add,
                                              .batch = batch_window,
                                              .jvp = jvp_select_and,
                                              .transpose = transpose_select_and_scatter_add};
