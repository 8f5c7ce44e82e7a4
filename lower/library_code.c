// library_code.c -- the exported functions of a library, as LLVM IR.
//
//   int model_predict(const model_predict_args *, model_predict_results *, void *workspace,
//                     size_t size, const cjax_call *call)
//
// Each checks its pointers, sets the control bits that flush denormals, calls the host code, and
// restores them.  Rank-0 arrays are by value in the structs; others are pointers to row-major
// memory.  No state is kept.  Host code that prints, may fail or has parallel loops gets a context
// (runtime/library), and is called by way of cjax_lib_run.
#include <string.h>

#include "lower/emit.h"
#include "lower/host/host.h"
#include "lower/library_internal.h"
#include "lower/platform.h"

enum { FLUSH_BITS = 0x8040, FPCR_FLUSH = 1 << 24 };

typedef struct Wrapper {
  const Entry *e;
  LLVMContextRef ctx;
  LLVMModuleRef m;
  LLVMBuilderRef b;
  LLVMValueRef host, self; // the host code's function; the one that is built
  bool context;            // the host code wants one
  LLVMTypeRef ptr, i32, i64, size; // size_t
  Arena *arena;
} Wrapper;

static LLVMTypeRef field_type(LLVMContextRef ctx, MlirType t) {
  if (type_rank(t)) return LLVMPointerTypeInContext(ctx, 0);
  MlirType e = type_element(t);
  int bits = element_bits(type_storage(e));
  if (element_is_complex(e))
    return LLVMArrayType2(bits == 64 ? LLVMFloatTypeInContext(ctx) : LLVMDoubleTypeInContext(ctx),
                          2);
  return LLVMIntTypeInContext(ctx, (unsigned)bits);
}

LLVMTypeRef library_struct(LLVMContextRef ctx, Arena *a, int n, const MlirType *types) {
  LLVMTypeRef *fields = ARENA_ARRAY(a, LLVMTypeRef, n + 1);
  for (int i = 0; i < n; i++)
    fields[i] = field_type(ctx, types[i]);
  return LLVMStructTypeInContext(ctx, fields, (unsigned)n, 0);
}

static void return_if(Wrapper *w, LLVMValueRef bad, int code) {
  LLVMBasicBlockRef leave = LLVMAppendBasicBlockInContext(w->ctx, w->self, "");
  LLVMBasicBlockRef go = LLVMAppendBasicBlockInContext(w->ctx, w->self, "");
  LLVMBuildCondBr(w->b, bad, leave, go);
  LLVMPositionBuilderAtEnd(w->b, leave);
  LLVMBuildRet(w->b, LLVMConstInt(w->i32, (unsigned long long)code, 0));
  LLVMPositionBuilderAtEnd(w->b, go);
}

static void check_pointer(Wrapper *w, LLVMValueRef p) {
  return_if(w, LLVMBuildIsNull(w->b, p, ""), ERROR_NULL);
}

// Each array of `base`, a struct, is somewhere.
static void check_arrays(Wrapper *w, LLVMTypeRef s, LLVMValueRef base, int n,
                         const MlirType *types) {
  if (n) check_pointer(w, base);
  for (int i = 0; i < n; i++) {
    if (!type_rank(types[i]) || !type_count(types[i])) continue;
    LLVMValueRef at = LLVMBuildStructGEP2(w->b, s, base, (unsigned)i, "");
    check_pointer(w, LLVMBuildLoad2(w->b, w->ptr, at, ""));
  }
}

static void check_arguments(Wrapper *w, LLVMTypeRef args, LLVMTypeRef results) {
  LLVMValueRef mem = LLVMGetParam(w->self, 2), size = LLVMGetParam(w->self, 3);
  check_arrays(w, args, LLVMGetParam(w->self, 0), w->e->nin, w->e->in);
  check_arrays(w, results, LLVMGetParam(w->self, 1), w->e->nout, w->e->out);
  if (!w->e->workspace) return;
  check_pointer(w, mem);
  LLVMValueRef need = LLVMConstInt(w->size, (unsigned long long)w->e->workspace, 0);
  return_if(w, LLVMBuildICmp(w->b, LLVMIntULT, size, need, ""), ERROR_SMALL);
  LLVMValueRef low = LLVMBuildAnd(w->b, LLVMBuildPtrToInt(w->b, mem, w->i64, ""),
                                  LLVMConstInt(w->i64, WORKSPACE_ALIGN - 1, 0), "");
  return_if(w, LLVMBuildIsNotNull(w->b, low, ""), ERROR_ALIGN);
}

