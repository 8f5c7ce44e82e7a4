// type_number.c -- methods and attributes of int, bool, float and complex.
#include "driver/stage/methods.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static Value plain_int(Value v) {
  Value i = V_NONE;
  int_value(v, &i);
  return i;
}

static double plain_float(Value v) { return value_unwrap(v).f; }

// ---- int

static bool i_bit_length(VM *vm, Value *a, Value *out) {
  *out = v_int(bigint_bit_length(plain_int(a[0])));
  return true;
}

static bool i_bit_count(VM *vm, Value *a, Value *out) {
  int64_t n = 0;
  for (const char *s = bigint_str(vm, plain_int(a[0]), 2)->text; *s; s++) n += *s == '1';
  *out = v_int(n);
  return true;
}

static bool byte_order(VM *vm, Value v, bool *big) {
  const char *order = v_is(v, O_STR) ? AS_STR(v)->text : "";
  *big = !strcmp(order, "big");
  if (*big || !strcmp(order, "little")) return true;
  return vm_raise(vm, E_ValueError, "byteorder must be either 'little' or 'big'");
}

static bool i_to_bytes(VM *vm, Value *a, Value *out) {
  int64_t n;
  bool big, is_signed;
  if (!value_index(vm, a[1], &n) || !byte_order(vm, a[2], &big) || !truth(vm, a[3], &is_signed))
    return false;
  if (n < 0) return vm_raise(vm, E_ValueError, "length argument must be non-negative");
  Bytes *b = bytes_new(vm, NULL, (size_t)n);
  *out = v_obj(b);
  return bigint_to_bytes(vm, plain_int(a[0]), (uint8_t *)b->text, (size_t)n, big, is_signed);
}

static bool i_from_bytes(VM *vm, Value *a, Value *out) {
  bool big, is_signed;
  Value bytes = a[1];
  if (!byte_order(vm, a[2], &big) || !truth(vm, a[3], &is_signed)) return false;
  if (!v_is(bytes, O_BYTES) && !vm_call_1(vm, v_obj(vm->type[T_bytes]), bytes, &bytes))
    return false;
  const Bytes *b = (Bytes *)bytes.o;
  Value v = bigint_from_bytes(vm, (const uint8_t *)b->text, b->size, big, is_signed);
  if (a[0].o == &vm->type[T_int]->head) return *out = v, true;
  return vm_call_1(vm, a[0], v, out);
}

static bool i_self(VM *vm, Value *a, Value *out) {
  *out = plain_int(a[0]);
  return true;
}

static bool i_ratio(VM *vm, Value *a, Value *out) {
  Value pair[2] = {plain_int(a[0]), v_int(1)};
  *out = v_obj(tuple_from(vm, pair, 2));
  return true;
}

static bool i_is_integer(VM *vm, Value *a, Value *out) { return *out = v_bool(true), true; }

static bool n_bool(VM *vm, Value *a, Value *out) {
  bool b;
  if (!truth(vm, value_unwrap(a[0]), &b)) return false;
  *out = v_bool(b);
  return true;
}

static bool n_float(VM *vm, Value *a, Value *out) {
  double f;
  Value x = value_unwrap(a[0]);
  if (x.tag == TAG_FLOAT) return *out = x, true;
  if (!bigint_to_double(vm, x, &f)) return false;
  *out = v_float(f);
  return true;
}

static bool n_round(VM *vm, Value *a, Value *out) {
  return number_round(vm, value_unwrap(a[0]), a[1], out);
}

static bool n_abs(VM *vm, Value *a, Value *out) {
  Value x = value_unwrap(a[0]);
  if (x.tag == TAG_FLOAT) return *out = v_float(fabs(x.f)), true;
  if (v_is(x, O_COMPLEX))
    return *out = v_float(hypot(((Complex *)x.o)->re, ((Complex *)x.o)->im)), true;
  x = plain_int(x);
  return value_unary(vm, bigint_is_negative(x) ? UNARY_NEG : UNARY_POS, x, out);
}

static bool n_neg(VM *vm, Value *a, Value *out) {
  return value_unary(vm, UNARY_NEG, value_unwrap(a[0]), out);
}
static bool n_pos(VM *vm, Value *a, Value *out) {
  return value_unary(vm, UNARY_POS, value_unwrap(a[0]), out);
}
static bool n_invert(VM *vm, Value *a, Value *out) {
  return value_unary(vm, UNARY_INVERT, value_unwrap(a[0]), out);
}

