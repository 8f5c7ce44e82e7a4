// function.c -- functions of host code, and the module they are in.
//
// A parameter or result of few elements is as many scalars; others are memory: memref<Nxi8>, the
// results' after the arguments'.
//     @step(tensor<f32>, tensor<8xf32>) -> (tensor<8xf32>, tensor<i32>)
//     @f_step(f32, memref<32xi8>, memref<32xi8>) -> i32
#include <string.h>

#include "dialect/support/diag.h"
#include "dialect/support/vec.h"
#include "lower/host/host.h"
#include "lower/passes.h"
#include "lower/sites.h"

int host_flat_types(Host *h, int n, const MlirType *types, bool memory, MlirType *flat) {
  int k = 0;
  for (int i = 0; i < n; i++) {
    if (!type_is_tiny(types[i]) && memory) flat[k++] = type_memref_bytes(h, type_bytes(types[i]));
    if (!type_is_tiny(types[i])) continue;
    for (int64_t j = 0; j < type_count(types[i]); j++)
      flat[k++] = type_scalar(type_element(types[i]));
  }
  return k;
}

typedef struct Signature {
  int nin, nout, nparams, nresults;
  MlirType *in, *out, *params, *results;
} Signature;

static Signature signature_of(Host *h, MlirType type) {
  Arena *a = h->b.arena;
  Signature s = {(int)mlirFunctionTypeGetNumInputs(type), (int)mlirFunctionTypeGetNumResults(type)};
  int n = s.nin + s.nout;
  s.in = ARENA_ARRAY(a, MlirType, n), s.out = s.in + s.nin;
  s.params = ARENA_ARRAY(a, MlirType, n * TINY), s.results = ARENA_ARRAY(a, MlirType, n * TINY);
  for (int i = 0; i < s.nin; i++)
    s.in[i] = mlirFunctionTypeGetInput(type, i);
  for (int i = 0; i < s.nout; i++)
    s.out[i] = mlirFunctionTypeGetResult(type, i);
  s.nparams = host_flat_types(h, s.nin, s.in, true, s.params);
  s.nresults = host_flat_types(h, s.nout, s.out, false, s.results);
  for (int i = 0; i < s.nout; i++)
    if (!type_is_tiny(s.out[i])) s.params[s.nparams++] = type_memref_bytes(h, type_bytes(s.out[i]));
  return s;
}

static const char *lowered_name(Arena *a, const char *name) {
  return strcmp(name, "main") ? arena_printf(a, "f_%s", name) : "cjax_main";
}

//===-- calls -----------------------------------------------------------------------------===//

bool host_call(Host *h, MlirOperation op) {
  Arena *a = h->b.arena;
  MlirStringRef name = mlirIdentifierStr(mlirOperationGetName(op));
  if (strncmp(name.data, "func.call", name.length))
    BUG("host code of %.*s", (int)name.length, name.data);
  MlirAttribute callee =
      mlirOperationGetAttributeByName(op, mlirStringRefCreateFromCString("callee"));
  MlirStringRef symbol = mlirFlatSymbolRefAttrGetValue(callee);
  const char *to = lowered_name(a, arena_strndup(a, symbol.data, symbol.length));
  int nin = (int)mlirOperationGetNumOperands(op), nout = (int)mlirOperationGetNumResults(op), k = 0;
  MlirType *out = ARENA_ARRAY(a, MlirType, nout);
  MlirType *results = ARENA_ARRAY(a, MlirType, nout * TINY);
  Val *args = ARENA_ARRAY(a, Val, (nin + nout) * TINY);
  for (int i = 0; i < nin; i++) {
    const Place *p = host_place(h, mlirOperationGetOperand(op, i));
    const Val *s = type_is_tiny(p->type) ? place_load(h, p) : NULL;
    if (type_is_tiny(p->type))
      for (int64_t j = 0; j < type_count(p->type); j++)
        args[k++] = s[j];
    else
      args[k++] = place_bytes(h, place_in_memory(h, p), type_bytes(p->type));
  }
  const Place **dst = ARENA_ARRAY(a, const Place *, nout);
  for (int i = 0; i < nout; i++) {
    out[i] = mlirValueGetType(op_result(op, i));
    if (type_is_tiny(out[i])) continue;
    dst[i] = host_destination(h, op_result(op, i));
    args[k++] = place_bytes(h, dst[i], type_bytes(out[i]));
  }
  int nresults = host_flat_types(h, nout, out, false, results);
  MlirAttribute ref = mlirFlatSymbolRefAttrGet(h->b.ctx, mlirStringRefCreateFromCString(to));
  MlirOperation call = emit_op(&h->b, "func.call", k, args, nresults, results,
                               attrs_make(h->b.ctx, 1, "callee", ref), 0, NULL);
  for (int i = 0, r = 0; i < nout; i++) {
    Val s[TINY];
    for (int64_t j = 0; !dst[i] && j < type_count(out[i]); j++)
      s[j] = op_result(call, r++);
    host_bind(h, op_result(op, i), dst[i] ? dst[i] : place_scalars(h, out[i], s));
  }
  return true;
}

