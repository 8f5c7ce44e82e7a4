# Arguments of SciPy that are not supported are refused by name.
import numpy as np
from scipy import integrate, interpolate, linalg, stats

a = np.array([[4.0, 1.0], [1.0, 3.0]])
for f in (lambda: linalg.eig(a, b=a), lambda: linalg.eig(a, left=True), lambda: linalg.eigvals(a, homogeneous_eigvals=True),
          lambda: linalg.eigh(a, a), lambda: interpolate.interp1d([0, 1], [0, 1], fill_value="extrapolate"),
          lambda: interpolate.interp1d([0, 1], [0, 1], kind="cubic"), lambda: stats.spearmanr(a), lambda: stats.linregress(a, a),
          lambda: stats.t.rvs(3, size=2), lambda: stats.cauchy.mean(), lambda: stats.gamma.fit([1.0, 2.0]),
          lambda: stats.multivariate_normal.rvs([0.0, 1.0])):
    try:
        f()
        print("no error")
    except NotImplementedError as e:
        print(e)
try:
    integrate.quad(lambda t: t, 0, 1, weight="cos")
except TypeError as e:
    print("TypeError")
