#!/usr/bin/env python3
"""switches.py CJAXC FOLDER_OR_FILE ... -- whether programs print the same with every switch off and with any number of threads.

    switches.py build/bin/cjaxc test/programs [--sample N] [--settings O0,no-fusion] [--cwd DIR]

Each FILE.py that has a FILE.out beside it is compiled as by default and run with 1, 2 and 7 threads, whose bytes must be equal and
agree with FILE.out; then with each setting of SETTINGS.  EXACT ones must print the same bytes as the default, the others the
same up to rounding (compare_output.py).  without-NAME is one of the optimisations of --without, without-A+B two of them.
With --all-threads even small loops run in threads: 1, 2 and 7 again.  Unrolling is refused where it gives too many
operations: such a program is counted as left out.  --sample takes every n-th program.  The last line is `programs N, runs N, left out N, failures N`; the exit status 1 when there is a failure.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from compare_output import difference

EXACT = {"checked": ["--checked"], "no-threads": ["--no-threads"], "no-dispatch": ["--no-dispatch"], "v4": ["--cpu=x86-64-v4"]}
SETTINGS = {"O0": ["-O0"], "no-fusion": ["--no-fusion"], "no-rolling": ["--no-rolling"], "all-threads": ["--all-threads"],
            **EXACT}
THREADS = ("1", "2", "7")
TOO_LONG = re.compile(r"an unrolled loop has grown to more than|took longer than .* \(--stage-limit\)")
LIMIT = 30  # seconds of staging, with loops unrolled


def run(command, cwd, **env):
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="surrogateescape", cwd=cwd,
                              stdin=subprocess.DEVNULL, env=dict(os.environ, CJAX_CACHE_DIR="", **env), timeout=300)
    except subprocess.TimeoutExpired:
        return 124, "", "timed out after 300 s"
    return done.returncode, done.stdout, done.stderr


def options_of(setting):
    """without-NAME is --without=NAME, several names with + between them."""
    if setting.startswith("without-"):
        return ["--without=" + name for name in setting.removeprefix("without-").split("+")]
    return SETTINGS[setting]


def programs(paths):
    for path in paths:
        names = [path] if path.endswith(".py") else [os.path.join(path, name) for name in sorted(os.listdir(path))]
        for name in names:
            if name.endswith(".py") and os.path.exists(name[:-3] + ".out"):
                yield os.path.abspath(name)


def has_avx512():
    with open("/proc/cpuinfo") as f:
        return " avx512vl " in f.read()


class Checker:
    def __init__(self, args, folder):
        self.args, self.exe = args, os.path.join(folder, "program")
        self.programs = self.runs = self.left_out = self.failures = 0

    def fail(self, program, setting, why):
        self.failures += 1
        print(f"{program} [{setting}]: {why}", flush=True)

    def compiled(self, program, setting, options):
        """Whether there is an executable; what is wrong is said."""
        command = [self.args.cjaxc, "--quiet", *options, program, "-o", self.exe]
        code, _, err = run(command, self.args.cwd)
        if code and setting == "no-rolling" and TOO_LONG.search(err):
            self.left_out += 1
        elif code:
            self.fail(program, setting, f"cjaxc: status {code}: {err[-1500:]}")
        return not code

    def output(self, program, setting, threads):
        """What it prints, or None."""
        self.runs += 1
        code, out, err = run([self.exe], self.args.cwd, CJAX_NUM_THREADS=threads)
        if not code:
            return out
        self.fail(program, setting, f"status {code}: {err[-1500:]}")
        return None

    def check_threads(self, program, setting):
        """The output with one thread, the same for any number of threads."""
        wanted = self.output(program, f"{setting}, threads 1", THREADS[0])
        for n in THREADS[1:]:
            out = self.output(program, f"{setting}, threads {n}", n)
            if None not in (wanted, out) and out != wanted:
                why = difference(wanted, out) or "last digits"
                self.fail(program, f"{setting}, threads {n}", f"not the bits of one thread: {why}")
        return wanted

    def check_recorded(self, program, out):
        """Against FILE.out, which may hold several texts; <DIR> there is a folder of the one who recorded it."""
        with open(program[:-3] + ".out", errors="surrogateescape") as f:
            texts = re.split(r"(?m)^<or>\n", f.read().replace("<DIR>/", "./"))
        found = [difference(text, out) for text in texts]
        if None not in found:
            self.fail(program, "default", f"not what was recorded: {found[0]}")

    def check_setting(self, program, name, wanted):
        options = options_of(name) + ([f"--stage-limit={LIMIT}"] if name == "no-rolling" else [])
        if not self.compiled(program, name, options):
            return
        out = self.check_threads(program, name) if name == "all-threads" else self.output(program, name, "2")
        if out is None:
            return
        exact = name in EXACT
        found = out != wanted and (difference(wanted, out) or (exact and "last digits"))
        if found:
            self.fail(program, name, found)

    def check(self, program):
        self.programs += 1
        asked = re.search(r"^# modes: (.*)$", open(program).read(2000), re.M)
        modes = asked.group(1).split() if asked else ["O0"]
        if not self.compiled(program, "default", []):
            return
        wanted = self.check_threads(program, "default")
        if wanted is not None:
            self.check_recorded(program, wanted)
        for name in self.args.settings.split(","):
            if wanted is None or (name == "O0" and "O0" not in modes) or (name == "v4" and not has_avx512()):
                continue
            self.check_setting(program, name, wanted)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cjaxc", type=os.path.abspath)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--settings", default=",".join(SETTINGS))
    parser.add_argument("--sample", type=int, default=1, metavar="N")
    parser.add_argument("--cwd")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        checker = Checker(args, folder)
        for program in list(programs(args.paths))[::args.sample]:
            checker.check(program)
    print(f"programs {checker.programs}, runs {checker.runs}, left out {checker.left_out}, failures {checker.failures}")
    return 1 if checker.failures or not checker.programs else 0


if __name__ == "__main__":
    sys.exit(main())
