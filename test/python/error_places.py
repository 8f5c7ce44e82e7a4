# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Statements in places where they mean nothing.

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: 'return' outside function
return 1

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: 'yield' outside function
yield 1

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: 'await' outside function
await x

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: 'break' outside loop
break

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: 'continue' not properly in loop
continue

# CHECK: :[[@LINE+1]]:10: error: [CJ0001] SyntaxError: 'return' outside function
class A: return

# CHECK: :[[@LINE+1]]:16: error: [CJ0001] SyntaxError: 'yield from' inside async function
async def f(): yield from x

# CHECK: :[[@LINE+1]]:10: error: [CJ0001] SyntaxError: 'await' outside async function
def f(): await x

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: 'async with' outside async function
async with x: pass

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: 'async for' outside async function
async for x in y: pass

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: asynchronous comprehension outside of an asynchronous function
[x async for x in y]

# CHECK: :[[@LINE+1]]:12: error: [CJ0001] SyntaxError: 'yield' inside list comprehension
def f(): [(yield) for x in y]

# CHECK: :[[@LINE+2]]:14: error: [CJ0001] SyntaxError: 'break' outside loop
while x:
    def f(): break

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: starred assignment target must be in a list or tuple
*a = 1

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: can't use starred expression here
x = *a
