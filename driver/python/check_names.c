// check_names.c -- names that are bound where or how they must not be.
#include "driver/python/check.h"

#include <string.h>

void check_debug(Checker *c, const char *name, SrcRange at) {
  if (name && !strcmp(name, "__debug__")) check_fail(c, at, "cannot assign to __debug__");
}

// Targets.

static void check_target_list(Checker *c, const Node *target) {
  bool starred = false;
  for (uint32_t i = 0; i < target->sequence.items.n; i++) {
    const Node *n = target->sequence.items.data[i];
    if (n->kind != NODE_STARRED) {
      check_target(c, n);
      continue;
    }
    if (starred) check_fail(c, n->at, "multiple starred expressions in assignment");
    starred = true;
    check_target(c, n->value.value);
  }
}

void check_target(Checker *c, const Node *target) {
  switch (target->kind) {
  case NODE_NAME:
    check_debug(c, target->name.id, target->at);
    break;
  case NODE_ATTRIBUTE:
    check_debug(c, target->attribute.name, target->at);
    check_node(target->attribute.value, c);
    break;
  case NODE_SUBSCRIPT:
    ast_each_child(target, check_node, c);
    break;
  case NODE_LIST:
  case NODE_TUPLE:
    check_target_list(c, target);
    break;
  case NODE_STARRED:
    check_fail(c, target->at, "starred assignment target must be in a list or tuple");
    break;
  default:
    break;
  }
}

static bool target_binds(const Node *n, const char *name) {
  if (n->kind == NODE_NAME) return n->name.id == name;
  if (n->kind == NODE_STARRED) return target_binds(n->value.value, name);
  if (n->kind != NODE_LIST && n->kind != NODE_TUPLE) return false;
  for (uint32_t i = 0; i < n->sequence.items.n; i++)
    if (target_binds(n->sequence.items.data[i], name)) return true;
  return false;
}

void check_named_expr(Checker *c, const Node *n) {
  const char *name = n->named_expr.target->name.id;
  check_debug(c, name, n->at);
  if (c->iters) {
    check_fail(c, n->at,
               "assignment expression cannot be used in a comprehension iterable expression");
    return;
  }
  const Frame *f = c->frame;
  for (; f->kind == FRAME_COMP; f = f->outer)
    for (uint32_t i = 0; i < f->node->comp.loops.n; i++) {
      if (!target_binds(f->node->comp.loops.data[i]->comp_for.target, name)) continue;
      check_fail(c, n->at,
                 "assignment expression cannot rebind comprehension iteration variable '%s'", name);
      return;
    }
  if (f != c->frame && f->kind == FRAME_CLASS)
    check_fail(c, n->at,
               "assignment expression within a comprehension cannot be used in a class body");
}

// Parameters.

static const Node *param_at(const Params *l, uint32_t i) {
  uint32_t n = l->n_posonly + l->n_plain + l->n_kwonly;
  return i < n ? l->data[i] : i == n ? l->vararg : l->kwarg;
}

static uint32_t param_count(const Params *l) {
  return l->n_posonly + l->n_plain + l->n_kwonly + 2; // some may be null
}

static const Node *find_param(const Params *l, const char *name, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    const Node *param = param_at(l, i);
    if (param && param->param.name == name) return param;
  }
  return NULL;
}

void check_params(Checker *c, const Params *l) {
  for (uint32_t i = 0; i < param_count(l); i++) {
    const Node *param = param_at(l, i);
    if (!param) continue;
    check_debug(c, param->param.name, param->at);
    if (find_param(l, param->param.name, i))
      check_fail(c, param->at, "duplicate argument '%s' in function definition", param->param.name);
  }
}

// What a function or module does with one name, up to a place.

typedef struct Search {
  const char *name;
  SrcRange limit; // line 0: none
  bool is_param, is_used, is_assigned, is_imported, is_annotated, is_global, is_nonlocal;
  const Node *skip; // the statement that asks
} Search;

static void search(Node *n, void *s);

static void search_target(Search *s, const Node *target) {
  if (target_binds(target, s->name)) s->is_assigned = true;
  if (target->kind == NODE_ATTRIBUTE || target->kind == NODE_SUBSCRIPT)
    ast_each_child(target, search, s);
}

