// dtype_info.c -- element types: kinds, defaults, promotion.
//
// JAX's type lattice has a node for each dtype and three for weak types: i*, f*, c* (what a Python
// int, float, complex is).  The join of two nodes is their least upper bound.
#include "driver/stage/staging.h"

#include "dialect/scalar.h"

#include <stdlib.h>
#include <string.h>

bool dtype_is_int(Dtype d) { return d >= DTYPE_I8 && d <= DTYPE_U64; }
bool dtype_is_signed(Dtype d) { return d >= DTYPE_I8 && d <= DTYPE_I64; }
bool dtype_is_inexact(Dtype d) { return dtype_is_float(d) || dtype_is_complex(d); }

char dtype_kind(Dtype d) {
  if (d == DTYPE_BOOL) return 'b';
  if (d == DTYPE_F8E5M2) return 'f';
  if (d == DTYPE_BF16 || d >= DTYPE_KEY) return 'V';
  if (dtype_is_float(d)) return 'f';
  if (dtype_is_complex(d)) return 'c';
  return dtype_is_signed(d) ? 'i' : 'u';
}

const char *dtype_short_name(Arena *a, Dtype d) {
  static const char *const words[][2] = {
      {"uint", "u"}, {"int", "i"}, {"bfloat", "bf"}, {"float", "f"}, {"complex", "c"}};
  const char *name = dtype_name(d);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t n = strlen(words[i][0]);
    if (!strncmp(name, words[i][0], n)) return arena_printf(a, "%s%s", words[i][1], name + n);
  }
  return name;
}

Dtype dtype_canonical(const VM *vm, Dtype d) {
  const Staging *s = staging((VM *)vm);
  if (s->x64 || s->host) return d;
  switch (d) {
  case DTYPE_I64:
    return DTYPE_I32;
  case DTYPE_U64:
    return DTYPE_U32;
  case DTYPE_F64:
    return DTYPE_F32;
  case DTYPE_C128:
    return DTYPE_C64;
  default:
    return d;
  }
}

Dtype dtype_default_int(const VM *vm) { return dtype_canonical(vm, DTYPE_I64); }
Dtype dtype_default_float(const VM *vm) { return dtype_canonical(vm, DTYPE_F64); }
Dtype dtype_default_complex(const VM *vm) { return dtype_canonical(vm, DTYPE_C128); }

Dtype dtype_real_of(Dtype d) {
  return d == DTYPE_C64 ? DTYPE_F32 : d == DTYPE_C128 ? DTYPE_F64 : d;
}

//===-- JAX's lattice --------------------------------------------------------------------===//

enum { WEAK_INT = DTYPE_COUNT, WEAK_FLOAT, WEAK_COMPLEX, NODE_COUNT };
#define BIT(n) (1u << (n))

// Floats of at most 8 bits: no node is above them.
enum { SMALL_FLOATS = BIT(DTYPE_COUNT) - BIT(DTYPE_KEY + 1) };

// Nodes directly above each node.
static const uint32_t above[NODE_COUNT] = {
    [DTYPE_BOOL] = BIT(WEAK_INT),
    [WEAK_INT] = BIT(DTYPE_U8) | BIT(DTYPE_I8),
    [DTYPE_U8] = BIT(DTYPE_I16) | BIT(DTYPE_U16),
    [DTYPE_U16] = BIT(DTYPE_I32) | BIT(DTYPE_U32),
    [DTYPE_U32] = BIT(DTYPE_I64) | BIT(DTYPE_U64),
    [DTYPE_I8] = BIT(DTYPE_I16),
    [DTYPE_I16] = BIT(DTYPE_I32),
    [DTYPE_I32] = BIT(DTYPE_I64),
    [DTYPE_I64] = BIT(WEAK_FLOAT),
    [DTYPE_U64] = BIT(WEAK_FLOAT),
    [WEAK_FLOAT] = BIT(DTYPE_BF16) | BIT(DTYPE_F16) | BIT(WEAK_COMPLEX) | SMALL_FLOATS,
    [DTYPE_BF16] = BIT(DTYPE_F32),
    [DTYPE_F16] = BIT(DTYPE_F32),
    [DTYPE_F32] = BIT(DTYPE_F64) | BIT(DTYPE_C64),
    [DTYPE_F64] = BIT(DTYPE_C128),
    [WEAK_COMPLEX] = BIT(DTYPE_C64),
    [DTYPE_C64] = BIT(DTYPE_C128),
};

