// origin.c -- notes under an error of shapes: where the arrays that do not fit come from.
#include "dialect/location.h"
#include "driver/stage/staging.h"
#include "driver/stage/trace.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

enum { MOST_ORIGINS = 4, MOST_STEPS = 16 };

static bool same_place(SrcRange a, SrcRange b) {
  return a.file == b.file && a.line == b.line && a.col == b.col;
}

// An error that says something about shapes, of the library or of JAX.
static bool is_about_shapes(VM *vm) {
  static const char *const words[] = {"shape", "dimension", "broadcast", "size", "axis"};
  if (!vm_exc_is(vm, E_TypeError) && !vm_exc_is(vm, E_ValueError)) return false;
  const Exception *e = (Exception *)vm->exc.o;
  if (e->head.flags & EXC_ORIGINS || e->id || !e->args->n || !v_is(e->args->v[0], O_STR))
    return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strstr(AS_STR(e->args->v[0])->text, words[i])) return true;
  return false;
}

// Where the program made it; ops of the call that failed are passed over.
static SrcRange origin_of(const Array *x, SrcRange here) {
  MlirValue v = x->value;
  if (x->at.line && !same_place(x->at, here)) return x->at;
  for (int i = 0; i < MOST_STEPS && !mlirValueIsNull(v) && mlirValueIsAOpResult(v); i++) {
    MlirOperation op = mlirOpResultGetOwner(v);
    SrcRange at = loc_range(mlirOperationGetLocation(op));
    if (at.line && !same_place(at, here)) return at;
    if (!mlirOperationGetNumOperands(op)) break;
    v = mlirOperationGetOperand(op, 0);
  }
  return (SrcRange){0};
}

static void note_array(VM *vm, Value v, SrcRange here, SrcRange *noted, uint32_t *n) {
  Aval a;
  SrcRange at = origin_of(AS_ARRAY(v), here);
  if (!at.line || !value_aval(vm, v, &a)) return;
  for (uint32_t i = 0; i < *n; i++)
    if (same_place(noted[i], at)) return;
  noted[(*n)++] = at;
  vm_add_note(vm, at, "%s comes from here", aval_text(vm, &a, false));
}

void origin_note(VM *vm, const Value *v, uint32_t n, SrcRange here) {
  SrcRange noted[MOST_ORIGINS];
  uint32_t nnoted = 0;
  if (!is_about_shapes(vm)) return;
  vm->exc.o->flags |= EXC_ORIGINS;
  for (uint32_t i = 0; i < n && nnoted < MOST_ORIGINS; i++) {
    if (is_array(v[i])) note_array(vm, v[i], here, noted, &nnoted);
    const Value *items = v_is(v[i], O_LIST)    ? AS_LIST(v[i])->v
                         : v_is(v[i], O_TUPLE) ? AS_TUPLE(v[i])->v
                                               : NULL;
    uint32_t nitems = v_is(v[i], O_LIST) ? AS_LIST(v[i])->n : items ? AS_TUPLE(v[i])->n : 0;
    for (uint32_t k = 0; k < nitems && nnoted < MOST_ORIGINS; k++)
      if (is_array(items[k])) note_array(vm, items[k], here, noted, &nnoted);
  }
}

void origin_note_frame(VM *vm, const Frame *f) {
  if (!(f->code->flags & CODE_LIBRARY) || !f->back || f->back->code->flags & CODE_LIBRARY) return;
  uint32_t n = f->code->npos + f->code->nkwonly + !!(f->code->flags & CODE_VARARGS);
  origin_note(vm, f->slot, n, frame_range(f->back));
}
