"""The inverse of the normal distribution function: a polynomial in the middle, in the tails the rational approximations of
Cephes's ndtri (Moshier 1989)."""

import math

from jax import custom_jvp, lax
from jax import numpy as jnp
from jax._src.wide import wide_strong

# The inverse at 1/2 + w over w, less the double next to sqrt(2 pi): P(w^2) for |w| <= 1/2 - exp(-2).
_MIDDLE = (-1.4822233362011804e-16, 2.6249349909535109, 5.7725335388536454, 15.667608860402469, 47.035810634426959,
           149.82661070163437, 496.56577824791975, 1670.9824767627465, 6767.5080658655552, -11045.227747739666,
           940596.01053607091, -18035083.829595294, 302737971.46655858, -3885050804.6863947, 39034905069.047752,
           -301791856859.79211, 1766441789969.6396, -7570578743612.9355, 22480428648429.332, -41443723339331.578,
           36079745657837.766)
# Of 1 / z with z = sqrt(-2 log q), for z below 8 and above: numerator and denominator, the lowest degree first.
_NEAR = ((-8.57456785154685413611e-4, -3.50424626827848203418e-2, -1.40256079171354495875e-1, 2.18663306850790267539,
          14.6849561928858024014, 44.0805073893200834700, 57.1628192246421288162, 31.5251094599893866154, 4.05544892305962419923),
         (-9.33259480895457427372e-4, -3.80806407691578277194e-2, -1.42182922854787788574e-1, 2.50464946208309415979,
          15.0425385692907503408, 41.3172038254672030440, 45.3907635128879210584, 15.7799883256466749731, 1.0))
_FAR = ((6.23974539184983293730e-9, 2.65806974686737550832e-6, 3.01581553508235416007e-4, 1.23716634817820021358e-2,
         2.01485389549179081538e-1, 1.33303460815807542389, 3.93881025292474443415, 6.91522889068984211695, 3.23774891776946035970),
        (6.79019408009981274425e-9, 2.89247864745380683936e-6, 3.28014464682127739104e-4, 1.34204006088543189037e-2,
         2.16236993594496635890e-1, 1.37702099489081330271, 3.67983563856160859403, 6.02427039364742014255, 1.0))
_EDGE = math.exp(-2.0)


def _polynomial(coefficients, x):
    y = jnp.full_like(x, coefficients[-1])
    for c in coefficients[-2::-1]:
        y = y * x + c
    return y


def _quotient(table, x):
    return _polynomial(table[0], x) / _polynomial(table[1], x)


@custom_jvp
@wide_strong
def ndtri(p):
    """x with ndtr(x) = p, of floats."""
    upper = p > 1.0 - _EDGE
    q = jnp.where(upper, 1.0 - p, p)
    q = jnp.where(q == 0.0, 0.5, q)
    w = q - 0.5
    middle = -(math.sqrt(2.0 * math.pi) * w + w * _polynomial(_MIDDLE, w * w))
    z = jnp.sqrt(-2.0 * jnp.log(q))
    inverse = 1.0 / z
    first = z - jnp.log(z) / z
    tail = jnp.where(z >= 8.0, first - _quotient(_FAR, inverse) * inverse, first - _quotient(_NEAR, inverse) * inverse)
    x = jnp.where(q > _EDGE, middle, tail)
    x = jnp.where(upper, x, -x)
    return jnp.where(p == 0.0, -math.inf, jnp.where(p == 1.0, math.inf, x))


@ndtri.defjvp
def _ndtri_jvp(primals, tangents):
    x = ndtri(primals[0])
    return x, math.sqrt(2.0 * math.pi) * lax.exp(0.5 * lax.square(x)) * tangents[0]
