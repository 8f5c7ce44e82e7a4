// conv_expand.c -- a convolution as one contraction of the windows of its padded operand.
//
//   p = patches(pad(x))     x's dimensions with space as `counts`, and new dimensions of the window
//   z = dot_general(p, w)   over input features and the window, for each group
//
// Where each feature has a window of its own it is a sum instead (conv_taps.c).
//
// Where the window is larger than the result, as in the derivative by the kernel, the two change
// places: the patches are then those that the convolution itself made.  No operand is rearranged
// but w, and the result only when its features are not last.
#include "dialect/ops/conv.h"

#include "dialect/rules.h"

//===-- patches --------------------------------------------------------------------------===//

typedef struct Patches {
  Dims dims, counts, strides, sizes, dilations;
  int position;
} Patches;

static Patches patches_of(const OpCall *c) {
  return (Patches){attr_dims(c->attrs, "dimensions"), attr_dims(c->attrs, "counts"),
                   attr_dims(c->attrs, "strides"),    attr_dims(c->attrs, "sizes"),
                   attr_dims(c->attrs, "dilations"),  (int)attr_int(c->attrs, "position")};
}

static MlirAttribute patches_attrs(Build *b, const Patches *p) {
  MlirContext x = b->ctx;
  return attrs_make(x, 6, "dimensions", attr_of_dims(x, p->dims), "counts",
                    attr_of_dims(x, p->counts), "strides", attr_of_dims(x, p->strides), "sizes",
                    attr_of_dims(x, p->sizes), "dilations", attr_of_dims(x, p->dilations),
                    "position", attr_of_int(x, p->position));
}

static bool shape_patches(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  Patches p = patches_of(c);
  Dims x = val_dims(c->in[0]), y = x;
  int n = p.dims.n;
  bool ok = p.counts.n == n && p.strides.n == n && p.sizes.n == n && p.dilations.n == n &&
            p.position >= 0 && p.position <= x.n && x.n + n <= MAX_RANK;
  for (int i = 0; ok && i < n; i++) {
    int64_t d = p.dims.d[i];
    ok = d >= 0 && d < x.n && p.counts.d[i] > 0 && p.sizes.d[i] > 0 && p.strides.d[i] > 0 &&
         p.dilations.d[i] > 0;
    ok = ok && (p.counts.d[i] - 1) * p.strides.d[i] + (p.sizes.d[i] - 1) * p.dilations.d[i] <
                   x.d[d];
    if (ok) y.d[d] = p.counts.d[i];
  }
  if (!ok) return shape_error(c, "has windows that do not fit in shape %s", dims_text(x));
  for (int i = n; i-- > 0;)
    y = dims_insert(y, p.position, p.sizes.d[i]);
  out[0] = type_with_dims(mlirValueGetType(c->in[0]), y);
  return true;
}

static bool batch_patches(Build *b, const OpCall *c, const bool *batched, Val *out,
                          bool *out_batched) {
  Patches p = patches_of(c);
  p.dims = dims_shift(p.dims, 1);
  p.position++;
  return batch_done(build_changed(b, c, c->in, patches_attrs(b, &p), NULL), out, out_batched);
}

// Element j of all windows, put where it was in x, for every j.
static Val patch_back(Build *b, const OpCall *c, const Patches *p, const Dims *j, Val ct) {
  Dims d = val_dims(ct), x = val_dims(c->in[0]), start = dims_fill(d.n, 0), limit = d, y = x;
  Dims low = dims_fill(x.n, 0), high = low, interior = low;
  for (int i = 0; i < p->dims.n; i++) {
    int64_t k = p->dims.d[i], at = j->d[i] * p->dilations.d[i];
    start.d[p->position + i] = j->d[i];
    limit.d[p->position + i] = j->d[i] + 1;
    y.d[k] = p->counts.d[i];
    low.d[k] = at;
    interior.d[k] = p->strides.d[i] - 1;
    high.d[k] = x.d[k] - at - window_span(p->counts.d[i], p->strides.d[i]);
  }
  MlirContext ctx = b->ctx;
  MlirAttribute attrs = attrs_make(ctx, 3, "start_indices", attr_of_dims(ctx, start),
                                   "limit_indices", attr_of_dims(ctx, limit), "strides",
                                   attr_of_dims(ctx, dims_fill(d.n, 1)));
  Val g = op_reshape(b, op_result(build_op(b, OP_SLICE, 1, &ct, attrs, 1, NULL), 0), y);
  Val in[] = {g, op_zeros(b, type_tensor(val_element(ct), (Dims){0}))};
  attrs = attrs_make(ctx, 3, "low", attr_of_dims(ctx, low), "high", attr_of_dims(ctx, high),
                     "interior", attr_of_dims(ctx, interior));
  return op_result(build_op(b, OP_PAD, 2, in, attrs, 1, NULL), 0);
}

