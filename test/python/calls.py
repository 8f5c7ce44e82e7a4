# RUN: cjax-parse %s | FileCheck %s
# Arguments by position, by name, unpacked.

f()
# CHECK: body Expr
# CHECK-NEXT: value Call
# CHECK-NEXT: func Name id=f

f(a, b)
# CHECK: body Expr
# CHECK-NEXT: value Call
# CHECK-NEXT: func Name id=f
# CHECK-NEXT: args Name id=a
# CHECK-NEXT: args Name id=b

f(a=1)
# CHECK: body Expr
# CHECK-NEXT: value Call
# CHECK-NEXT: func Name id=f
# CHECK-NEXT: keywords keyword arg=a
# CHECK-NEXT: value Constant int 1

f(*a, **b)
# CHECK: body Expr
# CHECK-NEXT: value Call
# CHECK-NEXT: func Name id=f
# CHECK-NEXT: args Starred
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: keywords keyword
# CHECK-NEXT: value Name id=b

f(a, *b, c=1, *d, e=2, **g)
# CHECK: body Expr
# CHECK-NEXT: value Call
# CHECK-NEXT: func Name id=f
# CHECK-NEXT: args Name id=a
# CHECK-NEXT: args Starred
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: args Starred
# CHECK-NEXT: value Name id=d
# CHECK-NEXT: keywords keyword arg=c
# CHECK-NEXT: value Constant int 1
# CHECK-NEXT: keywords keyword arg=e
# CHECK-NEXT: value Constant int 2
# CHECK-NEXT: keywords keyword
# CHECK-NEXT: value Name id=g

f(x for x in y)
# CHECK: body Expr
# CHECK-NEXT: value Call
# CHECK-NEXT: func Name id=f
# CHECK-NEXT: args GeneratorExp
# CHECK-NEXT: elt Name id=x
# CHECK-NEXT: generators comprehension
# CHECK-NEXT: target Name id=x
# CHECK-NEXT: iter Name id=y

f(a)(b).c[d]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Attribute attr=c
# CHECK-NEXT: value Call
# CHECK-NEXT: func Call
# CHECK-NEXT: func Name id=f
# CHECK-NEXT: args Name id=a
# CHECK-NEXT: args Name id=b
# CHECK-NEXT: slice Name id=d

f(a,)
# CHECK: body Expr
# CHECK-NEXT: value Call
# CHECK-NEXT: func Name id=f
# CHECK-NEXT: args Name id=a

f(
  a,
  b=1,
)
# CHECK: body Expr
# CHECK-NEXT: value Call
# CHECK-NEXT: func Name id=f
# CHECK-NEXT: args Name id=a
# CHECK-NEXT: keywords keyword arg=b
# CHECK-NEXT: value Constant int 1
