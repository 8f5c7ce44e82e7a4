// array_text.c -- str, repr and format of arrays: fields of run-time strings; tracers are known.
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include "dialect/scalar.h"

#include <string.h>

// Where x has the mapped axis of t: as given for an argument, else in front.
static int64_t batch_axis(const Array *x, const Trace *t) {
  if (!t->spec.batch_axes || !mlirValueIsABlockArgument(x->value)) return 0;
  if (!mlirBlockEqual(mlirBlockArgumentGetOwner(x->value), t->block)) return 0;
  intptr_t i = mlirBlockArgumentGetArgNumber(x->value);
  return i < (intptr_t)t->narg ? t->spec.batch_axes[i] : 0;
}

static void add_vmap(VM *vm, StrBuilder *b, const Array *x, const Trace *t, const Aval *a) {
  int64_t shape[32], at = batch_axis(x, t);
  Aval batched = *a;
  for (uint32_t i = 0; i <= a->rank && i < 32; i++)
    shape[i] = i == at ? t->spec.batch : a->shape[i > at ? i - 1 : i];
  batched.rank++;
  batched.shape = shape;
  strb_printf(b, "VmapTracer(aval=%s", aval_text(vm, a, true));
  strb_printf(b, ", batched=%s)", aval_text(vm, &batched, true));
}

// x as JAX shows what t and the traces around it make of it.
static void add_traced(VM *vm, StrBuilder *b, const Array *x, const Trace *t) {
  Aval a;
  value_aval(vm, v_obj((Array *)x), &a);
  while (t && t->spec.kind == TRACE_PIECE) t = t->outer;
  if (!t || t->spec.kind == TRACE_HOST) {
    strb_add_value(b, run_str_field(vm, v_obj((Array *)x), "str"));
  } else if (t->spec.kind == TRACE_VMAP) {
    add_vmap(vm, b, x, t, &a);
  } else if (t->spec.kind == TRACE_JIT) {
    strb_printf(b, "JitTracer(%s)", aval_text(vm, &a, true));
  } else {
    strb_puts(b, "GradTracer(primal=");
    add_traced(vm, b, x, t->outer);
    strb_printf(b, ", typeof(tangent)=%s[", dtype_short_name(vm->arena, x->dtype));
    for (uint32_t i = 0; i < x->rank; i++)
      strb_printf(b, i ? ",%lld" : "%lld", (long long)x->shape[i]);
    strb_puts(b, "])");
  }
}

static Value traced_text(VM *vm, const Array *x) {
  StrBuilder b;
  strb_init(&b, vm);
  add_traced(vm, &b, x, x->owner);
  return strb_finish(&b);
}

static Value tracer_text(VM *vm, const Array *x) {
  Aval a;
  if (x->head.cls == staging(vm)->vmap_tracer && trace_visible(vm, x->owner))
    return traced_text(vm, x);
  value_aval(vm, v_obj((Array *)x), &a);
  return v_strf(vm, "JitTracer(%s)", aval_text(vm, &a, true));
}

static bool is_tracer(VM *vm, const Array *x) {
  return x->head.cls == staging(vm)->jit_tracer || x->head.cls == staging(vm)->vmap_tracer;
}

// The style under the print options that hold now ("text" of the module's dict: see options.h).
static const char *with_options(VM *vm, const Array *x, const char *style) {
  if (x->dtype == DTYPE_KEY) return "key";
  Value text = dict_get_str(staging(vm)->print_options, str_name(vm, "text"));
  if (v_is_empty(text)) return style;
  return arena_printf(vm->arena, "%s%s", AS_STR(text)->text, style);
}

static Value field(VM *vm, const Array *x, const char *style, const char *numpy_style) {
  if (is_tracer(vm, x) || !trace_visible(vm, x->owner)) return tracer_text(vm, x);
  if (x->head.cls == staging(vm)->grad_tracer) return traced_text(vm, x);
  return run_str_field(vm, v_obj((Array *)x), with_options(vm, x, x->numpy ? numpy_style : style));
}

// By the print option formatter: *out is what the library makes of x, or empty.
static bool by_formatter(VM *vm, Value x, const char *form, Value *out) {
  Value formatter = dict_get_str(staging(vm)->print_options, str_name(vm, "formatter")), shown;
  *out = V_EMPTY;
  if (v_is_empty(formatter) || v_is_none(formatter) || is_tracer(vm, AS_ARRAY(x))) return true;
  if (!import_attr(vm, "jax._src.formatter", "shown", &shown) ||
      !vm_call_2(vm, shown, x, v_str(vm, form), out))
    return false;
  if (v_is_none(*out)) *out = V_EMPTY;
  return true;
}

// A NumPy array may change before its text is printed.
static bool stable(VM *vm, Value v, Value *out) {
  if (AS_ARRAY(v)->numpy) return array_snapshot(vm, v, out);
  return *out = v, true;
}

bool array_str(VM *vm, Value *bound, Value *out) {
  Value x;
  if (!by_formatter(vm, bound[0], "str", out)) return false;
  if (!v_is_empty(*out)) return true;
  if (!stable(vm, bound[0], &x)) return false;
  *out = field(vm, AS_ARRAY(x), "str", "npstr");
  return true;
}

bool array_repr(VM *vm, Value *bound, Value *out) {
  Value v;
  if (!by_formatter(vm, bound[0], "repr", out)) return false;
  if (!v_is_empty(*out)) return true;
  if (!stable(vm, bound[0], &v)) return false;
  const Array *x = AS_ARRAY(v);
  bool scalar = !x->rank && !AS_ARRAY(bound[0])->cell;
  *out = field(vm, x, x->weak ? "repr weak" : "repr", scalar ? "npscalar" : "nprepr");
  return true;
}

static bool raise_format(VM *vm, const char *error) {
  const char *colon = strstr(error, ": ");
  bool type_error = !strncmp(error, "TypeError", 9);
  return vm_raise(vm, type_error ? E_TypeError : E_ValueError, "%s", colon ? colon + 2 : error);
}

bool array_format(VM *vm, Value *bound, Value *out) {
  const Array *x = AS_ARRAY(bound[0]);
  const char *spec = AS_STR(bound[1])->text;
  bool grad = x->head.cls == staging(vm)->grad_tracer && trace_visible(vm, x->owner);
  if (is_tracer(vm, x) || grad) {
    if (!*spec) return *out = grad ? traced_text(vm, x) : tracer_text(vm, x), true;
    return vm_raise(vm, E_TypeError, "unsupported format string passed to %s.__format__",
                    x->head.cls->name->text);
  }
  if (!*spec && x->rank) return array_str(vm, bound, out);
  if (x->rank)
    return vm_raise(vm, E_TypeError,
                    "unsupported format string passed to numpy.ndarray.__format__");
  const char *style = arena_printf(vm->arena, "fmt:%s", spec);
  const char *error = format_check(x->dtype, (int)x->rank, style);
  if (error) return raise_format(vm, error);
  Value now;
  if (!stable(vm, bound[0], &now)) return false;
  *out = run_str_field(vm, now, style);
  return true;
}

bool array_styled(VM *vm, Value *bound, Value *out) {
  Value x;
  if (!is_array(bound[0])) return vm_raise(vm, E_TypeError, "an array is expected");
  if (!stable(vm, bound[0], &x)) return false;
  if (is_tracer(vm, AS_ARRAY(x))) return *out = tracer_text(vm, AS_ARRAY(x)), true;
  *out = run_str_field(vm, x, AS_STR(bound[1])->text);
  return true;
}