static bool n_format(VM *vm, Value *a, Value *out) {
  if (!v_is(a[1], O_STR))
    return vm_raise(vm, E_TypeError, "__format__() argument must be str, not %s",
                    type_name(vm, a[1]));
  if (!AS_STR(a[1])->size) return value_str(vm, a[0], out);
  return format_value(vm, value_unwrap(a[0]), AS_STR(a[1])->text, AS_STR(a[1])->size, out);
}

static bool n_divmod(VM *vm, Value *a, Value *out) {
  Value pair[2], x = value_unwrap(a[0]), y = value_unwrap(a[1]);
  if (!value_is_number(y)) return *out = vm->not_implemented, true;
  if (!number_binary(vm, BINARY_FLOORDIV, x, y, &pair[0]) ||
      !number_binary(vm, BINARY_MOD, x, y, &pair[1]))
    return false;
  *out = v_obj(tuple_from(vm, pair, 2));
  return true;
}

static bool get_real(VM *vm, Value self, Value *out) {
  Value x = value_unwrap(self);
  if (v_is(x, O_COMPLEX)) return *out = v_float(((Complex *)x.o)->re), true;
  return *out = x.tag == TAG_FLOAT ? x : plain_int(x), true;
}

static bool get_imag(VM *vm, Value self, Value *out) {
  Value x = value_unwrap(self);
  if (v_is(x, O_COMPLEX)) return *out = v_float(((Complex *)x.o)->im), true;
  return *out = x.tag == TAG_FLOAT ? v_float(0) : v_int(0), true;
}

static bool get_numerator(VM *vm, Value self, Value *out) { return *out = plain_int(self), true; }
static bool get_denominator(VM *vm, Value self, Value *out) { return *out = v_int(1), true; }

static bool n_conjugate(VM *vm, Value *a, Value *out) {
  Value x = value_unwrap(a[0]);
  if (v_is(x, O_COMPLEX))
    *out = complex_new(vm, ((Complex *)x.o)->re, -((Complex *)x.o)->im);
  else
    *out = x.tag == TAG_FLOAT ? x : plain_int(x);
  return true;
}

static const NativeDef int_methods[] = {
    {"bit_length", "self, /", i_bit_length},
    {"bit_count", "self, /", i_bit_count},
    {"to_bytes", "self, /, length=1, byteorder='big', *, signed=False", i_to_bytes},
    {"from_bytes", "cls, /, bytes, byteorder='big', *, signed=False", i_from_bytes,
     NATIVE_CLASSMETHOD},
    {"as_integer_ratio", "self, /", i_ratio},
    {"is_integer", "self, /", i_is_integer},
    {"conjugate", "self, /", n_conjugate},
    {"__int__", "self, /", i_self},
    {"__index__", "self, /", i_self},
    {"__trunc__", "self, /", i_self},
    {"__floor__", "self, /", i_self},
    {"__ceil__", "self, /", i_self},
    {"__float__", "self, /", n_float},
    {"__bool__", "self, /", n_bool},
    {"__round__", "self, ndigits=None, /", n_round},
    {"__abs__", "self, /", n_abs},
    {"__neg__", "self, /", n_neg},
    {"__pos__", "self, /", n_pos},
    {"__invert__", "self, /", n_invert},
    {"__divmod__", "self, value, /", n_divmod},
    {"__format__", "self, format_spec, /", n_format},
    {0}};
static const NativeProp int_props[] = {{"real", get_real, NULL},
                                       {"imag", get_imag, NULL},
                                       {"numerator", get_numerator, NULL},
                                       {"denominator", get_denominator, NULL},
                                       {0}};

// ---- float

static bool to_whole(VM *vm, double f, Value *out) {
  if (isnan(f)) return vm_raise(vm, E_ValueError, "cannot convert float NaN to integer");
  if (isinf(f)) return vm_raise(vm, E_OverflowError, "cannot convert float infinity to integer");
  *out = bigint_from_double(vm, f);
  return true;
}

static bool f_trunc(VM *vm, Value *a, Value *out) {
  return to_whole(vm, trunc(plain_float(a[0])), out);
}
static bool f_floor(VM *vm, Value *a, Value *out) {
  return to_whole(vm, floor(plain_float(a[0])), out);
}
static bool f_ceil(VM *vm, Value *a, Value *out) {
  return to_whole(vm, ceil(plain_float(a[0])), out);
}

