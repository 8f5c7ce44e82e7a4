# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Patterns.

# CHECK: :[[@LINE+2]]:12: error: [CJ0001] SyntaxError: invalid syntax
match x:
    case 1 2: pass

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: expected ':'
match x
    case 1: pass

# CHECK: :[[@LINE+2]]:15: error: [CJ0001] SyntaxError: cannot use '_' as a target
match x:
    case a as _: pass

# CHECK: :[[@LINE+2]]:17: error: [CJ0001] SyntaxError: positional patterns follow keyword patterns
match x:
    case A(b=1, 2): pass

# CHECK: :[[@LINE+2]]:14: error: [CJ0001] SyntaxError: imaginary number required in complex literal
match x:
    case 1 + 1: pass

# CHECK: :[[@LINE+2]]:5: error: [CJ0001] SyntaxError: invalid syntax
match x:
    pass

# CHECK: :[[@LINE+2]]:1: error: [CJ0002] IndentationError: expected an indented block after 'match' statement on line [[@LINE+1]]
match x:
case = 1

# CHECK: :[[@LINE+2]]:16: error: [CJ0001] SyntaxError: invalid syntax
match x:
    case {**a, 1: b}: pass

# CHECK: :[[@LINE+2]]:10: error: [CJ0001] SyntaxError: patterns may only match literals and attribute lookups
match x:
    case f'a': pass
