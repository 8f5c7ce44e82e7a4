# The streams of CPython's random, word for word.
# modes: interp
import random

for seed in (0, 1, 42, -42, 2**40 + 3, 10**30, True):
    random.seed(seed)
    print(seed, random.random(), random.getrandbits(5), random.getrandbits(70), random.randint(1, 6))

random.seed(7)
print([random.randint(0, 100) for _ in range(10)], random.randrange(10, 100, 7), random.randrange(3))
print(random.uniform(-1, 1), random.triangular(0, 10, 3), random.triangular())
print(random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(1, 2), random.lognormvariate(0, 0.5))
print(random.expovariate(2.0), random.gammavariate(2.5, 1.5), random.gammavariate(0.5, 1), random.gammavariate(1, 2))
print(random.betavariate(2, 3), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 4))
deck = list(range(20))
random.shuffle(deck)
print(deck)
print(random.sample(deck, 5), random.sample(range(1000000), 8), random.sample("abcdef", 6))
print(random.sample(["x", "y"], counts=[3, 2], k=4))
print(random.choice("hello"), random.choices([1, 2, 3], k=5), random.choices("ab", weights=[1, 9], k=6))
print(random.choices("xyz", cum_weights=[1, 3, 6], k=4), random.randbytes(4))

own = random.Random(123)
before = own.random()
state = own.getstate()
more = [own.random() for _ in range(700)]
own.setstate(state)
print(before, more[0] == own.random(), more[-1])
own.seed(3.5)
print(own.random())
for call in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2),
             lambda: random.choices([1, 2], weights=[1]), lambda: random.randrange(0)):
    try:
        call()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
