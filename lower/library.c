// library.c -- the exported function of a library, and its C header.
//
//   int model_predict(const model_predict_args *, model_predict_results *, void *workspace, size_t
//   size)
//
// It checks its pointers, sets the control bits that flush denormals, calls the host code, and
// restores them.  Rank-0 arrays are by value in the structs; others are pointers to row-major
// memory.  No state is kept.
#include "lower/library.h"

#include <ctype.h>
#include <mlir-c/Pass.h>
#include <mlir-c/Transforms.h>
#include <string.h>

#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/support/strbuf.h"
#include "lower/emit.h"
#include "lower/host/host.h"
#include "lower/output.h"

enum { ERROR_NULL = 1, ERROR_SMALL = 2, ERROR_ALIGN = 3, ALIGN = 64, FLUSH = 0x8040 };

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static MlirOperation find_function(MlirModule m, const char *name) {
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    MlirAttribute s = mlirOperationGetAttributeByName(op, ref("sym_name"));
    if (!mlirAttributeIsNull(s) && mlirStringRefEqual(mlirStringAttrGetValue(s), ref(name)))
      return op;
  }
  return (MlirOperation){0};
}

//===-- the entry ---------------------------------------------------------------------===//

// "dir/libmodel.a" -> "model_"
static const char *prefix_of(Arena *a, const char *path) {
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  if (!strncmp(name, "lib", 3)) name += 3;
  char *s = arena_printf(a, "%.*s_", (int)strcspn(name, "."), name);
  for (char *c = s; *c; c++)
    if (!isalnum((unsigned char)*c)) *c = '_';
  return s;
}

static void keep_only(MlirModule m, const char *entry) {
  MlirContext ctx = mlirModuleGetContext(m);
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    bool is_entry = mlirOperationEqual(op, find_function(m, entry));
    mlirOperationSetAttributeByName(op, ref("sym_visibility"),
                                    attr_of_text(ctx, is_entry ? "public" : "private"));
  }
  MlirPassManager pm = mlirPassManagerCreate(ctx);
  mlirPassManagerAddOwnedPass(pm, mlirCreateTransformsSymbolDCE());
  mlirPassManagerRunOnOp(pm, mlirModuleGetOperation(m));
  mlirPassManagerDestroy(pm);
}

// The name in a function argument's attributes, or `nameN`.
static const char *value_name(Arena *a, MlirOperation f, const char *attrs, int i,
                              const char *name) {
  MlirAttribute all = mlirOperationGetAttributeByName(f, ref(attrs));
  MlirAttribute dict = mlirAttributeIsNull(all) ? all : mlirArrayAttrGetElement(all, i);
  const char *s = NULL;
  if (!mlirAttributeIsNull(dict) && !mlirAttributeIsNull(attr_get(dict, "cjax.name")))
    s = attr_text(a, dict, "cjax.name");
  return s ? s : arena_printf(a, "%s%d", name, i);
}

bool library_open(Library *l, Arena *a, MlirModule m, const LowerOptions *o, const char *path) {
  *l = (Library){.entry = o->entry ? o->entry : "main"};
  l->prefix = o->prefix ? o->prefix : prefix_of(a, path);
  MlirOperation f = find_function(m, l->entry);
  if (mlirOperationIsNull(f))
    return diag_io("CJ0710", "the program has no function %s", l->entry), false;
  keep_only(m, l->entry);
  mlirOperationSetAttributeByName(mlirModuleGetOperation(m), ref("cjax.sequential"),
                                  attr_unit(mlirModuleGetContext(m)));
  MlirType t = mlirTypeAttrGetValue(mlirOperationGetAttributeByName(f, ref("function_type")));
  l->nin = (int)mlirFunctionTypeGetNumInputs(t), l->nout = (int)mlirFunctionTypeGetNumResults(t);
  l->in = ARENA_ARRAY(a, MlirType, l->nin), l->out = ARENA_ARRAY(a, MlirType, l->nout);
  l->in_names = ARENA_ARRAY(a, const char *, l->nin),
  l->out_names = ARENA_ARRAY(a, const char *, l->nout);
  for (int i = 0; i < l->nin; i++) {
    l->in[i] = mlirFunctionTypeGetInput(t, i);
    l->in_names[i] = value_name(a, f, "arg_attrs", i, "arg");
  }
  for (int i = 0; i < l->nout; i++) {
    l->out[i] = mlirFunctionTypeGetResult(t, i);
    l->out_names[i] = value_name(a, f, "res_attrs", i, "result");
  }
  return true;
}

