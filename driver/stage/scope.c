// scope.c -- names to variables, as Python's symbol table does it.
//
// Collecting walks a scope's nodes and notes for each name whether it is assigned, declared global
// or nonlocal.  Resolving goes from the outside in: a name that is assigned is local, another is
// looked for in the enclosing functions (class bodies do not count), and is global otherwise.  A
// local that a nested function uses becomes a cell.
#include "driver/stage/scope.h"

#include "dialect/support/intern.h"
#include "driver/stage/star.h"

#include <string.h>

static Scope *scope_create(Arena *a, ScopeKind kind, const Node *node, Scope *parent) {
  Scope *s = ARENA_NEW(a, Scope);
  s->arena = a;
  s->kind = kind;
  s->node = node;
  s->parent = parent;
  if (parent) {
    s->future_annotations = parent->future_annotations;
    if (parent->nchildren == parent->children_room) {
      uint32_t room = parent->children_room ? parent->children_room * 2 : 8;
      parent->children = arena_grow(a, parent->children, parent->children_room * sizeof(Scope *),
                                    room * sizeof(Scope *));
      parent->children_room = room;
    }
    parent->children[parent->nchildren++] = s;
  }
  return s;
}

static uint32_t hash_name(const char *name) {
  uintptr_t h = (uintptr_t)name >> 4;
  return (uint32_t)(h ^ h >> 13);
}

static void scope_rehash(Scope *s) {
  uint32_t size = s->mask ? (s->mask + 1) * 2 : 16;
  s->index = ARENA_ARRAY(s->arena, uint32_t, size);
  s->mask = size - 1;
  for (uint32_t k = 0; k < s->n; k++) {
    uint32_t h = hash_name(s->symbols[k].name) & s->mask;
    while (s->index[h]) h = (h + 1) & s->mask;
    s->index[h] = k + 1;
  }
}

Symbol *scope_symbol(const Scope *s, const char *name) {
  if (!s->mask) return NULL;
  for (uint32_t h = hash_name(name) & s->mask; s->index[h]; h = (h + 1) & s->mask) {
    Symbol *found = &s->symbols[s->index[h] - 1];
    if (found->name == name) return found;
  }
  return NULL;
}

static Symbol *scope_add(Scope *s, const char *name) {
  Symbol *found = scope_symbol(s, name);
  if (found) return found;
  if (s->n == s->room) {
    uint32_t room = s->room ? s->room * 2 : 8;
    s->symbols = arena_grow(s->arena, s->symbols, s->room * sizeof(Symbol), room * sizeof(Symbol));
    s->room = room;
  }
  s->symbols[s->n++] = (Symbol){.name = name};
  if (!s->mask || s->n * 2 > s->mask) {
    scope_rehash(s);
  } else {
    uint32_t h = hash_name(name) & s->mask;
    while (s->index[h]) h = (h + 1) & s->mask;
    s->index[h] = s->n;
  }
  return &s->symbols[s->n - 1];
}

static void collect(Scope *s, const Node *n);

static void collect_list(Scope *s, NodeList l) {
  for (uint32_t i = 0; i < l.n; i++) collect(s, l.data[i]);
}

static void assign(Scope *s, const char *name) { scope_add(s, name)->assigned = true; }

// A walrus inside a comprehension binds in the function around it.
static void assign_walrus(Scope *s, const char *name) {
  Scope *to = s;
  while (to->kind == SCOPE_COMPREHENSION) to = to->parent;
  Symbol *found = scope_add(to, name);
  found->assigned = true;
  bool global = to->kind == SCOPE_MODULE || found->is_global;
  for (Scope *c = s; c != to; c = c->parent) {
    Symbol *inner = scope_add(c, name);
    if (global)
      inner->is_global = true;
    else
      inner->is_nonlocal = true;
  }
}

static void collect_target(Scope *s, const Node *n) {
  switch (n->kind) {
  case NODE_NAME: assign(s, n->name.id); break;
  case NODE_STARRED: collect_target(s, n->value.value); break;
  case NODE_TUPLE:
  case NODE_LIST:
    for (uint32_t i = 0; i < n->sequence.items.n; i++) collect_target(s, n->sequence.items.data[i]);
    break;
  default: collect(s, n);
  }
}

static void collect_param(Scope *inner, const Node *p) {
  if (!p) return;
  Symbol *found = scope_add(inner, p->param.name);
  found->param = found->assigned = true;
}

