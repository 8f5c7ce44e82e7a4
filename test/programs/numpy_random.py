# numpy.random: the streams of RandomState, Generator, SeedSequence and the bit generators.
# jax: 0.10.2
import numpy as np

for seed in (0, 1, 42, 12345, 2**32 - 1):
    r = np.random.RandomState(seed)
    print(seed, r.rand(), r.randn(), r.uniform(-1, 2), r.normal(3, 0.5), r.randint(1000), r.random_sample(2), r.standard_normal(3))
    print(r.exponential(2.0, 3), r.gamma(2.5, size=2), r.gamma(0.5, 2.0), r.beta(0.5, 0.5), r.beta(2, 3, 2), r.poisson(3, 4), r.poisson(50.0, 3))
    print(r.binomial(10, 0.3, 4), r.binomial(1000, 0.4, 3), r.chisquare(3), r.standard_t(4), r.laplace(), r.logistic(1, 2), r.gumbel(), r.lognormal(0, 0.1))
    print(r.permutation(7), r.choice(5, 3), r.choice(5, 3, replace=False), r.choice([10, 20, 30], p=[0.2, 0.5, 0.3], size=4), r.choice(6, 3, replace=False, p=[.1, .2, .3, .1, .1, .2]))
    print(r.geometric(0.2, 3), r.geometric(0.5), r.weibull(1.5), r.pareto(3), r.rayleigh(), r.standard_cauchy(), r.triangular(0, 1, 3), r.vonmises(0, 2), r.wald(1, 2), r.power(2))
    print(r.dirichlet([1, 2, 3]), r.multinomial(20, [0.2, 0.3, 0.5]), r.negative_binomial(3, 0.4), r.logseries(0.6), r.f(3, 4), r.noncentral_chisquare(3, 1.5))
    print(r.randint(0, 2**40, 2), r.randint(-5, 5, (2, 3)), r.randint(0, 256, 5, dtype=np.uint8), r.randint(0, 2, 4, dtype=bool), r.randint(0, 100, 3, dtype=np.int16), r.randint(0, 9, 3, dtype=np.int32))
    x = np.arange(8)
    r.shuffle(x)
    m = np.arange(6).reshape(3, 2)
    r.shuffle(m)
    l = [1, 2, 3, 4]
    r.shuffle(l)
    print(x, m.tolist(), l, r.permutation(np.array([[1, 2], [3, 4], [5, 6]])).tolist())

for seed in (0, 7, 42, 2**40 + 3, [1, 2, 3], 12345678901234567890123):
    g = np.random.default_rng(seed)
    print(g.random(), g.normal(), g.uniform(2, 5), g.random(3), g.standard_normal(3), g.integers(0, 10, 5), g.integers(1000), g.integers(5, 8, (2, 2), endpoint=True))
    print(g.exponential(2.0, 3), g.standard_exponential(2), g.gamma(2.5, size=2), g.gamma(0.5, 2.0), g.beta(0.5, 0.5), g.beta(2, 3, 2), g.poisson(3, 4), g.poisson(50.0, 3))
    print(g.binomial(10, 0.3, 4), g.binomial(1000, 0.4, 3), g.chisquare(3), g.standard_t(4), g.laplace(), g.logistic(1, 2), g.gumbel(), g.lognormal(0, 0.1))
    print(g.permutation(7), g.choice(5, 3), g.choice(5, 3, replace=False), g.choice([10, 20, 30], p=[0.2, 0.5, 0.3], size=4), g.choice(6, 3, replace=False, p=[.1, .2, .3, .1, .1, .2]))
    print(g.choice(20000, 5, replace=False), g.choice(20000, 600, replace=False)[:5], g.choice(100, 10, replace=False, shuffle=False))
    print(g.geometric(0.2, 3), g.geometric(0.5), g.weibull(1.5), g.pareto(3), g.rayleigh(), g.standard_cauchy(), g.triangular(0, 1, 3), g.vonmises(0, 2), g.wald(1, 2), g.power(2))
    print(g.dirichlet([1, 2, 3]), g.multinomial(20, [0.2, 0.3, 0.5]), g.negative_binomial(3, 0.4), g.logseries(0.6), g.f(3, 4), g.noncentral_chisquare(3, 1.5))
    print(g.integers(0, 2**40, 2), g.integers(0, 256, 5, dtype=np.uint8), g.integers(0, 2, 4, dtype=bool), g.integers(0, 100, 3, dtype=np.int16), g.integers(0, 9, 3, dtype=np.int32))
    print(g.random(3, dtype=np.float32), g.standard_normal(3, dtype=np.float32), g.standard_exponential(2, dtype=np.float32))
    x = np.arange(8)
    g.shuffle(x)
    m = np.arange(6).reshape(3, 2)
    g.shuffle(m)
    l = [1, 2, 3, 4]
    g.shuffle(l)
    print(x, m.tolist(), l, g.permutation(np.array([[1, 2], [3, 4], [5, 6]])).tolist(), g.permuted(np.arange(6).reshape(2, 3), axis=1).tolist())
    print(g.normal([0, 10], [1, 2]), g.normal([0, 10], 1, (2, 2)), g.integers([1, 10], [5, 20]), g.uniform([1, 2], [[3], [4]]), g.choice(["a", "b", "c"]))

ss = np.random.SeedSequence(123)
print(ss.generate_state(4), ss.generate_state(2, np.uint64), ss)
kids = ss.spawn(2)
print(kids[1].generate_state(3), [np.random.default_rng(k).random() for k in kids])
print(np.random.Generator(np.random.MT19937(5)).random(2), np.random.Generator(np.random.PCG64(5)).normal(size=2), np.random.RandomState([1, 2, 3]).rand(2))
a, b = np.random.default_rng(1).spawn(2)
print(a.random(), b.random())
big = np.random.default_rng(0).normal(size=200000)
old = np.random.RandomState(0).normal(size=200000)
print(repr(np.abs(big).max()), repr(old.max()), big[-3:], old[-3:])
np.random.seed(3)
W = np.random.normal(size=(3, 2))
print(W)
