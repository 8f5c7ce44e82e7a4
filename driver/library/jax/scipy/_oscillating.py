"""Sine, cosine and Fresnel integrals by the rational approximations of Cephes (Moshier 1989), and
the dilogarithm by Debye's series."""

import math

from _cjax import numpy as core
from jax import custom_jvp
from jax import numpy as jnp
from jax._src.wide import wide_strong
from jax.scipy._faddeeva import horner

_EULER = 0.5772156649015329
_SI = ((-8.39167827910303881427e-11, 4.62591714427012837309e-8, -9.75759303843632795789e-6, 9.76945438170435310816e-4,
        -4.13470316229406538752e-2, 1.0),
       (2.03269266195951942049e-12, 1.27997891179943299903e-9, 4.41827842801218905784e-7, 9.96412122043875552487e-5,
        1.42085239326149893930e-2, 1.0))
_CI = ((2.02524002389102268789e-11, -1.35249504915790756375e-8, 3.59325051419993077021e-6, -4.74007206873407909465e-4,
        2.89159652607555242092e-2, -1.0),
       (4.07746040061880559506e-12, 3.06780997581887812692e-9, 1.23210355685883423679e-6, 3.17442024775032769882e-4,
        5.10028056236446052392e-2, 4.0))
# The auxiliary functions f and g, of 1/x^2: x below 8 and from 8 on.
_F = (((4.23612862892216586994, 5.45937717161812843388, 1.62083287701538329132, 1.67006611831323023771e-1,
        6.81020132472518137426e-3, 1.08936580650328664411e-4, 5.48900223421373614008e-7),
       (1.0, 8.16496634205391016773, 7.30828822505564552187, 1.86792257950184183883, 1.78792052963149907262e-1,
        7.01710668322789753610e-3, 1.10034357153915731354e-4, 5.48900252756255700982e-7)),
      ((4.55880873470465315206e-1, 7.13715274100146711374e-1, 1.60300158222319456320e-1, 1.16064229408124407915e-2,
        3.49556442447859055605e-4, 4.86215430826454749482e-6, 3.20092790091004902806e-8, 9.41779576128512936592e-11,
        9.70507110881952024631e-14),
       (1.0, 9.17463611873684053703e-1, 1.78685545332074536321e-1, 1.22253594771971293032e-2,
        3.58696481881851580297e-4, 4.92435064317881464393e-6, 3.21956939101046018377e-8, 9.43720590350276732376e-11,
        9.70507110881952025725e-14)))
_G = (((8.71001698973114191777e-2, 6.11379109952219284151e-1, 3.97180296392337498885e-1, 7.48527737628469092119e-2,
        5.38868681462177273157e-3, 1.61999794598934024525e-4, 1.97963874140963632189e-6, 7.82579040744090311069e-9),
       (1.0, 1.64402202413355338886, 6.66296701268987968381e-1, 9.88771761277688796203e-2, 6.22396345441768420760e-3,
        1.73221081474177119497e-4, 2.02659182086343991969e-6, 7.82579218933534490868e-9)),
      ((6.97359953443276214934e-1, 3.30410979305632063225e-1, 3.84878767649974295920e-2, 1.71718239052347903558e-3,
        3.48941165502279436777e-5, 3.47131167084116673800e-7, 1.70404452782044526189e-9, 3.85945925430276600453e-12,
        3.14040098946363334640e-15),
       (1.0, 1.68548898811011640017, 4.87852258695304967486e-1, 4.67913194259625806320e-2, 1.90284426674399523638e-3,
        3.68475504442561108162e-5, 3.57043223443740838771e-7, 1.72693748966316146736e-9, 3.87830166023954706752e-12,
        3.14040098946363335242e-15)))


def _ratio(table, t):
    return horner(table[0], t) / horner(table[1], t)


def _far(x):
    """Si and Ci above 4: pi/2 - f cos x - g sin x, f sin x - g cos x."""
    z = 1 / (x * x)
    low = x < 8
    f = jnp.where(low, _ratio(_F[0], z), _ratio(_F[1], z)) / x
    g = jnp.where(low, _ratio(_G[0], z), _ratio(_G[1], z)) * z
    f = jnp.where(x <= 1e9, f, jnp.where(x == math.inf, 0.0, 1 / x))
    g = jnp.where(x <= 1e9, g, 0.0)
    s, c = (jnp.where(x == math.inf, 0.0, trig(x)) for trig in (jnp.sin, jnp.cos))
    return math.pi / 2 - f * c - g * s, f * s - g * c


