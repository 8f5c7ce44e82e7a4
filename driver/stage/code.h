// code.h -- bytecode: what a function's body is compiled to.
//
// The code stays structured: `regions` tells for every conditional jump and loop where it joins, so
// that the control-flow module can run from a branch to its join (vm_run_piece).  A body is
// compiled when it is first called.
#ifndef CJAX_STAGE_CODE_H
#define CJAX_STAGE_CODE_H

#include "dialect/support/strbuf.h"
#include "driver/stage/bytecode.h"
#include "driver/stage/value.h"

typedef enum BinaryOp {
  BINARY_ADD,
  BINARY_SUB,
  BINARY_MUL,
  BINARY_DIV,
  BINARY_FLOORDIV,
  BINARY_MOD,
  BINARY_POW,
  BINARY_MATMUL,
  BINARY_AND,
  BINARY_OR,
  BINARY_XOR,
  BINARY_LSHIFT,
  BINARY_RSHIFT,
  BINARY_COUNT
} BinaryOp;
typedef enum UnaryOp { UNARY_NEG, UNARY_POS, UNARY_INVERT, UNARY_COUNT } UnaryOp;
typedef enum CompareOp {
  COMPARE_LT,
  COMPARE_LE,
  COMPARE_EQ,
  COMPARE_NE,
  COMPARE_GT,
  COMPARE_GE,
  COMPARE_COUNT
} CompareOp;

typedef enum RegionKind {
  REGION_IF,   // if, elif, conditional expression, assert, comprehension filter, match guard
  REGION_BOOL, // and, or, chained comparison
  REGION_WHILE,
  REGION_FOR
} RegionKind;

// The shape of a branch or loop; all are instruction numbers.
typedef struct Region {
  RegionKind kind;
  uint32_t at;    // the conditional jump, or the FOR_ITER
  uint32_t head;  // loops: where an iteration begins (the condition of a while; the FOR_ITER)
  uint32_t body;  // first instruction when the condition holds / of the loop's body
  uint32_t other; // first instruction when it does not (else branch, the loop's else)
  uint32_t join;  // where both meet; loops: behind the else, where `break` goes
  uint32_t depth; // values on the stack at `join`
  uint32_t end;   // loops: the LOOP instruction at the body's end (`continue` goes to head)
} Region;

typedef struct Handler {
  uint32_t start, end, target,
      depth;                // exceptions in start..end-1 go to target with the stack cut to depth
  const struct Node *types; // the except clauses' statement, or null (finally, with)
  uint32_t join;            // where that statement ends
} Handler;

enum {
  CODE_GENERATOR = 1,
  CODE_VARARGS = 2,
  CODE_VARKEYWORDS = 4,
  CODE_CLASS = 8,
  CODE_MODULE = 16,
  CODE_LIBRARY = 32,
  CODE_COMPREHENSION = 64,
  CODE_ROLLED = 128 // of the library, but its loops may be loops of the executable
};

struct Code {
  Obj head;
  Str *name, *qualname;
  Module *module;
  const struct Node *node; // what it was compiled from; body not compiled while `ops` is null
  const struct Scope *scope;
  uint32_t flags;
  uint32_t nposonly, npos, nkwonly; // npos includes positional-only ones
  uint32_t nlocals, ncells, nfree;  // parameters are the first locals
  Str **locals;                     // names
  Str **cells;                      // names of cells, then of free variables
  int32_t *cell_param;              // for each cell, the parameter that it holds, or -1
  uint32_t *capture; // for each free variable: the cell number in the enclosing frame
  uint32_t nops, nconsts, nhandlers, nregions, stack;
  uint32_t *ops;
  const SrcRange **at; // for each instruction
  Value *consts;
  Handler *handlers; // innermost first
  Region *regions;   // by `at`
};

// Names of operators for messages: "+", "//", "<=".
extern const char *const binary_symbol[BINARY_COUNT], *const unary_symbol[UNARY_COUNT],
                                                          *const compare_symbol[COMPARE_COUNT];

// Compiles the body if that has not happened; false with the exception set (a construct that is not
// supported).
bool code_prepare(VM *vm, Code *code);
// The innermost handler that covers an instruction, or null.
const Handler *code_handler(const Code *code, uint32_t at);
// The region whose conditional jump or FOR_ITER is instruction `at`, or null.
const Region *code_region(const Code *code, uint32_t at);
// Text of the instructions, for tests (--emit=bytecode).
void code_print(VM *vm, const Code *code, StrBuf *out);

#endif
