// kernel.c -- private functions that compute one op on memory; equal ones are made once.
//
// A program with many kernels that differ in their constants alone gets one that takes these as
// parameters.
//
//   func.func private @k3_add(%x: memref<4xf32>, %s: f32, %out: memref<4xf32>) {
//     %0 = bufferization.to_tensor %x restrict
//     %1 = bufferization.to_tensor %out restrict writable
//     %2 = linalg.generic ins(%0) outs(%1) ...
//     bufferization.materialize_in_destination %2 in restrict writable %out
#include "lower/kernel.h"

#include <string.h>

#include "dialect/support/optimise.h"
#include "lower/kernel_key.h"
#include "lower/schedule/fuse.h"

typedef struct Entry {
  struct Entry *next;
  StrBuf key;
  uint64_t hash;
  MlirAttribute symbol; // null: none yet
  int count;            // of a key without constants: how many kernels with constants it stands for
} Entry;

// SOME: elements enough for vectors.  FEW: so many kernels may differ in their constants.
enum { BUCKETS = 1024, SOME = 32, LARGE = 1 << 16, FEW = 4 };

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

//===-- functions ------------------------------------------------------------------------===//

typedef struct Frame { // the kernel being made
  Kernel k;
  Arg *in, *dst;
  Val *in_mem, *dst_mem;
  MlirBlock block;
  int nparams;
  MlirType *params;
  bool *is_memory;
  const Opened *open; // their parameters are the last
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
    if (s->over[i] < 0 && type_count(c->out[i])) frame_param(f, type_memref(c->out[i]), true);
  for (int i = 0; i < f->open->n; i++)
    frame_param(f, type_scalar(val_element(f->open->v[i])), false);
}

static Val to_tensor(Build *b, Val mem, MlirType type, bool writable) {
  MlirAttribute unit = attr_unit(b->ctx);
  MlirAttribute attrs =
      attrs_make(b->ctx, 2, "restrict", unit, "writable", writable ? unit : mlirAttributeGetNull());
  return emit(b, "bufferization.to_tensor", 1, &mem, type_kernel_tensor(type), attrs);
}

// Arrays without elements are no parameters: MLIR has no bare pointer for shapes such as 2x0.
static Val empty_memory(Build *b, MlirType t) {
  MlirAttribute sizes = mlirDenseI32ArrayGet(b->ctx, 2, (const int32_t[]){0, 0});
  return emit(b, "memref.alloca", 0, NULL, type_memref(t),
              attrs_make(b->ctx, 1, "operandSegmentSizes", sizes));
}

static bool overwritten(const KernelSpec *s, int operand) {
  for (int i = 0; i < s->c->nout; i++)
    if (s->over[i] == operand) return true;
  return false;
}

Val kernel_splat(const Kernel *k, Build *b, Val v) {
  for (int i = 0; i < k->nopen; i++)
    if (mlirValueEqual(k->open[i], v)) return k->open_params[i];
  return emit_splat_of(b, v);
}

static void frame_opened(Frame *f) {
  f->k.nopen = f->open->n, f->k.open = f->open->v;
  Val *params = ARENA_ARRAY(f->k.b.arena, Val, f->open->n);
  for (int i = 0; i < f->open->n; i++)
    params[i] = mlirBlockGetArgument(f->block, f->nparams - f->open->n + i);
  f->k.open_params = params;
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
    } else if (p.kind == PASS_MEMORY || p.kind == PASS_EMPTY) {
      f->in_mem[i] =
          p.kind == PASS_EMPTY ? empty_memory(b, t) : mlirBlockGetArgument(f->block, k++);
      f->in[i] = arg_of(to_tensor(b, f->in_mem[i], t, overwritten(s, i)), t);
    } else {
      Val v = p.kind == PASS_SCALAR ? mlirBlockGetArgument(f->block, k++)
                                    : kernel_splat(&f->k, b, c->in[i]);
      f->in[i] = (Arg){v, t, true};
    }
  }
  for (int i = 0; i < c->nout; i++) {
    int j = s->over[i];
    if (j >= 0)
      f->dst_mem[i] = f->in_mem[j];
    else
      f->dst_mem[i] = type_count(c->out[i]) ? mlirBlockGetArgument(f->block, k++)
                                            : empty_memory(b, c->out[i]);
    f->dst[i] =
        arg_of(j < 0 ? to_tensor(b, f->dst_mem[i], c->out[i], true) : f->in[j].v, c->out[i]);
  }
}

