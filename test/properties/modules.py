"""modules.py -- functions of cjax IR, functions made of others, and modules that print what they give.

A module's @main calls functions on constants and prints the bits of what they return; many modules go to one cjax-opt."""
import re
import subprocess

from arrays import BITS, FLOATS, PART, constant_text, float_from_bits, is_inexact, result_text, size, type_text, types_text


class Fn:
    """A function of a module: its name, types and text, and the functions that it needs."""

    def __init__(self, name, ins, outs, body, needs=()):
        self.name, self.ins, self.outs, self.body, self.needs = name, list(ins), list(outs), body, list(needs)

    def text(self):
        args = ", ".join(f"%a{i}: {type_text(t)}" for i, t in enumerate(self.ins))
        return f"func.func private @{self.name}({args}) -> {types_text(self.outs)} {{\n{self.body}}}\n"

    def all(self, seen=None):
        """Itself after all that it needs."""
        seen = {} if seen is None else seen
        for f in self.needs:
            f.all(seen)
        seen.setdefault(self.name, self)
        return seen

    def inexact_ins(self):
        return [i for i, t in enumerate(self.ins) if is_inexact(t[0])]

    def inexact_outs(self):
        return [i for i, t in enumerate(self.outs) if is_inexact(t[0])]


def names(prefix, n):
    return [f"%{prefix}"] if n == 1 else [f"%{prefix}#{i}" for i in range(n)]


def bind(prefix, n):
    return f"%{prefix} = " if n == 1 else f"%{prefix}:{n} = " if n else ""


def return_text(values, types):
    if not values:
        return "  return\n"
    return f"  return {', '.join(values)} : {', '.join(map(type_text, types))}\n"


def call_text(f, prefix, args):
    return f"{bind(prefix, len(f.outs))}func.call @{f.name}({', '.join(args)}) : {types_text(f.ins)} -> {types_text(f.outs)}\n"


def arguments(n):
    return [f"%a{i}" for i in range(n)]


# ---- Transformations.


def transform(name, op, f, ins, outs, rest):
    line = f"  {bind('r', len(outs))}{op} @{f.name}({', '.join(arguments(len(ins)))}) {rest} : {types_text(ins)} -> {types_text(outs)}\n"
    return Fn(name, ins, outs, line + return_text(names("r", len(outs)), outs), [f])


def jvp(name, f, wrt):
    ins = f.ins + [f.ins[i] for i in wrt]
    outs = f.outs + [f.outs[i] for i in f.inexact_outs()]
    return transform(name, "cjax.jvp", f, ins, outs, f"wrt {list(wrt)}")


def vjp(name, f, wrt):
    ins = f.ins + [f.outs[i] for i in f.inexact_outs()]
    outs = f.outs + [f.ins[i] for i in wrt]
    return transform(name, "cjax.vjp", f, ins, outs, f"wrt {list(wrt)}")


def with_axis(t, axis, n):
    return t if axis < 0 else (t[0], (*t[1][:axis], n, *t[1][axis:]))


def vmap(name, f, in_axes, out_axes, n):
    ins = [with_axis(t, axis, n) for t, axis in zip(f.ins, in_axes)]
    outs = [with_axis(t, axis, n) for t, axis in zip(f.outs, out_axes)]
    return transform(name, "cjax.vmap", f, ins, outs, f"in {list(in_axes)} out {list(out_axes)} size {n}")


# ---- The same function inside a call, a scan, a case, a while.


def in_call(name, f):
    body = "  " + call_text(f, "r", arguments(len(f.ins)))
    return Fn(name, f.ins, f.outs, body + return_text(names("r", len(f.outs)), f.outs), [f])


