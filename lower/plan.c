// plan.c -- the static memory plan: a place in one arena per function for every memref.alloc.
//
// Functions are planned callees first.  A buffer lives from its allocation to the last use of it or
// of a view of it, both counted in the block of the allocation, so that what a loop reads lives
// until the loop's end.  Places are found first-fit, large buffers first.  A function that needs
// memory gets it as its last parameter; its callers allocate that.
//
//   %0 = memref.alloc() : memref<40xi8>      ->      %0 = memref.view %arena[%c64] : memref<128xi8>
//   to memref<40xi8>
#include <stdlib.h>
#include <string.h>

#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/support/optimise.h"
#include "dialect/support/vec.h"
#include "lower/emit.h"
#include "lower/host/ptrmap.h"
#include "lower/memory.h"
#include "lower/passes.h"
#include "lower/sites.h"

// LARGE: bytes of arrays which are not to begin at the same place of a page as the next: what lies
// SKEW further falls on other sets of the first-level cache.
enum { ALIGN = 64, PAGE = 4096, LARGE = 1 << 18, SKEW = 17 * ALIGN };

typedef struct Span {
  long begin, end;
} Span;

typedef struct Alloc {
  MlirOperation op;
  int64_t size, offset;
  Span live;
} Alloc;

typedef struct Func {
  MlirOperation op;
  const char *name;
  int64_t size; // of its arena
  bool planned;
} Func;

typedef struct Planner {
  Arena *a;
  MlirModule m;
  PtrMap funcs; // symbol name attribute -> Func
  PtrMap spans; // op -> Span
  PtrMap seen;  // value -> the allocation whose lifetime it was last looked at for
  long clock;
  VEC(Alloc) allocs;
  PtrMap arenas; // op that allocates the arena of a callee -> itself
  Largest largest;
} Planner;

static bool op_is(MlirOperation op, const char *name) {
  MlirStringRef s = mlirIdentifierStr(mlirOperationGetName(op));
  return s.length == strlen(name) && !memcmp(s.data, name, s.length);
}

static MlirAttribute op_attr(MlirOperation op, const char *name) {
  return mlirOperationGetAttributeByName(op, mlirStringRefCreateFromCString(name));
}

static bool plan_function(Planner *p, Func *f);

//===-- lifetimes -----------------------------------------------------------------------===//

static int64_t memref_bytes(MlirType t) {
  MlirType e = mlirShapedTypeGetElementType(t);
  int64_t n = mlirTypeIsAIndex(e) ? 8 : (element_bits(e) + 7) / 8;
  if (mlirTypeIsAVector(e)) BUG("memory of vectors");
  for (intptr_t i = 0; i < mlirShapedTypeGetRank(t); i++)
    n *= mlirShapedTypeGetDimSize(t, i);
  return n;
}

static const char *callee_name(Arena *a, MlirOperation call) {
  MlirStringRef name = mlirFlatSymbolRefAttrGetValue(op_attr(call, "callee"));
  return arena_strndup(a, name.data, name.length);
}

// Makes room for the callee's arena at a call of it.
static bool plan_call(Planner *p, MlirOperation call) {
  MlirAttribute callee = op_attr(call, "callee");
  Func *f = ptrmap_get(
      &p->funcs,
      mlirStringAttrGet(mlirModuleGetContext(p->m), mlirFlatSymbolRefAttrGetValue(callee)).ptr);
  if (!f) return true;
  if (!f->planned && !plan_function(p, f)) return false;
  if (!f->size) return true;
  Build b = {mlirModuleGetContext(p->m),
             p->m,
             mlirOperationGetBlock(call),
             call,
             mlirOperationGetLocation(call),
             p->a,
             0};
  MlirType t = mlirMemRefTypeContiguousGet(type_int(&b, 8), 1, &f->size, mlirAttributeGetNull());
  MlirAttribute attrs =
      attrs_make(b.ctx, 1, "operandSegmentSizes", attr_segments(&b, 2, (int32_t[]){0, 0}));
  Val mem = emit(&b, "memref.alloc", 0, NULL, t, attrs);
  ptrmap_put(&p->arenas, mlirOpResultGetOwner(mem).ptr, call.ptr);
  intptr_t n = mlirOperationGetNumOperands(call);
  Val *args = ARENA_ARRAY(p->a, Val, n + 1);
  for (intptr_t i = 0; i < n; i++)
    args[i] = mlirOperationGetOperand(call, i);
  args[n] = mem;
  mlirOperationSetOperands(call, n + 1, args);
  return true;
}

