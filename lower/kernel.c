// kernel.c -- private functions that compute one op on memory; equal ones are made once.
//
// Two kernels are equal when their keys are: a byte string of everything that decides the code.
// Types, attributes and op names are unique in their context, so the key holds their addresses.
//
//   func.func private @k3_add(%x: memref<4xf32>, %s: f32, %out: memref<4xf32>) {
//     %0 = bufferization.to_tensor %x restrict
//     %1 = bufferization.to_tensor %out restrict writable
//     %2 = linalg.generic ins(%0) outs(%1) ...
//     bufferization.materialize_in_destination %2 in restrict writable %out
#include "lower/kernel.h"

#include <string.h>

#include "dialect/support/strbuf.h"
#include "dialect/support/vec.h"
#include "lower/schedule/fuse.h"

typedef struct Entry {
  struct Entry *next;
  StrBuf key;
  uint64_t hash;
  MlirAttribute symbol;
} Entry;

enum { BUCKETS = 1024, LARGE = 1 << 16 };

struct KernelTable {
  Arena *arena;
  MlirModule module;
  int count;
  Entry *buckets[BUCKETS];
};

KernelTable *kernel_table_create(Arena *a, MlirModule m) {
  KernelTable *t = ARENA_NEW(a, KernelTable);
  t->arena = a, t->module = m;
  return t;
}

//===-- keys ------------------------------------------------------------------------===//

static void key_ptr(StrBuf *k, const void *p) { strbuf_add(k, (const char *)&p, sizeof p); }
static void key_int(StrBuf *k, int64_t i) { strbuf_add(k, (const char *)&i, sizeof i); }

// Values by the order in which they are defined.
typedef struct Numbering {
  VEC(Val) vals;
  Arena *arena;
} Numbering;

static int64_t number_of(const Numbering *n, Val v) {
  for (uint32_t i = n->vals.n; i-- > 0;)
    if (mlirValueEqual(n->vals.data[i], v)) return i;
  return -1;
}

static void key_region(StrBuf *k, Numbering *n, MlirRegion r);

static void key_op(StrBuf *k, Numbering *n, MlirOperation op) {
  key_ptr(k, mlirIdentifierStr(mlirOperationGetName(op)).data);
  intptr_t nattr = mlirOperationGetNumAttributes(op);
  key_int(k, nattr);
  for (intptr_t i = 0; i < nattr; i++) {
    MlirNamedAttribute a = mlirOperationGetAttribute(op, i);
    key_ptr(k, a.name.ptr), key_ptr(k, a.attribute.ptr);
  }
  key_int(k, mlirOperationGetNumOperands(op));
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    key_int(k, number_of(n, mlirOperationGetOperand(op, i)));
  key_int(k, mlirOperationGetNumResults(op));
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++) {
    Val v = mlirOperationGetResult(op, i);
    key_ptr(k, mlirValueGetType(v).ptr);
    VEC_PUSH(n->arena, n->vals, v);
  }
  key_int(k, mlirOperationGetNumRegions(op));
  for (intptr_t i = 0; i < mlirOperationGetNumRegions(op); i++)
    key_region(k, n, mlirOperationGetRegion(op, i));
}

static void key_region(StrBuf *k, Numbering *n, MlirRegion r) {
  MlirBlock block = mlirRegionGetFirstBlock(r);
  key_int(k, mlirBlockGetNumArguments(block));
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(block); i++) {
    Val v = mlirBlockGetArgument(block, i);
    key_ptr(k, mlirValueGetType(v).ptr);
    VEC_PUSH(n->arena, n->vals, v);
  }
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op);
       op = mlirOperationGetNextInBlock(op))
    key_op(k, n, op);
}

static void key_make(StrBuf *k, Arena *a, const KernelSpec *s) {
  strbuf_init(k, a);
  for (int i = 0; i < s->c->nin; i++) {
    key_ptr(k, mlirValueGetType(s->c->in[i]).ptr);
    key_int(k, s->in[i].kind * 1000 + s->in[i].same);
    if (s->in[i].kind != PASS_SPLAT) continue;
    MlirOperation op = mlirOpResultGetOwner(s->c->in[i]);
    key_ptr(k, mlirOperationGetAttributeByName(op, mlirStringRefCreateFromCString("value")).ptr);
  }
  for (int i = 0; i < s->c->nout; i++)
    key_int(k, s->over[i]);
  Numbering n = {.arena = a};
  key_op(k, &n, s->c->op);
}

