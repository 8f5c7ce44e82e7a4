// compile_stmt.c -- statements to bytecode, but for try and with (compile_try.c), match and
// functions.
#include "driver/stage/compile.h"

#include "dialect/support/intern.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

void compile_body(Compiler *c, NodeList body) {
  for (uint32_t i = 0; i < body.n; i++) compile_statement(c, body.data[i]);
}

static void compile_unpack(Compiler *c, const Node *target) {
  NodeList items = target->sequence.items;
  uint32_t star = items.n;
  for (uint32_t i = 0; i < items.n; i++)
    if (items.data[i]->kind == NODE_STARRED) star = i;
  if (star == items.n)
    bc(c, BC_UNPACK, items.n);
  else
    bc(c, BC_UNPACK_EX, star | (items.n - star - 1) << 12);
  for (uint32_t i = 0; i < items.n; i++)
    compile_store(c, i == star ? items.data[i]->value.value : items.data[i]);
}

void compile_store(Compiler *c, const Node *target) {
  c->at = &target->at;
  switch (target->kind) {
  case NODE_NAME: bc_store(c, target->name.id); break;
  case NODE_ATTRIBUTE:
    compile_expr(c, target->attribute.value);
    c->at = &target->at;
    bc_name(c, BC_STORE_ATTR, compile_mangle(c, target->attribute.name));
    break;
  case NODE_SUBSCRIPT:
    compile_expr(c, target->subscript.value);
    compile_expr(c, target->subscript.index);
    c->at = &target->at;
    bc(c, BC_STORE_SUBSCR, 0);
    break;
  case NODE_STARRED: compile_store(c, target->value.value); break;
  default: compile_unpack(c, target);
  }
}

static void compile_delete(Compiler *c, const Node *target) {
  c->at = &target->at;
  switch (target->kind) {
  case NODE_NAME: bc_delete(c, target->name.id); break;
  case NODE_ATTRIBUTE:
    compile_expr(c, target->attribute.value);
    c->at = &target->at;
    bc_name(c, BC_DELETE_ATTR, compile_mangle(c, target->attribute.name));
    break;
  case NODE_SUBSCRIPT:
    compile_expr(c, target->subscript.value);
    compile_expr(c, target->subscript.index);
    c->at = &target->at;
    bc(c, BC_DELETE_SUBSCR, 0);
    break;
  default:
    for (uint32_t i = 0; i < target->sequence.items.n; i++)
      compile_delete(c, target->sequence.items.data[i]);
  }
}

static void compile_assign(Compiler *c, const Node *n) {
  compile_expr(c, n->assign.value);
  c->at = &n->at;
  for (uint32_t i = 0; i < n->assign.targets.n; i++) {
    if (i + 1 < n->assign.targets.n) bc(c, BC_COPY, 1);
    compile_store(c, n->assign.targets.data[i]);
  }
}

// x op= v evaluates the parts of x once.
static void compile_aug_assign(Compiler *c, const Node *n) {
  const Node *t = n->aug_assign.target;
  uint32_t op = compile_binary_op(n->aug_assign.op);
  c->at = &t->at;
  if (t->kind == NODE_NAME) {
    bool own = op == BINARY_ADD && bc_load_own(c, t->name.id);
    if (op != BINARY_ADD) bc_load(c, t->name.id);
    compile_expr(c, n->aug_assign.value);
    c->at = &n->at;
    bc(c, BC_INPLACE, op | (own ? INPLACE_OWN : 0));
    bc_store(c, t->name.id);
  } else if (t->kind == NODE_ATTRIBUTE) {
    compile_expr(c, t->attribute.value);
    bc(c, BC_COPY, 1);
    bc_name(c, BC_LOAD_ATTR, compile_mangle(c, t->attribute.name));
    compile_expr(c, n->aug_assign.value);
    c->at = &n->at;
    bc(c, BC_INPLACE, op);
    bc(c, BC_SWAP, 2);
    bc_name(c, BC_STORE_ATTR, compile_mangle(c, t->attribute.name));
  } else {
    compile_expr(c, t->subscript.value);
    compile_expr(c, t->subscript.index);
    bc(c, BC_COPY, 2);
    bc(c, BC_COPY, 2);
    bc(c, BC_SUBSCR, 0);
    compile_expr(c, n->aug_assign.value);
    c->at = &n->at;
    bc(c, BC_INPLACE, op); // [o key v]
    bc(c, BC_SWAP, 3);     // [v key o]
    bc(c, BC_SWAP, 2);     // [v o key]
    bc(c, BC_STORE_SUBSCR, 0);
  }
}

