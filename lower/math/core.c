// core.c -- the arithmetic that the functions of math.h are written with.
#include "lower/math/math.h"

static MlirType lane_of(Val x) { return type_lane(mlirValueGetType(x)); }

bool m_is64(Val x) { return element_bits(lane_of(x)) == 64; }

MlirType m_int_type(Build *b, Val x) { return type_like(x, type_int(b, element_bits(lane_of(x)))); }

Val m_f(Build *b, Val like, double c) { return emit_float(b, mlirValueGetType(like), c); }
Val m_i(Build *b, Val like, int64_t c) { return emit_int(b, m_int_type(b, like), c); }

Val m_div(Build *b, Val x, Val y) { return emit_bin(b, "arith.divf", x, y); }

Val m_fma(Build *b, Val x, Val y, Val z) {
  return emit(b, "math.fma", 3, (Val[]){x, y, z}, mlirValueGetType(x), mlirAttributeGetNull());
}

Val m_mad(Build *b, Val x, Val y, Val z) {
  MlirAttribute may = attrs_make(b->ctx, 1, "fastmath", attr_parse(b, "#arith.fastmath<contract>"));
  return emit(b, "math.fma", 3, (Val[]){x, y, z}, mlirValueGetType(x), may);
}

Val m_fmac(Build *b, Val x, double y, Val z) {
  Val c = m_f(b, x, y);
  return m_fma(b, x, c, z);
}

Val m_mulc(Build *b, Val x, double c) {
  Val y = m_f(b, x, c);
  return emit_mul(b, x, y);
}

Val m_addc(Build *b, Val x, double c) {
  Val y = m_f(b, x, c);
  return emit_add(b, x, y);
}

Val m_neg(Build *b, Val x) { return emit_un(b, "arith.negf", x); }
Val m_abs(Build *b, Val x) { return emit_un(b, "math.absf", x); }
Val m_sqrt(Build *b, Val x) { return emit_un(b, "math.sqrt", x); }
Val m_floor(Build *b, Val x) { return emit_un(b, "math.floor", x); }
Val m_copysign(Build *b, Val x, Val s) { return emit_bin(b, "math.copysign", x, s); }

Val m_bits(Build *b, Val x) { return emit1(b, "arith.bitcast", x, m_int_type(b, x)); }

Val m_float(Build *b, Val i) {
  MlirType e = m_is64(i) ? type_f64(b) : type_f32(b);
  return emit1(b, "arith.bitcast", i, type_like(i, e));
}

Val m_cmpc(Build *b, const char *pred, Val x, double c) {
  Val y = m_f(b, x, c);
  return emit_cmp(b, pred, x, y);
}

Val m_and(Build *b, Val x, Val y) { return emit_bin(b, "arith.andi", x, y); }
Val m_or(Build *b, Val x, Val y) { return emit_bin(b, "arith.ori", x, y); }

Val m_xor(Build *b, Val x, Val y) { return emit_bin(b, "arith.xori", x, y); }

Val m_shl(Build *b, Val x, int n) {
  Val c = emit_int(b, mlirValueGetType(x), n);
  return emit_bin(b, "arith.shli", x, c);
}

Val m_shr(Build *b, Val x, int n) {
  Val c = emit_int(b, mlirValueGetType(x), n);
  return emit_bin(b, "arith.shrsi", x, c);
}

Val m_extend(Build *b, Val x) { return emit1(b, "arith.extf", x, type_like(x, type_f64(b))); }
Val m_truncate(Build *b, Val x) { return emit1(b, "arith.truncf", x, type_like(x, type_f32(b))); }

Val m_from_int(Build *b, Val i, Val like) {
  return emit1(b, "arith.sitofp", i, mlirValueGetType(like));
}

Val m_pow2(Build *b, Val n) {
  bool d = m_is64(n);
  Val bias = m_i(b, n, d ? 1023 : 127);
  Val e = emit_add(b, n, bias);
  return m_float(b, m_shl(b, e, d ? 52 : 23));
}

