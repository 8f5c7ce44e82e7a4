// heap_mark.c -- the collector: mark from the roots, then what is not marked is free.
//
// Conservative (Boehm and Weiser, "Garbage collection in an uncooperative environment", 1988):
// every aligned word that is an address within a block marks the block, so that no kind of object
// needs code here.  Nothing moves.  Unmarked cells are found again by the allocation, which looks
// at the marks; only whole pages, large blocks and the owners of foreign memory are swept.
#include "dialect/support/memory.h"
#include "driver/stage/heap_internal.h"

#include "driver/stage/vm_internal.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

extern char __data_start[], _end[]; // the static variables, as ld.so lays them out

typedef struct Span {
  const void *start;
  size_t size;
} Span;

typedef struct Marker {
  VM *vm;
  Heap *h;
  Span *stack; // marked, not scanned yet
  size_t n, room;
  uintptr_t low, high; // addresses of large blocks
} Marker;

static Marker *marking; // for the roots' visit function, which has no context

static void push(Marker *m, const void *start, size_t size) {
  if (m->n == m->room) {
    m->room = m->room ? m->room * 2 : 4096;
    m->stack = memory_try_realloc(m->stack, m->room * sizeof(Span));
    if (!m->stack) heap_exhausted(m->vm);
  }
  m->stack[m->n++] = (Span){start, size};
}

static void mark_cell(Marker *m, uintptr_t w) {
  Page *p = page_of((void *)w);
  size_t offset = w - (uintptr_t)p - PAGE_HEAD;
  if (offset >= PAGE_SIZE || !p->n) return; // in the page's head
  uint32_t i = (uint32_t)(offset * p->reciprocal >> 32);
  uint64_t bit = (uint64_t)1 << i % 64;
  if (i >= p->n || p->mark[i / 64] & bit) return;
  p->mark[i / 64] |= bit;
  push(m, (char *)p + PAGE_HEAD + (size_t)i * p->size, p->plain ? sizeof(Obj) : p->size);
}

// The table is sorted by address while marking.
static void mark_large(Marker *m, uintptr_t w) {
  uint32_t from = 0, to = m->h->nlarge;
  while (to - from > 1) {
    uint32_t middle = from + (to - from) / 2;
    if ((uintptr_t)m->h->large[middle] <= w)
      from = middle;
    else
      to = middle;
  }
  Large *l = m->h->large[from];
  uintptr_t start = (uintptr_t)l + LARGE_HEAD;
  if (w < start || w - start > l->size || l->mark) return;
  l->mark = true;
  push(m, (void *)start, l->plain ? sizeof(Obj) : l->size);
}

__attribute__((no_sanitize("address", "undefined"))) static void scan(Marker *m, const void *start,
                                                                      size_t size) {
  const uintptr_t *p = (const uintptr_t *)(((uintptr_t)start + 7) & ~(uintptr_t)7);
  const uintptr_t *end = (const uintptr_t *)((const char *)start + size);
  for (; p + 1 <= end; p++) {
    if (heap_has(m->h, *p))
      mark_cell(m, *p);
    else if (*p >= m->low && *p <= m->high)
      mark_large(m, *p);
  }
}

static void drain(Marker *m) {
  while (m->n) {
    Span s = m->stack[--m->n];
    scan(m, s.start, s.size);
  }
}

static void scan_span(void *context, const void *start, size_t size) {
  scan(context, start, size);
  drain(context);
}

static void visit(VM *vm, Value v) {
  if (v.tag == TAG_OBJ) scan_span(marking, &v.o, sizeof v.o);
}

static const char *end_of_c_stack(void) {
  pthread_attr_t attr;
  void *start;
  size_t size;
  if (pthread_getattr_np(pthread_self(), &attr)) BUG("no bounds of the stack");
  pthread_attr_getstack(&attr, &start, &size);
  pthread_attr_destroy(&attr);
  return (char *)start + size;
}

