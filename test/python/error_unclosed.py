# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Brackets that are never closed; statements after them are read.

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: '[' was never closed
x = [1, 2
y = 3

# CHECK: :[[@LINE+1]]:6: error: [CJ0001] SyntaxError: '(' was never closed
def f(a, b:
    return a

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: '(' was never closed
z = (1,
     2

# CHECK: :[[@LINE+1]]:12: error: [CJ0001] SyntaxError: '(' was never closed
if x: print((a)
for i in x: pass

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: '{' was never closed
last = {