static bool plan_calls(Planner *p, MlirRegion r) {
  for (MlirBlock block = mlirRegionGetFirstBlock(r); !mlirBlockIsNull(block);
       block = mlirBlockGetNextInRegion(block))
    for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op);
         op = mlirOperationGetNextInBlock(op)) {
      if (op_is(op, "func.call") && !plan_call(p, op)) return false;
      for (intptr_t i = 0; i < mlirOperationGetNumRegions(op); i++)
        if (!plan_calls(p, mlirOperationGetRegion(op, i))) return false;
    }
  return true;
}

static void number_region(Planner *p, MlirRegion r) {
  for (MlirBlock block = mlirRegionGetFirstBlock(r); !mlirBlockIsNull(block);
       block = mlirBlockGetNextInRegion(block))
    for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op);
         op = mlirOperationGetNextInBlock(op)) {
      Span *s = ARENA_NEW(p->a, Span);
      s->begin = p->clock++;
      ptrmap_put(&p->spans, op.ptr, s);
      for (intptr_t i = 0; i < mlirOperationGetNumRegions(op); i++)
        number_region(p, mlirOperationGetRegion(op, i));
      s->end = p->clock++;
      if (op_is(op, "memref.alloc")) VEC_PUSH(p->a, p->allocs, ((Alloc){.op = op}));
    }
}

static MlirOperation ancestor_in(MlirOperation op, MlirBlock block) {
  while (!mlirBlockEqual(mlirOperationGetBlock(op), block))
    op = mlirOperationGetParentOperation(op);
  return op;
}

static void live_extend(Planner *p, Val v, MlirBlock home, Span *live);

static void live_arguments(Planner *p, MlirOperation op, MlirBlock home, Span *live) {
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
    MlirBlock block = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
    for (intptr_t i = 0; !mlirBlockIsNull(block) && i < mlirBlockGetNumArguments(block); i++)
      live_extend(p, mlirBlockGetArgument(block, i), home, live);
  }
}

// Extends `live` by the uses of v and of whatever may be a view of v: a loop that carries n arrays
// leads from each to all, so that none is looked at twice for one allocation.
static void live_extend(Planner *p, Val v, MlirBlock home, Span *live) {
  if (!mlirTypeIsAMemRef(mlirValueGetType(v))) return;
  if (ptrmap_get(&p->seen, v.ptr) == live) return;
  ptrmap_put(&p->seen, v.ptr, live);
  for (MlirOpOperand u = mlirValueGetFirstUse(v); !mlirOpOperandIsNull(u);
       u = mlirOpOperandGetNextUse(u)) {
    MlirOperation op = mlirOpOperandGetOwner(u);
    const Span *s = ptrmap_get(&p->spans, ancestor_in(op, home).ptr);
    if (s->end > live->end) live->end = s->end;
    for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
      live_extend(p, mlirOperationGetResult(op, i), home, live);
    live_arguments(p, op, home, live);
    MlirOperation parent = mlirOperationGetParentOperation(op);
    if (!mlirOperationIsNull(mlirOperationGetNextInBlock(op)) || op_is(parent, "func.func"))
      continue;
    if (mlirBlockEqual(mlirOperationGetBlock(op), home)) continue;
    for (intptr_t i = 0; i < mlirOperationGetNumResults(parent); i++)
      live_extend(p, mlirOperationGetResult(parent, i), home, live);
  }
}

//===-- places ---------------------------------------------------------------------------===//

static int alloc_larger(const void *x, const void *y) {
  const Alloc *p = x, *q = y;
  if (p->size != q->size) return p->size < q->size ? 1 : -1;
  return p->live.begin < q->live.begin ? -1 : p->live.begin > q->live.begin;
}

static bool alloc_meets(const Alloc *x, const Alloc *y, int64_t offset) {
  bool at_once = x->live.begin <= y->live.end && y->live.begin <= x->live.end;
  bool apart = !at_once && optimise_by(OPTIMISE_ARENA);
  return !apart && offset < y->offset + y->size && y->offset < offset + x->size;
}

