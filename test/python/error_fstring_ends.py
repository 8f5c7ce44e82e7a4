# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# F-strings that do not end.

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: f-string: expecting '}'
f'{a'

# CHECK: :[[@LINE+1]]:4: error: [CJ0001] SyntaxError: f-string: expecting '}'
f'{'

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: unterminated f-string literal (detected at line [[@LINE+1]])
f'abc

# CHECK: :[[@LINE+1]]:6: error: [CJ0001] SyntaxError: f-string: expecting '}'
f'{a:'
