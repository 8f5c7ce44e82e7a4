# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Parameters.

# CHECK: :[[@LINE+1]]:12: error: [CJ0001] SyntaxError: parameter without a default follows parameter with a default
def f(a=1, b): pass

# CHECK: :[[@LINE+1]]:7: error: [CJ0001] SyntaxError: named arguments must follow bare *
def f(*): pass

# CHECK: :[[@LINE+1]]:7: error: [CJ0001] SyntaxError: named arguments must follow bare *
def f(*, **k): pass

# CHECK: :[[@LINE+1]]:16: error: [CJ0001] SyntaxError: / may appear only once
def f(a, /, b, /): pass

# CHECK: :[[@LINE+1]]:11: error: [CJ0001] SyntaxError: / must be ahead of *
def f(*a, /): pass

# CHECK: :[[@LINE+1]]:7: error: [CJ0001] SyntaxError: at least one argument must precede /
def f(/, a): pass

# CHECK: :[[@LINE+1]]:12: error: [CJ0001] SyntaxError: arguments cannot follow var-keyword argument
def f(**k, a): pass

# CHECK: :[[@LINE+1]]:11: error: [CJ0001] SyntaxError: * argument may appear only once
def f(*a, *b): pass

# CHECK: :[[@LINE+1]]:7: error: [CJ0001] SyntaxError: Function parameters cannot be parenthesized
def f((a, b)): pass

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: Lambda expression parameters cannot be parenthesized
lambda (a): 1

# CHECK: :[[@LINE+1]]:9: error: [CJ0001] SyntaxError: var-positional argument cannot have default value
def f(*a=1): pass

# CHECK: :[[@LINE+1]]:10: error: [CJ0001] SyntaxError: var-keyword argument cannot have default value
def f(**a=1): pass

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: expected default value expression
def f(a=): pass

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: named arguments must follow bare *
lambda *: 1
