# RUN: cjax-parse %s | FileCheck %s
# try and with.

try: a
finally: b
# CHECK: body Try
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: finalbody Expr
# CHECK-NEXT: value Name id=b

try:
    a
except b:
    c
except (d, e) as f:
    g
except:
    h
else:
    i
finally:
    j
# CHECK: body Try
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: handlers ExceptHandler
# CHECK-NEXT: type Name id=b
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=c
# CHECK-NEXT: handlers ExceptHandler name=f
# CHECK-NEXT: type Tuple
# CHECK-NEXT: elts Name id=d
# CHECK-NEXT: elts Name id=e
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=g
# CHECK-NEXT: handlers ExceptHandler
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=h
# CHECK-NEXT: orelse Expr
# CHECK-NEXT: value Name id=i
# CHECK-NEXT: finalbody Expr
# CHECK-NEXT: value Name id=j

try: a
except* b: c
# CHECK: body Try is_star
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: handlers ExceptHandler
# CHECK-NEXT: type Name id=b
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=c

with a: b
# CHECK: body With
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=a
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=b

with a as b, c as d: e
# CHECK: body With
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=a
# CHECK-NEXT: optional_vars Name id=b
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=c
# CHECK-NEXT: optional_vars Name id=d
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=e

with (a as b, c): d
# CHECK: body With
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=a
# CHECK-NEXT: optional_vars Name id=b
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=c
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=d

with (a, b): c
# CHECK: body With
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=a
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=b
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=c

with (a): b
# CHECK: body With
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=a
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=b

with (a, b) as c: d
# CHECK: body With
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Tuple
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Name id=b
# CHECK-NEXT: optional_vars Name id=c
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=d

with (yield_): a
# CHECK: body With
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=yield_
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=a

with a as (b, c): d
# CHECK: body With
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=a
# CHECK-NEXT: optional_vars Tuple
# CHECK-NEXT: elts Name id=b
# CHECK-NEXT: elts Name id=c
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=d

with (a as b,): c
# CHECK: body With
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=a
# CHECK-NEXT: optional_vars Name id=b
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=c
