// array_class.c -- the classes of arrays: attributes, conversions to Python, and methods, most of
// which call the function of that name in jax.numpy (numpy for NumPy arrays).
#include "driver/stage/vm_internal.h"
#include "driver/stage/staging.h"

#include "dialect/scalar.h"

#include <math.h>
#include <string.h>

#define SELF AS_ARRAY(bound[0])

//===-- attributes --------------------------------------------------------===//

static bool get_shape(VM *vm, Value self, Value *out) {
  *out = dims_value(vm, array_dims(AS_ARRAY(self)));
  return true;
}
static bool get_dtype(VM *vm, Value self, Value *out) {
  *out = dtype_value(vm, AS_ARRAY(self)->dtype);
  return true;
}
static bool get_ndim(VM *vm, Value self, Value *out) {
  *out = v_int(AS_ARRAY(self)->rank);
  return true;
}
static bool get_size(VM *vm, Value self, Value *out) {
  *out = v_int(array_size(AS_ARRAY(self)));
  return true;
}
static bool get_itemsize(VM *vm, Value self, Value *out) {
  *out = v_int(dtype_size(AS_ARRAY(self)->dtype));
  return true;
}
static bool get_nbytes(VM *vm, Value self, Value *out) {
  *out = v_int(array_size(AS_ARRAY(self)) * dtype_size(AS_ARRAY(self)->dtype));
  return true;
}
static bool get_weak(VM *vm, Value self, Value *out) {
  *out = v_bool(AS_ARRAY(self)->weak);
  return true;
}
static bool get_transposed(VM *vm, Value self, Value *out) {
  return call_library(vm, AS_ARRAY(self), "transpose", &self, 1, out);
}
static bool get_matrix_transposed(VM *vm, Value self, Value *out) {
  return call_library(vm, AS_ARRAY(self), "matrix_transpose", &self, 1, out);
}
static bool get_real(VM *vm, Value self, Value *out) {
  return call_library(vm, AS_ARRAY(self), "real", &self, 1, out);
}
static bool get_imag(VM *vm, Value self, Value *out) {
  return call_library(vm, AS_ARRAY(self), "imag", &self, 1, out);
}
static bool get_flat(VM *vm, Value self, Value *out) {
  return call_library(vm, AS_ARRAY(self), "ravel", &self, 1, out);
}
// What jax.sharding says of every array.
static bool placement(VM *vm, const char *name, Value *out) {
  Value f;
  return import_attr(vm, "jax.sharding", name, &f) && vm_call_0(vm, f, out);
}
static bool get_sharding(VM *vm, Value self, Value *out) {
  return placement(vm, "array_sharding", out);
}
static bool get_device(VM *vm, Value self, Value *out) {
  return placement(vm, "array_device", out);
}
static bool array_devices(VM *vm, Value *bound, Value *out) {
  return placement(vm, "array_devices", out);
}
static bool get_flags(VM *vm, Value self, Value *out) {
  return call_library(vm, AS_ARRAY(self), "_flags", &self, 1, out);
}
static bool get_base(VM *vm, Value self, Value *out) {
  const Array *x = AS_ARRAY(self);
  for (*out = V_NONE; !v_is_empty(x->view); x = AS_ARRAY(*out))
    *out = x->view;
  return true;
}
static bool get_strides(VM *vm, Value self, Value *out) {
  Dims d = array_dims(AS_ARRAY(self));
  int64_t step = dtype_size(AS_ARRAY(self)->dtype);
  for (int i = d.n; i-- > 0;) {
    int64_t n = d.d[i];
    d.d[i] = step;
    step *= n;
  }
  *out = dims_value(vm, d);
  return true;
}
static bool get_at(VM *vm, Value self, Value *out) { return at_new(vm, AS_ARRAY(self), out); }
static bool get_aval(VM *vm, Value self, Value *out) {
  Value cls;
  const Array *x = AS_ARRAY(self);
  if (!import_attr(vm, "jax.core", "ShapedArray", &cls)) return false;
  Value args[] = {dims_value(vm, array_dims(x)), dtype_value(vm, x->dtype), v_bool(x->weak)};
  return vm_call(vm, cls, args, 3, NULL, out);
}