// The address of element k of a struct's field: in the struct when the array has rank 0.
static LLVMValueRef element_address(Wrapper *w, LLVMTypeRef s, LLVMValueRef base, int field,
                                    MlirType t, int64_t k) {
  LLVMValueRef at = LLVMBuildStructGEP2(w->b, s, base, (unsigned)field, "");
  if (!type_rank(t)) return at;
  LLVMValueRef p = LLVMBuildLoad2(w->b, w->ptr, at, "");
  LLVMValueRef offset =
      LLVMConstInt(w->i64, (unsigned long long)(k * type_bytes(t) / type_count(t)), 0);
  return LLVMBuildGEP2(w->b, LLVMInt8TypeInContext(w->ctx), p, &offset, 1, "");
}

static LLVMValueRef load_scalar(Wrapper *w, LLVMTypeRef type, LLVMValueRef at) {
  bool is_bool = LLVMGetTypeKind(type) == LLVMIntegerTypeKind && LLVMGetIntTypeWidth(type) == 1;
  if (!is_bool) return LLVMBuildLoad2(w->b, type, at, "");
  LLVMValueRef x = LLVMBuildLoad2(w->b, LLVMInt8TypeInContext(w->ctx), at, "");
  return LLVMBuildIsNotNull(w->b, x, "");
}

static void store_scalar(Wrapper *w, LLVMValueRef x, LLVMValueRef at) {
  LLVMTypeRef t = LLVMTypeOf(x);
  if (LLVMGetTypeKind(t) == LLVMIntegerTypeKind && LLVMGetIntTypeWidth(t) == 1)
    x = LLVMBuildZExt(w->b, x, LLVMInt8TypeInContext(w->ctx), "");
  LLVMSetAlignment(LLVMBuildStore(w->b, x, at), 1);
}

// Result i where its argument's memory is not yet free: in the workspace when it is to be the
// argument's, for which *same is set.
static LLVMValueRef room_or_result(Wrapper *w, LLVMTypeRef args, int i, LLVMValueRef result,
                                   LLVMValueRef *same, LLVMValueRef *room) {
  const Entry *e = w->e;
  int64_t at = entry_rooms_at(e);
  for (int k = 0; k < i; k++) at += entry_room(e, k);
  LLVMValueRef offset = LLVMConstInt(w->i64, (unsigned long long)at, 0);
  LLVMValueRef arg = element_address(w, args, LLVMGetParam(w->self, 0), e->places[i],
                                     e->in[e->places[i]], 0);
  *room =
      LLVMBuildGEP2(w->b, LLVMInt8TypeInContext(w->ctx), LLVMGetParam(w->self, 2), &offset, 1, "");
  *same = LLVMBuildICmp(w->b, LLVMIntEQ, arg, result, "");
  return LLVMBuildSelect(w->b, *same, *room, result, "");
}

// if (same) memcpy(result, room, bytes)
static void move_result(Wrapper *w, int i, LLVMValueRef same, LLVMValueRef room, LLVMValueRef to) {
  LLVMBasicBlockRef move = LLVMAppendBasicBlockInContext(w->ctx, w->self, "");
  LLVMBasicBlockRef go = LLVMAppendBasicBlockInContext(w->ctx, w->self, "");
  LLVMBuildCondBr(w->b, same, move, go);
  LLVMPositionBuilderAtEnd(w->b, move);
  LLVMValueRef n = LLVMConstInt(w->i64, (unsigned long long)type_bytes(w->e->out[i]), 0);
  LLVMBuildMemCpy(w->b, to, 1, room, 1, n);
  LLVMBuildBr(w->b, go);
  LLVMPositionBuilderAtEnd(w->b, go);
}

