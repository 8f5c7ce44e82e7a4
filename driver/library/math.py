"""math: functions of Python numbers.

Of a number that only the executable knows (a clock, float(array)) they give such a number.
"""

from _cjax.math import *
