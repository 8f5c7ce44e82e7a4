// compile_try.c -- try, with, and the ways out of them: break, continue, return.
//
// A handler covers ranges of instructions.  The code of a `finally` is written once for each way
// out of its try; while a jump runs it, the try's own handler does not cover it.
//     [prev]      the exception that was being handled when an except clause began
#include "driver/stage/compile.h"

#include "driver/stage/vm_internal.h"

Block *block_push(Compiler *c, Block *b, BlockKind kind) {
  b->kind = kind;
  b->outer = c->block;
  b->range_start = compile_here(c);
  b->depth = c->depth;
  c->block = b;
  return b;
}

void block_pop(Compiler *c) { c->block = c->block->outer; }

void block_close_range(Compiler *c, Block *b) {
  if (b->range_start < compile_here(c)) {
    VEC_PUSH(c->arena, b->handlers, c->handlers.n);
    VEC_PUSH(c->arena, c->handlers,
             ((Handler){.start = b->range_start,
                        .end = compile_here(c),
                        .depth = b->depth,
                        .types = b->types}));
  }
  b->range_start = compile_here(c);
}

void block_set_target(Compiler *c, Block *b) {
  for (uint32_t i = 0; i < b->handlers.n; i++)
    c->handlers.data[b->handlers.data[i]].target = compile_here(c);
}

// [prev exc] -> raises exc, with prev being handled again.
static void bc_reraise(Compiler *c) {
  bc(c, BC_SWAP, 2);
  bc(c, BC_POP_EXCEPT, 0);
  bc(c, BC_RERAISE, 0);
}

// The end of what ran while an exception was being handled: an exception from there takes its
// place.  b covers it, with [prev] on the stack.
static void bc_cleanup(Compiler *c, Block *b) {
  block_set_target(c, b);
  c->depth = b->depth + 1;
  bc_reraise(c);
}

static void clear_handler_name(Compiler *c, const Node *h) {
  if (!h || !h->handler.name) return;
  bc_const(c, V_NONE);
  bc_store(c, h->handler.name);
  bc_delete(c, h->handler.name);
}

// Code that leaves block b; `value`: a result lies on top of the stack and stays there.
static void leave_block(Compiler *c, Block *b, bool value) {
  switch (b->kind) {
  case BLOCK_LOOP:
    if (!b->is_for) break;
    if (value) bc(c, BC_SWAP, 2);
    bc(c, BC_LEAVE_FOR, 0);
    break;
  case BLOCK_TRY: block_close_range(c, b); break;
  case BLOCK_FINALLY:
    block_close_range(c, b);
    compile_body(c, b->node->try_.finally);
    break;
  case BLOCK_HANDLER: // covered by the block around it
    if (value) bc(c, BC_SWAP, 2);
    bc(c, BC_POP_EXCEPT, 0);
    clear_handler_name(c, b->node);
    break;
  case BLOCK_WITH:
    block_close_range(c, b);
    if (value) bc(c, BC_SWAP, 2);
    bc(c, BC_WITH_EXIT, 0);
    break;
  case BLOCK_CLEANUP: // [prev exc]
    block_close_range(c, b);
    if (value) bc(c, BC_SWAP, 3), bc(c, BC_SWAP, 2);
    bc(c, BC_POP, 0);
    bc(c, BC_POP_EXCEPT, 0);
    break;
  }
}

// Leaves all blocks inside `until`, innermost first.
static void leave_blocks(Compiler *c, Block *until, bool value) {
  Block *saved = c->block;
  for (Block *b = saved; b != until; b = b->outer) {
    c->block = b->outer;
    leave_block(c, b, value);
  }
  c->block = saved;
}

// What follows the jump is covered again by the blocks that were left.
static void reopen_blocks(Compiler *c, Block *until) {
  for (Block *b = c->block; b != until; b = b->outer) b->range_start = compile_here(c);
}

static Block *innermost_loop(Compiler *c) {
  Block *b = c->block;
  while (b && b->kind != BLOCK_LOOP) b = b->outer;
  return b;
}

void compile_break(Compiler *c, const Node *n) {
  Block *loop = innermost_loop(c);
  uint32_t depth = c->depth;
  leave_blocks(c, loop, false);
  c->at = &n->at;
  leave_block(c, loop, false);
  uint32_t jump = bc_jump(c, BC_JUMP);
  VEC_PUSH(c->arena, loop->breaks, jump);
  c->depth = depth;
  reopen_blocks(c, loop);
}

void compile_continue(Compiler *c, const Node *n) {
  Block *loop = innermost_loop(c);
  uint32_t depth = c->depth;
  leave_blocks(c, loop, false);
  c->at = &n->at;
  bc_loop(c, loop->head);
  c->depth = depth;
  reopen_blocks(c, loop);
}

void compile_return(Compiler *c, const Node *n) {
  uint32_t depth = c->depth;
  if (n->value.value)
    compile_expr(c, n->value.value);
  else
    bc_const(c, V_NONE);
  leave_blocks(c, NULL, true);
  c->at = &n->at;
  bc(c, BC_RETURN, 0);
  c->depth = depth;
  reopen_blocks(c, NULL);
}

