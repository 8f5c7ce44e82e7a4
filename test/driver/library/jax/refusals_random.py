"""What jax.nn and jax.random refuse.

The lines are what JAX 0.10.2 prints, without the addresses of functions.
"""
# modes: interp
import re

import jax
import jax.numpy as jnp
from jax import lax

x = jnp.arange(6.0).reshape(2, 3)
i = jnp.arange(3)
b = jnp.array([True, False, True])
key = jax.random.key(0)


def refused(*functions):
    for f in functions:
        try:
            f()
            print("ok")
        except Exception as e:
            print(f"{type(e).__name__}: {re.sub(' at 0x[0-9a-f]+', '', str(e).splitlines()[0])}")


refused(
    lambda: jax.nn.softmax(x, axis=3),
    lambda: jax.nn.softmax("a"),
    lambda: jax.nn.log_softmax(x, axis=5),
    lambda: jax.nn.sigmoid("a"),
    lambda: jax.nn.silu("a"),
    lambda: jax.nn.leaky_relu("a"),
    lambda: jax.nn.one_hot("a", 3),
    lambda: jax.nn.one_hot(i, 2.5),
    lambda: jax.nn.one_hot(i, "a"),
    lambda: jax.nn.one_hot(i, 3, axis=5),
    lambda: jax.nn.one_hot(i),
    lambda: jax.nn.logsumexp(x, axis=7),
    lambda: jax.nn.standardize(x, axis=5),
    lambda: jax.nn.glu(i),
    lambda: jax.nn.glu(x, axis=4),
    lambda: jax.nn.softplus("a"),
    lambda: jax.nn.dot_product_attention(jnp.ones((1, 2, 3, 4)), jnp.ones((1, 2, 3, 4)), jnp.ones((1, 2, 3, 5))),
    lambda: jax.nn.dot_product_attention(jnp.ones((1, 2, 3, 4)), jnp.ones((1, 2, 2, 4)), jnp.ones((1, 2, 2, 4))),
    lambda: jax.nn.initializers.glorot_uniform()(key, (3,)),
    lambda: jax.nn.initializers.orthogonal()(key, (3,)),
    lambda: jax.nn.initializers.variance_scaling(1.0, "odd", "normal")(key, (2, 3)),
    lambda: jax.nn.initializers.variance_scaling(1.0, "fan_in", "odd")(key, (2, 3)),
    lambda: jax.nn.initializers.delta_orthogonal()(key, (3, 3)),
    lambda: jax.nn.initializers.normal()(key, "a"),
    lambda: jax.nn.initializers.zeros(key),
    lambda: jax.random.normal(key, 3.5),
    lambda: jax.random.normal(key, "a"),
    lambda: jax.random.normal(key, (2, 2.5)),
    lambda: jax.random.normal(key, (2,), jnp.int32),
    lambda: jax.random.normal(key, (2,), "abc"),
    lambda: jax.random.normal(),
    lambda: jax.random.normal(0),
    lambda: jax.random.normal(0, (2,)),
    lambda: jax.random.normal(1.5, (2,)),
    lambda: jax.random.normal("a", (2,)),
    lambda: jax.random.normal(None, (2,)),
    lambda: jax.random.normal(jax.random.split(key), (2,)),
    lambda: jax.random.uniform(key, (2,), minval="a"),
    lambda: jax.random.uniform(key, 2.5),
    lambda: jax.random.randint(key, (2,), 0, "a"),
    lambda: jax.random.randint(key, (2,), 0, jnp.array([1, 2, 3])),
    lambda: jax.random.randint(key),
    lambda: jax.random.randint(key, (2,)),
    lambda: jax.random.bernoulli(key, 1),
    lambda: jax.random.bernoulli(key, 0.5, (2.5,)),
    lambda: jax.random.bernoulli(key, x, (4,)),
    lambda: jax.random.categorical(key, x, axis=3),
    lambda: jax.random.categorical(key, "a"),
    lambda: jax.random.categorical(key, i, axis=1),
    lambda: jax.random.choice(key, x, axis=3),
    lambda: jax.random.choice(key, 0),
    lambda: jax.random.choice(key, jnp.zeros(0)),
    lambda: jax.random.choice(key, 5, (6,), replace=False),
    lambda: jax.random.choice(key, 5, p=jnp.ones(3)),
    lambda: jax.random.choice(key, "a"),
    lambda: jax.random.permutation(key, 2.5),
    lambda: jax.random.permutation(key, x, axis=4),
    lambda: jax.random.split(key, 2.5),
    lambda: jax.random.split(key, "a"),
    lambda: jax.random.split(0),
    lambda: jax.random.split(jax.random.split(key)),
    lambda: jax.random.fold_in(key, "a"),
    lambda: jax.random.fold_in(key, i),
    lambda: jax.random.fold_in(jax.random.split(key), 1),
    lambda: jax.random.fold_in(0, 1),
    lambda: jax.random.key("a"),
    lambda: jax.random.key(1.5),
    lambda: jax.random.key(i),
    lambda: jax.random.key(None),
    lambda: jax.random.PRNGKey("a"),
    lambda: jax.random.PRNGKey(1.5),
    lambda: jax.random.PRNGKey(i),
    lambda: jax.random.key(),
    lambda: jax.random.truncated_normal(key, 1, 2, (2,), jnp.int32),
    lambda: jax.random.truncated_normal(key, jnp.ones(3), 2, (2,)),
    lambda: jax.random.exponential(key, (2,), jnp.int32),
    lambda: jax.random.gamma(key, jnp.ones(3), (2,)),
    lambda: jax.random.beta(key, jnp.ones(3), jnp.ones(2)),
    lambda: jax.random.dirichlet(key, jnp.float32(1)),
    lambda: jax.random.dirichlet(key, x, (3,)),
    lambda: jax.random.multivariate_normal(key, jnp.ones(3), jnp.eye(2)),
    lambda: jax.random.multivariate_normal(key, jnp.float32(1), jnp.eye(2)),
    lambda: jax.random.multivariate_normal(key, jnp.ones(2), jnp.eye(2), method="odd"),
    lambda: jax.random.laplace(key, (2,), jnp.int32),
    lambda: jax.random.gumbel(key, (2,), jnp.int32),
    lambda: jax.random.bits(key, (2,), jnp.float32),
    lambda: jax.random.rademacher(key, 2.5),
    lambda: jax.random.binomial(key, "a", 0.5),
    lambda: jax.random.key_data(0),
    lambda: jax.random.wrap_key_data(0),
    lambda: jax.random.key_impl(0),
    lambda: key + 1,
    lambda: jnp.concatenate([key, key]),
    lambda: jnp.zeros(3) + key,
    lambda: key[0],
)
