# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Blocks and their headers.

# CHECK: :[[@LINE+1]]:6: error: [CJ0001] SyntaxError: expected '('
def f

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: expected ':'
def f()
    pass

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: expected ':'
class A
    pass

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: expected ':'
if x
    pass

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: expected ':'
while x
    pass

# CHECK: :[[@LINE+1]]:11: error: [CJ0001] SyntaxError: expected ':'
for x in y
    pass

# CHECK: :[[@LINE+1]]:7: error: [CJ0001] SyntaxError: expected ':'
with x
    pass

# CHECK: :[[@LINE+1]]:4: error: [CJ0001] SyntaxError: expected ':'
try
    pass
finally:
    pass

# CHECK: :[[@LINE+2]]:5: error: [CJ0001] SyntaxError: expected ':'
if x: pass
else
    pass

# CHECK: :[[@LINE+1]]:7: error: [CJ0001] SyntaxError: invalid syntax
for x y in z: pass

# CHECK: :[[@LINE+2]]:1: error: [CJ0001] SyntaxError: invalid syntax
x = 0
else: pass

# CHECK: :[[@LINE+2]]:1: error: [CJ0001] SyntaxError: expected 'except' or 'finally' block
try: pass
x = 1

# CHECK: :[[@LINE+2]]:8: error: [CJ0001] SyntaxError: multiple exception types must be parenthesized
try: pass
except A, B: pass

# CHECK: :[[@LINE+3]]:1: error: [CJ0001] SyntaxError: cannot have both 'except' and 'except*' on the same 'try'
try: pass
except A: pass
except* B: pass

# CHECK: :[[@LINE+2]]:1: error: [CJ0001] SyntaxError: default 'except:' must be last
try: pass
except: pass
except A: pass
