// lax_reduce.c -- jax.lax reductions, running reductions, sorting and contraction.
#include "driver/stage/lax.h"

#include "dialect/scalar.h"

#include <string.h>

typedef struct Named {
  const char *name;
  OpKind kind;
} Named;

static const Named reduce_table[] = {{"reduce_sum", OP_REDUCE_SUM}, {"reduce_prod", OP_REDUCE_PROD},
                                     {"reduce_max", OP_REDUCE_MAX}, {"reduce_min", OP_REDUCE_MIN},
                                     {"reduce_and", OP_REDUCE_AND}, {"reduce_or", OP_REDUCE_OR},
                                     {"reduce_xor", OP_REDUCE_XOR}};
static const Named arg_table[] = {{"argmax", OP_ARGMAX}, {"argmin", OP_ARGMIN}};
static const Named cumulative_table[] = {{"cumsum", OP_CUMSUM},
                                         {"cumprod", OP_CUMPROD},
                                         {"cummax", OP_CUMMAX},
                                         {"cummin", OP_CUMMIN},
                                         {"cumlogsumexp", OP_CUMLOGSUMEXP}};

//===-- reductions --------------------------------------------------------===//

static bool reduction_axes(VM *vm, Value v, const Array *x, Dims *out) {
  Dims given;
  *out = (Dims){0};
  if (!parse_dims(vm, v, "axes", &given)) return false;
  for (int i = 0; i < given.n; i++)
    if (given.d[i] < 0 || given.d[i] >= (int64_t)x->rank)
      return vm_raise(vm, E_ValueError, "reduction axes %s contains out-of-bounds indices for %s.",
                      dims_text(given), array_text(vm, x));
  for (uint32_t i = 0; i < x->rank; i++)
    if (dims_has(given, i)) *out = dims_append(*out, i);
  if (out->n != given.n)
    return vm_raise(vm, E_ValueError, "duplicate value in 'axes' of reduction: %s",
                    dims_text(given));
  return true;
}

static bool check_reduce(VM *vm, const Named *r, const Array *x) {
  bool logical = r->kind == OP_REDUCE_AND || r->kind == OP_REDUCE_OR || r->kind == OP_REDUCE_XOR;
  bool sum = r->kind == OP_REDUCE_SUM || r->kind == OP_REDUCE_PROD;
  if (logical ? !dtype_is_inexact(x->dtype) && x->dtype != DTYPE_KEY
              : x->dtype != DTYPE_KEY && !(sum && x->dtype == DTYPE_BOOL))
    return true;
  return vm_raise(vm, E_TypeError,
                  "%s does not accept dtype %s. Accepted dtypes are subtypes of %s.", r->name,
                  dtype_name(x->dtype), logical ? "bool, integer" : "number");
}

static bool reduce_function(VM *vm, Value *bound, Value *out) {
  const Named *r = &reduce_table[native_closure(vm).i];
  Array *x;
  Dims axes;
  if (!lax_operand(vm, r->name, bound[0], 0, &x) || !reduction_axes(vm, bound[1], x, &axes))
    return false;
  if (!check_reduce(vm, r, x)) return false;
  if (!axes.n) return *out = v_obj(x), true;
  MlirAttribute attrs = attrs_make(vm->context, 1, "axes", attr_of_dims(vm->context, axes));
  return array_emit1(vm, &(ArrayOp){r->kind, attrs, x->dtype, dims_without(array_dims(x), axes)}, x,
                     out);
}

static bool arg_function(VM *vm, Value *bound, Value *out) {
  const Named *r = &arg_table[native_closure(vm).i];
  Array *x;
  int64_t axis;
  Dtype d;
  if (!lax_operand(vm, r->name, bound[0], 0, &x) || !static_int(vm, bound[1], NULL, &axis) ||
      !dtype_argument(vm, bound[2], r->name, &d))
    return false;
  if (!dtype_is_int(d))
    return vm_raise(vm, E_TypeError, "index_dtype must be an integer type, but got %s",
                    dtype_name(d));
  if (axis < 0 || axis >= (int64_t)x->rank)
    return vm_raise(vm, E_ValueError, "Invalid axis %lld for operand shape %s", (long long)axis,
                    dims_text(array_dims(x)));
  if (!x->shape[axis])
    return vm_raise(vm, E_ValueError,
                    "%s requires non-empty reduced dimension. operand.shape=%s axis=%lld", r->name,
                    dims_text(array_dims(x)), (long long)axis);
  if (dtype_is_complex(x->dtype))
    return vm_raise(vm, E_TypeError,
                    "%s does not accept dtype %s at position 0. Accepted dtypes at position 0 are "
                    "subtypes of integer, floating, bool.",
                    r->kind == OP_ARGMAX ? "gt" : "lt", dtype_name(x->dtype));
  MlirAttribute attrs = attrs_make(vm->context, 1, "axis", attr_of_int(vm->context, axis));
  Dims shape = dims_without(array_dims(x), dims_of(1, &axis));
  if (!array_emit1(vm, &(ArrayOp){r->kind, attrs, d, shape}, x, out)) return false;
  AS_ARRAY(*out)->weak = false;
  return true;
}