//===-- functions ------------------------------------------------------------------------===//

typedef struct Frame { // the kernel being made
  Kernel k;
  Arg *in, *dst;
  Val *in_mem, *dst_mem;
  MlirBlock block;
  int nparams;
  MlirType *params;
  bool *is_memory;
} Frame;

static void frame_param(Frame *f, MlirType t, bool memory) {
  f->is_memory[f->nparams] = memory;
  f->params[f->nparams++] = t;
}

static void frame_signature(Frame *f, const KernelSpec *s) {
  const OpCall *c = s->c;
  for (int i = 0; i < c->nin; i++) {
    MlirType t = mlirValueGetType(c->in[i]);
    if (s->in[i].kind == PASS_MEMORY) frame_param(f, type_memref(t), true);
    if (s->in[i].kind == PASS_SCALAR) frame_param(f, type_scalar(type_element(t)), false);
  }
  for (int i = 0; i < c->nout; i++)
    if (s->over[i] < 0) frame_param(f, type_memref(c->out[i]), true);
}

static Val to_tensor(Build *b, Val mem, MlirType type, bool writable) {
  MlirAttribute unit = attr_unit(b->ctx);
  MlirAttribute attrs =
      attrs_make(b->ctx, 2, "restrict", unit, "writable", writable ? unit : mlirAttributeGetNull());
  return emit(b, "bufferization.to_tensor", 1, &mem, type_kernel_tensor(type), attrs);
}

static bool overwritten(const KernelSpec *s, int operand) {
  for (int i = 0; i < s->c->nout; i++)
    if (s->over[i] == operand) return true;
  return false;
}

static void frame_operands(Frame *f, const KernelSpec *s) {
  const OpCall *c = s->c;
  Build *b = &f->k.b;
  int k = 0;
  for (int i = 0; i < c->nin; i++) {
    MlirType t = mlirValueGetType(c->in[i]);
    Pass p = s->in[i];
    if (p.kind == PASS_SAME) {
      f->in[i] = arg_of(f->in[p.same].v, t), f->in_mem[i] = f->in_mem[p.same];
    } else if (p.kind == PASS_MEMORY) {
      f->in_mem[i] = mlirBlockGetArgument(f->block, k++);
      f->in[i] = arg_of(to_tensor(b, f->in_mem[i], t, overwritten(s, i)), t);
    } else {
      Val v =
          p.kind == PASS_SCALAR ? mlirBlockGetArgument(f->block, k++) : emit_splat_of(b, c->in[i]);
      f->in[i] = (Arg){v, t, true};
    }
  }
  for (int i = 0; i < c->nout; i++) {
    int j = s->over[i];
    f->dst_mem[i] = j < 0 ? mlirBlockGetArgument(f->block, k++) : f->in_mem[j];
    f->dst[i] =
        arg_of(j < 0 ? to_tensor(b, f->dst_mem[i], c->out[i], true) : f->in[j].v, c->out[i]);
  }
}

// Elementwise ops over much: as a fusion of one op, in vectors and by threads.
static bool is_large(const OpCall *c) {
  return c->nout == 1 && type_count(c->out[0]) >= LARGE &&
         !element_is_complex(type_element(c->out[0])) && !element_is_complex(val_element(c->in[0]));
}

static bool frame_compute(Frame *f, const OpCall *c) {
  const OpLower *l = op_lower[c->kind];
  Val *out = ARENA_ARRAY(f->k.b.arena, Val, c->nout);
  bool ok;
  if (l->kernel)
    ok = l->kernel(&f->k, c, out);
  else if (is_large(c))
    ok = fuse_kernel(&f->k, c, out);
  else
    ok = emit_elementwise(&f->k.b, c, f->in, c->nout, f->dst, out);
  if (!ok) return false;
  Build *b = &f->k.b;
  MlirAttribute unit = attr_unit(b->ctx);
  for (int i = 0; i < c->nout; i++)
    if (!val_is_none(out[i]))
      emit_op(b, "bufferization.materialize_in_destination", 2, (Val[]){out[i], f->dst_mem[i]}, 0,
              NULL, attrs_make(b->ctx, 2, "restrict", unit, "writable", unit), 0, NULL);
  emit_op(b, "func.return", 0, NULL, 0, NULL, mlirAttributeGetNull(), 0, NULL);
  return true;
}

