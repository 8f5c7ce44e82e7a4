// shape_products.c -- large contractions in the shapes and types that their kernels are fast for.
//
//   dot(x: 4x200x300x3, w: 200x333) over 1, 0      =>  reshape dot(reshape x: 4x200x900, w)
//   dot(x: 32x48x64, ..) whose batch is x's last   =>  dot(transpose x: 64x32x48, ..)
//   dot(x: bf16, y: bf16)                          =>  convert dot(convert x: f32, convert y: f32)
//   dot(x: 3000, w: 3000x2000)                     =>  sums of columns of broadcast x * w
//   dot(x: i8, y: i8): i32, sums below 2^24        =>  convert dot(convert x: f32, convert y: f32)
//
// Free dimensions that lie side by side become one, and contracted ones that do in both operands,
// where the last of them has few elements, so that tiles are full.  What is converted once is not
// converted for every use.
//
//   require:  ops are expanded
//   ensure:   the same sums, in the same order but for that of merged contracted dimensions
#include "dialect/rules.h"
#include "dialect/support/optimise.h"
#include "dialect/support/vec.h"
#include "dialect/transforms/patterns.h"
#include "dialect/transforms/transforms.h"

enum {
  LARGE = 1 << 15,        // multiplications
  LARGE_MATRIX = 1 << 18, // elements
  FEW = 32,               // elements of a last dimension that do not fill tiles
  LONG_ROW = 256,         // elements of a matrix's row, whose columns are summed rows at once
  USES = 8,               // of an element, for which it is worth being moved or converted
  EXACT = 1 << 24         // f32 holds all integers up to it
};

typedef struct Product {
  Val x[2];
  Dims d[2], contract[2], batch[2];
} Product;

static Product product_of(MlirOperation op) {
  MlirAttribute a = op_attrs(op);
  Product p = {.contract = {attr_dims(a, "lhs_contracting"), attr_dims(a, "rhs_contracting")},
               .batch = {attr_dims(a, "lhs_batch"), attr_dims(a, "rhs_batch")}};
  for (int s = 0; s < 2; s++)
    p.x[s] = op_operand(op, s), p.d[s] = val_dims(p.x[s]);
  return p;
}

static bool is_free(const Product *p, int s, int i) {
  return !dims_has(p->contract[s], i) && !dims_has(p->batch[s], i);
}

static int64_t free_count(const Product *p, int s) {
  int64_t n = 1;
  for (int i = 0; i < p->d[s].n; i++)
    if (is_free(p, s, i)) n *= p->d[s].d[i];
  return n;
}

static int64_t terms(const Product *p) {
  int64_t n = 1;
  for (int i = 0; i < p->contract[0].n; i++)
    n *= p->d[0].d[p->contract[0].d[i]];
  return n;
}

static int64_t multiplications(const Product *p) {
  return dims_product(p->d[0]) * free_count(p, 1);
}

//===-- dimensions ------------------------------------------------------------------------===//

static void shift_down(Dims *dims, int above) {
  for (int i = 0; i < dims->n; i++)
    if (dims->d[i] > above) dims->d[i]--;
}

// Dimension i + 1 of an operand becomes part of dimension i.
static void merge(Product *p, int s, int i) {
  p->d[s].d[i] *= p->d[s].d[i + 1];
  for (int k = i + 1; k + 1 < p->d[s].n; k++)
    p->d[s].d[k] = p->d[s].d[k + 1];
  p->d[s].n--;
  shift_down(&p->contract[s], i);
  shift_down(&p->batch[s], i);
}

// The last free dimension has few elements, and the one before it is free too.
static bool merge_free(Product *p, int s) {
  int last = p->d[s].n - 1;
  while (last >= 0 && !is_free(p, s, last))
    last--;
  if (last < 1 || p->d[s].d[last] >= FEW || !is_free(p, s, last - 1)) return false;
  return merge(p, s, last - 1), true;
}