static bool cumulative_function(VM *vm, Value *bound, Value *out) {
  const Named *r = &cumulative_table[native_closure(vm).i];
  Array *x;
  int64_t axis;
  bool reverse;
  if (!lax_operand(vm, r->name, bound[0], 0, &x) || !static_int(vm, bound[1], NULL, &axis) ||
      !truth(vm, bound[2], &reverse))
    return false;
  if (axis < 0 || axis >= (int64_t)x->rank)
    return vm_raise(vm, E_ValueError, "axis %lld is out of bounds for array of shape %s",
                    (long long)axis, dims_text(array_dims(x)));
  MlirAttribute attrs =
      attrs_make(vm->context, 2, "axis", attr_of_int(vm->context, axis), "reverse",
                 reverse ? attr_unit(vm->context) : (MlirAttribute){0});
  return array_emit1(vm, &(ArrayOp){r->kind, attrs, x->dtype, array_dims(x)}, x, out);
}

//===-- sorting -----------------------------------------------------------===//

static const char *shapes_text(VM *vm, uint32_t n, Array *const *xs) {
  StrBuf b;
  strbuf_init(&b, vm->arena);
  for (uint32_t i = 0; i < n; i++)
    strbuf_printf(&b, i ? " %s" : "%s", dims_text(array_dims(xs[i])));
  return b.data;
}

static bool emit_sort(VM *vm, uint32_t n, Array *const *xs, int64_t dim, int64_t keys,
                      Value *results) {
  MlirValue *in = ARENA_ARRAY(vm->arena, MlirValue, n);
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, n);
  for (uint32_t i = 0; i < n; i++) {
    if (!trace_use(vm, v_obj(xs[i]), &in[i])) return false;
    types[i] = mlirValueGetType(in[i]);
    if (!dims_equal(array_dims(xs[i]), array_dims(xs[0])))
      return vm_raise(vm, E_TypeError, "Arguments to sort must have equal shapes, got: %s",
                      shapes_text(vm, n, xs));
  }
  MlirAttribute attrs = attrs_make(vm->context, 2, "dimension", attr_of_int(vm->context, dim),
                                   "num_keys", attr_of_int(vm->context, keys));
  MlirOperation op = stage_op(vm, OP_SORT, (int)n, in, attrs, (int)n, types);
  if (mlirOperationIsNull(op)) return false;
  for (uint32_t i = 0; i < n; i++)
    results[i] = array_new(vm, op_result(op, (int)i), xs[i]->dtype, xs[i]->weak);
  return true;
}

static bool lax_sort(VM *vm, Value *bound, Value *out) {
  bool many = v_is(bound[0], O_TUPLE) || v_is(bound[0], O_LIST);
  Tuple *t = NULL;
  int64_t dim, keys;
  if (many && !value_tuple(vm, bound[0], &t)) return false;
  uint32_t n = many ? t->n : 1;
  if (!n) return vm_raise(vm, E_TypeError, "Sort requires at least one operand");
  Array **xs = ARENA_ARRAY(vm->arena, Array *, n);
  for (uint32_t i = 0; i < n; i++)
    if (!lax_operand(vm, "sort", many ? t->v[i] : bound[0], (int)i, &xs[i])) return false;
  if (!parse_axis(vm, bound[1], xs[0]->rank, &dim) || !static_int(vm, bound[3], NULL, &keys))
    return false;
  Value *results = ARENA_ARRAY(vm->arena, Value, n);
  if (!emit_sort(vm, n, xs, dim, keys, results)) return false;
  *out = many ? v_obj(tuple_from(vm, results, n)) : results[0];
  return true;
}

static bool lax_sort_key_val(VM *vm, Value *bound, Value *out) {
  Array *xs[2];
  int64_t dim;
  Value results[2];
  if (!lax_operand(vm, "sort", bound[0], 0, &xs[0]) ||
      !lax_operand(vm, "sort", bound[1], 1, &xs[1]) ||
      !parse_axis(vm, bound[2], xs[0]->rank, &dim) || !emit_sort(vm, 2, xs, dim, 1, results))
    return false;
  *out = v_obj(tuple_from(vm, results, 2));
  return true;
}

