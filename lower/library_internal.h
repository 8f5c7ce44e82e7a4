// library_internal.h -- what the files about libraries share.
#ifndef CJAX_LOWER_LIBRARY_INTERNAL_H
#define CJAX_LOWER_LIBRARY_INTERNAL_H

#include "dialect/support/strbuf.h"
#include "lower/library.h"

enum { ERROR_NULL = 1, ERROR_SMALL = 2, ERROR_ALIGN = 3, WORKSPACE_ALIGN = 64 };
// 4 to 6: runtime/library/library.h

// How many parameters the host code has, but for the workspace.
int entry_params(const Entry *e);
// Bytes of the workspace for result i, which may take an argument's memory; and where the first is.
int64_t entry_room(const Entry *e, int i);
int64_t entry_rooms_at(const Entry *e);
// C's type of elements; complex numbers are two of them.
const char *library_c_type(MlirType element);
// The prototypes of l->calls, in C and in JSON.
void library_print_calls(StrBuf *s, const Library *l);
void library_list_calls(StrBuf *s, const Library *l);
// The struct of arguments or results.
LLVMTypeRef library_struct(LLVMContextRef ctx, Arena *a, int n, const MlirType *types);
// The part of the manifest that callers rely on: prefix and entries.
void library_entries(StrBuf *s, Arena *a, const Library *l);

#endif
