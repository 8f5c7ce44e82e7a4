// bigint.c -- ints beyond 64 bits, by libtommath.
//
// A BigInt object holds an mp_int; every result that fits 64 bits becomes a small Value again.
#include "driver/stage/vm_internal.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <string.h>
#include <tommath.h>

typedef struct BigInt {
  Obj head;
  mp_int m;
} BigInt;

static void check(mp_err e) {
  if (e != MP_OKAY) BUG("libtommath: %s", mp_error_to_string(e));
}

enum { MOST_BITS = 1 << 20 }; // of an integer: some operations take the square of this

static bool bits_fit(VM *vm, double bits) {
  if (bits <= (double)MOST_BITS) return true;
  return vm_raise(vm, E_OverflowError, "an integer of more than %d bits is too large", MOST_BITS);
}

static Value big_value(VM *vm, mp_int *m) {
  if (mp_count_bits(m) <= 63) {
    int64_t i = mp_get_i64(m);
    mp_clear(m);
    return v_int(i);
  }
  BigInt *b = HEAP_NEW(vm, vm->type[T_int], O_BIGINT, BigInt);
  b->m = *m;
  heap_count(vm, (size_t)m->alloc * sizeof(mp_digit));
  return v_obj(b);
}

void bigint_release(Obj *o) { mp_clear(&((BigInt *)o)->m); }

// The value as an mp_int: a view of a big one, or `store` filled with a small one.
static const mp_int *view(Value v, mp_int *store) {
  if (v_is(v, O_BIGINT)) return &((BigInt *)v.o)->m;
  check(mp_init_i64(store, v.tag == TAG_BOOL ? v.b : v.i));
  return store;
}

static void drop(Value v, mp_int *store) {
  if (!v_is(v, O_BIGINT)) mp_clear(store);
}

Value bigint_parse(VM *vm, const char *digits, size_t n, int base) {
  mp_int m;
  check(mp_init(&m));
  check(mp_read_radix(&m, arena_strndup(vm->arena, digits, n), base));
  return big_value(vm, &m);
}

Value bigint_from_double(VM *vm, double f) {
  if (fabs(f) < 9.2e18) return v_int((int64_t)f);
  mp_int m;
  check(mp_init(&m));
  check(mp_set_double(&m, f));
  return big_value(vm, &m);
}

bool bigint_has_digits(VM *vm, Value v) {
  if (!v_is(v, O_BIGINT) || mp_count_bits(&((BigInt *)v.o)->m) < 14284) return true; // 4300 digits
  mp_int limit;
  check(mp_init_i64(&limit, 10));
  check(mp_expt_u32(&limit, MAX_INT_DIGITS, &limit));
  bool fits = mp_cmp_mag(&((BigInt *)v.o)->m, &limit) == MP_LT;
  mp_clear(&limit);
  if (fits) return true;
  return vm_raise(vm, E_ValueError,
                  "Exceeds the limit (%d digits) for integer string conversion; use "
                  "sys.set_int_max_str_digits() to increase the limit",
                  MAX_INT_DIGITS);
}

Str *bigint_str(VM *vm, Value v, int base) {
  mp_int store;
  const mp_int *m = view(v, &store);
  int size = 0;
  check(mp_radix_size(m, base, &size));
  char *text = arena_alloc(vm->arena, (size_t)size);
  check(mp_to_radix(m, text, (size_t)size, NULL, base));
  drop(v, &store);
  for (char *s = text; *s; s++) *s = (char)tolower(*s);
  return str_new(vm, text, strlen(text));
}

// Correctly rounded: the leading 64 bits, the last of them sticky.
bool bigint_to_double(VM *vm, Value v, double *out) {
  if (!v_is(v, O_BIGINT)) {
    *out = (double)(v.tag == TAG_BOOL ? v.b : v.i);
    return true;
  }
  const mp_int *m = &((BigInt *)v.o)->m;
  int bits = mp_count_bits(m), shift = bits - 64;
  uint64_t top;
  if (shift <= 0) {
    top = mp_get_mag_u64(m);
    shift = 0;
  } else {
    mp_int q, r;
    check(mp_init_multi(&q, &r, NULL));
    check(mp_div_2d(m, shift, &q, &r));
    top = mp_get_mag_u64(&q) | !mp_iszero(&r);
    mp_clear_multi(&q, &r, NULL);
  }
  double f = ldexp((double)top, shift);
  if (isinf(f)) return vm_raise(vm, E_OverflowError, "int too large to convert to float");
  *out = mp_isneg(m) ? -f : f;
  return true;
}

bool bigint_is_negative(Value v) {
  return v_is(v, O_BIGINT) ? mp_isneg(&((BigInt *)v.o)->m) : v.i < 0;
}

int64_t bigint_bit_length(Value v) {
  mp_int store;
  int n = mp_count_bits(view(v, &store));
  drop(v, &store);
  return n;
}

