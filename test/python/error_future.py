# RUN: not cjax-parse %s 2>&1 | FileCheck %s
# Imports from __future__.

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: future feature nothing is not defined
from __future__ import nothing

# CHECK: :[[@LINE+1]]:1: error: [CJ0001] SyntaxError: not a chance
from __future__ import braces
