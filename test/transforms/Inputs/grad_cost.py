"""Counts the scalar operations of a program's functions and of their gradients: grad_cost.py CJAXC FOLDER

The cost of an op is the number of elements of its results (a contraction: twice the products), of a scan its body's times
its length, of a call its function's; shapes, constants and copies are free."""
import os
import re
import subprocess
import sys

HEAD = """import jax, jax.numpy as jnp
from jax import grad, lax, value_and_grad
x, ts = jnp.arange(64.0) * 0.01, jnp.arange(1.0, 33.0)
w = x[:, None] * x
"""
FUNCTIONS = {
    "chain": "lambda x: jnp.sum(jnp.tanh(jnp.exp(jnp.sin(x)) * x))",
    "network": "lambda x: jnp.sum(jnp.tanh(w @ jnp.tanh(w @ jnp.tanh(w @ x))) ** 2)",
    "softmax": "lambda x: jax.nn.logsumexp(w @ x) - x[0]",
    "scan": "lambda x: lax.scan(lambda c, t: (jnp.sin(c * t) + c, None), x, ts)[0].sum()",
    "recurrence": "lambda x: lax.scan(lambda c, t: (jnp.tanh(w @ c), c.sum()), x, ts)[1].sum()",
    "fori": "lambda x: lax.fori_loop(0, 32, lambda i, v: v * jnp.cos(v), x).sum()",
    "cond": "lambda x: lax.cond(x[0] > 0, lambda v: jnp.exp(jnp.sin(v)), lambda v: v, x).sum()",
}
FREE = {"constant", "reshape", "broadcast_in_dim", "transpose", "slice", "squeeze", "iota", "convert_element_type", "pad", "yield",
        "concatenate", "dynamic_slice", "dynamic_update_slice", "rev", "print", "copy", "stop_gradient", "optimization_barrier"}


def elements(type_):
    n = 1
    for d in re.findall(r"(\d+)x", type_):
        n *= int(d)
    return n


def op_cost(line, name):
    types = re.findall(r"tensor<[^>]*>", line)
    if name in FREE or not types:
        return 0
    if name == "dot_general":
        return 2 * max(elements(types[0]), elements(types[1])) * (elements(types[-1]) if len(types) > 3 else 1)
    return max(elements(t) for t in types) if name.startswith(("reduce", "cum")) else elements(types[-1])


def costs(text):
    """Of each function, by its name."""
    found, stack, name = {}, [], None
    for line in text.split("\n"):
        func = re.search(r"func\.func (?:private )?@([\w.]+)\(", line)
        if func:
            name, stack = func.group(1), [(1, 0)]
            found[name] = []
            continue
        if name is None:
            continue
        op = re.search(r"cjax\.(\w+)", line)
        scale = 1
        for factor, _ in stack:
            scale *= factor
        call = re.search(r"call @([\w.]+)\(", line)
        if call:
            found[name].append((scale, call.group(1)))
        elif op and op.group(1) not in ("scan", "while", "case", "fusion"):
            found[name].append((scale, op_cost(line, op.group(1))))
        if line.rstrip().endswith("{"):
            length = re.search(r"cjax\.scan.*length (\d+)", line)
            if not line.strip().startswith("}"):
                stack.append((int(length.group(1)) if length else 1, 0))
        elif line.strip() == "}" or line.strip().startswith("} "):
            stack.pop()
            if not stack:
                name = None
    return found


def total(found, name):
    return sum(scale * (x if isinstance(x, int) else total(found, x)) for scale, x in found[name])


def cost(cjaxc, folder, program):
    path = os.path.join(folder, "program.py")
    with open(path, "w") as f:
        f.write(HEAD + program + "\n")
    r = subprocess.run([cjaxc, "--emit=expanded", path], capture_output=True, text=True)
    if r.returncode:
        sys.exit(r.stderr)
    return total(costs(r.stdout), "main")


def main(cjaxc, folder):
    os.makedirs(folder, exist_ok=True)
    for name, f in FUNCTIONS.items():
        value = cost(cjaxc, folder, f"print(({f})(x))")
        gradient = cost(cjaxc, folder, f"print(grad({f})(x))")
        product = cost(cjaxc, folder, f"print(jax.jvp(grad({f}), (x,), (x,))[1])")
        verdict = "ok" if gradient <= 4.5 * value and product <= 12 * value else "TOO MUCH"
        print(f"{name}: {verdict} (value {value}, gradient {gradient / value:.2f}, Hessian-vector product {product / value:.2f})")


main(*sys.argv[1:])
