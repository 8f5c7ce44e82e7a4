"""scipy.ndimage."""

from jax.scipy import ndimage as _ndimage
from scipy._mapped import mapped

__getattr__ = mapped("scipy.ndimage", _ndimage)
