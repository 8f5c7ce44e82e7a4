// number_text.c -- numbers from text and rounding: int('..'), float('..'), complex('..'), round.
#include "driver/stage/vm_internal.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool text_bytes(VM *vm, Value v, const char **s, size_t *n) {
  *s = v_is(v, O_STR) ? AS_STR(v)->text : ((Bytes *)v.o)->text;
  *n = v_is(v, O_STR) ? AS_STR(v)->size : ((Bytes *)v.o)->size;
  while (*n && isspace((unsigned char)**s)) ++*s, --*n;
  while (*n && isspace((unsigned char)(*s)[*n - 1])) --*n;
  return *n > 0;
}

static const char *text_quoted(VM *vm, Value text) {
  Value s;
  return value_repr(vm, text, &s) ? AS_STR(s)->text : "?";
}

static int digit_value(char c) {
  if (isdigit((unsigned char)c)) return c - '0';
  if (isalpha((unsigned char)c)) return tolower((unsigned char)c) - 'a' + 10;
  return 99;
}

static bool bad_int(VM *vm, Value text, int base) {
  return vm_raise(vm, E_ValueError, "invalid literal for int() with base %d: %s", base,
                  text_quoted(vm, text));
}

// Removes underscores between digits; false when one stands elsewhere.
static char *without_underscores(VM *vm, const char *s, size_t n) {
  char *out = arena_alloc(vm->arena, n + 1), *to = out;
  for (size_t i = 0; i < n; i++) {
    if (s[i] != '_')
      *to++ = s[i];
    else if (!i || i + 1 == n || s[i - 1] == '_' || digit_value(s[i - 1]) == 99)
      return NULL;
  }
  return out;
}

bool int_parse(VM *vm, Value text, int base, Value *out) {
  const char *s;
  size_t n;
  int asked = base;
  bool negative = false;
  if (!text_bytes(vm, text, &s, &n)) return bad_int(vm, text, base);
  if (*s == '-' || *s == '+') negative = *s == '-', s++, n--;
  if (n > 1 && s[0] == '0' && (base == 0 || base == 2 || base == 8 || base == 16)) {
    int prefix = tolower((unsigned char)s[1]) == 'x'   ? 16
                 : tolower((unsigned char)s[1]) == 'o' ? 8
                 : tolower((unsigned char)s[1]) == 'b' ? 2
                                                       : 0;
    if (prefix && (base == 0 || base == prefix)) {
      base = prefix, s += 2, n -= 2;
      if (n && *s == '_') s++, n--;
    }
  }
  if (base == 0) base = 10;
  char *digits = n ? without_underscores(vm, s, n) : NULL;
  if (!digits) return bad_int(vm, text, asked);
  for (const char *d = digits; *d; d++)
    if (digit_value(*d) >= base) return bad_int(vm, text, asked);
  if (asked == 0 && base == 10 && digits[0] == '0' && strspn(digits, "0") != strlen(digits))
    return bad_int(vm, text, asked);
  Value v = bigint_parse(vm, digits, strlen(digits), base);
  return negative ? value_unary(vm, UNARY_NEG, v, out) : (*out = v, true);
}

// A float's syntax: what strtod takes, but no hexadecimal.
static bool float_syntax(const char *s) {
  if (*s == '+' || *s == '-') s++;
  if (!strcasecmp(s, "inf") || !strcasecmp(s, "infinity") || !strcasecmp(s, "nan")) return true;
  size_t whole = strspn(s, "0123456789"), part = 0;
  s += whole;
  if (*s == '.') part = strspn(++s, "0123456789"), s += part;
  if (!whole && !part) return false;
  if (*s == 'e' || *s == 'E') {
    s++;
    if (*s == '+' || *s == '-') s++;
    size_t n = strspn(s, "0123456789");
    if (!n) return false;
    s += n;
  }
  return !*s;
}

bool float_parse(VM *vm, Value text, double *out) {
  const char *s;
  size_t n;
  char *plain = text_bytes(vm, text, &s, &n) ? without_underscores(vm, s, n) : NULL;
  if (!plain || !float_syntax(plain))
    return vm_raise(vm, E_ValueError, "could not convert string to float: %s",
                    text_quoted(vm, text));
  *out = strtod(plain, NULL);
  return true;
}

