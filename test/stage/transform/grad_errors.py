# grad, jvp and vjp: JAX's texts.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
from jax import grad


def attempt(f, *args):
    try:
        print("ok:", f(*args))
    except Exception as e:
        print(f"{type(e).__name__}: {str(e).splitlines()[0]}")


x = jnp.arange(3.0)
attempt(grad(lambda x: x), x)
attempt(grad(lambda x: None), x)
attempt(grad(lambda x: x.sum().astype(int)), x)
attempt(grad(lambda x: x.sum()), 3)
attempt(grad(lambda x: x.sum()), "a")
attempt(grad(lambda x: x, argnums=1), 3.0)
attempt(lambda: jax.jvp(jnp.sin, (1.0,), (1,)))
attempt(lambda: jax.jvp(jnp.sin, (1.0,), (1.0, 2.0)))
attempt(lambda: jax.jvp(jnp.sin, x, x))
attempt(lambda: jax.jvp(jnp.sin, (x,), (jnp.ones(2),)))
attempt(lambda: jax.vjp(jnp.sin, x)[1](jnp.ones(2)))
attempt(lambda: jax.vjp(jnp.sin, x)[1]((x, x)))

#CHECK{LITERAL}:TypeError: Gradient only defined for scalar-output functions. Output had shape: (3,).
#CHECK-NEXT{LITERAL}:TypeError: Gradient only defined for scalar-output functions. Output was None.
#CHECK-NEXT{LITERAL}:TypeError: grad requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got int32. For differentiation of functions with integer outputs, use jax.vjp directly.
#CHECK-NEXT{LITERAL}:TypeError: grad requires real- or complex-valued inputs (input dtype that is a sub-dtype of np.inexact), but got int32. If you want to use Boolean- or integer-valued inputs, use vjp or set allow_int to True.
#CHECK-NEXT{LITERAL}:TypeError: Argument 'a' of type <class 'str'> is not a valid JAX type.
#CHECK-NEXT{LITERAL}:TypeError: differentiating with respect to argnums=1 requires at least 2 positional arguments to be passed by the caller, but got only 1 positional arguments.
#CHECK-NEXT{LITERAL}:TypeError: primal and tangent arguments to jax.jvp do not match; dtypes must be equal, or in case of int/bool primal dtype the tangent dtype must be float0.Got primal dtype float32 and so expected tangent dtype float32, but got tangent dtype int32 instead.
#CHECK-NEXT{LITERAL}:TypeError: primal and tangent arguments to jax.jvp must have the same tree structure; primals have tree structure PyTreeDef((*,)) whereas tangents have tree structure PyTreeDef((*, *)).
#CHECK-NEXT{LITERAL}:TypeError: primal and tangent arguments to jax.jvp must be tuples or lists; found ArrayImpl and ArrayImpl.
#CHECK-NEXT{LITERAL}:ValueError: jvp called with different primal and tangent shapes;Got primal shape (3,) and tangent shape as (2,)
#CHECK-NEXT{LITERAL}:ValueError: unexpected JAX type (e.g. shape/dtype) for argument to VJP function: got float32[2], but expected float32[3] because the corresponding output of the differentiated function had JAX type float32[3]
#CHECK-NEXT{LITERAL}:ValueError: unexpected tree structure.
