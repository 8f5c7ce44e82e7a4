"""Windows by name in jax.scipy.signal."""
# modes: interp
import jax.numpy as jnp
from jax.scipy import signal

x = jnp.sin(jnp.arange(32.0))
for window in ("hamming", "blackman_periodic", "bartlett", "boxcar", "cosine", "nuttall", "blackmanharris", "flattop", "triang", "parzen",
               "bohman", "tukey", "lanczos", "barthann", ("kaiser", 8.6), ("gaussian", 2.0), ("tukey", 0.25), ("tukey", 1.0),
               ("general_hamming", 0.6), ("general_cosine", (0.5, 0.3, 0.2)), ("exponential", None, 3.0), "exponential"):
    for n in (6, 5):
        f, t, z = signal.stft(jnp.ones(16), window=window, nperseg=n, noverlap=2, boundary=None)
        print(window, n, jnp.round(abs(z[0, :2]), 5), jnp.round(abs(z[1:, 0]), 3))
print(jnp.round(signal.welch(x, window="hamming", nperseg=8)[1], 5), jnp.round(signal.csd(x, x[::-1], window=("kaiser", 3.0), nperseg=8)[1], 4))
z = signal.stft(x, window="hamming", nperseg=8)[2]
print(jnp.round(signal.istft(z, window="hamming", nperseg=8)[1] - x, 4).any())
for window in ("nonsense", "kaiser", ("hann", 2)):
    try:
        signal.stft(x, window=window, nperseg=4)
    except ValueError as e:
        print(e)
