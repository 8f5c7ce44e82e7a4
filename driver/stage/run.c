// run.c -- the loop that executes bytecode.
//
// The frequent instructions are here, with short cuts for small ints and floats; the others are in
// op_cold (ops.c).  A call of a Python function pushes a frame and goes on in the same loop.  An
// exception is vm->exc and a jump to `error`, which looks for a handler from the innermost frame
// outwards and leaves the loop at the frame that it was entered with.
#include "driver/stage/run_text.h"
#include "driver/stage/trace.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

const Handler *code_handler(const Code *code, uint32_t at) {
  for (uint32_t i = 0; i < code->nhandlers; i++)
    if (at >= code->handlers[i].start && at < code->handlers[i].end) return &code->handlers[i];
  return NULL;
}

static bool covers(const Handler *h, uint32_t at) { return at >= h->start && at < h->end; }

static PieceRun *piece_of(VM *vm, const Frame *f) {
  PieceRun *p = vm->in->piece;
  return p && p->frame == f && f->flags & FRAME_PIECE ? p : NULL;
}

// Finds the handler for vm->exc.  True: vm->frame is ready to go on there.  False: the exception
// leaves the frame that this loop was entered with.
static bool unwind(VM *vm) {
  for (;;) {
    Frame *f = vm->frame;
    uint32_t at = f->pc ? f->pc - 1 : 0;
    Exception *e = (Exception *)vm->exc.o;
    const Handler *h = code_handler(f->code, at);
    PieceRun *piece = piece_of(vm, f);
    if (h && piece && covers(h, piece->region_at)) h = NULL;
    exc_add_trace(vm, e, f->code, frame_range(f));
    const Code *code = f->code;
    Value *stack = f->slot + code->nlocals + code->ncells + code->nfree;
    if (h) stack += h->depth;
    if (!piece || h) generators_leave(vm, stack, f->sp > stack ? (size_t)(f->sp - stack) : 0);
    if (h) {
      f->sp = stack;
      *f->sp++ = vm->exc;
      vm->exc = V_EMPTY;
      f->pc = h->target;
      return true;
    }
    if (piece) {
      piece->out->exit = PIECE_ERROR;
      return false;
    }
    bool entry = f->flags & FRAME_ENTRY;
    origin_note_frame(vm, f);
    if (f->generator) f->generator->frame = NULL;
    frame_pop(vm, f);
    if (entry) return false;
  }
}

bool vm_unwind_into(VM *vm) { return unwind(vm); }

static bool is_stop(const PieceRun *p, uint32_t at, uint32_t *which) {
  for (uint32_t i = 0; i < p->nstops; i++)
    if (p->stops[i] == at) return *which = i, true;
  return false;
}

// What STOP hides, or the end of the piece (false).  A STOP of another piece is passed over.
static bool at_stop(VM *vm, Frame *f, uint32_t *ins) {
  uint32_t at = f->pc - 1, which;
  PieceRun *piece = piece_of(vm, f);
  if (piece && is_stop(piece, at, &which)) {
    piece->out->exit = PIECE_STOP;
    piece->out->stop = which;
    f->pc = at;
    return false;
  }
  for (PieceRun *p = vm->in->piece; p; p = p->outer) {
    if (p->frame->code != f->code || !is_stop(p, at, &which)) continue;
    if ((p->saved[which] & 0xff) == BC_STOP) continue;
    *ins = p->saved[which];
    return true;
  }
  BUG("STOP outside a piece");
}

bool vm_run_piece(VM *vm, Frame *f, uint32_t region_at, const uint32_t *stops, uint32_t nstops,
                  Piece *out) {
  uint32_t saved[PIECE_STOPS], flags = f->flags;
  if (nstops > PIECE_STOPS) BUG("vm_run_piece: %u stops", nstops);
  PieceRun run = {vm->in->piece, f, region_at, stops, nstops, saved, out};
  for (uint32_t i = 0; i < nstops; i++) {
    saved[i] = f->code->ops[stops[i]];
    f->code->ops[stops[i]] = BC_STOP;
  }
  vm->in->piece = &run;
  f->flags |= FRAME_PIECE;
  vm->native_depth++;
  bool ok = vm_run(vm, f, &out->value);
  vm->native_depth--;
  f->flags = flags;
  vm->in->piece = run.outer;
  for (uint32_t i = nstops; i-- > 0;) f->code->ops[stops[i]] = saved[i];
  return ok;
}

