# jax.scipy.special and jax.scipy.stats.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
from jax.scipy import special as sp
from jax.scipy import stats as st

x = jnp.array([0.5, 1.0, 2.5, 7.0])
for f in (sp.gammaln, sp.digamma, sp.expit, sp.erf, sp.erfc, sp.ndtr, sp.log_ndtr, sp.entr, sp.gamma):
    print([f"{float(v):.4f}" for v in f(x)], [f"{float(v):.4f}" for v in f(-x * 0.7)])
for y in (st.norm.logpdf(x), st.norm.cdf(x, 1.0, 2.0), st.norm.pdf(x), st.expon.logpdf(x), st.laplace.cdf(x), st.uniform.logpdf(x),
          st.gamma.logpdf(x, 2.0), st.poisson.logpmf(jnp.arange(4), 2.0), st.bernoulli.logpmf(jnp.arange(3), 0.3)):
    print([f"{float(v):.4f}" for v in y])
print([f"{float(v):.4f}" for v in jax.vmap(jax.grad(sp.gammaln))(x)], f"{jax.grad(lambda m: st.norm.logpdf(x, m, 2.0).sum())(0.5):.4f}")
print(sp.xlogy(0.0, 0.0), f"{sp.logsumexp(x):.4f} {sp.logit(0.25):.4f} {sp.betaln(2.0, 3.0):.4f}")

#CHECK{LITERAL}:['0.5724', '0.0000', '0.2847', '6.5793'] ['1.3754', '1.4525', '1.0161', '-2.2987']
#CHECK-NEXT{LITERAL}:['-1.9635', '-0.5772', '0.7032', '1.8728'] ['1.4868', '-2.0740', '-2.3227', '-7.9810']
#CHECK-NEXT{LITERAL}:['0.6225', '0.7311', '0.9241', '0.9991'] ['0.4134', '0.3318', '0.1480', '0.0074']
#CHECK-NEXT{LITERAL}:['0.5205', '0.8427', '0.9996', '1.0000'] ['-0.3794', '-0.6778', '-0.9867', '-1.0000']
#CHECK-NEXT{LITERAL}:['0.4795', '0.1573', '0.0004', '0.0000'] ['1.3794', '1.6778', '1.9867', '2.0000']
#CHECK-NEXT{LITERAL}:['0.6915', '0.8413', '0.9938', '1.0000'] ['0.3632', '0.2420', '0.0401', '0.0000']
#CHECK-NEXT{LITERAL}:['-0.3689', '-0.1728', '-0.0062', '-0.0000'] ['-1.0129', '-1.4190', '-3.2174', '-14.5512']
#CHECK-NEXT{LITERAL}:['0.3466', '-0.0000', '-2.2907', '-13.6214'] ['-inf', '-inf', '-inf', '-inf']
#CHECK-NEXT{LITERAL}:['1.7725', '1.0000', '1.3293', '720.0000'] ['-3.9566', '-4.2737', '2.7624', '-0.1004']
#CHECK-NEXT{LITERAL}:['-1.0439', '-1.4189', '-4.0439', '-25.4189']
#CHECK-NEXT{LITERAL}:['0.4013', '0.5000', '0.7734', '0.9987']
#CHECK-NEXT{LITERAL}:['0.3521', '0.2420', '0.0175', '0.0000']
#CHECK-NEXT{LITERAL}:['-0.5000', '-1.0000', '-2.5000', '-7.0000']
#CHECK-NEXT{LITERAL}:['0.6967', '0.8161', '0.9590', '0.9995']
#CHECK-NEXT{LITERAL}:['-0.0000', '-0.0000', '-inf', '-inf']
#CHECK-NEXT{LITERAL}:['-1.1931', '-1.0000', '-1.5837', '-5.0541']
#CHECK-NEXT{LITERAL}:['-2.0000', '-1.3069', '-1.3069', '-1.7123']
#CHECK-NEXT{LITERAL}:['-0.3567', '-1.2040', '-inf']
#CHECK-NEXT{LITERAL}:['-1.9635', '-0.5772', '0.7032', '1.8728'] 2.2500
#CHECK-NEXT{LITERAL}:0.0 7.0150 -1.0986 -2.4849
