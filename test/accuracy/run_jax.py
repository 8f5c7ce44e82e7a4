"""run_jax.py FUNCTION TYPE ARITY -- blocks of arguments from stdin, through JAX's function, to stdout."""
import sys

import jax
import kernels
import numpy as np

BLOCK = 8192
TYPES = {"f16": jax.numpy.float16, "bf16": jax.numpy.bfloat16, "f32": jax.numpy.float32, "f64": jax.numpy.float64}


# On arrays their loops go on for all elements until the last one has converged, which for others' arguments is never.
ONE_BY_ONE = ("exp1", "expi", "expn")


def main():
    function, arity = getattr(kernels, sys.argv[1]), int(sys.argv[3])
    if sys.argv[1] in ONE_BY_ONE:
        each = function
        function = lambda *xs: jax.lax.map(lambda x: each(*x), xs)
    function = jax.jit(function)
    dtype = np.dtype(TYPES[sys.argv[2]])
    many = 256 if arity == 1 else 16  # blocks in one call
    while True:
        data = sys.stdin.buffer.read(many * arity * BLOCK * dtype.itemsize)
        if not data:
            return
        x = np.frombuffer(data, dtype).reshape(-1, arity, BLOCK)
        blocks = [np.ascontiguousarray(x[:, k].reshape(-1)) for k in range(arity)]
        sys.stdout.buffer.write(np.asarray(function(*blocks)).tobytes())


main()
