// ast.h -- the syntax tree of Python 3.12.
//
// The kinds and their fields are those of CPython's `ast` module, with these differences:
// - no load/store context: a target is known by where it stands; the parser has checked it;
// - constants have a kind each; implicit concatenation is done;
// - a parameter carries its default; async statements are the plain ones with is_async;
// - `elif` is an if in orelse, as in CPython; `f"{x=}"` is the text "x=" and then the field.
// Nodes are in the arena given to the parser, do not change (but for driver/stage/star.h), and are as
// large as their kind needs: a Node is never copied.  Names are interned (dialect/support/intern.h).  A field that may be
// absent is marked `or null`.
#ifndef CJAX_PYTHON_AST_H
#define CJAX_PYTHON_AST_H

#include "dialect/support/diag.h"
#include "driver/python/ast_kinds.h"

#include <stdio.h>

typedef struct Node Node;

typedef struct NodeList {
  Node **data;
  uint32_t n;
} NodeList;

typedef struct NameList {
  const char **data;
  uint32_t n;
} NameList;

// Parameters in the order written: n_posonly before `/`, n_plain, and n_kwonly after `*`.
typedef struct Params {
  Node **data; // NODE_PARAM; those of vararg and kwarg are not among them
  uint32_t n_posonly, n_plain, n_kwonly;
  Node *vararg, *kwarg; // or null
} Params;

struct Node {
  uint8_t kind;   // NodeKind
  uint8_t parens; // how many pairs of parentheses stand around it (at most 255); not in `at`
  uint16_t height; // of the tree below, itself included
  SrcRange at;
  union {
    struct {
      NodeList body;
    } module;

    // Statements.

    struct {
      const char *name;
      SrcRange name_at;
      Params params;
      NodeList body, decorators, type_params;
      Node *returns; // or null
      bool is_async;
    } function;
    struct {
      const char *name;
      SrcRange name_at;
      NodeList bases, keywords, body, decorators, type_params; // keywords: NODE_KEYWORD
    } cls;
    struct {
      NodeList targets; // `a = b = value`: a, b
      Node *value;
    } assign;
    struct {
      Node *target, *value;
      AstOp op;
    } aug_assign;
    struct {
      Node *target, *annotation, *value; // value: or null
      bool simple;                       // the target is a name without parentheses
    } ann_assign;
    struct {
      Node *name; // NODE_NAME
      NodeList type_params;
      Node *value;
    } type_alias;
    struct {
      Node *target, *iter;
      NodeList body, orelse;
      bool is_async;
    } for_;
    struct { // also NODE_WHILE
      Node *test;
      NodeList body, orelse;
    } if_;
    struct {
      NodeList items; // NODE_WITH_ITEM
      NodeList body;
      bool is_async;
    } with;
    struct {
      Node *context, *target; // target: or null
    } with_item;
    struct {
      Node *subject;
      NodeList cases; // NODE_CASE
    } match;
    struct {
      Node *pattern, *guard; // guard: or null
      NodeList body;
    } case_;
    struct {
      Node *exception, *cause; // or null
    } raise;
    struct {
      NodeList body, handlers, orelse, finally; // handlers: NODE_HANDLER
      bool is_star;                             // except*
    } try_;
    struct {
      Node *type;       // or null: a bare except
      const char *name; // or null
      NodeList body;
    } handler;
    struct {
      Node *test, *message; // message: or null
    } assert_;
    struct {
      NodeList names; // NODE_ALIAS
    } import;
    struct {
      const char *module; // dotted, or null: `from . import x`
      NodeList names;     // NODE_ALIAS; one named "*" for all
      uint32_t level;     // leading dots
    } import_from;
    struct {
      const char *name;   // dotted
      const char *asname; // or null
    } alias;
    struct { // also NODE_NONLOCAL
      NameList names;
    } global;

    // Expressions.

