#!/usr/bin/env python3
"""measure.py --jax PYTHON --bench FOLDER -- writes all of docs/performance.md: cjax beside JAX, measured in one run.

    python3 test/bench/measure.py --jax VENV/bin/python --bench FOLDER_OF_BENCHMARK_PROGRAMS [--minutes 35] [--resume] [--parts programs,goals]

PYTHON is a Python with jax 0.10.2 and scipy.  The parts run one after the other; each writes its section of the page and can be
run by itself.  What is measured is kept in figures.json as it is found: --resume goes on where a run of the same commit ended.
A part that fails is reported, its section stays, and the others run all the same.  With --minutes no row is begun later; the
programs, which have most of the goals, come first and take at most half of the time.

Each figure is the best of several runs, taken in turn (cjax, JAX, cjax, ...) on one machine with one thread each, where
possible in processor time.  Timings are for this page only; no test depends on them.
"""
import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time

import artifacts
import compile as compile_time
import derivatives
import goals
import kernels
import language
import linalg
import optimisations
import page
import suite

os.environ["CJAX_CACHE_DIR"] = ""  # what is measured is compiled
ROOT = page.ROOT
ONE_THREAD = dict(os.environ, CJAX_NUM_THREADS="1", JAX_PLATFORMS="cpu", OMP_NUM_THREADS="1",
                  XLA_FLAGS="--xla_cpu_multi_thread_eigen=false")


