// op_table.c -- the table of lowerings, generated from the op list.
#include <stdarg.h>
#include <stdio.h>

#include "dialect/location.h"
#include "lower/lower_op.h"

const OpLower *const op_lower[OP_COUNT] = {
#define OP(KIND, name, family) [OP_##KIND] = &lower_##name,
#include "dialect/ops.def"
#undef OP
};

bool lower_error(const OpCall *c, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  char text[512];
  vsnprintf(text, sizeof text, fmt, ap);
  va_end(ap);
  diag_error(loc_range(c->loc), "CJ0700", "NotImplementedError", "%s: %s", op_name(c->kind), text);
  return false;
}