// The frame's function returns v.  True: the loop goes on in vm->frame.
static bool frame_return(VM *vm, Frame *f, Value v, Value *out) {
  PieceRun *piece = piece_of(vm, f);
  if (piece) {
    piece->out->exit = PIECE_RETURN;
    *out = v;
    return false;
  }
  uint32_t flags = f->flags;
  if (flags & FRAME_INIT) v = f->object;
  if (f->generator) f->generator->frame = NULL;
  frame_pop(vm, f);
  if (flags & FRAME_ENTRY) {
    *out = v;
    return false;
  }
  *vm->frame->sp++ = v;
  return true;
}

// Calls f->sp[-n-1] with the n values above it.  A Python function gets a frame, others run here.
// names: of the last values.
static bool call_value(VM *vm, Frame *f, Value callee, Value *args, uint32_t n, const Tuple *names,
                       Value *below) {
  uint32_t npos = n - (names ? names->n : 0);
  if (v_is(callee, O_METHOD) && v_is(((Method *)callee.o)->function, O_FUNCTION) && !names) {
    // The callee's place takes self, when the arguments lie right above it.
    Method *m = (Method *)callee.o;
    if (args == below + 1) {
      below[0] = m->self;
      args = below;
      npos = n + 1;
      callee = m->function;
    }
  }
  if (v_is(callee, O_FUNCTION)) {
    Frame *fr = frame_push(vm, (Function *)callee.o);
    if (!fr) return false;
    if (!frame_bind(vm, fr, args, npos, names)) {
      frame_pop(vm, fr);
      return false;
    }
    f->sp = below;
    if (!(fr->code->flags & CODE_GENERATOR)) return vm->frame = fr, true;
    *f->sp++ = generator_value(vm, fr);
    vm->in->fresh.generator = (Generator *)f->sp[-1].o;
    vm->in->fresh.frame = f;
    vm->in->fresh.pc = f->pc;
    return true;
  }
  Value out;
  if (!vm_call(vm, callee, args, npos, names, &out)) return false;
  f->sp = below;
  *f->sp++ = out;
  return true;
}

static bool load_global(VM *vm, Frame *f, uint32_t k, uint32_t *cache, Value *out) {
  Str *name = AS_STR(f->code->consts[k]);
  Dict *d = f->module->dict;
  int64_t i = dict_find_str(d, name);
  if (i >= 0) {
    *cache = (uint32_t)i;
    *out = d->entries[i].value;
    return true;
  }
  return import_builtin(vm, name, out);
}

static bool unbound(VM *vm, Frame *f, uint32_t k) {
  return vm_raise(vm, E_UnboundLocalError,
                  "cannot access local variable '%s' where it is not associated with a value",
                  f->code->locals[k]->text);
}

static bool unbound_cell(VM *vm, Frame *f, uint32_t k) {
  const Code *code = f->code;
  if (k < code->ncells)
    return vm_raise(vm, E_UnboundLocalError,
                    "cannot access local variable '%s' where it is not associated with a value",
                    code->cells[k]->text);
  return vm_raise(vm, E_NameError,
                  "cannot access free variable '%s' where it is not associated with a value in "
                  "enclosing scope",
                  code->cells[k]->text);
}

static bool compare_small(CompareOp op, int64_t a, int64_t b) {
  switch (op) {
  case COMPARE_LT: return a < b;
  case COMPARE_LE: return a <= b;
  case COMPARE_EQ: return a == b;
  case COMPARE_NE: return a != b;
  case COMPARE_GT: return a > b;
  default: return a >= b;
  }
}

static bool compare_float(CompareOp op, double a, double b) {
  switch (op) {
  case COMPARE_LT: return a < b;
  case COMPARE_LE: return a <= b;
  case COMPARE_EQ: return a == b;
  case COMPARE_NE: return a != b;
  case COMPARE_GT: return a > b;
  default: return a >= b;
  }
}