//===-- to Python ---------------------------------------------------------===//

bool array_check_scalar(VM *vm, const Array *x) {
  if (!x->rank) return true;
  if (x->numpy && array_size(x) == 1) return true;
  if (x->numpy)
    return vm_raise(vm, E_TypeError,
                    "only 0-dimensional arrays can be converted to Python scalars");
  return vm_raise(vm, E_TypeError,
                  "Only scalar arrays can be converted to Python scalars; got arr.ndim=%u",
                  x->rank);
}

static bool convert_error(VM *vm, Value v, const char *function) {
  return raise_concretization(
      vm, v,
      arena_printf(vm->arena,
                   "The problem arose with the `%s` function. If trying to convert the data type "
                   "of a value, try using `x.astype(%s)` or `jnp.array(x, %s)` instead.",
                   function, function, function));
}

static bool is_constant(const Array *x) {
  return !x->rank && !mlirAttributeIsNull(constant_value(staged_value(v_obj((void *)x))));
}

// A NumPy number that a function being staged computes from what is known outside of it is a number
// of Python's, as it is for JAX, whose tracers know nothing of it.
static bool known_number(VM *vm, Value v, RunKind kind, bool *found, Value *out) {
  const void *data;
  *found = false;
  if (!AS_ARRAY(v)->numpy) return true;
  if (!static_data(vm, v, &data, found)) return false;
  if (!*found) return true;
  Scalar s = scalar_load(AS_ARRAY(v)->dtype, data);
  bool integral = dtype_is_integral(AS_ARRAY(v)->dtype);
  if (kind == RUN_FLOAT) return *out = v_float(integral ? (double)s.i : s.f), true;
  if (integral) return *out = v_int(s.i), true;
  *found = fabs(s.f) < 0x1p63;
  return *out = v_int(*found ? (int64_t)s.f : 0), true;
}

// The number of a constant of the wanted kind is static, and so of any size.
static bool to_python(VM *vm, Value v, RunKind kind, const char *function, Value *out) {
  Array *x = AS_ARRAY(v);
  if (!array_check_scalar(vm, x)) return false;
  if (!trace_is_concrete(x->owner)) {
    bool found;
    if (!known_number(vm, v, kind, &found, out)) return false;
    return found || convert_error(vm, v, function);
  }
  if (dtype_is_complex(x->dtype))
    return vm_raise(vm, E_TypeError, "%s() argument must be a string%s or a real number, not "
                    "'complex'", function, kind == RUN_INT ? ", a bytes-like object" : "");
  if (kind == RUN_INT && dtype_is_int(x->dtype) && is_constant(x))
    return static_value(vm, v, NULL, out);
  return array_to_scalar(vm, x, kind, out);
}

static bool array_complex(VM *vm, Value *bound, Value *out) {
  Array *x = SELF;
  if (!array_check_scalar(vm, x)) return false;
  if (!trace_is_concrete(x->owner)) return convert_error(vm, bound[0], "complex");
  return run_complex_of_array(vm, bound[0], out);
}

static bool array_float(VM *vm, Value *bound, Value *out) {
  return to_python(vm, bound[0], RUN_FLOAT, "float", out);
}
static bool array_int(VM *vm, Value *bound, Value *out) {
  return to_python(vm, bound[0], RUN_INT, "int", out);
}

static bool array_index(VM *vm, Value *bound, Value *out) {
  const Array *x = SELF;
  if (x->rank || (!dtype_is_int(x->dtype) && x->dtype != DTYPE_BOOL))
    return vm_raise(vm, E_TypeError,
                    "Only integer scalar arrays can be converted to a scalar index.");
  if (trace_is_concrete(x->owner)) return static_value(vm, bound[0], NULL, out);
  const void *data;
  bool found;
  if (!static_data(vm, bound[0], &data, &found)) return false;
  if (found) return *out = data_value(vm, x->dtype, dims_of(0, NULL), data), true;
  return tracer_error(vm, "TracerIntegerConversionError",
                      "The __index__() method was called on traced array with shape %s\n%s",
                      array_text(vm, x), tracer_where(vm, x));
}

