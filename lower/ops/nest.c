// nest.c -- loop nests over arrays in memory.
#include "lower/ops/nest.h"

typedef struct Nest {
  Dims d;
  int depth;
  int64_t work; // of one body; 0: all loops in order
  Val i[2 * MAX_RANK];
  NestFn *body;
  void *ctx;
} Nest;

static bool nest_level(Build *b, void *ctx, Val i, const Val *x, Val *y);

// The outermost loop of more than one trip.
static bool nest_is_first(const Nest *n) {
  for (int i = 0; i < n->depth; i++)
    if (n->d.d[i] != 1) return false;
  return n->d.d[n->depth] != 1;
}

static bool nest_open(Build *b, Nest *n) {
  if (n->depth == n->d.n) return n->body(b, n->ctx, n->i);
  if (n->work && nest_is_first(n)) {
    int64_t work = n->work;
    for (int i = n->depth + 1; i < n->d.n; i++)
      work *= n->d.d[i];
    return emit_parallel(b, n->d.d[n->depth], work, nest_level, n);
  }
  Val lo = emit_index(b, 0), hi = emit_index(b, n->d.d[n->depth]), one = emit_index(b, 1);
  return emit_for(b, lo, hi, one, 0, NULL, nest_level, n, NULL);
}

static bool nest_level(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Nest *n = ctx;
  n->i[n->depth++] = i;
  bool ok = nest_open(b, n);
  n->depth--;
  return ok;
}

bool emit_nest(Build *b, Dims d, NestFn *body, void *ctx) {
  Nest n = {.d = d, .body = body, .ctx = ctx};
  return nest_open(b, &n);
}

bool emit_nest_parallel(Build *b, Dims d, int64_t work, NestFn *body, void *ctx) {
  Nest n = {.d = d, .work = work, .body = body, .ctx = ctx};
  return nest_open(b, &n);
}

Val mem_read(Build *b, Val mem, MlirType type, const Val *idx) {
  return emit_load(b, emit_memload(b, mem, type_rank(type), idx), type);
}

void mem_write(Build *b, Val mem, MlirType type, const Val *idx, Val scalar) {
  emit_memstore(b, emit_store(b, scalar, type), mem, type_rank(type), idx);
}

Val kernel_read(Build *b, const Kernel *k, int i, const Val *idx) {
  if (k->in[i].uniform) return k->in[i].v;
  return mem_read(b, k->in_mem[i], k->in[i].type, idx);
}

Val kernel_read_result(Build *b, const Kernel *k, int i, const Val *idx) {
  return mem_read(b, k->dst_mem[i], k->dst[i].type, idx);
}

void kernel_write(Build *b, const Kernel *k, int i, const Val *idx, Val scalar) {
  mem_write(b, k->dst_mem[i], k->dst[i].type, idx, scalar);
}

Val kernel_scratch(Build *b, MlirType t) {
  MlirAttribute attrs = attrs_make(b->ctx, 2, "alignment", mlirIntegerAttrGet(type_int(b, 64), 64),
                                   "operandSegmentSizes", attr_segments(b, 2, (int32_t[]){0, 0}));
  return emit(b, "memref.alloc", 0, NULL, type_memref(t), attrs);
}

Val index_add(Build *b, Val i, int64_t c) { return c ? emit_add(b, i, emit_index(b, c)) : i; }

Val index_mul(Build *b, Val i, int64_t c) { return c == 1 ? i : emit_mul(b, i, emit_index(b, c)); }
