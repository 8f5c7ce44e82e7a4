// trace_nan.c -- checks behind every op that can make a NaN: the first that does ends the program.
//
//   %y = cjax.log %x               =>    %y = cjax.log %x
//                                        cjax.check (no element: y != y and x == x),
//                                          "p.py:3:9: error: ... in log"
//
// A NaN that comes from an operand is none that the op made.  Operands of the op's shape are
// compared element by element, of others any NaN excuses the op.  Bodies of loops and branches are
// entered; what a loop tests, and the functions of sorts and reductions, cannot hold a check.
//
//   require:  transformations are expanded, complex arrays are split
#include "dialect/location.h"
#include "dialect/support/strbuf.h"
#include "dialect/transforms/transforms.h"

#include <string.h>

static bool is_float(Val v) {
  MlirType t = mlirValueGetType(v);
  return mlirTypeIsARankedTensor(t) && element_is_float(type_element(t));
}

// Ops that only move or pick elements make none; constants are meant.
static bool can_make_nan(const OpCall *c) {
  static const char *const never[] = {"shape", "control", "create", "select",
                                      "sort",  "custom",  "fusion", "marker"};
  if (c->kind == OP_COUNT || c->kind == OP_CONSTANT || !c->nout) return false;
  for (size_t i = 0; i < sizeof never / sizeof *never; i++)
    if (!strcmp(op_info[c->kind].family, never[i])) return false;
  return c->kind != OP_NEG && c->kind != OP_ABS;
}

//===-- the text ---------------------------------------------------------------------------===//

static void add_caret(StrBuf *s, SrcRange at) {
  uint32_t end = at.end_line == at.line ? at.end_col : at.col + 1;
  strbuf_puts(s, "\n    ");
  strbuf_fill(s, ' ', at.col - 1);
  strbuf_putc(s, '^');
  if (end > at.col + 1) strbuf_fill(s, '~', end - at.col - 1);
}

static const char *nan_text(Build *b, const OpCall *c) {
  SrcRange at = loc_range(c->loc);
  StrBuf s;
  size_t n = 0;
  strbuf_init(&s, b->arena);
  if (at.line) strbuf_printf(&s, "%s:%u:%u: ", diag_file_name(at.file), at.line, at.col);
  strbuf_printf(&s, "error: FloatingPointError: invalid value (nan) encountered in %s",
                op_name(c->kind));
  const char *line = at.line ? diag_source_line(at.file, at.line, &n) : NULL;
  if (line && n) {
    strbuf_printf(&s, "\n    %.*s", (int)n, line);
    add_caret(&s, at);
  }
  strbuf_putc(&s, '\n');
  return s.data;
}

//===-- the check --------------------------------------------------------------------------===//

static Val any_of(Build *b, Val bad) {
  Dims d = val_dims(bad);
  return d.n ? op_reduce(b, OP_REDUCE_OR, bad, dims_iota(d.n)) : bad;
}

// Where y is a NaN that no operand explains; rank 0.
static Val made_nan(Build *b, const OpCall *c, Val y) {
  Val bad = op_binary(b, OP_NE, y, y), excuse = VAL_NONE;
  bool elementwise = op_rules(c->kind)->flags & OP_ELEMENTWISE;
  for (int i = 0; i < c->nin; i++) {
    if (!is_float(c->in[i])) continue;
    Val x = c->in[i];
    if (elementwise && dims_equal(val_dims(x), val_dims(y))) {
      bad = op_binary(b, OP_AND, bad, op_binary(b, OP_EQ, x, x));
      continue;
    }
    Val nan = any_of(b, op_binary(b, OP_NE, x, x));
    excuse = val_is_none(excuse) ? nan : op_binary(b, OP_OR, excuse, nan);
  }
  bad = any_of(b, bad);
  return val_is_none(excuse) ? bad : op_binary(b, OP_AND, bad, op_unary(b, OP_NOT, excuse));
}

static void check_result(Build *b, const OpCall *c, Val y) {
  Val ok = op_unary(b, OP_NOT, made_nan(b, c, y));
  MlirAttribute text = attr_of_text(b->ctx, nan_text(b, c));
  MlirAttribute attrs = attrs_make(b->ctx, 2, "text", mlirArrayAttrGet(b->ctx, 1, &text), "fields",
                                   mlirArrayAttrGet(b->ctx, 0, NULL));
  build_op(b, OP_CHECK, 1, &ok, attrs, 0, NULL);
}

static void check_op(Build *b, MlirOperation op, MlirOperation next) {
  OpCall c = op_call(b->arena, op);
  if (!can_make_nan(&c)) return;
  b->block = mlirOperationGetBlock(op);
  b->before = next;
  b->loc = c.loc;
  for (int i = 0; i < c.nout; i++)
    if (is_float(op_result(op, i)) && type_count(mlirValueGetType(op_result(op, i))))
      check_result(b, &c, op_result(op, i));
}

static void check_block(Build *b, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    OpKind k = op_kind(op);
    check_op(b, op, next);
    int first = k == OP_WHILE ? 1 : 0; // region 0 is the test
    bool enter = k == OP_WHILE || k == OP_SCAN || k == OP_CASE;
    for (int r = first; enter && r < mlirOperationGetNumRegions(op); r++)
      check_block(b, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)));
  }
}

bool trace_nan(MlirModule m) {
  Arena a;
  arena_init(&a);
  Build b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = &a};
  MlirOperation f = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f)) {
    MlirBlock body = func_body(f);
    if (!mlirBlockIsNull(body)) check_block(&b, body);
  }
  arena_release(&a);
  return true;
}
