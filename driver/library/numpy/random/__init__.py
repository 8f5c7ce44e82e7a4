"""numpy.random: NumPy's streams, drawn by the executable.

A generator keeps its state as an array; a draw is one op, which gives the numbers and the next state.
"""

from numpy.random import _legacy
from numpy.random._generator import Generator, default_rng
from numpy.random._legacy import RandomState
from numpy.random._seeding import MT19937, PCG64, BitGenerator, SeedSequence

_global = RandomState._unseeded()
seed, get_state = _global.seed, _global.get_state
rand, randn, randint, random_sample = _global.rand, _global.randn, _global.randint, _global.random_sample
random, ranf, sample, bytes = _global.random, _global.random_sample, _global.random_sample, _global.bytes
choice, permutation, shuffle, uniform, normal = (_global.choice, _global.permutation, _global.shuffle, _global.uniform,
                                                 _global.normal)
standard_normal, exponential, standard_exponential = (_global.standard_normal, _global.exponential,
                                                      _global.standard_exponential)
gamma, standard_gamma, beta, poisson, binomial = (_global.gamma, _global.standard_gamma, _global.beta, _global.poisson,
                                                  _global.binomial)
chisquare, f, geometric, gumbel, laplace, logistic = (_global.chisquare, _global.f, _global.geometric, _global.gumbel,
                                                      _global.laplace, _global.logistic)
lognormal, logseries, negative_binomial, noncentral_chisquare = (_global.lognormal, _global.logseries,
                                                                 _global.negative_binomial, _global.noncentral_chisquare)
pareto, power, rayleigh, standard_cauchy, standard_t = (_global.pareto, _global.power, _global.rayleigh,
                                                        _global.standard_cauchy, _global.standard_t)
triangular, vonmises, wald, weibull, dirichlet = (_global.triangular, _global.vonmises, _global.wald, _global.weibull,
                                                  _global.dirichlet)
multinomial, multivariate_normal = _global.multinomial, _global.multivariate_normal