static bool transpose_patches(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                              Val *ct_in) {
  Patches p = patches_of(c);
  Dims j = dims_fill(p.sizes.n, 0);
  int64_t n = dims_product(p.sizes);
  ct_in[0] = VAL_NONE;
  for (int64_t i = 0; !val_is_none(ct[0]) && i < n; i++) {
    ct_in[0] = val_sum(b, ct_in[0], patch_back(b, c, &p, &j, ct[0]));
    for (int k = j.n - 1; k >= 0 && ++j.d[k] == p.sizes.d[k]; k--)
      j.d[k] = 0;
  }
  return true;
}

const OpRules rules_patches = {.shape = shape_patches,
                               .batch = batch_patches,
                               .jvp = jvp_linear,
                               .transpose = transpose_patches};

//===-- the contraction ------------------------------------------------------------------===//

// A dimension of an operand of the contraction.  `is`: for a free one the entry of out_spec, for a
// contracted one the dimension of w.
typedef enum Role { GROUP, FREE, CONTRACTED } Role;
typedef struct Axis {
  Role role;
  int is;
  int64_t size;
} Axis;

typedef struct Axes {
  int n;
  Axis a[MAX_RANK];
} Axes;

static void add_axis(Axes *x, Role role, int is, int64_t size) {
  x->a[x->n++] = (Axis){role, is, size};
}

static Dims sizes_of(const Axes *x) {
  Dims d = {.n = x->n};
  for (int i = 0; i < x->n; i++)
    d.d[i] = x->a[i].size;
  return d;
}

static Dims positions(const Axes *x, Role role) {
  Dims d = {0};
  for (int i = 0; i < x->n; i++)
    if (x->a[i].role == role) d = dims_append(d, i);
  return d;
}

// Neighbours of one role as one.
static Axes merged(const Axes *x) {
  Axes y = {0};
  for (int i = 0; i < x->n; i++) {
    bool joins = y.n && x->a[i].role != GROUP && y.a[y.n - 1].role == x->a[i].role;
    if (joins) y.a[y.n - 1].size *= x->a[i].size;
    else y.a[y.n++] = x->a[i];
  }
  return y;
}

typedef struct Expansion {
  Build *b;
  Conv v;
  Dims counts;
  int64_t groups;
  bool swapped;   // the window is where space was
  bool last;      // the result's features are its last dimension
  Val p, w;       // the operands
  Axes p_axes, w_axes;
} Expansion;

Val conv_padded(Build *b, const Conv *v, Val x, const int64_t *space) {
  Dims low = dims_fill(val_dims(x).n, 0), high = low, interior = low;
  bool any = false;
  for (int k = 0; k < v->n; k++) {
    int64_t d = space[k];
    low.d[d] = v->low.d[k];
    high.d[d] = v->high.d[k];
    interior.d[d] = v->spread.d[k] - 1;
    any |= low.d[d] || high.d[d] || interior.d[d];
  }
  if (!any) return x;
  MlirAttribute attrs = attrs_make(b->ctx, 3, "low", attr_of_dims(b->ctx, low), "high",
                                   attr_of_dims(b->ctx, high), "interior",
                                   attr_of_dims(b->ctx, interior));
  Val in[] = {x, op_zeros(b, type_tensor(val_element(x), (Dims){0}))};
  return op_result(build_op(b, OP_PAD, 2, in, attrs, 1, NULL), 0);
}