static LLVMValueRef call_host(Wrapper *w, LLVMTypeRef args, LLVMTypeRef results) {
  const Entry *e = w->e;
  LLVMValueRef *x = ARENA_ARRAY(w->arena, LLVMValueRef, entry_params(w->e) + 2);
  unsigned n = 0;
  for (int i = 0; i < e->nin; i++) {
    int64_t count = type_is_tiny(e->in[i]) ? type_count(e->in[i]) : 1;
    for (int64_t k = 0; k < count; k++) {
      LLVMValueRef at = element_address(w, args, LLVMGetParam(w->self, 0), i, e->in[i], k);
      if (type_is_tiny(e->in[i])) at = load_scalar(w, LLVMTypeOf(LLVMGetParam(w->host, n)), at);
      x[n++] = at;
    }
  }
  LLVMValueRef *same = ARENA_ARRAY(w->arena, LLVMValueRef, 3 * e->nout + 1);
  LLVMValueRef *room = same + e->nout, *to = room + e->nout;
  for (int i = 0; i < e->nout; i++) {
    if (type_is_tiny(e->out[i])) continue;
    to[i] = x[n] = element_address(w, results, LLVMGetParam(w->self, 1), i, e->out[i], 0);
    if (entry_room(e, i)) x[n] = room_or_result(w, args, i, to[i], &same[i], &room[i]);
    n++;
  }
  if (e->plan) x[n++] = LLVMGetParam(w->self, 2);
  if (w->context) x[n++] = LLVMGetParam(w->self, 3);
  LLVMValueRef y = LLVMBuildCall2(w->b, LLVMGlobalGetValueType(w->host), w->host, x, n, "");
  for (int i = 0; i < e->nout; i++)
    if (entry_room(e, i)) move_result(w, i, same[i], room[i], to[i]);
  return y;
}

static void store_results(Wrapper *w, LLVMTypeRef results, LLVMValueRef y) {
  const Entry *e = w->e;
  bool many = LLVMGetTypeKind(LLVMTypeOf(y)) == LLVMStructTypeKind;
  unsigned n = 0;
  for (int i = 0; i < e->nout; i++) {
    if (!type_is_tiny(e->out[i])) continue;
    for (int64_t k = 0; k < type_count(e->out[i]); k++) {
      LLVMValueRef at = element_address(w, results, LLVMGetParam(w->self, 1), i, e->out[i], k);
      store_scalar(w, many ? LLVMBuildExtractValue(w->b, y, n++, "") : y, at);
    }
  }
}

// With one argument or, where it is null, none.
static LLVMValueRef call_intrinsic(Wrapper *w, const char *name, LLVMValueRef p) {
  unsigned id = LLVMLookupIntrinsicID(name, strlen(name));
  LLVMValueRef f = LLVMGetIntrinsicDeclaration(w->m, id, NULL, 0);
  return LLVMBuildCall2(w->b, LLVMGlobalGetValueType(f), f, &p, p != NULL, "");
}

// Denormal numbers become zeros from here on. What control_restore wants.
static LLVMValueRef control_set(Wrapper *w, Flush how) {
  if (how == FLUSH_FPCR) {
    LLVMValueRef old = call_intrinsic(w, "llvm.aarch64.get.fpcr", NULL);
    LLVMValueRef flush = LLVMConstInt(w->i64, FPCR_FLUSH, 0);
    call_intrinsic(w, "llvm.aarch64.set.fpcr", LLVMBuildOr(w->b, old, flush, ""));
    return old;
  }
  LLVMValueRef old = LLVMBuildAlloca(w->b, w->i32, ""), new = LLVMBuildAlloca(w->b, w->i32, "");
  call_intrinsic(w, "llvm.x86.sse.stmxcsr", old);
  LLVMValueRef bits = LLVMBuildLoad2(w->b, w->i32, old, "");
  LLVMBuildStore(w->b, LLVMBuildOr(w->b, bits, LLVMConstInt(w->i32, FLUSH_BITS, 0), ""), new);
  call_intrinsic(w, "llvm.x86.sse.ldmxcsr", new);
  return old;
}

static void control_restore(Wrapper *w, Flush how, LLVMValueRef old) {
  call_intrinsic(w, how == FLUSH_FPCR ? "llvm.aarch64.set.fpcr" : "llvm.x86.sse.ldmxcsr", old);
}

// void body(args, results, workspace, context): the host code on the structs.
static LLVMValueRef define_body(Wrapper *w, LLVMTypeRef args, LLVMTypeRef results) {
  LLVMTypeRef params[] = {w->ptr, w->ptr, w->ptr, w->ptr};
  LLVMTypeRef type = LLVMFunctionType(LLVMVoidTypeInContext(w->ctx), params, 4, 0);
  w->self = LLVMAddFunction(w->m, arena_printf(w->arena, "body_%s", w->e->symbol), type);
  LLVMPositionBuilderAtEnd(w->b, LLVMAppendBasicBlockInContext(w->ctx, w->self, ""));
  store_results(w, results, call_host(w, args, results));
  LLVMBuildRetVoid(w->b);
  return w->self;
}

