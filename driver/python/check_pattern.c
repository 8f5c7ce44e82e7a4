// check_pattern.c -- patterns that bind a name twice, or that nothing after them can be reached.
#include "driver/python/check.h"
#include "dialect/support/vec.h"

#include <string.h>

typedef VEC(const char *) Names;

typedef struct Binder {
  Checker *c;
  Arena arena;
  Names names; // bound so far
} Binder;

static bool has_name(const Names *l, const char *name) {
  for (uint32_t i = 0; i < l->n; i++)
    if (l->data[i] == name) return true;
  return false;
}

// Matches anything: `_`, x, or such a pattern with a name.
static const Node *find_irrefutable(const Node *n) {
  if (n->kind == NODE_MATCH_AS) {
    if (!n->match_as.pattern) return n;
    return find_irrefutable(n->match_as.pattern);
  }
  if (n->kind != NODE_MATCH_OR) return NULL;
  return find_irrefutable(n->match_list.patterns.data[n->match_list.patterns.n - 1]);
}

static void refuse_irrefutable(Checker *c, const Node *pattern) {
  const Node *n = find_irrefutable(pattern);
  if (!n) return;
  if (n->match_as.name)
    check_fail(c, n->at, "name capture '%s' makes remaining patterns unreachable",
               n->match_as.name);
  else check_fail(c, n->at, "wildcard makes remaining patterns unreachable");
}

static void bind(Binder *b, const char *name, SrcRange at) {
  if (!name) return;
  if (has_name(&b->names, name))
    check_fail(b->c, at, "multiple assignments to name '%s' in pattern", name);
  else VEC_PUSH(&b->arena, b->names, name);
}

static void bind_pattern(Node *n, void *binder);

static bool same_names(const Names *a, uint32_t from, const Names *b) {
  if (a->n - from != b->n) return false;
  for (uint32_t i = from; i < a->n; i++)
    if (!has_name(b, a->data[i])) return false;
  return true;
}

// Each alternative binds the same names.
static void bind_or(Binder *b, const Node *n) {
  uint32_t before = b->names.n;
  Names first = {0};
  bool differ = false;
  const NodeList *l = &n->match_list.patterns;
  for (uint32_t i = 0; i < l->n; i++) {
    b->names.n = before;
    bind_pattern(l->data[i], b);
    if (i + 1 < l->n) refuse_irrefutable(b->c, l->data[i]);
    if (i == 0)
      for (uint32_t j = before; j < b->names.n; j++)
        VEC_PUSH(&b->arena, first, b->names.data[j]);
    else differ |= !same_names(&b->names, before, &first);
  }
  if (differ) check_fail(b->c, n->at, "alternative patterns bind different names");
}

static void bind_sequence(Binder *b, const Node *n) {
  bool starred = false;
  for (uint32_t i = 0; i < n->match_list.patterns.n; i++) {
    bool star = n->match_list.patterns.data[i]->kind == NODE_MATCH_STAR;
    if (star && starred)
      check_fail(b->c, n->at, "multiple starred names in sequence pattern");
    starred |= star;
  }
  ast_each_child(n, bind_pattern, b);
}

static void bind_class(Binder *b, const Node *n) {
  Names seen = {0};
  for (uint32_t i = 0; i < n->match_class.keywords.n; i++) {
    const char *name = n->match_class.keywords.data[i];
    if (has_name(&seen, name))
      check_fail(b->c, n->match_class.keyword_patterns.data[i]->at,
                 "attribute name repeated in class pattern: %s", name);
    VEC_PUSH(&b->arena, seen, name);
  }
  ast_each_child(n, bind_pattern, b);
}

static bool same_text(const Node *a, const Node *b) {
  return a->str.n == b->str.n && !memcmp(a->str.data, b->str.data, a->str.n);
}

static bool same_key(const Node *a, const Node *b) {
  if (a->kind != b->kind) return false;
  if (a->kind == NODE_STR || a->kind == NODE_BYTES) return same_text(a, b);
  if (a->kind == NODE_INT)
    return a->int_.is_small && b->int_.is_small && a->int_.small == b->int_.small;
  return a->kind == NODE_NONE || a->kind == NODE_TRUE || a->kind == NODE_FALSE;
}

static void refuse_key(Checker *c, const Node *n, const Node *key) {
  const char *text = "mapping pattern checks duplicate key";
  if (key->kind == NODE_INT) check_fail(c, n->at, "%s (%lld)", text, (long long)key->int_.small);
  else if (key->kind == NODE_STR) check_fail(c, n->at, "%s ('%s')", text, key->str.data);
  else check_fail(c, n->at, "%s", text);
}

static void bind_mapping(Binder *b, const Node *n) {
  const NodeList *keys = &n->match_mapping.keys;
  for (uint32_t i = 0; i < keys->n; i++)
    for (uint32_t j = 0; j < i; j++)
      if (same_key(keys->data[i], keys->data[j])) {
        refuse_key(b->c, n, keys->data[i]);
        j = i;
      }
  ast_each_child(n, bind_pattern, b);
  bind(b, n->match_mapping.rest, n->at);
}

static void bind_pattern(Node *n, void *binder) {
  Binder *b = binder;
  switch (n->kind) {
  case NODE_MATCH_AS:
    ast_each_child(n, bind_pattern, b);
    bind(b, n->match_as.name, n->at);
    break;
  case NODE_MATCH_STAR: bind(b, n->match_star.name, n->at); break;
  case NODE_MATCH_OR: bind_or(b, n); break;
  case NODE_MATCH_SEQUENCE: bind_sequence(b, n); break;
  case NODE_MATCH_CLASS: bind_class(b, n); break;
  case NODE_MATCH_MAPPING: bind_mapping(b, n); break;
  default: break;
  }
}

void check_match(Checker *c, const Node *n) {
  for (uint32_t i = 0; i < n->match.cases.n; i++) {
    const Node *part = n->match.cases.data[i];
    Binder b = {.c = c};
    arena_init(&b.arena);
    bind_pattern(part->case_.pattern, &b);
    arena_release(&b.arena);
    if (i + 1 < n->match.cases.n && !part->case_.guard)
      refuse_irrefutable(c, part->case_.pattern);
  }
}