static bool check_truth_size(VM *vm, const Array *x) {
  int64_t n = array_size(x);
  if (n > 1)
    return vm_raise(vm, E_ValueError,
                    "The truth value of an array with more than one element is ambiguous. Use "
                    "a.any() or a.all()");
  if (n == 0)
    return vm_raise(vm, E_ValueError,
                    "The truth value of an empty array is ambiguous. Use `array.size > 0` to check "
                    "that an array is not empty.");
  return true;
}

static bool raise_bool(VM *vm, const Array *x) {
  return tracer_error(vm, "TracerBoolConversionError",
                      "Attempted boolean conversion of traced array with shape %s.\n%s",
                      array_text(vm, x), tracer_where(vm, x));
}

static bool array_bool(VM *vm, Value *bound, Value *out) {
  if (!check_truth_size(vm, SELF)) return false;
  if (!trace_is_concrete(SELF->owner)) {
    bool known = false;
    if (!SELF->numpy) return raise_bool(vm, SELF);
    if (!array_truth(vm, bound[0], &known)) return false;
    return *out = v_bool(known), true;
  }
  return array_to_scalar(vm, SELF, RUN_BOOL, out);
}

// The truth is needed now: by C code, or where no branch can be staged.
bool array_truth(VM *vm, Value v, bool *out) {
  if (v_is(v, O_RUN_OPTIONAL)) {
    bool present = false;
    if (!array_truth(vm, ((RunOptional *)v.o)->present, &present)) return false;
    return present ? truth(vm, ((RunOptional *)v.o)->value, out) : (*out = false, true);
  }
  Value known;
  if (v_is(v, O_RUN_STR))
    return vm_unsupported(vm, "CJ0421", "the truth of a string that only the executable knows");
  if (is_array(v)) {
    const void *data;
    bool found;
    const Array *x = AS_ARRAY(v);
    if (!check_truth_size(vm, x) || !static_data(vm, v, &data, &found)) return false;
    if (!found)
      return trace_is_concrete(x->owner) ? raise_concretization(vm, v, NULL) : raise_bool(vm, x);
    Scalar s = scalar_load(x->dtype, data);
    *out = dtype_is_integral(x->dtype) ? s.i != 0 : s.f != 0 || s.im != 0;
    return true;
  }
  return static_value(vm, v, NULL, &known) && truth(vm, known, out);
}

static RunKind python_kind(Dtype d) {
  return d == DTYPE_BOOL ? RUN_BOOL : dtype_is_integral(d) ? RUN_INT : RUN_FLOAT;
}

// The indices of x.item(i, j): one of the flat array, or one for each axis.
static bool check_item(VM *vm, const Array *x, const Tuple *args) {
  for (uint32_t i = 0; i < args->n && args->v[i].tag == TAG_INT; i++) {
    bool flat = args->n == 1;
    if (!flat && i >= x->rank) return true;
    int64_t k = args->v[i].i, n = flat ? array_size(x) : x->shape[i];
    if (k >= -n && k < n) continue;
    if (flat && x->rank != 1)
      return vm_raise(vm, E_IndexError, "index %lld is out of bounds for size %lld", (long long)k,
                      (long long)n);
    return vm_raise(vm, E_IndexError, "index %lld is out of bounds for axis %u with size %lld",
                    (long long)k, i, (long long)n);
  }
  return true;
}

