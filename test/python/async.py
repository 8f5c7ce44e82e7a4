# RUN: cjax-parse %s | FileCheck %s
# Coroutines are read too.

async def f():
    await a
    async for b in c: d
    async with e as g: h
    return [i async for i in j]
# CHECK: body FunctionDef name=f is_async
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Await
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: body For is_async
# CHECK-NEXT: target Name id=b
# CHECK-NEXT: iter Name id=c
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=d
# CHECK-NEXT: body With is_async
# CHECK-NEXT: items withitem
# CHECK-NEXT: context_expr Name id=e
# CHECK-NEXT: optional_vars Name id=g
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=h
# CHECK-NEXT: body Return
# CHECK-NEXT: value ListComp
# CHECK-NEXT: elt Name id=i
# CHECK-NEXT: generators comprehension is_async
# CHECK-NEXT: target Name id=i
# CHECK-NEXT: iter Name id=j

async def f(): return -await a ** await b
# CHECK: body FunctionDef name=f is_async
# CHECK-NEXT: body Return
# CHECK-NEXT: value UnaryOp USub
# CHECK-NEXT: operand BinOp Pow
# CHECK-NEXT: left Await
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: right Await
# CHECK-NEXT: value Name id=b

async def f():
    yield a
# CHECK: body FunctionDef name=f is_async
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Yield
# CHECK-NEXT: value Name id=a
