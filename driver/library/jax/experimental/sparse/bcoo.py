"""BCOO: data and the indices of its elements, [nse, ndim]; indices out of bounds are padding.

The last n_dense axes of the array are axes of data.  Batches of matrices (n_batch) are refused.
"""

import math
import operator

from _cjax import numpy as core
from _cjax import transform as native
from jax import lax
from jax import numpy as jnp
from jax.tree_util import register_pytree_node


def _no_batch(name, n_batch):
    if n_batch:
        raise NotImplementedError(f"jax.experimental.sparse.{name}: n_batch={n_batch} is not supported by cjax")


class JAXSparse:
    """What the sparse arrays have in common: data, shape, and operators."""

    size = property(lambda self: math.prod(self.shape))
    ndim = property(lambda self: len(self.shape))
    dtype = property(lambda self: self.data.dtype)
    T = property(lambda self: self.transpose())

    def __len__(self):
        return self.shape[0]

    def __repr__(self):
        sizes = ", ".join(str(n) for n in self.shape)
        more = f", n_dense={self.n_dense}" if getattr(self, "n_dense", 0) else ""
        return f"{type(self).__name__}({self.dtype.name}[{sizes}], nse={self.nse}{more})"

    def block_until_ready(self):
        return self

    def __neg__(self):
        return self._with(-self.data)

    def __pos__(self):
        return self

    def __mul__(self, other):
        if isinstance(other, JAXSparse):
            return self._refuse("*", other)
        if jnp.ndim(other) == 0:
            return self._with(self.data * other)
        return self._times(jnp.asarray(other))

    def __rmul__(self, other):
        return self.__mul__(other)

    def __truediv__(self, other):
        return self._with(self.data / other) if jnp.ndim(other) == 0 else self._times(1 / jnp.asarray(other))

    def _times(self, other):
        return self._refuse("*", other)

    def _refuse(self, symbol, other):
        raise NotImplementedError(f"jax.experimental.sparse: {type(self).__name__} {symbol} {type(other).__name__} is not "
                                  "supported by cjax")

    def __add__(self, other):
        return self._refuse("+", other)


