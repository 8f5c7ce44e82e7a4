"""jax.lax: the shapes that convolutions and reductions over windows give, without computing."""

from jax.lax.convolution import _dilated, _transpose_padding, _windows, padtype_to_pads


def conv_general_permutations(dimension_numbers):
    """Positions of batch, features and space in strings such as ("NHWC", "HWIO", "NHWC"), space in the order of rhs."""
    lhs, rhs, out = dimension_numbers
    for i, (spec, chars) in enumerate(((lhs, "NC"), (rhs, "OI"), (out, "NC"))):
        if any(spec.count(c) != 1 for c in chars):
            raise ValueError(f"convolution dimension_numbers[{i}] must contain the characters '{chars[0]}' and '{chars[1]}' "
                             f"exactly once, got {spec}.")
        if len(set(spec)) != len(spec):
            raise ValueError(f"convolution dimension_numbers[{i}] cannot have duplicate characters, got {spec}.")
    space = [c for c in rhs if c not in "OI"]
    if not set(lhs) - set("NC") == set(rhs) - set("OI") == set(out) - set("NC"):
        raise ValueError("convolution dimension_numbers elements must each have the same set of spatial characters, "
                         f"got {dimension_numbers}.")
    return tuple(tuple(spec.index(c) for c in (*first, *space))
                 for spec, first in ((lhs, "NC"), (rhs, "OI"), (out, "NC")))


def _ordered(shape, permutation):
    return tuple(shape[i] for i in permutation)


def _back(shape, permutation):
    out = [0] * len(shape)
    for n, i in zip(shape, permutation):
        out[i] = n
    return tuple(out)


def conv_shape_tuple(lhs_shape, rhs_shape, strides, pads, batch_group_count=1):
    """Of a convolution of NC... with OI...."""
    if isinstance(pads, str):
        pads = padtype_to_pads(lhs_shape[2:], rhs_shape[2:], strides, pads)
    if len(pads) != len(lhs_shape) - 2:
        raise TypeError(f"Wrong number of explicit pads for convolution: expected {len(lhs_shape) - 2}, got {len(pads)}.")
    padded = [n + low + high for n, (low, high) in zip(lhs_shape[2:], pads)]
    if any(n < 0 for n in padded):
        raise ValueError("Negative padding is larger than the size of the corresponding dimension: "
                         f"got padding={pads} for lhs_shape[2:]={lhs_shape[2:]}")
    space = [_windows(n, k, s) for n, k, s in zip(padded, rhs_shape[2:], strides)]
    return (lhs_shape[0] // batch_group_count, rhs_shape[0], *space)


def conv_general_shape_tuple(lhs_shape, rhs_shape, window_strides, padding, dimension_numbers):
    lhs, rhs, out = conv_general_permutations(dimension_numbers)
    return _back(conv_shape_tuple(_ordered(lhs_shape, lhs), _ordered(rhs_shape, rhs), window_strides, padding), out)


def conv_transpose_shape_tuple(lhs_shape, rhs_shape, window_strides, padding, dimension_numbers):
    lhs, rhs, out = conv_general_permutations(dimension_numbers)
    x, w = _ordered(lhs_shape, lhs), _ordered(rhs_shape, rhs)
    if isinstance(padding, str):
        padding = [_transpose_padding(k, s, padding) for k, s in zip(w[2:], window_strides)]
    space = [(n - 1) * s - k + 2 + sum(pads) for n, k, s, pads in zip(x[2:], w[2:], window_strides, padding)]
    return _back((x[0], w[0], *space), out)


def reduce_window_shape_tuple(operand_shape, window_dimensions, window_strides, padding, base_dilation=None,
                              window_dilation=None):
    if base_dilation is not None:
        operand_shape = [_dilated(n, d) for n, d in zip(operand_shape, base_dilation)]
    if window_dilation is not None:
        window_dimensions = [_dilated(n, d) for n, d in zip(window_dimensions, window_dilation)]
    return tuple(_windows(n + low + high, k, s)
                 for n, (low, high), k, s in zip(operand_shape, padding, window_dimensions, window_strides))
