"""Methods and attributes of jax's arrays that say where they are: whole, on the one device."""

from _cjax import transform as native


class Shard:
    """The part of an array on a device: all of it."""

    replica_id = 0

    def __init__(self, data):
        self.data = data
        self.index = (slice(None, None, None),) * data.ndim

    @property
    def device(self):
        from jax.sharding import array_device
        return array_device()

    def __repr__(self):
        return f"Shard(device={self.device!r}, index={self.index}, replica_id=0, data={self.data})"


def __array__(x, dtype=None, context=None, copy=None):
    import numpy
    return numpy.asarray(x, dtype=dtype)


def __array_namespace__(x, *, api_version=None, device=None):
    if api_version not in (None, "2024.12"):
        raise ValueError(f"api_version='{api_version}' is not available; available versions are: ['2024.12']")
    import jax.numpy
    return jax.numpy


def __copy__(x):
    return x


def __deepcopy__(x, memo):
    import jax.numpy
    return jax.numpy.array(x)


class _Capsule:
    """What __dlpack__ gives."""

    def __init__(self, array):
        self.array = array


def __dlpack__(x, *, stream=None, max_version=None, dl_device=None, copy=None):
    return _Capsule(x)


def __dlpack_device__(x):
    return (1, 0)


def addressable_data(x, index):
    return addressable_shards(x)[index].data


def addressable_shards(x):
    return [Shard(x)]


global_shards = addressable_shards


def byteswap(x, inplace=False):
    """The bytes of each element in the other order."""
    from jax import lax
    from jax import numpy as jnp
    if inplace:
        raise NotImplementedError("byteswap with inplace=True is not supported by JAX arrays")
    if x.dtype.itemsize == 1:
        return x
    octets = lax.bitcast_convert_type(x, jnp.uint8)
    return lax.bitcast_convert_type(jnp.flip(octets, -1), x.dtype)


def committed(x):
    return False


def delete(x):
    """Uses of x are errors from here on; its memory is planned while compiling."""
    native.delete(x)


def is_deleted(x):
    return native.is_deleted(x)


def is_fully_addressable(x):
    return True


def is_fully_replicated(x):
    return True


def on_device_size_in_bytes(x):
    return x.nbytes


def to_device(x, device, *, stream=None):
    return x


def view(x, dtype):
    """The bytes of x as elements of a dtype of another width, a bool or a complex one, along the last axis."""
    from jax import numpy as jnp
    dtype = jnp.dtype(dtype)
    if x.ndim == 0 and dtype.itemsize != x.dtype.itemsize:
        raise ValueError("view() of a 0d array is only supported if the itemsize is unchanged.")
    if x.ndim and x.shape[-1] * x.dtype.itemsize % dtype.itemsize:
        raise ValueError("When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last "
                         "axis of the array.")
    if x.dtype == jnp.bool_:
        return view(x.astype(jnp.uint8), dtype)
    if jnp.issubdtype(x.dtype, jnp.complexfloating):
        parts = jnp.stack([x.real, x.imag], -1)
        return _into(parts.reshape(*x.shape[:-1], -1) if x.ndim else parts, dtype)
    return _into(x, dtype)


def _into(x, dtype):
    from jax import lax
    from jax import numpy as jnp
    if dtype == jnp.bool_:
        return _into(x, jnp.dtype(jnp.uint8)).astype(bool)
    if jnp.issubdtype(dtype, jnp.complexfloating):
        parts = _into(x, jnp.dtype(jnp.float32 if dtype == jnp.complex64 else jnp.float64))
        return lax.complex(parts[..., 0::2], parts[..., 1::2])
    if x.dtype == dtype:
        return x
    n, m = x.dtype.itemsize, dtype.itemsize
    if n < m:
        return lax.bitcast_convert_type(x.reshape(*x.shape[:-1], -1, m // n), dtype)
    out = lax.bitcast_convert_type(x, dtype)
    return out.reshape(*x.shape[:-1], -1) if n > m else out
