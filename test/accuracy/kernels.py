"""kernels.py -- the functions whose accuracy is measured, each of arrays of one type; cjaxc compiles them, JAX runs them."""
import jax
from jax import lax, nn
from jax import numpy as jnp
from jax.scipy import special


def exp(x): return jnp.exp(x)
def exp2(x): return jnp.exp2(x)
def expm1(x): return jnp.expm1(x)
def log(x): return jnp.log(x)
def log1p(x): return jnp.log1p(x)
def log2(x): return jnp.log2(x)
def log10(x): return jnp.log10(x)
def sqrt(x): return jnp.sqrt(x)
def rsqrt(x): return lax.rsqrt(x)
def cbrt(x): return jnp.cbrt(x)
def logistic(x): return lax.logistic(x)
def sin(x): return jnp.sin(x)
def cos(x): return jnp.cos(x)
def tan(x): return jnp.tan(x)
def asin(x): return lax.asin(x)
def acos(x): return lax.acos(x)
def atan(x): return lax.atan(x)
def sinh(x): return lax.sinh(x)
def cosh(x): return lax.cosh(x)
def tanh(x): return jnp.tanh(x)
def asinh(x): return lax.asinh(x)
def acosh(x): return lax.acosh(x)
def atanh(x): return lax.atanh(x)
def pow(x, y): return lax.pow(x, y)
def atan2(y, x): return lax.atan2(y, x)
def rem(x, y): return lax.rem(x, y)
def hypot(x, y): return jnp.hypot(x, y)
def logaddexp(x, y): return jnp.logaddexp(x, y)
def softplus(x): return nn.softplus(x)
def erf(x): return lax.erf(x)
def erfc(x): return lax.erfc(x)
def erf_inv(x): return lax.erf_inv(x)
def lgamma(x): return lax.lgamma(x)
def digamma(x): return lax.digamma(x)
def i0e(x): return lax.bessel_i0e(x)
def i1e(x): return lax.bessel_i1e(x)
def ndtr(x): return special.ndtr(x)
def ndtri(x): return special.ndtri(x)
def log_ndtr(x): return special.log_ndtr(x)
def igamma(a, x): return lax.igamma(a, x)
def igammac(a, x): return lax.igammac(a, x)
def polygamma(n, x): return lax.polygamma(n, x)
def zeta(s, q): return lax.zeta(s, q)
def betainc(a, b, x): return lax.betainc(a, b, x)
def logaddexp2(x, y): return jnp.logaddexp2(x, y)
def xlogy(x, y): return special.xlogy(x, y)
def xlog1py(x, y): return special.xlog1py(x, y)
def entr(x): return special.entr(x)
def rel_entr(x, y): return special.rel_entr(x, y)
def kl_div(x, y): return special.kl_div(x, y)
def logit(x): return special.logit(x)
def sinc(x): return jnp.sinc(x)
def exp1(x): return special.exp1(x)
def expi(x): return special.expi(x)
def spence(x): return special.spence(x)
def erfcx(x): return special.erfcx(x)
def gamma(x): return special.gamma(x)
def factorial(x): return special.factorial(x)
def betaln(x, y): return special.betaln(x, y)
def beta(x, y): return special.beta(x, y)
def expn(n, x): return special.expn(n, x)
def logsumexp(x, y): return nn.logsumexp(jnp.stack([x, y]), axis=0)
def bessel_jn(n, x): return jnp.take_along_axis(special.bessel_jn(x, v=4, n_iter=30), n.astype("int32")[None], axis=0)[0]
def i0(x): return special.i0(x)
def i1(x): return special.i1(x)


# Components of functions of complex numbers.
def cexp_re(x, y): return jnp.exp(lax.complex(x, y)).real
def cexp_im(x, y): return jnp.exp(lax.complex(x, y)).imag
def clog_re(x, y): return jnp.log(lax.complex(x, y)).real
def clog_im(x, y): return jnp.log(lax.complex(x, y)).imag
def csqrt_re(x, y): return jnp.sqrt(lax.complex(x, y)).real
def csqrt_im(x, y): return jnp.sqrt(lax.complex(x, y)).imag
def csin_re(x, y): return jnp.sin(lax.complex(x, y)).real
def csin_im(x, y): return jnp.sin(lax.complex(x, y)).imag
def ccos_re(x, y): return jnp.cos(lax.complex(x, y)).real
def ccos_im(x, y): return jnp.cos(lax.complex(x, y)).imag
def ctan_re(x, y): return jnp.tan(lax.complex(x, y)).real
def ctan_im(x, y): return jnp.tan(lax.complex(x, y)).imag
def csinh_re(x, y): return lax.sinh(lax.complex(x, y)).real
def csinh_im(x, y): return lax.sinh(lax.complex(x, y)).imag
def ccosh_re(x, y): return lax.cosh(lax.complex(x, y)).real
def ccosh_im(x, y): return lax.cosh(lax.complex(x, y)).imag
def ctanh_re(x, y): return jnp.tanh(lax.complex(x, y)).real
def ctanh_im(x, y): return jnp.tanh(lax.complex(x, y)).imag
def casin_re(x, y): return lax.asin(lax.complex(x, y)).real
def casin_im(x, y): return lax.asin(lax.complex(x, y)).imag
def cacos_re(x, y): return lax.acos(lax.complex(x, y)).real
def cacos_im(x, y): return lax.acos(lax.complex(x, y)).imag
def catan_re(x, y): return lax.atan(lax.complex(x, y)).real
def catan_im(x, y): return lax.atan(lax.complex(x, y)).imag
def casinh_re(x, y): return lax.asinh(lax.complex(x, y)).real
def casinh_im(x, y): return lax.asinh(lax.complex(x, y)).imag
def cacosh_re(x, y): return lax.acosh(lax.complex(x, y)).real
def cacosh_im(x, y): return lax.acosh(lax.complex(x, y)).imag
def catanh_re(x, y): return lax.atanh(lax.complex(x, y)).real
def catanh_im(x, y): return lax.atanh(lax.complex(x, y)).imag
def creciprocal_re(x, y): return jnp.reciprocal(lax.complex(x, y)).real
def creciprocal_im(x, y): return jnp.reciprocal(lax.complex(x, y)).imag
def cexpm1_re(x, y): return jnp.expm1(lax.complex(x, y)).real
def cexpm1_im(x, y): return jnp.expm1(lax.complex(x, y)).imag
def clog1p_re(x, y): return jnp.log1p(lax.complex(x, y)).real
def clog1p_im(x, y): return jnp.log1p(lax.complex(x, y)).imag
