// library_calls.c -- the C functions that a library calls: their prototypes, for its header.
#include <string.h>

#include "dialect/support/strbuf.h"
#include "dialect/support/vec.h"
#include "lower/emit.h"
#include "lower/library_internal.h"

typedef struct Found {
  Arena *arena;
  VEC(Foreign) all;
} Found;

// "const float *x0": complex numbers are pairs of their parts.
static void print_parameter(StrBuf *s, bool result, int i, MlirType t) {
  const char *qualifier = result ? "" : "const ";
  strbuf_printf(s, "%s%s *%c%d", qualifier, library_c_type(type_element(t)), result ? 'y' : 'x', i);
}

static const char *prototype(Arena *a, const OpCall *c, const char *name) {
  StrBuf s;
  strbuf_init(&s, a);
  strbuf_printf(&s, "int %s(%s", name, c->nin + c->nout ? "" : "void");
  for (int i = 0; i < c->nin; i++) {
    if (i) strbuf_puts(&s, ", ");
    print_parameter(&s, false, i, mlirValueGetType(c->in[i]));
  }
  for (int i = 0; i < c->nout; i++) {
    if (i + c->nin) strbuf_puts(&s, ", ");
    print_parameter(&s, true, i, c->out[i]);
  }
  strbuf_puts(&s, ");");
  return s.data;
}

static const char *shapes(Arena *a, const OpCall *c) {
  StrBuf s;
  strbuf_init(&s, a);
  for (int i = 0; i < c->nin; i++)
    strbuf_printf(&s, "%s%s", i ? ", " : "", type_text(mlirValueGetType(c->in[i])));
  strbuf_puts(&s, c->nin ? " ->" : "->");
  for (int i = 0; i < c->nout; i++)
    strbuf_printf(&s, "%s %s", i ? "," : "", type_text(c->out[i]));
  return s.data;
}

static MlirWalkResult find_call(MlirOperation op, void *data) {
  Found *f = data;
  if (op_kind(op) != OP_FFI_CALL) return MlirWalkResultAdvance;
  OpCall c = op_call(f->arena, op);
  const char *name = attr_text(f->arena, c.attrs, "target");
  const char *text = prototype(f->arena, &c, name), *note = shapes(f->arena, &c);
  bool declared = true;
  for (size_t i = 0; i < f->all.n; i++) {
    Foreign *other = &f->all.data[i];
    if (strcmp(other->name, name)) continue;
    if (!strcmp(other->prototype, text)) {
      if (!strstr(other->note, note))
        other->note = arena_printf(f->arena, "%s; %s", other->note, note);
      return MlirWalkResultAdvance;
    }
    declared = false; // C knows one type of a function
  }
  VEC_PUSH(f->arena, f->all, ((Foreign){name, text, note, declared}));
  return MlirWalkResultAdvance;
}

void library_find_calls(Library *l, Arena *a, MlirModule m) {
  Found f = {.arena = a};
  mlirOperationWalk(mlirModuleGetOperation(m), find_call, &f, MlirWalkPreOrder);
  l->calls = f.all.data, l->ncalls = (int)f.all.n;
}

void library_print_calls(StrBuf *s, const Library *l) {
  if (!l->ncalls) return;
  strbuf_puts(s, "// What the program calls, and who links it defines; not 0 is a failed check.\n");
  for (int i = 0; i < l->ncalls; i++)
    strbuf_printf(s, "%s%s // %s\n", l->calls[i].declared ? "" : "// also ", l->calls[i].prototype,
                  l->calls[i].note);
  strbuf_putc(s, '\n');
}

void library_list_calls(StrBuf *s, const Library *l) {
  if (!l->ncalls) return;
  strbuf_puts(s, "  \"calls\": [");
  for (int i = 0; i < l->ncalls; i++)
    strbuf_printf(s, "%s\"%s\"", i ? ", " : "", l->calls[i].prototype);
  strbuf_puts(s, "],\n");
}
