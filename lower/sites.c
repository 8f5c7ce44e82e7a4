// sites.c -- the ops of a module, their costs, how often they run and what they read.
//
// A walk from the functions that nobody calls, through loops and calls.  A value stands for the
// site that made it: arguments of regions and functions for those of what they are given.
#include "lower/sites.h"

#include <string.h>

#include "dialect/location.h"
#include "dialect/op.h"
#include "lower/host/ptrmap.h"

static Sites *now;

typedef struct Called {
  int from, to; // functions
  double times;
  bool at_most, at_least;
} Called;

typedef struct Walked {
  MlirOperation op;
  const char *name;
  double times;
  bool at_most, at_least, seen, is_called;
} Walked;

typedef struct Walk {
  Sites *s;
  Arena *a;
  MlirModule m;
  PtrMap made, functions; // value -> site + 1; name -> function + 1
  VEC(Walked) all;
  VEC(int) order; // callees first
  VEC(Called) calls;
  int function, loop;
  double times;
  bool at_most, at_least;
} Walk;

Sites *sites_create(Arena *a, const char *program) {
  Sites *s = ARENA_NEW(a, Sites);
  s->arena = a, s->program = program;
  s->index = ARENA_NEW(a, PtrMap), s->symbols = ARENA_NEW(a, PtrMap);
  s->index->arena = s->symbols->arena = a;
  return s;
}

//===-- what values stand for --------------------------------------------------------------===//

static int made_by(const Walk *w, Val v) {
  return (int)(intptr_t)ptrmap_get(&w->made, v.ptr) - 1;
}

static void stands_for(Walk *w, Val v, Val of) {
  int site = made_by(w, of);
  if (site >= 0) ptrmap_put(&w->made, v.ptr, (void *)(intptr_t)(site + 1));
}

static void read_value(Walk *w, Site *site, Val v) {
  int from = made_by(w, v);
  for (uint32_t i = 0; i < site->from.n; i++)
    if (site->from.data[i] == from) return;
  if (from >= 0) VEC_PUSH(w->s->arena, site->from, from);
}

//===-- sites ------------------------------------------------------------------------------===//

static void add_share(Walk *w, Site *site, MlirOperation op) {
  Cost c = cost_of(op);
  OpKind k = op_kind(op);
  if (k == OP_CONSTANT || k == OP_YIELD) return;
  SiteShare share = {loc_range(mlirOperationGetLocation(op)), c.flops, c.flops + c.written / 4};
  if (!share.at.line) share.at = site->at;
  for (uint32_t i = 0; i < site->shares.n; i++) {
    SiteShare *old = &site->shares.data[i];
    if (old->at.file != share.at.file || old->at.line != share.at.line) continue;
    old->flops += share.flops, old->weight += share.weight;
    return;
  }
  VEC_PUSH(w->s->arena, site->shares, share);
}

static void add_shares(Walk *w, Site *site, MlirOperation op) {
  if (op_kind(op) == OP_FUSION) {
    MlirBlock body = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, 0));
    for (MlirOperation x = mlirBlockGetFirstOperation(body); !mlirOperationIsNull(x);
         x = mlirOperationGetNextInBlock(x))
      add_share(w, site, x);
  }
  if (!site->shares.n) add_share(w, site, op);
  double all = 0;
  for (uint32_t i = 0; i < site->shares.n; i++) all += site->shares.data[i].weight;
  for (uint32_t i = 0; i < site->shares.n; i++) {
    double *weight = &site->shares.data[i].weight;
    *weight = all > 0 ? *weight / all : 1.0 / site->shares.n;
  }
}

static void add_site(Walk *w, MlirOperation op) {
  Sites *s = w->s;
  Site site = {op_name(op_kind(op)), w->all.data[w->function].name, w->function,
               loc_range(mlirOperationGetLocation(op)), cost_of(op), w->times,
               w->at_most, w->at_least, -1, -1, w->loop, {0}, {0}};
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    read_value(w, &site, mlirOperationGetOperand(op, i));
  add_shares(w, &site, op);
  VEC_PUSH(s->arena, s->all, site);
  ptrmap_put(s->index, op.ptr, (void *)(intptr_t)s->all.n);
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    ptrmap_put(&w->made, op_result(op, (int)i).ptr, (void *)(intptr_t)s->all.n);
}

//===-- the walk ---------------------------------------------------------------------------===//

static void walk_block(Walk *w, MlirBlock block);
static void walk_function(Walk *w, int f);

