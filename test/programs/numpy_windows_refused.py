# Windows of arrays are copies: asking for one to write to is refused.
import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view

x = np.arange(6)
for f in (lambda: as_strided(x, (2, 2), (8, 8), writeable=True), lambda: sliding_window_view(x, 2, writeable=True)):
    try:
        f()
    except NotImplementedError as e:
        print(e)
