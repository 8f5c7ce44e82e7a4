"""Arrays of texts (dtype <U5): names of classes and columns, labels, keys.

The texts stand in a list that views share; an array is the places of its elements in it.  Shapes are known while compiling;
an index that only the executable knows chooses among the texts.
"""

import math

from _cjax import host as core
from jax._src.formatter import layout


class str_(str):
    """An element."""

    def __repr__(self):
        return f"np.str_({str.__repr__(self)})"


class StrDType:
    """dtype('<U5'): texts of up to 5 characters."""

    kind, char, type, byteorder, isbuiltin = "U", "U", str_, "=", 0

    def __init__(self, width):
        self._width = width
        self.itemsize, self.name, self.str = 4 * width, f"str{32 * width}" if width else "str", f"<U{width}"

    def __repr__(self):
        return f"dtype('{self.str}')"

    def __str__(self):
        return self.str

    def __eq__(self, other):
        if isinstance(other, str):
            return other.lstrip("<=") == self.str[1:]
        return isinstance(other, StrDType) and other._width == self._width

    def __hash__(self):
        return hash(self.str)


def _plain(t):
    return str(t) if type(t) is str_ else t


def _element(t):
    return str_(t) if type(t) is str else t


def _width(texts, least=1):
    """Of the longest; texts that the executable makes have no width here."""
    widths = [len(t) for t in texts if type(t) is str]
    return max(widths + [least])


