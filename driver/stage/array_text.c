// array_text.c -- str, repr and format of arrays: fields of run-time strings; tracers are known.
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include "dialect/scalar.h"

#include <string.h>

static Value tracer_text(VM *vm, const Array *x) {
  Aval a;
  value_aval(vm, v_obj((Array *)x), &a);
  if (x->head.cls == staging(vm)->vmap_tracer)
    return v_strf(vm, "VmapTracer(aval=%s)", aval_text(vm, &a, true));
  return v_strf(vm, "JitTracer(%s)", aval_text(vm, &a, true));
}

static Value grad_text(VM *vm, const Array *x) {
  StrBuilder b;
  strb_init(&b, vm);
  strb_puts(&b, "GradTracer(primal=");
  strb_add_value(&b, run_str_field(vm, v_obj((Array *)x), "str"));
  strb_printf(&b, ", typeof(tangent)=%s[", dtype_short_name(vm->arena, x->dtype));
  for (uint32_t i = 0; i < x->rank; i++)
    strb_printf(&b, i ? ",%lld" : "%lld", (long long)x->shape[i]);
  strb_puts(&b, "])");
  return strb_finish(&b);
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
  if (x->head.cls == staging(vm)->grad_tracer) return grad_text(vm, x);
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
    if (!*spec) return *out = grad ? grad_text(vm, x) : tracer_text(vm, x), true;
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