// Elementwise ops over much, or expensive ones: as a fusion of one op, in vectors and by threads.
static bool is_large(const OpCall *c) {
  bool expensive = op_rules(c->kind)->flags & OP_EXPENSIVE;
  return c->nout == 1 && type_count(c->out[0]) >= (expensive ? SOME : LARGE) &&
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
// with the calls.  One that computes LITTLE and runs once is not worth optimising when the program
// has MANY.
enum { INLINE_ELEMENTS = 64, MANY = 250, LITTLE = 1 << 16 };

static MlirAttribute frame_inlining(Frame *f, const KernelTable *t, const KernelSpec *s) {
  const OpCall *c = s->c;
  int64_t most = 0;
  for (int i = 0; i < c->nin + c->nout; i++) {
    int64_t n = type_count(i < c->nin ? f->in[i].type : c->out[i - c->nin]);
    if (n > most) most = n;
  }
  bool many = t->count > MANY && s->once && most <= LITTLE;
  if (most <= INLINE_ELEMENTS && !s->once && optimise_by(OPTIMISE_INLINING))
    return mlirAttributeGetNull();
  MlirContext ctx = f->k.b.ctx;
  const char *const traits[] = {"noinline", many ? "optnone" : "cjax-kernel"};
  MlirAttribute names[] = {attr_of_text(ctx, traits[0]), attr_of_text(ctx, traits[1])};
  return mlirArrayAttrGet(ctx, 2, names);
}

static MlirAttribute frame_function(Frame *f, KernelTable *t, const KernelSpec *s,
                                    const char *name, MlirRegion r) {
  MlirContext ctx = f->k.b.ctx;
  MlirAttribute *params = ARENA_ARRAY(t->arena, MlirAttribute, f->nparams);
  for (int i = 0; i < f->nparams; i++)
    params[i] =
        f->is_memory[i] ? attrs_make(ctx, 1, "llvm.noalias", attr_unit(ctx)) : attrs_make(ctx, 0);
  MlirType type = mlirFunctionTypeGet(ctx, f->nparams, f->params, 0, NULL);
  MlirAttribute attrs = attrs_make(ctx, 5, "passthrough", frame_inlining(f, t, s), "sym_name",
                                   attr_of_text(ctx, name), "function_type", mlirTypeAttrGet(type),
                                   "sym_visibility", attr_of_text(ctx, "private"), "arg_attrs",
                                   mlirArrayAttrGet(ctx, f->nparams, params));
  Build top = f->k.b;
  top.block = mlirModuleGetBody(t->module);
  emit_op(&top, "func.func", 0, NULL, 0, NULL, attrs, 1, &r);
  return mlirFlatSymbolRefAttrGet(ctx, mlirStringRefCreateFromCString(name));
}

static MlirAttribute kernel_make(KernelTable *t, const KernelSpec *s, const Opened *open) {
  const OpCall *c = s->c;
  Arena *a = t->arena;
  int n = c->nin + c->nout + open->n;
  Frame f = {.in = ARENA_ARRAY(a, Arg, n),
             .in_mem = ARENA_ARRAY(a, Val, n),
             .params = ARENA_ARRAY(a, MlirType, n),
             .is_memory = ARENA_ARRAY(a, bool, n),
             .open = open};
  f.dst = f.in + c->nin, f.dst_mem = f.in_mem + c->nin;
  frame_signature(&f, s);
  MlirLocation *locs = ARENA_ARRAY(a, MlirLocation, n);
  for (int i = 0; i < n; i++)
    locs[i] = c->loc;
  MlirRegion r = mlirRegionCreate();
  f.block = mlirBlockCreate(f.nparams, f.params, locs);
  mlirRegionAppendOwnedBlock(r, f.block);
  Build b = {mlirLocationGetContext(c->loc), t->module, f.block, {0}, c->loc, a, 0};
  f.k = (Kernel){b, c->nin, c->nout, f.in, f.dst, f.in_mem, f.dst_mem, 0, NULL, NULL};
  frame_opened(&f);
  frame_operands(&f, s);
  if (!frame_compute(&f, c)) return mlirRegionDestroy(r), mlirAttributeGetNull();
  char *name = arena_printf(a, "k%d_%s", t->count++, op_name(c->kind));
  return frame_function(&f, t, s, name, r);
}

static uint64_t hash_bytes(const char *s, size_t n) { // FNV-1a
  uint64_t h = 0xcbf29ce484222325;
  for (size_t i = 0; i < n; i++)
    h = (h ^ (unsigned char)s[i]) * 0x100000001b3;
  return h;
}

// The entry of s's key without the values of `open`; new if there is none.
static Entry *entry_get(KernelTable *t, const KernelSpec *s, const Opened *open) {
  StrBuf key;
  kernel_key(&key, t->arena, s, open);
  uint64_t h = hash_bytes(key.data, key.n);
  Entry **bucket = &t->buckets[h % BUCKETS];
  for (Entry *e = *bucket; e; e = e->next)
    if (e->hash == h && e->key.n == key.n && !memcmp(e->key.data, key.data, key.n)) return e;
  Entry *e = ARENA_NEW(t->arena, Entry);
  *e = (Entry){*bucket, key, h, {0}, 0};
  return *bucket = e;
}

MlirAttribute kernel_get(KernelTable *t, const KernelSpec *s, int *nparams, Val **params) {
  Opened none = {0}, open = kernel_constants(t->arena, s);
  Entry *e = entry_get(t, s, NULL);
  *nparams = 0;
  if (!mlirAttributeIsNull(e->symbol)) return e->symbol;
  Entry *family = open.n ? entry_get(t, s, &open) : NULL;
  if (!family || family->count++ < FEW) return e->symbol = kernel_make(t, s, &none);
  *nparams = open.n, *params = open.v;
  if (mlirAttributeIsNull(family->symbol)) family->symbol = kernel_make(t, s, &open);
  return family->symbol;
}