//===-- contraction -------------------------------------------------------===//

static bool two_lists(VM *vm, Value v, Dims *a, Dims *b) {
  Tuple *pair;
  if (!value_tuple(vm, v, &pair)) return false;
  if (pair->n != 2)
    return vm_raise(vm, E_ValueError,
                    "dot_general: dimension_numbers must be ((lhs_contracting, rhs_contracting), "
                    "(lhs_batch, rhs_batch))");
  return parse_dims(vm, pair->v[0], "dimension_numbers", a) &&
         parse_dims(vm, pair->v[1], "dimension_numbers", b);
}

static bool dims_within(Dims axes, uint32_t rank) {
  for (int i = 0; i < axes.n; i++)
    if (axes.d[i] < 0 || axes.d[i] >= (int64_t)rank) return false;
  return true;
}

static bool check_dot_axes(VM *vm, const char *side, const Array *x, Dims batch, Dims contract) {
  if (dims_within(batch, x->rank) && dims_within(contract, x->rank)) return true;
  return vm_raise(vm, E_TypeError,
                  "dot_general requires %s dimension numbers to be nonnegative and less than the "
                  "number of axes of the %s value, got %s_batch of %s and %s_contracting of %s for "
                  "%s of rank %u",
                  side, side, side, dims_text(batch), side, dims_text(contract), side, x->rank);
}

static bool check_sizes(VM *vm, const char *what, const Array *x, const Array *y, Dims a, Dims b) {
  Dims sx = {0}, sy = {0};
  if (a.n != b.n)
    return vm_raise(vm, E_TypeError,
                    "dot_general requires equal numbers of lhs_%s and rhs_%s dimensions, got "
                    "lhs_%s=%s and rhs_%s=%s.",
                    what, what, what, dims_text(a), what, dims_text(b));
  for (int i = 0; i < a.n; i++) {
    sx = dims_append(sx, x->shape[a.d[i]]);
    sy = dims_append(sy, y->shape[b.d[i]]);
  }
  if (dims_equal(sx, sy)) return true;
  return vm_raise(vm, E_TypeError,
                  "dot_general requires %s dimensions to have the same shape, got %s and %s.",
                  !strcmp(what, "batch") ? "batch" : "contracting", dims_text(sx), dims_text(sy));
}

static Dims free_dims(Dims out, const Array *x, Dims contract, Dims batch) {
  for (uint32_t i = 0; i < x->rank; i++)
    if (!dims_has(contract, i) && !dims_has(batch, i)) out = dims_append(out, x->shape[i]);
  return out;
}

typedef struct Contraction {
  Dims lc, rc, lb, rb;
} Contraction;

static bool dot_general(VM *vm, Array *x, Array *y, const Contraction *c, Dtype d, Value *out) {
  Array *xs[2] = {x, y};
  Dims shape = {0};
  if (!check_dot_axes(vm, "lhs", x, c->lb, c->lc)) return false;
  if (!check_dot_axes(vm, "rhs", y, c->rb, c->rc)) return false;
  if (!check_sizes(vm, "batch", x, y, c->lb, c->rb)) return false;
  if (!check_sizes(vm, "contracting", x, y, c->lc, c->rc)) return false;
  for (int i = 0; i < c->lb.n; i++)
    shape = dims_append(shape, x->shape[c->lb.d[i]]);
  shape = free_dims(free_dims(shape, x, c->lc, c->lb), y, c->rc, c->rb);
  MlirContext ctx = vm->context;
  MlirAttribute attrs = attrs_make(ctx, 4, "lhs_contracting", attr_of_dims(ctx, c->lc),
                                   "rhs_contracting", attr_of_dims(ctx, c->rc), "lhs_batch",
                                   attr_of_dims(ctx, c->lb), "rhs_batch", attr_of_dims(ctx, c->rb));
  return array_emit(vm, &(ArrayOp){OP_DOT_GENERAL, attrs, d, shape}, 2, xs, out);
}

