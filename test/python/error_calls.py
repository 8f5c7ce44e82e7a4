# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Arguments.

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: positional argument follows keyword argument
f(a=1, b)

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: positional argument follows keyword argument unpacking
f(**a, b)

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: iterable argument unpacking follows keyword argument unpacking
f(**a, *b)

# CHECK: :[[@LINE+1]]:3: error: [CJ0001] SyntaxError: Generator expression must be parenthesized
f(a for a in b, c)

# CHECK: :[[@LINE+1]]:6: error: [CJ0001] SyntaxError: Generator expression must be parenthesized
f(c, a for a in b)

# CHECK: :[[@LINE+1]]:3: error: [CJ0001] SyntaxError: cannot assign to True
f(True=1)

# CHECK: :[[@LINE+1]]:3: error: [CJ0001] SyntaxError: expression cannot contain assignment, perhaps you meant "=="?
f(a.b=1)

# CHECK: :[[@LINE+1]]:3: error: [CJ0001] SyntaxError: expected argument value expression
f(a=)

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: keyword argument repeated: a
f(a=1, a=2)

# CHECK: :[[@LINE+1]]:3: error: [CJ0001] SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
f(a=b for b in c)
