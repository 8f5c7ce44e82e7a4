// windows.c -- dimension numbers of gather and scatter.
//
// Source: XLA's operation semantics, Gather and Scatter, with the batching dimensions of StableHLO.
#include "dialect/ops/index.h"

static const char *const names[2][3] = {
    {"update_window_dims", "inserted_window_dims", "scatter_dims_to_operand_dims"},
    {"offset_dims", "collapsed_slice_dims", "start_index_map"},
};
static const char *const batch_names[2] = {"scatter_indices_batching_dims",
                                           "start_indices_batching_dims"};

Windows windows_of(const OpCall *c) {
  const bool gather = c->kind == OP_GATHER;
  const char *const *n = names[gather];
  return (Windows){
      .window = attr_dims(c->attrs, n[0]),
      .collapsed = attr_dims(c->attrs, n[1]),
      .to_operand = attr_dims(c->attrs, n[2]),
      .operand_batch = attr_dims(c->attrs, "operand_batching_dims"),
      .indices_batch = attr_dims(c->attrs, batch_names[gather]),
  };
}

MlirAttribute windows_attrs(MlirContext ctx, MlirAttribute attrs, bool gather, const Windows *w) {
  const char *const *n = names[gather];
  attrs = attrs_with(ctx, attrs, n[0], attr_of_dims(ctx, w->window));
  attrs = attrs_with(ctx, attrs, n[1], attr_of_dims(ctx, w->collapsed));
  attrs = attrs_with(ctx, attrs, n[2], attr_of_dims(ctx, w->to_operand));
  attrs = attrs_with(ctx, attrs, "operand_batching_dims", attr_of_dims(ctx, w->operand_batch));
  return attrs_with(ctx, attrs, batch_names[gather], attr_of_dims(ctx, w->indices_batch));
}

Dims windows_sizes(const Windows *w, Dims x, Dims updates) {
  Dims sizes = {.n = x.n};
  int k = 0;
  for (int i = 0; i < x.n; i++) {
    bool one = dims_has(w->collapsed, i) || dims_has(w->operand_batch, i);
    sizes.d[i] = one ? 1 : updates.d[w->window.d[k++]];
  }
  return sizes;
}

static bool check_list(const OpCall *c, const char *what, Dims list, int rank, bool sorted) {
  for (int i = 0; i < list.n; i++) {
    if (list.d[i] < 0 || list.d[i] >= rank)
      return shape_error(c, "%s %s is not within rank %d", what, dims_text(list), rank);
    for (int j = 0; j < i; j++)
      if (list.d[j] == list.d[i] || (sorted && list.d[j] > list.d[i]))
        return shape_error(c, "%s %s must be %s", what, dims_text(list),
                           sorted ? "sorted and unique" : "unique");
  }
  return true;
}

bool windows_check(const OpCall *c, const Windows *w, Dims x, Dims indices) {
  const bool gather = c->kind == OP_GATHER;
  if (!indices.n) return shape_error(c, "indices have no axis for index vectors");
  const int64_t depth = indices.d[indices.n - 1];
  if (!check_list(c, names[gather][1], w->collapsed, x.n, true) ||
      !check_list(c, names[gather][2], w->to_operand, x.n, false) ||
      !check_list(c, "operand_batching_dims", w->operand_batch, x.n, true) ||
      !check_list(c, batch_names[gather], w->indices_batch, indices.n - 1, false))
    return false;
  if (w->to_operand.n != depth)
    return shape_error(c, "index vectors of length %lld for %s %s", (long long)depth,
                       names[gather][2], dims_text(w->to_operand));
  if (w->window.n + w->collapsed.n + w->operand_batch.n != x.n)
    return shape_error(c,
                       "windows of rank %d, %d collapsed and %d batching dimensions do not make "
                       "up rank %d",
                       w->window.n, w->collapsed.n, w->operand_batch.n, x.n);
  if (w->operand_batch.n != w->indices_batch.n)
    return shape_error(c, "operand and index batching dimensions differ in number");
  for (int i = 0; i < w->operand_batch.n; i++)
    if (x.d[w->operand_batch.d[i]] != indices.d[w->indices_batch.d[i]])
      return shape_error(c, "batching dimensions of %s and %s differ in size", dims_text(x),
                         dims_text(indices));
  return true;
}

Windows windows_batched(const Windows *w, bool x, bool indices) {
  Windows r = {.window = dims_shift(w->window, 1),
               .collapsed = w->collapsed,
               .to_operand = w->to_operand,
               .operand_batch = w->operand_batch,
               .indices_batch = w->indices_batch};
  if (x) {
    r.collapsed = dims_shift(r.collapsed, 1);
    r.to_operand = dims_shift(r.to_operand, 1);
    r.operand_batch = dims_shift(r.operand_batch, 1);
  }
  if (indices) r.indices_batch = dims_shift(r.indices_batch, 1);
  if (x && indices) {
    r.operand_batch = dims_prepend(0, r.operand_batch);
    r.indices_batch = dims_prepend(0, r.indices_batch);
  } else if (x) {
    r.window = dims_prepend(0, r.window);
  }
  return r;
}
