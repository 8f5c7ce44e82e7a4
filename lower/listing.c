// listing.c -- the assembly of kernels, read out of the object they are in.
//
// A line for each instruction: "  1c: vaddps %ymm0, (%rdi)"; targets of jumps are labels, "L1c:",
// and what the linker fills in has its symbol behind, as "# symbol".
#include "lower/listing.h"

#include <llvm-c/Core.h>
#include <llvm-c/Disassembler.h>
#include <llvm-c/Object.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LINE = 256, MOST_CODE = 40000 }; // bytes of one kernel's listing

typedef struct Symbol {
  const char *name;
  uint64_t address, size;
  LLVMSectionIteratorRef section;
} Symbol;

typedef struct Fixup {
  uint64_t offset;
  const char *name;
} Fixup;

typedef struct Listing {
  Arena *a;
  LLVMDisasmContextRef d;
  uint64_t begin;       // of the function
  VEC(uint64_t) labels; // offsets in it
  char name[32];
} Listing;

static uint64_t target_of_branch(Listing *l, uint64_t value) {
  uint64_t at = value - l->begin;
  for (uint32_t i = 0; i < l->labels.n; i++)
    if (l->labels.data[i] == at) return at;
  VEC_PUSH(l->a, l->labels, at);
  return at;
}

// What LLVM calls for each address in an instruction: branches get labels.
static const char *name_of(void *data, uint64_t value, uint64_t *type, uint64_t pc,
                           const char **out) {
  Listing *l = data;
  bool is_branch = *type == LLVMDisassembler_ReferenceType_In_Branch;
  *type = LLVMDisassembler_ReferenceType_InOut_None, *out = NULL;
  if (!is_branch) return NULL;
  snprintf(l->name, sizeof l->name, "L%llx", (unsigned long long)target_of_branch(l, value));
  return l->name;
}

static int by_offset(const void *x, const void *y) {
  const Fixup *p = x, *q = y;
  return p->offset < q->offset ? -1 : p->offset > q->offset;
}

typedef struct Fixups {
  uint32_t n;
  Fixup *all;
} Fixups;

static Fixups fixups_of(Arena *a, LLVMSectionIteratorRef section) {
  VEC(Fixup) all = {0};
  LLVMRelocationIteratorRef r = LLVMGetRelocations(section);
  for (; !LLVMIsRelocationIteratorAtEnd(section, r); LLVMMoveToNextRelocation(r)) {
    LLVMSymbolIteratorRef s = LLVMGetRelocationSymbol(r);
    const char *name = LLVMGetSymbolName(s);
    Fixup f = {LLVMGetRelocationOffset(r), arena_strdup(a, name ? name : "")};
    LLVMDisposeSymbolIterator(s);
    VEC_PUSH(a, all, f);
  }
  LLVMDisposeRelocationIterator(r);
  if (all.n) qsort(all.data, all.n, sizeof *all.data, by_offset);
  return (Fixups){all.n, all.data};
}

static const char *fixup_in(const Fixups *f, uint64_t begin, uint64_t end) {
  for (uint32_t lo = 0, hi = f->n; lo < hi;) {
    uint32_t mid = (lo + hi) / 2;
    if (f->all[mid].offset >= begin && f->all[mid].offset < end) return f->all[mid].name;
    if (f->all[mid].offset < begin)
      lo = mid + 1;
    else
      hi = mid;
  }
  return NULL;
}

static bool is_label(const Listing *l, uint64_t at) {
  for (uint32_t i = 0; i < l->labels.n; i++)
    if (l->labels.data[i] == at) return true;
  return false;
}

// One pass over the code; the first finds the labels, `out` null.
static void disassemble(Listing *l, const uint8_t *code, uint64_t n, const Fixups *f, StrBuf *out) {
  char line[MOST_LINE];
  for (uint64_t i = 0; i < n;) {
    size_t size = LLVMDisasmInstruction(l->d, (uint8_t *)code + i, n - i, l->begin + i, line,
                                        sizeof line);
    if (!size) return;
    if (out && out->n > MOST_CODE) {
      strbuf_printf(out, "  ... %llu more bytes of code\n", (unsigned long long)(n - i));
      return;
    }
    const char *symbol = out ? fixup_in(f, l->begin + i, l->begin + i + size) : NULL;
    if (out && is_label(l, i)) strbuf_printf(out, "L%llx:\n", (unsigned long long)i);
    if (out) {
      for (char *s = line; *s; s++)
        if (*s == '\t') *s = ' ';
      const char *text = line + strspn(line, " ");
      strbuf_printf(out, "  %s%s%s\n", text, symbol && *symbol ? "  # " : "", symbol ? symbol : "");
    }
    i += size;
  }
}

