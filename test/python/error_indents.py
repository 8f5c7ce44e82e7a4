# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Indentation.

# CHECK: :[[@LINE+1]]:3: error: [CJ0002] IndentationError: unexpected indent
  x

# CHECK: :[[@LINE+2]]:1: error: [CJ0002] IndentationError: expected an indented block after 'if' statement on line [[@LINE+1]]
if x:
pass

# CHECK: :[[@LINE+2]]:1: error: [CJ0002] IndentationError: expected an indented block after function definition on line [[@LINE+1]]
def f():
x = 1

# CHECK: :[[@LINE+3]]:3: error: [CJ0002] IndentationError: unindent does not match any outer indentation level
if x:
    a
  b

# CHECK: :[[@LINE+2]]:1: error: [CJ0002] IndentationError: expected an indented block after class definition on line [[@LINE+1]]
class A:
x = 1

# CHECK: :[[@LINE+2]]:1: error: [CJ0002] IndentationError: expected an indented block after 'for' statement on line [[@LINE+1]]
for x in y:
z

# CHECK: :[[@LINE+2]]:1: error: [CJ0002] IndentationError: expected an indented block after 'while' statement on line [[@LINE+1]]
while x:
y

# CHECK: :[[@LINE+2]]:1: error: [CJ0002] IndentationError: expected an indented block after 'with' statement on line [[@LINE+1]]
with x:
y

# CHECK: :[[@LINE+2]]:1: error: [CJ0002] IndentationError: expected an indented block after 'try' statement on line [[@LINE+1]]
try:
x

# CHECK: :[[@LINE+3]]:1: error: [CJ0002] IndentationError: expected an indented block after 'else' statement on line [[@LINE+2]]
if x: pass
else:
y
