// heap.c -- handing out memory of Python objects: cells of one size on pages, large blocks.
#include "dialect/support/memory.h"
#include "driver/stage/heap_internal.h"

#include "driver/stage/vm.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define FIRST_LIMIT ((size_t)32 << 20)

//===-- the region ------------------------------------------------------------------------===//

// Addresses for as much as the machine's memory, or what an address limit leaves of that.
static void reserve(Heap *h) {
  size_t n = (size_t)sysconf(_SC_PHYS_PAGES) * (size_t)sysconf(_SC_PAGESIZE);
  h->most = n / 4;
  for (n = n / COMMIT * COMMIT + COMMIT; n >= COMMIT * 2; n /= 2) {
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    char *p = mmap(NULL, n, PROT_NONE, flags, -1, 0);
    if (p == MAP_FAILED) continue;
    size_t skip = -(uintptr_t)p & (PAGE_SIZE - 1);
    h->base = p + skip;
    h->reserved = (n - skip) / COMMIT * COMMIT;
    return;
  }
  memory_exhausted();
}

Heap *heap_create(void) {
  Heap *h = calloc(1, sizeof(Heap));
  reserve(h);
  h->limit = FIRST_LIMIT;
  return h;
}

void heap_destroy(Heap *h) {
  for (uint32_t i = 0; i < h->nlarge; i++) free(h->large[i]);
  free(h->large);
  free(h->owners);
  munmap(h->base, h->reserved);
  free(h);
}

_Noreturn void heap_exhausted(VM *vm) {
  diag_end_captures();
  diag_error(vm_user_here(vm), "CJ0100", "MemoryError", "out of memory while compiling");
  fflush(stdout);
  _Exit(1);
}

static Page *page_at_end(VM *vm, Heap *h) {
  if (h->used + PAGE_SIZE > h->committed) {
    if (h->committed + COMMIT > h->reserved) heap_exhausted(vm);
    if (mprotect(h->base + h->committed, COMMIT, PROT_READ | PROT_WRITE)) heap_exhausted(vm);
    h->committed += COMMIT;
  }
  Page *p = (Page *)(h->base + h->used);
  h->used += PAGE_SIZE;
  return p;
}

// Garbage counts too where no safe point lets it be collected.
static bool fits(const Heap *h, size_t n) {
  return n <= h->most && h->live + h->fresh <= h->most - n;
}

//===-- cells -----------------------------------------------------------------------------===//

// Sizes go by 16 to 512, then by a quarter of the power of two below.
static uint32_t bin_of(size_t n) {
  if (n <= 512) return n ? (uint32_t)(n - 1) / 16 : 0;
  uint32_t shift = 63 - (uint32_t)__builtin_clzll(n - 1);
  return 32 + (shift - 9) * 4 + (uint32_t)((n - 1 - ((size_t)1 << shift)) >> (shift - 2));
}

static uint32_t bin_size(uint32_t bin) {
  if (bin < 32) return (bin + 1) * 16;
  uint32_t shift = 9 + (bin - 32) / 4;
  return (1u << shift) + ((bin - 32) % 4 + 1) * (1u << (shift - 2));
}

static Page *page_new(VM *vm, Heap *h, uint32_t bin, bool plain) {
  Page *p = h->free_pages;
  if (p)
    h->free_pages = p->next;
  else
    p = page_at_end(vm, h);
  p->size = bin_size(bin);
  p->n = (uint32_t)((PAGE_SIZE - PAGE_HEAD) / p->size);
  p->reciprocal = (uint32_t)((((uint64_t)1 << 32) + p->size - 1) / p->size);
  p->bin = (uint8_t)bin;
  p->plain = plain;
  p->next = NULL;
  memset(p->mark, 0, sizeof p->mark);
  return p;
}

// The first free cell from `at` on, or p->n.
static uint32_t next_free(const Page *p, uint32_t at) {
  while (at < p->n) {
    uint64_t unmarked = ~p->mark[at / 64] >> at % 64;
    if (unmarked) {
      at += (uint32_t)__builtin_ctzll(unmarked);
      return at < p->n ? at : p->n;
    }
    at = (at / 64 + 1) * 64;
  }
  return p->n;
}

static void *cell_alloc(VM *vm, size_t n, bool plain) {
  Heap *h = vm->heap;
  uint32_t k = bin_of(n), at;
  Bin *b = &h->bin[plain][k];
  if ((h->fresh += bin_size(k)) > h->limit) {
    vm->due = true;
    if (!fits(h, 0)) heap_exhausted(vm);
  }
  if (b->freed) {
    void *p = b->freed;
    memcpy(&b->freed, p, sizeof b->freed);
    return p;
  }
  while (!b->page || (at = next_free(b->page, b->at)) == b->page->n) {
    b->page = b->others;
    if (b->page)
      b->others = b->page->next;
    else
      b->page = page_new(vm, h, k, plain);
    b->at = 0;
  }
  b->at = at + 1;
  return (char *)b->page + PAGE_HEAD + (size_t)at * b->page->size;
}

