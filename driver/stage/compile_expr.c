// compile_expr.c -- expressions to bytecode: each leaves one value on the stack.
#include "driver/stage/compile.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

static Value int_constant(Compiler *c, const Node *n) {
  if (n->int_.is_small) return v_int(n->int_.small);
  return bigint_parse(c->vm, n->int_.digits, n->int_.n, n->int_.base);
}

static bool is_name_like(const char *s, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (!(s[i] == '_' || (s[i] >= '0' && s[i] <= '9') || (s[i] >= 'a' && s[i] <= 'z') ||
          (s[i] >= 'A' && s[i] <= 'Z')))
      return false;
  return true;
}

static bool constant_negative(Compiler *c, const Node *n, Value *out) {
  const Node *x = n->unary_op.operand;
  if (n->unary_op.op != AST_NEG) return false;
  if (x->kind != NODE_INT && x->kind != NODE_FLOAT && x->kind != NODE_IMAGINARY) return false;
  Value v;
  if (!compile_constant(c, x, &v)) return false;
  return value_unary(c->vm, UNARY_NEG, v, out);
}

static bool constant_tuple(Compiler *c, const Node *n, Value *out) {
  NodeList items = n->sequence.items;
  if (items.n > 64) return false;
  for (uint32_t i = 0; i < items.n; i++) {
    Value v;
    if (!compile_constant(c, items.data[i], &v)) return false;
  }
  Tuple *t = tuple_new(c->vm, items.n);
  for (uint32_t i = 0; i < items.n; i++) compile_constant(c, items.data[i], &t->v[i]);
  *out = v_obj(t);
  return true;
}

bool compile_constant(Compiler *c, const Node *n, Value *out) {
  switch (n->kind) {
  case NODE_NONE: *out = V_NONE; return true;
  case NODE_TRUE: *out = v_bool(true); return true;
  case NODE_FALSE: *out = v_bool(false); return true;
  case NODE_ELLIPSIS: *out = c->vm->ellipsis; return true;
  case NODE_INT: *out = int_constant(c, n); return true;
  case NODE_FLOAT: *out = v_float(n->float_.value); return true;
  case NODE_IMAGINARY: *out = complex_new(c->vm, 0, n->float_.value); return true;
  case NODE_STR:
    *out = v_obj(n->str.n <= 40 && is_name_like(n->str.data, n->str.n)
                     ? str_intern(c->vm, n->str.data, n->str.n)
                     : str_new(c->vm, n->str.data, n->str.n));
    return true;
  case NODE_BYTES: *out = v_obj(bytes_new(c->vm, n->str.data, n->str.n)); return true;
  case NODE_UNARY_OP: return constant_negative(c, n, out);
  case NODE_TUPLE: return constant_tuple(c, n, out);
  default: return false;
  }
}

// a and b: [a] JUMP_IF_FALSE_OR_POP end; [b] end:
static void compile_bool_op(Compiler *c, const Node *n) {
  Patches ends = {0};
  uint32_t first = c->regions.n;
  Bytecode op = n->bool_op.op == AST_AND ? BC_JUMP_IF_FALSE_OR_POP : BC_JUMP_IF_TRUE_OR_POP;
  for (uint32_t i = 0; i < n->bool_op.values.n; i++) {
    compile_expr(c, n->bool_op.values.data[i]);
    if (i + 1 == n->bool_op.values.n) break;
    c->at = &n->bool_op.values.data[i]->at;
    uint32_t jump = bc_jump(c, op);
    VEC_PUSH(c->arena, ends, jump);
    uint32_t r = region_add(c, REGION_BOOL, jump);
    c->regions.data[r].depth = c->depth + 1;
  }
  patch_list(c, &ends);
  for (uint32_t i = first; i < c->regions.n; i++) {
    Region *r = &c->regions.data[i];
    if (r->kind != REGION_BOOL || r->join) continue;
    r->join = compile_here(c);
    bool and = n->bool_op.op == AST_AND;
    r->body = and? r->at + 1 : r->join;
    r->other = and? r->join : r->at + 1;
  }
}

static void compile_compare_op(Compiler *c, AstOp op) {
  switch (op) {
  case AST_IN: bc(c, BC_CONTAINS, 0); break;
  case AST_NOT_IN: bc(c, BC_CONTAINS, 1); break;
  case AST_IS: bc(c, BC_IS, 0); break;
  case AST_IS_NOT: bc(c, BC_IS, 1); break;
  case AST_EQ: bc(c, BC_COMPARE, COMPARE_EQ); break;
  case AST_NE: bc(c, BC_COMPARE, COMPARE_NE); break;
  case AST_LT: bc(c, BC_COMPARE, COMPARE_LT); break;
  case AST_LE: bc(c, BC_COMPARE, COMPARE_LE); break;
  case AST_GT: bc(c, BC_COMPARE, COMPARE_GT); break;
  default: bc(c, BC_COMPARE, COMPARE_GE);
  }
}