static bool item_of(VM *vm, Value *bound, Value *out) {
  Array *x = SELF;
  const Tuple *args = AS_TUPLE(bound[1]);
  if (!check_item(vm, x, args)) return false;
  Value v = bound[0];
  if (args->n) {
    Value flat, index = args->n == 1 ? args->v[0] : bound[1];
    if (args->n == 1 && !v_is(index, O_TUPLE) && x->rank != 1) {
      if (!emit_reshape(vm, x, dims_of(1, (int64_t[]){array_size(x)}), &flat)) return false;
      v = flat;
    }
    if (!array_part(vm, AS_ARRAY(v), index, &v)) return false;
    x = AS_ARRAY(v);
  }
  if (!trace_is_concrete(x->owner))
    return raise_concretization(vm, v, "This occurred in the item() method of jax.Array");
  if (array_size(x) != 1)
    return vm_raise(vm, E_ValueError, "can only convert an array of size 1 to a Python scalar");
  if (dtype_is_complex(x->dtype)) return run_complex_of_array(vm, v, out);
  return array_to_scalar(vm, x, python_kind(x->dtype), out);
}

static bool array_item(VM *vm, Value *bound, Value *out) {
  HostMode mode;
  numpy_mode_enter(vm, SELF->numpy, &mode);
  bool ok = item_of(vm, bound, out);
  numpy_mode_leave(vm, &mode);
  return ok;
}

static bool list_of(VM *vm, Array *x, Value *out) {
  if (!x->rank && dtype_is_complex(x->dtype)) return run_complex_of_array(vm, v_obj(x), out);
  if (!x->rank) return array_to_scalar(vm, x, python_kind(x->dtype), out);
  List *l = list_new(vm, (uint32_t)x->shape[0]);
  for (int64_t i = 0; i < x->shape[0]; i++) {
    Value row;
    if (!array_part(vm, x, v_int(i), &row) || !list_of(vm, AS_ARRAY(row), &row)) return false;
    list_append(vm, l, row);
  }
  *out = v_obj(l);
  return true;
}

static bool array_tolist(VM *vm, Value *bound, Value *out) {
  const Array *x = SELF;
  if (trace_is_concrete(x->owner)) {
    const void *data;
    Array *now;
    if (!array_current(vm, SELF, &now)) return false;
    x = now;
    if (!mlirAttributeIsNull(constant_value(staged_value(v_obj(now))))) {
      data = constant_data(vm->arena, now->value);
      return *out = data_value(vm, x->dtype, array_dims(x), data), true;
    }
    return list_of(vm, SELF, out);
  }
  const char *text =
      arena_printf(vm->arena, "The tolist() method was called on traced array with shape %s.\n%s",
                                  array_text(vm, x), tracer_where(vm, x));
  return raise_concretization(vm, bound[0], text);
}

//===-- as a sequence -----------------------------------------------------===//

static bool array_len(VM *vm, Value *bound, Value *out) {
  if (!SELF->rank) return vm_raise(vm, E_TypeError, "len() of unsized object");
  *out = v_int(SELF->shape[0]);
  return true;
}

static bool array_iter(VM *vm, Value *bound, Value *out) {
  if (!SELF->rank) return vm_raise(vm, E_TypeError, "iteration over a 0-d array");
  *out = rows_iterator(vm, SELF);
  return true;
}

static bool array_reversed(VM *vm, Value *bound, Value *out) {
  Value flipped;
  return call_library(vm, SELF, "flip", (Value[]){bound[0], v_int(0)}, 2, &flipped) &&
         get_iter(vm, flipped, out);
}

static bool array_contains(VM *vm, Value *bound, Value *out) {
  Value same;
  return array_compare(vm, COMPARE_EQ, bound[0], bound[1], &same) &&
         call_library(vm, SELF, "any", &same, 1, &same) &&
         array_to_scalar(vm, AS_ARRAY(same), RUN_BOOL, out);
}

static bool method_getitem(VM *vm, Value *bound, Value *out) {
  return array_part(vm, SELF, bound[1], out);
}

