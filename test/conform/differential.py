#!/usr/bin/env python3
"""differential.py -- jax.numpy, or lax, nn, random and scipy, on random arguments: cjaxc beside JAX.

usage: differential.py --cjaxc PATH --python PY [--others] [--count 12] [--seed 0] [--only NAME] [--record FILE.py] [--keep FOLDER]

PY is a Python with jax 0.10.2.  Each case is one call, of which the repr (or the type of the error) is printed; values are
compared within 1e-4, one unit in the last place for 16-bit floats.  Prints what differs and the counts, by name.
--record writes the cases of which both agree as a program, with JAX's output beside it.
"""
import argparse
import collections
import concurrent.futures
import os
import random
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))
import compare_output  # noqa: E402
from arguments import Arguments  # noqa: E402
import numpy_names  # noqa: E402
import other_names  # noqa: E402

HEAD = '''import jax
import jax.numpy as jnp
import numpy as np
import jax.scipy as jsp
from jax import lax, nn, random


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, "|", str(e).split("\\n")[0][:100])


'''
BATCH = 60


def cases(names, prefix, count, seed, only):
    """[(name, expression)]."""
    found = []
    for name, specs in sorted(names.items()):
        if only and name not in only:
            continue
        rng = random.Random(f"{seed} {name}")
        seen = set()
        for i in range(max(count, len(specs))):
            spec, shape = specs[i % len(specs)]
            text = f"{prefix}{name}({Arguments(rng, shape).text(spec)})"
            if text not in seen:
                seen.add(text)
                found.append((name, text))
    return found


def program(texts):
    return HEAD + "".join(f'print("@{i}")\nshow(lambda: {t})\n' for i, t in texts)


def split(out):
    parts, key = {}, None
    for line in out.splitlines():
        m = re.fullmatch(r"@(\d+)", line)
        if m:
            key = int(m[1])
            parts[key] = []
        elif key is not None:
            parts[key].append(line)
    return {k: "\n".join(v) for k, v in parts.items()}


def recorded(python, texts, folder):
    path = os.path.join(folder, "reference.py")
    with open(path, "w") as f:
        f.write(program(texts))
    p = subprocess.run([python, "-W", "ignore", path], capture_output=True, text=True, env=dict(os.environ, JAX_PLATFORMS="cpu"))
    if p.returncode:
        sys.exit(f"JAX failed: {p.stderr[-500:]}")
    return split(p.stdout)


def compiled(cjaxc, texts, folder):
    """({case: output}, {case: why it was refused})."""
    todo, refused = list(texts), {}
    name = f"batch{texts[0][0]}.py"
    path = os.path.join(folder, name)
    first = len(HEAD.splitlines())
    while todo:
        with open(path, "w") as f:
            f.write(program(todo))
        try:
            p = subprocess.run([cjaxc, "run", path], capture_output=True, text=True, timeout=300)
        except subprocess.TimeoutExpired:
            return {}, {i: "timeout" for i, _ in texts}
        done = split(p.stdout)
        if p.returncode == 0:
            return done, refused
        lines = [int(n) for n in re.findall(re.escape(name) + r'(?:", line |:)(\d+)', p.stderr)]
        lines = [n for n in lines if n > first]
        at = (lines[0] - first - 1) // 2 if lines else len(done) - 1 if done else 0
        message = next((x for x in p.stderr.splitlines() if "rror" in x), p.stderr[:200] or f"status {p.returncode}")
        refused[todo[at][0]] = re.sub(r"^\S+\.py:\d+(:\d+)?: ", "", message)[:200]
        del todo[at]
    return {}, refused


def agree(wanted, got):
    if "|" in wanted.split("\n")[0] and wanted.split(" |")[0].isidentifier():
        return wanted.split(" |")[0] == got.split(" |")[0]
    coarse = {"bfloat16": 1e-2, "float16": 2e-3}
    rtol = max([r for name, r in coarse.items() if name in wanted] + [1e-4])
    return compare_output.difference(wanted + "\n", got + "\n", rtol, 1e-5) is None


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--cjaxc", required=True)
    ap.add_argument("--python", required=True)
    ap.add_argument("--others", action="store_true")
    ap.add_argument("--count", type=int, default=12)
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--only", action="append", default=[])
    ap.add_argument("--record")
    ap.add_argument("--jobs", type=int, default=1)
    args = ap.parse_args()
    names, prefix = (other_names.NAMES, "") if args.others else (numpy_names.NAMES, "jnp.")
    chosen = cases(names, prefix, args.count, args.seed, set(args.only))
    texts = [(i, t) for i, (_, t) in enumerate(chosen)]
    with tempfile.TemporaryDirectory() as folder:
        wanted = recorded(args.python, texts, folder)
        batches = [texts[i:i + BATCH] for i in range(0, len(texts), BATCH)]
        got, refused = {}, {}
        with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
            for out, bad in pool.map(lambda b: compiled(os.path.abspath(args.cjaxc), b, folder), batches):
                got.update(out)
                refused.update(bad)
    wrong = collections.Counter()
    words = 0
    for i, (name, text) in enumerate(chosen):
        have = got.get(i, "REFUSED " + refused.get(i, "nothing printed"))
        if agree(wanted.get(i, "?"), have):
            words += wanted[i] != have and " | " in have
            continue
        wrong[name] += 1
        print(f"{text}\n    JAX   {wanted.get(i, '?')}\n    cjax  {have}".replace("\n ", "\n      "))
    print(f"\n{len(chosen) - sum(wrong.values())}/{len(chosen)} cases of {len({n for n, _ in chosen})} names agree; "
          f"{words} errors in other words; differing: {dict(wrong.most_common())}")
    if args.record:
        record(args.record, [(i, t) for i, t in texts if agree(wanted.get(i, "?"), got.get(i, "?"))], wanted)


def record(path, texts, wanted):
    with open(path, "w") as f:
        f.write('"""jax.numpy on random arguments."""\n# modes: interp O3\n' + HEAD.replace('"|", str(e).split("\\n")[0][:100]', '"|"'))
        f.write("".join(f"show(lambda: {t})\n" for _, t in texts))
    with open(path[:-3] + ".out", "w") as f:
        f.write("".join(re.sub(r"^(\w+ \|).*", r"\1", wanted[i]) + "\n" for i, _ in texts))


if __name__ == "__main__":
    main()