Val m_clamp(Build *b, Val x, double lo, double hi) {
  Val l = m_f(b, x, lo), h = m_f(b, x, hi);
  Val below = emit_cmp(b, "olt", x, l);
  x = emit_select(b, below, l, x);
  Val above = emit_cmp(b, "ogt", x, h);
  return emit_select(b, above, h, x);
}

// Adding 1.5 * 2^(precision - 1) leaves the integer in the low bits.
Val m_rint(Build *b, Val x, double scale, Val *n) {
  double magic = m_is64(x) ? 6755399441055744.0 : 12582912.0;
  Val shift = m_f(b, x, magic);
  Val t = m_mad(b, x, m_f(b, x, scale), shift);
  Val i = m_bits(b, t), base = m_bits(b, shift);
  *n = emit_sub(b, i, base);
  return emit_sub(b, t, shift);
}

Val m_poly(Build *b, Val u, Poly p) {
  Val y = m_f(b, u, p.c[p.n - 1]);
  for (int i = p.n - 2; i >= 0; i--) {
    Val c = m_f(b, u, p.c[i]);
    y = m_mad(b, y, u, c);
  }
  return y;
}

Val m_poly2(Build *b, Val u, const Poly *p) { return m_poly(b, u, p[m_is64(u)]); }

//===-- double length (Dekker 1971) -----------------------------------------------------===//

Double m_fast_sum(Build *b, Val x, Val y) {
  Val s = emit_add(b, x, y);
  return (Double){s, emit_sub(b, y, emit_sub(b, s, x))};
}

Double m_two_sum(Build *b, Val x, Val y) {
  Val s = emit_add(b, x, y);
  Val t = emit_sub(b, s, x);
  Val rest = emit_sub(b, x, emit_sub(b, s, t));
  return (Double){s, emit_add(b, rest, emit_sub(b, y, t))};
}

Double m_fast_product_sum(Build *b, Val x, Val y, Val z) {
  Val s = m_fma(b, y, z, x);
  return (Double){s, m_fma(b, y, z, emit_sub(b, x, s))};
}

Double m_product(Build *b, Val x, Val y) {
  Val p = emit_mul(b, x, y);
  return (Double){p, m_fma(b, x, y, m_neg(b, p))};
}

Double m_double_product(Build *b, Double x, Double y) {
  Double p = m_product(b, x.hi, y.hi);
  return (Double){p.hi, m_fma(b, x.lo, y.hi, m_fma(b, x.hi, y.lo, p.lo))};
}

Double m_series(Build *b, Double f, Double c, Double z, Poly p, int exact) {
  Double u = {m_poly(b, z.hi, (Poly){p.n - exact, p.c + exact}), VAL_NONE};
  for (int i = exact - 1; i >= 0; i--) {
    Double y = m_fast_product_sum(b, m_f(b, z.hi, p.c[i]), z.hi, u.hi);
    if (!val_is_none(u.lo)) y.lo = m_fma(b, z.lo, u.hi, m_fma(b, z.hi, u.lo, y.lo));
    u = y;
  }
  Double y = m_fast_product_sum(b, f.hi, c.hi, u.hi);
  y.lo = m_fma(b, c.hi, u.lo, m_fma(b, c.lo, u.hi, y.lo));
  if (!val_is_none(f.lo)) y.lo = emit_add(b, y.lo, f.lo);
  return y;
}

//===-- rare arguments ------------------------------------------------------------------===//

static Val lane_at(Build *b, Val v, Val i) {
  int64_t dynamic = INT64_MIN;
  return emit(b, "vector.extract", 2, (Val[]){v, i}, lane_of(v),
              attrs_make(b->ctx, 1, "static_position", attr_i64s(b, 1, &dynamic)));
}

static Val with_lane(Build *b, Val v, Val i, Val x) {
  int64_t dynamic = INT64_MIN;
  return emit(b, "vector.insert", 3, (Val[]){x, v, i}, mlirValueGetType(v),
              attrs_make(b->ctx, 1, "static_position", attr_i64s(b, 1, &dynamic)));
}

