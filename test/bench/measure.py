#!/usr/bin/env python3
"""measure.py --jax PYTHON --bench FOLDER -- writes all of docs/performance.md: cjax beside JAX, measured in one run.

    python3 test/bench/measure.py --jax VENV/bin/python --bench FOLDER_OF_BENCHMARK_PROGRAMS [--build build] [-o docs/performance.md]

PYTHON is a Python with jax 0.10.2 and scipy.  The programs and kernels are measured by suite.py and kernels.py, goals.py makes the
table of goals; each of them can be called by itself.  Each figure here is the best of several runs, taken in turn (cjax, JAX, cjax, ...) on one
machine with one thread each.  Timings are for this table only; no test depends on them.
"""
import argparse
import os
import platform
import re
import subprocess
import sys
import tempfile
import time

import derivatives
import goals
import kernels
import language
import linalg
import suite

os.environ["CJAX_CACHE_DIR"] = ""  # what is measured is compiled
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
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
        print(f"{what}: {cjax} | {jax} | {goal}", file=sys.stderr)

    def table(self):
        head = "| what | cjax | JAX 0.10.2 | at most |\n|---|--:|--:|--:|\n"
        return head + "".join(f"| {a} | {b} | {c} | {d} |\n" for a, b, c, d in self.rows)


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


def measure(args, folder):
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
    compiler = Report()
    for row in language.rows(cjaxc, folder):
        compiler.add(*row)
    return report, compiler


def other_sections(page):
    """The sections of the page that other scripts write."""
    if not os.path.exists(page):
        return []
    parts = re.split(r"(?m)^(?=## )", open(page).read())[1:]
    return ["\n" + s.strip("\n") + "\n" for s in parts if not s.startswith(("## The compiler", "## Derivatives"))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jax", required=True)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--programs", help="their names, with commas (all of FOLDER)")
    parser.add_argument("--pairs", type=int, default=10, help="runs of each program, JAX and cjax in turn (10)")
    parser.add_argument("--no-linalg", action="store_true", help="the section on linear algebra stays as it is")
    parser.add_argument("-o", "--output", default=os.path.join(ROOT, "docs", "performance.md"))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report, compiler = measure(args, folder)
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    kept = other_sections(args.output)
    with open(args.output, "w") as out:
        out.write(PAGE.format(cpu=cpu_name(), cores=os.cpu_count(), python=platform.python_version(), commit=commit, table=report.table(),
                              compiler=compiler.table().replace("JAX 0.10.2", "beside it")))
    derivatives.update(args.output, args.jax, args.build)
    with open(args.output, "a") as out:
        out.write("".join(kept))
    common = ["--jax", args.jax, "--build", args.build, "-o", args.output]
    if not args.no_linalg:
        linalg.main(common)
    suite.main([*common, "--bench", args.bench, "--pairs", str(args.pairs), *(["--programs", args.programs] if args.programs else [])])
    kernels.main(common)
    goals.main(["-o", args.output])


PAGE = """# Performance

Made by `test/bench/measure.py` at commit {commit} on {cpu} ({cores} cores), one core unless a row says two
threads, cjax and JAX in turn in one run; the best of several runs counts. Times of other machines differ; compare the columns.

{table}
- Whole-process times contain the start of the process, and for JAX the import and the compilation, which is what a user waits for.

## The compiler

Programs of pure Python run while cjaxc compiles; CPython {python} runs them beside it, whole processes each.

{compiler}
- About 100 MB of cjaxc's memory are libMLIR and libLLVM, of which most pages are shared and none is the program's.
"""

if __name__ == "__main__":
    main()
