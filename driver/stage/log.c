// log.c -- the undo log of speculative pieces.
#include "driver/stage/log.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

void log_begin(VM *vm, Log *log, Arena *a) {
  *log = (Log){.outer = vm->log, .arena = a, .outer_since = vm->log_since};
  log->since = vm->log_since = ++vm->serial;
  vm->log = log;
}

static LogEntry *log_add(VM *vm, Log *log, LogKind kind, void *object) {
  if (log->n == log->room) {
    uint32_t room = log->room ? log->room * 2 : 16;
    log->entries =
        heap_grow(vm, log->entries, log->room * sizeof(LogEntry), room * sizeof(LogEntry));
    log->room = room;
  }
  LogEntry *e = &log->entries[log->n++];
  *e = (LogEntry){.kind = kind, .object = object};
  return e;
}

void log_cell(VM *vm, Cell *c) { log_add(vm, vm->log, LOG_CELL, c)->old = c->v; }

void log_dict_item(VM *vm, Dict *d, Value key, Value old) {
  LogEntry *e = log_add(vm, vm->log, LOG_DICT_ITEM, d);
  e->key = key;
  e->old = old;
}

void log_dict_whole(VM *vm, Dict *d) {
  log_add(vm, vm->log, LOG_DICT_WHOLE, d)->saved = dict_copy(vm, d);
}

void log_list_item(VM *vm, List *l, uint32_t i) {
  LogEntry *e = log_add(vm, vm->log, LOG_LIST_ITEM, l);
  e->key = v_int(i);
  e->old = l->v[i];
}

void log_list_append(VM *vm, List *l) {
  log_add(vm, vm->log, LOG_LIST_APPEND, l)->key = v_int(l->n);
}

void log_list_whole(VM *vm, List *l) {
  LogEntry *e = log_add(vm, vm->log, LOG_LIST_WHOLE, l);
  e->saved = tuple_from(vm, l->v, l->n);
}

void log_set_whole(VM *vm, Set *s) {
  log_add(vm, vm->log, LOG_SET_WHOLE, s)->saved = set_copy(vm, s);
}

void log_attrs(VM *vm, Obj *o) { log_add(vm, vm->log, LOG_ATTRS, o); }

void log_state(VM *vm, Obj *o, size_t size) {
  LogEntry *e = log_add(vm, vm->log, LOG_STATE, o);
  e->saved = arena_alloc(vm->log->arena, size);
  e->size = size;
  memcpy(e->saved, o, size);
}

void log_frame(VM *vm, Generator *g) {
  LogEntry *e = log_add(vm, vm->log, LOG_FRAME, g);
  e->old = v_bool(g->running);
  e->key = g->frame ? v_int(1) : V_NONE;
  if (g->frame) {
    e->saved = frame_save(vm, g->frame, vm->log->arena);
    e->size = (size_t)(uintptr_t)g->frame; // generators' frames are not moved or freed
  }
}

static void undo_list(VM *vm, LogEntry *e) {
  List *l = (List *)e->object;
  const Tuple *t = e->saved;
  list_reserve(vm, l, t->n);
  if (t->n) memcpy(l->v, t->v, t->n * sizeof(Value));
  l->n = t->n;
}

static void undo_set(Set *s, const Set *from, VM *vm) {
  heap_free(vm, s->table);
  s->table = from->table;
  s->mask = from->mask;
  s->used = from->used;
  s->fill = from->fill;
}

bool log_restored(VM *vm, const Log *log, uint32_t i) {
  const LogEntry *e = &log->entries[i];
  if (e->kind != LOG_CELL && e->kind != LOG_DICT_ITEM) return false;
  for (uint32_t j = 0; j < i; j++) {
    const LogEntry *first = &log->entries[j];
    if (first->object == e->object && first->kind == e->kind && v_same(first->key, e->key))
      return log_restored(vm, log, j);
  }
  if (e->kind == LOG_CELL) return v_same(((Cell *)e->object)->v, e->old);
  Value now;
  if (!dict_get(vm, (Dict *)e->object, e->key, &now)) {
    vm_clear_exc(vm);
    now = V_EMPTY;
  }
  return v_same(now, e->old);
}

static void undo_dict_item(VM *vm, LogEntry *e) {
  Dict *d = (Dict *)e->object;
  if (!v_is_empty(e->old)) {
    dict_set(vm, d, e->key, e->old);
    return;
  }
  Value old;
  dict_delete(vm, d, e->key, &old);
}

static void undo(VM *vm, LogEntry *e) {
  switch (e->kind) {
  case LOG_CELL:
    ((Cell *)e->object)->v = e->old;
    break;
  case LOG_DICT_ITEM:
    undo_dict_item(vm, e);
    break;
  case LOG_DICT_WHOLE:
    dict_assign(vm, (Dict *)e->object, e->saved);
    break;
  case LOG_LIST_ITEM:
    ((List *)e->object)->v[e->key.i] = e->old;
    break;
  case LOG_LIST_APPEND:
    ((List *)e->object)->n = (uint32_t)e->key.i;
    break;
  case LOG_LIST_WHOLE:
    undo_list(vm, e);
    break;
  case LOG_SET_WHOLE:
    undo_set((Set *)e->object, e->saved, vm);
    break;
  case LOG_ATTRS:
    e->object->attrs = NULL;
    break;
  case LOG_STATE:
    memcpy(e->object, e->saved, e->size);
    break;
  case LOG_FRAME: {
    Generator *g = (Generator *)e->object;
    g->running = e->old.b;
    g->frame = v_is_none(e->key) ? NULL : (Frame *)(uintptr_t)e->size;
    if (g->frame) frame_restore(vm, g->frame, e->saved);
  }
  }
}

// Undoing writes must not be logged: as if no log were open.
void log_undo(VM *vm, Log *log) {
  uint32_t since = vm->log_since;
  vm->log_since = 0;
  for (uint32_t i = log->n; i-- > 0;)
    undo(vm, &log->entries[i]);
  vm->log_since = since;
  log->n = 0;
}

static bool outer_sees(const Log *log, const LogEntry *e) {
  return e->object->born < log->outer_since;
}

void log_end(VM *vm, Log *log) {
  if (vm->log != log) BUG("log_end: not the innermost log");
  vm->log = log->outer;
  vm->log_since = log->outer_since;
  if (!log->outer) return;
  for (uint32_t i = 0; i < log->n; i++) {
    if (!outer_sees(log, &log->entries[i])) continue;
    LogEntry *e = log_add(vm, log->outer, log->entries[i].kind, log->entries[i].object);
    *e = log->entries[i];
  }
}