// A lane of x, or a scalar, and the result where it is not rare.
typedef struct RareLane {
  const Rare *r;
  Val x, y;
} RareLane;

static bool rare_branch(Build *b, void *ctx, bool then, Val *y) {
  const RareLane *l = ctx;
  *y = then ? l->r->fn(b, l->x) : l->y;
  return true;
}

static bool rare_lane(Build *b, void *ctx, Val i, const Val *carried, Val *y) {
  const RareLane *all = ctx;
  RareLane one = {all->r, lane_at(b, all->x, i), lane_at(b, carried[0], i)};
  MlirType t = mlirValueGetType(one.y);
  Val v;
  if (!emit_if(b, one.r->is(b, one.x), 1, &t, rare_branch, &one, &v)) return false;
  *y = with_lane(b, carried[0], i, v);
  return true;
}

// f(x, y): fn(x) where x is rare, else y.
static MlirOperation rare_make(Build *b, const Rare *r, const char *name, MlirType t) {
  MlirOperation f = func_create(b, name, 2, (MlirType[]){t, t}, 1, &t, "private");
  MlirAttribute traits[] = {attr_of_text(b->ctx, "noinline"), attr_of_text(b->ctx, "cold")};
  mlirOperationSetAttributeByName(f, mlirStringRefCreateFromCString("passthrough"),
                                  mlirArrayAttrGet(b->ctx, 2, traits));
  Build body = *b;
  body.block = func_body(f);
  body.before = (MlirOperation){0};
  RareLane l = {r, mlirBlockGetArgument(body.block, 0), mlirBlockGetArgument(body.block, 1)};
  Val y;
  if (mlirTypeIsAVector(t)) {
    Val lo = emit_index(&body, 0), one = emit_index(&body, 1);
    Val hi = emit_index(&body, mlirShapedTypeGetDimSize(t, 0));
    emit_for(&body, lo, hi, one, 1, &l.y, rare_lane, &l, &y);
  } else {
    emit_if(&body, r->is(&body, l.x), 1, &t, rare_branch, &l, &y);
  }
  emit_op(&body, "func.return", 1, &y, 0, NULL, mlirAttributeGetNull(), 0, NULL);
  return f;
}

// The module's function for values of this type.
static const char *rare_function(Build *b, const Rare *r, MlirType t) {
  int lanes = mlirTypeIsAVector(t) ? (int)mlirShapedTypeGetDimSize(t, 0) : 1;
  const char *name =
      arena_printf(b->arena, "rare_%s_%dxf%d", r->name, lanes, element_bits(type_lane(t)));
  MlirOperation f = func_lookup(b->module, attr_symbol(b->ctx, name));
  return func_name(b->arena, mlirOperationIsNull(f) ? rare_make(b, r, name, t) : f);
}

typedef struct RareCall {
  const char *callee;
  Val x, y;
} RareCall;

static bool rare_call(Build *b, void *ctx, bool then, Val *y) {
  const RareCall *c = ctx;
  *y = !then ? c->y
             : emit(b, "func.call", 2, (Val[]){c->x, c->y}, mlirValueGetType(c->y),
                    attrs_make(b->ctx, 1, "callee", attr_symbol(b->ctx, c->callee)));
  return true;
}

Val m_rare(Build *b, const Rare *r, Val x, Val y) {
  MlirType t = mlirValueGetType(y);
  Val any = r->is(b, x), out = y;
  if (mlirTypeIsAVector(t)) {
    MlirAttribute kind = attr_parse(b, "#vector.kind<or>");
    any = emit(b, "vector.reduction", 1, &any, type_int(b, 1), attrs_make(b->ctx, 1, "kind", kind));
  }
  RareCall call = {rare_function(b, r, t), x, y};
  emit_if(b, any, 1, &t, rare_call, &call, &out);
  return out;
}
