#!/usr/bin/env python3
"""record.py -- writes the modules of this folder and what JAX says of them: PY test/export/record.py

PY is a Python with jax, flax and optax. NAME.mlir is what the exporter makes of the function NAME without
arguments, NAME.out what its executable has to print.
"""
import os
import pathlib
import sys

os.environ.setdefault("JAX_PLATFORMS", "cpu")
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "driver" / "export"))
import flax.linen as nn  # noqa: E402
import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
import numpy as np  # noqa: E402
import optax  # noqa: E402
from jax import lax  # noqa: E402

import cjax  # noqa: E402

X = np.sin(np.arange(24, dtype=np.float32)).reshape(4, 6)
Y = np.cos(np.arange(12, dtype=np.float32)).reshape(4, 3)


def flax_mlp():
    class MLP(nn.Module):
        @nn.compact
        def __call__(self, x):
            return nn.Dense(3)(nn.gelu(nn.LayerNorm()(nn.Dense(8)(x))))
    model = MLP()
    params = model.init(jax.random.key(0), X)
    return model.apply(params, X)


def optax_adam():
    adam, params = optax.adam(0.1), {"w": jnp.zeros((6, 3)), "b": jnp.zeros(3)}

    def step(carry, _):
        params, state = carry
        loss, grads = jax.value_and_grad(lambda p: jnp.mean((jnp.tanh(X @ p["w"] + p["b"]) - Y) ** 2))(params)
        updates, state = adam.update(grads, state, params)
        return (optax.apply_updates(params, updates), state), loss
    (params, _), losses = lax.scan(step, (params, adam.init(params)), length=10)
    return params, losses


@jax.jit
def shared(x, y):
    z = jnp.where(x > y, jnp.exp(-x * y), x - y)
    return jnp.cumsum(jnp.sort(z * z + jnp.abs(y), axis=-1), axis=0)


def control():
    a = shared(X, X[::-1])
    b = shared(X * 2, X + 1)
    c = lax.while_loop(lambda s: s[0] < 50, lambda s: (s[0] * 3 + 1, s[1] + 1), (1, 0))
    d = lax.switch(c[1] % 3, [lambda x: x.sum(), lambda x: x.max(), lambda x: x.min()], b)
    e, f = lax.scan(lambda h, x: (h * 0.5 + x.sum(), h), 0.0, a, reverse=True)
    g = jax.vmap(lambda n, x: lax.while_loop(lambda s: s[0] > 0, lambda s: (s[0] - 1, s[1] * 1.5), (n, x))[1])(
        jnp.arange(4), X[:, 0])
    h = jax.vmap(lambda r: (r - lax.pmean(r, "i"), lax.pmax(r, "i")), axis_name="i")(X)
    return {"a": a, "c": c, "d": d, "e": e, "f": f, "g": g, "h": h}


def indexing():
    i = jnp.array([2, 0, 9, -1])
    return [jnp.asarray(X)[i], X.at[i].add(1.0) if hasattr(X, "at") else jnp.asarray(X).at[i].add(1.0),
            jnp.asarray(X).at[:, i].set(0.0, mode="clip"), jnp.take(X, i, axis=1, mode="wrap"),
            lax.dynamic_slice(X, (i[0], i[1]), (2, 2)), lax.dynamic_update_slice(X, Y[:2, :2], (i[0], i[2])),
            jnp.roll(jnp.pad(X, ((0, 1), (1, 0))), 2, axis=1), jnp.tile(Y[:2], (1, 2)), jnp.stack([Y, Y + 1], 1)]


def keys():
    k = jax.random.key(3)
    a, b = jax.random.split(k)
    folded = jax.vmap(jax.random.fold_in, (None, 0))(a, jnp.arange(3))
    return [jax.random.normal(a, (3,)), jax.random.randint(b, (4,), 0, 100), jax.random.permutation(k, 6),
            jax.vmap(lambda q: jax.random.bits(q, (2,)))(folded), jax.random.categorical(k, X[0], shape=(5,))]


def windows():
    images = np.sin(np.arange(2 * 6 * 6 * 2, dtype=np.float32)).reshape(2, 6, 6, 2)
    kernel = np.cos(np.arange(3 * 3 * 2 * 3, dtype=np.float32)).reshape(3, 3, 2, 3)

    def loss(kernel):
        y = lax.conv_general_dilated(images, kernel, (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"))
        return nn.max_pool(y, (2, 2), (2, 2)).sum() + nn.avg_pool(y, (3, 3)).sum()
    return jax.value_and_grad(loss)(kernel)


def algebra():
    a = X[:, :4] @ X[:, :4].T + 4 * np.eye(4, dtype=np.float32)
    return [jnp.linalg.cholesky(a), jnp.linalg.solve(a, Y), jnp.linalg.det(a), jnp.linalg.eigvalsh(a),
            jnp.linalg.svd(X, compute_uv=False), jnp.abs(jnp.fft.rfft(X)), jnp.einsum("ij,kj->ik", X, X)]


def dtypes():
    x = X.astype(jnp.bfloat16)
    return [x * 2 + 1, jnp.sum(x, axis=0), X.astype(np.float16) / 3, (X * 100).astype(np.int8), (X > 0) & (X < 0.5),
            jnp.uint8(200) + jnp.arange(4, dtype=jnp.uint8) * 20, lax.complex(X[0], X[1]) ** 2, jnp.float32(np.nan),
            lax.bitcast_convert_type(X[0], np.int32), jnp.argmax(X, 1), -jnp.inf * jnp.ones(2)]


def selection():
    r = jax.new_ref(jnp.zeros(4))
    r[1] = X[0, 1]
    r[2:] += X[1, 2:4]
    q = lax.linalg.householder_product(X[:, :3], jnp.array([0.5, 1.0, 0.25]))
    x = jnp.array([1.5, -0.0, np.nan, np.inf, -2.0, 0.0], jnp.float32)
    return [jax.lax.top_k(x, 4), lax.top_k(jnp.array([3, 9, 1, 9]), 2), r[...], q, lax.reduce_window(
        X, 1.0, lax.mul, (2, 2), (1, 2), "SAME"), lax.reduce(X, np.float32(2), lambda a, b: a * b + 1, (1,)),
        jax.scipy.special.gammaln(Y), jnp.sort(x), lax.rng_bit_generator(jnp.arange(4, dtype=jnp.uint32), (3,))[1]]


def printing():
    jax.debug.print("x = {} and {y:.2f}", jnp.arange(3), y=jnp.float32(1.5))
    return jnp.arange(2)


def main():
    for make in (flax_mlp, optax_adam, control, indexing, keys, windows, algebra, dtypes, selection, printing):
        name = make.__name__
        exported = cjax.export(make, name=name)
        assert not exported.params, exported.params.keys()
        exported.save(HERE / name)
        result = jax.jit(make)()
        lines = ["x = [0 1 2] and 1.50"] if make is printing else []
        for label, x in zip(exported.results, jax.tree.leaves(result), strict=True):
            lines += ([f"{label}:", str(x)] if x.ndim else [f"{label}: {x}"]) if len(exported.results) > 1 else [str(x)]
        (HERE / f"{name}.out").write_text("\n".join(lines) + "\n")


main()
