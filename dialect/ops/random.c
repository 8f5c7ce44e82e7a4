// random.c -- threefry-2x32 and the ops on keys.
//
// A key is two ui32, the last axis of its array; leading axes are so many keys, so that batching is
// one more leading axis. Element i of what is drawn from a key is the cipher of the 64-bit counter
// i under that key (jax_threefry_partitionable): prefixes of longer draws agree.  Source: Salmon et
// al., "Parallel random numbers: as easy as 1, 2, 3" (2011).
#include "dialect/op.h"
#include "dialect/scalar.h"
#include "runtime/random/bitgen.h"
#include "runtime/random/distributions.h"

#include <string.h>

static MlirType ui32(MlirContext ctx) { return mlirIntegerTypeUnsignedGet(ctx, 32); }

static bool is_ui32(MlirType t) {
  return element_is_unsigned(type_element(t)) && element_bits(type_element(t)) == 32;
}

// The shape of a key array without its trailing 2; reports what is no key.
static bool key_dims(const OpCall *c, Dims *d) {
  MlirType t = mlirValueGetType(c->in[0]);
  *d = type_dims(t);
  if (!is_ui32(t) || !d->n || d->d[d->n - 1] != 2)
    return shape_error(c, "keys must be uint32[..., 2], got %s", type_text(t));
  d->n--;
  return true;
}

static Dims dims_join(Dims x, Dims y) {
  for (int i = 0; i < y.n; i++)
    x = dims_append(x, y.d[i]);
  return x;
}

static Val broadcast_batch(Build *b, Val x) {
  Dims d = val_dims(x);
  return op_broadcast(b, x, dims_prepend(b->batch_size, d), dims_shift(dims_iota(d.n), 1));
}

// All operands batched: the same op.
static bool batch_leading(Build *b, const OpCall *c, const bool *batched, Val *out,
                          bool *out_batched) {
  Val in[4];
  for (int i = 0; i < c->nin; i++)
    in[i] = batched[i] ? c->in[i] : broadcast_batch(b, c->in[i]);
  OpCall same = *c;
  same.in = in;
  same.loc = b->loc;
  MlirType declared; // random_bits takes its element type from here
  if (c->out) {
    declared = type_with_dims(c->out[0], dims_prepend(b->batch_size, type_dims(c->out[0])));
    same.out = &declared;
  }
  if (c->nout != 1) same.out = NULL;
  MlirOperation op = build_op_regions(b, &same);
  if (mlirOperationIsNull(op)) return false;
  for (int i = 0; i < c->nout; i++) {
    out[i] = op_result(op, i);
    out_batched[i] = true;
  }
  return true;
}

//===-- threefry2x32 ----------------------------------------------------------------===//

static bool shape_threefry2x32(const OpCall *c, MlirType *out) {
  MlirType t = mlirValueGetType(c->in[0]);
  for (int i = 0; i < 4; i++)
    if (!is_ui32(t) || !mlirTypeEqual(t, mlirValueGetType(c->in[i])))
      return shape_error(c, "keys and counters must be uint32 of one shape, got %s and %s",
                         type_text(t), type_text(mlirValueGetType(c->in[i])));
  out[0] = out[1] = t;
  return true;
}

const OpRules rules_threefry2x32 = {
    .shape = shape_threefry2x32,
    .batch = batch_leading,
    .flags = OP_ELEMENTWISE | OP_EXPENSIVE | OP_ZERO_TANGENT,
};

//===-- random_seed -----------------------------------------------------------------===//

static bool shape_random_seed(const OpCall *c, MlirType *out) {
  MlirType t = mlirValueGetType(c->in[0]);
  if (!element_is_integer(type_element(t)))
    return shape_error(c, "PRNG key seed must be an integer; got %s", type_text(t));
  out[0] = type_tensor(ui32(mlirTypeGetContext(t)), dims_append(type_dims(t), 2));
  return true;
}

// [x..., y...] along a new last axis.
static Val join_last(Build *b, Val x, Val y) {
  Dims d = dims_append(val_dims(x), 1);
  Val rows[2];
  rows[0] = op_reshape(b, x, d);
  rows[1] = op_reshape(b, y, d);
  MlirAttribute attrs = attrs_make(b->ctx, 1, "dimension", attr_of_int(b->ctx, d.n - 1));
  return op_result(build_op(b, OP_CONCATENATE, 2, rows, attrs, 1, NULL), 0);
}

// key = [high word, low word]; the high word of a 32-bit seed is 0.
static bool expand_random_seed(Build *b, const OpCall *c, Val *out) {
  Val x = c->in[0];
  MlirType e = ui32(b->ctx);
  Val low = op_convert(b, x, e), high;
  if (element_bits(val_element(x)) <= 32) {
    high = op_zeros(b, mlirValueGetType(low));
  } else {
    Val by = op_splat_like(b, x, 32);
    Val shifted = op_binary(b, OP_SHIFT_RIGHT_LOGICAL, x, by);
    high = op_convert(b, shifted, e);
  }
  out[0] = join_last(b, high, low);
  return true;
}

