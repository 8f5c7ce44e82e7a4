"""Counts what a program's functions and their gradients cost: grad_cost.py CJAXC FOLDER

Operations: the number of elements of an op's results (a contraction: twice the products); calls of functions like exp;
bytes that ops read and write.  A scan costs its body's times its length, a call its function's; shapes, constants and
copies are free."""
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
    "attention": "lambda x: (lambda q: jnp.sum(jax.nn.softmax(q @ q.T) @ q))(jnp.outer(x, x[:8]))",
    "normalised": "lambda x: jnp.sum(jnp.tanh((w - w.mean(1, keepdims=True)) / jnp.sqrt(w.var(1, keepdims=True) + x[0])) @ x)",
    "cumulative": "lambda x: jnp.sum(jnp.cumsum(jnp.sin(x)) * jnp.exp(-x))",
    "nested": "lambda x: lax.scan(lambda c, t: (lax.fori_loop(0, 3, lambda i, v: v * jnp.sin(v), c) + t, None), x, ts)[0].sum()",
    "cond": "lambda x: lax.cond(x[0] > 0, lambda v: jnp.exp(jnp.sin(v)), lambda v: v, x).sum()",
}
FREE = {"constant", "reshape", "broadcast_in_dim", "transpose", "slice", "squeeze", "iota", "convert_element_type", "pad", "yield",
        "concatenate", "dynamic_slice", "dynamic_update_slice", "rev", "print", "copy", "stop_gradient", "optimization_barrier"}
CALLS = {"exp", "exp2", "log", "expm1", "log1p", "tanh", "logistic", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "asinh", "acosh", "atanh",
         "cbrt", "erf", "erfc", "erf_inv", "pow", "atan2"}
WIDTH = {"i1": 1, "i8": 1, "ui8": 1, "i16": 2, "f16": 2, "bf16": 2, "i64": 8, "f64": 8}


def elements(type_):
    n = 1
    for d in re.findall(r"(\d+)x", type_):
        n *= int(d)
    return n


def size(type_):
    return elements(type_) * WIDTH.get(re.search(r"(\w+)>", type_).group(1).split("x")[-1], 4)


def op_cost(line, name):
    """Operations, calls and bytes."""
    types = re.findall(r"tensor<[^>]*>", line)
    if name in FREE or not types:
        return (0, 0, 0)
    one = len(types) == 1  # operands and result of this type
    count = elements(types[-1])
    if name == "dot_general":
        count = 2 * max(elements(types[0]), elements(types[1])) * (count if len(types) > 3 else 1)
    elif name.startswith(("reduce", "cum")):
        count = max(map(elements, types))
    operands = len(re.findall(r"%[\w#]+", line.split(" = ", 1)[-1].split(" : ")[0]))
    return (count, count * (name in CALLS), size(types[0]) * (operands + 1) if one else sum(map(size, types)))


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
    parts = [(scale, x if isinstance(x, tuple) else total(found, x)) for scale, x in found[name]]
    return tuple(sum(scale * x[k] for scale, x in parts) for k in range(3))


def cost(cjaxc, folder, program):
    path = os.path.join(folder, "program.py")
    with open(path, "w") as f:
        f.write(HEAD + program + "\n")
    r = subprocess.run([cjaxc, "--emit=expanded", path], capture_output=True, text=True)
    if r.returncode:
        sys.exit(r.stderr)
    return total(costs(r.stdout), "main")


def ratio(cost, value):
    return " ".join(f"{c / v:.2f}" if v else "-" for c, v in zip(cost, value))


def main(cjaxc, folder):
    os.makedirs(folder, exist_ok=True)
    for name, f in FUNCTIONS.items():
        value = cost(cjaxc, folder, f"print(({f})(x))")
        gradient = cost(cjaxc, folder, f"print(grad({f})(x))")
        product = cost(cjaxc, folder, f"print(jax.jvp(grad({f}), (x,), (x,))[1])")
        ok = all(g <= 4.5 * v and p <= 13.5 * v for v, g, p in zip(value, gradient, product) if v)
        print(f"{name}: {'ok' if ok else 'TOO MUCH'} (value {value[0]}, gradient {ratio(gradient, value)}, Hessian-vector product {ratio(product, value)})")


main(*sys.argv[1:])