    struct {
      NodeList values; // two or more
      AstOp op;
    } bool_op;
    struct {
      Node *left, *right;
      AstOp op;
    } bin_op;
    struct {
      Node *operand;
      AstOp op;
    } unary_op;
    struct {
      Node *target, *value; // target: NODE_NAME
    } named_expr;
    struct {
      Params params;
      Node *body;
    } lambda;
    struct {
      Node *test, *body, *orelse;
    } if_exp;
    struct {
      NodeList keys, values; // a null key: **value
    } dict;
    struct {          // NODE_LIST_COMP, NODE_SET_COMP, NODE_GENERATOR, NODE_DICT_COMP
      Node *key;      // NODE_DICT_COMP only
      Node *element;  // the value of NODE_DICT_COMP
      NodeList loops; // NODE_COMP_FOR, outermost first
    } comp;
    struct {
      Node *target, *iter;
      NodeList conditions;
      bool is_async;
    } comp_for;
    struct { // left ops[0] others[0] ops[1] others[1]
      Node *left;
      AstOp *ops; // as many as others
      NodeList others;
    } compare;
    struct {
      Node *callee;
      NodeList args, keywords; // NODE_STARRED among args; NODE_KEYWORD
    } call;
    struct {
      const char *name; // or null: **value
      Node *value;
    } keyword;
    struct {
      NodeList parts; // NODE_STR, never empty, and NODE_FIELD
    } fstring;
    struct {
      Node *value;
      Node *spec;     // NODE_FSTRING or null
      int conversion; // 's', 'r', 'a' or 0; `{x=}` without a spec has 'r'
    } field;
    struct {
      const char *digits; // without prefix and underscores, at least one
      size_t n;
      int base;      // 2, 8, 10, 16
      bool is_small; // small is the value
      int64_t small;
    } int_;
    struct { // also NODE_IMAGINARY
      double value;
    } float_;
    struct { // NODE_STR: UTF-8 (a lone surrogate as three bytes); NODE_BYTES: bytes
      const char *data; // a NUL follows
      size_t n;
    } str;
    struct {
      Node *value;
      const char *name; // ends where the node ends
    } attribute;
    struct {
      Node *value, *index; // index: NODE_TUPLE of several, NODE_SLICE inside or alone
    } subscript;
    struct {
      const char *id;
    } name;
    struct { // NODE_LIST, NODE_TUPLE, NODE_SET; also NODE_DELETE, its targets
      NodeList items;
      bool bare; // a tuple without parentheses
    } sequence;
    struct {
      Node *lower, *upper, *step; // or null
    } slice;
    struct { // NODE_RETURN, EXPR, AWAIT, YIELD, YIELD_FROM, STARRED; MATCH_VALUE, MATCH_SINGLETON
      Node *value; // or null for NODE_RETURN, NODE_YIELD
    } value;

    // Patterns.

    struct { // NODE_MATCH_SEQUENCE, NODE_MATCH_OR
      NodeList patterns;
    } match_list;
    struct {
      NodeList keys, patterns;
      const char *rest; // or null
    } match_mapping;
    struct {
      Node *cls;
      NodeList patterns;         // by position
      NameList keywords;         // by name
      NodeList keyword_patterns; // as many as keywords
    } match_class;
    struct {
      const char *name; // or null: *_
    } match_star;
    struct {
      Node *pattern;    // or null: binds anything
      const char *name; // or null: `_`
    } match_as;

    // Parts.

    struct {
      const char *name;
      Node *annotation, *preset; // or null; preset: the default
    } param;
    struct { // NODE_TYPE_VAR, NODE_TYPE_VAR_TUPLE, NODE_PARAM_SPEC
      const char *name;
      Node *bound; // NODE_TYPE_VAR only, or null
    } type_param;
  };
};

static inline bool ast_is_statement(const Node *n) {
  return n->kind >= NODE_FUNCTION && n->kind <= NODE_CONTINUE;
}
static inline bool ast_is_expression(const Node *n) {
  return n->kind >= NODE_BOOL_OP && n->kind <= NODE_SLICE;
}

// "FunctionDef", "BinOp", ...: CPython's name.
const char *ast_kind_name(NodeKind kind);
// "Add", ..., and "+", ...
const char *ast_op_name(AstOp op);
const char *ast_op_text(AstOp op);
// A zeroed node with room for its kind.
Node *ast_new(Arena *a, NodeKind kind, SrcRange at);
// Calls f on each direct child in the order of the fields, parameters included.
void ast_each_child(const Node *n, void (*f)(Node *child, void *state), void *state);
// A node a line, indented; fields by name; places as line:col-line:col when `places` is set.
void ast_print(FILE *out, const Node *n, bool places);

#endif
