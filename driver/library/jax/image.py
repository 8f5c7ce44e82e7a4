"""jax.image: resampling of images.

An output pixel is a weighted sum of input pixels along each axis; the weights of an axis are a matrix
that a kernel of the distance between the centres of pixels gives. Kernels: Keys 1981 (cubic), Duchon 1979 (Lanczos).
"""

import enum
import math

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp


class ResizeMethod(enum.Enum):
    """How pixels between the given ones are found."""

    NEAREST = 0
    LINEAR = 1
    LANCZOS3 = 2
    LANCZOS5 = 3
    CUBIC = 4
    CUBIC_PYTORCH = 5
    AREA = 6

    @staticmethod
    def from_string(s):
        if s not in _names:
            raise ValueError(f'Unknown resize method "{s}"')
        return _names[s]


_names = {"nearest": ResizeMethod.NEAREST, "lanczos3": ResizeMethod.LANCZOS3, "lanczos5": ResizeMethod.LANCZOS5,
          "area": ResizeMethod.AREA, "cubic-pytorch": ResizeMethod.CUBIC_PYTORCH,
          "bicubic-pytorch": ResizeMethod.CUBIC_PYTORCH}
_names.update({name: ResizeMethod.LINEAR for name in ("linear", "bilinear", "trilinear", "triangle")})
_names.update({name: ResizeMethod.CUBIC for name in ("cubic", "bicubic", "tricubic")})


#===-- kernels: the weight at distance x >= 0 --------------------------------------------===#


def _triangle(x):
    return jnp.maximum(0, 1 - x)


def _lanczos(radius):
    def kernel(x):
        y = radius * jnp.sin(math.pi * x) * jnp.sin(math.pi * x / radius)
        out = jnp.where(x > 1e-3, y / jnp.where(x != 0, math.pi ** 2 * x ** 2, 1), 1)
        return jnp.where(x > radius, 0.0, out)
    return kernel


def _cubic(a):
    """Cubic convolution with the slope a at distance 1."""
    def kernel(x):
        near = (((a + 2) * x - (a + 3)) * x) * x + 1
        far = ((a * x - 5 * a) * x + 8 * a) * x - 4 * a
        return jnp.where(x >= 2, 0.0, jnp.where(x >= 1, far, near))
    return kernel


_kernels = {ResizeMethod.LINEAR: (1, _triangle), ResizeMethod.LANCZOS3: (3, _lanczos(3.0)),
            ResizeMethod.LANCZOS5: (5, _lanczos(5.0)), ResizeMethod.CUBIC: (2, _cubic(-0.5)),
            ResizeMethod.CUBIC_PYTORCH: (2, _cubic(-0.75)), ResizeMethod.AREA: (1, None)}


#===-- weights ---------------------------------------------------------------------------===#


def _overlaps(n, m, inverse, translation, dtype):
    """How much of input pixel j output pixel i covers."""
    left = jnp.arange(m, dtype=dtype) * inverse - translation * inverse
    low = jnp.arange(n, dtype=dtype)
    ends = jnp.minimum((left + inverse)[None, :], (low + 1.0)[:, None])
    return jnp.maximum(0.0, ends - jnp.maximum(left[None, :], low[:, None]))


def _normalised(weights):
    total = jnp.sum(weights, axis=0, keepdims=True)
    large = jnp.abs(total) > 1000.0 * float(core.finfo(core.float32).eps)
    return jnp.where(large, weights / jnp.where(total != 0, total, 1), 0)


def _onto_edges(weights, n, radius):
    """Weights of pixels -radius to n + radius, those outside given to the pixel at the edge."""
    rows = jnp.clip(jnp.arange(-radius, n + radius), 0, n - 1)
    return jnp.zeros((n, weights.shape[1]), weights.dtype).at[rows].add(weights)


def compute_weight_mat(input_size, output_size, scale, translation, kernel, antialias, edge_padding, radius):
    """The weights of an axis: [input_size, output_size]."""
    dtype = core.result_type(scale, translation)
    inverse = 1.0 / scale
    widening = jnp.maximum(inverse, 1.0) if antialias else 1.0
    centre = (jnp.arange(output_size, dtype=dtype) + 0.5) * inverse - translation * inverse - 0.5
    if kernel is None:
        weights = _overlaps(input_size, output_size, inverse, translation, dtype)
    else:
        beyond = radius if edge_padding else 0
        pixels = jnp.arange(-beyond, input_size + beyond, dtype=dtype)
        weights = kernel(jnp.abs(centre[None, :] - pixels[:, None]) / widening)
    if edge_padding:
        return _normalised(_onto_edges(weights, input_size, radius))
    inside = (centre >= -0.5) & (centre <= input_size - 0.5)
    return jnp.where(inside[None, :], _normalised(weights), 0)


def _resample(x, shape, axes, scale, translation, method, antialias, precision):
    edges = method == ResizeMethod.CUBIC_PYTORCH and not antialias
    if method == ResizeMethod.CUBIC_PYTORCH and antialias:
        method = ResizeMethod.CUBIC
    radius, kernel = _kernels[method]
    if not axes:
        return x
    n = len(shape)
    letters, out = list(range(n)), list(range(n))
    operands = [x, letters]
    for i, axis in enumerate(axes):
        axis = axis % n
        weights = compute_weight_mat(x.shape[axis], shape[axis], scale[i], translation[i], kernel, antialias, edges, radius)
        operands += [weights.astype(x.dtype), [axis, n + i]]
        out[axis] = n + i
    return jnp.einsum(*operands, out, precision=precision)


def _nearest(x, shape):
    for axis, (n, m) in enumerate(zip(x.shape, shape)):
        if n != m:
            at = jnp.floor((jnp.arange(m, dtype=core.float32) + 0.5) * n / m).astype(core.int32)
            x = jnp.take(x, at, axis=axis)
    return x


def _check_rank(image, shape):
    if len(shape) != image.ndim:
        raise ValueError(f"shape must have length equal to the number of dimensions of x;  {shape} vs {image.shape}")


def scale_and_translate(image, shape, spatial_dims, scale, translation, method, antialias=True,
                        precision=lax.Precision.HIGHEST):
    """The image with pixel p of spatial_dims moved to p * scale + translation, cut to shape."""
    shape = core.canonicalize_shape(shape)
    _check_rank(image, shape)
    if isinstance(method, str):
        method = ResizeMethod.from_string(method)
    if method == ResizeMethod.NEAREST:
        raise ValueError("Nearest neighbor resampling is not currently supported for scale_and_translate.")
    (image,) = core.promote_dtypes_inexact("scale_and_translate", image)
    scale, translation = core.promote_dtypes_inexact("scale_and_translate", scale, translation)
    return _resample(image, shape, tuple(spatial_dims), scale, translation, method, antialias, precision)


def resize(image, shape, method, antialias=True, precision=lax.Precision.HIGHEST):
    """The image with another number of pixels along its axes."""
    shape = core.canonicalize_shape(shape)
    image = jnp.asarray(image)
    _check_rank(image, shape)
    if isinstance(method, str):
        method = ResizeMethod.from_string(method)
    if method == ResizeMethod.NEAREST:
        return _nearest(image, shape)
    (image,) = core.promote_dtypes_inexact("resize", image)
    axes = tuple(i for i, (n, m) in enumerate(zip(image.shape, shape)) if n != m)
    scale = [1.0 if shape[i] == 0 else shape[i] / image.shape[i] for i in axes]
    return _resample(image, shape, axes, scale, [0.0] * len(axes), method, antialias, precision)