class ndarray:
    """texts: what the places are of; width: of the dtype."""

    _is_ndarray = True  # to isinstance() and type() of programs

    def __init__(self, texts, shape, width=None, places=None):
        self._store, self.shape = texts, shape
        self._places = list(range(len(texts))) if places is None else places
        self.dtype = StrDType(_width(texts) if width is None else width)
        self.ndim, self.size = len(shape), math.prod(shape)
        self.itemsize, self.nbytes = self.dtype.itemsize, self.dtype.itemsize * self.size

    def _flat(self):
        return [self._store[p] for p in self._places]

    def _view(self, places, shape):
        return ndarray(self._store, shape, self.dtype._width, places)

    def _new(self, texts, shape):
        return ndarray(texts, shape, self.dtype._width)

    # ---- indices
    def _chosen(self, key):
        """(places in the flat array, shape) of a key: a list for what is known while compiling, or an array of NumPy."""
        found = _basic(self.shape, key)
        if found is not None:
            return found
        every = core.array(list(range(self.size)), dtype=core.int64).reshape(self.shape)
        at = core.asarray(every[key])
        return at.reshape(-1), at.shape

    def _raw(self, key):
        at, shape = self._chosen(key)
        if isinstance(at, list):
            return self._store[self._places[at[0]]]
        return self._flat()[int(at[0])]

    def __getitem__(self, key):
        at, shape = self._chosen(key)
        if isinstance(at, list):
            if shape == () and not _keeps(key):
                return _element(self._store[self._places[at[0]]])
            return self._view([self._places[i] for i in at], shape)
        flat = self._flat()
        texts = [flat[int(at[i])] for i in range(at.shape[0])]
        return texts[0] if shape == () else self._new(texts, shape)

    def __setitem__(self, key, value):
        at, shape = self._chosen(key)
        v = broadcast_to(asarray(value), shape)._flat()
        width = self.dtype._width
        v = [t[:width] for t in v]
        if isinstance(at, list):
            for i, t in zip(at, v):
                self._store[self._places[i]] = t
            return
        if any([t != v[0] for t in v[1:]]):
            raise NotImplementedError("an array of texts is assigned several texts at places that only the executable knows")
        hit = core.array([False] * self.size)
        hit[at] = True
        for i, p in enumerate(self._places):
            self._store[p] = v[0] if hit[i] else self._store[p]

    def __len__(self):
        if not self.shape:
            raise TypeError("len() of unsized object")
        return self.shape[0]

    def __iter__(self):
        if not self.shape:
            raise TypeError("iteration over a 0-d array")
        return iter([self[i] for i in range(self.shape[0])])

    def __contains__(self, item):
        return any([t == item for t in self._flat()])

    # ---- comparisons
    def _compared(self, other, compare, otherwise):
        other = other if isinstance(other, ndarray) else _texts_of(other)
        if other is None:
            return NotImplemented if otherwise is None else core.array([otherwise] * self.size).reshape(self.shape)
        shape = _broadcast_shape(self.shape, other.shape)
        a, b = broadcast_to(self, shape)._flat(), broadcast_to(other, shape)._flat()
        result = core.array([compare(x, y) for x, y in zip(a, b)], dtype=bool).reshape(shape)
        return result if shape else result[()]

    def __eq__(self, other):
        return self._compared(other, lambda x, y: x == y, False)

    def __ne__(self, other):
        return self._compared(other, lambda x, y: x != y, True)

    def __lt__(self, other):
        return self._compared(other, lambda x, y: x < y, None)

    def __le__(self, other):
        return self._compared(other, lambda x, y: x <= y, None)

    def __gt__(self, other):
        return self._compared(other, lambda x, y: x > y, None)

    def __ge__(self, other):
        return self._compared(other, lambda x, y: x >= y, None)

    def __add__(self, other):
        return _joined(self, asarray(other))

    def __radd__(self, other):
        return _joined(asarray(other), self)

    # ---- texts
    def __str__(self):
        from jax._src.printing import get_printoptions
        return self._raw(()) if not self.shape else layout(self, _quoted, get_printoptions(), " ", 0, 0)[0]

    def __repr__(self):
        from jax._src.printing import get_printoptions
        options = get_printoptions()
        text, at = layout(self, _quoted, options, ", ", 6, 1)
        extras = [f"shape={self.shape}"] if self.size > options["threshold"] or not self.size and self.shape != (0,) else []
        rest = ", ".join(extras + [f"dtype='{self.dtype.str}'"])
        space = "\n      " if at + len(rest) + 3 > options["linewidth"] else " "
        return "array(" + text + "," + space + rest + ")"

    def __format__(self, spec):
        if spec:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return str(self)

    # ---- methods
    @property
    def T(self):
        return self.transpose()

    @property
    def flat(self):
        return iter(self.ravel())

    def tolist(self):
        return self._raw(()) if not self.shape else _nested(self._flat(), self.shape)

    def item(self, *index):
        if not index and self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self._store[self._places[index[0] if index else 0]] if len(index) < 2 else self._raw(index)

    def copy(self, order="C"):
        return self._new(self._flat(), self.shape)

    def reshape(self, *shape, order="C"):
        shape = shape[0] if len(shape) == 1 and isinstance(shape[0], (tuple, list)) else shape
        return self._view(self._places, core.array(list(range(self.size)), dtype=core.int64).reshape(shape).shape)

    def ravel(self, order="C"):
        return self._view(self._places, (self.size,))

    def flatten(self, order="C"):
        return self.ravel().copy()

    def transpose(self, *axes):
        axes = axes[0] if len(axes) == 1 and not isinstance(axes[0], int) else axes
        axes = tuple(axes) if axes else tuple(range(self.ndim))[::-1]
        steps = _strides(self.shape)
        shape = tuple([self.shape[a] for a in axes])
        return self._view([self._places[sum([i * steps[a] for i, a in zip(index, axes)])] for index in _indices(shape)], shape)

    def astype(self, dtype, copy=True):
        width = _width_of(dtype)
        if width is not None:
            texts = self._flat()
            return ndarray([t[:width] for t in texts] if width else texts, self.shape, width or self.dtype._width)
        d = core.dtype(dtype)
        read = {"f": float, "i": int, "u": int, "c": complex}.get(d.kind)
        if read is None:
            raise NotImplementedError(f"an array of texts as {d}")
        return core.array([read(t) for t in self._flat()], dtype=d).reshape(self.shape)

    def sort(self, axis=-1):
        if self.ndim != 1:
            raise NotImplementedError("sort of an array of texts that is no vector")
        for p, t in zip(list(self._places), sorted(self._flat())):
            self._store[p] = t

    def argsort(self, axis=-1, kind=None):
        return argsort(self, axis, kind)

    def take(self, indices, axis=None):
        return take(self, indices, axis)

    def repeat(self, repeats, axis=None):
        return repeat(self, repeats, axis)

    def __getattr__(self, name):
        raise AttributeError(f"'{name}' of an array of texts is not supported by cjax")