// A function of runtime/linalg, which archives do not hold.
static bool is_algorithm(const char *name) {
  static const char *const names[] = {
      "cholesky", "triangular_solve", "lu", "qr", "eigh", "svd", "eig", "schur", "fft"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (!strncmp(name, names[i], strlen(names[i]))) return true;
  return false;
}

bool library_check(const Library *l, MlirModule m) {
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    MlirAttribute s = mlirOperationGetAttributeByName(op, ref("sym_name"));
    const char *name = mlirAttributeIsNull(s) ? "" : mlirStringAttrGetValue(s).data;
    if (strncmp(name, "cjax_rt_", 8)) continue;
    bool factors = is_algorithm(name + 8);
    diag_error(loc_range(mlirOperationGetLocation(op)), "CJ0711", NULL, "a library cannot %s",
               factors ? "factorise matrices or transform by Fourier yet"
                       : "print, check, read files or the clock");
    return false;
  }
  return true;
}

static int count_params(const Library *l) {
  int n = 0;
  for (int i = 0; i < l->nin; i++)
    n += type_is_tiny(l->in[i]) ? (int)type_count(l->in[i]) : 1;
  for (int i = 0; i < l->nout; i++)
    n += !type_is_tiny(l->out[i]);
  return n;
}

void library_workspace(Library *l, Arena *a, MlirModule m) {
  MlirOperation f = find_function(m, arena_printf(a, "f_%s", l->entry));
  MlirType t = mlirTypeAttrGetValue(mlirOperationGetAttributeByName(f, ref("function_type")));
  int n = count_params(l);
  bool has = mlirFunctionTypeGetNumInputs(t) > n;
  l->workspace = has ? mlirShapedTypeGetDimSize(mlirFunctionTypeGetInput(t, n), 0) : 0;
}

bool library_exports(const Library *l, const char *symbol) {
  size_t n = strlen(l->prefix);
  return !strncmp(symbol, l->prefix, n) && !strcmp(symbol + n, l->entry);
}

//===-- the exported function -----------------------------------------------------------===//

typedef struct Wrapper {
  const Library *l;
  LLVMContextRef ctx;
  LLVMModuleRef m;
  LLVMBuilderRef b;
  LLVMValueRef host, self; // the host code's function, the exported one
  LLVMTypeRef ptr, i32, i64;
  Arena *arena;
} Wrapper;

static LLVMTypeRef field_type(const Wrapper *w, MlirType t) {
  if (type_rank(t)) return w->ptr;
  MlirType e = type_element(t);
  int bits = element_bits(type_storage(e));
  if (element_is_complex(e))
    return LLVMArrayType2(
        bits == 64 ? LLVMFloatTypeInContext(w->ctx) : LLVMDoubleTypeInContext(w->ctx), 2);
  return LLVMIntTypeInContext(w->ctx, (unsigned)bits);
}

