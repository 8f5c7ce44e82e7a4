// RUN: not cjax-lower %s -o %t.none/x 2>&1 | FileCheck %s
// RUN: not cjax-lower --emit=llvm %s -o /dev/full 2>&1 | FileCheck %s --check-prefix=FULL
// RUN: cjax-lower %s -o %t && llvm-readelf -lWd %t | FileCheck %s --check-prefix=ELF --implicit-check-not=INTERP --implicit-check-not=NEEDED
// RUN: cjax-lower --emit=asm %s -o - | FileCheck %s --check-prefix=ASM
// RUN: cjax-lower --emit=llvm --cpu=x86-64-v4 %s -o - | FileCheck %s --check-prefix=LLVM
// CHECK: error: [CJ0701] cannot write {{.*}}x: No such file or directory
// FULL: error: [CJ0701] cannot write /dev/full: No space left on device
// ELF: Elf file type is DYN
// ASM: cjax_main:
// LLVM: "target-cpu"="x86-64-v4"
func.func @main() {
  cjax.print ["hello\n"] as []
  func.return
}
