// frame.c -- frames: the stack they lie on, copies of them, and binding arguments to parameters.
#include "driver/stage/vm_internal.h"

#include <stdio.h>
#include <string.h>

static size_t frame_size(const Code *code) {
  return sizeof(Frame) + (code->nlocals + code->ncells + code->nfree + code->stack) * sizeof(Value);
}

static void frame_init(Frame *fr, Function *f, Code *code) {
  uint32_t n = code->nlocals + code->ncells + code->nfree;
  fr->code = code;
  fr->function = f;
  fr->module = f ? f->module : code->module;
  fr->names = NULL;
  fr->generator = NULL;
  fr->pc = fr->flags = 0;
  fr->sp = fr->slot + n;
  memset(fr->slot, 0, n * sizeof(Value));
}

Frame *frame_push_code(VM *vm, Function *f, Code *code) {
  VMInternal *in = vm->in;
  if (!code_prepare(vm, code)) return NULL;
  if (vm->due && !vm_poll(vm)) return NULL;
  size_t size = frame_size(code);
  if (++vm->depth > vm->depth_limit || (size_t)(in->stack_end - in->stack_top) < size) {
    vm->depth--;
    vm_raise(vm, E_RecursionError, "maximum recursion depth exceeded");
    return NULL;
  }
  Frame *fr = (Frame *)in->stack_top;
  in->stack_top += size;
  frame_init(fr, f, code);
  fr->back = vm->frame;
  return fr;
}

Frame *frame_push(VM *vm, Function *f) { return frame_push_code(vm, f, f->code); }

void frame_pop(VM *vm, Frame *f) {
  vm->depth--;
  vm->frame = f->back;
  if (!f->generator) vm->in->stack_top = (char *)f;
}

// Cells for the parameters and locals that nested functions use, and those of the closure.
void frame_make_cells(VM *vm, Frame *fr) {
  Code *code = fr->code;
  Value *cells = fr->slot + code->nlocals;
  for (uint32_t i = 0; i < code->ncells; i++) {
    Cell *c = cell_new(vm, code->cells[i]);
    if (code->cell_param[i] >= 0) c->v = fr->slot[code->cell_param[i]];
    cells[i] = v_obj(c);
  }
  for (uint32_t i = 0; i < code->nfree; i++)
    cells[code->ncells + i] = v_obj(fr->function->cells[i]);
}

struct FrameCopy {
  uint32_t pc, n, live;
  Value slot[];
};

uint32_t frame_slots(const Frame *f) { return (uint32_t)(f->sp - f->slot); }

FrameCopy *frame_save(VM *vm, const Frame *f, Arena *a) {
  uint32_t n = frame_slots(f);
  FrameCopy *c = arena_alloc(a, sizeof *c + n * sizeof(Value));
  c->pc = f->pc;
  c->n = n;
  memcpy(c->slot, f->slot, n * sizeof(Value));
  return c;
}

void frame_restore(VM *vm, Frame *f, const FrameCopy *copy) {
  f->pc = copy->pc;
  f->sp = f->slot + copy->n;
  memcpy(f->slot, copy->slot, copy->n * sizeof(Value));
}

Value frame_copy_slot(const FrameCopy *copy, uint32_t i) { return copy->slot[i]; }
uint32_t frame_copy_slots(const FrameCopy *copy) { return copy->n; }

const char *frame_slot_name(const Frame *f, uint32_t i) {
  const Code *code = f->code;
  if (i < code->nlocals) return code->locals[i]->text;
  if (i < code->nlocals + code->ncells + code->nfree) return code->cells[i - code->nlocals]->text;
  return "a temporary value";
}

// ---- Binding.

static const char *plural(uint32_t n) { return n == 1 ? "" : "s"; }

static const char *called_name(const Frame *fr) {
  return (fr->function ? fr->function->qualname : fr->code->qualname)->text;
}

static bool too_many(VM *vm, Frame *fr, uint32_t given, const Tuple *names) {
  const Code *code = fr->code;
  uint32_t ndef = fr->function && fr->function->defaults ? fr->function->defaults->n : 0;
  uint32_t kwonly = 0;
  for (uint32_t i = 0; names && i < names->n; i++)
    for (uint32_t k = 0; k < code->nkwonly; k++)
      kwonly += str_equal(AS_STR(names->v[i]), code->locals[code->npos + k]);
  const char *takes = ndef ? arena_printf(vm->arena, "from %u to %u", code->npos - ndef, code->npos)
                           : arena_printf(vm->arena, "%u", code->npos);
  uint32_t last = ndef ? 2 : code->npos;
  if (kwonly)
    return vm_raise(vm, E_TypeError,
                    "%s() takes %s positional argument%s but %u positional argument%s (and %u "
                    "keyword-only argument%s) were given",
                    called_name(fr), takes, plural(last), given, plural(given), kwonly,
                    plural(kwonly));
  return vm_raise(vm, E_TypeError, "%s() takes %s positional argument%s but %u %s given",
                  called_name(fr), takes, plural(last), given, given == 1 ? "was" : "were");
}

