// op.c -- host code of one op: nothing (its result is its operand's memory), scalar code, or a call
// of a kernel.
#include <string.h>

#include "dialect/support/optimise.h"
#include "dialect/support/vec.h"
#include "lower/host/host.h"
#include "lower/sites.h"

//===-- results that need no code ---------------------------------------------------===//

static bool place_is_uniform(const Place *p) {
  if (p->kind != PLACE_SCALARS) return p->kind == PLACE_UNIFORM;
  for (int64_t i = 1; i < type_count(p->type); i++)
    if (p->s[i].ptr != p->s[0].ptr) return false;
  return type_count(p->type) > 0;
}

static bool same_width(const OpCall *c) {
  MlirType x = type_element(mlirValueGetType(c->in[0])), y = type_element(c->out[0]);
  return mlirTypeEqual(type_storage(x), type_storage(y)) ||
         (element_bits(x) == element_bits(y) && !element_is_bool(x) && !element_is_bool(y));
}

// reshape, copy and the like: the operand's place under another type.
static bool op_alias(Host *h, const OpCall *c) {
  MlirType t = mlirValueGetType(c->in[0]);
  if (type_count(t) != type_count(c->out[0]) || !same_width(c)) return false;
  const Place *x = host_place(h, c->in[0]);
  bool same = mlirTypeEqual(type_scalar(type_element(t)), type_scalar(type_element(c->out[0])));
  if (!same && x->kind != PLACE_BUFFER) return false;
  host_bind(h, op_result(c->op, 0), place_as(h, x, c->out[0]));
  return true;
}

// broadcast_in_dim and the like of a uniform array.
static bool op_uniform(Host *h, const OpCall *c) {
  const Place *x = host_place(h, c->in[0]);
  if (!place_is_uniform(x)) return false;
  for (int i = 0; i < c->nout; i++)
    host_bind(h, op_result(c->op, i), place_uniform(h, c->out[i], x->s[0]));
  return true;
}

//===-- scalar code -----------------------------------------------------------------------===//

// How many times the scalar rule is to be applied; 0: the arrays are too large.
static int64_t scalar_count(Host *h, const OpCall *c) {
  bool uniform = true;
  for (int i = 0; i < c->nin; i++)
    uniform = uniform && place_is_uniform(host_place(h, c->in[i]));
  return uniform ? 1 : type_is_tiny(c->out[0]) ? type_count(c->out[0]) : 0;
}

static bool op_scalar(Host *h, const OpCall *c, int64_t n) {
  Arena *a = h->b.arena;
  Val *x = ARENA_ARRAY(a, Val, c->nin), *y = ARENA_ARRAY(a, Val, c->nout);
  Val *all = ARENA_ARRAY(a, Val, n * c->nout);
  const Val **in = ARENA_ARRAY(a, const Val *, c->nin);
  bool *one = ARENA_ARRAY(a, bool, c->nin);
  for (int j = 0; j < c->nin; j++) {
    const Place *p = host_place(h, c->in[j]);
    one[j] = place_is_uniform(p);
    in[j] = one[j] ? p->s : place_load(h, p);
  }
  for (int64_t i = 0; i < n; i++) {
    for (int j = 0; j < c->nin; j++)
      x[j] = in[j][one[j] ? 0 : i];
    if (!op_lower[c->kind]->scalar(&h->b, c, x, y)) return false;
    for (int j = 0; j < c->nout; j++)
      all[j * n + i] = y[j];
  }
  for (int j = 0; j < c->nout; j++) {
    Place *p =
        n == 1 ? place_uniform(h, c->out[j], all[j]) : place_scalars(h, c->out[j], all + j * n);
    host_bind(h, op_result(c->op, j), p);
  }
  return true;
}

//===-- kernels ------------------------------------------------------------------------------===//

typedef struct CallPlan {
  const OpCall *c;
  const Place **in, **out;
  Pass *pass;
  int *over;
} CallPlan;

// A splat constant; integers of rank 0 are often indices, which would make a kernel each.
static bool is_splat(Val v) {
  if (!mlirValueIsAOpResult(v) ||
      (type_rank(mlirValueGetType(v)) == 0 && !type_is_inexact(mlirValueGetType(v))))
    return false;
  MlirOperation op = mlirOpResultGetOwner(v);
  return op_kind(op) == OP_CONSTANT && mlirDenseElementsAttrIsSplat(mlirOperationGetAttributeByName(
                                           op, mlirStringRefCreateFromCString("value")));
}

