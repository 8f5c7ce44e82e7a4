// stdout and stderr keep their order; a failing check ends the program with its block and status 1;
// a format that fails at run time names its place; denormals are flushed, and printed when kept.
// RUN: sh %S/Inputs/link.sh %build %s %t
// RUN: not %t 1 > %t.out 2>&1 && FileCheck %s < %t.out
// RUN: sh -c "%t 7; test $? = 7"
// RUN: not %t 2 2>&1 | FileCheck %s --check-prefix=FORMAT
// CHECK: one
// CHECK-NEXT: two
// CHECK-NEXT: three
// CHECK-NEXT: 0.0 5e-324
// CHECK-NEXT: p.py:2:1: error: [CJ0900] ZeroDivisionError: division by zero
// FORMAT: p.py:3:1: error: [CJ0901] ValueError: cannot convert float NaN to integer
#include "runtime/cjax_rt.h"
#include "runtime/dtype.h"

const int64_t cjax_arena_size = 1 << 20;
const int32_t cjax_cpu_needed = 2, cjax_cpu_most = 4;

static void print_text(int stream, const char *text) {
  cjax_rt_print_text(stream, text, (int64_t)__builtin_strlen(text));
}

static void print_float(double x, const char *style) {
  cjax_rt_print_array(1, &x, DTYPE_F64, 0, 0, style);
}

static int64_t to_int(int64_t k, const char *where) {
  return cjax_rt_text_call(CJAX_TEXT_int, cjax_rt_argv(k, where), 0, 0, where);
}

void cjax_main(void *arena) {
  ((volatile char *)arena)[cjax_arena_size - 1] = 1; // a large arena is mapped
  int64_t code = to_int(1, 0);
  volatile double tiny = 0x1p-1073;
  if (code > 2) cjax_rt_exit(code);
  print_text(1, "one\n");
  print_text(2, "two\n");
  print_text(1, "three\n");
  print_float(tiny / 2, "py");
  cjax_rt_flush_denormals(0);
  print_text(1, " ");
  print_float(tiny / 2, "str");
  print_text(1, "\n");
  cjax_rt_set_where("p.py:3:1: error: [CJ0901] \0\n\0");
  if (code == 2) print_float(__builtin_nan(""), "pct:d");
  const char *block = "p.py:2:1: error: [CJ0900] ZeroDivisionError: division by zero\n";
  cjax_rt_fail(block, (int64_t)__builtin_strlen(block));
}