// a < b < c: the middle value waits in a hidden local, so that both ends leave one value.
static void compile_compare(Compiler *c, const Node *n) {
  compile_expr(c, n->compare.left);
  Patches ends = {0};
  uint32_t first = c->regions.n;
  for (uint32_t i = 0; i < n->compare.others.n; i++) {
    bool last = i + 1 == n->compare.others.n;
    compile_expr(c, n->compare.others.data[i]);
    c->at = &n->at;
    if (last) {
      compile_compare_op(c, n->compare.ops[i]);
      break;
    }
    uint32_t temp = compile_temp(c);
    bc(c, BC_COPY, 1);
    bc(c, BC_STORE_LOCAL, temp);
    compile_compare_op(c, n->compare.ops[i]);
    uint32_t jump = bc_jump(c, BC_JUMP_IF_FALSE_OR_POP);
    VEC_PUSH(c->arena, ends, jump);
    uint32_t r = region_add(c, REGION_BOOL, jump);
    c->regions.data[r].depth = c->depth + 1;
    bc(c, BC_LOAD_LOCAL, temp);
  }
  patch_list(c, &ends);
  for (uint32_t i = first; i < c->regions.n; i++) {
    Region *r = &c->regions.data[i];
    if (r->kind != REGION_BOOL || r->join) continue;
    r->join = r->other = compile_here(c);
    r->body = r->at + 1;
  }
}

static void compile_if_exp(Compiler *c, const Node *n) {
  compile_expr(c, n->if_exp.test);
  c->at = &n->if_exp.test->at;
  uint32_t no = bc_jump(c, BC_JUMP_IF_FALSE);
  uint32_t r = region_add(c, REGION_IF, no);
  compile_expr(c, n->if_exp.body);
  uint32_t end = bc_jump(c, BC_JUMP);
  patch_here(c, no);
  c->depth--;
  c->regions.data[r].body = no + 1;
  c->regions.data[r].other = compile_here(c);
  compile_expr(c, n->if_exp.orelse);
  patch_here(c, end);
  c->regions.data[r].join = compile_here(c);
  c->regions.data[r].depth = c->depth;
}

static void compile_dict(Compiler *c, const Node *n) {
  bool plain = n->dict.values.n <= 256;
  for (uint32_t i = 0; i < n->dict.values.n; i++) plain &= n->dict.keys.data[i] != NULL;
  if (!plain) bc(c, BC_BUILD_DICT, 0);
  for (uint32_t i = 0; i < n->dict.values.n; i++) {
    const Node *key = n->dict.keys.data[i];
    if (key) compile_expr(c, key);
    compile_expr(c, n->dict.values.data[i]);
    c->at = &n->at;
    if (!plain && key) bc(c, BC_DICT_ADD, 1);
    if (!plain && !key) bc(c, BC_DICT_UPDATE, 1);
  }
  if (plain) bc(c, BC_BUILD_DICT, n->dict.values.n);
}

static bool has_star(NodeList l) {
  for (uint32_t i = 0; i < l.n; i++)
    if (l.data[i]->kind == NODE_STARRED) return true;
  return false;
}

// A set of three or more constants is a copy of a frozen one, which CPython builds twice when it
// merges constants: the order shows that.
static bool compile_constant_set(Compiler *c, const Node *n) {
  NodeList items = n->sequence.items;
  Set *s = set_new(c->vm, true);
  Value v;
  if (n->kind != NODE_SET || items.n < 3) return false;
  for (uint32_t i = 0; i < items.n; i++)
    if (!compile_constant(c, items.data[i], &v) || !set_add(c->vm, s, v)) return false;
  Set *merged = set_new(c->vm, true);
  for (uint32_t pos = 0; set_each(s, &pos, &v);)
    if (!set_add(c->vm, merged, v)) return false;
  s = merged;
  bc(c, BC_BUILD_SET, 0);
  bc_const(c, v_obj(s));
  bc(c, BC_SET_UPDATE, 1);
  return true;
}