static bool missing(VM *vm, Frame *fr, uint32_t from, uint32_t to, const char *what) {
  const Code *code = fr->code;
  const char *names[64];
  uint32_t n = 0;
  for (uint32_t i = from; i < to && n < 64; i++)
    if (v_is_empty(fr->slot[i])) names[n++] = code->locals[i]->text;
  char *list = "";
  for (uint32_t i = 0; i < n; i++)
    list = arena_printf(vm->arena, "%s%s'%s'", list,
                        i == 0      ? ""
                        : i + 1 < n ? ", "
                        : n == 2    ? " and "
                                    : ", and ",
                        names[i]);
  return vm_raise(vm, E_TypeError, "%s() missing %u required %s argument%s: %s",
                  called_name(fr), n, what, plural(n), list);
}

static int64_t find_param(const Code *code, const Str *name) {
  uint32_t n = code->npos + code->nkwonly;
  for (uint32_t i = code->nposonly; i < n; i++)
    if (code->locals[i] == name) return i;
  for (uint32_t i = code->nposonly; i < n; i++)
    if (str_equal(code->locals[i], name)) return i;
  return -1;
}

// names: of all keyword arguments of the call.
static bool positional_only_error(VM *vm, const Code *code, const Tuple *names) {
  StrBuilder b;
  strb_init(&b, vm);
  for (uint32_t k = 0, n = 0; k < code->nposonly; k++)
    for (uint32_t i = 0; i < names->n; i++) {
      if (!str_equal(code->locals[k], AS_STR(names->v[i]))) continue;
      strb_puts(&b, n++ ? ", " : "");
      strb_puts(&b, code->locals[k]->text);
    }
  return vm_raise(vm, E_TypeError,
                  "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                  code->qualname->text, AS_STR(strb_finish(&b))->text);
}

static bool unexpected_keyword(VM *vm, const Code *code, Str *name) {
  List *known = list_new(vm, code->npos + code->nkwonly);
  for (uint32_t i = code->nposonly; i < code->npos + code->nkwonly; i++)
    list_append(vm, known, v_obj(code->locals[i]));
  return raise_keyword_error(vm, code->qualname->text, name, known);
}

static bool bind_keyword(VM *vm, Frame *fr, const Tuple *names, uint32_t at, Value v,
                         Dict *extra) {
  Str *name = AS_STR(names->v[at]);
  const Code *code = fr->code;
  int64_t i = find_param(code, name);
  if (i >= 0) {
    if (!v_is_empty(fr->slot[i]))
      return vm_raise(vm, E_TypeError, "%s() got multiple values for argument '%s'",
                      code->qualname->text, name->text);
    fr->slot[i] = v;
    return true;
  }
  if (extra) return dict_set(vm, extra, v_obj(name), v);
  for (uint32_t k = 0; k < code->nposonly; k++)
    if (str_equal(code->locals[k], name)) return positional_only_error(vm, code, names);
  return unexpected_keyword(vm, code, name);
}

static bool bind_defaults(VM *vm, Frame *fr, uint32_t nargs) {
  const Code *code = fr->code;
  const Tuple *defaults = fr->function ? fr->function->defaults : NULL;
  uint32_t ndef = defaults ? defaults->n : 0;
  for (uint32_t i = nargs; i < code->npos; i++) {
    if (!v_is_empty(fr->slot[i])) continue;
    if (i < code->npos - ndef) return missing(vm, fr, 0, code->npos - ndef, "positional");
    fr->slot[i] = defaults->v[i - (code->npos - ndef)];
  }
  bool lacks = false;
  for (uint32_t i = code->npos; i < code->npos + code->nkwonly; i++) {
    if (!v_is_empty(fr->slot[i])) continue;
    Dict *kw = fr->function ? fr->function->kwdefaults : NULL;
    if (kw) fr->slot[i] = dict_get_str(kw, code->locals[i]);
    lacks |= v_is_empty(fr->slot[i]);
  }
  return !lacks || missing(vm, fr, code->npos, code->npos + code->nkwonly, "keyword-only");
}

bool frame_bind(VM *vm, Frame *fr, const Value *args, uint32_t nargs, const Tuple *names) {
  const Code *code = fr->code;
  uint32_t npos = nargs < code->npos ? nargs : code->npos;
  if (npos) memcpy(fr->slot, args, npos * sizeof(Value));
  uint32_t next = code->npos + code->nkwonly;
  if (code->flags & CODE_VARARGS)
    fr->slot[next++] = v_obj(tuple_from(vm, args + npos, nargs - npos));
  Dict *extra = NULL;
  if (code->flags & CODE_VARKEYWORDS) {
    extra = dict_new(vm);
    fr->slot[next] = v_obj(extra);
  }
  for (uint32_t i = 0; names && i < names->n; i++)
    if (!bind_keyword(vm, fr, names, i, args[nargs + i], extra)) return false;
  if (nargs > code->npos && !(code->flags & CODE_VARARGS)) return too_many(vm, fr, nargs, names);
  if ((npos < code->npos || code->nkwonly) && !bind_defaults(vm, fr, npos)) return false;
  if (code->ncells | code->nfree) frame_make_cells(vm, fr);
  return true;
}

// ---- Places.

SrcRange frame_range(const Frame *f) {
  uint32_t at = f->pc ? f->pc - 1 : 0;
  return f->code->at ? *f->code->at[at] : f->code->node->at;
}

SrcRange vm_here(VM *vm) { return vm->frame ? frame_range(vm->frame) : (SrcRange){0}; }

SrcRange vm_user_here(VM *vm) {
  for (Frame *f = vm->frame; f; f = f->back)
    if (!(f->code->flags & CODE_LIBRARY)) return frame_range(f);
  return vm_here(vm);
}
