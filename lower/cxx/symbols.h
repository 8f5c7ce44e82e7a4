// symbols.h -- what an object, an archive or a shared library defines.
#ifndef CJAX_LOWER_CXX_SYMBOLS_H
#define CJAX_LOWER_CXX_SYMBOLS_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef void SymbolTaker(void *data, const char *name, size_t size);

// Gives `take` the name of each global symbol that the file at `path` defines.  Null, or why the
// file cannot be read: the text holds until the next call.
const char *object_symbols(const char *path, SymbolTaker *take, void *data);

#ifdef __cplusplus
}
#endif

#endif