class BCOO(JAXSparse):
    """A sparse array by the indices of its elements."""

    n_batch = 0

    def __init__(self, args, *, shape, indices_sorted=False, unique_indices=False):
        self.data, self.indices = (jnp.asarray(a) if native.aval(a) is not None or isinstance(a, (list, tuple)) else a
                                   for a in args)
        self.shape = tuple(shape)
        self.indices_sorted, self.unique_indices = indices_sorted, unique_indices
        if hasattr(self.indices, "ndim"):
            _no_batch("BCOO", self.indices.ndim - 2)

    nse = property(lambda self: self.indices.shape[-2])
    n_sparse = property(lambda self: self.indices.shape[-1])
    n_dense = property(lambda self: self.data.ndim - 1)

    def _with(self, data):
        return BCOO((data, self.indices), shape=self.shape, indices_sorted=self.indices_sorted,
                    unique_indices=self.unique_indices)

    @classmethod
    def fromdense(cls, mat, *, nse=None, index_dtype=None, n_dense=0, n_batch=0):
        return bcoo_fromdense(mat, nse=nse, n_batch=n_batch, n_dense=n_dense,
                              index_dtype=core.int32 if index_dtype is None else index_dtype)

    @classmethod
    def _empty(cls, shape, dtype=None, index_dtype="int32", n_dense=0, n_batch=0, nse=0):
        _no_batch("empty", n_batch)
        shape = tuple(shape)
        n = len(shape) - n_dense
        data = jnp.zeros((nse, *shape[n:]), float if dtype is None else dtype)
        return cls((data, jnp.full((nse, n), jnp.array(shape[:n], index_dtype))), shape=shape)

    def todense(self):
        return bcoo_todense(self)

    def sum_duplicates(self, nse=None, remove_zeros=True):
        return bcoo_sum_duplicates(self, nse)

    def sort_indices(self):
        return bcoo_sort_indices(self)

    def transpose(self, axes=None):
        axes = tuple(range(self.ndim))[::-1] if axes is None else tuple(axes)
        return bcoo_transpose(self, permutation=axes)

    def reshape(self, *args, **kwargs):
        new = args[0] if len(args) == 1 and not isinstance(args[0], int) else args
        return bcoo_reshape(self, new_sizes=core.reshape_sizes(jnp.empty(self.shape), tuple(new)))

    def sum(self, axis=None):
        axes = tuple(range(self.ndim)) if axis is None else (axis,) if isinstance(axis, int) else tuple(axis)
        total = bcoo_reduce_sum(self, axes=tuple(a % self.ndim for a in axes))
        return total if total.ndim else total.todense()

    def astype(self, dtype):
        return self._with(self.data.astype(dtype))

    def update_layout(self, *, n_batch=None, n_dense=None, on_inefficient="error"):
        return bcoo_update_layout(self, n_batch=n_batch, n_dense=n_dense, on_inefficient=on_inefficient)

    def __matmul__(self, other):
        if isinstance(other, JAXSparse):
            return self._refuse("@", other)
        other = jnp.asarray(other)
        at = 0 if other.ndim == 1 else other.ndim - 2
        return bcoo_dot_general(self, other, dimension_numbers=(((self.ndim - 1,), (at,)), ((), ())))

    def __rmatmul__(self, other):
        other = jnp.asarray(other)
        at = 0 if self.ndim == 1 else self.ndim - 2
        return bcoo_dot_general(other, self, dimension_numbers=(((other.ndim - 1,), (at,)), ((), ())))

    def __add__(self, other):
        if not isinstance(other, BCOO):
            return self.todense() + other if not isinstance(other, JAXSparse) else self._refuse("+", other)
        if self.shape != other.shape or self.n_dense != other.n_dense:
            raise ValueError(f"Incompatible shapes for broadcasting: shapes={[self.shape, other.shape]}")
        a, b = core.promote_dtypes("add", self.data, other.data)
        return BCOO((jnp.concatenate([a, b]), jnp.concatenate([self.indices, other.indices])), shape=self.shape)

    def __radd__(self, other):
        return self.__add__(other)

    def __sub__(self, other):
        return self + -other

    def _times(self, other):
        return bcoo_multiply_dense(self, other, keep=True)

    def __getitem__(self, index):
        index = index if isinstance(index, tuple) else (index,)
        if ... in [i for i in index if i is ...]:
            at = [k for k, i in enumerate(index) if i is ...][0]
            index = index[:at] + (slice(None),) * (self.ndim - len(index) + 1) + index[at + 1:]
        index = index + (slice(None),) * (self.ndim - len(index))
        if not all(isinstance(i, (int, slice)) for i in index):
            raise NotImplementedError("jax.experimental.sparse: a BCOO indexed by arrays is not supported by cjax")
        bounds = [i.indices(n) if isinstance(i, slice) else (i % n, i % n + 1, 1) for i, n in zip(index, self.shape)]
        start, stop, step = zip(*bounds)
        cut = bcoo_slice(self, start_indices=start, limit_indices=stop, strides=step)
        return bcoo_squeeze(cut, dimensions=[k for k, i in enumerate(index) if isinstance(i, int)])


register_pytree_node(BCOO, lambda m: ((m.data, m.indices), (m.shape, m.indices_sorted, m.unique_indices)),
                     lambda aux, children: _restored(children, *aux))


def _restored(children, shape, indices_sorted, unique_indices):
    m = BCOO.__new__(BCOO)
    m.data, m.indices = children
    m.shape, m.indices_sorted, m.unique_indices = shape, indices_sorted, unique_indices
    return m


def _columns(mat):
    return tuple(mat.indices[:, i] for i in range(mat.indices.shape[1]))


def _made(data, columns, shape, **marks):
    n = data.shape[0]
    indices = jnp.stack(columns, 1) if columns else jnp.zeros((n, 0), core.int32)
    return BCOO((data, indices), shape=shape, **marks)


#===-- to and from dense arrays ----------------------------------------------------------===#


def bcoo_fromdense(mat, *, nse=None, n_batch=0, n_dense=0, index_dtype=core.int32):
    """The elements that are not zero, in row-major order; nse of them, or as many as there are."""
    _no_batch("bcoo_fromdense", n_batch)
    mat = jnp.asarray(mat)
    n = mat.ndim - n_dense
    used = (mat != 0).any(tuple(range(n, mat.ndim))) if n_dense else mat != 0
    nse = core.concrete(used.sum(), "nse must be specified when the matrix is traced") if nse is None else operator.index(nse)
    at = jnp.nonzero(used, size=nse, fill_value=mat.shape[:n])
    valid = jnp.arange(nse) < used.sum()
    data = jnp.where(valid.reshape(-1, *[1] * n_dense), mat[tuple(jnp.minimum(i, s - 1) for i, s in zip(at, mat.shape))], 0)
    return _made(data, [i.astype(index_dtype) for i in at], mat.shape, indices_sorted=True, unique_indices=True)