def _quoted(t):
    return f"{t!r}"


def _nested(flat, shape):
    if len(shape) == 1:
        return list(flat)
    n = math.prod(shape[1:])
    return [_nested(flat[i * n:(i + 1) * n], shape[1:]) for i in range(shape[0])]


def _strides(shape):
    steps, n = [], 1
    for d in shape[::-1]:
        steps.insert(0, n)
        n *= d
    return steps


def _indices(shape):
    found = [()]
    for d in shape:
        found = [i + (k,) for i in found for k in range(d)]
    return found


def _keeps(key):
    """An index that gives an array where an element would do: a[...]."""
    return key is Ellipsis or isinstance(key, tuple) and Ellipsis in [k for k in key if k is Ellipsis]


def _known(x):
    return isinstance(x, int) and not isinstance(x, bool) and not core.is_run_time(x)


def _basic(shape, key):
    """Places and shape of integers, slices, None, ... and lists of integers or bools on one axis; None for other keys."""
    keys = list(key) if isinstance(key, tuple) else [key]
    used = len([k for k in keys if k is not None and k is not Ellipsis])
    if used > len(shape):
        raise IndexError(f"too many indices for array: array is {len(shape)}-dimensional, but {used} were indexed")
    rest = [slice(None)] * (len(shape) - used)
    at = [i for i, k in enumerate(keys) if k is Ellipsis]
    keys = keys[:at[0]] + rest + keys[at[0] + 1:] if at else keys + rest
    steps, axis, places, out, lists = _strides(shape), 0, [0], [], 0
    for k in keys:
        if k is None:
            out.append(1)
            continue
        n = shape[axis]
        if isinstance(k, slice):
            if not all([v is None or _known(v) for v in (k.start, k.stop, k.step)]):
                return None
            chosen = list(range(n))[k]
            out.append(len(chosen))
        elif _known(k):
            if not -n <= k < n:
                raise IndexError(f"index {k} is out of bounds for axis {axis} with size {n}")
            chosen = [k % n]
        elif isinstance(k, list) and not lists and k and all([_known(i) for i in k]):
            lists += 1
            for i in k:
                if not -n <= i < n:
                    raise IndexError(f"index {i} is out of bounds for axis {axis} with size {n}")
            chosen = [i % n for i in k]
            out.append(len(chosen))
        else:
            return None
        places = [p + i * steps[axis] for p in places for i in chosen]
        axis += 1
    return places, tuple(out)


#===-- making them ---------------------------------------------------------------------===#


def _width_of(dtype):
    """Of a dtype of texts, 0 where it is open; None for others."""
    if dtype is str or dtype is str_:
        return 0
    if isinstance(dtype, StrDType):
        return dtype._width
    if isinstance(dtype, str) and dtype.lstrip("<=") in ("U", "str"):
        return 0
    if isinstance(dtype, str) and dtype.lstrip("<=")[:1] == "U" and dtype.lstrip("<=")[1:].isdigit():
        return int(dtype.lstrip("<=")[1:])
    return None


def _leaves(object):
    """(texts, shape) of nested lists."""
    if isinstance(object, ndarray):
        return object._flat(), object.shape
    if not isinstance(object, (list, tuple)):
        if hasattr(object, "shape") and object.shape:
            return _leaves(object.tolist())
        return [_plain(object) if isinstance(object, str) else str(object)], ()
    parts = [_leaves(x) for x in object]
    if any([p[1] != parts[0][1] for p in parts]):
        raise ValueError("setting an array element with a sequence. The requested array has an inhomogeneous shape after "
                         f"1 dimensions. The detected shape was ({len(parts)},) + inhomogeneous part.")
    return [t for p in parts for t in p[0]], (len(parts),) + (parts[0][1] if parts else ())


