# jit: JAX's texts for arguments and results that it cannot take.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import functools

import jax
import jax.numpy as jnp


def attempt(f, *args, **kwargs):
    try:
        print("ok:", f(*args, **kwargs))
    except Exception as e:
        print(f"{type(e).__name__}: {str(e).splitlines()[0].partition(' at 0x')[0]}")


def f(v, w):
    return v


attempt(jax.jit(lambda x: x), "hello")
attempt(jax.jit(f), {"k": [1, "s"]}, 2)
attempt(jax.jit(lambda x, y: x), 1)
attempt(functools.partial(jax.jit, static_argnums=0)(f), [1], 2)
attempt(lambda: jax.jit(f, static_argnames="zz"))
attempt(jax.jit(f), 2**40, 1)
attempt(lambda: jax.jit(3))
attempt(jax.jit(lambda x: float(x)), 1.0)
attempt(jax.jit(lambda x: [1, 2][x]), 1)
attempt(jax.jit(lambda x: x if x > 0 else -x), 1.0)
leaked = []
jax.jit(lambda x: leaked.append(x * 2))(1.0)
attempt(lambda: leaked[0] + 1)

#CHECK{LITERAL}:TypeError: Error interpreting argument to <function <lambda>
#CHECK-NEXT{LITERAL}:TypeError: Error interpreting argument to <function f
#CHECK-NEXT{LITERAL}:TypeError: <lambda>() missing 1 required positional argument: 'y'
#CHECK-NEXT{LITERAL}:ValueError: Non-hashable static arguments are not supported. An error occurred while trying to hash an object of type <class 'list'>, [1]. The error was:
#CHECK-NEXT{LITERAL}:ValueError: Jitted function has invalid argnames {'zz'} in static_argnames. Function does not take these args.
#CHECK-NEXT{LITERAL}:OverflowError: An overflow was encountered while parsing an argument to a jitted computation, whose argument path is v. Got <class 'int'> with value 1099511627776
#CHECK-NEXT{LITERAL}:TypeError: Expected a callable value, got 3
#CHECK-NEXT{LITERAL}:ConcretizationTypeError: Abstract tracer value encountered where concrete value is expected: traced array with shape float32[]
#CHECK-NEXT{LITERAL}:TracerIntegerConversionError: The __index__() method was called on traced array with shape int32[]
#CHECK-NEXT{LITERAL}:TracerBoolConversionError: Attempted boolean conversion of traced array with shape bool[].
#CHECK-NEXT{LITERAL}:UnexpectedTracerError: Encountered an unexpected tracer. A function transformed by JAX had a side effect, allowing for a reference to an intermediate value with type float32[] wrapped in a DynamicJaxprTracer to escape the scope of the transformation.