static void search_list(Search *s, const NodeList *l) {
  for (uint32_t i = 0; i < l->n; i++)
    search(l->data[i], s);
}

static void search_params(Search *s, const Params *l) {
  for (uint32_t i = 0; i < param_count(l); i++)
    if (param_at(l, i)) ast_each_child(param_at(l, i), search, s);
}

static bool binds_alias(const Node *n, const char *name) {
  if (n->alias.asname) return n->alias.asname == name;
  size_t size = strcspn(n->alias.name, ".");
  return !strncmp(n->alias.name, name, size) && !name[size];
}

static void search_names(Search *s, const Node *n) {
  for (uint32_t i = 0; i < n->global.names.n; i++) {
    if (n == s->skip || n->global.names.data[i] != s->name) continue;
    if (n->kind == NODE_GLOBAL)
      s->is_global = true;
    else
      s->is_nonlocal = true;
  }
}

// Names inside of functions, classes and comprehensions are others.
static bool search_scope(Search *s, const Node *n) {
  switch (n->kind) {
  case NODE_FUNCTION:
    search_list(s, &n->function.decorators);
    search_params(s, &n->function.params);
    s->is_assigned |= n->function.name == s->name;
    return true;
  case NODE_LAMBDA:
    search_params(s, &n->lambda.params);
    return true;
  case NODE_CLASS:
    search_list(s, &n->cls.decorators);
    search_list(s, &n->cls.bases);
    search_list(s, &n->cls.keywords);
    s->is_assigned |= n->cls.name == s->name;
    return true;
  case NODE_LIST_COMP:
  case NODE_SET_COMP:
  case NODE_DICT_COMP:
  case NODE_GENERATOR:
    search(n->comp.loops.data[0]->comp_for.iter, s);
    return true;
  default:
    return false;
  }
}

static void search_assign(Search *s, const Node *n) {
  for (uint32_t i = 0; i < n->assign.targets.n; i++)
    search_target(s, n->assign.targets.data[i]);
  search(n->assign.value, s);
}

static void search_other(Search *s, Node *n) {
  switch (n->kind) {
  case NODE_NAME:
    s->is_used |= n->name.id == s->name;
    break;
  case NODE_ASSIGN:
    search_assign(s, n);
    return;
  case NODE_AUG_ASSIGN:
    search_target(s, n->aug_assign.target);
    break;
  case NODE_ANN_ASSIGN:
    s->is_annotated |= target_binds(n->ann_assign.target, s->name);
    search(n->ann_assign.annotation, s);
    if (n->ann_assign.value) search(n->ann_assign.value, s);
    return;
  case NODE_DELETE:
    for (uint32_t i = 0; i < n->sequence.items.n; i++)
      search_target(s, n->sequence.items.data[i]);
    return;
  case NODE_FOR:
    search_target(s, n->for_.target);
    search(n->for_.iter, s);
    search_list(s, &n->for_.body);
    search_list(s, &n->for_.orelse);
    return;
  case NODE_WITH_ITEM:
    search(n->with_item.context, s);
    if (n->with_item.target) search_target(s, n->with_item.target);
    return;
  case NODE_NAMED_EXPR:
    search_target(s, n->named_expr.target);
    search(n->named_expr.value, s);
    return;
  case NODE_ALIAS:
    s->is_imported |= binds_alias(n, s->name);
    break;
  case NODE_HANDLER:
    s->is_assigned |= n->handler.name == s->name;
    break;
  case NODE_MATCH_AS:
    s->is_assigned |= n->match_as.name == s->name;
    break;
  case NODE_MATCH_STAR:
    s->is_assigned |= n->match_star.name == s->name;
    break;
  case NODE_MATCH_MAPPING:
    s->is_assigned |= n->match_mapping.rest == s->name;
    break;
  case NODE_GLOBAL:
  case NODE_NONLOCAL:
    search_names(s, n);
    break;
  default:
    break;
  }
  if (n->kind == NODE_AUG_ASSIGN)
    search(n->aug_assign.value, s);
  else
    ast_each_child(n, search, s);
}

static void search(Node *n, void *state) {
  Search *s = state;
  bool after = s->limit.line && (n->at.line > s->limit.line ||
                                 (n->at.line == s->limit.line && n->at.col >= s->limit.col));
  if (!after && !search_scope(s, n)) search_other(s, n);
}