static void drop(Dims *dims, int k) {
  for (; k + 1 < dims->n; k++)
    dims->d[k] = dims->d[k + 1];
  dims->n--;
}

// Two contracted dimensions that follow each other in both operands.
static bool merge_contracted(Product *p) {
  Dims *c = p->contract;
  for (int i = 0; i < c[0].n; i++)
    for (int j = 0; j < c[0].n; j++) {
      if (c[0].d[j] != c[0].d[i] + 1 || c[1].d[j] != c[1].d[i] + 1) continue;
      if (p->d[0].d[c[0].d[j]] >= FEW) continue;
      int at[] = {(int)c[0].d[i], (int)c[1].d[i]};
      drop(&c[0], j), drop(&c[1], j);
      merge(p, 0, at[0]), merge(p, 1, at[1]);
      return true;
    }
  return false;
}

static bool merge_all(Build *b, Product *p) {
  bool changed = false;
  while (merge_free(p, 0) || merge_free(p, 1) || merge_contracted(p))
    changed = true;
  for (int s = 0; s < 2; s++)
    if (!dims_equal(p->d[s], val_dims(p->x[s]))) p->x[s] = op_reshape(b, p->x[s], p->d[s]);
  return changed;
}

// A batch of an operand that lies in its last dimension comes first.
static bool batch_first(Build *b, Product *p, int s) {
  int last = p->d[s].n - 1;
  while (last > 0 && p->d[s].d[last] == 1)
    last--;
  if (last < 1 || !dims_has(p->batch[s], last) || free_count(p, 1 - s) < USES) return false;
  Dims perm = p->batch[s], place = {.n = p->d[s].n};
  for (int i = 0; i < p->d[s].n; i++)
    if (!dims_has(p->batch[s], i)) perm.d[perm.n++] = i;
  for (int i = 0; i < perm.n; i++)
    place.d[perm.d[i]] = i;
  p->x[s] = op_transpose(b, p->x[s], perm);
  p->d[s] = val_dims(p->x[s]);
  for (int i = 0; i < p->batch[s].n; i++)
    p->batch[s].d[i] = place.d[p->batch[s].d[i]];
  for (int i = 0; i < p->contract[s].n; i++)
    p->contract[s].d[i] = place.d[p->contract[s].d[i]];
  return true;
}

//===-- types -----------------------------------------------------------------------------===//

// The greatest magnitude of an integer type of 8 bits; 0: of another.
static int64_t magnitude(MlirType e) {
  if (element_is_float(e) || element_is_bool(e) || element_bits(e) != 8) return 0;
  return element_is_unsigned(e) ? 255 : 128;
}

// f32 holds all products and sums of the operands as they are, or it is what they are added in.
static bool widens(const Product *p, MlirType to) {
  MlirType e = val_element(p->x[0]);
  if (!mlirTypeEqual(e, val_element(p->x[1]))) return false;
  if (free_count(p, 0) < USES || free_count(p, 1) < USES) return false;
  if (element_is_float(e))
    return element_bits(e) == 16 && element_is_float(to) && element_bits(to) <= 32;
  int64_t most = magnitude(e);
  return most && !element_is_float(to) && !element_is_bool(to) && terms(p) <= EXACT / (most * most);
}

static Val narrowed(Build *b, Val x, MlirType to) {
  if (!element_is_float(to)) x = op_convert(b, x, mlirIntegerTypeGet(b->ctx, 32));
  return op_convert(b, x, to);
}

//===-- the pass --------------------------------------------------------------------------===//

static Dims result_dims(const Product *p) {
  Dims d = {0};
  for (int i = 0; i < p->batch[0].n; i++)
    d.d[d.n++] = p->d[0].d[p->batch[0].d[i]];
  for (int s = 0; s < 2; s++)
    for (int i = 0; i < p->d[s].n; i++)
      if (is_free(p, s, i)) d.d[d.n++] = p->d[s].d[i];
  return d;
}