// New dimensions stand behind space, or before it when space is last.
static int window_position(const Conv *v) {
  int64_t first = v->x.n, last = -1;
  for (int k = 0; k < v->n; k++) {
    int64_t d = v->lhs.d[2 + k];
    if (d < first) first = d;
    if (d > last) last = d;
  }
  return (int)(last == v->x.n - 1 ? first : last + 1);
}

// The axes of the patches of x whose windows are p.
static Axes axes_of_patches(const Expansion *e, const Patches *p) {
  const Conv *v = &e->v;
  Axes x = {0};
  for (int d = 0; d <= v->x.n; d++) {
    for (int k = 0; d == p->position && k < v->n; k++)
      if (e->swapped) add_axis(&x, FREE, 2 + k, p->sizes.d[k]);
      else add_axis(&x, CONTRACTED, (int)v->rhs.d[2 + k], p->sizes.d[k]);
    if (d == v->x.n) break;
    int at = dims_find(v->lhs, d);
    int64_t size = v->x.d[d];
    bool split = e->groups > 1 && at == (v->features > 1 ? 1 : 0);
    if (split) add_axis(&x, GROUP, 0, e->groups), size /= e->groups;
    if (at == 0) add_axis(&x, FREE, 0, size);
    else if (at == 1) add_axis(&x, CONTRACTED, (int)v->rhs.d[1], size);
    else if (e->swapped) add_axis(&x, CONTRACTED, (int)v->rhs.d[at], p->counts.d[at - 2]);
    else add_axis(&x, FREE, at, p->counts.d[at - 2]);
  }
  return x;
}

static void make_patches(Expansion *e, Val x) {
  const Conv *v = &e->v;
  Window w = conv_window(v);
  Patches p = {.dims = dims_fill(v->n, 0), .position = window_position(v)};
  for (int k = 0; k < v->n; k++)
    p.dims.d[k] = v->lhs.d[2 + k];
  e->swapped = dims_product(e->counts) < dims_product(w.size);
  p.counts = e->swapped ? w.size : e->counts;
  p.sizes = e->swapped ? e->counts : w.size;
  p.strides = e->swapped ? v->dilation : v->stride;
  p.dilations = e->swapped ? v->stride : v->dilation;
  x = conv_padded(e->b, v, x, v->lhs.d + 2);
  e->p = op_result(build_op(e->b, OP_PATCHES, 1, &x, patches_attrs(e->b, &p), 1, NULL), 0);
  e->p_axes = axes_of_patches(e, &p);
}

// w with its groups first, then its output features and the contracted dimensions in the order of
// the patches, or the other way round when the features are last.
static void arrange_kernel(Expansion *e, Val w) {
  const Conv *v = &e->v;
  int out = (int)v->rhs.d[0];
  int64_t size = v->w.d[out] / e->groups;
  Dims shape = v->w, order = {0};
  int split = e->groups > 1;
  shape.d[out] = size;
  if (split) {
    shape = dims_insert(shape, out, e->groups);
    order = dims_append(order, out);
    add_axis(&e->w_axes, GROUP, 0, e->groups);
  }
  for (int pass = 0; pass < 2; pass++) {
    if (pass == e->last) {
      order = dims_append(order, out + split);
      add_axis(&e->w_axes, FREE, 1, size);
      continue;
    }
    for (int i = 0; i < e->p_axes.n; i++) {
      Axis a = e->p_axes.a[i];
      if (a.role != CONTRACTED) continue;
      order = dims_append(order, a.is > out ? a.is + split : a.is);
      add_axis(&e->w_axes, CONTRACTED, a.is, a.size);
    }
  }
  e->w = op_transpose(e->b, op_reshape(e->b, w, shape), order);
}

