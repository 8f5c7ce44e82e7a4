"""jax.numpy: what the array API standard asks of a namespace; the order of contractions."""

import math

from _cjax import numpy as core

__array_api_version__ = "2024.12"


class ComplexWarning(RuntimeWarning):
    """An imaginary part was dropped."""


class ArrayNamespaceInfo:
    """What this namespace can do."""

    def capabilities(self):
        return {"boolean indexing": False, "data-dependent shapes": False, "max dimensions": 64}

    def default_device(self):
        return None

    def devices(self):
        from jax._src.api import devices
        return [None, *devices()]

    def default_dtypes(self, *, device=None):
        names = (("real floating", float), ("complex floating", complex), ("integral", int), ("indexing", int))
        return {name: core.dtype(core.canonicalize_dtype(t)) for name, t in names}

    def dtypes(self, *, device=None, kind=None):
        kinds = {"bool": ("bool",), "signed integer": ("int8", "int16", "int32", "int64"),
                 "unsigned integer": ("uint8", "uint16", "uint32", "uint64"), "real floating": ("float32", "float64"),
                 "complex floating": ("complex64", "complex128")}
        kinds["integral"] = kinds["signed integer"] + kinds["unsigned integer"]
        kinds["numeric"] = kinds["integral"] + kinds["real floating"] + kinds["complex floating"]
        chosen = [kind] if isinstance(kind, str) else list(kinds) if kind is None else list(kind)
        names = []
        for k in chosen:
            if k not in kinds:
                raise ValueError(f"unrecognized kind: {k!r}")
            names += [n for n in kinds[k] if n not in names and (core.x64() or not n.endswith("64") or n == "complex64")]
        return {n: core.dtype(n) for n in names if n != "complex128" or core.x64()}


def __array_namespace_info__():
    return ArrayNamespaceInfo()


def from_dlpack(x, /, *, device=None, copy=None):
    """x, an array of NumPy or JAX."""
    return core.asarray(x)


def einsum_path(subscripts, /, *operands, optimize="auto"):
    """The order in which einsum would contract its operands, two at a time, and a text about its cost."""
    if optimize not in ("greedy", "optimal", "auto", True, False):
        raise NotImplementedError(f"jax.numpy.einsum_path: optimize={optimize!r} is not supported by cjax")
    if not isinstance(subscripts, str) or "." in subscripts:
        raise NotImplementedError("jax.numpy.einsum_path: subscripts other than letters are not supported by cjax")
    inputs, _, output = subscripts.replace(" ", "").partition("->")
    terms = inputs.split(",")
    if not output:
        letters = "".join(terms)
        output = "".join(sorted(c for c in set(letters) if letters.count(c) == 1))
    sizes = {c: n for term, x in zip(terms, operands) for c, n in zip(term, core.shape(x))}
    if optimize is False or len(terms) <= 2:
        return [tuple(range(len(terms)))], _cost_text(subscripts, sizes)
    find = _greedy if optimize == "greedy" or len(terms) > 5 else _optimal
    return find([set(t) for t in terms], set(output), sizes), _cost_text(subscripts, sizes)


def _size(letters, sizes):
    return math.prod(sizes[c] for c in letters)


def _product(terms, i, j, output):
    """The letters of the product of two terms, before and after the sums that can be taken."""
    both = terms[i] | terms[j]
    return both, both & set().union(output, *[t for k, t in enumerate(terms) if k not in (i, j)])


def _optimal(terms, output, sizes):
    return _cheapest(terms, output, sizes)[1]


def _cheapest(terms, output, sizes):
    """(multiplications, path) of the cheapest order."""
    if len(terms) == 1:
        return 0, []
    best = None
    for i in range(len(terms)):
        for j in range(i + 1, len(terms)):
            both, left = _product(terms, i, j, output)
            cost, path = _cheapest([t for k, t in enumerate(terms) if k not in (i, j)] + [left], output, sizes)
            cost += _size(both, sizes) * (2 if both != left else 1)
            if best is None or cost < best[0]:
                best = cost, [(i, j), *path]
    return best


def _greedy(terms, output, sizes):
    """Pairs by what they leave less what they take, the cheaper product among equals."""
    path = []
    while len(terms) > 1:
        best = None
        for i in range(len(terms)):
            for j in range(i + 1, len(terms)):
                both, left = _product(terms, i, j, output)
                gain = _size(left, sizes) - _size(terms[i], sizes) - _size(terms[j], sizes)
                score = (gain, _size(both, sizes), i, j)
                if best is None or score < best[0]:
                    best = (score, left)
        (_, _, i, j), left = best
        path.append((i, j))
        terms = [t for k, t in enumerate(terms) if k not in (i, j)] + [left]
    return path


def _cost_text(subscripts, sizes):
    return f"  Complete contraction:  {subscripts}\n      Naive FLOP count:  {float(_size(set(sizes), sizes)):.3e}"
