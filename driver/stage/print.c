// print.c -- the print function: nothing is printed while compiling; the text, with its run-time
// parts as fields, becomes a cjax.print op.
#include "driver/stage/run_text.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

typedef struct PrintParts {
  MlirValue values[256];
  MlirAttribute texts[257], styles[256], tables[256];
  int nvalue, ntext, nstyle, ntable;
} PrintParts;

static MlirAttribute text_attr(VM *vm, const char *s, size_t n) {
  return mlirStringAttrGet(vm->build->ctx, mlirStringRefCreate(s, n));
}

static MlirAttribute table_attr(VM *vm, const Tuple *t) {
  MlirAttribute *items = ARENA_ARRAY(vm->arena, MlirAttribute, t->n + 1);
  for (uint32_t i = 0; i < t->n; i++)
    items[i] = text_attr(vm, AS_STR(t->v[i])->text, AS_STR(t->v[i])->size);
  return mlirArrayAttrGet(vm->build->ctx, t->n, items);
}

// Texts and fields alternate, a text first and last.
static bool add_segment(VM *vm, PrintParts *p, const Segment *s, bool *after_text) {
  if (s->kind == SEGMENT_TEXT) {
    p->texts[p->ntext++] = text_attr(vm, s->text->text, s->text->size);
    *after_text = true;
    return true;
  }
  Segment flat;
  if (s->kind == SEGMENT_PAD || s->kind == SEGMENT_EITHER) {
    if (!run_text_flatten(vm, s, &flat)) return false;
    s = &flat;
  }
  if (p->nvalue == 256) BUG("more than 256 run-time parts in a text");
  if (!*after_text) p->texts[p->ntext++] = text_attr(vm, "", 0);
  *after_text = false;
  if (!trace_use(vm, s->value, &p->values[p->nvalue++])) return false;
  bool choice = s->kind == SEGMENT_CHOICE;
  const char *style = choice ? "choice" : s->style->text;
  p->styles[p->nstyle++] = text_attr(vm, style, strlen(style));
  if (choice) p->tables[p->ntable++] = table_attr(vm, s->table);
  return true;
}

static bool emit_print(VM *vm, int stream, const Segment *segments, uint32_t n, Build *at) {
  PrintParts *p = ARENA_NEW(vm->arena, PrintParts);
  bool after_text = false;
  Build *saved = vm->build;
  vm->build = at;
  stage_locate(vm);
  bool ok = true;
  for (uint32_t i = 0; i < n && ok; i++) ok = add_segment(vm, p, &segments[i], &after_text);
  if (!after_text) p->texts[p->ntext++] = text_attr(vm, "", 0);
  MlirContext ctx = vm->build->ctx;
  MlirAttribute none = {0};
  MlirAttribute attrs = attrs_make(ctx, 4, "text", mlirArrayAttrGet(ctx, p->ntext, p->texts),
                                   "fields", mlirArrayAttrGet(ctx, p->nstyle, p->styles), "stream",
                                   stream == 1 ? none : attr_of_int(ctx, stream), "tables",
                                   p->ntable ? mlirArrayAttrGet(ctx, p->ntable, p->tables) : none);
  if (ok) ok = build_op(vm->build, OP_PRINT, p->nvalue, p->values, attrs, 0, NULL).ptr != NULL;
  vm->build = saved;
  return ok;
}

enum { MOST_PARTS = 200 }; // of a text that one op prints

// Many segments as few fields, each a text of its own.
static bool shorten(VM *vm, const Segment **segments, uint32_t *n) {
  while (*n > MOST_PARTS) {
    uint32_t few = (*n + MOST_PARTS - 1) / MOST_PARTS;
    Segment *made = ARENA_ARRAY(vm->arena, Segment, few);
    for (uint32_t i = 0; i < few; i++) {
      uint32_t from = i * MOST_PARTS, left = *n - from;
      MlirValue v;
      if (!stage_text(vm, *segments + from, left < MOST_PARTS ? left : MOST_PARTS, &v))
        return false;
      Value handle = run_scalar_new(vm, RUN_INT, v);
      made[i] = AS_RUN_STR(run_text_new(vm, handle))->segment[0];
    }
    *segments = made;
    *n = few;
  }
  return true;
}