void compile_annotation(Compiler *c, const Node *n) {
  if (!c->scope->future_annotations) {
    compile_expr(c, n);
    return;
  }
  size_t size;
  const char *line = diag_source_line(n->at.file, n->at.line, &size);
  const char *text = "...";
  if (line && n->at.end_line == n->at.line && n->at.end_col - 1 <= size)
    text = arena_strndup(c->arena, line + n->at.col - 1, n->at.end_col - n->at.col);
  bc_const(c, v_str(c->vm, text));
}

static void compile_ann_assign(Compiler *c, const Node *n) {
  const Node *t = n->ann_assign.target;
  if (n->ann_assign.value) {
    compile_expr(c, n->ann_assign.value);
    compile_store(c, t);
  }
  if (c->scope->kind == SCOPE_FUNCTION || t->kind != NODE_NAME || !n->ann_assign.simple) return;
  compile_annotation(c, n->ann_assign.annotation);
  c->at = &t->at;
  bc_name(c, BC_ANNOTATE, compile_mangle(c, t->name.id));
}

static void compile_if(Compiler *c, const Node *n) {
  compile_expr(c, n->if_.test);
  c->at = &n->if_.test->at;
  uint32_t no = bc_jump(c, BC_JUMP_IF_FALSE);
  uint32_t r = region_add(c, REGION_IF, no);
  compile_body(c, n->if_.body);
  uint32_t end = 0;
  if (n->if_.orelse.n) end = bc_jump(c, BC_JUMP);
  patch_here(c, no);
  c->regions.data[r].body = no + 1;
  c->regions.data[r].other = compile_here(c);
  if (n->if_.orelse.n) {
    compile_body(c, n->if_.orelse);
    patch_here(c, end);
  }
  c->regions.data[r].join = compile_here(c);
}

static bool is_true(const Node *n) {
  return n->kind == NODE_TRUE || (n->kind == NODE_INT && n->int_.is_small && n->int_.small);
}

void compile_while(Compiler *c, const Node *n) {
  Block b = {0};
  bool forever = is_true(n->if_.test);
  c->at = &n->if_.test->at;
  if (!forever) bc(c, BC_NOP, NOP_ENTER);
  uint32_t head = compile_here(c), no = 0, r = 0;
  if (!forever) {
    bc(c, BC_NOP, NOP_HEAD);
    compile_expr(c, n->if_.test);
    c->at = &n->if_.test->at;
    no = bc_jump(c, BC_JUMP_IF_FALSE);
    r = region_add(c, REGION_WHILE, no);
    c->regions.data[r].head = head;
    c->regions.data[r].body = no + 1;
  } else {
    // A loop that only `break` ends: its region is at a NOP before it.
    c->at = &n->if_.test->at;
    bc(c, BC_NOP, NOP_FOREVER);
    r = region_add(c, REGION_WHILE, head++);
    bc(c, BC_NOP, 0); // the head is not the body: a piece may run from one to the other
    c->regions.data[r].head = head;
    c->regions.data[r].body = head + 1;
  }
  block_push(c, &b, BLOCK_LOOP);
  b.head = head;
  compile_body(c, n->if_.body);
  c->at = &n->if_.test->at;
  c->regions.data[r].end = compile_here(c);
  bc_loop(c, head);
  block_pop(c);
  if (!forever) patch_here(c, no);
  c->regions.data[r].other = compile_here(c);
  compile_body(c, n->if_.orelse);
  patch_list(c, &b.breaks);
  c->regions.data[r].join = compile_here(c);
}

void compile_for(Compiler *c, const Node *n) {
  if (n->for_.is_async) {
    bc_unsupported(c, "'async for' is not supported: cjax compiles no asynchronous code");
    return;
  }
  Block b = {0};
  compile_expr(c, n->for_.iter);
  c->at = &n->for_.iter->at;
  bc(c, BC_GET_ITER, 1);
  uint32_t head = bc_jump(c, BC_FOR_ITER);
  uint32_t r = region_add(c, REGION_FOR, head);
  c->regions.data[r].head = head;
  c->regions.data[r].body = head + 1;
  c->regions.data[r].depth = c->depth - 2;
  block_push(c, &b, BLOCK_LOOP);
  b.head = head;
  b.is_for = true;
  compile_store(c, n->for_.target);
  compile_body(c, n->for_.body);
  c->at = &n->for_.iter->at;
  c->regions.data[r].end = compile_here(c);
  bc_loop(c, head);
  block_pop(c);
  patch_here(c, head);
  c->depth--; // the iterator
  c->regions.data[r].other = compile_here(c);
  compile_body(c, n->for_.orelse);
  patch_list(c, &b.breaks);
  c->regions.data[r].join = compile_here(c);
}