bool complex_parse(VM *vm, Str *text, Value *out) {
  const char *s;
  size_t n;
  double re = 0, im = 0;
  bool ok = text_bytes(vm, v_obj(text), &s, &n);
  char *t = ok ? arena_strndup(vm->arena, s, n) : NULL;
  if (ok && n > 1 && *t == '(' && t[n - 1] == ')') t[n - 1] = 0, t++, n -= 2;
  char *end = t;
  if (ok) re = strtod(t, &end);
  if (ok && end == t && strchr("+-jJ", *t) && *t) { // j, +j, -j
    re = *t == '-' ? -1 : 1;
    end = t + (*t == '+' || *t == '-');
    ok = *end == 'j' || *end == 'J';
  }
  if (ok && (*end == 'j' || *end == 'J')) {
    im = re, re = 0, end++;
  } else if (ok && *end) {
    char *from = end;
    im = strtod(from, &end);
    if (end == from) im = *from == '-' ? -1 : 1, end = from + 1;
    ok = *from && strchr("+-", *from) && (*end == 'j' || *end == 'J');
    end++;
  }
  if (!ok || *end) return vm_raise(vm, E_ValueError, "complex() arg is a malformed string");
  *out = complex_new(vm, re, im);
  return true;
}

// ---- round

static bool round_int(VM *vm, Value v, int64_t digits, Value *out) {
  if (digits >= 0) return *out = v, true;
  Value power, r, twice, odd, half_odd;
  if (!number_binary(vm, BINARY_POW, v_int(10), v_int(-digits), &power)) return false;
  if (!number_binary(vm, BINARY_MOD, v, power, &r)) return false;
  if (!number_binary(vm, BINARY_SUB, v, r, out)) return false; // towards minus infinity
  if (!number_binary(vm, BINARY_MUL, r, v_int(2), &twice)) return false;
  bool up, tie;
  number_compare(COMPARE_GT, twice, power, &up);
  number_compare(COMPARE_EQ, twice, power, &tie);
  if (tie) {
    if (!number_binary(vm, BINARY_FLOORDIV, *out, power, &odd)) return false;
    if (!number_binary(vm, BINARY_AND, odd, v_int(1), &half_odd)) return false;
    up = half_odd.i;
  }
  return !up || number_binary(vm, BINARY_ADD, *out, power, out);
}

// Correctly rounded through the decimal digits, as CPython.
static double round_digits(VM *vm, double f, int64_t digits) {
  if (digits > 323 || f == 0) return f;
  if (digits < -309) return copysign(0.0, f);
  if (digits >= 0) {
    StrBuilder b;
    strb_init(&b, vm);
    if (!format_scalar(&b, v_float(f), arena_printf(vm->arena, "fmt:.%lldf", (long long)digits)))
      return f;
    return strtod(AS_STR(strb_finish(&b))->text, NULL);
  }
  double p = pow(10, (double)-digits), q = f / p, r = rint(q);
  return r * p;
}

bool number_round(VM *vm, Value v, Value ndigits, Value *out) {
  int64_t digits = 0;
  bool none = v_is_none(ndigits);
  if (!none && !value_index(vm, ndigits, &digits)) return false;
  if (v_is(v, O_COMPLEX))
    return vm_raise(vm, E_TypeError, "type complex doesn't define __round__ method");
  if (v.tag != TAG_FLOAT) {
    Value i;
    int_value(v, &i);
    return round_int(vm, i, digits, out);
  }
  if (!none) {
    *out = v_float(isfinite(v.f) ? round_digits(vm, v.f, digits) : v.f);
    return true;
  }
  if (isnan(v.f)) return vm_raise(vm, E_ValueError, "cannot convert float NaN to integer");
  if (isinf(v.f)) return vm_raise(vm, E_OverflowError, "cannot convert float infinity to integer");
  *out = bigint_from_double(vm, rint(v.f));
  return true;
}
