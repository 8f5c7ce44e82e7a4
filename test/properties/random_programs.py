"""random_programs.py CJAX_OPT FROM TO [--write FOLDER] -- random programs under random chains of jvp, vjp and vmap, to depth three.

The last transformation of a chain is compared with difference quotients of what comes before it, or with a loop over it;
programs of an odd seed go through the whole pipeline first.  What differs is made smaller and written to FOLDER/SEED.mlir."""
import argparse
import pathlib
import re
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parent.parent / "fuzz")]
import checks
import modules
import programs
import shrink
from rng import Rng

KINDS = ("jvp", "vjp", "vmap")
# What JAX refuses too: forward mode of a custom_vjp function that the reverse mode before it left as it was.
REFUSED = "can't apply forward-mode autodiff (jvp) to a custom_vjp function"


def random_subset(rng, items):
    found = [i for i in items if rng.random() < 0.6]
    return tuple(found) or (rng.choice(items),)


def random_axes(rng, fn):
    which = random_subset(rng, range(len(fn.ins)))
    in_axes = [rng.randrange(len(t[1]) + 1) if i in which else -1 for i, t in enumerate(fn.ins)]
    return in_axes, [rng.randrange(len(t[1]) + 1) for t in fn.outs]


class Chain:
    """The transformations of a program, outermost last; what they choose depends on the seed only."""

    def __init__(self, kinds, seed):
        self.kinds, self.seed = list(kinds), seed

    def allowed(self):
        first = next((k for k in self.kinds if k != "vmap"), "vjp")
        return programs.Allowed("vjp" not in self.kinds, first == "vjp")

    def check(self, function):
        domains = ["places:4:1" if t == programs.INT else "any" for t in function.ins]
        s = checks.Subject(f"seed {self.seed} {' '.join(self.kinds)}", programs.TextFn(function), domains, tolerance=10)
        for k, kind in enumerate(self.kinds[:-1]):
            s = self.apply(kind, s, Rng(f"{self.seed} {k}"))
        return self.compare(self.kinds[-1], s, Rng(f"{self.seed} last"))

    def apply(self, kind, s, rng):
        if kind == "vmap":
            return checks.vmap_subject(s, *random_axes(rng, s.fn), 2)
        which = random_subset(rng, s.fn.inexact_ins())
        return checks.jvp_subject(s, which) if kind == "jvp" else checks.vjp_subject(s, which)

    def compare(self, kind, s, rng):
        if kind == "vmap":
            return checks.check_vmap(s, rng, None, [random_axes(rng, s.fn)], 2)
        which = random_subset(rng, s.fn.inexact_ins())
        return (checks.check_jvp if kind == "jvp" else checks.check_vjp)(s, rng, None, [which])


def made(seed):
    rng = Rng(f"program {seed}")
    chain = Chain([rng.choice(KINDS) for _ in range(rng.choice((1, 2, 2, 3, 3)))], seed)
    return chain, programs.program(rng, chain.allowed())


def steps_of(seed):
    return ("--pipeline", "--interpret") if seed % 2 else ("--interpret",)


def failing(opt, chain, function):
    check = chain.check(function)
    modules.run(opt, [check.module], steps_of(chain.seed))
    return check.failures()


def kind_of(failures):
    """Numbers that differ, the first line of an error, or how the process died."""
    if not failures:
        return None
    return re.sub(r"[\d'%].*", "", failures[0].split(": ", 1)[-1] if "exit status" in failures[0] else "differs" if "element" in failures[0] or "dx>" in failures[0] else failures[0])[:80]


def make_smaller(opt, chain, function):
    """The chain and the program with as little as still fails in the way it did."""

    how = kind_of(failing(opt, chain, function))

    def fails(f, c=chain):
        try:
            return kind_of(failing(opt, c, f)) == how
        except (ValueError, IndexError):
            return False

    for i in range(len(chain.kinds)):
        shorter = Chain(chain.kinds[:i] + chain.kinds[i + 1:], chain.seed)
        if shorter.kinds and fails(function, shorter):
            return make_smaller(opt, shorter, function)
    return chain, shrink.shrunk(function, fails)


def write(folder, opt, chain, function):
    chain, function = make_smaller(opt, chain, function)
    text = "".join(f"// {line}\n" for failure in failing(opt, chain, function)[:2] for line in failure.splitlines())
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    path = pathlib.Path(folder) / f"{chain.seed}.mlir"
    path.write_text(f"// seed {chain.seed}: {' of '.join(reversed(chain.kinds))}; cjax-opt {' '.join(steps_of(chain.seed))}\n{text}"
                    + chain.check(function).module.text())
    print(f"  written to {path}", flush=True)


def is_refused(check, chain):
    return REFUSED in (check.module.error or "") and "vjp" in chain.kinds and "jvp" in chain.kinds


def run_seeds(args, seeds):
    bad = refused = 0
    pairs = {seed: made(seed) for seed in seeds}
    found = {seed: chain.check(f) for seed, (chain, f) in pairs.items()}
    for parity in (0, 1):
        modules.run(args.opt, [c.module for seed, c in found.items() if seed % 2 == parity], steps_of(parity), 40)
    for seed, c in found.items():
        failures = c.failures()
        if is_refused(c, pairs[seed][0]):
            refused += 1
            continue
        bad += bool(failures)
        if failures:
            print(f"{c.label}: {failures[0][:400]}", flush=True)
        if failures and args.write:
            write(args.write, args.opt, *pairs[seed])
    return bad, refused


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("opt")
    args.add_argument("first", type=int)
    args.add_argument("last", type=int)
    args.add_argument("--write", metavar="FOLDER")
    args = args.parse_args()
    bad, refused, step = 0, 0, 200
    for start in range(args.first, args.last + 1, step):
        found = run_seeds(args, range(start, min(start + step, args.last + 1)))
        bad, refused = bad + found[0], refused + found[1]
    print(f"{args.last + 1 - args.first} programs, {refused} refused, {bad} with a difference")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
