// transform_jaxpr_params.c -- parameters of equations, as JAX names and prints them.
#include "driver/stage/transform_jaxpr.h"

#include <string.h>

typedef struct Params {
  Arena *a;
  Eqn *e;
  MlirAttribute attrs;
} Params;

static void add(Params *p, const char *name, const char *text) {
  p->e->param[p->e->nparam++] = (Param){.name = name, .text = text};
}

static const char *dims_of_attr(Params *p, const char *name) {
  return arena_strdup(p->a, dims_text(attr_dims(p->attrs, name)));
}

static void add_dims(Params *p, const char *name) { add(p, name, dims_of_attr(p, name)); }

static void add_flag(Params *p, const char *name) {
  add(p, name, attr_flag(p->attrs, name) ? "True" : "False");
}

static void add_int(Params *p, const char *name) {
  add(p, name, arena_printf(p->a, "%lld", (long long)attr_int(p->attrs, name)));
}

// ((low, high), ...), with a third list ((low, high, interior), ...)
static const char *tuples(Params *p, const char *const *names, int n) {
  StrBuf s;
  strbuf_init(&s, p->a);
  Dims first = attr_dims(p->attrs, names[0]);
  strbuf_putc(&s, '(');
  for (int i = 0; i < first.n; i++) {
    strbuf_puts(&s, i ? ", (" : "(");
    for (int k = 0; k < n; k++)
      strbuf_printf(&s, k ? ", %lld" : "%lld", (long long)attr_dims(p->attrs, names[k]).d[i]);
    strbuf_putc(&s, ')');
  }
  strbuf_puts(&s, first.n == 1 ? ",)" : ")");
  return s.data;
}

static void add_padding(Params *p) {
  add(p, "padding", tuples(p, (const char *const[]){"padding_low", "padding_high"}, 2));
}

static void conv_params(Params *p, MlirOperation op) {
  bool other = !mlirTypeEqual(val_element(op_result(op, 0)),
                              val_element(mlirOperationGetOperand(op, 0)));
  const char *lhs = dims_of_attr(p, "lhs_spec"), *rhs = dims_of_attr(p, "rhs_spec");
  const char *out = dims_of_attr(p, "out_spec");
  add_int(p, "batch_group_count");
  add(p, "dimension_numbers",
      arena_printf(p->a, "ConvDimensionNumbers(lhs_spec=%s, rhs_spec=%s, out_spec=%s)", lhs, rhs,
                   out));
  add_int(p, "feature_group_count");
  add_dims(p, "lhs_dilation");
  add(p, "out_sharding", "None");
  add_padding(p);
  add(p, "precision", "None");
  add(p, "preferred_element_type",
      other ? dtype_name(element_dtype(val_element(op_result(op, 0)))) : "None");
  add_dims(p, "rhs_dilation");
  add_dims(p, "window_strides");
}

static void window_params(Params *p, OpKind k) {
  bool select = k == OP_SELECT_AND_GATHER_ADD || k == OP_SELECT_AND_SCATTER_ADD;
  bool dilated = k != OP_SELECT_AND_SCATTER_ADD;
  if (dilated) add_dims(p, "base_dilation");
  add_padding(p);
  if (select) add(p, "select_prim", attr_text(p->a, p->attrs, "select"));
  if (dilated) add_dims(p, "window_dilation");
  add_dims(p, "window_dimensions");
  add_dims(p, "window_strides");
}

static void gather_params(Params *p) {
  static const char *const modes[][2] = {{"clip", "CLIP"}, {"fill", "FILL_OR_DROP"}};
  const char *mode = attr_text(p->a, p->attrs, "mode"), *shown = "PROMISE_IN_BOUNDS";
  for (int i = 0; i < 2; i++)
    if (!strcmp(mode, modes[i][0])) shown = modes[i][1];
  const char *offset = dims_of_attr(p, "offset_dims");
  const char *collapsed = dims_of_attr(p, "collapsed_slice_dims");
  const char *map = dims_of_attr(p, "start_index_map");
  const char *batching = dims_of_attr(p, "operand_batching_dims");
  const char *indices = dims_of_attr(p, "start_indices_batching_dims");
  add(p, "dimension_numbers",
      arena_printf(p->a,
                   "GatherDimensionNumbers(offset_dims=%s, collapsed_slice_dims=%s, "
                   "start_index_map=%s, operand_batching_dims=%s, start_indices_batching_dims=%s)",
                   offset, collapsed, map, batching, indices));
  add(p, "fill_value", "None");
  add_flag(p, "indices_are_sorted");
  add(p, "mode", arena_printf(p->a, "GatherScatterMode.%s", shown));
  add_dims(p, "slice_sizes");
  add_flag(p, "unique_indices");
}

