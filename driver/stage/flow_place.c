// flow_place.c -- where a piece of program wrote, and reading and writing those places.
#include "driver/stage/flow.h"

#include "dialect/support/vec.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

static bool same_place(const Place *a, const Place *b) {
  return a->kind == b->kind && a->object == b->object && a->slot == b->slot &&
         (a->kind != PLACE_ITEM || v_same(a->key, b->key) ||
          (v_is(a->key, O_STR) && v_is(b->key, O_STR) &&
           str_equal(AS_STR(a->key), AS_STR(b->key))));
}

int64_t places_find(const Places *p, const Place *place) {
  for (uint32_t i = 0; i < p->n; i++)
    if (same_place(&p->place[i], place)) return i;
  return -1;
}

void places_add(VM *vm, Places *p, Place place, Value v) {
  if (places_find(p, &place) >= 0) return;
  if (p->n == p->room) {
    uint32_t room = p->room;
    p->place = vec_grow(vm->arena, p->place, &room, sizeof(Place));
    p->value = vec_grow(vm->arena, p->value, &p->room, sizeof(Value));
  }
  p->place[p->n] = place;
  p->value[p->n++] = v;
}

static Place place_of_entry(const LogEntry *e) {
  switch (e->kind) {
  case LOG_CELL:
    return (Place){.kind = PLACE_CELL, .object = e->object};
  case LOG_DICT_ITEM:
    return (Place){.kind = PLACE_ITEM, .object = e->object, .key = e->key};
  case LOG_DICT_WHOLE:
    return (Place){.kind = PLACE_DICT, .object = e->object};
  case LOG_LIST_ITEM:
  case LOG_LIST_APPEND:
  case LOG_LIST_WHOLE:
    return (Place){.kind = PLACE_LIST, .object = e->object};
  case LOG_ATTRS:
    return (Place){.kind = PLACE_ATTRS, .object = e->object};
  case LOG_STATE:
    return (Place){.kind = e->object->kind == O_ARRAY ? PLACE_ARRAY : PLACE_OTHER,
                   .object = e->object};
  default:
    return (Place){.kind = PLACE_OTHER, .object = e->object};
  }
}

static Value copy_array(VM *vm, const Array *x) {
  Array *copy = HEAP_NEW(vm, x->head.cls, O_ARRAY, Array);
  Obj head = copy->head;
  *copy = *x;
  copy->head = head;
  copy->view = V_EMPTY;
  return v_obj(copy);
}

Value places_array(VM *vm, const Places *p, Value v) {
  if (!v_is(v, O_ARRAY)) return v;
  Value base = AS_ARRAY(v)->view;
  if (!v_is_empty(base)) {
    Value now = places_array(vm, p, base);
    if (v_same(now, base)) return v;
    Value copy = copy_array(vm, AS_ARRAY(v));
    AS_ARRAY(copy)->view = now;
    return copy;
  }
  Place at = {.kind = PLACE_ARRAY, .object = v.o};
  int64_t i = places_find(p, &at);
  return i >= 0 ? p->value[i] : v;
}

// The value that was left at a place of the object; empty: none.
static Value left_at(const Places *p, PlaceKind kind, Obj *object) {
  Place at = {.kind = kind, .object = object};
  int64_t i = places_find(p, &at);
  return i >= 0 ? p->value[i] : V_EMPTY;
}

static Value left_list(VM *vm, const Places *p, Value v) {
  Value items = left_at(p, PLACE_LIST, v.o);
  if (v_is_empty(items)) return v;
  List *l = list_new(vm, AS_TUPLE(items)->n);
  for (uint32_t i = 0; i < AS_TUPLE(items)->n; i++)
    list_append(vm, l, AS_TUPLE(items)->v[i]);
  l->head.cls = v.o->cls;
  return v_obj(l);
}

// As it was left, or NULL when it was not written.
static Dict *left_dict(VM *vm, const Places *p, Dict *d) {
  Value whole = left_at(p, PLACE_DICT, &d->head);
  if (!v_is_empty(whole)) return AS_DICT(whole);
  Dict *copy = NULL;
  for (uint32_t i = 0; i < p->n; i++) {
    if (p->place[i].kind != PLACE_ITEM || p->place[i].object != &d->head) continue;
    if (!copy) copy = dict_copy(vm, d);
    dict_set(vm, copy, p->place[i].key, p->value[i]);
  }
  return copy;
}