// The same where jax_numpy_dtype_promotion is "strict": Python's numbers alone are promoted.
enum {
  INTS = BIT(DTYPE_I8) | BIT(DTYPE_I16) | BIT(DTYPE_I32) | BIT(DTYPE_I64) | BIT(DTYPE_U8) |
         BIT(DTYPE_U16) | BIT(DTYPE_U32) | BIT(DTYPE_U64),
  FLOATS = BIT(DTYPE_F16) | BIT(DTYPE_BF16) | BIT(DTYPE_F32) | BIT(DTYPE_F64) | SMALL_FLOATS,
};
static const uint32_t above_strictly[NODE_COUNT] = {
    [WEAK_INT] = INTS | BIT(WEAK_FLOAT),
    [WEAK_FLOAT] = FLOATS | BIT(WEAK_COMPLEX),
    [WEAK_COMPLEX] = BIT(DTYPE_C64) | BIT(DTYPE_C128),
};

// The nodes at or above n.
static uint32_t upper_bounds(const uint32_t *above, int n) {
  uint32_t seen = BIT(n), todo = BIT(n);
  while (todo) {
    int m = __builtin_ctz(todo);
    todo &= todo - 1;
    todo |= above[m] & ~seen;
    seen |= above[m];
  }
  return seen;
}

static int weak_node(Dtype d) {
  if (d == DTYPE_BOOL) return DTYPE_BOOL;
  if (dtype_is_complex(d)) return WEAK_COMPLEX;
  return dtype_is_float(d) ? WEAK_FLOAT : WEAK_INT;
}

static Dtype node_dtype(const VM *vm, int node) {
  switch (node) {
  case WEAK_INT:
    return dtype_default_int(vm);
  case WEAK_FLOAT:
    return dtype_default_float(vm);
  case WEAK_COMPLEX:
    return dtype_default_complex(vm);
  default:
    return dtype_canonical(vm, (Dtype)node);
  }
}

// 'float32', or "<class 'float'>" of Python's own.
static const char *node_text(VM *vm, int node) {
  static const char *const python[] = {"int", "float", "complex"};
  if (node >= WEAK_INT)
    return arena_printf(vm->arena, "\"<class '%s'>\"", python[node - WEAK_INT]);
  return arena_printf(vm->arena, "'%s'", dtype_name((Dtype)node));
}

