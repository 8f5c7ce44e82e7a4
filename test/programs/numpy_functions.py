# NumPy's functions: results, dtypes, errors.
# jax: 0.10.2
import numpy as np

rng = np.random.default_rng(0)
A = np.round(rng.normal(size=(4, 3)), 3)
v = np.round(rng.normal(size=6) * 3, 2)
w = np.array([3, 1, 2, 3, 0, 5])
u8 = np.array([1, 2, 250], dtype=np.uint8)
f4 = np.array([1.5, -2.25, 3.0], dtype=np.float32)
b = np.array([True, False, True, True, False, False])
S = A.T @ A + np.eye(3)

def show(name, f):
    try:
        r = f()
        items = r if isinstance(r, (tuple, list)) else (r,)
        print(name, "|".join(repr(x) for x in items))
    except Exception as e:
        print(name, type(e).__name__, str(e).split("\n")[0])

cases = [
    ("sum", lambda: (np.sum(A), A.sum(0), A.sum(axis=1, keepdims=True), w.sum(), b.sum(), u8.sum(), f4.sum(), np.sum([1, 2]))),
    ("mean", lambda: (np.mean(A), A.mean(0), w.mean(), f4.mean(), b.mean(), np.median(v), np.median(w), np.std(A), np.var(A, axis=0, ddof=1), np.average(v, weights=w))),
    ("minmax", lambda: (A.min(), A.max(1), w.argmax(), A.argmin(0), np.ptp(v), np.amax(w), np.nanmax(v), np.argmax(A, axis=1))),
    ("cum", lambda: (np.cumsum(w), np.cumprod(w), A.cumsum(), np.cumsum(A, axis=0), np.cumsum(u8), np.diff(w), np.diff(A, axis=0), np.ediff1d(w))),
    ("sort", lambda: (np.sort(v), np.argsort(w), np.sort(A, axis=0), np.argsort(A, axis=1), np.lexsort((v, w)), np.partition(w, 2)[2], np.searchsorted([1, 3, 5], [0, 3, 6]), np.searchsorted([1, 3, 5], 4), np.digitize(v, [-1, 0, 1]))),
    ("set", lambda: (np.unique(w), np.unique(w, return_counts=True), np.unique(w, return_inverse=True), np.intersect1d(w, [1, 3, 9]), np.union1d(w, [9]), np.setdiff1d(w, [3]), np.isin(w, [1, 2]))),
    ("count", lambda: (np.bincount(w), np.bincount(w, weights=v), np.histogram(v, bins=3), np.histogram(w, bins=[0, 2, 4, 6]), np.count_nonzero(w), np.nonzero(w), np.argwhere(b), np.flatnonzero(b))),
    ("where", lambda: (np.where(v > 0, v, 0), np.where(b), np.select([v > 1, v < 0], [1, -1], 0), np.clip(v, -1, 1), np.clip(w, 1, None), np.extract(b, v), np.compress([1, 0, 1], w), np.choose([0, 1, 0], [[1, 2, 3], [4, 5, 6]]))),
    ("create", lambda: (np.arange(5), np.arange(0, 1, 0.25), np.arange(5.0), np.linspace(0, 1, 5), np.linspace(0, 10, 3, dtype=int), np.linspace(0, 1, 4, endpoint=False), np.logspace(0, 2, 3), np.geomspace(1, 8, 4), np.eye(2), np.identity(2), np.diag([1, 2]), np.tri(2), np.full((2,), 7), np.full(2, 1.5), np.ones(2, int), np.zeros_like(w), np.empty((0, 2)))),
    ("grid", lambda: (np.meshgrid([1, 2], [3, 4, 5]), np.indices((2, 2)), np.mgrid[0:2, 0:2], np.ogrid[0:2, 0:3], np.ix_([0, 1], [1, 2]), np.r_[1:3, 5], np.c_[[1, 2], [3, 4]])),
    ("join", lambda: (np.concatenate([w, [1]]), np.stack([w, w]), np.vstack([v, v]).shape, np.hstack([w, [9]]), np.column_stack([w, w]), np.append(w, 7), np.insert(w, 1, 9), np.delete(w, 0), np.tile([1, 2], 2), np.repeat([1, 2], [2, 1]), np.dstack([[1], [2]]), np.block([[np.eye(2), np.zeros((2, 1))]]))),
    ("shape", lambda: (np.reshape(w, (2, 3)), w.reshape(3, -1), np.ravel(A)[:2], A.T.shape, np.expand_dims(w, 0).shape, np.squeeze(np.ones((1, 2))), np.moveaxis(np.ones((1, 2, 3)), 0, -1).shape, np.swapaxes(A, 0, 1).shape, np.roll(w, 2), np.flip(w), np.rot90(np.array([[1, 2], [3, 4]])), np.pad(w, 1), np.pad(w, (1, 2), mode="edge"), np.broadcast_to([1, 2], (2, 2)), np.atleast_2d(w).shape)),
    ("math", lambda: (np.sqrt(w), np.exp(f4), np.log1p(u8.astype(float)), np.sin(v), np.floor(v), np.round(v, 1), np.rint(v), np.trunc(v), np.sign(w), np.abs(v), np.power(w, 2), w ** 2, 2 ** w, np.float_power(w, 2), np.hypot(3, 4), np.arctan2(1, 2), np.deg2rad(180), np.cbrt(27.0), np.square(w), np.reciprocal(2.0), np.exp2(3), np.heaviside(v, 0.5))),
    ("arith", lambda: (w / 2, w // 2, w % 2, -w, w + 1.5, f4 * 2, f4 * np.float64(2), u8 + 10, u8 * 2, w > 2, w == 3, ~b, b & True, b | False, w & 1, w << 1, np.divmod(w, 2), np.mod(-7, 3), np.fmod(-7, 3), np.remainder(5.5, 2), np.floor_divide(7, 2), np.maximum(w, 2), np.minimum(v, 0), np.logical_and(b, w > 1), np.bitwise_xor(w, 1), np.gcd(12, 18), np.lcm(4, 6))),
    ("linalg", lambda: (A @ A.T, np.dot(w, w), np.inner(w, w), np.outer([1, 2], [3, 4]), np.trace(S), np.linalg.norm(v), np.linalg.norm(A, axis=1), np.linalg.norm(A, "fro"), np.linalg.norm(w, 1), np.kron([1, 2], [1, 1]), np.cross([1, 0, 0], [0, 1, 0]), np.einsum("ij,kj->ik", A, A).shape, np.tensordot(A, A, 2), np.vdot(w, w), np.matmul(A.T, A).shape)),
    ("solve", lambda: (np.linalg.det(S), np.linalg.inv(S), np.linalg.solve(S, [1, 2, 3]), np.linalg.cholesky(S), np.linalg.eigvalsh(S), np.linalg.matrix_rank(A), np.linalg.svd(S)[1], np.linalg.slogdet(S), np.linalg.lstsq(A, np.ones(4), rcond=None)[0], np.linalg.matrix_power(np.array([[1, 1], [1, 0]]), 10), np.linalg.pinv(A).shape, np.abs(np.linalg.qr(A)[1]), np.linalg.cond(S))),
    ("stat", lambda: (np.percentile(v, 30), np.percentile(v, [25, 50, 75]), np.quantile(w, 0.5), np.cov(A.T), np.corrcoef(A.T), np.interp(2.5, [1, 2, 3], [10, 20, 30]), np.interp([0, 1.5], [1, 2], [5, 6]), np.gradient(v), np.trapezoid(v), np.trapezoid(v, dx=0.5), np.polyfit([0, 1, 2, 3], [1, 3, 5, 7], 1), np.polyval([1, 2, 3], 2), np.convolve([1, 2, 3], [0, 1, 0.5]), np.correlate([1, 2, 3], [0, 1, 0.5]))),
    ("test", lambda: (np.allclose(v, v + 1e-9), np.isclose(1.0, 1.0 + 1e-9), np.array_equal(w, w), np.any(b), np.all(b), b.any(), np.isnan([1, np.nan]), np.isfinite(v), np.isinf(np.inf), np.isscalar(3), np.ndim(A), np.size(A), np.shape(A))),
    ("nan", lambda: (np.nansum([1, np.nan]), np.nanmean([1, np.nan, 3]), np.nan_to_num([np.nan, np.inf]), np.nanstd([1.0, np.nan, 2.0]))),
    ("take", lambda: (np.take(w, [0, 2]), np.take_along_axis(A, np.argsort(A, axis=1), axis=1), A[1], A[:, 1], A[1, 2], A[-1], A[[0, 2]], A[A > 1], w[::-1], w[w > 1], A[..., 0], w[None].shape, A[np.array([0, 1]), np.array([1, 2])], np.tril(S), np.triu_indices(3), np.unravel_index(5, (2, 3)), np.ravel_multi_index((1, 2), (2, 3)))),
    ("types", lambda: (w.dtype, f4.dtype, (f4 + 1).dtype, (f4 + np.float64(1)).dtype, (u8 + w[:3]).dtype, np.result_type(f4, w), np.promote_types("int8", "float32"), w.astype(float), v.astype(int), np.float32(1) + 1, np.int8(5) + np.int16(3), np.array([1, 2.5]).dtype, np.array([1, True]).dtype, np.dtype("float32").name, np.dtype(int).itemsize, np.dtype("int32").kind, np.dtype(bool).char, np.finfo(np.float32).eps, np.iinfo(np.int16).max, np.finfo(float).max, w.itemsize, w.nbytes)),
    ("scalars", lambda: (np.float64(1.5), np.float32(0.1), np.int64(3), np.bool_(True), np.float64(2) / 3, np.int64(7) // 2, np.int64(7) / 2, 3 * np.float64(2), np.float64(3).item(), np.pi, np.float64("nan"), round(np.float64(2.567), 2), int(np.float64(2.7)), float(np.int64(3)), abs(np.float64(-1)), np.float64(5) % 3, np.uint8(200) + np.uint8(100), str(np.float64(1e-10)), f"{np.float64(1.23456):.2f}", np.int64(5) == 5, np.float64(0.1) + 0.2)),
    ("misc", lambda: (np.vectorize(lambda x, y: x + 2 * y)(w, 1), np.apply_along_axis(np.sum, 1, A), np.apply_along_axis(lambda r: r * 2, 0, A)[0], np.fromfunction(lambda i, j: i * 10 + j, (2, 3)), list(np.ndindex(2, 2)), [(i, x) for i, x in np.ndenumerate(np.array([[1, 2]]))], np.base_repr(10, 2), np.binary_repr(5, 8), np.add.reduce(w), np.maximum.accumulate(w), np.multiply.outer([1, 2], [3, 4]), np.piecewise(v, [v < 0, v >= 0], [-1, 1]))),
    ("err1", lambda: np.zeros((2, 3)) + np.zeros(4)),
    ("err2", lambda: np.zeros((2, 3)) @ np.zeros((2, 3))),
    ("err3", lambda: np.concatenate([np.zeros((2, 3)), np.zeros((2, 4))])),
    ("err4", lambda: np.zeros(3).reshape(2, 2)),
    ("err5", lambda: np.linalg.inv(np.zeros((2, 2)))),
    ("err6", lambda: np.zeros(3)[5]),
    ("err7", lambda: np.array([[1, 2], [3]])),
    ("err8", lambda: np.linalg.cholesky(-np.eye(2))),
    ("err9", lambda: np.zeros((2, 2))[0, 0, 0]),
    ("err10", lambda: np.stack([np.zeros(2), np.zeros(3)])),
    ("err11", lambda: bool(np.zeros(3))),
]
for name, f in cases:
    show(name, f)
acc = np.zeros(4)
np.add.at(acc, [0, 1, 1], 2.0)
out = np.empty(3)
np.multiply(f4, 2, out=out)
print(acc, out, np.divide(1.0, np.array([2.0, 0.0]), out=np.zeros(2), where=np.array([True, False])))
x = np.zeros(5)
np.copyto(x, 3)
np.put(x, [1, 2], [7, 8])
np.fill_diagonal(S, 0)
print(x, S)