static bool method_setitem(VM *vm, Value *bound, Value *out) {
  if (!SELF->numpy)
    return vm_raise(vm, E_TypeError,
                    "JAX arrays are immutable and do not support in-place item assignment. Instead "
                    "of x[idx] = y, use x = x.at[idx].set(y) or another .at[] method: "
                    "https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ndarray.at.html");
  return array_setitem(vm, SELF, bound[1], bound[2]);
}

//===-- operators that are methods ----------------------------------------===//

static bool array_abs(VM *vm, Value *bound, Value *out) {
  return call_library(vm, SELF, "abs", bound, 1, out);
}
static bool array_divmod(VM *vm, Value *bound, Value *out) {
  return call_library(vm, SELF, "divmod", bound, 2, out);
}
static bool array_rdivmod(VM *vm, Value *bound, Value *out) {
  return call_library(vm, SELF, "divmod", (Value[]){bound[1], bound[0]}, 2, out);
}

// round(x): an integer array; round(x, n): a float one.
static bool array_round(VM *vm, Value *bound, Value *out) {
  Value rounded;
  uint32_t n = v_is_none(bound[1]) ? 1 : 2;
  HostMode mode;
  if (SELF->numpy && n == 1 && !SELF->rank) { // a Python int
    numpy_mode_enter(vm, true, &mode);
    bool ok = call_library(vm, SELF, "rint", bound, 1, &rounded) &&
              array_to_scalar(vm, AS_ARRAY(rounded), RUN_INT, out);
    numpy_mode_leave(vm, &mode);
    return ok;
  }
  if (!call_library(vm, SELF, "round", bound, n, &rounded)) return false;
  if (n == 2 || !dtype_is_float(SELF->dtype)) return *out = rounded, true;
  Array *x;
  if (!array_convert(vm, AS_ARRAY(rounded), dtype_default_int(vm), false, &x)) return false;
  *out = v_obj(x);
  return true;
}

static bool array_hash(VM *vm, Value *bound, Value *out) {
  if (SELF->numpy && !SELF->rank) {
    uint64_t h;
    Value known;
    if (!static_value(vm, bound[0], NULL, &known) || !value_hash(vm, known, &h)) return false;
    return *out = v_int((int64_t)h), true;
  }
  const char *name = SELF->numpy                                 ? "numpy.ndarray"
                     : SELF->head.cls == staging(vm)->array_impl ? "jaxlib._jax.ArrayImpl"
                                                                 : type_name(vm, bound[0]);
  return vm_raise(vm, E_TypeError, "unhashable type: '%s'", name);
}

//===-- methods -----------------------------------------------------------===//

static bool array_block(VM *vm, Value *bound, Value *out) {
  *out = bound[0];
  MlirValue v;
  Value error;
  if (!trace_is_concrete(SELF->owner)) return true;
  if (SELF->deleted)
    return import_attr(vm, "jax.errors", "JaxRuntimeError", &error) &&
           vm_raise_class(vm, AS_CLASS(error),
                          "INVALID_ARGUMENT: BlockHostUntilReady() called on "
                          "deleted or donated buffer");
  return trace_use(vm, bound[0], &v) &&
         !mlirOperationIsNull(
             stage_op(vm, OP_BLOCK_UNTIL_READY, 1, &v, (MlirAttribute){0}, 0, NULL));
}

// x.reshape(2, 3) is x.reshape((2, 3)).
static bool array_reshape(VM *vm, Value *bound, Value *out) {
  const Tuple *args = AS_TUPLE(bound[1]);
  Value f, shape = args->n == 1 ? args->v[0] : bound[1];
  const char *module = SELF->numpy ? "numpy" : "jax.numpy";
  if (!import_attr(vm, module, "reshape", &f)) return false;
  Value all[] = {bound[0], shape};
  return vm_call_tuple(vm, f, tuple_from(vm, all, 2), AS_DICT(bound[2]), out);
}

static bool array_transpose(VM *vm, Value *bound, Value *out) {
  const Tuple *args = AS_TUPLE(bound[1]);
  bool whole = args->n == 1 && (args->v[0].tag != TAG_INT);
  Value all[] = {bound[0], whole ? args->v[0] : bound[1]};
  return call_library(vm, SELF, "transpose", all, args->n ? 2 : 1, out);
}