static void compile_assert(Compiler *c, const Node *n) {
  compile_expr(c, n->assert_.test);
  c->at = &n->at;
  uint32_t ok = bc_jump(c, BC_JUMP_IF_TRUE);
  uint32_t r = region_add(c, REGION_IF, ok);
  c->regions.data[r].other = ok + 1;
  if (n->assert_.message) compile_expr(c, n->assert_.message);
  c->at = &n->at;
  bc(c, BC_ASSERT_FAIL, n->assert_.message != NULL);
  patch_here(c, ok);
  c->regions.data[r].body = c->regions.data[r].join = compile_here(c);
}

static void compile_raise(Compiler *c, const Node *n) {
  uint32_t k = 0;
  if (n->raise.exception) compile_expr(c, n->raise.exception), k++;
  if (n->raise.cause) compile_expr(c, n->raise.cause), k++;
  c->at = &n->at;
  bc(c, BC_RAISE, k);
}

static void compile_import(Compiler *c, const Node *n) {
  for (uint32_t i = 0; i < n->import.names.n; i++) {
    const Node *a = n->import.names.data[i];
    c->at = &a->at;
    const char *dot = strchr(a->alias.name, '.');
    bc_const(c, V_NONE);
    bc_name(c, BC_IMPORT_NAME, a->alias.name);
    // The last module for `import a.b as c`, the first package for `import a.b`.
    bc_word(c, a->alias.asname ? 0x80000000u : 0);
    if (a->alias.asname)
      bc_store(c, a->alias.asname);
    else if (dot)
      bc_store(c, intern(a->alias.name, (size_t)(dot - a->alias.name)));
    else
      bc_store(c, a->alias.name);
  }
}

static void compile_import_from(Compiler *c, const Node *n) {
  NodeList names = n->import_from.names;
  if (n->import_from.module && !strcmp(n->import_from.module, "__future__")) return;
  Tuple *list = tuple_new(c->vm, names.n);
  for (uint32_t i = 0; i < names.n; i++) {
    const char *name = names.data[i]->alias.name;
    list->v[i] = v_obj(str_intern(c->vm, name, strlen(name)));
  }
  bc_const(c, v_obj(list));
  bc_name(c, BC_IMPORT_NAME, n->import_from.module ? n->import_from.module : "");
  bc_word(c, n->import_from.level);
  for (uint32_t i = 0; i < names.n; i++) {
    const Node *a = names.data[i];
    c->at = &a->at;
    if (!strcmp(a->alias.name, "*")) {
      bc(c, BC_IMPORT_STAR, 0);
      return;
    }
    bc_name(c, BC_IMPORT_FROM, a->alias.name);
    bc_store(c, a->alias.asname ? a->alias.asname : a->alias.name);
  }
  bc(c, BC_POP, 0);
}

static void compile_with_statement(Compiler *c, const Node *n) {
  if (n->with.is_async)
    bc_unsupported(c, "'async with' is not supported: cjax compiles no asynchronous code");
  else
    compile_with(c, n, 0);
}

static void compile_type_alias(Compiler *c, const Node *n) {
  compile_expr(c, n->type_alias.value);
  compile_store(c, n->type_alias.name);
}

void compile_statement(Compiler *c, const Node *n) {
  c->at = &n->at;
  switch (n->kind) {
  case NODE_FUNCTION: compile_function(c, n); break;
  case NODE_CLASS: compile_class(c, n); break;
  case NODE_RETURN: compile_return(c, n); break;
  case NODE_DELETE:
    for (uint32_t i = 0; i < n->sequence.items.n; i++) compile_delete(c, n->sequence.items.data[i]);
    break;
  case NODE_ASSIGN: compile_assign(c, n); break;
  case NODE_AUG_ASSIGN: compile_aug_assign(c, n); break;
  case NODE_ANN_ASSIGN: compile_ann_assign(c, n); break;
  case NODE_TYPE_ALIAS: compile_type_alias(c, n); break;
  case NODE_FOR: compile_for(c, n); break;
  case NODE_WHILE: compile_while(c, n); break;
  case NODE_IF: compile_if(c, n); break;
  case NODE_WITH: compile_with_statement(c, n); break;
  case NODE_MATCH: compile_match(c, n); break;
  case NODE_RAISE: compile_raise(c, n); break;
  case NODE_TRY: compile_try(c, n); break;
  case NODE_ASSERT: compile_assert(c, n); break;
  case NODE_IMPORT: compile_import(c, n); break;
  case NODE_IMPORT_FROM: compile_import_from(c, n); break;
  case NODE_BREAK: compile_break(c, n); break;
  case NODE_CONTINUE: compile_continue(c, n); break;
  case NODE_EXPR:
    if (n->value.value->kind == NODE_STR) break;
    compile_expr(c, n->value.value);
    bc(c, BC_POP, 0);
    break;
  default: break; // pass, global, nonlocal
  }
}