static Value left_instance(VM *vm, const Places *p, Value v) {
  Value made, first = left_at(p, PLACE_ATTRS, v.o);
  Dict *attrs = !v_is_empty(first) ? AS_DICT(first)
                : v.o->attrs       ? left_dict(vm, p, v.o->attrs)
                                   : NULL;
  if (!attrs || !object_create(vm, v.o->cls, &made)) return v;
  made.o->attrs = attrs;
  return made;
}

Value places_container(VM *vm, const Places *p, Value v) {
  if (!p || v.tag != TAG_OBJ) return v;
  if (v.o->kind == O_LIST) return left_list(vm, p, v);
  if (v.o->kind == O_INSTANCE) return left_instance(vm, p, v);
  if (v.o->kind != O_DICT) return v;
  Dict *d = left_dict(vm, p, AS_DICT(v));
  if (d) d->head.cls = v.o->cls;
  return d ? v_obj(d) : v;
}

Value place_read(VM *vm, const Frame *f, const Place *p) {
  switch (p->kind) {
  case PLACE_SLOT:
    return p->slot < frame_slots(f) ? f->slot[p->slot] : V_EMPTY;
  case PLACE_CELL:
    return ((Cell *)p->object)->v;
  case PLACE_ITEM: {
    Value v;
    if (dict_get(vm, (Dict *)p->object, p->key, &v)) return v;
    vm_clear_exc(vm);
    return V_EMPTY;
  }
  case PLACE_LIST:
    return v_obj(tuple_from(vm, ((List *)p->object)->v, ((List *)p->object)->n));
  case PLACE_LAST:
    return ((List *)p->object)->v[((List *)p->object)->n - 1];
  case PLACE_DICT:
    return v_obj(dict_copy(vm, (Dict *)p->object));
  case PLACE_ATTRS:
    return p->object->attrs ? v_obj(dict_copy(vm, p->object->attrs)) : v_obj(dict_new(vm));
  case PLACE_ARRAY:
    return copy_array(vm, (Array *)p->object);
  case PLACE_RESULT:
    return V_EMPTY;
  case PLACE_OTHER:
    return V_NONE;
  }
  BUG("place_read: kind %d", p->kind);
}

static void write_list(VM *vm, List *l, const Tuple *t) {
  if (LOG_OLD(vm, l)) log_list_whole(vm, l);
  list_reserve(vm, l, t->n);
  memcpy(l->v, t->v, t->n * sizeof(Value));
  l->n = t->n;
}

static bool write_dict(VM *vm, Dict *d, const Dict *from) {
  if (LOG_OLD(vm, d)) log_dict_whole(vm, d);
  dict_clear(vm, d);
  for (uint32_t i = 0; i < from->n; i++)
    if (!v_is_empty(from->entries[i].key) &&
        !dict_set(vm, d, from->entries[i].key, from->entries[i].value))
      return false;
  return true;
}

static void write_array(VM *vm, Array *x, const Array *from) {
  if (LOG_OLD(vm, x)) log_state(vm, &x->head, sizeof *x);
  x->value = from->value;
  x->rows = from->rows;
  x->row = from->row;
  x->owner = from->owner;
  x->known = from->known;
}

bool place_write(VM *vm, Frame *f, const Place *p, Value v) {
  switch (p->kind) {
  case PLACE_SLOT:
    f->slot[p->slot] = v;
    return true;
  case PLACE_CELL:
    if (LOG_OLD(vm, p->object)) log_cell(vm, (Cell *)p->object);
    ((Cell *)p->object)->v = v;
    return true;
  case PLACE_ITEM: {
    Value old;
    if (v_is_empty(v)) return dict_delete(vm, (Dict *)p->object, p->key, &old);
    return dict_set(vm, (Dict *)p->object, p->key, v);
  }
  case PLACE_LIST:
    write_list(vm, (List *)p->object, AS_TUPLE(v));
    return true;
  case PLACE_LAST: {
    List *l = (List *)p->object;
    if (LOG_OLD(vm, l)) log_list_item(vm, l, l->n - 1);
    l->v[l->n - 1] = v;
    return true;
  }
  case PLACE_DICT:
    return write_dict(vm, (Dict *)p->object, AS_DICT(v));
  case PLACE_ATTRS:
    return write_dict(vm, instance_dict(vm, p->object), AS_DICT(v));
  case PLACE_ARRAY:
    write_array(vm, (Array *)p->object, AS_ARRAY(v));
    return true;
  case PLACE_RESULT:
  case PLACE_OTHER:
    return true;
  }
  BUG("place_write: kind %d", p->kind);
}

