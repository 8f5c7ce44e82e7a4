// effect.c -- the ordered chain of effects: output, checks, clocks, files, the command line.
//
// Nothing here has a derivative: tangents of what is printed are dropped.  Under vmap an effect on
// batched operands happens once per element, in order.
#include "dialect/op.h"
#include "dialect/transforms/transforms.h"

static bool is_scalar(const OpCall *c, MlirType t, const char *what, MlirType e) {
  if (!type_rank(t) && mlirTypeEqual(type_element(t), e)) return true;
  return shape_error(c, "%s must be %s, got %s", what, type_text(type_tensor(e, (Dims){0})),
                     type_text(t));
}

static MlirContext context_of(const OpCall *c) { return mlirLocationGetContext(c->loc); }

// texts are n + 1 pieces around n fields, one for each operand from `first`.
static bool check_text(const OpCall *c, int first) {
  MlirAttribute text = attr_get(c->attrs, "text"), fields = attr_get(c->attrs, "fields");
  int pieces = (int)mlirArrayAttrGetNumElements(text), n = (int)mlirArrayAttrGetNumElements(fields);
  if (n != c->nin - first || pieces != n + 1)
    return shape_error(c, "%d operands, %d fields and %d pieces of text do not fit", c->nin - first,
                       n, pieces);
  return true;
}

static bool shape_print(const OpCall *c, MlirType *out) { return check_text(c, 0); }

static bool shape_check(const OpCall *c, MlirType *out) {
  return is_scalar(c, mlirValueGetType(c->in[0]), "condition",
                   mlirIntegerTypeGet(context_of(c), 1)) &&
         check_text(c, 1);
}

static bool shape_exit(const OpCall *c, MlirType *out) {
  return is_scalar(c, mlirValueGetType(c->in[0]), "status", mlirIntegerTypeGet(context_of(c), 64));
}

static bool shape_none(const OpCall *c, MlirType *out) { return true; }

static bool shape_given(const OpCall *c, MlirType *out) {
  if (!c->out) return shape_error(c, "result type missing");
  out[0] = c->out[0];
  return true;
}

static bool shape_ffi_call(const OpCall *c, MlirType *out) {
  if (c->nout && !c->out) return shape_error(c, "result types missing");
  for (int i = 0; i < c->nout; i++) out[i] = c->out[i];
  return true;
}

static bool shape_int(const OpCall *c, MlirType *out) {
  out[0] = type_tensor(mlirIntegerTypeGet(context_of(c), 64), (Dims){0});
  return true;
}

static bool shape_text(const OpCall *c, MlirType *out) {
  return check_text(c, 0) && shape_int(c, out);
}

static bool shape_sleep(const OpCall *c, MlirType *out) {
  return is_scalar(c, mlirValueGetType(c->in[0]), "seconds", mlirF64TypeGet(context_of(c)));
}

static bool shape_argv(const OpCall *c, MlirType *out) {
  return is_scalar(c, mlirValueGetType(c->in[0]), "index",
                   mlirIntegerTypeGet(context_of(c), 64)) &&
         shape_int(c, out);
}

static bool batch_wait(Build *b, const OpCall *c, const bool *batched, Val *out,
                       bool *out_batched) {
  return !mlirOperationIsNull(build_like(b, c, c->in));
}

enum { EFFECT = OP_EFFECT | OP_ZERO_TANGENT };

#define EFFECT_RULES(name, shape_rule, batch_rule)                                                 \
  const OpRules rules_##name = {.shape = shape_rule, .batch = batch_rule, .flags = EFFECT}

EFFECT_RULES(print, shape_print, batch_one_by_one);
EFFECT_RULES(flush, shape_none, batch_wait);
EFFECT_RULES(check, shape_check, batch_one_by_one);
EFFECT_RULES(clock, shape_given, NULL);
EFFECT_RULES(load_npy, shape_given, NULL);
EFFECT_RULES(save_npy, shape_none, NULL);
EFFECT_RULES(ffi_call, shape_ffi_call, batch_one_by_one);
EFFECT_RULES(argc, shape_int, NULL);
EFFECT_RULES(argv, shape_argv, NULL);
EFFECT_RULES(sleep, shape_sleep, batch_one_by_one);
EFFECT_RULES(parse_args, shape_none, NULL);
EFFECT_RULES(parsed_arg, shape_given, NULL);
EFFECT_RULES(text, shape_text, NULL);
EFFECT_RULES(text_call, shape_given, NULL);
EFFECT_RULES(open_model, shape_none, NULL);
EFFECT_RULES(model_input, shape_given, NULL);
EFFECT_RULES(model_result, shape_none, NULL);
EFFECT_RULES(exit, shape_exit, batch_one_by_one);
EFFECT_RULES(block_until_ready, shape_none, batch_wait);
