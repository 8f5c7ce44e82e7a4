"""jax.lax: convolutions, and what is computed over sliding windows."""

import math

from _cjax import lax as _native
from _cjax import numpy as _core
from _cjax.primitive import bind as _bind
from jax.lax.types import ConvDimensionNumbers


def _index_of(spec, what):
    # "NHWC" or "HWIO" as positions: (batch, feature, spatial...) or (out, in, spatial...).
    first = ("O", "I") if what == "rhs" else ("N", "C")
    spatial = [i for i, c in enumerate(spec) if c not in first]
    return spec.index(first[0]), spec.index(first[1]), spatial


def conv_dimension_numbers(lhs_shape, rhs_shape, dimension_numbers):
    """Positions of batch, features and spatial dimensions of both operands and the result."""
    n = len(lhs_shape)
    if isinstance(dimension_numbers, ConvDimensionNumbers):
        return dimension_numbers
    if len(lhs_shape) != len(rhs_shape):
        raise TypeError(f"convolution requires lhs and rhs ndim to be equal, got {n} and {len(rhs_shape)}.")
    if dimension_numbers is None:
        order = tuple(range(n))
        return ConvDimensionNumbers(order, order, order)
    if isinstance(dimension_numbers, (tuple, list)):
        if len(dimension_numbers) != 3:
            raise TypeError(f"convolution dimension_numbers list/tuple must be length 3, got {len(dimension_numbers)}.")
        lhs, rhs, out = dimension_numbers
        for name, spec, chars in (("lhs_specs", lhs, "NC"), ("rhs_specs", rhs, "OI"), ("out_specs", out, "NC")):
            if not isinstance(spec, str):
                raise TypeError(f"convolution dimension_numbers elements must be strings, got {type(spec)}.")
            if len(spec) != n or any(spec.count(c) != 1 for c in chars):
                raise ValueError(f"convolution dimension_numbers[{('lhs_specs', 'rhs_specs', 'out_specs').index(name)}] must contain the characters "
                                 f"'{chars[0]}' and '{chars[1]}' exactly once, got {spec}.")
        names = [c for c in rhs if c not in "OI"]
        lhs_batch, lhs_feature, _ = _index_of(lhs, "lhs")
        rhs_out, rhs_in, _ = _index_of(rhs, "rhs")
        out_batch, out_feature, _ = _index_of(out, "out")
        return ConvDimensionNumbers((lhs_batch, lhs_feature, *(lhs.index(c) for c in names)),
                                    (rhs_out, rhs_in, *(rhs.index(c) for c in names)),
                                    (out_batch, out_feature, *(out.index(c) for c in names)))
    raise TypeError(f"convolution dimension_numbers must be tuple/list or None, got {type(dimension_numbers)}.")