// First fit; the size of the arena.
static int64_t alloc_fit(Alloc *allocs, uint32_t n) {
  int64_t total = 0;
  if (n) qsort(allocs, n, sizeof *allocs, alloc_larger);
  for (uint32_t i = 0; i < n; i++) {
    Alloc *x = &allocs[i];
    for (uint32_t j = 0; j < i;) {
      bool meets = alloc_meets(x, &allocs[j], x->offset);
      if (meets) x->offset = allocs[j].offset + allocs[j].size;
      j = meets ? 0 : j + 1;
    }
    if (x->offset + x->size > total) total = x->offset + x->size;
  }
  return total;
}

static void alloc_replace(Planner *p, const Alloc *x, Val arena) {
  Build b = {mlirModuleGetContext(p->m),
             p->m,
             mlirOperationGetBlock(x->op),
             x->op,
             mlirOperationGetLocation(x->op),
             p->a,
             0};
  Val old = op_result(x->op, 0), at = emit_index(&b, x->offset);
  Val new =
      emit(&b, "memref.view", 2, (Val[]){arena, at}, mlirValueGetType(old), mlirAttributeGetNull());
  mlirValueReplaceAllUsesOfWith(old, new);
  mlirOperationDestroy(x->op);
}

// The function's new last parameter.
static Val function_arena(Planner *p, Func *f) {
  MlirContext ctx = mlirModuleGetContext(p->m);
  MlirType t =
      mlirMemRefTypeContiguousGet(mlirIntegerTypeGet(ctx, 8), 1, &f->size, mlirAttributeGetNull());
  MlirType old = mlirTypeAttrGetValue(op_attr(f->op, "function_type"));
  intptr_t n = mlirFunctionTypeGetNumInputs(old), m = mlirFunctionTypeGetNumResults(old);
  MlirType *types = ARENA_ARRAY(p->a, MlirType, n + m + 1);
  MlirAttribute *attrs = ARENA_ARRAY(p->a, MlirAttribute, n + 1), none = attrs_make(ctx, 0);
  MlirAttribute old_attrs = op_attr(f->op, "arg_attrs");
  for (intptr_t i = 0; i < n; i++) {
    types[i] = mlirFunctionTypeGetInput(old, i);
    attrs[i] = mlirAttributeIsNull(old_attrs) ? none : mlirArrayAttrGetElement(old_attrs, i);
  }
  types[n] = t;
  attrs[n] =
      strcmp(f->name, "cjax_main") ? attrs_make(ctx, 1, "llvm.noalias", attr_unit(ctx)) : none;
  for (intptr_t i = 0; i < m; i++)
    types[n + 1 + i] = mlirFunctionTypeGetResult(old, i);
  MlirType type = mlirFunctionTypeGet(ctx, n + 1, types, m, types + n + 1);
  mlirOperationSetAttributeByName(f->op, mlirStringRefCreateFromCString("function_type"),
                                  mlirTypeAttrGet(type));
  mlirOperationSetAttributeByName(f->op, mlirStringRefCreateFromCString("arg_attrs"),
                                  mlirArrayAttrGet(ctx, n + 1, attrs));
  return mlirBlockAddArgument(func_body(f->op), t, mlirOperationGetLocation(f->op));
}

//===-- what is noted for reports ----------------------------------------------------------===//

typedef struct Noted {
  Planner *p;
  Plan *plan;
} Noted;

// The line of a call, which is most often a kernel's.
static MlirWalkResult note_line(MlirOperation op, void *noted) {
  const Noted *n = noted;
  const Span *s = op_is(op, "func.call") ? ptrmap_get(&n->p->spans, op.ptr) : NULL;
  if (!s) return MlirWalkResultAdvance;
  PlanLine line = {s->begin, loc_range(mlirOperationGetLocation(op))};
  bool again = n->plan->lines.n && VEC_LAST(n->plan->lines).at.line == line.at.line;
  if (line.at.line && !again) VEC_PUSH(sites_now()->arena, n->plan->lines, line);
  return MlirWalkResultAdvance;
}

