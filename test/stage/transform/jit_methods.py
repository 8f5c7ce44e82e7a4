# jit of methods, partials and callable objects.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import functools

import jax
import jax.numpy as jnp


class Gain:
    def __init__(self, factor):
        self.factor = factor

    @functools.partial(jax.jit, static_argnums=0)
    def static_self(self, x):
        print("tracing for", self.factor)
        return self.factor * x

    def plain(self, x):
        return self.factor * x

    def __call__(self, x):
        return self.factor + x


x = jnp.array([1.0, 2.0])
g = Gain(3.0)
print(g.static_self(x), g.static_self(x * 2), Gain(4.0).static_self(x))
print(jax.jit(g.plain)(x), jax.jit(g)(x), jax.jit(functools.partial(jnp.add, x))(1))


@jax.tree_util.register_pytree_node_class
class Tree(Gain):
    @jax.jit
    def traced(self, x):
        return self.factor * x

    def tree_flatten(self):
        return (self.factor,), None

    @classmethod
    def tree_unflatten(cls, aux, children):
        return cls(*children)


t = Tree(1.5)
print(t.traced(x))
t.factor = 2.5
print(t.traced(x), jax.jit(lambda t, x: t)(t, x).factor)

#CHECK{LITERAL}:tracing for 3.0
#CHECK-NEXT{LITERAL}:tracing for 4.0
#CHECK-NEXT{LITERAL}:[3. 6.] [ 6. 12.] [4. 8.]
#CHECK-NEXT{LITERAL}:[3. 6.] [4. 5.] [2. 3.]
#CHECK-NEXT{LITERAL}:[1.5 3. ]
#CHECK-NEXT{LITERAL}:[2.5 5. ] 2.5