def in_scan(name, f, scanned):
    """Two iterations: arguments in `scanned` by rows, the others from outside; results are stacked."""
    ins = [with_axis(t, 0 if i in scanned else -1, 2) for i, t in enumerate(f.ins)]
    outs = [with_axis(t, 0, 2) for t in f.outs]
    xs = [i for i in range(len(f.ins)) if i in scanned]
    operands = [f"%a{i}" for i in xs]
    rows = ", ".join(f"%x{i}: {type_text(f.ins[i])}" for i in xs)
    args = [f"%x{i}" if i in scanned else f"%a{i}" for i in range(len(f.ins))]
    body = (f"  {bind('s', len(outs))}cjax.scan {', '.join(operands)} carry 0 length 2 : "
            f"{types_text([ins[i] for i in xs])} -> {types_text(outs)} do {{\n  ^bb0({rows}):\n    {call_text(f, 'r', args)}"
            f"    cjax.yield {', '.join(names('r', len(outs)))} : {', '.join(map(type_text, f.outs))}\n  }}\n")
    return Fn(name, ins, outs, body + return_text(names("s", len(outs)), outs), [f])


def zero(t):
    value = "(0.0, 0.0)" if t[0] in PART else "0.0" if t[0] in FLOATS else "false" if t[0] == "i1" else "0"
    return f"cjax.constant dense<{value}> : {type_text(t)}" if size(t[1]) else f"cjax.constant dense<> : {type_text(t)}"


def in_case(name, f):
    """The first argument chooses: true is the function, false zeros."""
    zeros = "".join(f"    %z{i} = {zero(t)}\n" for i, t in enumerate(f.outs))
    types = ", ".join(map(type_text, f.outs))
    args = [f"%a{i + 1}" for i in range(len(f.ins))]
    body = (f"  {bind('s', len(f.outs))}cjax.case %a0 : (tensor<i1>) -> {types_text(f.outs)} {{\n{zeros}"
            f"    cjax.yield {', '.join(f'%z{i}' for i in range(len(f.outs)))} : {types}\n  }}, {{\n    {call_text(f, 'r', args)}"
            f"    cjax.yield {', '.join(names('r', len(f.outs)))} : {types}\n  }}\n")
    return Fn(name, [("i1", ()), *f.ins], f.outs, body + return_text(names("s", len(f.outs)), f.outs), [f])


def in_while(name, f):
    """As often as the first argument says; each time the results are those of the function."""
    carry = [("i32", ()), *f.outs]
    zeros = "".join(f"  %z{i} = {zero(t)}\n" for i, t in enumerate(f.outs))
    block = ", ".join(f"%c{i}: {type_text(t)}" for i, t in enumerate(carry))
    args = [f"%a{i + 1}" for i in range(len(f.ins))]
    operands = ["%a0"] + [f"%z{i}" for i in range(len(f.outs))]
    body = (f"  %none = cjax.constant dense<0> : tensor<i32>\n  %one = cjax.constant dense<1> : tensor<i32>\n{zeros}"
            f"  {bind('s', len(carry))}cjax.while {', '.join(operands)} : {types_text(carry)} -> {types_text(carry)} cond {{\n"
            f"  ^bb0({block}):\n    %go = cjax.gt %c0, %none : tensor<i32> -> tensor<i1>\n    cjax.yield %go : tensor<i1>\n"
            f"  }} do {{\n  ^bb0({block}):\n    %next = cjax.sub %c0, %one : tensor<i32>\n    {call_text(f, 'r', args)}"
            f"    cjax.yield {', '.join(['%next', *names('r', len(f.outs))])} : {', '.join(map(type_text, carry))}\n  }}\n")
    return Fn(name, [("i32", ()), *f.ins], f.outs, body + return_text(names("s", len(carry))[1:], f.outs), [f])


# ---- Modules.