static void compile_handler(Compiler *c, const Node *h, Patches *ends) {
  uint32_t next = 0;
  c->at = &h->at;
  if (h->handler.type) {
    compile_expr(c, h->handler.type);
    c->at = &h->handler.type->at;
    bc(c, BC_EXC_MATCH, 0);
    next = bc_jump(c, BC_JUMP_IF_FALSE);
  }
  uint32_t depth = c->depth; // [prev exc]
  if (h->handler.name)
    bc_store(c, h->handler.name);
  else
    bc(c, BC_POP, 0);
  Block b = {.node = h};
  block_push(c, &b, BLOCK_HANDLER);
  compile_body(c, h->handler.body);
  block_pop(c);
  bc(c, BC_POP_EXCEPT, 0);
  clear_handler_name(c, h);
  uint32_t jump = bc_jump(c, BC_JUMP);
  VEC_PUSH(c->arena, *ends, jump);
  if (h->handler.type) patch_here(c, next);
  c->depth = depth;
}

// The except clauses: one cover for all of them, since what they raise restores [prev].
static void compile_handlers(Compiler *c, const Node *n, Block *covered, Patches *ends) {
  block_set_target(c, covered);
  c->depth = covered->depth + 1;
  c->at = &n->at;
  bc(c, BC_PUSH_EXC, 0);
  Block guard = {0};
  block_push(c, &guard, BLOCK_TRY);
  guard.depth = covered->depth + 1;
  for (uint32_t i = 0; i < n->try_.handlers.n; i++)
    compile_handler(c, n->try_.handlers.data[i], ends);
  block_close_range(c, &guard);
  block_pop(c);
  bc_reraise(c);
  bc_cleanup(c, &guard);
}

static void compile_try_except(Compiler *c, const Node *n) {
  if (!n->try_.handlers.n) {
    compile_body(c, n->try_.body);
    return;
  }
  Patches ends = {0};
  Block b = {.types = n};
  uint32_t depth = c->depth;
  block_push(c, &b, BLOCK_TRY);
  compile_body(c, n->try_.body);
  block_close_range(c, &b);
  block_pop(c);
  compile_body(c, n->try_.orelse);
  uint32_t end = bc_jump(c, BC_JUMP);
  VEC_PUSH(c->arena, ends, end);
  compile_handlers(c, n, &b, &ends);
  patch_list(c, &ends);
  for (uint32_t i = 0; i < b.handlers.n; i++)
    c->handlers.data[b.handlers.data[i]].join = compile_here(c);
  c->depth = depth;
}

void compile_try(Compiler *c, const Node *n) {
  if (!n->try_.finally.n) {
    compile_try_except(c, n);
    return;
  }
  Block b = {.node = n};
  uint32_t depth = c->depth;
  block_push(c, &b, BLOCK_FINALLY);
  compile_try_except(c, n);
  block_close_range(c, &b);
  block_pop(c);
  compile_body(c, n->try_.finally);
  uint32_t end = bc_jump(c, BC_JUMP);
  block_set_target(c, &b);
  c->depth = depth + 1;
  bc(c, BC_PUSH_EXC, 0);
  Block guard = {0};
  block_push(c, &guard, BLOCK_CLEANUP);
  guard.depth = depth + 1;
  compile_body(c, n->try_.finally);
  block_close_range(c, &guard);
  block_pop(c);
  bc_reraise(c);
  bc_cleanup(c, &guard);
  patch_here(c, end);
  c->depth = depth;
}

void compile_with(Compiler *c, const Node *n, uint32_t item) {
  if (item == n->with.items.n) {
    compile_body(c, n->with.body);
    return;
  }
  const Node *w = n->with.items.data[item];
  uint32_t depth = c->depth;
  compile_expr(c, w->with_item.context);
  bc(c, BC_WITH_ENTER, 0); // [exit value]
  Block b = {0};
  block_push(c, &b, BLOCK_WITH);
  b.depth = depth + 1;
  if (w->with_item.target)
    compile_store(c, w->with_item.target);
  else
    bc(c, BC_POP, 0);
  compile_with(c, n, item + 1);
  block_close_range(c, &b);
  block_pop(c);
  c->at = &w->at;
  bc(c, BC_WITH_EXIT, 0);
  uint32_t end = bc_jump(c, BC_JUMP);
  block_set_target(c, &b);
  c->depth = depth + 2; // [exit exc]
  bc(c, BC_PUSH_EXC, 0);
  Block guard = {0};
  block_push(c, &guard, BLOCK_TRY);
  guard.depth = depth + 2;
  bc(c, BC_WITH_EXCEPT, 0);
  block_close_range(c, &guard);
  block_pop(c);
  uint32_t suppressed = bc_jump(c, BC_JUMP_IF_TRUE);
  bc_reraise(c);
  bc_cleanup(c, &guard);
  patch_here(c, suppressed);
  c->depth = depth + 3; // [exit prev exc]
  bc(c, BC_POP, 0);
  bc(c, BC_POP_EXCEPT, 0);
  bc(c, BC_POP, 0);
  patch_here(c, end);
  c->depth = depth;
}