def array(object, dtype=None, ndmin=0):
    """numpy.array of texts."""
    width = None if dtype is None else _width_of(dtype)
    if dtype is not None and width is None:
        return array(object).astype(dtype)
    texts, shape = _leaves(object)
    shape = (1,) * (ndmin - len(shape)) + shape
    if width:
        texts = [t[:width] for t in texts]
    kept = object.dtype._width if isinstance(object, ndarray) else None
    return ndarray(list(texts), shape, width or kept)


def asarray(object, dtype=None):
    if isinstance(object, ndarray) and (dtype is None or _width_of(dtype) in (0, object.dtype._width)):
        return object
    return array(object, dtype)


def _texts_of(x):
    """An array of texts, or None for what is no text."""
    first = x
    while isinstance(first, (list, tuple)) and first:
        first = first[0]
    return asarray(x) if isinstance(first, (str, ndarray)) else None


def _broadcast_shape(a, b):
    n = max(len(a), len(b))
    a, b = (1,) * (n - len(a)) + a, (1,) * (n - len(b)) + b
    if any([x != y and 1 not in (x, y) for x, y in zip(a, b)]):
        raise ValueError(f"operands could not be broadcast together with shapes {a} {b} ".replace(", ", ","))
    return tuple([y if x == 1 else x for x, y in zip(a, b)])


def _widest(arrays):
    return max([a.dtype._width for a in arrays])


def _joined(a, b):
    shape = _broadcast_shape(a.shape, b.shape)
    texts = [x + y for x, y in zip(broadcast_to(a, shape)._flat(), broadcast_to(b, shape)._flat())]
    return ndarray(texts, shape, a.dtype._width + b.dtype._width)


#===-- functions of numpy, for arguments that have texts ---------------------------------===#


def broadcast_to(a, shape):
    if a.shape == tuple(shape):
        return a
    lead, steps = len(shape) - len(a.shape), _strides(a.shape)
    steps = [0] * lead + [0 if n == 1 else s for n, s in zip(a.shape, steps)]
    if lead < 0 or any([n not in (1, m) for n, m in zip(a.shape, shape[lead:])]):
        raise ValueError(f"could not broadcast input array from shape {a.shape} into shape {tuple(shape)}".replace(", ", ","))
    return a._view([a._places[sum([i * s for i, s in zip(index, steps)])] for index in _indices(shape)], tuple(shape))


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None):
    if axis is not None:
        raise NotImplementedError("numpy.unique of texts along an axis")
    ar = asarray(ar)
    flat, first, counts = ar._flat(), {}, {}
    for i, t in enumerate(flat):
        first.setdefault(t, i)
        counts[t] = counts.get(t, 0) + 1
    found = sorted(first)
    results = [ndarray(found, (len(found),), ar.dtype._width)]
    if return_index:
        results.append(core.array([first[t] for t in found], dtype=core.int64))
    if return_inverse:
        place = {t: i for i, t in enumerate(found)}
        results.append(core.array([place[t] for t in flat], dtype=core.int64).reshape(ar.shape))
    if return_counts:
        results.append(core.array([counts[t] for t in found], dtype=core.int64))
    return results[0] if len(results) == 1 else tuple(results)


def where(condition, x, y):
    c, x, y = core.asarray(condition), asarray(x), asarray(y)
    shape = _broadcast_shape(c.shape, _broadcast_shape(x.shape, y.shape))
    c = (c | core.array([False] * math.prod(shape)).reshape(shape)).reshape(-1)
    x1, y1 = broadcast_to(x, shape)._flat(), broadcast_to(y, shape)._flat()
    return ndarray([x1[i] if c[i] else y1[i] for i in range(len(x1))], shape, _widest([x, y]))


def sort(a, axis=-1, kind=None):
    a = asarray(a).copy()
    a.sort(axis)
    return a


def argsort(a, axis=-1, kind=None):
    a = asarray(a)
    if a.ndim != 1:
        raise NotImplementedError("argsort of an array of texts that is no vector")
    flat = a._flat()
    return core.array(sorted(range(a.size), key=lambda i: flat[i]), dtype=core.int64)


