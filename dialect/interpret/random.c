// random.c -- JAX's counter-based random bits: threefry2x32 and what is derived from it.
//
// Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (2011).  Keys are pairs of ui32 in
// a trailing axis of 2; the counter of an element is its row-major index, 64 bits wide.
#include "dialect/interpret/array.h"
#include "runtime/cjax_rt.h"

typedef struct Pair {
  uint32_t x0, x1;
} Pair;

static uint32_t rotate(uint32_t x, int by) { return x << by | x >> (32 - by); }

static Pair threefry(Pair key, Pair x) {
  static const int by[2][4] = {{13, 15, 26, 6}, {17, 29, 16, 24}};
  uint32_t k[3] = {key.x0, key.x1, key.x0 ^ key.x1 ^ 0x1bd11bda};
  x.x0 += k[0];
  x.x1 += k[1];
  for (uint32_t group = 0; group < 5; group++) {
    for (int i = 0; i < 4; i++) {
      x.x0 += x.x1;
      x.x1 = rotate(x.x1, by[group % 2][i]) ^ x.x0;
    }
    x.x0 += k[(group + 1) % 3];
    x.x1 += k[(group + 2) % 3] + group + 1;
  }
  return x;
}

static uint32_t word(const Array *x, int64_t i) { return (uint32_t)array_get(x, i).i; }
static void put_word(const Array *y, int64_t i, uint32_t x) { array_put(y, i, (Scalar){.i = x}); }
static Pair key_at(const Array *x, int64_t i) { return (Pair){word(x, 2 * i), word(x, 2 * i + 1)}; }

static void put_key(const Array *y, int64_t i, Pair key) {
  put_word(y, 2 * i, key.x0);
  put_word(y, 2 * i + 1, key.x1);
}

static Pair counter(int64_t i) { return (Pair){(uint32_t)((uint64_t)i >> 32), (uint32_t)i}; }

bool interp_threefry2x32(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  for (int64_t i = 0; i < y[0]->n; i++) {
    Pair key = {word(x[0], i), word(x[1], i)};
    Pair z = threefry(key, (Pair){word(x[2], i), word(x[3], i)});
    put_word(y[0], i, z.x0);
    put_word(y[1], i, z.x1);
  }
  return true;
}

bool interp_random_seed(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  bool wide = dtype_bits(x[0]->dtype) == 64;
  for (int64_t i = 0; i < x[0]->n; i++) {
    uint64_t seed = (uint64_t)array_get(x[0], i).i;
    put_key(y[0], i, (Pair){wide ? (uint32_t)(seed >> 32) : 0, (uint32_t)seed});
  }
  return true;
}

bool interp_random_split(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  int64_t n = dims_product(attr_dims(c->attrs, "shape"));
  for (int64_t i = 0; i < y[0]->n / 2; i++)
    put_key(y[0], i, threefry(key_at(x[0], i / n), counter(i % n)));
  return true;
}

bool interp_random_fold_in(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  for (int64_t i = 0; i < y[0]->n / 2; i++)
    put_key(y[0], i, threefry(key_at(x[0], i), (Pair){0, word(x[1], i)}));
  return true;
}

bool interp_random_bits(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  int64_t n = dims_product(attr_dims(c->attrs, "shape"));
  bool wide = dtype_bits(y[0]->dtype) == 64;
  for (int64_t i = 0; i < y[0]->n; i++) {
    Pair z = threefry(key_at(x[0], i / n), counter(i % n));
    uint64_t bits = wide ? (uint64_t)z.x0 << 32 | z.x1 : z.x0 ^ z.x1;
    array_put(y[0], i, (Scalar){.i = (int64_t)bits});
  }
  return true;
}

// The runtime's, which compiled programs call too.
bool interp_numpy_random(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  const char *name = attr_text(&in->frame->arena, c->attrs, "name");
  bool seed = c->nin == 1;
  const Array *p = x[seed ? 0 : 1], *next = y[seed ? 0 : 1];
  int64_t rows = seed ? 0 : p->dims.d[0], columns = seed ? 0 : p->dims.d[1];
  int64_t counts[] = {y[0]->dtype, x[0]->n, next->n, rows, columns, y[0]->n, y[c->nout - 1]->n};
  cjax_rt_numpy_random(name, counts, x[0]->data, p->data, next->data, y[0]->data,
                       y[c->nout - 1]->data);
  return true;
}