// Defaults and annotations belong to the scope outside, parameters to the one inside.
static void collect_params(Scope *s, Scope *inner, const Params *p) {
  uint32_t n = p->n_posonly + p->n_plain + p->n_kwonly;
  for (uint32_t i = 0; i < n; i++) collect_param(inner, p->data[i]);
  collect_param(inner, p->vararg);
  collect_param(inner, p->kwarg);
  for (uint32_t i = 0; i < n + 2; i++) {
    const Node *q = i < n ? p->data[i] : i == n ? p->vararg : p->kwarg;
    if (!q) continue;
    if (q->param.preset) collect(s, q->param.preset);
    if (q->param.annotation) collect(s, q->param.annotation);
  }
}

static void collect_type_params(Scope *s, NodeList l) {
  for (uint32_t i = 0; i < l.n; i++) assign(s, l.data[i]->type_param.name);
}

static void collect_body(Scope *inner) {
  const Node *n = inner->node;
  inner->collected = true;
  if (n->kind == NODE_LAMBDA)
    collect(inner, n->lambda.body);
  else
    collect_list(inner, n->function.body);
}

static void collect_function(Scope *s, const Node *n) {
  assign(s, n->function.name);
  collect_list(s, n->function.decorators);
  collect_type_params(s, n->function.type_params);
  Scope *inner = scope_create(s->arena, SCOPE_FUNCTION, n, s);
  collect_params(s, inner, &n->function.params);
  if (n->function.returns) collect(s, n->function.returns);
  if (s->kind != SCOPE_MODULE) collect_body(inner);
}

static void collect_lambda(Scope *s, const Node *n) {
  Scope *inner = scope_create(s->arena, SCOPE_FUNCTION, n, s);
  collect_params(s, inner, &n->lambda.params);
  collect_body(inner);
}

static void collect_class(Scope *s, const Node *n) {
  assign(s, n->cls.name);
  collect_list(s, n->cls.decorators);
  collect_type_params(s, n->cls.type_params);
  collect_list(s, n->cls.bases);
  collect_list(s, n->cls.keywords);
  Scope *inner = scope_create(s->arena, SCOPE_CLASS, n, s);
  inner->collected = true;
  collect_list(inner, n->cls.body);
}

static void collect_comprehension(Scope *s, const Node *n) {
  collect(s, n->comp.loops.data[0]->comp_for.iter);
  Scope *inner = scope_create(s->arena, SCOPE_COMPREHENSION, n, s);
  inner->collected = true;
  inner->is_generator = n->kind == NODE_GENERATOR;
  Symbol *first = scope_add(inner, intern_str(".0"));
  first->param = first->assigned = true;
  for (uint32_t i = 0; i < n->comp.loops.n; i++) {
    const Node *loop = n->comp.loops.data[i];
    if (i) collect(inner, loop->comp_for.iter);
    collect_target(inner, loop->comp_for.target);
    collect_list(inner, loop->comp_for.conditions);
  }
  if (n->kind == NODE_DICT_COMP) collect(inner, n->comp.key);
  collect(inner, n->comp.element);
}

static void collect_name(Scope *s, const Node *n) {
  scope_add(s, n->name.id);
  static const char *super_name, *class_name;
  if (!super_name) super_name = intern_str("super"), class_name = intern_str("__class__");
  if (n->name.id != super_name && n->name.id != class_name) return;
  for (Scope *f = s; f; f = f->parent) {
    if (f->kind == SCOPE_CLASS || f->kind == SCOPE_MODULE) break;
    if (f->parent && f->parent->kind == SCOPE_CLASS) {
      f->parent->needs_class_cell = true;
      scope_add(s, class_name);
      return;
    }
  }
}

static void collect_declaration(Scope *s, const Node *n) {
  for (uint32_t i = 0; i < n->global.names.n; i++) {
    Symbol *found = scope_add(s, n->global.names.data[i]);
    if (n->kind == NODE_GLOBAL)
      found->is_global = true;
    else
      found->is_nonlocal = true;
  }
}

