// intern.h -- names that are equal exactly when their pointers are.
//
// One table for the process; a name lives until the process ends.
#ifndef CJAX_SUPPORT_INTERN_H
#define CJAX_SUPPORT_INTERN_H

#include <stddef.h>

const char *intern(const char *s, size_t n);
const char *intern_str(const char *s);

#endif
