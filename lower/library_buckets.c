// library_buckets.c -- entries for several numbers of rows (`batch=1|8|32`) behind one function.
//
// Each is an entry of its own, NAME_1, NAME_8, NAME_32.  NAME makes a table of them on its stack
// (constants that name functions would tie the parts of a module together), and calls
// cjax_lib_buckets (runtime/library), which pads.
#include <string.h>

#include "dialect/support/diag.h"
#include "lower/emit.h"
#include "lower/library_internal.h"
#include "lower/platform.h"

static int64_t aligned(int64_t n) {
  return (n + WORKSPACE_ALIGN - 1) / WORKSPACE_ALIGN * WORKSPACE_ALIGN;
}

static const Entry *most_of(const Entry *e) { return e->choices[e->nchoices - 1]; }

bool entry_batched(const Entry *e, bool result, int i) {
  const Entry *x = e->choices[0], *y = most_of(e);
  return !mlirTypeEqual(result ? x->out[i] : x->in[i], result ? y->out[i] : y->in[i]);
}

static int64_t row_bytes(const Entry *e, MlirType t) { return type_bytes(t) / most_of(e)->rows; }

//===-- what is allowed ---------------------------------------------------------------------===//

// Whether x and y are the same but for as many rows as their entries have.
static bool differ_in_rows(const Entry *ex, MlirType x, const Entry *ey, MlirType y) {
  Dims dx = type_dims(x), dy = type_dims(y);
  if (!dx.n || dx.n != dy.n || dx.d[0] != ex->rows || dy.d[0] != ey->rows) return false;
  return !memcmp(dx.d + 1, dy.d + 1, sizeof *dx.d * (size_t)(dx.n - 1));
}

static bool check_pair(const Entry *x, const Entry *y) {
  bool same = x->nin == y->nin && x->nout == y->nout;
  for (int i = 0; same && i < x->nin; i++) {
    if (!strcmp(x->in_names[i], "rows"))
      return diag_io("CJ0710",
                     "--entry=%s: with sizes to choose from no argument can be called rows",
                     x->bucket),
             false;
    same = mlirTypeEqual(x->in[i], y->in[i]) || differ_in_rows(x, x->in[i], y, y->in[i]);
  }
  for (int i = 0; same && i < x->nout; i++)
    if (!differ_in_rows(x, x->out[i], y, y->out[i]))
      return diag_io("CJ0710",
                     "--entry=%s: the result %s is %s for %lld rows and %s for %lld: with "
                     "sizes to choose from results have a row for each, as others would be of rows "
                     "that pad",
                     x->bucket, x->out_names[i], type_text(x->out[i]), (long long)x->rows,
                     type_text(y->out[i]), (long long)y->rows),
             false;
  if (!same)
    diag_io("CJ0710", "--entry=%s: for %lld and %lld rows arguments or results differ in more than "
            "their first size", x->bucket, (long long)x->rows, (long long)y->rows);
  return same;
}

static bool in_place(const Entry *e) {
  for (int i = 0; i < e->nout; i++)
    if (e->places[i] >= 0)
      return diag_io("CJ0710", "--entry=%s: sizes to choose from do not go with donate(...)",
                     e->bucket), true;
  return false;
}

bool buckets_check(const Library *l) {
  for (int i = 0; i < l->n; i++) {
    const Entry *x = &l->entries[i], *y = x + 1;
    if (!x->bucket) continue;
    if (in_place(x)) return false;
    bool next = i + 1 < l->n && y->bucket && !strcmp(x->bucket, y->bucket);
    if (next && !check_pair(x, y)) return false;
  }
  return true;
}

//===-- the function ------------------------------------------------------------------------===//

int64_t buckets_inner(const Entry *e) {
  int64_t most = 0;
  for (int i = 0; i < e->nchoices; i++)
    if (e->choices[i]->workspace > most) most = e->choices[i]->workspace;
  return aligned(most);
}

// Entries, copies of both structs, whose fields have at most 16 bytes, and arrays of most rows.
static int64_t workspace_of(const Entry *e) {
  int64_t n = buckets_inner(e) + aligned(16 * e->nin) + aligned(16 * e->nout);
  for (int i = 0; i < e->nin; i++)
    if (entry_batched(e, false, i)) n += aligned(type_bytes(e->in[i]));
  for (int i = 0; i < e->nout; i++) n += aligned(type_bytes(e->out[i]));
  return n;
}

void buckets_add(Library *l, Arena *a) {
  Entry *all = ARENA_ARRAY(a, Entry, 2 * l->n + 1);
  memcpy(all, l->entries, sizeof *all * (size_t)l->n);
  l->entries = all;
  int n = l->n;
  for (int i = 0, end; i < l->n; i = end) {
    end = i + 1;
    if (!all[i].bucket) continue;
    while (end < l->n && all[end].bucket && !strcmp(all[i].bucket, all[end].bucket)) end++;
    const Entry **choices = ARENA_ARRAY(a, const Entry *, end - i);
    for (int k = i; k < end; k++) choices[k - i] = &all[k];
    Entry e = all[end - 1];
    e.name = e.bucket, e.bucket = NULL, e.choices = choices, e.nchoices = end - i;
    e.workspace = workspace_of(&e);
    all[n++] = e;
  }
  l->n = n;
}

typedef struct Table {
  const Entry *e;
  LLVMContextRef ctx;
  LLVMModuleRef m;
  LLVMBuilderRef b;
  LLVMTypeRef ptr, i64;
  Arena *arena;
} Table;

static LLVMValueRef number(const Table *t, int64_t x) {
  return LLVMConstInt(t->i64, (unsigned long long)x, 0);
}

