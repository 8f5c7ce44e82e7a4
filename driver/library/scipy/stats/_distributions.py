"""Distributions: functions of jax.scipy.stats in host mode, with parameters given at each call or once."""

import numpy as np
from _cjax.host import host

_SHAPES = {"t": ("df",), "chi2": ("df",), "gamma": ("a",), "beta": ("a", "b"), "pareto": ("b",), "truncnorm": ("a", "b"), "gennorm": ("beta",),
           "vonmises": ("kappa",), "bernoulli": ("p",), "binom": ("n", "p"), "poisson": ("mu",), "geom": ("p",), "nbinom": ("n", "p")}
_DISCRETE = "bernoulli binom poisson geom nbinom".split()
_MOMENTS = {"norm": (0.0, 1.0), "uniform": (0.5, 1 / 12), "expon": (1.0, 1.0), "laplace": (0.0, 2.0), "logistic": (0.0, np.pi**2 / 3)}


class Distribution:
    """norm.pdf(x, loc, scale), norm(loc, scale).pdf(x) and the like."""

    def __init__(self, name, module):
        self.name, self._module = name, module

    def __call__(self, *args, **kwargs):
        return Frozen(self, args, kwargs)

    def __getattr__(self, name):
        f = None if name.startswith("_") else getattr(self._module, name, None)
        if f is not None:
            return host(f)
        if name.startswith("_"):
            raise AttributeError(name)
        from scipy._mapped import Missing
        return Missing(f"scipy.stats.{self.name}.{name}")

    def _located(self, what, args, kwargs):
        """Shape parameters, loc, scale, and size, which only rvs takes, by position or by name."""
        if self.name == "multivariate_normal":
            raise NotImplementedError(f"scipy.stats.{self.name}.{what} is not supported by cjax")
        shapes = _SHAPES.get(self.name, ())
        names = [*shapes, "loc", *([] if self.name in _DISCRETE else ["scale"]), *(["size"] if what == "rvs" else [])]
        if len(args) > len(names):
            raise TypeError(f"{self.name}.{what}() takes at most {len(names)} parameters but {len(args)} were given")
        bound = {"loc": 0, "scale": 1, "size": None, **dict(zip(names, args))}
        for name, value in kwargs.items():
            if name not in names:
                raise TypeError(f"{self.name}.{what}() got an unexpected keyword argument '{name}'")
            if name in names[:len(args)]:
                raise TypeError(f"{self.name}.{what}() got multiple values for argument '{name}'")
            bound[name] = value
        for name in shapes:
            if name not in bound:
                raise TypeError(f"{self.name}.{what}() missing a required argument: '{name}'")
        values = [np.asarray(bound[name])[()] for name in (*shapes, "loc", "scale")]
        return values[:-2], values[-2], values[-1], bound["size"]

    def _moments(self, what, args, kwargs):
        shapes, loc, scale, _ = self._located(what, args, kwargs)
        if self.name in _MOMENTS:
            mean, var = _MOMENTS[self.name]
        elif self.name == "gamma":
            mean = var = shapes[0]
        elif self.name == "chi2":
            mean, var = shapes[0], 2 * shapes[0]
        elif self.name == "beta":
            a, b = shapes
            mean, var = a / (a + b), a * b / ((a + b) ** 2 * (a + b + 1))
        elif self.name == "poisson":
            mean = var = shapes[0]
        elif self.name == "binom":
            mean, var = shapes[0] * shapes[1], shapes[0] * shapes[1] * (1 - shapes[1])
        else:
            raise NotImplementedError(f"scipy.stats.{self.name}.{what} is not supported by cjax")
        zero = 0.0 * (loc + scale)
        return np.asarray(loc + scale * mean, np.float64)[()], np.asarray(scale * scale * var + zero, np.float64)[()]

    def mean(self, *args, **kwargs):
        return self._moments("mean", args, kwargs)[0]

    def var(self, *args, **kwargs):
        return self._moments("var", args, kwargs)[1]

    def std(self, *args, **kwargs):
        return np.sqrt(self._moments("std", args, kwargs)[1])

    def median(self, *args, **kwargs):
        return self.ppf(0.5, *args, **kwargs)

    def interval(self, confidence, *args, **kwargs):
        return self.ppf((1 - confidence) / 2, *args, **kwargs), self.ppf((1 + confidence) / 2, *args, **kwargs)

    def fit(self, data):
        if self.name != "norm":
            raise NotImplementedError(f"scipy.stats.{self.name}.fit is not supported by cjax")
        return np.mean(data), np.std(data)

    def rvs(self, *args, random_state=None, **kwargs):
        """Samples of NumPy's stream: of the generator, the seed, or numpy.random's own."""
        shapes, loc, scale, size = self._located("rvs", args, kwargs)
        if np.any(scale < 0):
            raise ValueError("Domain error in arguments. The `scale` parameter must be positive for all distributions")
        r = np.random if random_state is None else random_state
        r = np.random.RandomState(r) if isinstance(r, (int, np.integer)) else r
        shape = np.broadcast_shapes(np.shape(loc), np.shape(scale), *map(np.shape, shapes)) if size is None else size
        draw = {"norm": lambda: r.standard_normal(shape), "uniform": lambda: r.uniform(0.0, 1.0, shape),
                "expon": lambda: r.standard_exponential(shape), "gamma": lambda: r.standard_gamma(*shapes, shape),
                "beta": lambda: r.beta(*shapes, shape), "poisson": lambda: r.poisson(*shapes, shape),
                "binom": lambda: r.binomial(*shapes, shape), "chi2": lambda: r.chisquare(*shapes, shape)}.get(self.name)
        if draw is None:
            raise NotImplementedError(f"scipy.stats.{self.name}.rvs is not supported by cjax")
        out = draw()
        return out + loc if self.name in _DISCRETE else out * scale + loc


class Frozen:
    """A distribution with its parameters."""

    def __init__(self, dist, args, kwargs):
        self.dist, self.args, self.kwds = dist, args, kwargs

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        f = getattr(self.dist, name)
        if name in ("mean", "var", "std", "median"):
            return lambda: f(*self.args, **self.kwds)
        if name == "rvs":
            return lambda size=None, random_state=None: f(*self.args, size=size, random_state=random_state, **self.kwds)
        if name == "interval":
            return lambda confidence: f(confidence, *self.args, **self.kwds)
        return lambda x: f(x, *self.args, **self.kwds)