static bool f_is_integer(VM *vm, Value *a, Value *out) {
  double f = plain_float(a[0]);
  *out = v_bool(isfinite(f) && f == floor(f));
  return true;
}

static bool f_ratio(VM *vm, Value *a, Value *out) {
  double f = plain_float(a[0]);
  int e;
  if (isnan(f)) return vm_raise(vm, E_ValueError, "cannot convert NaN to integer ratio");
  if (isinf(f)) return vm_raise(vm, E_OverflowError, "cannot convert Infinity to integer ratio");
  f = frexp(f, &e);
  for (int i = 0; i < 300 && f != floor(f); i++) f *= 2, e--;
  Value pair[2] = {bigint_from_double(vm, f), v_int(1)}, *scaled = &pair[e < 0];
  if (!number_binary(vm, BINARY_LSHIFT, *scaled, v_int(abs(e)), scaled)) return false;
  *out = v_obj(tuple_from(vm, pair, 2));
  return true;
}

static bool f_hex(VM *vm, Value *a, Value *out) {
  double f = plain_float(a[0]);
  const char *sign = signbit(f) ? "-" : "";
  if (isnan(f)) return *out = v_str(vm, "nan"), true;
  if (isinf(f)) return *out = v_strf(vm, "%sinf", sign), true;
  if (f == 0) return *out = v_strf(vm, "%s0x0.0p+0", sign), true;
  uint64_t bits;
  memcpy(&bits, &f, 8);
  int e = (int)(bits >> 52 & 0x7ff);
  uint64_t m = bits & (((uint64_t)1 << 52) - 1);
  *out = v_strf(vm, "%s0x%d.%013llxp%+d", sign, e != 0, (unsigned long long)m,
                e ? e - 1023 : -1022);
  return true;
}

static bool f_fromhex(VM *vm, Value *a, Value *out) {
  const char *s = text_of(vm, a[1]);
  while (isspace((unsigned char)*s)) s++;
  const char *digits = s + (*s == '-' || *s == '+');
  bool prefixed = digits[0] == '0' && (digits[1] | 0x20) == 'x';
  if (!prefixed && isxdigit((unsigned char)*digits))
    s = arena_printf(vm->arena, "%.*s0x%s", (int)(digits - s), s, digits);
  char *end;
  double f = strtod(s, &end);
  while (isspace((unsigned char)*end)) end++;
  if (*end || end == s)
    return vm_raise(vm, E_ValueError, "invalid hexadecimal floating-point string");
  *out = v_float(f);
  return true;
}

static const NativeDef float_methods[] = {
    {"is_integer", "self, /", f_is_integer},
    {"as_integer_ratio", "self, /", f_ratio},
    {"hex", "self, /", f_hex},
    {"fromhex", "cls, string, /", f_fromhex, NATIVE_CLASSMETHOD},
    {"conjugate", "self, /", n_conjugate},
    {"__int__", "self, /", f_trunc},
    {"__trunc__", "self, /", f_trunc},
    {"__floor__", "self, /", f_floor},
    {"__ceil__", "self, /", f_ceil},
    {"__float__", "self, /", n_float},
    {"__bool__", "self, /", n_bool},
    {"__round__", "self, ndigits=None, /", n_round},
    {"__abs__", "self, /", n_abs},
    {"__neg__", "self, /", n_neg},
    {"__pos__", "self, /", n_pos},
    {"__divmod__", "self, value, /", n_divmod},
    {"__format__", "self, format_spec, /", n_format},
    {0}};
static const NativeProp float_props[] = {{"real", get_real, NULL}, {"imag", get_imag, NULL}, {0}};

// ---- complex

static bool c_complex(VM *vm, Value *a, Value *out) {
  *out = value_unwrap(a[0]);
  return true;
}

static const NativeDef complex_methods[] = {
    {"conjugate", "self, /", n_conjugate},
    {"__complex__", "self, /", c_complex},
    {"__bool__", "self, /", n_bool},
    {"__abs__", "self, /", n_abs},
    {"__neg__", "self, /", n_neg},
    {"__pos__", "self, /", n_pos},
    {"__format__", "self, format_spec, /", n_format},
    {0}};

void init_type_number(VM *vm) {
  native_add_methods(vm, vm->type[T_int], int_methods, int_props);
  native_add_methods(vm, vm->type[T_float], float_methods, float_props);
  native_add_methods(vm, vm->type[T_complex], complex_methods, float_props);
}
