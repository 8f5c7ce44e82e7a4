// variable.c -- -g -O0: what the program calls its arrays, for debuggers.
//
// When a variable of the program gets an array or a number of the executable, its value becomes a
// `cjax.name` of itself, "var:x", which lowering keeps in memory of its own.  The object stays the
// same one: only what it stands for has a name.
#include "driver/stage/log.h"
#include "driver/stage/staging.h"
#include "driver/stage/trace.h"

#include <string.h>

// Made in the block where ops go; not a row of an array, which is not taken out before it is used.
static bool is_here(VM *vm, MlirValue v) {
  if (mlirValueIsNull(v)) return false;
  MlirBlock block = mlirValueIsABlockArgument(v) ? mlirBlockArgumentGetOwner(v)
                                                 : mlirOperationGetBlock(mlirOpResultGetOwner(v));
  return mlirBlockEqual(block, vm->build->block);
}

static MlirValue name_value(VM *vm, MlirValue v, const char *name) {
  MlirAttribute text = attr_of_text(vm->context, arena_printf(vm->arena, "var:%s", name));
  MlirType type = mlirValueGetType(v);
  stage_locate(vm);
  return op_result(build_any(vm->build, "cjax.name", 1, &v, 1, &type,
                             attrs_make(vm->context, 1, "name", text)), 0);
}

void stage_name_variable(VM *vm, Value v, const char *name) {
  if (staging(vm)->shown) return; // make_jaxpr shows what the program says
  if (is_array(v)) {
    Array *x = AS_ARRAY(v);
    if (x->owner != vm->trace || x->deleted || !v_is_empty(x->view) || !is_here(vm,
        x->value)) return;
    if (LOG_OLD(vm, x)) log_state(vm, &x->head, sizeof *x);
    x->value = name_value(vm, x->value, name);
  } else if (is_run_scalar(v)) {
    RunScalar *x = (RunScalar *)v.o;
    if (x->owner != vm->trace || !is_here(vm, x->value)) return;
    if (LOG_OLD(vm, x)) log_state(vm, &x->head, sizeof *x);
    x->value = name_value(vm, x->value, name);
  }
}

// After x[i] = v of a NumPy array: all variables here that are x.
void stage_name_changed(VM *vm, Frame *f, Value x) {
  if (!is_array(x) || !AS_ARRAY(x)->numpy) return;
  for (uint32_t i = 0; i < f->code->nlocals; i++)
    if (f->slot[i].tag == x.tag && f->slot[i].o == x.o)
      stage_name_variable(vm, x, f->code->locals[i]->text);
  const Dict *d = f->module->dict;
  for (uint32_t i = 0; i < d->n; i++) {
    const DictEntry *e = &d->entries[i];
    if (e->value.tag == x.tag && e->value.o == x.o && v_is(e->key, O_STR))
      stage_name_variable(vm, x, AS_STR(e->key)->text);
  }
}
