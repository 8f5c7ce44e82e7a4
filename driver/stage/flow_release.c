// flow_release.c -- texts that an iteration of a loop makes are given back at its end, so that a
// loop over standard input needs no more memory the longer it runs.
//
// Before the loop the runtime notes which texts there are; at the end of an iteration those that it
// hands on are marked, and the other newer ones freed (cjax_rt_text_call: mark, keep, release).
#include "driver/stage/flow_loop.h"
#include "driver/stage/run_text.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

static MlirWalkResult is_text_op(MlirOperation op, void *found) {
  OpKind k = op_kind(op);
  *(bool *)found |= k == OP_TEXT || k == OP_TEXT_CALL;
  return *(bool *)found ? MlirWalkResultInterrupt : MlirWalkResultAdvance;
}

static bool makes_texts(MlirBlock block) {
  bool found = false;
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op) && !found; op = mlirOperationGetNextInBlock(op))
    mlirOperationWalk(op, is_text_op, &found, MlirWalkPreOrder);
  return found;
}

static bool call(VM *vm, const char *function, Value x, Value *out) {
  return run_text_call(vm, function, 1, &x, RUN_INT, out);
}

static bool keep(VM *vm, Value handle) {
  Value ignored;
  return call(vm, "keep", handle, &ignored);
}

static bool keep_all(VM *vm, Value v);

static bool keep_text(VM *vm, const RunStr *r) {
  for (uint32_t i = 0; i < r->n; i++) {
    const Segment *s = &r->segment[i];
    bool ok = true;
    if (s->kind == SEGMENT_FIELD && !strncmp(s->style->text, "text:", 5)) ok = keep(vm, s->value);
    if (s->kind == SEGMENT_PAD) ok = keep_text(vm, s->inner);
    if (s->kind == SEGMENT_EITHER)
      ok = keep_all(vm, s->table->v[0]) && keep_all(vm, s->table->v[1]);
    if (!ok) return false;
  }
  return true;
}

static bool keep_items(VM *vm, const Dict *d) {
  for (uint32_t i = 0; d && i < d->n; i++)
    if (!v_is_empty(d->entries[i].key) && !keep_all(vm, d->entries[i].value)) return false;
  return true;
}

// The texts in what an iteration leaves somewhere.
static bool keep_all(VM *vm, Value v) {
  if (v.tag != TAG_OBJ) return true;
  switch (v.o->kind) {
  case O_RUN_STR: return keep_text(vm, AS_RUN_STR(v));
  case O_RUN_OPTIONAL: return keep_all(vm, ((RunOptional *)v.o)->value);
  case O_LIST:
  case O_TUPLE: {
    uint32_t n = v_is(v, O_LIST) ? AS_LIST(v)->n : AS_TUPLE(v)->n;
    for (uint32_t i = 0; i < n; i++)
      if (!keep_all(vm, v_is(v, O_LIST) ? AS_LIST(v)->v[i] : AS_TUPLE(v)->v[i])) return false;
    return true;
  }
  case O_DICT: return keep_items(vm, AS_DICT(v));
  case O_INSTANCE: return keep_items(vm, v.o->attrs);
  default: return true;
  }
}

bool texts_release(Loop *l, Body *b) {
  VM *vm = l->vm;
  Value ignored;
  if (l->n >= 0 || !makes_texts(b->trace->block)) return true;
  if (l->reads && !keep(vm, b->next)) return false;
  for (uint32_t i = 0; i < b->written.n; i++)
    if (!keep_all(vm, b->written.value[i])) return false;
  b->releases = true;
  return call(vm, "release", v_int(0), &ignored);
}

bool texts_mark(VM *vm, Value *before) { return call(vm, "mark", v_int(0), before); }

bool texts_unmark(VM *vm, Value before) {
  Value ignored;
  return call(vm, "unmark", before, &ignored);
}
