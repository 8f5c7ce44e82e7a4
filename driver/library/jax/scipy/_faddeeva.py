"""The Faddeeva function and what is computed like it: erfcx of complex numbers, Dawson's integral, Owen's T function."""

import math

from _cjax import lax as native
from _cjax import numpy as core
from jax import custom_jvp, lax
from jax import numpy as jnp


def horner(coefficients, t):
    """The polynomial with these coefficients, the highest power first."""
    value = jnp.full_like(t, coefficients[0])
    for c in coefficients[1:]:
        value = value * t + c
    return value


# Weideman 1994: w(z) = 2 p(Z) / (L - iz)^2 + 1 / (sqrt(pi) (L - iz)), Z = (L + iz) / (L - iz), for Im z >= 0.
_L = 4.7568284600108841
_WEIDEMAN = (
    -1.3034426067909105e-12, 3.7411838373738471e-12, 8.030427700497756e-12, -2.1543593557490879e-11,
    -5.5442449963237932e-11, 1.165824698850374e-10, 4.1537441121999766e-10, -5.2310202114920615e-10,
    -3.2080151339721323e-09, 8.1248864216535907e-10, 2.3797556530014025e-08, 2.2930438438915445e-08,
    -1.4813078929137642e-07, -4.1840763750512053e-07, 4.2558331397138446e-07, 4.4015317312832251e-06,
    6.8210319443575151e-06, -2.1409619201999998e-05, -0.00013075449254579421, -0.00024532980270038237,
    0.00039259136070109705, 0.0045195411053493093, 0.019006155784845501, 0.057304403529837282,
    0.14060716226893755, 0.29544451071508743, 0.54601397206393376, 0.9019254893648001,
    1.3455441692345449, 1.8256696296324815, 2.2635372999002676, 2.5722534081245696)


def _times_i(z):
    return lax.complex(-jnp.imag(z), jnp.real(z))


def _upper(z):
    iz = _times_i(z)
    below = _L - iz
    value = horner(_WEIDEMAN, (_L + iz) / below)
    return 2 * value / (below * below) + (1 / math.sqrt(math.pi)) / below


@custom_jvp
def _wofz(z):
    above = jnp.imag(z) >= 0
    w = _upper(jnp.where(above, z, -z))
    return jnp.where(above, w, 2 * jnp.exp(-(z * z)) - w)


_wofz.defjvps(lambda t, ans, z: t * (-2 * z * ans + (2 / math.sqrt(math.pi)) * 1j))


def wofz(z):
    """exp(-z^2) erfc(-iz)."""
    (z,) = core.promote_args_inexact("wofz", z)
    return _wofz(z if jnp.iscomplexobj(z) else lax.complex(z, jnp.zeros_like(z)))


def erfcx_complex(z):
    return _wofz(_times_i(z))


# Cody, Paciorek and Thacher 1970: [0, 3.25), [3.25, 6.25) and above, in x^2 and in 1/x^2.
_DAWSON_NEAR = (
    (1.13681498971755972054e-11, 8.49262267667473811108e-10, 1.94434204175553054283e-8, 9.53151741254484363489e-7,
     3.07828309874913200438e-6, 3.52513368520288738649e-4, -8.50149846724410912031e-4, 4.22618223005546594270e-2,
     -9.17480371773452345351e-2, 9.99999999999999994612e-1),
    (2.40372073066762605484e-11, 1.48864681368493396752e-9, 5.21265281010541664570e-8, 1.27258478273186970203e-6,
     2.32490249820789513991e-5, 3.25524741826057911661e-4, 3.48805814657162590916e-3, 2.79448531198828973716e-2,
     1.58874241960120565368e-1, 5.74918629489320327824e-1, 1.00000000000000000539))
_DAWSON_MIDDLE = (
    (5.08955156417900903354e-1, -2.44754418142697847934e-1, 9.41512335303534411857e-2, -2.18711255142039025206e-2,
     3.66207612329569181322e-3, -4.23209114460388756528e-4, 3.59641304793896631888e-5, -2.14640351719968974225e-6,
     9.10010780076391431042e-8, -2.40274520828250956942e-9, 3.59233385440928410398e-11),
    (1.0, -6.31839869873368190192e-1, 2.36706788226248691528e-1, -5.31806367003223277662e-2,
     8.48041718586295374409e-3, -9.47996768486665330168e-4, 7.81025592944552338085e-5, -4.55875153252442634831e-6,
     1.89100358111421846170e-7, -4.91324691331920606875e-9, 7.18466403235734541950e-11))