//===-- large blocks ----------------------------------------------------------------------===//

static void *large_set(Heap *h, Large *l, uint32_t at, size_t n) {
  h->large[at] = l;
  l->at = at;
  l->size = n;
  return (char *)l + LARGE_HEAD;
}

static void *large_alloc(VM *vm, size_t n, bool plain) {
  Heap *h = vm->heap;
  if (!fits(h, n)) heap_exhausted(vm);
  Large *l = memory_try_calloc(1, LARGE_HEAD + n);
  if (h->nlarge == h->large_room) {
    h->large_room = h->large_room ? h->large_room * 2 : 256;
    h->large = realloc(h->large, h->large_room * sizeof(Large *));
  }
  if (!l) heap_exhausted(vm);
  l->plain = plain;
  if ((h->fresh += n) > h->limit) vm->due = true;
  return large_set(h, l, h->nlarge++, n);
}

static Large *large_of(void *p) { return (Large *)((char *)p - LARGE_HEAD); }

static void large_free(Heap *h, Large *l) {
  Large *last = h->large[--h->nlarge];
  h->large[l->at] = last;
  last->at = l->at;
  free(l);
}

static void *large_grow(VM *vm, void *p, size_t n, size_t m) {
  Heap *h = vm->heap;
  if (!fits(h, m > n ? m - n : 0)) heap_exhausted(vm);
  uint32_t at = large_of(p)->at;
  Large *l = memory_try_realloc(large_of(p), LARGE_HEAD + m);
  if (!l) heap_exhausted(vm);
  if (m > n && (h->fresh += m - n) > h->limit) vm->due = true;
  return large_set(h, l, at, m);
}

//===-- what others call ------------------------------------------------------------------===//

static void own(VM *vm, Heap *h, Obj *o) {
  if (h->nowners == h->owners_room) {
    h->owners_room = h->owners_room ? h->owners_room * 2 : 64;
    h->owners = realloc(h->owners, h->owners_room * sizeof(Obj *));
  }
  h->owners[h->nowners++] = o;
}

void *heap_new(VM *vm, Class *cls, ObjKind kind, size_t size) {
  bool plain = kind == O_STR || kind == O_BYTES || kind == O_COMPLEX || kind == O_BIGINT;
  Obj *o;
  if (size <= CELL_MAX)
    o = memset(cell_alloc(vm, size, plain), 0, size);
  else
    o = large_alloc(vm, size, plain);
  o->cls = cls;
  o->kind = (uint8_t)kind;
  o->born = vm->serial;
  if (kind == O_BIGINT) own(vm, vm->heap, o);
  return o;
}

void *heap_grow(VM *vm, void *p, size_t n, size_t m) {
  if (!p) return m <= CELL_MAX ? cell_alloc(vm, m, false) : large_alloc(vm, m, false);
  bool large = !heap_has(vm->heap, (uintptr_t)p);
  if (large && m > CELL_MAX) return large_grow(vm, p, n, m);
  if (!large && m <= CELL_MAX && page_of(p)->bin == bin_of(m)) return p;
  void *q = m <= CELL_MAX ? cell_alloc(vm, m, false) : large_alloc(vm, m, false);
  memcpy(q, p, n < m ? n : m);
  heap_free(vm, p);
  return q;
}

void heap_free(VM *vm, void *p) {
  Heap *h = vm->heap;
  if (!p) return;
  if (!heap_has(h, (uintptr_t)p)) {
    large_free(h, large_of(p));
    return;
  }
  Bin *b = &h->bin[page_of(p)->plain][page_of(p)->bin];
  memcpy(p, &b->freed, sizeof b->freed);
  b->freed = p;
}

void heap_count(VM *vm, size_t bytes) {
  if ((vm->heap->fresh += bytes) > vm->heap->limit) vm->due = true;
}

void heap_add_root(VM *vm, void (*mark)(VM *vm, void *context, void (*visit)(VM *vm, Value v)),
                   void *context) {
  Heap *h = vm->heap;
  if (h->nroots == MAX_ROOTS) BUG("heap_add_root: more than %d", MAX_ROOTS);
  h->roots[h->nroots].mark = mark;
  h->roots[h->nroots++].context = context;
}