def concatenate(arrays, axis=0):
    arrays = [asarray(a) for a in arrays]
    if axis is None:
        arrays, axis = [a.ravel() for a in arrays], 0
    n = arrays[0].ndim
    moved = [a.transpose(*_front(n, axis)) for a in arrays]
    rest = moved[0].shape[1:]
    if any([m.shape[1:] != rest for m in moved]):
        raise ValueError("all the input array dimensions except for the concatenation axis must match exactly")
    whole = ndarray([t for m in moved for t in m._flat()], (sum([m.shape[0] for m in moved]),) + rest, _widest(arrays))
    order = _front(n, axis)
    return whole.transpose(*[order.index(i) for i in range(n)])


def _front(n, axis):
    axis %= n
    return [axis] + [i for i in range(n) if i != axis]


def stack(arrays, axis=0):
    return concatenate([expand_dims(asarray(a), axis) for a in arrays], axis)


def expand_dims(a, axis):
    shape = list(a.shape)
    shape.insert(axis % (a.ndim + 1), 1)
    return a.reshape(tuple(shape))


def hstack(tup):
    arrays = [asarray(a) for a in tup]
    arrays = [a.reshape(1) if not a.shape else a for a in arrays]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)


def vstack(tup):
    return concatenate([a.reshape(1, -1) if a.ndim < 2 else a for a in [asarray(x) for x in tup]], 0)


def append(arr, values, axis=None):
    return concatenate([asarray(arr), asarray(values)], axis)


def isin(element, test_elements, invert=False):
    a, among = asarray(element), asarray(test_elements)._flat()
    return core.array([any([t == u for u in among]) != invert for t in a._flat()], dtype=bool).reshape(a.shape)


def array_equal(a1, a2):
    a, b = _texts_of(a1), _texts_of(a2)
    return a is not None and b is not None and a.shape == b.shape and all([x == y for x, y in zip(a._flat(), b._flat())])


def full(shape, fill_value, dtype=None):
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    return array([fill_value] * math.prod(shape), dtype).reshape(shape)


def repeat(a, repeats, axis=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    return _along(a, core.array(list(range(a.shape[axis])), dtype=core.int64).repeat(repeats).tolist(), axis)


def tile(A, reps):
    a = asarray(A)
    if a.ndim != 1 or not isinstance(reps, int):
        raise NotImplementedError("numpy.tile of texts: a vector and a number")
    return a[list(range(a.size)) * reps]


def take(a, indices, axis=None):
    a = asarray(a)
    if axis is None:
        return a.ravel()[indices]
    return _along(a, indices, axis)


def _along(a, indices, axis):
    return a[tuple([slice(None)] * (axis % a.ndim) + [indices])]


def flip(m, axis=None):
    every = slice(None, None, -1)
    return m[tuple([every if axis is None or i == axis % m.ndim else slice(None) for i in range(m.ndim)])]


def ravel(a, order="C"):
    return asarray(a).ravel()


def reshape(a, shape, order="C"):
    return asarray(a).reshape(shape)


def transpose(a, axes=None):
    return asarray(a).transpose(*(axes or ()))


def shape(a):
    return asarray(a).shape


def ndim(a):
    return asarray(a).ndim


def size(a, axis=None):
    return asarray(a).size if axis is None else asarray(a).shape[axis]


def copy(a, order="K", subok=False):
    return asarray(a).copy()


def array_repr(arr):
    return repr(arr)


def array_str(a):
    return str(a)


def array2string(a, separator=" ", prefix="", suffix="", threshold=None, edgeitems=None, max_line_width=None):
    from jax._src.printing import printoptions, get_printoptions
    with printoptions(threshold=threshold, edgeitems=edgeitems, linewidth=max_line_width):
        return layout(a, _quoted, get_printoptions(), separator, len(prefix), len(suffix))[0]


def add(x1, x2):
    return _joined(asarray(x1), asarray(x2))


def equal(x1, x2):
    return asarray(x1) == x2


def not_equal(x1, x2):
    return asarray(x1) != x2