bool dict_is_namespace(VM *vm, const Dict *d) {
  for (const Frame *f = vm->frame; f; f = f->back)
    if (f->names == d || (f->module && f->module->dict == d)) return true;
  for (uint32_t i = 0; i < vm->modules->n; i++) {
    Value v = vm->modules->entries[i].value;
    if (!v_is_empty(vm->modules->entries[i].key) && v_is(v, O_MODULE) && ((Module *)v.o)->dict == d)
      return true;
  }
  return false;
}

// A namespace has no order that counts: what a deletion changed are its items, whose keys are
// strings.
static void collect_namespace(VM *vm, const LogEntry *e, Places *out) {
  Dict *was = e->saved, *is = (Dict *)e->object;
  Dict *const both[] = {was, is};
  for (int k = 0; k < 2; k++)
    for (uint32_t i = 0; i < both[k]->n; i++) {
      Value key = both[k]->entries[i].key, old, now;
      if (v_is_empty(key)) continue;
      if (!dict_get(vm, was, key, &old) || !dict_get(vm, is, key, &now)) continue;
      if (v_is_empty(old) != v_is_empty(now) || (!v_is_empty(old) && !v_same(old, now)))
        places_add(vm, out, (Place){.kind = PLACE_ITEM, .object = e->object, .key = key}, now);
    }
}

void places_collect(VM *vm, const Log *log, const Frame *f, const FrameCopy *before, Places *out) {
  for (uint32_t i = 0; i < log->n; i++) {
    const Obj *o = log->entries[i].object;
    if (o->kind == O_ITERATOR && o->flags & ITER_PRIVATE) continue;
    if (log->entries[i].kind == LOG_DICT_WHOLE && dict_is_namespace(vm, (Dict *)o)) {
      collect_namespace(vm, &log->entries[i], out);
      continue;
    }
    Place p = place_of_entry(&log->entries[i]);
    if (places_find(out, &p) < 0) places_add(vm, out, p, place_read(vm, f, &p));
  }
  uint32_t n = frame_slots(f), fixed = f->code->nlocals + f->code->ncells + f->code->nfree;
  for (uint32_t i = 0; i < n; i++) {
    Value old = i < frame_copy_slots(before) ? frame_copy_slot(before, i) : V_EMPTY;
    if (i >= f->code->nlocals && i < fixed) continue; // cells themselves do not change
    if (v_is_empty(old) && v_is_empty(f->slot[i])) continue;
    if (!v_same(old, f->slot[i]))
      places_add(vm, out, (Place){.kind = PLACE_SLOT, .slot = i}, f->slot[i]);
  }
}

const char *place_name(VM *vm, const Frame *f, const Place *p) {
  switch (p->kind) {
  case PLACE_SLOT:
    return frame_slot_name(f, p->slot);
  case PLACE_CELL:
    return ((Cell *)p->object)->name->text;
  case PLACE_ITEM:
    return text_of(vm, p->key);
  case PLACE_LIST:
    return "a list";
  case PLACE_LAST:
    return "the last item of a list";
  case PLACE_DICT:
    return "a dict";
  case PLACE_ATTRS:
    return arena_printf(vm->arena, "an object of class %s", p->object->cls->name->text);
  case PLACE_ARRAY:
    return "a NumPy array";
  case PLACE_RESULT:
    return "the function's result";
  case PLACE_OTHER:
    return arena_printf(vm->arena, "an object of class %s", p->object->cls->name->text);
  }
  return "?";
}

static MlirOperation last_op(MlirBlock block) {
  MlirOperation last = {0}, op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    last = op;
  return last;
}

EffectMark effects_mark(VM *vm) {
  if (trace_is_concrete(vm->trace)) return (EffectMark){0};
  MlirBlock block = trace_python_build(vm)->block;
  return (EffectMark){block, last_op(block)};
}

void effects_undo(const EffectMark *m) {
  if (!m->block.ptr) return;
  for (MlirOperation op = last_op(m->block); !mlirOperationIsNull(op) && op.ptr != m->last.ptr;
       op = last_op(m->block))
    mlirOperationDestroy(op);
}
