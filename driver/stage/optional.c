// optional.c -- a value or None, which of them the executable knows.
//
// Born where one way of a branch leaves None and the other something else.  It can be printed and
// compared with None; anything else takes the value, behind a check that it is there.
#include "driver/stage/staging.h"

#include "driver/stage/vm_internal.h"

Value optional_new(VM *vm, Value present, Value value) {
  RunOptional *o = HEAP_NEW(vm, vm->type[T_run_optional], O_RUN_OPTIONAL, RunOptional);
  o->present = present;
  o->value = value;
  return v_obj(o);
}

// Emits a check that it is not None.
bool optional_take(VM *vm, Value v, Value *out) {
  *out = v;
  if (!v_is(v, O_RUN_OPTIONAL)) return true;
  const RunOptional *o = (const RunOptional *)v.o;
  SrcRange at = vm_user_here(vm);
  size_t n = 0;
  const char *line = at.line ? diag_source_line(at.file, at.line, &n) : NULL;
  const char *text = "TypeError: this value is None here";
  if (line)
    text = arena_printf(vm->arena, "%s:%u:%u: error: [CJ0100] %s\n    %.*s\n    %*s^\n",
                        diag_file_name(at.file), at.line, at.col, text, (int)n, line,
                        (int)at.col - 1, "");
  MlirValue present;
  *out = o->value;
  return trace_use(vm, o->present, &present) && stage_check(vm, present, v_str(vm, text));
}

// `v is None`, as a run-time bool; `is not` when negated.
bool optional_is_none(VM *vm, Value v, bool negated, Value *out) {
  const RunOptional *o = (const RunOptional *)v.o;
  if (negated) return *out = o->present, true;
  MlirValue present;
  if (!trace_use(vm, o->present, &present)) return false;
  MlirOperation op = stage_op(vm, OP_NOT, 1, &present, (MlirAttribute){0}, 1, NULL);
  if (mlirOperationIsNull(op)) return false;
  return *out = run_scalar_new(vm, RUN_BOOL, op_result(op, 0)), true;
}

static bool invert(VM *vm, Value v, Value *out) {
  if (v.tag == TAG_BOOL) return *out = v_bool(!v.b), true;
  return run_scalar_compare(vm, COMPARE_EQ, v, v_bool(false), out);
}

static bool both(VM *vm, Value a, Value b, Value *out) {
  if (a.tag == TAG_BOOL) return *out = a.b ? b : a, true;
  if (b.tag == TAG_BOOL) return *out = b.b ? a : b, true;
  return run_scalar_binary(vm, BINARY_AND, a, b, out);
}

static Value present_of(Value v) {
  return v_is(v, O_RUN_OPTIONAL) ? ((RunOptional *)v.o)->present : v_bool(!v_is_none(v));
}

static Value value_of(Value v) { return v_is(v, O_RUN_OPTIONAL) ? ((RunOptional *)v.o)->value : v; }

// Both there and equal, or both None.
bool optional_compare(VM *vm, bool negated, Value a, Value b, Value *out) {
  Value pa = present_of(a), pb = present_of(b), equal = v_bool(false), na, nb, none, there;
  if (!v_is_none(a) && !v_is_none(b) &&
      !value_compare(vm, COMPARE_EQ, value_of(a), value_of(b), &equal))
    return false;
  if (equal.tag != TAG_BOOL && !(is_run_scalar(equal) && AS_RUN_SCALAR(equal)->run == RUN_BOOL))
    return optional_take(vm, a, &a) && optional_take(vm, b, &b) &&
           value_compare(vm, negated ? COMPARE_NE : COMPARE_EQ, a, b, out);
  if (!both(vm, pa, pb, &there) || !both(vm, there, equal, &equal)) return false;
  if (!invert(vm, pa, &na) || !invert(vm, pb, &nb) || !both(vm, na, nb, &none)) return false;
  if (none.tag == TAG_BOOL)
    *out = none.b ? none : equal;
  else if (equal.tag == TAG_BOOL)
    *out = equal.b ? equal : none;
  else if (!run_scalar_binary(vm, BINARY_OR, none, equal, out))
    return false;
  return !negated || invert(vm, *out, out);
}

static bool either(VM *vm, const RunOptional *o, Value text, Value *out) {
  Value texts[2] = {v_str(vm, "None"), text};
  StrBuilder b;
  strb_init(&b, vm);
  strb_add_segment(
      &b,
      (Segment){.kind = SEGMENT_EITHER, .value = o->present, .table = tuple_from(vm, texts, 2)});
  return *out = strb_finish(&b), true;
}

static bool optional_str(VM *vm, Value *bound, Value *out) {
  const RunOptional *o = (const RunOptional *)bound[0].o;
  Value text;
  return value_str(vm, o->value, &text) && either(vm, o, text, out);
}

static bool optional_repr(VM *vm, Value *bound, Value *out) {
  const RunOptional *o = (const RunOptional *)bound[0].o;
  Value text;
  return value_repr(vm, o->value, &text) && either(vm, o, text, out);
}

// A method of the value.
#define FORWARD(name)                                                                              \
  static bool optional_##name(VM *vm, Value *bound, Value *out) {                                  \
    Value v;                                                                                       \
    return optional_take(vm, bound[0], &v) && call_method(vm, v, "__" #name "__", NULL, 0, out);   \
  }
FORWARD(float)
FORWARD(int)
FORWARD(abs)
FORWARD(index)
FORWARD(len)

static const NativeDef optional_methods[] = {
    {"__str__", "self, /", optional_str},     {"__repr__", "self, /", optional_repr},
    {"__float__", "self, /", optional_float}, {"__int__", "self, /", optional_int},
    {"__abs__", "self, /", optional_abs},     {"__index__", "self, /", optional_index},
    {"__len__", "self, /", optional_len},     {0}};

void optional_init(VM *vm) {
  native_add_methods(vm, vm->type[T_run_optional], optional_methods, NULL);
}
