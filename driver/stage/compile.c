// compile.c -- bytecode of one body: emitting, variables, constants, and the entry code_prepare.
#include "driver/stage/compile.h"

#include "dialect/support/intern.h"
#include "driver/stage/heap.h"
#include "driver/stage/vm_internal.h"

#include <stdio.h>
#include <string.h>

const char *const binary_symbol[BINARY_COUNT] = {"+", "-", "*", "/", "//", "%", "**",
                                                 "@", "&", "|", "^", "<<", ">>"};
const char *const unary_symbol[UNARY_COUNT] = {"-", "+", "~"};
const char *const compare_symbol[COMPARE_COUNT] = {"<", "<=", "==", "!=", ">", ">="};

// How many values more than before lie on the stack.
static int stack_effect(Bytecode op, uint32_t k) {
  switch (op) {
  case BC_POP:
  case BC_LEAVE_FOR:
  case BC_STORE_LOCAL:
  case BC_STORE_CELL:
  case BC_STORE_GLOBAL:
  case BC_STORE_NAME:
  case BC_DELETE_ATTR:
  case BC_BINARY:
  case BC_INPLACE:
  case BC_COMPARE:
  case BC_CONTAINS:
  case BC_IS:
  case BC_JUMP_IF_FALSE:
  case BC_JUMP_IF_TRUE:
  case BC_JUMP_IF_FALSE_OR_POP:
  case BC_JUMP_IF_TRUE_OR_POP:
  case BC_JUMP_IF_NONE:
  case BC_SUBSCR:
  case BC_LIST_APPEND:
  case BC_SET_ADD:
  case BC_LIST_EXTEND:
  case BC_SET_UPDATE:
  case BC_DICT_UPDATE:
  case BC_DICT_MERGE:
  case BC_RETURN:

  case BC_RERAISE:
  case BC_POP_EXCEPT:
  case BC_WITH_EXIT:
  case BC_IMPORT_STAR:
  case BC_ANNOTATE:
  case BC_MATCH_REST: return -1;
  case BC_STORE_ATTR:
  case BC_DELETE_SUBSCR:
  case BC_DICT_ADD:
  case BC_CALL_EX:
  case BC_MATCH_CLASS: return -2;
  case BC_STORE_SUBSCR: return -3;
  case BC_COPY:
  case BC_CONST:
  case BC_LOAD_LOCAL:
  case BC_LOAD_LOCAL_OWN:
  case BC_LOAD_GLOBAL_OWN:
  case BC_LOAD_CELL:
  case BC_LOAD_CLASS_CELL:
  case BC_LOAD_CLOSURE:
  case BC_LOAD_GLOBAL:
  case BC_LOAD_NAME:
  case BC_LOAD_METHOD:
  case BC_FOR_ITER:
  case BC_BUILD_CLASS:
  case BC_PUSH_EXC:
  case BC_WITH_ENTER:
  case BC_WITH_EXCEPT:
  case BC_IMPORT_FROM:
  case BC_MATCH_SEQUENCE:
  case BC_MATCH_MAPPING:
  case BC_MATCH_KEYS:
  case BC_GET_LEN: return 1;
  case BC_CALL: return -(int)k;
  case BC_CALL_METHOD: return -(int)k - 1;
  case BC_CALL_KW: return -(int)k - 1;
  case BC_BUILD_SLICE:
  case BC_BUILD_TUPLE:
  case BC_BUILD_LIST:
  case BC_BUILD_SET:
  case BC_BUILD_STRING: return 1 - (int)k;
  case BC_BUILD_DICT: return 1 - 2 * (int)k;
  case BC_FORMAT: return k & 4 ? -1 : 0;
  case BC_UNPACK: return (int)k - 1;
  case BC_UNPACK_EX: return (int)((k & 0xfff) + (k >> 12));
  case BC_MAKE_FUNCTION: return -((int)(k & 1) + (int)(k >> 1 & 1) + (int)(k >> 2 & 1));
  case BC_RAISE: return -(int)k;
  case BC_ASSERT_FAIL: return -(int)k;
  default: return 0;
  }
}

void bc(Compiler *c, Bytecode op, uint32_t k) {
  VEC_PUSH(c->arena, c->ops, (uint32_t)op | k << 8);
  VEC_PUSH(c->arena, c->places, c->at);
  c->depth += (uint32_t)stack_effect(op, k);
  if (c->depth > c->max_depth) c->max_depth = c->depth;
}

void bc_word(Compiler *c, uint32_t word) {
  VEC_PUSH(c->arena, c->ops, word);
  VEC_PUSH(c->arena, c->places, c->at);
}

uint32_t bc_jump(Compiler *c, Bytecode op) {
  bc(c, op, 0);
  return c->ops.n - 1;
}

