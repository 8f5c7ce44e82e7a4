"""What the special functions among the ops are, on arrays of one float type and shape.

All are computed in 64 bits, to a relative `eps`: for f32 and 16 bits a small part of the last place.
lgamma, digamma: Lanczos's approximation (g = 7, 9 terms) as a quotient of polynomials, reflected below 1/2; digamma in 64 bits near its
zero: a polynomial, as in Cody, Strecok, Thacher, Chebyshev approximations for the psi function, 1973.
igamma, igammac: the power series below a + 1, the continued fraction above (Abramowitz and Stegun 6.5.29, 6.5.31).
regularized_incomplete_beta: the continued fraction of Abramowitz and Stegun 26.5.8, from the side on which it converges fast; its factor
by Lanczos's approximation of all three gamma functions at once.
bessel_i0e, bessel_i1e: polynomials, of x / 4 - 1 up to 8 and of 16 / x - 1 beyond, by interpolation at Chebyshev's points in 50
digits.  zeta: Euler and Maclaurin's formula.
"""

import math

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp
from jax._src.autodiff import jvp


def _wide(function):
    """function(*xs, eps) of any floats."""
    def wrapped(*xs):
        dtype = xs[0].dtype
        if core.finfo(dtype).bits == 64:
            return function(*xs, 2.0**-53)
        eps = float(core.finfo(dtype).eps) / 32
        y = function(*[lax.convert_element_type(x, core.float64) for x in xs], eps)
        return lax.convert_element_type(y, dtype)
    return wrapped


def _polynomial(coefficients, x):
    """Lowest degree first."""
    y = coefficients[-1]
    for c in coefficients[-2::-1]:
        y = y * x + c
    return y


# Lanczos's approximation of the gamma function (g = 7, 9 terms), over a common denominator.
_G = 7.0
_ABOVE = (10619610.099075992, 11246929.484659921, 5210869.0177608272, 1379496.265878669, 228235.21549971408,
          24165.510665029473, 1599.0425347220414, 60.458333333341905, 0.99999999999980993)
_BELOW = (40320, 109584, 118124, 67284, 22449, 4536, 546, 36, 1)


# sin(pi x) / x of x^2 for |x| <= 1/2.
_SINE = (3.1415926535897931, -5.1677127800499703, 2.5501640398773455, -0.59926452932078622, 0.082145886610980712,
         -0.0073704309435549129, 0.00046630278646726055, -2.1915246401931532e-05, 7.9484562980996565e-07,
         -2.2276393370911115e-08)


# pi cot(pi r) = 1 / r - r P(r^2) for |r| <= 1/2.
_COTANGENT = (3.2898681336964533, 2.1646464674219423, 2.0346861240313534, 2.0081547069310384, 2.0019894216921461,
              2.0004836738742795, 2.0003011554108268, 1.9974096731173288, 2.027452880814923, 1.7928236512991682,
              3.1246964525723171, -2.3167987205863856, 13.265895036963707, -16.410185195639897, 17.338225482016838)
# digamma x = (x - x0) P(x - 3/2) for 1 <= x <= 2; x0, in two parts.
_ZERO = (1.4616321449683622, 9.5499954299656974e-17)
_NEAR_ZERO = (0.95105587603183295, -0.42362742128146058, 0.24054248424077398, -0.14840492305389005,
              0.094988724454972639, -0.061922133274696749, 0.040760833810806321, -0.026975796691219019,
              0.017907252481550257, -0.011908219420087737, 0.0079269440160985166, -0.0052799462497563057,
              0.0035190121445535915, -0.0023454208286110127, 0.0015565993701194456, -0.001036841928089184,
              0.00072343690717887352, -0.00048473092290405272, 0.00022702525004760196, -0.00014697671267441031,
              0.00025985139352851106, -0.00017656370587349404)


def _slope(coefficients):
    return tuple(k * c for k, c in enumerate(coefficients))[1:]


def _lanczos(z):
    """z + g + 1/2 and the numerator and denominator of the series, at z >= -1/2."""
    z = jnp.minimum(z, 1e30)  # beyond, their quotient is constant
    return z, _polynomial(_ABOVE, z), _polynomial(_BELOW, z)