static inline bool binary_fast(BinaryOp op, Value a, Value b, Value *out) {
  if (a.tag == TAG_INT && b.tag == TAG_INT) {
    int64_t r;
    switch (op) {
    case BINARY_ADD:
      if (__builtin_add_overflow(a.i, b.i, &r)) return false;
      break;
    case BINARY_SUB:
      if (__builtin_sub_overflow(a.i, b.i, &r)) return false;
      break;
    case BINARY_MUL:
      if (__builtin_mul_overflow(a.i, b.i, &r)) return false;
      break;
    case BINARY_AND: r = a.i & b.i; break;
    case BINARY_OR: r = a.i | b.i; break;
    case BINARY_XOR: r = a.i ^ b.i; break;
    case BINARY_MOD:
      if (b.i <= 0) return false;
      r = a.i % b.i;
      if (r < 0) r += b.i;
      break;
    case BINARY_FLOORDIV:
      if (b.i <= 0) return false;
      r = a.i / b.i - (a.i % b.i < 0);
      break;
    default: return false;
    }
    *out = v_int(r);
    return true;
  }
  if (a.tag != TAG_FLOAT && b.tag != TAG_FLOAT) return false;
  double x, y;
  if (a.tag == TAG_FLOAT)
    x = a.f;
  else if (a.tag == TAG_INT)
    x = (double)a.i;
  else
    return false;
  if (b.tag == TAG_FLOAT)
    y = b.f;
  else if (b.tag == TAG_INT)
    y = (double)b.i;
  else
    return false;
  switch (op) {
  case BINARY_ADD: *out = v_float(x + y); return true;
  case BINARY_SUB: *out = v_float(x - y); return true;
  case BINARY_MUL: *out = v_float(x * y); return true;
  default: return false;
  }
}

static bool inplace(VM *vm, uint32_t k, Value a, Value b, Value *out) {
  Class *str = vm->type[T_str];
  bool texts = k == (BINARY_ADD | INPLACE_OWN) && v_is(a, O_STR) && v_is(b, O_STR) &&
               a.o->cls == str && b.o->cls == str && a.o != b.o && AS_STR(b)->size;
  if (texts && AS_STR(a)->size >= 32)
    return *out = v_obj(str_extend(vm, AS_STR(a), AS_STR(b))), true;
  return value_inplace(vm, (BinaryOp)(k & (INPLACE_OWN - 1)), a, b, out);
}

// What an instance's __bool__ says, which only the executable may know; else v.
static bool instance_truth(VM *vm, Value *v) {
  bool found;
  Value r;
  if (!v_is(*v, O_INSTANCE) || v->o->cls->flags & CLASS_NATIVE) return true;
  if (!call_special_str(vm, *v, N(vm, bool), NULL, 0, &r, &found)) return false;
  if (found && (r.tag == TAG_BOOL || v_is_staged(r))) *v = r;
  return true;
}

// The jump instructions' condition.  *jump_ready false: the hook moved the frame.
static bool condition(VM *vm, Frame *f, Value v, bool *out, bool *moved) {
  *moved = false;
  if (!instance_truth(vm, &v)) return false;
  if (v_is_staged(v) && vm->hooks.branch) {
    const Region *r = code_region(f->code, f->pc - 1);
    HookResult h = r ? vm->hooks.branch(vm, f, r, v) : HOOK_DECLINE;
    if (h == HOOK_ERROR) return false;
    if (h == HOOK_DONE) return *moved = true;
    if (h != HOOK_DECLINE) return *out = h == HOOK_TRUE, true;
  }
  return truth(vm, v, out);
}

static bool compare_fast(CompareOp op, Value a, Value b, Value *out) {
  if (a.tag == TAG_INT && b.tag == TAG_INT)
    *out = v_bool(compare_small(op, a.i, b.i));
  else if (a.tag == TAG_FLOAT && b.tag == TAG_FLOAT)
    *out = v_bool(compare_float(op, a.f, b.f));
  else
    return false;
  return true;
}

// [it] -> [it item]; *end at its end.
static bool for_next(VM *vm, Frame *f, bool *end) {
  Value v;
  if (!iter_next(vm, f->sp[-1], &v, end)) return false;
  if (!*end) *f->sp++ = v;
  return true;
}

