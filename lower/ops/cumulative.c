// cumulative.c -- running sums and the like along an axis, one after the other.
//
// Sums and products of floats go in blocks of 16, as XLA does it: left to right inside, from the
// neutral element, and to each the total of the blocks before, which is the running total of the
// blocks' totals, in blocks of 16 again.  Floats of 16 bits are rounded after each step.
#include "lower/math/math.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

typedef Val CombineFn(Build *b, Val x, Val y, MlirType e);

enum { BLOCK = 16, MAX_LEVELS = 17 };

typedef struct Running {
  const Kernel *k;
  Dims d;
  int axis;
  bool reverse;
  CombineFn *combine;
  const Val *at; // the other dimensions' indices
  // Of blocks: units of each level, 0: elements.
  int levels, level;
  int64_t units[MAX_LEVELS];
  double neutral;
  Val before[MAX_LEVELS]; // the running total at the unit before, by level
} Running;

static MlirType wide_type(Build *b, MlirType e) {
  return element_is_float(e) && element_bits(e) == 16 ? type_f32(b) : e;
}

// y[.., i, ..] = combined so far; 16-bit floats are summed in f32.
static bool running_step(Build *b, void *ctx, Val i, const Val *acc, Val *y) {
  const Running *r = ctx;
  MlirType e = type_element(r->k->in[0].type), wide = wide_type(b, e);
  if (r->reverse) {
    Val last = emit_index(b, r->d.d[r->axis] - 1);
    i = emit_sub(b, last, i);
  }
  Val idx[MAX_RANK];
  for (int n = 0, m = 0; n < r->d.n; n++)
    idx[n] = n == r->axis ? i : r->at[m++];
  Val x = lane_convert(b, kernel_read(b, r->k, 0, idx), e, wide);
  y[0] = r->combine(b, acc[0], x, wide);
  kernel_write(b, r->k, 0, idx, lane_convert(b, y[0], wide, e));
  return true;
}

// The first element is copied, so that no neutral element is needed.
static bool running_line(Build *b, void *ctx, const Val *at) {
  Running *r = ctx;
  r->at = at;
  MlirType e = type_element(r->k->in[0].type);
  Val zero = emit_index(b, 0), one = emit_index(b, 1), n = emit_index(b, r->d.d[r->axis]);
  Val first = r->reverse ? emit_sub(b, n, one) : zero;
  Val idx[MAX_RANK];
  for (int i = 0, m = 0; i < r->d.n; i++)
    idx[i] = i == r->axis ? first : at[m++];
  Val x = kernel_read(b, r->k, 0, idx), y;
  kernel_write(b, r->k, 0, idx, x);
  x = lane_convert(b, x, e, wide_type(b, e));
  return emit_for(b, one, n, one, 1, &x, running_step, r, &y);
}

//===-- blocks of blocks -----------------------------------------------------------------===//

static bool block_unit(Build *b, void *ctx, Val j, const Val *x, Val *y);

// Units BLOCK * g and so on of a level: their total.
static bool block_group(Build *b, Running *r, int level, Val g, Val *total) {
  Val *x = ARENA_ARRAY(b->arena, Val, level + 1), *y = ARENA_ARRAY(b->arena, Val, level + 1);
  Val lo = emit_mul(b, g, emit_index(b, BLOCK)), n = emit_index(b, r->units[level]);
  Val hi = emit_bin(b, "arith.minsi", emit_add(b, lo, emit_index(b, BLOCK)), n);
  x[0] = emit_float(b, wide_type(b, type_element(r->k->in[0].type)), r->neutral);
  for (int t = 1; t <= level; t++)
    x[t] = r->before[t];
  int outer = r->level;
  r->level = level;
  if (!emit_for(b, lo, hi, emit_index(b, 1), level + 1, x, block_unit, r, y)) return false;
  r->level = outer;
  for (int t = 1; t <= level; t++)
    r->before[t] = y[t];
  *total = y[0];
  return true;
}

static Val rounded(Build *b, const Running *r, Val x, Val y, MlirType e) {
  MlirType wide = wide_type(b, e);
  Val sum = r->combine(b, x, y, wide);
  return lane_convert(b, lane_convert(b, sum, wide, e), e, wide);
}

