// numpy_random.c -- numpy.random for compiled programs: whole arrays of draws, shuffles, choices.
#include "runtime/cjax_rt.h"
#include "runtime/dtype.h"
#include "runtime/random/distributions.h"

#include <string.h>

// A call taken apart: what is wanted of the generator.
typedef struct Draw {
  Dtype dtype;     // of the results
  const void *p;   // parameters, one row of `m` for each: doubles, or int64 for integers
  int64_t k, m, n; // rows; 1 or n of each; results
  char *out;
  int64_t places; // of the room
} Draw;

static bool starts(const char **s, const char *prefix) {
  size_t n = strlen(prefix);
  if (strncmp(*s, prefix, n)) return false;
  *s += n;
  return true;
}

static int64_t int_param(const Draw *d, int row, int64_t i) {
  return ((const int64_t *)d->p)[row * d->m + (d->m == 1 ? 0 : i)];
}

//===-- distributions -------------------------------------------------------------------------===//

static void fill_named(BitGen *g, const Draw *d, DrawFn *draw) {
  double p[MAX_PARAMS] = {0};
  for (int64_t i = 0; i < d->n; i++) {
    for (int64_t row = 0; row < d->k && (d->m > 1 || !i); row++)
      p[row] = ((const double *)d->p)[row * d->m + i];
    double x = draw(g, p);
    if (d->dtype == DTYPE_I64)
      ((int64_t *)d->out)[i] = x < 0x1p63 ? (int64_t)x : INT64_MAX;
    else
      ((double *)d->out)[i] = x;
  }
}

static bool fill_f32(BitGen *g, const Draw *d, const char *name) {
  float *out = (float *)d->out;
  float (*draw)(BitGen *) = !strcmp(name, "random")            ? draw_uniform_f32
                            : !strcmp(name, "standard_normal") ? draw_normal_f32
                                                               : draw_exponential_f32;
  for (int64_t i = 0; i < d->n; i++)
    out[i] = draw(g);
  return true;
}

//===-- integers ------------------------------------------------------------------------------===//

// Narrow integers share the 32 bits of one draw.
typedef struct Buffer {
  uint32_t bits;
  int left;
} Buffer;

static uint32_t narrow(BitGen *g, Buffer *b, int width) {
  if (!b->left) {
    b->bits = bitgen_next32(g);
    b->left = 32 / width - 1;
  } else {
    b->bits >>= width;
    b->left--;
  }
  return b->bits & ((1u << width) - 1);
}

static uint64_t narrow_lemire(BitGen *g, Buffer *b, int width, uint32_t range) {
  uint32_t all = (1u << width) - 1, n = range + 1, m;
  if (range == all) return narrow(g, b, width);
  do
    m = narrow(g, b, width) * n;
  while ((m & all) < (all - range) % n);
  return m >> width;
}

static uint64_t narrow_masked(BitGen *g, Buffer *b, int width, uint32_t range) {
  uint32_t mask = range, x;
  for (int by = 1; by < 32; by *= 2)
    mask |= mask >> by;
  do
    x = narrow(g, b, width) & mask;
  while (x > range);
  return x;
}

static uint64_t draw_integer(BitGen *g, Buffer *b, int width, uint64_t range) {
  if (!range) return 0;
  if (width == 1) return narrow(g, b, 1);
  if (width < 32) {
    uint32_t r = (uint32_t)range & ((1u << width) - 1);
    return g->legacy ? narrow_masked(g, b, width, r) : narrow_lemire(g, b, width, r);
  }
  return g->legacy ? bitgen_interval(g, range) : bitgen_bounded(g, range);
}

// low + 0..range; parameters low and range (as unsigned), of int64.
static void fill_integers(BitGen *g, const Draw *d) {
  int size = dtype_size(d->dtype), width = d->dtype == DTYPE_BOOL ? 1 : size * 8;
  Buffer b = {0};
  for (int64_t i = 0; i < d->n; i++) {
    uint64_t x = (uint64_t)int_param(d, 0, i);
    x += draw_integer(g, &b, width, (uint64_t)int_param(d, 1, i));
    memcpy(d->out + i * size, &x, (size_t)size);
  }
}

