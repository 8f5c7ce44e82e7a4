// type_range.c -- methods and attributes of range and slice.
#include "driver/stage/methods.h"

static bool r_start(VM *vm, Value v, Value *out) {
  return *out = v_int(((Range *)v.o)->start), true;
}
static bool r_stop(VM *vm, Value v, Value *out) { return *out = v_int(((Range *)v.o)->stop), true; }
static bool r_step(VM *vm, Value v, Value *out) { return *out = v_int(((Range *)v.o)->step), true; }

// The position of an int in the range, or -1.
static int64_t position_in(const Range *r, Value v) {
  Value i;
  if (v.tag == TAG_FLOAT && v.f == (double)(int64_t)v.f) v = v_int((int64_t)v.f);
  if (!int_value(v, &i) || i.tag != TAG_INT || !r->n) return -1;
  int64_t k = i.i - r->start;
  if (k % r->step || k / r->step < 0 || k / r->step >= r->n) return -1;
  return k / r->step;
}

static bool r_index(VM *vm, Value *a, Value *out) {
  int64_t i = position_in((Range *)a[0].o, a[1]);
  if (i >= 0) return *out = v_int(i), true;
  Value shown;
  if (!value_repr(vm, a[1], &shown)) return false;
  if (!value_is_int(a[1]))
    return vm_raise(vm, E_ValueError, "sequence.index(x): x not in sequence");
  return vm_raise(vm, E_ValueError, "%s is not in range", text_of(vm, shown));
}

static bool r_count(VM *vm, Value *a, Value *out) {
  *out = v_int(position_in((Range *)a[0].o, a[1]) >= 0);
  return true;
}

static bool r_reversed(VM *vm, Value *a, Value *out) {
  const Range *r = (Range *)a[0].o;
  int64_t last = r->start + (r->n - 1) * r->step;
  return get_iter(vm, v_obj(range_new(vm, last, last - r->n * r->step, -r->step)), out);
}

static const NativeDef range_methods[] = {{"index", "self, value, /", r_index},
                                          {"count", "self, value, /", r_count},
                                          {"__reversed__", "self, /", r_reversed},
                                          {0}};
static const NativeProp range_props[] = {
    {"start", r_start, NULL}, {"stop", r_stop, NULL}, {"step", r_step, NULL}, {0}};

static bool c_start(VM *vm, Value v, Value *out) { return *out = ((Slice *)v.o)->start, true; }
static bool c_stop(VM *vm, Value v, Value *out) { return *out = ((Slice *)v.o)->stop, true; }
static bool c_step(VM *vm, Value v, Value *out) { return *out = ((Slice *)v.o)->step, true; }

static bool c_indices(VM *vm, Value *a, Value *out) {
  int64_t n, start, stop, step;
  if (!value_index(vm, a[1], &n)) return false;
  if (n < 0) return vm_raise(vm, E_ValueError, "length should not be negative");
  if (!slice_bounds(vm, (Slice *)a[0].o, n, &start, &stop, &step)) return false;
  Value three[3] = {v_int(start), v_int(stop), v_int(step)};
  *out = v_obj(tuple_from(vm, three, 3));
  return true;
}

static const NativeDef slice_methods[] = {{"indices", "self, length, /", c_indices}, {0}};
static const NativeProp slice_props[] = {
    {"start", c_start, NULL}, {"stop", c_stop, NULL}, {"step", c_step, NULL}, {0}};

void init_type_range(VM *vm) {
  native_add_methods(vm, vm->type[T_range], range_methods, range_props);
  native_add_methods(vm, vm->type[T_slice], slice_methods, slice_props);
}
