# The program of ../argparse.test.
import argparse
import time

p = argparse.ArgumentParser(description="Fits a number.")
p.add_argument("name", nargs="?", default="run", help="its name")
p.add_argument("--steps", type=int, default=3, help="steps (default: %(default)s)")
p.add_argument("--rate", type=float, default=0.5)
p.add_argument("--optimizer", choices=["sgd", "adam"], default="sgd")
p.add_argument("-v", "--verbose", action="store_true")
p.add_argument("--no-shuffle", dest="shuffle", action="store_false")
p.add_argument("--seed", type=int)
p.add_argument("--level", type=int, choices=[1, 2, 3], default=1)
p.add_argument("-q", action="count", default=0)
p.add_argument("--bias", action=argparse.BooleanOptionalAction, default=True)
args = p.parse_args()
print(args)
w = 0.0
for i in range(args.steps):
    w = w + args.rate * (1.0 - w)
    if args.verbose:
        print(f"step {i}")
        time.sleep(0.001)
print(w, args.name.upper(), args.seed)
if args.optimizer == "adam":
    print("adam")