static void results_of(Walk *w, MlirOperation op, MlirBlock body) {
  MlirOperation end = mlirBlockGetTerminator(body);
  intptr_t n = mlirOperationGetNumResults(op);
  for (intptr_t i = 0; i < n && i < mlirOperationGetNumOperands(end); i++)
    stands_for(w, op_result(op, (int)i), mlirOperationGetOperand(end, i));
}

static void walk_control(Walk *w, MlirOperation op) {
  Walk outer = *w;
  OpKind k = op_kind(op);
  if (k != OP_CASE) w->loop = w->s->nloops++;
  if (k == OP_SCAN) w->times *= (double)attr_int(op_attrs(op), "length");
  if (k == OP_CASE) w->at_most = true;
  if (k == OP_WHILE) w->at_least = true;
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
    MlirBlock body = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
    for (intptr_t i = 0; k != OP_CASE && i < mlirBlockGetNumArguments(body); i++)
      stands_for(w, mlirBlockGetArgument(body, i), mlirOperationGetOperand(op, i));
    walk_block(w, body);
    results_of(w, op, body);
  }
  w->loop = outer.loop, w->times = outer.times;
  w->at_most = outer.at_most, w->at_least = outer.at_least;
}

static int function_of(const Walk *w, MlirOperation call) {
  MlirAttribute callee =
      mlirOperationGetAttributeByName(call, mlirStringRefCreateFromCString("callee"));
  if (mlirAttributeIsNull(callee)) return -1;
  MlirAttribute name =
      mlirStringAttrGet(mlirModuleGetContext(w->m), mlirFlatSymbolRefAttrGetValue(callee));
  return (int)(intptr_t)ptrmap_get(&w->functions, name.ptr) - 1;
}

static void walk_call(Walk *w, MlirOperation op) {
  int f = function_of(w, op);
  if (f < 0) return;
  MlirBlock body = func_body(w->all.data[f].op);
  Called call = {w->function, f, w->times, w->at_most, w->at_least};
  VEC_PUSH(w->a, w->calls, call);
  if (mlirBlockIsNull(body)) return;
  for (intptr_t i = 0; !w->all.data[f].seen && i < mlirBlockGetNumArguments(body); i++)
    stands_for(w, mlirBlockGetArgument(body, i), mlirOperationGetOperand(op, i));
  walk_function(w, f);
  results_of(w, op, body);
}

static void walk_block(Walk *w, MlirBlock block) {
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op);
       op = mlirOperationGetNextInBlock(op)) {
    OpKind k = op_kind(op);
    if (k == OP_WHILE || k == OP_SCAN || k == OP_CASE)
      walk_control(w, op);
    else if (k == OP_COUNT)
      walk_call(w, op);
    else if (k != OP_CONSTANT && k != OP_YIELD)
      add_site(w, op);
  }
}

static void walk_function(Walk *w, int f) {
  if (w->all.data[f].seen) return;
  Walk outer = *w;
  w->all.data[f].seen = true;
  w->function = f, w->loop = -1, w->times = 1, w->at_most = w->at_least = false;
  MlirBlock body = func_body(w->all.data[f].op);
  if (!mlirBlockIsNull(body)) walk_block(w, body);
  VEC_PUSH(w->a, w->order, f);
  w->function = outer.function, w->loop = outer.loop, w->times = outer.times;
  w->at_most = outer.at_most, w->at_least = outer.at_least;
}

static MlirWalkResult note_call(MlirOperation op, void *walk) {
  Walk *w = walk;
  int f = op_kind(op) == OP_COUNT ? function_of(w, op) : -1;
  if (f >= 0) w->all.data[f].is_called = true;
  return MlirWalkResultAdvance;
}

// How often each function runs, callers before callees.
static void count_calls(Walk *w) {
  for (uint32_t i = w->order.n; i-- > 0;) {
    int f = w->order.data[i];
    Walked *at = &w->all.data[f];
    if (!at->is_called) at->times = 1;
    for (uint32_t k = 0; k < w->calls.n; k++) {
      const Called *c = &w->calls.data[k];
      if (c->from != f) continue;
      Walked *to = &w->all.data[c->to];
      to->times += at->times * c->times;
      to->at_most |= at->at_most || c->at_most, to->at_least |= at->at_least || c->at_least;
    }
  }
}