static bool make_call(VM *vm, Frame *f, Bytecode op, uint32_t k) {
  Value *sp = f->sp, *base;
  switch (op) {
  case BC_CALL: return call_value(vm, f, sp[-(int64_t)k - 1], sp - k, k, NULL, sp - k - 1);
  case BC_CALL_KW:
    base = sp - k - 2;
    return call_value(vm, f, *base, base + 1, k, AS_TUPLE(sp[-1]), base);
  default: // CALL_METHOD: [function self args] or [callable EMPTY args]
    base = sp - k - 2;
    if (v_is_empty(base[1])) return call_value(vm, f, base[0], base + 2, k, NULL, base);
    return call_value(vm, f, base[0], base + 1, k + 1, NULL, base);
  }
}

static bool run_call(VM *vm, Frame *f, Bytecode op, uint32_t k) {
  if (!make_call(vm, f, op, k)) return false;
  return v_is_empty(vm->in->raises.flag) || vm->hooks.raised(vm, f);
}

static bool run_attr(VM *vm, Frame *f, Bytecode op, Str *name) {
  Value v, self;
  if (op == BC_LOAD_ATTR) return get_attr(vm, f->sp[-1], name, &f->sp[-1]);
  if (!load_method(vm, f->sp[-1], name, &v, &self)) return false;
  f->sp[-1] = v;
  *f->sp++ = self;
  return true;
}

// A loop of the program is offered to the hook that may run it as a whole.
static bool offer_loop(VM *vm, Frame *f, uint32_t at) {
  if (!vm->hooks.loop || (f->code->flags & (CODE_LIBRARY | CODE_ROLLED)) == CODE_LIBRARY)
    return true;
  const Region *r = code_region(f->code, at);
  return !r || vm->hooks.loop(vm, f, r) != HOOK_ERROR;
}

static bool run_nop(VM *vm, Frame *f, uint32_t k) {
  if (k == NOP_FOREVER) return offer_loop(vm, f, f->pc - 1);
  return !vm->hooks.head || vm->hooks.head(vm, f, k == NOP_ENTER);
}

// The call right before GET_ITER made the generator: nobody else can know it.
static void own_generator(VM *vm, const Frame *f) {
  Value v = f->sp[-1];
  bool fresh = v_is(v, O_GENERATOR) && vm->in->fresh.generator == (Generator *)v.o &&
               vm->in->fresh.frame == f && vm->in->fresh.pc + 1 == f->pc;
  if (fresh) ((Generator *)v.o)->owned = true;
  vm->in->fresh.generator = NULL;
}

static bool run_get_iter(VM *vm, Frame *f, uint32_t k) {
  Value it;
  own_generator(vm, f);
  if (!get_iter(vm, f->sp[-1], &it)) return false;
  f->sp[-1] = it;
  return !k || offer_loop(vm, f, f->pc); // k: of a for statement
}

static bool run_is(VM *vm, Frame *f, bool negated) {
  Value *a = &f->sp[-2], b = *--f->sp;
  if (v_is(*a, O_RUN_OPTIONAL) && v_is_none(b)) return optional_is_none(vm, *a, negated, a);
  *a = v_bool(v_same(*a, b) != negated);
  return true;
}

// `not v` of a value that the executable knows is such a bool.  The condition `if not x` of an
// array is an array, as `if x` may be.
static bool run_not_staged(VM *vm, const Frame *f, Value *v) {
  Bytecode next = (Bytecode)(f->code->ops[f->pc] & 0xff);
  bool jumps = next == BC_JUMP_IF_FALSE || next == BC_JUMP_IF_TRUE, found = false, flag;
  Value b = *v;
  if (v_is(b, O_ARRAY) && jumps) return value_compare(vm, COMPARE_EQ, b, v_int(0), v);
  if (v_is(b, O_RUN_STR)) {
    if (!run_str_condition(vm, b, &b)) return false;
  } else if (!v_is(b, O_RUN_SCALAR) &&
             !call_special_str(vm, *v, N(vm, bool), NULL, 0, &b, &found)) {
    return false;
  }
  if (v_is(b, O_RUN_SCALAR)) {
    Value zero = AS_RUN_SCALAR(b)->run == RUN_BOOL ? v_bool(false) : v_int(0);
    return value_compare(vm, COMPARE_EQ, b, zero, v);
  }
  if (!truth(vm, b, &flag)) return false;
  return *v = v_bool(!flag), true;
}

