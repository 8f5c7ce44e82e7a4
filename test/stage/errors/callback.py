# A callback that is called for each element of a batch cannot change what the executable does not have.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
import jax

log = []


def f(x):
    # CHECK: callback.py:[[#@LINE+1]]:5: error: [CJ0453] NotImplementedError: a callback that changes objects of the program
    jax.debug.callback(lambda x: log.append(x), x)
    return x


jax.vmap(f)(jax.numpy.ones(2))
