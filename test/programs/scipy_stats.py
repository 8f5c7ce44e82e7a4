# scipy.stats and scipy.special: parameters by name and by position, samples of rank 2, defaults of SciPy.
import numpy as np
from scipy import special, stats


def err(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
        print("no error")
    except Exception as e:
        print(type(e).__name__)


# Shape parameters by name are those by position; what follows loc and scale is size.
print(stats.poisson(mu=3).rvs(size=4, random_state=0), stats.poisson(3).rvs(4, random_state=0))
print(stats.poisson.rvs(3, 10, 4, random_state=0), stats.poisson.rvs(3, loc=10, size=4, random_state=0))
print(stats.norm.rvs(0, 1, 3, random_state=1).round(8), stats.norm.rvs(5, 0.5, random_state=1).round(8))
print(stats.gamma(a=2).rvs(size=3, random_state=2).round(8), stats.gamma(2, scale=3).rvs(2, random_state=2).round(8))
print(stats.beta.rvs(b=3, a=2, size=2, random_state=3).round(8))
print(stats.binom(n=10, p=0.5).rvs(size=5, random_state=4), stats.binom.rvs(10, 0.5, 1, 3, random_state=4))
print(stats.chi2.rvs(3, 1, 2, 2, random_state=5).round(8), stats.norm.rvs([0, 10], random_state=6).round(8))
print(stats.poisson(mu=3).mean(), stats.poisson(3, loc=1).var(), stats.gamma(a=2, scale=3).std().round(8))
print(stats.binom(n=10, p=0.25).mean(), stats.beta(a=1, b=3).var(), stats.norm(loc=[1, 2], scale=2).mean())
print(stats.norm.var([1, 2], 3), stats.chi2.mean(df=4), np.round(stats.norm(1, 2).interval(confidence=0.5), 8))
print(stats.gamma(a=2).pdf(1.5), stats.poisson(mu=2.5).pmf([0, 3]).round(8))
for bad in ({"nu": 3}, {}):
    err(stats.poisson.rvs, **bad)
err(stats.poisson.rvs, 3, mu=3)
err(stats.norm.mean, 0, 1, 2)
err(stats.poisson.mean, 3, scale=2)
err(stats.norm.rvs, scale=-1)

# Tests along an axis.
a = np.array([[1.0, 4.0], [2.0, 7.0], [4.0, 3.0], [3.0, 5.0]])
b = np.array([[2.0, 1.0], [5.0, 6.0], [3.0, 3.0], [4.0, 0.5]])
for r in (stats.ttest_ind(a, b), stats.ttest_ind(a, b, axis=1), stats.ttest_ind(a, b, equal_var=False),
          stats.ttest_1samp(a, 2.0), stats.ttest_rel(a, b), stats.ttest_ind(a, b, axis=None), stats.ttest_1samp(a[0], 1.5)):
    print(r.statistic.round(8), r.pvalue.round(8), r.df)
r = stats.pearsonr(a, b)
print(r.statistic.round(8), r.pvalue.round(8))
print(tuple(stats.pearsonr([1, 2], [5, 3])))
s = stats.linregress(a[:, 0], a[:, 1])
print(s.slope.round(8), s.stderr.round(8), s.intercept_stderr.round(8), len(s))
err(stats.linregress, [1, 1, 1], [1, 2, 3])
err(stats.pearsonr, [1, 2], [1, 2, 3])

# Defaults and digits of scipy.special.
x = np.array([[1.0, 2.0], [3.0, 5.0]])
print(special.softmax(x).round(8), special.softmax(x, axis=0).round(8), special.softmax(x, axis=1).sum(axis=1))
print(special.log_softmax(x).round(8), special.log_softmax(x, axis=-1).round(8))
print(special.comb(50, 25).round(0), special.comb(2.5, 2), special.comb([5, 4, 3], [0, 2, 4]), special.comb(100, 98))
print(special.comb(10, 3.5).round(6), special.comb(6, 3, exact=True), special.comb(4, 2, repetition=True))
print(special.perm(10, 3), special.perm([4, 2], [2, 3]), special.perm(5, 2, exact=True))
print(special.gamma(19.0), special.factorial([0, 5, 18, -1]), special.factorial(6, exact=True))