static void triangular_solve_params(Params *p) {
  static const char *const names[] = {"conjugate_a", "left_side", "lower", "transpose_a",
                                      "unit_diagonal"};
  for (int i = 0; i < 5; i++)
    add_flag(p, names[i]);
}

static void factorisation_params(Params *p, OpKind k) {
  if (k == OP_QR) {
    add_flag(p, "full_matrices");
    add(p, "pivoting", "False");
    add(p, "use_magma", "None");
    return;
  }
  add(p, "algorithm", "None");
  if (k == OP_EIGH) {
    add_flag(p, "lower");
    add(p, "sort_eigenvalues", "True");
  } else {
    add_flag(p, "compute_uv");
    add_flag(p, "full_matrices");
  }
  add(p, "subset_by_index", "None");
}

// The last `rank` sizes of the real or longer side, and JAX's number of the transform.
static void fft_params(Params *p, OpKind k, MlirOperation op) {
  Val side = k == OP_IRFFT ? op_result(op, 0) : mlirOperationGetOperand(op, 0);
  Dims d = val_dims(side), lengths = {0};
  int rank = (int)attr_int(p->attrs, "rank");
  for (int i = d.n - rank; i < d.n; i++)
    lengths = dims_append(lengths, d.d[i]);
  add(p, "fft_lengths", arena_strdup(p->a, dims_text(lengths)));
  bool inverse = attr_flag(p->attrs, "inverse");
  add(p, "fft_type", k == OP_RFFT ? "2" : k == OP_IRFFT ? "3" : inverse ? "1" : "0");
}

void jaxpr_more_params(Arena *a, Eqn *e, MlirOperation op) {
  OpKind k = op_kind(op);
  Params p = {a, e, op_attrs(op)};
  switch (k) {
  case OP_CONV_GENERAL_DILATED:
    conv_params(&p, op);
    break;
  case OP_REDUCE_WINDOW_SUM:
  case OP_REDUCE_WINDOW_MAX:
  case OP_REDUCE_WINDOW_MIN:
  case OP_SELECT_AND_GATHER_ADD:
  case OP_SELECT_AND_SCATTER_ADD:
    window_params(&p, k);
    break;
  case OP_GATHER:
    gather_params(&p);
    break;
  case OP_PAD:
    add(&p, "padding_config", tuples(&p, (const char *const[]){"low", "high", "interior"}, 3));
    break;
  case OP_TRIANGULAR_SOLVE:
    triangular_solve_params(&p);
    break;
  case OP_QR:
  case OP_EIGH:
  case OP_SVD:
    factorisation_params(&p, k);
    break;
  case OP_FFT:
  case OP_RFFT:
  case OP_IRFFT:
    fft_params(&p, k, op);
    e->prim = "fft";
    break;
  case OP_TOP_K:
    add_int(&p, "axis");
    add_int(&p, "k");
    break;
  case OP_LU_PIVOTS_TO_PERMUTATION:
    add_int(&p, "permutation_size");
    break;
  case OP_TRIDIAGONAL_SOLVE:
    add(&p, "perturb_singular", "False");
    break;
  case OP_REDUCE_PRECISION:
    add_int(&p, "exponent_bits");
    add_int(&p, "mantissa_bits");
    break;
  case OP_ROUND:
    add(&p, "rounding_method", attr_flag(p.attrs, "to_nearest_even") ? "1" : "0");
    break;
  default:
    break;
  }
}
