// What the compiler asks while compiling: is a format possible, what does a .npy file hold.
// RUN: rm -rf %t.d && mkdir %t.d && %python %S/Inputs/make_npy.py %t.d
// RUN: %cc_host %s %rt_host -o %t && %t %t.d/a-good.npy %t.d/f-cut.npy | FileCheck %s
// CHECK: ok
// CHECK-NEXT: ValueError: Unknown format code 'd' for object of type 'float'
// CHECK-NEXT: TypeError: unsupported format string passed to numpy.ndarray.__format__
// CHECK-NEXT: ok
// CHECK-NEXT: TypeError: %x format: an integer is required, not float
// CHECK-NEXT: ValueError: '=' alignment not allowed in string format specifier
// CHECK-NEXT: float32 rank 2, 24 bytes
// CHECK-NEXT: ValueError: {{.*}}f-cut.npy: it ends after 20 of 24 bytes of data
// CHECK-NEXT: clocks run
#include "runtime/cjax_rt.h"
#include "runtime/npy.h"

#include <stdio.h>

static void check(Dtype d, int rank, const char *style) {
  const char *error = format_check(d, rank, style);
  puts(error ? error : "ok");
}

static void header(const char *path) {
  NpyHeader h;
  const char *error = npy_read_header(&h, path);
  if (error) puts(error);
  else printf("%s rank %d, %d bytes\n", dtype_name(h.dtype), h.rank, (int)h.size);
}

int main(int argc, char **argv) {
  check(DTYPE_F32, 0, "fmt:>8.3f");
  check(DTYPE_F32, 0, "fmt:d");
  check(DTYPE_F32, 1, "fmt:.2f");
  check(DTYPE_I32, 1, "fmt:");
  check(DTYPE_F64, 0, "pct:x");
  check(DTYPE_F64, 0, "pad:=8\nstr");
  if (argc < 3) return 1;
  header(argv[1]);
  header(argv[2]);
  double t = cjax_rt_clock(0), wall = cjax_rt_clock(1);
  if (cjax_rt_clock_ns(2) >= (int64_t)(t * 1e9) && wall > 1e9 && cjax_rt_clock(3) >= 0)
    puts("clocks run");
  return 0;
}