//===-- functions -------------------------------------------------------------------------===//

static const Place *param_place(Host *h, MlirBlock block, MlirType t, int *k, Scope *scope) {
  if (type_is_tiny(t)) {
    Val s[TINY];
    for (int64_t j = 0; j < type_count(t); j++)
      s[j] = mlirBlockGetArgument(block, (*k)++);
    return place_scalars(h, t, s);
  }
  Buffer *buf = ARENA_NEW(h->b.arena, Buffer);
  *buf = (Buffer){mlirBlockGetArgument(block, (*k)++), scope, -1};
  return place_buffer(h, t, buf, VAL_NONE);
}

static bool function_body(Host *h, MlirOperation func, const Signature *s) {
  Arena *a = h->b.arena;
  int n = s->nin + s->nout, k = 0;
  const Place **args = ARENA_ARRAY(a, const Place *, n), **dst = args + s->nin;
  const Place **out = ARENA_ARRAY(a, const Place *, s->nout);
  Scope *scope = host_enter(h);
  for (int i = 0; i < s->nin; i++)
    args[i] = param_place(h, h->b.block, s->in[i], &k, NULL);
  for (int i = 0; i < s->nout; i++)
    dst[i] = type_is_tiny(s->out[i]) ? NULL : param_place(h, h->b.block, s->out[i], &k, scope);
  if (!host_region(h, mlirOperationGetRegion(func, 0), args, dst, out)) return false;
  host_leave(h);
  host_keep_variables(h);
  Val *results = ARENA_ARRAY(a, Val, s->nresults);
  for (int i = 0, r = 0; i < s->nout; i++) {
    const Val *x = dst[i] ? NULL : place_load(h, out[i]);
    if (dst[i])
      place_put(h, out[i], dst[i]);
    else
      for (int64_t j = 0; j < type_count(s->out[i]); j++)
        results[r++] = x[j];
  }
  emit_op(&h->b, "func.return", s->nresults, results, 0, NULL, mlirAttributeGetNull(), 0, NULL);
  return true;
}

// Straight-line code that runs once is not worth optimising, which takes LLVM more than linear
// time.  The parts of long functions (lower/outline.c) are not put together again.
enum { LONG = 1000 };

static bool is_part(MlirOperation func) {
  return !mlirAttributeIsNull(
      mlirOperationGetAttributeByName(func, mlirStringRefCreateFromCString("cjax.part")));
}

static MlirAttribute inlining(MlirOperation func, bool entry, MlirBlock block) {
  MlirContext ctx = mlirOperationGetContext(func);
  MlirAttribute names[] = {attr_of_text(ctx, "noinline"), attr_of_text(ctx, "optnone")};
  bool part = is_part(func);
  MlirAttribute kept = part ? mlirArrayAttrGet(ctx, 1, names) : mlirAttributeGetNull();
  if (!entry && !part) return kept;
  int n = 0;
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op);
       op = mlirOperationGetNextInBlock(op), n++)
    if (mlirOperationGetNumRegions(op)) return kept;
  return n < LONG ? kept : mlirArrayAttrGet(ctx, 2, names);
}

