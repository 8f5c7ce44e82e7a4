# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Brackets.

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: unmatched ')'
)

# CHECK: :[[@LINE+1]]:2: error: [CJ0001] SyntaxError: closing parenthesis ']' does not match opening parenthesis '('
(]

# CHECK: :[[@LINE+2]]:1: error: [CJ0001] SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' on line [[@LINE+1]]
(
]

# CHECK: :[[@LINE+1]]:7: error: [CJ0001] SyntaxError: invalid syntax. Perhaps you forgot a comma?
x = f(a b)

# CHECK: :[[@LINE+1]]:2: error: [CJ0001] SyntaxError: invalid syntax. Perhaps you forgot a comma?
[1 2]

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: invalid syntax. Perhaps you forgot a comma?
{1: 2 3}

# CHECK: :[[@LINE+1]]:3: error: [CJ0001] SyntaxError: invalid syntax. Perhaps you forgot a comma?
x[1 2]

# CHECK: :[[@LINE+1]]:6: error: [CJ0001] SyntaxError: invalid syntax
f(a, , b)

# CHECK: :[[@LINE+1]]:2: error: [CJ0001] SyntaxError: expected 'else' after 'if' expression
(a if b)

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: ':' expected after dictionary key
{1: 2, 3}

# CHECK: :[[@LINE+1]]:3: error: [CJ0001] SyntaxError: expression expected after dictionary key and ':'
{1:}

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: cannot use a starred expression in a dictionary value
{1: *a}

# CHECK: :[[@LINE+1]]:2: error: [CJ0001] SyntaxError: cannot use starred expression here
(*a)

# CHECK: :[[@LINE+1]]:2: error: [CJ0001] SyntaxError: cannot use double starred expression here
(**a)

# CHECK: :[[@LINE+1]]:2: error: [CJ0001] SyntaxError: did you forget parentheses around the comprehension target?
[a, b for a in b]

# CHECK: :[[@LINE+1]]:2: error: [CJ0001] SyntaxError: iterable unpacking cannot be used in comprehension
[*a for a in b]