static bool array_forward(VM *vm, Value *bound, Value *out) {
  Value closure = native_closure(vm), f;
  const Tuple *args = AS_TUPLE(bound[1]);
  Tuple *all = tuple_new(vm, args->n + 1);
  all->v[0] = bound[0];
  for (uint32_t i = 0; i < args->n; i++)
    all->v[i + 1] = args->v[i];
  const char *module = SELF->numpy ? "numpy" : "jax.numpy";
  return import_attr(vm, module, AS_STR(closure)->text, &f) &&
         vm_call_tuple(vm, f, all, AS_DICT(bound[2]), out);
}

// What NumPy would give as another view of the same bytes cannot be written to.
static bool view_of_bytes(VM *vm, Value x, Value dtype, Value *out) {
  Value f;
  HostMode mode;
  numpy_mode_enter(vm, AS_ARRAY(x)->numpy, &mode);
  bool ok =
      import_attr(vm, "jax._src.array_methods", "view", &f) && vm_call_2(vm, f, x, dtype, out);
  numpy_mode_leave(vm, &mode);
  if (!ok) return false;
  AS_ARRAY(*out)->readonly = AS_ARRAY(x)->numpy;
  return true;
}

// x.compress(condition) is compress(condition, x).
static bool array_compress(VM *vm, Value *bound, Value *out) {
  const Tuple *args = AS_TUPLE(bound[2]);
  Tuple *all = tuple_new(vm, args->n + 2);
  all->v[0] = bound[1];
  all->v[1] = bound[0];
  for (uint32_t i = 0; i < args->n; i++)
    all->v[i + 2] = args->v[i];
  Value f;
  return import_attr(vm, SELF->numpy ? "numpy" : "jax.numpy", "compress", &f) &&
         vm_call_tuple(vm, f, all, AS_DICT(bound[3]), out);
}

static bool array_view(VM *vm, Value *bound, Value *out) {
  Dtype d;
  Array *x = SELF;
  HostMode mode;
  numpy_mode_enter(vm, x->numpy, &mode);
  bool known = v_is_none(bound[1]) || dtype_argument(vm, bound[1], "view", &d);
  numpy_mode_leave(vm, &mode);
  if (!known) return false;
  if (v_is_none(bound[1]) || d == x->dtype) {
    if (!array_snapshot(vm, bound[0], out)) return false;
    array_view_of(bound[0], *out, VIEW_RESHAPE, V_NONE);
    return true;
  }
  bool cast = dtype_size(d) == dtype_size(x->dtype) && d != DTYPE_BOOL &&
              x->dtype != DTYPE_BOOL && dtype_is_complex(d) == dtype_is_complex(x->dtype);
  if (!cast) return view_of_bytes(vm, bound[0], dtype_value(vm, d), out);
  if (!array_emit1(vm,
                   &(ArrayOp){.kind = OP_BITCAST_CONVERT_TYPE, .dtype = d, .shape = array_dims(x)},
                   x, out))
    return false;
  AS_ARRAY(*out)->weak = false;
  return true;
}

static bool array_self(VM *vm, Value *bound, Value *out) { return *out = bound[0], true; }

// NumPy's a += b keeps the array.
#define INPLACE(name, op) \
  static bool array_##name(VM *vm, Value *b, Value *out) { \
    return array_inplace(vm, AS_ARRAY(b[0]), op, b[1], out); \
  }
INPLACE(iadd, BINARY_ADD)
INPLACE(isub, BINARY_SUB)
INPLACE(imul, BINARY_MUL)
INPLACE(idiv, BINARY_DIV)
INPLACE(ifloordiv, BINARY_FLOORDIV)
INPLACE(imod, BINARY_MOD)
INPLACE(ipow, BINARY_POW)
INPLACE(iand, BINARY_AND)
INPLACE(ior, BINARY_OR)
INPLACE(ixor, BINARY_XOR)
INPLACE(ilshift, BINARY_LSHIFT)
INPLACE(irshift, BINARY_RSHIFT)
INPLACE(imatmul, BINARY_MATMUL)

