#!/usr/bin/env python3
"""packages.py -- models of Flax, Equinox, Optax and Diffrax through the exporter, against JAX.

usage: PY test/export/packages.py --cjaxc build/bin/cjaxc [FAMILY]     (PY: Python with jax, flax, equinox, optax and diffrax)

FAMILY is what the names of models begin with.  Prints one line a model; exit status 1 when one does not agree.
"""
import argparse
import functools
import importlib.util
import os
import pathlib
import subprocess
import sys
import tempfile

os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("EQX_ON_ERROR", "off")  # checks of Equinox call back into Python
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "driver" / "export"))
import diffrax  # noqa: E402
import equinox as eqx  # noqa: E402
import flax.linen as nn  # noqa: E402
import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
import numpy as np  # noqa: E402
import optax  # noqa: E402

import cjax  # noqa: E402

X = jax.random.normal(jax.random.key(1), (16, 8))
Y = jax.random.normal(jax.random.key(2), (16, 4))


class MLP(nn.Module):
    """Of Flax."""

    @nn.compact
    def __call__(self, x):
        x = nn.relu(nn.Dense(32)(x))
        x = nn.LayerNorm()(x)
        return nn.Dense(4)(nn.gelu(x))


def flax_mlp():
    model = MLP()
    params = model.init(jax.random.key(0), X)
    return model.apply, (params, X), 0


def flax_cnn():
    class CNN(nn.Module):
        @nn.compact
        def __call__(self, x):
            x = nn.avg_pool(nn.relu(nn.Conv(8, (3, 3))(x)), (2, 2), strides=(2, 2))
            x = nn.max_pool(nn.relu(nn.Conv(8, (3, 3))(x)), (2, 2), strides=(2, 2))
            return nn.log_softmax(nn.Dense(10)(x.reshape((x.shape[0], -1))))
    model, images = CNN(), jax.random.normal(jax.random.key(4), (2, 12, 12, 1))
    params = model.init(jax.random.key(0), images)
    return model.apply, (params, images), 0


class Block(nn.Module):
    """Of a transformer."""

    @nn.compact
    def __call__(self, x, mask):
        h = nn.LayerNorm()(x)
        x = x + nn.MultiHeadDotProductAttention(num_heads=8, deterministic=True)(h, h, mask=mask)
        h = nn.LayerNorm()(x)
        return x + nn.Dense(256)(nn.gelu(nn.Dense(1024)(h)))


class Transformer(nn.Module):
    """Of 12 blocks, 10 million parameters."""

    @nn.compact
    def __call__(self, tokens):
        x = nn.Embed(1000, 256)(tokens) + self.param("places", nn.initializers.normal(0.02), (64, 256))
        mask = nn.make_causal_mask(tokens)
        for _ in range(12):
            x = Block()(x, mask)
        return nn.Dense(1000)(nn.LayerNorm()(x))


def flax_transformer():
    model, tokens = Transformer(), jax.random.randint(jax.random.key(1), (2, 64), 0, 1000)
    return model.apply, (model.init(jax.random.key(0), tokens), tokens), 0


def equinox_mlp():
    model = eqx.nn.MLP(8, 4, 32, 2, key=jax.random.key(0))
    return jax.vmap(model), (X,), ()


def equinox_parameters():
    arrays, static = eqx.partition(eqx.nn.MLP(8, 4, 32, 2, key=jax.random.key(0)), eqx.is_array)

    def predict(arrays, x):
        return jax.vmap(eqx.combine(arrays, static))(x)
    return predict, (arrays, X), 0


def equinox_gru():
    cell = eqx.nn.GRUCell(8, 6, key=jax.random.key(0))

    def run(x):
        return jax.lax.scan(lambda h, row: (cell(row, h), h.sum()), jnp.zeros(6), x)
    return run, (X,), ()


