// memory.h -- whether a machine has the memory that a program needs.
#ifndef CJAX_LOWER_MEMORY_H
#define CJAX_LOWER_MEMORY_H

#include <mlir-c/IR.h>
#include <stdbool.h>
#include <stdint.h>

enum { SHOWN_BUFFERS = 5 };

// The largest buffers of a module, one for each place, in falling order.
typedef struct Largest {
  int n;
  struct {
    int64_t bytes;
    MlirLocation loc;
  } all[SHOWN_BUFFERS];
} Largest;

void largest_add(Largest *l, int64_t bytes, MlirLocation loc);
// Sets m's attribute cjax.memory, the bytes of the machine; 0 stands for the one at hand.
void memory_limit(MlirModule m, double bytes);
// That the arena of so many bytes fits in cjax.memory, where m has it; else an error that lists the
// largest buffers.
bool memory_check(MlirModule m, int64_t arena, const Largest *l);

#endif
