// RUN: %cc_host -c %S/Inputs/ffi.c -o %t.o
// RUN: cjaxc %s --link %t.o -o %t && not %t 2>&1 | FileCheck %s
// CHECK: [ 3.  5. 12.] 3
// CHECK: here: RuntimeError: split returned an error
func.func @main() {
  %x = cjax.constant dense<[1.0, 2.0, 4.0]> : tensor<3xf64>
  %y = cjax.constant dense<[2.0, 3.0, 8.0]> : tensor<3xf64>
  %s, %n = cjax.ffi_call "split" (%x, %y) "here: \00\00" : (tensor<3xf64>, tensor<3xf64>) -> (tensor<3xf64>, tensor<i32>)
  cjax.print ["", " ", "\0A"] with %s, %n : tensor<3xf64>, tensor<i32> as ["str", "str"]
  %z, %m = cjax.ffi_call "split" (%y, %x) "here: \00\00" : (tensor<3xf64>, tensor<3xf64>) -> (tensor<3xf64>, tensor<i32>)
  cjax.print ["", " ", "\0A"] with %z, %m : tensor<3xf64>, tensor<i32> as ["str", "str"]
  func.return
}