class Network(eqx.Module):
    """Convolutions, a recurrence and attention of Equinox."""
    convolutions: list
    cell: eqx.nn.GRUCell
    attention: eqx.nn.MultiheadAttention
    out: eqx.nn.MLP

    def __init__(self, key):
        k = jax.random.split(key, 5)
        self.convolutions = [eqx.nn.Conv1d(3, 16, 5, padding=2, key=k[0]), eqx.nn.Conv1d(16, 16, 3, padding=1, key=k[1])]
        self.cell = eqx.nn.GRUCell(16, 32, key=k[2])
        self.attention = eqx.nn.MultiheadAttention(4, 32, key=k[3])
        self.out = eqx.nn.MLP(32, 5, 64, 3, key=k[4])

    def __call__(self, x):
        for c in self.convolutions:
            x = jax.nn.silu(c(x))
        h = jax.lax.scan(lambda h, v: (self.cell(v, h),) * 2, jnp.zeros(32), x.T)[1]
        return self.out(self.attention(h, h, h).mean(0))


def equinox_network():
    arrays, static = eqx.partition(Network(jax.random.key(0)), eqx.is_array)
    x = jax.random.normal(jax.random.key(1), (8, 3, 40))
    return lambda arrays, x: jax.vmap(eqx.combine(arrays, static))(x), (arrays, x), 0


def diffrax_oscillator():
    def solve(y, k):
        """Van der Pol's, with steps that a controller chooses."""
        term = diffrax.ODETerm(lambda t, y, k: jnp.array([y[1], k * (1 - y[0] ** 2) * y[1] - y[0]]))
        control = diffrax.PIDController(rtol=1e-5, atol=1e-7)
        places = diffrax.SaveAt(ts=jnp.linspace(0, 10, 21))
        return diffrax.diffeqsolve(term, diffrax.Tsit5(), 0.0, 10.0, 0.01, y, args=k, saveat=places, stepsize_controller=control).ys
    return solve, (jnp.array([2.0, 0.0]), jnp.float32(1.5)), ()


def optax_adam():
    model, adam = MLP(), optax.adam(1e-2)
    params = model.init(jax.random.key(0), X)

    def loss(params, x, y):
        return jnp.mean((model.apply(params, x) - y) ** 2)

    def step(params, state, x, y):
        value, grads = jax.value_and_grad(loss)(params, x, y)
        updates, state = adam.update(grads, state, params)
        return optax.apply_updates(params, updates), state, value
    return step, (params, adam.init(params), X, Y), (0, 1)


def optax_chain():
    schedule = optax.warmup_cosine_decay_schedule(0.0, 1e-2, 10, 100)
    tx = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=1e-3))
    params = {"w": jnp.ones((8, 4)), "b": jnp.zeros(4)}

    def loss(params, x, y):
        return optax.softmax_cross_entropy(x @ params["w"] + params["b"], jax.nn.softmax(y)).mean()

    def train(params, x, y):
        def one(carry, _):
            params, state = carry
            value, grads = jax.value_and_grad(loss)(params, x, y)
            updates, state = tx.update(grads, state, params)
            return (optax.apply_updates(params, updates), state), value
        return jax.lax.scan(one, (params, tx.init(params)), length=20)
    return train, (params, X, Y), 0


MODELS = [flax_mlp, flax_cnn, flax_transformer, equinox_mlp, equinox_parameters, equinox_gru, equinox_network, diffrax_oscillator, optax_adam,
          optax_chain]