// Registers that a caller left its values in are spilled into this frame.
static __attribute__((noinline)) void scan_c_stack(Marker *m) {
  __builtin_unwind_init();
  const char *here = __builtin_frame_address(0);
  if (!m->h->c_stack) m->h->c_stack = end_of_c_stack();
  size_t below = 512; // the spilled registers
  scan_span(m, here - below, (size_t)(m->h->c_stack - here) + below);
}

static void mark_roots(Marker *m) {
  VM *vm = m->vm;
  scan_c_stack(m);
  scan_span(m, vm, sizeof *vm);
  scan_span(m, vm->in, sizeof *vm->in);
  scan_span(m, vm->in->stack, (size_t)(vm->in->stack_top - vm->in->stack));
  scan_span(m, __data_start, (size_t)(_end - __data_start));
  arena_visit(vm->arena, scan_span, m);
  for (uint32_t i = 0; i < m->h->nroots; i++)
    m->h->roots[i].mark(vm, m->h->roots[i].context, visit);
}

static int by_address(const void *a, const void *b) {
  uintptr_t x = (uintptr_t) * (Large *const *)a, y = (uintptr_t) * (Large *const *)b;
  return (x > y) - (x < y);
}

static void begin(Marker *m) {
  Heap *h = m->h;
  for (size_t at = 0; at < h->used; at += PAGE_SIZE)
    memset(((Page *)(h->base + at))->mark, 0, sizeof(uint64_t) * MARK_WORDS);
  qsort(h->large, h->nlarge, sizeof *h->large, by_address);
  for (uint32_t i = 0; i < h->nlarge; i++)
    h->large[i]->mark = false;
  m->low = UINTPTR_MAX;
  if (!h->nlarge) return;
  m->low = (uintptr_t)h->large[0];
  m->high = (uintptr_t)h->large[h->nlarge - 1] + LARGE_HEAD + h->large[h->nlarge - 1]->size;
}

static bool is_marked(Heap *h, Obj *o) {
  if (!heap_has(h, (uintptr_t)o)) return ((Large *)((char *)o - LARGE_HEAD))->mark;
  Page *p = page_of(o);
  uint32_t i = (uint32_t)(((uintptr_t)o - (uintptr_t)p - PAGE_HEAD) * p->reciprocal >> 32);
  return p->mark[i / 64] >> i % 64 & 1;
}

static void sweep_owners(Heap *h) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < h->nowners; i++) {
    if (is_marked(h, h->owners[i]))
      h->owners[n++] = h->owners[i];
    else
      bigint_release(h->owners[i]);
  }
  h->nowners = n;
}

static void sweep_large(Heap *h) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < h->nlarge; i++) {
    Large *l = h->large[i];
    if (!l->mark) {
      free(l);
      continue;
    }
    h->live += l->size;
    l->at = n;
    h->large[n++] = l;
  }
  h->nlarge = n;
}

static void sweep_pages(Heap *h) {
  memset(h->bin, 0, sizeof h->bin);
  h->free_pages = NULL;
  for (size_t at = h->used; at > 0; at -= PAGE_SIZE) {
    Page *p = (Page *)(h->base + at - PAGE_SIZE);
    uint32_t live = 0;
    for (int i = 0; i < MARK_WORDS; i++)
      live += (uint32_t)__builtin_popcountll(p->mark[i]);
    h->live += (size_t)live * p->size;
    Page **list = &h->bin[p->plain][p->bin].others;
    if (!live) {
      p->n = 0;
      list = &h->free_pages;
    }
    if (live && live == p->n) continue;
    p->next = *list;
    *list = p;
  }
}

void heap_poll(VM *vm) {
  if (vm->heap->fresh > vm->heap->limit) heap_collect(vm);
}

void heap_collect(VM *vm) {
  Marker m = {.vm = vm, .h = vm->heap};
  memset(vm->in->method_cache, 0, METHOD_CACHE_SIZE * sizeof(MethodCacheEntry));
  begin(&m);
  marking = &m;
  mark_roots(&m);
  marking = NULL;
  free(m.stack);
  Heap *h = m.h;
  h->live = h->fresh = 0;
  sweep_owners(h);
  sweep_large(h);
  sweep_pages(h);
  h->limit = h->live > (size_t)32 << 20 ? h->live : (size_t)32 << 20;
}