@_wide
def lgamma(x, eps):
    """log |gamma(x)|."""
    reflect = x < 0.5
    z = jnp.where(reflect, -x, x - 1)
    _, above, below = _lanczos(z)
    above = above * math.sqrt(2 * math.pi)
    t = _G + 0.5 + z
    log_t = jnp.log(t)
    y = (z + 0.5) * log_t - t if eps > 2.0**-40 else (z + 0.5 - t / log_t) * log_t
    part = jnp.abs(x) - jnp.floor(jnp.abs(x))
    part = jnp.where(part > 0.5, 1 - part, part)
    sine = part * _polynomial(_SINE, part * part)
    rest = jnp.log(jnp.where(reflect, math.pi * below, above) / jnp.where(reflect, above * sine, below))
    y = jnp.where((x == 1) | (x == 2), 0, rest + jnp.where(reflect, -y, y))
    return jnp.where(jnp.isinf(x) | (x <= 0) & (part == 0), math.inf, y)


@_wide
def digamma(x, eps):
    """The derivative of lgamma."""
    reflect = x < 0.5
    z = jnp.where(reflect, -x, x - 1)
    near, above, below = _lanczos(z)
    t = _G + 0.5 + z
    y = jnp.log(t) + (_polynomial(_slope(_ABOVE), near) / above - _polynomial(_slope(_BELOW), near) / below) - _G / t
    if eps < 2.0**-40:
        low, u = x < 1, jnp.where(x < 1, x + 1, x)
        near_zero = ((u - _ZERO[0]) - _ZERO[1]) * _polynomial(_NEAR_ZERO, u - 1.5) - jnp.where(low, 1 / x, 0)
        y = jnp.where(reflect | (x > 2), y, near_zero)
    part = x - jnp.floor(x + 0.5)
    reflected = y - (1 / part - part * _polynomial(_COTANGENT, part * part))
    pole = (x <= 0) & (x == jnp.floor(x))
    return jnp.where(pole, math.nan, jnp.where(reflect, reflected, y))


_I0E_NEAR_32 = (0.20700192113298854, -0.1130043268544693, 0.094515646728928274, -0.089043447704553066, 0.08734281771702368,
                -0.084963172145789995, 0.07928284334431146, -0.069543854025045843, 0.056727955898612632,
                -0.042968811293359617, 0.030358703692477982, -0.019745851414068618, 0.011557353661066808,
                -0.006651419484491594, 0.004166015653562654, -0.0020044758245779414, 0.00041439190604898558,
                -0.00022722968338111303, 0.00034824109057890804, -0.00013152060630607088)
_I0E_FAR_32 = (0.40217650940530542, 0.0033605520313900634, 0.000136217407834547, 1.1141542189580863e-05,
               1.4754756356201013e-06, 3.0383309086686276e-07, 1.0910232941075882e-07, 3.3635802235185296e-08)
_I0E_NEAR_64 = (0.2070019212239867, -0.11300432688620536, 0.094515628539951255, -0.089043441360777326, 0.087343416175508837,
                -0.08496338091542556, 0.079275225907529737, -0.06954119563154397, 0.056777032015017853, -0.04298594929673067,
                0.030177912062219179, -0.019682655784004566, 0.011960077703464203, -0.0067923948210449666,
                0.0036171271654272855, -0.0018119029764120445, 0.00085631351775653755, -0.00038286541399059612,
                0.00016240845590614181, -6.5567867796964405e-05, 2.5198651465609148e-05, -9.1839107947365191e-06,
                3.2323963824432548e-06, -1.1419495259048662e-06, 3.6592167301627761e-07, -8.5946015260259127e-08,
                2.6797710049757931e-08, -1.6311306916686711e-08, 4.394426308340083e-09)
_I0E_FAR_64 = (0.4021765094450081, 0.0033605519836678913, 0.00013621607438951463, 1.1143033788451761e-05,
               1.4838476780922646e-06, 2.9735992084667734e-07, 8.872014585661555e-08, 3.9325123211378243e-08,
               2.156780676115673e-08, 7.559364098665437e-09, -6.8564845459624422e-09, -1.3427511481900905e-08,
               -5.0175940345046716e-09, 7.6002544864335087e-09, 6.5222648620322706e-09, -3.5862834111582305e-09,
               -4.5305710768621196e-09, 1.6084886155781772e-09, 2.1636812784138758e-09, -6.327909921997027e-10,
               -6.4945911144011185e-10, 1.7698085539456536e-10, 9.1147601575142526e-11, -2.4421972688131832e-11)
