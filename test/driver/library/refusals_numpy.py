"""What NumPy's functions and arrays refuse.

The lines are what NumPy 2.4.6 prints.
"""
# modes: interp
import re

import jax.numpy as jnp
import numpy as np

x = jnp.arange(6.0).reshape(2, 3)
n = np.arange(6.0).reshape(2, 3)
m = np.arange(3)


def setitem(a, k, v):
    a[k] = v


def refused(*functions):
    for f in functions:
        try:
            f()
            print("ok")
        except Exception as e:
            print(f"{type(e).__name__}: {re.sub(' at 0x[0-9a-f]+', '', str(e).strip().splitlines()[0])}")


refused(
    lambda: np.reshape(n, (4, 2)),
    lambda: n.reshape(4, 2),
    lambda: n.reshape(-1, -1),
    lambda: np.concatenate([n, m]),
    lambda: np.concatenate([n, n[:, :2]]),
    lambda: np.concatenate([]),
    lambda: np.stack([n, m]),
    lambda: np.vstack([n, np.zeros((2, 2))]),
    lambda: np.hstack([n, np.zeros((3, 3))]),
    lambda: np.split(n, 4),
    lambda: np.broadcast_to(n, (3, 3)),
    lambda: np.transpose(n, (0, 0)),
    lambda: n.transpose(0, 1, 2),
    lambda: np.swapaxes(n, 0, 2),
    lambda: np.moveaxis(n, 0, 2),
    lambda: np.expand_dims(n, 5),
    lambda: np.squeeze(n, 0),
    lambda: n.squeeze(0),
    lambda: n + m[:2],
    lambda: n @ n,
    lambda: n @ m[:2],
    lambda: np.dot(n, n),
    lambda: np.matmul(n, n),
    lambda: np.inner(n, m[:2]),
    lambda: n.sum(axis=2),
    lambda: np.sum(n, axis=2),
    lambda: np.sum(n, axis=(0, 0)),
    lambda: np.mean(n, axis=3),
    lambda: np.max(np.zeros(0)),
    lambda: np.max(n, axis=3),
    lambda: np.argmax(np.zeros(0)),
    lambda: np.argmax(n, axis=2),
    lambda: np.cumsum(n, axis=2),
    lambda: np.sort(n, axis=2),
    lambda: np.argsort(n, axis=3),
    lambda: np.take(n, 9),
    lambda: np.take(n, 0, axis=3),
    lambda: n[5],
    lambda: n[0, 5],
    lambda: n[0, 0, 0],
    lambda: n["a"],
    lambda: n[1.5],
    lambda: m[-4],
    lambda: m[3],
    lambda: n[np.array([0.5])],
    lambda: n[:, 5],
    lambda: n[..., ...],
    lambda: np.zeros(-1),
    lambda: np.zeros("a"),
    lambda: np.zeros((2.5,)),
    lambda: np.zeros(2, "abc"),
    lambda: np.eye(-1),
    lambda: np.arange(0, 5, 0),
    lambda: np.linspace(0, 1, -1),
    lambda: np.array([[1, 2], [3]]),
    lambda: np.array([1, 2], dtype="abc"),
    lambda: np.array("a", float),
    lambda: float(n),
    lambda: int(n),
    lambda: bool(n),
    lambda: n.item(),
    lambda: np.random.default_rng(0).normal(size=-1),
    lambda: np.random.default_rng(0).integers(5, 2),
    lambda: np.random.default_rng(0).choice(0),
    lambda: np.random.default_rng(0).choice(3, 5, replace=False),
    lambda: np.linalg.inv(n),
    lambda: np.linalg.inv(np.zeros((2, 2))),
    lambda: np.linalg.solve(np.zeros((2, 2)), np.ones(2)),
    lambda: np.linalg.cholesky(-np.eye(2)),
    lambda: np.linalg.cholesky(n),
    lambda: np.linalg.det(n),
    lambda: np.linalg.eig(n),
    lambda: np.linalg.eigh(n),
    lambda: np.linalg.matrix_power(n, 2),
    lambda: np.linalg.svd(m),
    lambda: np.linalg.qr(m),
    lambda: np.tile(n, -1),
    lambda: np.pad(n, -1),
    lambda: np.roll(n, 1, axis=3),
    lambda: np.flip(n, 3),
    lambda: np.polyfit(m, m[:2], 1),
    lambda: np.percentile(m, 101),
    lambda: np.quantile(m, 1.5),
    lambda: np.average(n, weights=m),
    lambda: np.cov(np.zeros((2, 2, 2))),
    lambda: np.append(n, m, axis=0),
    lambda: np.delete(m, 9),
    lambda: np.unique(n, axis=3),
    lambda: np.apply_along_axis(lambda a: a, 3, n),
    lambda: np.odd,
    lambda: n.odd,
    lambda: np.linalg.odd,
    lambda: n.astype("abc"),
    lambda: n.view(np.complex128),
    lambda: np.dtype("abc"),
    lambda: np.float64("a"),
    lambda: np.int32(2**40),
    lambda: np.uint8(300),
    lambda: np.uint8(-1),
    lambda: np.finfo(int),
    lambda: np.iinfo(float),
    lambda: setitem(n, (0, 0, 0), 1),
    lambda: setitem(n, 5, 1),
    lambda: setitem(n, 0, np.zeros(2)),
    lambda: setitem(x, 0, 1),
    lambda: setitem(np.broadcast_to(m, (2, 3)), 0, 1),
    lambda: f"{n:.2f}",
    lambda: np.testing.assert_allclose(m, m + 1),
    lambda: np.testing.assert_array_equal(m, m + 1),
    lambda: np.load("/nonexistent/x.npy"),
    lambda: np.ones(3)[0:2:0],
    lambda: np.diff(m, n=-1),
    lambda: np.choose(m, [m]),
    lambda: np.indices((2, -1)),
    lambda: np.add(n, m[:2]),
    lambda: np.add.reduce(n, axis=3),
    lambda: np.maximum(n, m[:2]),
    lambda: np.frombuffer(b"abc", np.float32),
)