// The segments as a text of the executable (i64).
bool stage_text(VM *vm, const Segment *segments, uint32_t n, MlirValue *out) {
  if (!shorten(vm, &segments, &n)) return false;
  PrintParts *p = ARENA_NEW(vm->arena, PrintParts);
  bool after_text = false;
  for (uint32_t i = 0; i < n; i++)
    if (!add_segment(vm, p, &segments[i], &after_text)) return false;
  if (!after_text) p->texts[p->ntext++] = text_attr(vm, "", 0);
  MlirContext ctx = vm->context;
  MlirAttribute none = {0};
  MlirAttribute attrs = attrs_make(ctx, 3, "text", mlirArrayAttrGet(ctx, p->ntext, p->texts),
                                   "fields", mlirArrayAttrGet(ctx, p->nstyle, p->styles), "tables",
                                   p->ntable ? mlirArrayAttrGet(ctx, p->ntable, p->tables) : none);
  MlirType t = type_tensor(dtype_type(vm, DTYPE_I64), dims_of(0, NULL));
  MlirOperation op = stage_op(vm, OP_TEXT, p->nvalue, p->values, attrs, 1, &t);
  return !mlirOperationIsNull(op) && (*out = op_result(op, 0), true);
}

// Ends the program with the text on stderr unless ok.
bool stage_check(VM *vm, MlirValue ok, Value text) {
  PrintParts *p = ARENA_NEW(vm->arena, PrintParts);
  Segment whole = {.kind = SEGMENT_TEXT, .text = AS_STR(text)};
  const RunStr *r = v_is(text, O_RUN_STR) ? AS_RUN_STR(text) : NULL;
  const Segment *s = r ? r->segment : &whole;
  bool after_text = false;
  uint32_t n = r ? r->n : 1;
  if (!shorten(vm, &s, &n)) return false;
  p->values[p->nvalue++] = ok;
  for (uint32_t i = 0; i < n; i++)
    if (!add_segment(vm, p, &s[i], &after_text)) return false;
  if (!after_text) p->texts[p->ntext++] = text_attr(vm, "", 0);
  MlirContext ctx = vm->context;
  MlirAttribute tables = {0};
  if (p->ntable) tables = mlirArrayAttrGet(ctx, p->ntable, p->tables);
  MlirAttribute attrs = attrs_make(ctx, 3, "text", mlirArrayAttrGet(ctx, p->ntext, p->texts),
                                   "fields", mlirArrayAttrGet(ctx, p->nstyle, p->styles), "tables",
                                   tables);
  stage_locate(vm);
  return !mlirOperationIsNull(stage_op(vm, OP_CHECK, p->nvalue, p->values, attrs, 0, NULL));
}

static bool print_at(VM *vm, int stream, Value text, Build *at);

// One of two texts: a case that prints.
static bool print_either(VM *vm, int stream, const Segment *s, Build *at) {
  MlirRegion regions[2];
  MlirValue which;
  Build *saved = vm->build;
  vm->build = at;
  bool ok = trace_use(vm, s->value, &which);
  for (int i = 0; i < 2 && ok; i++) {
    TraceSpec spec = {TRACE_PIECE, "print", "print", vm_here(vm)};
    Trace *t = trace_begin_region(vm, &spec, 0, NULL);
    ok = print_at(vm, stream, s->table->v[i], vm->build);
    if (ok) ok = trace_end_region(vm, t, 0, NULL, NULL, &regions[i]);
    else trace_abandon(vm, t);
    if (!ok && i) mlirRegionDestroy(regions[0]);
  }
  OpCall c = {.kind = OP_CASE, .nin = 1, .in = &which, .nregions = 2, .regions = regions};
  if (ok) ok = !mlirOperationIsNull(stage_op_regions(vm, &c));
  vm->build = saved;
  return ok;
}

