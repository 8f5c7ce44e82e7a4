// memory.c -- whether a machine has the memory that a program needs.
#include "lower/memory.h"

#include <unistd.h>

#include "dialect/location.h"
#include "dialect/op.h"

void largest_add(Largest *l, int64_t bytes, MlirLocation loc) {
  int i = 0;
  while (i < l->n && !mlirLocationEqual(l->all[i].loc, loc))
    i++;
  if (i < l->n && l->all[i].bytes >= bytes) return;
  if (i == SHOWN_BUFFERS && l->all[--i].bytes >= bytes) return;
  if (i == l->n) l->n++;
  for (; i > 0 && l->all[i - 1].bytes < bytes; i--)
    l->all[i] = l->all[i - 1];
  l->all[i].bytes = bytes, l->all[i].loc = loc;
}

void memory_limit(MlirModule m, double bytes) {
  if (bytes == 0) bytes = (double)sysconf(_SC_PHYS_PAGES) * (double)sysconf(_SC_PAGESIZE);
  MlirContext ctx = mlirModuleGetContext(m);
  mlirOperationSetAttributeByName(mlirModuleGetOperation(m),
                                  mlirStringRefCreateFromCString("cjax.memory"),
                                  attr_of_int(ctx, (int64_t)bytes));
}

bool memory_check(MlirModule m, int64_t arena, const Largest *l) {
  MlirAttribute limit = mlirOperationGetAttributeByName(
      mlirModuleGetOperation(m), mlirStringRefCreateFromCString("cjax.memory"));
  if (mlirAttributeIsNull(limit) || arena <= mlirIntegerAttrGetValueInt(limit)) return true;
  double has = (double)mlirIntegerAttrGetValueInt(limit);
  SrcRange at = l->n ? loc_range(l->all[0].loc) : (SrcRange){0};
  diag_error(at, "CJ0704", "MemoryError",
             "the executable needs %.1f MB of memory, and the machine has %.1f MB; its largest "
             "arrays are made here",
             (double)arena / 1e6, has / 1e6);
  for (int i = 0; i < l->n && l->all[i].bytes >= arena / 100; i++)
    diag_note(loc_range(l->all[i].loc), "%.1f MB", (double)l->all[i].bytes / 1e6);
  return false;
}
