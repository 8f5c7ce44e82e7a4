# sys.exit while staging ends the executable there.
# RUN: not cjaxc run --interpret %s > %t.out 2> %t.err
# RUN: FileCheck %s < %t.out
# RUN: FileCheck %s --check-prefix=ERR < %t.err
# CHECK: before
# CHECK-NOT: after
# ERR: bye
print("before")
raise SystemExit("bye")
print("after")
