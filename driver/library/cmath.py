"""cmath: functions of complex numbers."""

from _cjax.cmath import *
