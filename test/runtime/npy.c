// np.load of .npy files: what is read, and every way in which a file can be wrong.
// RUN: rm -rf %t.d && mkdir %t.d && %python %S/Inputs/make_npy.py %t.d
// RUN: %cc_host %s %rt_host -o %t
// RUN: sh -c "cd %t.d && for f in *.npy none.npy .; do %t $f 2>&1 || echo status $?; done" > %t.out
// RUN: FileCheck %s < %t.out
// CHECK:      a-good.npy {{\[\[}}0. 1. 2.]
// CHECK-NEXT:  [3. 4. 5.]]
// CHECK-NEXT: b-big-endian.npy {{\[\[}}0. 1. 2.]
// CHECK-NEXT:  [3. 4. 5.]]
// CHECK-NEXT: c-version3.npy {{\[\[}}0. 1. 2.]
// CHECK-NEXT:  [3. 4. 5.]]
// CHECK-NEXT: d-magic.npy f.py:1:1: error: ValueError: d-magic.npy: the magic string is missing: not a .npy file
// CHECK-NEXT: status 1
// CHECK-NEXT: ValueError: e-empty.npy: it is empty
// CHECK:      ValueError: f-cut.npy: it ends after 20 of 24 bytes of data
// CHECK:      ValueError: g-cut-header.npy: it ends within the header
// CHECK:      ValueError: h-shape.npy holds float32[3,2], but this program was compiled for float32[2,3]
// CHECK:      ValueError: i-dtype.npy holds float64[2,3], but this program was compiled for float32[2,3]
// CHECK:      ValueError: j-fortran.npy: it is in Fortran order
// CHECK:      ValueError: k-huge-header.npy: its header is too large
// CHECK:      ValueError: l-object.npy: its dtype is not supported
// CHECK:      ValueError: m-structured.npy: its dtype is structured or not readable
// CHECK:      ValueError: n-huge-shape.npy: its shape is too large
// CHECK:      ValueError: o-version9.npy: its format version is not 1, 2 or 3
// CHECK:      ValueError: p-garbage.npy: its header is not readable
// CHECK:      ValueError: q-no-key.npy: its header lacks a key
// CHECK:      FileNotFoundError: [Errno 2] No such file or directory: 'none.npy'
// CHECK:      IsADirectoryError: [Errno 21] Is a directory: '.'
#include "runtime/cjax_rt.h"
#include "runtime/dtype.h"

int main(int argc, char **argv) {
  const int64_t shape[2] = {2, 3};
  float data[6];
  cjax_rt_set_argv(argc, argv);
  cjax_rt_print_handle(1, cjax_rt_argv(1, 0), "");
  cjax_rt_print_text(1, " ", 1);
  cjax_rt_load_npy(argv[1], DTYPE_F32, 2, shape, 0, data, "f.py:1:1: error: \0\n\0");
  cjax_rt_print_array(1, data, DTYPE_F32, 2, shape, "str");
  cjax_rt_print_text(1, "\n", 1);
  cjax_rt_flush();
  return 0;
}