// The status of the body's run.
static LLVMValueRef call_body(Wrapper *w, LLVMValueRef body) {
  LLVMValueRef x[5] = {NULL, LLVMGetParam(w->self, 0), LLVMGetParam(w->self, 1),
                       LLVMGetParam(w->self, 2), LLVMGetParam(w->self, 4)};
  if (!w->context) {
    LLVMValueRef direct[] = {x[1], x[2], x[3], LLVMConstNull(w->ptr)};
    LLVMBuildCall2(w->b, LLVMGlobalGetValueType(body), body, direct, 4, "");
    return LLVMConstInt(w->i32, 0, 0);
  }
  x[0] = body;
  LLVMTypeRef params[] = {w->ptr, w->ptr, w->ptr, w->ptr, w->ptr};
  LLVMTypeRef type = LLVMFunctionType(w->i32, params, 5, 0);
  LLVMValueRef run = LLVMGetNamedFunction(w->m, "cjax_lib_run");
  if (!run) run = LLVMAddFunction(w->m, "cjax_lib_run", type);
  return LLVMBuildCall2(w->b, type, run, x, 5, "");
}

static void open_wrapper(Wrapper *w) {
  LLVMContextRef ctx = w->ctx;
  w->ptr = LLVMPointerTypeInContext(ctx, 0);
  w->i32 = LLVMInt32TypeInContext(ctx), w->size = w->i64 = LLVMInt64TypeInContext(ctx);
  w->host = LLVMGetNamedFunction(w->m, arena_printf(w->arena, "f_%s", w->e->symbol));
  w->context = LLVMCountParams(w->host) > (unsigned)(entry_params(w->e) + (w->e->plan > 0));
  LLVMAddAttributeAtIndex( // or its arithmetic might move to where the control bits are others
      w->host, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
      LLVMCreateEnumAttribute(ctx, LLVMGetEnumAttributeKindForName("noinline", 8), 0));
}

static void define_entry(const Library *l, const Entry *e, LLVMModuleRef m, Arena *a) {
  LLVMContextRef ctx = LLVMGetModuleContext(m);
  Wrapper w = {e, ctx, m, LLVMCreateBuilderInContext(ctx), .arena = a};
  open_wrapper(&w);
  LLVMTypeRef args = library_struct(ctx, a, e->nin, e->in);
  LLVMTypeRef results = library_struct(ctx, a, e->nout, e->out);
  LLVMValueRef body = define_body(&w, args, results);
  Flush flush = l->platform->flush;
  if (l->platform->wasm) w.size = w.i32;
  LLVMTypeRef params[] = {w.ptr, w.ptr, w.ptr, w.size, w.ptr};
  LLVMTypeRef type = LLVMFunctionType(w.i32, params, 5, 0);
  w.self = LLVMAddFunction(m, arena_printf(a, "%s%s", l->prefix, e->name), type);
  LLVMSetVisibility(w.self, LLVMDefaultVisibility);
  LLVMPositionBuilderAtEnd(w.b, LLVMAppendBasicBlockInContext(ctx, w.self, ""));
  check_arguments(&w, args, results);
  LLVMValueRef old = flush ? control_set(&w, flush) : NULL;
  LLVMValueRef status = call_body(&w, body);
  if (flush) control_restore(&w, flush, old);
  LLVMBuildRet(w.b, status);
  LLVMDisposeBuilder(w.b);
}

static void define_abi(const Library *l, LLVMModuleRef m, Arena *a) {
  LLVMContextRef ctx = LLVMGetModuleContext(m);
  LLVMTypeRef i64 = LLVMInt64TypeInContext(ctx);
  LLVMValueRef f = LLVMAddFunction(m, arena_printf(a, "%slibrary_abi", l->prefix),
                                   LLVMFunctionType(i64, NULL, 0, 0));
  LLVMBuilderRef b = LLVMCreateBuilderInContext(ctx);
  LLVMPositionBuilderAtEnd(b, LLVMAppendBasicBlockInContext(ctx, f, ""));
  LLVMBuildRet(b, LLVMConstInt(i64, l->abi, 0));
  LLVMDisposeBuilder(b);
}

void library_define(const Library *l, LLVMModuleRef m) {
  Arena a;
  arena_init(&a);
  for (int i = 0; i < l->n; i++)
    if (!l->entries[i].choices) define_entry(l, &l->entries[i], m, &a);
  for (int i = 0; i < l->n; i++)
    if (l->entries[i].choices) buckets_define(l, &l->entries[i], m);
  define_abi(l, m, &a);
  arena_release(&a);
}
