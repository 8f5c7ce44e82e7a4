# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Statements.

# CHECK: :[[@LINE+1]]:3: error: [CJ0001] SyntaxError: invalid syntax
a b

# CHECK: :[[@LINE+1]]:10: error: [CJ0001] SyntaxError: invalid syntax
import a,

# CHECK: :[[@LINE+1]]:14: error: [CJ0001] SyntaxError: invalid syntax
from a import

# CHECK: :[[@LINE+1]]:17: error: [CJ0001] SyntaxError: trailing comma not allowed without surrounding parentheses
from a import b,

# CHECK: :[[@LINE+1]]:14: error: [CJ0001] SyntaxError: invalid syntax
import a as b.c

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
print x

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?
exec "x"

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: invalid syntax
raise a, b

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: invalid syntax
x = 

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: invalid syntax
x = 1 +

# CHECK: :[[@LINE+1]]:3: error: [CJ0001] SyntaxError: invalid syntax
a <> b

# CHECK: :[[@LINE+2]]:1: error: [CJ0001] SyntaxError: invalid syntax
@a
b

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: invalid syntax
return return

# CHECK: :[[@LINE+1]]:7: error: [CJ0001] SyntaxError: invalid syntax
async x

# CHECK: :[[@LINE+1]]:10: error: [CJ0001] SyntaxError: invalid syntax
assert x = 1