static Val build_product(Build *b, const Product *p, MlirType element) {
  MlirContext ctx = b->ctx;
  MlirType t = type_tensor(element, result_dims(p));
  MlirAttribute attrs =
      attrs_make(ctx, 4, "lhs_contracting", attr_of_dims(ctx, p->contract[0]), "rhs_contracting",
                 attr_of_dims(ctx, p->contract[1]), "lhs_batch", attr_of_dims(ctx, p->batch[0]),
                 "rhs_batch", attr_of_dims(ctx, p->batch[1]));
  return op_result(build_op(b, OP_DOT_GENERAL, 2, p->x, attrs, 1, &t), 0);
}

// A vector times a matrix of much memory whose rows are contracted: a matrix is read in its order,
// and threads share it.
static bool is_columns(const Product *p, int s, MlirType e) {
  return element_is_float(e) && element_bits(e) >= 32 && p->batch[0].n == 0 &&
         mlirTypeEqual(val_element(p->x[0]), e) && mlirTypeEqual(val_element(p->x[1]), e) &&
         p->d[1 - s].n == 1 && p->d[s].n == 2 && p->contract[s].n == 1 &&
         p->contract[s].d[0] == 0 && p->d[s].d[1] >= LONG_ROW &&
         dims_product(p->d[s]) >= LARGE_MATRIX;
}

static Val sum_columns(Build *b, const Product *p, int s) {
  Dims rows = dims_of(1, (int64_t[]){0});
  Val by = op_broadcast(b, p->x[1 - s], p->d[s], rows);
  return op_reduce(b, OP_REDUCE_SUM, op_mul(b, by, p->x[s]), rows);
}

static void shape_product(Build *b, MlirOperation op) {
  Product p = product_of(op);
  MlirType out = mlirValueGetType(op_result(op, 0)), e = type_element(out), sum = e;
  if (multiplications(&p) < LARGE || element_is_complex(e)) return;
  Build at = *b;
  at.block = mlirOperationGetBlock(op), at.before = op, at.loc = mlirOperationGetLocation(op);
  for (int s = 0; s < 2; s++) {
    if (!is_columns(&p, s, e)) continue;
    mlirValueReplaceAllUsesOfWith(op_result(op, 0), sum_columns(&at, &p, s));
    mlirOperationDestroy(op);
    return;
  }
  bool changed = widens(&p, e);
  if (changed) {
    sum = mlirF32TypeGet(b->ctx);
    for (int s = 0; s < 2; s++)
      p.x[s] = op_convert(&at, p.x[s], sum);
  }
  for (int s = 0; s < 2; s++)
    changed |= batch_first(&at, &p, s);
  changed |= merge_all(&at, &p);
  if (!changed) return;
  Val y = build_product(&at, &p, sum);
  if (!dims_equal(val_dims(y), type_dims(out))) y = op_reshape(&at, y, type_dims(out));
  mlirValueReplaceAllUsesOfWith(op_result(op, 0), mlirTypeEqual(sum, e) ? y : narrowed(&at, y, e));
  mlirOperationDestroy(op);
}

typedef struct Products {
  Arena *arena;
  VEC(MlirOperation) found;
} Products;

static MlirWalkResult visit(MlirOperation op, void *data) {
  Products *p = data;
  if (op_kind(op) == OP_DOT_GENERAL) VEC_PUSH(p->arena, p->found, op);
  return MlirWalkResultAdvance;
}

bool shape_products(MlirModule m) {
  if (!optimise_by(OPTIMISE_PRODUCTS)) return true;
  Arena a;
  arena_init(&a);
  Products p = {.arena = &a};
  Build b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = &a};
  mlirOperationWalk(mlirModuleGetOperation(m), visit, &p, MlirWalkPreOrder);
  for (uint32_t i = 0; i < p.found.n; i++)
    shape_product(&b, p.found.data[i]);
  arena_release(&a);
  return true;
}
