# What is not supported says so, at its place.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
import jax


@jax.custom_vjp
def f(x):
    return x


f.defvjp(lambda x: (x, None), lambda _, ct: (ct,))
# CHECK: refused.py:[[@LINE+1]]:{{[0-9]+}}: error: {{.*}}NotImplementedError: f: the derivative of a custom_vjp function is not supported by cjaxc yet
jax.grad(f)(1.0)
