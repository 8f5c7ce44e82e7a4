// dtype_info.c -- element types: kinds, defaults, promotion.
//
// JAX's type lattice has a node for each dtype and three for weak types: i*, f*, c* (what a Python
// int, float, complex is).  The join of two nodes is their least upper bound.
#include "driver/stage/staging.h"

#include "dialect/scalar.h"

bool dtype_is_int(Dtype d) { return d >= DTYPE_I8 && d <= DTYPE_U64; }
bool dtype_is_signed(Dtype d) { return d >= DTYPE_I8 && d <= DTYPE_I64; }
bool dtype_is_inexact(Dtype d) { return dtype_is_float(d) || dtype_is_complex(d); }

char dtype_kind(Dtype d) {
  if (d == DTYPE_BOOL) return 'b';
  if (d == DTYPE_BF16 || d == DTYPE_KEY) return 'V';
  if (dtype_is_float(d)) return 'f';
  if (dtype_is_complex(d)) return 'c';
  return dtype_is_signed(d) ? 'i' : 'u';
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

enum { WEAK_INT = DTYPE_KEY, WEAK_FLOAT, WEAK_COMPLEX, NODE_COUNT };
#define BIT(n) (1u << (n))

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
    [WEAK_FLOAT] = BIT(DTYPE_BF16) | BIT(DTYPE_F16) | BIT(WEAK_COMPLEX),
    [DTYPE_BF16] = BIT(DTYPE_F32),
    [DTYPE_F16] = BIT(DTYPE_F32),
    [DTYPE_F32] = BIT(DTYPE_F64) | BIT(DTYPE_C64),
    [DTYPE_F64] = BIT(DTYPE_C128),
    [WEAK_COMPLEX] = BIT(DTYPE_C64),
    [DTYPE_C64] = BIT(DTYPE_C128),
};

// The nodes at or above n.
static uint32_t upper_bounds(int n) {
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
  uint32_t common = BIT(NODE_COUNT) - 1;
  for (uint32_t i = 0; i < n; i++) {
    if (xs[i].dtype == DTYPE_KEY)
      return vm_raise(vm, E_TypeError,
                      "dtype=key<fry> is not a valid dtype for JAX type promotion.");
    common &= upper_bounds(xs[i].weak && !all_weak ? weak_node(xs[i].dtype) : (int)xs[i].dtype);
  }
  for (int node = 0; node < NODE_COUNT; node++) {
    if (!(common & BIT(node)) || upper_bounds(node) != common) continue;
    bool weak = node >= WEAK_INT || (all_weak && node != DTYPE_BOOL);
    *out = (DtypeWeak){node_dtype(vm, node), weak};
    return true;
  }
  BUG("no join of dtypes");
}

//===-- NumPy's rules (NEP 50) -------------------------------------------------------------===//

static Dtype numpy_join(Dtype a, Dtype b) {
  if (a == b) return a;
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
