// flow_lines.c -- standard input: input(), and `for line in sys.stdin` as a cjax.while, which
// carries the line that was read last: the empty text ends it.
#include "driver/stage/flow_loop.h"
#include "driver/stage/methods.h"
#include "driver/stage/run_text.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

static const char NAME[] = "stdin_lines";

static bool one_by_one(VM *vm, Iterator *it, Value *out, bool *done) {
  return vm_unsupported(vm, "CJ0432", "standard input, whose lines only the executable knows, can "
                                      "be iterated by a for statement only");
}

Value run_lines_new(VM *vm) { return v_obj(iterator_native(vm, one_by_one, NAME)); }

bool is_run_lines(Value v) {
  if (!v_is(v, O_ITERATOR)) return false;
  const Iterator *it = (const Iterator *)v.o;
  return it->kind == ITER_NATIVE && !strcmp(it->name, NAME);
}

// An iteration that leaves the loop reads no further line.
static bool run_iteration(Loop *l, Value line, Value *next) {
  VM *vm = l->vm;
  bool ended;
  *l->frame->sp++ = run_text_new(vm, line);
  if (!loop_run_piece(l, l->region->body, &ended)) return false;
  Value limit = v_int(-1), stays, code = l->rolling.code;
  if (!v_is_empty(code) && (!run_scalar_compare(vm, COMPARE_EQ, code, v_int(EXIT_NEXT), &stays) ||
                            !run_scalar_where(vm, stays, limit, v_int(0), &limit)))
    return false;
  return run_text_read(vm, limit, false, next);
}

static bool go_on_region(Loop *l, MlirRegion *out) {
  VM *vm = l->vm;
  TraceSpec spec = {TRACE_PIECE, "for", "for", vm_here(vm)};
  Trace *t = trace_begin_region(vm, &spec, loop_carries(l), loop_avals(l));
  Value go;
  if (!run_scalar_compare(vm, COMPARE_NE, trace_arg(vm, t, 0), v_int(0), &go))
    return trace_abandon(vm, t), false;
  return trace_end_region(vm, t, 1, &go, NULL, out);
}

static HookResult refuse(Loop *l) {
  VM *vm = l->vm;
  loop_explain(l, LOOP_UNROLLED);
  if (v_is_empty(vm->exc))
    vm_unsupported(vm, "CJ0431",
                   "only the executable knows how many lines standard input has, and this loop "
                   "cannot be one loop there: %s",
                   l->why ? l->why : "it changes something that is no array or number");
  return HOOK_ERROR;
}

HookResult flow_lines(VM *vm, Frame *f, const Region *r) {
  static const int64_t none[1];
  Body b;
  Value first;
  MlirRegion condition;
  MlirOperation op;
  if (!trace_is_concrete(vm->trace))
    return vm_unsupported(vm, "CJ0432", "a loop over the lines of standard input in a function that "
                                        "is traced"),
           HOOK_ERROR;
  f->pc = r->at;
  Loop l = {.vm = vm, .frame = f, .region = r, .n = -1, .reads = true, .run = run_iteration};
  l.control = (Aval){.dtype = DTYPE_I64, .run = true, .weak = true, .shape = none};
  l.start = frame_save(vm, f, vm->arena);
  if (!loop_stage(&l, &b)) return refuse(&l);
  if (!run_text_read(vm, v_int(-1), false, &first) || !go_on_region(&l, &condition)) {
    mlirRegionDestroy(b.region);
    return HOOK_ERROR;
  }
  if (!loop_emit_while(&l, &b, first, condition, &op)) return HOOK_ERROR;
  loop_explain(&l, LOOP_ROLLED);
  if (!loop_finish(&l, op)) return HOOK_ERROR;
  f->sp--; // the iterator
  return loop_leave(&l, op);
}

// input(): a line without its end.
bool builtin_input(VM *vm, Value *a, Value *out) {
  Value line, prompt, filled;
  static const char MESSAGE[] = "EOF when reading a line";
  Class *cls = vm->type[E_EOFError];
  if (!value_str(vm, a[0], &prompt) || !stage_print(vm, 1, prompt) ||
      !run_text_read(vm, v_int(-1), false, &line) ||
      !run_str_condition(vm, line = run_text_new(vm, line), &filled))
    return false;
  if (flow_can_raise(vm, v_obj(vm->in->native), cls)) {
    Value ended, message = v_str(vm, MESSAGE);
    if (!run_scalar_compare(vm, COMPARE_EQ, filled, v_bool(false), &ended)) return false;
    flow_raise_if(vm, ended, exc_new(vm, cls, &message, 1));
  } else if (!run_scalar_check(vm, filled, arena_printf(vm->arena, "EOFError: %s", MESSAGE))) {
    return false;
  }
  Value end[2] = {line, v_str(vm, "\n")};
  return run_text_cut(vm, end, false, out);
}
