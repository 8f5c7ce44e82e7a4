// compile_match.c -- match: each (sub)subject waits in a hidden local, so that a pattern that
// fails leaves nothing on the stack.
#include "driver/stage/compile.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

static void compile_pattern(Compiler *c, const Node *p, uint32_t subject, Patches *fail);

static void fail_if_false(Compiler *c, Patches *fail) {
  uint32_t jump = bc_jump(c, BC_JUMP_IF_FALSE);
  VEC_PUSH(c->arena, *fail, jump);
}

static uint32_t store_temp(Compiler *c) {
  uint32_t t = compile_temp(c);
  bc(c, BC_STORE_LOCAL, t);
  return t;
}

static void match_item(Compiler *c, uint32_t subject, int64_t index, const Node *p, Patches *fail) {
  bc(c, BC_LOAD_LOCAL, subject);
  bc_const(c, v_int(index));
  bc(c, BC_SUBSCR, 0);
  compile_pattern(c, p, store_temp(c), fail);
}

static void match_star(Compiler *c, uint32_t subject, const Node *p, uint32_t before,
                       uint32_t after) {
  if (!p->match_star.name) return;
  bc(c, BC_LOAD_LOCAL, subject);
  bc_const(c, v_int(before));
  if (after)
    bc_const(c, v_int(-(int64_t)after));
  else
    bc_const(c, V_NONE);
  bc(c, BC_BUILD_SLICE, 2);
  bc(c, BC_SUBSCR, 0);
  // A list, whatever the subject is.
  uint32_t temp = store_temp(c);
  bc(c, BC_BUILD_LIST, 0);
  bc(c, BC_LOAD_LOCAL, temp);
  bc(c, BC_LIST_EXTEND, 1);
  bc_store(c, p->match_star.name);
}

static void match_sequence(Compiler *c, const Node *p, uint32_t subject, Patches *fail) {
  NodeList l = p->match_list.patterns;
  uint32_t star = l.n;
  for (uint32_t i = 0; i < l.n; i++)
    if (l.data[i]->kind == NODE_MATCH_STAR) star = i;
  bc(c, BC_LOAD_LOCAL, subject);
  bc(c, BC_MATCH_SEQUENCE, 0);
  uint32_t not_sequence = bc_jump(c, BC_JUMP_IF_FALSE);
  bc(c, BC_GET_LEN, 0);
  bc_const(c, v_int(star < l.n ? l.n - 1 : l.n));
  bc(c, BC_COMPARE, star < l.n ? COMPARE_GE : COMPARE_EQ);
  bc(c, BC_SWAP, 2);
  bc(c, BC_POP, 0);
  fail_if_false(c, fail);
  uint32_t go_on = bc_jump(c, BC_JUMP);
  patch_here(c, not_sequence);
  c->depth++;
  bc(c, BC_POP, 0);
  uint32_t failed = bc_jump(c, BC_JUMP);
  VEC_PUSH(c->arena, *fail, failed);
  patch_here(c, go_on);
  for (uint32_t i = 0; i < l.n; i++) {
    if (i == star)
      match_star(c, subject, l.data[i], star, l.n - star - 1);
    else
      match_item(c, subject, i < star ? i : (int64_t)i - l.n, l.data[i], fail);
  }
}

static void match_mapping(Compiler *c, const Node *p, uint32_t subject, Patches *fail) {
  NodeList keys = p->match_mapping.keys;
  bc(c, BC_LOAD_LOCAL, subject);
  bc(c, BC_MATCH_MAPPING, 0);
  bc(c, BC_SWAP, 2);
  bc(c, BC_POP, 0);
  fail_if_false(c, fail);
  for (uint32_t i = 0; i < keys.n; i++) compile_expr(c, keys.data[i]);
  bc(c, BC_BUILD_TUPLE, keys.n);
  uint32_t key_temp = store_temp(c);
  bc(c, BC_LOAD_LOCAL, subject);
  bc(c, BC_LOAD_LOCAL, key_temp);
  bc(c, BC_MATCH_KEYS, 0); // [v keys values]
  uint32_t values = store_temp(c);
  bc(c, BC_POP, 0);
  bc(c, BC_POP, 0);
  bc(c, BC_LOAD_LOCAL, values);
  uint32_t none = bc_jump(c, BC_JUMP_IF_NONE);
  VEC_PUSH(c->arena, *fail, none);
  for (uint32_t i = 0; i < keys.n; i++)
    match_item(c, values, i, p->match_mapping.patterns.data[i], fail);
  if (p->match_mapping.rest) {
    bc(c, BC_LOAD_LOCAL, subject);
    bc(c, BC_LOAD_LOCAL, key_temp);
    bc(c, BC_MATCH_REST, 0);
    bc_store(c, p->match_mapping.rest);
  }
}

static void match_class(Compiler *c, const Node *p, uint32_t subject, Patches *fail) {
  uint32_t npos = p->match_class.patterns.n, nkey = p->match_class.keywords.n;
  bc(c, BC_LOAD_LOCAL, subject);
  compile_expr(c, p->match_class.cls);
  Tuple *names = tuple_new(c->vm, nkey);
  for (uint32_t i = 0; i < nkey; i++) {
    const char *name = p->match_class.keywords.data[i];
    names->v[i] = v_obj(str_intern(c->vm, name, strlen(name)));
  }
  c->at = &p->at;
  bc_const(c, v_obj(names));
  bc(c, BC_MATCH_CLASS, npos);
  uint32_t values = store_temp(c);
  bc(c, BC_LOAD_LOCAL, values);
  uint32_t none = bc_jump(c, BC_JUMP_IF_NONE);
  VEC_PUSH(c->arena, *fail, none);
  for (uint32_t i = 0; i < npos; i++)
    match_item(c, values, i, p->match_class.patterns.data[i], fail);
  for (uint32_t i = 0; i < nkey; i++)
    match_item(c, values, npos + i, p->match_class.keyword_patterns.data[i], fail);
}