static void collect_import(Scope *s, const Node *n) {
  NodeList names = n->kind == NODE_IMPORT ? n->import.names : n->import_from.names;
  if (n->kind == NODE_IMPORT_FROM && n->import_from.module &&
      !strcmp(n->import_from.module, "__future__"))
    for (uint32_t i = 0; i < names.n; i++)
      if (!strcmp(names.data[i]->alias.name, "annotations")) s->future_annotations = true;
  for (uint32_t i = 0; i < names.n; i++) {
    const Node *a = names.data[i];
    if (a->alias.asname) {
      assign(s, a->alias.asname);
    } else if (strcmp(a->alias.name, "*")) {
      const char *dot = strchr(a->alias.name, '.');
      assign(s, dot ? intern(a->alias.name, (size_t)(dot - a->alias.name)) : a->alias.name);
    }
  }
}

static void collect_pattern(Scope *s, const Node *n) {
  switch (n->kind) {
  case NODE_MATCH_VALUE:
  case NODE_MATCH_SINGLETON: collect(s, n->value.value); break;
  case NODE_MATCH_SEQUENCE:
  case NODE_MATCH_OR:
    for (uint32_t i = 0; i < n->match_list.patterns.n; i++)
      collect_pattern(s, n->match_list.patterns.data[i]);
    break;
  case NODE_MATCH_MAPPING:
    collect_list(s, n->match_mapping.keys);
    for (uint32_t i = 0; i < n->match_mapping.patterns.n; i++)
      collect_pattern(s, n->match_mapping.patterns.data[i]);
    if (n->match_mapping.rest) assign(s, n->match_mapping.rest);
    break;
  case NODE_MATCH_CLASS:
    collect(s, n->match_class.cls);
    for (uint32_t i = 0; i < n->match_class.patterns.n; i++)
      collect_pattern(s, n->match_class.patterns.data[i]);
    for (uint32_t i = 0; i < n->match_class.keyword_patterns.n; i++)
      collect_pattern(s, n->match_class.keyword_patterns.data[i]);
    break;
  case NODE_MATCH_STAR:
    if (n->match_star.name) assign(s, n->match_star.name);
    break;
  default:
    if (n->match_as.pattern) collect_pattern(s, n->match_as.pattern);
    if (n->match_as.name) assign(s, n->match_as.name);
  }
}

static void collect_try(Scope *s, const Node *n) {
  collect_list(s, n->try_.body);
  for (uint32_t i = 0; i < n->try_.handlers.n; i++) {
    const Node *h = n->try_.handlers.data[i];
    if (h->handler.type) collect(s, h->handler.type);
    if (h->handler.name) assign(s, h->handler.name);
    collect_list(s, h->handler.body);
  }
  collect_list(s, n->try_.orelse);
  collect_list(s, n->try_.finally);
}

static void collect_match(Scope *s, const Node *n) {
  collect(s, n->match.subject);
  for (uint32_t i = 0; i < n->match.cases.n; i++) {
    const Node *c = n->match.cases.data[i];
    collect_pattern(s, c->case_.pattern);
    if (c->case_.guard) collect(s, c->case_.guard);
    collect_list(s, c->case_.body);
  }
}

static void collect_call(Scope *s, const Node *n) {
  collect(s, n->call.callee);
  collect_list(s, n->call.args);
  for (uint32_t i = 0; i < n->call.keywords.n; i++)
    collect(s, n->call.keywords.data[i]->keyword.value);
}

static void collect_targets(Scope *s, NodeList l) {
  for (uint32_t i = 0; i < l.n; i++) collect_target(s, l.data[i]);
}

static void collect_ann_assign(Scope *s, const Node *n) {
  collect_target(s, n->ann_assign.target);
  if (n->ann_assign.simple && n->ann_assign.target->kind == NODE_NAME)
    scope_add(s, n->ann_assign.target->name.id)->annotated = true;
  if (s->kind != SCOPE_FUNCTION) collect(s, n->ann_assign.annotation);
  if (n->ann_assign.value) collect(s, n->ann_assign.value);
}