static Pass plan_operand(Host *h, CallPlan *p, int i) {
  const OpCall *c = p->c;
  const Place *x = p->in[i] = host_place(h, c->in[i]);
  if (is_splat(c->in[i])) return (Pass){PASS_SPLAT, 0};
  if (place_is_uniform(x)) return (Pass){PASS_SCALAR, 0};
  if (!type_count(mlirValueGetType(c->in[i]))) return (Pass){PASS_EMPTY, 0};
  x = p->in[i] = place_in_memory(h, x);
  for (int j = 0; j < i; j++)
    if (p->pass[j].kind == PASS_MEMORY && place_equal(p->in[j], x) &&
        mlirTypeEqual(type_memref(p->in[j]->type), type_memref(x->type)))
      return (Pass){PASS_SAME, j};
  return (Pass){PASS_MEMORY, 0};
}

// In a fusion, does only elementwise code depend on argument v?  Then its element is read before
// the result's is written.
static bool is_elementwise_in(MlirBlock body, Val v) {
  VEC(Val) tainted = {0};
  Arena a;
  arena_init(&a);
  VEC_PUSH(&a, tainted, v);
  bool ok = true;
  for (uint32_t i = 0; i < tainted.n && ok; i++)
    for (MlirOpOperand u = mlirValueGetFirstUse(tainted.data[i]); !mlirOpOperandIsNull(u) && ok;
         u = mlirOpOperandGetNextUse(u)) {
      MlirOperation op = mlirOpOperandGetOwner(u);
      OpKind k = op_kind(op);
      if (k == OP_YIELD) continue;
      ok = k != OP_COUNT && op_rules(k)->flags & OP_ELEMENTWISE;
      for (intptr_t r = 0; r < mlirOperationGetNumResults(op); r++)
        VEC_PUSH(&a, tainted, op_result(op, (int)r));
    }
  arena_release(&a);
  return ok;
}

// Can the kernel make result i where operand j is?
static bool kernel_can_overwrite(const OpCall *c, int i, int j) {
  const OpLower *l = op_lower[c->kind];
  if (c->nregions) {
    MlirBlock body = mlirRegionGetFirstBlock(c->regions[0]);
    return c->nout == 1 && is_elementwise_in(body, mlirBlockGetArgument(body, j));
  }
  return (l->scalar && !l->kernel) || (l->flags & LOWER_INPLACE && i == 0 && j == 0);
}

// Operand j's memory may become result i's: nothing else needs it and the kernel can work in place.
static bool plan_overwrites(Host *h, const CallPlan *p, int i, int j) {
  const Place *x = p->in[j];
  if (!optimise_by(OPTIMISE_IN_PLACE)) return false;
  if (p->pass[j].kind != PASS_MEMORY || !val_is_none(x->offset)) return false;
  if (!buffer_is_dead(h, x->buf, false) || !kernel_can_overwrite(p->c, i, j)) return false;
  if (!mlirTypeEqual(type_memref(x->type), type_memref(p->c->out[i]))) return false;
  for (int k = 0; k < p->c->nin; k++) {
    bool same = p->pass[k].kind == PASS_SAME && p->pass[k].same == j;
    if (p->in[k]->buf == x->buf && k != j && !(same && kernel_can_overwrite(p->c, i, k)))
      return false;
  }
  for (int k = 0; k < i; k++)
    if (p->over[k] == j) return false;
  return true;
}

static void plan_result(Host *h, CallPlan *p, int i) {
  Val y = op_result(p->c->op, i);
  const Place *want = ptrmap_get(&h->wants, y.ptr);
  p->over[i] = -1;
  if (want && buffer_is_dead(h, want->buf, true)) {
    p->out[i] = place_as(h, want, p->c->out[i]);
    return;
  }
  int over = -1;
  for (int j = 0; j < p->c->nin && type_count(p->c->out[i]) > 1; j++) {
    if (!plan_overwrites(h, p, i, j)) continue;
    if (over < 0 || (want && p->in[j]->buf == want->buf)) over = j;
  }
  p->over[i] = over;
  if (over < 0)
    p->out[i] = place_alloc(h, p->c->out[i]);
  else
    p->out[i] = place_as(h, p->in[over], p->c->out[i]);
}