static bool is_plain(const Node *p) {
  if (p->kind != NODE_MATCH_VALUE) return false;
  NodeKind k = (NodeKind)p->value.value->kind;
  return k == NODE_STR || k == NODE_INT || k == NODE_FLOAT;
}

// "a" | "b": all of them literals, tested at once.
static bool is_plain_or(const Node *p) {
  if (p->kind != NODE_MATCH_OR) return false;
  for (uint32_t i = 0; i < p->match_list.patterns.n; i++)
    if (!is_plain(p->match_list.patterns.data[i])) return false;
  return true;
}

static void match_any(Compiler *c, const Node *p, uint32_t subject, Patches *fail) {
  NodeList l = p->match_list.patterns;
  bc(c, BC_LOAD_LOCAL, subject);
  for (uint32_t i = 0; i < l.n; i++) compile_expr(c, l.data[i]->value.value);
  c->at = &p->at;
  bc(c, BC_BUILD_TUPLE, l.n);
  bc(c, BC_CONTAINS, 0);
  fail_if_false(c, fail);
}

static void match_or(Compiler *c, const Node *p, uint32_t subject, Patches *fail) {
  NodeList l = p->match_list.patterns;
  Patches done = {0};
  for (uint32_t i = 0; i < l.n; i++) {
    if (i + 1 == l.n) {
      compile_pattern(c, l.data[i], subject, fail);
      break;
    }
    Patches next = {0};
    compile_pattern(c, l.data[i], subject, &next);
    uint32_t jump = bc_jump(c, BC_JUMP);
    VEC_PUSH(c->arena, done, jump);
    patch_list(c, &next);
  }
  patch_list(c, &done);
}

static void compile_pattern(Compiler *c, const Node *p, uint32_t subject, Patches *fail) {
  c->at = &p->at;
  switch (p->kind) {
  case NODE_MATCH_VALUE:
  case NODE_MATCH_SINGLETON:
    bc(c, BC_LOAD_LOCAL, subject);
    compile_expr(c, p->value.value);
    c->at = &p->at;
    if (p->kind == NODE_MATCH_VALUE)
      bc(c, BC_COMPARE, COMPARE_EQ);
    else
      bc(c, BC_IS, 0);
    fail_if_false(c, fail);
    break;
  case NODE_MATCH_SEQUENCE: match_sequence(c, p, subject, fail); break;
  case NODE_MATCH_MAPPING: match_mapping(c, p, subject, fail); break;
  case NODE_MATCH_CLASS: match_class(c, p, subject, fail); break;
  case NODE_MATCH_OR:
    if (is_plain_or(p)) match_any(c, p, subject, fail);
    else match_or(c, p, subject, fail);
    break;
  case NODE_MATCH_AS:
    if (p->match_as.pattern) compile_pattern(c, p->match_as.pattern, subject, fail);
    if (p->match_as.name) {
      bc(c, BC_LOAD_LOCAL, subject);
      bc_store(c, p->match_as.name);
    }
    break;
  default: BUG("compile_pattern: node kind %s", ast_kind_name((NodeKind)p->kind));
  }
}

void compile_match(Compiler *c, const Node *n) {
  compile_expr(c, n->match.subject);
  uint32_t subject = store_temp(c);
  Patches ends = {0};
  for (uint32_t i = 0; i < n->match.cases.n; i++) {
    const Node *k = n->match.cases.data[i];
    Patches fail = {0};
    compile_pattern(c, k->case_.pattern, subject, &fail);
    uint32_t r = UINT32_MAX, first = UINT32_MAX;
    if (fail.n == 1 && (is_plain(k->case_.pattern) || is_plain_or(k->case_.pattern))) {
      first = region_add(c, REGION_IF, fail.data[0]); // an `if` on a subject of the executable
      c->regions.data[first].body = fail.data[0] + 1;
    }
    if (k->case_.guard) {
      compile_expr(c, k->case_.guard);
      c->at = &k->case_.guard->at;
      uint32_t no = bc_jump(c, BC_JUMP_IF_FALSE);
      VEC_PUSH(c->arena, fail, no);
      r = region_add(c, REGION_IF, no);
      c->regions.data[r].body = no + 1;
    }
    compile_body(c, k->case_.body);
    uint32_t end = bc_jump(c, BC_JUMP);
    VEC_PUSH(c->arena, ends, end);
    patch_list(c, &fail);
    if (r != UINT32_MAX) c->regions.data[r].other = compile_here(c);
    if (first != UINT32_MAX) c->regions.data[first].other = compile_here(c);
  }
  patch_list(c, &ends);
  for (uint32_t r = 0; r < c->regions.n; r++)
    if (c->regions.data[r].kind == REGION_IF && !c->regions.data[r].join)
      c->regions.data[r].join = compile_here(c);
}