def seconds(command, repeat=3, env=ONE_THREAD, cwd=None):
    """The shortest of some runs, whole process."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=env, cwd=cwd)
        best = min(best, time.perf_counter() - start)
    return best


def cpu_name():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


class Report:
    def __init__(self):
        self.rows = []

    def add(self, what, cjax, jax="", goal=""):
        self.rows.append((what, cjax, jax, goal))
        print(f"{what}: {cjax} | {jax} | {goal}", file=sys.stderr, flush=True)


def ms(x):
    return f"{x * 1e3:.1f} ms" if x < 10 else f"{x:.1f} s"


def first_result(python, program, start_of_line):
    """Seconds until the program prints a line that begins like that."""
    start = time.perf_counter()
    with subprocess.Popen([python, "-u", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          env=ONE_THREAD) as p:
        took = None
        for line in p.stdout:
            if took is None and line.startswith(start_of_line):
                took = time.perf_counter() - start
    return took


def loop_program(steps):
    return open(os.path.join(ROOT, "examples", "linear_regression.py")).read().replace("range(1000)", f"range({steps})")


def start_time(exe):
    """Start to exit, in seconds: the mean of many runs by a small C-like loop in the shell's place."""
    n = 200
    start = time.perf_counter()
    for _ in range(n):
        pid = os.posix_spawn(exe, [exe], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
        os.waitpid(pid, 0)
    return (time.perf_counter() - start) / n


def unrolled_program(ops, count):
    """Straight-line code of two kinds of op with constants that all differ."""
    lines = ["import sys", "import jax.numpy as jnp", f"x = jnp.arange({count}.0) * float(sys.argv[1])"]
    lines += [f"x = x * {1 + i / 1e6}\nx = jnp.sin(x + {i}.5)" for i in range(ops // 3)]
    return "\n".join(lines + ["print(x)"]) + "\n"


def unrolled_rows(report, cjaxc, path):
    for count in (3, 1000):
        took = []
        for ops in (1500, 15000):
            open(path("unrolled.py"), "w").write(unrolled_program(ops, count))
            took.append(ms(seconds([cjaxc, path("unrolled.py"), "-o", path("unrolled")], 1)))
        report.add(f"cjaxc on 1,500 / 15,000 unrolled ops on arrays of {count}", " / ".join(took), "", "linear")


def small_rows(args, folder):
    report = Report()
    cjaxc = os.path.join(args.build, "bin", "cjaxc")
    digits = os.path.join(ROOT, "examples", "digits.py")
    path = lambda name: os.path.join(folder, name)
    line = path("line.py")
    open(line, "w").write("import jax.numpy as jnp\nprint(jnp.arange(3))\n")

    compile_digits = seconds([cjaxc, digits, "-o", path("digits")])
    report.add("`cjaxc examples/digits.py`", ms(compile_digits), f"{ms(first_result(args.jax, digits, 'epoch'))} to its first result",
               "2 s, and JAX's first result")
    report.add("cjaxc on a one-line program, whole process", ms(seconds([cjaxc, line, "-o", path("line")], 5)), "", "250 ms")
    report.add("start to exit of `print(jnp.arange(3))`", ms(start_time(path("line"))), ms(seconds([args.jax, line])), "1 ms")
    size = lambda exe: f"{os.path.getsize(exe) / 1000:.1f} kB"
    report.add("its executable", size(path("line")), "", "60 kB")
    report.add("executable of digits.py", size(path("digits")), "", "200 kB")
    run_digits, jax_digits = seconds([path("digits")]), seconds([args.jax, digits])
    report.add("digits.py, whole process", ms(run_digits), ms(jax_digits), "a tenth of JAX")
    for steps in (1000, 10000):
        open(path(f"loop{steps}.py"), "w").write(loop_program(steps))
        subprocess.run([cjaxc, path(f"loop{steps}.py"), "-o", path(f"loop{steps}")], check=True)
    report.add("1,000 steps of linear regression, whole process", ms(start_time(path("loop1000"))),
               ms(seconds([args.jax, path("loop1000.py")], 1)), "5 ms")
    report.add("its executable with 1,000 / 10,000 steps", f"{size(path('loop1000'))} / {size(path('loop10000'))}", "", "no growth")
    unrolled_rows(report, cjaxc, path)
    return report.rows


HEAD = """# Performance

Made by `test/bench/measure.py` at commit {commit} on {cpu} ({cores} cores), one core unless a row says two
threads, cjax and JAX in turn in one run; the best of several runs counts. Times of other machines differ; compare the columns.

{table}
- Whole-process times contain the start of the process, and for JAX the import and the compilation, which is what a user waits for.
"""
COMPILER = """Programs of pure Python run while cjaxc compiles; CPython {python} runs them beside it, whole processes each.

{table}
- About 100 MB of cjaxc's memory are libMLIR and libLLVM, of which most pages are shared and none is the program's.
"""


def small(args):
    with tempfile.TemporaryDirectory() as folder:
        table = page.table("what | cjax | JAX 0.10.2 | at most", small_rows(args, folder))
    page.replace_head(args.output, HEAD.format(cpu=cpu_name(), cores=os.cpu_count(), commit=page.commit(), table=table))


def compiler(args):
    with tempfile.TemporaryDirectory() as folder:
        table = page.table("what | cjax | beside it | at most", language.rows(os.path.join(args.build, "bin", "cjaxc"), folder))
    page.replace_section(args.output, "The compiler", COMPILER.format(python=platform.python_version(), table=table))


def words(args, minutes=None):
    """What the other scripts are told."""
    limit = ["--minutes", f"{max(minutes, 0.01):.2f}"] if minutes is not None else []
    return ["--jax", args.jax, "--build", args.build, "-o", args.output, *(["--resume"] if args.resume else []), *limit]


def programs(args, minutes):
    most = None if minutes is None else min(minutes, args.minutes / 2)
    suite.main([*words(args, most), "--bench", args.bench, "--pairs", str(args.pairs), *(["--programs", args.programs] if args.programs else [])])


def gains(args, minutes):
    limit = [] if minutes is None else ["--minutes", str(max(minutes, 0.01))]
    optimisations.main(["--bench", args.bench, "--build", args.build, *limit])


# In the order of how many goals need them.
PARTS = {
    "programs": programs,
    "kernels": lambda args, minutes: kernels.main(words(args, minutes)),
    "small": lambda args, minutes: small(args),
    "compile": lambda args, minutes: compile_time.main(words(args)),
    "compiler": lambda args, minutes: compiler(args),
    "derivatives": lambda args, minutes: derivatives.main(words(args)),
    "artifacts": lambda args, minutes: artifacts.main(words(args)),
    "optimisations": gains,
    "linalg": lambda args, minutes: linalg.main(words(args, minutes)),
}


def run_part(name, args, minutes):
    """What was wrong, or None."""
    start = time.monotonic()
    try:
        PARTS[name](args, minutes)
    except (SystemExit, OSError, ValueError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or b""
        return f"{name}: {error}\n{said if isinstance(said, str) else said.decode(errors='replace')}".strip()
    page.keep_figures(lambda f: f.setdefault("parts", {}).update({name: page.commit()}))
    print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    return None


def main():
    parser = page.add_common(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--bench", required=True)
    parser.add_argument("--parts", default=",".join(PARTS), help="of these, in this order (all): %(default)s")
    parser.add_argument("--programs", help="their names, with commas (all of FOLDER and of test/bench/programs)")
    parser.add_argument("--pairs", type=int, default=10, help="runs of each program, JAX and cjax in turn, as long as there is time (10)")
    args = parser.parse_args()
    args.build = os.path.abspath(args.build)
    budget, failed = page.Budget(args.minutes), []
    for name in args.parts.split(","):
        if args.resume and page.load_figures().get("parts", {}).get(name) == page.commit():
            continue
        if budget.over():
            failed.append(f"{name}: no time was left")
        else:
            failed += filter(None, [run_part(name, args, budget.left() if args.minutes else None)])
    goals.main(["-o", args.output])
    if failed:
        raise SystemExit("not measured:\n" + "\n".join(failed))


if __name__ == "__main__":
    main()
