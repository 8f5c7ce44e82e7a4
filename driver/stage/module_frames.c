// module_frames.c -- _cjax.frames: the frames of the program that is being run, for a debugger.
#include "driver/stage/vm_internal.h"

#include "driver/python/ast.h"

// The lines of a function with its decorators; a module's are all, from 0.
static SrcRange lines_of(const Code *code) {
  SrcRange at = {0};
  if (code->flags & CODE_MODULE || !code->node) return at;
  at = code->node->at;
  if (code->node->kind != NODE_FUNCTION) return at;
  const NodeList *d = &code->node->function.decorators;
  for (uint32_t i = 0; i < d->n; i++)
    if (d->data[i]->at.line < at.line) at.line = d->data[i]->at.line;
  return at;
}

static Value source_lines(VM *vm, uint32_t file, SrcRange at) {
  List *l = list_new(vm, 16);
  size_t n;
  for (uint32_t i = at.line ? at.line : 1; !at.end_line || i <= at.end_line; i++) {
    const char *text = diag_source_line(file, i, &n);
    if (!text) break;
    list_append(vm, l, v_obj(str_new(vm, text, n)));
  }
  return v_obj(l);
}

// stack(): (file, line, its source's first line, source lines, variables) of each frame of the
// program, the innermost first.
static bool frames_stack(VM *vm, Value *a, Value *out) {
  List *l = list_new(vm, 4);
  for (Frame *f = vm->frame; f; f = f->back) {
    if (f->code->flags & CODE_LIBRARY) continue;
    SrcRange at = frame_range(f), whole = lines_of(f->code);
    Value v[5] = {v_str(vm, diag_file_name(at.file)), v_int(at.line), v_int(whole.line),
                  source_lines(vm, at.file, whole), v_obj(frame_locals(vm, f))};
    list_append(vm, l, v_obj(tuple_from(vm, v, 5)));
  }
  return *out = v_obj(l), true;
}

static const NativeDef frames_functions[] = {{"stack", "", frames_stack}, {0}};

const NativeModule native_module_frames = {"_cjax.frames", frames_functions, NULL};
