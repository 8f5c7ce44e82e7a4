"""Mutable references: jax.new_ref.

A reference is a Python object that holds an array.  Where a function is staged that another op calls again and again (a
body of scan, while, cond), the references of outer functions that it uses become further values that it carries: what is
staged first only finds out which they are."""

from _cjax import lax as native_lax
from _cjax import numpy as core
from _cjax import transform as native
from jax._src.printing import array2string
from jax.tree_util import tree_leaves, tree_map


class _State:
    watches = ()


class Ref:
    """An array that can be changed."""

    def __init__(self, value):
        self._value = native.array(value)
        self._depth = len(_State.watches)

    def _touch(self, writes=False):
        for watch in _State.watches[self._depth:]:
            watch.note(self, writes)

    @property
    def shape(self):
        return self._value.shape

    @property
    def dtype(self):
        return self._value.dtype

    @property
    def ndim(self):
        return self._value.ndim

    @property
    def size(self):
        return self._value.size

    def __len__(self):
        return self._value.shape[0]

    def __getitem__(self, index):
        self._touch()
        return self._value if index is ... else self._value[index]

    def __setitem__(self, index, value):
        self._touch(True)
        if native.aval(value) is None:
            raise ValueError(f"a reference of type {_text(self)} cannot hold a value of type {type(value)}")
        value = _fitting("swap", self, index, value)
        self._value = value if index is ... else self._value.at[index].set(value)

    def addupdate(self, value, index=...):
        self._touch(True)
        value = _fitting("addupdate", self, index, value)
        self._value = self._value + value if index is ... else self._value.at[index].add(value)

    def __repr__(self):
        weak = ", weak_type=True" if native.aval(self._value).weak_type else ""
        return f"Ref({array2string(self._value, separator=', ', prefix='Ref(')}, dtype={self.dtype}{weak})"


def _text(ref):
    return f"Ref{{{native.aval(ref._value).str_short()}}}"


def _fitting(name, ref, index, value):
    """The value in ref's dtype, when it has the shape of what the index chooses and no other kind of dtype."""
    aval = native.aval(value)
    shape = ref.shape if index is ... else native.aval(ref._value[index]).shape
    if aval.shape != shape:
        at = "()" if index is ... else f"({index},)"
        raise ValueError(f"Invalid shape for `{name}`. Ref shape: {ref.shape}. Expected shape: {shape}. Value shape: "
                         f"{aval.shape}. Transforms: {at}. ")
    kinds = (core.floating,) * aval.weak_type + (core.integer,)
    if aval.dtype != ref.dtype and not any(core.issubdtype(ref.dtype, k) and core.issubdtype(aval.dtype, k) for k in kinds):
        what = "dtype" if name == "swap" else "shape"
        raise ValueError(f"Invalid dtype for `{name}`. Ref dtype: {ref.dtype}. Value {what}: {aval.dtype}. ")
    return native_lax.convert_element_type(value, ref.dtype)


def new_ref(init_val, *, memory_space=None):
    """A reference whose contents are init_val."""
    return tree_map(Ref, init_val)


def freeze(ref):
    """The contents of a reference that is used no more."""
    return ref[...]


def ref_get(ref, idx=...):
    return ref[... if idx is None else idx]


def ref_set(ref, idx, value):
    ref[... if idx is None else idx] = value


def ref_swap(ref, idx, value):
    old = ref_get(ref, idx)
    ref_set(ref, idx, value)
    return old


def ref_addupdate(ref, idx, value):
    ref.addupdate(value, ... if idx is None else idx)


#===-- staging --------------------------------------------------------------------------===#


class Watch:
    """Which references of outer functions are used while something is staged; they have their old contents afterwards."""

    def __init__(self):
        self.refs, self.values = [], []

    def note(self, ref, writes=False):
        if not any(r is ref for r in self.refs):
            self.refs.append(ref)
            self.values.append(ref._value)

    def __enter__(self):
        self.outer = _State.watches
        _State.watches = self.outer + (self,)
        return self

    def __exit__(self, *_):
        _State.watches = self.outer
        for ref, value in zip(self.refs, self.values):
            ref._value = value


class NoWrites(Watch):
    """Inside a function that is differentiated: references of outer functions are only read."""

    def note(self, ref, writes=False):
        if writes:
            raise Exception("performing a set/swap operation with a differentiated value on a non-differentiated array "
                            f"reference of type {_text(ref)}. Move the array reference to be an argument of the "
                            "differentiated function?")


def holding(refs, fun):
    """fun as a function of the contents of refs and its arguments that gives its result and the new contents."""
    def with_contents(values, *args):
        old = [r._value for r in refs]
        for r, v in zip(refs, values):
            r._value = v
        try:
            result = fun(*args)
            return result, [r._value for r in refs]
        finally:
            for r, v in zip(refs, old):
                r._value = v

    return with_contents


def contents(refs):
    return [r._value for r in refs]


def store(refs, values):
    for r, v in zip(refs, values):
        r._touch(True)
        r._value = v


def has_refs(tree):
    return any(isinstance(x, Ref) for x in tree_leaves(tree))