static bool run_not(VM *vm, Frame *f) {
  bool flag;
  if (!instance_truth(vm, &f->sp[-1])) return false;
  if (v_is_staged(f->sp[-1])) return run_not_staged(vm, f, &f->sp[-1]);
  if (!truth(vm, f->sp[-1], &flag)) return false;
  f->sp[-1] = v_bool(!flag);
  return true;
}

// The conditional jumps on anything but a bool; the frame's pc and stack are set.
static bool run_jump(VM *vm, Frame *f, Bytecode op, uint32_t k) {
  bool keeps = op == BC_JUMP_IF_FALSE_OR_POP || op == BC_JUMP_IF_TRUE_OR_POP, flag, moved;
  bool want = op == BC_JUMP_IF_TRUE || op == BC_JUMP_IF_TRUE_OR_POP;
  Value v = f->sp[-1];
  if (!keeps) f->sp--;
  if (!condition(vm, f, v, &flag, &moved)) return false;
  if (moved) return true;
  if (flag == want)
    f->pc = k;
  else if (keeps)
    f->sp--;
  return true;
}

static bool run_yield(VM *vm, Frame *f, Value *out) {
  if (piece_of(vm, f))
    return vm_unsupported(vm, "CJ0103", "'yield' under a condition that only the executable knows");
  *out = f->sp[-1];
  f->generator->yielded = true;
  vm->frame = f->back;
  vm->depth--;
  return true;
}

static bool check_init(VM *vm, const Frame *f, Value v) {
  if (!(f->flags & FRAME_INIT) || v_is_none(v)) return true;
  return vm_raise(vm, E_TypeError, "__init__() should return None, not '%s'", type_name(vm, v));
}

#define PUSH(x) (*sp++ = (x))
#define POP() (*--sp)
#define SYNC() (f->pc = pc, f->sp = sp)
#define LOAD() (f = vm->frame, code = f->code, ops = code->ops, pc = f->pc, sp = f->sp)
// Runs x with the frame up to date; it may change vm->frame.
#define TRY(x) \
  do { \
    SYNC(); \
    if (!(x)) goto error; \
    LOAD(); \
  } while (0)

static void name_local(VM *vm, Frame *f, uint32_t k) {
  if (f->module && !f->module->library && k < f->code->nlocals && *f->code->locals[k]->text != '.')
    stage_name_variable(vm, f->slot[k], f->code->locals[k]->text);
}