@custom_jvp
@wide_strong
def _sici(x):
    y = jnp.abs(x)
    near = jnp.where(y <= 4, y, 1.0)
    t = near * near
    si, ci = _far(jnp.where(y > 4, y, 8.0))
    si = jnp.where(y <= 4, near * _ratio(_SI, t), si)
    ci = jnp.where(y <= 4, _EULER + jnp.log(near) + t * _ratio(_CI, t), ci)
    si, ci = (jnp.where(jnp.isnan(x), math.nan, v) for v in (si, ci))
    return jnp.sign(x) * si, jnp.where(x == -math.inf, math.nan, ci)


@_sici.defjvp
def _sici_jvp(primals, tangents):
    (x,), (t,) = primals, tangents
    return _sici(x), (jnp.sinc(x / math.pi) * t, jnp.cos(x) / x * t)


def sici(x):
    """The integrals of sin t / t and of cos t / t."""
    (x,) = core.promote_args_inexact("sici", x)
    if jnp.iscomplexobj(x):
        raise ValueError(f"Argument `x` to sici must be real-valued. Got dtype {x.dtype}.")
    return _sici(x)


# S and C: below sqrt(2.5625) in x^4, above it the auxiliary functions in 1/(pi x^2)^2.
_FRESNEL = {
    "S": ((-2.99181919401019853726e3, 7.08840045257738576863e5, -6.29741486205862506537e7, 2.54890880573376359104e9,
           -4.42979518059697779103e10, 3.18016297876567817986e11),
          (1.0, 2.81376268889994315696e2, 4.55847810806532581675e4, 5.17343888770096400730e6,
           4.19320245898111231129e8, 2.24411795645340920940e10, 6.07366389490084639049e11)),
    "C": ((-4.98843114573573548651e-8, 9.50428062829859605134e-6, -6.45191435683965050962e-4,
           1.88843319396703850064e-2, -2.05525900955013891793e-1, 1.0),
          (3.99982968972495980367e-12, 9.15439215774657478799e-10, 1.25001862479598821474e-7,
           1.22262789024179030997e-5, 8.68029542941784300606e-4, 4.12142090722199792936e-2, 1.0)),
    "f": ((4.21543555043677546506e-1, 1.43407919780758885261e-1, 1.15220955073585758835e-2, 3.45017939782574027900e-4,
           4.63613749287867322088e-6, 3.05568983790257605827e-8, 1.02304514164907233465e-10,
           1.72010743268161828879e-13, 1.34283276233062758925e-16, 3.76329711269987889006e-20),
          (1.0, 7.51586398353378947175e-1, 1.16888925859191382142e-1, 6.44051526508858611005e-3,
           1.55934409164153020873e-4, 1.84627567348930545870e-6, 1.12699224763999035261e-8,
           3.60140029589371370404e-11, 5.88754533621578410010e-14, 4.52001434074129701496e-17,
           1.25443237090011264384e-20)),
    "g": ((5.04442073643383265887e-1, 1.97102833525523411709e-1, 1.87648584092575249293e-2, 6.84079380915393090172e-4,
           1.15138826111884280931e-5, 9.82852443688422223854e-8, 4.45344415861750144738e-10,
           1.08268041139020870318e-12, 1.37555460633261799868e-15, 8.36354435630677421531e-19,
           1.86958710162783235106e-22),
          (1.0, 1.47495759925128324529, 3.37748989120019970451e-1, 2.53603741420338795122e-2,
           8.14679107184306179049e-4, 1.27545075667729118702e-5, 1.04314589657571990585e-7,
           4.60680728146520428211e-10, 1.10273215066240270757e-12, 1.38796531259578871258e-15,
           8.39158816283118707363e-19, 1.86958710162783236342e-22))}