void patch_here(Compiler *c, uint32_t jump) {
  c->ops.data[jump] = (c->ops.data[jump] & 0xff) | compile_here(c) << 8;
}

void patch_list(Compiler *c, const Patches *list) {
  for (uint32_t i = 0; i < list->n; i++) patch_here(c, list->data[i]);
}

void bc_loop(Compiler *c, uint32_t target) { bc(c, BC_LOOP, target); }

uint32_t compile_const(Compiler *c, Value v) {
  uint32_t from = c->consts.n > 64 ? c->consts.n - 64 : 0;
  for (uint32_t i = from; i < c->consts.n; i++)
    if (c->consts.data[i].tag == v.tag && c->consts.data[i].i == v.i) return i;
  VEC_PUSH(c->arena, c->consts, v);
  return c->consts.n - 1;
}

void bc_const(Compiler *c, Value v) { bc(c, BC_CONST, compile_const(c, v)); }

static Str *name_of(Compiler *c, const char *name) { return str_intern(c->vm, name, strlen(name)); }

void bc_name(Compiler *c, Bytecode op, const char *name) {
  bc(c, op, compile_const(c, v_obj(name_of(c, name))));
}

void bc_unsupported(Compiler *c, const char *what) {
  bc(c, BC_UNSUPPORTED, compile_const(c, v_str(c->vm, what)));
}

uint32_t region_add(Compiler *c, RegionKind kind, uint32_t at) {
  VEC_PUSH(c->arena, c->regions, ((Region){.kind = kind, .at = at, .depth = c->depth}));
  return c->regions.n - 1;
}

uint32_t compile_temp(Compiler *c) { return c->code->nlocals + c->ntemps++; }

// ---- Variables.

// __name inside a class is _Class__name.
static const char *mangle(Compiler *c, const char *name) {
  size_t n = strlen(name);
  if (n < 3 || name[0] != '_' || name[1] != '_' || (name[n - 1] == '_' && name[n - 2] == '_'))
    return name;
  for (Scope *s = c->scope; s; s = s->parent) {
    if (s->kind != SCOPE_CLASS) continue;
    const char *cls = s->node->cls.name;
    while (*cls == '_') cls++;
    if (!*cls) return name;
    return intern_str(arena_printf(c->arena, "_%s%s", cls, name));
  }
  return name;
}

const char *compile_mangle(Compiler *c, const char *name) { return mangle(c, name); }

static VarKind variable_of(Compiler *c, const char *name, uint32_t *slot) {
  Symbol *y = scope_symbol(c->scope, name);
  if (!y || y->kind == VAR_UNKNOWN) return c->scope->kind == SCOPE_CLASS ? VAR_NAME : VAR_GLOBAL;
  *slot = y->slot;
  return y->kind;
}

// For `name += v`: the value that the same statement replaces.  False: loaded as usual.
bool bc_load_own(Compiler *c, const char *name) {
  uint32_t slot = 0;
  VarKind kind = variable_of(c, name, &slot);
  if (kind == VAR_LOCAL) {
    bc(c, BC_LOAD_LOCAL_OWN, slot);
  } else if (kind == VAR_GLOBAL) {
    bc_name(c, BC_LOAD_GLOBAL_OWN, mangle(c, name));
    bc_word(c, 0);
  } else {
    bc_load(c, name);
    return false;
  }
  return true;
}

void bc_load(Compiler *c, const char *name) {
  uint32_t slot = 0;
  switch (variable_of(c, name, &slot)) {
  case VAR_LOCAL: bc(c, BC_LOAD_LOCAL, slot); break;
  case VAR_CELL: bc(c, BC_LOAD_CELL, slot); break;
  case VAR_FREE:
    if (c->scope->kind == SCOPE_CLASS) {
      bc(c, BC_LOAD_CLASS_CELL, slot);
      bc_word(c, compile_const(c, v_obj(name_of(c, mangle(c, name)))));
    } else {
      bc(c, BC_LOAD_CELL, slot);
    }
    break;
  case VAR_NAME: bc_name(c, BC_LOAD_NAME, mangle(c, name)); break;
  default: bc_name(c, BC_LOAD_GLOBAL, mangle(c, name)); bc_word(c, 0);
  }
}

void bc_store(Compiler *c, const char *name) {
  uint32_t slot = 0;
  switch (variable_of(c, name, &slot)) {
  case VAR_LOCAL: bc(c, BC_STORE_LOCAL, slot); break;
  case VAR_CELL:
  case VAR_FREE: bc(c, BC_STORE_CELL, slot); break;
  case VAR_NAME: bc_name(c, BC_STORE_NAME, mangle(c, name)); break;
  default: bc_name(c, BC_STORE_GLOBAL, mangle(c, name));
  }
}

