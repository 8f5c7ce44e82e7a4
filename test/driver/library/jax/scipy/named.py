"""Modules of jax.scipy are read when they are named."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import scipy
from jax.scipy import special as sp

print(jax.scipy.special.expit(0.3), scipy.stats.norm.pdf(0.0), sp.gammaln(3.0), scipy.linalg.det(jnp.eye(2)))
print(hasattr(jax, "nothing"), hasattr(scipy, "nothing"))
