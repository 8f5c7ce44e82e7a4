# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Tokens.

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: invalid syntax
$

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: invalid decimal literal
1a

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
0777

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: invalid digit '2' in binary literal
0b12

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: invalid digit '8' in octal literal
0o8

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: invalid hexadecimal literal
0xg

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: invalid decimal literal
1__0

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: invalid decimal literal
1e+

# CHECK: :[[@LINE+1]]:5: error: [CJ0001] SyntaxError: unexpected character after line continuation character
x = \ y

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: unterminated string literal (detected at line [[@LINE+1]])
'abc

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
'\x1'

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: bytes can only contain ASCII literal characters
b'é'

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: cannot mix bytes and nonbytes literals
'a' b'b'

# CHECK: :[[@LINE+1]]:2: error: [CJ0001] SyntaxError: invalid non-printable character U+00A0
a b

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: invalid character '€' (U+20AC)
€ = 1