static int compare_texts(const void *x, const void *y) {
  return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static bool no_promotion(VM *vm, uint32_t n, const DtypeWeak *xs) {
  const char **names = ARENA_ARRAY(vm->arena, const char *, NODE_COUNT);
  uint32_t nodes = 0, count = 0;
  for (uint32_t i = 0; i < n; i++)
    nodes |= BIT(xs[i].weak ? weak_node(xs[i].dtype) : (int)xs[i].dtype);
  for (int node = 0; node < NODE_COUNT; node++)
    if (nodes & BIT(node)) names[count++] = node_text(vm, node);
  qsort(names, count, sizeof *names, compare_texts);
  StrBuf b;
  strbuf_init(&b, vm->arena);
  for (uint32_t i = 0; i < count; i++)
    strbuf_printf(&b, i ? ", %s" : "%s", names[i]);
  Value cls;
  if (!import_attr(vm, "jax.dtypes", "TypePromotionError", &cls)) return false;
  if (!staging(vm)->strict) {
    int bits =
        nodes & BIT(DTYPE_F4E2M1FN) && !(nodes & SMALL_FLOATS & ~BIT(DTYPE_F4E2M1FN)) ? 4 : 8;
    return vm_raise_class(vm, AS_CLASS(cls),
                          "Input dtypes (%s) have no available implicit dtype promotion path. To "
                          "avoid unintended promotion, %d-bit floats do not support implicit "
                          "promotion. If you'd like your inputs to be promoted to another type, "
                          "you can do so explicitly using e.g. x.astype('float32')",
                          b.data, bits);
  }
  return vm_raise_class(vm, AS_CLASS(cls),
                        "Input dtypes (%s) have no available implicit dtype promotion path when "
                        "jax_numpy_dtype_promotion=strict. Try explicitly casting inputs to the "
                        "desired output type, or set jax_numpy_dtype_promotion=standard.",
                        b.data);
}

bool dtype_promote(VM *vm, uint32_t n, const DtypeWeak *xs, DtypeWeak *out) {
  bool all_weak = true, same = true;
  for (uint32_t i = 0; i < n; i++) {
    all_weak = all_weak && xs[i].weak;
    same = same && xs[i].dtype == xs[0].dtype && xs[i].weak == xs[0].weak;
  }
  if (same) {
    *out = (DtypeWeak){dtype_canonical(vm, xs[0].dtype), xs[0].weak && xs[0].dtype != DTYPE_BOOL};
    return true;
  }
  bool strict = staging(vm)->strict;
  const uint32_t *edges = strict ? above_strictly : above;
  uint32_t common = BIT(NODE_COUNT) - 1;
  for (uint32_t i = 0; i < n; i++) {
    if (xs[i].dtype == DTYPE_KEY)
      return vm_raise(vm, E_TypeError,
                      "dtype=key<fry> is not a valid dtype for JAX type promotion.");
    bool weak = xs[i].weak && (strict || !all_weak);
    common &= upper_bounds(edges, weak ? weak_node(xs[i].dtype) : (int)xs[i].dtype);
  }
  for (int node = 0; node < NODE_COUNT; node++) {
    if (!(common & BIT(node)) || upper_bounds(edges, node) != common) continue;
    bool weak = node >= WEAK_INT || (all_weak && node != DTYPE_BOOL);
    *out = (DtypeWeak){node_dtype(vm, node), weak};
    return true;
  }
  return no_promotion(vm, n, xs);
}

//===-- NumPy's rules (NEP 50) -------------------------------------------------------------===//

static Dtype numpy_join(Dtype a, Dtype b) {
  if (a == b) return a;
  if (dtype_is_small(a) || dtype_is_small(b)) {
    Dtype other = dtype_is_small(a) ? b : a;
    if (dtype_is_small(other)) return DTYPE_F32;
    return dtype_is_integral(other) ? (dtype_is_small(a) ? a : b) : other;
  }
  if (a > b) {
    Dtype t = a;
    a = b;
    b = t;
  }
  if (a == DTYPE_BOOL) return b;
  if (dtype_is_int(a) && dtype_is_int(b)) {
    bool sa = dtype_is_signed(a), sb = dtype_is_signed(b);
    if (sa == sb) return b;
    Dtype s = sa ? a : b, u = sa ? b : a;
    if (dtype_size(s) > dtype_size(u)) return s;
    return u == DTYPE_U64 ? DTYPE_F64 : (Dtype)(DTYPE_I8 + (u - DTYPE_U8) + 1);
  }
  bool complex = dtype_is_complex(b);
  int bits = dtype_is_int(a) ? (dtype_size(a) == 1   ? 2
                                : dtype_size(a) == 2 ? 4
                                                     : 8)
                             : dtype_size(dtype_real_of(a));
  int other = dtype_size(dtype_real_of(b));
  if (bits < other) bits = other;
  if (a == DTYPE_F16 && b == DTYPE_BF16) bits = 4;
  if (complex) return bits == 8 ? DTYPE_C128 : DTYPE_C64;
  return bits == 8 ? DTYPE_F64 : bits == 4 ? DTYPE_F32 : b;
}

// A Python number gives way to an array of its kind or a higher one.
static Dtype numpy_join_weak(Dtype a, Dtype weak) {
  if (dtype_is_complex(weak) && !dtype_is_complex(a))
    return a == DTYPE_F64 || !dtype_is_float(a) ? DTYPE_C128 : DTYPE_C64;
  if (dtype_is_float(weak) && !dtype_is_inexact(a)) return DTYPE_F64;
  if (dtype_is_int(weak) && a == DTYPE_BOOL) return DTYPE_I64;
  return a;
}

Dtype dtype_promote_numpy(uint32_t n, const DtypeWeak *xs) {
  Dtype d = DTYPE_COUNT;
  for (uint32_t i = 0; i < n; i++)
    if (!xs[i].weak) d = d == DTYPE_COUNT ? xs[i].dtype : numpy_join(d, xs[i].dtype);
  for (uint32_t i = 0; i < n; i++)
    if (xs[i].weak) d = d == DTYPE_COUNT ? xs[i].dtype : numpy_join_weak(d, xs[i].dtype);
  return d;
}
