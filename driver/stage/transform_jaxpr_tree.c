// transform_jaxpr_tree.c -- a jaxpr as tuples, of which the library makes objects.
//
//     jaxpr    (text, consts, ins, outs, [equation, ...])
//     equation (text, primitive, results, operands, [(name, text or jaxpr or [jaxpr, ...]), ...])
//
// Names are the same in all parts, so that an operand's says which equation it comes from; the
// texts are for printing, each with names from a on.
#include "dialect/clone.h"
#include "dialect/transforms/transforms.h"
#include "driver/stage/transform.h"
#include "driver/stage/transform_jaxpr.h"

#include <string.h>

//===-- tuples -----------------------------------------------------------------------------===//

static Value str_value(VM *vm, const char *text) { return v_obj(str_new(vm, text, strlen(text))); }

static Value tuple_of(VM *vm, uint32_t n, const Value *xs) {
  Tuple *t = tuple_new(vm, n);
  memcpy(t->v, xs, n * sizeof *xs);
  return v_obj(t);
}

static Value jaxpr_tuple(VM *vm, const Jaxpr *j);

static Value param_value(VM *vm, const Param *p) {
  if (p->text) return str_value(vm, p->text);
  if (!p->tuple) return jaxpr_tuple(vm, p->jaxpr[0]);
  List *list = list_new(vm, 0);
  for (int i = 0; i < p->n; i++)
    list_append(vm, list, jaxpr_tuple(vm, p->jaxpr[i]));
  return v_obj(list);
}

static Value eqn_tuple(VM *vm, const Eqn *e) {
  List *params = list_new(vm, 0);
  for (int i = 0; i < e->nparam; i++) {
    Value name = str_value(vm, e->param[i].name);
    list_append(vm, params, tuple_of(vm, 2, (Value[]){name, param_value(vm, &e->param[i])}));
  }
  Value text = str_value(vm, jaxpr_eqn_text(vm->arena, e)), prim = str_value(vm, e->prim);
  Value results = str_value(vm, e->binders), operands = str_value(vm, e->args);
  return tuple_of(vm, 5, (Value[]){text, prim, results, operands, v_obj(params)});
}

static Value jaxpr_tuple(VM *vm, const Jaxpr *j) {
  List *eqns = list_new(vm, 0);
  for (const Eqn *e = j->first; e; e = e->next)
    list_append(vm, eqns, eqn_tuple(vm, e));
  Value text = str_value(vm, jaxpr_text(vm->arena, j)), consts = str_value(vm, j->consts);
  Value ins = str_value(vm, j->ins), outs = str_value(vm, j->outs);
  return tuple_of(vm, 5, (Value[]){text, consts, ins, outs, v_obj(eqns)});
}

//===-- constants --------------------------------------------------------------------------===//

// The values that the jaxpr's constants stand for: what is captured, then copies of constants.
static Value const_values(VM *vm, const StagedFunc *f, uint32_t n, const MlirValue *constants) {
  List *list = list_new(vm, 0);
  MlirBlock block = func_body(f->func);
  for (intptr_t i = f->nin; i < mlirBlockGetNumArguments(block); i++)
    for (uint32_t k = 0; k < f->ncapture; k++)
      if (f->capture[k].inside.ptr == mlirBlockGetArgument(block, i).ptr)
        list_append(vm, list, f->capture[k].value);
  for (uint32_t i = 0; i < n; i++) {
    MlirOperation op = mlirOpResultGetOwner(constants[i]);
    Val v = op_result(clone_op(vm->build, op, val_map_create(vm->arena)), 0);
    list_append(vm, list, array_new(vm, v, element_dtype(val_element(v)), false));
  }
  return v_obj(list);
}

// jaxpr(staged) -> (jaxpr, values of its constants)
static bool fn_jaxpr(VM *vm, Value *bound, Value *out) {
  StagedFunc *f = staged_of(vm, bound[0]);
  if (!f) return false;
  Build at = *vm->build;
  if (!expand_in_function(&at, f->func)) return vm_raise(vm, E_TypeError, "make_jaxpr failed");
  uint32_t n;
  MlirValue *constants;
  Value tree = jaxpr_tuple(vm, jaxpr_of_func(vm, f, &n, &constants));
  *out = tuple_of(vm, 2, (Value[]){tree, const_values(vm, f, n, constants)});
  return true;
}

const NativeDef transform_jaxpr_functions[] = {{"jaxpr", "staged, /", fn_jaxpr}, {0}};