// |v| mod (2^61 - 1), with the sign; -1 becomes -2, as in CPython.
uint64_t bigint_hash(Value v) {
  mp_int p, r;
  check(mp_init_multi(&p, &r, NULL));
  mp_set_u64(&p, ((uint64_t)1 << 61) - 1);
  mp_int a;
  check(mp_init(&a));
  check(mp_abs(&((BigInt *)v.o)->m, &a));
  check(mp_mod(&a, &p, &r));
  int64_t h = (int64_t)mp_get_mag_u64(&r);
  mp_clear_multi(&p, &r, &a, NULL);
  if (bigint_is_negative(v)) h = -h;
  return (uint64_t)(h == -1 ? -2 : h);
}

int bigint_compare(Value a, Value b) {
  mp_int sa, sb;
  int order = mp_cmp(view(a, &sa), view(b, &sb));
  drop(a, &sa);
  drop(b, &sb);
  return order;
}

int bigint_compare_double(Value a, double f) {
  if (isinf(f)) return f > 0 ? -1 : 1;
  mp_int sa, m;
  double whole = floor(f);
  check(mp_init(&m));
  check(mp_set_double(&m, whole));
  int order = mp_cmp(view(a, &sa), &m);
  mp_clear(&m);
  drop(a, &sa);
  return order == 0 && whole < f ? -1 : order;
}

// Floor division: the quotient towards minus infinity, the remainder with b's sign.
static void floor_div(const mp_int *a, const mp_int *b, mp_int *q, mp_int *r) {
  check(mp_div(a, b, q, r));
  if (!mp_iszero(r) && mp_isneg(r) != mp_isneg(b)) {
    check(mp_sub_d(q, 1, q));
    check(mp_add(r, b, r));
  }
}

static bool shift_count(VM *vm, Value b, int *out) {
  if (bigint_is_negative(b)) return vm_raise(vm, E_ValueError, "negative shift count");
  if (v_is(b, O_BIGINT) || b.i > MOST_BITS)
    return vm_raise(vm, E_OverflowError, "too many digits in integer");
  *out = (int)b.i;
  return true;
}

static bool power(VM *vm, const mp_int *a, Value e, mp_int *r) {
  int bits = mp_count_bits(a);
  if (bits > 1 && !bits_fit(vm, v_is(e, O_BIGINT) ? INFINITY : (double)(bits - 1) * (double)e.i))
    return false;
  if (v_is(e, O_BIGINT) || e.i > INT32_MAX) {
    bool odd = v_is(e, O_BIGINT) ? mp_isodd(&((BigInt *)e.o)->m) : e.i & 1;
    check(odd ? mp_copy(a, r) : mp_mul(a, a, r));
    return true;
  }
  check(mp_expt_u32(a, (uint32_t)e.i, r));
  return true;
}

bool bigint_binary(VM *vm, BinaryOp op, Value a, Value b, Value *out) {
  mp_int sa, sb, r, q;
  int count = 0;
  bool ok = true;
  if ((op == BINARY_LSHIFT || op == BINARY_RSHIFT) && !shift_count(vm, b, &count)) {
    if (op == BINARY_LSHIFT || !vm_exc_is(vm, E_OverflowError)) return false;
    vm_clear_exc(vm);
    count = INT32_MAX;
  }
  const mp_int *x = view(a, &sa), *y = view(b, &sb);
  check(mp_init_multi(&r, &q, NULL));
  switch (op) {
  case BINARY_ADD: check(mp_add(x, y, &r)); break;
  case BINARY_SUB: check(mp_sub(x, y, &r)); break;
  case BINARY_MUL:
    ok = bits_fit(vm, (double)mp_count_bits(x) + mp_count_bits(y));
    if (ok) check(mp_mul(x, y, &r));
    break;
  case BINARY_FLOORDIV: floor_div(x, y, &r, &q); break;
  case BINARY_MOD: floor_div(x, y, &q, &r); break;
  case BINARY_AND: check(mp_and(x, y, &r)); break;
  case BINARY_OR: check(mp_or(x, y, &r)); break;
  case BINARY_XOR: check(mp_xor(x, y, &r)); break;
  case BINARY_LSHIFT:
    ok = mp_iszero(x) || bits_fit(vm, (double)mp_count_bits(x) + count);
    if (ok && !mp_iszero(x)) check(mp_mul_2d(x, count, &r));
    break;
  case BINARY_RSHIFT: check(mp_signed_rsh(x, count, &r)); break;
  default: ok = power(vm, x, b, &r);
  }
  mp_clear(&q);
  drop(a, &sa);
  drop(b, &sb);
  if (ok)
    *out = big_value(vm, &r);
  else
    mp_clear(&r);
  return ok;
}

