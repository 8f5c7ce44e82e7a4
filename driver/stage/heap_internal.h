// heap_internal.h -- how the heap lies in memory: what heap.c and heap_mark.c share.
//
// Small blocks are cells of pages of 64 KiB, all cells of a page having one size; the pages lie in
// one region of addresses, so that a page is found from any address in it.  A bit for each cell
// says that it survived the last collection; behind a bin's position in its page, a cell without
// the bit is free.  Large blocks come from malloc and stand in a table.
#ifndef CJAX_STAGE_HEAP_INTERNAL_H
#define CJAX_STAGE_HEAP_INTERNAL_H

#include "driver/stage/heap.h"

#if defined(__SANITIZE_ADDRESS__)
#define HEAP_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HEAP_SANITIZED
#endif
#endif

enum {
  PAGE_BITS = 16,
  PAGE_SIZE = 1 << PAGE_BITS,
  MARK_WORDS = PAGE_SIZE / 16 / 64,
  BIN_COUNT = 48,
  COMMIT = 1 << 20, // bytes of the region made usable at a time
#ifdef HEAP_SANITIZED
  CELL_MAX = 0, // the sanitizer watches blocks of malloc
#else
  CELL_MAX = 8192,
#endif
  MAX_ROOTS = 32
};

typedef struct Page {
  uint64_t mark[MARK_WORDS];
  uint32_t size, n;    // of a cell, in bytes; number of cells; n = 0: the page is free
  uint32_t reciprocal; // 2^32 / size, rounded up
  uint8_t bin;
  bool plain; // cells hold no pointers but those of the object's head
  struct Page *next;
} Page;
#define PAGE_HEAD ((sizeof(Page) + 15) & ~(size_t)15)

typedef struct Bin {
  Page *page;   // cells come from here,
  uint32_t at;  // from this one on
  Page *others; // pages with free cells
  void *freed;  // cells given back by heap_free, linked by their first word
} Bin;

typedef struct Large {
  size_t size;
  uint32_t at; // in the table
  bool mark, plain;
} Large;
#define LARGE_HEAD ((sizeof(Large) + 15) & ~(size_t)15)

struct Heap {
  char *base;            // of the region
  size_t reserved, used; // bytes; used: by pages
  size_t committed;
  Page *free_pages;
  Bin bin[2][BIN_COUNT]; // [plain]
  Large **large;         // in any order
  uint32_t nlarge, large_room;
  Obj **owners; // objects with memory of their own
  uint32_t nowners, owners_room;
  size_t most;         // bytes that objects may take: a quarter of the machine's memory
  size_t fresh;        // bytes handed out since the last collection
  size_t live, limit;  // bytes that survived it; of fresh that start the next one
  const char *c_stack; // its end, the highest address
  uint32_t nroots;
  struct {
    void (*mark)(VM *vm, void *context, void (*visit)(VM *vm, Value v));
    void *context;
  } roots[MAX_ROOTS];
};

static inline bool heap_has(const Heap *h, uintptr_t p) { return p - (uintptr_t)h->base < h->used; }
static inline Page *page_of(const void *p) {
  return (Page *)((uintptr_t)p & ~(uintptr_t)(PAGE_SIZE - 1));
}

#endif