static void compile_sequence(Compiler *c, const Node *n) {
  NodeList items = n->sequence.items;
  if (compile_constant_set(c, n)) return;
  Bytecode build = n->kind == NODE_TUPLE  ? BC_BUILD_TUPLE
                   : n->kind == NODE_LIST ? BC_BUILD_LIST
                                          : BC_BUILD_SET;
  if (!has_star(items) && items.n <= 256) {
    for (uint32_t i = 0; i < items.n; i++) compile_expr(c, items.data[i]);
    c->at = &n->at;
    bc(c, build, items.n);
    return;
  }
  bool set = n->kind == NODE_SET;
  bc(c, set ? BC_BUILD_SET : BC_BUILD_LIST, 0);
  for (uint32_t i = 0; i < items.n; i++) {
    bool star = items.data[i]->kind == NODE_STARRED;
    compile_expr(c, star ? items.data[i]->value.value : items.data[i]);
    c->at = &items.data[i]->at;
    if (set)
      bc(c, star ? BC_SET_UPDATE : BC_SET_ADD, 1);
    else
      bc(c, star ? BC_LIST_EXTEND : BC_LIST_APPEND, 1);
  }
  c->at = &n->at;
  if (n->kind == NODE_TUPLE) bc(c, BC_LIST_TO_TUPLE, 0);
}

static void compile_fstring(Compiler *c, const Node *n) {
  NodeList parts = n->fstring.parts;
  for (uint32_t i = 0; i < parts.n; i++) {
    const Node *p = parts.data[i];
    if (p->kind == NODE_STR) {
      bc_const(c, v_obj(str_new(c->vm, p->str.data, p->str.n)));
      continue;
    }
    compile_expr(c, p->field.value);
    uint32_t k = p->field.conversion == 's'   ? 1
                 : p->field.conversion == 'r' ? 2
                 : p->field.conversion == 'a' ? 3
                                              : 0;
    if (p->field.spec) compile_expr(c, p->field.spec);
    c->at = &p->at;
    bc(c, BC_FORMAT, k | (p->field.spec ? 4 : 0));
  }
  c->at = &n->at;
  bc(c, BC_BUILD_STRING, parts.n);
}

static void compile_slice(Compiler *c, const Node *n) {
  const Node *parts[3] = {n->slice.lower, n->slice.upper, n->slice.step};
  uint32_t count = n->slice.step ? 3 : 2;
  for (uint32_t i = 0; i < count; i++) {
    if (parts[i])
      compile_expr(c, parts[i]);
    else
      bc_const(c, V_NONE);
  }
  c->at = &n->at;
  bc(c, BC_BUILD_SLICE, count);
}

void compile_arguments(Compiler *c, uint32_t ndone, NodeList args, NodeList keywords) {
  const SrcRange *at = c->at;
  bool star = has_star(args) || args.n > 200;
  for (uint32_t i = 0; i < keywords.n; i++) star |= !keywords.data[i]->keyword.name;
  if (!star) {
    for (uint32_t i = 0; i < args.n; i++) compile_expr(c, args.data[i]);
    if (!keywords.n) {
      c->at = at;
      bc(c, BC_CALL, ndone + args.n);
      return;
    }
    Tuple *names = tuple_new(c->vm, keywords.n);
    for (uint32_t i = 0; i < keywords.n; i++) {
      const Node *k = keywords.data[i];
      names->v[i] = v_obj(str_intern(c->vm, k->keyword.name, strlen(k->keyword.name)));
      compile_expr(c, k->keyword.value);
    }
    c->at = at;
    bc_const(c, v_obj(names));
    bc(c, BC_CALL_KW, ndone + args.n + keywords.n);
    return;
  }
  bc(c, BC_BUILD_LIST, ndone);
  for (uint32_t i = 0; i < args.n; i++) {
    bool s = args.data[i]->kind == NODE_STARRED;
    compile_expr(c, s ? args.data[i]->value.value : args.data[i]);
    c->at = &args.data[i]->at;
    bc(c, s ? BC_LIST_EXTEND : BC_LIST_APPEND, s ? 1 | EXTEND_CALL : 1);
  }
  bc(c, BC_BUILD_DICT, 0);
  for (uint32_t i = 0; i < keywords.n; i++) {
    const Node *k = keywords.data[i];
    if (k->keyword.name) {
      // One pair as a dict, so that a repeated name is noticed.
      bc_name(c, BC_CONST, k->keyword.name);
      compile_expr(c, k->keyword.value);
      bc(c, BC_BUILD_DICT, 1);
    } else {
      compile_expr(c, k->keyword.value);
    }
    c->at = &k->at;
    bc(c, BC_DICT_MERGE, 1);
  }
  c->at = at;
  bc(c, BC_CALL_EX, 0);
}

void compile_call(Compiler *c, const Node *n) {
  const Node *f = n->call.callee;
  NodeList args = n->call.args, keywords = n->call.keywords;
  if (f->kind == NODE_ATTRIBUTE && !keywords.n && !has_star(args) && args.n <= 200) {
    compile_expr(c, f->attribute.value);
    c->at = &f->at;
    bc_name(c, BC_LOAD_METHOD, compile_mangle(c, f->attribute.name));
    for (uint32_t i = 0; i < args.n; i++) compile_expr(c, args.data[i]);
    c->at = &n->at;
    bc(c, BC_CALL_METHOD, args.n);
    return;
  }
  compile_expr(c, f);
  c->at = &n->at;
  compile_arguments(c, 0, args, keywords);
}