def _turns(x):
    """sin and cos of pi x^2 / 2, with x^2 / 2 taken modulo 2 before it is rounded."""
    x = jnp.abs(x)
    s = jnp.fmod(x, 2.0)
    r = jnp.fmod(s * (x - s / 2), 2.0)
    low, high = jnp.sin(math.pi * r), jnp.sin(math.pi * (r - 2.0))
    sine = jnp.where(r < 0.5, low, jnp.where(r > 1.5, high, -jnp.sin(math.pi * (r - 1.0))))
    cosine = jnp.where(r < 1.0, -jnp.sin(math.pi * (r - 0.5)), jnp.sin(math.pi * (r - 1.5)))
    return sine, jnp.where(r == 0.5, 0.0, cosine)


def _fresnel_outer(x):
    """S and C from sqrt(2.5625) on."""
    sine, cosine = _turns(x)
    t = math.pi * x * x
    u = 1 / (t * t)
    f, g = 1 - u * _ratio(_FRESNEL["f"], u), _ratio(_FRESNEL["g"], u) / t
    t = math.pi * x
    s, c = 0.5 - (f * cosine + g * sine) / t, 0.5 + (f * sine - g * cosine) / t
    far_s, far_c = 0.5 - cosine / t, 0.5 + sine / t
    far = x > 36974.0
    return jnp.where(far, far_s, s), jnp.where(far, far_c, c)


@custom_jvp
@wide_strong
def _fresnel(x):
    y = jnp.abs(x)
    near = y * y < 2.5625
    z = jnp.where(near, y, 1.0)
    t = z * z * z * z
    outer = _fresnel_outer(jnp.where(near | jnp.isinf(y), 2.0, y))
    inner = z * z * z * _ratio(_FRESNEL["S"], t), z * _ratio(_FRESNEL["C"], t)
    values = (jnp.where(near, low, jnp.where(jnp.isinf(y), 0.5, high)) for low, high in zip(inner, outer))
    return tuple(jnp.where(x < 0, -v, v) for v in values)


@_fresnel.defjvp
def _fresnel_jvp(primals, tangents):
    (x,), (t,) = primals, tangents
    sine, cosine = _turns(x)
    return _fresnel(x), (sine * t, cosine * t)


def fresnel(x):
    """The integrals of sin(pi t^2 / 2) and of cos(pi t^2 / 2) over t from 0 to x."""
    (x,) = core.promote_args_inexact("fresnel", x)
    if jnp.iscomplexobj(x):
        raise NotImplementedError("Support for complex-valued inputs is not implemented yet.")
    s, c = _fresnel(x.astype(core.promote_types(x.dtype, core.float32)))
    return s.astype(x.dtype), c.astype(x.dtype)


# The integral of t / (e^t - 1) up to u = u - u^2 / 4 + u^3 P(u^2) for |u| <= log 4, the highest power first (DLMF 24.2.1).
_DEBYE = (-1.6473683001747407e-14, 8.8027723647153559e-13, -4.0625255604772523e-11, 1.8978624236553466e-09,
          -9.1857714949564084e-08, 4.724111861340154e-06, -0.00027777777777680671, 0.027777777777777721)
_LEAST = 2.0**-1022  # what is less counts as 0


def spence(x):
    """The integral of log(t) / (1 - t) over t from 1 to x; nan below 0."""
    x = jnp.asarray(x)
    if x.dtype not in (core.float32, core.float64):
        raise TypeError(f"x.dtype={x.dtype} is not supported, see docstring for supported types.")
    return _spence(x)


@wide_strong
def _spence(x):
    """D(-log x) for 1/4 <= x <= 4, D Debye's integral; elsewhere from D(-log(1 - y)), y = x or 1 / x (DLMF 25.12.4, 25.12.6)."""
    special = (x < _LEAST) | (x == 1)
    a = jnp.where(special, 1.25, x)
    low, high, log_a = a < 0.25, a > 4, jnp.log(a)
    v = -jnp.log1p(-jnp.where(a > 2, 1 / a, a))
    u = jnp.where(low | high, v, -log_a)
    d = u - 0.25 * (u * u) + u * (u * u) * horner(_DEBYE, u * u)
    cross, sixth = log_a * v, math.pi ** 2 / 6
    value = jnp.where(low, (sixth + cross) - d, jnp.where(high, d - (0.5 * (log_a * log_a) - cross + sixth), d))
    exact = jnp.where(x <= -_LEAST, math.nan, jnp.where(x == 1, 0.0, sixth))
    return jnp.where(special, exact.astype(x.dtype), value)