class Module:
    """What @main computes, and after run() the contents that it printed."""

    def __init__(self, label=""):
        self.label, self.functions, self.lines, self.shown = label, {}, [], []
        self.n, self.values, self.error = 0, None, None

    def fresh(self):
        self.n += 1
        return f"v{self.n}"

    def constant(self, t, xs):
        name = "%" + self.fresh()
        self.lines.append(f"  {name} = cjax.constant {constant_text(t, xs)}\n")
        return name

    def call(self, f, contents):
        """Indices into `values` of what the function gives of the contents."""
        f.all(self.functions)
        args = [self.constant(t, xs) for t, xs in zip(f.ins, contents)]
        prefix = self.fresh()
        self.lines.append("  " + call_text(f, prefix, args))
        return [self.show(v, t) for v, t in zip(names(prefix, len(f.outs)), f.outs)]

    def cast(self, op, value, t, to):
        name = "%" + self.fresh()
        self.lines.append(f"  {name} = cjax.{op} {value} : {type_text(t)} -> {type_text(to)}\n")
        return name

    def show(self, value, t):
        dtype, shape = t
        self.shown.append(t)
        if dtype in PART:
            part = (PART[dtype], shape)
            for op in ("real", "imag"):
                self.put(self.cast(op, value, t, part), part)
        else:
            self.put(value, t)
        return len(self.shown) - 1

    def put(self, value, t):
        dtype, shape = t
        if dtype in FLOATS:
            value, t = self.cast("bitcast_convert_type", value, t, (f"i{BITS[dtype]}", shape)), (f"i{BITS[dtype]}", shape)
        elif dtype == "i1":
            value, t = self.cast("convert_element_type", value, t, ("i32", shape)), ("i32", shape)
        flat = (t[0], (size(shape),))
        value = self.cast("reshape", value, t, flat)
        self.lines.append(f'  cjax.print ["@ ", "\\0A"] with {value} : {type_text(flat)} as ["str"]\n')

    def text(self):
        functions = "".join(f.text() for f in self.functions.values())
        start = '  cjax.print ["@@\\0A"] as []\n'
        return f"{functions}func.func @main() {{\n{start}{''.join(self.lines)}  return\n}}\n"

    def read(self, printed):
        words = [list(map(int, w.strip().strip("[]").split())) for w in printed.split("@")[1:]]
        self.values = []
        for dtype, _ in self.shown:
            word = words.pop(0)
            if dtype in PART:
                parts = [[float_from_bits(x, PART[dtype]) for x in w] for w in (word, words.pop(0))]
                self.values.append([complex(*z) for z in zip(*parts)])
            else:
                self.values.append([float_from_bits(x, dtype) for x in word] if dtype in FLOATS else word)


def run_chunk(opt, steps, modules):
    """Fills `values` or `error` of each; the process may die in one of them."""
    starts, line, texts = [], 1, []
    for m in modules:
        starts.append(line)
        texts.append(m.text())
        line += texts[-1].count("\n") + 1
    try:
        r = subprocess.run([opt, *steps, "-"], input="// -----\n".join(texts), capture_output=True, text=True, timeout=100)
    except subprocess.TimeoutExpired:
        r = subprocess.CompletedProcess([], -1, "", "ran for 100 s")
    errors = {}
    for where, text in re.findall(r"^(?:<stdin>|/dev/stdin|-):(\d+).*?: (?:error: )?(.*(?:\n[^:\n]*)?)", r.stderr, re.M):
        at = max(i for i, s in enumerate(starts) if s <= int(where))
        errors.setdefault(at, text)
    printed = r.stdout.split("@@\n")[1:]
    good = [i for i in range(len(modules)) if i not in errors]
    if r.returncode in (0, 1) and len(good) == len(printed):
        for i, text in zip(good, printed):
            modules[i].read(text)
        for i, text in errors.items():
            modules[i].error = text
        return
    if len(modules) == 1:
        modules[0].error = f"exit status {r.returncode}: {r.stderr[-600:]}"
        return
    half = len(modules) // 2
    run_chunk(opt, steps, modules[:half])
    run_chunk(opt, steps, modules[half:])


def run(opt, modules, steps=("--interpret",), chunk=40):
    for i in range(0, len(modules), chunk):
        run_chunk(opt, steps, modules[i:i + chunk])
