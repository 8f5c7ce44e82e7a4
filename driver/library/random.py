"""random: Python's streams (Mersenne Twister), drawn while compiling from the seed that the program gives.

Matsumoto and Nishimura, "Mersenne Twister" (1998); normal numbers by Kinderman and Monahan (1977).
"""

from bisect import bisect
from itertools import accumulate
from math import acos, ceil, cos, e, exp, floor, isfinite, log, pi, sin, sqrt

_N, _M = 624, 397
_TWO_PI, _NV_MAGIC = 2.0 * pi, 4 * exp(-0.5) / sqrt(2.0)
_LOG4, _SG_MAGIC = log(4.0), 1.0 + log(4.5)


def _init_genrand(s):
    mt = [s & 0xFFFFFFFF]
    for i in range(1, _N):
        mt.append((1812433253 * (mt[-1] ^ (mt[-1] >> 30)) + i) & 0xFFFFFFFF)
    return mt


def _init_by_array(key):
    mt, i, j = _init_genrand(19650218), 1, 0
    for _ in range(max(_N, len(key))):
        mt[i] = ((mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1664525)) + key[j] + j) & 0xFFFFFFFF
        i, j = i + 1, (j + 1) % len(key)
        if i >= _N:
            mt[0], i = mt[_N - 1], 1
    for _ in range(_N - 1):
        mt[i] = ((mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1566083941)) - i) & 0xFFFFFFFF
        i += 1
        if i >= _N:
            mt[0], i = mt[_N - 1], 1
    mt[0] = 0x80000000
    return mt


def _twist(mt):
    """The next state."""
    for k in range(_N):
        y = (mt[k] & 0x80000000) | (mt[(k + 1) % _N] & 0x7FFFFFFF)
        mt[k] = mt[(k + _M) % _N] ^ (y >> 1) ^ (0x9908B0DF if y & 1 else 0)


def _temper(y):
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C5680
    y ^= (y << 15) & 0xEFC60000
    return y ^ (y >> 18)


class Random:
    """A stream of random numbers."""

    VERSION = 3

    def __init__(self, x=None):
        self._state, self._words, self.gauss_next = None, [], None
        if x is not None:
            self.seed(x)

    def seed(self, a=None, version=2):
        if a is None:
            raise NotImplementedError("random.seed(): a stream needs a seed that is known while compiling")
        if isinstance(a, (str, bytes)):
            raise NotImplementedError(f"random.seed({a!r}): a seed must be a number")
        if not isinstance(a, (int, float)):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        a, key = abs(a) if isinstance(a, int) else hash(a) % 2**64, []
        while a or not key:
            key.append(a & 0xFFFFFFFF)
            a >>= 32
        self._state, self._words, self.gauss_next = _init_by_array(key), [], None

    def getstate(self):
        return (3, (tuple(self._state), len(self._words)), self.gauss_next)

    def setstate(self, state):
        self._state, self.gauss_next = list(state[1][0]), state[2]
        self._words = [_temper(y) for y in reversed(self._state)][:state[1][1]]

    def _word(self):
        # A list that shrinks: no loop around it is rolled.
        if not self._words:
            if self._state is None:
                raise NotImplementedError("random numbers without a seed: call random.seed(n) first")
            _twist(self._state)
            self._words = [_temper(y) for y in reversed(self._state)]
        return self._words.pop()

    def random(self):
        a, b = self._word() >> 5, self._word() >> 6
        return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0)

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        value, at = 0, 0
        while k > 0:
            value |= (self._word() >> max(0, 32 - k)) << at
            k, at = k - 32, at + 32
        return value

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def _randbelow(self, n):
        k = n.bit_length()
        r = self.getrandbits(k)
        while r >= n:
            r = self.getrandbits(k)
        return r

    def randrange(self, start, stop=None, step=1):
        if stop is None:
            start, stop = 0, start
        values = range(start, stop, step)
        if not len(values):
            if step == 1 and start:
                raise ValueError(f"empty range for randrange() ({start}, {stop}, {stop - start})")
            raise ValueError("empty range for randrange()")
        return values[self._randbelow(len(values))]

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[floor(self.random() * n)] for _ in range(k)]
            cum_weights = list(accumulate(weights))
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def shuffle(self, x):
        for i in reversed(range(1, len(x))):
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        n = len(population)
        if counts is not None:
            cum = list(accumulate(counts))
            if len(cum) != n:
                raise ValueError("The number of counts does not match the population")
            chosen = self.sample(range(cum.pop() if cum else 0), k=k)
            return [population[bisect(cum, s)] for s in chosen]
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        setsize = 21 + (4 ** ceil(log(k * 3, 4)) if k > 5 else 0)
        if n > setsize:
            return self._sample_few(population, k, n)
        pool, result = list(population), []
        for i in range(k):
            j = self._randbelow(n - i)
            result.append(pool[j])
            pool[j] = pool[n - i - 1]
        return result

    def _sample_few(self, population, k, n):
        selected, result = set(), []
        for _ in range(k):
            j = self._randbelow(n)
            while j in selected:
                j = self._randbelow(n)
            selected.add(j)
            result.append(population[j])
        return result

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        if high == low:
            return low
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u, c, low, high = 1.0 - u, 1.0 - c, high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = _NV_MAGIC * (u1 - 0.5) / u2
            if z * z / 4.0 <= -log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = self.random() * _TWO_PI
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z, self.gauss_next = cos(angle) * radius, sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -log(1.0 - self.random()) / lambd

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        return self._gamma_large(alpha, beta) if alpha > 1.0 else self._gamma_small(alpha, beta)

    def _gamma_large(self, alpha, beta):
        """Cheng (1977)."""
        ainv = sqrt(2.0 * alpha - 1.0)
        bbb, ccc = alpha - _LOG4, alpha + ainv
        while True:
            u1 = self.random()
            if not 1e-7 < u1 < 0.9999999:
                continue
            u2 = 1.0 - self.random()
            v = log(u1 / (1.0 - u1)) / ainv
            x = alpha * exp(v)
            z, r = u1 * u1 * u2, bbb + ccc * v - x
            if r + _SG_MAGIC - 4.5 * z >= 0.0 or r >= log(z):
                return x * beta

    def _gamma_small(self, alpha, beta):
        """ALGORITHM GS of Ahrens and Dieter (1974)."""
        while True:
            b = (e + alpha) / e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            u1 = self.random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    return x * beta
            elif u1 <= exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)

    def vonmisesvariate(self, mu, kappa):
        if kappa <= 1e-6:
            return _TWO_PI * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d, u2 = z / (r + z), self.random()
            if u2 < 1.0 - d * d or u2 <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        return (mu + acos(f)) % _TWO_PI if self.random() > 0.5 else (mu - acos(f)) % _TWO_PI


_stream = Random()
seed, random, uniform, triangular = _stream.seed, _stream.random, _stream.uniform, _stream.triangular
randint, randrange, getrandbits, randbytes = _stream.randint, _stream.randrange, _stream.getrandbits, _stream.randbytes
choice, choices, sample, shuffle = _stream.choice, _stream.choices, _stream.sample, _stream.shuffle
normalvariate, gauss, lognormvariate = _stream.normalvariate, _stream.gauss, _stream.lognormvariate
expovariate, gammavariate, betavariate = _stream.expovariate, _stream.gammavariate, _stream.betavariate
paretovariate, weibullvariate, vonmisesvariate = _stream.paretovariate, _stream.weibullvariate, _stream.vonmisesvariate
getstate, setstate = _stream.getstate, _stream.setstate