bool host_function(HostModule *hm, MlirOperation func) {
  Arena *a = hm->arena;
  MlirContext ctx = mlirModuleGetContext(hm->m);
  MlirLocation loc = mlirOperationGetLocation(func);
  Host h = {.hm = hm, .places = {a}, .last = {a}, .wants = {a}};
  h.b = (Build){ctx, hm->m, {0}, {0}, loc, a, 0};
  MlirAttribute type =
      mlirOperationGetAttributeByName(func, mlirStringRefCreateFromCString("function_type"));
  Signature s = signature_of(&h, mlirTypeAttrGetValue(type));
  const char *name = func_name(a, func);
  bool entry = !strcmp(name, "main");
  h.part = is_part(func);
  h.once = entry || !strncmp(name, "main.part", 9);
  MlirLocation *locs = ARENA_ARRAY(a, MlirLocation, s.nparams);
  for (int i = 0; i < s.nparams; i++)
    locs[i] = loc;
  h.b.block = mlirBlockCreate(s.nparams, s.params, locs);
  h.entry = h.b.block;
  MlirRegion r = mlirRegionCreate();
  mlirRegionAppendOwnedBlock(r, h.b.block);
  host_liveness(&h, func);
  if (entry && hm->profile) host_runtime(&h, "cjax_rt_profile_start", 0, NULL, (MlirType){0});
  if (!function_body(&h, func, &s)) return mlirRegionDestroy(r), false;
  Build top = h.b;
  top.block = mlirModuleGetBody(hm->m);
  MlirType ftype = mlirFunctionTypeGet(ctx, s.nparams, s.params, s.nresults, s.results);
  MlirAttribute attrs =
      attrs_make(ctx, 4, "sym_name", attr_of_text(ctx, lowered_name(a, name)), "function_type",
                 mlirTypeAttrGet(ftype), "sym_visibility",
                 entry ? mlirAttributeGetNull() : attr_of_text(ctx, "private"), "passthrough",
                 inlining(func, entry, h.b.block));
  emit_op(&top, "func.func", 0, NULL, 0, NULL, attrs, 1, &r);
  return true;
}

// const char cjax_profile_sites[]: what is measured, for the runtime.
static void export_sites(HostModule *hm) {
  MlirContext ctx = mlirModuleGetContext(hm->m);
  StrBuf text;
  strbuf_init(&text, hm->arena);
  sites_table(sites_now(), &text);
  Host h = {.hm = hm};
  h.b = (Build){ctx, hm->m, {0}, {0}, mlirLocationUnknownGet(ctx), hm->arena, 0};
  host_global(&h, "cjax_profile_sites", NULL, text.data, (int64_t)text.n + 1);
}

bool lower_to_linalg(MlirModule m) {
  Arena a;
  arena_init(&a);
  HostModule hm = {m, &a, kernel_table_create(&a, m), {&a}, {&a}, 0, false};
  hm.profile = sites_now() && sites_now()->profile;
  MlirBlock body = mlirModuleGetBody(m);
  VEC(MlirOperation) funcs = {0};
  for (MlirOperation op = mlirBlockGetFirstOperation(body); !mlirOperationIsNull(op);
       op = mlirOperationGetNextInBlock(op))
    VEC_PUSH(&a, funcs, op);
  bool ok = true;
  for (uint32_t i = 0; i < funcs.n && ok; i++)
    ok = host_function(&hm, funcs.data[i]);
  if (ok && hm.profile) export_sites(&hm);
  for (uint32_t i = 0; i < funcs.n && ok; i++)
    mlirOperationDestroy(funcs.data[i]);
  arena_release(&a);
  return ok;
}
