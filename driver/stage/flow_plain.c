// flow_plain.c -- loops that only print what is known while compiling.
//
// In one loop of the executable their numbers would be its own, ints of 64 bits; such loops stay
// plain Python as long as the prints of all of them are few.
#include "driver/stage/flow_loop.h"

#include "driver/stage/vm_internal.h"

enum { PLAIN_PRINTS = 5000 };

// The number of ops of a block that does nothing but print texts, else 0.
static uint32_t known_prints(MlirBlock block) {
  uint32_t n = 0;
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op);
       op = mlirOperationGetNextInBlock(op)) {
    OpKind k = op_kind(op);
    if ((k != OP_PRINT && k != OP_FLUSH) || mlirOperationGetNumOperands(op)) return 0;
    n++;
  }
  return n;
}

bool loop_prints_plainly(VM *vm, const Trace *iteration, int64_t iterations) {
  uint32_t n = known_prints(iteration->block), left = PLAIN_PRINTS - vm->in->plain_prints;
  if (!n || !trace_is_concrete(vm->trace) || iterations > (int64_t)(left / n)) return false;
  vm->in->plain_prints += n * (uint32_t)iterations;
  return true;
}