Value bigint_unary(VM *vm, UnaryOp op, Value a) {
  mp_int sa, r;
  const mp_int *x = view(a, &sa);
  check(mp_init(&r));
  if (op == UNARY_NEG)
    check(mp_neg(x, &r));
  else if (op == UNARY_INVERT)
    check(mp_complement(x, &r));
  else
    check(mp_copy(x, &r));
  drop(a, &sa);
  return big_value(vm, &r);
}

// The time of a power: a product of two moduli for each bit of the exponent.
static bool power_fits(VM *vm, const mp_int *exponent, const mp_int *modulus) {
  const double most = 1LL << 34, digits = modulus->used;
  if (mp_count_bits(exponent) * digits * digits <= most) return true;
  return vm_raise(vm, E_OverflowError,
                  "pow() with an exponent of %d and a modulus of %d bits is too large",
                  mp_count_bits(exponent), mp_count_bits(modulus));
}

bool bigint_pow_mod(VM *vm, Value a, Value e, Value m, Value *out) {
  mp_int sa, se, sm, r, base;
  bool ok = true;
  const mp_int *x = view(a, &sa), *y = view(e, &se), *z = view(m, &sm);
  check(mp_init_multi(&r, &base, NULL));
  if (mp_iszero(z)) ok = vm_raise(vm, E_ValueError, "pow() 3rd argument cannot be 0");
  if (ok) check(mp_mod(x, z, &base));
  ok = ok && power_fits(vm, y, z);
  mp_int exponent;
  check(mp_init_copy(&exponent, y));
  if (ok && mp_isneg(y)) {
    if (mp_invmod(&base, z, &base) != MP_OKAY)
      ok = vm_raise(vm, E_ValueError, "base is not invertible for the given modulus");
    check(mp_neg(y, &exponent));
  }
  if (ok) {
    mp_int modulus;
    check(mp_init(&modulus));
    check(mp_abs(z, &modulus));
    if (mp_cmp_d(&modulus, 1) == MP_EQ)
      mp_zero(&r);
    else if (mp_exptmod(&base, &exponent, &modulus, &r) != MP_OKAY)
      ok = vm_raise(vm, E_ValueError, "pow() failed");
    if (ok && mp_isneg(z) && !mp_iszero(&r)) check(mp_add(&r, z, &r));
    mp_clear(&modulus);
  }
  mp_clear_multi(&base, &exponent, NULL);
  drop(a, &sa);
  drop(e, &se);
  drop(m, &sm);
  if (ok)
    *out = big_value(vm, &r);
  else
    mp_clear(&r);
  return ok;
}

Value bigint_from_bytes(VM *vm, const uint8_t *b, size_t n, bool big_endian, bool is_signed) {
  mp_int m, top;
  check(mp_init_multi(&m, &top, NULL));
  check(mp_unpack(&m, n, big_endian ? MP_MSB_FIRST : MP_LSB_FIRST, 1, MP_BIG_ENDIAN, 0, b));
  bool negative = is_signed && n && (big_endian ? b[0] : b[n - 1]) & 0x80;
  if (negative) {
    check(mp_2expt(&top, (int)n * 8));
    check(mp_sub(&m, &top, &m));
  }
  mp_clear(&top);
  return big_value(vm, &m);
}

bool bigint_to_bytes(VM *vm, Value v, uint8_t *b, size_t n, bool big_endian, bool is_signed) {
  mp_int s, m;
  const mp_int *x = view(v, &s);
  bool negative = mp_isneg(x);
  if (negative && !is_signed)
    return vm_raise(vm, E_OverflowError, "can't convert negative int to unsigned");
  size_t bits = (size_t)mp_count_bits(x) + is_signed;
  if (bits > n * 8 && !(negative && bits == n * 8 + 1))
    return vm_raise(vm, E_OverflowError, "int too big to convert");
  check(mp_init(&m));
  if (negative) {
    check(mp_2expt(&m, (int)n * 8));
    check(mp_add(&m, x, &m));
  } else {
    check(mp_copy(x, &m));
  }
  memset(b, 0, n);
  for (size_t i = 0; i < n && !mp_iszero(&m); i++) {
    b[big_endian ? n - 1 - i : i] = (uint8_t)(mp_get_mag_u64(&m) & 0xff);
    check(mp_div_2d(&m, 8, &m, NULL));
  }
  mp_clear(&m);
  drop(v, &s);
  return true;
}

// Integer square root, for math.isqrt.
Value bigint_isqrt(VM *vm, Value v) {
  mp_int s, r;
  check(mp_init(&r));
  check(mp_sqrt(view(v, &s), &r));
  drop(v, &s);
  return big_value(vm, &r);
}

Value bigint_gcd(VM *vm, Value a, Value b) {
  mp_int sa, sb, r;
  check(mp_init(&r));
  check(mp_gcd(view(a, &sa), view(b, &sb), &r));
  drop(a, &sa);
  drop(b, &sb);
  return big_value(vm, &r);
}
