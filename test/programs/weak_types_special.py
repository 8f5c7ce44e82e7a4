# Which functions that are computed in 64 bits give weakly typed results of Python numbers.
import jax
import jax.numpy as jnp
import jax.scipy.special as sp
from jax.scipy.stats import norm

for name in "sinc i0".split():
    print(name, getattr(jnp, name)(0.25).weak_type)
for name in "ndtr ndtri log_ndtr spence expi exp1 logit entr i1 gammaln gamma digamma factorial erf erfcx".split():
    print(name, getattr(sp, name)(0.25).weak_type, getattr(sp, name)(jnp.array([0.25])).dtype)
for name in "betaln beta rel_entr kl_div boxcox xlogy gammainc zeta".split():
    print(name, getattr(sp, name)(1.25, 2).weak_type, getattr(sp, name)(1.25, jnp.array([2.0])).weak_type)
for f in jnp.hypot, jnp.logaddexp, jnp.logaddexp2:
    print(f(3, 4).weak_type, f(jnp.float32(3), 4).weak_type)
print(norm.cdf(0.5).weak_type, norm.logcdf(0.5).weak_type, jax.nn.gelu(0.5).weak_type, jax.nn.softplus(0.5).weak_type)
print(repr(jnp.hypot(3, 4)))