//===-- shuffles and choices ------------------------------------------------------------------===//

// Fisher and Yates from the end; lemire: as NumPy's _shuffle_int draws.
static void shuffle(BitGen *g, int64_t *x, int64_t n, int64_t first, bool lemire) {
  for (int64_t i = n - 1; i >= first; i--) {
    int64_t j =
        (int64_t)(lemire ? bitgen_bounded(g, (uint64_t)i) : bitgen_interval(g, (uint64_t)i));
    int64_t t = x[j];
    x[j] = x[i];
    x[i] = t;
  }
}

static void fill_permutations(BitGen *g, const Draw *d) {
  int64_t size = int_param(d, 0, 0), *out = (int64_t *)d->out;
  int64_t n = size < 1 ? 0 : d->n - d->n % size;
  for (int64_t at = 0; at < n; at += size) {
    for (int64_t i = 0; i < size; i++)
      out[at + i] = i;
    shuffle(g, out + at, size, 1, false);
  }
  memset(out + n, 0, (size_t)(d->n - n) * sizeof *out);
}

static bool has(const int64_t *x, int64_t n, int64_t v) {
  for (int64_t i = 0; i < n; i++)
    if (x[i] == v) return true;
  return false;
}

// Floyd's algorithm; `set` has a power of 2 places above 1.2 n, -1 where free.
static bool set_add(int64_t *set, uint64_t mask, int64_t v) {
  uint64_t at = (uint64_t)v & mask;
  while (set[at] != -1 && set[at] != v)
    at = (at + 1) & mask;
  bool is_new = set[at] == -1;
  set[at] = v;
  return is_new;
}

// n of 0..size-1 without repetition.  Parameters: size, whether the order is random too; then room:
// max(size, power of 2 above 1.2 n) places.  A size that does not go with these gives zeros.
static void fill_choice(BitGen *g, const Draw *d, int64_t *room) {
  int64_t size = int_param(d, 0, 0), n = d->n, *out = (int64_t *)d->out;
  bool order = int_param(d, 1, 0) != 0;
  bool all = size > 10000 && n > size / (order ? 50 : 20);
  if (size < n || (all && size > d->places)) {
    memset(out, 0, (size_t)n * sizeof *out);
    return;
  }
  if (all) {
    for (int64_t i = 0; i < size; i++)
      room[i] = i;
    shuffle(g, room, size, size - n > 1 ? size - n : 1, true);
    memcpy(out, room + (size - n), (size_t)n * sizeof *out);
    return;
  }
  uint64_t mask = (uint64_t)(1.2 * (double)n);
  for (int by = 1; by < 64; by *= 2)
    mask |= mask >> by;
  for (uint64_t i = 0; i <= mask; i++)
    room[i] = -1;
  for (int64_t j = size - n; j < size; j++) {
    int64_t v = (int64_t)bitgen_bounded(g, (uint64_t)j);
    if (!set_add(room, mask, v)) set_add(room, mask, v = j);
    out[j - (size - n)] = v;
  }
  if (order) shuffle(g, out, n, 1, true);
}

