# In a comprehension over two lines.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
import jax.numpy as jnp

# CHECK: comprehension.py:[[@LINE+2]]:6: error: [CJ0100] TypeError: cannot reshape array of shape (5,) (size 5) into shape (2, 2) (size 4)
# CHECK-NOT: note
y = [jnp.ones(n).reshape(2, 2)
     for n in (4, 5)]
