#!/usr/bin/env python3
"""compile.py -- compile time of changed and of long programs: the section 'Compile time' of docs/performance.md.

Processor time of all threads, so that other work on the machine does not count: the whole process and its linker.  What the
benchmark programs take beside JAX is in the section of suite.py.
"""
import argparse
import os
import sys
import tempfile

import page
import suite


def run(command, cache=""):
    return suite.used(command, dict(os.environ, CJAX_CACHE_DIR=cache))


def changed_rows(cjaxc, folder):
    """examples/digits.py, and again when one of its numbers is another."""
    text = open(os.path.join(page.ROOT, "examples", "digits.py")).read()
    os.symlink(os.path.join(page.ROOT, "examples", "data"), os.path.join(folder, "data"))
    program, cache = os.path.join(folder, "digits.py"), os.path.join(folder, "cache")
    for what, old, new in (("`examples/digits.py`", "", ""), ("the same, a number of it changed", "* 0.1", "* 0.2")):
        with open(program, "w") as f:
            f.write(text.replace(old, new, 1))
        took, _ = run([cjaxc, program, "-o", os.path.join(folder, "out")], cache)
        yield what, f"{took:.2f} s", ""


def large_rows(cjaxc, args, folder):
    generator = os.path.join(page.ROOT, "test", "lower", "Inputs", "long_program.py")
    for what, kind, sizes in (("{:,} lines of unrolled ops on 3 elements", "ops", (10000, 100000)),
                              ("{:,} kernels, all different", "kernels", (1000, 10000))):
        for n in sizes[:1] if args.short else sizes:
            program = os.path.join(folder, "large.py")
            with open(program, "w") as f:
                f.write(suite.run([sys.executable, generator, kind, str(n)]))
            took, memory = run([cjaxc, program, "-o", os.path.join(folder, "out")])
            yield what.format(n), f"{took:.1f} s", f"{memory:.0f} MB"


TEXT = """Made by `test/bench/compile.py`: processor time of all threads, the whole process of cjaxc and its linker. What the benchmark programs take beside
JAX is under *Programs*.

"""


def main(argv=None):
    parser = page.add_common(argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter))
    parser.add_argument("--short", action="store_true", help="the smaller of the large programs only")
    args = parser.parse_args(argv)
    cjaxc = os.path.abspath(os.path.join(args.build, "bin", "cjaxc"))
    with tempfile.TemporaryDirectory() as folder:
        rows = [*changed_rows(cjaxc, folder), *large_rows(cjaxc, args, folder)]
    page.replace_section(args.output, "Compile time", TEXT + page.table("what | time | memory", rows))


if __name__ == "__main__":
    main()