// How many of cdf's entries are at most x.
static int64_t search(const double *cdf, int64_t k, double x) {
  int64_t low = 0, high = k;
  while (low < high) {
    int64_t middle = (low + high) / 2;
    if (cdf[middle] <= x)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void cumulate(const double *p, int64_t k, double *cdf) {
  double sum = 0;
  for (int64_t i = 0; i < k; i++)
    cdf[i] = sum += p[i];
  for (int64_t i = 0; i < k; i++)
    cdf[i] /= sum;
}

// With probabilities p (row 0); row 1 is room for the cumulated ones.
static void fill_weighted(BitGen *g, const Draw *d, double *cdf) {
  cumulate(d->p, d->m, cdf);
  for (int64_t i = 0; i < d->n; i++)
    ((int64_t *)d->out)[i] = search(cdf, d->m, bitgen_double(g));
}

// The same without repetition: rounds of as many draws as are missing, of which the first of each
// value count; what was found has probability 0 in the next round.
static void fill_distinct(BitGen *g, const Draw *d, double *room) {
  double *p = room, *cdf = room + d->m;
  int64_t *out = (int64_t *)d->out;
  memcpy(p, d->p, (size_t)d->m * sizeof *p);
  for (int64_t found = 0; found < d->n;) {
    int64_t before = found, draws = d->n - found;
    for (int64_t i = 0; i < before; i++)
      p[out[i]] = 0;
    cumulate(p, d->m, cdf);
    for (int64_t i = 0; i < draws; i++) {
      int64_t v = search(cdf, d->m, bitgen_double(g));
      if (!has(out + before, found - before, v)) out[found++] = v;
    }
  }
}

//===-- rows ----------------------------------------------------------------------------------===//

// Rows of k numbers: gamma draws made to add up to 1, or sticks broken by beta draws.
static void fill_dirichlet(BitGen *g, const Draw *d) {
  const double *alpha = d->p;
  for (double *row = (double *)d->out; row < (double *)d->out + d->n; row += d->m) {
    double sum = 0;
    for (int64_t j = 0; j < d->m; j++)
      sum += row[j] = draw_gamma(g, alpha[j]);
    for (int64_t j = 0; j < d->m; j++)
      row[j] *= 1. / sum;
  }
}

// Parameters: probabilities (row 0), how many (first of row 1).
static void fill_multinomial(BitGen *g, const Draw *d) {
  const double *p = d->p;
  for (int64_t *row = (int64_t *)d->out; row < (int64_t *)d->out + d->n; row += d->m) {
    double left = p[d->m], rest = 1.0;
    for (int64_t j = 0; j < d->m; j++)
      row[j] = 0;
    for (int64_t j = 0; j < d->m - 1 && left > 0; j++) {
      row[j] = (int64_t)draw_binomial(g, left, p[j] / rest);
      left -= (double)row[j];
      rest -= p[j];
    }
    if (left > 0) row[d->m - 1] = (int64_t)left;
  }
}

//===-- the entry -----------------------------------------------------------------------------===//

static void fill(BitGen *g, const Draw *d, const char *name, void *room) {
  DrawFn *draw = draw_named(name);
  if (!strcmp(name, "integers"))
    fill_integers(g, d);
  else if (!strcmp(name, "permutation"))
    fill_permutations(g, d);
  else if (!strcmp(name, "choice"))
    fill_choice(g, d, room);
  else if (!strcmp(name, "weighted"))
    fill_weighted(g, d, room);
  else if (!strcmp(name, "distinct"))
    fill_distinct(g, d, room);
  else if (!strcmp(name, "dirichlet"))
    fill_dirichlet(g, d);
  else if (!strcmp(name, "multinomial"))
    fill_multinomial(g, d);
  else if (d->dtype == DTYPE_F32)
    fill_f32(g, d, name);
  else if (draw)
    fill_named(g, d, draw);
}

static bool seed(const char *name, const uint32_t *words, int64_t n, uint32_t *out, int64_t size) {
  if (!strcmp(name, "seed mt19937 legacy"))
    mt_seed(out, words[0]);
  else if (!strcmp(name, "seed mt19937 array"))
    mt_seed_array(out, words, n);
  else if (!strcmp(name, "seed mt19937"))
    mt_seed_sequence(out, words, n);
  else if (!strcmp(name, "seed pcg64"))
    pcg_seed_sequence(out, words, n);
  else if (!strcmp(name, "seed sequence"))
    seed_sequence(words, n, out, size);
  else
    return false;
  return true;
}

void cjax_rt_numpy_random(const char *name, const int64_t *counts, const void *state,
                          const void *params, void *next, void *out, void *room) {
  int64_t words = counts[1];
  if (seed(name, state, words, next, counts[2])) return;
  BitGen g;
  Draw d = {(Dtype)counts[0], params, counts[3], counts[4], counts[5], out, counts[6]};
  memcpy(next, state, (size_t)words * sizeof(uint32_t));
  bitgen_load(&g, next, words);
  g.legacy = starts(&name, "legacy ");
  fill(&g, &d, name, room);
  bitgen_store(&g, next);
}
