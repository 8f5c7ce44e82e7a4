// sort.c -- arrays sorted together along a dimension: a stable merge sort from the bottom up, line
// by line.
//
// A line of every operand is copied to scratch a; then, while w < n, runs of w are merged from a to
// b and runs of 2 w from b back to a.
#include "lower/math/math.h"
#include "lower/ops/lane.h"
#include "lower/ops/nest.h"

enum { MAX_SORTED = 16 };

typedef struct Sort {
  const Kernel *k;
  const OpCall *c;
  int n, keys, axis;
  int64_t length;
  const Val *at;                    // the other dimensions' indices
  Val a[MAX_SORTED], b[MAX_SORTED]; // scratch
  MlirType type[MAX_SORTED];        // of a scratch line
  const Val *from, *to;             // of the merge being emitted
  Val width, mid, hi;
} Sort;

static Val line_read(Build *b, const Sort *s, const Val *mem, int operand, Val i) {
  return mem_read(b, mem[operand], s->type[operand], &i);
}

// x sorts before y: nan after everything else.
static Val key_less(Build *b, Val x, Val y, MlirType e) {
  if (element_is_float(e) && element_bits(e) == 16) {
    Val u = lane_convert(b, x, e, type_f32(b)), v = lane_convert(b, y, e, type_f32(b));
    return key_less(b, u, v, type_f32(b));
  }
  Val less = lane_less(b, x, y, e);
  if (!element_is_float(e)) return less;
  Val number = emit_cmp(b, "ord", x, x), nan = emit_cmp(b, "uno", y, y);
  return m_or(b, less, m_and(b, number, nan));
}

// Line element i sorts before element j.
static Val sorts_before(Build *b, const Sort *s, const Val *mem, Val i, Val j) {
  Val less = VAL_NONE;
  for (int n = s->keys - 1; n >= 0; n--) {
    MlirType e = type_element(s->type[n]);
    Val x = line_read(b, s, mem, n, i), y = line_read(b, s, mem, n, j);
    Val lt = key_less(b, x, y, e);
    if (!val_is_none(less)) {
      Val truth = emit_int(b, mlirValueGetType(less), 1), gt = key_less(b, y, x, e);
      Val tied = emit_bin(b, "arith.xori", gt, truth);
      lt = m_or(b, lt, m_and(b, tied, less));
    }
    less = lt;
  }
  return less;
}

// carried: the next positions of the left and of the right run.
static bool merge_step(Build *b, void *ctx, Val out, const Val *x, Val *y) {
  const Sort *s = ctx;
  Val i = x[0], j = x[1], one = emit_index(b, 1), last = emit_index(b, s->length - 1);
  Val safe_i = emit_bin(b, "arith.minsi", i, last), safe_j = emit_bin(b, "arith.minsi", j, last);
  Val left_empty = emit_cmp(b, "sge", i, s->mid), right_left = emit_cmp(b, "slt", j, s->hi);
  Val less = sorts_before(b, s, s->from, safe_j, safe_i);
  Val right = m_and(b, right_left, m_or(b, left_empty, less));
  Val from = emit_select(b, right, safe_j, safe_i);
  for (int n = 0; n < s->n; n++)
    mem_write(b, s->to[n], s->type[n], &out, line_read(b, s, s->from, n, from));
  Val next_i = emit_add(b, i, one), next_j = emit_add(b, j, one);
  y[0] = emit_select(b, right, i, next_i);
  y[1] = emit_select(b, right, next_j, j);
  return true;
}

static bool merge_runs(Build *b, void *ctx, Val lo, const Val *x, Val *y) {
  Sort *s = ctx;
  Val n = emit_index(b, s->length), one = emit_index(b, 1), end[2];
  Val mid = emit_add(b, lo, s->width);
  Val hi = emit_add(b, mid, s->width);
  s->mid = emit_bin(b, "arith.minsi", mid, n);
  s->hi = emit_bin(b, "arith.minsi", hi, n);
  return emit_for(b, lo, s->hi, one, 2, (Val[]){lo, s->mid}, merge_step, s, end);
}

static bool merge_pass(Build *b, Sort *s, const Val *from, const Val *to, Val width) {
  s->from = from, s->to = to, s->width = width;
  Val zero = emit_index(b, 0), n = emit_index(b, s->length);
  return emit_for(b, zero, n, emit_add(b, width, width), 0, NULL, merge_runs, s, NULL);
}

static Val passes_go_on(Build *b, void *ctx, const Val *x) {
  const Sort *s = ctx;
  Val n = emit_index(b, s->length);
  return emit_cmp(b, "slt", x[0], n);
}

static bool passes_body(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Sort *s = ctx;
  Val twice = emit_add(b, x[0], x[0]);
  y[0] = emit_add(b, twice, twice);
  return merge_pass(b, s, s->a, s->b, x[0]) && merge_pass(b, s, s->b, s->a, twice);
}

static void line_index(const Sort *s, Val i, Val *idx) {
  int rank = type_rank(s->k->dst[0].type);
  for (int n = 0, m = 0; n < rank; n++)
    idx[n] = n == s->axis ? i : s->at[m++];
}

static bool line_load(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  const Sort *s = ctx;
  Val idx[MAX_RANK];
  line_index(s, i, idx);
  for (int n = 0; n < s->n; n++)
    mem_write(b, s->a[n], s->type[n], &i, kernel_read(b, s->k, n, idx));
  return true;
}

static bool line_save(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  const Sort *s = ctx;
  Val idx[MAX_RANK];
  line_index(s, i, idx);
  for (int n = 0; n < s->n; n++)
    kernel_write(b, s->k, n, idx, line_read(b, s, s->a, n, i));
  return true;
}

static bool sort_line(Build *b, void *ctx, const Val *at) {
  Sort *s = ctx;
  s->at = at;
  Val zero = emit_index(b, 0), one = emit_index(b, 1), n = emit_index(b, s->length), end;
  return emit_for(b, zero, n, one, 0, NULL, line_load, s, NULL) &&
         emit_while(b, 1, &one, passes_go_on, passes_body, s, &end) &&
         emit_for(b, zero, n, one, 0, NULL, line_save, s, NULL);
}

static bool kernel_sort(Kernel *k, const OpCall *c, Val *out) {
  if (!lane_supported(c)) return false;
  if (c->nin > MAX_SORTED)
    return lower_error(c, "more than %d operands cannot be compiled", MAX_SORTED);
  Dims d = type_dims(c->out[0]), others = {0};
  Sort s = {k, c, c->nin, (int)attr_int(c->attrs, "num_keys"), (int)attr_int(c->attrs, "dimension"),
            0};
  s.length = d.d[s.axis];
  for (int n = 0; n < d.n; n++)
    if (n != s.axis) others.d[others.n++] = d.d[n];
  for (int n = 0; n < s.n; n++) {
    s.type[n] = type_with_dims(c->out[n], (Dims){1, {s.length}});
    s.a[n] = kernel_scratch(&k->b, s.type[n]), s.b[n] = kernel_scratch(&k->b, s.type[n]);
    out[n] = VAL_NONE;
  }
  return emit_nest(&k->b, others, sort_line, &s);
}
const OpLower lower_sort = {.kernel = kernel_sort};
