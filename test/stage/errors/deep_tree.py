# A pytree that contains itself.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
import jax

x = []
x.append(x)
# CHECK: deep_tree.py:[[@LINE+1]]:1: error: [CJ0100] RecursionError: maximum recursion depth exceeded
jax.tree.leaves(x)