_I1E_NEAR_32 = (0.04468770986450251, -0.061124338025990106, 0.068057602129603045, -0.068482606940700921, 0.06376733064622675,
                -0.055280015036489542, 0.044675503161076602, -0.033671663704728051, 0.023680016667049938,
                -0.015569320920202672, 0.0096060953859553721, -0.005541908244896256, 0.0029563628396675574,
                -0.0015224710360286311, 0.00081204794341277703, -0.00036364520400284631, 9.3758098868678441e-05,
                -4.3177200580030019e-05, 4.7479082033953785e-05, -1.6947851516249461e-05)
_I1E_FAR_32 = (0.38939845907447129, -0.0097495772413154318, -0.00021923738535629923, -1.5037047143805947e-05,
               -1.8250069387125121e-06, -3.5481954165334105e-07, -1.2318419674047784e-07, -3.7856024793316294e-08)
_I1E_NEAR_64 = (0.044687709875608835, -0.061124338029666284, 0.068057599909511615, -0.068482606205826899,
                0.063767403713406112, -0.055280039226992261, 0.044674572621282986, -0.033671355521075051,
                0.023686016957350876, -0.015571309244077562, 0.0095839621537642909, -0.0055345678469886552,
                0.0030057624040464932, -0.001538874564273584, 0.00074451239987497386, -0.0003411760229204836,
                0.00014842110758080817, -6.1423614092670376e-05, 2.4233987591498262e-05, -9.136529630106953e-06,
                3.2936151443567499e-06, -1.1327198008251626e-06, 3.7617292810159424e-07, -1.2424046295570417e-07,
                3.7901404602356164e-08, -8.9868010131933512e-09, 2.6443305769991871e-09, -1.4165980180332847e-09,
                3.6696752013169966e-10)
_I1E_FAR_64 = (0.38939845902587233, -0.0097495771932357648, -0.00021923576383137776, -1.5038547198221758e-05,
               -1.8349102493990178e-06, -3.4838563464253135e-07, -1.0001075046243961e-07, -4.3128498031006734e-08,
               -2.3394122958362557e-08, -8.4321689729324169e-09, 6.8475782992693397e-09, 1.4051746928735543e-08,
               5.5720183980930355e-09, -7.6872513087659923e-09, -6.9444186339873875e-09, 3.5017651932901761e-09,
               4.7637800780202543e-09, -1.5218214060680734e-09, -2.2624401109204446e-09, 5.8706646184714866e-10,
               6.7727478454462001e-10, -1.6283264322621244e-10, -9.4918903929920477e-11, 2.2421768596847442e-11)


def _scaled(a, near, far):
    """near(a / 4 - 1), or far(16 / a - 1) / sqrt a above 8."""
    large = jnp.maximum(a, 8)
    return jnp.where(a < 8, _polynomial(near, jnp.minimum(a, 8) / 4 - 1), _polynomial(far, 16 / large - 1) / jnp.sqrt(large))


@_wide
def bessel_i0e(x, eps):
    """exp(-|x|) i0(x)."""
    a = jnp.abs(x)
    return _scaled(a, _I0E_NEAR_64, _I0E_FAR_64) if eps < 2.0**-40 else _scaled(a, _I0E_NEAR_32, _I0E_FAR_32)


@_wide
def bessel_i1e(x, eps):
    """exp(-|x|) i1(x)."""
    a = jnp.abs(x)
    near, far = (_I1E_NEAR_64, _I1E_FAR_64) if eps < 2.0**-40 else (_I1E_NEAR_32, _I1E_FAR_32)
    return jnp.sign(x) * _scaled(a, near, far) * jnp.where(a < 8, a, 1)


_STEPS = 2000


def _log_factor(a, x):
    """log(x**a exp(-x) / gamma(a)), for x > 0."""
    return a * jnp.log(x) - x - lax.lgamma(a)


def _series(a, x, active, eps):
    """The sum of x**k / (a (a+1) ... (a+k)) over k, two terms for a division."""

    def more(state):
        _, _, _, going, k = state
        return jnp.any(going) & (k < _STEPS)

    def step(state):
        b, term, total, going, k = state
        odd, even = b + 1, b + 2
        scaled = term * (x / (odd * even))
        term = jnp.where(going, scaled * x, term)
        total = jnp.where(going, total + (scaled * even + term), total)
        return even, term, total, going & (term > eps * total), k + 2

    first = 1 / jnp.where(active, a, 1)
    return lax.while_loop(more, step, (a, first, first, active, 0))[2]