_DAWSON_FAR = (
    (-5.90592860534773254987e-1, 6.29235242724368800674e-1, -1.72858975380388136411e-1, 1.64837047825189632310e-2,
     -4.86827613020462700845e-4),
    (1.0, -2.69820057197544900361, 1.73270799045947845857, -3.93708582281939493482e-1, 3.44278924041233391079e-2,
     -9.73655226040941223894e-4))


@custom_jvp
def _dawsn(x):
    y = jnp.abs(x).astype(core.promote_types(x.dtype, core.float32))

    def ratio(table, t):
        return horner(table[0], t) / horner(table[1], t)

    def outer(table, inside):
        z = jnp.where(inside, y, 1.0)
        t = 1 / (z * z)
        return 0.5 / z * (1 + t * ratio(table, t))

    near = jnp.where(y < 3.25, y, 1.0)
    value = jnp.where(y < 6.25, outer(_DAWSON_MIDDLE, (y >= 3.25) & (y < 6.25)), outer(_DAWSON_FAR, y >= 6.25))
    value = jnp.where(y < 3.25, near * ratio(_DAWSON_NEAR, near * near), value)
    return (jnp.sign(x) * value).astype(x.dtype)


_dawsn.defjvps(lambda t, ans, x: t * (1 - 2 * x * ans))


def dawsn(x):
    """exp(-x^2) times the integral of exp(t^2) over t from 0 to x."""
    (x,) = core.promote_args_inexact("dawsn", x)
    if jnp.iscomplexobj(x):
        raise ValueError("dawsn does not support complex-valued inputs.")
    return _dawsn(x)


# Patefield and Tandy 2000, method T5: a sum_i w_i exp(-h^2 (1 + a^2 t_i) / 2) / (1 + a^2 t_i).
_OWEN = (
    (0.0035082039676451715, 0.018831438115323503), (0.031279042338030754, 0.018567086243977649),
    (0.085266826283219451, 0.018042093461223386), (0.16245071730812277, 0.017263829606398753),
    (0.25851196049125435, 0.016243219975989857), (0.36807553840697534, 0.014994592034116705),
    (0.48501092905604697, 0.013535474469662088), (0.60277514152618577, 0.011886351605820165),
    (0.71477884217753227, 0.010070377242777432), (0.81475510988760099, 0.0081130545742299587),
    (0.89711029755948966, 0.0060419009528470239), (0.95723808085944262, 0.0038862217010742058),
    (0.99178832974629704, 0.0016793031084546090))
_ROOT_2 = math.sqrt(2)


def _within(h, a):
    """T(h, a) for 0 <= a <= 1."""
    value = jnp.zeros_like(h * a)
    for point, weight in _OWEN:
        r = 1 + a * a * point
        value = value + weight * jnp.exp(-0.5 * h * h * r) / r
    value = jnp.where(h == 0, jnp.arctan(a) / (2 * math.pi), a * value)
    return jnp.where(a == 1, 0.125 * native.erfc(-h / _ROOT_2) * native.erfc(h / _ROOT_2), value)


@custom_jvp
def _owens_t(h, a):
    h, b = jnp.abs(h), jnp.abs(a)
    inside = b <= 1
    value = _within(jnp.where(inside, h, b * h), jnp.where(inside, b, 1 / b))
    u, v = h / _ROOT_2, b * (h / _ROOT_2)
    p, q = native.erfc(u), native.erfc(v)
    near = 0.25 - 0.25 * native.erf(u) * native.erf(v) - value
    outside = jnp.where(b * h <= 0.67, near, 0.25 * (p + q - p * q) - value)
    value = jnp.sign(a) * jnp.where(inside, value, outside)
    return jnp.where(jnp.isnan(a) | jnp.isnan(h), math.nan, value)


@_owens_t.defjvp
def _owens_t_jvp(primals, tangents):
    (h, a), (dh, da) = primals, tangents
    along_h = -jnp.exp(-0.5 * h * h) * native.erf(a * h / _ROOT_2) / (2 * math.sqrt(2 * math.pi))
    s = a * a + 1
    along_a = jnp.exp(-0.5 * s * h * h) / (2 * math.pi * s)
    return _owens_t(h, a), along_h * dh + along_a * da


def owens_t(h, a):
    """The integral of exp(-h^2 (1 + x^2) / 2) / (1 + x^2) over x from 0 to a, over 2 pi."""
    return _owens_t(*jnp.broadcast_arrays(*core.promote_args_inexact("owens_t", h, a)))