static const NativeDef array_methods[] = {{"__float__", "self, /", array_float},
                                          {"__int__", "self, /", array_int},
                                          {"__complex__", "self, /", array_complex},
                                          {"__index__", "self, /", array_index},
                                          {"__bool__", "self, /", array_bool},
                                          {"__len__", "self, /", array_len},
                                          {"__iter__", "self, /", array_iter},
                                          {"__reversed__", "self, /", array_reversed},
                                          {"__contains__", "self, item, /", array_contains},
                                          {"__getitem__", "self, key, /", method_getitem},
                                          {"__setitem__", "self, key, value, /", method_setitem},
                                          {"__str__", "self, /", array_str},
                                          {"__repr__", "self, /", array_repr},
                                          {"__format__", "self, spec, /", array_format},
                                          {"__abs__", "self, /", array_abs},
                                          {"__divmod__", "self, other, /", array_divmod},
                                          {"__rdivmod__", "self, other, /", array_rdivmod},
                                          {"__round__", "self, ndigits=None, /", array_round},
                                          {"__hash__", "self, /", array_hash},
                                          {"item", "self, /, *args", array_item},
                                          {"tolist", "self, /", array_tolist},
                                          {"block_until_ready", "self, /", array_block},
                                          {"copy_to_host_async", "self, /", array_self},
                                          {"view", "self, dtype=None, /", array_view},
                                          {"compress", "self, condition, *args, **kwargs",
                                           array_compress},
                                          {"reshape", "self, /, *args, **kwargs", array_reshape},
                                          {"transpose", "self, /, *args", array_transpose},
                                          {"devices", "self, /", array_devices},
                                          {0}};

static bool array_setflags(VM *vm, Value *bound, Value *out) {
  bool on;
  if (v_is_none(bound[1])) return true;
  if (!truth(vm, bound[1], &on)) return false;
  if (LOG_OLD(vm, SELF)) log_state(vm, &SELF->head, sizeof(Array));
  SELF->readonly = !on;
  return true;
}

static const NativeDef ndarray_methods[] = {
    {"setflags", "self, /, write=None, align=None, uic=None", array_setflags},
    {"__iadd__", "self, other, /", array_iadd},
    {"__isub__", "self, other, /", array_isub},
    {"__imul__", "self, other, /", array_imul},
    {"__itruediv__", "self, other, /", array_idiv},
    {"__ifloordiv__", "self, other, /", array_ifloordiv},
    {"__imod__", "self, other, /", array_imod},
    {"__ipow__", "self, other, /", array_ipow},
    {"__iand__", "self, other, /", array_iand},
    {"__ior__", "self, other, /", array_ior},
    {"__ixor__", "self, other, /", array_ixor},
    {"__ilshift__", "self, other, /", array_ilshift},
    {"__irshift__", "self, other, /", array_irshift},
    {"__imatmul__", "self, other, /", array_imatmul},
    {0}};

static const char *const forwarded[] = {
    "all",    "any",      "argmax",       "argmin",   "argpartition", "argsort",
    "astype", "choose",   "clip",         "conj",     "conjugate",
    "copy",   "cumprod",  "cumsum",       "diagonal", "dot",          "max",
    "mean",   "min",      "nonzero",      "prod",     "ptp",          "ravel",
    "repeat", "round",    "searchsorted", "sort",     "squeeze",      "std",
    "sum",    "swapaxes", "take",         "trace",    "var",          NULL};
static const NativeDef forward_def = {"method", "self, /, *args, **kwargs", array_forward};

