# RUN: cjax-parse %s | FileCheck %s
# if, while, for.

if a: b
# CHECK: body If
# CHECK-NEXT: test Name id=a
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=b

if a:
    b
elif c:
    d
elif e: f
else:
    g
# CHECK: body If
# CHECK-NEXT: test Name id=a
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: orelse If
# CHECK-NEXT: test Name id=c
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=d
# CHECK-NEXT: orelse If
# CHECK-NEXT: test Name id=e
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=f
# CHECK-NEXT: orelse Expr
# CHECK-NEXT: value Name id=g

while a:
    break
else: b
# CHECK: body While
# CHECK-NEXT: test Name id=a
# CHECK-NEXT: body Break
# CHECK-NEXT: orelse Expr
# CHECK-NEXT: value Name id=b

while a: continue
# CHECK: body While
# CHECK-NEXT: test Name id=a
# CHECK-NEXT: body Continue

for a in b: c
# CHECK: body For
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: iter Name id=b
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=c

for a, *b in c, d:
    e
else:
    f
# CHECK: body For
# CHECK-NEXT: target Tuple
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Starred
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: iter Tuple
# CHECK-NEXT: elts Name id=c
# CHECK-NEXT: elts Name id=d
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=e
# CHECK-NEXT: orelse Expr
# CHECK-NEXT: value Name id=f

for a.b in c: pass
# CHECK: body For
# CHECK-NEXT: target Attribute attr=b
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: iter Name id=c
# CHECK-NEXT: body Pass

if (a := b): c
# CHECK: body If
# CHECK-NEXT: test NamedExpr
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=c
