# NumPy's arrays and scalars: methods, operators, indices, texts, dtypes, beside jax arrays.
# jax: 0.10.2
import numpy as np
import jax
import jax.numpy as jnp
rng = np.random.default_rng(1)
A = np.round(rng.normal(size=(3, 4)), 2)
i = np.arange(6)
x = np.array([1.0, np.nan, 3.0])
def show(name, f):
    try:
        r = f()
        items = r if isinstance(r, (tuple, list)) else (r,)
        print(name, "|".join(repr(x) for x in items))
    except Exception as e:
        print(name, type(e).__name__, str(e).split("\n")[0])
cases = [
 ("methods", lambda: (A.sum(), A.mean(axis=0), A.max(), A.min(axis=1), A.std(), A.var(), A.prod(), i.cumsum(), A.argmax(), A.round(1), A.clip(0, 1), A.T.shape, A.flatten().shape, A.tolist()[0], i.astype(np.float32), A.reshape(-1).shape, A.reshape(2, 6).shape, A.transpose(1, 0).shape, A.swapaxes(0, 1).shape, i.repeat(2), i.take([0, 2]), A.diagonal(), A.trace(), i.searchsorted(3), A.any(), A.all(), i.nonzero(), A.copy().shape, A.size, A.ndim, A.nbytes, A.dtype, A.item(0), A.item(1, 2), i.argsort(), A.ravel()[:2], A.squeeze().shape, A.dot(A.T).shape, A.conj()[0, 0], A.real[0, 0])),
 ("kw", lambda: (A.sum(axis=0, keepdims=True), np.sum(A, where=A > 0), A.mean(axis=(0, 1)), np.max(A, axis=1, keepdims=True), np.std(A, axis=1, ddof=1), np.sum(i, dtype=float), np.prod([1, 2, 3]), np.argsort(-A, axis=0), np.sort(A)[:, ::-1], np.linspace(0, 1, 3, retstep=True), np.full_like(A, 2).dtype, np.ones((2,), dtype=bool), np.arange(3, dtype=np.float32), np.eye(2, 3, k=1), np.array([1, 2], dtype=np.float32), np.array([[1, 2]], ndmin=3).shape, np.zeros(3, dtype="int8"), np.asarray([1, 2], dtype=float))),
 ("mix", lambda: (jnp.asarray(A).dtype, jnp.sum(A), A + jnp.ones(4), type(jnp.ones(3) * np.ones(3)).__name__, np.sin(jnp.ones(2)).dtype, jnp.array([np.float64(1.5)]), jnp.ones(3)[np.array([0, 1])], np.asarray(jnp.arange(3)).dtype, float(np.float32(0.1)), jnp.float32(np.float64(2)), np.float64(2) * jnp.ones(2), jnp.ones(2) * np.float32(2), np.array(jnp.ones((2, 2))).shape, jnp.where(np.array([True, False]), 1, 2), jax.jit(lambda x: x * 2)(np.arange(3)), jax.grad(lambda x: (x ** 2).sum())(np.ones(2, np.float32)))),
 ("str", lambda: (str(A), str(np.float64(1) / 3), str(np.float32(1) / 3), str(np.int64(5)), f"{np.mean(A):.3f}", "%s" % np.arange(3), "{}".format(np.float32(0.5)), repr([np.float64(1.0)]), str([np.int64(1)]), str({"a": np.float64(2.5)}), str((np.bool_(True),)), f"{A.shape}", f"{np.float64(2.0)}", str(np.array(2.5)), repr(np.array(3)), repr(np.array([])), str(np.array([[]])), repr(np.zeros((0, 3))))),
 ("cmp", lambda: (i[2] == 2, i[2] in [1, 2], 2 in i, max(i), min(A[0]), sum(i), sorted(A[0]), list(i), [int(v) for v in i[:2]], i == 2, (i > 2).sum(), np.array_equal(i, list(range(6))), np.array_equal([1, 2], [1, 3]), (A > 0).any(), bool((i < 9).all()), len(A), tuple(A.shape), i[i % 2 == 0], np.where(i > 2, i, -i))),
 ("ops", lambda: (i @ i, i ** 2, i ** 0.5, 2.0 ** i, i // 2, i % 3, -i, abs(-i), i & 1, i | 8, i ^ 3, ~i, i << 2, i >> 1, divmod(i, 4), i / 0.5, A / A, np.float32(2) ** 2, np.int32(7) // np.int32(2), np.int64(7) % 3, 7 // np.int64(2), -np.float64(2), np.float64(7) // 2, round(np.float64(2.5)), int(i[3]), float(i[3]), np.int64(3) / 2, True + np.int64(1), i + 1.5, i * np.float32(2), np.float32(1) + 1e-3, np.int8(100) + np.int8(20))),
 ("nan", lambda: (np.isnan(x), np.nansum(x), np.nanmean(x), np.nanmax(x), np.nan_to_num(x), np.isnan(x).any(), x.sum(), np.max(x), np.argmax(x), np.sort(x), np.nanargmin(x), x == x, np.isclose(x, x, equal_nan=True), np.nanmedian(x), np.nanstd(x), np.nancumsum(x))),
 ("random", lambda: (np.random.RandomState(0).permutation(5), np.random.RandomState(1).choice([10, 20], (2, 2)))),
 ("idx", lambda: (A[1:, ::2], A[-1, -1], A[[0, 1], [1, 2]], A[:, [0, 2]], A[A[:, 0] > 0].shape, A[..., -1], A[None, 0].shape, A[np.newaxis].shape, i[-3:], i[::-2], A[np.ix_([0, 2], [1, 3])], A[1][2], i[[True, False] * 3], np.flatnonzero(i > 3), A[(0, 1)], A[tuple([0, 1])])),
 ("complex", lambda: (np.array([1 + 2j, 3]), np.abs(3 + 4j), np.angle(1j), np.conj(np.array([1j])), np.real([1 + 2j]), np.exp(1j * np.pi).round(3), (1 + 2j) * np.ones(2), np.array([1j]).dtype, np.complex64(1 + 2j), np.iscomplexobj(np.array([1j])), np.fft.fft([1, 0, 0, 0]), np.fft.fftfreq(4), np.abs(np.fft.rfft([1.0, 2, 3, 4])), np.linalg.norm([1j, 1]))),
 ("dtype", lambda: (np.dtype("f4"), np.dtype(np.int32).name, np.dtype("float64") == float, np.issubdtype(np.int32, np.integer), np.issubdtype(float, np.floating), A.dtype == np.float64, A.dtype.name, str(A.dtype), i.dtype.kind, np.dtype("int16").itemsize, np.float64.__name__, np.result_type(np.int32, np.float32), np.can_cast("int32", "float64"), np.finfo("float32").max, np.finfo(np.float64).tiny, np.iinfo("int32").min, np.iinfo(np.uint8))),
]
for n, f in cases:
    show(n, f)