static bool print_at(VM *vm, int stream, Value text, Build *at) {
  if (v_is(text, O_STR)) {
    Segment s = {.kind = SEGMENT_TEXT, .text = AS_STR(text)};
    return !AS_STR(text)->size || emit_print(vm, stream, &s, 1, at);
  }
  const RunStr *r = AS_RUN_STR(text);
  uint32_t done = 0;
  for (uint32_t i = 0; i <= r->n; i++) {
    if (i < r->n && r->segment[i].kind != SEGMENT_EITHER && i - done < MOST_PARTS) continue;
    if (i > done && !emit_print(vm, stream, r->segment + done, i - done, at)) return false;
    done = i;
    if (i >= r->n || r->segment[i].kind != SEGMENT_EITHER) continue;
    if (!print_either(vm, stream, &r->segment[i], at)) return false;
    done = i + 1;
  }
  return true;
}

bool stage_print(VM *vm, int stream, Value text) {
  if (trace_in_callback(vm)) return stage_print_here(vm, stream, text);
  trace_note_effect(vm);
  return print_at(vm, stream, text, trace_python_build(vm));
}

bool stage_print_here(VM *vm, int stream, Value text) {
  stage_note_op_effect(vm);
  return print_at(vm, stream, text, vm->build);
}

bool stage_flush(VM *vm) {
  bool here = trace_in_callback(vm);
  if (here) stage_note_op_effect(vm);
  else trace_note_effect(vm);
  Build *saved = vm->build;
  if (!here) vm->build = trace_python_build(vm);
  stage_locate(vm);
  build_op(vm->build, OP_FLUSH, 0, NULL, mlirAttributeGetNull(), 0, NULL);
  vm->build = saved;
  return true;
}

static bool separator(VM *vm, Value v, const char *name, Value preset, Value *out) {
  if (v_is_none(v)) return *out = preset, true;
  if (v_is(v, O_STR) || v_is(v, O_RUN_STR)) return *out = v, true;
  return vm_raise(vm, E_TypeError, "%s must be None or a string, not %s", name, type_name(vm, v));
}

// To an object with write(): one call for each piece.
static bool print_to(VM *vm, Value file, const Tuple *args, Value sep, Value end, bool flush) {
  Value ignored, text;
  for (uint32_t i = 0; i < args->n; i++) {
    if (i && !call_method(vm, file, "write", &sep, 1, &ignored)) return false;
    if (!value_str(vm, args->v[i], &text)) return false;
    if (!call_method(vm, file, "write", &text, 1, &ignored)) return false;
  }
  if (!call_method(vm, file, "write", &end, 1, &ignored)) return false;
  return !flush || call_method(vm, file, "flush", NULL, 0, &ignored);
}

// sys.stdout where the program has put something else there, or None.
static Value redirected(VM *vm) {
  Value sys = dict_get_c(vm, vm->modules, "sys");
  if (!v_is(sys, O_MODULE)) return V_NONE;
  Value now = dict_get_c(vm, ((Module *)sys.o)->dict, "stdout");
  bool same = v_is_empty(now) ||
              v_same(now, dict_get_c(vm, ((Module *)sys.o)->dict, "__stdout__"));
  return same ? V_NONE : now;
}

// print(*args, sep, end, file, flush): a file is 1, 2 (its _cjax_stream), or has write().
bool builtin_print(VM *vm, Value *a, Value *out) {
  const Tuple *args = AS_TUPLE(a[4]);
  Value sep, end, stream = V_EMPTY, text;
  bool flush;
  if (!separator(vm, a[0], "sep", v_str(vm, " "), &sep)) return false;
  if (!separator(vm, a[1], "end", v_str(vm, "\n"), &end)) return false;
  if (v_is_none(a[2])) a[2] = redirected(vm);
  if (!v_is_none(a[2]) && !find_attr(vm, a[2], str_name(vm, "_cjax_stream"), &stream)) return false;
  if (!truth(vm, a[3], &flush)) return false;
  *out = V_NONE;
  if (!v_is_none(a[2]) && v_is_empty(stream)) return print_to(vm, a[2], args, sep, end, flush);
  StrBuilder b;
  strb_init(&b, vm);
  for (uint32_t i = 0; i < args->n; i++) {
    if (i) strb_add_value(&b, sep);
    if (!strb_add_str(&b, args->v[i])) return strb_release(&b), false;
  }
  strb_add_value(&b, end);
  text = strb_finish(&b);
  if (!stage_print(vm, stream.tag == TAG_INT ? (int)stream.i : 1, text)) return false;
  return !flush || stage_flush(vm);
}