static void count_sites(Walk *w) {
  for (uint32_t i = 0; i < w->s->all.n; i++) {
    Site *site = &w->s->all.data[i];
    const Walked *of = &w->all.data[site->function];
    site->times *= of->times;
    site->at_most |= of->at_most, site->at_least |= of->at_least;
  }
}

void sites_begin(Sites *s, MlirModule m) {
  Arena a;
  arena_init(&a);
  Walk w = {.s = s, .a = &a, .m = m, .made = {&a}, .functions = {&a}, .loop = -1};
  for (MlirOperation f = mlirBlockGetFirstOperation(mlirModuleGetBody(m)); !mlirOperationIsNull(f);
       f = mlirOperationGetNextInBlock(f)) {
    MlirAttribute name =
        mlirOperationGetAttributeByName(f, mlirStringRefCreateFromCString("sym_name"));
    Walked walked = {.op = f, .name = func_name(s->arena, f)};
    VEC_PUSH(&a, w.all, walked);
    ptrmap_put(&w.functions, name.ptr, (void *)(intptr_t)w.all.n);
  }
  mlirOperationWalk(mlirModuleGetOperation(m), note_call, &w, MlirWalkPreOrder);
  for (uint32_t f = 0; f < w.all.n; f++)
    if (!w.all.data[f].is_called) walk_function(&w, (int)f);
  count_calls(&w);
  count_sites(&w);
  arena_release(&a);
  now = s;
}

void sites_end(void) { now = NULL; }

Sites *sites_now(void) { return now; }

//===-- what lowering notes ----------------------------------------------------------------===//

static Site *site_of(MlirOperation op) {
  intptr_t i = now ? (intptr_t)ptrmap_get(now->index, op.ptr) : 0;
  return i ? &now->all.data[i - 1] : NULL;
}

int sites_measure(MlirOperation op) {
  Site *site = site_of(op);
  if (!site) return -1;
  if (site->id < 0) {
    site->id = (int)now->measured.n;
    VEC_PUSH(now->arena, now->measured, (int)(site - now->all.data));
  }
  return site->id;
}

static void add_text(MlirStringRef s, void *text) { strbuf_add(text, s.data, s.length); }

static const char *op_text(MlirOperation op) {
  StrBuf s;
  strbuf_init(&s, now->arena);
  MlirOpPrintingFlags flags = mlirOpPrintingFlagsCreate();
  mlirOpPrintingFlagsElideLargeElementsAttrs(flags, 16);
  mlirOpPrintingFlagsUseLocalScope(flags);
  mlirOperationPrintWithFlags(op, flags, add_text, &s);
  mlirOpPrintingFlagsDestroy(flags);
  return s.data;
}

void sites_kernel(MlirOperation op, MlirAttribute symbol) {
  Site *site = site_of(op);
  if (!site) return;
  intptr_t i = (intptr_t)ptrmap_get(now->symbols, symbol.ptr);
  site->kernel = (int)(i ? i - 1 : now->kernels.n);
  if (i) return;
  MlirStringRef name = mlirFlatSymbolRefAttrGetValue(symbol);
  SiteKernel k = {arena_strndup(now->arena, name.data, name.length), op_text(op), {0}, false};
  strbuf_init(&k.code, now->arena);
  VEC_PUSH(now->arena, now->kernels, k);
  ptrmap_put(now->symbols, symbol.ptr, (void *)(intptr_t)now->kernels.n);
}

void sites_parallel(const char *symbol) {
  for (uint32_t i = 0; now && i < now->kernels.n; i++)
    if (!strcmp(now->kernels.data[i].symbol, symbol)) now->kernels.data[i].parallel = true;
}

Plan *sites_plan(const char *function, int64_t size, long end) {
  if (!now) return NULL;
  Plan p = {arena_strdup(now->arena, function), size, end, {0}, {0}};
  VEC_PUSH(now->arena, now->plans, p);
  return &VEC_LAST(now->plans);
}

void sites_table(const Sites *s, StrBuf *text) {
  strbuf_printf(text, "%s\n", s->program);
  for (uint32_t i = 0; i < s->measured.n; i++) {
    const Site *site = &s->all.data[s->measured.data[i]];
    const char *name = site->kernel < 0 ? site->name : s->kernels.data[site->kernel].symbol;
    const char *file = site->at.line ? diag_file_name(site->at.file) : "-";
    strbuf_printf(text, "%s\t%s:%u:%u\n", name, file, site->at.line, site->at.col);
  }
}