def _fraction(a, x, active, eps):
    """The continued fraction 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - ...)), two steps of the recurrence of its convergents for a
    division, after which the last denominator is 1."""

    def more(state):
        return jnp.any(state[5]) & (state[4] < _STEPS)

    def step(state):
        b, p0, q0, p1, k, going = state
        m, n = k + 1, k + 2
        u, v = -m * (m - a), -n * (n - a)
        p, q = p1 * (b + 2) + p0 * u, (b + 2) + q0 * u
        p2, q2 = p * (b + 4) + p1 * v, q * (b + 4) + v
        scale = 1 / _away(q2, 2.0**-1022 / eps)
        value = p2 * scale
        more_of_it = going & (jnp.abs(value - p1) > eps * jnp.abs(value))
        p0, q0 = p * scale, q * scale
        return b + 4, p0, q0, jnp.where(going, value, p1), n, more_of_it

    b = jnp.where(active, x + 1 - a, 1)
    zero = jnp.zeros_like(b)
    first = 1 / _away(b, 2.0**-1022 / eps)
    return lax.while_loop(more, step, (b, zero, first, first, 0, active))[3]


def _away(x, tiny):
    """x, or a tiny number in place of 0."""
    return jnp.where(jnp.abs(x) < tiny, tiny, x)


def _gamma_parts(a, x, eps):
    """The lower and the upper function, each computed where it is the one that is."""
    low = (x < a + 1) & (x > 0) & (a > 0) & jnp.isfinite(x)
    high = (x >= a + 1) & (a > 0) & jnp.isfinite(x)
    factor = jnp.exp(_log_factor(jnp.where(low | high, a, 1), jnp.where(low | high, x, 1)))
    # 1 - lower may be small.
    lower = factor * _series(jnp.where(low, a, 1), jnp.where(low, x, 1), low, eps * 2.0**-8 if eps > 2.0**-40 else eps)
    upper = factor * _fraction(jnp.where(high, a, 1), jnp.where(high, x, 2), high, eps)
    lower, upper = jnp.where(low, lower, 1 - upper), jnp.where(low, 1 - lower, upper)
    bad = jnp.isnan(a) | jnp.isnan(x) | (a < 0) | (x < 0) | ((a == 0) & (x == 0))
    all_of_it, none = (a == 0) | (x == math.inf), (x == 0) | (a == math.inf)
    lower = jnp.where(all_of_it, 1, jnp.where(none, 0, lower))
    upper = jnp.where(all_of_it, 0, jnp.where(none, 1, upper))
    return jnp.where(bad, math.nan, lower), jnp.where(bad, math.nan, upper)


@_wide
def igamma(a, x, eps):
    return _gamma_parts(a, x, eps)[0]


@_wide
def igammac(a, x, eps):
    return _gamma_parts(a, x, eps)[1]


@_wide
def igamma_grad_a(a, x, eps):
    # The derivative of a sum converges later than the sum.
    return jvp(lambda b: _gamma_parts(b, x, max(eps * 2.0**-10, 2.0**-53))[0], (a,), (jnp.ones_like(a),))[1]


def _beta_fraction(a, b, x, eps):
    """The continued fraction of the incomplete beta function: the recurrence of its convergents, scaled to denominators of 1 (Press et
    al. 1988, 6.3)."""

    def more(state):
        return jnp.any(state[4]) & (state[3] < _STEPS)

    def step(state):
        p0, q0, p1, k, going = state
        m = (k + 1).astype(x.dtype)
        c = a + 2 * m
        over = x / ((c - 1) * c * (c + 1))
        even = m * (b - m) * (c + 1) * over
        odd = -(a + m) * (a + b + m) * (c - 1) * over
        p, q = p1 + even * p0, 1 + even * q0
        p2, q2 = p + odd * p1, q + odd
        scale = 1 / _away(q2, 2.0**-1022 / eps)
        value = p2 * scale
        more_of_it = going & (jnp.abs(value - p1) > eps * jnp.abs(value))
        return p * scale, q * scale, jnp.where(going, value, p1), k + 1, more_of_it

    first = 1 / _away(1 - (a + b) * x / (a + 1), 2.0**-1022 / eps)
    return lax.while_loop(more, step, (first, first, first, jnp.asarray(0), jnp.isfinite(first)))[2]