def bcoo_todense(mat):
    if mat.n_sparse == 0:
        return mat.data.sum(0)
    return jnp.zeros(mat.shape, mat.dtype).at[_columns(mat)].add(mat.data, mode="drop")


def bcoo_extract(sparr, arr, *, assume_unique=None):
    """The elements of arr where sparr has its own."""
    n = sparr.n_sparse
    inside = jnp.all(sparr.indices < jnp.array(sparr.shape[:n]), axis=1)
    data = arr.at[_columns(sparr)].get(mode="fill", fill_value=0)
    return sparr._with(jnp.where(inside.reshape(-1, *[1] * sparr.n_dense), data, 0))


def _linear(mat):
    """One number for each element's place, the largest for padding."""
    at, inside = jnp.zeros(mat.nse, core.int32), jnp.ones(mat.nse, bool)
    for column, size in zip(_columns(mat), mat.shape):
        at, inside = at * size + column, inside & (column < size)
    return jnp.where(inside, at, math.prod(mat.shape[:mat.n_sparse]))


def bcoo_sort_indices(mat):
    order = jnp.argsort(_linear(mat), stable=True)
    return BCOO((mat.data[order], mat.indices[order]), shape=mat.shape, indices_sorted=True,
                unique_indices=mat.unique_indices)


def bcoo_sum_duplicates(mat, nse=None):
    """Each place once."""
    sizes, end = mat.shape[:mat.n_sparse], math.prod(mat.shape[:mat.n_sparse])
    places = _linear(mat)
    order = jnp.argsort(places, stable=True)
    sorted_places = places[order]
    first = jnp.concatenate([jnp.ones(min(mat.nse, 1), bool), sorted_places[1:] != sorted_places[:-1]])
    group = jnp.cumsum(first) - 1
    if nse is None:
        count = (first & (sorted_places < end)).sum()
        nse = core.concrete(count) if native.is_concrete(count) else mat.nse
    data = jnp.zeros((nse, *mat.data.shape[1:]), mat.dtype).at[group].add(mat.data[order], mode="drop")
    at = jnp.full(nse, end).at[group].set(sorted_places, mode="drop")
    columns = [jnp.where(at < end, c, n) for c, n in zip(jnp.unravel_index(jnp.minimum(at, max(end - 1, 0)), sizes), sizes)]
    return _made(data, [c.astype(mat.indices.dtype) for c in columns], mat.shape, indices_sorted=True, unique_indices=True)


def bcoo_update_layout(mat, *, n_batch=None, n_dense=None, on_inefficient="error"):
    """The same array with other axes dense."""
    _no_batch("bcoo_update_layout", n_batch or 0)
    if n_dense in (None, mat.n_dense):
        return mat
    return bcoo_fromdense(bcoo_todense(mat), n_dense=n_dense)


#===-- shapes ----------------------------------------------------------------------------===#


def bcoo_transpose(mat, *, permutation):
    n = mat.n_sparse
    front, back = permutation[:n], permutation[n:]
    if sorted(front) != list(range(n)):
        raise NotImplementedError("transpose of a BCOO whose sparse and dense axes are exchanged is not supported by cjax")
    data = mat.data.transpose((0, *(a - n + 1 for a in back))) if back else mat.data
    columns = _columns(mat)
    return _made(data, [columns[a] for a in front], tuple(mat.shape[a] for a in permutation),
                 unique_indices=mat.unique_indices)


def bcoo_reshape(mat, *, new_sizes, dimensions=None, sharding=None):
    if mat.n_dense:
        raise NotImplementedError("reshape of a BCOO with dense axes is not supported by cjax")
    if dimensions is not None:
        mat = bcoo_transpose(mat, permutation=tuple(dimensions))
    if math.prod(new_sizes) != mat.size:
        raise TypeError(f"reshape total size must be unchanged, got new_sizes {tuple(new_sizes)} for shape {mat.shape}.")
    places = _linear(mat)
    columns = jnp.unravel_index(jnp.minimum(places, max(mat.size - 1, 0)), tuple(new_sizes))
    columns = [jnp.where(places < mat.size, c, n) for c, n in zip(columns, new_sizes)]
    return _made(mat.data, [c.astype(mat.indices.dtype) for c in columns], tuple(new_sizes),
                 indices_sorted=mat.indices_sorted, unique_indices=mat.unique_indices)