static void collect_statement(Scope *s, const Node *n) {
  switch (n->kind) {
  case NODE_FUNCTION: collect_function(s, n); break;
  case NODE_CLASS: collect_class(s, n); break;
  case NODE_DELETE: collect_targets(s, n->sequence.items); break;
  case NODE_ASSIGN:
    collect(s, n->assign.value);
    collect_targets(s, n->assign.targets);
    break;
  case NODE_AUG_ASSIGN:
    collect_target(s, n->aug_assign.target);
    collect(s, n->aug_assign.value);
    break;
  case NODE_ANN_ASSIGN: collect_ann_assign(s, n); break;
  case NODE_TYPE_ALIAS:
    collect_target(s, n->type_alias.name);
    collect_type_params(s, n->type_alias.type_params);
    collect(s, n->type_alias.value);
    break;
  case NODE_FOR:
    collect(s, n->for_.iter);
    collect_target(s, n->for_.target);
    collect_list(s, n->for_.body);
    collect_list(s, n->for_.orelse);
    break;
  case NODE_IF:
  case NODE_WHILE:
    collect(s, n->if_.test);
    collect_list(s, n->if_.body);
    collect_list(s, n->if_.orelse);
    break;
  case NODE_WITH:
    for (uint32_t i = 0; i < n->with.items.n; i++) {
      collect(s, n->with.items.data[i]->with_item.context);
      if (n->with.items.data[i]->with_item.target)
        collect_target(s, n->with.items.data[i]->with_item.target);
    }
    collect_list(s, n->with.body);
    break;
  case NODE_MATCH: collect_match(s, n); break;
  case NODE_RAISE:
    if (n->raise.exception) collect(s, n->raise.exception);
    if (n->raise.cause) collect(s, n->raise.cause);
    break;
  case NODE_TRY:
    star_rewrite(s->arena, (Node *)n);
    collect_try(s, n);
    break;
  case NODE_ASSERT:
    collect(s, n->assert_.test);
    if (n->assert_.message) collect(s, n->assert_.message);
    break;
  case NODE_IMPORT:
  case NODE_IMPORT_FROM: collect_import(s, n); break;
  case NODE_GLOBAL:
  case NODE_NONLOCAL: collect_declaration(s, n); break;
  case NODE_RETURN:
  case NODE_EXPR:
    if (n->value.value) collect(s, n->value.value);
    break;
  default: break;
  }
}

static void collect_expression(Scope *s, const Node *n) {
  switch (n->kind) {
  case NODE_BOOL_OP: collect_list(s, n->bool_op.values); break;
  case NODE_NAMED_EXPR:
    collect(s, n->named_expr.value);
    assign_walrus(s, n->named_expr.target->name.id);
    break;
  case NODE_BIN_OP:
    collect(s, n->bin_op.left);
    collect(s, n->bin_op.right);
    break;
  case NODE_UNARY_OP: collect(s, n->unary_op.operand); break;
  case NODE_LAMBDA: collect_lambda(s, n); break;
  case NODE_IF_EXP:
    collect(s, n->if_exp.test);
    collect(s, n->if_exp.body);
    collect(s, n->if_exp.orelse);
    break;
  case NODE_DICT:
    for (uint32_t i = 0; i < n->dict.values.n; i++) {
      if (n->dict.keys.data[i]) collect(s, n->dict.keys.data[i]);
      collect(s, n->dict.values.data[i]);
    }
    break;
  case NODE_LIST_COMP:
  case NODE_SET_COMP:
  case NODE_DICT_COMP:
  case NODE_GENERATOR: collect_comprehension(s, n); break;
  case NODE_YIELD:
  case NODE_YIELD_FROM:
    s->is_generator = true; // and the value
  // fall through
  case NODE_AWAIT:
  case NODE_STARRED:
    if (n->value.value) collect(s, n->value.value);
    break;
  case NODE_COMPARE:
    collect(s, n->compare.left);
    collect_list(s, n->compare.others);
    break;
  case NODE_CALL: collect_call(s, n); break;
  case NODE_FSTRING: collect_list(s, n->fstring.parts); break;
  case NODE_FIELD:
    collect(s, n->field.value);
    if (n->field.spec) collect(s, n->field.spec);
    break;
  case NODE_ATTRIBUTE: collect(s, n->attribute.value); break;
  case NODE_SUBSCRIPT:
    collect(s, n->subscript.value);
    collect(s, n->subscript.index);
    break;
  case NODE_NAME: collect_name(s, n); break;
  case NODE_LIST:
  case NODE_TUPLE:
  case NODE_SET: collect_list(s, n->sequence.items); break;
  case NODE_SLICE:
    if (n->slice.lower) collect(s, n->slice.lower);
    if (n->slice.upper) collect(s, n->slice.upper);
    if (n->slice.step) collect(s, n->slice.step);
    break;
  default: break;
  }
}

