// transpose.c -- dimensions in another order.
//
// Output dimension n is input dimension perm[n].  When the last dimension moves, the output's last
// dimension and the one that is last in the input are cut in tiles, which are turned in registers:
// of rows of the input, of a cache line each, come rows of the output.
//
//   x0 = a b c d                 a b c d      a e c g      a e i m
//   x1 = e f g h   blocks of 1:  e f g h  ->  b f d h  ->  b f j n   and so on
//
// A last tile that is not whole begins within the one before it, in the same iteration of the loop,
// so that no two threads write one element.
#include "dialect/support/optimise.h"
#include "lower/ops/dot.h"
#include "lower/ops/nest.h"

enum { TILES = 4, MOST_LANES = 16 }; // tiles of one block, whose input rows lie side by side

typedef struct Transpose {
  const Kernel *k;
  Dims d, perm; // of the output
  int width;    // of a tile; 1: none
  int moved;    // the output dimension that is last in the input
  Val start[2]; // of the tile: along `moved`, along the last dimension
  const Val *at;
} Transpose;

static bool transpose_element(Build *b, void *ctx, const Val *i) {
  const Transpose *t = ctx;
  Val x[MAX_RANK];
  for (int d = 0; d < t->d.n; d++)
    x[t->perm.d[d]] = i[d];
  kernel_write(b, t->k, 0, i, kernel_read(b, t->k, 0, x));
  return true;
}

// Exchanges the blocks of s x s beside the diagonal of each 2 s x 2 s.
static void turn_blocks(Build *b, Val *x, int w, int s) {
  int64_t low[MOST_LANES], high[MOST_LANES];
  for (int k = 0; k < w; k++) {
    low[k] = k & s ? w + k - s : k;
    high[k] = k & s ? w + k : k + s;
  }
  MlirType t = mlirValueGetType(x[0]);
  for (int i = 0; i < w; i++) {
    if (i & s) continue;
    Val pair[] = {x[i], x[i + s]};
    x[i] =
        emit(b, "vector.shuffle", 2, pair, t, attrs_make(b->ctx, 1, "mask", attr_i64s(b, w, low)));
    x[i + s] =
        emit(b, "vector.shuffle", 2, pair, t, attrs_make(b->ctx, 1, "mask", attr_i64s(b, w, high)));
  }
}

static void transpose_tile(Build *b, const Transpose *t) {
  int w = t->width, last = t->d.n - 1;
  Val y[MAX_RANK + 2], x[MAX_RANK], rows[MOST_LANES];
  for (int d = 0; d < t->d.n; d++)
    y[d + 2] = t->at[d];
  y[t->moved + 2] = t->start[0], y[last + 2] = t->start[1];
  for (int d = 0; d < t->d.n; d++)
    x[t->perm.d[d]] = y[d + 2];
  for (int r = 0; r < w; r++) {
    x[t->perm.d[last]] = index_add(b, t->start[1], r);
    rows[r] = dot_load_vector(b, t->k->in_mem[0], t->d.n, x, w);
  }
  for (int s = 1; s < w; s *= 2)
    turn_blocks(b, rows, w, s);
  y[1] = t->k->dst_mem[0];
  for (int r = 0; r < w; r++) {
    y[0] = rows[r];
    y[t->moved + 2] = index_add(b, t->start[0], r);
    emit_op(b, "vector.store", t->d.n + 2, y, 0, NULL, mlirAttributeGetNull(), 0, NULL);
  }
}

static int64_t tile_count(const Transpose *t, int dim) {
  return (t->d.d[dim] + t->width - 1) / t->width;
}

static Val tile_start(Build *b, const Transpose *t, int dim, Val i) {
  Val start = index_mul(b, i, t->width);
  if (t->d.d[dim] % t->width == 0) return start;
  return emit_bin(b, "arith.minsi", start, emit_index(b, t->d.d[dim] - t->width));
}

static bool transpose_step(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Transpose *t = ctx;
  (void)x, (void)y;
  t->start[0] = tile_start(b, t, t->moved, i);
  return transpose_tile(b, t), true;
}

static int64_t block_count(const Transpose *t) {
  int64_t whole = t->d.d[t->moved] / t->width;
  return whole > TILES ? whole / TILES : 1;
}

// A block of tiles along `moved`, the last of which takes all that are left.
static bool transpose_block(Build *b, void *ctx, const Val *i) {
  Transpose *t = ctx;
  int last = t->d.n - 1;
  int64_t blocks = block_count(t), tiles = tile_count(t, t->moved);
  t->at = i;
  t->start[1] = tile_start(b, t, last, i[last]);
  Val lo = index_mul(b, i[t->moved], TILES), hi = index_add(b, lo, TILES);
  Val is_last = emit_cmp(b, "eq", i[t->moved], emit_index(b, blocks - 1));
  hi = emit_select(b, is_last, emit_index(b, tiles), hi);
  return emit_for(b, lo, hi, emit_index(b, 1), 0, NULL, transpose_step, t, NULL);
}

static bool kernel_transpose(Kernel *k, const OpCall *c, Val *out) {
  Transpose t = {.k = k, .d = type_dims(c->out[0]), .perm = attr_dims(c->attrs, "permutation")};
  int last = t.d.n - 1, bits = element_bits(type_element(c->out[0]));
  int lanes = bits == 64 ? MOST_LANES / 2 : MOST_LANES;
  for (int i = 0; i < t.d.n; i++)
    if (t.perm.d[i] == last) t.moved = i;
  out[0] = VAL_NONE;
  bool large = t.d.n && t.moved != last && t.d.d[last] >= lanes && t.d.d[t.moved] >= lanes;
  if (!large || bits > 64 || k->in[0].uniform || !optimise_by(OPTIMISE_TILES))
    return emit_nest_parallel(&k->b, t.d, 4, transpose_element, &t);
  t.width = lanes;
  Dims loops = t.d;
  loops.d[t.moved] = block_count(&t), loops.d[last] = tile_count(&t, last);
  return emit_nest_parallel(&k->b, loops, TILES * lanes * lanes, transpose_block, &t);
}
const OpLower lower_transpose = {.kernel = kernel_transpose, .flags = LOWER_UNIFORM};
