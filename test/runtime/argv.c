// sys.argv and the conversions of its strings.
// RUN: sh %S/Inputs/link.sh %build %s %t
// RUN: %t 0 " -1_000 " | FileCheck %s --check-prefix=INT
// RUN: %t 0 -9223372036854775808 | FileCheck %s --check-prefix=LEAST
// RUN: %t 1 1_0.5e-0_1 | FileCheck %s --check-prefix=FLOAT
// RUN: %t 1 .1 | FileCheck %s --check-prefix=TENTH
// RUN: %t 1 -Infinity | FileCheck %s --check-prefix=INF
// RUN: not %t 0 1__0 2>&1 | FileCheck %s --check-prefix=BAD
// RUN: not %t 0 "it's 1" 2>&1 | FileCheck %s --check-prefix=QUOTE
// RUN: not %t 0 9223372036854775808 2>&1 | FileCheck %s --check-prefix=BIG
// RUN: not %t 1 1.e 2>&1 | FileCheck %s --check-prefix=NOFLOAT
// RUN: not %t 0 2>&1 | FileCheck %s --check-prefix=MISSING
// INT: 3 arguments, int -1000
// LEAST: int -9223372036854775808
// FLOAT: float 1.05
// TENTH: float 0.1
// INF: float -inf
// BAD: 3 arguments, p.py:1:5: error: [CJ0801] ValueError: invalid literal for int() with base 10: '1__0'
// BAD-NEXT: n = int(sys.argv[2])
// QUOTE: with base 10: "it's 1"
// BIG: OverflowError: Python int too large to convert to C long
// NOFLOAT: ValueError: could not convert string to float: '1.e'
// MISSING: IndexError: list index out of range
#include "runtime/cjax_rt.h"
#include "runtime/dtype.h"

const int64_t cjax_arena_size = 0;
const int32_t cjax_cpu_needed = 2, cjax_cpu_most = 4;

static void print_text(const char *text) {
  cjax_rt_print_text(1, text, (int64_t)__builtin_strlen(text));
}

static int64_t to_int(int64_t k, const char *where) {
  return cjax_rt_text_call(CJAX_TEXT_int, cjax_rt_argv(k, where), 0, 0, where);
}

void cjax_main(void *arena) {
  const char *where = "p.py:1:5: error: [CJ0801] \0\n  n = int(sys.argv[2])\n\0";
  int64_t argc = cjax_rt_argc();
  (void)arena;
  cjax_rt_print_array(1, &argc, DTYPE_I64, 0, 0, "py");
  print_text(" arguments, ");
  if (to_int(1, where) == 0) {
    int64_t n = to_int(2, where);
    print_text("int ");
    cjax_rt_print_array(1, &n, DTYPE_I64, 0, 0, "py");
  } else {
    double x = cjax_rt_text_float(cjax_rt_argv(2, where), where);
    print_text("float ");
    cjax_rt_print_array(1, &x, DTYPE_F64, 0, 0, "py");
  }
  print_text("\n");
}
