"""numpy's index helpers: those of jax.numpy, whose arrays are numpy's here."""

from _cjax.host import host
from jax.numpy import grids as _grids
from jax.numpy.grids import index_exp, s_  # noqa: F401


class _Host:
    """helper[key] in host mode."""

    def __init__(self, helper):
        self._get = host(helper.__getitem__)

    def __getitem__(self, key):
        return self._get(key)


class _Open(_Host):
    def __getitem__(self, key):
        grids = self._get(key)
        return tuple(grids) if isinstance(grids, list) else grids


mgrid, ogrid, r_, c_ = _Host(_grids.mgrid), _Open(_grids.ogrid), _Host(_grids.r_), _Host(_grids.c_)
