"""nesting.py CJAX_OPT -- how much IR transformations of transformations make.

Reverse mode of a function gives about three times its ops, so that the k-th gradient has about 3^k times as many (as in
JAX): a function is never expanded again, and no more than that is made.  vmap adds axes, not ops."""
import pathlib
import re
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).parent)]
from modules import Fn, vmap

SCALAR = ("f64", ())
OPS = "sin cos tanh mul add exp logistic mul sub neg".split() * 2


def chain():
    """Twenty ops, each on the two values before it."""
    lines, x, before = "", "%a0", "%a0"
    for i, op in enumerate(OPS):
        operands = f"{x}, {before}" if op in ("mul", "add", "sub") else x
        lines += f"  %v{i} = cjax.{op} {operands} : tensor<f64>\n"
        before, x = x, f"%v{i}"
    return Fn("f", [SCALAR], [SCALAR], f"{lines}  return {x} : tensor<f64>\n")


def loop():
    return Fn("f", [SCALAR], [SCALAR], """  %0 = cjax.scan %a0 carry 1 length 5 : (tensor<f64>) -> tensor<f64> do {
  ^bb0(%c: tensor<f64>):
    %s = cjax.sin %c : tensor<f64>
    %m = cjax.mul %s, %c : tensor<f64>
    cjax.yield %m : tensor<f64>
  }
  return %0 : tensor<f64>
""")


def gradient(f, k):
    return Fn(f"d{k}", [SCALAR], [SCALAR], f"""  %one = cjax.constant dense<1.0> : tensor<f64>
  %r:2 = cjax.vjp @{f.name}(%a0, %one) wrt [0] : (tensor<f64>, tensor<f64>) -> (tensor<f64>, tensor<f64>)
  return %r#1 : tensor<f64>
""", [f])


def ops_of(opt, f, *steps):
    text = "".join(g.text() for g in f.all().values()).replace(f"func.func private @{f.name}(", f"func.func @{f.name}(")
    r = subprocess.run([opt, *steps, "--symbol-dce", "-"], input=text, capture_output=True, text=True, timeout=100)
    if r.returncode:
        sys.exit(r.stderr)
    return len(re.findall(r"cjax\.(?!yield)\w+", r.stdout))


def report(opt, what, make, deepest):
    f, before, worst, counts = make(), None, 0, []
    for k in range(1, deepest + 1):
        f = gradient(f, k)
        counts.append(ops_of(opt, f, "--expand-transforms"))
        worst = max(worst, counts[-1] / before if before else 0)
        before = counts[-1]
    print(f"{what}: {counts} ops, {'at most 3.3 times' if worst <= 3.3 else 'MORE than 3.3 times'} as many each time")


def batches(opt, deepest):
    f = chain()
    for k in range(deepest):
        f = vmap(f"m{k}", f, [k % (len(f.ins[0][1]) + 1)], [0], 2)
    print(f"vmap {deepest} deep: {ops_of(opt, f, '--pipeline')} ops of {ops_of(opt, chain(), '--pipeline')} and transposes")


def main(opt):
    report(opt, "gradients of 20 ops", chain, 6)
    report(opt, "gradients of a scan", loop, 4)
    batches(opt, 8)


main(sys.argv[1])
