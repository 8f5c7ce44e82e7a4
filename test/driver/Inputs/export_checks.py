# What the exporter saves, refuses and warns of.
import functools
import os
import tempfile
import warnings

import cjax
import jax
import jax.numpy as jnp
import numpy as np

os.chdir(tempfile.mkdtemp())
weights = {"w": np.array([np.nan, 1.0], np.float32)}


def scaled(params, x):
    return params["w"] * x


exported = cjax.export(scaled, weights, jnp.ones(2), params=0)
exported.save("single")
print(np.load("single.npz")["w"])
cjax.save("same", exported, cjax.export(scaled, {"w": weights["w"].copy()}, jnp.ones(2), params=0, name="again"))
print(list(np.load("same.npz")))


def said(f):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            f()
            print("exported")
        except (ValueError, cjax.ExportError) as e:
            print(type(e).__name__, e)
    for w in caught:
        print(w.category.__name__, w.message)


other = cjax.export(scaled, {"w": np.array([np.nan, 2.0], np.float32)}, jnp.ones(2), params=0, name="other")
said(lambda: cjax.save("differs", exported, other))


@functools.partial(jax.jit, donate_argnums=0)
def total(x):
    return x.sum()


said(lambda: cjax.export(total, jnp.ones(3)))
said(lambda: cjax.export(total, jnp.ones(3), donate=0))


def called(shape=(2, 3), method="sequential", **keywords):
    call = jax.ffi.ffi_call("f", jax.ShapeDtypeStruct(shape, jnp.float32), vmap_method=method, **keywords)
    said(lambda: cjax.export(lambda x: call(x), jnp.ones(shape)))


called()
called(input_layouts=[(0, 1)], output_layouts=(0, 1))
called(input_layouts=[(1, 0)])
called(output_layouts=(1, 0))
called(input_output_aliases={0: 0})
called(method="broadcast_all")
