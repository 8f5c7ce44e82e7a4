// check.h -- what CPython's compiler refuses in programs whose syntax is right.
//
// Runs over the tree of a file that parsed without errors.
#ifndef CJAX_PYTHON_CHECK_H
#define CJAX_PYTHON_CHECK_H

#include "driver/python/ast.h"

// Reports every error found; true when there is none.
bool check_module(const Node *module);

// A function, class, lambda or comprehension, or the module, around the node being checked.
typedef enum FrameKind {
  FRAME_MODULE,
  FRAME_CLASS,
  FRAME_FUNCTION,
  FRAME_LAMBDA,
  FRAME_COMP
} FrameKind;

typedef struct Frame Frame;
struct Frame {
  Frame *outer;
  FrameKind kind;
  const Node *node;
  bool is_async;
  int loops; // around the statement
  bool yields;
  const Node *result; // a return that has a value, or null
  int star_blocks;    // except* blocks around it, outside of which the loops are
};

typedef struct Checker {
  Frame *frame;
  int errors;
  int iters;            // iterables of comprehensions around the expression
  bool futures_allowed; // only the docstring and such imports came before
} Checker;

void check_fail(Checker *c, SrcRange at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

// Any node but a target.
void check_node(Node *n, void *checker);

// check_names.c
void check_params(Checker *c, const Params *params);
void check_global(Checker *c, const Node *n);
void check_import_from(Checker *c, const Node *n);
void check_aliases(Checker *c, const NodeList *aliases);
// Refuses the name __debug__; name may be null.
void check_debug(Checker *c, const char *name, SrcRange at);
// What is assigned to, deleted or bound.
void check_target(Checker *c, const Node *target);
void check_named_expr(Checker *c, const Node *n);
// check_pattern.c
void check_match(Checker *c, const Node *n);

#endif