static LLVMTypeRef struct_type(const Wrapper *w, int n, const MlirType *types) {
  LLVMTypeRef *fields = ARENA_ARRAY(w->arena, LLVMTypeRef, n + 1);
  for (int i = 0; i < n; i++)
    fields[i] = field_type(w, types[i]);
  return LLVMStructTypeInContext(w->ctx, fields, (unsigned)n, 0);
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

static void check_arguments(Wrapper *w) {
  LLVMValueRef mem = LLVMGetParam(w->self, 2), size = LLVMGetParam(w->self, 3);
  if (w->l->nin) check_pointer(w, LLVMGetParam(w->self, 0));
  if (w->l->nout) check_pointer(w, LLVMGetParam(w->self, 1));
  if (!w->l->workspace) return;
  check_pointer(w, mem);
  LLVMValueRef need = LLVMConstInt(w->i64, (unsigned long long)w->l->workspace, 0);
  return_if(w, LLVMBuildICmp(w->b, LLVMIntULT, size, need, ""), ERROR_SMALL);
  LLVMValueRef low = LLVMBuildAnd(w->b, LLVMBuildPtrToInt(w->b, mem, w->i64, ""),
                                  LLVMConstInt(w->i64, ALIGN - 1, 0), "");
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

static LLVMValueRef call_host(Wrapper *w, LLVMTypeRef args, LLVMTypeRef results) {
  const Library *l = w->l;
  LLVMValueRef *x = ARENA_ARRAY(w->arena, LLVMValueRef, count_params(l) + 1);
  unsigned n = 0;
  for (int i = 0; i < l->nin; i++) {
    int64_t count = type_is_tiny(l->in[i]) ? type_count(l->in[i]) : 1;
    for (int64_t k = 0; k < count; k++) {
      LLVMValueRef at = element_address(w, args, LLVMGetParam(w->self, 0), i, l->in[i], k);
      if (type_is_tiny(l->in[i])) at = load_scalar(w, LLVMTypeOf(LLVMGetParam(w->host, n)), at);
      x[n++] = at;
    }
  }
  for (int i = 0; i < l->nout; i++)
    if (!type_is_tiny(l->out[i]))
      x[n++] = element_address(w, results, LLVMGetParam(w->self, 1), i, l->out[i], 0);
  if (l->workspace) x[n++] = LLVMGetParam(w->self, 2);
  return LLVMBuildCall2(w->b, LLVMGlobalGetValueType(w->host), w->host, x, n, "");
}

static void store_results(Wrapper *w, LLVMTypeRef results, LLVMValueRef y) {
  const Library *l = w->l;
  bool many = LLVMGetTypeKind(LLVMTypeOf(y)) == LLVMStructTypeKind;
  unsigned n = 0;
  for (int i = 0; i < l->nout; i++) {
    if (!type_is_tiny(l->out[i])) continue;
    for (int64_t k = 0; k < type_count(l->out[i]); k++) {
      LLVMValueRef at = element_address(w, results, LLVMGetParam(w->self, 1), i, l->out[i], k);
      store_scalar(w, many ? LLVMBuildExtractValue(w->b, y, n++, "") : y, at);
    }
  }
}

static void call_intrinsic(Wrapper *w, const char *name, LLVMValueRef p) {
  unsigned id = LLVMLookupIntrinsicID(name, strlen(name));
  LLVMValueRef f = LLVMGetIntrinsicDeclaration(w->m, id, NULL, 0);
  LLVMBuildCall2(w->b, LLVMGlobalGetValueType(f), f, &p, 1, "");
}

void library_define(const Library *l, LLVMModuleRef m) {
  Arena a;
  arena_init(&a);
  LLVMContextRef ctx = LLVMGetModuleContext(m);
  Wrapper w = {l, ctx, m, LLVMCreateBuilderInContext(ctx), .arena = &a};
  w.ptr = LLVMPointerTypeInContext(ctx, 0);
  w.i32 = LLVMInt32TypeInContext(ctx), w.i64 = LLVMInt64TypeInContext(ctx);
  w.host = LLVMGetNamedFunction(m, arena_printf(&a, "f_%s", l->entry));
  LLVMAddAttributeAtIndex( // or its arithmetic might move to where the control bits are others
      w.host, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
      LLVMCreateEnumAttribute(ctx, LLVMGetEnumAttributeKindForName("noinline", 8), 0));
  LLVMTypeRef type = LLVMFunctionType(w.i32, (LLVMTypeRef[]){w.ptr, w.ptr, w.ptr, w.i64}, 4, 0);
  w.self = LLVMAddFunction(m, arena_printf(&a, "%s%s", l->prefix, l->entry), type);
  LLVMSetVisibility(w.self, LLVMDefaultVisibility);
  LLVMPositionBuilderAtEnd(w.b, LLVMAppendBasicBlockInContext(ctx, w.self, ""));
  LLVMValueRef old = LLVMBuildAlloca(w.b, w.i32, ""), new = LLVMBuildAlloca(w.b, w.i32, "");
  check_arguments(&w);
  LLVMTypeRef args = struct_type(&w, l->nin, l->in), results = struct_type(&w, l->nout, l->out);
  call_intrinsic(&w, "llvm.x86.sse.stmxcsr", old);
  LLVMValueRef bits = LLVMBuildLoad2(w.b, w.i32, old, "");
  LLVMBuildStore(w.b, LLVMBuildOr(w.b, bits, LLVMConstInt(w.i32, FLUSH, 0), ""), new);
  call_intrinsic(&w, "llvm.x86.sse.ldmxcsr", new);
  store_results(&w, results, call_host(&w, args, results));
  call_intrinsic(&w, "llvm.x86.sse.ldmxcsr", old);
  LLVMBuildRet(w.b, LLVMConstInt(w.i32, 0, 0));
  LLVMDisposeBuilder(w.b);
  arena_release(&a);
}

//===-- the header --------------------------------------------------------------------------===//

static const char *c_type(MlirType e) {
  static const char *const ints[] = {"int8_t", "int16_t", "int32_t", "int64_t"};
  static const char *const unsigneds[] = {"uint8_t", "uint16_t", "uint32_t", "uint64_t"};
  int bits = element_bits(e);
  if (element_is_bool(e)) return "uint8_t";
  if (element_is_complex(e)) return bits == 64 ? "float" : "double";
  if (element_is_float(e)) return bits == 64 ? "double" : bits == 32 ? "float" : "uint16_t";
  int k = bits == 8 ? 0 : bits == 16 ? 1 : bits == 32 ? 2 : 3;
  return element_is_unsigned(e) ? unsigneds[k] : ints[k];
}

static void header_struct(StrBuf *s, const Library *l, const char *what, int n,
                          const MlirType *types, const char **names, const char *qualifier) {
  strbuf_printf(s, "typedef struct %s%s_%s {\n", l->prefix, l->entry, what);
  for (int i = 0; i < n; i++) {
    MlirType e = type_element(types[i]);
    const char *pair = element_is_complex(e) ? "[2]" : "";
    if (type_rank(types[i]))
      strbuf_printf(s, "  %s%s *%s; // %s\n", qualifier, c_type(e), names[i], type_text(types[i]));
    else
      strbuf_printf(s, "  %s %s%s; // %s\n", c_type(e), names[i], pair, type_text(types[i]));
  }
  if (!n) strbuf_puts(s, "  char none;\n");
  strbuf_printf(s, "} %s%s_%s;\n\n", l->prefix, l->entry, what);
}

static const char *upper(Arena *a, const char *s) {
  char *u = arena_strdup(a, s);
  for (char *c = u; *c; c++)
    *c = (char)toupper((unsigned char)*c);
  return u;
}

static void header_text(StrBuf *s, const Library *l, Arena *a, const char *file) {
  const char *p = l->prefix, *up = upper(a, p), *ue = upper(a, l->entry);
  strbuf_printf(s, "// %s -- made by cjaxc.  Arrays are row-major; a bool is one byte, 0 or 1.\n",
                file);
  strbuf_printf(s, "#ifndef %s%s_H\n#define %s%s_H\n\n#include <stddef.h>\n#include <stdint.h>\n\n",
                up, ue, up, ue);
  strbuf_puts(s, "#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n");
  strbuf_printf(s, "// What %s%s returns.\n", p, l->entry);
  strbuf_printf(s, "enum {\n  %sOK = 0,\n  %sNULL_POINTER = %d,\n  %sWORKSPACE_TOO_SMALL = %d,\n",
                up, up, ERROR_NULL, up, ERROR_SMALL);
  strbuf_printf(s, "  %sWORKSPACE_NOT_ALIGNED = %d,\n};\n\n", up, ERROR_ALIGN);
  header_struct(s, l, "args", l->nin, l->in, l->in_names, "const ");
  header_struct(s, l, "results", l->nout, l->out, l->out_names, "");
  strbuf_printf(s, "// Bytes of workspace, to be aligned to %d.\n", ALIGN);
  strbuf_printf(s, "#define %s%s_WORKSPACE %lld\n\n", up, ue, (long long)l->workspace);
  strbuf_puts(
      s, "// Keeps no state; may run in several threads at once, each with its own workspace.\n");
  strbuf_printf(s,
                "int %s%s(const %s%s_args *args, %s%s_results *results,\n    void *workspace, "
                "size_t size);\n\n",
                p, l->entry, p, l->entry, p, l->entry);
  strbuf_puts(s, "#ifdef __cplusplus\n}\n#endif\n\n#endif\n");
}

bool library_write_header(const Library *l, const char *archive_path) {
  Arena a;
  arena_init(&a);
  const char *slash = strrchr(archive_path, '/'), *name = slash ? slash + 1 : archive_path;
  int dir = (int)(name - archive_path);
  if (!strncmp(name, "lib", 3)) name += 3;
  char *path = arena_printf(&a, "%.*s%.*s.h", dir, archive_path, (int)strcspn(name, "."), name);
  StrBuf s;
  strbuf_init(&s, &a);
  header_text(&s, l, &a, path + dir);
  bool ok = output_write(path, s.data, s.n);
  arena_release(&a);
  return ok;
}
