#!/usr/bin/env python3
"""sanitized.py --cjaxc CJAXC --runtime LIBRARY --sanitize address,undefined PROGRAM ... -- compiled programs under a sanitizer.

The code of each program (FILE.py with FILE.out beside it) gets the sanitizer's checks of every load and store, and is linked
with the runtime built under the same sanitizer to the system's libc. The arena is a block of malloc, so that what lies
before or after it is out of bounds. `--threads N` sets how many run. The output must be the recorded one. Texts made at
run time live to the end of the program by design, so leaks are not looked for."""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent))
from compare_output import difference

ATTRIBUTE = {"address,undefined": "sanitize_address", "thread": "sanitize_thread"}


def run(command, **kw):
    return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=600, **kw)


def finding(args, program, folder):
    """What is wrong with a program, or None."""
    code, exe = f"{folder}/p.ll", f"{folder}/p"
    cwd = args.cwd or program.parent
    made = run([args.cjaxc, *args.option, program, "--emit=llvm", "-o", code], cwd=cwd)
    if made.returncode:
        return made.stderr
    text = pathlib.Path(code).read_text()
    text = re.sub(r"^(attributes #\d+ = \{)(?=.*target-cpu)", rf"\1 {ATTRIBUTE[args.sanitize]}", text, flags=re.M)
    pathlib.Path(code).write_text(text)
    flags = [f"-fsanitize={args.sanitize}", "-Wno-override-module", "-D_GNU_SOURCE", "-I", str(here.parent.parent)]
    built = run([args.cc, "-O1", "-g", *flags, code, str(here / "sanitized_start.c"), args.runtime, "-lz", "-lpthread", "-lm", "-o", exe])
    if built.returncode:
        return built.stderr
    env = dict(os.environ, CJAX_NUM_THREADS=str(args.threads), ASAN_OPTIONS="detect_leaks=0", UBSAN_OPTIONS="halt_on_error=1:print_stacktrace=1", TSAN_OPTIONS="halt_on_error=1")
    r = run([exe], cwd=cwd, env=env)
    if r.returncode:
        return f"status {r.returncode}: {r.stderr[-3000:]}"
    return difference(program.with_suffix(".out").read_text(), r.stdout)


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--cjaxc", required=True)
    args.add_argument("--runtime", required=True)
    args.add_argument("--sanitize", default="address,undefined", choices=ATTRIBUTE)
    args.add_argument("--cc", default="clang-22")
    args.add_argument("--threads", type=int, default=3)
    args.add_argument("--option", action="append", default=[])
    args.add_argument("--cwd", type=pathlib.Path, help="where programs are compiled and run: where they lie, unless given")
    args.add_argument("programs", nargs="+", type=pathlib.Path)
    args = args.parse_args()
    args.cjaxc, args.runtime = os.path.abspath(args.cjaxc), os.path.abspath(args.runtime)
    bad = n = 0
    for program in args.programs:
        program = program.resolve()
        if not program.with_suffix(".out").exists():
            continue
        with tempfile.TemporaryDirectory() as folder:
            found = finding(args, program, folder)
        n, bad = n + 1, bad + bool(found)
        if found:
            print(f"{program.name}: {found}", flush=True)
    print(f"{n} programs, {bad} with findings")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