def check(cjaxc, make, folder):
    """None, or in what the executable differs from JAX."""
    function, args, params = make()
    exported = cjax.export(function, *args, params=params, name=make.__name__)
    exported.save(folder / "model")
    marked = {params} if isinstance(params, int) else set(params)
    leaves = jax.tree.leaves([a for i, a in enumerate(args) if i not in marked])
    files = []
    for i, leaf in enumerate(leaves):
        files.append(f"x{i}.npy")
        np.save(folder / files[-1], np.asarray(leaf))
    marked_args = [args[i] for i in sorted(marked)]
    cjax.save_params(folder / "other.npz", *marked_args)
    cjax.save_params(folder / "other.safetensors", *marked_args)
    others = [["./model", *files, "-o", "out", "--params", f"other.{kind}"] for kind in ("npz", "safetensors") if marked]
    for command in ([cjaxc, "model.mlir", "-o", "model"], *others, ["./model", *files, "-o", "out"],
                    [cjaxc, "model.mlir", "--emit=lib", "-o", "libmodel.a"],
                    [cjaxc, "model.mlir", "--emit=python", "-o", "module.py"]):
        ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if ran.returncode:
            return ran.stderr.strip()
    want = jax.tree.leaves(function(*args))
    for name, w in zip(exported.results, want, strict=True):
        got = np.load(folder / "out" / f"{name}.npy")
        if not np.allclose(got, w, rtol=2e-4, atol=2e-5):
            return f"{name}: {np.abs(got - w).max()} apart"
    return check_module(folder, exported, args, want)


def check_module(folder, exported, args, want):
    """The module for Python takes the function's own containers, but for those of registered classes."""
    if '{\\22class' in exported.text:
        return None
    spec = importlib.util.spec_from_file_location("module", folder / "module.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    consts = {name: x for name, x in exported.params.items() if name.startswith("const")}
    got = jax.tree.leaves(getattr(module, exported.name)(*args, **consts))
    same = all(np.allclose(g, w, rtol=2e-4, atol=2e-5) for g, w in zip(got, want, strict=True))
    return None if same else "the module differs"


@functools.partial(jax.jit, donate_argnums=(0, 1))
def descend(params, state, x, y):
    """A step of training whose parameters and state are updated in place."""
    grads = jax.grad(lambda p: jnp.mean((MLP().apply(p, x) - y) ** 2))(params)
    updates, state = optax.adam(1e-2).update(grads, state, params)
    return optax.apply_updates(params, updates), state


def training_library(cjaxc, folder):
    """None, or what is wrong with a library of init and a step with donated state."""
    def init():
        params = MLP().init(jax.random.key(0), X)
        return params, optax.adam(1e-2).init(params)
    params, state = init()
    cjax.save(folder / "train", cjax.export(init), cjax.export(descend, params, state, X, Y))
    ran = subprocess.run([cjaxc, "train.mlir", "--emit=python", "-o", "train.py"], cwd=folder, capture_output=True, text=True, check=False)
    if ran.returncode:
        return ran.stderr.strip()
    donated = (folder / "train.h").read_text().count("may be the memory of")
    arrays = sum(x.ndim > 0 for x in jax.tree.leaves((params, state)))
    if donated != arrays:
        return f"{donated} results of {arrays} are in place"
    spec = importlib.util.spec_from_file_location("train", folder / "train.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    got = module.init()
    for _ in range(5):
        got = module.descend(*got, X, Y)
        params, state = descend(params, state, X, Y)
    same = all(np.allclose(g, w, rtol=2e-4, atol=2e-5) for g, w in zip(jax.tree.leaves(got), jax.tree.leaves((params, state)), strict=True))
    return None if same else "the library differs"


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--cjaxc", required=True)
    ap.add_argument("family", nargs="?", default="")
    args = ap.parse_args()
    cjaxc, failed = os.path.abspath(args.cjaxc), 0
    for make in [m for m in MODELS if m.__name__.startswith(args.family)]:
        with tempfile.TemporaryDirectory() as folder:
            why = check(cjaxc, make, pathlib.Path(folder))
        print(f"{make.__name__}: {why or 'agrees'}")
        failed += bool(why)
    if "training_library".startswith(args.family):
        with tempfile.TemporaryDirectory() as folder:
            why = training_library(cjaxc, pathlib.Path(folder))
        print(f"training_library: {why or 'agrees'}")
        failed += bool(why)
    sys.exit(bool(failed))


main()
