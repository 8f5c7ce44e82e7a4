# RUN: cjax-parse %s | FileCheck %s
# Bytes, raw and not.

b'\x00\xff\101a'
# CHECK: body Expr
# CHECK-NEXT: value Constant bytes "\x00\xffAa"

Rb'\x00'
# CHECK: body Expr
# CHECK-NEXT: value Constant bytes "\\x00"

b'a' b'b'
# CHECK: body Expr
# CHECK-NEXT: value Constant bytes "ab"

b'\u0041'
# CHECK: body Expr
# CHECK-NEXT: value Constant bytes "\\u0041"
