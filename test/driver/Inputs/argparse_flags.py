import argparse
p = argparse.ArgumentParser()
p.add_argument("--fast", dest="fast", action="store_true", default=False)
p.add_argument("--slow", dest="fast", action="store_false", default=False)
p.add_argument("--n", type=int, default=1)
a = p.parse_args()
print(a.fast, a.n)