static bool is_of(const SiteKernel *k, const char *name) {
  size_t n = strlen(k->symbol);
  return !strncmp(k->symbol, name, n) &&
         (!name[n] || name[n] == '.' || !strncmp(name + n, "_part", 5));
}

// "k3_fusion_part0" and "k3_fusion.v3" are kernel k3_fusion's; copies for newer processors not.
static SiteKernel *kernel_of(Sites *s, const char *name) {
  const char *dot = strrchr(name, '.');
  if (name[0] != 'k' || (dot && !strcmp(dot, ".v4"))) return NULL;
  uint32_t guess = (uint32_t)strtoul(name + 1, NULL, 10); // they are numbered as they are made
  if (guess < s->kernels.n && is_of(&s->kernels.data[guess], name)) return &s->kernels.data[guess];
  for (uint32_t i = 0; i < s->kernels.n; i++)
    if (is_of(&s->kernels.data[i], name)) return &s->kernels.data[i];
  return NULL;
}

static void list_symbol(Listing *l, SiteKernel *k, const Symbol *s, LLVMDisasmContextRef d) {
  const char *code = LLVMGetSectionContents(s->section);
  uint64_t base = LLVMGetSectionAddress(s->section);
  Fixups f = fixups_of(l->a, s->section);
  l->d = d, l->begin = s->address, l->labels.n = 0;
  const uint8_t *first = (const uint8_t *)code + (s->address - base);
  disassemble(l, first, s->size, &f, NULL);
  strbuf_printf(&k->code, "%s:\n", s->name);
  disassemble(l, first, s->size, &f, &k->code);
}

static void list_object(Sites *s, const Target *t, Arena *a, LLVMBinaryRef object) {
  Listing l = {.a = a};
  LLVMDisasmContextRef d = LLVMCreateDisasmCPUFeatures(t->platform->triple, t->cpu, t->features, &l,
                                                       0, NULL, name_of);
  if (!d) return;
  LLVMSymbolIteratorRef i = LLVMObjectFileCopySymbolIterator(object);
  for (; !LLVMObjectFileIsSymbolIteratorAtEnd(object, i); LLVMMoveToNextSymbol(i)) {
    const char *name = LLVMGetSymbolName(i);
    SiteKernel *k = name && LLVMGetSymbolSize(i) ? kernel_of(s, name) : NULL;
    if (!k) continue;
    LLVMSectionIteratorRef section = LLVMObjectFileCopySectionIterator(object);
    LLVMMoveToContainingSection(section, i);
    Symbol symbol = {name, LLVMGetSymbolAddress(i), LLVMGetSymbolSize(i), section};
    if (!LLVMObjectFileIsSectionIteratorAtEnd(object, section)) list_symbol(&l, k, &symbol, d);
    LLVMDisposeSectionIterator(section);
  }
  LLVMDisposeSymbolIterator(i);
  LLVMDisasmDispose(d);
}

void listing_read(Sites *s, const Target *t, const void *object, size_t n) {
  char *error = NULL;
  LLVMContextRef ctx = LLVMContextCreate();
  LLVMMemoryBufferRef text = LLVMCreateMemoryBufferWithMemoryRange(object, n, "object", false);
  LLVMBinaryRef binary = LLVMCreateBinary(text, ctx, &error);
  Arena a;
  arena_init(&a);
  if (binary)
    list_object(s, t, &a, binary);
  else
    LLVMDisposeMessage(error);
  arena_release(&a);
  if (binary) LLVMDisposeBinary(binary);
  LLVMDisposeMemoryBuffer(text);
  LLVMContextDispose(ctx);
}