// The contracted axes of w cut where those of p are.
static Axes merged_like(const Axes *w, const Axes *p) {
  Axes y = {0};
  int from = 0;
  for (int i = 0; i < w->n; i++) {
    if (w->a[i].role != CONTRACTED) {
      y.a[y.n++] = w->a[i];
      continue;
    }
    for (; from < p->n; from++)
      if (p->a[from].role == CONTRACTED) y.a[y.n++] = p->a[from];
    while (i + 1 < w->n && w->a[i + 1].role == CONTRACTED) i++;
  }
  return y;
}

static Val contract(Expansion *e, MlirType element) {
  Build *b = e->b;
  Axes p = merged(&e->p_axes), w = merged_like(&e->w_axes, &p);
  Val in[2];
  in[0] = op_reshape(b, e->p, sizes_of(&p));
  in[1] = op_reshape(b, e->w, sizes_of(&w));
  Dims pc = positions(&p, CONTRACTED), pb = positions(&p, GROUP);
  Dims wc = positions(&w, CONTRACTED), wb = positions(&w, GROUP);
  if (!e->last) {
    Val t = in[0];
    in[0] = in[1], in[1] = t;
  }
  MlirContext x = b->ctx;
  MlirAttribute attrs =
      attrs_make(x, 4, "lhs_contracting", attr_of_dims(x, e->last ? pc : wc), "rhs_contracting",
                 attr_of_dims(x, e->last ? wc : pc), "lhs_batch",
                 attr_of_dims(x, e->last ? pb : wb), "rhs_batch",
                 attr_of_dims(x, e->last ? wb : pb));
  MlirType declared = type_tensor(element, (Dims){0});
  return op_result(build_op(b, OP_DOT_GENERAL, 2, in, attrs, 1, &declared), 0);
}

static void add_free(Axes *z, const Axes *x) {
  for (int i = 0; i < x->n; i++)
    if (x->a[i].role == FREE) z->a[z->n++] = x->a[i];
}

// The result of the contraction in the order of out_spec; a feature's group stands before it.
static Val arrange_result(Expansion *e, Val z, Dims to) {
  Axes axes = {0};
  Dims order = {0};
  if (e->groups > 1) add_axis(&axes, GROUP, 0, e->groups);
  add_free(&axes, e->last ? &e->p_axes : &e->w_axes);
  add_free(&axes, e->last ? &e->w_axes : &e->p_axes);
  for (int d = 0; d < to.n; d++) {
    int is = dims_find(e->v.out, d);
    if (is == 1 && e->groups > 1) order = dims_append(order, 0);
    for (int i = 0; i < axes.n; i++)
      if (axes.a[i].role == FREE && axes.a[i].is == is) order = dims_append(order, i);
  }
  z = op_transpose(e->b, op_reshape(e->b, z, sizes_of(&axes)), order);
  return op_reshape(e->b, z, to);
}

// Sums of floats are kept in the wider type by the contraction itself.
static Val operand_as(Build *b, Val x, MlirType e) {
  bool wider = element_is_float(val_element(x)) && element_is_float(e);
  return wider ? x : op_convert(b, x, e);
}

bool expand_conv_general_dilated(Build *b, const OpCall *c, Val *out) {
  Expansion e = {.b = b, .v = conv_of(c)};
  MlirType element = type_element(c->out[0]);
  e.counts = conv_counts(&e.v);
  if (!type_count(c->out[0]) || !dims_product(e.v.x) || !dims_product(e.v.w)) {
    out[0] = op_zeros(b, c->out[0]);
    return true;
  }
  Val x = operand_as(b, c->in[0], element), w = operand_as(b, c->in[1], element);
  if (conv_is_taps(&e.v, val_element(x), element)) {
    out[0] = conv_expand_taps(b, &e.v, x, w, type_dims(c->out[0]));
    return true;
  }
  e.groups = e.v.features > 1 ? e.v.features : e.v.batches;
  e.last = e.v.out.d[1] == e.v.x.n - 1;
  make_patches(&e, x);
  arrange_kernel(&e, w);
  out[0] = arrange_result(&e, contract(&e, element), type_dims(c->out[0]));
  return true;
}