void bc_delete(Compiler *c, const char *name) {
  uint32_t slot = 0;
  switch (variable_of(c, name, &slot)) {
  case VAR_LOCAL: bc(c, BC_DELETE_LOCAL, slot); break;
  case VAR_CELL:
  case VAR_FREE: bc(c, BC_DELETE_CELL, slot); break;
  case VAR_NAME: bc_name(c, BC_DELETE_NAME, mangle(c, name)); break;
  default: bc_name(c, BC_DELETE_GLOBAL, mangle(c, name));
  }
}

// ---- Code objects.

static void count_params(Code *code, const Node *n) {
  if (n->kind == NODE_MODULE || n->kind == NODE_CLASS) return;
  if (n->kind != NODE_FUNCTION && n->kind != NODE_LAMBDA) {
    code->npos = code->nposonly = 1;
    return;
  }
  const Params *p = n->kind == NODE_FUNCTION ? &n->function.params : &n->lambda.params;
  code->nposonly = p->n_posonly;
  code->npos = p->n_posonly + p->n_plain;
  code->nkwonly = p->n_kwonly;
  if (p->vararg) code->flags |= CODE_VARARGS;
  if (p->kwarg) code->flags |= CODE_VARKEYWORDS;
}

static const char *code_name(const Node *n) {
  switch (n->kind) {
  case NODE_MODULE: return "<module>";
  case NODE_FUNCTION: return n->function.name;
  case NODE_CLASS: return n->cls.name;
  case NODE_LAMBDA: return "<lambda>";
  case NODE_LIST_COMP: return "<listcomp>";
  case NODE_SET_COMP: return "<setcomp>";
  case NODE_DICT_COMP: return "<dictcomp>";
  default: return "<genexpr>";
  }
}

Code *code_create(VM *vm, Module *m, const Node *n, Scope *scope, Str *qualname) {
  Code *code = HEAP_NEW(vm, vm->type[T_code], O_CODE, Code);
  code->name = str_name(vm, code_name(n));
  code->qualname = qualname ? qualname : code->name;
  code->module = m;
  code->node = n;
  code->scope = scope;
  if (n->kind == NODE_MODULE) code->flags |= CODE_MODULE;
  if (n->kind == NODE_CLASS) code->flags |= CODE_CLASS;
  if (m->library) code->flags |= CODE_LIBRARY;
  if (m->library && !strncmp(m->name->text, "_rolled", 7)) code->flags |= CODE_ROLLED;
  if (scope->kind == SCOPE_COMPREHENSION) code->flags |= CODE_COMPREHENSION;
  if (scope->is_generator) code->flags |= CODE_GENERATOR;
  count_params(code, n);
  return code;
}

// Frame layout: names of locals, cells and free variables; what each free variable captures.
static void code_layout(Compiler *c) {
  Code *code = c->code;
  Scope *s = c->scope;
  uint32_t nlocals = 0, ncells = 0, nfree = 0;
  for (uint32_t i = 0; i < s->n; i++) {
    Symbol *y = &s->symbols[i];
    nlocals += y->kind == VAR_LOCAL || y->param;
    ncells += y->kind == VAR_CELL;
    nfree += y->kind == VAR_FREE;
  }
  code->nlocals = nlocals;
  code->ncells = ncells;
  code->nfree = nfree;
  code->locals = ARENA_ARRAY(c->arena, Str *, nlocals + 1);
  code->cells = ARENA_ARRAY(c->arena, Str *, ncells + nfree + 1);
  code->cell_param = ARENA_ARRAY(c->arena, int32_t, ncells + 1);
  uint32_t local = 0;
  for (uint32_t i = 0; i < s->n; i++) {
    Symbol *y = &s->symbols[i];
    Str *name = name_of(c, y->passes ? y->passes : y->name);
    if (y->kind == VAR_CELL || y->kind == VAR_FREE) code->cells[y->slot] = name;
    if (y->kind == VAR_CELL) code->cell_param[y->slot] = y->param ? (int32_t)local : -1;
    if (y->kind == VAR_LOCAL || y->param) code->locals[local++] = name;
  }
}

// The cells of the enclosing frame that a function's free variables are.
void code_capture(Arena *a, Code *code, const Scope *s) {
  uint32_t nfree = 0, ncells = 0;
  for (uint32_t i = 0; i < s->n; i++) {
    nfree += s->symbols[i].kind == VAR_FREE;
    ncells += s->symbols[i].kind == VAR_CELL;
  }
  code->nfree = nfree;
  code->capture = ARENA_ARRAY(a, uint32_t, nfree + 1);
  for (uint32_t i = 0; i < s->n; i++) {
    const Symbol *y = &s->symbols[i];
    if (y->kind != VAR_FREE) continue;
    const char *name = y->passes ? y->passes : y->name;
    Symbol *outer = scope_symbol(s->parent, name);
    if (outer->kind != VAR_CELL && outer->kind != VAR_FREE)
      outer = scope_symbol(s->parent, scope_cell_name(a, name));
    code->capture[y->slot - ncells] = outer->slot;
  }
}

