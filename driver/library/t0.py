from _cjax import numpy as core
from _cjax import lax