// x: the running total within the group, then those at the units before.
static bool block_unit(Build *b, void *ctx, Val j, const Val *x, Val *y) {
  Running *r = ctx;
  int level = r->level;
  MlirType e = type_element(r->k->in[0].type);
  for (int t = 1; t <= level; t++)
    r->before[t] = x[t];
  Val unit, idx[MAX_RANK];
  if (level) {
    if (!block_group(b, r, level - 1, j, &unit)) return false;
  } else {
    Val i = r->reverse ? emit_sub(b, emit_index(b, r->units[0] - 1), j) : j;
    for (int n = 0, m = 0; n < r->d.n; n++)
      idx[n] = n == r->axis ? i : r->at[m++];
    unit = lane_convert(b, kernel_read(b, r->k, 0, idx), e, wide_type(b, e));
  }
  y[0] = rounded(b, r, x[0], unit, e);
  bool top = level == r->levels - 1;
  Val running = top ? y[0] : rounded(b, r, y[0], r->before[level + 1], e);
  if (level)
    r->before[level] = running;
  else
    kernel_write(b, r->k, 0, idx, lane_convert(b, running, wide_type(b, e), e));
  for (int t = 1; t <= level; t++)
    y[t] = r->before[t];
  return true;
}

static bool block_line(Build *b, void *ctx, const Val *at) {
  Running *r = ctx;
  r->at = at;
  for (int t = 1; t < r->levels; t++)
    r->before[t] = emit_float(b, wide_type(b, type_element(r->k->in[0].type)), r->neutral);
  Val total;
  return block_group(b, r, r->levels - 1, emit_index(b, 0), &total);
}

//===-- from the end --------------------------------------------------------------------===//

// The totals of blocks of each level lie in memory: first the totals, from the elements up, then
// in their place the running totals from the end, from the top down, and at last the elements. The
// suffix from each unit of a block is added from that unit on, which reads no unit before it.
typedef struct Suffix {
  Running *r;
  int level;
  Val *memory; // by level, from 1
  Val hi;      // where the block ends
} Suffix;

static Val unit_at(Build *b, const Suffix *s, Val i) {
  const Running *r = s->r;
  MlirType e = type_element(r->k->in[0].type);
  if (s->level) return emit_memload(b, s->memory[s->level], 1, &i);
  Val idx[MAX_RANK];
  for (int n = 0, m = 0; n < r->d.n; n++)
    idx[n] = n == r->axis ? i : r->at[m++];
  return lane_convert(b, kernel_read(b, r->k, 0, idx), e, wide_type(b, e));
}

static bool suffix_step(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  const Suffix *s = ctx;
  y[0] = rounded(b, s->r, x[0], unit_at(b, s, i), type_element(s->r->k->in[0].type));
  return true;
}

static Val neutral(Build *b, const Running *r) {
  return emit_float(b, wide_type(b, type_element(r->k->in[0].type)), r->neutral);
}

// Units lo .. hi of a level, from lo on.
static bool suffix_sum(Build *b, Suffix *s, Val lo, Val hi, Val *sum) {
  Val none = neutral(b, s->r);
  return emit_for(b, lo, hi, emit_index(b, 1), 1, &none, suffix_step, s, sum);
}

static Val block_end(Build *b, const Suffix *s, Val g) {
  Val size = emit_index(b, BLOCK), n = emit_index(b, s->r->units[s->level]);
  return emit_bin(b, "arith.minsi", emit_mul(b, emit_add(b, g, emit_index(b, 1)), size), n);
}

// memory[level + 1][g] = the total of block g of a level.
static bool put_total(Build *b, void *ctx, Val g, const Val *x, Val *y) {
  Suffix *s = ctx;
  Val total, lo = emit_mul(b, g, emit_index(b, BLOCK)), hi = block_end(b, s, g);
  if (!suffix_sum(b, s, lo, hi, &total)) return false;
  emit_memstore(b, total, s->memory[s->level + 1], 1, &g);
  return true;
}

static bool next_block(Build *b, void *ctx, bool then, Val *y) {
  Suffix *s = ctx;
  Val g = emit_bin(b, "arith.divui", s->hi, emit_index(b, BLOCK));
  y[0] = then ? emit_memload(b, s->memory[s->level + 1], 1, &g) : neutral(b, s->r);
  return true;
}

static bool put_suffix(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Suffix *s = ctx;
  Running *r = s->r;
  MlirType e = type_element(r->k->in[0].type), wide = wide_type(b, e);
  Val g = emit_bin(b, "arith.divui", i, emit_index(b, BLOCK)), sum, after;
  s->hi = block_end(b, s, g);
  if (!suffix_sum(b, s, i, s->hi, &sum)) return false;
  if (s->level < r->levels - 1) {
    Val more = emit_cmp(b, "slt", s->hi, emit_index(b, r->units[s->level]));
    if (!emit_if(b, more, 1, &wide, next_block, s, &after)) return false;
    sum = rounded(b, r, sum, after, e);
  }
  if (s->level) return emit_memstore(b, sum, s->memory[s->level], 1, &i), true;
  Val idx[MAX_RANK];
  for (int n = 0, m = 0; n < r->d.n; n++)
    idx[n] = n == r->axis ? i : r->at[m++];
  kernel_write(b, r->k, 0, idx, lane_convert(b, sum, wide, e));
  return true;
}

