// compile.h -- the state of compiling one body to bytecode; shared by compile*.c.
#ifndef CJAX_STAGE_COMPILE_H
#define CJAX_STAGE_COMPILE_H

#include "dialect/support/vec.h"
#include "driver/python/ast.h"
#include "driver/stage/object.h"
#include "driver/stage/scope.h"

typedef enum BlockKind {
  BLOCK_LOOP,    // for (its iterator lies on the stack) and while
  BLOCK_TRY,     // covered by a handler
  BLOCK_FINALLY, // covered, and `node` is run on the way out
  BLOCK_HANDLER, // in an except clause: [previous]
  BLOCK_WITH,    // [exit]
  BLOCK_CLEANUP  // in a finally or with, while an exception passes: [previous exc]
} BlockKind;

typedef VEC(uint32_t) Patches;

typedef struct Block Block;
struct Block {
  BlockKind kind;
  Block *outer;
  const Node *node; // BLOCK_FINALLY: the try; BLOCK_HANDLER: the handler
  bool is_for;
  uint32_t head; // where `continue` goes
  Patches breaks;
  uint32_t range_start; // first covered instruction not yet in a Handler
  uint32_t depth;       // of the stack when the handler begins
  Patches handlers;     // entries of c->handlers whose target is set later
  const Node *types;
};

typedef struct Compiler {
  VM *vm;
  Arena *arena;
  Code *code;
  Scope *scope;
  const SrcRange *at;
  VEC(uint32_t) ops;
  VEC(const SrcRange *) places;
  VEC(Value) consts;
  VEC(Handler) handlers;
  VEC(Region) regions;
  Block *block;
  uint32_t depth, max_depth;
  uint32_t ntemps; // hidden locals behind code->nlocals
} Compiler;

// ---- Emitting.
void bc(Compiler *c, Bytecode op, uint32_t k);
void bc_word(Compiler *c, uint32_t word);
uint32_t bc_jump(Compiler *c, Bytecode op); // the instruction, for patch_here
void patch_here(Compiler *c, uint32_t jump);
void patch_list(Compiler *c, const Patches *list);
void bc_loop(Compiler *c, uint32_t target);
void bc_const(Compiler *c, Value v);
void bc_name(Compiler *c, Bytecode op, const char *name); // k is the constant of the name
void bc_unsupported(Compiler *c, const char *what);
uint32_t compile_const(Compiler *c, Value v);
static inline uint32_t compile_here(const Compiler *c) { return c->ops.n; }
uint32_t region_add(Compiler *c, RegionKind kind, uint32_t at);

// ---- Variables.
void bc_load(Compiler *c, const char *name);
bool bc_load_own(Compiler *c, const char *name);
void bc_store(Compiler *c, const char *name);
void bc_delete(Compiler *c, const char *name);
uint32_t compile_temp(Compiler *c); // a hidden local

const char *compile_mangle(Compiler *c, const char *name);

// ---- Parts.
uint32_t compile_binary_op(AstOp op); // BinaryOp
void compile_expr(Compiler *c, const Node *n);
bool compile_constant(Compiler *c, const Node *n, Value *out); // n is a constant expression
void compile_store(Compiler *c, const Node *target);           // from the top of the stack
void compile_body(Compiler *c, NodeList body);
void compile_statement(Compiler *c, const Node *n);
void compile_for(Compiler *c, const Node *n);
void compile_while(Compiler *c, const Node *n);
void compile_try(Compiler *c, const Node *n);
void compile_with(Compiler *c, const Node *n, uint32_t item);
void compile_match(Compiler *c, const Node *n);
void compile_break(Compiler *c, const Node *n);
void compile_continue(Compiler *c, const Node *n);
void compile_return(Compiler *c, const Node *n);
void compile_function(Compiler *c, const Node *n);
void compile_lambda(Compiler *c, const Node *n);
void compile_class(Compiler *c, const Node *n);
void compile_comprehension(Compiler *c, const Node *n);
void compile_comprehension_body(Compiler *c, const Node *n);
void compile_call(Compiler *c, const Node *n);
// Arguments for a call whose callee lies on the stack; ndone positional values lie on it already.
void compile_arguments(Compiler *c, uint32_t ndone, NodeList args, NodeList keywords);
void compile_annotation(Compiler *c, const Node *n);
Block *block_push(Compiler *c, Block *b, BlockKind kind);
void block_pop(Compiler *c);
// Ends the range that the block's handler covers here, and begins it again.
void block_close_range(Compiler *c, Block *b);
void block_set_target(Compiler *c, Block *b);

void code_capture(Arena *a, Code *code, const Scope *s);

#endif