// Operands of two dtypes are converted to the wider one: complex, range, precision, width, sign.
static bool widen_operands(VM *vm, Array **xs) {
  static const unsigned char order[DTYPE_COUNT] = {
      [DTYPE_U8] = 1,    [DTYPE_I8] = 2,   [DTYPE_U16] = 3,   [DTYPE_I16] = 4,  [DTYPE_U32] = 5,
      [DTYPE_I32] = 6,   [DTYPE_U64] = 7,  [DTYPE_I64] = 8,   [DTYPE_F16] = 9,  [DTYPE_BF16] = 10,
      [DTYPE_F32] = 11,  [DTYPE_F64] = 12, [DTYPE_C64] = 13,  [DTYPE_C128] = 14};
  int low = order[xs[0]->dtype] > order[xs[1]->dtype];
  if (xs[0]->dtype == xs[1]->dtype) return true;
  return array_convert(vm, xs[low], xs[!low]->dtype, false, &xs[low]);
}

static bool lax_dot_general(VM *vm, Value *bound, Value *out) {
  Array *xs[2];
  Tuple *numbers;
  Contraction c;
  if (!lax_operand(vm, "dot_general", bound[0], 0, &xs[0]) ||
      !lax_operand(vm, "dot_general", bound[1], 1, &xs[1]) || !value_tuple(vm, bound[2], &numbers))
    return false;
  if (numbers->n != 2)
    return vm_raise(vm, E_ValueError, "dot_general: dimension_numbers must be a pair of pairs");
  if (!two_lists(vm, numbers->v[0], &c.lc, &c.rc) || !two_lists(vm, numbers->v[1], &c.lb, &c.rb))
    return false;
  bool weak = xs[0]->weak && xs[1]->weak;
  if (!widen_operands(vm, xs)) return false;
  Dtype d = xs[0]->dtype;
  if (!v_is_none(bound[4]) && !dtype_argument(vm, bound[4], "dot_general", &d)) return false;
  if (!dot_general(vm, xs[0], xs[1], &c, d, out)) return false;
  AS_ARRAY(*out)->weak = weak && v_is_none(bound[4]);
  return true;
}

// lax.dot: vectors and matrices, the last axis of lhs with the first of rhs.
static bool lax_dot(VM *vm, Value *bound, Value *out) {
  Array *xs[2];
  if (!lax_operand(vm, "dot", bound[0], 0, &xs[0]) ||
      !lax_operand(vm, "dot", bound[1], 1, &xs[1]) || !widen_operands(vm, xs))
    return false;
  if (!xs[0]->rank || xs[0]->rank > 2 || !xs[1]->rank || xs[1]->rank > 2 ||
      xs[0]->shape[xs[0]->rank - 1] != xs[1]->shape[0])
    return vm_raise(vm, E_ValueError,
                    "jax.lax.dot: dimension_numbers must be specified when not performing simple "
                    "un-batched matrix-matrix, matrix-vector, or vector-vector products; got "
                    "lhs_shape=%s rhs_shape=%s",
                    dims_text(array_dims(xs[0])), dims_text(array_dims(xs[1])));
  Contraction c = {.lc = dims_of(1, (int64_t[]){xs[0]->rank - 1}),
                   .rc = dims_of(1, (int64_t[]){0})};
  Dtype d = xs[0]->dtype;
  if (!v_is_none(bound[3]) && !dtype_argument(vm, bound[3], "dot", &d)) return false;
  return dot_general(vm, xs[0], xs[1], &c, d, out);
}

static const NativeDef functions[] = {
    {"sort", "operand, dimension=-1, is_stable=True, num_keys=1", lax_sort},
    {"sort_key_val", "keys, values, dimension=-1, is_stable=True", lax_sort_key_val},
    {"dot_general",
     "lhs, rhs, dimension_numbers, precision=None, preferred_element_type=None, *, "
     "out_sharding=None",
     lax_dot_general},
    {"dot", "lhs, rhs, precision=None, preferred_element_type=None", lax_dot},
    {0}};
static const NativeDef reduce_def = {"reduce", "operand, axes, *, out_sharding=None",
                                     reduce_function};
static const NativeDef arg_def = {"arg", "operand, axis, index_dtype", arg_function};
static const NativeDef cumulative_def = {"cumulative", "operand, axis=0, reverse=False",
                                         cumulative_function};

void lax_init_reduce(VM *vm, Module *m) {
  native_add_functions(vm, m->dict, functions, NULL);
  for (int i = 0; i < 7; i++)
    lax_add_table(vm, m, &reduce_def, reduce_table[i].name, i);
  for (int i = 0; i < 2; i++)
    lax_add_table(vm, m, &arg_def, arg_table[i].name, i);
  for (int i = 0; i < 5; i++)
    lax_add_table(vm, m, &cumulative_def, cumulative_table[i].name, i);
}
