// What `print(jnp.arange(3))` becomes: small, static, self-contained.
// RUN: sh %S/Inputs/link.sh %build %s %t && %t | FileCheck %s
// RUN: env -i %t | FileCheck %s
// RUN: llvm-readelf -lW %t | FileCheck %s --check-prefix=ELF --implicit-check-not=INTERP
// RUN: llvm-readelf -dW %t | FileCheck %s --check-prefix=DYNAMIC --implicit-check-not=NEEDED
// RUN: %python -c "import os; print(os.path.getsize('%t') < 40000)" | FileCheck %s --check-prefix=SIZE
// A full disk is an error, and said once.
// RUN: not sh -c "%t >/dev/full" 2>&1 | FileCheck %s --check-prefix=FULL
// CHECK: [0 1 2]
// ELF: Elf file type is DYN
// DYNAMIC: FLAGS_1
// SIZE: True
// FULL: error: OSError: [Errno 28] No space left on device
// FULL-NOT: {{.}}
#include "runtime/cjax_rt.h"
#include "runtime/dtype.h"

const int64_t cjax_arena_size = 64;
const int32_t cjax_cpu_needed = 2, cjax_cpu_most = 4;

void cjax_main(void *arena) {
  int32_t *a = arena;
  int64_t shape[1] = {3};
  for (int i = 0; i < 3; i++) a[i] = i;
  cjax_rt_print_array(1, a, DTYPE_I32, 1, shape, "str");
  cjax_rt_print_text(1, "\n", 1);
}