static Search search_frame(const Frame *f, const char *name, const Node *until) {
  Search s = {.name = name, .skip = until};
  if (until) s.limit = until->at;
  const Node *n = f->node;
  if (f->kind == FRAME_MODULE)
    search_list(&s, &n->module.body);
  else if (f->kind == FRAME_CLASS)
    search_list(&s, &n->cls.body);
  else if (f->kind == FRAME_FUNCTION) {
    const Params *l = &n->function.params;
    s.is_param = find_param(l, name, param_count(l)) != NULL;
    search_list(&s, &n->function.body);
  } else if (f->kind == FRAME_LAMBDA) {
    const Params *l = &n->lambda.params;
    s.is_param = find_param(l, name, param_count(l)) != NULL;
    search(n->lambda.body, &s);
  }
  return s;
}

static bool has_binding(const Frame *f, const char *name) {
  for (; f->kind != FRAME_MODULE; f = f->outer) {
    if (f->kind == FRAME_CLASS && !strcmp(name, "__class__")) return true;
    if (f->kind == FRAME_CLASS) continue;
    Search s = search_frame(f, name, NULL);
    bool bound = s.is_param || s.is_assigned || s.is_imported || s.is_annotated || s.is_nonlocal;
    if (bound && !s.is_global) return true;
  }
  return false;
}

static void check_global_name(Checker *c, const Node *n, const char *name) {
  const char *what = n->kind == NODE_GLOBAL ? "global" : "nonlocal";
  Search s = search_frame(c->frame, name, n);
  if (s.is_param)
    check_fail(c, n->at, "name '%s' is parameter and %s", name, what);
  else if (s.is_used)
    check_fail(c, n->at, "name '%s' is used prior to %s declaration", name, what);
  else if (s.is_annotated)
    check_fail(c, n->at, "annotated name '%s' can't be %s", name, what);
  else if (s.is_assigned)
    check_fail(c, n->at, "name '%s' is assigned to before %s declaration", name, what);
  else if (n->kind == NODE_GLOBAL ? s.is_nonlocal : s.is_global)
    check_fail(c, n->at, "name '%s' is nonlocal and global", name);
  else if (n->kind == NODE_NONLOCAL &&
           !has_binding(c->frame->kind == FRAME_CLASS ? c->frame : c->frame->outer, name))
    check_fail(c, n->at, "no binding for nonlocal '%s' found", name);
}

void check_global(Checker *c, const Node *n) {
  if (n->kind == NODE_NONLOCAL && c->frame->kind == FRAME_MODULE) {
    check_fail(c, n->at, "nonlocal declaration not allowed at module level");
    return;
  }
  for (uint32_t i = 0; i < n->global.names.n; i++)
    check_global_name(c, n, n->global.names.data[i]);
}

// Imports.

static void check_future(Checker *c, const Node *n) {
  static const char *const known[] = {
      "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
      "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
  if (!c->futures_allowed)
    check_fail(c, n->at, "from __future__ imports must occur at the beginning of the file");
  for (uint32_t i = 0; i < n->import_from.names.n; i++) {
    const Node *alias = n->import_from.names.data[i];
    bool found = false;
    for (size_t k = 0; k < sizeof known / sizeof *known && !found; k++)
      found = !strcmp(known[k], alias->alias.name);
    if (!strcmp(alias->alias.name, "braces"))
      check_fail(c, n->at, "not a chance");
    else if (!found)
      check_fail(c, n->at, "future feature %s is not defined", alias->alias.name);
  }
}

void check_aliases(Checker *c, const NodeList *l) {
  for (uint32_t i = 0; i < l->n; i++) {
    const Node *n = l->data[i];
    check_debug(c, n->alias.asname ? n->alias.asname : n->alias.name, n->at);
  }
}

void check_import_from(Checker *c, const Node *n) {
  const Node *first = n->import_from.names.data[0];
  check_aliases(c, &n->import_from.names);
  if (!strcmp(first->alias.name, "*") && c->frame->kind != FRAME_MODULE)
    check_fail(c, n->at, "import * only allowed at module level");
  if (n->import_from.module && !n->import_from.level &&
      !strcmp(n->import_from.module, "__future__"))
    check_future(c, n);
}