static bool suffix_line(Build *b, void *ctx, const Val *at) {
  Running *r = ctx;
  r->at = at;
  Val memory[MAX_LEVELS], ignored;
  Suffix s = {.r = r, .memory = memory};
  Val zero = emit_index(b, 0), one = emit_index(b, 1);
  for (int t = 1; t < r->levels; t++) {
    Dims d = {1, {r->units[t]}};
    memory[t] = kernel_scratch(b, type_tensor(wide_type(b, type_element(r->k->in[0].type)), d));
  }
  for (s.level = 0; s.level < r->levels - 1; s.level++)
    if (!emit_for(b, zero, emit_index(b, r->units[s.level + 1]), one, 0, NULL, put_total, &s,
                  &ignored))
      return false;
  for (s.level = r->levels - 1; s.level >= 0; s.level--)
    if (!emit_for(b, zero, emit_index(b, r->units[s.level]), one, 0, NULL, put_suffix, &s,
                  &ignored))
      return false;
  return true;
}

//===-- the ops -------------------------------------------------------------------------===//

// Whether the line goes in blocks, and their levels.
static bool block_plan(Running *r, const OpCall *c) {
  MlirType e = type_element(r->k->in[0].type);
  bool sum = c->kind == OP_CUMSUM || c->kind == OP_CUMPROD;
  if (!sum || !element_is_float(e)) return false;
  r->neutral = c->kind == OP_CUMPROD;
  r->units[0] = r->d.d[r->axis];
  for (r->levels = 1; r->units[r->levels - 1] > BLOCK; r->levels++)
    r->units[r->levels] = (r->units[r->levels - 1] + BLOCK - 1) / BLOCK;
  return true;
}

static bool kernel_running(Kernel *k, const OpCall *c, Val *out, CombineFn *combine) {
  if (!lane_supported(c)) return false;
  Running r = {.k = k,
               .d = type_dims(c->out[0]),
               .axis = (int)attr_int(c->attrs, "axis"),
               .reverse = attr_flag(c->attrs, "reverse"),
               .combine = combine};
  Dims others = {0};
  for (int n = 0; n < r.d.n; n++)
    if (n != r.axis) others.d[others.n++] = r.d.d[n];
  out[0] = VAL_NONE;
  NestFn *line = !block_plan(&r, c) ? running_line : r.reverse ? suffix_line : block_line;
  return emit_nest_parallel(&k->b, others, 4 * r.d.d[r.axis], line, &r);
}

static Val running_sum(Build *b, Val x, Val y, MlirType e) {
  return element_is_bool(e) ? m_or(b, x, y) : emit_add(b, x, y);
}
static Val running_prod(Build *b, Val x, Val y, MlirType e) {
  return element_is_bool(e) ? m_and(b, x, y) : emit_mul(b, x, y);
}
static Val running_max(Build *b, Val x, Val y, MlirType e) { return lane_max(b, x, y, e, false); }
static Val running_min(Build *b, Val x, Val y, MlirType e) { return lane_max(b, x, y, e, true); }

// log(e^x + e^y) = max + log1p(e^-|x - y|); equal infinities stay.
static Val running_logsumexp(Build *b, Val x, Val y, MlirType e) {
  Val top = lane_max(b, x, y, e, false), d = emit_sub(b, x, y);
  Val tail = math_log1p(b, math_exp(b, m_neg(b, m_abs(b, d))));
  Val twice = m_addc(b, top, 0.69314718055994531), sum = emit_add(b, top, tail);
  return emit_select(b, emit_cmp(b, "oeq", x, y), twice, sum);
}

#define RUNNING(name, combine)                                                                     \
  static bool kernel_##name(Kernel *k, const OpCall *c, Val *out) {                                \
    return kernel_running(k, c, out, combine);                                                     \
  }                                                                                                \
  const OpLower lower_##name = {.kernel = kernel_##name};
RUNNING(cumsum, running_sum)
RUNNING(cumprod, running_prod)
RUNNING(cummax, running_max)
RUNNING(cummin, running_min)
RUNNING(cumlogsumexp, running_logsumexp)
