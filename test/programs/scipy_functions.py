# scipy on NumPy arrays: special, linalg, stats, signal, integrate, optimize, interpolate, spatial.
import numpy as np
import scipy
from scipy import special, linalg, stats, signal, integrate, optimize, interpolate, fft
from scipy.spatial.distance import cdist, pdist, squareform, cosine
from scipy.special import gammaln, erf, expit, logsumexp, comb
from scipy.stats import norm
x = np.linspace(0.5, 3, 4)
print(gammaln(x), erf(x), expit(x), logsumexp(x), special.gamma(5.0), special.digamma(2.0), special.beta(2.0, 3.0), special.betainc(2.0, 3.0, 0.5), comb(10, 3), comb(10, 3, exact=True), special.softmax(x), special.xlogy(0, 0.0), special.factorial(5))
print(norm.pdf(0.5), norm.cdf(x), norm.ppf([0.1, 0.975]), norm(1, 2).cdf(3), norm.logpdf(x, 1, 2), norm(1, 2).mean(), norm(1, 2).std(), norm.sf(1.96), stats.gamma.pdf(x, 2.0), stats.beta.logpdf(0.3, 2, 3), stats.poisson.pmf(3, 2.5), stats.binom.pmf(2, 5, 0.4), stats.t.pdf(x, 5), norm.interval(0.95), stats.expon.cdf(x, scale=2))
print(norm.rvs(size=3, random_state=0), stats.uniform.rvs(size=2, random_state=np.random.default_rng(1)), norm.rvs(loc=5, scale=0.1, random_state=np.random.RandomState(3)), norm.fit(x))
d = np.array([1.0, 4.0, 2.0, 8.0, 5.0]); e = np.array([2.0, 3.0, 1.0, 9.0, 6.0])
print(stats.zscore(d), stats.skew(d), stats.kurtosis(d), stats.sem(d), stats.iqr(d), stats.rankdata(d), stats.entropy([0.5, 0.25, 0.25], base=2), stats.gmean(d), stats.hmean(d))
r = stats.pearsonr(d, e); print(r[0], r[1], stats.spearmanr(d, e)[0], stats.ttest_ind(d, e).pvalue, stats.ttest_1samp(d, 3.0).statistic)
s = stats.linregress(d, e); print(s.slope, s.intercept, s.rvalue, s.pvalue, s.stderr)
A = np.array([[4.0, 1, 0], [1, 3, 1], [0, 1, 2]]); b = np.array([1.0, 2, 3])
L = linalg.cholesky(A, lower=True); c = linalg.cho_factor(A)
print(L, linalg.cho_solve(c, b), linalg.solve(A, b), linalg.solve_triangular(L, b, lower=True), linalg.det(A), linalg.inv(A)[0], linalg.eigvalsh(A), linalg.norm(A), linalg.expm(np.zeros((2, 2))), linalg.block_diag([1], [[2, 3]]), linalg.toeplitz([1, 2, 3]), linalg.circulant([1, 2, 3]), linalg.hankel([1, 2, 3]), sep="\n")
P, Lo, U = linalg.lu(A); print(np.allclose(P @ Lo @ U, A), linalg.svdvals(A), linalg.solve_banded((1, 1), np.array([[0, 1.0, 1], [4, 3, 2], [1, 1, 0]]), b))
print(signal.convolve([1, 2, 3], [0, 1, 0.5]), signal.lfilter([0.5], [1, -0.5], np.ones(5)), signal.find_peaks([0, 2, 1, 3, 3, 0, 1])[0], signal.fftconvolve(np.ones(3), np.ones(2)).round(6))
print(integrate.simpson(x**2, x=x), integrate.trapezoid(x, x), integrate.cumulative_trapezoid(x, x, initial=0), "%.8f" % integrate.quad(lambda t: np.exp(-t * t), 0, 1)[0], "%.6f" % integrate.quad(lambda t: np.exp(-t * t / 2), -np.inf, np.inf)[0])
print("%.10f %.10f %.8f %.8f" % (optimize.brentq(lambda t: t**3 - 2, 0, 2), optimize.bisect(lambda t: np.cos(t) - t, 0, 1), optimize.newton(lambda t: t * t - 2, 1.0), optimize.newton(lambda t: t**2 - 2, 1.0, fprime=lambda t: 2 * t)))
rows, cols = optimize.linear_sum_assignment(np.array([[4, 1, 3], [2, 0, 5], [3, 2, 2]])); print(rows, cols)
f = interpolate.interp1d([0, 1, 2], [0, 10, 0]); print(f(0.5), f([0.25, 1.5]))
pts = np.array([[0.0, 0], [3, 4], [1, 1]])
print(cdist(pts, pts), pdist(pts, "cityblock"), squareform(pdist(pts)), cosine([1, 0], [1, 1]), fft.fft([1, 2, 3, 4]), fft.dct(np.array([1.0, 2, 3])))
