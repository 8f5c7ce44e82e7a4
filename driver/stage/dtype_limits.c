// dtype_limits.c -- finfo and iinfo.
#include "driver/stage/lax.h"

#include "dialect/scalar.h"
#include "runtime/format.h"

#include <math.h>
#include <string.h>

// A NumPy scalar whose contents are known.
static Value number(VM *vm, Dtype d, double x) {
  Value c = array_scalar(vm, d, false, x);
  Value v = array_new_like(vm, AS_ARRAY(c)->value, &(Array){.dtype = d, .numpy = true});
  AS_ARRAY(v)->known = v_float(x);
  return v;
}

static bool put(VM *vm, Value o, const char *name, Value v) {
  dict_set_str(vm, o.o->attrs, str_name(vm, name), v);
  return true;
}

typedef enum Limit { EPS, EPSNEG, MAX, MIN, TINY, SUBNORMAL, RESOLUTION } Limit;

// The largest exponent, and 2 to the power of it the least power of two that is too large.
static int top_exponent(const FloatLayout *l) {
  bool one_fraction = l->specials == FLOAT_FN && !l->fraction; // its one number there is the NaN
  return (1 << l->exponent) - (l->specials == FLOAT_IEEE || one_fraction) - l->bias;
}

static double largest(const FloatLayout *l) {
  double eps = ldexp(1, -l->fraction);
  bool nan = l->specials == FLOAT_FN && l->fraction; // all bits set: the last number is below
  return ldexp(2 - (nan ? 2 : 1) * eps, top_exponent(l) - 1);
}

static int least_exponent(const FloatLayout *l) { return l->fraction ? 1 - l->bias : -l->bias; }

// As ml_dtypes has them, and NumPy.
static int digits_of(const FloatLayout *l) { return (int)(l->fraction * 0.30102999566398120); }
static int digits_shown(Dtype d, const FloatLayout *l) {
  return dtype_is_small(d) ? d != DTYPE_F4E2M1FN : digits_of(l);
}

static double limit_of(Dtype d, Limit which) {
  FloatLayout l = dtype_layout(d);
  double eps = ldexp(1, -l.fraction), tiny = ldexp(1, least_exponent(&l));
  switch (which) {
  case EPS:
    return eps;
  case EPSNEG:
    return d == DTYPE_F4E2M1FN ? eps : eps / 2;
  case MAX:
    return largest(&l);
  case MIN:
    return d == DTYPE_F8E8M0FNU ? tiny : -largest(&l);
  case TINY:
    return tiny;
  case SUBNORMAL:
    return ldexp(tiny, -l.fraction);
  case RESOLUTION:
    return pow(10, -digits_shown(d, &l));
  }
  BUG("finfo: limit %d", which);
}

// The limits are arrays: made when asked for, since each is an op; outside of functions being
// traced, so that they are known there.
static Value known_number(VM *vm, Dtype d, double x) {
  Trace *inner = vm->trace;
  Build *saved = vm->build;
  vm->trace = trace_outside(vm, &vm->build);
  Value v = number(vm, d, x);
  vm->trace = inner;
  vm->build = saved;
  return v;
}

#define LIMIT(name, which)                                                                         \
  static bool finfo_##name(VM *vm, Value self, Value *out) {                                       \
    Dtype d = (Dtype)((Host *)self.o)->slot[0].i;                                                  \
    *out = known_number(vm, d, limit_of(d, which));                                                \
    return true;                                                                                   \
  }
LIMIT(eps, EPS)
LIMIT(epsneg, EPSNEG)
LIMIT(max, MAX)
LIMIT(min, MIN)
LIMIT(tiny, TINY)
LIMIT(smallest_subnormal, SUBNORMAL)
LIMIT(resolution, RESOLUTION)

static const NativeProp finfo_props[] = {{"eps", finfo_eps, NULL},
                                         {"epsneg", finfo_epsneg, NULL},
                                         {"max", finfo_max, NULL},
                                         {"min", finfo_min, NULL},
                                         {"tiny", finfo_tiny, NULL},
                                         {"smallest_normal", finfo_tiny, NULL},
                                         {"smallest_subnormal", finfo_smallest_subnormal, NULL},
                                         {"resolution", finfo_resolution, NULL},
                                         {0}};

