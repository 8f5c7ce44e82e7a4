#!/usr/bin/env python3
"""compile.py --jax PYTHON --bench FOLDER -- compile time: the section 'Compile time' of docs/performance.md.

Processor time of all threads, so that other work on the machine does not count: of cjaxc the whole process and its linker, of
JAX what it spends in tracing, lowering and compiling while the same program runs.  The best of several runs.
"""
import argparse
import os
import re
import statistics
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# Runs a program under JAX and prints how much processor time its compilations took.
THEIRS = """import runpy, sys, time
from jax._src import dispatch
depth, spent, began = 0, 0.0, 0.0
def enter(self):
    global depth, began
    if not depth:
        began = time.process_time()
    depth += 1
def leave(self, *error):
    global depth, spent
    depth -= 1
    if not depth:
        spent += time.process_time() - began
dispatch.LogElapsedTimeContextManager.__enter__ = enter
dispatch.LogElapsedTimeContextManager.__exit__ = leave
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
print("compilation", spent)
"""


def run(command, cwd, cache=""):
    """Processor seconds, its children's included, and the peak of memory in MB."""
    env = dict(os.environ, CJAX_CACHE_DIR=cache)
    with subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.DEVNULL) as p:
        _, status, used = os.wait4(p.pid, 0)
        p.returncode = os.waitstatus_to_exitcode(status)
    if p.returncode:
        raise SystemExit(f"{' '.join(command)}: status {p.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def best(command, cwd, repeat, cache=""):
    return min(run(command, cwd, cache)[0] for _ in range(repeat))


def theirs(jax, program, repeat):
    env = dict(os.environ, JAX_PLATFORMS="cpu")
    times = []
    for _ in range(repeat):
        out = subprocess.run([jax, "-c", THEIRS, program, "1"], check=True, capture_output=True, text=True, env=env,
                             cwd=os.path.dirname(program)).stdout
        times.append(float(re.findall(r"^compilation (\S+)$", out, re.M)[-1]))
    return min(times)


def program_rows(cjaxc, args, folder):
    ratios, kept = [], []
    for name in sorted(os.listdir(args.bench)):
        if not name.endswith(".py") or args.only and name[:-3] not in args.only.split(","):
            continue
        program, cache = os.path.join(args.bench, name), os.path.join(folder, name + ".cache")
        command = [cjaxc, program, "-o", os.path.join(folder, "out")]
        ours, jax = best(command, args.bench, args.repeat), theirs(args.jax, program, args.repeat)
        run(command, args.bench, cache)
        warm = best(command, args.bench, args.repeat, cache)
        ratios.append(ours / jax)
        kept.append(warm / jax)
        yield name[:-3], f"{ours:.2f} s", f"{jax:.2f} s", f"{ours / jax:.2f}", f"{warm * 1e3:.0f} ms ({warm / jax:.3f})"
    yield ("**median**", "", "", f"**{statistics.median(ratios):.2f}** (goal 0.5)",
           f"**{statistics.median(kept):.3f}** (goal 0.1)")
    yield "**worst**", "", "", f"**{max(ratios):.2f}** (goal 1.0)", f"**{max(kept):.3f}**"


def changed_rows(cjaxc, folder):
    """examples/digits.py, and again when one of its numbers is another."""
    text = open(os.path.join(ROOT, "examples", "digits.py")).read()
    os.symlink(os.path.join(ROOT, "examples", "data"), os.path.join(folder, "data"))
    program, cache = os.path.join(folder, "digits.py"), os.path.join(folder, "cache")
    for what, old, new in (("`examples/digits.py`", "", ""), ("the same, a number of it changed", "* 0.1", "* 0.2")):
        with open(program, "w") as f:
            f.write(text.replace(old, new, 1))
        took, _ = run([cjaxc, program, "-o", os.path.join(folder, "out")], folder, cache)
        yield what, f"{took:.2f} s", ""


def ops_program(n):
    lines = ["import jax", "import jax.numpy as jnp", "x = jax.random.normal(jax.random.key(0), (3,))"]
    kinds = ["x = jnp.sin(x) * {a}.5 + {i}.25", "x = x - {i}.5", "x = jnp.tanh(x)"]
    return "\n".join(lines + [kinds[i % 3].format(i=i, a=1 + i % 7) for i in range(n)] + ["print(x)"]) + "\n"


def kernels_program(n):
    lines = ["import jax.numpy as jnp", "t = 0.0"]
    lines += [f"x = jnp.arange({100 + i}.0); t = t + (x * x).sum()" for i in range(n)]
    return "\n".join(lines + ["print(t)"]) + "\n"


def large_rows(cjaxc, args, folder):
    for what, text, sizes in (("{:,} lines of unrolled ops on 3 elements", ops_program, (10000, 100000)),
                              ("{:,} kernels, all different", kernels_program, (1000, 10000))):
        for n in sizes[:1] if args.short else sizes:
            program = os.path.join(folder, "large.py")
            with open(program, "w") as f:
                f.write(text(n))
            took, memory = run([cjaxc, program, "-o", os.path.join(folder, "out")], folder)
            yield what.format(n), f"{took:.1f} s", f"{memory:.0f} MB"


PAGE = """## Compile time

Made by `test/bench/compile.py`: processor time of all threads, cjaxc's whole process beside what JAX spends in tracing, lowering and
compiling while the same program runs; the best of {repeat} run(s). `cached`: the program has not changed.

| program | cjaxc | JAX 0.10.2 | ratio | cached |
|---|--:|--:|--:|--:|
{programs}
| what | time | memory |
|---|--:|--:|
{others}
- Machine code is compiled on all cores; the table counts the time of all.
"""


def table(rows):
    return "".join("| " + " | ".join(r) + " |\n" for r in rows)


def update(page, text):
    """Replaces the section."""
    parts = re.split(r"(?m)^(?=## )", open(page).read()) if os.path.exists(page) else []
    old = [i for i, s in enumerate(parts) if s.startswith("## Compile time")]
    if old:
        parts[old[0]] = text + "\n"
    else:
        parts.append("\n" + text)
    with open(page, "w") as f:
        f.write("".join(parts))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jax", required=True)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--only", help="names of programs, with commas")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--short", action="store_true", help="the smaller of the large programs only")
    parser.add_argument("-o", "--output", default=os.path.join(ROOT, "docs", "performance.md"))
    args = parser.parse_args()
    args.bench = os.path.abspath(args.bench)
    cjaxc = os.path.abspath(os.path.join(args.build, "bin", "cjaxc"))
    with tempfile.TemporaryDirectory() as folder:
        programs = table(program_rows(cjaxc, args, folder))
        others = table([*changed_rows(cjaxc, folder), *large_rows(cjaxc, args, folder)])
    update(args.output, PAGE.format(repeat=args.repeat, programs=programs, others=others))


if __name__ == "__main__":
    main()
