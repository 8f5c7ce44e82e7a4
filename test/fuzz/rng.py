"""rng.py -- a generator of numbers that gives the same ones under every Python."""


class Rng:
    def __init__(self, seed):
        self.state = 0
        for c in str(seed).encode():
            self.state = (self.state * 257 + c + 1) % 2 ** 64
        for _ in range(4):
            self.bits()

    def bits(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return self.state >> 33

    def random(self):
        return self.bits() / 2 ** 31

    def randrange(self, low, high=None):
        low, high = (0, low) if high is None else (low, high)
        return low + self.bits() % (high - low)

    def choice(self, options):
        return options[self.bits() % len(options)]

    def sample(self, options, n):
        left = list(options)
        return [left.pop(self.bits() % len(left)) for _ in range(n)]
