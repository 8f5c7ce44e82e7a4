"""jax.scipy.spatial.transform: rotations in three dimensions as unit quaternions (x, y, z, w).

Shepperd 1978 (from matrices), Bernardes and Viollet 2022 (to Euler angles), Markley et al. 2007 (means).
"""

import math
from typing import Any, NamedTuple

from _cjax import numpy as core
from jax import numpy as jnp


def _parts(x):
    return tuple(x[..., i] for i in range(x.shape[-1]))


def _stack(*parts):
    return jnp.stack(jnp.broadcast_arrays(*parts), axis=-1)


def _norm(x):
    return jnp.sqrt(jnp.sum(x * x, axis=-1))


def _unit(quat):
    return quat / _norm(quat)[..., None]


def _float(x):
    x = jnp.asarray(x)
    return x if core.issubdtype(x.dtype, core.inexact) else core.astype(x, core.canonicalize_dtype(float))


#===-- conversions -----------------------------------------------------------------------===#


def _elementary(axis, angle):
    zero = jnp.zeros_like(angle)
    parts = [zero, zero, zero, jnp.cos(angle / 2.0)]
    parts[axis] = jnp.sin(angle / 2.0)
    return jnp.stack(parts, axis=-1)


def _product(p, q):
    px, py, pz, pw = _parts(p)
    qx, qy, qz, qw = _parts(q)
    return _stack(pw * qx + qw * px + (py * qz - pz * qy), pw * qy + qw * py + (pz * qx - px * qz),
                  pw * qz + qw * pz + (px * qy - py * qx), pw * qw - px * qx - py * qy - pz * qz)


def _from_matrix(m):
    at = lambda i, j: m[..., i, j]
    trace = at(0, 0) + at(1, 1) + at(2, 2)
    choice = jnp.argmax(_stack(at(0, 0), at(1, 1), at(2, 2), trace), axis=-1)
    last = _stack(at(2, 1) - at(1, 2), at(0, 2) - at(2, 0), at(1, 0) - at(0, 1), 1 + trace)
    quat = last
    for i in range(3):
        j, k = (i + 1) % 3, (i + 2) % 3
        parts = [None] * 4
        parts[i], parts[j] = 1 - trace + 2 * at(i, i), at(j, i) + at(i, j)
        parts[k], parts[3] = at(k, i) + at(i, k), at(k, j) - at(j, k)
        quat = jnp.where((choice == i)[..., None], _stack(*parts), quat)
    return _unit(quat)


def _as_matrix(quat):
    x, y, z, w = _parts(quat)
    x2, y2, z2, w2 = x * x, y * y, z * z, w * w
    rows = (_stack(x2 - y2 - z2 + w2, 2 * (x * y - z * w), 2 * (x * z + y * w)),
            _stack(2 * (x * y + z * w), -x2 + y2 - z2 + w2, 2 * (y * z - x * w)),
            _stack(2 * (x * z - y * w), 2 * (y * z + x * w), -x2 - y2 + z2 + w2))
    return jnp.stack(rows, axis=-2)


def _from_rotvec(rotvec, degrees):
    rotvec = jnp.deg2rad(rotvec) if degrees else rotvec
    angle = _norm(rotvec)
    square = angle * angle
    small = 0.5 - square / 48 + square * square / 3840
    scale = jnp.where(angle <= 1e-3, small, jnp.sin(angle / 2) / angle)
    return jnp.concatenate([scale[..., None] * rotvec, jnp.cos(angle / 2)[..., None]], axis=-1)


def _as_rotvec(quat, degrees):
    quat = jnp.where(quat[..., 3:] < 0, -quat, quat)  # angles from 0 to pi
    angle = 2.0 * jnp.arctan2(_norm(quat[..., :3]), quat[..., 3])
    square = angle * angle
    small = 2 + square / 12 + 7 * square * square / 2880
    scale = jnp.where(angle <= 1e-3, small, angle / jnp.sin(angle / 2))
    scale = jnp.rad2deg(scale) if degrees else scale
    return scale[..., None] * quat[..., :3]