const OpRules rules_random_seed = {
    .shape = shape_random_seed,
    .batch = batch_leading,
    .expand = expand_random_seed,
    .flags = OP_ZERO_TANGENT,
};

//===-- drawing ---------------------------------------------------------------------===//

// Word k of each key, without the trailing axis.
static Val key_word(Build *b, Val keys, int64_t k) {
  Dims d = val_dims(keys), from = dims_fill(d.n, 0), to = d;
  from.d[d.n - 1] = k;
  to.d[d.n - 1] = k + 1;
  MlirAttribute attrs =
      attrs_make(b->ctx, 3, "start_indices", attr_of_dims(b->ctx, from), "limit_indices",
                 attr_of_dims(b->ctx, to), "strides", attr_of_dims(b->ctx, dims_fill(d.n, 1)));
  Val x = op_result(build_op(b, OP_SLICE, 1, &keys, attrs, 1, NULL), 0);
  d.n--;
  return op_reshape(b, x, d);
}

// The row-major index over the dimensions of `full` from `first` on.
static Val counters(Build *b, Dims full, int first) {
  MlirType t = type_tensor(ui32(b->ctx), full);
  Val sum = VAL_NONE;
  int64_t stride = 1;
  for (int i = full.n - 1; i >= first; i--) {
    Val x = op_iota(b, t, i);
    if (stride != 1) x = op_mul(b, x, op_splat_int(b, t, stride));
    sum = val_sum(b, x, sum);
    stride *= full.d[i];
  }
  return val_is_none(sum) ? op_zeros(b, t) : sum;
}

// The cipher of 0, 1, ... (row-major over `shape`) under each key: two words [keys..., shape...].
static void draw(Build *b, Val keys, Dims shape, Val y[2]) {
  Dims k = val_dims(keys);
  k.n--;
  Dims full = dims_join(k, shape);
  Val words[4];
  for (int i = 0; i < 2; i++) {
    Val word = key_word(b, keys, i);
    words[i] = op_broadcast(b, word, full, dims_iota(k.n));
  }
  words[2] = op_zeros(b, type_tensor(ui32(b->ctx), full));
  words[3] = counters(b, full, k.n);
  MlirOperation op = build_op(b, OP_THREEFRY2X32, 4, words, (MlirAttribute){0}, 2, NULL);
  y[0] = op_result(op, 0);
  y[1] = op_result(op, 1);
}

// Counters have a zero high word: what is drawn from one key must have less than 2^32 elements.
static bool check_drawn(const OpCall *c, Dims shape) {
  if (dims_product(shape) <= UINT32_MAX) return true;
  return shape_error(c, "shape %s has more than 2^32 elements", dims_text(shape));
}

static bool shape_random_split(const OpCall *c, MlirType *out) {
  Dims keys, shape = attr_dims(c->attrs, "shape");
  if (!key_dims(c, &keys) || !check_drawn(c, shape)) return false;
  out[0] = type_with_dims(mlirValueGetType(c->in[0]), dims_append(dims_join(keys, shape), 2));
  return true;
}

static bool expand_random_split(Build *b, const OpCall *c, Val *out) {
  Val y[2];
  draw(b, c->in[0], attr_dims(c->attrs, "shape"), y);
  out[0] = join_last(b, y[0], y[1]);
  return true;
}

const OpRules rules_random_split = {
    .shape = shape_random_split,
    .batch = batch_leading,
    .expand = expand_random_split,
    .flags = OP_ZERO_TANGENT,
};

static bool shape_random_bits(const OpCall *c, MlirType *out) {
  Dims keys, shape = attr_dims(c->attrs, "shape");
  if (!key_dims(c, &keys) || !check_drawn(c, shape)) return false;
  MlirType e =
      c->out ? type_element(c->out[0]) : ui32(mlirTypeGetContext(mlirValueGetType(c->in[0])));
  if (c->out && !element_is_unsigned(e))
    return shape_error(c, "gives unsigned integers, not %s", type_text(c->out[0]));
  out[0] = type_tensor(e, dims_join(keys, shape));
  return true;
}

// 32 bits: high ^ low word.  64 bits: both words.  Fewer: the low bits of high ^ low.
static bool expand_random_bits(Build *b, const OpCall *c, Val *out) {
  MlirType e = c->out ? type_element(c->out[0]) : ui32(b->ctx);
  Val y[2];
  draw(b, c->in[0], attr_dims(c->attrs, "shape"), y);
  if (element_bits(e) <= 32) {
    Val bits = op_binary(b, OP_XOR, y[0], y[1]);
    out[0] = op_convert(b, bits, e);
    return true;
  }
  Val high = op_convert(b, y[0], e), low = op_convert(b, y[1], e);
  Val by = op_splat_like(b, high, 32);
  high = op_binary(b, OP_SHIFT_LEFT, high, by);
  out[0] = op_binary(b, OP_OR, high, low);
  return true;
}

