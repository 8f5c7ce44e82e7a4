# Traced values where known ones are needed: JAX's errors.
# jax: 0.10.2
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
import numpy as np


def t(f, *a):
    try:
        print(jax.jit(f)(*a))
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


x = jnp.arange(4.0)
t(lambda x: float(x.sum()), x)
t(lambda x: x[x > 1], x)
t(lambda n: x[:n], 2)
t(lambda n: jnp.zeros(n), 2)
t(lambda n: [1,2,3][n], 1)
t(lambda x: np.sin(x), x)
t(lambda x: x.item(), x)
t(lambda x: x.tolist(), x)
t(lambda x, y: jnp.arange(x), 3, 4)
t(lambda x: jnp.nonzero(x), x)
t(lambda x: jnp.sum(x, axis=x[0].astype(int)), x)
t(lambda x: x.reshape(x.shape[0], x[0].astype(int)), x)
leak = []
def g(x):
    leak.append(x)
    print(x, f"{x}", repr(x * 2), type(x).__name__)
    return x
jax.jit(g)(x)
try:
    print(leak[0] + 1)
except Exception as e:
    print(type(e).__name__, str(e).split("\n")[0])

#CHECK:ConcretizationTypeError Abstract tracer value encountered where concrete value is expected: traced array with shape float32[]
#CHECK-NEXT:NonConcreteBooleanIndexError Array boolean indices must be concrete; got bool[4]
#CHECK-NEXT:IndexError Slice entries must be static integers. Got slice(None, JitTracer(~int32[]), None) at position 0
#CHECK-NEXT:TypeError Shapes must be 1D sequences of concrete values of integer type, got (JitTracer(~int32[]),).
#CHECK-NEXT:TracerIntegerConversionError The __index__() method was called on traced array with shape int32[]
#CHECK-NEXT:TracerArrayConversionError The numpy.ndarray conversion method __array__() was called on traced array with shape float32[4]
#CHECK-NEXT:ConcretizationTypeError Abstract tracer value encountered where concrete value is expected: traced array with shape float32[4]
#CHECK-NEXT:ConcretizationTypeError Abstract tracer value encountered where concrete value is expected: traced array with shape float32[4]
#CHECK-NEXT:ConcretizationTypeError Abstract tracer value encountered where concrete value is expected: traced array with shape int32[]
#CHECK-NEXT:ConcretizationTypeError Abstract tracer value encountered where concrete value is expected: traced array with shape int32[]
#CHECK-NEXT:ConcretizationTypeError Abstract tracer value encountered where concrete value is expected: traced array with shape int32[]
#CHECK-NEXT:TypeError Shapes must be 1D sequences of concrete values of integer type, got (4, JitTracer(int32[])).
#CHECK-NEXT:JitTracer(float32[4]) JitTracer(float32[4]) JitTracer(float32[4]) DynamicJaxprTracer
#CHECK-NEXT:UnexpectedTracerError Encountered an unexpected tracer. A function transformed by JAX had a side effect, allowing for a reference to an intermediate value with type float32[4] wrapped in a DynamicJaxprTracer to escape the scope of the transformation.
