// run_text_call.c -- functions of strings that only the executable knows, as ops.
//
// The executable's texts are ints (runtime/os/text.c): a string is one when it is a single field in
// the style "text:".  Any other string becomes one by a cjax.text op.
#include "driver/stage/run_text.h"

#include "driver/stage/flow.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

static const char TEXT_STYLE[] = "text:";

Value run_text_new(VM *vm, Value handle) { return run_str_field(vm, handle, TEXT_STYLE); }

static bool is_handle(const Segment *s) {
  return s->kind == SEGMENT_FIELD && !strcmp(s->style->text, TEXT_STYLE);
}

bool run_text_handle(VM *vm, Value text, Value *handle) {
  Segment whole = {.kind = SEGMENT_TEXT, .text = AS_STR(text)};
  const RunStr *r = v_is(text, O_RUN_STR) ? AS_RUN_STR(text) : NULL;
  if (r && r->n == 1 && is_handle(r->segment)) return *handle = r->segment[0].value, true;
  MlirValue v;
  if (!stage_text(vm, r ? r->segment : &whole, r ? r->n : 1, &v)) return false;
  return *handle = run_scalar_new(vm, RUN_INT, v), true;
}

bool run_text_flatten(VM *vm, const Segment *s, Segment *out) {
  Value h[2];
  const char *style = TEXT_STYLE;
  if (s->kind == SEGMENT_PAD) {
    if (!run_text_handle(vm, v_obj(s->inner), &h[0])) return false;
    style = arena_printf(vm->arena, "%s%s", TEXT_STYLE, s->style->text);
  } else {
    for (int i = 0; i < 2; i++)
      if (!run_text_handle(vm, s->table->v[i], &h[i])) return false;
    if (!run_scalar_where(vm, s->value, h[1], h[0], &h[0])) return false;
  }
  *out = (Segment){.kind = SEGMENT_FIELD, .value = h[0], .style = str_name(vm, style)};
  return true;
}

static bool is_text(Value v) { return v_is(v, O_STR) || v_is(v, O_RUN_STR); }

// Texts and ints, static or not, as operands.
static bool operands(VM *vm, uint32_t n, const Value *args, MlirValue *in) {
  for (uint32_t i = 0; i < n; i++) {
    Value v = args[i];
    if (is_text(v) && !run_text_handle(vm, v, &v)) return false;
    if (v.tag == TAG_INT) {
      stage_locate(vm);
      in[i] = op_splat_int(vm->build, type_tensor(dtype_type(vm, DTYPE_I64), dims_of(0, NULL)),
                           v.i);
    } else if (!trace_use(vm, v, &in[i])) {
      return false;
    }
  }
  return true;
}

bool run_text_call(VM *vm, const char *function, uint32_t n, const Value *args, RunKind result,
                   Value *out) {
  MlirValue in[3];
  if (!operands(vm, n, args, in)) return false;
  RunKind kind = result == RUN_FLOAT ? RUN_FLOAT : RUN_INT;
  MlirType t =
      type_tensor(dtype_type(vm, kind == RUN_FLOAT ? DTYPE_F64 : DTYPE_I64), dims_of(0, NULL));
  MlirAttribute attrs = attrs_make(vm->context, 2, "function", attr_str(vm, function), "message",
                                   failure_where(vm));
  MlirOperation op = stage_op(vm, OP_TEXT_CALL, (int)n, in, attrs, 1, &t);
  if (mlirOperationIsNull(op)) return false;
  *out = run_scalar_new(vm, kind, op_result(op, 0));
  return result != RUN_BOOL || run_scalar_compare(vm, COMPARE_NE, *out, v_int(0), out);
}

// Like a print, it happens where a function that is being traced is called.
bool run_text_read(VM *vm, Value limit, bool whole, Value *out) {
  Value args[2] = {limit, v_int(whole)};
  Build *build = vm->build;
  if (!trace_in_callback(vm)) {
    trace_note_effect(vm);
    vm->build = trace_python_build(vm);
  }
  bool ok = run_text_call(vm, "readline", 2, args, RUN_INT, out);
  if (ok) AS_RUN_SCALAR(*out)->owner = trace_python(vm);
  vm->build = build;
  return ok;
}

bool run_text_map(VM *vm, const char *function, uint32_t n, const Value *args, Value *out) {
  Value handle;
  if (!run_text_call(vm, function, n, args, RUN_INT, &handle)) return false;
  return *out = run_text_new(vm, handle), true;
}

bool run_text_compare(VM *vm, CompareOp op, Value a, Value b, Value *out) {
  Value args[2] = {a, b}, order;
  return run_text_call(vm, "compare", 2, args, RUN_INT, &order) &&
         run_scalar_compare(vm, op, order, v_int(0), out);
}

// Where the frame of the call catches the ValueError, that is raised there (flow_raise.c), and what
// is converted is "0".
static bool guard_number(VM *vm, Value *text, RunKind kind) {
  bool real = kind == RUN_FLOAT;
  Value class = v_obj(vm->type[real ? T_float : T_int]), good, bad, shown, args[2];
  if (!flow_can_raise(vm, class, vm->type[E_ValueError])) return true;
  if (!run_text_call(vm, real ? "isfloat" : "isint", 1, text, RUN_BOOL, &good) ||
      !run_scalar_compare(vm, COMPARE_EQ, good, v_bool(false), &bad) ||
      !run_text_map(vm, "repr", 1, text, &shown))
    return false;
  StrBuilder b;
  strb_init(&b, vm);
  strb_puts(&b, real ? "could not convert string to float: "
                     : "invalid literal for int() with base 10: ");
  strb_add_value(&b, shown);
  Value message = strb_finish(&b);
  if (!run_text_handle(vm, *text, &args[0]) || !run_text_handle(vm, v_str(vm, "0"), &args[1]) ||
      !run_scalar_where(vm, good, args[0], args[1], text))
    return false;
  *text = run_text_new(vm, *text);
  return flow_raise_if(vm, bad, exc_new(vm, vm->type[E_ValueError], &message, 1)), true;
}

bool run_text_number(VM *vm, Value text, RunKind kind, Value *out) {
  if (!guard_number(vm, &text, kind)) return false;
  return run_text_call(vm, kind == RUN_FLOAT ? "float" : "int", 1, &text, kind, out);
}