static const BinaryOp binary_of[AST_OP_COUNT] = {
    [AST_ADD] = BINARY_ADD,           [AST_SUB] = BINARY_SUB,       [AST_MUL] = BINARY_MUL,
    [AST_MATMUL] = BINARY_MATMUL,     [AST_DIV] = BINARY_DIV,       [AST_MOD] = BINARY_MOD,
    [AST_POW] = BINARY_POW,           [AST_LSHIFT] = BINARY_LSHIFT, [AST_RSHIFT] = BINARY_RSHIFT,
    [AST_BIT_OR] = BINARY_OR,         [AST_BIT_XOR] = BINARY_XOR,   [AST_BIT_AND] = BINARY_AND,
    [AST_FLOOR_DIV] = BINARY_FLOORDIV};

uint32_t compile_binary_op(AstOp op) { return binary_of[op]; }

static void compile_unary(Compiler *c, const Node *n) {
  compile_expr(c, n->unary_op.operand);
  c->at = &n->at;
  switch (n->unary_op.op) {
  case AST_NOT: bc(c, BC_NOT, 0); break;
  case AST_NEG: bc(c, BC_UNARY, UNARY_NEG); break;
  case AST_POS: bc(c, BC_UNARY, UNARY_POS); break;
  default: bc(c, BC_UNARY, UNARY_INVERT);
  }
}

static void compile_yield(Compiler *c, const Node *n) {
  if (n->value.value)
    compile_expr(c, n->value.value);
  else
    bc_const(c, V_NONE);
  c->at = &n->at;
  if (n->kind == NODE_YIELD) {
    bc(c, BC_YIELD, 0);
    return;
  }
  bc(c, BC_GET_YIELD_ITER, 0);
  bc_const(c, V_NONE);
  uint32_t head = bc_jump(c, BC_YIELD_FROM);
  bc(c, BC_YIELD, 0);
  bc_loop(c, head);
  patch_here(c, head);
  c->depth--;
}

static void compile_other(Compiler *c, const Node *n) {
  switch (n->kind) {
  case NODE_BOOL_OP: compile_bool_op(c, n); break;
  case NODE_COMPARE: compile_compare(c, n); break;
  case NODE_IF_EXP: compile_if_exp(c, n); break;
  case NODE_LAMBDA: compile_lambda(c, n); break;
  case NODE_DICT: compile_dict(c, n); break;
  case NODE_LIST_COMP:
  case NODE_SET_COMP:
  case NODE_DICT_COMP:
  case NODE_GENERATOR: compile_comprehension(c, n); break;
  case NODE_YIELD:
  case NODE_YIELD_FROM: compile_yield(c, n); break;
  case NODE_FSTRING: compile_fstring(c, n); break;
  case NODE_LIST:
  case NODE_TUPLE:
  case NODE_SET: compile_sequence(c, n); break;
  case NODE_SLICE: compile_slice(c, n); break;
  case NODE_AWAIT:
    bc_const(c, V_NONE);
    bc_unsupported(c, "'await' is not supported: cjax compiles no asynchronous code");
    break;
  default: BUG("compile_expr: node kind %s", ast_kind_name((NodeKind)n->kind));
  }
}

void compile_expr(Compiler *c, const Node *n) {
  Value v;
  c->at = &n->at;
  if (compile_constant(c, n, &v)) {
    bc_const(c, v);
    return;
  }
  switch (n->kind) {
  case NODE_NAME: bc_load(c, n->name.id); break;
  case NODE_ATTRIBUTE:
    compile_expr(c, n->attribute.value);
    c->at = &n->at;
    bc_name(c, BC_LOAD_ATTR, compile_mangle(c, n->attribute.name));
    break;
  case NODE_SUBSCRIPT:
    compile_expr(c, n->subscript.value);
    compile_expr(c, n->subscript.index);
    c->at = &n->at;
    bc(c, BC_SUBSCR, 0);
    break;
  case NODE_BIN_OP:
    compile_expr(c, n->bin_op.left);
    compile_expr(c, n->bin_op.right);
    c->at = &n->at;
    bc(c, BC_BINARY, compile_binary_op(n->bin_op.op));
    break;
  case NODE_UNARY_OP: compile_unary(c, n); break;
  case NODE_CALL: compile_call(c, n); break;
  case NODE_NAMED_EXPR:
    compile_expr(c, n->named_expr.value);
    c->at = &n->at;
    bc(c, BC_COPY, 1);
    bc_store(c, n->named_expr.target->name.id);
    break;
  default: compile_other(c, n);
  }
}
