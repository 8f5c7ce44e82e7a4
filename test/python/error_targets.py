# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# What cannot be assigned to.

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: cannot assign to literal
for 1 in x: pass

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: cannot assign to function call
for f() in x: pass

# CHECK: :[[@LINE+1]]:11: error: [CJ0001] SyntaxError: cannot assign to literal
with a as 1: pass

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: cannot delete function call
del f()

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: cannot delete starred
del *a

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: cannot assign to function call
[0 for f() in x]

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: illegal target for annotation
a + 1: int

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: only single target (not tuple) can be annotated
(a, b): int

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: only single target (not list) can be annotated
[a]: int

# CHECK: :[[@LINE+1]]:2: error: [CJ0001] SyntaxError: cannot use assignment expressions with attribute
(a.b := 1)

# CHECK: :[[@LINE+1]]:3: error: [CJ0001] SyntaxError: invalid syntax
x := 1

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: cannot assign to set display here. Maybe you meant '==' instead of '='?
{a} = 1

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
"a" = 1

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: cannot assign to f-string expression here. Maybe you meant '==' instead of '='?
f"{x}" = 1

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: cannot assign to ellipsis here. Maybe you meant '==' instead of '='?
... = 1
