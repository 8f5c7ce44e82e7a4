# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# F-strings.

# CHECK: :[[@LINE+1]]:4: error: [CJ0001] SyntaxError: f-string: valid expression required before '}'
f'{}'

# CHECK: :[[@LINE+1]]:4: error: [CJ0001] SyntaxError: invalid syntax. Perhaps you forgot a comma?
f'{a b}'

# CHECK: :[[@LINE+1]]:3: error: [CJ0001] SyntaxError: f-string: single '}' is not allowed
f'}'

# CHECK: :[[@LINE+1]]:6: error: [CJ0001] SyntaxError: f-string: missing conversion character
f'{a!}'

# CHECK: :[[@LINE+1]]:6: error: [CJ0001] SyntaxError: f-string: invalid conversion character 'x': expected 's', 'r', or 'a'
f'{a!x}'

# CHECK: :[[@LINE+1]]:8: error: [CJ0001] SyntaxError: f-string: expecting ':' or '}'
f'{a!r b}'

# CHECK: :[[@LINE+1]]:4: error: [CJ0001] SyntaxError: f-string: valid expression required before '='
f'{=}'

# CHECK: :[[@LINE+1]]:4: error: [CJ0001] SyntaxError: f-string: lambda expressions are not allowed without parentheses
f'{lambda x: 1}'

# CHECK: :[[@LINE+1]]:12: error: [CJ0001] SyntaxError: f-string: expressions nested too deeply
f'{a:{b:{c:{d}}}}'