// A struct on the stack.
static LLVMValueRef local(const Table *t, LLVMTypeRef type, const LLVMValueRef *fields,
                          unsigned n) {
  LLVMValueRef at = LLVMBuildAlloca(t->b, type, "");
  for (unsigned i = 0; i < n; i++)
    LLVMBuildStore(t->b, fields[i], LLVMBuildStructGEP2(t->b, type, at, i, ""));
  return at;
}

// {i64 where its pointer is, i64 bytes of a row} of each array of rows.
static LLVMValueRef batched(const Table *t, LLVMTypeRef type, bool result, int *count) {
  const Entry *e = t->e;
  int n = result ? e->nout : e->nin;
  LLVMValueRef *x = ARENA_ARRAY(t->arena, LLVMValueRef, n + 1), none = LLVMConstNull(t->ptr);
  LLVMTypeRef pair = LLVMStructTypeInContext(t->ctx, (LLVMTypeRef[]){t->i64, t->i64}, 2, 0);
  *count = 0;
  for (int i = 0; i < n; i++) {
    if (!entry_batched(e, result, i)) continue;
    LLVMTypeRef i32 = LLVMInt32TypeInContext(t->ctx);
    LLVMValueRef path[] = {LLVMConstInt(i32, 0, 0), LLVMConstInt(i32, (unsigned)i, 0)};
    LLVMValueRef at = LLVMConstPtrToInt(LLVMConstGEP2(type, none, path, 2), t->i64);
    LLVMValueRef row = number(t, row_bytes(e, result ? e->out[i] : e->in[i]));
    x[(*count)++] = LLVMConstStructInContext(t->ctx, (LLVMValueRef[]){at, row}, 2, 0);
  }
  LLVMValueRef all = LLVMConstArray2(pair, x, (uint64_t)*count);
  LLVMValueRef at = LLVMBuildAlloca(t->b, LLVMTypeOf(all), "");
  return LLVMBuildStore(t->b, all, at), at;
}

// {i64 rows, ptr entry} of each entry, and of 0 rows.
static LLVMValueRef entries(const Table *t, const Library *l) {
  int n = t->e->nchoices;
  LLVMTypeRef pair = LLVMStructTypeInContext(t->ctx, (LLVMTypeRef[]){t->i64, t->ptr}, 2, 0);
  LLVMValueRef all = LLVMBuildArrayAlloca(t->b, pair, number(t, n + 1), "");
  for (int i = 0; i <= n; i++) {
    LLVMValueRef k = number(t, i), at = LLVMBuildGEP2(t->b, pair, all, &k, 1, "");
    const Entry *c = i < n ? t->e->choices[i] : NULL;
    const char *name = c ? arena_printf(t->arena, "%s%s", l->prefix, c->name) : NULL;
    LLVMValueRef f = c ? LLVMGetNamedFunction(t->m, name) : LLVMConstNull(t->ptr);
    LLVMBuildStore(t->b, number(t, c ? c->rows : 0), LLVMBuildStructGEP2(t->b, pair, at, 0, ""));
    LLVMBuildStore(t->b, f, LLVMBuildStructGEP2(t->b, pair, at, 1, ""));
  }
  return all;
}

// As runtime/library/library.h declares it.
static LLVMValueRef table(const Table *t, const Library *l) {
  LLVMTypeRef args = library_struct(t->ctx, t->arena, t->e->nin, t->e->in);
  LLVMTypeRef results = library_struct(t->ctx, t->arena, t->e->nout, t->e->out);
  int nargs, nresults;
  LLVMValueRef in = batched(t, args, false, &nargs), out = batched(t, results, true, &nresults);
  LLVMValueRef fields[] = {number(t, t->e->workspace), number(t, buckets_inner(t->e)),
                           LLVMSizeOf(args), LLVMSizeOf(results), number(t, nargs),
                           number(t, nresults), in, out, entries(t, l)};
  LLVMTypeRef types[9];
  for (int i = 0; i < 9; i++) types[i] = LLVMTypeOf(fields[i]);
  return local(t, LLVMStructTypeInContext(t->ctx, types, 9, 0), fields, 9);
}

void buckets_define(const Library *l, const Entry *e, LLVMModuleRef m) {
  Arena a;
  arena_init(&a);
  LLVMContextRef ctx = LLVMGetModuleContext(m);
  LLVMBuilderRef b = LLVMCreateBuilderInContext(ctx);
  Table t = {e, ctx, m, b, LLVMPointerTypeInContext(ctx, 0), LLVMInt64TypeInContext(ctx), &a};
  LLVMTypeRef i32 = LLVMInt32TypeInContext(ctx), size = l->platform->wasm ? i32 : t.i64;
  LLVMTypeRef types[] = {t.ptr, t.ptr, t.ptr, t.ptr, size, t.ptr};
  LLVMTypeRef type = LLVMFunctionType(i32, types, 6, 0);
  LLVMValueRef choose = LLVMGetNamedFunction(m, "cjax_lib_buckets"), x[6];
  if (!choose) choose = LLVMAddFunction(m, "cjax_lib_buckets", type);
  LLVMValueRef f = LLVMAddFunction(m, arena_printf(&a, "%s%s", l->prefix, e->name),
                                   LLVMFunctionType(i32, types + 1, 5, 0));
  LLVMPositionBuilderAtEnd(b, LLVMAppendBasicBlockInContext(ctx, f, ""));
  x[0] = table(&t, l);
  for (unsigned i = 0; i < 5; i++) x[i + 1] = LLVMGetParam(f, i);
  LLVMBuildRet(b, LLVMBuildCall2(b, type, choose, x, 6, ""));
  LLVMDisposeBuilder(b);
  arena_release(&a);
}
