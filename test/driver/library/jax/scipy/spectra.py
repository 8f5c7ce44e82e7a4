"""Spectra, densities from samples, weighted covariances."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import random

import jax.scipy as jsp
from jax.scipy.stats import gaussian_kde
t = jnp.arange(64.0) / 16
x = jnp.sin(7 * t) + 0.3 * jnp.cos(20 * t)
y = jnp.cos(7 * t)
r = lambda *a: tuple(jnp.round(v, 4) + 0.0 for v in a)
data = random.normal(random.key(0), (2, 20))
k = gaussian_kde(data)
k1 = gaussian_kde(data[0], bw_method="silverman", weights=jnp.arange(1.0, 21.0))
p = jnp.array([[0.0, 1.0, -1.0], [0.5, 0.0, 2.0]])


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (
    r(*jsp.signal.welch(x, fs=16.0, nperseg=16)), r(*jsp.signal.welch(x, nperseg=16, noverlap=4, scaling="spectrum", average="median", detrend="linear")),))
show(lambda: (
    r(*jsp.signal.csd(x, y, fs=16.0, nperseg=32)), r(*jsp.signal.csd(x, y[:50], nperseg=16, return_onesided=False))[0],))
show(lambda: (
    r(*jsp.signal.stft(x, nperseg=16))[:2], jsp.signal.stft(x, nperseg=16)[2].shape, r(jnp.abs(jsp.signal.stft(x, nperseg=16, boundary="even")[2][:, 1])), jsp.signal.stft(jnp.stack([x, y]), nperseg=16, padded=False, boundary=None)[2].shape,))
show(lambda: (
    r(jsp.signal.istft(jsp.signal.stft(x, nperseg=16)[2])[1][:8] * 2)[0], jsp.signal.istft(jsp.signal.stft(x, nperseg=16)[2])[0].shape,))
show(lambda: (jsp.signal.welch(x, nperseg=16, scaling="foo"),))
show(lambda: (jsp.signal.stft(x, nperseg=16, boundary="foo"),))
show(lambda: (jsp.signal.welch(x, nperseg=16, noverlap=16),))
show(lambda: (
    k.evaluate(p), k(p), k.pdf(p), k.logpdf(p), k1(jnp.array([0.0, 1.0])), k1.integrate_box_1d(-1.0, 1.0), k.integrate_gaussian(jnp.zeros(2),
    jnp.eye(2)), k.integrate_kde(k), k.neff, k.d, k.n, k.covariance,))
show(lambda: (
    k1.resample(random.key(1), (3,)).shape, gaussian_kde(data, 0.3)(p),
    jax.grad(lambda v: k.logpdf(v)[0])(jnp.array([0.1, 0.2])),
    jax.jit(lambda k, p: k(p))(k, p),))
show(lambda: (k.integrate_box_1d(0, 1),))
show(lambda: (k(jnp.ones((3, 2))),))
show(lambda: (jsp.stats.poisson.entropy(jnp.array([0.0, 0.5, 5.0, 30.0, 200.0])), jsp.stats.poisson.entropy(2.0, 1.0),))
show(lambda: (jsp.special.bernoulli(8), jsp.special.loggamma(jnp.array([0.5, 3.0, 10.0, -1.5])),))
show(lambda: (
    jnp.cov(data, fweights=jnp.arange(20)),
    jnp.cov(data, aweights=jnp.linspace(0.1, 1, 20)),
    jnp.cov(data, fweights=jnp.arange(20), aweights=jnp.linspace(0.1, 1, 20), ddof=0),))
show(lambda: (jnp.cov(data, fweights=jnp.linspace(0.1, 1, 20)),))