static const NativeProp array_props[] = {
    {"shape", get_shape},    {"dtype", get_dtype},       {"ndim", get_ndim},
    {"size", get_size},      {"itemsize", get_itemsize}, {"nbytes", get_nbytes},
    {"weak_type", get_weak}, {"T", get_transposed},      {"mT", get_matrix_transposed},
    {"real", get_real},      {"imag", get_imag},         {"flat", get_flat},
    {"at", get_at},          {"aval", get_aval},         {"sharding", get_sharding},
    {"device", get_device},
    {"addressable_shards", array_get_addressable_shards},
    {"global_shards", array_get_global_shards},
    {"committed", array_get_committed},
    {"is_fully_addressable", array_get_is_fully_addressable},
    {"is_fully_replicated", array_get_is_fully_replicated},
    {0}};

static const NativeProp ndarray_props[] = {
    {"shape", get_shape},
    {"dtype", get_dtype},
    {"ndim", get_ndim},
    {"size", get_size},
    {"itemsize", get_itemsize},
    {"nbytes", get_nbytes},
    {"T", get_transposed},
    {"mT", get_matrix_transposed},
    {"real", get_real},
    {"imag", get_imag},
    {"flat", get_flat},
    {"flags", get_flags},
    {"base", get_base},
    {"strides", get_strides},
    {"at", get_at},
    {"aval", get_aval},
    {"weak_type", get_weak},
    {0}};

static const NativeClass array_class = {"Array", "jax", O_ARRAY, NULL, array_methods, array_props};
static const NativeClass ndarray_class = {"ndarray", "numpy",       O_ARRAY,
                                          NULL,      array_methods, ndarray_props};
static const NativeClass impl_class = {"ArrayImpl", "jaxlib._jax", O_ARRAY};
static const NativeClass jit_class = {"DynamicJaxprTracer", "jax._src.interpreters.partial_eval",
                                      O_ARRAY};
static const NativeClass grad_class = {"LinearizeTracer", "jax._src.interpreters.ad", O_ARRAY};
static const NativeClass vmap_class = {"BatchTracer", "jax._src.interpreters.batching", O_ARRAY};

// Method `name` of c calls the library's function `target`.
static void add_method(VM *vm, Class *c, const char *name, const char *target) {
  Native *f = (Native *)native_function_with(vm, &forward_def, v_str(vm, target)).o;
  f->name = str_name(vm, name);
  f->method = true;
  dict_set_str(vm, c->dict, f->name, v_obj(f));
}

static void add_forwarded(VM *vm, Class *c) {
  for (const char *const *name = forwarded; *name; name++)
    add_method(vm, c, *name, *name);
}

static void add_ndarray_methods(VM *vm, Class *c) {
  add_forwarded(vm, c);
  add_method(vm, c, "flatten", "_flatten");
  add_method(vm, c, "sort", "_sort_in_place");
  add_method(vm, c, "fill", "_fill");
  add_method(vm, c, "put", "put");
  add_method(vm, c, "tobytes", "_tobytes");
  add_method(vm, c, "tofile", "_tofile");
}

bool array_class_init(VM *vm) {
  Staging *s = staging(vm);
  Class *array = native_class_create(vm, &array_class, NULL);
  vm->type[T_Array] = array;
  vm->type[T_ndarray] = native_class_create(vm, &ndarray_class, NULL);
  add_forwarded(vm, array);
  array_add_operators(vm, array);
  array_add_methods(vm, array);
  array_add_exchange(vm, array);
  array_add_exchange(vm, vm->type[T_ndarray]);
  add_method(vm, array, "flatten", "ravel");
  array_add_operators(vm, vm->type[T_ndarray]);
  add_ndarray_methods(vm, vm->type[T_ndarray]);
  native_add_methods(vm, vm->type[T_ndarray], ndarray_methods, NULL);
  s->array_impl = native_class_create(vm, &impl_class, array);
  s->jit_tracer = native_class_create(vm, &jit_class, array);
  s->grad_tracer = native_class_create(vm, &grad_class, array);
  s->vmap_tracer = native_class_create(vm, &vmap_class, array);
  return true;
}