bool vm_run(VM *vm, Frame *entry, Value *out) {
  Frame *f;
  Code *code;
  uint32_t *ops, pc, ins, k;
  Value *sp, v;
  bool flag;
  Bytecode op;
  LOAD();
next:
  ins = ops[pc++];
dispatch:
  k = ins >> 8;
  op = (Bytecode)(ins & 0xff);
  switch (op) {
  case BC_NOP: if (k) TRY(run_nop(vm, f, k)); goto next;
  case BC_STOP:
    SYNC();
    if (!at_stop(vm, f, &ins)) return true;
    goto dispatch;
  case BC_POP: sp--; goto next;
  case BC_COPY:
    v = sp[-(int64_t)k];
    PUSH(v);
    goto next;
  case BC_SWAP:
    v = sp[-1], sp[-1] = sp[-(int64_t)k], sp[-(int64_t)k] = v;
    goto next;
  case BC_CONST: PUSH(code->consts[k]); goto next;
  case BC_LOAD_LOCAL:
  case BC_LOAD_LOCAL_OWN:
    v = f->slot[k];
    if (__builtin_expect(v_is_empty(v), 0)) TRY(unbound(vm, f, k));
    if (op == BC_LOAD_LOCAL) str_share(v);
    PUSH(v);
    goto next;
  case BC_STORE_LOCAL:
    f->slot[k] = POP();
    if (__builtin_expect(vm->names_variables, 0)) name_local(vm, f, k);
    goto next;
  case BC_LOAD_CELL:
    v = ((Cell *)f->slot[code->nlocals + k].o)->v;
    if (__builtin_expect(v_is_empty(v), 0)) TRY(unbound_cell(vm, f, k));
    PUSH(v);
    goto next;
  case BC_STORE_CELL: {
    Cell *cell = (Cell *)f->slot[code->nlocals + k].o;
    if (LOG_OLD(vm, cell)) log_cell(vm, cell);
    cell->v = POP();
    goto next;
  }
  case BC_LOAD_GLOBAL:
  case BC_LOAD_GLOBAL_OWN: {
    const Dict *d = f->module->dict;
    uint32_t *cache = &ops[pc++];
    if (*cache < d->n && d->entries[*cache].key.o == code->consts[k].o)
      v = d->entries[*cache].value;
    else
      TRY(load_global(vm, f, k, cache, &v));
    if (op == BC_LOAD_GLOBAL) str_share(v);
    PUSH(v);
    goto next;
  }
  case BC_LOAD_METHOD:
  case BC_LOAD_ATTR: TRY(run_attr(vm, f, op, AS_STR(code->consts[k]))); goto next;
  case BC_CALL_METHOD:
  case BC_CALL:
  case BC_CALL_KW: TRY(run_call(vm, f, op, k)); goto next;
  case BC_SUBSCR:
    if (sp[-1].tag == TAG_INT && v_is(sp[-2], O_LIST) &&
        (uint64_t)sp[-1].i < ((List *)sp[-2].o)->n && sp[-2].o->cls == vm->type[T_list])
      v = AS_LIST(sp[-2])->v[sp[-1].i];
    else
      TRY(get_item(vm, sp[-2], sp[-1], &v));
    sp--;
    sp[-1] = v;
    goto next;
  case BC_BINARY:
    if (!binary_fast((BinaryOp)k, sp[-2], sp[-1], &v))
      TRY(value_binary(vm, (BinaryOp)k, sp[-2], sp[-1], &v));
    sp--;
    sp[-1] = v;
    goto next;
  case BC_INPLACE:
    if (!binary_fast((BinaryOp)(k & (INPLACE_OWN - 1)), sp[-2], sp[-1], &v))
      TRY(inplace(vm, k, sp[-2], sp[-1], &v));
    sp--;
    sp[-1] = v;
    goto next;
  case BC_COMPARE:
    if (!compare_fast((CompareOp)k, sp[-2], sp[-1], &v))
      TRY(value_compare(vm, (CompareOp)k, sp[-2], sp[-1], &v));
    sp--;
    sp[-1] = v;
    goto next;
  case BC_IS:
    TRY(run_is(vm, f, k));
    goto next;
  case BC_NOT:
    if (sp[-1].tag == TAG_BOOL)
      sp[-1].b = !sp[-1].b;
    else
      TRY(run_not(vm, f));
    goto next;
  case BC_LOOP:
    if (__builtin_expect(vm->due, 0)) TRY(vm_poll(vm));
    __attribute__((fallthrough));
  case BC_JUMP: pc = k; goto next;
  case BC_JUMP_IF_FALSE:
  case BC_JUMP_IF_TRUE:
    if (sp[-1].tag == TAG_BOOL) {
      if (POP().b == (op == BC_JUMP_IF_TRUE)) pc = k;
    } else {
      TRY(run_jump(vm, f, op, k));
    }
    goto next;
  case BC_JUMP_IF_FALSE_OR_POP:
  case BC_JUMP_IF_TRUE_OR_POP: TRY(run_jump(vm, f, op, k)); goto next;
  case BC_GET_ITER: TRY(run_get_iter(vm, f, k)); goto next;
  case BC_FOR_ITER: {
    Iterator *it = (Iterator *)sp[-1].o;
    if (v_is(sp[-1], O_ITERATOR) && it->kind == ITER_RANGE && it->n > 0 && !LOG_OLD(vm, it)) {
      PUSH(v_int(it->i));
      it->i += it->step, it->n--;
      goto next;
    }
    TRY(for_next(vm, f, &flag));
    if (flag) sp--, pc = k;
    goto next;
  }
  case BC_LIST_APPEND:
    v = POP();
    list_append(vm, AS_LIST(sp[-(int64_t)k]), v);
    goto next;
  case BC_RETURN:
    TRY(check_init(vm, f, sp[-1]));
    if (f->generator) f->generator->yielded = false;
    f->sp--;
    if (!frame_return(vm, f, sp[-1], out)) return true;
    LOAD();
    goto next;
  case BC_YIELD:
    SYNC();
    if (!run_yield(vm, f, out)) goto error;
    return true;
  default: TRY(op_cold(vm, f, op, k)); goto next;
  }
error:
  if (!unwind(vm)) return false;
  LOAD();
  goto next;
}
