# RUN: cjax-parse --places %s | FileCheck %s
# Every node knows its place; parentheses do not belong to what they hold.

x = (a + b) * c
# CHECK: body Assign @[[@LINE-1]]:1-[[@LINE-1]]:16
# CHECK-NEXT: targets Name id=x @[[@LINE-2]]:1-[[@LINE-2]]:2
# CHECK-NEXT: value BinOp Mult @[[@LINE-3]]:5-[[@LINE-3]]:16
# CHECK-NEXT: left BinOp Add @[[@LINE-4]]:6-[[@LINE-4]]:11
# CHECK-NEXT: left Name id=a @[[@LINE-5]]:6-[[@LINE-5]]:7
# CHECK-NEXT: right Name id=b @[[@LINE-6]]:10-[[@LINE-6]]:11
# CHECK-NEXT: right Name id=c @[[@LINE-7]]:15-[[@LINE-7]]:16

f(a, k=1)[b].c
# CHECK: body Expr @[[@LINE-1]]:1-[[@LINE-1]]:15
# CHECK-NEXT: value Attribute attr=c @[[@LINE-2]]:1-[[@LINE-2]]:15
# CHECK-NEXT: value Subscript @[[@LINE-3]]:1-[[@LINE-3]]:13
# CHECK-NEXT: value Call @[[@LINE-4]]:1-[[@LINE-4]]:10
# CHECK-NEXT: func Name id=f @[[@LINE-5]]:1-[[@LINE-5]]:2
# CHECK-NEXT: args Name id=a @[[@LINE-6]]:3-[[@LINE-6]]:4
# CHECK-NEXT: keywords keyword arg=k @[[@LINE-7]]:6-[[@LINE-7]]:9
# CHECK-NEXT: value Constant int 1 @[[@LINE-8]]:8-[[@LINE-8]]:9
# CHECK-NEXT: slice Name id=b @[[@LINE-9]]:11-[[@LINE-9]]:12

if x:
    y
# CHECK: body If @[[@LINE-2]]:1-[[@LINE-1]]:6
# CHECK-NEXT: test Name id=x @[[@LINE-3]]:4-[[@LINE-3]]:5
# CHECK-NEXT: body Expr @[[@LINE-3]]:5-[[@LINE-3]]:6
# CHECK-NEXT: value Name id=y @[[@LINE-4]]:5-[[@LINE-4]]:6

def f(a: int = 1, *b):
    return (a, b)
# CHECK: body FunctionDef name=f @[[@LINE-2]]:1-[[@LINE-1]]:18
# CHECK-NEXT: arg arg arg=a @[[@LINE-3]]:7-[[@LINE-3]]:13
# CHECK-NEXT: annotation Name id=int @[[@LINE-4]]:10-[[@LINE-4]]:13
# CHECK-NEXT: default Constant int 1 @[[@LINE-5]]:16-[[@LINE-5]]:17
# CHECK-NEXT: vararg arg arg=b @[[@LINE-6]]:20-[[@LINE-6]]:21
# CHECK-NEXT: body Return @[[@LINE-6]]:5-[[@LINE-6]]:18
# CHECK-NEXT: value Tuple @[[@LINE-7]]:12-[[@LINE-7]]:18
# CHECK-NEXT: elts Name id=a @[[@LINE-8]]:13-[[@LINE-8]]:14
# CHECK-NEXT: elts Name id=b @[[@LINE-9]]:16-[[@LINE-9]]:17

'é' + é
# CHECK: body Expr @[[@LINE-1]]:1-[[@LINE-1]]:8
# CHECK-NEXT: value BinOp Add @[[@LINE-2]]:1-[[@LINE-2]]:8
# CHECK-NEXT: left Constant str "\xc3\xa9" @[[@LINE-3]]:1-[[@LINE-3]]:4
# CHECK-NEXT: right Name id=é @[[@LINE-4]]:7-[[@LINE-4]]:8

@d
class A: pass
# CHECK: body ClassDef name=A @[[@LINE-1]]:1-[[@LINE-1]]:14
# CHECK-NEXT: body Pass @[[@LINE-2]]:10-[[@LINE-2]]:14
# CHECK-NEXT: decorator_list Name id=d @[[@LINE-4]]:2-[[@LINE-4]]:3

a = "x" \
    "y"
# CHECK: body Assign @[[@LINE-2]]:1-[[@LINE-1]]:8
# CHECK-NEXT: targets Name id=a @[[@LINE-3]]:1-[[@LINE-3]]:2
# CHECK-NEXT: value Constant str "xy" @[[@LINE-4]]:5-[[@LINE-3]]:8