def padtype_to_pads(in_shape, window_shape, window_strides, padding):
    """Pairs of paddings for "SAME", "SAME_LOWER" or "VALID"."""
    if not isinstance(padding, str):
        return [(int(lo), int(hi)) for lo, hi in padding]
    padding = padding.upper()
    if padding == "VALID":
        return [(0, 0)] * len(in_shape)
    if padding not in ("SAME", "SAME_LOWER"):
        raise RuntimeError(f"Unrecognized padding type: expected 'VALID', 'SAME', or 'SAME_LOWER', got {padding}.")
    pads = []
    for size, window, stride in zip(in_shape, window_shape, window_strides):
        total = max((-(-size // stride) - 1) * stride + window - size, 0)
        pads.append((total - total // 2, total // 2) if padding == "SAME_LOWER" else (total // 2, total - total // 2))
    return pads


def _dilated(size, dilation):
    return 0 if size == 0 else (size - 1) * dilation + 1


def _windows(size, window, stride):
    return 0 if size < window else (size - window) // stride + 1


def _check_groups(lhs, rhs, numbers, groups):
    features = lhs.shape[numbers.lhs_spec[1]]
    if groups <= 0:
        raise ValueError(f"conv_general_dilated feature_group_count must be a positive integer, got {groups}.")
    if features % groups:
        raise ValueError("conv_general_dilated feature_group_count must divide lhs feature dimension size, but "
                         f"{groups} does not divide {features}.")


def conv_general_dilated(lhs, rhs, window_strides, padding, lhs_dilation=None, rhs_dilation=None, dimension_numbers=None,
                         feature_group_count=1, batch_group_count=1, precision=None, preferred_element_type=None, out_sharding=None):
    """Convolution with strides, dilations of both operands, groups of features or of the batch."""
    lhs, rhs = _core.asarray(lhs), _core.asarray(rhs)
    if lhs.dtype != rhs.dtype:
        raise TypeError(f"lax.conv_general_dilated requires arguments to have the same dtypes, got {lhs.dtype.name}, {rhs.dtype.name}.")
    numbers = conv_dimension_numbers(lhs.shape, rhs.shape, dimension_numbers)
    dtype = preferred_element_type
    if dtype is not None:
        lhs, rhs = _native.convert_element_type(lhs, dtype), _native.convert_element_type(rhs, dtype)
    n = lhs.ndim - 2
    lhs_dilation = (1,) * n if lhs_dilation is None else tuple(lhs_dilation)
    rhs_dilation = (1,) * n if rhs_dilation is None else tuple(rhs_dilation)
    if isinstance(padding, str) and any(d != 1 for d in lhs_dilation):
        raise ValueError("String padding is not implemented for transposed convolution using this op. Please either exactly "
                         "specify the required padding or use conv_transpose.")
    if not isinstance(padding, str) and len(padding) != n:
        raise TypeError(f"Wrong number of explicit pads for convolution: expected {n}, got {len(padding)}.")
    _check_groups(lhs, rhs, numbers, feature_group_count)
    strides = tuple(window_strides)
    if len(strides) != n:
        raise ValueError("conv_general_dilated window and window_strides must have the same number of dimensions, "
                         f"but got {n} and {len(strides)}")
    space = [lhs.shape[i] for i in numbers.lhs_spec[2:]]
    windows = [_dilated(rhs.shape[i], d) for i, d in zip(numbers.rhs_spec[2:], rhs_dilation)]
    pads = padtype_to_pads([_dilated(s, d) for s, d in zip(space, lhs_dilation)], windows, strides, padding)
    return _bind("conv_general_dilated", (lhs, rhs), 1, window_strides=strides, padding_low=tuple(lo for lo, _ in pads),
                 padding_high=tuple(hi for _, hi in pads), lhs_dilation=lhs_dilation, rhs_dilation=rhs_dilation,
                 lhs_spec=tuple(numbers.lhs_spec), rhs_spec=tuple(numbers.rhs_spec), out_spec=tuple(numbers.out_spec),
                 feature_group_count=feature_group_count, batch_group_count=batch_group_count)[0]


def conv(lhs, rhs, window_strides, padding, precision=None, preferred_element_type=None):
    """Convolution of NCHW with OIHW."""
    return conv_general_dilated(lhs, rhs, window_strides, padding, preferred_element_type=preferred_element_type)


def conv_with_general_padding(lhs, rhs, window_strides, padding, lhs_dilation, rhs_dilation, precision=None,
                              preferred_element_type=None):
    return conv_general_dilated(lhs, rhs, window_strides, padding, lhs_dilation, rhs_dilation,
                                preferred_element_type=preferred_element_type)


def _transpose_padding(k, s, padding):
    if padding == "SAME":
        total = k + s - 2
        before = k - 1 if s > k - 1 else -(-total // 2)
    elif padding == "VALID":
        total = k + s - 2 + max(k - s, 0)
        before = k - 1
    else:
        raise ValueError("Padding mode must be `SAME` or `VALID`.")
    return before, total - before


def conv_transpose(lhs, rhs, strides, padding, rhs_dilation=None, dimension_numbers=None, transpose_kernel=False, precision=None,
                   preferred_element_type=None):
    """The transpose of a convolution, or with transpose_kernel its gradient."""
    n = lhs.ndim - 2
    if dimension_numbers is None:
        dimension_numbers = {1: ("NHC", "HIO", "NHC"), 2: ("NHWC", "HWIO", "NHWC"), 3: ("NHWDC", "HWDIO", "NHWDC")}.get(n)
        if dimension_numbers is None:
            raise ValueError("No 4+ dimensional dimension_number defaults.")
    numbers = conv_dimension_numbers(lhs.shape, rhs.shape, dimension_numbers)
    rhs_dilation = (1,) * n if rhs_dilation is None else tuple(rhs_dilation)
    sizes = [_dilated(rhs.shape[i], d) for i, d in zip(numbers.rhs_spec[2:], rhs_dilation)]
    pads = [_transpose_padding(k, s, padding) for k, s in zip(sizes, strides)] if isinstance(padding, str) else padding
    if transpose_kernel:
        rhs = _native.rev(rhs, numbers.rhs_spec[2:])
        o, i, *space = numbers.rhs_spec
        numbers = ConvDimensionNumbers(numbers.lhs_spec, (i, o, *space), numbers.out_spec)
    return conv_general_dilated(lhs, rhs, (1,) * n, pads, strides, rhs_dilation, numbers, preferred_element_type=preferred_element_type)


def conv_general_dilated_patches(lhs, filter_shape, window_strides, padding, lhs_dilation=None, rhs_dilation=None,
                                 dimension_numbers=None, precision=None, preferred_element_type=None):
    """The patches that a convolution contracts, as features (input feature major)."""
    from jax.numpy.creation import eye
    lhs = _core.asarray(lhs)
    numbers = conv_dimension_numbers(lhs.shape, (1,) * lhs.ndim, dimension_numbers)
    features, taps = lhs.shape[numbers.lhs_spec[1]], math.prod(filter_shape)
    w = eye(taps, dtype=lhs.dtype).reshape(taps, 1, *filter_shape)
    from jax.numpy.manipulation import tile
    w = tile(w, (features,) + (1,) * (w.ndim - 1))
    back = [0] * lhs.ndim
    for i, at in enumerate(numbers.rhs_spec):
        back[at] = i
    return conv_general_dilated(lhs, _native.transpose(w, back), window_strides, padding, lhs_dilation, rhs_dilation, numbers,
                                feature_group_count=features, preferred_element_type=preferred_element_type)


def _larger(x, y):
    # max whose derivative goes to the first of equals; nan wins.
    return _native.select(_native.bitwise_or(_native.lt(x, y), _native.ne(y, y)), y, x)


def _smaller(x, y):
    return _native.select(_native.bitwise_or(_native.gt(x, y), _native.ne(y, y)), y, x)


def _monoid(computation, init):
    """The op for windows reduced by lax.add, max or min from the value that changes nothing; else None."""
    name = {_native.add: "sum", _native.max: "max", _native.min: "min"}.get(computation)
    if name is None or init.ndim or not (_core.issubdtype(init.dtype, _core.number)):
        return None
    if _core.issubdtype(init.dtype, _core.complexfloating) and name != "sum":
        return None
    from jax.errors import ConcretizationTypeError
    try:
        known = _core.concrete(init, "the initial value of reduce_window")
    except ConcretizationTypeError:
        return None
    floating = _core.issubdtype(init.dtype, _core.inexact)
    neutral = {"sum": 0, "max": -math.inf if floating else _core.iinfo(init.dtype).min if name == "max" else 0,
               "min": math.inf if floating else _core.iinfo(init.dtype).max if name == "min" else 0}
    return f"reduce_window_{name}" if known == neutral[name] else None


def reduce_window(operand, init_value, computation, window_dimensions, window_strides=None, padding="VALID",
                  base_dilation=None, window_dilation=None):
    """Windows of operand, padded with init_value, reduced by computation (associative)."""
    from jax.tree_util import tree_flatten, tree_unflatten
    xs, tree = tree_flatten(operand)
    inits, _ = tree_flatten(init_value)
    if len(xs) != len(inits):
        raise ValueError(f"Number of operands ({len(xs)}) and of init values ({len(inits)}) must be equal")
    xs = [_core.asarray(x) for x in xs]
    inits = [_core.asarray(i, x.dtype) for i, x in zip(inits, xs)]
    n = xs[0].ndim
    ones = (1,) * n
    sizes, strides = tuple(window_dimensions), ones if window_strides is None else tuple(window_strides)
    if len(sizes) != n:
        raise TypeError("reduce_window got the wrong number of window_dimensions for operand: got operand shape "
                        f"{xs[0].shape} with window_dimensions {sizes}.")
    if len(strides) != n:
        raise TypeError("reduce_window got inconsistent window_strides and window_dimensions: got window_strides "
                        f"{strides} and window_dimensions {sizes}.")
    base = ones if base_dilation is None else tuple(base_dilation)
    dilation = ones if window_dilation is None else tuple(window_dilation)
    windows = [_dilated(s, d) for s, d in zip(sizes, dilation)]
    pads = padtype_to_pads([_dilated(s, d) for s, d in zip(xs[0].shape, base)], windows, strides, padding)
    op = _monoid(computation, inits[0]) if len(xs) == 1 else None
    if op:
        y = _bind(op, tuple(xs), 1, window_dimensions=sizes, window_strides=strides, padding_low=tuple(lo for lo, _ in pads),
                  padding_high=tuple(hi for _, hi in pads), base_dilation=base, window_dilation=dilation)
        return tree_unflatten(tree, y)
    config = [(lo, hi, d - 1) for (lo, hi), d in zip(pads, base)]
    if any(c != (0, 0, 0) for c in config):
        xs = [_native.pad(x, i, config) for x, i in zip(xs, inits)]
    named = {} if _core.issubdtype(xs[0].dtype, _core.complexfloating) else {_native.max: _larger, _native.min: _smaller}
    combine = named.get(computation, computation)
    tupled = len(xs) > 1 or tree != tree_flatten(0)[1]

    def fold(x, y):
        if not tupled:
            return [combine(x[0], y[0])]
        return tree_flatten(computation(tree_unflatten(tree, x), tree_unflatten(tree, y)))[0]

    for axis in reversed(range(n)):  # so that the first of equals in row-major order wins
        if sizes[axis] == 1 and strides[axis] == 1:
            continue
        xs = _fold_all(xs, axis, fold, sizes[axis], strides[axis], dilation[axis])
    xs = fold([_native.full_like(x, 0) + i for x, i in zip(xs, inits)], xs)
    return tree_unflatten(tree, xs)


def _fold_all(xs, axis, fold, size, stride, dilation):
    count = _windows(xs[0].shape[axis], _dilated(size, dilation), stride)
    y = None
    for i in range(size):
        lo = i * dilation
        piece = [_native.slice_in_dim(x, lo, lo + (count - 1) * stride + 1 if count else lo, stride, axis) for x in xs]
        y = piece if y is None else fold(y, piece)
    return y