static void compile_code(Compiler *c) {
  const Node *n = c->code->node;
  switch (n->kind) {
  case NODE_MODULE: compile_body(c, n->module.body); break;
  case NODE_FUNCTION: compile_body(c, n->function.body); break;
  case NODE_LAMBDA:
    compile_expr(c, n->lambda.body);
    bc(c, BC_RETURN, 0);
    return;
  case NODE_CLASS: {
    compile_body(c, n->cls.body);
    Symbol *y = c->scope->needs_class_cell ? scope_symbol(c->scope, intern_str("__class__")) : NULL;
    if (y && y->kind == VAR_CELL) {
      bc(c, BC_LOAD_CLOSURE, y->slot);
      bc(c, BC_RETURN, 0);
      return;
    }
    break;
  }
  default: compile_comprehension_body(c, n); return;
  }
  bc_const(c, V_NONE);
  bc(c, BC_RETURN, 0);
}

bool code_prepare(VM *vm, Code *code) {
  if (code->ops) return true;
  Compiler c = {.vm = vm, .arena = vm->arena, .code = code, .scope = (Scope *)code->scope};
  scope_prepare(c.scope);
  if (c.scope->is_generator) code->flags |= CODE_GENERATOR;
  c.at = &code->node->at;
  code_layout(&c);
  if (code->nfree && !code->capture) code_capture(vm->arena, code, c.scope);
  compile_code(&c);
  code->nlocals += c.ntemps;
  if (c.ntemps) {
    // Hidden locals moved the cells' slots: those are counted from behind all locals.
    Str **names = ARENA_ARRAY(c.arena, Str *, code->nlocals);
    for (uint32_t i = 0; i < code->nlocals; i++)
      names[i] = i < code->nlocals - c.ntemps ? code->locals[i] : str_name(vm, ".match");
    code->locals = names;
  }
  code->nops = c.ops.n;
  code->at = c.places.data;
  code->consts = c.consts.data;
  code->nconsts = c.consts.n;
  code->handlers = c.handlers.data;
  code->nhandlers = c.handlers.n;
  code->regions = c.regions.data;
  code->nregions = c.regions.n;
  code->stack = c.max_depth + 4;
  code->ops = c.ops.data;
  return true;
}

const Region *code_region(const Code *code, uint32_t at) {
  for (uint32_t i = 0; i < code->nregions; i++)
    if (code->regions[i].at == at) return &code->regions[i];
  return NULL;
}

static const char *const bytecode_name[BC_COUNT] = {
#define X(name) #name,
    BYTECODES(X)
#undef X
};

static bool has_word(Bytecode op) {
  return op == BC_LOAD_GLOBAL || op == BC_LOAD_GLOBAL_OWN || op == BC_LOAD_CLASS_CELL ||
         op == BC_IMPORT_NAME;
}

static const char *const_text(VM *vm, Value v) {
  return v_is(v, O_CODE) ? ((const Code *)v.o)->qualname->text : text_of(vm, v);
}

void code_print(VM *vm, const Code *code, StrBuf *out) {
  strbuf_printf(out, "%s:\n", code->qualname->text);
  for (uint32_t i = 0; i < code->nops; i++) {
    Bytecode op = (Bytecode)(code->ops[i] & 0xff);
    uint32_t k = code->ops[i] >> 8;
    strbuf_printf(out, "%5u %4u %-22s %u", code->at[i]->line, i, bytecode_name[op], k);
    bool named = op == BC_CONST || op == BC_LOAD_GLOBAL || op == BC_LOAD_ATTR ||
                 op == BC_LOAD_METHOD || op == BC_STORE_GLOBAL || op == BC_STORE_ATTR;
    if (named) strbuf_printf(out, " (%s)", const_text(vm, code->consts[k]));
    strbuf_putc(out, '\n');
    if (has_word(op)) i++;
  }
  for (uint32_t i = 0; i < code->nhandlers; i++)
    strbuf_printf(out, "  %u..%u -> %u depth %u\n", code->handlers[i].start, code->handlers[i].end,
                  code->handlers[i].target, code->handlers[i].depth);
  for (uint32_t i = 0; i < code->nconsts; i++)
    if (v_is(code->consts[i], O_CODE)) {
      Code *inner = (Code *)code->consts[i].o;
      if (code_prepare(vm, inner)) code_print(vm, inner, out);
    }
}
