"""scipy.fft: numpy.fft, and cosine transforms."""

from jax.scipy import fft as _fft
from numpy.fft import *  # noqa: F401,F403
from scipy._mapped import mapped

__getattr__ = mapped("scipy.fft", _fft)