static bool fill_finfo(VM *vm, Value o, Dtype d) {
  FloatLayout f = dtype_layout(d);
  int negep = d == DTYPE_F4E2M1FN ? -f.fraction : -f.fraction - 1;
  ((Host *)o.o)->slot[0] = v_int(d);
  const struct {
    const char *name;
    int64_t n;
  } ints[] = {{"bits", dtype_bits(d)}, {"nmant", f.fraction},
              {"nexp", f.exponent},    {"iexp", f.exponent},
              {"maxexp", top_exponent(&f)}, {"minexp", least_exponent(&f)},
              {"machep", -f.fraction}, {"negep", negep},
              {"precision", digits_shown(d, &f)}};
  for (size_t i = 0; i < sizeof ints / sizeof *ints; i++)
    if (!put(vm, o, ints[i].name, v_int(ints[i].n))) return false;
  return put(vm, o, "dtype", dtype_value(vm, d));
}

static Value info_new(VM *vm, Class *cls) {
  Host *h = HEAP_NEW(vm, cls, O_HOST, Host);
  for (int i = 0; i < 4; i++)
    h->slot[i] = V_EMPTY;
  h->head.attrs = dict_new(vm);
  return v_obj(h);
}

static bool dtype_of_argument(VM *vm, Value v, Dtype *d) {
  bool python;
  DtypeWeak w;
  if (value_dtype(vm, v, &w)) return *d = w.dtype, true;
  if (!dtype_parse(vm, v, d, &python)) return false;
  if (python) *d = dtype_canonical(vm, *d);
  return true;
}

static bool finfo_make(VM *vm, Value *bound, Value *out) {
  Dtype d;
  if (!dtype_of_argument(vm, bound[1], &d)) return false;
  if (!dtype_is_inexact(d))
    return vm_raise(vm, E_ValueError, "data type <class 'numpy.%s'> not inexact", dtype_name(d));
  *out = info_new(vm, staging(vm)->finfo_class);
  return fill_finfo(vm, *out, dtype_real_of(d));
}

static Value unsigned_value(VM *vm, uint64_t u) {
  return u <= INT64_MAX ? v_int((int64_t)u) : V_EMPTY;
}

static bool iinfo_make(VM *vm, Value *bound, Value *out) {
  Dtype d;
  if (!dtype_of_argument(vm, bound[1], &d)) return false;
  if (!dtype_is_int(d))
    return vm_raise(vm, E_ValueError, "Invalid integer data type '%c'.", dtype_kind(d));
  int bits = dtype_bits(d);
  bool is_unsigned = dtype_is_unsigned(d);
  uint64_t top = UINT64_MAX >> (64 - bits + !is_unsigned);
  Value max = unsigned_value(vm, top);
  // 2**64 - 1 does not fit a small int.
  if (v_is_empty(max) && (!value_binary(vm, BINARY_LSHIFT, v_int(1), v_int(64), &max) ||
                          !value_binary(vm, BINARY_SUB, max, v_int(1), &max)))
    return false;
  *out = info_new(vm, staging(vm)->iinfo_class);
  ((Host *)out->o)->slot[0] = v_int(d);
  return put(vm, *out, "max", max) &&
         put(vm, *out, "min", v_int(is_unsigned ? 0 : -(int64_t)top - 1)) &&
         put(vm, *out, "bits", v_int(bits)) && put(vm, *out, "dtype", dtype_value(vm, d)) &&
         put(vm, *out, "kind", v_str(vm, is_unsigned ? "u" : "i"));
}

static bool iinfo_repr(VM *vm, Value *bound, Value *out) {
  Value min, max;
  if (!get_attr_c(vm, bound[0], "min", &min) || !get_attr_c(vm, bound[0], "max", &max))
    return false;
  *out = v_strf(vm, "iinfo(min=%s, max=%s, dtype=%s)", text_of(vm, min), text_of(vm, max),
                dtype_name((Dtype)((Host *)bound[0].o)->slot[0].i));
  return true;
}