def _as_euler(quat, axes, extrinsic, degrees):
    first, third = (0, 2) if extrinsic else (2, 0)
    i, j, k = axes if extrinsic else axes[::-1]
    symmetric = i == k
    k = 3 - i - j if symmetric else k
    sign = float((i - j) * (j - k) * (k - i) // 2)
    q = _parts(quat)
    if symmetric:
        a, b, c, d = q[3], q[i], q[j], q[k] * sign
    else:
        a, b, c, d = q[3] - q[j], q[i] + q[k] * sign, q[j] + q[3], q[k] * sign - q[i]
    middle = 2 * jnp.arctan2(jnp.hypot(c, d), jnp.hypot(a, b))
    low, high = jnp.abs(middle) <= 1e-7, jnp.abs(middle - math.pi) <= 1e-7
    half_sum, half_diff = jnp.arctan2(b, a), jnp.arctan2(d, c)
    degenerate = jnp.where(low, 2 * half_sum, 2 * half_diff * (-1 if extrinsic else 1))
    zero = jnp.zeros_like(middle)
    angles = [degenerate, middle, zero]
    singular = low | high
    angles[first] = jnp.where(singular, angles[first], half_sum - half_diff)
    angles[third] = jnp.where(singular, angles[third], half_sum + half_diff)
    if not symmetric:
        angles[third] = angles[third] * sign
        angles[1] = middle - math.pi / 2
    result = (jnp.stack(angles, axis=-1) + math.pi) % (2 * math.pi) - math.pi
    return jnp.rad2deg(result) if degrees else result


def _canonical(quat):
    """The one of q and -q whose last part that is not 0, in the order w, x, y, z, is positive."""
    x, y, z, w = _parts(quat)
    negative = (w < 0) | ((w == 0) & ((x < 0) | ((x == 0) & ((y < 0) | ((y == 0) & (z < 0))))))
    return jnp.where(negative[..., None], -quat, quat)


def _axes(seq, message):
    """The axes of a sequence such as "xyz", and whether they turn with the body."""
    intrinsic = all(c in "XYZ" for c in seq)
    if not intrinsic and not all(c in "xyz" for c in seq):
        raise ValueError(message)
    if any(a == b for a, b in zip(seq, seq[1:])):
        raise ValueError(f"Expected consecutive axes to be different, got {seq}")
    return ["xyz".index(c) for c in seq.lower()], intrinsic


#===-- classes ---------------------------------------------------------------------------===#


class Rotation(NamedTuple):
    """A rotation, or an array of them."""

    quat: Any

    @classmethod
    def concatenate(cls, rotations):
        return cls(jnp.concatenate([rotation.quat for rotation in rotations]))

    @classmethod
    def from_euler(cls, seq, angles, degrees=False):
        """Turns about one to three axes: capital letters for those of the body."""
        if not 1 <= len(seq) <= 3:
            raise ValueError(f"Expected axis specification to be a non-empty string of upto 3 characters, got {seq}")
        axes, intrinsic = _axes(seq, f"Expected axes from `seq` to be from ['x', 'y', 'z'] or ['X', 'Y', 'Z'], got {seq}")
        angles = _float(jnp.atleast_1d(angles))
        angles = jnp.deg2rad(angles) if degrees else angles
        result = _elementary(axes[0], angles[..., 0])
        for n, axis in enumerate(axes[1:], 1):
            quat = _elementary(axis, angles[..., n])
            result = _product(result, quat) if intrinsic else _product(quat, result)
        return cls(result)

    @classmethod
    def from_matrix(cls, matrix):
        return cls(_from_matrix(_float(matrix)))

    @classmethod
    def from_mrp(cls, mrp):
        """From modified Rodrigues parameters."""
        mrp = _float(mrp)
        square = jnp.sum(mrp * mrp, axis=-1)[..., None] + 1
        return cls(jnp.concatenate([2 * mrp, 2 - square], axis=-1) / square)

    @classmethod
    def from_quat(cls, quat):
        return cls(_unit(_float(quat)))

    @classmethod
    def from_rotvec(cls, rotvec, degrees=False):
        """From axes times angles."""
        return cls(_from_rotvec(_float(rotvec), degrees))

    @classmethod
    def identity(cls, num=None, dtype=float):
        assert num is None
        return cls(jnp.array([0.0, 0.0, 0.0, 1.0], dtype=dtype))

    @classmethod
    def random(cls, random_key, num=None):
        raise NotImplementedError()

    def __getitem__(self, indexer):
        if self.single:
            raise TypeError("Single rotation is not subscriptable.")
        return Rotation(self.quat[indexer])

    def __len__(self):
        if self.single:
            raise TypeError("Single rotation has no len().")
        return self.quat.shape[0]

    def __mul__(self, other):
        """First other, then self."""
        return Rotation.from_quat(_product(self.quat, other.quat))

    def apply(self, vectors, inverse=False):
        matrix = self.as_matrix()
        matrix = jnp.matrix_transpose(matrix) if inverse else matrix
        return jnp.einsum("...ij,...j->...i", matrix, jnp.asarray(vectors))

    def as_euler(self, seq, degrees=False):
        if len(seq) != 3:
            raise ValueError(f"Expected 3 axes, got {seq}.")
        axes, intrinsic = _axes(seq, f"Expected axes from `seq` to be from ['x', 'y', 'z'] or ['X', 'Y', 'Z'], got {seq}")
        return _as_euler(self.quat, axes, not intrinsic, degrees)

    def as_matrix(self):
        return _as_matrix(self.quat)

    def as_mrp(self):
        w = self.quat[..., 3:]
        sign = jnp.where(w < 0, -1.0, 1.0)
        return sign * self.quat[..., :3] / (1.0 + sign * w)

    def as_rotvec(self, degrees=False):
        return _as_rotvec(self.quat, degrees)

    def as_quat(self, canonical=False, scalar_first=False):
        quat = _canonical(self.quat) if canonical else self.quat
        return jnp.roll(quat, 1, axis=-1) if scalar_first else quat

    def inv(self):
        return Rotation(self.quat * jnp.array([-1, -1, -1, 1], self.quat.dtype))

    def magnitude(self):
        return 2.0 * jnp.arctan2(_norm(self.quat[..., :3]), jnp.abs(self.quat[..., 3]))

    def mean(self, weights=None):
        n = self.quat.shape[0]
        w = jnp.ones(n, self.quat.dtype) if weights is None else jnp.asarray(weights, self.quat.dtype)
        if w.ndim != 1:
            raise ValueError(f"Expected `weights` to be 1 dimensional, got shape {w.shape}.")
        if w.shape[0] != n:
            raise ValueError("Expected `weights` to have number of values equal to number of rotations, got "
                             f"{w.shape[0]} values and {n} rotations.")
        _, v = jnp.linalg.eigh((w[None, :] * self.quat.T) @ self.quat)
        return Rotation(v[:, -1])

    @property
    def single(self):
        return self.quat.ndim == 1


class Slerp(NamedTuple):
    """Rotations at times, and in between by turning evenly."""

    times: Any
    timedelta: Any
    rotations: Rotation
    rotvecs: Any

    @classmethod
    def init(cls, times, rotations):
        if not isinstance(rotations, Rotation):
            raise TypeError("`rotations` must be a `Rotation` instance.")
        if rotations.single or len(rotations) == 1:
            raise ValueError("`rotations` must be a sequence of at least 2 rotations.")
        times = jnp.asarray(times, rotations.quat.dtype)
        if times.ndim != 1:
            raise ValueError(f"Expected times to be specified in a 1 dimensional array, got {times.ndim} dimensions.")
        if times.shape[0] != len(rotations):
            raise ValueError("Expected number of rotations to be equal to number of timestamps given, got "
                             f"{len(rotations)} rotations and {times.shape[0]} timestamps.")
        first = Rotation(rotations.quat[:-1])
        turns = (first.inv() * Rotation(rotations.quat[1:])).as_rotvec()
        return cls(times=times, timedelta=jnp.diff(times), rotations=first, rotvecs=turns)

    def __call__(self, times):
        at = jnp.asarray(times, self.times.dtype)
        if at.ndim > 1:
            raise ValueError("`times` must be at most 1-dimensional.")
        single, at = at.ndim == 0, jnp.atleast_1d(at)
        i = jnp.maximum(jnp.searchsorted(self.times, at) - 1, 0)
        alpha = (at - self.times[i]) / self.timedelta[i]
        result = self.rotations[i] * Rotation.from_rotvec(self.rotvecs[i] * alpha[:, None])
        return result[0] if single else result
