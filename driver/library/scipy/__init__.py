"""scipy: the part that follows from jax.scipy and numpy, on NumPy arrays in 64 bits.

What is missing is an error where it is called, not where it is imported.
"""

from scipy._mapped import missing

__version__ = "1.16.0"
__lazy__ = ("special", "linalg", "stats", "signal", "integrate", "optimize", "interpolate", "ndimage", "spatial", "fft")
__getattr__ = missing("scipy")
