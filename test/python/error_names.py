# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Names.

# CHECK: :[[@LINE+1]]:10: error: [CJ0001] SyntaxError: duplicate argument 'a' in function definition
def f(a, a): pass

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: nonlocal declaration not allowed at module level
nonlocal x

# CHECK: :[[@LINE+2]]:5: error: [CJ0001] SyntaxError: no binding for nonlocal 'no' found
def f():
    nonlocal no

# CHECK: :[[@LINE+2]]:5: error: [CJ0001] SyntaxError: name 'x' is parameter and global
def f(x):
    global x

# CHECK: :[[@LINE+3]]:5: error: [CJ0001] SyntaxError: name 'x' is assigned to before global declaration
def f():
    x = 1
    global x

# CHECK: :[[@LINE+3]]:5: error: [CJ0001] SyntaxError: name 'x' is used prior to global declaration
def f():
    print(x)
    global x

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: cannot assign to __debug__
__debug__ = 1

# CHECK: :[[@LINE+2]]:5: error: [CJ0001] SyntaxError: import * only allowed at module level
def f():
    from x import *

# CHECK: :[[@LINE+2]]:1: error: [CJ0001] SyntaxError: from __future__ imports must occur at the beginning of the file
x
from __future__ import annotations

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: multiple starred expressions in assignment
a, *b, *c = d

# CHECK: :[[@LINE+1]]:2: error: [CJ0001] SyntaxError: assignment expression cannot rebind comprehension iteration variable 'y'
[y := 1 for y in z]

# CHECK: :[[@LINE+1]]:14: error: [CJ0001] SyntaxError: assignment expression cannot be used in a comprehension iterable expression
[1 for x in (y := z)]

# CHECK: :[[@LINE+1]]:11: error: [CJ0001] SyntaxError: assignment expression within a comprehension cannot be used in a class body
class A: [y := 1 for x in z]
