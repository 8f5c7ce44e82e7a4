// flow_failure.c -- the program's end on a run-time condition: an exception that nobody catches
// becomes a failing check with the report as its text, sys.exit becomes cjax.exit.
#include "driver/stage/flow.h"

#include "dialect/support/strbuf.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

static const char *message_text(VM *vm, const DiagMessage *d) {
  const char *place = "", *line = "";
  if (d->at.line) {
    size_t n = 0;
    const char *source = diag_source_line(d->at.file, d->at.line, &n);
    place =
        arena_printf(vm->arena, "%s:%u:%u: ", diag_file_name(d->at.file), d->at.line, d->at.col);
    if (source)
      line =
          arena_printf(vm->arena, "    %.*s\n    %*s^\n", (int)n, source, (int)d->at.col - 1, "");
  }
  if (d->kind != DIAG_ERROR) return arena_printf(vm->arena, "%snote: %s\n%s", place, d->text, line);
  return arena_printf(vm->arena, "%serror: [%s] %s: %s\n%s", place, d->id ? d->id : "CJ0100",
                      d->type ? d->type : "Error", d->text, line);
}

MlirAttribute failure_where(VM *vm) {
  SrcRange at = vm_user_here(vm);
  size_t n = 0;
  const char *source = at.line ? diag_source_line(at.file, at.line, &n) : NULL;
  StrBuf s;
  strbuf_init(&s, vm->arena);
  if (at.line) strbuf_printf(&s, "%s:%u:%u: ", diag_file_name(at.file), at.line, at.col);
  strbuf_puts(&s, "error: [CJ0100] ");
  strbuf_putc(&s, 0);
  strbuf_putc(&s, '\n');
  if (source) strbuf_printf(&s, "    %.*s\n    %*s^\n", (int)n, source, (int)at.col - 1, "");
  strbuf_putc(&s, 0);
  return mlirStringAttrGet(vm->context, mlirStringRefCreate(s.data, s.n));
}

// The report with the run-time text of the exception in its place.
static Value report_value(VM *vm, Value exc, const char *report) {
  Value message, raised = vm->exc;
  vm->exc = V_EMPTY;
  bool ok = value_str(vm, exc, &message);
  vm->exc = raised;
  const char *mark = strstr(report, UNKNOWN_TEXT);
  if (!ok || !v_is(message, O_RUN_STR) || !mark) return v_str(vm, report);
  StrBuilder b;
  strb_init(&b, vm);
  strb_add(&b, report, (size_t)(mark - report));
  strb_add_value(&b, message);
  strb_puts(&b, mark + strlen(UNKNOWN_TEXT));
  return strb_finish(&b);
}

// The calls around the piece that the exception ended.
static void add_calls(VM *vm, Exception *e) {
  for (const Frame *f = vm->frame ? vm->frame->back : NULL; f; f = f->back)
    exc_add_trace(vm, e, f->code, frame_range(f));
}

bool emit_failure(VM *vm, Value exc) {
  DiagCapture c;
  add_calls(vm, (Exception *)exc.o);
  diag_capture(&c, vm->arena);
  exc_report(vm, exc);
  diag_release_capture(&c);
  const char *text = "";
  for (const DiagMessage *d = c.first; d; d = d->next)
    text = arena_printf(vm->arena, "%s%s", text, message_text(vm, d));
  stage_locate(vm);
  MlirType i1 = type_tensor(mlirIntegerTypeGet(vm->context, 1), dims_of(0, NULL));
  MlirValue no = op_splat_int(vm->build, i1, 0);
  return stage_check(vm, no, report_value(vm, exc, text));
}

// sys.exit(n) while staging: the executable ends there.
bool emit_exit(VM *vm, Value exc) {
  const Tuple *args = ((Exception *)exc.o)->args;
  Value code = args->n ? args->v[0] : V_NONE, text;
  if (v_is_none(code)) code = v_int(0);
  if (code.tag == TAG_BOOL) code = v_int(code.b);
  if (code.tag != TAG_INT && !v_is_staged(code)) {
    if (!value_str(vm, code, &text)) return false;
    StrBuilder b;
    strb_init(&b, vm);
    strb_add_value(&b, text);
    strb_puts(&b, "\n");
    if (!stage_print(vm, 2, strb_finish(&b))) return false;
    code = v_int(1);
  }
  MlirType i64 = type_tensor(mlirIntegerTypeGet(vm->context, 64), (Dims){0});
  Val status;
  stage_locate(vm);
  if (code.tag == TAG_INT)
    status = op_splat_int(vm->build, i64, code.i);
  else if (!trace_use(vm, code, &status))
    return false;
  return !mlirOperationIsNull(stage_op(vm, OP_EXIT, 1, &status, (MlirAttribute){0}, 0, NULL));
}

bool emit_end(VM *vm, Value exc) {
  if (vm_would_catch(vm, exc.o->cls) || exc_matches(vm, exc, vm->type[E_UnsupportedError]))
    return false;
  if (exc_matches(vm, exc, vm->type[E_SystemExit])) return emit_exit(vm, exc);
  return exc_matches(vm, exc, vm->type[E_Exception]) && emit_failure(vm, exc);
}