const OpRules rules_random_bits = {
    .shape = shape_random_bits,
    .batch = batch_leading,
    .expand = expand_random_bits,
    .flags = OP_ZERO_TANGENT,
};

//===-- random_fold_in --------------------------------------------------------------===//

static bool shape_random_fold_in(const OpCall *c, MlirType *out) {
  Dims keys;
  MlirType data = mlirValueGetType(c->in[1]);
  if (!key_dims(c, &keys)) return false;
  if (!is_ui32(data) || !dims_equal(keys, type_dims(data)))
    return shape_error(c, "keys %s take data uint32%s, got %s",
                       type_text(mlirValueGetType(c->in[0])), dims_text(keys), type_text(data));
  out[0] = mlirValueGetType(c->in[0]);
  return true;
}

static bool expand_random_fold_in(Build *b, const OpCall *c, Val *out) {
  Val words[4] = {key_word(b, c->in[0], 0)};
  words[1] = key_word(b, c->in[0], 1);
  words[2] = op_zeros(b, mlirValueGetType(c->in[1]));
  words[3] = c->in[1];
  MlirOperation op = build_op(b, OP_THREEFRY2X32, 4, words, (MlirAttribute){0}, 2, NULL);
  out[0] = join_last(b, op_result(op, 0), op_result(op, 1));
  return true;
}

const OpRules rules_random_fold_in = {
    .shape = shape_random_fold_in,
    .batch = batch_leading,
    .expand = expand_random_fold_in,
    .flags = OP_ZERO_TANGENT,
};

//===-- numpy_random --------------------------------------------------------------------===//

// Words of the state that a seed makes, 0 for any number, and how many it takes at least.
typedef struct Seed {
  const char *name;
  int64_t words, least;
} Seed;

static const Seed *seed_of(const OpCall *c) {
  static const Seed seeds[] = {{"seed mt19937", MT_WORDS, 0},
                               {"seed mt19937 array", MT_WORDS, 1},
                               {"seed mt19937 legacy", MT_WORDS, 1},
                               {"seed pcg64", PCG_WORDS, 0},
                               {"seed sequence", 0, 0}};
  MlirStringRef key = mlirStringRefCreateFromCString("name");
  MlirStringRef name = mlirStringAttrGetValue(mlirDictionaryAttrGetElementByName(c->attrs, key));
  for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++)
    if (mlirStringRefEqual(name, mlirStringRefCreateFromCString(seeds[i].name))) return &seeds[i];
  return NULL;
}

// What runtime/random takes for a draw: rows of parameters, columns of which there are...
typedef enum Columns {
  COLUMNS_EACH, // one, or one for each result
  COLUMNS_SOME, // at least one
  COLUMNS_GROUP // as many as results belong together
} Columns;

typedef struct Draws {
  const char *name;
  int64_t rows;
  Dtype params;
  Columns columns;
  bool has_room;
} Draws;

static const Draws *draws_of(const char *name) {
  static const Draws others = {NULL, MAX_PARAMS, DTYPE_F64, COLUMNS_EACH, false};
  static const Draws draws[] = {{"integers", 2, DTYPE_I64, COLUMNS_EACH, false},
                                {"permutation", 1, DTYPE_I64, COLUMNS_SOME, false},
                                {"choice", 2, DTYPE_I64, COLUMNS_SOME, true},
                                {"weighted", 1, DTYPE_F64, COLUMNS_SOME, true},
                                {"distinct", 1, DTYPE_F64, COLUMNS_SOME, true},
                                {"dirichlet", 1, DTYPE_F64, COLUMNS_GROUP, false},
                                {"multinomial", 2, DTYPE_F64, COLUMNS_GROUP, false}};
  for (size_t i = 0; i < sizeof draws / sizeof *draws; i++)
    if (!strcmp(name, draws[i].name)) return &draws[i];
  return draw_named(name) ? &others : NULL;
}

static bool draws_dtype(const Draws *d, const char *name, Dtype made) {
  if (!d->name && made == DTYPE_F32)
    return !strcmp(name, "random") || !strcmp(name, "standard_normal") ||
           !strcmp(name, "standard_exponential");
  if (!d->name) return made == DTYPE_F64 || made == DTYPE_I64;
  if (!strcmp(name, "integers")) return dtype_is_integral(made);
  return made == (strcmp(name, "dirichlet") ? DTYPE_I64 : DTYPE_F64);
}