static bool op_kernel(Host *h, const OpCall *c) {
  Arena *a = h->b.arena;
  int n = c->nin + c->nout;
  CallPlan p = {c, ARENA_ARRAY(a, const Place *, n), NULL, ARENA_ARRAY(a, Pass, n),
                ARENA_ARRAY(a, int, n)};
  p.out = p.in + c->nin;
  for (int i = 0; i < c->nin; i++)
    p.pass[i] = plan_operand(h, &p, i);
  for (int i = 0; i < c->nout; i++)
    plan_result(h, &p, i);
  int nopen, k = 0;
  Val *open;
  KernelSpec spec = {c, p.pass, p.over, h->once && !h->scope->outer};
  MlirAttribute callee = kernel_get(h->hm->kernels, &spec, &nopen, &open);
  if (mlirAttributeIsNull(callee)) return false;
  sites_kernel(c->op, callee);
  Val *args = ARENA_ARRAY(a, Val, n + nopen);
  for (int i = 0; i < c->nin; i++) {
    if (p.pass[i].kind == PASS_SCALAR) args[k++] = p.in[i]->s[0];
    if (p.pass[i].kind == PASS_MEMORY) args[k++] = place_view(h, p.in[i]);
  }
  for (int i = 0; i < c->nout; i++)
    if (p.over[i] < 0 && type_count(c->out[i])) args[k++] = place_view(h, p.out[i]);
  for (int i = 0; i < nopen; i++)
    args[k++] = emit_splat_of(&h->b, open[i]);
  emit_op(&h->b, "func.call", k, args, 0, NULL, attrs_make(h->b.ctx, 1, "callee", callee), 0, NULL);
  for (int i = 0; i < c->nout; i++)
    host_bind(h, op_result(c->op, i), p.out[i]);
  return true;
}

//===-- any op ------------------------------------------------------------------------------===//

static bool op_is_empty(const OpCall *c) {
  for (int i = 0; i < c->nout; i++)
    if (type_count(c->out[i])) return false;
  return c->nout > 0;
}

static bool op_is_tiny(const OpCall *c) {
  for (int i = 0; i < c->nin; i++)
    if (!type_is_tiny(mlirValueGetType(c->in[i]))) return false;
  for (int i = 0; i < c->nout; i++)
    if (!type_is_tiny(c->out[i])) return false;
  return true;
}

// A fusion that computes few elements; what goes in and out may be few where it has many inside.
static bool fusion_is_tiny(const OpCall *c) {
  if (!c->nregions || !op_is_tiny(c)) return false;
  MlirBlock block = mlirRegionGetFirstBlock(c->regions[0]);
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op);
       op = mlirOperationGetNextInBlock(op))
    for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
      if (!type_is_tiny(mlirValueGetType(op_result(op, (int)i)))) return false;
  return true;
}

// A fusion of few elements: its ops one by one, in registers.
static bool op_inline(Host *h, const OpCall *c) {
  const Place **x = ARENA_ARRAY(h->b.arena, const Place *, c->nin);
  const Place **y = ARENA_ARRAY(h->b.arena, const Place *, c->nout);
  for (int i = 0; i < c->nin; i++)
    x[i] = host_place(h, c->in[i]);
  host_enter(h);
  if (!host_region(h, c->regions[0], x, NULL, y)) return false;
  host_leave(h);
  for (int i = 0; i < c->nout; i++)
    host_bind(h, op_result(c->op, i), y[i]);
  return true;
}

// In long straight-line code the many instructions of a function like sin are better called.
static bool op_is_bulky(const Host *h, const OpCall *c) {
  return h->part && !h->scope->outer && op_rules(c->kind)->flags & OP_EXPENSIVE;
}

// With --profile, between two calls that note the time.
static bool op_timed(Host *h, const OpCall *c, HostFn *lower) {
  int id = c->nregions && c->kind != OP_FUSION ? -1 : sites_measure(c->op);
  if (id < 0 || !h->hm->profile) return lower(h, c);
  Val site = emit_index(&h->b, id);
  host_runtime(h, "cjax_rt_profile_enter", 1, &site, (MlirType){0});
  if (!lower(h, c)) return false;
  host_runtime(h, "cjax_rt_profile_leave", 1, &site, (MlirType){0});
  return true;
}

bool host_op(Host *h, MlirOperation op) {
  OpCall c = op_call(h->b.arena, op);
  if (c.kind == OP_COUNT) return host_call(h, op);
  const OpLower *l = op_lower[c.kind];
  if (l->host) return op_timed(h, &c, l->host);
  if (op_is_empty(&c)) {
    for (int i = 0; i < c.nout; i++)
      host_bind(h, op_result(op, i), place_scalars(h, c.out[i], NULL));
    return true;
  }
  if (fusion_is_tiny(&c)) return op_inline(h, &c);
  if (l->flags & LOWER_ALIAS && op_alias(h, &c)) return true;
  if (l->flags & LOWER_UNIFORM && op_uniform(h, &c)) return true;
  if (host_move(h, &c) || host_window(h, &c)) return true;
  int64_t n = l->scalar ? scalar_count(h, &c) : 0;
  if (n && !op_is_bulky(h, &c)) return op_scalar(h, &c, n);
  return op_timed(h, &c, op_kernel);
}
