#!/usr/bin/env python3
"""modules.py FROM TO [--build BUILD] [--write FOLDER] -- modules of the suite with tokens changed, through every pass and lowering.

Each seed takes a chunk of a .mlir file of test/ and changes one to three tokens: numbers become large, negative or zero, types
others, lists shorter or longer, ops and attributes others of the same file, lines go or come twice. What cjax-opt and
cjax-lower make of it is an output or an error: a signal, an internal error, or more than 20 seconds and 2 GB, is a finding,
written to FOLDER."""
import argparse
import pathlib
import re
import resource
import subprocess
import sys

from rng import Rng

here = pathlib.Path(__file__).parent
TOKEN = re.compile(r'"[^"\n]*"|%[\w#.:]+|@\w+|!?[\w.]+(?:<[^<>\n]*>)?|-?\d+|[^\s\w]')
NUMBERS = ["0", "-1", "1", "2", "7", "64", "2147483647", "4294967296", "-9223372036854775808", "9223372036854775807", "1099511627776"]
TYPES = ["tensor<f32>", "tensor<3xf32>", "tensor<0xf32>", "tensor<2x3xi32>", "tensor<?xf32>", "tensor<*xf32>", "tensor<3xi1>", "tensor<complex<f32>>", "f32", "i64",
         "tensor<4xui8>", "tensor<3x4xbf16>", "tensor<2147483648x2147483648xf32>", "tensor<3xf64>", "memref<3xf32>", "index", "tensor<3xindex>", "tensor<3xi7>"]
LISTS = ["array<i64>", "array<i64: 0>", "array<i64: 1, 0>", "array<i64: 0, 0>", "array<i64: -1>", "array<i64: 9223372036854775807>", "array<i32: 1>",
         "array<i64: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17>"]
STEPS = {"opt": ["--pipeline"], "interpret": ["--interpret"], "lower": None}


def chunks():
    """Of all modules of the suite that parse, by name."""
    for path in sorted(here.parent.glob("**/*.mlir")):
        if "Inputs" not in path.parts and path.stat().st_size < 20000:
            for i, text in enumerate(path.read_text().split("// -----\n")):
                yield f"{path.name}:{i}", "\n".join(line for line in text.splitlines() if not line.strip().startswith("//"))


def instead(rng, token, tokens):
    """What stands in the place of a token."""
    if re.fullmatch(r"-?\d+", token):
        return rng.choice(NUMBERS)
    if token.startswith(("tensor", "memref")):
        return rng.choice(TYPES)
    if token.startswith("array"):
        return rng.choice(LISTS)
    same = [t for t in tokens if t[0] == token[0] and t != token]
    return rng.choice(same) if same else ""


def changed(rng, text):
    for _ in range(1 + rng.randrange(3)):
        k = rng.randrange(10)
        lines = text.split("\n")
        at = rng.randrange(len(lines))
        if k == 0:
            text = "\n".join(lines[:at] + lines[at + 1:])
        elif k == 1:
            text = "\n".join(lines[:at] + [lines[at]] + lines[at:])
        else:
            found = list(TOKEN.finditer(text))
            if not found:
                return text
            m = rng.choice(found)
            text = text[:m.start()] + instead(rng, m.group(), [x.group() for x in found]) + text[m.end():]
    return text


def limits():
    resource.setrlimit(resource.RLIMIT_DATA, (2 << 30, 2 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def finding(build, step, text):
    """What is wrong, or None; a limit of memory is an error as any."""
    command = [f"{build}/bin/cjax-lower", "-o", "/dev/null"] if step == "lower" else [f"{build}/bin/cjax-opt", *STEPS[step], "-"]
    r = subprocess.run(command, input=text, capture_output=True, text=True, errors="replace", preexec_fn=limits, timeout=600)
    if r.returncode not in (0, 1):
        return f"{step}: status {r.returncode}: {r.stderr[-300:]}"
    return f"{step}: {r.stderr[-300:]}" if "internal error" in r.stderr else None


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("first", type=int)
    args.add_argument("last", type=int)
    args.add_argument("--build", default="build")
    args.add_argument("--write", metavar="FOLDER")
    args = args.parse_args()
    modules, bad = list(chunks()), 0
    for seed in range(args.first, args.last + 1):
        rng = Rng(f"module {seed}")
        name, text = rng.choice(modules)
        text = changed(rng, text)
        step = list(STEPS)[seed % len(STEPS)]
        found = finding(args.build, step, text)
        if not found:
            continue
        bad += 1
        print(f"seed {seed}, {name}: {found}", flush=True)
        if args.write:
            pathlib.Path(args.write).mkdir(parents=True, exist_ok=True)
            pathlib.Path(args.write, f"module_{seed}.mlir").write_text(text)
    print(f"{args.last + 1 - args.first} modules, {bad} with a finding")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