def _log_of(part, whole, rest):
    """log(part / whole) where part / whole - 1 = rest, which is given so as not to cancel."""
    small = rest < -0.5
    y = jnp.log1p(jnp.where(small, whole / part - 1, rest))
    return jnp.where(small, -y, y)


def _beta_front(p, q, x, y):
    """x**p y**q / (p B(p, q)) where x + y, both in two parts, is 1.  With gamma(z + 1) = t**(z + 1/2) exp(-t) S(z), t = z + g + 1/2, for
    the three gamma functions two powers are left, of numbers that are near 1 where the result is not small."""
    s, h = p + q, _G + 0.5
    (x, x_low), (y, y_low) = x, y
    tp, tq, ts = p + h, q + h, s + h
    over_p = (x * q - y * tp + (x_low * q - y_low * tp)) / tp  # x ts / tp - 1
    over_q = (y * p - x * tq + (y_low * p - x_low * tq)) / tq
    power = p * _log_of(x * ts, tp, over_p) + q * _log_of(y * ts, tq, over_q)
    (_, ap, bp), (_, aq, bq), (_, a, b) = (_lanczos(jnp.minimum(z, 1e17)) for z in (p, q, s))
    scale = (a * bp) / (b * ap) * (bq / aq) * jnp.sqrt(ts / tp / tq) * (q / s)
    return scale * (math.exp(_G + 0.5) / math.sqrt(2 * math.pi)) * jnp.exp(power)


@_wide
def regularized_incomplete_beta(a, b, x, eps):
    left, right = (a == 0) | (b == math.inf), (b == 0) | (a == math.inf)  # all of the mass at 0, at 1
    good = (a > 0) & (b > 0) & (x > 0) & (x < 1) & ~left & ~right
    a0, b0, x0 = (jnp.where(good, v, 0.5) for v in (a, b, x))
    swap = x0 > (a0 + 1) / (a0 + b0 + 2)
    p, q, rest = jnp.where(swap, b0, a0), jnp.where(swap, a0, b0), 1 - x0
    low = (1 - rest) - x0
    y = jnp.where(swap, rest, x0)
    first, second = (y, jnp.where(swap, low, 0)), (jnp.where(swap, x0, rest), jnp.where(swap, 0, low))
    part = _beta_front(p, q, first, second) * _beta_fraction(p, q, y, eps)
    value = jnp.where(swap, 1 - part, part)
    bad = jnp.isnan(a) | jnp.isnan(b) | jnp.isnan(x) | (a < 0) | (b < 0) | (x < 0) | (x > 1) | (left & right)
    value = jnp.where((x == 0) | (right & (x < 1)), 0, jnp.where((x == 1) | left, 1, value))
    return jnp.where(bad, math.nan, value)


# B(2k) / (2k)!, of the Euler-Maclaurin formula.
_BERNOULLI = (1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160, -691 / 1307674368000, 1 / 74724249600,
              -3617 / 10670622842880000)


def _power(b, x, eps):
    """b ** -x; for narrow results by way of the logarithm."""
    if eps < 2.0**-40:
        return b ** -x
    y = jnp.exp(-x * jnp.log(jnp.abs(b)))
    whole = jnp.floor(x) == x
    odd = jnp.floor(x / 2) * 2 != x
    return jnp.where(b < 0, jnp.where(whole, jnp.where(odd, -y, y), math.nan), y)


@_wide
def zeta(x, q, eps):
    """Hurwitz's zeta function, the sum of (k + q) ** -x over k >= 0, by Euler and Maclaurin."""
    total = 0.0
    for k in range(12):
        total = total + _power(q + k, x, eps)
    end = q + 12
    power = _power(end, x, eps)
    total = total + power * end / (x - 1) + 0.5 * power
    factor = x * power / end
    for k, b in enumerate(_BERNOULLI):
        total = total + b * factor
        factor = factor * (x + 2 * k + 1) * (x + 2 * k + 2) / (end * end)
    return jnp.where(x < 1, math.nan, jnp.where(x == 1, math.inf, total))


@_wide
def polygamma(n, x, eps):
    """The n-th derivative of digamma."""
    sign = jnp.where(n % 2 == 0, -1.0, 1.0)
    high = sign * jnp.exp(lax.lgamma(n + 1)) * lax.zeta(jnp.where(n == 0, 2.0, n + 1), x)
    return jnp.where(n == 0, lax.digamma(x), high)