static void note_plan(Planner *p, const Func *f) {
  Plan *plan = sites_plan(f->name, f->size, p->clock);
  if (!plan) return;
  for (uint32_t i = 0; i < p->allocs.n; i++) {
    const Alloc *x = &p->allocs.data[i];
    MlirOperation call = {ptrmap_get(&p->arenas, x->op.ptr)};
    PlanBuffer b = {x->offset,    x->size,
                    x->live.begin, x->live.end,
                    loc_range(mlirOperationGetLocation(x->op)),
                    call.ptr ? callee_name(sites_now()->arena, call) : NULL};
    VEC_PUSH(sites_now()->arena, plan->buffers, b);
  }
  Noted n = {p, plan};
  mlirOperationWalk(f->op, note_line, &n, MlirWalkPreOrder);
}

static bool plan_allocs(Planner *p, Func *f) {
  for (uint32_t i = 0; i < p->allocs.n; i++) {
    Alloc *x = &p->allocs.data[i];
    Val v = op_result(x->op, 0);
    if (!mlirShapedTypeHasStaticShape(mlirValueGetType(v)))
      BUG("@%s allocates memory of a size that is not known", f->name);
    x->size = (memref_bytes(mlirValueGetType(v)) + ALIGN - 1) / ALIGN * ALIGN;
    if (x->size >= LARGE && x->size % PAGE == 0) x->size += SKEW;
    x->live = *(Span *)ptrmap_get(&p->spans, x->op.ptr);
    live_extend(p, v, mlirOperationGetBlock(x->op), &x->live);
    if (!ptrmap_get(&p->arenas, x->op.ptr))
      largest_add(&p->largest, x->size, mlirOperationGetLocation(x->op));
  }
  f->size = alloc_fit(p->allocs.data, p->allocs.n);
  if (sites_now()) note_plan(p, f);
  if (!f->size && strcmp(f->name, "cjax_main")) return true;
  Val arena = function_arena(p, f);
  for (uint32_t i = 0; i < p->allocs.n; i++)
    alloc_replace(p, &p->allocs.data[i], arena);
  return true;
}

static bool plan_function(Planner *p, Func *f) {
  MlirRegion body = mlirOperationGetRegion(f->op, 0);
  f->planned = true;
  if (mlirBlockIsNull(mlirRegionGetFirstBlock(body))) return true;
  if (!plan_calls(p, body)) return false;
  p->spans = (PtrMap){p->a}, p->seen = (PtrMap){p->a};
  p->allocs.n = 0;
  p->clock = 0;
  number_region(p, body);
  return plan_allocs(p, f);
}

// const int64_t cjax_arena_size.
static void plan_export(Planner *p, int64_t size) {
  MlirContext ctx = mlirModuleGetContext(p->m);
  Build b = {ctx, p->m, mlirModuleGetBody(p->m), {0}, mlirLocationUnknownGet(ctx), p->a, 0};
  MlirType i64 = type_int(&b, 64);
  MlirType tensor = mlirRankedTensorTypeGet(0, NULL, i64, mlirAttributeGetNull());
  MlirType memref = mlirMemRefTypeContiguousGet(i64, 0, NULL, mlirAttributeGetNull());
  MlirAttribute value = mlirDenseElementsAttrInt64SplatGet(tensor, size);
  emit_op(&b, "memref.global", 0, NULL, 0, NULL,
          attrs_make(ctx, 4, "sym_name", attr_of_text(ctx, "cjax_arena_size"), "type",
                     mlirTypeAttrGet(memref), "initial_value", value, "constant", attr_unit(ctx)),
          0, NULL);
}

bool lower_plan_memory(MlirModule m) {
  Arena a;
  arena_init(&a);
  Planner p = {.a = &a, .m = m, .funcs = {&a}, .spans = {&a}, .seen = {&a}, .arenas = {&a}};
  VEC(Func *) funcs = {0};
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    if (!op_is(op, "func.func")) continue;
    Func *f = ARENA_NEW(&a, Func);
    *f = (Func){op, func_name(&a, op), 0, false};
    ptrmap_put(&p.funcs, op_attr(op, "sym_name").ptr, f);
    VEC_PUSH(&a, funcs, f);
  }
  bool ok = true;
  for (uint32_t i = 0; i < funcs.n && ok; i++) {
    Func *f = funcs.data[i];
    ok = f->planned || plan_function(&p, f);
    if (!ok || strcmp(f->name, "cjax_main")) continue;
    plan_export(&p, f->size);
    ok = memory_check(m, f->size, &p.largest);
  }
  arena_release(&a);
  return ok;
}
