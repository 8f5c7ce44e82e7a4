# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Patterns that bind wrongly.

# CHECK: :[[@LINE+2]]:10: error: [CJ0001] SyntaxError: name capture 'a' makes remaining patterns unreachable
match x:
    case a: pass
    case b: pass

# CHECK: :[[@LINE+2]]:10: error: [CJ0001] SyntaxError: wildcard makes remaining patterns unreachable
match x:
    case _: pass
    case 1: pass

# CHECK: :[[@LINE+2]]:10: error: [CJ0001] SyntaxError: alternative patterns bind different names
match x:
    case [a] | b: pass

# CHECK: :[[@LINE+2]]:10: error: [CJ0001] SyntaxError: name capture 'a' makes remaining patterns unreachable
match x:
    case a | [a]: pass

# CHECK: :[[@LINE+2]]:14: error: [CJ0001] SyntaxError: multiple assignments to name 'a' in pattern
match x:
    case (a, a): pass

# CHECK: :[[@LINE+2]]:10: error: [CJ0001] SyntaxError: multiple starred names in sequence pattern
match x:
    case [*a, *b]: pass

# CHECK: :[[@LINE+2]]:19: error: [CJ0001] SyntaxError: attribute name repeated in class pattern: b
match x:
    case A(b=1, b=2): pass

# CHECK: :[[@LINE+2]]:10: error: [CJ0001] SyntaxError: mapping pattern checks duplicate key (1)
match x:
    case {1: a, 1: b}: pass
