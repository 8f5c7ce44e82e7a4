// partition.h -- an LLVM module cut into parts that are compiled by themselves.
//
// Where it is cut depends on the module alone: not on the machine, and a change of one kernel
// leaves the parts without it as they are, byte for byte.
#ifndef CJAX_LOWER_PARTITION_H
#define CJAX_LOWER_PARTITION_H

#include <llvm-c/Types.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct Part {
  char *bitcode; // of malloc
  size_t n;
  unsigned weight; // instructions
} Part;

// The parts in the order of the module's functions, released by partition_release; m is empty
// afterwards.  What one part uses of another gets hidden visibility and a name by its contents.
// `whole`: one part with all names as they are, for debuggers.
int partition_make(LLVMModuleRef m, bool whole, Part **parts);
void partition_release(Part *parts, int n);

#endif