static void collect(Scope *s, const Node *n) {
  if (n->kind == NODE_KEYWORD)
    collect(s, n->keyword.value);
  else if (ast_is_statement(n))
    collect_statement(s, n);
  else
    collect_expression(s, n);
}

// Makes `name` reachable in scope s from an enclosing function; false: there is none that binds it.
static bool resolve_free(Scope *s, const char *name) {
  static const char *class_name;
  if (!class_name) class_name = intern_str("__class__");
  for (Scope *f = s->parent; f; f = f->parent) {
    if (f->kind == SCOPE_MODULE) return false;
    if (f->kind == SCOPE_CLASS) {
      if (name == class_name && f->needs_class_cell) {
        scope_add(f, name)->kind = VAR_CELL;
        return true;
      }
      continue;
    }
    Symbol *found = scope_symbol(f, name);
    if (found && found->is_global) return false;
    if (found && found->assigned && !found->is_nonlocal) {
      found->kind = VAR_CELL;
      return true;
    }
  }
  return false;
}

const char *scope_cell_name(Arena *a, const char *name) {
  return intern_str(arena_printf(a, "%s (cell)", name));
}

// Every function between a free variable and its cell passes it on.
static void resolve_pass_on(Scope *s, const char *name) {
  for (Scope *f = s->parent; f; f = f->parent) {
    Symbol *found = scope_add(f, name);
    if (found->kind == VAR_CELL || found->kind == VAR_FREE) return;
    bool binds = f->kind != SCOPE_CLASS && found->assigned && !found->is_nonlocal;
    if (binds) {
      found->kind = VAR_CELL;
      return;
    }
    if (f->kind == SCOPE_CLASS && (found->assigned || found->is_global)) {
      // The class means another variable by that name: the cell goes by another one.
      found = scope_add(f, scope_cell_name(f->arena, name));
      found->passes = name;
      if (found->kind == VAR_FREE) return;
    }
    found->kind = VAR_FREE;
  }
}

static void resolve(Scope *s) {
  for (uint32_t i = 0; i < s->n; i++) {
    Symbol *y = &s->symbols[i];
    if (y->kind == VAR_CELL || y->kind == VAR_FREE) continue;
    const char *name = y->name;
    bool own = y->assigned && !y->is_nonlocal;
    if (y->is_global || s->kind == SCOPE_MODULE) {
      y->kind = VAR_GLOBAL;
    } else if (own && s->kind != SCOPE_CLASS) {
      y->kind = VAR_LOCAL;
    } else if (own) {
      y->kind = VAR_NAME;
    } else if (resolve_free(s, name)) {
      s->symbols[i].kind = VAR_FREE;
      resolve_pass_on(s, name);
    } else {
      s->symbols[i].kind = s->kind == SCOPE_CLASS ? VAR_NAME : VAR_GLOBAL;
    }
  }
  for (uint32_t i = 0; i < s->nchildren; i++)
    if (s->children[i]->collected) resolve(s->children[i]);
}

// Slots: parameters first, in the order of the signature, as they were added.
static void number(Scope *s) {
  uint32_t locals = 0, cells = 0;
  for (uint32_t i = 0; i < s->n; i++)
    if (s->symbols[i].kind == VAR_LOCAL || s->symbols[i].param) {
      if (s->symbols[i].kind == VAR_LOCAL) s->symbols[i].slot = locals;
      locals++;
    }
  for (uint32_t i = 0; i < s->n; i++)
    if (s->symbols[i].kind == VAR_CELL) s->symbols[i].slot = cells++;
  for (uint32_t i = 0; i < s->n; i++)
    if (s->symbols[i].kind == VAR_FREE) s->symbols[i].slot = cells++;
  s->resolved = true;
  for (uint32_t i = 0; i < s->nchildren; i++)
    if (s->children[i]->collected) number(s->children[i]);
}

Scope *scope_module(Arena *a, const Node *module) {
  Scope *s = scope_create(a, SCOPE_MODULE, module, NULL);
  s->collected = true;
  collect_list(s, module->module.body);
  resolve(s);
  number(s);
  return s;
}

void scope_prepare(Scope *s) {
  if (s->resolved) return;
  collect_body(s);
  resolve(s);
  number(s);
}

Scope *scope_child(const Scope *s, const Node *node) {
  for (uint32_t i = 0; i < s->nchildren; i++)
    if (s->children[i]->node == node) return s->children[i];
  return NULL;
}
