"""scipy.spatial."""

from scipy._mapped import missing
from scipy.spatial import distance  # noqa: F401

__getattr__ = missing("scipy.spatial")