def bcoo_squeeze(arr, *, dimensions):
    dimensions = [d % arr.ndim for d in dimensions]
    keep = [i for i in range(arr.n_sparse) if i not in dimensions]
    columns = _columns(arr)
    data = jnp.squeeze(arr.data, tuple(d - arr.n_sparse + 1 for d in dimensions if d >= arr.n_sparse))
    return _made(data, [columns[i] for i in keep], tuple(n for i, n in enumerate(arr.shape) if i not in dimensions),
                 indices_sorted=arr.indices_sorted, unique_indices=arr.unique_indices)


def bcoo_slice(mat, *, start_indices, limit_indices, strides=None):
    n = mat.n_sparse
    strides = (1,) * mat.ndim if strides is None else tuple(strides)
    shape = tuple(-(-(hi - lo) // s) for lo, hi, s in zip(start_indices, limit_indices, strides))
    inside, columns = jnp.ones(mat.nse, bool), []
    for column, lo, hi, s in zip(_columns(mat), start_indices, limit_indices, strides):
        inside = inside & (column >= lo) & (column < hi) & ((column - lo) % s == 0)
        columns.append((column - lo) // s)
    columns = [jnp.where(inside, c, m) for c, m in zip(columns, shape)]
    cut = tuple(slice(lo, hi, s) for lo, hi, s in zip(start_indices[n:], limit_indices[n:], strides[n:]))
    data = jnp.where(inside.reshape(-1, *[1] * mat.n_dense), mat.data[(slice(None), *cut)], 0)
    return _made(data, columns, shape, indices_sorted=False, unique_indices=mat.unique_indices)


def bcoo_dynamic_slice(mat, start_indices, slice_sizes):
    if mat.n_dense:
        raise NotImplementedError("dynamic_slice of a BCOO with dense axes is not supported by cjax")
    starts = [jnp.clip(s, 0, n - k) for s, n, k in zip(start_indices, mat.shape, slice_sizes)]
    inside, columns = jnp.ones(mat.nse, bool), []
    for column, lo, k in zip(_columns(mat), starts, slice_sizes):
        inside = inside & (column >= lo) & (column < lo + k)
        columns.append(column - lo)
    columns = [jnp.where(inside, c, k) for c, k in zip(columns, slice_sizes)]
    return _made(jnp.where(inside, mat.data, 0), columns, tuple(slice_sizes), unique_indices=mat.unique_indices)


def bcoo_rev(operand, dimensions):
    columns = list(_columns(operand))
    data = operand.data
    for d in dimensions:
        if d < operand.n_sparse:
            n = operand.shape[d]
            columns[d] = jnp.where(columns[d] < n, n - 1 - columns[d], n)
        else:
            data = jnp.flip(data, d - operand.n_sparse + 1)
    return _made(data, columns, operand.shape, unique_indices=operand.unique_indices)


def bcoo_concatenate(operands, *, dimension):
    first = operands[0]
    dimension = dimension % first.ndim
    if dimension >= first.n_sparse:
        raise NotImplementedError("concatenate of BCOO along a dense axis is not supported by cjax")
    total, datas, parts = 0, [], []
    for m in operands:
        columns = list(_columns(m))
        columns[dimension] = jnp.where(columns[dimension] < m.shape[dimension], columns[dimension] + total, -1)
        total += m.shape[dimension]
        datas.append(m.data)
        parts.append(columns)
    columns = [jnp.concatenate(cs) for cs in zip(*parts)]
    shape = first.shape[:dimension] + (total,) + first.shape[dimension + 1:]
    columns[dimension] = jnp.where(columns[dimension] < 0, total, columns[dimension])
    return _made(jnp.concatenate(datas), columns, shape)


def bcoo_broadcast_in_dim(mat, *, shape, broadcast_dimensions, sharding=None):
    """New axes of length 1 or more; each element is repeated along the longer ones."""
    if mat.n_dense:
        raise NotImplementedError("broadcast_in_dim of a BCOO with dense axes is not supported by cjax")
    at = {d: c for d, c, n in zip(broadcast_dimensions, _columns(mat), mat.shape) if n == shape[d]}
    longer = [d for d in range(len(shape)) if d not in at and shape[d] != 1]
    repeats = math.prod(shape[d] for d in longer)
    data, columns = jnp.repeat(mat.data, repeats), []
    places = jnp.unravel_index(jnp.tile(jnp.arange(repeats), mat.nse), tuple(shape[d] for d in longer)) if longer else ()
    for d in range(len(shape)):
        if d in at:
            columns.append(jnp.repeat(at[d], repeats))
        elif d in longer:
            columns.append(places[longer.index(d)].astype(mat.indices.dtype))
        else:
            columns.append(jnp.zeros(mat.nse * repeats, mat.indices.dtype))
    return _made(data, columns, tuple(shape), indices_sorted=False, unique_indices=mat.unique_indices)


#===-- arithmetic ------------------------------------------------------------------------===#


def bcoo_reduce_sum(mat, *, axes):
    n = mat.n_sparse
    data = mat.data.sum(tuple(a - n + 1 for a in axes if a >= n))
    inside = jnp.ones(mat.nse, bool)
    for i, column in enumerate(_columns(mat)):
        inside = inside & (column < mat.shape[i])
    data = jnp.where(inside.reshape(-1, *[1] * (data.ndim - 1)), data, 0)
    columns = [c for i, c in enumerate(_columns(mat)) if i not in axes]
    return _made(data, columns, tuple(k for i, k in enumerate(mat.shape) if i not in axes))


def bcoo_multiply_dense(sp_mat, v, keep=False):
    """The data times the elements of v at their places; as a sparse array with keep."""
    v = jnp.broadcast_to(v, sp_mat.shape)
    data = sp_mat.data * v.at[_columns(sp_mat)].get(mode="fill", fill_value=0)
    return sp_mat._with(data) if keep else data


def bcoo_multiply_sparse(lhs, rhs):
    raise NotImplementedError("jax.experimental.sparse.bcoo_multiply_sparse is not supported by cjax: use todense() of one")


def bcoo_dot_general(lhs, rhs, *, dimension_numbers, precision=None, preferred_element_type=None, out_sharding=None):
    """A contraction of which one side is sparse; the result is dense."""
    (lc, rc), (lb, rb) = dimension_numbers
    if isinstance(lhs, BCOO) and isinstance(rhs, BCOO):
        raise NotImplementedError("jax.experimental.sparse.bcoo_dot_general of two sparse arrays is not supported by cjax")
    if isinstance(lhs, BCOO):
        return _dot(lhs, jnp.asarray(rhs), tuple(lc), tuple(rc), tuple(lb), tuple(rb), preferred_element_type)
    y = _dot(rhs, jnp.asarray(lhs), tuple(rc), tuple(lc), tuple(rb), tuple(lb), preferred_element_type)
    n, free = len(lb), rhs.ndim - len(rc) - len(rb)
    return jnp.moveaxis(y, tuple(range(n, n + free)), tuple(range(y.ndim - free, y.ndim)))


def _dot(mat, x, lc, rc, lb, rb, dtype):
    if mat.n_dense:
        raise NotImplementedError("jax.experimental.sparse.bcoo_dot_general with dense axes is not supported by cjax")
    if [mat.shape[a] for a in lc] != [x.shape[a] for a in rc]:
        raise TypeError("dot_general requires contracting dimensions to have the same shape, got "
                        f"{tuple(mat.shape[a] for a in lc)} and {tuple(x.shape[a] for a in rc)}.")
    columns = _columns(mat)
    free = [a for a in range(mat.ndim) if a not in lc and a not in lb]
    rest = [a for a in range(x.ndim) if a not in rc and a not in rb]
    x = x.transpose((*rb, *rc, *rest))
    data, x = core.promote_dtypes("dot_general", mat.data, x)
    rows = x.at[tuple(columns[a] for a in (*lb, *lc))].get(mode="fill", fill_value=0)
    out = jnp.zeros(tuple(mat.shape[a] for a in (*lb, *free)) + x.shape[len(rb) + len(rc):], dtype or data.dtype)
    products = data.reshape(-1, *[1] * len(rest)) * rows
    places = tuple(columns[a] for a in (*lb, *free))
    return out.at[places].add(products, mode="drop") if places else products.sum(0).astype(out.dtype)


def bcoo_dot_general_sampled(A, B, indices, *, dimension_numbers):
    """The elements of a product of dense arrays at indices."""
    out = lax.dot_general(A, B, dimension_numbers)
    return out.at[tuple(indices[:, i] for i in range(indices.shape[1]))].get(mode="fill", fill_value=0)
