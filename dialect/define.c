// define.c -- ops that functions of the library define.
#include "dialect/clone.h"
#include "dialect/define.h"

#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/support/strbuf.h"
#include "dialect/transforms/transforms.h"

static DefineFn *the_library;

void definitions_from(DefineFn *define) { the_library = define; }

static void add_text(MlirStringRef s, void *text) { strbuf_add(text, s.data, s.length); }

// All that the function depends on.
static MlirAttribute signature_of(Build *b, const OpCall *c) {
  StrBuf s;
  strbuf_init(&s, b->arena);
  strbuf_printf(&s, "define %s ", op_name(c->kind));
  for (int i = 0; i < c->nin; i++)
    mlirTypePrint(mlirValueGetType(c->in[i]), add_text, &s);
  mlirAttributePrint(c->attrs, add_text, &s);
  for (int i = 0; i < c->nout; i++)
    mlirTypePrint(c->out[i], add_text, &s);
  return mlirStringAttrGet(b->ctx, mlirStringRefCreate(s.data, s.n));
}

MlirOperation definition_of(Build *b, const OpCall *c) {
  MlirAttribute signature = signature_of(b, c);
  MlirOperation f = func_derived(b->module, signature);
  if (!mlirOperationIsNull(f)) return f;
  if (!the_library) {
    diag_error(loc_range(c->loc), NULL, NULL,
               "%s: this tool is without the library that defines it",
               op_name(c->kind));
    return f;
  }
  f = the_library(b, c);
  if (!mlirOperationIsNull(f)) func_set_derived(f, signature);
  return f;
}

static bool is_straight(MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    if (mlirOperationGetNumRegions(op)) return false;
  return true;
}

bool expand_definition(Build *b, const OpCall *c, Val *out) {
  MlirOperation f = definition_of(b, c);
  if (mlirOperationIsNull(f)) return false;
  MlirBlock body = func_body(f);
  if (!is_straight(body)) {
    MlirOperation call = call_create(b, f, c->nin, c->in);
    for (int i = 0; i < c->nout; i++)
      out[i] = op_result(call, i);
    return true;
  }
  ValMap *m = val_map_create(b->arena);
  int n;
  for (int i = 0; i < c->nin; i++)
    val_map_put(m, mlirBlockGetArgument(body, i), c->in[i]);
  const Val *y = clone_block(b, body, m, &n);
  for (int i = 0; i < n; i++)
    out[i] = y[i];
  return true;
}