static void add_text(void *b, const char *text, size_t n) { strbuf_add(b, text, n); }

// The limit as NumPy prints a scalar of its dtype.
static const char *limit_text(VM *vm, Dtype d, Limit which) {
  unsigned char data[16] = {0};
  int64_t no_shape[1] = {0};
  StrBuf b;
  strbuf_init(&b, vm->arena);
  scalar_store(d, data, scalar_of_float(d, limit_of(d, which)));
  ArrayView view = {.dtype = d, .data = data, .shape = no_shape};
  format_array(&(Sink){add_text, &b}, &view, "str");
  return b.data;
}

static bool finfo_repr(VM *vm, Value *bound, Value *out) {
  Dtype d = (Dtype)((Host *)bound[0].o)->slot[0].i;
  bool half = d == DTYPE_F16;
  *out = v_strf(vm, "finfo(resolution=%s, min=%s, max=%s, dtype=%s)",
                limit_text(vm, d, RESOLUTION), half ? "-6.55040e+04" : limit_text(vm, d, MIN),
                half ? "6.55040e+04" : limit_text(vm, d, MAX), dtype_name(d));
  return true;
}

static bool finfo_str(VM *vm, Value *bound, Value *out) {
  static const char rule[] = "---------------------------------------------------------------\n";
  Dtype d = (Dtype)((Host *)bound[0].o)->slot[0].i;
  FloatLayout f = dtype_layout(d);
  bool unsigned_scale = d == DTYPE_F8E8M0FNU;
  StrBuf b;
  strbuf_init(&b, vm->arena);
  strbuf_printf(&b, "Machine parameters for %s\n%s", dtype_name(d), rule);
  strbuf_printf(&b, "precision = %d   resolution = %s\n", digits_shown(d, &f),
                limit_text(vm, d, RESOLUTION));
  strbuf_printf(&b, "machep = %d   eps =        %s\n", -f.fraction, limit_text(vm, d, EPS));
  strbuf_printf(&b, "negep =  %d   epsneg =     %s\n",
                d == DTYPE_F4E2M1FN ? -f.fraction : -f.fraction - 1, limit_text(vm, d, EPSNEG));
  strbuf_printf(&b, "minexp = %d   tiny =       %s\n", least_exponent(&f), limit_text(vm, d, TINY));
  strbuf_printf(&b, "maxexp = %d   max =        %s\n", top_exponent(&f), limit_text(vm, d, MAX));
  strbuf_printf(&b, "nexp =   %d   min =        %s\n", f.exponent,
                unsigned_scale ? limit_text(vm, d, MIN) : "-max");
  strbuf_printf(&b, "smallest_normal = %s   smallest_subnormal = %s\n%s",
                limit_text(vm, d, TINY), limit_text(vm, d, SUBNORMAL), rule);
  return *out = v_str(vm, b.data), true;
}

static const NativeDef finfo_methods[] = {{"__new__", "cls, dtype", finfo_make, NATIVE_STATIC},
                                          {"__repr__", "self, /", finfo_repr},
                                          {"__str__", "self, /", finfo_str},
                                          {0}};
static const NativeDef iinfo_methods[] = {{"__new__", "cls, int_type", iinfo_make, NATIVE_STATIC},
                                          {"__repr__", "self, /", iinfo_repr},
                                          {0}};
static const NativeClass finfo_class = {"finfo", "numpy", O_HOST, NULL, finfo_methods, finfo_props};
static const NativeClass iinfo_class = {"iinfo", "numpy", O_HOST, NULL, iinfo_methods};

bool dtype_info_classes(VM *vm, Module *m) {
  Staging *s = staging(vm);
  s->finfo_class = native_class_create(vm, &finfo_class, NULL);
  s->iinfo_class = native_class_create(vm, &iinfo_class, NULL);
  module_set(vm, m, "finfo", v_obj(s->finfo_class));
  module_set(vm, m, "iinfo", v_obj(s->iinfo_class));
  return true;
}
