# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# = where == was meant.

# CHECK: :[[@LINE+1]]:4: error: [CJ0001] SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
if x = 3: pass

# CHECK: :[[@LINE+1]]:7: error: [CJ0001] SyntaxError: cannot assign to attribute here. Maybe you meant '==' instead of '='?
while x.a = 3: pass

# CHECK: :[[@LINE+1]]:6: error: [CJ0001] SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
x = (y = 1)

# CHECK: :[[@LINE+1]]:2: error: [CJ0001] SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?
[f() = 1]

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?
f() = 1

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?
a + 1 = 2

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: cannot assign to None
None = 1

# CHECK: :[[@LINE+1]]:4: error: [CJ0001] SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
a, 1 = x

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: cannot assign to literal
(a, 1) = x

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: cannot assign to literal
x = 1 = y

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: 'function call' is an illegal expression for augmented assignment
f() += 1

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: assignment to yield expression not possible
yield = 1

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: cannot assign to comparison
a < b = c