// Kernels of much work stay functions: a call costs them nothing, and compile time does not grow
// with the calls.
enum { INLINE_ELEMENTS = 64 };

static MlirAttribute frame_inlining(Frame *f, const OpCall *c) {
  int64_t most = 0;
  for (int i = 0; i < c->nin + c->nout; i++) {
    int64_t n = type_count(i < c->nin ? f->in[i].type : c->out[i - c->nin]);
    if (n > most) most = n;
  }
  if (most <= INLINE_ELEMENTS) return mlirAttributeGetNull();
  MlirAttribute noinline_ = attr_of_text(f->k.b.ctx, "noinline");
  return mlirArrayAttrGet(f->k.b.ctx, 1, &noinline_);
}

static MlirAttribute frame_function(Frame *f, KernelTable *t, const OpCall *c, const char *name,
                                    MlirRegion r) {
  MlirContext ctx = f->k.b.ctx;
  MlirAttribute *params = ARENA_ARRAY(t->arena, MlirAttribute, f->nparams);
  for (int i = 0; i < f->nparams; i++)
    params[i] =
        f->is_memory[i] ? attrs_make(ctx, 1, "llvm.noalias", attr_unit(ctx)) : attrs_make(ctx, 0);
  MlirType type = mlirFunctionTypeGet(ctx, f->nparams, f->params, 0, NULL);
  MlirAttribute attrs = attrs_make(ctx, 5, "passthrough", frame_inlining(f, c), "sym_name",
                                   attr_of_text(ctx, name), "function_type", mlirTypeAttrGet(type),
                                   "sym_visibility", attr_of_text(ctx, "private"), "arg_attrs",
                                   mlirArrayAttrGet(ctx, f->nparams, params));
  Build top = f->k.b;
  top.block = mlirModuleGetBody(t->module);
  emit_op(&top, "func.func", 0, NULL, 0, NULL, attrs, 1, &r);
  return mlirFlatSymbolRefAttrGet(ctx, mlirStringRefCreateFromCString(name));
}

static MlirAttribute kernel_make(KernelTable *t, const KernelSpec *s) {
  const OpCall *c = s->c;
  Arena *a = t->arena;
  int n = c->nin + c->nout;
  Frame f = {.in = ARENA_ARRAY(a, Arg, n),
             .in_mem = ARENA_ARRAY(a, Val, n),
             .params = ARENA_ARRAY(a, MlirType, n),
             .is_memory = ARENA_ARRAY(a, bool, n)};
  f.dst = f.in + c->nin, f.dst_mem = f.in_mem + c->nin;
  frame_signature(&f, s);
  MlirLocation *locs = ARENA_ARRAY(a, MlirLocation, n);
  for (int i = 0; i < n; i++)
    locs[i] = c->loc;
  MlirRegion r = mlirRegionCreate();
  f.block = mlirBlockCreate(f.nparams, f.params, locs);
  mlirRegionAppendOwnedBlock(r, f.block);
  Build b = {mlirLocationGetContext(c->loc), t->module, f.block, {0}, c->loc, a, 0};
  f.k = (Kernel){b, c->nin, c->nout, f.in, f.dst, f.in_mem, f.dst_mem};
  frame_operands(&f, s);
  if (!frame_compute(&f, c)) return mlirRegionDestroy(r), mlirAttributeGetNull();
  char *name = arena_printf(a, "k%d_%s", t->count++, op_name(c->kind));
  return frame_function(&f, t, c, name, r);
}

static uint64_t hash_bytes(const char *s, size_t n) { // FNV-1a
  uint64_t h = 0xcbf29ce484222325;
  for (size_t i = 0; i < n; i++)
    h = (h ^ (unsigned char)s[i]) * 0x100000001b3;
  return h;
}

MlirAttribute kernel_get(KernelTable *t, const KernelSpec *s) {
  StrBuf key;
  key_make(&key, t->arena, s);
  uint64_t h = hash_bytes(key.data, key.n);
  Entry **bucket = &t->buckets[h % BUCKETS];
  for (Entry *e = *bucket; e; e = e->next)
    if (e->hash == h && e->key.n == key.n && !memcmp(e->key.data, key.data, key.n))
      return e->symbol;
  MlirAttribute symbol = kernel_make(t, s);
  if (mlirAttributeIsNull(symbol)) return symbol;
  Entry *e = ARENA_NEW(t->arena, Entry);
  *e = (Entry){*bucket, key, h, symbol};
  *bucket = e;
  return symbol;
}
