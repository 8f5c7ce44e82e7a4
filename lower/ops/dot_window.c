// dot_window.c -- contractions of an array's windows, which are read where they are.
//
// The windows are a view of the array whose strides overlap: [places, elements of a window] of the
// contraction, each in as few dimensions as strides allow.  3x3 windows of [8, 34, 34, 64] are
//
//   memref<8x32x32x3x192xf32, strided<[73984, 2176, 64, 2176, 1]>>
#include <mlir-c/BuiltinAttributes.h>

#include "lower/ops/dot.h"
#include "lower/schedule/fuse.h"

typedef struct View {
  Dims size, stride;
  int places; // how many of the dimensions are places of windows
} View;

static void view_add(View *v, int64_t size, int64_t stride, bool first) {
  int last = v->size.n - 1;
  if (!first && v->stride.d[last] == stride * size) {
    v->size.d[last] *= size, v->stride.d[last] = stride;
    return;
  }
  v->size.d[v->size.n++] = size, v->stride.d[v->stride.n++] = stride;
}

static View view_of(const OpCall *patches) {
  Dims x = val_dims(patches->in[0]), y = type_dims(patches->out[0]), step = x;
  Dims dims = attr_dims(patches->attrs, "dimensions"), by = attr_dims(patches->attrs, "strides");
  Dims spread = attr_dims(patches->attrs, "dilations");
  int position = (int)attr_int(patches->attrs, "position");
  View v = {.places = 0};
  for (int64_t i = x.n - 1, n = 1; i >= 0; n *= x.d[i--])
    step.d[i] = n;
  for (int i = 0; i < y.n; i++) {
    int w = i - position, d = w < 0 ? i : i - dims.n;
    bool window = w >= 0 && w < dims.n;
    int64_t stride = window ? step.d[dims.d[w]] * spread.d[w] : step.d[d];
    for (int j = 0; !window && j < dims.n; j++)
      if (dims.d[j] == d) stride *= by.d[j];
    if (i == position) v.places = v.size.n;
    view_add(&v, y.d[i], stride, i == 0 || i == position);
  }
  return v;
}

static Val view_emit(Build *b, const View *v, Val mem) {
  int n = v->size.n;
  MlirAttribute layout = mlirStridedLayoutAttrGet(b->ctx, 0, n, v->stride.d);
  MlirType element = mlirShapedTypeGetElementType(mlirValueGetType(mem));
  MlirType type = mlirMemRefTypeGet(element, n, v->size.d, layout, mlirAttributeGetNull());
  MlirAttribute attrs = attrs_make(
      b->ctx, 4, "static_offsets", attr_i64s(b, 1, (int64_t[]){0}), "static_sizes",
      attr_i64s(b, n, v->size.d), "static_strides", attr_i64s(b, n, v->stride.d),
      "operandSegmentSizes", attr_segments(b, 4, (int32_t[]){1, 0, 0, 0}));
  return emit(b, "memref.reinterpret_cast", 1, &mem, type, attrs);
}

static Dims dims_between(int from, int to) {
  Dims d = {0};
  while (from < to)
    d.d[d.n++] = from++;
  return d;
}

static int argument_of(MlirBlock body, Val v) {
  int i = 0;
  while (!mlirValueEqual(mlirBlockGetArgument(body, i), v))
    i++;
  return i;
}

// The kernel's operands are those of the contraction: windows of the array, and the other.
static bool kernel_windows(Kernel *k, MlirBlock body, MlirOperation dot, Val *out) {
  Arena *a = k->b.arena;
  OpCall patches = op_call(a, mlirBlockGetFirstOperation(body)), c = op_call(a, dot);
  int x = argument_of(body, patches.in[0]), y = argument_of(body, c.in[1]);
  Arg in[] = {k->in[x], k->in[y]};
  Val mem[] = {k->in_mem[x], k->in_mem[y]};
  in[0].type = mlirValueGetType(c.in[0]);
  Kernel inner = *k;
  inner.nin = 2, inner.in = in, inner.in_mem = mem;
  if (in[0].uniform) return dot_kernel(&inner, &c, NULL, out);
  View v = view_of(&patches);
  bool sums_places = attr_dims(c.attrs, "lhs_contracting").d[0] == 0;
  Dims places = dims_between(0, v.places), elements = dims_between(v.places, v.size.n);
  Window w = {view_emit(&k->b, &v, mem[0]), v.size, sums_places ? elements : places,
              sums_places ? places : elements};
  return dot_kernel(&inner, &c, &w, out);
}

static bool kernel_fusion(Kernel *k, const OpCall *c, Val *out) {
  MlirBlock body = mlirRegionGetFirstBlock(c->regions[0]);
  MlirOperation op = mlirBlockGetFirstOperation(body);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    if (op_kind(op) == OP_DOT_GENERAL) return kernel_windows(k, body, op, out);
  return fuse_kernel(k, c, out);
}
const OpLower lower_fusion = {.kernel = kernel_fusion};
