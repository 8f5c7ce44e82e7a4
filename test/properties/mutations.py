"""mutations.py CJAX_OPT FOLDER FROM TO [--write FOLDER] -- modules that were changed a little, through every pass.

For each seed one module of the .mlir files below FOLDER or a random program (if FOLDER is "-" always one) is changed in a few places: a number, an
operand, a type, a name, a line.  The verifier may refuse it, a pass may report an error at a place; nothing else may happen:
no crash, no internal error, no loop without an end.  What went wrong is written to FOLDER/SEED.mlir."""
import argparse
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parent.parent / "fuzz")]
import programs
from modules import Module
from rng import Rng

STEPS = [["--expand-transforms"], ["--pipeline"], ["--expand-transforms", "--simplify", "--cse", "--fuse"], ["--inline", "--simplify"], ["--expand-ops", "--split-complex"],
         ["--interpret"], ["--pipeline", "--interpret"], ["--split-complex", "--fuse"], ["--symbol-dce", "--simplify", "--inline", "--fuse"]]
TYPES = ["f32", "f64", "i32", "i1", "ui8", "complex<f32>", "bf16", "i64"]


def read(path):
    """The modules of a test file that can be parsed as they are."""
    return [c for c in path.read_text().split("\n// -----") if "func.func" in c and "sleep" not in c and len(c) < 6000]


def random_module(rng):
    from random_programs import made
    chain, function = made(rng.randrange(1000000))
    return chain.check(function).module.text()


# ---- Changes of a text.


def replace_one(rng, text, pattern, new):
    found = list(re.finditer(pattern, text))
    if not found:
        return text
    m = rng.choice(found)
    return text[:m.start()] + new(m) + text[m.end():]


def change_number(rng, text):
    to = rng.choice(["0", "1", "2", "3", "7", "-1", "100", "9223372036854775807", "-9223372036854775808", "1000000"])
    return replace_one(rng, text, r"(?<![\w%@#x.])-?\d+(?![\w.])", lambda m: to)


def change_dimension(rng, text):
    return replace_one(rng, text, r"\d+(?=x)", lambda m: rng.choice(["0", "1", "2", "3", "5", "64"]))


def change_element(rng, text):
    return replace_one(rng, text, r"(?<=[x<])(f32|f64|i32|i1|ui8|bf16|i64)(?=>)", lambda m: rng.choice(TYPES))


def change_rank(rng, text):
    return replace_one(rng, text, r"tensor<", lambda m: f"tensor<{rng.choice([0, 1, 2, 3])}x")


def change_operand(rng, text):
    names = re.findall(r"%\w+(?:#\d+)?", text)
    return replace_one(rng, text, r"%\w+(?:#\d+)?(?=[,):\s])", lambda m: rng.choice(names)) if names else text


def change_symbol(rng, text):
    names = re.findall(r"@[\w.]+", text)
    return replace_one(rng, text, r"@[\w.]+", lambda m: rng.choice(names)) if names else text


def change_op(rng, text):
    names = re.findall(r"cjax\.\w+", text)
    return replace_one(rng, text, r"cjax\.\w+", lambda m: rng.choice(names)) if names else text


def change_line(rng, text):
    lines = text.split("\n")
    i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
    kind = rng.randrange(3)
    if kind == 0:
        del lines[i]
    elif kind == 1:
        lines.insert(j, lines[i])
    else:
        lines[i], lines[j] = lines[j], lines[i]
    return "\n".join(lines)


def change_list(rng, text):
    return replace_one(rng, text, r"\[[-\d, ]*\]|array<i64(: [-\d, ]*)?>", lambda m: rng.choice(
        ["[]", "[0]", "[1]", "[0, 1]", "[1, 0]", "[0, 0]", "[-1]", "[2, 1, 0]"] if m.group().startswith("[") else
        ["array<i64>", "array<i64: 0>", "array<i64: 1>", "array<i64: 0, 1>", "array<i64: 1, 0>", "array<i64: -1>", "array<i64: 0, 0>"]))


CHANGES = [change_number, change_dimension, change_element, change_rank, change_operand, change_operand, change_symbol, change_op, change_line, change_list]


def mutated(rng, modules):
    text = random_module(rng) if not modules or rng.random() < 0.15 else rng.choice(modules)
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        text = rng.choice(CHANGES)(rng, text)
    return text


# ---- Running.


def outcome(opt, steps, texts):
    """None, or what went wrong, of all in one process."""
    try:
        r = subprocess.run([opt, *steps, "-"], input="\n// -----\n".join(texts), capture_output=True, text=True, errors="replace", timeout=10 + len(texts))
    except subprocess.TimeoutExpired:
        return "ran without an end"
    if r.returncode < 0 or "internal error" in r.stderr:
        lines = [x for x in r.stderr.splitlines() if "internal error" in x]
        return f"exit status {r.returncode} {lines[-1] if lines else ''}"
    return None


def narrow(opt, steps, texts):
    """The texts that go wrong, each by itself."""
    wrong = outcome(opt, steps, texts)
    if not wrong:
        return []
    if len(texts) == 1:
        return [(texts[0], wrong)]
    half = len(texts) // 2
    return narrow(opt, steps, texts[:half]) + narrow(opt, steps, texts[half:])


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("opt")
    args.add_argument("folder")
    args.add_argument("first", type=int)
    args.add_argument("last", type=int)
    args.add_argument("--write", metavar="FOLDER")
    args = args.parse_args()
    paths = [] if args.folder == "-" else sorted(p for p in pathlib.Path(args.folder).rglob("*.mlir") if "lower" not in p.parts)
    modules = [m for p in paths for m in read(p)]
    bad, chunk = 0, 25
    for start in range(args.first, args.last + 1, chunk):
        seeds = list(range(start, min(start + chunk, args.last + 1)))
        texts = {mutated(Rng(f"mutation {seed}"), modules): seed for seed in seeds}
        steps = Rng(f"steps {start}").choice(STEPS)
        for text, wrong in narrow(args.opt, steps, list(texts)):
            bad += 1
            print(f"seed {texts[text]} {' '.join(steps)}: {wrong}", flush=True)
            if args.write:
                pathlib.Path(args.write).mkdir(parents=True, exist_ok=True)
                (pathlib.Path(args.write) / f"{texts[text]}.mlir").write_text(f"// {' '.join(steps)}: {wrong}\n{text}")
    print(f"{args.last + 1 - args.first} modules, {bad} that went wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
