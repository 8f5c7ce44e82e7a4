// parse.h -- from text to the syntax tree.
#ifndef CJAX_PYTHON_PARSE_H
#define CJAX_PYTHON_PARSE_H

#include "driver/python/ast.h"

// The NODE_MODULE of a whole file known to diag as `file`.  Everything that CPython refuses with a
// SyntaxError is reported (several errors in one run), also what its compiler refuses (`return`
// outside a function, assignment to a literal, ...).  Null after an error.
Node *parse_module(Arena *a, uint32_t file, const char *text, size_t size);
// One expression, as `eval` takes it; null after an error.
Node *parse_expression(Arena *a, uint32_t file, const char *text, size_t size);

#endif
