// scope.h -- which variable a name means: the static analysis before bytecode.
//
// One Scope per module, class, function, lambda and comprehension.  Functions at module level are
// analysed (with all that is nested in them) only when their body is first needed.
#ifndef CJAX_STAGE_SCOPE_H
#define CJAX_STAGE_SCOPE_H

#include "dialect/support/arena.h"
#include "driver/python/ast.h"

#include <stdbool.h>

typedef enum ScopeKind { SCOPE_MODULE, SCOPE_CLASS, SCOPE_FUNCTION, SCOPE_COMPREHENSION } ScopeKind;

typedef enum VarKind {
  VAR_UNKNOWN,
  VAR_LOCAL,  // a slot of the frame
  VAR_CELL,   // a local that a nested function also uses
  VAR_FREE,   // a cell of an enclosing function
  VAR_GLOBAL, // the module's dict, then builtins
  VAR_NAME    // the class body's or module's dict, then as global
} VarKind;

typedef struct Symbol {
  const char *name; // interned
  const char *passes; // of a class's cell (scope_cell_name): the variable that it passes on
  bool assigned, param, is_global, is_nonlocal, annotated;
  VarKind kind;
  uint32_t slot; // of LOCAL; of CELL and FREE: number among cells, then free variables
} Symbol;

typedef struct Scope Scope;
struct Scope {
  ScopeKind kind;
  const Node *node;
  Scope *parent;
  Symbol *symbols; // in order of appearance
  uint32_t n, room;
  uint32_t *index; // hash table over symbols, size mask + 1
  uint32_t mask;
  Scope **children;
  uint32_t nchildren, children_room;
  bool collected, resolved;
  bool is_generator;
  bool needs_class_cell; // a method uses super() or __class__
  bool future_annotations;
  Arena *arena;
};

Scope *scope_module(Arena *a, const Node *module);
// Analyses a function at module level, if that was put off; its enclosing scope is resolved.
void scope_prepare(Scope *s);
// The scope of a nested function, class, lambda or comprehension.
Scope *scope_child(const Scope *s, const Node *node);
// Null when the name does not occur in the scope.
Symbol *scope_symbol(const Scope *s, const char *name);
// The name that a class body has for a cell which it passes on, when `name` is its own variable.
const char *scope_cell_name(Arena *a, const char *name);

#endif