static bool check_parameters(const OpCall *c, const Draws *d, const char *name) {
  MlirType given = mlirValueGetType(c->in[1]);
  int64_t rows = type_dims(given).d[0], columns = type_dims(given).d[1], n = type_count(c->out[0]);
  if (element_dtype(type_element(given)) != d->params || rows > d->rows ||
      (d->name && rows < d->rows))
    return shape_error(c, "\"%s\" takes %s%lld rows of %s, got %s", name, d->name ? "" : "at most ",
                       (long long)d->rows, dtype_name(d->params), type_text(given));
  if (d->columns == COLUMNS_EACH ? rows && columns != 1 && columns != n
                                 : columns < 1 || (d->columns == COLUMNS_GROUP && n % columns))
    return shape_error(c, "\"%s\" makes no %lld numbers of %lld columns", name, (long long)n,
                       (long long)columns);
  return true;
}

// Choices need room: "choice" a power of 2 above 1.2 n places, the others two rows.
static bool check_room(const OpCall *c, const Draws *d, const char *name) {
  bool places = !strcmp(name, "choice");
  int64_t n = type_count(c->out[0]), least = 2;
  if (places)
    while (least <= n + n / 5)
      least *= 2;
  else
    least *= type_dims(mlirValueGetType(c->in[1])).d[1];
  if (c->nout == 3 && element_dtype(type_element(c->out[2])) == (places ? DTYPE_I64 : DTYPE_F64) &&
      type_count(c->out[2]) >= least)
    return true;
  return shape_error(c, "\"%s\" needs room for %lld numbers of %s", name, (long long)least,
                     places ? "int64" : "float64");
}

static bool check_draws(const OpCall *c) {
  MlirStringRef text = mlirStringAttrGetValue(attr_get(c->attrs, "name"));
  char buffer[32] = {0};
  if (text.length < sizeof buffer) memcpy(buffer, text.data, text.length);
  const char *name = strncmp(buffer, "legacy ", 7) ? buffer : buffer + 7;
  const Draws *d = draws_of(name);
  if (!d) return shape_error(c, "there is no such distribution");
  if (!draws_dtype(d, name, element_dtype(type_element(c->out[0]))))
    return shape_error(c, "\"%s\" makes no %s", name, type_text(c->out[0]));
  return check_parameters(c, d, name) && (!d->has_room || check_room(c, d, name));
}

// Names and sizes as runtime/random takes them.
static bool check_state(const OpCall *c) {
  const Seed *s = seed_of(c);
  int64_t given = type_dims(mlirValueGetType(c->in[0])).d[0];
  if (c->nin == 2 && s) return shape_error(c, "a seed takes words only");
  if (c->nin == 2)
    return given == MT_WORDS || given == PCG_WORDS ||
           shape_error(c, "no generator has a state of %lld words", (long long)given);
  if (!s) return shape_error(c, "there is no such seed");
  Dims made = type_dims(c->out[0]);
  if (made.n != 1 || given < s->least || (s->words && made.d[0] != s->words))
    return shape_error(c, "\"%s\" of %lld words does not give %s", s->name, (long long)given,
                       type_text(c->out[0]));
  return true;
}

static bool shape_numpy_random(const OpCall *c, MlirType *out) {
  bool seed = c->nin == 1;
  if (c->nin < 1 || c->nin > 2 || (seed ? c->nout != 1 : c->nout < 2 || c->nout > 3) || !c->out)
    return shape_error(c, "takes words and gives a state, or takes a state and parameters and "
                          "gives draws, a state and room");
  MlirType state = mlirValueGetType(c->in[0]);
  if (!is_ui32(state) || type_rank(state) != 1 || !is_ui32(c->out[seed ? 0 : 1]))
    return shape_error(c, "states are uint32[n], got %s", type_text(state));
  if (!seed && !mlirTypeEqual(state, c->out[1]))
    return shape_error(c, "the next state must be of type %s, got %s", type_text(state),
                       type_text(c->out[1]));
  if (!seed && type_rank(mlirValueGetType(c->in[1])) != 2)
    return shape_error(c, "parameters are rows, got %s", type_text(mlirValueGetType(c->in[1])));
  if (!check_state(c) || (!seed && !check_draws(c))) return false;
  for (int i = 0; i < c->nout; i++)
    out[i] = c->out[i];
  return true;
}

// NumPy takes no traced values: nothing batched comes here.
static bool batch_numpy_random(Build *b, const OpCall *c, const bool *batched, Val *out,
                               bool *out_batched) {
  return shape_raise(c, "NotImplementedError", "numpy.random under vmap");
}

const OpRules rules_numpy_random = {
    .shape = shape_numpy_random,
    .batch = batch_numpy_random,
    .flags = OP_EXPENSIVE | OP_ZERO_TANGENT,
};
